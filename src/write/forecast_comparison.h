/**
 * Two forecasts side by side: what differs in what they stand on, what that does to the gap, and, where it could be
 * told, how much of the change each of the differences makes. Plain data for terminal, tables, sheets and pages; all is
 * borrowed from a pool and the two forecasts.
 */
#ifndef FORECAST_COMPARISON_H
#define FORECAST_COMPARISON_H

#include "forecast.h"
#include "mem.h"

/** A parameter whose values differ, for the keys that change alike. */
struct setting_change {
    enum parameter parameter;
    size_t key_count;               /**< 0: the parameter has no keys. */
    const char **keys;              /**< [key_count] ids. */
    bool all_keys;                  /**< Every key of the parameter changes so. */
    const struct setting *sides[2]; /**< Of the first such key; NULL: that side has none (another list of projects). */
    int first_differing;            /**< First and last calendar year in which a path differs; 0: no path. */
    int last_differing;
};

enum file_difference { FILE_CHANGED, FILE_ADDED, FILE_GONE, FILE_DIFFERENCES };

/** A file of the model that is not the same. */
struct file_change {
    const char *name;
    enum file_difference how;
};

/** What a table of the model adds up to on either side; NAN where no figure says it. */
struct table_change {
    struct name table;   /**< Its file is the id. */
    struct name measure; /**< Persons, seats ...; empty texts: none. */
    double before;
    double after;
};

/** Whether the change is shared out, or why not. */
enum sharing {
    SHARING_NOTHING, /**< Nothing differs that acts on the gap. */
    SHARING_ALL_ORDERS,
    SHARING_SAMPLE,       /**< Of orders; shares have standard errors. */
    SHARING_INPUTS_OTHER, /**< Of a result: its model's files are not as they were, or not there. */
    SHARING_START,        /**< From here on as enum unlike: models that cannot be mixed. */
    SHARING_AGES,
    SHARING_TOWNS,
    SHARING_AREAS,
    SHARING_LEVELS,
    SHARING_TOO_LARGE, /**< It would take too many runs. */
    SHARINGS
};

/** An assumption that the change is shared out over. */
struct cause {
    struct name
        name; /**< Its id: the parameter's name (with the key behind a space), the tables' files, or `program`. */
};

struct forecast_comparison {
    const struct forecast *sides[2];
    int first_year; /**< School years of both. */
    int last_year;
    size_t place_count; /**< Places that both have, in the first side's order. */
    const struct forecast_place *places;
    size_t level_count; /**< Levels that both have. */
    const struct name *levels;
    const struct forecast_row *rows[2]; /**< [year][place][level] */
    size_t missing_places[2];           /**< Places (levels) of a side that the other does not have. */
    size_t missing_levels[2];

    size_t setting_count;
    const struct setting_change *settings;
    size_t file_count;
    const struct file_change *files;
    size_t table_count; /**< Where both models are at hand. */
    const struct table_change *tables;

    enum sharing sharing;
    size_t other_side; /**< SHARING_INPUTS_OTHER: whose inputs. */
    size_t runs;       /**< That the sharing took. */
    size_t samples;    /**< SHARING_SAMPLE: pairs of orders. */
    size_t cause_count;
    const struct cause *causes;
    /**
     * [cause][year][place][level] children; the sum over the causes is the change of the gap. NAN where not shared out:
     * towns of a country.
     */
    const double *shares;
    const double *errors; /**< Standard errors, likewise; 0: exact. */
};

/** Compares all but the tables, and shares nothing out. False where the two have no school year, place or level in
 * common. */
bool forecast_comparison_make(struct forecast_comparison *self, struct pool *pool, const struct forecast *a,
                              const struct forecast *b);

/** Cells of the comparison: years x places x levels. */
size_t comparison_cells(const struct forecast_comparison *self);

/** Index of a cell, and the change of its gap: that of the second side less that of the first. */
size_t comparison_cell(const struct forecast_comparison *self, int year, size_t place, size_t level);
double comparison_change(const struct forecast_comparison *self, size_t cell);

/** What a cause makes of a cell's change. */
double comparison_share(const struct forecast_comparison *self, size_t cause, size_t cell);

/** The place that is the whole district, or the last place there is. */
size_t comparison_district(const struct forecast_comparison *self);

/** The first year in which the place's gap at the level has changed most. */
int comparison_year(const struct forecast_comparison *self, size_t place, size_t level);

/** The largest distance of a cell's shares' sum from its change; 0 where nothing is shared out. */
double comparison_residual(const struct forecast_comparison *self);

#endif
