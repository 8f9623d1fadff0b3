/** The parts of what calibration_report_print() prints, and what they share. */
#ifndef CALIBRATION_PARTS_H
#define CALIBRATION_PARTS_H

#include "calibration_report.h"
#include "terminal_parts.h"

/** A report while it is printed. All pointers are borrowed. */
struct printing {
    const struct view view;
    const struct calibration_report of;
    const struct calibration *calibration;
    const struct model *model;
};

/** A share of the figures below this is as good as none. */
extern const double weak_share;

/** Standard errors beyond which a figure is named. */
extern const double far_off;

/** One of two texts by language. */
const char *in_words(const struct printing *self, const char *chinese, const char *english);

/** The fitted values beside what was stated beforehand. */
void print_values(const struct printing *self);

/** Observed figures beside the model's, before and after. */
void print_figures(const struct printing *self);

/** Migrants by age beside the schedule. */
void print_groups(const struct printing *self);

/** What is far off or not identified, and whether all agree, in words. */
void print_calibration_notes(const struct printing *self);

#endif
