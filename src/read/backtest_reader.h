/** What a back-test stands on: `backtest` in district.yaml, and the populations of observed_population.csv. */
#ifndef BACKTEST_READER_H
#define BACKTEST_READER_H

#include <stdbool.h>

#include "model_source.h"

/** Reads both, after the dates of district.yaml and the base population are known. Goes on after a bad part. */
bool backtest_read(struct model_source *source);

#endif
