#include "design.h"

#include <assert.h>
#include <math.h>

#include "distribution.h"
#include "indices.h"
#include "normal.h"
#include "philox.h"

/* B's rows are so many draws after A's, whatever number of rows is asked for. */
static const uint32_t rows_of_b = (uint32_t)1 << 31;

/* What the ends of a distribution without ends are. */
static const double low_probability = 0.1;
static const double high_probability = 0.9;

void design_init(struct design *self, const struct inputs *inputs)
{
    const struct ensemble *ensemble = &inputs->scenario.ensemble;
    const bool sweep = ensemble->kind == ENSEMBLE_SWEEP;

    *self = (struct design) { .inputs = inputs,
                              .ensemble = ensemble,
                              .dimensions = sweep ? ensemble->axis_count : ensemble_dimensions(ensemble),
                              .runs = sweep ? sweep_points(ensemble) : ensemble->draws };
    if (ensemble->kind == ENSEMBLE_SENSITIVITY) {
        self->runs = design_matrix_run(ensemble, saltelli_matrices(ensemble->input_count));
    }
    if (ensemble->points == POINTS_SOBOL) {
        sobol_points_init(&self->sobol);
    }
}

size_t design_moves(const struct ensemble *ensemble)
{
    return ensemble->kind == ENSEMBLE_SWEEP ? ensemble->axis_count : ensemble->input_count;
}

const struct move *design_move(const struct ensemble *ensemble, size_t move)
{
    return ensemble->kind == ENSEMBLE_SWEEP ? &ensemble->axes[move].move : &ensemble->inputs[move].move;
}

size_t design_single_runs(const struct ensemble *ensemble)
{
    return 1 + 2 * ensemble->input_count;
}

size_t design_single_run(size_t input, size_t end)
{
    return 1 + 2 * input + end;
}

size_t design_matrix_run(const struct ensemble *ensemble, size_t matrix)
{
    return design_single_runs(ensemble) + matrix * ensemble->draws;
}

/* The distribution of a year's figure by itself. */
static struct distribution distribution_in(const struct ensemble_input *input, int year)
{
    const int moved = year > input->move.last_year ? input->move.last_year : year;
    const int steps = moved < input->move.first_year ? 1 : moved - input->move.first_year + 1;
    struct distribution distribution = input->distribution;

    if (input->walk) {
        distribution.spread *= sqrt(steps);
    }
    return distribution;
}

double design_end(const struct ensemble_input *input, size_t end, int year)
{
    const struct distribution distribution = distribution_in(input, year);
    double ends[2] = { 0, 0 };

    if (distribution.shape == SHAPE_NORMAL || distribution.shape == SHAPE_LOGNORMAL ||
        distribution.shape == SHAPE_EMPIRICAL) {
        return distribution_value(&distribution, end == 0 ? low_probability : high_probability);
    }
    distribution_support(&distribution, &ends[0], &ends[1]);
    return ends[end];
}

/* Figures of one axis for the points first..first + count - 1; `later` points of the axes behind it stand between. */
static void axis_figures(const struct sweep_axis *axis, size_t later, size_t first, size_t count, double *figures)
{
    for (size_t run = 0; run < count; run++) {
        figures[run] = axis->values[(first + run) / later % axis->value_count];
    }
}

static void sweep_figures(const struct design *self, size_t first, size_t count, double *figures)
{
    size_t later = 1;

    for (size_t axis = self->dimensions; axis-- > 0;) {
        axis_figures(&self->ensemble->axes[axis], later, first, count, &figures[axis * count]);
        later *= self->ensemble->axes[axis].value_count;
    }
}

/* Rows of a matrix of draws. */
struct rows {
    size_t first;
    size_t count;
    bool of_b;
};

/* Uniform numbers of a stream of an input, [years][rows]. */
static void stream_points(const struct design *self, const struct ensemble_input *input, size_t stream,
                          size_t dimension, size_t years, const struct rows *rows, double *numbers)
{
    const struct ensemble *ensemble = self->ensemble;

    if (ensemble->points == POINTS_RANDOM) {
        const struct stream luck =
            stream_of(ensemble->seed, parameter_rows[input->move.parameter].name, input->streams[stream]);
        const uint32_t first_year = input->each_year ? (uint32_t)input->move.first_year : 0;

        stream_uniforms(&luck, (uint32_t)rows->first + (rows->of_b ? rows_of_b : 0), rows->count, first_year, years,
                        numbers);
        return;
    }
    for (size_t year = 0; year < years; year++) {
        const size_t of = dimension + year + (rows->of_b ? self->dimensions : 0);

        sobol_coordinates(&self->sobol, of, (uint32_t)rows->first, rows->count, &numbers[year * rows->count]);
        sobol_shift(ensemble->seed, of, rows->count, &numbers[year * rows->count]);
    }
}

/* Figures from the uniform numbers of a stream, in place, [years][rows]. */
static void figures_of_points(const struct ensemble_input *input, size_t years, size_t rows, double *numbers)
{
    if (!input->each_year || (!input->walk && input->autocorrelation == 0)) {
        distribution_values(&input->distribution, years * rows, numbers);
        return;
    }
    normal_inverses(years * rows, numbers);
    if (input->walk) {
        walked(years, rows, numbers);
    } else {
        autocorrelated(input->autocorrelation, years, rows, numbers);
    }
    distribution_values_of_normals(&input->distribution, years * rows, numbers);
}

/* Figures of an input, [keys][years][rows]; `dimension` is its first. */
static void input_figures(const struct design *self, const struct ensemble_input *input, size_t dimension,
                          const struct rows *rows, double *figures)
{
    const size_t streams = input->each_key ? input->move.key_count : 1;
    const size_t years = input_dimensions(input) / streams;

    for (size_t stream = 0; stream < streams; stream++) {
        double *numbers = &figures[stream * years * rows->count];

        stream_points(self, input, stream, dimension + stream * years, years, rows, numbers);
        figures_of_points(input, years, rows->count, numbers);
    }
}

/* Figures of rows of a matrix of Saltelli's design; MATRIX_A for plain draws. */
static void matrix_figures(const struct design *self, size_t matrix, size_t first, size_t count, double *figures)
{
    size_t dimension = 0;

    for (size_t input = 0; input < self->ensemble->input_count; input++) {
        const struct ensemble_input *of = &self->ensemble->inputs[input];
        const struct rows rows = { .first = first, .count = count, .of_b = saltelli_takes_b(matrix, input) };

        input_figures(self, of, dimension, &rows, &figures[dimension * count]);
        dimension += input_dimensions(of);
    }
}

/* Figures of a run of a sensitivity with one input alone at an end, or none. */
static void single_figures(const struct design *self, size_t run, double *figures)
{
    size_t dimension = 0;

    for (size_t input = 0; input < self->ensemble->input_count; input++) {
        const struct ensemble_input *of = &self->ensemble->inputs[input];
        const size_t streams = of->each_key ? of->move.key_count : 1;
        const size_t years = input_dimensions(of) / streams;

        for (size_t i = 0; i < streams * years; i++) {
            double figure = (double)NAN;

            for (size_t end = 0; end < 2; end++) {
                if (run == design_single_run(input, end)) {
                    figure = design_end(of, end, of->move.first_year + (int)(i % years));
                }
            }
            figures[dimension++] = figure;
        }
    }
}

size_t design_together(const struct design *self, size_t first, size_t most)
{
    if (self->ensemble->kind != ENSEMBLE_SENSITIVITY) {
        return most;
    }
    const size_t singles = design_single_runs(self->ensemble);

    if (first < singles) {
        return 1;
    }
    const size_t left = self->ensemble->draws - (first - singles) % self->ensemble->draws;

    return left < most ? left : most;
}

void design_figures(const struct design *self, size_t first, size_t count, double *figures)
{
    const size_t singles = design_single_runs(self->ensemble);
    const size_t rows = self->ensemble->draws;

    assert(first + count <= self->runs && count == design_together(self, first, count));
    if (self->ensemble->kind == ENSEMBLE_SWEEP) {
        sweep_figures(self, first, count, figures);
    } else if (self->ensemble->kind == ENSEMBLE_UNCERTAINTY) {
        matrix_figures(self, MATRIX_A, first, count, figures);
    } else if (first < singles) {
        single_figures(self, first, figures);
    } else {
        matrix_figures(self, (first - singles) / rows, (first - singles) % rows, count, figures);
    }
}

/* Where a move acts on the values: the keys' years one after the other. */
struct cells {
    const struct move *move;
    size_t years;   /* Moved of each key. */
    bool each_key;  /* Figures by key. */
    bool each_year; /* Figures by year. */
};

static struct cells cells_of(const struct design *self, size_t of)
{
    const bool sweep = self->ensemble->kind == ENSEMBLE_SWEEP;
    const struct move *move = design_move(self->ensemble, of);

    return (struct cells) { .move = move,
                            .years = (size_t)(move->last_year - move->first_year) + 1,
                            .each_key = !sweep && self->ensemble->inputs[of].each_key,
                            .each_year = !sweep && self->ensemble->inputs[of].each_year };
}

static size_t cell_index(const struct design *self, const struct move *move, size_t key, size_t year)
{
    return parameter_index(&self->inputs->scenario.layout, move->parameter, move->keys[key],
                           move->first_year + (int)year);
}

/* Puts the scenario's own values back into the cells. */
static void reset(const struct design *self, const struct cells *cells, size_t lanes, double *values)
{
    for (size_t key = 0; key < cells->move->key_count; key++) {
        for (size_t year = 0; year < cells->years; year++) {
            const size_t index = cell_index(self, cells->move, key, year);

            for (size_t lane = 0; lane < lanes; lane++) {
                values[index * lanes + lane] = self->inputs->scenario.values[index];
            }
        }
    }
}

/* What a figure makes of a value. */
static double moved(enum move_kind kind, double value, double figure)
{
    if (isnan(figure)) {
        return value;
    }
    return kind == MOVE_SET ? figure : kind == MOVE_TIMES ? value * figure : value + figure;
}

/* Words, years and the like that are set were judged when they were read; `never` is outside every range. */
static bool is_word(const struct move *move)
{
    const enum parameter_type type = parameter_rows[move->parameter].type;

    return move->kind == MOVE_SET && type != PARAMETER_NUMBER && type != PARAMETER_PATH && type != PARAMETER_WHOLE;
}

/* Moves the cells by their figures, figures[dimension * stride + lane]; returns how many had to be held. */
static size_t apply(const struct design *self, const struct cells *cells, const double *figures, size_t stride,
                    size_t lanes, size_t live, double *values)
{
    const struct parameter_row *row = &parameter_rows[cells->move->parameter];
    const size_t own_years = cells->each_year ? cells->years : 1;
    size_t outside = 0;

    for (size_t key = 0; key < cells->move->key_count; key++) {
        for (size_t year = 0; year < cells->years; year++) {
            const size_t dimension = (cells->each_key ? key : 0) * own_years + (cells->each_year ? year : 0);
            double *cell = &values[cell_index(self, cells->move, key, year) * lanes];

            for (size_t lane = 0; lane < live; lane++) {
                cell[lane] = moved(cells->move->kind, cell[lane], figures[dimension * stride + lane]);
            }
            if (!is_word(cells->move)) {
                outside += held_within(row->low, row->high, live, cell);
            }
            for (size_t lane = live; lane < lanes; lane++) {
                cell[lane] = cell[live - 1];
            }
        }
    }
    return outside;
}

size_t design_values(const struct design *self, const double *figures, size_t stride, size_t lanes, size_t live,
                     double *values)
{
    const size_t moves = design_moves(self->ensemble);
    size_t dimension = 0;
    size_t outside = 0;

    for (size_t move = 0; move < moves; move++) {
        const struct cells cells = cells_of(self, move);

        reset(self, &cells, lanes, values);
    }
    for (size_t move = 0; move < moves; move++) {
        const struct cells cells = cells_of(self, move);

        outside += apply(self, &cells, &figures[dimension * stride], stride, lanes, live, values);
        dimension += self->ensemble->kind == ENSEMBLE_SWEEP ? 1 : input_dimensions(&self->ensemble->inputs[move]);
    }
    return outside;
}

void design_lane(const struct design *self, const double *lane_values, size_t lanes, size_t lane, double *values)
{
    for (size_t move = 0; move < design_moves(self->ensemble); move++) {
        const struct cells cells = cells_of(self, move);

        for (size_t key = 0; key < cells.move->key_count; key++) {
            for (size_t year = 0; year < cells.years; year++) {
                const size_t index = cell_index(self, cells.move, key, year);

                values[index] = lane_values[index * lanes + lane];
            }
        }
    }
}
