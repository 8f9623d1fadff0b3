/** What a table of a model adds up to, in one figure that a planner knows: to say how two such tables differ. */
#ifndef TABLE_MEASURE_H
#define TABLE_MEASURE_H

#include "assumption.h"

/** What the figure is; its id is empty where no one figure says what the table says. */
extern const struct name table_measures[MODEL_TABLES];

/**
 * The table's figure: people at the census; the total fertility rate, the mean of the towns and years run to the state
 * of `last_year`; net migrants (or arrivals) of those years; dwellings; seats of the base year; seats of all projects.
 * NAN where there is none.
 */
double table_measure(const struct model *model, enum model_table table, int last_year);

#endif
