#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "model_reader.h"
#include "support.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

/* Reads a model that must be good. */
static void read_good(struct model *model, const char *relative)
{
    struct problems problems = { 0 };
    char *folder = source_path(relative);

    if (!model_read(model, folder, &problems)) {
        problems_print(&problems, stderr, ENGLISH);
        cr_fatal("%s is not read", relative);
    }
    problems_free(&problems);
    free(folder);
}

static double sum(const double *values, size_t count)
{
    double total = 0;

    for (size_t i = 0; i < count; i++) {
        total += values[i];
    }
    return total;
}

Test(model_reader, qingcheng_has_the_people_of_the_census)
{
    struct model model = { 0 };
    read_good(&model, "models/qingcheng");
    const size_t cells = SEXES * model.ages;
    double children = 0;

    for (size_t town = 0; town < model.town_count; town++) {
        for (size_t sex = 0; sex < SEXES; sex++) {
            children += sum(&model.census_population[town * cells + sex * model.ages], 15);
        }
    }
    assert_near(sum(model.census_population, model.town_count * cells), 1119901, 0.5, "residents");
    assert_near(children, 236411, 0.5, "aged 0-14");
    cr_assert(eq(sz, model.town_count, 9));
    cr_assert(eq(sz, model.level_count, 3));
    cr_assert(eq(sz, model.grade_count, 12));
    cr_assert(eq(int, model.base_year, 2020));
    assert_near(model.census_shift, 1.0 / 6, 1e-15, "shift");
    model_free(&model);
}

Test(model_reader, qingcheng_has_the_seats_of_the_plan)
{
    static const double EXPECTED[] = { 7020, 32130, 13300 };
    struct model model = { 0 };
    read_good(&model, "models/qingcheng");
    double seats[3] = { 0, 0, 0 };

    for (size_t i = 0; i < model.project_seats_count; i++) {
        const struct project_seats *row = &model.project_seats[i];

        cr_assert(i == 0 || model.project_seats[i - 1].project <= row->project);
        seats[row->level] += row->seats;
    }
    cr_assert(eq(sz, model.project_count, 49));
    assert_close(seats, EXPECTED, 3, 0, "seats by level");
    model_free(&model);
}

/* Left-out keys are strides of 0, and what is there lies where rates_at() looks. */
Test(model_reader, strides)
{
    struct model model = { 0 };
    read_good(&model, "tests/scenarios/models/tiny");

    cr_assert(eq(sz, model.fertility.town_stride, 0));
    cr_assert(eq(sz, model.fertility.year_stride, 21));
    cr_assert(eq(int, model.fertility.first_year, 2020));
    cr_assert(eq(int, model.fertility.last_year, 2030));
    assert_near(rates_at(&model.fertility, 1, 2027, FEMALE, 18), 0.05, 0, "asfr at 18");
    assert_near(rates_at(&model.fertility, 1, 2027, FEMALE, 14), 0, 0, "asfr outside the table");
    assert_near(rates_at(&model.fertility, 1, 2027, FEMALE, 20), 0, 0, "asfr outside the table");
    cr_assert(eq(sz, model.mortality.year_stride, 0));
    assert_near(rates_at(&model.mortality, 0, 1999, FEMALE, 20), 0.02, 0, "mx of the open age");
    assert_near(rates_at(&model.srb, 1, 2050, MALE, 0), 1.05, 0, "srb");
    cr_assert(eq(int, (int)model.migration.form, (int)MIGRATION_NET));
    cr_assert(eq(int, (int)model.migration.rule, (int)MIGRATION_EVEN));
    cr_assert(eq(sz, model.migration.persons.item_stride, 0));
    assert_near(rates_at(&model.migration.persons, 1, 2021, MALE, 7), 28, 0, "net migrants");
    assert_near(rates_at(&model.enrolment_rate, 0, 2020, 0, 2), 0.9, 0, "rate of the last kindergarten grade");
    assert_near(rates_at(&model.enrolment_rate, 0, 2020, 0, 3), 1, 0, "rate of the first primary grade");
    model_free(&model);
}

Test(model_reader, levels_and_projects)
{
    struct model model = { 0 };
    read_good(&model, "tests/scenarios/models/tiny");

    assert_near(model.levels[0].class_size[2], 35, 0, "class size");
    assert_near(model.levels[1].raised_class_size[5], 50, 0, "raised class size");
    assert_near(model.levels[2].raised_class_size[0], 50, 0, "raised class size left out");
    cr_assert(eq(sz, model.levels[2].first_grade, 9));
    cr_assert(model.levels[0].opens_in_full && !model.levels[1].opens_in_full);
    cr_assert(model.projects[1].start_undecided && model.projects[1].completion == NO_YEAR);
    cr_assert(isnan(model.projects[1].land_m2));
    assert_same_text(model.projects[1].note, "row with a comma, and a \"quote\"");
    cr_assert(eq(int, (int)model.projects[2].builder, (int)BUILDER_DEVELOPER));
    cr_assert(isnan(model.observations[1].standard_error));
    cr_assert(model.targets[0].has_level[1] && model.targets[0].has_level[2] && !model.targets[0].has_level[0]);
    cr_assert(eq(int, (int)model.base_seats_status[1 * 3 + 2], (int)DERIVED));
    model_free(&model);
}

/* What is not said of an observation is the district, all ages, all grades, measured. */
Test(model_reader, observations)
{
    struct model model = { 0 };
    read_good(&model, "tests/scenarios/valid/models/observed_by_all_keys");
    static const struct observation expected[] = {
        { .series = SERIES_RESIDENTS, .town = ALL_TOWNS, .level = ALL_LEVELS, .grade = ALL_GRADES, .last_age = 20 },
        { .series = SERIES_RESIDENTS,
          .town = 1,
          .level = ALL_LEVELS,
          .grade = ALL_GRADES,
          .first_age = 3,
          .last_age = 5,
          .status = DERIVED },
        { .series = SERIES_NET_MIGRANTS,
          .town = 0,
          .level = ALL_LEVELS,
          .grade = ALL_GRADES,
          .last_age = 20,
          .value = -12.5,
          .status = ASSUMED },
        { .series = SERIES_ENROLLED, .town = ALL_TOWNS, .level = 1, .grade = ALL_GRADES, .last_age = 20 },
        { .series = SERIES_PUBLIC_PUPILS, .town = 0, .level = 2, .grade = 2, .last_age = 20 },
    };
    cr_assert(eq(sz, model.observation_count, sizeof expected / sizeof *expected));
    for (size_t i = 0; i < model.observation_count; i++) {
        const struct observation *of = &model.observations[i];

        cr_assert(eq(int, (int)of->series, (int)expected[i].series));
        cr_assert(eq(sz, of->town, expected[i].town));
        cr_assert(eq(sz, of->level, expected[i].level));
        cr_assert(eq(sz, of->grade, expected[i].grade));
        cr_assert(eq(sz, of->first_age, expected[i].first_age));
        cr_assert(eq(sz, of->last_age, expected[i].last_age));
        cr_assert(eq(int, (int)of->status, (int)expected[i].status));
    }
    assert_near(model.observations[2].value, -12.5, 0, "net migrants may be below zero");
    model_free(&model);
}

/* Areas stand in the order of towns.csv; one that district.yaml does not name is called by its id. */
Test(model_reader, areas_have_names)
{
    struct model model = { 0 };
    read_good(&model, "models/qingcheng");

    cr_assert(eq(sz, model.area_count, 1));
    assert_same_text(model.areas[0].id, "主城区");
    assert_same_text(model.areas[0].text[CHINESE], "主城区");
    assert_same_text(model.areas[0].text[ENGLISH], "Main urban area");
    cr_assert(eq(sz, model.towns[0].area, 0));
    cr_assert(eq(sz, model.towns[8].area, NO_AREA));
    model_free(&model);

    model = (struct model) { 0 };
    read_good(&model, "tests/scenarios/valid/models/areas_in_order");
    cr_assert(eq(sz, model.area_count, 3));
    assert_same_text(model.areas[0].text[ENGLISH], "old town");
    assert_same_text(model.areas[1].text[ENGLISH], "Hills");
    assert_same_text(model.areas[1].text[CHINESE], "山区");
    assert_same_text(model.areas[2].text[CHINESE], "Coast");
    cr_assert(eq(sz, model.towns[0].area, 0));
    cr_assert(eq(sz, model.towns[1].area, 1));
    cr_assert(eq(sz, model.towns[2].area, 2));
    model_free(&model);
}

/* The published cases are models too, once district.yaml says under which names their tables are. */
Test(model_reader, published_tables_read)
{
    char *folder = temporary_folder();
    char *district = joined_path(folder, "district.yaml");
    char *tables = validation_path("finland_regions_hindcast_2010_2025");
    char *text = mem_array(4 * strlen(tables) + 400, 1);
    struct problems problems = { 0 };
    struct model model = { 0 };

    sprintf(text,
            "format: 1\nname: Finland\nstate_date: 01-01\ncensus_date: 2010-12-31\nsrb: 1.05\nfiles:\n"
            "  base_population: %s/base_population_31dec2010.csv\n  fertility: %s/fertility.csv\n"
            "  mortality: %s/mortality.csv\n  migration: %s/migration.csv\n",
            tables, tables, tables, tables);
    file_write(district, text);
    cr_assert(model_read(&model, folder, &problems));
    cr_assert(eq(sz, model.town_count, 4));
    cr_assert(eq(int, model.base_year, 2011));
    assert_near(model.census_shift, 0, 0, "31 December stands for 1 January");
    assert_near(model.census_population[0], 9671, 0, "boys aged 0 of the first region");
    cr_assert(eq(sz, model.mortality.town_stride, 15 * 2 * model.ages));
    model_free(&model);
    problems_free(&problems);
    free(text);
    free(tables);
    free(district);
    temporary_folder_remove(folder);
}

/* Two rows that are three hundred years apart must not take the memory of all years between. */
Test(model_reader, a_table_of_a_few_rows_far_apart_is_refused)
{
    char *folder = temporary_folder();
    char *path = joined_path(folder, "district.yaml");
    struct problems problems = { 0 };
    struct model model = { 0 };
    char said[4096] = "";
    FILE *people;

    file_write(path, "format: 1\nname: x\nstate_date: 09-01\ncensus_date: 2020-11-01\nsrb: 1.05\n");
    free(path);
    path = joined_path(folder, "fertility.csv");
    file_write(path, "age,asfr\n20,0.1\n");
    free(path);
    path = joined_path(folder, "mortality.csv");
    file_write(path, "town,year,sex,age,mx\nT1,1900,m,0,0.1\nT1,2200,f,1,0.1\n");
    free(path);
    path = joined_path(folder, "base_population.csv");
    people = fopen(path, "w");
    fputs("town,sex,age,population\n", people);
    for (int i = 0; i < 40 * 2 * 101; i++) {
        fprintf(people, "T%d,%c,%d,10\n", i / 202, "mf"[i / 101 % 2], i % 101);
    }
    fclose(people);
    free(path);
    cr_assert(not(model_read(&model, folder, &problems)));
    FILE *stream = fmemopen(said, sizeof said - 1, "w");

    problems_print(&problems, stream, ENGLISH);
    fclose(stream);
    cr_assert(eq(sz, problems.errors, 1));
    assert_contains(said, "mortality.csv: the table has 2 rows, but its years and other keys span 2,432,080");
    cr_assert(eq(sz, model.town_count, 40)); /* read in the table's order */
    assert_same_text(model.towns[39].name.id, "T39");
    model_free(&model);
    problems_free(&problems);
    temporary_folder_remove(folder);
}

Test(model_reader, what_stands_at_the_path_must_be_a_folder_with_a_district)
{
    struct problems problems = { 0 };
    struct model model = { 0 };
    char *folder = temporary_folder();

    cr_assert(not(model_read(&model, "/nowhere/at/all", &problems)));
    cr_assert(not(model_read(&model, "/dev/null", &problems)));
    cr_assert(not(model_read(&model, folder, &problems)));
    cr_assert(eq(sz, problems.errors, 3));
    model_free(&model);
    problems_free(&problems);
    temporary_folder_remove(folder);
}
