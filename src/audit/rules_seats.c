#include "rules.h"

#include <math.h>

#include "sum.h"

static struct sentence row_name(struct exam *exam, const struct project_seats *row)
{
    const struct sentence dot = { { " · ", " · " } };

    return exam_join(exam, exam_project_name(exam, row->project), dot,
                     sentence_name(&exam->model->levels[row->level].name));
}

void rule_rooms(struct exam *exam)
{
    for (size_t index = 0; index < exam->model->project_seats_count; index++) {
        const struct project_seats *row = &exam->model->project_seats[index];
        const double size = exam_class_size(&exam->model->levels[row->level]);
        const double seats = isnan(row->text_seats) ? row->seats : row->text_seats;

        if (isnan(row->text_rooms) || isnan(seats)) {
            continue;
        }
        const struct fill *fills =
            FILLS(SAME("rooms", exam_number(exam, row->text_rooms)), SAME("size", exam_number(exam, size)),
                  SAME("product", exam_number(exam, row->text_rooms * size)), SAME("seats", exam_number(exam, seats)),
                  SAME("difference", exam_number(exam, seats - row->text_rooms * size)),
                  SAME("taken", exam_number(exam, row->seats)), SAME("classes", exam_number(exam, row->classes)));

        exam_book(exam, same_figure(seats, row->text_rooms * size),
                  (struct finding) { .subject = row_name(exam, row),
                                     .found = seats,
                                     .expected = row->text_rooms * size,
                                     .arithmetic = exam_say(exam, MESSAGE_AUDIT_ROOMS, fills),
                                     .reading = exam_say(exam, MESSAGE_AUDIT_ROOMS_READING, fills),
                                     .rows = exam->model->projects[row->project].id });
    }
}

/* Whether so many classes can have so many seats: exactly, where the grades can have equal numbers of classes. */
static bool classes_fit(const struct level *level, double classes, double seats)
{
    double least = level->class_size[0], most = level->class_size[0];

    for (size_t grade = 1; grade < level->grades; grade++) {
        least = fmin(least, level->class_size[grade]);
        most = fmax(most, level->class_size[grade]);
    }
    if (same_figure(least, most) || same_figure(fmod(classes, (double)level->grades), 0)) {
        return same_figure(seats, classes * exam_class_size(level));
    }
    return classes * least <= seats && seats <= classes * most;
}

void rule_classes(struct exam *exam)
{
    for (size_t index = 0; index < exam->model->project_seats_count; index++) {
        const struct project_seats *row = &exam->model->project_seats[index];
        const struct level *level = &exam->model->levels[row->level];

        if (exam->model->projects[row->project].kind == KIND_CLOSE || isnan(row->classes) || isnan(row->seats)) {
            continue;
        }
        const double product = row->classes * exam_class_size(level);
        const struct fill *fills = FILLS(
            SAME("classes", exam_number(exam, row->classes)), SAME("size", exam_number(exam, exam_class_size(level))),
            SAME("product", exam_number(exam, product)), SAME("seats", exam_number(exam, row->seats)));

        exam_book(exam, classes_fit(level, row->classes, row->seats),
                  (struct finding) { .subject = row_name(exam, row),
                                     .found = row->seats,
                                     .expected = product,
                                     .arithmetic = exam_say(exam, MESSAGE_AUDIT_CLASSES, fills),
                                     .reading = exam_say(exam, MESSAGE_AUDIT_CLASSES_READING, fills),
                                     .rows = exam->model->projects[row->project].id });
    }
}

void rule_no_seats(struct exam *exam)
{
    for (size_t index = 0; index < exam->model->project_count; index++) {
        const struct project *project = &exam->model->projects[index];

        if (project->kind == KIND_CLOSE || exam_seats(exam, index, NULL) > 0) {
            continue;
        }
        const struct fill *fills = FILLS(SAID("kind", sentence_name(&kind_words[project->kind])),
                                         SAME("cost", exam_number(exam, project->cost_wan_yuan)));

        exam_find(exam, (struct finding) { .subject = exam_project_name(exam, index),
                                           .found = 0,
                                           .expected = NAN,
                                           .arithmetic = exam_say(exam, MESSAGE_AUDIT_NO_SEATS, fills),
                                           .reading = exam_say(exam, MESSAGE_AUDIT_NO_SEATS_READING, fills),
                                           .rows = project->id });
    }
}

/* Seats of a relocated or rebuilt school, where what they replace is not known; 0 elsewhere. */
static double gross_seats(const struct exam *exam, size_t project, const bool *levels)
{
    const enum project_kind kind = exam->model->projects[project].kind;
    double seats = 0;

    if (kind != KIND_RELOCATE && kind != KIND_REBUILD) {
        return 0;
    }
    for (size_t row = exam->first_row[project]; row < exam->first_row[project + 1]; row++) {
        const struct project_seats *one = &exam->model->project_seats[row];
        const bool unknown = isnan(one->replaced_seats) || one->replaced_seats <= 0;

        if (levels[one->level] && unknown && !isnan(one->seats)) {
            seats += one->seats;
        }
    }
    return seats;
}

void rule_replaced(struct exam *exam)
{
    for (size_t group = 0; group < exam->group_count; group++) {
        const bool *levels = exam_group(exam, group);
        const double planned = exam_planned(exam, levels);
        struct sum sum = { .count = 0 };

        for (size_t project = 0; project < exam->model->project_count; project++) {
            const double seats = gross_seats(exam, project, levels);

            if (seats > 0) {
                sum_add(&sum, exam, exam->model->projects[project].id, seats);
            }
        }
        if (sum.count > 0) {
            const struct fill *fills =
                FILLS(SAME("count", sum_count(&sum, exam)), SAME("sum", sum_text(&sum, exam)),
                      SAME("planned", exam_number(exam, planned)), SAME("total", exam_number(exam, sum.total)),
                      SAME("least", exam_number(exam, planned - sum.total)));

            exam_find(exam, (struct finding) { .subject = exam_level_names(exam, levels),
                                               .found = planned,
                                               .expected = planned - sum.total,
                                               .arithmetic = exam_say(exam, MESSAGE_AUDIT_REPLACED, fills),
                                               .reading = exam_say(exam, MESSAGE_AUDIT_REPLACED_READING, fills),
                                               .rows = sum_rows(&sum, exam) });
        }
        sum_free(&sum);
    }
}

/* Pupils a class where the raised size holds, the mean over the grades. */
static double raised_size(const struct level *level)
{
    double total = 0;

    for (size_t grade = 0; grade < level->grades && level->raised_class_size != NULL; grade++) {
        total += level->raised_class_size[grade];
    }
    return level->raised_class_size == NULL ? exam_class_size(level) : total / (double)level->grades;
}

/* Seats that the level's planned classes would have more. */
static double seats_by_raised_size(const struct exam *exam, size_t level)
{
    const struct model *model = exam->model;
    double classes = 0;

    for (size_t index = 0; index < model->project_seats_count; index++) {
        const struct project_seats *row = &model->project_seats[index];

        if (row->level == level && !isnan(row->classes) && model->projects[row->project].kind != KIND_CLOSE) {
            classes += row->classes;
        }
    }
    return classes * (raised_size(&model->levels[level]) - exam_class_size(&model->levels[level]));
}

void rule_raised_class_size(struct exam *exam)
{
    for (size_t group = 0; group < exam->group_count; group++) {
        const bool *levels = exam_group(exam, group);
        const double planned = exam_planned(exam, levels);
        struct sum sum = { .count = 0 };

        for (size_t level = 0; level < exam->model->level_count; level++) {
            const double more = levels[level] ? seats_by_raised_size(exam, level) : 0;

            if (more > 0) {
                sum_add(&sum, exam, exam->model->levels[level].name.id, more);
            }
        }
        if (sum.count > 0) {
            const struct fill *fills =
                FILLS(SAME("sum", sum_text(&sum, exam)), SAME("share", exam_share(exam, sum.total, planned)),
                      SAME("planned", exam_number(exam, planned)), SAME("total", exam_number(exam, sum.total)),
                      SAME("raised", exam_number(exam, planned + sum.total)));

            exam_find(exam, (struct finding) { .subject = exam_level_names(exam, levels),
                                               .found = planned,
                                               .expected = planned + sum.total,
                                               .arithmetic = exam_say(exam, MESSAGE_AUDIT_RAISED, fills),
                                               .reading = exam_say(exam, MESSAGE_AUDIT_RAISED_READING, fills) });
        }
        sum_free(&sum);
    }
}
