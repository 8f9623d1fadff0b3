/** The sheets of the workbook of a run, and what they share. */
#ifndef WORKBOOK_PARTS_H
#define WORKBOOK_PARTS_H

#include "audit.h"
#include "ensemble_result.h"
#include "gap.h"
#include "inputs.h"
#include "result.h"
#include "sheet.h"
#include "workbook_words.h"

/** A run and the workbook that it goes into. All pointers are borrowed. */
struct tables {
    struct workbook *book;
    enum language language;
    const struct inputs *inputs;
    const struct result *result;
    const struct ensemble_result *ensemble; /**< NULL: one run. */
    const struct audit *audit;              /**< NULL: none. */
    const char *version;
};

/** How many towns have sheets of their own, and charts on the levels' sheets. */
enum { TOWNS_WITH_SHEETS = 60 };

/** How many towns, and rows of towns by level and year, sheets list; of more they have the areas and the district
 * alone. */
enum { TOWNS_LISTED = 1000, TOWN_ROWS_LISTED = 200000 };

/** How many projects and findings are listed; the others are in the result's tables. */
enum { PLAN_ROWS_LISTED = 20000 };

/** The word, the name, the message in the workbook's language. Texts of messages: free(). */
const char *tables_word(const struct tables *self, enum workbook_word word);
const char *tables_name(const struct tables *self, const struct name *name);
char *tables_message(const struct tables *self, enum message message, const struct slot *slots);

/** The place's name: a town's, an area's with `sum`, or `total`. free(). */
char *tables_place(const struct tables *self, size_t place);

/** Places in the order of the sheets: the district, the areas, then the towns. */
size_t tables_place_at(const struct tables *self, size_t index);

/** Places that sheets list: all, or of too many towns the sums alone. */
size_t tables_places_listed(const struct tables *self);

/** Whether towns are listed at all. */
bool tables_lists_towns(const struct tables *self);

/** Says how many more rows are in the file, unless there are none. */
void tables_more(const struct tables *self, struct sheet *sheet, size_t count, size_t listed, const char *file);

/** Whether towns have sheets of their own. */
bool tables_has_town_sheets(const struct tables *self);

/** The row of a place (see gap_places()) and level in a school year. */
const struct gap *tables_gap(const struct tables *self, int year, size_t place, size_t level);

/** Whether the place has any children, demand or seats at the level in the years shown. */
bool tables_has_anything(const struct tables *self, size_t place, size_t level);

/** What the summary of many runs says of the gap; `measure` is kept. */
const struct series_summary *tables_summary(const struct tables *self, enum measure measure, int year, size_t place,
                                            size_t level);

/** `first` and `second` in one. free(). */
char *tables_joined(const char *first, const char *second);

/** Title row of a sheet: district (and `what`, unless NULL), and the title; then the row of units with the scenario. */
void tables_title(const struct tables *self, struct sheet *sheet, const char *what, enum workbook_word title);

/** A row of headings; rows of three lines. */
void tables_heads(const struct tables *self, struct sheet *sheet, const enum workbook_word *words, size_t count);

/** The sheets. */
void sheet_summary(struct tables *self);
void sheet_glance(struct tables *self);
void sheet_level(struct tables *self, size_t level);
void sheet_town(struct tables *self, size_t town);
void sheet_projects(struct tables *self);
void sheet_audit(struct tables *self);
void sheet_notes(struct tables *self);
void sheet_variants(struct tables *self);
void sheet_probability(struct tables *self);
void sheet_sensitivity(struct tables *self);
void sheet_matrix(struct tables *self);

/** Rows of gaps on a sheet, block after block, a chart beside each. Plain data of sheet_gap.c. */
struct gap_list {
    struct sheet *sheet;
    enum workbook_word key; /**< What the first column names: the place or the level. */
    bool sums;              /**< With the columns of the towns' shortages and surpluses added up. */
    size_t heads;           /**< Row of the headings. */
    size_t next_chart;      /**< First row that no chart covers. */
    size_t page;            /**< Row with which the page begins. */
    size_t *breaks;         /**< Owned. Rows where a new page begins. */
    size_t break_count;
};

/** Begins the sheet, with its titles; gap_list_heads() follows. `what` is the place or level of the title; NULL: of the
 * district. */
void gap_list_begin(struct gap_list *self, const struct tables *tables, struct sheet *sheet, const char *wanted,
                    enum tab tab, const char *what, enum workbook_word title, enum workbook_word key, bool sums);

/** The row of headings, which stays on the screen and is repeated on every page. */
void gap_list_heads(struct gap_list *self, const struct tables *tables);

/** A row for each school year. */
void gap_list_block(struct gap_list *self, const struct tables *tables, size_t place, size_t level, bool chart);

/** Ends the list: filter, colours, page breaks; the sheet stays open. */
void gap_list_end(struct gap_list *self);

/** Cells of a sheet that a chart draws: rows first..last of a few columns. */
struct chart_cells {
    size_t first;
    size_t last;
    size_t year;   /**< Column of the years. */
    size_t demand; /**< And so on; of draws: low, middle, high. */
    size_t seats;
    size_t nominal;
};

/** Where a chart stands, and how large. */
struct chart_place {
    size_t row;
    size_t column;
    double width; /**< Pixels. */
    double height;
};

/** Demand as a line, seats as steps, those of all schools open in full as thin steps. `title` names what of. */
void chart_gap(const struct tables *self, struct sheet *sheet, const struct chart_cells *cells,
               const struct chart_place *place, const char *title);

/** The gap of the three variants as lines; cells.demand, .seats and .nominal are the high, middle and low one. */
void chart_variants(const struct tables *self, struct sheet *sheet, const struct chart_cells *cells,
                    const struct chart_place *place, const char *title);

#endif
