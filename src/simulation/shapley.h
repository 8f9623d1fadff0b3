/**
 * What each of several changes contributes to what they do together: its effect, averaged over all orders in which the
 * changes can be made one after the other (Shapley 1953, "A value for n-person games"). The shares add up to the whole,
 * changes that act alike get alike, and one that does nothing gets 0.
 */
#ifndef SHAPLEY_H
#define SHAPLEY_H

#include <stddef.h>
#include <stdint.h>

/** Of so many changes all orders are gone through; of more, a sample. */
enum { SHAPLEY_EXACT_MOST = 12, SHAPLEY_MOST = 200 };

/**
 * Exact shares of `players` (at most SHAPLEY_EXACT_MOST) of many series at once: `worth` [2^players][series] is each
 * series where just those changes are made whose bits are set in the index; `shares` [players][series]. All n! orders
 * are met through the 2^n sets: a set of s others stands before a player in s! (n-1-s)! orders of n!.
 */
void shapley_exact(size_t players, size_t series, const double *worth, double *shares);

/**
 * The `sample`-th random order of the players, all equally likely (Fisher and Yates's shuffle, from numbers that hang
 * on `seed`, `sample` and the place alone).
 */
void shapley_order(uint64_t seed, uint32_t sample, size_t players, size_t *order);

/**
 * Shares of a sample of orders, each gone through forwards and backwards (antithetic: who comes late in one comes early
 * in the other): `means` [samples][players][series] are the effects of such pairs, halved. Gives their mean and its
 * standard error, NAN of one sample alone.
 */
void shapley_sampled(size_t samples, size_t players, size_t series, const double *means, double *shares,
                     double *errors);

/**
 * Gives what rounding has left between the sum of the shares (in order of player) and the whole `change` [series] to
 * the largest share, so that they add up to the last bit, or to one unit in the last place where no double does.
 */
void shapley_settle(size_t players, size_t series, const double *change, double *shares);

#endif
