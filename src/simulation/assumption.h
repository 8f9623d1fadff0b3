/**
 * What two forecasts assume differently, as changes that can be made one by one: parameters and whole tables of the
 * model; and the inputs that lie between the two, where some of the changes are made and others are not.
 */
#ifndef ASSUMPTION_H
#define ASSUMPTION_H

#include <stdbool.h>
#include <stddef.h>

#include "inputs.h"

/** Tables of a model that a change takes as a whole. What belongs to no other stands in the first that is near. */
enum model_table {
    MODEL_TABLE_POPULATION, /**< People at the census, its day, and the towns' residents. */
    MODEL_TABLE_FERTILITY,
    MODEL_TABLE_MORTALITY,
    MODEL_TABLE_SRB,
    MODEL_TABLE_MIGRATION,
    MODEL_TABLE_HOUSING,
    MODEL_TABLE_ENROLMENT_RATES,
    MODEL_TABLE_PUBLIC_PUPILS, /**< Pupils of the base year or shares, public of all. */
    MODEL_TABLE_PUPIL_HISTORY, /**< Pupils by grade of several years, and how pupils are reckoned from them. */
    MODEL_TABLE_SEATS,
    MODEL_TABLE_PROJECTS, /**< Projects and their seats. */
    MODEL_TABLE_NORMS,
    MODEL_TABLES
};

/** Ids are the tables' files; several with `+` between them. */
extern const struct name model_table_names[MODEL_TABLES];

/** Why two models cannot be mixed; the first that holds. */
enum unlike {
    ALIKE,
    UNLIKE_START, /**< State date or base year. */
    UNLIKE_AGES,
    UNLIKE_TOWNS,  /**< Other towns, or in another order. */
    UNLIKE_AREAS,  /**< Other areas, or towns in others. */
    UNLIKE_LEVELS, /**< Other levels, entry ages or grades. */
    UNLIKE_YEARS,  /**< No school year is in both horizons. */
};

/** The key of an assumption that is all keys together. */
#define ALL_KEYS ((size_t)-1)

/** A change from the first side to the second: a table, or a parameter (some that go together) of one or all keys. */
struct assumption {
    bool is_table;
    enum model_table table;
    enum parameter first; /**< Of the parameters that go together; most often the only one. */
    enum parameter last;
    size_t key; /**< Or ALL_KEYS. */
};

/** Two sides that are alike enough. All borrowed; made by mixing_make(). */
struct mixing {
    const struct inputs *sides[2];
    int last_year;              /**< The earlier of the two horizons' last years. */
    bool other[MODEL_TABLES];   /**< The table differs in what a run to that year looks at. */
    bool follows[PARAMETERS];   /**< The parameter goes with its table: its keys are not the same on both sides. */
    bool estates_with_projects; /**< Projects are handed over with estates: neither table goes without the other. */
};

/** Whether the two can be mixed; else why not. */
enum unlike mixing_make(struct mixing *self, const struct inputs *from, const struct inputs *to);

/** The table that the parameter's keys come from, where it `follows` one. */
enum model_table mixing_followed(enum parameter parameter);

/**
 * All that differs, in order of table, then of parameter; `by_key`: a parameter's keys each by itself. `found` has room
 * for `most`; the number there is, which may be more.
 */
size_t mixing_assumptions(const struct mixing *self, bool by_key, size_t most, struct assumption *found);

/** Doubles that the values of any mixed inputs need. */
size_t mixing_values(const struct mixing *self);

/**
 * The first side with those of the `count` assumptions made that are `taken`. `values` [mixing_values()] is what the
 * mixed inputs then borrow, beside the two sides; NULL where only their size is asked for. With none taken a run gives
 * what the first side gives, with all what the second gives, up to the last year.
 */
void mixing_inputs(const struct mixing *self, const struct assumption *assumptions, size_t count, const bool *taken,
                   double *values, struct inputs *mixed);

#endif
