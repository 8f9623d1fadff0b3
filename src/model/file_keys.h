/**
 * THE table of the keys of scenarios and of district.yaml beside the parameters: what each takes, one row each. It
 * drives the readers' check of unknown keys, their ranges and words, and the schema for editors.
 */
#ifndef FILE_KEYS_H
#define FILE_KEYS_H

#include <stdbool.h>
#include <stddef.h>

#include "ensemble.h"
#include "words.h"

/** A mapping of a file; those of lists are the lists' entries. */
enum file_mapping {
    IN_NOTHING,
    IN_SCENARIO, /**< The whole of a scenario. */
    IN_HORIZON,
    IN_SWEEP, /**< An axis of a sweep. */
    IN_SPAN,  /**< The figures of an axis as from, to and steps. */
    IN_SENSITIVITY,
    IN_UNCERTAINTY,
    IN_INPUT, /**< One of `inputs`. */
    IN_NOTICE,
    IN_DISTRICT, /**< The whole of district.yaml. */
    IN_PLAN,
    IN_MIGRATION,
    IN_SCHEDULE,
    IN_ENROLMENT,
    IN_AREA,
    IN_LEVEL,
    IN_SCHOOL_TYPE,
    IN_BACKTEST,
    IN_AGES, /**< A group of ages that a back-test compares. */
    IN_CALIBRATION,
    IN_FIT, /**< One of `fit`. */
    FILE_MAPPINGS
};

/** What a key takes. */
enum file_key_type {
    KEY_NUMBER,
    KEY_WHOLE,
    KEY_YEAR,
    KEY_BY_GRADE, /**< A number for all grades, or a list with one for each. */
    KEY_SWITCH,
    KEY_WORD,
    KEY_DATE,      /**< 2020-11-01. */
    KEY_DATES,     /**< A list of dates. */
    KEY_MONTH_DAY, /**< 09-01. */
    KEY_TEXT,
    KEY_LANGUAGES, /**< A text, or a mapping {zh:, en:}. */
    KEY_ID,
    KEY_IDS,          /**< A list of ids. */
    KEY_ID_OR_IDS,    /**< One id or a list. */
    KEY_MAPPING,      /**< The mapping `inside`. */
    KEY_LIST,         /**< A list of the mappings `inside`. */
    KEY_WORD_OR,      /**< A word, or the mapping `inside`. */
    KEY_PARAMETER,    /**< The name of a parameter. */
    KEY_FIGURES,      /**< What an axis goes through: a list, or the mapping `inside`. */
    KEY_DISTRIBUTION, /**< What an input is drawn from. */
    KEY_FILES,        /**< By table of a model, its file. */
    KEY_COLUMNS,      /**< By table of a model, a mapping from columns to headings. */
    FILE_KEY_TYPES
};

/** A row of the table. */
struct file_key {
    enum file_mapping in;
    enum file_key_type type;
    const char *key;
    double low; /**< Range of numbers, ends included. */
    double high;
    const struct name *words; /**< [word_count], of KEY_WORD and KEY_WORD_OR. */
    size_t word_count;
    enum file_mapping inside;
    bool is_needed;              /**< Whatever else the mapping says. */
    const char *text[LANGUAGES]; /**< What it means. */
};

extern const struct file_key file_keys[];
extern const size_t file_key_count;

/** Room for the keys of any one mapping. */
enum { FILE_KEYS_MOST = 24 };

/** The keys of the mapping, in the table's order, to `keys` [FILE_KEYS_MOST]; how many. */
size_t file_keys_of(enum file_mapping in, const char **keys);

/** The row of a key that the mapping has. */
const struct file_key *file_key_find(enum file_mapping in, const char *key);

/** The keys of each shape beside `distribution`, in the order of its numbers; NULL after the last. All but weights are
 * needed. */
enum { SHAPE_KEYS_MOST = 5 };
extern const char *const shape_keys[SHAPES][SHAPE_KEYS_MOST];

/** The tables of a model, without ".csv". */
enum { MODEL_TABLES = 23 };
extern const char *const model_tables[MODEL_TABLES];

#endif
