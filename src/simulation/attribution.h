/**
 * How the change between two forecasts is shared out over what they assume differently: which runs it takes, and what
 * is made of them. Threads are the caller's: pieces may be run in any order, each with a room of its own.
 */
#ifndef ATTRIBUTION_H
#define ATTRIBUTION_H

#include "assumption.h"
#include "block.h"
#include "run.h"
#include "shapley.h"

/** The orders of a sample hang on it. */
enum { ATTRIBUTION_SEED = 1 };

/** What is run. Made by attribution_make(), then only read. */
struct attribution {
    struct mixing mixing;
    size_t count;
    const struct assumption *assumptions; /**< [count] Borrowed. */
    enum keep keep;                       /**< KEEP_GAPS: shares of each place; KEEP_SUMS: of areas and the district. */
    size_t first_place;                   /**< Of those that are kept. */
    size_t places;                        /**< Kept: see gap_places(). */
    size_t years;                         /**< School years that are in both horizons. */
    int first_year;
    size_t series;  /**< years x places x levels, in this order. */
    size_t samples; /**< Pairs of orders, each forwards and backwards; 0: all orders. */
};

/**
 * Chooses: all orders where there are at most SHAPLEY_EXACT_MOST assumptions and their runs and figures are few
 * enough; else as many samples as are. False where that would be too few to tell anything (of a country with many
 * changes), so that nothing is shared out. The choice hangs on the inputs alone, never on the machine.
 */
bool attribution_make(struct attribution *self, const struct mixing *mixing, const struct assumption *assumptions,
                      size_t count, enum keep keep);

/** Pieces of work: sets of changes, or samples. */
size_t attribution_pieces(const struct attribution *self);

/** Runs that all pieces make together. */
size_t attribution_runs(const struct attribution *self);

/** Figures that a piece gives: the gaps of a set [series], or the effects of a sample [count][series]. */
size_t attribution_figures(const struct attribution *self);

/** What a thread works in. */
struct attribution_room {
    double *values;
    double *before; /**< [series] */
    double *after;
    struct block memory; /**< Of a run. */
};

/** Bytes of a room. */
size_t attribution_room_bytes(const struct attribution *self);

/** Carves a room from a block that has so much left. */
void attribution_room_lay_out(const struct attribution *self, struct block *memory, struct attribution_room *room);

/** Runs a piece into `figures`. */
void attribution_go(const struct attribution *self, struct attribution_room *room, size_t piece, double *figures);

/**
 * From the figures of all pieces, [pieces][figures], the shares [count][series], which add up to `change` [series], and
 * their standard errors, likewise; errors of all orders are 0.
 */
void attribution_shares(const struct attribution *self, const double *figures, const double *change, double *shares,
                        double *errors);

#endif
