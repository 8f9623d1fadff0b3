#include "run.h"

#include "progression.h"
#include "town_block.h"

/* Doubles that an array of `count` gap rows takes; a row is doubles alone. */
static size_t gap_doubles(size_t count)
{
    _Static_assert(sizeof(struct gap) % sizeof(double) == 0, "a gap row is doubles alone");
    return count * (sizeof(struct gap) / sizeof(double));
}

/* Carves result and working memory, or only counts. */
static void lay_out(const struct inputs *inputs, enum keep keep, struct block *memory, struct result *result,
                    struct town_block *towns)
{
    const struct model *model = &inputs->model;
    const size_t states = inputs->scenario.layout.years;
    const size_t kept = keep == KEEP_ALL ? states : 1;
    const size_t grades = model->town_count * model->grade_count;
    const size_t levels = model->town_count * model->level_count;

    result->states = states;
    result->keep = keep;
    result->population = block_doubles(memory, kept * model->town_count * SEXES * model->ages);
    result->components = block_doubles(memory, (states - 1) * model->town_count * COMPONENTS);
    result->children = block_doubles(memory, states * grades);
    progression_lay_out(model, states, memory, &result->progression);
    result->enrolled = block_doubles(memory, kept * grades);
    result->public_pupils = block_doubles(memory, kept * grades);
    result->base_share = block_doubles(memory, levels);
    result->seats_nominal = block_doubles(memory, kept * levels);
    result->seats = block_doubles(memory, kept * levels);
    result->seats_assumed = block_doubles(memory, kept * levels);
    result->gaps =
        (struct gap *)(void *)block_doubles(memory, gap_doubles(states * gap_places(model) * model->level_count));
    town_block_lay_out(towns, inputs, states, memory);
}

size_t run_bytes_keeping(const struct inputs *inputs, enum keep keep)
{
    struct block counting = { .memory = NULL };
    struct result result;
    struct town_block towns;

    lay_out(inputs, keep, &counting, &result, &towns);
    return counting.used;
}

size_t run_bytes(const struct inputs *inputs)
{
    return run_bytes_keeping(inputs, KEEP_ALL);
}

static void project_towns(const struct inputs *inputs, const double *values, struct town_block *towns,
                          struct result *result)
{
    const size_t town_count = inputs->model.town_count;
    const struct town_states to = { .population = result->population,
                                    .kept = result->keep == KEEP_ALL ? result->states : 1,
                                    .components = result->components,
                                    .children = result->children };

    town_block_share(towns, inputs, values);
    for (size_t first = 0; first < town_count; first += LANES) {
        const size_t count = town_count - first < LANES ? town_count - first : LANES;

        town_block_project(towns, inputs, values, first, count, &to);
    }
}

/* Pupils, seats and gaps of one state. */
static void school_year(const struct inputs *inputs, const double *values, size_t state, struct result *result)
{
    const struct model *model = &inputs->model;
    const int year = model->base_year + (int)state;
    const size_t place = result->keep == KEEP_ALL ? state : 0;
    const size_t all_grades = state * model->town_count * model->grade_count;
    const size_t grades = place * model->town_count * model->grade_count;
    const size_t levels = place * model->town_count * model->level_count;
    const bool has_history = model->pupil_history.years > 0;
    const struct enrolment pupils = { .children = &result->children[all_grades],
                                      .progressed = has_history ? &result->progression.pupils[all_grades] : NULL,
                                      .enrolled = &result->enrolled[grades],
                                      .public_pupils = &result->public_pupils[grades] };
    struct supply seats = { .seats_nominal = &result->seats_nominal[levels],
                            .seats = &result->seats[levels],
                            .assumed = &result->seats_assumed[levels] };

    enrolment_enrolled(inputs, values, year, &pupils);
    if (state == 0) {
        enrolment_base_share(inputs, values, &pupils, result->base_share);
    }
    enrolment_public(inputs, values, year, result->base_share, pupils.enrolled, pupils.public_pupils);
    supply_state(inputs, values, year, &seats);
    gap_state(inputs, values, &pupils, &seats, &result->gaps[state * gap_places(model) * model->level_count]);
}

void run_keeping(const struct inputs *inputs, const double *values, enum keep keep, struct block *memory,
                 struct result *result)
{
    struct town_block towns;

    lay_out(inputs, keep, memory, result, &towns);
    project_towns(inputs, values, &towns, result);
    /* pupils progress from grade to grade by the children of all years */
    progression_run(inputs, values, result->children, result->states, &result->progression);
    for (size_t state = 0; state < result->states; state++) {
        school_year(inputs, values, state, result);
    }
}

void run(const struct inputs *inputs, const double *values, struct block *memory, struct result *result)
{
    run_keeping(inputs, values, KEEP_ALL, memory, result);
}
