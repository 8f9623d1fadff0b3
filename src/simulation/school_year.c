#include "school_year.h"

struct gap *school_year_rows(struct block *memory, size_t count)
{
    _Static_assert(sizeof(struct gap) % sizeof(double) == 0, "a gap row is doubles alone");
    return (struct gap *)(void *)block_doubles(memory, count * (sizeof(struct gap) / sizeof(double)));
}

void school_year_lay_out(const struct model *model, struct block *memory, struct school_year *self)
{
    const size_t grades = model->town_count * model->grade_count;
    const size_t levels = model->town_count * model->level_count;

    self->enrolled = block_doubles(memory, grades);
    self->public_pupils = block_doubles(memory, grades);
    self->seats_nominal = block_doubles(memory, levels);
    self->seats = block_doubles(memory, levels);
    self->seats_assumed = block_doubles(memory, levels);
    self->gaps = school_year_rows(memory, gap_places(model) * model->level_count);
}

void school_year_run(const struct inputs *inputs, const double *values, const struct result *result, size_t state,
                     const struct school_year *to)
{
    const struct model *model = &inputs->model;
    const int year = model->base_year + (int)state;
    const size_t grades = state * model->town_count * model->grade_count;
    const bool has_history = model->pupil_history.years > 0;
    const struct enrolment pupils = { .children = &result->children[grades],
                                      .progressed = has_history ? &result->progression.pupils[grades] : NULL,
                                      .enrolled = to->enrolled,
                                      .public_pupils = to->public_pupils };
    struct supply seats = { .seats_nominal = to->seats_nominal, .seats = to->seats, .assumed = to->seats_assumed };

    enrolment_enrolled(inputs, values, year, &pupils);
    enrolment_public(inputs, values, year, result->base_share, pupils.enrolled, pupils.public_pupils);
    supply_state(inputs, values, year, &seats);
    gap_state(inputs, values, &pupils, &seats, to->gaps);
}
