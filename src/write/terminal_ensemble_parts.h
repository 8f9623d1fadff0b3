/** The parts of what terminal_print_ensemble() prints, and what they share. */
#ifndef TERMINAL_ENSEMBLE_PARTS_H
#define TERMINAL_ENSEMBLE_PARTS_H

#include "ensemble_result.h"
#include "terminal_parts.h"

void view_uncertainty(const struct view *view, const struct ensemble_result *ensemble);
void view_sweep(const struct view *view, const struct ensemble_result *ensemble);
void view_sensitivity(const struct view *view, const struct ensemble_result *ensemble);

/** The series of the gap in a school year shown. */
size_t view_series(const struct view *view, const struct ensemble_result *ensemble, int year, size_t place,
                   size_t level);

/** A heading that begins with the level. */
void view_level_heading(const struct view *view, size_t level, enum terminal_word title);

/** A move's name in the view's language. */
const char *view_move(const struct view *view, const struct move *move);

/** What was drawn, with its sources, and how many values had to be held in their ranges. */
void view_drawn(const struct view *view);

/** Says how many values were beyond their range, and how many runs have fewer than no seats; nothing where none. */
void view_beyond(const struct view *view, const struct ensemble_result *ensemble);

/** Says in which file of the result all figures are; nothing where none was written. */
void view_table_in(const struct view *view, const char *name);

#endif
