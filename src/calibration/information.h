/** What rows of a least-squares problem tell of its unknowns. `slopes` are the rows' derivatives, [rows][columns]. */
#ifndef INFORMATION_H
#define INFORMATION_H

#include <stdbool.h>
#include <stddef.h>

/**
 * Which unknowns the rows tell of: by pivoted orthogonalisation (Businger & Golub 1965) the one that moves the rows
 * most comes first, and of each next one only what those before it cannot do counts; it is told of if that is `least`
 * or more. Of two that do the same, or nearly, the first is told of. The `first` columns come before all others and are
 * told of in any case.
 */
void information_told(const double *slopes, size_t rows, size_t columns, size_t first, double least, bool *told);

/** The least sum of squares of residuals + J x over all x, and J's rank. */
double information_left(const double *slopes, const double *residuals, size_t rows, size_t columns, size_t *rank);

/**
 * Variances of the unknowns by the rows, [columns]: the diagonal of (J'J)^-1, by its eigenvalues; infinite for those of
 * which they do not tell. Unless `residuals` is NULL, `step` [columns] gets the Gauss-Newton step -(J'J)^-1 J'r.
 * False where J is not finite.
 */
bool information_variances(const double *slopes, const double *residuals, size_t rows, size_t columns, double *variance,
                           double *step);

#endif
