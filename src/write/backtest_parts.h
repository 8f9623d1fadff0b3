/** The parts of what backtest_report_print() prints, and what they share. */
#ifndef BACKTEST_PARTS_H
#define BACKTEST_PARTS_H

#include "backtest_report.h"
#include "terminal_parts.h"

/** Fewer comparisons than that give no mean to build on. */
enum { ENOUGH_CASES = 10 };

/** Room for labels made of names and years. */
enum { LABEL_ROOM = 400 };

struct label {
    char text[LABEL_ROOM];
};

/** Adds a number with decimals and, where it is an error, its sign; a dash where there is none. */
void add_decimals(struct text_table *table, double value, int decimals, bool is_signed);

/** The name of a group of ages; of the one behind the last, the residents. */
const char *backtest_group(const struct view *view, size_t group);

/** How many pairs of origin and target were compared. */
size_t backtest_pairs(const struct backtest *of);

/** The comparison of a town, or all, at the group's ages, `nth` of all pairs of origin and target. */
const struct comparison *backtest_nth(const struct backtest *of, size_t group, size_t town, size_t nth);

/** Whether anybody lived in the town, or in all, at any target: else it has no rows. */
bool backtest_has_people(const struct backtest *of, size_t town);

/** Errors by level and lead beside naive rules and the field's. */
void view_accuracy(const struct view *view, const struct backtest *of);

/** Errors of pupils by level and lead, by either way of reckoning them. */
void view_pupil_accuracy(const struct view *view, const struct backtest *of);

/** Errors by town, a column a pair of origin and target. */
void view_accuracy_by_town(const struct view *view, const struct backtest *of);

/** Observed figures of the district beside the forecasts of them. */
void view_checks(const struct view *view, const struct backtest *of);

/** Ratios observed at other places. */
void view_outside(const struct view *view, const struct backtest *of);

/** What all of that weighs: what is too short or too little to judge by. */
void view_weight(const struct view *view, const struct backtest *of);

#endif
