/** The totals that a plan prints: what each is a total of, what it comes to from the projects, its name for people. */
#ifndef TOTALS_H
#define TOTALS_H

#include "sum.h"

/** What totals can be of; the first four can be recomputed from projects. */
enum measure { MEASURE_SEATS, MEASURE_SCHOOLS, MEASURE_CLASSES, MEASURE_COST, MEASURES_RECOMPUTED };

/**
 * What a printed total is the sum of. An annex that lists projects sums up its own; any other (a summary, the text)
 * those of all annexes that are at the total's levels.
 */
struct scope {
    const struct plan_total *total;
    const bool *levels; /**< [level_count] in the audit's pool. */
    enum measure measure;
    bool own_annex;    /**< The annex that prints it lists projects. */
    bool recomputable; /**< It is a sum over projects: of such a measure, and of no single year. */
};

struct scope total_scope(struct exam *exam, const struct plan_total *total);

/** Whether the project is one of the total's. */
bool scope_has(const struct exam *exam, const struct scope *self, size_t project);

/** The total from the projects that bring something to it. End with sum_free(). */
struct sum scope_sum(struct exam *exam, const struct scope *scope);

/** Annex, part, school type, levels, measure and year, as far as the total has them. */
struct sentence scope_name(struct exam *exam, const struct scope *scope);

/** Whether both are totals of the same thing and year, whoever prints them. */
bool totals_same_thing(const struct exam *exam, const struct plan_total *one, const struct plan_total *other);

/** `annex 2`, `main text` ... */
struct sentence annex_name(struct exam *exam, const char *annex);

/** Texts of keys; NULL is empty. */
bool same_key(const char *one, const char *other);

#endif
