#include "page_comparison.h"

#include <stdlib.h>

#include "mem.h"
#include "number.h"
#include "page.h"
#include "page_document.h"
#include "terminal_compare_parts.h"

/** Format of the document, which the page's script knows. */
enum { DOCUMENT_FORMAT = 1 };

/* Settings beyond which a page would be nothing else. */
enum { SETTINGS_MOST = 500 };

/** The comparison in both languages, and the places that the page has. */
struct comparison_page {
    const struct forecast_comparison *of;
    struct compare_view views[LANGUAGES];
    size_t *places; /* [place_count] */
    size_t place_count;
};

/** Rows of texts as they are told in one language. */
struct told {
    char **texts;
    size_t count;
    size_t room;
};

static void keep(void *to, const char *text)
{
    enum { FIRST_ROOM = 16 };
    struct told *told = to;

    if (told->count == told->room) {
        told->room = told->room == 0 ? FIRST_ROOM : 2 * told->room;
        told->texts = mem_grow(told->texts, told->room, sizeof *told->texts);
    }
    told->texts[told->count++] = mem_text(text);
}

static void keep_row(void *to, const char *const cells[INPUT_CELLS])
{
    for (size_t cell = 0; cell < INPUT_CELLS; cell++) {
        keep(to, cells[cell]);
    }
}

static void told_free(struct told told[LANGUAGES])
{
    for (size_t language = 0; language < LANGUAGES; language++) {
        for (size_t text = 0; text < told[language].count; text++) {
            free(told[language].texts[text]);
        }
        free(told[language].texts);
    }
}

/* "key": a list of what is told, each in both languages. Frees it. */
static void write_texts(struct json_writer *json, const char *key, struct told told[LANGUAGES])
{
    json_key(json, key);
    json_array(json, JSON_TIGHT);
    for (size_t text = 0; text < told[CHINESE].count; text++) {
        json_object(json, JSON_TIGHT);
        json_text_member(json, "zh", told[CHINESE].texts[text]);
        json_text_member(json, "en", told[ENGLISH].texts[text]);
        json_close(json);
    }
    json_close(json);
    told_free(told);
}

static void write_lines(struct json_writer *json, const struct comparison_page *self, const char *key,
                        void (*print)(const struct compare_view *view))
{
    struct told told[LANGUAGES] = { { .count = 0 }, { .count = 0 } };

    for (size_t language = 0; language < LANGUAGES; language++) {
        compare_each_line(&self->views[language], print, keep, &told[language]);
    }
    write_texts(json, key, told);
}

static void print_notes(const struct compare_view *view)
{
    if (!compare_is_same(view)) {
        compare_view_notes(view);
    }
    view_say(&view->view, "", MESSAGE_COMPARE_LEGEND, NULL);
}

/* What the table of inputs leaves out, and the files. */
static void print_input_notes(const struct compare_view *view)
{
    char *files = compare_files_text(view);

    if (view->of->setting_count > SETTINGS_MOST) {
        view_say(&view->view, "", MESSAGE_COMPARE_SETTINGS_LEFT_OUT,
                 SLOTS({ "count", number_text((double)(view->of->setting_count - SETTINGS_MOST)).text }));
    }
    if (view->of->file_count > 0) {
        view_say(&view->view, "", MESSAGE_COMPARE_FILES, SLOTS({ "files", files }));
    }
    free(files);
}

/* A row in a language: a list of its cells. */
static void write_cells(struct json_writer *json, const struct told *told, size_t first, const char *language)
{
    json_key(json, language);
    json_array(json, JSON_TIGHT);
    for (size_t cell = 0; cell < INPUT_CELLS; cell++) {
        json_text(json, told->texts[first + cell]);
    }
    json_close(json);
}

static void write_row(struct json_writer *json, struct told told[LANGUAGES], size_t first)
{
    json_object(json, JSON_TIGHT);
    write_cells(json, &told[CHINESE], first, "zh");
    write_cells(json, &told[ENGLISH], first, "en");
    json_close(json);
}

static void write_inputs(struct json_writer *json, const struct comparison_page *self)
{
    struct told told[LANGUAGES] = { { .count = 0 }, { .count = 0 } };

    for (size_t language = 0; language < LANGUAGES; language++) {
        const struct compare_view *view = &self->views[language];

        keep_row(&told[language],
                 (const char *const[INPUT_CELLS]) { compare_word(view, COMPARE_WHAT), compare_word(view, COMPARE_WHICH),
                                                    compare_word(view, COMPARE_YEARS), "A", "B" });
        compare_each_input(view, SETTINGS_MOST, keep_row, &told[language]);
    }
    json_key(json, "inputHeads");
    write_row(json, told, 0);
    json_key(json, "inputs");
    json_array(json, JSON_TIGHT);
    for (size_t row = INPUT_CELLS; row < told[CHINESE].count; row += INPUT_CELLS) {
        write_row(json, told, row);
    }
    json_close(json);
    told_free(told);
}

static void write_sides(struct json_writer *json, const struct forecast_comparison *of)
{
    json_key(json, "sides");
    json_array(json, JSON_TIGHT);
    for (size_t side = 0; side < 2; side++) {
        json_object(json, JSON_TIGHT);
        json_text_member(json, "scenario", of->sides[side]->scenario);
        page_texts(json, "title", of->sides[side]->title);
        json_close(json);
    }
    json_close(json);
}

static void write_places(struct json_writer *json, const struct comparison_page *self)
{
    json_key(json, "places");
    json_array(json, JSON_TIGHT);
    for (size_t index = 0; index < self->place_count; index++) {
        const struct forecast_place *place = &self->of->places[self->places[index]];

        json_object(json, JSON_TIGHT);
        page_name_members(json, &place->name);
        json_text_member(json, "kind", place->town[0] != '\0' ? "town" : place->area[0] != '\0' ? "area" : "district");
        json_close(json);
    }
    json_close(json);
}

static void write_levels(struct json_writer *json, const struct comparison_page *self)
{
    const struct compare_view *view = &self->views[CHINESE];

    json_key(json, "levels");
    json_array(json, JSON_TIGHT);
    for (size_t level = 0; level < self->of->level_count; level++) {
        json_object(json, JSON_TIGHT);
        page_name_members(json, &self->of->levels[level]);
        json_boolean_member(json, "changes", compare_changes(view, PLACES_ALL, level));
        json_number_member(json, "year", compare_level_year(view, level));
        json_close(json);
    }
    json_close(json);
}

/* The greatest first, as the tables have them. */
static void write_causes(struct json_writer *json, const struct comparison_page *self)
{
    json_key(json, "causes");
    json_array(json, JSON_TIGHT);
    for (size_t at = 0; at < self->of->cause_count; at++) {
        json_object(json, JSON_TIGHT);
        page_name_members(json, &self->of->causes[self->views[CHINESE].order[at]].name);
        json_close(json);
    }
    json_close(json);
}

/* Gaps of both sides and the causes' shares, each [year][place][level]. */
static void write_figures(struct json_writer *json, const struct comparison_page *self)
{
    const struct forecast_comparison *of = self->of;
    const size_t years = (size_t)(of->last_year - of->first_year) + 1;
    const size_t cells = years * self->place_count * of->level_count;
    double *gaps = mem_array(2 * cells + 1, sizeof *gaps);
    double *shares = mem_array(of->cause_count * cells + 1, sizeof *shares);
    size_t at = 0;

    for (int year = of->first_year; year <= of->last_year; year++) {
        for (size_t row = 0; row < self->place_count * of->level_count; row++, at++) {
            const size_t cell = comparison_cell(of, year, self->places[row / of->level_count], row % of->level_count);

            gaps[at] = of->rows[0][cell].gap;
            gaps[cells + at] = of->rows[1][cell].gap;
            for (size_t cause = 0; cause < of->cause_count; cause++) {
                shares[cause * cells + at] = comparison_share(of, self->views[CHINESE].order[cause], cell);
            }
        }
    }
    page_doubles(json, "gaps", gaps, 2 * cells);
    page_doubles(json, "shares", shares, of->cause_count * cells);
    free(gaps);
    free(shares);
}

/* All places, or of too many the sums, or of too many of these the district, which comes last. */
static void list_places(struct comparison_page *self)
{
    const struct forecast_comparison *of = self->of;
    const size_t district = comparison_district(of);

    self->places = mem_array(of->place_count, sizeof *self->places);
    for (size_t place = 0; place < of->place_count; place++) {
        if (place != district && compare_lists(&self->views[CHINESE], place)) {
            self->places[self->place_count++] = place;
        }
    }
    self->place_count = self->place_count > PAGE_TOWNS ? 0 : self->place_count;
    self->places[self->place_count++] = district;
}

static void write_document(struct json_writer *json, const struct comparison_page *self, enum language language)
{
    static const char *const languages[LANGUAGES] = { [CHINESE] = "zh", [ENGLISH] = "en" };

    json_object(json, JSON_TIGHT);
    json_number_member(json, "format", DOCUMENT_FORMAT);
    json_text_member(json, "kind", "comparison");
    json_text_member(json, "version", XUEWEI_VERSION);
    json_text_member(json, "language", languages[language]);
    json_number_member(json, "first", self->of->first_year);
    json_number_member(json, "last", self->of->last_year);
    write_sides(json, self->of);
    write_lines(json, self, "titles", compare_view_titles);
    write_lines(json, self, "said", compare_view_answers);
    write_inputs(json, self);
    write_lines(json, self, "inputNotes", print_input_notes);
    write_places(json, self);
    write_levels(json, self);
    write_causes(json, self);
    write_figures(json, self);
    write_lines(json, self, "notes", print_notes);
    json_close(json);
}

void page_comparison_write(FILE *stream, const struct forecast_comparison *comparison, enum language language, int year)
{
    const struct terminal terminals[LANGUAGES] = {
        [CHINESE] = { .language = CHINESE }, [ENGLISH] = { .language = ENGLISH }
    };
    struct comparison_page self = { .of = comparison };
    struct json_writer json;

    for (size_t one = 0; one < LANGUAGES; one++) {
        self.views[one] = compare_view_of(comparison, NULL, &terminals[one], year);
    }
    list_places(&self);
    const char *rest = page_begin(stream);

    json_begin(&json, stream);
    write_document(&json, &self, language);
    json_end(&json);
    fputs(rest, stream);
    free(self.places);
    for (size_t one = 0; one < LANGUAGES; one++) {
        compare_view_free(&self.views[one]);
    }
}
