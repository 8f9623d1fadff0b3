/** What district.yaml says of a district, its tables aside. */
#ifndef DISTRICT_READER_H
#define DISTRICT_READER_H

#include <stdbool.h>

#include "model_source.h"

/** Reads district.yaml into the source's model. False, with problems, if it is not right. */
bool district_read(struct model_source *source);

/** Checks that the file says `format: 1`, as district.yaml and every scenario does. */
bool district_check_format(const struct yaml_doc *doc);

/** The state that a day stands for, see district_set_base_year(): its year, and the part of a year between them. */
void district_state_of(const struct model *model, struct date day, int *year, double *shift);

/**
 * The first state of a model: the state date at or before the census, and what part of a year lies between, counted in
 * months of 30 days. A census on 31 December stands for the 1 January that follows.
 */
void district_set_base_year(struct model *model);

#endif
