#include "setting_text.h"

#include <stdio.h>
#include <string.h>

#include "number.h"

/* Names shown of a long list. */
enum { KEYS_SHOWN = 4 };

/* Begins a text that is written like a file; end_text() gives it. */
struct text_stream {
    FILE *stream;
    char *text;
    size_t size;
};

static void begin_text(struct text_stream *self)
{
    *self = (struct text_stream) { .text = NULL };
    self->stream = open_memstream(&self->text, &self->size);
    if (self->stream == NULL) {
        mem_end();
    }
}

static char *end_text(struct text_stream *self)
{
    if (fclose(self->stream) != 0) {
        mem_end();
    }
    return self->text;
}

static const char *name_in(const struct name *names, size_t count, const char *id, enum language language)
{
    for (size_t index = 0; index < count; index++) {
        if (strcmp(names[index].id, id) == 0) {
            return names[index].text[language];
        }
    }
    return id;
}

static const char *town_name(const struct forecast_comparison *of, const char *id, enum language language)
{
    for (size_t place = 0; place < of->place_count; place++) {
        if (strcmp(of->places[place].town, id) == 0) {
            return of->places[place].name.text[language];
        }
    }
    return id;
}

/* What people call the key. */
static const char *key_name(const struct forecast_comparison *of, enum parameter_axis axis, const char *key,
                            enum language language)
{
    switch (axis) {
    case AXIS_LEVEL:
        return name_in(of->levels, of->level_count, key, language);
    case AXIS_BUILDER:
        return name_in(builder_words, BUILDERS, key, language);
    case AXIS_TOWN:
        return town_name(of, key, language);
    case AXIS_PROJECT:
    case AXIS_ESTATE:
    case AXIS_NONE:
    case AXES:
        break;
    }
    return key;
}

char *setting_keys(const struct forecast_comparison *comparison, const struct setting_change *change,
                   enum language language, bool as_ids)
{
    static const char *const all[LANGUAGES] = { "全部", "all" };
    static const char *const between[LANGUAGES] = { "、", ", " };
    const enum parameter_axis axis = parameter_rows[change->parameter].axis;
    const size_t shown = as_ids || change->key_count <= KEYS_SHOWN + 1 ? change->key_count : KEYS_SHOWN;
    struct text_stream text;

    begin_text(&text);
    if (change->all_keys) {
        fputs(as_ids ? "all" : all[language], text.stream);
        return end_text(&text);
    }
    for (size_t key = 0; key < shown; key++) {
        fputs(key == 0 ? "" : as_ids ? " " : between[language], text.stream);
        fputs(as_ids ? change->keys[key] : key_name(comparison, axis, change->keys[key], language), text.stream);
    }
    if (shown < change->key_count && language == CHINESE) {
        fprintf(text.stream, " 等 %zu 项", change->key_count);
    } else if (shown < change->key_count) {
        fprintf(text.stream, " and %zu more", change->key_count - shown);
    }
    return end_text(&text);
}

/* A word as people have it. */
static const char *word_text(const struct forecast_comparison *of, const struct parameter_row *row, const char *word,
                             enum language language)
{
    static const struct name plain[] = { { "yes", { "是", "yes" } },
                                         { "no", { "否", "no" } },
                                         { "never", { "不计入", "never" } } };

    if (row->type == PARAMETER_TOWN) {
        return town_name(of, word, language);
    }
    for (size_t index = 0; row->words != NULL && row->words[index].id != NULL; index++) {
        if (strcmp(row->words[index].id, word) == 0) {
            return row->words[index].text[language] != NULL ? row->words[index].text[language] : word;
        }
    }
    return name_in(plain, sizeof plain / sizeof *plain, word, language);
}

/* A figure as people read it: at most four decimals. */
static struct number_text figure_text(double value)
{
    enum { DECIMALS = 4 };
    struct number_text text = number_decimals(value, DECIMALS);
    size_t length = strlen(text.text);

    while (length > 1 && text.text[length - 1] == '0') {
        length--;
    }
    length -= text.text[length - 1] == '.';
    text.text[length] = '\0';
    return text;
}

char *setting_value(const struct forecast_comparison *comparison, const struct setting_change *change, size_t side,
                    enum language language)
{
    const struct setting *setting = change->sides[side];
    struct text_stream text;

    begin_text(&text);
    if (setting->word != NULL) {
        fputs(word_text(comparison, &parameter_rows[change->parameter], setting->word, language), text.stream);
    } else {
        const double first = setting_number(setting, change->first_differing);
        const double last = setting_number(setting, change->last_differing);

        fputs(figure_text(first).text, text.stream);
        if (first != last) {
            fprintf(text.stream, "..%s", figure_text(last).text);
        }
    }
    return end_text(&text);
}
