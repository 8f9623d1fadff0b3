/** The parts of what terminal_print() prints, and what they share. */
#ifndef TERMINAL_PARTS_H
#define TERMINAL_PARTS_H

#include "gap.h"
#include "terminal.h"
#include "terminal_words.h"
#include "text_table.h"

/** A run and how it is to be shown. All pointers are borrowed. */
struct view {
    FILE *stream;
    const struct inputs *inputs;
    const struct result *result;
    const struct terminal *terminal;
};

/** A figure of a gap row. */
enum figure { FIGURE_GAP, FIGURE_SHORTAGE, FIGURE_SURPLUS, FIGURE_DEMAND, FIGURE_SEATS, FIGURE_SEATS_NOMINAL };

/** A year and what a figure is in it. */
struct peak {
    int year;
    double value;
};

/**
 * The years that a table shows: every year from first to `every_until`, then those that `step` divides, and the last.
 * Near years matter more to a plan than far ones, and round years are looked for.
 */
struct years {
    int first;
    int every_until;
    int step;
    int last;
};

/** What is not half a child is none. */
extern const double half_a_child;

/** Whether towns are shown one by one; more than a hundred would bury what is said of all of them. */
bool view_names_towns(const struct view *self);

/** The word in the view's language. */
const char *view_word(const struct view *self, enum terminal_word word);

/** The name in the view's language. */
const char *view_name(const struct view *self, const struct name *name);

/** The three texts one after the other. free(). */
char *joined(const char *first, const char *second, const char *third);

/** The file of the result folder as the user would open it, or NULL where nothing was written. free(). */
char *view_file(const struct view *self, const char *name);

/** Says in which file the towns are, where there are too many to be shown. */
void view_towns_left_out(const struct view *self, const char *name);

/** Prints the message as a paragraph after `first`. */
void view_say(const struct view *self, const char *first, enum message message, const struct slot *slots);

/** An empty line and a heading. */
void view_heading(const struct view *self, const char *text);

/** A row of headings of which `first_right`..`last_right` stand at the right, as numbers do, and a rule below it. */
void view_heads(const struct view *self, struct text_table *table, const enum terminal_word *words, size_t count,
                size_t first_right, size_t last_right);

/** In words whether the value is within two standard errors of the observed; empty where none is known. */
const char *view_within(const struct view *self, const struct observation *of, double value);

/** The row of a place (a town, an area or, last, the district) at a level in a year that was run. */
const struct gap *view_gap(const struct view *self, int year, size_t place, size_t level);

/** The place that is the whole district. */
size_t view_district(const struct view *self);

/** The figure of a place at a level, in the year. */
double view_figure(const struct view *self, enum figure figure, int year, size_t place, size_t level);

/** The figure's greatest value over the years shown, at the first year that has it. */
struct peak view_peak(const struct view *self, enum figure figure, size_t place, size_t level);

/** When a place matters most at a level: its greatest shortage or, where it is never short, its greatest demand. */
struct peak view_need_peak(const struct view *self, size_t place, size_t level);

/** The names of the levels in a set [level_count] with `between` them. free(). */
char *view_levels(const struct view *self, const bool *has_level, const char *between);

/** A number with its sign: `+1,234` short or missing, `-567` spare, `0`. */
struct number_text signed_whole(double value);

/** Adds the number with its sign and the colour that goes with it. */
void add_signed(struct text_table *table, double value);

/** Adds the number of whole children. */
void add_whole(struct text_table *table, double value, enum text_style style);

/** Every year from first to last. */
struct years years_all(int first, int last);

/** The year shown after `year`; beyond `last` after the last. */
int years_next(const struct years *self, int year);

/** Leaves out one more year, the far ones first; false where only first and last are left. */
bool years_thin(struct years *self);

/** Whether every year is shown. */
bool years_are_all(const struct years *self);

/** A heading cell for each year, at the right. */
void add_years(struct text_table *table, const struct years *years);

/** Fills a table with the columns of `years`; `of` is what the caller gave. */
typedef void fill_table(struct text_table *table, const struct view *view, const struct years *years, const void *of);

/** Thins the years until the table fits the screen, or only first and last are left. */
void view_fit(const struct view *self, fill_table *fill, const void *of, struct years *years);

/** Prints and frees the table; a table that is wider than the screen gets narrower gaps. */
void view_print(const struct view *self, struct text_table *table);

/** Fills a table, prints and frees it. */
void view_table(const struct view *self, fill_table *fill, const void *of, const struct years *years);

/** District and scenario, and what it asks. */
void view_title(const struct view *view);

/** The school years shown. */
void view_horizon(const struct view *view);

/** Whether the place has any demand or seats at the level in the years shown. */
bool view_has_anything(const struct view *view, size_t place, size_t level);

/** The place's name for people: a town's, an area's with `sum`, or `total`. free(). */
char *view_place(const struct view *view, size_t place);

/** The tables of the gap, one a level, with their legend. */
void view_gaps(const struct view *view);

/** Observed figures beside the model's. */
void view_observed(const struct view *view);

/** Seats added since the base year by level, beside the plan's targets. */
void view_seats(const struct view *view);

/** Classes, land and staff that demand and shortages ask for, and staff beside the posts there are. */
void view_needs(const struct view *view);

/** How pupils were reckoned where that is by grade progression, and its ratios; part of the notes. */
void view_progression(const struct view *view);

/** What misses norms and what rests on assumed figures, in words. */
void view_notes(const struct view *view);

#endif
