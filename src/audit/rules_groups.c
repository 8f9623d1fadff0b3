#include "rules.h"

#include <math.h>

#include "sum.h"

/* Whether a rule takes the project, with what it has to know beside. */
typedef bool project_test(const struct exam *exam, const struct project *project);

/* Seats at the levels of the projects that the test takes. */
static struct sum seats_of(struct exam *exam, const bool *levels, project_test *takes)
{
    struct sum sum = { .count = 0 };

    for (size_t index = 0; index < exam->model->project_count; index++) {
        const struct project *project = &exam->model->projects[index];
        const double seats = takes(exam, project) ? exam_seats(exam, index, levels) : 0;

        if (seats > 0) {
            sum_add(&sum, exam, project->id, seats);
        }
    }
    return sum;
}

/*
 * For each group of levels with such projects: how many seats they are, of how many, and what is left without them.
 * Groups with projects but none such agree.
 */
static void book_seats(struct exam *exam, project_test *takes, enum message arithmetic, enum message reading)
{
    for (size_t group = 0; group < exam->group_count; group++) {
        const bool *levels = exam_group(exam, group);
        const double planned = exam_planned(exam, levels);
        struct sum sum = seats_of(exam, levels, takes);
        const struct fill *fills =
            FILLS(SAME("count", sum_count(&sum, exam)), SAME("sum", sum_text(&sum, exam)),
                  SAME("share", exam_share(exam, sum.total, planned)), SAME("planned", exam_number(exam, planned)),
                  SAME("rest", exam_number(exam, planned - sum.total)),
                  SAME("first", exam_year(exam, exam->model->plan_first)),
                  SAME("last", exam_year(exam, exam->model->plan_last)));

        if (planned > 0) {
            exam_book(exam, sum.count == 0,
                      (struct finding) { .subject = exam_level_names(exam, levels),
                                         .found = planned,
                                         .expected = planned - sum.total,
                                         .arithmetic = exam_say(exam, arithmetic, fills),
                                         .reading = exam_say(exam, reading, fills),
                                         .rows = sum_rows(&sum, exam) });
        }
        sum_free(&sum);
    }
}

static bool has_plan(const struct exam *exam)
{
    return exam->model->plan_first != NO_YEAR;
}

static bool is_undated(const struct exam *exam, const struct project *project)
{
    (void)exam;
    return project->completion == NO_YEAR;
}

void rule_undated(struct exam *exam)
{
    book_seats(exam, is_undated, MESSAGE_AUDIT_UNDATED, MESSAGE_AUDIT_UNDATED_READING);
}

static bool is_undecided(const struct exam *exam, const struct project *project)
{
    return project->start_undecided && project->completion != NO_YEAR && project->completion <= exam->model->plan_last;
}

void rule_undecided(struct exam *exam)
{
    if (has_plan(exam)) {
        book_seats(exam, is_undecided, MESSAGE_AUDIT_UNDECIDED, MESSAGE_AUDIT_UNDECIDED_READING);
    }
}

static bool is_early(const struct exam *exam, const struct project *project)
{
    return project->start != NO_YEAR && project->start < exam->model->plan_first;
}

void rule_early(struct exam *exam)
{
    if (has_plan(exam)) {
        book_seats(exam, is_early, MESSAGE_AUDIT_EARLY, MESSAGE_AUDIT_EARLY_READING);
    }
}

static bool is_dated(const struct exam *exam, const struct project *project)
{
    return project->completion != NO_YEAR && project->completion <= exam->model->plan_last;
}

static bool is_last(const struct exam *exam, const struct project *project)
{
    return project->completion == exam->model->plan_last;
}

void rule_last_year(struct exam *exam)
{
    for (size_t group = 0; group < exam->group_count && has_plan(exam); group++) {
        const bool *levels = exam_group(exam, group);
        struct sum last = seats_of(exam, levels, is_last), dated = seats_of(exam, levels, is_dated);
        const struct fill *fills = FILLS(SAME("count", sum_count(&last, exam)), SAME("sum", sum_text(&last, exam)),
                                         SAME("dated", exam_number(exam, dated.total)),
                                         SAME("share", exam_share(exam, last.total, dated.total)),
                                         SAME("rest", exam_number(exam, dated.total - last.total)),
                                         SAME("last", exam_year(exam, exam->model->plan_last)));

        if (last.count > 0) {
            exam_find(exam, (struct finding) { .subject = exam_level_names(exam, levels),
                                               .found = dated.total,
                                               .expected = dated.total - last.total,
                                               .arithmetic = exam_say(exam, MESSAGE_AUDIT_LAST, fills),
                                               .reading = exam_say(exam, MESSAGE_AUDIT_LAST_READING, fills),
                                               .rows = sum_rows(&last, exam) });
        }
        sum_free(&last);
        sum_free(&dated);
    }
}

/* Seats at the level that can be used in the plan's last year, when new schools take one grade more each year. */
static double usable_seats(const struct exam *exam, const struct project_seats *row)
{
    const struct project *project = &exam->model->projects[row->project];
    const struct level *level = &exam->model->levels[row->level];
    const double years = exam->model->plan_last - project->completion + 1;

    if (!is_dated(exam, project) || project->kind == KIND_CLOSE || isnan(row->seats)) {
        return 0;
    }
    if (!project_fills_by_grade(project) || level->opens_in_full || years >= (double)level->grades) {
        return row->seats;
    }
    return row->seats * years / (double)level->grades;
}

void rule_filling(struct exam *exam)
{
    for (size_t group = 0; group < exam->group_count && has_plan(exam); group++) {
        const bool *levels = exam_group(exam, group);
        struct sum dated = seats_of(exam, levels, is_dated), usable = { .count = 0 };

        for (size_t level = 0; level < exam->model->level_count; level++) {
            double seats = 0;

            for (size_t row = 0; row < exam->model->project_seats_count && levels[level]; row++) {
                const struct project_seats *one = &exam->model->project_seats[row];

                seats += one->level == level ? usable_seats(exam, one) : 0;
            }
            if (seats > 0) {
                sum_add(&usable, exam, exam->model->levels[level].name.id, seats);
            }
        }
        const struct fill *fills =
            FILLS(SAME("dated", exam_number(exam, dated.total)), SAME("sum", sum_text(&usable, exam)),
                  SAME("less", exam_number(exam, dated.total - usable.total)),
                  SAME("share", exam_share(exam, usable.total, dated.total)),
                  SAME("last", exam_year(exam, exam->model->plan_last)));

        if (!same_figure(usable.total, dated.total)) {
            exam_find(exam, (struct finding) { .subject = exam_level_names(exam, levels),
                                               .found = dated.total,
                                               .expected = usable.total,
                                               .arithmetic = exam_say(exam, MESSAGE_AUDIT_FILLING, fills),
                                               .reading = exam_say(exam, MESSAGE_AUDIT_FILLING_READING, fills) });
        }
        sum_free(&dated);
        sum_free(&usable);
    }
}

static bool is_developers(const struct exam *exam, const struct project *project)
{
    (void)exam;
    return project->builder == BUILDER_DEVELOPER;
}

void rule_developers(struct exam *exam)
{
    book_seats(exam, is_developers, MESSAGE_AUDIT_DEVELOPERS, MESSAGE_AUDIT_DEVELOPERS_READING);
}

static bool grows_on_its_land(const struct exam *exam, const struct project *project)
{
    (void)exam;
    return project->kind == KIND_EXPAND && isnan(project->land_m2);
}

void rule_extensions(struct exam *exam)
{
    book_seats(exam, grows_on_its_land, MESSAGE_AUDIT_EXTENSIONS, MESSAGE_AUDIT_EXTENSIONS_READING);
}

/* Seats by how their town is known. */
static void seats_by_status(const struct exam *exam, const bool *levels, double seats[STATUSES])
{
    for (size_t project = 0; project < exam->model->project_count; project++) {
        seats[exam->model->projects[project].town_status] += exam_seats(exam, project, levels);
    }
}

void rule_places(struct exam *exam)
{
    for (size_t group = 0; group < exam->group_count; group++) {
        const bool *levels = exam_group(exam, group);
        double seats[STATUSES] = { 0 };

        seats_by_status(exam, levels, seats);
        const double planned = seats[MEASURED] + seats[DERIVED] + seats[ASSUMED];
        const struct fill *fills =
            FILLS(SAME("planned", exam_number(exam, planned)), SAME("measured", exam_number(exam, seats[MEASURED])),
                  SAME("measured_share", exam_share(exam, seats[MEASURED], planned)),
                  SAME("derived", exam_number(exam, seats[DERIVED])),
                  SAME("derived_share", exam_share(exam, seats[DERIVED], planned)),
                  SAME("assumed", exam_number(exam, seats[ASSUMED])),
                  SAME("assumed_share", exam_share(exam, seats[ASSUMED], planned)));

        if (planned > 0) {
            exam_book(exam, same_figure(seats[MEASURED], planned),
                      (struct finding) { .subject = exam_level_names(exam, levels),
                                         .found = planned,
                                         .expected = seats[MEASURED],
                                         .arithmetic = exam_say(exam, MESSAGE_AUDIT_PLACES, fills),
                                         .reading = exam_say(exam, MESSAGE_AUDIT_PLACES_READING, fills) });
        }
    }
}

/* Planned seats of one level. */
static double planned_at(const struct exam *exam, size_t level)
{
    double seats = 0;

    for (size_t row = 0; row < exam->model->project_seats_count; row++) {
        const struct project_seats *one = &exam->model->project_seats[row];

        if (one->level == level && !isnan(one->seats) && exam->model->projects[one->project].kind != KIND_CLOSE) {
            seats += one->seats;
        }
    }
    return seats;
}

/* Holds a level against the next one of its group: what leaves the first must find seats in the second. */
static void book_next_level(struct exam *exam, size_t before, size_t after)
{
    const struct level *one = &exam->model->levels[before], *next = &exam->model->levels[after];
    const double seats = planned_at(exam, before), seats_after = planned_at(exam, after);
    const double matching = seats / (double)one->grades * (double)next->grades;
    const struct fill *fills =
        FILLS(SAID("before", sentence_name(&one->name)), SAID("after", sentence_name(&next->name)),
              SAME("seats", exam_number(exam, seats)), SAME("grades", exam_number(exam, (double)one->grades)),
              SAME("each", exam_number(exam, floor(seats / (double)one->grades + 0.5))),
              SAME("seats_after", exam_number(exam, seats_after)),
              SAME("grades_after", exam_number(exam, (double)next->grades)),
              SAME("each_after", exam_number(exam, floor(seats_after / (double)next->grades + 0.5))),
              SAME("matching", exam_number(exam, matching)), SAME("short", exam_number(exam, matching - seats_after)));

    if (seats > 0 && seats_after > 0) {
        exam_book(exam, seats_after >= matching,
                  (struct finding) { .subject = sentence_name(&next->name),
                                     .found = seats_after,
                                     .expected = matching,
                                     .arithmetic = exam_say(exam, MESSAGE_AUDIT_NEXT, fills),
                                     .reading = exam_say(exam, MESSAGE_AUDIT_NEXT_READING, fills) });
    }
}

void rule_next_level(struct exam *exam)
{
    const struct level *levels = exam->model->levels;

    for (size_t group = 0; group < exam->group_count; group++) {
        const bool *has = exam_group(exam, group);

        for (size_t before = 0; before < exam->model->level_count; before++) {
            for (size_t after = 0; after < exam->model->level_count; after++) {
                if (has[before] && has[after] &&
                    levels[before].entry_age + levels[before].grades == levels[after].entry_age) {
                    book_next_level(exam, before, after);
                }
            }
        }
    }
}
