#include "terminal_parts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "number.h"

const double half_a_child = 0.5;

/* Years beyond those shown one by one: 2025, 2030, ... */
static const int years_step = 5;

bool terminal_names_towns(const struct model *model)
{
    enum { TOWNS_MOST = 100 };

    return model->town_count <= TOWNS_MOST;
}

bool view_names_towns(const struct view *self)
{
    return terminal_names_towns(&self->inputs->model);
}

const char *view_word(const struct view *self, enum terminal_word word)
{
    return terminal_words[word][self->terminal->language];
}

const char *view_name(const struct view *self, const struct name *name)
{
    const char *text = name->text[self->terminal->language];

    return text != NULL && *text != '\0' ? text : name->id;
}

char *joined(const char *first, const char *second, const char *third)
{
    char *text = mem_array(strlen(first) + strlen(second) + strlen(third) + 1, 1);

    return strcat(strcat(strcat(text, first), second), third);
}

char *view_file(const struct view *self, const char *name)
{
    const bool is_written = !self->terminal->gap_alone || strcmp(name, "gap.csv") == 0;

    return self->terminal->folder == NULL || !is_written ? NULL : joined(self->terminal->folder, "/", name);
}

void view_say(const struct view *self, const char *first, enum message message, const struct slot *slots)
{
    char *text = message_text(message, self->terminal->language, slots);

    text_paragraph(self->stream, self->terminal->columns, first, text);
    free(text);
}

void view_towns_left_out(const struct view *self, const char *name)
{
    if (view_names_towns(self)) {
        return;
    }
    const struct number_text count = number_whole((double)self->inputs->model.town_count);
    char *file = view_file(self, name);

    view_say(self, "", file == NULL ? MESSAGE_TERMINAL_TOWNS_LEFT_OUT_UNWRITTEN : MESSAGE_TERMINAL_TOWNS_LEFT_OUT,
             SLOTS({ "count", count.text }, { "file", file == NULL ? name : file }));
    free(file);
}

void view_heading(const struct view *self, const char *text)
{
    putc('\n', self->stream);
    text_styled(self->stream, self->terminal->colour, STYLE_STRONG, text);
    putc('\n', self->stream);
}

void view_heads(const struct view *self, struct text_table *table, const enum terminal_word *words, size_t count,
                size_t first_right, size_t last_right)
{
    text_table_row(table);
    for (size_t head = 0; head < count; head++) {
        const bool right = first_right <= head && head <= last_right;

        (right ? text_table_right : text_table_left)(table, view_word(self, words[head]), STYLE_STRONG);
    }
    text_table_rule(table);
}

const char *view_within(const struct view *self, const struct observation *of, double value)
{
    if (!(of->standard_error > 0)) {
        return "";
    }
    return view_word(self, fabs(value - of->value) <= 2 * of->standard_error ? WORD_IS_WITHIN : WORD_IS_BEYOND);
}

const struct gap *view_gap(const struct view *self, int year, size_t place, size_t level)
{
    const struct model *model = &self->inputs->model;
    const size_t state = (size_t)(year - model->base_year);

    return result_gap(self->result, model, state, place, level);
}

size_t view_district(const struct view *self)
{
    return gap_places(&self->inputs->model) - 1;
}

double view_figure(const struct view *self, enum figure figure, int year, size_t place, size_t level)
{
    const struct gap *row = view_gap(self, year, place, level);

    switch (figure) {
    case FIGURE_SHORTAGE:
        return row->shortage;
    case FIGURE_SURPLUS:
        return row->surplus;
    case FIGURE_DEMAND:
        return row->demand;
    case FIGURE_SEATS:
        return row->seats;
    case FIGURE_SEATS_NOMINAL:
        return row->seats_nominal;
    case FIGURE_GAP:
        break;
    }
    return row->gap;
}

struct peak view_peak(const struct view *self, enum figure figure, size_t place, size_t level)
{
    const struct scenario *scenario = &self->inputs->scenario;
    struct peak peak = { scenario->first_year, view_figure(self, figure, scenario->first_year, place, level) };

    for (int year = scenario->first_year + 1; year <= scenario->last_year; year++) {
        const double value = view_figure(self, figure, year, place, level);

        if (value > peak.value) {
            peak = (struct peak) { year, value };
        }
    }
    return peak;
}

struct peak view_need_peak(const struct view *self, size_t place, size_t level)
{
    const struct peak gap = view_peak(self, FIGURE_GAP, place, level);

    return gap.value >= half_a_child ? gap : view_peak(self, FIGURE_DEMAND, place, level);
}

char *view_levels(const struct view *self, const bool *has_level, const char *between)
{
    const struct model *model = &self->inputs->model;
    size_t room = 1;

    for (size_t level = 0; level < model->level_count; level++) {
        room += has_level[level] ? strlen(view_name(self, &model->levels[level].name)) + strlen(between) : 0;
    }
    char *text = mem_array(room, 1);

    for (size_t level = 0; level < model->level_count; level++) {
        if (has_level[level]) {
            strcat(text, *text != '\0' ? between : "");
            strcat(text, view_name(self, &model->levels[level].name));
        }
    }
    return text;
}

struct number_text signed_whole(double value)
{
    struct number_text text = number_whole(value);

    if (value >= half_a_child) {
        const struct number_text unsigned_text = text;

        snprintf(text.text, sizeof text.text, "+%.*s", NUMBER_ROOM - 2, unsigned_text.text);
    }
    return text;
}

void add_signed(struct text_table *table, double value)
{
    const enum text_style spare = value <= -half_a_child ? STYLE_SURPLUS : STYLE_FAINT;

    text_table_right(table, signed_whole(value).text, value >= half_a_child ? STYLE_SHORTAGE : spare);
}

void add_whole(struct text_table *table, double value, enum text_style style)
{
    text_table_right(table, number_whole(value).text, style);
}

char *view_place(const struct view *view, size_t place)
{
    const struct model *model = &view->inputs->model;

    if (place < model->town_count) {
        return mem_text(view_name(view, &model->towns[place].name));
    }
    if (place < model->town_count + model->area_count) {
        return joined(view_name(view, &model->areas[place - model->town_count]),
                      view->terminal->language == CHINESE ? "" : " ", view_word(view, WORD_SUBTOTAL));
    }
    return mem_text(view_word(view, WORD_TOTAL));
}

struct years years_all(int first, int last)
{
    return (struct years) { .first = first, .every_until = last, .step = years_step, .last = last };
}

int years_next(const struct years *self, int year)
{
    if (year < self->every_until || year >= self->last) {
        return year + 1;
    }
    const int next = (year / self->step + 1) * self->step;

    return next < self->last ? next : self->last;
}

bool years_thin(struct years *self)
{
    if (self->every_until > self->first) {
        self->every_until--;
        return true;
    }
    if (self->step > self->last) {
        return false;
    }
    *self = (struct years) { self->first, self->last, 2 * self->step, self->last };
    return true;
}

bool years_are_all(const struct years *self)
{
    return self->every_until == self->last;
}

void add_years(struct text_table *table, const struct years *years)
{
    for (int year = years->first; year <= years->last; year = years_next(years, year)) {
        text_table_right(table, number_text(year).text, STYLE_STRONG);
    }
}

static bool fits(const struct view *view, fill_table *fill, const void *of, const struct years *years)
{
    struct text_table table = { .gap = 1 };

    fill(&table, view, years, of);
    const size_t width = text_table_width(&table);

    text_table_free(&table);
    return width <= view->terminal->columns;
}

void view_fit(const struct view *self, fill_table *fill, const void *of, struct years *years)
{
    bool thinner = self->terminal->columns > 0;

    while (thinner && !fits(self, fill, of, years)) {
        thinner = years_thin(years);
    }
}

void view_print(const struct view *self, struct text_table *table)
{
    if (self->terminal->columns > 0 && text_table_width(table) > self->terminal->columns) {
        table->gap = 1;
    }
    text_table_print(table, self->stream, self->terminal->colour);
    text_table_free(table);
}

void view_table(const struct view *self, fill_table *fill, const void *of, const struct years *years)
{
    struct text_table table = { .gap = 1 };

    fill(&table, self, years, of);
    view_print(self, &table);
}
