/** The table of new housing: which dwellings filled when, and who came. */
#ifndef HOUSING_TABLE_H
#define HOUSING_TABLE_H

#include "csv_writer.h"
#include "inputs.h"
#include "result.h"

/**
 * A row for each year of the run and estate whose dwellings fill in it: `year` is that from its state date to the next,
 * `counted_from` the state that has the newcomers first. `persons` are all, `children` those of any level's ages, and
 * then come those of each level, by the ages of housing_persons.csv; a model without levels has none of these.
 */
void housing_table(struct csv_writer *csv, const struct inputs *inputs, const struct result *result);

#endif
