/**
 * A slow, plain reference for the population projection: each sex of one town as a vector, a step as Leslie matrices
 * (Leslie 1945; Preston, Heuveline & Guillot 2001, chapter 6) by gsl_blas_dgemv. Shares no code with src/.
 */
#ifndef LESLIE_H
#define LESLIE_H

#include <stdbool.h>
#include <stddef.h>

/** One step of one town. Sexes are 0 for men and 1 for women; all pointers are borrowed. */
struct leslie {
    size_t ages;  /**< Age groups, the last one open. */
    double years; /**< Years a step. */
    double srb;   /**< Boys per girl at birth. */
    bool even;    /**< Migrants half before and half after; else all after. */
    const double
        *survival[2];        /**< [ages] survivorship ratios; age 0 for births, the open age for the last two groups. */
    const double *fertility; /**< [ages] births per woman and year; zero at age 0. */
    const double *arrivals[2];  /**< [ages] persons; net migrants where there are no departures. */
    const double *departure[2]; /**< [ages] departures per resident, or NULL. */
};

/** What a step counted, persons. */
struct leslie_flows {
    double births;
    double deaths;
    double arrivals;
    double departures;
    double floored;
};

/** Steps people[2][ages] on in place and tells what happened. */
struct leslie_flows leslie_step(const struct leslie *self, double *const people[2]);

#endif
