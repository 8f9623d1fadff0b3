#include "totals.h"

#include <math.h>
#include <string.h>

#include "mem.h"

static const struct name MEASURES[] = {
    { "seats", { "学位", "seats" } },
    { "schools", { "学校数", "schools" } },
    { "classes", { "班数", "classes" } },
    { "cost_wan_yuan", { "投资（万元）", "cost (10,000 yuan)" } },
    { "public_schools", { "公办学校数", "public schools" } },
};
enum { MEASURE_WORDS = sizeof MEASURES / sizeof *MEASURES };

static const struct name ANNEXES[] = {
    { "text", { "正文", "main text" } },
    { "indicators", { "指标表", "indicator table" } },
};

static bool is_empty(const char *text)
{
    return text == NULL || *text == '\0';
}

bool same_key(const char *one, const char *other)
{
    return strcmp(one == NULL ? "" : one, other == NULL ? "" : other) == 0;
}

/* The word's name for people, or the word itself. */
static struct sentence word_name(const struct name *names, size_t count, const char *word)
{
    const size_t index = word_find(names, count, word, strlen(word));

    return index < count ? sentence_name(&names[index]) : sentence_same(word);
}

static enum measure measure_of(const struct plan_total *total)
{
    const char *measure = total->measure == NULL ? "" : total->measure;

    return (enum measure)word_find(MEASURES, MEASURE_WORDS, measure, strlen(measure));
}

/* Whether `word` is one of the words of the list, which are parted by spaces. */
static bool list_has(const char *list, const char *word)
{
    const size_t length = strlen(word);

    for (const char *at = list; at != NULL && *at != '\0'; at += strspn(at, " ")) {
        const size_t span = strcspn(at, " ");

        if (span == length && memcmp(at, word, length) == 0) {
            return true;
        }
        at += span;
    }
    return false;
}

/* The levels that the total is of; an empty key is all of them. */
static const bool *total_levels(struct exam *exam, const struct plan_total *total)
{
    bool *levels = pool_array(&exam->audit->pool, exam->model->level_count, sizeof *levels);

    for (size_t level = 0; level < exam->model->level_count; level++) {
        levels[level] = is_empty(total->level) || list_has(total->level, exam->model->levels[level].name.id);
    }
    return levels;
}

static bool annex_lists_projects(const struct exam *exam, const char *annex)
{
    for (size_t project = 0; project < exam->model->project_count; project++) {
        if (same_key(exam->model->projects[project].annex, annex)) {
            return true;
        }
    }
    return false;
}

struct scope total_scope(struct exam *exam, const struct plan_total *total)
{
    struct scope scope = { .total = total, .measure = measure_of(total) };

    scope.levels = total_levels(exam, total);
    scope.own_annex = annex_lists_projects(exam, total->annex);
    scope.recomputable =
        total->year == NO_YEAR && scope.measure < MEASURES_RECOMPUTED && exam->model->project_count > 0;
    return scope;
}

bool scope_has(const struct exam *exam, const struct scope *self, size_t project)
{
    const struct project *one = &exam->model->projects[project];
    const struct plan_total *total = self->total;

    if ((self->own_annex && !same_key(one->annex, total->annex)) ||
        (!is_empty(total->part) && !same_key(one->part, total->part))) {
        return false;
    }
    if (!is_empty(total->school_type)) {
        const struct school_type *type = exam_school_type(exam, project);

        if (type == NULL || strcmp(type->name.id, total->school_type) != 0) {
            return false;
        }
    }
    return is_empty(total->level) || exam_project_at(exam, project, self->levels);
}

/* What a project brings to a total of this measure. */
static double measured(const struct exam *exam, const struct scope *scope, size_t project)
{
    const struct project *one = &exam->model->projects[project];

    switch (scope->measure) {
    case MEASURE_SEATS:
        return exam_seats(exam, project, scope->levels);
    case MEASURE_CLASSES:
        return exam_classes(exam, project, scope->levels);
    case MEASURE_COST:
        return isnan(one->cost_wan_yuan) ? 0 : one->cost_wan_yuan;
    default:
        return one->kind != KIND_CLOSE;
    }
}

struct sum scope_sum(struct exam *exam, const struct scope *scope)
{
    struct sum sum = { .count = 0 };

    for (size_t project = 0; project < exam->model->project_count; project++) {
        const double value = scope_has(exam, scope, project) ? measured(exam, scope, project) : 0;

        if (value != 0) {
            sum_add(&sum, exam, exam->model->projects[project].id, value);
        }
    }
    return sum;
}

struct sentence annex_name(struct exam *exam, const char *annex)
{
    if (is_empty(annex) || *annex < '0' || *annex > '9') {
        return word_name(ANNEXES, sizeof ANNEXES / sizeof *ANNEXES, annex == NULL ? "" : annex);
    }
    return exam_say(exam, MESSAGE_AUDIT_ANNEX, FILLS(SAME("annex", annex)));
}

static struct sentence type_name(const struct exam *exam, const char *id)
{
    for (size_t type = 0; type < exam->model->school_type_count; type++) {
        if (strcmp(exam->model->school_types[type].name.id, id) == 0) {
            return sentence_name(&exam->model->school_types[type].name);
        }
    }
    return sentence_same(id);
}

struct sentence scope_name(struct exam *exam, const struct scope *scope)
{
    const struct plan_total *total = scope->total;
    const struct sentence dot = { { " · ", " · " } };
    struct sentence name = annex_name(exam, total->annex);

    if (!is_empty(total->part)) {
        name = exam_join(exam, name, dot, exam_say(exam, MESSAGE_AUDIT_PART, FILLS(SAME("part", total->part))));
    }
    if (!is_empty(total->school_type)) {
        name = exam_join(exam, name, dot, type_name(exam, total->school_type));
    }
    if (!is_empty(total->level)) {
        name = exam_join(exam, name, dot, exam_level_names(exam, scope->levels));
    }
    const char *measure = total->measure == NULL ? "" : total->measure;

    name = exam_join(exam, name, dot, word_name(MEASURES, MEASURE_WORDS, measure));
    if (total->year != NO_YEAR) {
        name = exam_join(exam, name, dot, sentence_same(exam_year(exam, total->year)));
    }
    return name;
}

bool totals_same_thing(const struct exam *exam, const struct plan_total *one, const struct plan_total *other)
{
    if (!same_key(one->part, other->part) || !same_key(one->school_type, other->school_type) ||
        !same_key(one->measure, other->measure) || one->year != other->year) {
        return false;
    }
    for (size_t level = 0; level < exam->model->level_count; level++) {
        const char *id = exam->model->levels[level].name.id;

        if ((is_empty(one->level) || list_has(one->level, id)) !=
            (is_empty(other->level) || list_has(other->level, id))) {
            return false;
        }
    }
    return true;
}
