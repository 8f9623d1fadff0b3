/** Moves of an ensemble and their figures, as tables show them. */
#ifndef MOVE_TEXT_H
#define MOVE_TEXT_H

#include "inputs.h"

/** The parameter and, where it has several, the keys moved: `supply.backlog primary`. free(). */
char *move_column(const struct inputs *inputs, const struct move *move);

/** A figure: of `set` a value of the parameter as a scenario writes it, else a number. free(). */
char *move_figure_text(const struct inputs *inputs, const struct move *move, double figure);

/** A figure for people: `x 1.1`, `+ 2000`, `never`. free(). */
char *move_figure_shown(const struct inputs *inputs, const struct move *move, double figure);

#endif
