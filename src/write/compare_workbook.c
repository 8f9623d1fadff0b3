#include "compare_workbook.h"

#include <math.h>
#include <stdlib.h>

#include "number.h"
#include "sheet.h"
#include "terminal_compare_parts.h"
#include "workbook_words.h"

/* Columns of every table: what the row is of, both gaps and the change, then the assumptions. */
enum { KEY, GAP_A, GAP_B, CHANGE, CAUSES, CAUSES_MOST = 20, SETTINGS_MOST = 500 };

static const double key_width = 30;
static const double width = 14;

/** The sheet and what it shows. */
struct comparison_sheet {
    const struct compare_view *view;
    enum language language;
    struct sheet sheet;
    size_t causes;  /**< With columns of their own; further ones share one. */
    size_t columns; /**< Of the tables of figures. */
    bool has_head;  /**< Of the inputs. */
};

static void paragraph(void *to, const char *line)
{
    struct comparison_sheet *self = to;

    sheet_paragraph(&self->sheet, line, LOOK_SAID);
}

static void say(struct comparison_sheet *self, enum message message, const struct slot *slots, enum look look)
{
    char *text = message_text(message, self->language, slots);

    sheet_paragraph(&self->sheet, text, look);
    free(text);
}

static void section(struct comparison_sheet *self, const char *text)
{
    sheet_skip(&self->sheet, 1);
    sheet_across(&self->sheet, text, LOOK_SECTION);
}

/* A row as high as its highest text; the first column is the wide one. */
static void texts_row(struct comparison_sheet *self, const char *const *texts, size_t count, enum look look)
{
    const double margin = 2;
    double lines = 1;

    for (size_t column = 0; column < count; column++) {
        const double here = sheet_lines(texts[column], (column == KEY ? key_width : width) - margin);

        lines = here > lines ? here : lines;
    }
    sheet_row(&self->sheet, sheet_height(lines));
    for (size_t column = 0; column < count; column++) {
        sheet_text(&self->sheet, texts[column], look, MARK_NONE);
    }
}

static void input_row(void *to, const char *const cells[INPUT_CELLS])
{
    struct comparison_sheet *self = to;

    if (!self->has_head) {
        const char *const heads[INPUT_CELLS] = { compare_word(self->view, COMPARE_WHAT),
                                                 compare_word(self->view, COMPARE_WHICH),
                                                 compare_word(self->view, COMPARE_YEARS), "A", "B" };

        texts_row(self, heads, INPUT_CELLS, LOOK_HEAD);
        self->has_head = true;
    }
    texts_row(self, cells, INPUT_CELLS, LOOK_WRAPPED);
}

static void write_inputs(struct comparison_sheet *self)
{
    const struct forecast_comparison *of = self->view->of;
    char *files = compare_files_text(self->view);

    section(self, compare_word(self->view, COMPARE_INPUTS));
    compare_each_input(self->view, SETTINGS_MOST, input_row, self);
    if (of->setting_count > SETTINGS_MOST) {
        say(self, MESSAGE_COMPARE_SETTINGS_LEFT_OUT,
            SLOTS({ "count", number_text((double)(of->setting_count - SETTINGS_MOST)).text }), LOOK_SAID);
    }
    if (of->file_count > 0) {
        say(self, MESSAGE_COMPARE_FILES, SLOTS({ "files", files }), LOOK_SAID);
    }
    free(files);
}

static void heads(struct comparison_sheet *self, enum workbook_word key)
{
    const struct compare_view *view = self->view;
    const char *texts[CAUSES + CAUSES_MOST + 1] = { [KEY] = workbook_words[key][self->language],
                                                    [GAP_A] = compare_word(view, COMPARE_GAP_A),
                                                    [GAP_B] = compare_word(view, COMPARE_GAP_B),
                                                    [CHANGE] = compare_word(view, COMPARE_CHANGE) };

    for (size_t at = 0; at < self->causes; at++) {
        texts[CAUSES + at] = view_name(&view->view, &view->of->causes[view->order[at]].name);
    }
    if (self->causes < view->of->cause_count) {
        texts[CAUSES + self->causes] = compare_word(view, COMPARE_OTHERS);
    }
    texts_row(self, texts, self->columns, LOOK_HEAD);
}

/* The figures behind the key. */
static void figures(struct comparison_sheet *self, size_t cell, unsigned marks)
{
    const struct compare_view *view = self->view;
    const struct forecast_comparison *of = view->of;
    double others = 0;

    sheet_number(&self->sheet, of->rows[0][cell].gap, LOOK_GAP, marks);
    sheet_number(&self->sheet, of->rows[1][cell].gap, LOOK_GAP, marks);
    sheet_number(&self->sheet, comparison_change(of, cell), LOOK_GAP, marks | MARK_SUM);
    for (size_t at = 0; at < of->cause_count; at++) {
        const double share = comparison_share(of, view->order[at], cell);

        if (at < self->causes) {
            sheet_number(&self->sheet, share, LOOK_GAP, marks);
        } else {
            others += share;
        }
    }
    if (self->causes < of->cause_count) {
        sheet_number(&self->sheet, others, LOOK_GAP, marks);
    }
}

static void tint(struct comparison_sheet *self, size_t first)
{
    if (self->sheet.rows > first) {
        sheet_tint_gaps(&self->sheet, first, self->sheet.rows - 1, GAP_A, self->columns - 1);
    }
}

/* `level: what`, as a heading. */
static void table_heading(struct comparison_sheet *self, size_t level, const char *what)
{
    const char *name = view_name(&self->view->view, &self->view->of->levels[level]);
    char *text = joined(name, workbook_words[TERM_COLON][self->language], what);

    section(self, text);
    free(text);
}

static void write_years(struct comparison_sheet *self, size_t level)
{
    const struct forecast_comparison *of = self->view->of;

    table_heading(self, level, compare_word(self->view, COMPARE_CHANGE_OF_GAP));
    heads(self, TERM_YEAR);
    const size_t first = self->sheet.rows;

    for (int year = of->first_year; year <= of->last_year; year++) {
        sheet_row(&self->sheet, 0);
        sheet_number(&self->sheet, year, LOOK_YEAR, MARK_NONE);
        figures(self, comparison_cell(of, year, comparison_district(of), level), MARK_NONE);
    }
    tint(self, first);
}

static void write_places(struct comparison_sheet *self, size_t level)
{
    const struct forecast_comparison *of = self->view->of;
    const int year = compare_level_year(self->view, level);
    char *what = joined(compare_word(self->view, COMPARE_BY_TOWN), compare_word(self->view, COMPARE_COMMA),
                        number_text(year).text);

    table_heading(self, level, what);
    free(what);
    heads(self, TERM_PLACE);
    const size_t first = self->sheet.rows;

    for (size_t place = 0; place < of->place_count; place++) {
        if (compare_lists(self->view, place)) {
            const unsigned marks = of->places[place].town[0] == '\0' ? MARK_SUM : MARK_NONE;
            char *name = compare_place_name(self->view, place);

            sheet_row(&self->sheet, sheet_height(sheet_lines(name, key_width - 2)));
            sheet_text(&self->sheet, name, LOOK_WRAPPED, marks);
            figures(self, comparison_cell(of, year, place, level), marks);
            free(name);
        }
    }
    tint(self, first);
}

/* `Comparison: A title, B title`. free(). */
static char *title_of(const struct compare_view *view, enum language language)
{
    char *a = joined(compare_word(view, COMPARE_TITLE), compare_word(view, COMPARE_BESIDE),
                     view->of->sides[0]->title[language]);
    char *both = joined(a, compare_word(view, COMPARE_AND_B), view->of->sides[1]->title[language]);

    free(a);
    return both;
}

static void write_sheet(struct comparison_sheet *self, struct workbook *book, const char *title)
{
    const struct compare_view *view = self->view;
    const size_t columns = self->columns > INPUT_CELLS ? self->columns : INPUT_CELLS;
    double widths[CAUSES + CAUSES_MOST + 1] = { key_width };

    for (size_t column = 1; column < columns; column++) {
        widths[column] = width;
    }
    sheet_begin(&self->sheet, book, compare_word(view, COMPARE_TITLE), TAB_SUMMARY, widths, columns);
    sheet_across(&self->sheet, title, LOOK_TITLE);
    say(self, MESSAGE_COMPARE_LEGEND, NULL, LOOK_LEGEND);
    sheet_freeze(&self->sheet, 0, 1);
    compare_each_line(view, compare_view_titles, paragraph, self);
    section(self, compare_word(view, COMPARE_ANSWER));
    compare_each_line(view, compare_view_answers, paragraph, self);
    if (!compare_is_same(view)) {
        write_inputs(self);
        for (size_t level = 0; level < view->of->level_count; level++) {
            if (compare_changes(view, PLACES_ALL, level)) {
                write_years(self, level);
                write_places(self, level);
            }
        }
        section(self, compare_word(view, COMPARE_NOTES));
        compare_each_line(view, compare_view_notes, paragraph, self);
    }
    sheet_end(&self->sheet);
}

bool compare_workbook(FILE *stream, const struct forecast_comparison *comparison, enum language language, int year)
{
    const struct terminal terminal = { .language = language };
    struct workbook book;
    struct compare_view view = compare_view_of(comparison, NULL, &terminal, year);
    const size_t causes = comparison->cause_count < CAUSES_MOST ? comparison->cause_count : CAUSES_MOST;
    struct comparison_sheet self = { .view = &view,
                                     .language = language,
                                     .causes = causes,
                                     .columns = CAUSES + causes + (causes < comparison->cause_count) };
    char *title = title_of(&view, language);
    const bool begun = workbook_begin(&book, xlsx_library(), language, title);

    if (begun) {
        write_sheet(&self, &book, title);
    }
    free(title);
    compare_view_free(&view);
    return begun && workbook_end(&book, stream);
}
