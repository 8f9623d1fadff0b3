/**
 * A district as its files in models/<name>/ describe it: what every scenario of it shares. Plain data, filled by the
 * reader and then constant. All pointers are borrowed from `pool`.
 */
#ifndef MODEL_H
#define MODEL_H

#include <stdbool.h>
#include <stddef.h>

#include "calibration_plan.h"
#include "date.h"
#include "estates.h"
#include "id_index.h"
#include "mem.h"
#include "projects.h"
#include "rates.h"
#include "words.h"

/** A level of schooling (学段). Its grades are single-year cohorts: grade g has the children aged entry_age + g. */
struct level {
    struct name name;
    size_t entry_age; /**< Completed years at the state date. */
    size_t grades;
    size_t first_grade;              /**< Index of its first grade in arrays over all levels' grades. */
    bool opens_in_full;              /**< New schools of this level never fill grade by grade. */
    const double *class_size;        /**< [grades] pupils a class. */
    const double *raised_class_size; /**< [grades] pupils a class where migrants exceed the threshold. */
    double land_m2_per_pupil;        /**< Norm of site area. */
    double pupils_per_post;          /**< Norm of staff by pupils; 0 where staff go by classes. */
    double posts_per_class;          /**< Norm of staff by classes; 0 where staff go by pupils. */
};

/** A kind of school by the levels that it has, with the size norms for it. */
struct school_type {
    struct name name;
    const bool *has_level;  /**< [level_count] */
    double minimum_classes; /**< Of a new school; 0: no norm. */
    double maximum_pupils;  /**< Of any school; 0: no norm. */
};

struct town {
    struct name name;
    const char *kind;
    size_t area;              /**< Index into areas, or NO_AREA. */
    double population;        /**< Residents at the census. */
    enum status status;       /**< Of `population`. */
    double migrant_share;     /**< Share of migrants' children among pupils, 0..1; 0 where not given. */
    const size_t *neighbours; /**< [neighbour_count] towns that adjoin, ascending; each has this one, too. */
    size_t neighbour_count;
};

/** The area of a town that is in none. */
#define NO_AREA ((size_t)-1)

/** How migrants are given. */
enum migration_form { MIGRATION_NONE, MIGRATION_NET, MIGRATION_GROSS };

/** Rogers-Castro model schedule of migration by age (Rogers & Castro 1981), without the retirement peak. */
struct rogers_castro {
    double a1, alpha1, a2, alpha2, mu2, lambda2, c;
};

struct migration {
    enum migration_form form;
    enum migration_rule rule;
    /**
     * Persons a year by town, year, sex, age: net migrants (form NET) or arrivals (form GROSS). A stride 0 is a total
     * to be shared out: towns by population, sexes half and half, ages by `schedule`.
     */
    struct rates persons;
    struct rates departure_rate; /**< GROSS: per resident and year; stride 0: the same for all. */
    struct rogers_castro schedule;
    enum housing_place housing; /**< Where the model has estates: as district.yaml chooses. */
};

/**
 * Pupils by grade of consecutive school years, public and private together: what grade progression goes by, and what
 * a forecast of pupils can be held against. A level has pupils in all of the years or in none.
 */
struct pupil_history {
    int first_year;        /**< School year of the first; the model's base year is one of them. */
    size_t years;          /**< 0 where nothing is known. */
    bool by_town;          /**< False: the district's figures, which are the towns' by population. */
    const bool *has_level; /**< [level_count] */
    const double *pupils;  /**< [year][town, or one][grade] at the state date; 0 at levels without pupils here. */
};

/** A total that the plan prints, with what it is a total of; empty text: of all. */
struct plan_total {
    const char *annex; /**< The annex that prints it, or "indicators". */
    const char *part;
    const char *school_type;
    const char *level;
    const char *measure; /**< seats, schools, cost_wan_yuan, classes, public_schools ... */
    int year;            /**< That the figure is for, or NO_YEAR. */
    double printed;
    size_t line; /**< Of its row in plan_totals.csv. */
};

/** What the plan says is needed at the levels together. */
struct target {
    const bool *has_level; /**< [level_count] */
    double seats;
    int year; /**< By when. */
};

/** A staffing figure of the base year. */
struct staffing {
    const char *item;      /**< posts_required, posts_granted, posts_filled ... */
    const bool *has_level; /**< [level_count] the levels that it is for. */
    double persons;
    enum status status;
};

/** The town, level or grade of what is not of one alone. */
#define ALL_TOWNS ((size_t)-1)
#define ALL_LEVELS ((size_t)-1)
#define ALL_GRADES ((size_t)-1)

/** What was observed: a stock at a day, or a flow over a period (both days included). */
struct observation {
    enum observed_series series;
    struct date start; /**< First day of the period; for a stock the day itself, or days of its school year. */
    struct date end;   /**< Last day. */
    size_t town;       /**< Index, or ALL_TOWNS. */
    size_t level;      /**< Of pupils: index; else ALL_LEVELS. */
    size_t grade;      /**< Of pupils: index in the level, or ALL_GRADES. */
    size_t first_age;  /**< Of residents: completed years at the day; else 0 and the open age. */
    size_t last_age;   /**< Included; the open age has all who are older, too. */
    double value;
    double standard_error; /**< NAN where not known. */
    enum status status;    /**< Of `value`. */
    const char *source;
    size_t line; /**< Of its row in observed.csv. */
};

/** A whole population that was observed: who lived where at the end of a day. */
struct observed_state {
    struct date day;
    int year;             /**< Of the state that it stands for: the state date at or before the day. */
    double shift;         /**< Part of a year from that state date to the day, 0 <= shift < 1. */
    const double *people; /**< [town][sex][age] persons at the day. */
    bool is_census;       /**< It is the model's own base population. */
};

/** Ages that a back-test looks at together: those of a level, or as district.yaml says. */
struct compared_ages {
    struct name name;
    size_t first_age; /**< Completed years at the state date, both included. */
    size_t last_age;  /**< Below the open age. */
};

/** How a back-test projects: from where, and by what was known then. */
struct backtest_plan {
    bool is_given;      /**< Whether district.yaml asks for one. */
    enum hold hold;     /**< How the rates known at the origin go on. */
    int known_years;    /**< Only the last so many known years count; 0: all. */
    bool has_migration; /**< Whether the migrants known at the origin go on, too; else the population is closed. */
    size_t origin_count;
    const struct observed_state *origins; /**< In order of day; the census itself may be one. */
    size_t group_count;
    const struct compared_ages *groups;
};

/** A figure that was observed at another place, alone or over a second one: only ratios are compared. */
struct outside_check {
    enum outside_measure measure;
    size_t level; /**< level_count: of no level. */
    int year;     /**< Of the state; of a peak, when it was. */
    enum outside_measure over_measure;
    size_t over_level;
    int over_year;
    double value;      /**< The first figure or, where over_value is NAN, the ratio itself; of a peak nothing. */
    double over_value; /**< The second. */
    const char *area;
    const char *source;
    enum status status;
};

/** A file that was read, for the record of what a result stands on. */
struct source_file {
    const char *path; /**< As opened. */
    const char *name; /**< Relative to the model's or scenario's folder. */
};

struct model {
    struct pool pool;
    const char *folder; /**< As opened. */
    struct name name;   /**< id: the folder's own name. */

    struct date state_date; /**< Year unused. The day at which the population stands. */
    struct date census_date;
    int base_year;       /**< Year of the first state: the state date at or before the census. */
    double census_shift; /**< Part of a year from that state date to the census, 0 <= shift < 1. */

    size_t ages; /**< Single years 0..ages-1, the last one open. */
    size_t town_count;
    const struct town *towns;
    struct id_index town_ids; /**< Of the towns that tables name. */
    size_t area_count;
    const struct name *areas;
    size_t level_count;
    const struct level *levels;
    size_t grade_count; /**< Of all levels together. */
    size_t school_type_count;
    const struct school_type *school_types;
    double raised_class_size_above; /**< Migrant share above which (strictly) the raised class sizes hold. */

    const double *census_population; /**< [town][sex][age] persons at the census date. */
    struct rates fertility;          /**< town, year, age: births per woman per year. */
    struct rates mortality; /**< town, year, sex, age: mx, or sx if `mortality_is_sx`; see mortality_standard. */
    bool mortality_is_sx;   /**< Values are survivorship ratios; else central death rates. */
    /**
     * sex, age: mx of the standard where only life expectancies are known: then `mortality` has those, years by town,
     * year and sex. Else NULL.
     */
    struct rates mortality_standard;
    struct rates srb; /**< year: boys per girl at birth. */
    struct migration migration;

    size_t estate_count;
    const struct estate *estates;

    struct rates enrolment_rate;   /**< year, grade: enrolled per child. */
    struct rates public_share;     /**< year, level: public pupils per enrolled; looked at where !share_from_pupils. */
    const bool *share_from_pupils; /**< [level] the public share is that of the base year's pupils. */
    const double
        *public_pupils;  /**< [town][level] pupils in the base year, where share_from_pupils; see pupils_by_town. */
    bool pupils_by_town; /**< False: public_pupils has the district's figures, [level]. */
    enum enrolment_method enrolment_method;   /**< Where no scenario says otherwise. */
    enum progression_years progression_years; /**< Likewise. */
    struct pupil_history pupil_history;
    const double *base_seats;             /**< [town][level] public seats in the base year. */
    const enum status *base_seats_status; /**< [town][level] */

    size_t project_count;
    const struct project *projects;
    size_t project_seats_count;
    const struct project_seats *project_seats; /**< In order of project. */

    int plan_first; /**< First and last year of the plan; NO_YEAR where there is none. */
    int plan_last;
    size_t plan_total_count;
    const struct plan_total *plan_totals;
    size_t target_count;
    const struct target *targets;
    size_t staffing_count;
    const struct staffing *staffing;
    size_t observation_count;
    const struct observation *observations;
    struct calibration_plan calibration;
    struct backtest_plan backtest;
    size_t observed_state_count;
    const struct observed_state *observed_states; /**< In order of day. */
    size_t outside_count;
    const struct outside_check *outside_checks;

    size_t file_count;
    const struct source_file *files; /**< All files read, in order. */
};

/** Frees all that the model owns; harmless when called twice or on a zeroed model. */
void model_free(struct model *self);

/** The year of the last state to which all tables of rates go; the last year there is (2200) where none has years. */
int model_last_state(const struct model *self);

/** The index of the level, town, project or estate with that id, or the count of them if there is none. */
size_t model_level(const struct model *self, const char *id);
size_t model_town(const struct model *self, const char *id);
size_t model_project(const struct model *self, const char *id);
size_t model_estate(const struct model *self, const char *id);

/** The grade before the first of a chain of grades. */
#define NO_GRADE ((size_t)-1)

/**
 * The grade, of all levels', whose pupils are in `grade` a year later: the one before it in its level, or the last one
 * of the level before, where no year of age lies between the two and pupil_history has both. Else NO_GRADE.
 */
size_t model_grade_before(const struct model *self, size_t grade);

/** The school type with exactly the levels at which the project has seats, or NULL if there is none. */
const struct school_type *model_school_type(const struct model *self, size_t project);

#endif
