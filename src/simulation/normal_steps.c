#include "normal_steps.h"

/* Numbers that are worked on together. */
enum { CHUNK = 256 };

/* Inverses of `count` uniforms in the tails. Each step is a loop of its own, so that vectors can do it. */
static void tail_inverses(size_t count, const double *uniforms, double *inverses)
{
    double roots[CHUNK];

    for (size_t k = 0; k < count; k++) {
        const double rest = 1 - uniforms[k];

        roots[k] = uniforms[k] < 0.5 ? uniforms[k] : rest;
    }
    exact_logs(count, roots);
    for (size_t k = 0; k < count; k++) {
        roots[k] = sqrt(-roots[k]);
    }
    for (size_t k = 0; k < count; k++) {
        inverses[k] = ratio_at(&NEAR_TAIL, roots[k] - 1.6);
    }
    for (size_t k = 0; k < count; k++) {
        if (roots[k] > NEAR_TAIL_ENDS) {
            inverses[k] = tail_inverse_of_root(roots[k]);
        }
    }
    for (size_t k = 0; k < count; k++) {
        inverses[k] = uniforms[k] < 0.5 ? -inverses[k] : inverses[k];
    }
}

/* The middle's ratio for all, and then the tails, gathered and put back. */
static void chunk_inverses(size_t count, double *numbers)
{
    size_t at[CHUNK] = { 0 };
    double uniforms[CHUNK] = { 0 };
    double inverses[CHUNK];
    size_t tails = 0;

    for (size_t i = 0; i < count; i++) {
        at[tails] = i;
        uniforms[tails] = numbers[i];
        tails += fabs(numbers[i] - 0.5) > MIDDLE_ENDS;
    }
    for (size_t i = 0; i < count; i++) {
        numbers[i] = middle_inverse(numbers[i] - 0.5);
    }
    tail_inverses(tails, uniforms, inverses);
    for (size_t k = 0; k < tails; k++) {
        numbers[at[k]] = inverses[k];
    }
}

void ISA_FUNCTION(normal_inverses)(size_t count, double *numbers)
{
    for (size_t from = 0; from < count; from += CHUNK) {
        chunk_inverses(count - from < CHUNK ? count - from : CHUNK, &numbers[from]);
    }
}
