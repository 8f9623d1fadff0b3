/**
 * The findings of a notice (学位预警): which towns will be short of public seats in the coming school year, which
 * within two, and what the figures say beside it. Plain numbers from a result and its draws; words are made of them
 * elsewhere, so that no two forms of the notice can disagree.
 */
#ifndef NOTICE_H
#define NOTICE_H

#include <stdbool.h>
#include <stddef.h>

#include "ensemble_result.h"
#include "inputs.h"
#include "result.h"

/** How a town stands at a level. */
enum alert {
    ALERT_GREEN, /**< Neither. */
    ALERT_AMBER, /**< Short in the year after, or more likely short in either year than the scenario's threshold. */
    ALERT_RED,   /**< Short in the coming school year. */
    ALERTS
};

/** A figure and the school year that has it; year NO_YEAR: no year has. */
struct notice_peak {
    int year;
    double value;
};

/** What lies ahead of a place at a level. In the district's, shortage and surplus are those of its towns added up. */
struct outlook {
    size_t place; /**< See gap_places(). */
    size_t level;
    enum alert alert;     /**< Of a town. */
    double probability;   /**< Of a shortage, in the likelier of the two years; NAN: not drawn. */
    int probability_year; /**< That year. */
    struct gap coming;    /**< The coming school year. */
    int shown_year;       /**< The year that the alert is about: the coming one; of an amber row that which is short or
                             likely. */
    struct gap shown;     /**< That year. */
    struct gap next;      /**< The year after; all zero where the horizon ends before. */
    struct gap last;      /**< The horizon's last. */
    double demand_before; /**< In the year before the shown one; NAN: the run has none. */
    double seats_before;  /**< Likewise. */
    struct notice_peak peak;   /**< Greatest demand of the years printed. */
    struct notice_peak worst;  /**< Greatest shortage from the coming year on. */
    struct notice_peak widest; /**< Greatest surplus from the coming year on. */
    int first_short; /**< First and last year from the coming one on in which half a seat is short; NO_YEAR. */
    int last_short;
    double widest_seats; /**< All seats in that year. */
    double late;         /**< Seats that the plan has in use by the shown year and the scenario later or never. */
    double nearby; /**< A town: spare seats in the other towns of its area. District: shortages that such seats meet. */
    double class_size; /**< Pupils a class, mean of the grades. */

    /* Of the district alone. */
    size_t towns[ALERTS]; /**< How many stand how. */
    double eased;         /**< Shortages that seats which open later, grade by grade, would meet in their own town. */
    size_t later_towns;   /**< Short for the first time after the two years. */
    size_t passing_towns; /**< Short from the coming year on, but in the end with as much to spare as was ever short. */
    double passing_seats; /**< Their greatest shortages added up. */
    size_t lasting_towns; /**< Short in the last year. */
    bool lowest_level;    /**< No level has younger children. */
};

/** Free with notice_free(). */
struct notice {
    const struct inputs *inputs; /**< Borrowed. */
    int year;                    /**< The coming school year. */
    bool has_next;               /**< Whether the horizon has the year after. */
    bool has_probability;        /**< Whether futures were drawn. */
    size_t towns;                /**< Towns where somebody lives; the others have no row. */
    struct outlook *rows;        /**< [towns][level], towns in table order. Owned. */
    size_t row_count;
    struct outlook *district; /**< [level] Owned. */
    size_t *order;            /**< Rows: red, amber, green; the worst first, equals in table order. Owned. */
    size_t counts[ALERTS];    /**< Rows of each. */
    double unplaced;          /**< Seats of the coming year in towns where nobody lives. */
};

/** What is not half a child is none. */
#define NOTICE_SHORT_FROM 0.5

/**
 * Of a result that kept its towns (not KEEP_SUMS). `ensemble` is NULL where one run was asked for; of others than
 * uncertainties nothing is taken.
 */
void notice_make(struct notice *self, const struct inputs *inputs, const struct result *result,
                 const struct ensemble_result *ensemble);

/** Harmless when called twice. */
void notice_free(struct notice *self);

#endif
