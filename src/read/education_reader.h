/** The tables of pupils and seats: enrolment_rates, enrolment, public_share, seats. */
#ifndef EDUCATION_READER_H
#define EDUCATION_READER_H

#include <stdbool.h>

#include "model_source.h"

/** Reads them all, after the levels and towns are known. Goes on after a bad table. */
bool education_read(struct model_source *source);

#endif
