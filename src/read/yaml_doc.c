#include "yaml_doc.h"

#include <stdlib.h>
#include <string.h>

#include <yaml.h>

#include "day.h"
#include "text.h"
#include "text_file.h"

/* No file of ours nests deeper; a bound lets the checks below recurse safely. */
enum { DEEPEST = 32, BRACKETS_DEEPEST = 1000 };

struct yaml_tree {
    yaml_document_t document;
    struct misspelt *misspelt; /**< Owned. */
    size_t misspelt_count;
};

/** An unknown key that was taken for a slip of the pen. */
struct misspelt {
    yaml_value mapping;
    const char *meant; /**< Borrowed from the list of known keys. */
};

/** Where a walk over the tree stands with a node. */
enum visit { UNSEEN, ON_PATH, DONE };

/** A key of a mapping while its keys are sorted. */
struct sorted_key {
    const char *text;
    yaml_value value;
};

static yaml_node_t *node_of(const struct yaml_doc *self, yaml_value value)
{
    return value == 0 ? NULL : yaml_document_get_node(&self->tree->document, value);
}

static bool is_type(const struct yaml_doc *self, yaml_value value, yaml_node_type_t type)
{
    const yaml_node_t *node = node_of(self, value);

    return node != NULL && node->type == type;
}

static struct place place_of_mark(const struct yaml_doc *self, yaml_mark_t mark)
{
    return (struct place) { self->file, mark.line + 1, mark.column + 1 };
}

yaml_value yaml_root(const struct yaml_doc *self)
{
    (void)self;
    return 1; /* libyaml numbers nodes from 1, the root first */
}

struct place yaml_place(const struct yaml_doc *self, yaml_value value)
{
    const yaml_node_t *node = node_of(self, value);

    return node == NULL ? (struct place) { self->file, 0, 0 } : place_of_mark(self, node->start_mark);
}

bool yaml_is_mapping(const struct yaml_doc *self, yaml_value value)
{
    return is_type(self, value, YAML_MAPPING_NODE);
}

bool yaml_is_list(const struct yaml_doc *self, yaml_value value)
{
    return is_type(self, value, YAML_SEQUENCE_NODE);
}

bool yaml_is_scalar(const struct yaml_doc *self, yaml_value value)
{
    return is_type(self, value, YAML_SCALAR_NODE);
}

size_t yaml_size(const struct yaml_doc *self, yaml_value value)
{
    const yaml_node_t *node = node_of(self, value);

    if (yaml_is_mapping(self, value)) {
        return (size_t)(node->data.mapping.pairs.top - node->data.mapping.pairs.start);
    }
    if (yaml_is_list(self, value)) {
        return (size_t)(node->data.sequence.items.top - node->data.sequence.items.start);
    }
    return 0;
}

yaml_value yaml_key(const struct yaml_doc *self, yaml_value mapping, size_t entry)
{
    return node_of(self, mapping)->data.mapping.pairs.start[entry].key;
}

yaml_value yaml_item(const struct yaml_doc *self, yaml_value value, size_t entry)
{
    const yaml_node_t *node = node_of(self, value);

    return node->type == YAML_MAPPING_NODE ? node->data.mapping.pairs.start[entry].value
                                           : node->data.sequence.items.start[entry];
}

const char *yaml_raw(const struct yaml_doc *self, yaml_value value)
{
    return yaml_is_scalar(self, value) ? (const char *)node_of(self, value)->data.scalar.value : "";
}

static void report_value(const struct yaml_doc *self, yaml_value value, enum message message, const char *key)
{
    const char *raw = yaml_raw(self, value);
    const struct found_text found = found_text(raw, strlen(raw));

    report(self->problems, yaml_place(self, value), message, SLOTS({ "key", key }, { "found", found.text }));
}

static int compare_keys(const void *first, const void *second)
{
    const struct sorted_key *a = first;
    const struct sorted_key *b = second;
    const int order = strcmp(a->text, b->text);

    return order != 0 ? order : (a->value > b->value) - (a->value < b->value);
}

/* Sorts, since a mapping may have a great many keys. */
static void check_keys_differ(const struct yaml_doc *self, yaml_value mapping)
{
    const size_t count = yaml_size(self, mapping);
    struct sorted_key *keys = mem_array(count, sizeof *keys);

    for (size_t i = 0; i < count; i++) {
        const yaml_value key = yaml_key(self, mapping, i);

        keys[i] = (struct sorted_key) { yaml_raw(self, key), key };
    }
    qsort(keys, count, sizeof *keys, compare_keys);
    for (size_t i = 1; i < count; i++) {
        if (yaml_is_scalar(self, keys[i].value) && strcmp(keys[i].text, keys[i - 1].text) == 0) {
            report_value(self, keys[i].value, MESSAGE_YAML_KEY_TWICE, "");
        }
    }
    free(keys);
}

static bool check_scalar(const struct yaml_doc *self, yaml_value value)
{
    const yaml_node_t *node = node_of(self, value);

    if (strlen((const char *)node->data.scalar.value) != node->data.scalar.length) {
        report(self->problems, yaml_place(self, value), MESSAGE_YAML_ZERO_CHARACTER, NULL);
        return false;
    }
    return true;
}

/* Walks all that hangs on the value, once: whether it ends, is not too deep, and its keys are words. */
static bool check_value(const struct yaml_doc *self, yaml_value value, enum visit *visits, size_t depth)
{
    bool good = true;

    if (visits[value] == DONE) {
        return true;
    }
    if (visits[value] == ON_PATH || depth > DEEPEST) {
        report(self->problems, yaml_place(self, value),
               visits[value] == ON_PATH ? MESSAGE_YAML_ALIAS_LOOP : MESSAGE_YAML_TOO_DEEP, NULL);
        return false;
    }
    if (yaml_is_scalar(self, value)) {
        return check_scalar(self, value);
    }
    visits[value] = ON_PATH;
    const size_t count = yaml_size(self, value);

    for (size_t i = 0; i < count && good; i++) {
        if (yaml_is_mapping(self, value)) {
            const yaml_value key = yaml_key(self, value, i);

            if (!yaml_is_scalar(self, key)) {
                report(self->problems, yaml_place(self, key), MESSAGE_YAML_KEY_NOT_WORD, NULL);
                good = false;
                break;
            }
            good = check_scalar(self, key);
        }
        good = good && check_value(self, yaml_item(self, value, i), visits, depth + 1);
    }
    if (good && yaml_is_mapping(self, value)) {
        check_keys_differ(self, value);
    }
    visits[value] = DONE;
    return good;
}

static bool check_tree(const struct yaml_doc *self)
{
    const yaml_document_t *document = &self->tree->document;
    const size_t nodes = (size_t)(document->nodes.top - document->nodes.start);

    if (nodes == 0) {
        report(self->problems, (struct place) { self->file, 0, 0 }, MESSAGE_YAML_EMPTY, NULL);
        return false;
    }
    if (!yaml_is_mapping(self, yaml_root(self))) {
        report(self->problems, yaml_place(self, yaml_root(self)), MESSAGE_YAML_ROOT, NULL);
        return false;
    }
    enum visit *visits = mem_array(nodes + 1, sizeof *visits);
    const bool good = check_value(self, yaml_root(self), visits, 0);

    free(visits);
    return good;
}

/*
 * libyaml takes time with the square of the depth of brackets: a file of a hundred thousand would hold it up for a
 * minute. Brackets in texts are counted too, which is why the bound is far above DEEPEST.
 */
static bool check_brackets(const struct yaml_doc *self, const struct text_file *file)
{
    struct place place = { self->file, 1, 1 };
    size_t depth = 0;

    for (const char *at = file->text; *at != '\0'; at++) {
        depth += *at == '[' || *at == '{';
        depth -= depth > 0 && (*at == ']' || *at == '}');
        if (depth > BRACKETS_DEEPEST) {
            report(self->problems, place, MESSAGE_YAML_TOO_DEEP, NULL);
            return false;
        }
        place.line += *at == '\n';
        place.column = *at == '\n' ? 1 : place.column + (((unsigned char)at[1] & 0xc0) != 0x80);
    }
    return true;
}

static void report_syntax(const struct yaml_doc *self, const yaml_parser_t *parser)
{
    const char *reason = parser->problem != NULL ? parser->problem : "?";

    report(self->problems, place_of_mark(self, parser->problem_mark), MESSAGE_YAML_SYNTAX, SLOTS({ "reason", reason }));
}

/* Reports whatever stands behind the first document. */
static bool check_end(const struct yaml_doc *self, yaml_parser_t *parser)
{
    yaml_document_t next;

    if (!yaml_parser_load(parser, &next)) {
        report_syntax(self, parser);
        return false;
    }
    const bool more = yaml_document_get_root_node(&next) != NULL;

    if (more) {
        report(self->problems, place_of_mark(self, next.start_mark), MESSAGE_YAML_SECOND_DOCUMENT, NULL);
    }
    yaml_document_delete(&next);
    return !more;
}

static bool parse(struct yaml_doc *self, const struct text_file *file)
{
    yaml_parser_t parser;

    if (!yaml_parser_initialize(&parser)) {
        report(self->problems, (struct place) { self->file, 0, 0 }, MESSAGE_YAML_SYNTAX, SLOTS({ "reason", "memory" }));
        return false;
    }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, (const unsigned char *)file->text, file->length);
    self->tree = mem_array(1, sizeof *self->tree);
    bool good = yaml_parser_load(&parser, &self->tree->document) != 0;

    if (!good) {
        report_syntax(self, &parser);
        free(self->tree);
        self->tree = NULL;
    } else if (yaml_document_get_root_node(&self->tree->document) != NULL) {
        good = check_end(self, &parser);
    }
    yaml_parser_delete(&parser);
    return good;
}

bool yaml_doc_read(struct yaml_doc *self, const char *path, struct place named_at, struct problems *problems)
{
    struct text_file file;

    *self = (struct yaml_doc) { .problems = problems };
    if (!text_file_read(&file, path, named_at, problems)) {
        return false;
    }
    self->file = file.file;
    const bool good = check_brackets(self, &file) && parse(self, &file) && check_tree(self);

    text_file_free(&file);
    if (!good) {
        yaml_doc_free(self);
    }
    return good;
}

void yaml_doc_free(struct yaml_doc *self)
{
    if (self->tree != NULL) {
        yaml_document_delete(&self->tree->document);
        free(self->tree->misspelt);
        free(self->tree);
        self->tree = NULL;
    }
}

yaml_value yaml_find(const struct yaml_doc *self, yaml_value mapping, const char *key)
{
    const size_t count = yaml_is_mapping(self, mapping) ? yaml_size(self, mapping) : 0;

    for (size_t i = 0; i < count; i++) {
        if (strcmp(yaml_raw(self, yaml_key(self, mapping, i)), key) == 0) {
            return yaml_item(self, mapping, i);
        }
    }
    return 0;
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

static bool is_plain(const struct yaml_doc *self, yaml_value value)
{
    return yaml_is_scalar(self, value) && node_of(self, value)->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
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
