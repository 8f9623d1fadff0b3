#include "shard_file.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>

#include "hashed_stream.h"
#include "shard_head.h"
#include "shard_place.h"
#include "whole_file.h"
#include "write_error.h"

/** A part on its way to the disk, and the hash of what went there. */
struct writing {
    const struct shard_head *head;
    const char *record;
    const struct shard_figures *figures;
    struct hash_text *hash;
};

static bool write_part(FILE *stream, const void *of)
{
    const struct writing *part = of;
    const struct shard_head *head = part->head;
    struct hashed_stream *to = hashed_stream_begin(stream);
    char *text = shard_head_text(head, part->record);
    bool good = hashed_stream_write(to, text, strlen(text));

    for (size_t series = 0; good && series < head->series; series++) {
        good =
            hashed_stream_write_figures(to, &part->figures->kept[series * part->figures->stride], head->stretch.count);
    }
    const int error = errno;

    free(text);
    *part->hash = hashed_stream_end(to);
    errno = error;
    return good;
}

/** The mark, as sha256sum has it. */
struct mark {
    const char *hash;
    const char *name;
};

static bool write_mark(FILE *stream, const void *of)
{
    const struct mark *mark = of;

    return fprintf(stream, "%s  %s\n", mark->hash, mark->name) > 0;
}

/* Takes an earlier mark away: the figures about to come are not those that it is for. */
static int unmark(const char *path, struct problems *problems)
{
    if (unlink(path) == 0 || errno == ENOENT) {
        return EX_OK;
    }
    write_error(problems, path, errno);
    return EX_CANTCREAT;
}

int shard_write(const struct shard_set *self, size_t part, const struct shard_figures *figures,
                struct problems *problems)
{
    const struct shard_head head = shard_head_of(self, part, figures);
    struct hash_text hash;
    const struct writing writing = { &head, self->record, figures, &hash };
    char *path = shard_path(self->folder, &head.shard, SHARD_FIGURES);
    char *done = shard_path(self->folder, &head.shard, SHARD_DONE);
    char *name = shard_name(&head.shard, SHARD_FIGURES);
    const struct mark mark = { hash.text, name };
    int status = unmark(done, problems);

    if (status == EX_OK) {
        status = whole_file_write(path, write_part, &writing, problems);
    }
    if (status == EX_OK) {
        status = whole_file_write(done, write_mark, &mark, problems);
    }
    free(name);
    free(done);
    free(path);
    return status;
}
