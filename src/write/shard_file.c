#include "shard_file.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sysexits.h>
#include <unistd.h>

#include <sha256.h>

#include "file_hash.h"
#include "mem.h"
#include "number.h"
#include "shard_head.h"
#include "shard_place.h"
#include "shard_record.h"
#include "whole_file.h"
#include "write_error.h"

/* Figures converted at once. */
enum { CHUNK = 2048, FIGURE_BYTES = 8 };

/* More than any head takes. */
enum { HEAD_ROOM = 1 << 20 };

/** A stream of which everything that goes through is hashed. */
struct hashed {
    FILE *stream;
    SHA2_CTX hash;
    uint8_t bytes[CHUNK * FIGURE_BYTES];
};

static struct hashed *hashed_begin(FILE *stream)
{
    struct hashed *self = mem_array(1, sizeof *self);

    self->stream = stream;
    SHA256Init(&self->hash);
    return self;
}

/* Ends the hash and frees. */
static struct hash_text hashed_end(struct hashed *self)
{
    struct hash_text hash;

    SHA256End(&self->hash, hash.text);
    free(self);
    return hash;
}

/* The lowest byte first, so that every machine gives the same. */
static void to_bytes(double figure, uint8_t *bytes)
{
    uint64_t bits;

    memcpy(&bits, &figure, sizeof bits);
    for (size_t byte = 0; byte < FIGURE_BYTES; byte++) {
        bytes[byte] = (uint8_t)(bits >> (8 * byte));
    }
}

static double from_bytes(const uint8_t *bytes)
{
    uint64_t bits = 0;
    double figure;

    for (size_t byte = 0; byte < FIGURE_BYTES; byte++) {
        bits |= (uint64_t)bytes[byte] << (8 * byte);
    }
    memcpy(&figure, &bits, sizeof figure);
    return figure;
}

static bool write_bytes(struct hashed *self, const void *bytes, size_t count)
{
    SHA256Update(&self->hash, bytes, count);
    return fwrite(bytes, 1, count, self->stream) == count;
}

static bool write_figures(struct hashed *self, const double *figures, size_t count)
{
    for (size_t done = 0; done < count;) {
        const size_t some = count - done < CHUNK ? count - done : CHUNK;

        for (size_t i = 0; i < some; i++) {
            to_bytes(figures[done + i], &self->bytes[i * FIGURE_BYTES]);
        }
        if (!write_bytes(self, self->bytes, some * FIGURE_BYTES)) {
            return false;
        }
        done += some;
    }
    return true;
}

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
    struct hashed *to = hashed_begin(stream);
    char *text = shard_head_text(head, part->record);
    bool good = write_bytes(to, text, strlen(text));

    for (size_t series = 0; good && series < head->series; series++) {
        good = write_figures(to, &part->figures->kept[series * part->figures->stride], head->stretch.count);
    }
    const int error = errno;

    free(text);
    *part->hash = hashed_end(to);
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
    const struct shard_head head = shard_head_of(self, part, figures->outside);
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

/** A part being read, and what is known of it so far. */
struct reading {
    const char *path;
    struct hashed *from;
    struct shard_head head;
    char *text;   /**< The head's. Owned. */
    char *record; /**< In it; NULL: this is no head. */
};

/* The text up to and with the last line of the head; what is none is cut short. free(). */
static char *read_head_text(struct hashed *from)
{
    static const char end[] = "\n" SHARD_HEAD_END;
    char *text = mem_array(HEAD_ROOM + 1, 1);
    size_t length = 0;
    int byte = 0;

    while (length < HEAD_ROOM && (byte = getc(from->stream)) != EOF) {
        text[length++] = (char)byte;
        if (byte == '\n' && length >= sizeof end && strcmp(&text[length - (sizeof end - 1)], end) == 0) {
            break;
        }
    }
    SHA256Update(&from->hash, (const uint8_t *)text, length);
    return text;
}

/* Whether the head is the one wanted, so that the figures have a place. */
static bool is_wanted(const struct reading *self, const struct shard_head *wanted, const char *record)
{
    const struct shard_head *is = &self->head;

    return self->record != NULL && is->shard.part == wanted->shard.part && is->shard.parts == wanted->shard.parts &&
           is->stretch.first == wanted->stretch.first && is->stretch.count == wanted->stretch.count &&
           is->runs == wanted->runs && is->series == wanted->series &&
           strlen(self->record) + 1 == strlen(record) && strncmp(self->record, record, strlen(self->record)) == 0;
}

/* Up to `count` figures; how many there were. */
static size_t read_some(struct hashed *from, double *figures, size_t count)
{
    const size_t got = fread(from->bytes, 1, count * FIGURE_BYTES, from->stream);

    SHA256Update(&from->hash, from->bytes, got);
    for (size_t i = 0; figures != NULL && i < got / FIGURE_BYTES; i++) {
        figures[i] = from_bytes(&from->bytes[i * FIGURE_BYTES]);
    }
    return got / FIGURE_BYTES;
}

/* All figures into their places; what is missing shows in the hash. */
static void read_figures(struct reading *self, const struct shard_figures *to)
{
    const size_t count = self->head.stretch.count;

    for (size_t series = 0; series < self->head.series; series++) {
        for (size_t done = 0; done < count;) {
            const size_t some = count - done < CHUNK ? count - done : CHUNK;

            if (read_some(self->from, &to->kept[series * to->stride + done], some) < some) {
                return;
            }
            done += some;
        }
    }
}

static void read_rest(struct reading *self)
{
    while (!feof(self->from->stream) && !ferror(self->from->stream)) {
        read_some(self->from, NULL, CHUNK);
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
        refuse(self->path, MESSAGE_SHARD_OTHER_PART,
               SLOTS({ "part", number_text((double)is->part + 1).text },
                     { "parts", number_text((double)is->parts).text }),
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
    struct reading self = { .path = path, .from = hashed_begin(file) };

    self.text = read_head_text(self.from);
    self.record = NULL;
    const bool is_head = shard_head_read(self.text, &self.head, &self.record);
    const bool good = is_wanted(&self, wanted, set->record);

    if (good) {
        read_figures(&self, figures);
        figures->outside = self.head.outside;
    }
    read_rest(&self);
    const bool unreadable = ferror(file) != 0;
    const int error = errno;
    const bool whole = strcmp(hashed_end(self.from).text, hash) == 0;

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
    const struct shard_head wanted = shard_head_of(self, part, 0);
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
