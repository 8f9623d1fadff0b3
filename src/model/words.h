/** The closed lists of words that tables and scenarios use, with their names for people. */
#ifndef WORDS_H
#define WORDS_H

#include <stddef.h>

#include "messages.h"

/** A thing that bears an id in files and a name for people in each language. */
struct name {
    const char *id;              /**< As written in the files. */
    const char *text[LANGUAGES]; /**< For people, by enum language. */
};

enum sex { MALE, FEMALE, SEXES };

/** How a figure is known. */
enum status { MEASURED, DERIVED, ASSUMED, STATUSES };

/** Who builds a project: delays and cancellations go by this. */
enum builder { BUILDER_GOVERNMENT, BUILDER_TOWN, BUILDER_DEVELOPER, BUILDER_DONOR, BUILDERS };

/** What a project does. New and received schools are whole new schools; the others act on an existing one. */
enum project_kind { KIND_NEW, KIND_EXPAND, KIND_RELOCATE, KIND_REBUILD, KIND_RECEIVE, KIND_CLOSE, KINDS };

/** How a new or received school fills: all its seats at once, or one more grade each year. */
enum opening { OPENING_NOMINAL, OPENING_BY_GRADE, OPENINGS };

/** How residents become pupils: children times enrolment rates, or last year's pupils times ratios from grade to grade.
 */
enum enrolment_method { ENROLMENT_BY_RATES, ENROLMENT_BY_PROGRESSION, ENROLMENT_METHODS };

/** Which years a grade progression ratio is taken from, see progression.h. */
enum progression_years { PROGRESSION_MEAN, PROGRESSION_WEIGHTED, PROGRESSION_LAST, PROGRESSION_YEARS };

/** Where a year's migrants meet births and deaths: all after them, or half before and half after. */
enum migration_rule { MIGRATION_END, MIGRATION_EVEN, MIGRATION_RULES };

/** How rates known up to a year go on after it in a back-test: as their mean, or as the last of them. */
enum hold { HOLD_MEAN, HOLD_LAST, HOLDS };

/** What is compared with another place: people of an age or a level, or the year in which most enter a level. */
enum outside_measure {
    OUTSIDE_ENTRANTS, /**< Enrolled in a level's first grade. */
    OUTSIDE_ENROLLED, /**< Enrolled at a level. */
    OUTSIDE_CHILDREN, /**< Residents of a level's ages. */
    OUTSIDE_PEAK,     /**< The year with the most in a level's first grade. */
    OUTSIDE_MEASURES
};

extern const struct name hold_words[HOLDS];
extern const struct name outside_words[OUTSIDE_MEASURES];

/** Whether those who move into new housing come beside the model's migration, or within a total that stays. */
enum housing_place { HOUSING_ON_TOP, HOUSING_INSIDE, HOUSING_INSIDE_DISTRICT, HOUSING_PLACES };

/** What can be observed beside what the model says: a stock at a day, or a flow over a period. */
enum observed_series {
    SERIES_RESIDENTS, /**< Stock. */
    SERIES_BIRTHS,    /**< Flows, as are the next four. */
    SERIES_DEATHS,
    SERIES_ARRIVALS,
    SERIES_DEPARTURES,
    SERIES_NET_MIGRANTS,  /**< Arrivals less departures. */
    SERIES_ENROLLED,      /**< Stock of a school year, public and private. */
    SERIES_PUBLIC_PUPILS, /**< Stock of a school year. */
    OBSERVED_SERIES
};

extern const struct name sex_words[SEXES];
extern const struct name status_words[STATUSES];
extern const struct name builder_words[BUILDERS];
extern const struct name kind_words[KINDS];
extern const struct name opening_words[OPENINGS + 1];                    /**< Ended by a NULL id. */
extern const struct name enrolment_method_words[ENROLMENT_METHODS + 1];  /**< Ended by a NULL id. */
extern const struct name progression_years_words[PROGRESSION_YEARS + 1]; /**< Ended by a NULL id. */
extern const struct name migration_rule_words[MIGRATION_RULES];
extern const struct name housing_words[HOUSING_PLACES + 1]; /**< Ended by a NULL id. */
extern const struct name series_words[OBSERVED_SERIES];

/** How a level's new schools open, by themselves; the index is opens_in_full. */
enum { OPENS_WORDS = 2 };
extern const struct name opens_words[OPENS_WORDS];

/** Migration of a back-test: the index says whether there is any. */
enum { HELD_MIGRATION_WORDS = 2 };
extern const struct name held_migration_words[HELD_MIGRATION_WORDS];

/** Age schedules of migration that have a name. */
enum { SCHEDULE_WORDS = 1 };
extern const struct name schedule_words[SCHEDULE_WORDS];

/** The index of the word of `length` bytes among `count` words, or `count` if it is none of them. */
size_t word_find(const struct name *words, size_t count, const char *text, size_t length);

#endif
