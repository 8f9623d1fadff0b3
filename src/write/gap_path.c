#include "gap_path.h"

/* What is not half a child is none. */
static const double short_from = 0.5;

int gap_path_first(const struct scenario *scenario)
{
    const struct ensemble *ensemble = &scenario->ensemble;
    int first = ensemble->kind == ENSEMBLE_SWEEP ? scenario->last_year : scenario->first_year;

    for (size_t axis = 0; axis < ensemble->axis_count; axis++) {
        const int begins = ensemble->axes[axis].move.first_year;

        first = begins < first ? begins : first;
    }
    for (size_t input = 0; input < ensemble->input_count; input++) {
        const int begins = ensemble->inputs[input].move.first_year;

        first = begins > first ? begins : first;
    }
    return first > scenario->first_year ? first : scenario->first_year;
}

struct gap_path gap_path(const struct ensemble_result *result, size_t run, size_t place, size_t level)
{
    const struct many_runs *runs = result->runs;
    const int first = runs->inputs->scenario.first_year;
    const size_t from = (size_t)(gap_path_first(&runs->inputs->scenario) - first);
    struct gap_path path = { .short_years = 0 };

    for (size_t state = from; state < runs->states; state++) {
        const double gap = ensemble_figure(result, many_runs_series_at(runs, MEASURE_GAP, state, place, level), run);
        const int year = first + (int)state;

        if (state == from || gap > path.greatest) {
            path.greatest = gap;
            path.greatest_year = year;
        }
        if (gap >= short_from) {
            path.first_short = path.short_years == 0 ? year : path.first_short;
            path.short_years++;
        }
        path.last = gap;
    }
    return path;
}

size_t gap_path_axis_index(const struct ensemble *ensemble, size_t point, size_t axis)
{
    for (size_t later = ensemble->axis_count; --later > axis;) {
        point /= ensemble->axes[later].value_count;
    }
    return point % ensemble->axes[axis].value_count;
}

double gap_path_axis_figure(const struct ensemble *ensemble, size_t point, size_t axis)
{
    return ensemble->axes[axis].values[gap_path_axis_index(ensemble, point, axis)];
}
