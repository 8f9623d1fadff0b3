/** What a doubtful figure may turn out to be, as a scenario writes it. */
#ifndef DISTRIBUTION_READER_H
#define DISTRIBUTION_READER_H

#include <stdbool.h>

#include "move_reader.h"

/**
 * Reads the distribution of a move's figures: `{distribution: normal, mean:, sd:}`, lognormal with median and sd (of
 * the logarithm), uniform with low and high, triangular with low, mode and high, empirical with values, discrete with
 * values and weights (alike where left out); `{low:, high:}` alone is uniform and, of a switch, `{probability:}` is how
 * likely it is on. Arrays are the pool's. False, with problems, if a number is missing or does not go with the others,
 * or if what it can give takes the parameter out of its range; of normal and lognormal, which have no ends, only the
 * middle is judged.
 */
bool distribution_read(const struct ensemble_source *source, const struct move *move, yaml_value value,
                       struct distribution *distribution);

/**
 * Reads a list of figures of the move, in its order; the pool's. False, with problems, if it is empty or one is bad or
 * takes the parameter out of its range.
 */
bool figures_read(const struct ensemble_source *source, const struct move *move, yaml_value list, const char *key,
                  const double **figures, size_t *count);

#endif
