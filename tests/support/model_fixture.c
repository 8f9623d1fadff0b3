#include "model_fixture.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>

static const struct name level_names[FIXTURE_LEVELS] = {
    { "nursery", { "幼儿园", "Nursery" } },
    { "primary", { "小学", "Primary" } },
    { "middle", { "初中", "Middle" } },
};

static const size_t entry_ages[FIXTURE_LEVELS] = { 3, 6, 8 };
static const size_t level_grades[FIXTURE_LEVELS] = { 3, 2, 3 };

static const double class_sizes[FIXTURE_GRADES] = { 25, 30, 35, 45, 45, 50, 50, 50 };
static const double raised_class_sizes[FIXTURE_GRADES] = { 25, 30, 35, 50, 50, 55, 55, 55 };
static const double enrolment_rates[FIXTURE_GRADES] = { 0.9, 0.95, 0.98, 1, 1, 1, 0.99, 0.99 };
static const double public_shares[FIXTURE_LEVELS] = { 0.5, 0.875, 0 };

static const struct name fixture_areas[] = { { "core", { "城区", "Core" } }, { "outer", { "外围", "Outer" } } };

/* Of all project figures only what the arithmetic looks at. */
static const struct project fixture_projects[FIXTURE_PROJECTS] = {
    [FIXTURE_NEW] = { .id = "new",
                      .kind = KIND_NEW,
                      .town = 0,
                      .town_status = MEASURED,
                      .land_m2 = 9000,
                      .completion = 2022,
                      .builder = BUILDER_GOVERNMENT },
    [FIXTURE_RECEIVED] = { .id = "received",
                           .kind = KIND_RECEIVE,
                           .town = 1,
                           .town_status = ASSUMED,
                           .land_m2 = NAN,
                           .completion = 2023,
                           .builder = BUILDER_DEVELOPER },
    [FIXTURE_EXPANDED] = { .id = "expanded",
                           .kind = KIND_EXPAND,
                           .town = 0,
                           .town_status = DERIVED,
                           .land_m2 = NAN,
                           .completion = 2021,
                           .builder = BUILDER_TOWN },
    [FIXTURE_RELOCATED] = { .id = "relocated",
                            .kind = KIND_RELOCATE,
                            .town = 1,
                            .town_status = MEASURED,
                            .land_m2 = 3200,
                            .completion = 2024,
                            .builder = BUILDER_DONOR },
    [FIXTURE_CLOSED] = { .id = "closed",
                         .kind = KIND_CLOSE,
                         .town = 0,
                         .town_status = MEASURED,
                         .land_m2 = NAN,
                         .completion = 2025,
                         .builder = BUILDER_GOVERNMENT },
    [FIXTURE_UNDATED] = { .id = "undated",
                          .kind = KIND_RECEIVE,
                          .town = 1,
                          .town_status = DERIVED,
                          .land_m2 = NAN,
                          .completion = NO_YEAR,
                          .builder = BUILDER_DEVELOPER },
    [FIXTURE_OLD] = { .id = "old",
                      .kind = KIND_NEW,
                      .town = 0,
                      .town_status = MEASURED,
                      .land_m2 = NAN,
                      .completion = FIXTURE_BASE_YEAR,
                      .builder = BUILDER_GOVERNMENT },
};

static const struct project_seats fixture_seats[] = {
    { .project = FIXTURE_NEW, .level = FIXTURE_PRIMARY, .seats = 240, .classes = 6 },
    { .project = FIXTURE_NEW, .level = FIXTURE_MIDDLE, .seats = 300, .classes = 6 },
    { .project = FIXTURE_RECEIVED, .level = FIXTURE_NURSERY, .seats = 90, .classes = 3 },
    { .project = FIXTURE_RECEIVED, .level = FIXTURE_PRIMARY, .seats = 200, .classes = 5 },
    { .project = FIXTURE_EXPANDED, .level = FIXTURE_PRIMARY, .seats = 120, .classes = 3 },
    { .project = FIXTURE_RELOCATED, .level = FIXTURE_PRIMARY, .seats = 160, .classes = 4, .replaced_seats = 100 },
    { .project = FIXTURE_CLOSED, .level = FIXTURE_MIDDLE, .seats = 50, .classes = NAN },
    { .project = FIXTURE_UNDATED, .level = FIXTURE_MIDDLE, .seats = 90, .classes = 2 },
    { .project = FIXTURE_OLD, .level = FIXTURE_PRIMARY, .seats = 500, .classes = 12 },
};

enum { FIXTURE_SEAT_ROWS = sizeof fixture_seats / sizeof fixture_seats[0] };

static const bool nursery_only[] = { true, false, false };
static const bool middle_only[] = { false, false, true };
static const bool primary_and_middle[] = { false, true, true };

static const struct school_type fixture_types[] = {
    { .name = { "nursery", { "幼儿园", "Nursery" } }, .has_level = nursery_only, .minimum_classes = 9 },
    { .name = { "middle", { "初中", "Middle" } },
      .has_level = middle_only,
      .minimum_classes = 3,
      .maximum_pupils = 80 },
    { .name = { "whole", { "一贯制", "Whole" } },
      .has_level = primary_and_middle,
      .minimum_classes = 13,
      .maximum_pupils = 540 },
};

double *fixture_array(struct fixture *self, size_t count)
{
    return pool_array(&self->inputs.model.pool, count, sizeof(double));
}

static double *copied(struct fixture *self, const double *from, size_t count)
{
    double *to = fixture_array(self, count);

    memcpy(to, from, count * sizeof *to);
    return to;
}

static void make_levels(struct fixture *self)
{
    struct model *model = &self->inputs.model;

    self->levels = pool_array(&model->pool, FIXTURE_LEVELS, sizeof *self->levels);
    self->class_size = copied(self, class_sizes, FIXTURE_GRADES);
    self->raised_class_size = copied(self, raised_class_sizes, FIXTURE_GRADES);
    for (size_t level = 0; level < FIXTURE_LEVELS; level++) {
        self->levels[level] = (struct level) { .name = level_names[level],
                                               .entry_age = entry_ages[level],
                                               .grades = level_grades[level],
                                               .first_grade = model->grade_count,
                                               .opens_in_full = level == FIXTURE_NURSERY,
                                               .class_size = &self->class_size[model->grade_count],
                                               .raised_class_size = &self->raised_class_size[model->grade_count],
                                               .land_m2_per_pupil = 15 + 5 * (double)level,
                                               .pupils_per_post = level == FIXTURE_NURSERY ? 0 : 19,
                                               .posts_per_class = level == FIXTURE_NURSERY ? 3 : 0 };
        model->grade_count += level_grades[level];
    }
    cr_assert_eq(model->grade_count, (size_t)FIXTURE_GRADES);
    model->levels = self->levels;
    model->level_count = FIXTURE_LEVELS;
}

/* Whole people, more of them young than old, no two cells of a town alike in a way that a slip could hide behind. */
static double census_cell(size_t town, size_t sex, size_t age)
{
    const double youth = 40 + (double)((age * 7 + sex * 5 + town * 11) % 23);

    return floor(youth * (1 + (double)(town % 5)) * (double)(FIXTURE_AGES + 5 - age) / FIXTURE_AGES);
}

static void make_towns(struct fixture *self, size_t towns)
{
    struct model *model = &self->inputs.model;
    const size_t cells = SEXES * FIXTURE_AGES;

    model->areas = fixture_areas;
    model->area_count = 2;
    self->towns = pool_array(&model->pool, towns, sizeof *self->towns);
    self->census = fixture_array(self, towns * cells);
    for (size_t town = 0; town < towns; town++) {
        double *census = &self->census[town * cells];

        for (size_t cell = 0; cell < cells; cell++) {
            census[cell] = census_cell(town, cell / FIXTURE_AGES, cell % FIXTURE_AGES);
        }
        self->towns[town] = (struct town) { .name = { "town", { "镇", "Town" } },
                                            .kind = "street",
                                            .area = town < 2        ? 0
                                                    : town % 3 == 2 ? NO_AREA
                                                                    : 1,
                                            .population = fixture_sum(census, cells),
                                            .status = town % 2 == 1 ? ASSUMED : MEASURED };
    }
    model->towns = self->towns;
    model->town_count = towns;
    model->census_population = self->census;
}

/* Vital rates that fall and rise with age as real ones do. */
static void make_vital_rates(struct fixture *self)
{
    struct model *model = &self->inputs.model;

    self->fertility = fixture_array(self, FIXTURE_AGES);
    self->mortality = fixture_array(self, SEXES * FIXTURE_AGES);
    self->srb = fixture_array(self, 1);
    *self->srb = 1.0625;
    for (size_t age = 0; age < FIXTURE_AGES; age++) {
        const double old = (double)age / FIXTURE_AGES;
        const double fecund = age >= 15 && age < 50 ? (double)((age - 14) * (50 - age)) / 324 : 0;

        self->fertility[age] = 0.07 * fecund * fecund;
        self->mortality[MALE * FIXTURE_AGES + age] = 0.0007 + 0.2 * old * old * old * old + (age == 0 ? 0.005 : 0);
        self->mortality[FEMALE * FIXTURE_AGES + age] = 0.0004 + 0.15 * old * old * old * old + (age == 0 ? 0.004 : 0);
    }
    model->fertility = (struct rates) { .values = self->fertility, .item_stride = 1 };
    model->mortality = (struct rates) { .values = self->mortality, .sex_stride = FIXTURE_AGES, .item_stride = 1 };
    model->srb = (struct rates) { .values = self->srb };
    /* Rogers & Castro (1981), standard parameters. */
    model->migration.schedule = (struct rogers_castro) {
        .a1 = 0.02, .alpha1 = 0.1, .a2 = 0.06, .alpha2 = 0.1, .mu2 = 20, .lambda2 = 0.4, .c = 0.003
    };
}

static void make_pupils(struct fixture *self)
{
    struct model *model = &self->inputs.model;

    self->enrolment_rate = copied(self, enrolment_rates, FIXTURE_GRADES);
    self->public_share = copied(self, public_shares, FIXTURE_LEVELS);
    self->share_from_pupils = pool_array(&model->pool, FIXTURE_LEVELS, sizeof *self->share_from_pupils);
    self->share_from_pupils[FIXTURE_MIDDLE] = true;
    self->public_pupils = fixture_array(self, FIXTURE_LEVELS * model->town_count);
    self->public_pupils[FIXTURE_MIDDLE] = 300;
    model->enrolment_rate = (struct rates) { .values = self->enrolment_rate, .item_stride = 1 };
    model->public_share = (struct rates) { .values = self->public_share, .item_stride = 1 };
    model->share_from_pupils = self->share_from_pupils;
    model->public_pupils = self->public_pupils;
}

static void make_seats(struct fixture *self)
{
    struct model *model = &self->inputs.model;
    const size_t cells = model->town_count * FIXTURE_LEVELS;

    self->base_seats = fixture_array(self, cells);
    self->seats_status = pool_array(&model->pool, cells, sizeof *self->seats_status);
    for (size_t cell = 0; cell < cells; cell++) {
        self->base_seats[cell] = 100 + 50 * (double)(cell % 4);
        self->seats_status[cell] = cell / FIXTURE_LEVELS == 0 ? MEASURED : ASSUMED;
    }
    model->base_seats = self->base_seats;
    model->base_seats_status = self->seats_status;
}

static void make_projects(struct fixture *self)
{
    struct model *model = &self->inputs.model;

    self->projects = pool_array(&model->pool, FIXTURE_PROJECTS, sizeof *self->projects);
    self->seats = pool_array(&model->pool, FIXTURE_SEAT_ROWS, sizeof *self->seats);
    memcpy(self->projects, fixture_projects, sizeof fixture_projects);
    memcpy(self->seats, fixture_seats, sizeof fixture_seats);
    for (size_t project = 0; project < FIXTURE_PROJECTS; project++) {
        self->projects[project].town %= model->town_count;
    }
    model->projects = self->projects;
    model->project_count = FIXTURE_PROJECTS;
    model->project_seats = self->seats;
    model->project_seats_count = FIXTURE_SEAT_ROWS;
    model->school_types = fixture_types;
    model->school_type_count = sizeof fixture_types / sizeof fixture_types[0];
    model->raised_class_size_above = 0.3;
}

struct fixture fixture_make(size_t towns, int last_year)
{
    struct fixture self = { .values = NULL };
    struct model *model = &self.inputs.model;

    model->state_date = (struct date) { .month = 9, .day = 1 };
    model->census_date = (struct date) { FIXTURE_BASE_YEAR, 12, 1 };
    model->base_year = FIXTURE_BASE_YEAR;
    model->census_shift = 0.25;
    model->ages = FIXTURE_AGES;
    make_levels(&self);
    make_towns(&self, towns);
    make_vital_rates(&self);
    make_pupils(&self);
    make_seats(&self);
    make_projects(&self);
    fixture_settle(&self, last_year);
    return self;
}

void fixture_settle(struct fixture *self, int last_year)
{
    struct scenario *scenario = &self->inputs.scenario;

    scenario->first_year = FIXTURE_BASE_YEAR;
    scenario->last_year = last_year;
    scenario->layout = parameter_layout(&self->inputs.model, last_year);
    self->values = fixture_array(self, scenario->layout.size);
    parameter_initial(&self->inputs.model, &scenario->layout, self->values);
    scenario->values = self->values;
}

void fixture_set_year(struct fixture *self, enum parameter parameter, size_t key, int year, double value)
{
    self->values[parameter_index(&self->inputs.scenario.layout, parameter, key, year)] = value;
}

void fixture_set(struct fixture *self, enum parameter parameter, size_t key, double value)
{
    for (int year = FIXTURE_BASE_YEAR; year <= self->inputs.scenario.last_year; year++) {
        fixture_set_year(self, parameter, key, year, value);
    }
}

void fixture_free(struct fixture *self)
{
    model_free(&self->inputs.model);
    *self = (struct fixture) { .values = NULL };
}

struct fixture_run fixture_run_inputs(const struct inputs *inputs, const double *values, unsigned char garbage)
{
    struct fixture_run self = { .bytes = run_bytes(inputs) };

    self.memory = aligned_alloc(64, self.bytes);
    cr_assert_not_null(self.memory);
    memset(self.memory, garbage, self.bytes);
    struct block block = { .memory = self.memory, .size = self.bytes };

    run(inputs, values, &block, &self.result);
    cr_assert_eq(block.used, self.bytes);
    return self;
}

struct fixture_run fixture_run(const struct fixture *self)
{
    return fixture_run_inputs(&self->inputs, self->values, 0xff);
}

void fixture_run_free(struct fixture_run *self)
{
    free(self->memory);
    *self = (struct fixture_run) { .memory = NULL };
}

const struct gap *fixture_gap(const struct fixture *self, const struct fixture_run *of, size_t state, size_t place,
                              size_t level)
{
    const struct model *model = &self->inputs.model;

    return &of->result.gaps[(state * gap_places(model) + place) * model->level_count + level];
}

double fixture_sum(const double *values, size_t count)
{
    double sum = 0;

    for (size_t i = 0; i < count; i++) {
        sum += values[i];
    }
    return sum;
}

/* Knuth's linear congruential generator (The Art of Computer Programming, volume 2, 3.3.4), upper bits. */
double fixture_random(unsigned long long *state)
{
    *state = *state * 6364136223846793005ULL + 1442695040888963407ULL;
    return (double)(*state >> 11) / 9007199254740992.0;
}
