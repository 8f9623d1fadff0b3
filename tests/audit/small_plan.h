/**
 * A small plan in which nothing disagrees: one primary school, one junior school and one kindergarten. A test breaks
 * one thing in it and sees which rule says so. Texts are ids.
 */
#ifndef SMALL_PLAN_H
#define SMALL_PLAN_H

#include <math.h>
#include <string.h>

#include "audit.h"
#include "support.h"

#include <criterion/criterion.h>

enum { KINDERGARTEN, PRIMARY, JUNIOR, LEVELS };
enum { PRIMARY_SCHOOL, JUNIOR_SCHOOL, KINDERGARTEN_SCHOOL, PROJECTS, PROJECTS_MOST = 8 };

struct small_plan {
    double sizes[LEVELS][6];
    double raised[LEVELS][6];
    struct level levels[LEVELS];
    bool has[4][LEVELS];
    struct school_type types[4];
    struct project projects[PROJECTS_MOST];
    struct project_seats rows[PROJECTS_MOST];
    struct plan_total totals[16];
    struct target targets[2];
    struct staffing staffing[8];
    bool from_pupils[LEVELS];
    double pupils[LEVELS];
    struct model model;
};

static inline void small_level(struct small_plan *self, size_t index, const char *id, size_t entry_age, size_t grades,
                               double size, double land)
{
    for (size_t grade = 0; grade < grades; grade++) {
        self->sizes[index][grade] = size;
        self->raised[index][grade] = size;
    }
    self->levels[index] = (struct level) { .name = { id, { id, id } },
                                           .entry_age = entry_age,
                                           .grades = grades,
                                           .opens_in_full = true,
                                           .class_size = self->sizes[index],
                                           .raised_class_size = self->raised[index],
                                           .land_m2_per_pupil = land };
}

static inline void small_type(struct small_plan *self, size_t index, const char *id, double minimum, double maximum)
{
    self->types[index] = (struct school_type) {
        .name = { id, { id, id } }, .has_level = self->has[index], .minimum_classes = minimum, .maximum_pupils = maximum
    };
}

/* A project with one row; all is as it should be. */
static inline void small_project(struct small_plan *self, size_t index, const char *id, const char *annex, size_t level,
                                 double classes, double seats)
{
    self->projects[index] = (struct project) { .id = id,
                                               .name = "",
                                               .kind = KIND_NEW,
                                               .land_m2 = seats * self->levels[level].land_m2_per_pupil,
                                               .floor_area_m2 = NAN,
                                               .start = 2021,
                                               .completion = 2022,
                                               .cost_wan_yuan = 1000,
                                               .cost_text = NAN,
                                               .annex = annex,
                                               .part = "1",
                                               .note = "" };
    self->rows[index] = (struct project_seats) { index, level, seats, classes, 0, seats, seats, classes };
}

static inline struct plan_total *small_total(struct small_plan *self, const char *annex, const char *part,
                                             const char *level, const char *measure, int year, double printed)
{
    struct plan_total *total = &self->totals[self->model.plan_total_count++];

    *total = (struct plan_total) { annex, part, "", level, measure, year, printed, 0 };
    return total;
}

static inline void small_plan_begin(struct small_plan *self)
{
    *self = (struct small_plan) { .model = { .level_count = LEVELS } };
    small_level(self, KINDERGARTEN, "kindergarten", 3, 3, 30, 15);
    self->sizes[KINDERGARTEN][0] = self->raised[KINDERGARTEN][0] = 25;
    self->sizes[KINDERGARTEN][2] = self->raised[KINDERGARTEN][2] = 35;
    small_level(self, PRIMARY, "primary", 6, 6, 45, 20);
    small_level(self, JUNIOR, "junior", 12, 3, 50, 25);
    self->has[0][KINDERGARTEN] = self->has[1][PRIMARY] = self->has[2][JUNIOR] = true;
    self->has[3][PRIMARY] = self->has[3][JUNIOR] = true;
    small_type(self, 0, "kindergarten", 9, 360);
    small_type(self, 1, "primary", 24, 2000);
    small_type(self, 2, "junior", 30, 2000);
    small_type(self, 3, "nine_year", 45, 2500);
    small_project(self, PRIMARY_SCHOOL, "P", "2", PRIMARY, 24, 1080);
    small_project(self, JUNIOR_SCHOOL, "J", "2", JUNIOR, 30, 1500);
    small_project(self, KINDERGARTEN_SCHOOL, "K", "4", KINDERGARTEN, 9, 270);

    struct model *model = &self->model;

    model->name = (struct name) { "small", { "小区", "Small" } };
    model->levels = self->levels;
    model->school_types = self->types;
    model->school_type_count = 4;
    model->projects = self->projects;
    model->project_count = PROJECTS;
    model->project_seats = self->rows;
    model->project_seats_count = PROJECTS;
    model->plan_totals = self->totals;
    model->targets = self->targets;
    model->staffing = self->staffing;
    model->share_from_pupils = self->from_pupils;
    model->public_pupils = self->pupils;
    model->plan_first = 2021;
    model->plan_last = 2025;
    small_total(self, "2", "1", "primary", "seats", NO_YEAR, 1080);
    small_total(self, "1", "", "primary junior", "seats", NO_YEAR, 2580);
    small_total(self, "3", "", "kindergarten", "schools", NO_YEAR, 1);
    small_total(self, "2", "", "", "cost_wan_yuan", NO_YEAR, 2000);
    small_total(self, "2", "", "junior", "classes", NO_YEAR, 30);
}

/* The only finding that the plan gives, which must be of this rule; free the audit. */
static inline const struct finding *only_finding(struct audit *audit, const struct small_plan *plan,
                                                 enum audit_rule rule)
{
    audit_model(audit, &plan->model);
    cr_assert_eq(audit->finding_count, 1, "%zu findings, the first of rule %s: %s", audit->finding_count,
                 audit->finding_count == 0 ? "none" : audit_rules[audit->findings[0].rule].id,
                 audit->finding_count == 0 ? "" : audit->findings[0].arithmetic.text[ENGLISH]);
    cr_assert_eq(audit->findings[0].rule, rule, "found by rule %s", audit_rules[audit->findings[0].rule].id);
    return &audit->findings[0];
}

/* The first finding of the rule, which there must be; `count` of them in all. */
static inline const struct finding *finding_of(const struct audit *audit, enum audit_rule rule, size_t count)
{
    const struct finding *first = NULL;
    size_t found = 0;

    for (size_t index = 0; index < audit->finding_count; index++) {
        if (audit->findings[index].rule == rule) {
            first = first == NULL ? &audit->findings[index] : first;
            found++;
        }
    }
    cr_assert_eq(found, count, "rule %s found %zu things, not %zu", audit_rules[rule].id, found, count);
    return first;
}

static inline void assert_figures(const struct finding *finding, double found, double expected)
{
    assert_near(finding->found, found, 1e-9, "found");
    assert_near(finding->expected, expected, 1e-9, "expected");
    assert_near(finding->difference, found - expected, 1e-9, "difference");
}

#endif
