#include "file_keys.h"

#include <assert.h>
#include <string.h>

#include "date.h"
#include "ensemble_words.h"

#define KEY_ROW(mapping, name, kind, need, from, to, list, count, nested, zh, en)                                      \
    { .in = IN_##mapping,                                                                                              \
      .key = (name),                                                                                                   \
      .type = KEY_##kind,                                                                                              \
      .is_needed = (need),                                                                                             \
      .low = (from),                                                                                                   \
      .high = (to),                                                                                                    \
      .words = (list),                                                                                                 \
      .word_count = (count),                                                                                           \
      .inside = IN_##nested,                                                                                           \
      .text = { zh, en } },

const struct file_key file_keys[] = {
#define KEY KEY_ROW
#include "file_keys_table.h"
#undef KEY
};

const size_t file_key_count = sizeof file_keys / sizeof *file_keys;

const char *const shape_keys[SHAPES][SHAPE_KEYS_MOST] = {
    [SHAPE_NORMAL] = { "distribution", "mean", "sd" },   [SHAPE_LOGNORMAL] = { "distribution", "median", "sd" },
    [SHAPE_UNIFORM] = { "distribution", "low", "high" }, [SHAPE_TRIANGULAR] = { "distribution", "low", "mode", "high" },
    [SHAPE_EMPIRICAL] = { "distribution", "values" },    [SHAPE_DISCRETE] = { "distribution", "values", "weights" },
};

const char *const model_tables[MODEL_TABLES] = {
    "towns",
    "base_population",
    "fertility",
    "mortality",
    "mortality_standard",
    "srb",
    "migration",
    "enrolment_rates",
    "enrolment",
    "public_share",
    "seats",
    "projects",
    "project_seats",
    "plan_totals",
    "targets",
    "staffing",
    "observed",
    "pupils",
    "housing",
    "housing_persons",
    "observed_population",
    "outside_checks",
    "migrants_by_age",
};

size_t file_keys_of(enum file_mapping in, const char **keys)
{
    size_t count = 0;

    for (size_t row = 0; row < file_key_count; row++) {
        if (file_keys[row].in == in) {
            assert(count < FILE_KEYS_MOST);
            keys[count++] = file_keys[row].key;
        }
    }
    return count;
}

const struct file_key *file_key_find(enum file_mapping in, const char *key)
{
    size_t row = 0;

    while (file_keys[row].in != in || strcmp(file_keys[row].key, key) != 0) {
        row++;
        assert(row < file_key_count);
    }
    return &file_keys[row];
}
