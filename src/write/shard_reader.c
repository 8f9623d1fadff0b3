#include "shard_reader.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "hashed_stream.h"
#include "mem.h"
#include "number.h"
#include "shard_head.h"
#include "shard_place.h"
#include "shard_record.h"

/* More than any head takes. */
enum { HEAD_ROOM = 1 << 20 };

/** A part being read, and what is known of it so far. */
struct reading {
    const char *path;
    struct hashed_stream *from;
    struct shard_head head;
    char *text;   /**< The head's. Owned. */
    char *record; /**< In it; NULL: this is no head. */
};

/* The text up to and with the last line of the head; what is none is cut short. free(). */
static char *read_head_text(struct hashed_stream *from)
{
    static const char end[] = "\n" SHARD_HEAD_END;
    char *text = mem_array(HEAD_ROOM + 1, 1);
    size_t length = 0;

    while (length < HEAD_ROOM) {
        const int byte = hashed_stream_byte(from);

        if (byte == EOF) {
            break;
        }
        text[length++] = (char)byte;
        if (byte == '\n' && length >= sizeof end && strcmp(&text[length - (sizeof end - 1)], end) == 0) {
            break;
        }
    }
    return text;
}

/* Whether the head is the one wanted, so that the figures have a place. */
static bool is_wanted(const struct reading *self, const struct shard_head *wanted, const char *record)
{
    const struct shard_head *is = &self->head;

    return self->record != NULL && is->shard.part == wanted->shard.part && is->shard.parts == wanted->shard.parts &&
           is->stretch.first == wanted->stretch.first && is->stretch.count == wanted->stretch.count &&
           is->runs == wanted->runs && is->series == wanted->series && strlen(self->record) + 1 == strlen(record) &&
           strncmp(self->record, record, strlen(self->record)) == 0;
}

/* All figures into their places; what is missing shows in the hash. */
static void read_figures(struct reading *self, const struct shard_figures *to)
{
    const size_t count = self->head.stretch.count;

    for (size_t series = 0; series < self->head.series; series++) {
        if (hashed_stream_read_figures(self->from, &to->kept[series * to->stride], count) < count) {
            return;
        }
    }
}

static void read_rest(struct reading *self)
{
    while (!feof(self->from->stream) && !ferror(self->from->stream)) {
        hashed_stream_read_figures(self->from, NULL, FIGURES_AT_ONCE);
    }
}

static void refuse(const char *path, enum message message, const struct slot *slots, struct problems *problems)
{
    report(problems, (struct place) { .file = problems_file(problems, path) }, message, slots);
}

/* Says that a part of its form is not the one wanted, and why. */
static void refuse_other(const struct reading *self, const struct shard_set *set, const struct shard_head *wanted,
                         struct problems *problems)
{
    const struct shard *is = &self->head.shard;

    if (!shard_record_same(self->record, set->record, self->path, problems)) {
        return;
    }
    if (is->part != wanted->shard.part || is->parts != wanted->shard.parts) {
        refuse(
            self->path, MESSAGE_SHARD_OTHER_PART,
            SLOTS({ "part", number_text((double)is->part + 1).text }, { "parts", number_text((double)is->parts).text }),
            problems);
        return;
    }
    refuse(self->path, MESSAGE_SHARD_OTHER_RUNS, NULL, problems);
}

/* The hash of a mark; an empty text where it is none. */
static struct hash_text read_mark(FILE *file)
{
    static const char digits[] = "0123456789abcdef";
    struct hash_text hash = { .text = "" };
    const size_t length = sizeof hash.text - 1;

    if (fgets(hash.text, sizeof hash.text, file) == NULL || strspn(hash.text, digits) != length) {
        hash.text[0] = '\0';
    }
    return hash;
}

/* The hash that the part should have; false with a report where it has no mark, or none that can be read. */
static bool marked(const char *path, const char *done, struct hash_text *hash, struct problems *problems)
{
    FILE *file = fopen(done, "rb");

    if (file == NULL) {
        refuse(path, errno == ENOENT ? MESSAGE_SHARD_UNFINISHED : MESSAGE_SHARD_UNREADABLE,
               SLOTS({ "done", done }, { "reason", strerror(errno) }), problems);
        return false;
    }
    *hash = read_mark(file);
    fclose(file);
    if (hash->text[0] == '\0') {
        refuse(done, MESSAGE_SHARD_MARK, NULL, problems);
    }
    return hash->text[0] != '\0';
}

/* Reads the open file; whether it is whole and the part wanted. */
static bool read_part(const struct shard_set *set, const struct shard_head *wanted, FILE *file, const char *path,
                      const char *hash, struct shard_figures *figures, struct problems *problems)
{
    struct reading self = { .path = path, .from = hashed_stream_begin(file) };

    self.text = read_head_text(self.from);
    self.record = NULL;
    const bool is_head = shard_head_read(self.text, &self.head, &self.record);
    const bool good = is_wanted(&self, wanted, set->record);

    if (good) {
        read_figures(&self, figures);
        figures->outside = self.head.outside;
        figures->overdrawn = self.head.overdrawn;
    }
    read_rest(&self);
    const bool unreadable = ferror(file) != 0;
    const int error = errno;
    const bool whole = strcmp(hashed_stream_end(self.from).text, hash) == 0;

    if (unreadable) {
        refuse(path, MESSAGE_SHARD_UNREADABLE, SLOTS({ "reason", strerror(error) }), problems);
    } else if (!whole) {
        refuse(path, MESSAGE_SHARD_DAMAGED, NULL, problems);
    } else if (!is_head) {
        refuse(path, MESSAGE_SHARD_NONE, NULL, problems);
    } else if (!good) {
        refuse_other(&self, set, wanted, problems);
    }
    free(self.text);
    return good && whole && !unreadable;
}

bool shard_read(const struct shard_set *self, size_t part, struct shard_figures *figures, struct problems *problems)
{
    const struct shard_head wanted = shard_head_of(self, part, NULL);
    char *path = shard_path(self->folder, &wanted.shard, SHARD_FIGURES);
    char *done = shard_path(self->folder, &wanted.shard, SHARD_DONE);
    FILE *file = fopen(path, "rb");
    struct hash_text hash;
    bool good = false;

    if (file == NULL) {
        refuse(path, errno == ENOENT ? MESSAGE_SHARD_MISSING : MESSAGE_SHARD_UNREADABLE,
               SLOTS({ "reason", strerror(errno) }), problems);
    } else if (marked(path, done, &hash, problems)) {
        good = read_part(self, &wanted, file, path, hash.text, figures, problems);
    }
    if (file != NULL) {
        fclose(file);
    }
    free(done);
    free(path);
    return good;
}
