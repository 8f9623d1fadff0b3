/** A district's folder, models/<name>/, as models/README.md describes it. */
#ifndef MODEL_READER_H
#define MODEL_READER_H

#include <stdbool.h>

#include "model.h"
#include "problems.h"

/**
 * Reads the model in `folder` into a zeroed `model`, whose pool then owns everything: free with model_free() whether
 * this succeeded or not. False if there was a problem; notes leave it true. A model that was not read whole must not
 * be used.
 */
bool model_read(struct model *model, const char *folder, struct problems *problems);

/** As model_read(), for a folder that a user's file names at `named_at`: if it is not there, that is said there. */
bool model_read_named(struct model *model, const char *folder, struct place named_at, struct problems *problems);

#endif
