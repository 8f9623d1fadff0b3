/** Timing: what several runs took, of the engine in this process or of a program from its start to its end. */
#ifndef MEASURE_H
#define MEASURE_H

#include <stdbool.h>
#include <stddef.h>

enum { MEASURED_MOST = 1000 };

/** What one thing took, run by run. */
struct series {
    size_t count; /**< 0: not measured. */
    double seconds[MEASURED_MOST];
};

void series_add(struct series *self, double seconds);

/** The shortest and the middle one; NAN where nothing was measured. */
double series_minimum(const struct series *self);
double series_median(const struct series *self);

/** What runs of a program gave. */
struct processes {
    struct series whole;  /**< From before it is started until it has ended. */
    struct series engine; /**< As the program itself says: lines `engine SECONDS`. */
    double peak_mb;       /**< Most memory at once, of the largest run. */
    double sums[2];       /**< Of its line `sums PEOPLE GAP`; NAN where it has none. */
    int status;           /**< Of the last run; 0: all went well. It ends the runs otherwise. */
};

/** Seconds of a clock that only runs forward. */
double seconds_now(void);

/**
 * Runs a program so many times. Its output is read where we `listen`, else it goes to /dev/null; its error output goes
 * to ours. A child's peak is never below what this process has in memory when it is started, so measure programs first.
 */
void processes_run(struct processes *self, const char *const *arguments, size_t repeats, bool listen);

#endif
