#include "rules.h"

#include <math.h>

#include "sum.h"

/* 1 mu (亩) is 2,000/3 square metres. */
static double mu_of(double square_metres)
{
    return square_metres * 3 / 2000;
}

/* A figure rounded to so many decimals, which exam_number() then shows. */
static double rounded(double value, double unit)
{
    return floor(value * unit + 0.5) / unit;
}

void rule_minimum_size(struct exam *exam)
{
    for (size_t index = 0; index < exam->model->project_count; index++) {
        const struct project *project = &exam->model->projects[index];
        const struct school_type *type = exam_school_type(exam, index);
        const double classes = exam_classes(exam, index, NULL);

        if (type == NULL || type->minimum_classes <= 0 || !project_is_school(project) || classes <= 0) {
            continue;
        }
        const struct fill *fills =
            FILLS(SAID("type", sentence_name(&type->name)), SAME("classes", exam_number(exam, classes)),
                  SAME("minimum", exam_number(exam, type->minimum_classes)),
                  SAME("short", exam_number(exam, type->minimum_classes - classes)),
                  SAID("kind", sentence_name(&kind_words[project->kind])));
        const bool is_new = project->kind == KIND_NEW || project->kind == KIND_RECEIVE;

        exam_book(exam, classes >= type->minimum_classes,
                  (struct finding) {
                      .subject = exam_project_name(exam, index),
                      .found = classes,
                      .expected = type->minimum_classes,
                      .arithmetic = exam_say(exam, MESSAGE_AUDIT_MINIMUM, fills),
                      .reading = exam_say(
                          exam, is_new ? MESSAGE_AUDIT_MINIMUM_READING : MESSAGE_AUDIT_MINIMUM_OLD_READING, fills),
                      .rows = project->id });
    }
}

void rule_maximum_size(struct exam *exam)
{
    for (size_t index = 0; index < exam->model->project_count; index++) {
        const struct project *project = &exam->model->projects[index];
        const struct school_type *type = exam_school_type(exam, index);
        const double seats = exam_seats(exam, index, NULL);

        if (type == NULL || type->maximum_pupils <= 0 || !project_is_school(project) || seats <= 0 ||
            !exam_looks_at(exam, type->has_level)) {
            continue;
        }
        const struct fill *fills =
            FILLS(SAID("type", sentence_name(&type->name)), SAME("seats", exam_number(exam, seats)),
                  SAME("maximum", exam_number(exam, type->maximum_pupils)),
                  SAME("over", exam_number(exam, seats - type->maximum_pupils)));
        const bool fits = seats <= type->maximum_pupils;

        exam_book(exam, fits,
                  (struct finding) {
                      .subject = exam_project_name(exam, index),
                      .found = seats,
                      .expected = type->maximum_pupils,
                      .arithmetic = exam_say(exam, fits ? MESSAGE_AUDIT_MAXIMUM_KEPT : MESSAGE_AUDIT_MAXIMUM, fills),
                      .reading = exam_say(exam, MESSAGE_AUDIT_MAXIMUM_READING, fills),
                      .rows = project->id });
    }
}

/* Site area that the project's seats at the levels need by the norms. */
static double land_norm(const struct exam *exam, size_t project, const bool *levels)
{
    double norm = 0;

    for (size_t row = exam->first_row[project]; row < exam->first_row[project + 1]; row++) {
        const struct project_seats *one = &exam->model->project_seats[row];

        if (levels[one->level] && !isnan(one->seats)) {
            norm += one->seats * exam->model->levels[one->level].land_m2_per_pupil;
        }
    }
    return norm;
}

static void book_land(struct exam *exam, size_t index, const bool *levels)
{
    const struct project *project = &exam->model->projects[index];
    const double norm = land_norm(exam, index, levels);
    const double seats = exam_seats(exam, index, levels);
    const struct fill *fills =
        FILLS(SAME("land", exam_number(exam, rounded(project->land_m2, 1))), SAME("seats", exam_number(exam, seats)),
              SAME("each", exam_number(exam, rounded(project->land_m2 / seats, 10))),
              SAME("norm", exam_number(exam, norm)), SAME("share", exam_share(exam, project->land_m2, norm)),
              SAME("short", exam_number(exam, rounded(norm - project->land_m2, 1))),
              SAME("mu", exam_number(exam, rounded(mu_of(norm - project->land_m2), 10))));
    const bool enough = project->land_m2 >= norm;

    exam_book(
        exam, enough,
        (struct finding) { .subject = exam_project_name(exam, index),
                           .found = project->land_m2,
                           .expected = norm,
                           .arithmetic = exam_say(exam, enough ? MESSAGE_AUDIT_LAND_ENOUGH : MESSAGE_AUDIT_LAND, fills),
                           .reading = exam_say(exam, MESSAGE_AUDIT_LAND_READING, fills),
                           .rows = project->id });
}

/* What the projects of some levels give of land, and what they need by the norms. */
struct land {
    double given;
    double norm;
    size_t count;
    size_t enough;
    size_t silent; /* Projects with seats that give no land. */
};

static struct land land_of(const struct exam *exam, const bool *levels)
{
    struct land land = { .count = 0 };

    for (size_t index = 0; index < exam->model->project_count; index++) {
        const double given = exam->model->projects[index].land_m2;
        const double norm = land_norm(exam, index, levels);

        if (norm <= 0 || exam_seats(exam, index, levels) <= 0) {
            continue;
        }
        if (isnan(given)) {
            land.silent++;
            continue;
        }
        land.given += given;
        land.norm += norm;
        land.count++;
        land.enough += given >= norm;
    }
    return land;
}

static void book_land_total(struct exam *exam, const struct land *land, const bool *levels)
{
    const double hectare = 10000;
    const struct fill *fills = FILLS(SAME("count", exam_number(exam, (double)land->count)),
                                     SAME("land", exam_number(exam, rounded(land->given / hectare, 100))),
                                     SAME("norm", exam_number(exam, rounded(land->norm / hectare, 100))),
                                     SAME("mu", exam_number(exam, rounded(mu_of(land->given), 10))),
                                     SAME("norm_mu", exam_number(exam, rounded(mu_of(land->norm), 10))),
                                     SAME("share", exam_share(exam, land->given, land->norm)),
                                     SAME("enough", exam_number(exam, (double)land->enough)),
                                     SAME("silent", exam_number(exam, (double)land->silent)));

    exam_book(exam, land->given >= land->norm,
              (struct finding) { .subject = exam_say(exam, MESSAGE_AUDIT_ALL_OF,
                                                     FILLS(SAID("levels", exam_level_names(exam, levels)))),
                                 .found = land->given,
                                 .expected = land->norm,
                                 .arithmetic = exam_say(exam, MESSAGE_AUDIT_LAND_TOTAL, fills),
                                 .reading = exam_say(exam, MESSAGE_AUDIT_LAND_READING, fills) });
}

void rule_land(struct exam *exam)
{
    for (size_t group = 0; group < exam->group_count; group++) {
        const bool *levels = exam_group(exam, group);
        const struct land land = land_of(exam, levels);

        if (!exam_looks_at(exam, levels) || land.count == 0) {
            continue;
        }
        book_land_total(exam, &land, levels);
        for (size_t index = 0; index < exam->model->project_count; index++) {
            if (!isnan(exam->model->projects[index].land_m2) && exam_seats(exam, index, levels) > 0 &&
                land_norm(exam, index, levels) > 0) {
                book_land(exam, index, levels);
            }
        }
    }
}
