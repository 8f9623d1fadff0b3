/** A sum with its terms as text: `4,920 + 2,260 = 7,180`, and the rows that they come from. */
#ifndef SUM_H
#define SUM_H

#include "exam.h"

/** Zero-initialise; end with sum_free(). */
struct sum {
    double total;
    size_t count;
    struct text_end {
        char *text; /**< Owned. */
        size_t length;
        size_t room;
    } terms, rows;
};

/** Adds a term that comes from row `id`. */
void sum_add(struct sum *self, struct exam *exam, const char *id, double term);

/** `a + b = c`, or `a` of one term, `0` of none. In the exam's pool. */
const char *sum_text(const struct sum *self, struct exam *exam);

/** Ids of the rows, parted by spaces. In the exam's pool. */
const char *sum_rows(const struct sum *self, struct exam *exam);

/** The number of terms as text. In the exam's pool. */
const char *sum_count(const struct sum *self, struct exam *exam);

/** Frees what the sum owns. */
void sum_free(struct sum *self);

#endif
