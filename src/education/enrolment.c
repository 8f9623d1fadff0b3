#include "enrolment.h"

#include "progression.h"

void enrolment_children(const struct model *model, const double *population, size_t step, double *children)
{
    const double *male = &population[MALE * model->ages * step];
    const double *female = &population[FEMALE * model->ages * step];

    for (size_t index = 0; index < model->level_count; index++) {
        const struct level *level = &model->levels[index];

        for (size_t grade = 0; grade < level->grades; grade++) {
            const size_t age = level->entry_age + grade;

            children[level->first_grade + grade] = male[age * step] + female[age * step];
        }
    }
}

void enrolment_enrolled(const struct inputs *inputs, const double *values, int year, const struct enrolment *pupils)
{
    const struct model *model = &inputs->model;

    for (size_t index = 0; index < model->level_count; index++) {
        const struct level *level = &model->levels[index];
        const double multiplier = inputs_value(inputs, values, PARAMETER_ENROLMENT_RATE_MULTIPLIER, index, year);
        const bool by_rates = !progression_is_used(inputs, values, index);
        const double *from = by_rates ? pupils->children : pupils->progressed;

        for (size_t grade = level->first_grade; grade < level->first_grade + level->grades; grade++) {
            const double rate =
                by_rates ? rates_at(&model->enrolment_rate, 0, year, 0, grade) * multiplier : multiplier;

            for (size_t town = 0; town < model->town_count; town++) {
                const size_t cell = town * model->grade_count + grade;

                pupils->enrolled[cell] = from[cell] * rate;
            }
        }
    }
}

/* Enrolled of a town at a level in the base year, without the scenario's multiplier. */
static double level_enrolled(const struct inputs *inputs, const double *values, const struct enrolment *base,
                             size_t town, size_t index)
{
    const struct model *model = &inputs->model;
    const struct level *level = &model->levels[index];
    const bool by_rates = !progression_is_used(inputs, values, index);
    double sum = 0;

    for (size_t grade = level->first_grade; grade < level->first_grade + level->grades; grade++) {
        const size_t cell = town * model->grade_count + grade;

        sum += by_rates ? base->children[cell] * rates_at(&model->enrolment_rate, 0, model->base_year, 0, grade)
                        : base->progressed[cell];
    }
    return sum;
}

static double district_enrolled(const struct inputs *inputs, const double *values, const struct enrolment *base,
                                size_t level)
{
    double sum = 0;

    for (size_t town = 0; town < inputs->model.town_count; town++) {
        sum += level_enrolled(inputs, values, base, town, level);
    }
    return sum;
}

void enrolment_base_share(const struct inputs *inputs, const double *values, const struct enrolment *base,
                          double *share)
{
    const struct model *model = &inputs->model;

    for (size_t level = 0; level < model->level_count; level++) {
        const double district = district_enrolled(inputs, values, base, level);

        for (size_t town = 0; town < model->town_count; town++) {
            const size_t cell = town * model->level_count + level;
            const double enrolled =
                model->pupils_by_town ? level_enrolled(inputs, values, base, town, level) : district;
            const double pupils =
                model->share_from_pupils[level] ? model->public_pupils[model->pupils_by_town ? cell : level] : 0;

            share[cell] = enrolled > 0 ? pupils / enrolled : 0;
        }
    }
}

/* No multiplier makes more pupils public than there are, or, where the model's own are more already, than those. */
static double multiplied_share(double given, double multiplier)
{
    const double most = given > 1 ? given : 1;
    const double product = given * multiplier;

    return product > most ? most : product;
}

void enrolment_public(const struct inputs *inputs, const double *values, int year, const double *base_share,
                      const double *enrolled, double *public_pupils)
{
    const struct model *model = &inputs->model;

    for (size_t index = 0; index < model->level_count; index++) {
        const struct level *level = &model->levels[index];
        const double multiplier =
            inputs_value(inputs, values, PARAMETER_ENROLMENT_PUBLIC_SHARE_MULTIPLIER, index, year);
        const double moved = inputs_value(inputs, values, PARAMETER_ENROLMENT_PRIVATE_TO_PUBLIC, index, year);

        for (size_t town = 0; town < model->town_count; town++) {
            const double given = model->share_from_pupils[index] ? base_share[town * model->level_count + index]
                                                                 : rates_at(&model->public_share, 0, year, 0, index);
            const double own = multiplied_share(given, multiplier);
            const double share = own < 1 ? own + (1 - own) * moved : own;

            for (size_t grade = level->first_grade; grade < level->first_grade + level->grades; grade++) {
                const size_t cell = town * model->grade_count + grade;

                public_pupils[cell] = enrolled[cell] * share;
            }
        }
    }
}
