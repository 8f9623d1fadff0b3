/**
 * The tables of an ensemble. Keys and places are those of gap.csv; years are the scenario's school years. A gap of a
 * sum (an area, the district) is that of the sum: a shortage in one town can hide behind spare seats in another.
 */
#ifndef ENSEMBLE_TABLES_H
#define ENSEMBLE_TABLES_H

#include "csv_writer.h"
#include "ensemble_result.h"

/**
 * quantiles.csv: by year, place, level and what (gap; demand and seats where they were kept) the mean and quantiles of
 * all draws, and of gaps the share of draws in which it is above 0, the shortage to
 * be expected (its mean over all draws, 0 where there is none), its mean where there is one, and whether the
 * probability is above the scenario's alarm.
 */
void quantiles_table(struct csv_writer *csv, const struct inputs *inputs, const struct ensemble_result *result);

/**
 * variants.csv: the low, middle and high variant of gap, demand and seats, which are the 10, 50 and 90 % quantiles of
 * quantiles.csv, each year and place by itself (demand and seats empty where they were not kept), with the probability
 * of a shortage, the shortage to be expected, and whether it is likely.
 */
void variants_table(struct csv_writer *csv, const struct inputs *inputs, const struct ensemble_result *result);

/** sweep.csv: demand, seats and gap by point, year, place and level; a column for each axis has its figure. */
void sweep_table(struct csv_writer *csv, const struct inputs *inputs, const struct ensemble_result *result);

/**
 * sweep_summary.csv: by point, place and level the greatest gap and its year, the first short year (empty: never), the
 * number of short years, and the gap in the last year. Years are those from the first that the sweep moves.
 */
void sweep_summary_table(struct csv_writer *csv, const struct inputs *inputs, const struct ensemble_result *result);

/**
 * sweep_matrix.csv: by level and place a matrix of the greatest gap, of the first short year (as in
 * sweep_summary.csv), and of the gap in each year: a row for each value of the first axis (of all but the last, where
 * there are more than two), a column for each of the last.
 */
void sweep_matrix_table(struct csv_writer *csv, const struct inputs *inputs, const struct ensemble_result *result);

/**
 * sensitivity.csv: by year, place, level and input the gap as it is and with the input at its low and high end, and the
 * shares of the gap's variance that it explains by itself and together with others, with their intervals (empty where
 * the scenario asks for no draws).
 */
void sensitivity_table(struct csv_writer *csv, const struct inputs *inputs, const struct ensemble_result *result);

#endif
