/** The folder of an earlier run, output/<scenario>/, read back: what it said, and what it stood on. */
#ifndef PAST_RESULT_H
#define PAST_RESULT_H

#include <stdbool.h>

#include "forecast.h"
#include "problems.h"

/**
 * Reads provenance.json, resolved.yaml and gap.csv of the folder into `self`, whose texts and arrays are the pool's.
 * False, with problems, where the folder is none of ours or one of the files is not what a run wrote: gap.csv must have
 * each place and level of each school year of the horizon once, in order, and gaps that are demand less seats.
 * Parameters that the file does not have (an older program wrote it) have no setting; what this program does not know
 * is passed over.
 */
bool past_result_read(struct forecast *self, struct pool *pool, const char *folder, struct problems *problems);

#endif
