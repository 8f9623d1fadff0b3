/** New housing: where dwellings are handed over, when, and who comes to live in them. */
#ifndef ESTATES_H
#define ESTATES_H

#include <stddef.h>

#include "words.h"

/** A row of housing.csv. */
struct estate {
    struct name name;
    size_t town;
    double units; /**< Dwellings. */
    int handover; /**< School year in which the keys are handed over: from the state date of that year to the next. */
    int years_to_fill;     /**< So many years, of which the handover's is the first, in equal parts. */
    enum status status;    /**< How units, year and pace are known. */
    const double *persons; /**< [sex][age] who come to live in a dwelling, by the age at the next state date. */
};

#endif
