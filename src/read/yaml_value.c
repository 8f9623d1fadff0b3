#include "yaml_value.h"

#include <string.h>

#include "day.h"
#include "plain_text.h"
#include "text.h"
#include "yaml_tree.h"

static void report_value(const struct yaml_doc *self, yaml_value value, enum message message, const char *key)
{
    const char *raw = yaml_raw(self, value);
    const struct found_text found = found_text(raw, strlen(raw));

    report(self->problems, yaml_place(self, value), message, SLOTS({ "key", key }, { "found", found.text }));
}

/* Whether the mapping was found to have the key under a wrong spelling, which is one mistake, not two. */
static bool is_misspelt(const struct yaml_doc *self, yaml_value mapping, const char *key)
{
    for (size_t i = 0; i < self->tree->misspelt_count; i++) {
        if (self->tree->misspelt[i].mapping == mapping && strcmp(self->tree->misspelt[i].meant, key) == 0) {
            return true;
        }
    }
    return false;
}

static void book_misspelt(const struct yaml_doc *self, yaml_value mapping, const char *meant)
{
    struct yaml_tree *tree = self->tree;

    tree->misspelt = mem_grow(tree->misspelt, tree->misspelt_count + 1, sizeof *tree->misspelt);
    tree->misspelt[tree->misspelt_count++] = (struct misspelt) { mapping, meant };
}

yaml_value yaml_need(const struct yaml_doc *self, yaml_value mapping, const char *key)
{
    const yaml_value value = yaml_find(self, mapping, key);

    if (value == 0 && yaml_is_mapping(self, mapping) && !is_misspelt(self, mapping, key)) {
        report_value(self, mapping, MESSAGE_YAML_KEY_MISSING, key);
    }
    return value;
}

bool yaml_mapping(const struct yaml_doc *self, yaml_value value, const char *key)
{
    if (value != 0 && !yaml_is_mapping(self, value)) {
        report_value(self, value, MESSAGE_YAML_MAPPING_WANTED, key);
    }
    return yaml_is_mapping(self, value);
}

bool yaml_list(const struct yaml_doc *self, yaml_value value, const char *key)
{
    if (value != 0 && !yaml_is_list(self, value)) {
        report_value(self, value, MESSAGE_YAML_LIST_WANTED, key);
    }
    return yaml_is_list(self, value);
}

static bool is_among(const char *word, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(word, words[i]) == 0) {
            return true;
        }
    }
    return false;
}

void yaml_known_keys(const struct yaml_doc *self, yaml_value mapping, const char *const *keys, size_t count)
{
    const size_t entries = yaml_is_mapping(self, mapping) ? yaml_size(self, mapping) : 0;

    for (size_t i = 0; i < entries; i++) {
        const yaml_value key = yaml_key(self, mapping, i);
        const char *word = yaml_raw(self, key);

        if (is_among(word, keys, count)) {
            continue;
        }
        const struct found_text found = found_text(word, strlen(word));
        const char *nearest = text_nearest(found.text, keys, count);

        if (nearest != NULL && yaml_find(self, mapping, nearest) == 0) {
            book_misspelt(self, mapping, nearest);
        }
        report(self->problems, yaml_place(self, key),
               nearest != NULL ? MESSAGE_YAML_KEY_UNKNOWN_NEAR : MESSAGE_YAML_KEY_UNKNOWN,
               SLOTS({ "found", found.text }, { "nearest", nearest != NULL ? nearest : "" }));
    }
}

void yaml_keys(const struct yaml_doc *self, yaml_value mapping, enum file_mapping in)
{
    const char *keys[FILE_KEYS_MOST];

    yaml_known_keys(self, mapping, keys, file_keys_of(in, keys));
}

struct figure_rule yaml_rule(enum file_mapping in, const char *key)
{
    const struct file_key *row = file_key_find(in, key);

    return (struct figure_rule) { row->key, row->low, row->high, row->type == KEY_WHOLE || row->type == KEY_YEAR };
}

static bool is_plain(const struct yaml_doc *self, yaml_value value)
{
    return yaml_is_scalar(self, value) && yaml_tree_node(self, value)->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
}

/* Whether YAML takes the value for nothing at all. */
static bool is_null(const struct yaml_doc *self, yaml_value value)
{
    const char *raw = yaml_raw(self, value);

    return is_plain(self, value) && (*raw == '\0' || strcmp(raw, "~") == 0 || strcmp(raw, "null") == 0);
}

bool yaml_text(const struct yaml_doc *self, yaml_value value, const char *key, struct pool *pool, const char **text)
{
    if (value == 0) {
        return false;
    }
    if (!yaml_is_scalar(self, value)) {
        report_value(self, value, MESSAGE_YAML_TEXT_WANTED, key);
        return false;
    }
    const char *raw = yaml_raw(self, value);

    if (is_null(self, value) || *raw == '\0') {
        report_value(self, value, MESSAGE_YAML_TEXT_EMPTY, key);
        return false;
    }
    *text = pool_text(pool, raw, strlen(raw));
    return true;
}

bool yaml_id(const struct yaml_doc *self, yaml_value value, const char *key, struct pool *pool, const char **id)
{
    const char *text = NULL;

    if (!yaml_text(self, value, key, pool, &text)) {
        return false;
    }
    if (!plain_text_is_id(text, strlen(text))) {
        report_value(self, value, MESSAGE_ID_NOT_PLAIN, key);
        return false;
    }
    *id = text;
    return true;
}

bool yaml_number(const struct yaml_doc *self, yaml_value value, const struct figure_rule *rule, double *number)
{
    if (value == 0) {
        return false;
    }
    if (!yaml_is_scalar(self, value)) {
        report_value(self, value, MESSAGE_YAML_NUMBER_WANTED, rule->key);
        return false;
    }
    if (!is_plain(self, value)) {
        report_value(self, value, MESSAGE_NUMBER_QUOTED, rule->key);
        return false;
    }
    const char *raw = yaml_raw(self, value);

    return figure_read(raw, strlen(raw), rule, yaml_place(self, value), self->problems, number);
}

bool yaml_number_or(const struct yaml_doc *self, yaml_value value, const struct figure_rule *rule, double otherwise,
                    double *number)
{
    if (value == 0) {
        *number = otherwise;
        return true;
    }
    return yaml_number(self, value, rule, number);
}

bool yaml_year(const struct yaml_doc *self, yaml_value value, const char *key, int *year)
{
    const struct figure_rule rule = { key, YEAR_LOWEST, YEAR_HIGHEST, true };
    double number = 0;

    if (!yaml_number(self, value, &rule, &number)) {
        return false;
    }
    *year = (int)number;
    return true;
}

bool yaml_word(const struct yaml_doc *self, yaml_value value, const char *key, const struct name *words, size_t count,
               size_t *index)
{
    if (value == 0) {
        return false;
    }
    if (!yaml_is_scalar(self, value)) {
        report_value(self, value, MESSAGE_YAML_TEXT_WANTED, key);
        return false;
    }
    const char *raw = yaml_raw(self, value);

    *index = word_find(words, count, raw, strlen(raw));
    if (*index < count) {
        return true;
    }
    const struct found_text found = found_text(raw, strlen(raw));

    figure_report_word(found.text, key, words, count, yaml_place(self, value), self->problems);
    return false;
}

bool yaml_switch(const struct yaml_doc *self, yaml_value value, const char *key, bool *on)
{
    const char *raw = yaml_raw(self, value);

    if (value == 0) {
        return false;
    }
    *on = strcmp(raw, "yes") == 0 || strcmp(raw, "true") == 0;
    if (*on || strcmp(raw, "no") == 0 || strcmp(raw, "false") == 0) {
        return true;
    }
    report_value(self, value, MESSAGE_YAML_SWITCH_WANTED, key);
    return false;
}

bool yaml_date(const struct yaml_doc *self, yaml_value value, const char *key, struct date *date)
{
    const char *raw = yaml_raw(self, value);

    if (value != 0 && !day_read(raw, strlen(raw), date)) {
        report_value(self, value, MESSAGE_DATE_WANTED, key);
        return false;
    }
    return value != 0;
}

bool yaml_month_day(const struct yaml_doc *self, yaml_value value, const char *key, struct date *date)
{
    const char *raw = yaml_raw(self, value);

    if (value != 0 && !day_read_month_day(raw, strlen(raw), date)) {
        report_value(self, value, MESSAGE_MONTH_DAY_WANTED, key);
        return false;
    }
    return value != 0;
}

bool yaml_languages(const struct yaml_doc *self, yaml_value value, const char *key, struct pool *pool,
                    const char *text[LANGUAGES])
{
    static const char *const KEYS[LANGUAGES] = { [CHINESE] = "zh", [ENGLISH] = "en" };
    bool good = true;

    if (!yaml_is_mapping(self, value)) {
        good = yaml_text(self, value, key, pool, &text[CHINESE]);
        text[ENGLISH] = text[CHINESE];
        return good;
    }
    yaml_known_keys(self, value, KEYS, LANGUAGES);
    for (size_t language = 0; language < LANGUAGES; language++) {
        const yaml_value given = yaml_find(self, value, KEYS[language]);

        text[language] = NULL;
        good = (given == 0 || yaml_text(self, given, key, pool, &text[language])) && good;
    }
    if (text[CHINESE] == NULL && text[ENGLISH] == NULL) {
        if (yaml_size(self, value) == 0) {
            report_value(self, value, MESSAGE_YAML_TEXT_EMPTY, key);
        }
        return false;
    }
    text[CHINESE] = text[CHINESE] != NULL ? text[CHINESE] : text[ENGLISH];
    text[ENGLISH] = text[ENGLISH] != NULL ? text[ENGLISH] : text[CHINESE];
    return good;
}

static bool is_line(const struct yaml_doc *self, yaml_value value, const char *key)
{
    const char *raw = yaml_raw(self, value);

    if (!plain_text_is_line(raw, strlen(raw))) {
        report_value(self, value, MESSAGE_NAME_NOT_PLAIN, key);
        return false;
    }
    return true;
}

bool yaml_name(const struct yaml_doc *self, yaml_value value, const char *key, struct pool *pool,
               const char *text[LANGUAGES])
{
    bool good = yaml_languages(self, value, key, pool, text) && is_line(self, value, key);

    for (size_t i = 0; i < yaml_size(self, value) && yaml_is_mapping(self, value); i++) {
        good = is_line(self, yaml_item(self, value, i), key) && good;
    }
    return good;
}

bool yaml_id_and_name(const struct yaml_doc *self, yaml_value entry, struct pool *pool, struct name *name)
{
    const bool id = yaml_id(self, yaml_need(self, entry, "id"), "id", pool, &name->id);

    return yaml_name(self, yaml_need(self, entry, "name"), "name", pool, name->text) && id;
}

void yaml_id_twice(const struct yaml_doc *self, yaml_value entry)
{
    report_value(self, yaml_find(self, entry, "id"), MESSAGE_ID_TWICE, "id");
}
