/*
 * The district of qingcheng with its people by age groups, as most places publish them: read beside the original with
 * its single ages, and run.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "age_groups.h"
#include "mem.h"
#include "model_fixture.h"
#include "model_reader.h"
#include "resolve.h"
#include "support.h"
#include "survivorship.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

enum { OPEN = 85, AGES = 101 };

/* Ages 0, 1-4, then five years each; the last is open. */
static size_t group_end(size_t first)
{
    return first == 0 ? 1 : first == OPEN ? AGES : first / 5 * 5 + 5;
}

static double sum(const double *values, size_t from, size_t to)
{
    double total = 0;

    for (size_t i = from; i < to; i++) {
        total += values[i];
    }
    return total;
}

/* The district's people by sex and age, both towns' and all. */
static void district_people(const struct model *model, double people[SEXES][AGES])
{
    memset(people, 0, SEXES * sizeof people[0]);
    for (size_t row = 0; row < model->town_count * SEXES; row++) {
        for (size_t age = 0; age < AGES; age++) {
            people[row % SEXES][age] += model->census_population[row * AGES + age];
        }
    }
}

static void write_groups(const char *folder, const double people[SEXES][AGES])
{
    char *path = joined_path(folder, "base_population.csv");
    FILE *file = fopen(path, "w");

    fputs("sex,age,population\n", file);
    for (size_t sex = 0; sex < SEXES; sex++) {
        for (size_t first = 0; first < AGES; first = group_end(first)) {
            const size_t end = group_end(first);

            fprintf(file, first == 0 ? "%c,%zu" : first == OPEN ? "%c,%zu+" : "%c,%zu-%zu", "mf"[sex], first, end - 1);
            fprintf(file, ",%.17g\n", sum(people[sex], first, end));
        }
    }
    fclose(file);
    free(path);
}

/* A model in `folder` like that of qingcheng, with its own people: district.yaml names the other tables. */
static void write_district(const char *folder)
{
    static const char *const OWN = "files:\n";
    static const char *const TABLES[] = { "towns",        "fertility", "mortality", "enrolment_rates", "enrolment",
                                          "public_share", "seats",     "projects",  "project_seats",   "plan_totals",
                                          "targets",      "staffing",  "observed" };
    char *from = source_path("models/qingcheng/district.yaml");
    char *text = file_text(from, NULL);
    char *path = joined_path(folder, "district.yaml");
    FILE *file = fopen(path, "w");

    cr_assert(strstr(text, OWN) == NULL);
    fprintf(file, "%s\n%s", text, OWN);
    for (size_t i = 0; i < sizeof TABLES / sizeof *TABLES; i++) {
        char *tables = source_path("models/qingcheng");

        fprintf(file, "  %s: %s/%s.csv\n", TABLES[i], tables, TABLES[i]);
        free(tables);
    }
    fclose(file);
    free(path);
    free(text);
    free(from);
}

static void write_scenario(const char *folder, const char *model)
{
    char *path = joined_path(folder, "s.yaml");
    FILE *file = fopen(path, "w");

    fprintf(file, "format: 1\nmodel: %s\nhorizon: {first: 2020, last: 2030}\n", model);
    fclose(file);
    free(path);
}

static void read_scenario(const char *folder, struct inputs *inputs, char **said)
{
    char *path = joined_path(folder, "s.yaml");
    struct problems problems = { 0 };
    size_t length = 0;

    const bool good = inputs_read(inputs, path, &problems);
    FILE *stream = open_memstream(said, &length);

    problems_print(&problems, stream, ENGLISH);
    fclose(stream);
    cr_assert(good, "%s", *said);
    problems_free(&problems);
    free(path);
}

/** The original and the district by groups, resolved. */
struct pair {
    char *folder;
    struct inputs single;
    struct inputs grouped;
    char *said; /**< Of the grouped one. */
};

static struct pair make_pair(void)
{
    struct pair pair = { .folder = temporary_folder() };
    char *original = source_path("models/qingcheng");
    char *said = NULL;
    double people[SEXES][AGES];

    write_scenario(pair.folder, original);
    read_scenario(pair.folder, &pair.single, &said);
    free(said);
    district_people(&pair.single.model, people);
    write_groups(pair.folder, (const double(*)[AGES])people);
    write_district(pair.folder);
    write_scenario(pair.folder, ".");
    read_scenario(pair.folder, &pair.grouped, &pair.said);
    free(original);
    return pair;
}

static void free_pair(struct pair *pair)
{
    model_free(&pair->single.model);
    model_free(&pair->grouped.model);
    free(pair->said);
    temporary_folder_remove(pair->folder);
}

Test(age_table, sums_of_groups_stay_and_the_note_names_the_table)
{
    struct pair pair = make_pair();
    double single[SEXES][AGES];
    double grouped[SEXES][AGES];

    cr_assert(eq(sz, pair.grouped.model.ages, AGES)); /* as far as mortality is known */
    assert_contains(pair.said, "base_population.csv: note: the ages are groups");
    district_people(&pair.single.model, single);
    district_people(&pair.grouped.model, grouped);
    for (size_t sex = 0; sex < SEXES; sex++) {
        for (size_t first = 0; first < AGES; first = group_end(first)) {
            assert_near(sum(grouped[sex], first, group_end(first)), sum(single[sex], first, group_end(first)), 1e-8,
                        "group");
        }
        assert_near(grouped[sex][0], single[sex][0], 1e-8, "a group of one year");
    }
    free_pair(&pair);
}

Test(age_table, the_open_group_is_aged_as_the_stationary_population)
{
    struct pair pair = make_pair();
    const struct model *model = &pair.grouped.model;
    double persons[AGES];
    double scratch[AGES];

    for (size_t row = 0; row < model->town_count * SEXES; row++) {
        const double *column = &model->census_population[row * AGES];

        town_survivorship(model, row / SEXES, model->base_year, (enum sex)(row % SEXES), scratch, persons);
        stationary_population(persons, AGES, persons);
        for (size_t age = OPEN; age < AGES; age++) {
            assert_near(column[age], sum(column, OPEN, AGES) * persons[age] / sum(persons, OPEN, AGES), 1e-9, "age");
        }
        cr_assert(row / SEXES >= 8 || column[AGES - 2] > 0);
    }
    free_pair(&pair);
}

/* What a forecast loses by groups: children of a level, the whole district. */
Test(age_table, a_run_from_groups_is_near_that_from_single_ages)
{
    struct pair pair = make_pair();
    struct fixture_run single = fixture_run_inputs(&pair.single, pair.single.scenario.values, 0);
    struct fixture_run grouped = fixture_run_inputs(&pair.grouped, pair.grouped.scenario.values, 0);
    const struct model *model = &pair.single.model;
    double worst[3] = { 0 };

    cr_assert(eq(sz, model->level_count, 3));
    for (size_t state = 0; state <= 10; state++) {
        for (size_t level = 0; level < model->level_count; level++) {
            double children[2] = { 0 };

            for (size_t town = 0; town < model->town_count; town++) {
                const size_t row = (state * model->town_count + town) * model->grade_count;
                const size_t from = row + model->levels[level].first_grade;

                children[0] += sum(single.result.children, from, from + model->levels[level].grades);
                children[1] += sum(grouped.result.children, from, from + model->levels[level].grades);
            }
            const double error = fabs(children[1] / children[0] - 1);

            worst[level] = error > worst[level] ? error : worst[level];
        }
    }
    printf("# largest error of children, 2020-2030: kindergarten %.2f %%, primary %.2f %%, junior %.2f %%\n",
           100 * worst[0], 100 * worst[1], 100 * worst[2]);
    for (size_t level = 0; level < 3; level++) {
        cr_assert(worst[level] > 0 && worst[level] < 0.05, "level %zu: %f", level, worst[level]);
    }
    fixture_run_free(&grouped);
    fixture_run_free(&single);
    free_pair(&pair);
}

/** A district of its own tables, read; free with model_free(). */
static void read_small(struct model *model, const char *migration)
{
    static const char *const TABLES[][2] = {
        { "district.yaml", "format: 1\nname: x\nstate_date: 01-01\ncensus_date: 2020-12-31\nsrb: 1.05\n" },
        { "base_population.csv", "sex,age,population\nm,0-1,30\nm,2+,60\nf,0-1,20\nf,2+,0\n" },
        { "fertility.csv", "age,asfr\n2-3,0.1\n" },
        { "mortality.csv", "age,sx\n0,1\n1,1\n2,1\n3,0.5\n4,0.5\n" },
    };
    struct problems problems = { 0 };
    char *folder = temporary_folder();

    for (size_t i = 0; i <= sizeof TABLES / sizeof *TABLES; i++) {
        const bool last = i == sizeof TABLES / sizeof *TABLES;
        char *path = joined_path(folder, last ? "migration.csv" : TABLES[i][0]);

        file_write(path, last ? migration : TABLES[i][1]);
        free(path);
    }
    cr_assert(model_read(model, folder, &problems));
    problems_free(&problems);
    temporary_folder_remove(folder);
}

/* Survivorship 1, 0.5 and an open age in balance: L(2) = 1, L(3) = 0.5, T(4) = 0.5. */
Test(age_table, groups_by_hand)
{
    const double people[] = { 15, 15, 30, 15, 15, 10, 10, 0, 0, 0 };
    const double net_migrants[] = { 1, 1, -4, -2, -2, 2, 2, 5, 0, 0 };
    struct model model = { 0 };

    read_small(&model, "year,sex,age,net_migrants\n2021,m,0-1,2\n2021,m,2+,-8\n2021,f,0-1,4\n2021,f,2+,5\n");
    cr_assert(eq(sz, model.ages, 5));
    assert_close(model.census_population, people, 10, 0, "people");
    assert_close(model.migration.persons.values, net_migrants, 10, 0, "aged as the residents are; nobody there: first");
    assert_near(rates_at(&model.fertility, 0, 2021, 0, 3), 0.1, 0, "a rate holds in its group");
    assert_near(rates_at(&model.fertility, 0, 2021, 0, 4), 0, 0, "and not behind it");
    model_free(&model);
}

Test(age_table, migrants_without_sexes_are_aged_as_both)
{
    const double arrivals[] = { 3, 3, 2, 1, 1 };
    struct model model = { 0 };

    read_small(&model, "year,age,arrivals,departure_rate\n2021,0-1,6,0.01\n2021,2+,4,0.02\n");
    assert_close(model.migration.persons.values, arrivals, 5, 0, "arrivals");
    cr_assert(eq(sz, model.migration.persons.sex_stride, 0));
    assert_near(rates_at(&model.migration.departure_rate, 0, 2021, FEMALE, 4), 0.02, 0, "departure rate");
    model_free(&model);
}
