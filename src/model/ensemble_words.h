/** The closed lists of words that ensembles are written with. */
#ifndef ENSEMBLE_WORDS_H
#define ENSEMBLE_WORDS_H

#include "ensemble.h"
#include "words.h"

extern const struct name ensemble_words[ENSEMBLE_KINDS]; /**< Sections of a scenario; the first is none. */
extern const struct name move_words[MOVE_KINDS];
extern const struct name shape_words[SHAPES];
extern const struct name points_words[POINTS_SOBOL + 1];
extern const struct name axis_words[AXES]; /**< What a parameter has a value for each of. */

/** What `towns` of a move can be: those whose population is assumed, or all. */
enum { TOWNS_ASSUMED, TOWNS_ALL, MOVE_TOWN_WORDS };
extern const struct name move_town_words[MOVE_TOWN_WORDS];

#endif
