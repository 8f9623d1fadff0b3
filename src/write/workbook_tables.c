#include "workbook_tables.h"

#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "number.h"
#include "workbook_parts.h"

const char *tables_word(const struct tables *self, enum workbook_word word)
{
    return workbook_words[word][self->language];
}

const char *tables_name(const struct tables *self, const struct name *name)
{
    return name->text[self->language];
}

char *tables_message(const struct tables *self, enum message message, const struct slot *slots)
{
    return message_text(message, self->language, slots);
}

char *tables_joined(const char *first, const char *second)
{
    char *text = mem_array(strlen(first) + strlen(second) + 1, 1);

    return strcat(strcpy(text, first), second);
}

char *tables_place(const struct tables *self, size_t place)
{
    const struct model *model = &self->inputs->model;

    if (place < model->town_count) {
        return mem_text(tables_name(self, &model->towns[place].name));
    }
    if (place < model->town_count + model->area_count) {
        return tables_joined(tables_name(self, &model->areas[place - model->town_count]),
                             tables_word(self, TERM_SUBTOTAL));
    }
    return mem_text(tables_word(self, TERM_TOTAL));
}

size_t tables_place_at(const struct tables *self, size_t index)
{
    const struct model *model = &self->inputs->model;

    if (index == 0) {
        return gap_places(model) - 1;
    }
    return index <= model->area_count ? model->town_count + index - 1 : index - model->area_count - 1;
}

bool tables_lists_towns(const struct tables *self)
{
    const struct model *model = &self->inputs->model;
    const struct scenario *scenario = &self->inputs->scenario;
    const size_t years = (size_t)(scenario->last_year - scenario->first_year) + 1;

    return model->town_count <= TOWNS_LISTED && model->town_count * model->level_count * years <= TOWN_ROWS_LISTED;
}

void tables_more(const struct tables *self, struct sheet *sheet, size_t count, size_t listed, const char *file)
{
    if (count > listed) {
        char *text = tables_message(self, MESSAGE_WORKBOOK_MORE_ROWS,
                                    SLOTS({ "count", number_whole((double)(count - listed)).text }, { "file", file }));

        sheet_paragraph(sheet, text, LOOK_LEGEND);
        free(text);
    }
}

size_t tables_places_listed(const struct tables *self)
{
    const struct model *model = &self->inputs->model;

    return tables_lists_towns(self) ? gap_places(model) : model->area_count + 1;
}

bool tables_has_town_sheets(const struct tables *self)
{
    return self->inputs->model.town_count <= TOWNS_WITH_SHEETS && tables_lists_towns(self);
}

const struct gap *tables_gap(const struct tables *self, int year, size_t place, size_t level)
{
    const struct model *model = &self->inputs->model;

    return result_gap(self->result, model, (size_t)(year - model->base_year), place, level);
}

bool tables_has_anything(const struct tables *self, size_t place, size_t level)
{
    const struct scenario *scenario = &self->inputs->scenario;

    for (int year = scenario->first_year; year <= scenario->last_year; year++) {
        const struct gap *gap = tables_gap(self, year, place, level);

        if (gap->children > 0 || gap->demand > 0 || gap->seats_nominal > 0 || gap->seats > 0) {
            return true;
        }
    }
    return false;
}

const struct series_summary *tables_summary(const struct tables *self, enum measure measure, int year, size_t place,
                                            size_t level)
{
    const size_t state = (size_t)(year - self->inputs->scenario.first_year);

    return &self->ensemble->summaries[many_runs_series_at(self->ensemble->runs, measure, state, place, level)];
}

void tables_title(const struct tables *self, struct sheet *sheet, const char *what, enum workbook_word title)
{
    const struct model *model = &self->inputs->model;
    const char *space = " ";
    char *of = tables_joined(tables_name(self, &model->name), what == NULL ? "" : space);
    char *place = tables_joined(of, what == NULL ? "" : what);
    char *colon = tables_joined(place, self->language == CHINESE ? space : tables_word(self, TERM_COLON));
    char *text = tables_joined(colon, tables_word(self, title));
    char *units = tables_message(self, MESSAGE_WORKBOOK_UNITS,
                                 SLOTS({ "scenario", self->inputs->scenario.title[self->language] },
                                       { "month", number_text(model->state_date.month).text },
                                       { "day", number_text(model->state_date.day).text }));

    sheet_across(sheet, text, LOOK_TITLE);
    sheet_across(sheet, units, LOOK_UNIT);
    free(units);
    free(text);
    free(colon);
    free(place);
    free(of);
}

void tables_heads(const struct tables *self, struct sheet *sheet, const enum workbook_word *words, size_t count)
{
    const double three_lines = 45;

    sheet_row(sheet, three_lines);
    for (size_t word = 0; word < count; word++) {
        sheet_text(sheet, tables_word(self, words[word]), LOOK_HEAD, MARK_NONE);
    }
}

static void write_ensemble(struct tables *self)
{
    const bool asked = self->ensemble != NULL && self->inputs->model.level_count > 0;

    if (asked && self->inputs->scenario.ensemble.kind == ENSEMBLE_UNCERTAINTY) {
        sheet_variants(self);
        sheet_probability(self);
    } else if (asked && self->inputs->scenario.ensemble.kind == ENSEMBLE_SENSITIVITY) {
        sheet_sensitivity(self);
    } else if (asked && self->inputs->scenario.ensemble.kind == ENSEMBLE_SWEEP) {
        sheet_matrix(self);
    }
}

static void write_sheets(struct tables *self)
{
    const struct model *model = &self->inputs->model;

    sheet_summary(self);
    if (model->level_count > 0) {
        sheet_glance(self);
    }
    for (size_t level = 0; level < model->level_count; level++) {
        sheet_level(self, level);
    }
    write_ensemble(self);
    if (model->project_count > 0) {
        sheet_projects(self);
    }
    if (self->audit != NULL) {
        sheet_audit(self);
    }
    sheet_notes(self);
    for (size_t town = 0; town < model->town_count && tables_has_town_sheets(self) && model->level_count > 0; town++) {
        sheet_town(self, town);
    }
}

bool workbook_possible(const char *name, struct problems *problems)
{
    if (xlsx_library() != NULL) {
        return true;
    }
    report(problems, (struct place) { .file = NULL }, MESSAGE_WORKBOOK_NO_LIBRARY,
           SLOTS({ "version", LXW_VERSION }, { "package", "libxlsxwriter" LXW_SOVERSION },
                 { "file", "libxlsxwriter.so." LXW_SOVERSION }, { "workbook", name }));
    return false;
}

bool workbook_tables(FILE *stream, const struct workbook_content *content)
{
    struct workbook book;
    struct tables tables = { .book = &book,
                             .language = content->language,
                             .inputs = content->inputs,
                             .result = content->result,
                             .ensemble = content->ensemble,
                             .audit = content->audit,
                             .version = content->version };

    if (!workbook_begin(&book, xlsx_library(), content->language, content->inputs->scenario.title[content->language])) {
        return false;
    }
    write_sheets(&tables);
    return workbook_end(&book, stream);
}
