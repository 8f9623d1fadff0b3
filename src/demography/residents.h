/** The towns' residents at the census, as the scenario has them: what district figures are shared out by. */
#ifndef RESIDENTS_H
#define RESIDENTS_H

#include "inputs.h"

/** What all towns share; see residents_at_census(). */
struct residents {
    double all;   /**< Residents of all towns. */
    double scale; /**< What brings the towns, each times its multiplier, back to `all`; 1 where no multiplier acts. */
};

/** Adds the towns up, once for many questions. */
struct residents residents_at_census(const struct inputs *inputs, const double *values);

/** What the scenario multiplies the people of the town at the census by: population.town_multiplier, rescaled. */
double residents_factor(const struct residents *self, const struct inputs *inputs, const double *values, size_t town);

/** Residents of the town. */
double residents_of(const struct residents *self, const struct inputs *inputs, const double *values, size_t town);

/** The town's part of the district's residents. */
double residents_part(const struct residents *self, const struct inputs *inputs, const double *values, size_t town);

#endif
