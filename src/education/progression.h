/**
 * Pupils by grade progression (also called grade retention or cohort survival): of the pupils of a grade,
 * so many are in the next one a year later. What a ratio holds is all that happens between two Septembers: moving in
 * and out, going to another district's schools and coming from there, repeating, dying. National Center for Education
 * Statistics (USA), Projections of Education Statistics to 2019 (2011), appendix A.1, has it for grades 2 to 12 beside
 * rates of the population for the first; there the ratios are smoothed exponentially.
 *
 *     ratio of grade g      = pupils(g, t + 1) / pupils(before g, t)      for t, t + 1 in pupils.csv
 *     ratio of an entry     = pupils(g, t) / children of its age(t)       for t from the base year on in pupils.csv
 *     pupils(g, t + 1)      = pupils(before g, t) x ratio of g            after the last year of pupils.csv
 *     pupils(entry, t)      = children of its age(t) x ratio of the entry
 *
 * The grade before the first of a level is the last of the level before, where ages adjoin; see model_grade_before().
 * An entry is a grade without one before. Its ratio starts at the base year, since the model has no children of earlier
 * ones. Of several years one ratio is taken, as enrolment.progression_ratio says:
 * - mean: the mean of the yearly ratios;
 * - weighted: the sum of the numerators over the sum of the denominators, each times 1, 2, 3 ... toward the latest;
 * - last: the latest yearly ratio.
 * A year in which the denominator is 0 tells nothing and is passed over. A town of which no year tells anything, and
 * any town where pupils are known for the district alone, has the district's ratio.
 */
#ifndef PROGRESSION_H
#define PROGRESSION_H

#include <stdbool.h>
#include <stddef.h>

#include "block.h"
#include "inputs.h"

/** What is reckoned for levels in pupils.csv. Arrays are carved from the run's block; empty where there is no such
 * table.
 */
struct progression {
    double *ratio;  /**< [town, and last the district][grade] */
    double *pupils; /**< [state][town][grade] public and private at the state date, before enrolment.rate_multiplier. */
};

/** Carves the arrays for `states` states (or only counts, over a block without memory). */
void progression_lay_out(const struct model *model, size_t states, struct block *memory, struct progression *self);

/** Whether the values ask for progression and the level is in pupils.csv; at other levels pupils go by rates. */
bool progression_is_used(const struct inputs *inputs, const double *values, size_t level);

/** Whether the level's pupils are the district's, shared out to its towns by population, which is an assumption. */
bool progression_is_shared_out(const struct inputs *inputs, const double *values, size_t level);

/** How many of the states have pupils as observed, the base year's first. */
size_t progression_observed(const struct model *model, size_t states);

/**
 * Ratios and pupils of all states from the children of all states, [state][town][grade]. Levels that are not in
 * pupils.csv have 0. Does nothing where the values do not ask for progression.
 */
void progression_run(const struct inputs *inputs, const double *values, const double *children, size_t states,
                     struct progression *self);

#endif
