#include "progression.h"

#include <assert.h>

#include "residents.h"

/** Children and pupils that are known, and of what place a ratio is. */
struct known {
    const struct inputs *inputs;
    const double *values;
    const struct model *model;
    const double *children; /**< [state][town][grade] */
    size_t base;            /**< Of the base year among the years of pupils.csv. */
    size_t states;          /**< That have observed pupils. */
    struct residents residents;
};

/** A ratio of counts of several years while it is taken. */
struct ratio {
    enum progression_years years;
    double above;
    double below; /**< 0 as long as no year told anything. */
};

void progression_lay_out(const struct model *model, size_t states, struct block *memory, struct progression *self)
{
    const bool is_known = model->pupil_history.years > 0;

    self->ratio = block_doubles(memory, is_known ? (model->town_count + 1) * model->grade_count : 0);
    self->pupils = block_doubles(memory, is_known ? states * model->town_count * model->grade_count : 0);
}

bool progression_is_used(const struct inputs *inputs, const double *values, size_t level)
{
    const double method = inputs_value(inputs, values, PARAMETER_ENROLMENT_METHOD, 0, 0);

    return method == ENROLMENT_BY_PROGRESSION && inputs->model.pupil_history.has_level[level];
}

bool progression_is_shared_out(const struct inputs *inputs, const double *values, size_t level)
{
    return progression_is_used(inputs, values, level) && !inputs->model.pupil_history.by_town &&
           inputs->model.town_count > 1;
}

size_t progression_observed(const struct model *model, size_t states)
{
    const struct pupil_history *history = &model->pupil_history;
    const size_t observed = history->years - (size_t)(model->base_year - history->first_year);

    return observed < states ? observed : states;
}

/* Pupils of a town, or of the district where `town` is town_count, in a year of pupils.csv. */
static double pupils_of(const struct known *known, size_t year, size_t town, size_t grade)
{
    const struct model *model = known->model;
    const struct pupil_history *history = &model->pupil_history;
    const double *row = &history->pupils[year * (history->by_town ? model->town_count : 1) * model->grade_count];
    double sum = 0;

    if (!history->by_town) {
        return town == model->town_count
                   ? row[grade]
                   : row[grade] * residents_part(&known->residents, known->inputs, known->values, town);
    }
    if (town < model->town_count) {
        return row[town * model->grade_count + grade];
    }
    for (size_t each = 0; each < model->town_count; each++) {
        sum += row[each * model->grade_count + grade];
    }
    return sum;
}

/* Children of a town, or of the district where `town` is town_count, of the grade's age at a state. */
static double children_of(const struct known *known, size_t state, size_t town, size_t grade)
{
    const struct model *model = known->model;
    const double *row = &known->children[state * model->town_count * model->grade_count];
    double sum = 0;

    if (town < model->town_count) {
        return row[town * model->grade_count + grade];
    }
    for (size_t each = 0; each < model->town_count; each++) {
        sum += row[each * model->grade_count + grade];
    }
    return sum;
}

/* One more year, later than those before; `weight` is 1 for the first. */
static void add_year(struct ratio *self, double weight, double above, double below)
{
    if (!(below > 0)) {
        return;
    }
    switch (self->years) {
    case PROGRESSION_MEAN:
        self->above += above / below;
        self->below += 1;
        break;
    case PROGRESSION_LAST:
        self->above = above;
        self->below = below;
        break;
    case PROGRESSION_WEIGHTED:
    case PROGRESSION_YEARS:
        self->above += weight * above;
        self->below += weight * below;
        break;
    }
}

/* The ratio of a town, or of the district, to the grade. */
static struct ratio ratio_to(const struct known *known, enum progression_years years, size_t town, size_t grade)
{
    const size_t before = model_grade_before(known->model, grade);
    struct ratio ratio = { .years = years };

    for (size_t year = 0; before != NO_GRADE && year + 1 < known->model->pupil_history.years; year++) {
        add_year(&ratio, (double)year + 1, pupils_of(known, year + 1, town, grade),
                 pupils_of(known, year, town, before));
    }
    for (size_t state = 0; before == NO_GRADE && state < known->states; state++) {
        add_year(&ratio, (double)state + 1, pupils_of(known, known->base + state, town, grade),
                 children_of(known, state, town, grade));
    }
    return ratio;
}

/* The grade's ratio of the district and of each town that has one of its own. */
static void take_ratios(const struct known *known, enum progression_years years, size_t grade, double *ratios)
{
    const struct model *model = known->model;
    const struct ratio district = ratio_to(known, years, model->town_count, grade);
    const double whole = district.below > 0 ? district.above / district.below : 0;

    for (size_t town = 0; town < model->town_count; town++) {
        const struct ratio own = model->pupil_history.by_town ? ratio_to(known, years, town, grade) : district;

        ratios[town * model->grade_count + grade] = own.below > 0 ? own.above / own.below : whole;
    }
    ratios[model->town_count * model->grade_count + grade] = whole;
}

/* The grade's pupils of all towns in all states: observed as long as they are known, then progressed. */
static void fill_pupils(const struct known *known, size_t grade, size_t states, struct progression *self)
{
    const struct model *model = known->model;
    const size_t row = model->town_count * model->grade_count;
    const size_t before = model_grade_before(model, grade);

    for (size_t state = 0; state < states; state++) {
        for (size_t town = 0; town < model->town_count; town++) {
            const size_t cell = town * model->grade_count + grade;
            double *pupils = &self->pupils[state * row + cell];

            if (state < known->states) {
                *pupils = pupils_of(known, known->base + state, town, grade);
            } else if (before == NO_GRADE) {
                *pupils = known->children[state * row + cell] * self->ratio[cell];
            } else {
                *pupils = self->pupils[(state - 1) * row + cell - grade + before] * self->ratio[cell];
            }
        }
    }
}

static void clear_grade(const struct model *model, size_t grade, size_t states, struct progression *self)
{
    for (size_t row = 0; row <= model->town_count; row++) {
        self->ratio[row * model->grade_count + grade] = 0;
    }
    for (size_t row = 0; row < states * model->town_count; row++) {
        self->pupils[row * model->grade_count + grade] = 0;
    }
}

void progression_run(const struct inputs *inputs, const double *values, const double *children, size_t states,
                     struct progression *self)
{
    const struct model *model = &inputs->model;
    const double years = inputs_value(inputs, values, PARAMETER_ENROLMENT_PROGRESSION_RATIO, 0, 0);
    struct known known = { .inputs = inputs, .values = values, .model = model, .children = children };

    if (inputs_value(inputs, values, PARAMETER_ENROLMENT_METHOD, 0, 0) != ENROLMENT_BY_PROGRESSION) {
        return;
    }
    assert(model->pupil_history.years >= 2);
    known.base = (size_t)(model->base_year - model->pupil_history.first_year);
    known.states = progression_observed(model, states);
    known.residents = residents_at_census(inputs, values);
    /* A grade's pupils hang on those of the grade before, which stands before it in the order of grades. */
    for (size_t level = 0; level < model->level_count; level++) {
        const size_t end = model->levels[level].first_grade + model->levels[level].grades;

        for (size_t grade = model->levels[level].first_grade; grade < end; grade++) {
            if (model->pupil_history.has_level[level]) {
                take_ratios(&known, (enum progression_years)years, grade, self->ratio);
                fill_pupils(&known, grade, states, self);
            } else {
                clear_grade(model, grade, states, self);
            }
        }
    }
}
