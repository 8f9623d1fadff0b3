#include "indices.h"

#include <assert.h>
#include <string.h>

#include "philox.h"

/* Groups of rows that the bootstrap resamples. */
enum { GROUPS = 256 };

/* Resamples whose picks are drawn together. */
enum { SOME = 16 };

/*
 * The sums that a group of rows has, of results less their mean: how many results of A and B, their sum and that of
 * their squares; then for each input the sum of the first-order terms and that of the total terms.
 */
enum { RESULTS, SUM, SQUARES, TERMS };

static const double INTERVAL[] = { 0.025, 0.975 };

bool saltelli_takes_b(size_t matrix, size_t input)
{
    return matrix == MATRIX_B || matrix == MATRIX_AB + input;
}

size_t saltelli_matrices(size_t inputs)
{
    return MATRIX_AB + inputs;
}

static size_t sums_of_group(size_t inputs)
{
    return TERMS + 2 * inputs;
}

void indices_room_lay_out(struct indices_room *self, size_t inputs, size_t resamples, struct block *memory)
{
    self->inputs = inputs;
    self->resamples = resamples;
    self->picks = block_doubles(memory, resamples * GROUPS);
    self->sums = block_doubles(memory, GROUPS * sums_of_group(inputs));
    self->resampled = block_doubles(memory, 2 * inputs * resamples);
    self->together = block_doubles(memory, sums_of_group(inputs));
    self->shares = block_doubles(memory, 2 * inputs);
    quantile_room_lay_out(&self->quantiles, resamples, memory);
}

void indices_room_draw(struct indices_room *self, uint64_t seed)
{
    const struct stream stream = stream_of(seed, "bootstrap", "");
    double uniforms[GROUPS * SOME];

    for (size_t from = 0; from < self->resamples; from += SOME) {
        const size_t some = self->resamples - from < SOME ? self->resamples - from : SOME;

        stream_uniforms(&stream, (uint32_t)from, some, 0, GROUPS, uniforms);
        for (size_t i = 0; i < some; i++) {
            for (size_t group = 0; group < GROUPS; group++) {
                self->picks[(from + i) * GROUPS + group] = uniforms[group * some + i];
            }
        }
    }
}

/* Mean of A's and B's results together. */
static double mean_of(const double *a, const double *b, size_t rows)
{
    return draws_summary(a, rows).mean / 2 + draws_summary(b, rows).mean / 2;
}

/* The sums of a group: the rows [from, to). */
static void sum_rows(const double *a, const double *b, const double *ab, size_t rows, size_t from, size_t to,
                     double mean, size_t inputs, double *sums)
{
    memset(sums, 0, sums_of_group(inputs) * sizeof *sums);
    sums[RESULTS] = 2 * (double)(to - from);
    for (size_t row = from; row < to; row++) {
        const double of_a = a[row] - mean;
        const double of_b = b[row] - mean;

        sums[SUM] += of_a + of_b;
        sums[SQUARES] += of_a * of_a + of_b * of_b;
    }
    for (size_t input = 0; input < inputs; input++) {
        const double *mixed = &ab[input * rows];
        double first = 0;
        double total = 0;

        for (size_t row = from; row < to; row++) {
            const double change = mixed[row] - a[row];

            first += (b[row] - mean) * change;
            total += change * change;
        }
        sums[TERMS + 2 * input] = first;
        sums[TERMS + 2 * input + 1] = total;
    }
}

/* Shares of variance, first and total of each input in turn, that the sums tell. */
static void shares_of(const double *sums, size_t inputs, double *shares)
{
    const double results = sums[RESULTS];
    const double mean = sums[SUM] / results;
    const double variance = sums[SQUARES] / results - mean * mean;
    const double rows = results / 2;

    for (size_t input = 0; input < inputs; input++) {
        const double first = sums[TERMS + 2 * input] / rows;
        const double total = sums[TERMS + 2 * input + 1] / (2 * rows);

        shares[2 * input] = variance > 0 ? first / variance : 0;
        shares[2 * input + 1] = variance > 0 ? total / variance : 0;
    }
}

/* The shares that all groups' sums tell, or those of one resample: as many groups, each as often as it is picked. */
static void shares_together(struct indices_room *self, size_t groups, const double *picks)
{
    const size_t count = sums_of_group(self->inputs);

    memset(self->together, 0, count * sizeof *self->together);
    for (size_t i = 0; i < groups; i++) {
        const size_t group = picks == NULL ? i : (size_t)(picks[i] * (double)groups);
        const double *sums = &self->sums[group * count];

        for (size_t k = 0; k < count; k++) {
            self->together[k] += sums[k];
        }
    }
    shares_of(self->together, self->inputs, self->shares);
}

/* Index `k` of the shares with its interval. */
static struct sobol_index index_of(struct indices_room *self, size_t k)
{
    double ends[2];

    quantiles(&self->resampled[k * self->resamples], self->resamples, INTERVAL, 2, &self->quantiles, ends);
    return (struct sobol_index) { .share = self->shares[k], .low = ends[0], .high = ends[1] };
}

void sobol_indices(const double *a, const double *b, const double *ab, size_t rows, struct indices_room *room,
                   struct sobol_index *first, struct sobol_index *total)
{
    const size_t groups = rows < GROUPS ? rows : GROUPS;
    const size_t count = sums_of_group(room->inputs);
    const double mean = mean_of(a, b, rows);

    assert(rows >= 2 && room->resamples > 0);
    for (size_t group = 0; group < groups; group++) {
        const size_t from = group * rows / groups;
        const size_t to = (group + 1) * rows / groups;

        sum_rows(a, b, ab, rows, from, to, mean, room->inputs, &room->sums[group * count]);
    }
    for (size_t resample = 0; resample < room->resamples; resample++) {
        shares_together(room, groups, &room->picks[resample * GROUPS]);
        for (size_t k = 0; k < 2 * room->inputs; k++) {
            room->resampled[k * room->resamples + resample] = room->shares[k];
        }
    }
    shares_together(room, groups, NULL);
    for (size_t input = 0; input < room->inputs; input++) {
        first[input] = index_of(room, 2 * input);
        total[input] = index_of(room, 2 * input + 1);
    }
}
