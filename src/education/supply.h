/**
 * Public seats by town, level and school year: those of the base year, and what the dated projects bring and replace.
 * Seats are usable on the state date (1 September) of the year in which a project is complete.
 */
#ifndef SUPPLY_H
#define SUPPLY_H

#include <stddef.h>

#include "inputs.h"

/** One state's seats; each array [town][level]. */
struct supply {
    double *seats_nominal; /**< Were every school to open in full at once. */
    double *seats;         /**< As the scenario opens schools. */
    double *assumed;       /**< The part of `seats` that stands on rows marked assumed. */
};

/**
 * The school year from which the project's seats are usable: its completion and its delays (its builder's, its own and
 * that of its estate, added up), the scenario's year for one without a date (its own delay added, its builder's not),
 * NEVER for one that is given up, itself or its estate, or has no date at all. A project complete by the base year is
 * part of the base seats already: no delay moves it and it brings nothing. Any other is usable in the year after the
 * base year at the earliest, since the base seats are known as they are.
 */
double supply_usable_year(const struct inputs *inputs, const double *values, size_t project);

/** The town where the project stands: the plan's, or as the scenario has it. */
size_t supply_town(const struct inputs *inputs, const double *values, size_t project);

/** How that town is known: as in the plan; assumed where the scenario moves the project elsewhere. */
enum status supply_town_status(const struct inputs *inputs, const double *values, size_t project);

/**
 * Seats that a row of project_seats.csv has brought by the school year, less those it replaces; below zero for a
 * closure. Classes of raised size are not looked at here.
 */
double supply_project_seats(const struct inputs *inputs, const double *values, size_t row, int year,
                            enum opening opening);

/** When and where a row of project_seats.csv acts, whatever the school year. */
struct supply_row {
    double usable; /**< supply_usable_year() */
    size_t cell;   /**< Of its town and level. */
    double factor; /**< What a raised class size makes of its seats. */
    bool assumed;  /**< Its town is. */
};

struct supply_row supply_row_of(const struct inputs *inputs, const double *values, size_t row);

/** The base year's seats, with which every state's begin. */
void supply_base(const struct inputs *inputs, const double *values, struct supply *supply);

/**
 * The seats of all school years, without what is nominal or assumed of them: seats[(year * cells + cell) * stride],
 * cells [town][level]; to the last bit those of supply_state(). `base` are the base year's, `rows`
 * supply_row_of() of all. It goes row by row and only through the years in which a row changes something, for callers
 * with many draws.
 */
void supply_seats_of_years(const struct inputs *inputs, const double *values, const double *base,
                           const struct supply_row *rows, size_t stride, double *seats);

/** The state's seats. A seat count below zero says that closures take more than there is. */
void supply_state(const struct inputs *inputs, const double *values, int year, struct supply *supply);

#endif
