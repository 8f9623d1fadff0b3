/** What the plan prints and what was observed: plan_totals, targets, staffing, observed, outside_checks. All may
 * be absent. */
#ifndef PLAN_READER_H
#define PLAN_READER_H

#include <stdbool.h>

#include "model_source.h"

/** Reads them all, after the levels are known. Goes on after a bad table. */
bool plan_read(struct model_source *source);

#endif
