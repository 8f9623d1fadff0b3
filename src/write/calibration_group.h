/** Migrants of an age group beside what the fitted schedule makes of them. */
#ifndef CALIBRATION_GROUP_H
#define CALIBRATION_GROUP_H

#include "calibration_report.h"

/** Persons. */
struct group_row {
    char ages[64]; /**< "5", "5-9", "85+". */
    double observed, standard_error, modelled;
};

/** The row of a group of a calibration that fitted a schedule. */
struct group_row group_row(const struct calibration_report *of, size_t index);

#endif
