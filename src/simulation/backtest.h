/** A forecast from an origin held against what was observed later, beside naive rules. */
#ifndef BACKTEST_H
#define BACKTEST_H

#include <stdbool.h>

#include "observed.h"
#include "result.h"
#include "vintage.h"

/** What is compared: a place's people of a group of ages, or all of them. */
struct comparison {
    const struct observed_state *origin; /**< Borrowed, as all pointers here. */
    const struct observed_state *target; /**< What was observed. */
    int lead;                            /**< Years from the one state to the other. */
    size_t group;                        /**< Of model->backtest.groups; group_count: all residents. */
    size_t town;                         /**< town_count: all towns together. */
    double observed;                     /**< Persons at the state date. */
    double forecast;
    double no_change; /**< naive_no_change() at the origin. */
    double ageing;    /**< naive_ageing(); NAN for all residents, who have no births in it to speak of. */
};

/** A level's pupils, forecast by either method of enrolment, public and private together. */
struct pupil_comparison {
    const struct observed_state *origin;
    int year; /**< School year. */
    int lead;
    size_t level;
    size_t town; /**< town_count: all towns together, the only row where pupils are known for the district alone. */
    double observed;
    double by_rates;       /**< Children times the enrolment rates known at the origin. */
    double by_progression; /**< From grade to grade; NAN where too little was known for it. */
    double no_change;      /**< Pupils of the origin's school year; NAN where they are not known. */
};

/** A figure of observed.csv. */
struct observed_check {
    const struct observed_state *origin;
    const struct observation *of;
    enum observed_standing standing; /**< Only OBSERVED_MODELLED has a forecast. */
    double lead;                     /**< Years from the origin's state date to the end of the period. */
    double forecast;
    double no_change; /**< Residents at the origin's day; of births, those aged 0 at its state, each year; of pupils,
                         those reckoned for it; NAN of other series. */
};

/** A ratio observed at another place beside the forecast's. */
struct outside_result {
    const struct observed_state *origin;
    const struct outside_check *of;
    bool is_known;   /**< Whether the forecast has both years. */
    double there;    /**< The ratio as observed; of a peak its year. */
    double forecast; /**< The forecast's ratio or year. */
};

/** A back-test, gathered over its origins in order. */
struct backtest {
    const struct model *model;
    size_t vintage_count;
    const struct vintage *vintages;
    size_t comparison_count;
    const struct comparison *comparisons; /**< By origin, target, group (residents last) and town (all last). */
    size_t pupil_count;
    const struct pupil_comparison *pupils; /**< By origin, school year, level and town (all last). */
    size_t check_count;
    const struct observed_check *checks;
    size_t outside_count;
    const struct outside_result *outside;
    double floored; /**< Persons added in all forecasts so that migrants leave nobody below zero. */
};

/** The last state that a forecast from the origin is to have for all that was observed; at least one year on. */
int backtest_last_year(const struct model *model, const struct observed_state *origin);

/** Whether anything that was observed can be held against a forecast from the origin. */
bool backtest_has_target(const struct model *model, const struct observed_state *origin);

/** Rows that backtest_compare() fills. */
size_t backtest_comparisons(const struct model *model, const struct observed_state *origin);

/**
 * Holds the vintage's run against every population observed after its origin. `states` is scratch for two states
 * [town][sex][age].
 */
void backtest_compare(const struct model *model, const struct vintage *vintage, const struct result *result,
                      double *states, struct comparison *rows);

/** Rows that backtest_pupils() fills. */
size_t backtest_pupil_rows(const struct model *model, const struct observed_state *origin);

/**
 * Holds the vintage's pupils against those of pupils.csv after the origin: `by_rates` is the run of its inputs' values,
 * `by_progression` that of its progression_values, or NULL where it has none.
 */
void backtest_pupils(const struct model *model, const struct vintage *vintage, const struct result *by_rates,
                     const struct result *by_progression, struct pupil_comparison *rows);

/** Holds it against observed.csv: a row for each of its figures. */
void backtest_check(const struct vintage *vintage, const struct result *result, struct observed_check *rows);

/** Persons that the floors of the projection added in a run of the model's towns. */
double backtest_floored(const struct model *model, const struct result *result);

/** Holds its ratios against those of outside_checks.csv: a row for each. */
void backtest_outside(const struct vintage *vintage, const struct result *result, struct outside_result *rows);

#endif
