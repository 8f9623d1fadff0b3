#include "shard_head.h"

#include <stdio.h>
#include <string.h>

#include "mem.h"
#include "number.h"
#include "shard_place.h"

/** Format of the file. */
#define FIRST_LINE "xuewei shard 1\n"

/* Where the record ends. */
static const char BEHIND_RECORD[] = "\n}\npart ";

/* More than the lines behind the record take. */
enum { LINES_ROOM = 512 };

struct shard_head shard_head_of(const struct shard_set *set, size_t part, const struct shard_figures *figures)
{
    const struct shard shard = { part, set->parts };

    return (struct shard_head) { .shard = shard,
                                 .stretch = shard_stretch(set->runs, &shard),
                                 .runs = set->runs->design.runs,
                                 .series = many_runs_series(set->runs),
                                 .outside = figures == NULL ? 0 : figures->outside,
                                 .overdrawn = figures == NULL ? 0 : figures->overdrawn };
}

char *shard_head_text(const struct shard_head *self, const char *record)
{
    const size_t size = sizeof FIRST_LINE + strlen(record) + LINES_ROOM;
    char *text = mem_array(size, 1);

    snprintf(text, size, "%s%spart %zu of %zu\nruns %zu + %zu of %zu\nseries %zu\noverdrawn %zu\noutside %s\n%s",
             FIRST_LINE, record, self->shard.part + 1, self->shard.parts, self->stretch.first, self->stretch.count,
             self->runs, self->series, (size_t)self->overdrawn, number_text(self->outside).text, SHARD_HEAD_END);
    return text;
}

static bool read_outside(const char *text, double *outside)
{
    const size_t length = strcspn(text, "\n");

    return number_read(text, length, outside) && strcmp(&text[length], "\n" SHARD_HEAD_END) == 0;
}

/* The lines behind the record. */
static bool read_lines(const char *at, struct shard_head *self)
{
    static const char last[] = "\noutside ";
    size_t overdrawn = 0;
    const bool read = shard_number(&at, "part ", &self->shard.part) && shard_number(&at, " of ", &self->shard.parts) &&
                      shard_number(&at, "\nruns ", &self->stretch.first) &&
                      shard_number(&at, " + ", &self->stretch.count) && shard_number(&at, " of ", &self->runs) &&
                      shard_number(&at, "\nseries ", &self->series) && shard_number(&at, "\noverdrawn ", &overdrawn);

    self->overdrawn = (double)overdrawn;
    return read && strncmp(at, last, sizeof last - 1) == 0 && read_outside(&at[sizeof last - 1], &self->outside) &&
           self->shard.part >= 1;
}

bool shard_head_read(char *text, struct shard_head *self, char **record)
{
    char *lines = strstr(text, BEHIND_RECORD);

    *self = (struct shard_head) { .runs = 0 };
    if (strncmp(text, FIRST_LINE, sizeof FIRST_LINE - 1) != 0 || lines == NULL) {
        return false;
    }
    lines += strlen("\n}\n");
    if (!read_lines(lines, self)) {
        return false;
    }
    self->shard.part--;
    *record = &text[sizeof FIRST_LINE - 1];
    (*record)[lines - *record - 1] = '\0'; /* in place of its last line break */
    return true;
}
