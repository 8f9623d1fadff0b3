/** The text with which a shard begins: whose it is and which part. */
#ifndef SHARD_HEAD_H
#define SHARD_HEAD_H

#include <stdbool.h>

#include "shard_file.h"

/** What a head says beside the record. */
struct shard_head {
    struct shard shard;
    struct stretch stretch;
    size_t runs;
    size_t series;
    double outside; /**< As struct shard_figures has both. */
    double overdrawn;
};

/** What the head of a part of these must say; NULL: of figures that are not known yet. */
struct shard_head shard_head_of(const struct shard_set *set, size_t part, const struct shard_figures *figures);

/** The text, to its last line. free(). */
char *shard_head_text(const struct shard_head *self, const char *record);

/** The last line, behind which the figures begin. */
#define SHARD_HEAD_END "figures\n"

/**
 * Reads a text of that form: the head, and where in `text` the record begins, which is closed by a NUL. False where it
 * is not of that form.
 */
bool shard_head_read(char *text, struct shard_head *self, char **record);

#endif
