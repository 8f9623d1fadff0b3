/**
 * The population projection and the gap as one would first write them: a struct a town, a loop over its ages, everybody
 * moved up by one each year. Does the arithmetic of projection_run() and gap_town(), and is what their speed is
 * compared with. Shares no code with src/.
 */
#ifndef NAIVE_H
#define NAIVE_H

#include <stddef.h>

#include "plain.h"

enum { NAIVE_SEXES = 2, NAIVE_AGES = 151 };

struct naive_town {
    double people[NAIVE_SEXES][NAIVE_AGES]; /**< Persons by sex (men, women) and age. */
    double births;                          /**< Of the latest year, persons, and so on. */
    double deaths;
    double migrants; /**< Net, as asked for. */
    double floored;
};

/** What a draw multiplies by year. */
struct naive_factors {
    const double *fertility; /**< [year] */
    const double *dying;     /**< [year] */
    const double *migrants;  /**< [year] */
};

/** The figures of a row of gap.csv, in its order; the last two are persons here, not shares. */
enum naive_figure {
    NAIVE_CHILDREN,
    NAIVE_ENROLMENT,
    NAIVE_DEMAND,
    NAIVE_SEATS_NOMINAL,
    NAIVE_SEATS,
    NAIVE_GAP,
    NAIVE_SHORTAGE,
    NAIVE_SURPLUS,
    NAIVE_CLASSES_NEEDED,
    NAIVE_CLASSES_SHORT,
    NAIVE_LAND_NEEDED,
    NAIVE_LAND_SHORT,
    NAIVE_STAFF_NEEDED,
    NAIVE_STAFF_SHORT,
    NAIVE_DEMAND_ASSUMED,
    NAIVE_SEATS_ASSUMED,
    NAIVE_FIGURES
};

struct naive_row {
    double figure[NAIVE_FIGURES];
};

/** The town's people at the first state. */
void naive_start(const struct plain *plain, size_t town, struct naive_town *self);

/** A year of a town. `factors`: beside those of `plain`; NULL for a run without draws. */
void naive_step(const struct plain *plain, const struct naive_factors *factors, size_t town, size_t year,
                struct naive_town *self);

/** The gap of the town at each level in a state: demand less seats. [level] */
void naive_gaps(const struct plain *plain, size_t town, size_t state, const struct naive_town *self, double *gaps);

/** All figures of the town at each level in a state. [level] */
void naive_rows(const struct plain *plain, size_t town, size_t state, const struct naive_town *self,
                struct naive_row *rows);

/** All towns and years. rows: [state][town][level]; towns: [town], left as they are at the end. */
void naive_run(const struct plain *plain, struct naive_town *towns, struct naive_row *rows);

#endif
