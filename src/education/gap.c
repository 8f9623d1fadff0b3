#include "gap.h"

#include <math.h>

#include "norms.h"
#include "progression.h"

/* Pupils and classes of a town at a level. */
static void add_grades(const struct inputs *inputs, const double *values, const struct enrolment *pupils, size_t town,
                       size_t index, struct gap *row)
{
    const struct level *level = &inputs->model.levels[index];

    for (size_t grade = 0; grade < level->grades; grade++) {
        const size_t cell = town * inputs->model.grade_count + level->first_grade + grade;

        row->children += pupils->children[cell];
        row->enrolment += pupils->enrolled[cell];
        row->demand += pupils->public_pupils[cell];
        row->classes_needed +=
            norms_classes(pupils->public_pupils[cell], norms_class_size(inputs, values, town, index, grade));
    }
}

/* Classes for the shortage, which is spread over the grades as the demand is. */
static double classes_short(const struct inputs *inputs, const double *values, const struct enrolment *pupils,
                            size_t town, size_t index, const struct gap *row)
{
    const struct level *level = &inputs->model.levels[index];
    double classes = 0;

    for (size_t grade = 0; row->shortage > 0 && grade < level->grades; grade++) {
        const double demand = pupils->public_pupils[town * inputs->model.grade_count + level->first_grade + grade];

        classes +=
            norms_classes(row->shortage * (demand / row->demand), norms_class_size(inputs, values, town, index, grade));
    }
    return classes;
}

struct gap gap_town(const struct inputs *inputs, const double *values, const struct enrolment *pupils,
                    const struct supply *seats, size_t town, size_t level)
{
    const struct model *model = &inputs->model;
    const struct level *norm = &model->levels[level];
    const size_t cell = town * model->level_count + level;
    struct gap row = { .seats_nominal = seats->seats_nominal[cell],
                       .seats = seats->seats[cell],
                       .seats_assumed = seats->assumed[cell] };

    add_grades(inputs, values, pupils, town, level, &row);
    row.gap = row.demand - row.seats;
    if (fabs(row.gap) <= GAP_ROUNDING * row.demand) {
        row.gap = 0;
    }
    row.shortage = row.gap > 0 ? row.gap : 0;
    row.surplus = row.gap < 0 ? -row.gap : 0;
    row.classes_short = classes_short(inputs, values, pupils, town, level, &row);
    row.land_needed_m2 = row.demand * norm->land_m2_per_pupil;
    row.land_short_m2 = row.shortage * norm->land_m2_per_pupil;
    row.staff_needed = norms_staff(norm, row.demand, row.classes_needed);
    row.staff_short = norms_staff(norm, row.shortage, row.classes_short);
    row.demand_assumed =
        model->towns[town].status == ASSUMED || progression_is_shared_out(inputs, values, level) ? row.demand : 0;
    return row;
}

void gap_add(struct gap *sum, const struct gap *town)
{
    sum->children += town->children;
    sum->enrolment += town->enrolment;
    sum->demand += town->demand;
    sum->seats_nominal += town->seats_nominal;
    sum->seats += town->seats;
    sum->gap += town->gap;
    sum->shortage += town->shortage;
    sum->surplus += town->surplus;
    sum->classes_needed += town->classes_needed;
    sum->classes_short += town->classes_short;
    sum->land_needed_m2 += town->land_needed_m2;
    sum->land_short_m2 += town->land_short_m2;
    sum->staff_needed += town->staff_needed;
    sum->staff_short += town->staff_short;
    sum->demand_assumed += town->demand_assumed;
    sum->seats_assumed += town->seats_assumed;
}

size_t gap_places(const struct model *model)
{
    return model->town_count + model->area_count + 1;
}

void gap_state(const struct inputs *inputs, const double *values, const struct enrolment *pupils,
               const struct supply *seats, struct gap *rows)
{
    const struct model *model = &inputs->model;
    const size_t district = gap_places(model) - 1;

    for (size_t level = 0; level < model->level_count; level++) {
        for (size_t place = model->town_count; place <= district; place++) {
            rows[place * model->level_count + level] = (struct gap) { .children = 0 };
        }
        for (size_t town = 0; town < model->town_count; town++) {
            struct gap *row = &rows[town * model->level_count + level];
            const size_t area = model->towns[town].area;

            *row = gap_town(inputs, values, pupils, seats, town, level);
            if (area != NO_AREA) {
                gap_add(&rows[(model->town_count + area) * model->level_count + level], row);
            }
            gap_add(&rows[district * model->level_count + level], row);
        }
    }
}
