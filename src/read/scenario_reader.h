/** Scenario files: the chain of one and all that it extends, as YAML whose keys are known. */
#ifndef SCENARIO_READER_H
#define SCENARIO_READER_H

#include <stdbool.h>
#include <stddef.h>

#include "mem.h"
#include "problems.h"
#include "yaml_doc.h"

/** A file of the chain. */
struct scenario_file {
    const char *path;    /**< As opened; the pool's. */
    struct yaml_doc doc; /**< Owned. */
};

/** Longer chains are a mistake that nobody would find. */
enum { CHAIN_LONGEST = 32 };

/** The scenario asked for, then what it extends, and so on. Free with scenario_chain_free(). */
struct scenario_chain {
    struct scenario_file files[CHAIN_LONGEST];
    size_t count;
};

/**
 * Reads the file at `path` and all that it extends. False, with problems, if a file cannot be read or the chain runs in
 * a circle. Unknown keys are problems too, but leave a chain to go on with. Paths are the pool's.
 */
bool scenario_chain_read(struct scenario_chain *self, struct pool *pool, const char *path, struct problems *problems);

/** Frees the files' trees; harmless when called twice. */
void scenario_chain_free(struct scenario_chain *self);

/** The first file of the chain that has the key, or that has `key` in its mapping `section`; its value to `value`.
 * NULL: none. */
const struct scenario_file *scenario_find(const struct scenario_chain *self, const char *section, const char *key,
                                          yaml_value *value);

#endif
