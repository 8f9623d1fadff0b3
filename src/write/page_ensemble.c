#include <math.h>
#include <stdlib.h>

#include "distribution_text.h"
#include "ensemble_words.h"
#include "gap_path.h"
#include "mem.h"
#include "move_text.h"
#include "page_document.h"

/** A sweep of more points than this is shown by its tables alone. */
enum { PAGE_POINTS = 400 };

/** More gaps of points than this, of every year, would make the page too large; it has their greatest. */
enum { PAGE_POINT_GAPS = 40000 };

/* What a figure of a series is. */
typedef double series_figure(const struct ensemble_result *result, size_t series, size_t which);

static double quantile(const struct ensemble_result *result, size_t series, size_t which)
{
    return result->summaries[series].quantile[which];
}

static double probability(const struct ensemble_result *result, size_t series, size_t which)
{
    (void)which;
    return result->summaries[series].above.probability;
}

static double expected(const struct ensemble_result *result, size_t series, size_t which)
{
    (void)which;
    return result->summaries[series].above.probability * result->summaries[series].above.excess;
}

/* "key": [state][place][level][each] floats of the gap. */
static void write_series(struct json_writer *json, const char *key, const struct ensemble_result *result, size_t each,
                         series_figure *figure)
{
    const struct many_runs *runs = result->runs;
    const size_t levels = runs->inputs->model.level_count;
    double *figures = mem_array(runs->states * runs->rows * each, sizeof *figures);

    for (size_t row = 0; row < runs->states * runs->rows; row++) {
        const size_t cell = row % runs->rows;
        const size_t series = many_runs_series_at(runs, MEASURE_GAP, row / runs->rows, cell / levels, cell % levels);

        for (size_t which = 0; which < each; which++) {
            figures[row * each + which] = figure(result, series, which);
        }
    }
    page_floats(json, key, figures, runs->states * runs->rows * each);
    free(figures);
}

static void write_draws(struct json_writer *json, const struct ensemble_result *result)
{
    json_key(json, "probabilities");
    json_array(json, JSON_TIGHT);
    for (size_t index = 0; index < QUANTILES; index++) {
        json_number(json, QUANTILE_PROBABILITIES[index]);
    }
    json_close(json);
    json_number_member(json, "alarm", result->runs->design.ensemble->alarm);
    write_series(json, "gap", result, QUANTILES, quantile);
    write_series(json, "probability", result, 1, probability);
    write_series(json, "expected", result, 1, expected);
}

static void write_inputs(struct json_writer *json, const struct inputs *inputs)
{
    const struct ensemble *ensemble = &inputs->scenario.ensemble;

    json_key(json, "inputs");
    json_array(json, JSON_TIGHT);
    for (size_t index = 0; index < ensemble->input_count; index++) {
        const struct ensemble_input *input = &ensemble->inputs[index];
        char *texts[LANGUAGES];

        for (enum language language = CHINESE; language < LANGUAGES; language++) {
            texts[language] = distribution_text(inputs, input, language);
        }
        json_object(json, JSON_TIGHT);
        page_texts(json, "name", input->move.name);
        page_texts(json, "source", input->move.source);
        page_texts(json, "drawn", (const char *const *)texts);
        json_close(json);
        free(texts[CHINESE]);
        free(texts[ENGLISH]);
    }
    json_close(json);
}

static void write_axes(struct json_writer *json, const struct inputs *inputs)
{
    const struct ensemble *ensemble = &inputs->scenario.ensemble;

    json_key(json, "axes");
    json_array(json, JSON_TIGHT);
    for (size_t index = 0; index < ensemble->axis_count; index++) {
        const struct sweep_axis *axis = &ensemble->axes[index];

        json_object(json, JSON_TIGHT);
        page_texts(json, "name", axis->move.name);
        json_key(json, "shown");
        json_array(json, JSON_TIGHT);
        for (size_t value = 0; value < axis->value_count; value++) {
            char *shown = move_figure_shown(inputs, &axis->move, axis->values[value]);

            json_text(json, shown);
            free(shown);
        }
        json_close(json);
        json_close(json);
    }
    json_close(json);
}

/* Of each point and row the greatest gap, its year, and the first short year. */
static void write_points(struct json_writer *json, const struct ensemble_result *result)
{
    enum { FIGURES = 3 };
    const struct many_runs *runs = result->runs;
    const size_t levels = runs->inputs->model.level_count;
    const size_t count = runs->design.runs * runs->rows;
    double *figures = mem_array(count * FIGURES, sizeof *figures);

    for (size_t row = 0; row < count; row++) {
        const size_t cell = row % runs->rows;
        const struct gap_path path = gap_path(result, row / runs->rows, cell / levels, cell % levels);

        figures[row * FIGURES] = path.greatest;
        figures[row * FIGURES + 1] = path.greatest_year;
        figures[row * FIGURES + 2] = path.short_years == 0 ? (double)NAN : path.first_short;
    }
    page_floats(json, "paths", figures, count * FIGURES);
    free(figures);
}

/* "gaps": of each point the gap, [point][state][place][level]. */
static void write_point_gaps(struct json_writer *json, const struct ensemble_result *result)
{
    const size_t series = result->runs->states * result->runs->rows;
    double *figures = mem_array(result->runs->design.runs * series, sizeof *figures);

    for (size_t index = 0; index < result->runs->design.runs * series; index++) {
        /* Series of gaps come first, see many_runs_series_at(). */
        figures[index] = ensemble_figure(result, index % series, index / series);
    }
    page_floats(json, "gap", figures, result->runs->design.runs * series);
    free(figures);
}

static void write_sweep(struct json_writer *json, const struct inputs *inputs, const struct ensemble_result *result)
{
    write_axes(json, inputs);
    json_number_member(json, "from", gap_path_first(&inputs->scenario));
    if (result->runs->design.runs <= PAGE_POINTS) {
        write_points(json, result);
    }
    if (result->runs->design.runs * result->runs->states * result->runs->rows <= PAGE_POINT_GAPS) {
        write_point_gaps(json, result);
    }
}

/* "shares": [state][place][level][input][by itself, in all], in ten-thousandths. */
static void write_shares(struct json_writer *json, const struct ensemble_result *result, size_t inputs)
{
    const size_t series = result->runs->states * result->runs->rows;
    double *figures = mem_array(series * inputs * 2, sizeof *figures);

    for (size_t index = 0; index < series * inputs; index++) {
        const struct influence *of = ensemble_influence(result, index / inputs, index % inputs);

        figures[2 * index] = of->first.share;
        figures[2 * index + 1] = of->total.share;
    }
    page_fractions(json, "shares", figures, series * inputs * 2);
    free(figures);
}

/* "ends": the gap with each input alone at its low and high end, [input][end][state][place][level]. */
static void write_ends(struct json_writer *json, const struct ensemble_result *result, size_t inputs)
{
    /* Series of gaps come first, in this order: many_runs_series_at(). */
    const size_t series = result->runs->states * result->runs->rows;
    double *figures = mem_array(inputs * 2 * series, sizeof *figures);

    for (size_t input = 0; input < inputs; input++) {
        for (size_t cell = 0; cell < series; cell++) {
            const struct influence *of = ensemble_influence(result, cell, input);

            figures[2 * input * series + cell] = of->low;
            figures[(2 * input + 1) * series + cell] = of->high;
        }
    }
    page_floats(json, "ends", figures, inputs * 2 * series);
    free(figures);
}

void page_ensemble(struct json_writer *json, const struct inputs *inputs, const struct ensemble_result *ensemble,
                   bool is_live)
{
    const struct ensemble *of = &inputs->scenario.ensemble;

    json_key(json, "ensemble");
    if (ensemble == NULL) {
        json_null(json);
        return;
    }
    json_object(json, JSON_TIGHT);
    json_text_member(json, "kind", ensemble_words[of->kind].id);
    json_number_member(json, "draws", (double)of->draws);
    json_number_member(json, "runs", (double)ensemble->runs->design.runs);
    write_inputs(json, inputs);
    if (of->kind == ENSEMBLE_SWEEP) {
        write_sweep(json, inputs, ensemble);
    } else if (of->kind == ENSEMBLE_UNCERTAINTY) {
        write_draws(json, ensemble);
    } else {
        if (!is_live) {
            write_ends(json, ensemble, of->input_count);
        }
        if (ensemble_has_shares(ensemble)) {
            write_shares(json, ensemble, of->input_count);
        }
    }
    json_close(json);
}
