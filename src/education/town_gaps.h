/**
 * The gaps of one town for draws as lanes: what enrolment, supply and gap make of the children of a run, to the last
 * bit, for LANES runs at once, and nothing but demand, seats and gap. Pupils go by rates.
 */
#ifndef TOWN_GAPS_H
#define TOWN_GAPS_H

#include "inputs.h"
#include "isa.h"
#include "projection.h"

/** What a series may be of; who keeps less than all keeps the first ones. */
enum measure { MEASURE_GAP, MEASURE_DEMAND, MEASURE_SEATS, MEASURES };

/** A town's draws. All arrays are borrowed. */
struct town_gaps {
    const struct inputs *inputs;
    const double *values;   /**< [layout.size][LANES] */
    const double *children; /**< [state][ages][LANES] from first_age on, of all states. */
    size_t first_age;
    size_t ages;
    const double *base_share; /**< [level][LANES]; see enrolment_base_share(). */
    const double *seats;      /**< The town's [level] of the first state kept, [LANES] of each if seats_by_lane. */
    size_t seats_stride;      /**< From state to state, in levels. */
    bool seats_by_lane;
    size_t first_state; /**< Kept: states first_state..first_state + states - 1. */
    size_t states;
    size_t measures; /**< Kept: 1..MEASURES. */
};

/** Where the figures go. */
struct town_series {
    double *kept;    /**< The town's first one: of MEASURE_GAP, first state, first level. */
    size_t stride;   /**< Doubles from series to series: at least LANES. */
    bool aligned;    /**< `kept` and stride are so, to 64 bytes: then figures are streamed, see wide_stream(). */
    size_t rows;     /**< Series from state to state. */
    double *sums[2]; /**< [measure][state][level][LANES] each; the town is added. NULL: none. */
};

/**
 * The base year's public share of each level in each town from the towns' enrolled of the base year, as
 * enrolment_base_share() has it: enrolled and share are [town][level][LANES].
 */
void town_gaps_base_share(const struct model *model, const double *enrolled, double *share);

/** Keeps the town's figures and adds them to the sums. */
void town_gaps_keep(const struct town_gaps *self, const struct town_series *to);

#define TOWN_GAPS_KEEP(ID, name) void town_gaps_keep_##name(const struct town_gaps *self, const struct town_series *to);
ISA_SETS(TOWN_GAPS_KEEP)
#undef TOWN_GAPS_KEEP

#endif
