/**
 * The tables of a result. Cells bear ids; `school_year` 2023 is the year from the state date in 2023 to that in 2024.
 * Tables of schooling have the school years of the scenario; population and components begin with the base year.
 */
#ifndef RESULT_TABLES_H
#define RESULT_TABLES_H

#include "csv_writer.h"
#include "inputs.h"
#include "result.h"

/**
 * Demand, seats and gap by year, place and level: the towns in table order, then the areas, then the district. In the
 * row of an area the town is `total` and the area is its own; in that of the district the area is empty. The last
 * column has the place's name for people.
 */
void gap_table(struct csv_writer *csv, const struct inputs *inputs, const struct result *result);

/** Residents at the state date by year, town, sex and single year of age, the last age open. */
void population_table(struct csv_writer *csv, const struct inputs *inputs, const struct result *result);

/**
 * What changed a town's population from a state date to the next, persons: start + births - deaths + arrivals -
 * departures + floored = end. Where the model gives net migrants, they stand in one column instead of two.
 */
void components_table(struct csv_writer *csv, const struct inputs *inputs, const struct result *result);

/** Children and pupils by year, town, level and grade (from 1). */
void enrolment_table(struct csv_writer *csv, const struct inputs *inputs, const struct result *result);

/**
 * Public seats by year, town, level and where they come from: those of the base year (project `base`), then each
 * project that is usable by then, with all it has brought so far less what it replaces. Adds up to the town's seats.
 */
void supply_table(struct csv_writer *csv, const struct inputs *inputs, const struct result *result);

/**
 * Each project beside the norms for land and size, with the school year from which its seats are usable (`never`
 * where it is given up or has no date) and whether the scenario, not the plan, dates it. Cells are empty where the
 * plan does not say or no norm is.
 */
void projects_table(struct csv_writer *csv, const struct inputs *inputs, const struct result *result);

#endif
