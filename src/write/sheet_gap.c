#include <stdlib.h>

#include "mem.h"
#include "number.h"
#include "workbook_parts.h"

/** Square metres in a mu (亩): 2000/3. */
static const double m2_in_mu = 2000.0 / 3.0;

/** A figure of a gap row. */
struct gap_column {
    double (*figure)(const struct gap *gap);
    double width;
    enum workbook_word word;
    enum look look;
    bool of_demand; /**< Rests on the demand. */
    bool of_seats;  /**< Rests on the seats. */
    bool of_sums;   /**< For lists with sums alone. */
};

#define FIGURE(name, expression)                                                                                       \
    static double name(const struct gap *gap)                                                                          \
    {                                                                                                                  \
        return expression;                                                                                             \
    }

static double share(double part, double whole)
{
    return whole == 0 ? 0 : part / whole;
}

FIGURE(children, gap->children)
FIGURE(enrolment, gap->enrolment)
FIGURE(demand, gap->demand)
FIGURE(seats, gap->seats)
FIGURE(seats_nominal, gap->seats_nominal)
FIGURE(difference, gap->gap)
FIGURE(shortage, gap->shortage)
FIGURE(surplus, gap->surplus)
FIGURE(classes, gap->classes_needed)
FIGURE(land_m2, gap->land_needed_m2)
FIGURE(land_mu, gap->land_needed_m2 / m2_in_mu)
FIGURE(staff, gap->staff_needed)
FIGURE(demand_assumed, share(gap->demand_assumed, gap->demand))
FIGURE(seats_assumed, share(gap->seats_assumed, gap->seats))

/* Columns after the key and the year. */
static const struct gap_column COLUMNS[] = {
    { children, 8.5, TERM_CHILDREN, LOOK_WHOLE, true, false, false },
    { enrolment, 8.5, TERM_ENROLMENT, LOOK_WHOLE, true, false, false },
    { demand, 8.5, TERM_DEMAND, LOOK_WHOLE, true, false, false },
    { seats, 8.5, TERM_SEATS, LOOK_WHOLE, false, true, false },
    { seats_nominal, 9.5, TERM_SEATS_NOMINAL, LOOK_WHOLE, false, true, false },
    { difference, 9, TERM_GAP, LOOK_GAP, true, true, false },
    { shortage, 9, TERM_SHORTAGE, LOOK_WHOLE, true, true, true },
    { surplus, 9, TERM_SURPLUS, LOOK_WHOLE, true, true, true },
    { classes, 7.5, TERM_CLASSES, LOOK_WHOLE, true, false, false },
    { land_m2, 10, TERM_LAND_M2, LOOK_WHOLE, true, false, false },
    { land_mu, 9, TERM_LAND_MU, LOOK_DECIMAL, true, false, false },
    { staff, 7.5, TERM_STAFF, LOOK_WHOLE, true, false, false },
    { demand_assumed, 7.5, TERM_DEMAND_ASSUMED, LOOK_PERCENT, false, false, false },
    { seats_assumed, 7.5, TERM_SEATS_ASSUMED, LOOK_PERCENT, false, false, false },
};

enum { COLUMN_COUNT = sizeof COLUMNS / sizeof COLUMNS[0], KEYS = 2 };

/* Rows that a chart has beside it at least and at most, of ordinary height: 24 pixels. */
enum { CHART_LEAST = 12, CHART_MOST = 24, ROW_PIXELS = 24 };

static const double chart_width = 460;

/* Points of what is repeated above the rows of a page: title, units, legend, headings. */
static const double above_rows = 125;

/* Where the figure stands on the list's sheet. */
static size_t column_at(const struct gap_list *self, enum workbook_word word)
{
    size_t at = KEYS;

    for (size_t column = 0; COLUMNS[column].word != word; column++) {
        at += COLUMNS[column].of_sums && !self->sums ? 0 : 1;
    }
    return at;
}

static size_t columns_of(const struct gap_list *self)
{
    return column_at(self, TERM_SEATS_ASSUMED) + 1;
}

static void write_heads(const struct gap_list *self, const struct tables *tables)
{
    enum workbook_word words[KEYS + COLUMN_COUNT] = { self->key, TERM_YEAR };
    size_t count = KEYS;

    for (size_t column = 0; column < COLUMN_COUNT; column++) {
        if (!COLUMNS[column].of_sums || self->sums) {
            words[count++] = COLUMNS[column].word;
        }
    }
    tables_heads(tables, self->sheet, words, count);
}

void gap_list_begin(struct gap_list *self, const struct tables *tables, struct sheet *sheet, const char *wanted,
                    enum tab tab, const char *what, enum workbook_word title, enum workbook_word key, bool sums)
{
    double widths[KEYS + COLUMN_COUNT] = { 13, 10 };
    size_t count = KEYS;

    *self = (struct gap_list) { .sheet = sheet, .key = key, .sums = sums };
    for (size_t column = 0; column < COLUMN_COUNT; column++) {
        if (!COLUMNS[column].of_sums || sums) {
            widths[count++] = COLUMNS[column].width;
        }
    }
    sheet_begin(sheet, tables->book, wanted, tab, widths, count);
    tables_title(tables, sheet, what, title);
    char *legend = tables_message(tables, MESSAGE_WORKBOOK_LEGEND, NULL);

    sheet_paragraph(sheet, legend, LOOK_LEGEND);
    free(legend);
}

void gap_list_heads(struct gap_list *self, const struct tables *tables)
{
    self->heads = self->sheet->rows;
    self->page = self->sheet->rows + 1;
    write_heads(self, tables);
    /* what is said above the headings of sums is said once */
    sheet_freeze(self->sheet, self->sums ? self->heads : 0, KEYS);
}

/* Whether more than half of a figure stands on what is assumed. */
static bool is_assumed(const struct gap_column *column, const struct gap *gap)
{
    const double half = 0.5;

    return (column->of_demand && demand_assumed(gap) > half) || (column->of_seats && seats_assumed(gap) > half);
}

static void write_row(const struct gap_list *self, const struct gap *gap, const char *key, int year, bool sum)
{
    const unsigned strong = sum ? MARK_SUM : MARK_NONE;

    sheet_row(self->sheet, 0);
    sheet_text(self->sheet, key, LOOK_CENTRED, strong);
    sheet_number(self->sheet, year, LOOK_YEAR, strong);
    for (size_t column = 0; column < COLUMN_COUNT; column++) {
        const struct gap_column *of = &COLUMNS[column];

        if (!of->of_sums || self->sums) {
            sheet_number(self->sheet, of->figure(gap), of->look, is_assumed(of, gap) ? MARK_ASSUMED : MARK_NONE);
        }
    }
}

static void add_chart(struct gap_list *self, const struct tables *tables, size_t first, size_t place, size_t level)
{
    const size_t years = self->sheet->rows - first;
    const size_t rows = years < CHART_LEAST ? CHART_LEAST : years > CHART_MOST ? CHART_MOST : years;
    const struct chart_cells cells = { first,
                                       self->sheet->rows - 1,
                                       1,
                                       column_at(self, TERM_DEMAND),
                                       column_at(self, TERM_SEATS),
                                       column_at(self, TERM_SEATS_NOMINAL) };
    const struct chart_place at = { self->next_chart > first ? self->next_chart : first, columns_of(self), chart_width,
                                    (double)(rows * ROW_PIXELS) };
    char *name = tables_place(tables, place);
    char *begins = tables_joined(name, " ");
    char *title = tables_joined(begins, tables_name(tables, &tables->inputs->model.levels[level].name));

    chart_gap(tables, self->sheet, &cells, &at, title);
    self->next_chart = at.row + rows;
    free(title);
    free(begins);
    free(name);
}

static void break_page(struct gap_list *self)
{
    self->breaks = mem_grow(self->breaks, self->break_count + 1, sizeof *self->breaks);
    self->breaks[self->break_count++] = self->sheet->rows;
    self->page = self->sheet->rows;
}

void gap_list_block(struct gap_list *self, const struct tables *tables, size_t place, size_t level, bool chart)
{
    const struct model *model = &tables->inputs->model;
    const struct scenario *scenario = &tables->inputs->scenario;
    const size_t first = self->sheet->rows;
    char *key = self->key == TERM_PLACE ? tables_place(tables, place)
                                        : mem_text(tables_name(tables, &model->levels[level].name));

    const size_t years = (size_t)(scenario->last_year - scenario->first_year) + 1;

    /* no block and chart is parted by the end of a page, as long as charts stand beside their own */
    if (chart && first > self->page && first >= self->next_chart &&
        first - self->page + years > sheet_rows_of_page(self->sheet, chart_width, above_rows)) {
        break_page(self);
    }
    for (int year = scenario->first_year; year <= scenario->last_year; year++) {
        write_row(self, tables_gap(tables, year, place, level), key, year, place >= model->town_count);
    }
    if (chart) {
        add_chart(self, tables, first, place, level);
    }
    free(key);
}

void gap_list_end(struct gap_list *self)
{
    const size_t first = self->heads + 1;
    const size_t gap = column_at(self, TERM_GAP);

    if (self->sheet->rows > first) {
        sheet_tint_gaps(self->sheet, first, self->sheet->rows - 1, gap, gap);
        sheet_filter(self->sheet, self->heads, columns_of(self));
    }
    sheet_breaks(self->sheet, self->breaks, self->break_count);
    free(self->breaks);
    self->breaks = NULL;
}

void sheet_level(struct tables *self, size_t level)
{
    const char *name = tables_name(self, &self->inputs->model.levels[level].name);
    struct sheet sheet;
    struct gap_list list;

    gap_list_begin(&list, self, &sheet, name, TAB_LEVEL, name, TERM_TITLE_LEVEL, TERM_PLACE, false);
    gap_list_heads(&list, self);
    for (size_t index = 0; index < tables_places_listed(self); index++) {
        const size_t place = tables_place_at(self, index);

        if (tables_has_anything(self, place, level)) {
            gap_list_block(&list, self, place, level,
                           place >= self->inputs->model.town_count || tables_has_town_sheets(self));
        }
    }
    gap_list_end(&list);
    sheet_end(&sheet);
}

void sheet_town(struct tables *self, size_t town)
{
    const char *name = tables_name(self, &self->inputs->model.towns[town].name);
    struct sheet sheet;
    struct gap_list list;

    gap_list_begin(&list, self, &sheet, name, TAB_TOWN, name, TERM_TITLE_LEVEL, TERM_LEVEL, false);
    gap_list_heads(&list, self);
    for (size_t level = 0; level < self->inputs->model.level_count; level++) {
        if (tables_has_anything(self, town, level)) {
            gap_list_block(&list, self, town, level, true);
        }
    }
    gap_list_end(&list);
    sheet_end(&sheet);
}
