/** Demand against seats, and what the difference asks for in classes, land and staff. */
#ifndef GAP_H
#define GAP_H

#include <stddef.h>

#include "enrolment.h"
#include "supply.h"

/** A gap that is a smaller part of the demand than this is the rounding of arithmetic, not a child. */
#define GAP_ROUNDING 1e-9

/**
 * A place's figures at a level in a school year: a town's, or the sum of towns (an area, the district). In a sum,
 * shortage and surplus are those of the towns added up, so a district can be short and idle at once.
 */
struct gap {
    double children;      /**< Residents of the level's ages. */
    double enrolment;     /**< Public and private pupils. */
    double demand;        /**< Public pupils. */
    double seats_nominal; /**< Public seats were every school to open in full at once. */
    double seats;         /**< Public seats as the scenario opens schools. */
    double gap;           /**< demand - seats. */
    double shortage;      /**< The gap above zero, town by town. */
    double surplus;       /**< The gap below zero, town by town, as a positive figure. */
    double classes_needed;
    double classes_short;
    double land_needed_m2;
    double land_short_m2;
    double staff_needed;
    double staff_short;
    double demand_assumed; /**< The part of demand that stands on a town population marked assumed, or on shared out
                              pupils. */
    double seats_assumed;  /**< The part of seats that stands on rows marked assumed. */
};

/** A town's row. `pupils` and `seats` are the state's. Classes are rounded up by grade; *_short follow the shortage. */
struct gap gap_town(const struct inputs *inputs, const double *values, const struct enrolment *pupils,
                    const struct supply *seats, size_t town, size_t level);

/** Adds a town's row to a sum. */
void gap_add(struct gap *sum, const struct gap *town);

/** Places of a model: its towns, then its areas, then the district. */
size_t gap_places(const struct model *model);

/**
 * All rows of a state, [place][level], places as gap_places() orders them; sums run over the towns in table order.
 */
void gap_state(const struct inputs *inputs, const double *values, const struct enrolment *pupils,
               const struct supply *seats, struct gap *rows);

#endif
