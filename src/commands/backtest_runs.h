/** All forecasts of a back-test, run and compared. */
#ifndef BACKTEST_RUNS_H
#define BACKTEST_RUNS_H

#include "backtest.h"
#include "mem.h"

/** A back-test and what it stands on. Zero-initialise; free with backtest_runs_free(). */
struct backtest_runs {
    struct backtest backtest;
    struct pool pool; /**< Owns all that `backtest` points to, the model aside. */
};

/** Runs the model's origins, of which there is one or more; the model must outlive the runs. */
void backtest_runs_make(struct backtest_runs *self, const struct model *model);

/** Frees what was gathered; harmless when called twice. */
void backtest_runs_free(struct backtest_runs *self);

#endif
