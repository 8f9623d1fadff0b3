/**
 * The cohort-component step for a block of lanes. A lane is a town (in a single run) or a draw of a town (in an
 * ensemble); the lanes never mix, so a block runs the same whatever stands beside it.
 *
 * Conventions (Preston, Heuveline & Guillot 2001, chapter 6; United Nations, World Population Prospects 2024,
 * methodology): two sexes, ages 0..ages-1 in groups as wide as the step, the last one open; rates of a year act from
 * its state date to the next. Everything that is spread (census to state date, totals to ages and towns) is spread
 * before it comes here.
 */
#ifndef PROJECTION_H
#define PROJECTION_H

#include <stdbool.h>
#include <stddef.h>

#include "words.h"

/** Lanes of a block. Lanes without a town or draw have no people and stay empty. */
enum { LANES = 16 };

/** Rates or counts by year, sex and age, shared by all lanes or with a value for each. */
struct lane_rates {
    const double *values; /**< Borrowed; NULL: zero everywhere. */
    size_t year_stride;   /**< Strides count entries: one double if shared, LANES doubles if by_lane. */
    size_t sex_stride;
    size_t age_stride;
    bool by_lane;
};

/** What changed the population of a lane in a year, persons. start + births - deaths + arrivals - departures + floored
 * = end. */
enum component { BIRTHS, DEATHS, ARRIVALS, DEPARTURES, FLOORED, COMPONENTS };

/**
 * The greatest sizes in the tables, whatever their sign; 0 for a table that is not there. They spare work: where people
 * are many beside the migrants, no floor can be reached, and none needs to be looked for.
 */
struct bounds {
    bool known; /**< Else the others are not looked at. */
    double dying;
    double persons;
    double schedule;
    double newcomers;
};

/** A block's projection. All pointers are borrowed. */
struct projection {
    size_t years; /**< Steps; there are years + 1 states. */
    size_t ages;
    /**
     * Ages carried, by sex: `ages` with the open group, or fewer when the older ones are not asked for (women at least
     * to the last fertile age). Those who grow older than that leave the projection without a trace in `components`.
     */
    size_t carried[SEXES];
    /**
     * Of the last so many years nobody asks for the births: then none are reckoned, and of women no older ages are
     * carried than of men. 0 for projection_run().
     */
    size_t barren_years;
    struct bounds bounds;
    double step; /**< Years a step, which is also the width of an age group. */
    enum migration_rule rule;
    size_t first_fertile; /**< Women of the age groups first_fertile..last_fertile give birth; at least 1: those born in
                               the step are no mothers of it. */
    size_t last_fertile;
    const double *srb; /**< [years] boys per girl at birth. */

    struct lane_rates
        dying; /**< 1 - survivorship ratio; at age 0 applied to births, at the open age to the last two groups. */
    struct lane_rates fertility; /**< Births per woman per year; no sex. */
    struct lane_rates persons;   /**< Net migrants or, where `departure` is given, arrivals: persons a step. */
    struct lane_rates departure; /**< Departures per resident and step. */
    struct lane_rates schedule;  /**< Share of each sex and age in `added` migrants; sums to 1. */
    struct lane_rates newcomers; /**< Persons a step beside both, as they are: no factor acts on them. */

    const double *dying_factor;     /**< [years][LANES] times `dying`; the product is held at 1. */
    const double *fertility_factor; /**< [years][LANES] times `fertility`. */
    const double *persons_factor;   /**< [years][LANES] times `persons`. */
    const double *departure_factor; /**< [years][LANES] times `departure`; the product is held at 1. */
    const double *added;            /**< [years][LANES] net migrants beside `persons`, spread by `schedule`. */
};

/** Doubles of scratch that projection_run() needs. */
size_t projection_scratch(const struct projection *self);

/**
 * Runs the block's steps.
 *
 * start       [SEXES][ages][LANES] persons at the first state date; not below zero.
 * population  [years + 1][SEXES][ages][LANES] persons at each state date; ages not carried are zero.
 * components  [years][COMPONENTS][LANES] persons; net migrants are booked as ARRIVALS where `departure` is not given.
 * scratch     projection_scratch() doubles.
 *
 * Births (rule end): step x sum of F(x) (Pf(x) + Pf*(x)) / 2, Pf* the survivors before this step's migrants; rule even
 * adds half of the migrants before and half after, both halves in the mean. Floors as the UN has them: migrants that
 * would leave nobody behind are held so that 1e-5 remains, a cell still below zero at the end becomes 0.0005, and what
 * that adds is booked in FLOORED. Cells without people and without migrants stay zero.
 */
void projection_run(const struct projection *self, const double *start, double *population, double *components,
                    double *scratch);

/**
 * Runs the block's steps for the children alone: boys and girls together of the ages first_age..first_age + count - 1,
 * which are carried of both sexes. Each child is as projection_run() has it, to the last bit, where every age is
 * carried that a child's mother may have, and barren_years are fewer than first_age + 1.
 *
 * children    [years + 1][count][LANES] persons at each state date.
 * start and scratch as for projection_run().
 */
void projection_children(const struct projection *self, const double *start, size_t first_age, size_t count,
                         double *children, double *scratch);

#endif
