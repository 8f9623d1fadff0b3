/** What a run leaves behind: its folder with tables, the resolved scenario and where all of it comes from. */
#ifndef RESULTS_H
#define RESULTS_H

#include <stdio.h>

#include "ensemble_result.h"
#include "inputs.h"
#include "problems.h"
#include "result.h"

/** How much a run leaves: nothing, gap.csv alone, or every table; the last two with resolved.yaml and provenance.json.
 */
enum tables { TABLES_NONE, TABLES_GAP, TABLES_ALL };

/** A run and what was found on the way. All pointers are borrowed. */
struct results {
    const struct inputs *inputs;            /**< Whose scenario.values gave the result. */
    const struct result *result;            /**< Of the scenario as it is. */
    const struct ensemble_result *ensemble; /**< NULL: the scenario asks for one run. */
    const char *version;                    /**< Of the program. */
    enum language language;                 /**< Of what is written for people. */
    /** Writes audit.csv, byte order mark and all, with the findings `of`; NULL: there is none. */
    void (*audit_csv)(FILE *stream, const void *of);
    const void *of;
};

/**
 * Writes the result to the folder at `path`, in place of an earlier result there and in one step: whatever happens, the
 * folder has all of one or all of the other. Returns EX_OK; EX_CANTCREAT where the folder cannot be made or holds what
 * xuewei did not write; EX_IOERR where writing failed, as on a full disk. What went wrong is reported.
 */
int results_write(const struct results *self, const char *path, enum tables tables, struct problems *problems);

#endif
