/** A small district made up for tests of the writers, and its run: three towns, two levels, six ages, four projects. */
#ifndef SMALL_RESULT_H
#define SMALL_RESULT_H

#include <math.h>
#include <stdlib.h>

#include "inputs.h"
#include "result.h"
#include "run.h"

/** Inputs, result and what they stand on. Free with small_result_free(). */
struct small_result {
    struct inputs inputs;
    struct result result;
    double *values; /**< Owned; the scenario's, to be changed before small_result_run(). */
    void *memory;   /**< Owned. */
};

enum { SMALL_AGES = 6, SMALL_TOWNS = 3, SMALL_LEVELS = 2, SMALL_GRADES = 3, SMALL_PROJECTS = 4, SMALL_ROWS = 5 };

static const struct name small_areas[] = { { "core", { "核心区", "Core" } } };

static const struct town small_towns[SMALL_TOWNS] = {
    { .name = { "t1", { "东镇", "East" } }, .area = 0, .population = 600, .status = MEASURED },
    { .name = { "t2", { "西,镇", "West" } }, .area = 0, .population = 300, .status = ASSUMED },
    { .name = { "unplaced", { "未定", "Unplaced" } }, .area = NO_AREA, .population = 0, .status = ASSUMED },
};

static const double small_class_size[] = { 45, 45 };
static const double small_raised_size[] = { 50, 50 };

static const struct level small_levels[SMALL_LEVELS] = {
    { .name = { "primary", { "小学", "Primary" } },
      .entry_age = 2,
      .grades = 2,
      .first_grade = 0,
      .class_size = small_class_size,
      .raised_class_size = small_raised_size,
      .land_m2_per_pupil = 20,
      .pupils_per_post = 19 },
    { .name = { "junior", { "初中", "Junior" } },
      .entry_age = 4,
      .grades = 1,
      .first_grade = 2,
      .class_size = small_class_size,
      .raised_class_size = small_raised_size,
      .land_m2_per_pupil = 25,
      .posts_per_class = 3 },
};

static const struct project small_projects[SMALL_PROJECTS] = {
    { .id = "P1",
      .name = "东小学（暂名）",
      .kind = KIND_NEW,
      .town = 0,
      .town_status = MEASURED,
      .land_m2 = 900,
      .floor_area_m2 = NAN,
      .completion = 2021,
      .cost_wan_yuan = NAN,
      .cost_text = NAN,
      .builder = BUILDER_GOVERNMENT },
    { .id = "P2",
      .name = "西\"新\"校",
      .kind = KIND_RECEIVE,
      .town = 1,
      .town_status = ASSUMED,
      .land_m2 = NAN,
      .floor_area_m2 = NAN,
      .completion = NO_YEAR,
      .cost_wan_yuan = NAN,
      .cost_text = NAN,
      .builder = BUILDER_DEVELOPER },
    { .id = "P3",
      .name = "旧校",
      .kind = KIND_CLOSE,
      .town = 0,
      .town_status = MEASURED,
      .land_m2 = NAN,
      .floor_area_m2 = NAN,
      .completion = 2022,
      .cost_wan_yuan = NAN,
      .cost_text = NAN,
      .builder = BUILDER_TOWN },
    { .id = "P4",
      .name = "未定校",
      .kind = KIND_EXPAND,
      .town = 2,
      .town_status = ASSUMED,
      .land_m2 = 5000,
      .floor_area_m2 = NAN,
      .completion = 2022,
      .cost_wan_yuan = NAN,
      .cost_text = NAN,
      .builder = BUILDER_DONOR },
};

static const struct project_seats small_project_seats[SMALL_ROWS] = {
    { .project = 0, .level = 0, .seats = 45, .classes = 1 },
    { .project = 0, .level = 1, .seats = 90, .classes = 2 },
    { .project = 1, .level = 0, .seats = 50.5, .classes = NAN },
    { .project = 2, .level = 0, .seats = 20, .classes = NAN },
    { .project = 3, .level = 1, .seats = 60, .classes = NAN, .replaced_seats = 15 },
};

static const bool small_has_level[SMALL_LEVELS] = { true, true };
static const struct school_type small_types[] = {
    { .name = { "both", { "九年一贯制", "Nine-year" } }, .has_level = small_has_level, .minimum_classes = 5 }
};

static const double small_fertility[] = { 0, 0, 0, 0.1, 0.2, 0.05 };
static const double small_sx[] = { 0.99, 0.999, 0.999, 0.998, 0.998, 0.9 };
static const double small_srb = 1.1;
static const double small_rates[SMALL_GRADES] = { 1, 0.98, 0.95 };
static const double small_share[SMALL_LEVELS] = { 0.9, 0.75 };
static const bool small_from_pupils[SMALL_LEVELS] = { false, false };
static const double small_seats[SMALL_TOWNS * SMALL_LEVELS] = { 180, 90, 100, 40, 0, 0 };
static const enum status small_status[SMALL_TOWNS * SMALL_LEVELS] = { MEASURED, ASSUMED,  ASSUMED,
                                                                      MEASURED, MEASURED, MEASURED };

/** The model; `population` [SMALL_TOWNS][SEXES][SMALL_AGES] is filled. */
static inline struct model small_model(double *population)
{
    for (size_t cell = 0; cell < (size_t)SMALL_TOWNS * SEXES * SMALL_AGES; cell++) {
        const size_t town = cell / (SEXES * (size_t)SMALL_AGES);
        population[cell] = town == 2 ? 0 : (double)(60 - 20 * town) + 0.25 * (double)(cell % 7);
    }
    return (struct model) {
        .folder = ".",
        .name = { "small", { "小区", "Small" } },
        .state_date = { .month = 9, .day = 1 },
        .census_date = { 2020, 9, 1 },
        .base_year = 2020,
        .ages = SMALL_AGES,
        .town_count = SMALL_TOWNS,
        .towns = small_towns,
        .area_count = 1,
        .areas = small_areas,
        .level_count = SMALL_LEVELS,
        .levels = small_levels,
        .grade_count = SMALL_GRADES,
        .school_type_count = 1,
        .school_types = small_types,
        .raised_class_size_above = 0.3,
        .census_population = population,
        .fertility = { .values = small_fertility, .item_stride = 1 },
        .mortality = { .values = small_sx, .item_stride = 1 },
        .mortality_is_sx = true,
        .srb = { .values = &small_srb },
        .migration = { .form = MIGRATION_NONE,
                       .rule = MIGRATION_END,
                       .schedule = { .a1 = 0.02,
                                     .alpha1 = 0.1,
                                     .a2 = 0.06,
                                     .alpha2 = 0.1,
                                     .mu2 = 20,
                                     .lambda2 = 0.4,
                                     .c = 0.003 } },
        .enrolment_rate = { .values = small_rates, .item_stride = 1 },
        .public_share = { .values = small_share, .item_stride = 1 },
        .share_from_pupils = small_from_pupils,
        .base_seats = small_seats,
        .base_seats_status = small_status,
        .project_count = SMALL_PROJECTS,
        .projects = small_projects,
        .project_seats_count = SMALL_ROWS,
        .project_seats = small_project_seats,
    };
}

/** Inputs with the initial values; school years 2021..2024, one more than the base year. */
static inline void small_result_begin(struct small_result *self)
{
    double *population = calloc((size_t)SMALL_TOWNS * SEXES * SMALL_AGES, sizeof *population);

    *self = (struct small_result) { .memory = NULL };
    self->inputs.model = small_model(population);
    self->inputs.scenario = (struct scenario) { .name = "small",
                                                .title = { "小区", "Small" },
                                                .question = { "会怎样？", "What then?" },
                                                .first_year = 2021,
                                                .last_year = 2024,
                                                .notice = { 2022, 0.5, 30 } };
    self->inputs.scenario.layout = parameter_layout(&self->inputs.model, 2024);
    self->values = calloc(self->inputs.scenario.layout.size, sizeof *self->values);
    parameter_initial(&self->inputs.model, &self->inputs.scenario.layout, self->values);
    self->inputs.scenario.values = self->values;
}

/** Sets a parameter that is no path. */
static inline void small_result_set(struct small_result *self, enum parameter parameter, size_t key, double value)
{
    self->values[parameter_index(&self->inputs.scenario.layout, parameter, key, 2020)] = value;
}

static inline void small_result_run(struct small_result *self)
{
    const size_t size = run_bytes(&self->inputs);
    struct block block = { .memory = aligned_alloc(64, (size + 63) / 64 * 64), .size = size };

    self->memory = block.memory;
    run(&self->inputs, self->values, &block, &self->result);
}

static inline void small_result_free(struct small_result *self)
{
    free((double *)self->inputs.model.census_population);
    free(self->values);
    free(self->memory);
}

#endif
