/** What a scenario says of the notice (学位预警): which school year it warns of, and how it counts. */
#ifndef NOTICE_SETTINGS_H
#define NOTICE_SETTINGS_H

#include <stddef.h>

/** Resolved: all of it is given, or its default. */
struct notice_settings {
    /**
     * The coming school year, which is red where seats are short; the two years of amber begin with it. A result knows
     * no today, so the scenario says it; by default it is the first school year that begins after the last day of which
     * the model was given a count, within the horizon.
     */
    int school_year;
    double amber_probability; /**< Above it, a shortage that draws show is amber, 0..1; by default the alarm's. */
    size_t listed;            /**< At most so many rows of a list of towns; at least 1. */
};

/** Rows of a list where a scenario does not say: two printed pages at most. */
#define NOTICE_USUAL_LISTED 30

#endif
