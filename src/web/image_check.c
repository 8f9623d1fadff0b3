#include "image_check.h"

#include <math.h>

#include "sobol_points.h"

/* Whether the table has what a run asks of it: values for the years first..last. */
static bool has_years(const struct rates *rates, int first, int last)
{
    return rates->values != NULL && rates_cover(rates, first, last);
}

/* Whether nobody bears children before the first birthday, wherever and whenever the table says so. */
static bool mothers_fit(const struct model *model)
{
    const struct rates *table = &model->fertility;
    const int first = table->year_stride == 0 ? 0 : table->first_year;
    const int last = table->year_stride == 0 ? 0 : table->last_year;

    for (size_t town = 0; town < (table->town_stride == 0 ? 1 : model->town_count); town++) {
        for (int year = first; year <= last; year++) {
            if (rates_at(table, town, year, 0, 0) > 0) {
                return false;
            }
        }
    }
    return model->ages >= 2;
}

static bool people_fit(const struct model *model, int last)
{
    const int first = model->base_year;
    const struct rates *persons = &model->migration.persons;
    const struct rates *departures = &model->migration.departure_rate;

    /* rates are of the year that begins at a state, and none begins at the last */
    return has_years(&model->fertility, first, last - 1) && has_years(&model->mortality, first, last - 1) &&
           has_years(&model->srb, first, last - 1) && mothers_fit(model) &&
           (model->mortality_standard.values == NULL || model->mortality_standard.year_stride == 0) &&
           (persons->values == NULL || has_years(persons, first, last - 1)) &&
           (departures->values == NULL || has_years(departures, first, last - 1));
}

/* Whether the levels' grades follow each other, and children are of ages that there are. */
static bool levels_fit(const struct model *model)
{
    size_t grades = 0;

    for (size_t index = 0; index < model->level_count; index++) {
        const struct level *level = &model->levels[index];

        if (level->grades == 0 || level->first_grade != grades || level->entry_age + level->grades > model->ages) {
            return false;
        }
        grades += level->grades;
    }
    return grades == model->grade_count;
}

static bool shares_fit(const struct model *model, int last)
{
    for (size_t level = 0; level < model->level_count; level++) {
        const bool fits = model->share_from_pupils[level] ? model->public_pupils != NULL
                                                          : has_years(&model->public_share, model->base_year, last);

        if (!fits) {
            return false;
        }
    }
    return model->level_count == 0 || has_years(&model->enrolment_rate, model->base_year, last);
}

/* Whether Sobol's points have the dimensions for the draws; Saltelli's design takes each twice. */
static bool points_fit(const struct ensemble *ensemble)
{
    const size_t times = ensemble->kind == ENSEMBLE_SENSITIVITY ? 2 : 1;

    return ensemble->kind == ENSEMBLE_NONE || ensemble->points != POINTS_SOBOL ||
           ensemble_dimensions(ensemble) * times <= SOBOL_DIMENSIONS;
}

static bool ensemble_fits(const struct ensemble *ensemble)
{
    switch (ensemble->kind) {
    case ENSEMBLE_SWEEP:
        return ensemble->axis_count > 0 && sweep_points(ensemble) != SIZE_MAX;
    case ENSEMBLE_SENSITIVITY:
        return ensemble->input_count > 0 && points_fit(ensemble);
    case ENSEMBLE_UNCERTAINTY:
        return ensemble->input_count > 0 && ensemble->draws > 0 && points_fit(ensemble);
    case ENSEMBLE_NONE:
    case ENSEMBLE_KINDS:
        break;
    }
    return ensemble->kind == ENSEMBLE_NONE;
}

bool inputs_fit(const struct inputs *inputs)
{
    const struct model *model = &inputs->model;
    const struct scenario *scenario = &inputs->scenario;
    const int last = model->base_year + (int)scenario->layout.years - 1;

    return levels_fit(model) && people_fit(model, last) && shares_fit(model, last) &&
           ensemble_fits(&scenario->ensemble) && values_misfit(inputs, scenario->values) == scenario->layout.size;
}

/* Whether pupils can progress: their history has two years, and the base year is one of them. */
static bool can_progress(const struct pupil_history *history, int base_year)
{
    return history->years >= 2 && history->first_year <= base_year &&
           base_year < history->first_year + (int)history->years;
}

/* Whether a scenario could give the parameter this value. */
static bool value_fits(const struct model *model, enum parameter parameter, double value)
{
    const struct parameter_row *row = &parameter_rows[parameter];
    const bool within = value >= row->low && value <= row->high;

    switch (row->type) {
    case PARAMETER_NUMBER:
    case PARAMETER_PATH:
        return within;
    case PARAMETER_YEAR:
        return (within && floor(value) == value) || value == NEVER;
    case PARAMETER_TOWN:
        return value >= 0 && value < (double)model->town_count && floor(value) == value;
    case PARAMETER_WHOLE:
    case PARAMETER_SWITCH:
    case PARAMETER_CHOICE:
        break;
    case PARAMETER_TYPES:
        return false;
    }
    const bool progresses = parameter == PARAMETER_ENROLMENT_METHOD && value == ENROLMENT_BY_PROGRESSION;

    return within && floor(value) == value && (!progresses || can_progress(&model->pupil_history, model->base_year));
}

size_t values_misfit(const struct inputs *inputs, const double *values)
{
    const struct parameter_layout *layout = &inputs->scenario.layout;

    for (size_t parameter = 0; parameter < PARAMETERS; parameter++) {
        const size_t end = parameter + 1 < PARAMETERS ? layout->offset[parameter + 1] : layout->size;

        for (size_t index = layout->offset[parameter]; index < end; index++) {
            if (!value_fits(&inputs->model, (enum parameter)parameter, values[index])) {
                return index;
            }
        }
    }
    return layout->size;
}
