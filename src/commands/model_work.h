/** What the verbs that work on a model alone share. */
#ifndef MODEL_WORK_H
#define MODEL_WORK_H

#include "answer.h"
#include "inputs.h"
#include "problems.h"

/** A verb's work on a model that is right; the scenario of `inputs` is empty. Returns the exit status. */
typedef int model_work(struct inputs *inputs, const void *options, enum language language, struct problems *problems);

/**
 * Reads the model of the folder, does the work where it is right, and prints all problems to stderr, or to `answer`,
 * which is begun before and ended after the work, as an answer of `verb`. Returns the exit
 * status: that of the work, EX_NOINPUT where there is no such folder, EX_DATAERR where the model is not right.
 */
int model_work_on(const char *folder, model_work *work, const void *options, enum language language,
                  struct answer *answer, const char *verb);

#endif
