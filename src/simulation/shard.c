#include "shard.h"

#include <assert.h>

/* Runs that stay together. */
static size_t together(const struct many_runs *runs)
{
    return runs->by_lanes ? LANES : 1;
}

size_t shard_most(const struct many_runs *runs)
{
    return (runs->design.runs + together(runs) - 1) / together(runs);
}

/* The run with which a part begins; of the part behind the last: the number of runs. */
static size_t beginning(const struct many_runs *runs, size_t part, size_t parts)
{
    const size_t blocks = shard_most(runs);
    const size_t before = blocks / parts * part + blocks % parts * part / parts; /* blocks x part could overflow */
    const size_t run = before * together(runs);

    return run < runs->design.runs ? run : runs->design.runs;
}

struct stretch shard_stretch(const struct many_runs *runs, const struct shard *shard)
{
    if (shard->parts == 0) {
        return (struct stretch) { .first = 0, .count = runs->design.runs };
    }
    assert(shard->part < shard->parts);
    const size_t first = beginning(runs, shard->part, shard->parts);

    return (struct stretch) { .first = first, .count = beginning(runs, shard->part + 1, shard->parts) - first };
}
