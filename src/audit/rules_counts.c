#include "rules.h"

#include <math.h>
#include <string.h>

#include "totals.h"

/* The latest other year that the same annex prints for the same thing, if it is after the total's. */
static const struct plan_total *later_total(const struct exam *exam, const struct plan_total *total)
{
    const struct plan_total *latest = NULL;

    for (size_t index = 0; index < exam->model->plan_total_count; index++) {
        const struct plan_total *other = &exam->model->plan_totals[index];
        struct plan_total moved = *other;

        moved.year = total->year;
        if (other->year != NO_YEAR && same_key(other->annex, total->annex) && totals_same_thing(exam, &moved, total) &&
            (latest == NULL || other->year > latest->year)) {
            latest = other;
        }
        if (other->year != NO_YEAR && other->year < total->year && same_key(other->annex, total->annex) &&
            totals_same_thing(exam, &moved, total)) {
            return NULL;
        }
    }
    return latest == NULL || latest->year <= total->year ? NULL : latest;
}

/* Schools that projects add by the year (undated ones are taken to be in time), by kind. */
static void count_schools(struct exam *exam, const bool *levels, int year, double count[KINDS], struct sum *rows)
{
    for (size_t index = 0; index < exam->model->project_count; index++) {
        const struct project *project = &exam->model->projects[index];

        if (exam_project_at(exam, index, levels) && project->completion <= year) {
            count[project->kind]++;
            if (project->kind == KIND_NEW || project->kind == KIND_RECEIVE || project->kind == KIND_CLOSE) {
                sum_add(rows, exam, project->id, 1);
            }
        }
    }
}

static void school_count_between(struct exam *exam, const struct scope *scope, const struct plan_total *last)
{
    const struct plan_total *first = scope->total;
    double count[KINDS] = { 0 };
    struct sum rows = { .count = 0 };

    count_schools(exam, scope->levels, last->year, count, &rows);
    const double reckoned = first->printed + count[KIND_NEW] + count[KIND_RECEIVE] - count[KIND_CLOSE];
    const struct fill *fills =
        FILLS(SAME("first", exam_number(exam, first->printed)),
              SAME("all", exam_number(exam, count[KIND_NEW] + count[KIND_RELOCATE])),
              SAME("new", exam_number(exam, count[KIND_NEW])), SAME("received", exam_number(exam, count[KIND_RECEIVE])),
              SAME("closed", exam_number(exam, count[KIND_CLOSE])),
              SAME("relocated", exam_number(exam, count[KIND_RELOCATE])), SAME("reckoned", exam_number(exam, reckoned)),
              SAME("printed", exam_number(exam, last->printed)),
              SAME("growth", exam_number(exam, last->printed - first->printed)),
              SAME("counted", exam_number(exam, reckoned - first->printed)),
              SAME("difference", exam_number(exam, last->printed - reckoned)));
    const struct scope shown = total_scope(exam, last);

    exam_book(exam, same_figure(reckoned, last->printed),
              (struct finding) { .subject = scope_name(exam, &shown),
                                 .found = last->printed,
                                 .expected = reckoned,
                                 .arithmetic = exam_say(exam, MESSAGE_AUDIT_COUNT, fills),
                                 .reading = exam_say(exam, MESSAGE_AUDIT_COUNT_READING, fills),
                                 .rows = sum_rows(&rows, exam) });
    sum_free(&rows);
}

void rule_school_counts(struct exam *exam)
{
    for (size_t index = 0; index < exam->model->plan_total_count; index++) {
        const struct plan_total *total = &exam->model->plan_totals[index];
        const bool counts = same_key(total->measure, "schools") || same_key(total->measure, "public_schools");
        const struct plan_total *last = counts && total->year != NO_YEAR ? later_total(exam, total) : NULL;

        if (last == NULL || exam->model->project_count == 0) {
            continue;
        }
        const struct scope scope = total_scope(exam, total);

        if (exam_looks_at(exam, scope.levels)) {
            school_count_between(exam, &scope, last);
        }
    }
}

void rule_need(struct exam *exam)
{
    for (size_t index = 0; index < exam->model->target_count; index++) {
        const struct target *target = &exam->model->targets[index];
        const double planned = exam_planned(exam, target->has_level);
        const double open = target->seats - planned;
        const struct fill *fills =
            FILLS(SAME("need", exam_number(exam, target->seats)), SAME("planned", exam_number(exam, planned)),
                  SAME("open", exam_number(exam, open)), SAME("share", exam_share(exam, open, target->seats)));

        exam_book(exam, open <= 0,
                  (struct finding) { .subject = exam_level_names(exam, target->has_level),
                                     .found = planned,
                                     .expected = target->seats,
                                     .arithmetic = exam_say(exam, MESSAGE_AUDIT_NEED, fills),
                                     .reading = exam_say(exam, MESSAGE_AUDIT_NEED_READING, fills) });
    }
}

static const struct staffing *staffing_item(const struct model *model, const char *item)
{
    for (size_t index = 0; index < model->staffing_count; index++) {
        if (same_key(model->staffing[index].item, item)) {
            return &model->staffing[index];
        }
    }
    return NULL;
}

static bool same_levels(const struct model *model, const bool *one, const bool *other)
{
    return memcmp(one, other, model->level_count * sizeof *one) == 0;
}

void rule_staff_left(struct exam *exam)
{
    /* What fills posts that stand empty. */
    static const char *const REMEDIES[] = { "purchased_before", "purchased_new", "recruited" };
    const struct model *model = exam->model;
    const struct staffing *required = staffing_item(model, "posts_required");
    const struct staffing *filled = staffing_item(model, "posts_filled");
    const struct staffing *temporary = staffing_item(model, "temporary");

    if (required == NULL || filled == NULL || temporary == NULL ||
        !same_levels(model, required->has_level, filled->has_level) ||
        !same_levels(model, required->has_level, temporary->has_level)) {
        return;
    }
    struct sum sum = { .count = 0 };

    for (size_t index = 0; index < sizeof REMEDIES / sizeof *REMEDIES; index++) {
        const struct staffing *remedy = staffing_item(model, REMEDIES[index]);

        if (remedy != NULL && same_levels(model, required->has_level, remedy->has_level)) {
            sum_add(&sum, exam, remedy->item, remedy->persons);
        }
    }
    const double empty = required->persons - filled->persons;
    const double left = empty - sum.total;
    const struct fill *fills =
        FILLS(SAME("required", exam_number(exam, required->persons)),
              SAME("filled", exam_number(exam, filled->persons)), SAME("empty", exam_number(exam, empty)),
              SAME("remedies", sum_text(&sum, exam)), SAME("sum", exam_number(exam, sum.total)),
              SAME("left", exam_number(exam, left)), SAME("temporary", exam_number(exam, temporary->persons)),
              SAME("difference", exam_number(exam, temporary->persons - left)));

    sum_free(&sum);
    exam_book(exam, same_figure(left, temporary->persons),
              (struct finding) { .subject = exam_level_names(exam, required->has_level),
                                 .found = temporary->persons,
                                 .expected = left,
                                 .arithmetic = exam_say(exam, MESSAGE_AUDIT_STAFF_LEFT, fills),
                                 .reading = exam_say(exam, MESSAGE_AUDIT_STAFF_LEFT_READING, fills) });
}

/* Public pupils of the base year at the level; NAN where they are not known. */
static double base_pupils(const struct model *model, size_t level)
{
    if (model->share_from_pupils == NULL || model->public_pupils == NULL || !model->share_from_pupils[level]) {
        return NAN;
    }
    double pupils = 0;

    for (size_t town = 0; town < (model->pupils_by_town ? model->town_count : 1); town++) {
        pupils += model->public_pupils[town * model->level_count + level];
    }
    return pupils;
}

void rule_posts(struct exam *exam)
{
    const struct model *model = exam->model;
    const struct staffing *required = staffing_item(model, "posts_required");
    struct sum sum = { .count = 0 };
    bool known = required != NULL;

    for (size_t level = 0; level < model->level_count && known; level++) {
        if (!required->has_level[level]) {
            continue;
        }
        const double pupils = base_pupils(model, level);

        known = !isnan(pupils) && model->levels[level].pupils_per_post > 0;
        if (known) {
            sum_add(&sum, exam, model->levels[level].name.id, pupils / model->levels[level].pupils_per_post);
        }
    }
    if (known) {
        const struct fill *fills =
            FILLS(SAME("sum", sum_text(&sum, exam)), SAME("printed", exam_number(exam, required->persons)));

        /* Posts are whole, and so rounded. */
        exam_book(exam, fabs(sum.total - required->persons) < 1,
                  (struct finding) { .subject = exam_level_names(exam, required->has_level),
                                     .found = required->persons,
                                     .expected = sum.total,
                                     .arithmetic = exam_say(exam, MESSAGE_AUDIT_POSTS, fills),
                                     .reading = exam_say(exam, MESSAGE_AUDIT_POSTS_READING, fills) });
    }
    sum_free(&sum);
}

/* Posts that the planned seats of a level need by its norm, rounded; 0 where it has none. */
static double posts_for_plan(const struct exam *exam, const struct level *level, const bool *only)
{
    if (level->pupils_per_post > 0) {
        return floor(exam_planned(exam, only) / level->pupils_per_post + 0.5);
    }
    double classes = 0;

    for (size_t project = 0; project < exam->model->project_count; project++) {
        classes += exam_classes(exam, project, only);
    }
    return floor(classes * level->posts_per_class + 0.5);
}

void rule_new_staff(struct exam *exam)
{
    const struct model *model = exam->model;
    bool *only = pool_array(&exam->audit->pool, model->level_count, sizeof *only);

    for (size_t group = 0; group < exam->group_count; group++) {
        const bool *levels = exam_group(exam, group);
        struct sum sum = { .count = 0 };

        for (size_t level = 0; level < model->level_count; level++) {
            only[level] = levels[level];
            const double posts = levels[level] ? posts_for_plan(exam, &model->levels[level], only) : 0;

            only[level] = false;
            if (posts > 0) {
                sum_add(&sum, exam, model->levels[level].name.id, posts);
            }
        }
        if (sum.count > 0) {
            const struct fill *fills =
                FILLS(SAME("seats", exam_number(exam, exam_planned(exam, levels))), SAME("sum", sum_text(&sum, exam)));

            exam_find(exam, (struct finding) { .subject = exam_level_names(exam, levels),
                                               .found = NAN,
                                               .expected = sum.total,
                                               .arithmetic = exam_say(exam, MESSAGE_AUDIT_NEW_STAFF, fills),
                                               .reading = exam_say(exam, MESSAGE_AUDIT_NEW_STAFF_READING, fills) });
        }
        sum_free(&sum);
    }
}
