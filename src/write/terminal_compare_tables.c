#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "number.h"
#include "terminal_compare_parts.h"

/** A table of one level. */
struct level_table {
    const struct compare_view *compare;
    size_t level;
    int most; /* Year in which the district, or without it any place, has changed most. */
};

/** A figure of a cell: a side's gap, the change, or a cause's share. */
enum cell_figure { CELL_GAP_A, CELL_GAP_B, CELL_CHANGE, CELL_SHARE };

static double cell_figure(const struct forecast_comparison *of, enum cell_figure figure, size_t cause, size_t cell)
{
    switch (figure) {
    case CELL_GAP_A:
        return of->rows[0][cell].gap;
    case CELL_GAP_B:
        return of->rows[1][cell].gap;
    case CELL_CHANGE:
        return comparison_change(of, cell);
    case CELL_SHARE:
        break;
    }
    return comparison_share(of, cause, cell);
}

static void add_figure(struct text_table *table, double value)
{
    if (isnan(value)) {
        text_table_right(table, "-", STYLE_FAINT);
    } else {
        add_signed(table, value);
    }
}

static void add_row(struct text_table *table, const struct level_table *self, const struct years *years,
                    const char *name, enum cell_figure figure, size_t cause)
{
    const struct forecast_comparison *of = self->compare->of;
    const size_t district = comparison_district(of);

    text_table_row(table);
    text_table_left(table, name, STYLE_PLAIN);
    for (int year = years->first; year <= years->last; year = years_next(years, year)) {
        add_figure(table, cell_figure(of, figure, cause, comparison_cell(of, year, district, self->level)));
    }
    add_figure(table, cell_figure(of, figure, cause, comparison_cell(of, self->most, district, self->level)));
}

/* The cause's name behind its number, by which the towns' columns call it. free(). */
static char *numbered(const struct compare_view *self, size_t place)
{
    const size_t cause = self->order[place];

    return joined(number_text((double)place + 1).text, " ", view_name(&self->view, &self->of->causes[cause].name));
}

static void fill_years(struct text_table *table, const struct view *view, const struct years *years, const void *of)
{
    const struct level_table *self = of;
    const struct compare_view *compare = self->compare;
    char *most = joined(compare_word(compare, compare->year != 0 ? COMPARE_ASKED : COMPARE_MOST), " ",
                        number_text(self->most).text);

    (void)view;
    text_table_row(table);
    text_table_left(table, compare_word(compare, COMPARE_CAUSE), STYLE_PLAIN);
    add_years(table, years);
    text_table_right(table, most, STYLE_PLAIN);
    free(most);
    text_table_rule(table);
    for (size_t place = 0; place < compare->of->cause_count; place++) {
        char *name = numbered(compare, place);

        add_row(table, self, years, name, CELL_SHARE, compare->order[place]);
        free(name);
    }
    if (compare->of->cause_count > 0) {
        text_table_rule(table);
    }
    add_row(table, self, years, compare_word(compare, COMPARE_CHANGE), CELL_CHANGE, 0);
    add_row(table, self, years, compare_word(compare, COMPARE_GAP_A), CELL_GAP_A, 0);
    add_row(table, self, years, compare_word(compare, COMPARE_GAP_B), CELL_GAP_B, 0);
}

static void print_heading(const struct level_table *self, const char *what)
{
    const struct compare_view *compare = self->compare;
    const enum language language = compare->view.terminal->language;
    char *heading =
        joined(view_name(&compare->view, &compare->of->levels[self->level]), language == CHINESE ? "：" : ": ", what);

    view_heading(&compare->view, heading);
    free(heading);
}

int compare_level_year(const struct compare_view *self, size_t level)
{
    const struct forecast_comparison *of = self->of;
    size_t place = comparison_district(of);

    /* towns may change by what leaves the district's sum as it is */
    for (size_t other = 0; !compare_changes(self, place, level) && other < of->place_count; other++) {
        place = compare_changes(self, other, level) ? other : place;
    }
    return compare_year(self, place, level);
}

static struct level_table table_of(const struct compare_view *self, size_t level)
{
    return (struct level_table) { self, level, compare_level_year(self, level) };
}

void compare_view_years(const struct compare_view *self, size_t level)
{
    const struct level_table table = table_of(self, level);
    struct years years = years_all(self->of->first_year, self->of->last_year);

    print_heading(&table, compare_word(self, COMPARE_CHANGE_OF_GAP));
    view_fit(&self->view, fill_years, &table, &years);
    view_table(&self->view, fill_years, &table, &years);
}

/* How many causes have columns of their own. */
enum { COLUMNS_MOST = 12 };

char *compare_place_name(const struct compare_view *self, size_t place)
{
    const struct forecast_place *of = &self->of->places[place];

    if (of->town[0] != '\0') {
        return joined(view_name(&self->view, &of->name), "", "");
    }
    if (of->area[0] == '\0') {
        return joined(view_word(&self->view, WORD_TOTAL), "", "");
    }
    return joined(view_name(&self->view, &of->name), self->view.terminal->language == CHINESE ? "" : " ",
                  view_word(&self->view, WORD_SUBTOTAL));
}

/* The row of a place: both gaps, the change, the first causes, the others together. */
static void add_place(struct text_table *table, const struct level_table *self, size_t place, size_t columns)
{
    const struct compare_view *compare = self->compare;
    const struct forecast_comparison *of = compare->of;
    const size_t cell = comparison_cell(of, self->most, place, self->level);
    double others = 0;

    char *name = compare_place_name(compare, place);

    text_table_row(table);
    text_table_left(table, name, STYLE_PLAIN);
    free(name);
    add_figure(table, of->rows[0][cell].gap);
    add_figure(table, of->rows[1][cell].gap);
    add_figure(table, comparison_change(of, cell));
    for (size_t at = 0; at < of->cause_count; at++) {
        const double share = comparison_share(of, compare->order[at], cell);

        if (at < columns) {
            add_figure(table, share);
        } else {
            others += share;
        }
    }
    if (columns < of->cause_count) {
        add_figure(table, others);
    }
}

static bool is_sum(const struct forecast_place *place)
{
    return place->town[0] == '\0';
}

static void fill_towns(struct text_table *table, const struct level_table *self, size_t columns)
{
    const struct compare_view *compare = self->compare;
    const struct forecast_comparison *of = compare->of;

    text_table_row(table);
    text_table_left(table, number_text(self->most).text, STYLE_PLAIN);
    text_table_right(table, compare_word(compare, COMPARE_GAP_A), STYLE_PLAIN);
    text_table_right(table, compare_word(compare, COMPARE_GAP_B), STYLE_PLAIN);
    text_table_right(table, compare_word(compare, COMPARE_CHANGE), STYLE_PLAIN);
    for (size_t at = 0; at < columns; at++) {
        text_table_right(table, number_text((double)at + 1).text, STYLE_PLAIN);
    }
    if (columns < of->cause_count) {
        text_table_right(table, compare_word(compare, COMPARE_OTHERS), STYLE_PLAIN);
    }
    text_table_rule(table);
    for (size_t place = 0; place < of->place_count; place++) {
        if (place > 0 && is_sum(&of->places[place]) && !is_sum(&of->places[place - 1])) {
            text_table_rule(table);
        }
        add_place(table, self, place, columns);
    }
}

void compare_view_towns(const struct compare_view *self, size_t level)
{
    const struct level_table of = table_of(self, level);
    const size_t columns = self->view.terminal->columns;
    size_t causes = self->of->cause_count < COLUMNS_MOST ? self->of->cause_count : COLUMNS_MOST;
    struct text_table table = { .gap = 2 };

    print_heading(&of, compare_word(self, COMPARE_BY_TOWN));
    fill_towns(&table, &of, causes);
    while (columns > 0 && causes > 1 && text_table_width(&table) > columns) {
        text_table_free(&table);
        table = (struct text_table) { .gap = 2 };
        fill_towns(&table, &of, --causes);
    }
    view_print(&self->view, &table);
}
