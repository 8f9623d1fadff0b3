#include "exam.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "number.h"

/* Rows stand in order of project, so those of one are found by where they begin. */
static const size_t *first_rows(struct pool *pool, const struct model *model)
{
    size_t *first = pool_array(pool, model->project_count + 1, sizeof *first);
    size_t row = 0;

    for (size_t project = 0; project <= model->project_count; project++) {
        while (row < model->project_seats_count && model->project_seats[row].project < project) {
            row++;
        }
        first[project] = row;
    }
    return first;
}

/* Puts all of the levels into the group of the first of them; `group` has a group for each level. */
static void join_levels(size_t *group, const bool *levels, size_t count)
{
    size_t first = count;

    for (size_t level = 0; level < count; level++) {
        if (!levels[level]) {
            continue;
        }
        if (first == count) {
            first = level;
        }
        const size_t from = group[level], to = group[first];

        for (size_t other = 0; other < count; other++) {
            group[other] = group[other] == from ? to : group[other];
        }
    }
}

/* Groups are numbered by their first level. */
static void number_groups(struct exam *self, const size_t *group)
{
    const size_t count = self->model->level_count;
    bool *has = pool_array(&self->audit->pool, count * count, sizeof *has);

    for (size_t label = 0; label < count; label++) {
        bool any = false;

        for (size_t level = 0; level < count; level++) {
            has[self->group_count * count + level] = group[level] == label;
            any = any || group[level] == label;
        }
        self->group_count += any;
    }
    self->group_has = has;
}

static void group_levels(struct exam *self)
{
    const struct model *model = self->model;
    size_t *group = pool_array(&self->audit->pool, model->level_count, sizeof *group);

    for (size_t level = 0; level < model->level_count; level++) {
        group[level] = level;
    }
    for (size_t type = 0; type < model->school_type_count; type++) {
        join_levels(group, model->school_types[type].has_level, model->level_count);
    }
    for (size_t target = 0; target < model->target_count; target++) {
        join_levels(group, model->targets[target].has_level, model->level_count);
    }
    number_groups(self, group);
}

void exam_begin(struct exam *self, struct audit *audit, const struct model *model)
{
    *self = (struct exam) { .audit = audit, .model = model };
    self->first_row = first_rows(&audit->pool, model);
    group_levels(self);
    for (size_t language = 0; language < LANGUAGES; language++) {
        const char *name = model->name.text[language];

        name = name == NULL ? "" : name;
        audit->district.text[language] = pool_text(&audit->pool, name, strlen(name));
    }
}

const bool *exam_group(const struct exam *self, size_t group)
{
    return self->group_has + group * self->model->level_count;
}

bool exam_looks_at(const struct exam *self, const bool *levels)
{
    bool school = false, preschool = false;

    for (size_t level = 0; level < self->model->level_count; level++) {
        const bool early = self->model->levels[level].entry_age < SCHOOL_AGE;

        preschool = preschool || (levels[level] && early);
        school = school || (levels[level] && !early);
    }
    switch (self->scope) {
    case SCOPE_SCHOOL:
        return school;
    case SCOPE_PRESCHOOL:
        return preschool && !school;
    case SCOPE_ANY:
        break;
    }
    return true;
}

bool exam_project_at(const struct exam *self, size_t project, const bool *levels)
{
    for (size_t row = self->first_row[project]; row < self->first_row[project + 1]; row++) {
        if (levels[self->model->project_seats[row].level]) {
            return true;
        }
    }
    return false;
}

/* Sums one column of the project's rows; NAN, a figure that is not given, adds nothing. */
static double sum_rows_of(const struct exam *self, size_t project, const bool *levels, bool classes)
{
    double total = 0;

    for (size_t row = self->first_row[project]; row < self->first_row[project + 1]; row++) {
        const struct project_seats *seats = &self->model->project_seats[row];
        const double value = classes ? seats->classes : seats->seats;

        if ((levels == NULL || levels[seats->level]) && !isnan(value)) {
            total += value;
        }
    }
    return total;
}

double exam_seats(const struct exam *self, size_t project, const bool *levels)
{
    return self->model->projects[project].kind == KIND_CLOSE ? 0 : sum_rows_of(self, project, levels, false);
}

double exam_classes(const struct exam *self, size_t project, const bool *levels)
{
    return self->model->projects[project].kind == KIND_CLOSE ? 0 : sum_rows_of(self, project, levels, true);
}

double exam_planned(const struct exam *self, const bool *levels)
{
    double total = 0;

    for (size_t project = 0; project < self->model->project_count; project++) {
        total += exam_seats(self, project, levels);
    }
    return total;
}

const struct school_type *exam_school_type(const struct exam *self, size_t project)
{
    const struct model *model = self->model;

    for (size_t index = 0; index < model->school_type_count; index++) {
        const struct school_type *type = &model->school_types[index];
        bool same = self->first_row[project] < self->first_row[project + 1];

        for (size_t level = 0; level < model->level_count; level++) {
            bool has = false;

            for (size_t row = self->first_row[project]; row < self->first_row[project + 1]; row++) {
                has = has || model->project_seats[row].level == level;
            }
            same = same && has == type->has_level[level];
        }
        if (same) {
            return type;
        }
    }
    return NULL;
}

double exam_class_size(const struct level *level)
{
    double total = 0;

    for (size_t grade = 0; grade < level->grades; grade++) {
        total += level->class_size[grade];
    }
    return total / (double)level->grades;
}

bool same_figure(double one, double other)
{
    return fabs(one - other) <= 1e-9 * fmax(1, fmax(fabs(one), fabs(other)));
}

const char *exam_number(struct exam *self, double value)
{
    if (isnan(value)) {
        return "–";
    }
    static const double scale[] = { 1, 10 };
    int decimals = 0;

    while (decimals < 2 && !same_figure(value * scale[decimals], nearbyint(value * scale[decimals]))) {
        decimals++;
    }
    const struct number_text text = decimals == 0 ? number_whole(value) : number_decimals(value, decimals);

    return pool_text(&self->audit->pool, text.text, strlen(text.text));
}

const char *exam_year(struct exam *self, int year)
{
    const struct number_text text = number_text(year);

    return pool_text(&self->audit->pool, text.text, strlen(text.text));
}

const char *exam_share(struct exam *self, double part, double whole)
{
    const struct number_text text = number_decimals(whole > 0 ? 100 * part / whole : 0, 1);

    return pool_text(&self->audit->pool, text.text, strlen(text.text));
}

/* More slots than any sentence has. */
enum { SLOTS_MOST = 16 };

struct sentence exam_say(struct exam *self, enum message message, const struct fill *fills)
{
    struct sentence said = { { NULL } };

    for (size_t language = 0; language < LANGUAGES; language++) {
        struct slot slots[SLOTS_MOST + 1] = { { NULL, NULL } };

        for (size_t slot = 0; slot < SLOTS_MOST && fills[slot].name != NULL; slot++) {
            slots[slot] = (struct slot) { fills[slot].name, fills[slot].said.text[language] };
        }
        char *text = message_text(message, (enum language)language, slots);

        said.text[language] = pool_text(&self->audit->pool, text, strlen(text));
        free(text);
    }
    return said;
}

struct sentence sentence_same(const char *words)
{
    return (struct sentence) { { words, words } };
}

struct sentence sentence_name(const struct name *name)
{
    return (struct sentence) { { name->text[CHINESE], name->text[ENGLISH] } };
}

struct sentence exam_join(struct exam *self, struct sentence first, const struct sentence between,
                          struct sentence second)
{
    struct sentence joined = { { NULL } };

    for (size_t language = 0; language < LANGUAGES; language++) {
        const char *one = first.text[language], *two = second.text[language];
        const char *middle = *one == '\0' || *two == '\0' ? "" : between.text[language];
        const size_t length = strlen(one) + strlen(middle) + strlen(two);
        char *text = pool_array(&self->audit->pool, length + 1, 1);

        memcpy(text, one, strlen(one));
        memcpy(text + strlen(one), middle, strlen(middle));
        memcpy(text + strlen(one) + strlen(middle), two, strlen(two));
        joined.text[language] = text;
    }
    return joined;
}

struct sentence exam_level_names(struct exam *self, const bool *levels)
{
    const struct sentence comma = { { "、", ", " } };
    struct sentence names = sentence_same("");

    for (size_t level = 0; level < self->model->level_count; level++) {
        if (levels[level]) {
            names = exam_join(self, names, comma, sentence_name(&self->model->levels[level].name));
        }
    }
    return names;
}

struct sentence exam_project_name(struct exam *self, size_t project)
{
    const struct project *one = &self->model->projects[project];

    return exam_join(self, sentence_same(one->id), sentence_same(" "),
                     sentence_same(one->name == NULL ? "" : one->name));
}

/* A copy of the texts that were not made in the pool, so that the model may go before the audit. */
static void keep(struct exam *self, struct finding *finding)
{
    finding->rule = self->rule;
    finding->difference = finding->found - finding->expected;
    finding->rows = finding->rows == NULL ? "" : pool_text(&self->audit->pool, finding->rows, strlen(finding->rows));
    struct sentence *const sentences[] = { &finding->subject, &finding->arithmetic, &finding->reading };

    for (size_t index = 0; index < sizeof sentences / sizeof *sentences; index++) {
        for (size_t language = 0; language < LANGUAGES; language++) {
            const char *text = sentences[index]->text[language];

            text = text == NULL ? "" : text;
            sentences[index]->text[language] = pool_text(&self->audit->pool, text, strlen(text));
        }
    }
}

void exam_find(struct exam *self, struct finding finding)
{
    struct audit *audit = self->audit;

    keep(self, &finding);
    audit->findings = mem_grow(audit->findings, audit->finding_count + 1, sizeof *audit->findings);
    audit->findings[audit->finding_count++] = finding;
}

void exam_agree(struct exam *self, struct finding finding)
{
    struct audit *audit = self->audit;

    if (audit_rules[self->rule].weight == WEIGHT_REMARK) {
        return;
    }
    keep(self, &finding);
    audit->agreed = mem_grow(audit->agreed, audit->agreed_count + 1, sizeof *audit->agreed);
    audit->agreed[audit->agreed_count++] = finding;
    audit->agreed_by[self->rule]++;
}

void exam_book(struct exam *self, bool agrees, struct finding finding)
{
    if (agrees) {
        exam_agree(self, finding);
    } else {
        exam_find(self, finding);
    }
}
