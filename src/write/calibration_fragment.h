/** The scenario fragment that a calibration leaves: values as other scenarios `extends` them, and what they rest on. */
#ifndef CALIBRATION_FRAGMENT_H
#define CALIBRATION_FRAGMENT_H

#include "calibration_report.h"
#include "problems.h"

/** Whether the file at `path` may be written: nothing is there, or a fragment of ours. */
bool calibration_fragment_may_replace(const char *path);

/**
 * Writes the fragment to `path`, whole or not at all: the values, and above them as comments in both languages how they
 * were found, with their standard errors, priors, the figures and their sources, and the hashes of the model's files.
 * The same model gives the same bytes, whatever the machine, language or day. Returns EX_OK, or EX_CANTCREAT or
 * EX_IOERR with a report.
 */
int calibration_fragment_write(const char *path, const struct calibration_report *of, const char *version,
                               struct problems *problems);

#endif
