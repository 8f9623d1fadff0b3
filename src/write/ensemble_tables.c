#include "ensemble_tables.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "gap.h"
#include "gap_path.h"
#include "mem.h"
#include "move_text.h"
#include "table_place.h"

static const char *const MEASURE_WORDS[MEASURES] = {
    [MEASURE_GAP] = "gap", [MEASURE_DEMAND] = "demand", [MEASURE_SEATS] = "seats"
};

/* The figure of a run that was not kept. */
static const double unknown = (double)NAN;

static void header(struct csv_writer *csv, const char *const *names)
{
    while (*names != NULL) {
        csv_writer_text(csv, *names++);
    }
}

#define HEADER(csv, ...) header((csv), (const char *const[]) { __VA_ARGS__, NULL })

static void place_keys(struct csv_writer *csv, const struct model *model, size_t place, size_t level)
{
    csv_writer_text(csv, table_place(model, place).area);
    csv_writer_text(csv, table_place(model, place).town);
    csv_writer_text(csv, model->levels[level].name.id);
}

static void year_keys(struct csv_writer *csv, const struct inputs *inputs, size_t state, size_t place, size_t level)
{
    csv_writer_number(csv, inputs->scenario.first_year + (double)state);
    place_keys(csv, &inputs->model, place, level);
}

static void place_name(struct csv_writer *csv, const struct model *model, size_t place)
{
    csv_writer_text(csv, table_place(model, place).name);
    csv_writer_row(csv);
}

static void shortage_cells(struct csv_writer *csv, const struct draws_summary *above, double alarm)
{
    csv_writer_number(csv, above->probability);
    csv_writer_number(csv, above->probability * above->excess);
    csv_writer_number(csv, above->excess);
    csv_writer_switch(csv, above->probability > alarm);
}

static void quantile_row(struct csv_writer *csv, const struct ensemble_result *result, enum measure measure,
                         size_t series)
{
    const struct series_summary *summary = &result->summaries[series];

    csv_writer_text(csv, MEASURE_WORDS[measure]);
    csv_writer_number(csv, summary->above.mean);
    for (size_t quantile = 0; quantile < QUANTILES; quantile++) {
        csv_writer_number(csv, summary->quantile[quantile]);
    }
    if (measure == MEASURE_GAP) {
        shortage_cells(csv, &summary->above, result->runs->design.ensemble->alarm);
        return;
    }
    for (int cell = 0; cell < 4; cell++) {
        csv_writer_text(csv, NULL);
    }
}

/* Nothing where the measure was not kept. */
static void variant_cells(struct csv_writer *csv, const struct ensemble_result *result, enum measure measure,
                          size_t state, size_t place, size_t level)
{
    static const size_t variants[] = { VARIANT_LOW, VARIANT_MIDDLE, VARIANT_HIGH };

    if ((size_t)measure >= result->runs->measures) {
        csv_writer_empty(csv, sizeof variants / sizeof *variants);
        return;
    }
    const size_t series = many_runs_series_at(result->runs, measure, state, place, level);

    for (size_t which = 0; which < sizeof variants / sizeof *variants; which++) {
        csv_writer_number(csv, result->summaries[series].quantile[variants[which]]);
    }
}

void variants_table(struct csv_writer *csv, const struct inputs *inputs, const struct ensemble_result *result)
{
    const size_t levels = inputs->model.level_count;
    const struct many_runs *runs = result->runs;

    HEADER(csv, "school_year", "area", "town", "level", "gap_low", "gap_middle", "gap_high", "demand_low",
           "demand_middle", "demand_high", "seats_low", "seats_middle", "seats_high", "probability_of_shortage",
           "expected_shortage", "likely_short", "town_name");
    csv_writer_row(csv);
    for (size_t row = 0; row < runs->states * runs->rows; row++) {
        const size_t state = row / runs->rows;
        const size_t place = row % runs->rows / levels;
        const size_t level = row % levels;
        const struct draws_summary *above =
            &result->summaries[many_runs_series_at(runs, MEASURE_GAP, state, place, level)].above;

        year_keys(csv, inputs, state, place, level);
        for (enum measure measure = MEASURE_GAP; measure < MEASURES; measure++) {
            variant_cells(csv, result, measure, state, place, level);
        }
        csv_writer_number(csv, above->probability);
        csv_writer_number(csv, above->probability * above->excess);
        csv_writer_switch(csv, above->probability > runs->design.ensemble->alarm);
        place_name(csv, &inputs->model, place);
    }
}

void quantiles_table(struct csv_writer *csv, const struct inputs *inputs, const struct ensemble_result *result)
{
    const struct model *model = &inputs->model;
    const struct many_runs *runs = result->runs;

    HEADER(csv, "school_year", "area", "town", "level", "what", "mean", "q2.5", "q5", "q10", "q25", "q50", "q75", "q90",
           "q95", "q97.5", "probability_of_shortage", "expected_shortage", "shortage_when_short", "likely_short",
           "town_name");
    csv_writer_row(csv);
    for (size_t state = 0; state < runs->states; state++) {
        for (size_t row = 0; row < runs->rows * runs->measures; row++) {
            const size_t cell = row / runs->measures;
            const size_t place = cell / model->level_count;
            const size_t level = cell % model->level_count;
            const enum measure measure = (enum measure)(row % runs->measures);

            year_keys(csv, inputs, state, place, level);
            quantile_row(csv, result, measure, many_runs_series_at(runs, measure, state, place, level));
            place_name(csv, model, place);
        }
    }
}

/* Names of the axes, told apart where two are of the same. */
static void axis_columns(struct csv_writer *csv, const struct inputs *inputs)
{
    const struct ensemble *ensemble = &inputs->scenario.ensemble;

    csv_writer_text(csv, "point");
    for (size_t axis = 0; axis < ensemble->axis_count; axis++) {
        char *column = move_column(inputs, &ensemble->axes[axis].move);

        csv_writer_text(csv, column);
        free(column);
    }
}

static void axis_cells(struct csv_writer *csv, const struct inputs *inputs, size_t point)
{
    const struct ensemble *ensemble = &inputs->scenario.ensemble;

    csv_writer_number(csv, (double)point + 1);
    for (size_t axis = 0; axis < ensemble->axis_count; axis++) {
        char *figure =
            move_figure_text(inputs, &ensemble->axes[axis].move, gap_path_axis_figure(ensemble, point, axis));

        csv_writer_text(csv, figure);
        free(figure);
    }
}

/* A kept figure, or nothing where the measure was not kept. */
static double kept(const struct ensemble_result *result, enum measure measure, size_t state, size_t cell, size_t run)
{
    const size_t levels = result->runs->inputs->model.level_count;

    return (size_t)measure < result->runs->measures
               ? ensemble_figure(result,
                                 many_runs_series_at(result->runs, measure, state, cell / levels, cell % levels), run)
               : unknown;
}

void sweep_table(struct csv_writer *csv, const struct inputs *inputs, const struct ensemble_result *result)
{
    const size_t levels = inputs->model.level_count;
    const struct many_runs *runs = result->runs;

    axis_columns(csv, inputs);
    HEADER(csv, "school_year", "area", "town", "level", "demand", "seats", "gap", "town_name");
    csv_writer_row(csv);
    for (size_t point = 0; point < runs->design.runs; point++) {
        for (size_t row = 0; row < runs->states * runs->rows; row++) {
            const size_t state = row / runs->rows;
            const size_t cell = row % runs->rows;

            axis_cells(csv, inputs, point);
            year_keys(csv, inputs, state, cell / levels, cell % levels);
            csv_writer_known(csv, kept(result, MEASURE_DEMAND, state, cell, point));
            csv_writer_known(csv, kept(result, MEASURE_SEATS, state, cell, point));
            csv_writer_number(csv, kept(result, MEASURE_GAP, state, cell, point));
            place_name(csv, &inputs->model, cell / levels);
        }
    }
}

void sweep_summary_table(struct csv_writer *csv, const struct inputs *inputs, const struct ensemble_result *result)
{
    const size_t levels = inputs->model.level_count;
    const struct many_runs *runs = result->runs;

    axis_columns(csv, inputs);
    HEADER(csv, "area", "town", "level", "greatest_gap", "greatest_gap_year", "first_short_year", "short_years",
           "last_gap", "town_name");
    csv_writer_row(csv);
    for (size_t row = 0; row < runs->design.runs * runs->rows; row++) {
        const size_t point = row / runs->rows;
        const size_t cell = row % runs->rows;
        const struct gap_path path = gap_path(result, point, cell / levels, cell % levels);

        axis_cells(csv, inputs, point);
        place_keys(csv, &inputs->model, cell / levels, cell % levels);
        csv_writer_number(csv, path.greatest);
        csv_writer_number(csv, path.greatest_year);
        csv_writer_known(csv, path.short_years == 0 ? unknown : path.first_short);
        csv_writer_number(csv, (double)path.short_years);
        csv_writer_number(csv, path.last);
        place_name(csv, &inputs->model, cell / levels);
    }
}

/* What a matrix shows of a place's path. */
enum matrix_what { MATRIX_GREATEST, MATRIX_FIRST_SHORT, MATRIX_WHATS };

static const char *const MATRIX_WORDS[MATRIX_WHATS] = {
    [MATRIX_GREATEST] = "greatest_gap", [MATRIX_FIRST_SHORT] = "first_short_year"
};

static double path_figure(const struct ensemble_result *result, enum matrix_what what, size_t cell, size_t point)
{
    const size_t levels = result->runs->inputs->model.level_count;
    const struct gap_path path = gap_path(result, point, cell / levels, cell % levels);

    if (what == MATRIX_GREATEST) {
        return path.greatest;
    }
    return path.short_years == 0 ? unknown : path.first_short;
}

/* Headings of the axes that go down, and one for each value of the axis that goes across, the last. */
static void matrix_columns(struct csv_writer *csv, const struct inputs *inputs)
{
    const struct ensemble *ensemble = &inputs->scenario.ensemble;
    const size_t across = ensemble->axis_count - 1;

    for (size_t axis = 0; axis < across; axis++) {
        char *column = move_column(inputs, &ensemble->axes[axis].move);

        csv_writer_text(csv, column);
        free(column);
    }
    for (size_t value = 0; value < ensemble->axes[across].value_count; value++) {
        char *column = move_column(inputs, &ensemble->axes[across].move);
        char *figure = move_figure_text(inputs, &ensemble->axes[across].move, ensemble->axes[across].values[value]);
        char *heading = mem_array(strlen(column) + strlen(figure) + sizeof " ", 1);

        csv_writer_text(csv, strcat(strcat(strcpy(heading, column), " "), figure));
        free(heading);
        free(figure);
        free(column);
    }
}

/* A row of a matrix begins: what it is of, and the figures of the axes that go down at its first point. */
static void matrix_keys(struct csv_writer *csv, const struct inputs *inputs, size_t cell, const char *what, double year,
                        size_t point)
{
    const struct ensemble *ensemble = &inputs->scenario.ensemble;
    const size_t levels = inputs->model.level_count;

    csv_writer_text(csv, inputs->model.levels[cell % levels].name.id);
    csv_writer_text(csv, table_place(&inputs->model, cell / levels).area);
    csv_writer_text(csv, table_place(&inputs->model, cell / levels).town);
    csv_writer_text(csv, what);
    csv_writer_known(csv, year);
    for (size_t axis = 0; axis + 1 < ensemble->axis_count; axis++) {
        char *figure =
            move_figure_text(inputs, &ensemble->axes[axis].move, gap_path_axis_figure(ensemble, point, axis));

        csv_writer_text(csv, figure);
        free(figure);
    }
}

/* The matrices of a place and level: of its path, then of the gap in each year. */
static void cell_matrices(struct csv_writer *csv, const struct inputs *inputs, const struct ensemble_result *result,
                          size_t cell)
{
    const struct many_runs *runs = result->runs;
    const size_t levels = inputs->model.level_count;
    const size_t wide = inputs->scenario.ensemble.axes[inputs->scenario.ensemble.axis_count - 1].value_count;

    for (size_t table = 0; table < MATRIX_WHATS + runs->states; table++) {
        const bool path = table < MATRIX_WHATS;
        const size_t state = path ? 0 : table - MATRIX_WHATS;

        for (size_t first = 0; first < runs->design.runs; first += wide) {
            matrix_keys(csv, inputs, cell, path ? MATRIX_WORDS[table] : MEASURE_WORDS[MEASURE_GAP],
                        path ? unknown : inputs->scenario.first_year + (double)state, first);
            for (size_t point = first; point < first + wide; point++) {
                csv_writer_known(csv, path ? path_figure(result, (enum matrix_what)table, cell, point)
                                           : kept(result, MEASURE_GAP, state, cell, point));
            }
            place_name(csv, &inputs->model, cell / levels);
        }
    }
}

void sweep_matrix_table(struct csv_writer *csv, const struct inputs *inputs, const struct ensemble_result *result)
{
    const size_t levels = inputs->model.level_count;
    const size_t places = result->runs->rows / levels;

    HEADER(csv, "level", "area", "town", "what", "school_year");
    matrix_columns(csv, inputs);
    HEADER(csv, "town_name");
    csv_writer_row(csv);
    for (size_t level = 0; level < levels; level++) {
        for (size_t place = 0; place < places; place++) {
            cell_matrices(csv, inputs, result, place * levels + level);
        }
    }
}

static void share_cells(struct csv_writer *csv, const struct sobol_index *index, bool known)
{
    csv_writer_known(csv, known ? index->share : unknown);
    csv_writer_known(csv, known ? index->low : unknown);
    csv_writer_known(csv, known ? index->high : unknown);
}

/* An input's figure of the year at its low or high end, and the gap there. */
static void end_cells(struct csv_writer *csv, const struct inputs *inputs, const struct ensemble_input *input,
                      size_t end, int year, double gap)
{
    char *figure = move_figure_text(inputs, &input->move, design_end(input, end, year));

    csv_writer_text(csv, figure);
    csv_writer_number(csv, gap);
    free(figure);
}

static void input_row(struct csv_writer *csv, const struct inputs *inputs, const struct ensemble_result *result,
                      size_t series, size_t input, int year)
{
    const struct ensemble *ensemble = &inputs->scenario.ensemble;
    const struct ensemble_input *of = &ensemble->inputs[input];
    const struct influence *influence = ensemble_influence(result, series, input);
    char *column = move_column(inputs, &of->move);

    csv_writer_text(csv, column);
    csv_writer_text(csv, of->move.name[CHINESE]);
    csv_writer_text(csv, of->move.name[ENGLISH]);
    csv_writer_number(csv, ensemble_figure(result, series, 0));
    end_cells(csv, inputs, of, 0, year, influence->low);
    end_cells(csv, inputs, of, 1, year, influence->high);
    share_cells(csv, &influence->first, ensemble_has_shares(result));
    share_cells(csv, &influence->total, ensemble_has_shares(result));
    free(column);
}

void sensitivity_table(struct csv_writer *csv, const struct inputs *inputs, const struct ensemble_result *result)
{
    const size_t levels = inputs->model.level_count;
    const struct many_runs *runs = result->runs;

    HEADER(csv, "school_year", "area", "town", "level", "input", "name_zh", "name_en", "gap_as_it_is", "low",
           "gap_at_low", "high", "gap_at_high", "share", "share_low", "share_high", "total_share", "total_low",
           "total_high", "town_name");
    csv_writer_row(csv);
    for (size_t row = 0; row < runs->states * runs->rows; row++) {
        const size_t state = row / runs->rows;
        const size_t place = row % runs->rows / levels;
        const size_t level = row % levels;
        const size_t series = many_runs_series_at(runs, MEASURE_GAP, state, place, level);

        for (size_t input = 0; input < inputs->scenario.ensemble.input_count; input++) {
            year_keys(csv, inputs, state, place, level);
            input_row(csv, inputs, result, series, input, inputs->scenario.first_year + (int)state);
            place_name(csv, &inputs->model, place);
        }
    }
}
