#include "distribution_reader.h"

#include <stdlib.h>
#include <string.h>

#include "ensemble_words.h"
#include "mem.h"
#include "number.h"
#include "yaml_value.h"

static const double most = 1e9;

/** A distribution while it is read. */
struct reading {
    const struct ensemble_source *source;
    const struct move *move;
    yaml_value mapping;
    struct distribution *distribution;
};

/* What a shape takes, in words. */
static const char *const SHAPE_TAKES[SHAPES] = {
    [SHAPE_NORMAL] = "mean, sd",   [SHAPE_LOGNORMAL] = "median, sd",
    [SHAPE_UNIFORM] = "low, high", [SHAPE_TRIANGULAR] = "low, mode, high",
    [SHAPE_EMPIRICAL] = "values",  [SHAPE_DISCRETE] = "values",
};

/* The value of a key that the shape cannot do without, or 0, which is told. */
static yaml_value need(const struct reading *self, const char *key)
{
    const yaml_value value = yaml_find(self->source->doc, self->mapping, key);
    const enum distribution_shape shape = self->distribution->shape;

    if (value == 0) {
        report(self->source->doc->problems, yaml_place(self->source->doc, self->mapping), MESSAGE_DISTRIBUTION_LACKS,
               SLOTS({ "shape", shape_words[shape].id }, { "key", key }, { "allowed", SHAPE_TAKES[shape] }));
    }
    return value;
}

static bool read_part(const struct reading *self, const char *key, double low, double high, double *part)
{
    const struct figure_rule rule = { key, low, high, false };

    return yaml_number(self->source->doc, need(self, key), &rule, part);
}

/* A number that is a figure itself, as the move has figures. */
static bool read_figure(const struct reading *self, const char *key, double *figure)
{
    const yaml_value value = need(self, key);

    return value != 0 && move_figure(self->source, self->move, value, key, figure) &&
           move_in_range(self->source, self->move, value, *figure);
}

/* Whether one number of the mapping is no greater than another. */
static bool in_order(const struct reading *self, const char *low_key, double low, const char *high_key, double high)
{
    const yaml_value value = yaml_find(self->source->doc, self->mapping, low_key);

    if (low <= high) {
        return true;
    }
    report(self->source->doc->problems, yaml_place(self->source->doc, value), MESSAGE_DISTRIBUTION_BACKWARDS,
           SLOTS({ "key", low_key }, { "found", number_text(low).text }, { "other", high_key },
                 { "high", number_text(high).text }));
    return false;
}

static bool read_normal(const struct reading *self)
{
    const bool good = read_figure(self, "mean", &self->distribution->centre);

    return read_part(self, "sd", 0, most, &self->distribution->spread) && good;
}

/* exp(10) is a factor of 22,000; who writes more means something else. */
static bool read_lognormal(const struct reading *self)
{
    const double widest = 10;
    const yaml_value median = yaml_find(self->source->doc, self->mapping, "median");
    bool good = read_part(self, "median", 1e-9, most, &self->distribution->centre);

    good = good && move_in_range(self->source, self->move, median, self->distribution->centre);
    return read_part(self, "sd", 0, widest, &self->distribution->spread) && good;
}

static bool read_uniform(const struct reading *self)
{
    struct distribution *distribution = self->distribution;
    bool good = read_figure(self, "low", &distribution->low);

    good = read_figure(self, "high", &distribution->high) && good;
    return good && in_order(self, "low", distribution->low, "high", distribution->high);
}

static bool read_triangular(const struct reading *self)
{
    struct distribution *distribution = self->distribution;
    bool good = read_figure(self, "low", &distribution->low);

    good = read_figure(self, "mode", &distribution->mode) && good;
    good = read_figure(self, "high", &distribution->high) && good;
    return good && in_order(self, "low", distribution->low, "mode", distribution->mode) &&
           in_order(self, "mode", distribution->mode, "high", distribution->high);
}

bool figures_read(const struct ensemble_source *source, const struct move *move, yaml_value list, const char *key,
                  const double **figures, size_t *count)
{
    const struct yaml_doc *doc = source->doc;
    bool good = true;

    if (!yaml_list(doc, list, key)) {
        return false;
    }
    double *read = pool_array(&source->inputs->model.pool, yaml_size(doc, list), sizeof *read);

    *figures = read;
    *count = yaml_size(doc, list);
    for (size_t i = 0; i < *count; i++) {
        const yaml_value item = yaml_item(doc, list, i);

        good = move_figure(source, move, item, key, &read[i]) && move_in_range(source, move, item, read[i]) && good;
    }
    if (*count == 0) {
        report(doc->problems, yaml_place(doc, list), MESSAGE_ENSEMBLE_LIST_EMPTY, SLOTS({ "key", key }));
        return false;
    }
    return good;
}

static int compare_numbers(const void *first, const void *second)
{
    const double a = *(const double *)first;
    const double b = *(const double *)second;

    return (a > b) - (a < b);
}

static bool read_values(const struct reading *self)
{
    const yaml_value list = need(self, "values");

    return list != 0 && figures_read(self->source, self->move, list, "values", &self->distribution->values,
                                     &self->distribution->count);
}

static bool read_empirical(const struct reading *self)
{
    struct distribution *distribution = self->distribution;

    if (!read_values(self)) {
        return false;
    }
    double *sorted = pool_array(&self->source->inputs->model.pool, distribution->count, sizeof *sorted);

    memcpy(sorted, distribution->values, distribution->count * sizeof *sorted);
    qsort(sorted, distribution->count, sizeof *sorted, compare_numbers);
    distribution->values = sorted;
    return true;
}

static bool check_weights(const struct reading *self, yaml_value list, const double *weights)
{
    const struct yaml_doc *doc = self->source->doc;
    const size_t wanted = self->distribution->count;
    double sum = 0;

    if (yaml_size(doc, list) != wanted) {
        report(doc->problems, yaml_place(doc, list), MESSAGE_WEIGHTS_COUNT,
               SLOTS({ "found", number_text((double)yaml_size(doc, list)).text },
                     { "allowed", number_text((double)wanted).text }));
        return false;
    }
    for (size_t i = 0; i < wanted; i++) {
        sum += weights[i];
    }
    if (sum <= 0) {
        report(doc->problems, yaml_place(doc, list), MESSAGE_WEIGHTS_ZERO, NULL);
    }
    return sum > 0;
}

/* Weights of the alternatives; where there are none, all are as likely. */
static bool read_weights(const struct reading *self)
{
    const struct yaml_doc *doc = self->source->doc;
    const struct figure_rule rule = { "weights", 0, most, false };
    const yaml_value list = yaml_find(doc, self->mapping, "weights");
    const size_t given = list == 0 ? self->distribution->count : yaml_size(doc, list);
    double *weights = pool_array(&self->source->inputs->model.pool, given, sizeof *weights);
    bool good = list == 0 || yaml_list(doc, list, "weights");

    for (size_t i = 0; i < given && good; i++) {
        weights[i] = 1;
        good = list == 0 || yaml_number(doc, yaml_item(doc, list, i), &rule, &weights[i]);
    }
    self->distribution->weights = weights;
    return good && (list == 0 || check_weights(self, list, weights));
}

static bool read_discrete(const struct reading *self)
{
    if (yaml_find(self->source->doc, self->mapping, "values") == 0) {
        return need(self, "values") != 0;
    }
    const bool good = read_values(self);

    return read_weights(self) && good;
}

/* A switch that is on with a probability. */
static bool read_probability(const struct reading *self)
{
    static const double OFF_AND_ON[] = { 0, 1 };
    static const char *const KEYS[] = { "probability" };
    const struct yaml_doc *doc = self->source->doc;
    double *weights = pool_array(&self->source->inputs->model.pool, 2, sizeof *weights);

    yaml_known_keys(doc, self->mapping, KEYS, 1);
    if (parameter_rows[self->move->parameter].type != PARAMETER_SWITCH) {
        report(doc->problems, yaml_place(doc, yaml_find(doc, self->mapping, "probability")),
               MESSAGE_PROBABILITY_OF_A_SWITCH, SLOTS({ "parameter", parameter_rows[self->move->parameter].name }));
        return false;
    }
    *self->distribution =
        (struct distribution) { .shape = SHAPE_DISCRETE, .values = OFF_AND_ON, .weights = weights, .count = 2 };
    if (!read_part(self, "probability", 0, 1, &weights[1])) {
        return false;
    }
    weights[0] = 1 - weights[1];
    return true;
}

static bool read_shape(const struct reading *self, enum distribution_shape *shape)
{
    const struct yaml_doc *doc = self->source->doc;
    const yaml_value value = yaml_find(doc, self->mapping, "distribution");
    size_t index = SHAPE_UNIFORM;

    if (value == 0 && (yaml_find(doc, self->mapping, "low") == 0 || yaml_find(doc, self->mapping, "high") == 0)) {
        report(doc->problems, yaml_place(doc, self->mapping), MESSAGE_DISTRIBUTION_MISSING, NULL);
        return false;
    }
    if (value != 0 && !yaml_word(doc, value, "distribution", shape_words, SHAPES, &index)) {
        return false;
    }
    *shape = (enum distribution_shape)index;
    if (*shape == SHAPE_DISCRETE || !move_is_discrete(self->move)) {
        return true;
    }
    report(doc->problems, yaml_place(doc, value == 0 ? self->mapping : value), MESSAGE_ONLY_DISCRETE,
           SLOTS({ "found", shape_words[index].id }, { "parameter", parameter_rows[self->move->parameter].name }));
    return false;
}

static bool read_numbers(const struct reading *self)
{
    switch (self->distribution->shape) {
    case SHAPE_NORMAL:
        return read_normal(self);
    case SHAPE_LOGNORMAL:
        return read_lognormal(self);
    case SHAPE_UNIFORM:
        return read_uniform(self);
    case SHAPE_TRIANGULAR:
        return read_triangular(self);
    case SHAPE_EMPIRICAL:
        return read_empirical(self);
    case SHAPE_DISCRETE:
    case SHAPES:
        break;
    }
    return read_discrete(self);
}

bool distribution_read(const struct ensemble_source *source, const struct move *move, yaml_value value,
                       struct distribution *distribution)
{
    const struct reading self = { source, move, value, distribution };
    size_t keys = 0;

    *distribution = (struct distribution) { .shape = SHAPE_UNIFORM };
    if (!yaml_mapping(source->doc, value, move_words[move->kind].id)) {
        return false;
    }
    if (yaml_find(source->doc, value, "probability") != 0) {
        return read_probability(&self);
    }
    if (!read_shape(&self, &distribution->shape)) {
        return false;
    }
    while (keys < SHAPE_KEYS_MOST && shape_keys[distribution->shape][keys] != NULL) {
        keys++;
    }
    yaml_known_keys(source->doc, value, shape_keys[distribution->shape], keys);
    return read_numbers(&self);
}
