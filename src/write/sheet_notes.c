#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "file_hash.h"
#include "mem.h"
#include "number.h"
#include "observation_text.h"
#include "scenario_words.h"
#include "terminal_ensemble_parts.h"
#include "text.h"
#include "workbook_parts.h"

static const double WIDTHS[] = { 30, 44, 18, 40, 24 };

enum { COLUMNS = sizeof WIDTHS / sizeof *WIDTHS };

/* A row of texts in the table's columns, as high as the highest; columns behind the last text are left out. */
static void texts_row(struct sheet *sheet, const char *const texts[COLUMNS], enum look look)
{
    double lines = 1;
    size_t columns = 0;

    for (size_t column = 0; column < COLUMNS; column++) {
        const double here = texts[column] == NULL ? 1 : sheet_lines(texts[column], WIDTHS[column] - 2);

        lines = here > lines ? here : lines;
        columns = texts[column] != NULL ? column + 1 : columns;
    }
    sheet_row(sheet, sheet_height(lines));
    for (size_t column = 0; column < columns; column++) {
        sheet_text(sheet, texts[column], look, MARK_NONE);
    }
}

static void heads(const struct tables *self, struct sheet *sheet, const enum workbook_word words[COLUMNS])
{
    const char *texts[COLUMNS];

    for (size_t column = 0; column < COLUMNS; column++) {
        texts[column] = tables_word(self, words[column]);
    }
    texts_row(sheet, texts, LOOK_HEAD);
}

static void section(const struct tables *self, struct sheet *sheet, enum workbook_word word)
{
    sheet_skip(sheet, 1);
    sheet_across(sheet, tables_word(self, word), LOOK_SECTION);
}

static void say(const struct tables *self, struct sheet *sheet, enum message message, const struct slot *slots)
{
    char *text = tables_message(self, message, slots);

    sheet_paragraph(sheet, text, LOOK_SAID);
    free(text);
}

static void say_scenario(const struct tables *self, struct sheet *sheet)
{
    const struct scenario *scenario = &self->inputs->scenario;
    const char *question = scenario->question[self->language];

    section(self, sheet, TERM_SECTION_SCENARIO);
    say(self, sheet, MESSAGE_WORKBOOK_SCENARIO,
        SLOTS({ "title", scenario->title[self->language] }, { "name", scenario->name },
              { "question", question == NULL ? "" : question }, { "first", number_text(scenario->first_year).text },
              { "last", number_text(scenario->last_year).text }, { "version", self->version }));
    if (!tables_lists_towns(self)) {
        say(self, sheet, MESSAGE_WORKBOOK_TOWNS_NOT_LISTED,
            SLOTS({ "towns", number_whole((double)self->inputs->model.town_count).text }));
    } else if (!tables_has_town_sheets(self)) {
        say(self, sheet, MESSAGE_WORKBOOK_NO_TOWN_SHEETS,
            SLOTS({ "towns", number_whole((double)self->inputs->model.town_count).text },
                  { "most", number_whole(TOWNS_WITH_SHEETS).text }));
    }
}

static void changed_row(const struct tables *self, struct sheet *sheet, const double *initial, enum parameter parameter,
                        size_t key)
{
    char *now = scenario_values_text(self->inputs, self->inputs->scenario.values, parameter, key, self->language);
    char *before = scenario_values_text(self->inputs, initial, parameter, key, self->language);
    const struct parameter_row *row = &parameter_rows[parameter];
    const char *const texts[COLUMNS] = { row->name, row->text[self->language],
                                         scenario_key_text(self->inputs, parameter, key, self->language), now, before };

    texts_row(sheet, texts, LOOK_WRAPPED);
    free(before);
    free(now);
}

/* Every parameter and key whose values are others than the initial ones; more than anyone reads are counted. */
static void say_changed(const struct tables *self, struct sheet *sheet)
{
    static const enum workbook_word HEADS[COLUMNS] = { TERM_PARAMETER, TERM_MEANING, TERM_FOR_WHAT, TERM_VALUE,
                                                       TERM_INITIAL };
    enum { MOST = 500 };
    const struct scenario *scenario = &self->inputs->scenario;
    double *initial = mem_array(scenario->layout.size, sizeof *initial);
    size_t changed = 0;

    parameter_initial(&self->inputs->model, &scenario->layout, initial);
    section(self, sheet, TERM_SECTION_CHANGED);
    for (size_t parameter = 0; parameter < PARAMETERS; parameter++) {
        for (size_t key = 0; key < scenario->layout.keys[parameter]; key++) {
            if (!scenario_changes(self->inputs, initial, (enum parameter)parameter, key)) {
                continue;
            }
            if (changed == 0) {
                heads(self, sheet, HEADS);
            }
            if (changed++ < MOST) {
                changed_row(self, sheet, initial, (enum parameter)parameter, key);
            }
        }
    }
    if (changed == 0) {
        say(self, sheet, MESSAGE_WORKBOOK_NOTHING_CHANGED, NULL);
    } else if (changed > MOST) {
        say(self, sheet, MESSAGE_WORKBOOK_MORE_CHANGED,
            SLOTS({ "count", number_whole((double)(changed - MOST)).text }));
    }
    free(initial);
}

/* What the terminal says in words, a paragraph a line, as rows. */
static void say_view(const struct tables *self, struct sheet *sheet, void (*print)(const struct view *view),
                     size_t skipped)
{
    char *text = NULL;
    size_t length = 0;
    const struct terminal terminal = { .language = self->language };
    struct view view = { open_memstream(&text, &length), self->inputs, self->result, &terminal };

    if (view.stream == NULL) {
        mem_end();
    }
    print(&view);
    if (fclose(view.stream) != 0) {
        mem_end();
    }
    for (char *line = strtok(text, "\n"); line != NULL; line = strtok(NULL, "\n")) {
        if (skipped > 0) {
            skipped--;
        } else {
            sheet_paragraph(sheet, line, LOOK_SAID);
        }
    }
    free(text);
}

static void say_assumed(const struct tables *self, struct sheet *sheet)
{
    if (self->inputs->model.level_count > 0) {
        section(self, sheet, TERM_SECTION_ASSUMED);
        say_view(self, sheet, view_notes, 1);
    }
}

static void say_legend(const struct tables *self, struct sheet *sheet)
{
    static const enum message LINES[] = { MESSAGE_WORKBOOK_LEGEND_STATUS, MESSAGE_WORKBOOK_LEGEND,
                                          MESSAGE_WORKBOOK_LEGEND_GAP, MESSAGE_WORKBOOK_LEGEND_NEEDS,
                                          MESSAGE_WORKBOOK_LEGEND_CHARTS };

    section(self, sheet, TERM_SECTION_LEGEND);
    for (size_t line = 0; line < sizeof LINES / sizeof *LINES; line++) {
        say(self, sheet, LINES[line], NULL);
    }
}

/* A file's name; one that is no text is not shown as it is. */
static const char *shown_name(const struct source_file *file)
{
    return text_invalid_at(file->name, strlen(file->name)) == strlen(file->name) ? file->name : "?";
}

/* The files by their hashes, so that anyone can tell whether theirs are the same. One that is gone is the record's
 * matter: provenance.json cannot be written then. */
static void say_files(const struct tables *self, struct sheet *sheet)
{
    const char *const words[COLUMNS] = { tables_word(self, TERM_FILE_NAME), tables_word(self, TERM_FILE_HASH),
                                         tables_word(self, TERM_FILE_BYTES) };

    section(self, sheet, TERM_SECTION_FILES);
    say(self, sheet, MESSAGE_WORKBOOK_FILES, NULL);
    texts_row(sheet, words, LOOK_HEAD);
    for (size_t file = 0; file < self->inputs->model.file_count; file++) {
        struct hash_text hash = { .text = "" };
        double bytes = NAN;

        if (!file_hash(self->inputs->model.files[file].path, &hash, &bytes)) {
            continue;
        }
        const char *const texts[COLUMNS] = { shown_name(&self->inputs->model.files[file]), hash.text,
                                             number_whole(bytes).text };

        texts_row(sheet, texts, LOOK_WRAPPED);
    }
}

static void say_observed(const struct tables *self, struct sheet *sheet)
{
    static const enum workbook_word HEADS[COLUMNS] = { TERM_SERIES, TERM_SOURCE, TERM_PERIOD, TERM_FIGURE,
                                                       TERM_STATUS };
    const struct model *model = &self->inputs->model;

    if (model->observation_count == 0) {
        return;
    }
    section(self, sheet, TERM_SECTION_OBSERVED);
    heads(self, sheet, HEADS);
    for (size_t index = 0; index < model->observation_count; index++) {
        const struct observation *of = &model->observations[index];
        char *what = observation_series(model, self->language, of);
        const char *const texts[COLUMNS] = { what, of->source, observation_period(of).text,
                                             number_whole(of->value).text,
                                             tables_name(self, &status_words[of->status]) };

        texts_row(sheet, texts, LOOK_WRAPPED);
        free(what);
    }
}

static void say_drawn(const struct tables *self, struct sheet *sheet)
{
    const struct ensemble *ensemble = &self->inputs->scenario.ensemble;

    if (self->ensemble == NULL) {
        return;
    }
    section(self, sheet, TERM_SECTION_DRAWN);
    if (ensemble->kind != ENSEMBLE_SWEEP) {
        say(self, sheet, MESSAGE_WORKBOOK_DRAWS,
            SLOTS({ "draws", number_whole((double)ensemble->draws).text },
                  { "seed", number_text((double)ensemble->seed).text }));
        say_view(self, sheet, view_drawn, 1);
        return;
    }
    for (size_t axis = 0; axis < ensemble->axis_count; axis++) {
        const struct move *move = &ensemble->axes[axis].move;

        say(self, sheet, MESSAGE_TERMINAL_DRAWN,
            SLOTS({ "name", move->name[self->language] }, { "source", move->source[self->language] }));
    }
}

void sheet_notes(struct tables *self)
{
    struct sheet sheet;

    sheet_begin(&sheet, self->book, tables_word(self, TERM_SHEET_NOTES), TAB_PLAN, WIDTHS, COLUMNS);
    tables_title(self, &sheet, NULL, TERM_TITLE_NOTES);
    sheet_freeze(&sheet, 0, 0);
    say_scenario(self, &sheet);
    say_changed(self, &sheet);
    say_assumed(self, &sheet);
    say_legend(self, &sheet);
    say_files(self, &sheet);
    say_observed(self, &sheet);
    say_drawn(self, &sheet);
    sheet_end(&sheet);
}
