/* Good tables of new housing; bad ones are in tests/scenarios/invalid. */
#include "housing_reader.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "model_reader.h"
#include "support.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

static const char NAMES[] = "estate,name_zh,name_en,town,units,handover,years_to_fill,status\n";

/* The tiny model with these tables of housing, read; free with model_free(). */
static struct model model_with(const char *rows, const char *persons)
{
    char *folder = temporary_folder();
    char *tiny = source_path("tests/scenarios/models/tiny");
    char *text = mem_array(4 * strlen(tiny) + strlen(rows) + 600, 1);
    static const char *const FILES[] = { "district.yaml", "housing.csv", "housing_persons.csv" };
    struct problems problems = { 0 };
    struct model model = { 0 };

    for (size_t i = 0; i < 3; i++) {
        char *path = joined_path(folder, FILES[i]);

        if (i == 0) {
            sprintf(text,
                    "format: 1\nname: x\nstate_date: 09-01\ncensus_date: 2020-11-01\nsrb: 1.05\n"
                    "migration: {housing: inside}\nfiles:\n  towns: %s/towns.csv\n"
                    "  base_population: %s/base_population.csv\n  fertility: %s/fertility.csv\n"
                    "  mortality: %s/mortality.csv\n",
                    tiny, tiny, tiny, tiny);
        } else if (i == 1) {
            sprintf(text, "%s%s", NAMES, rows);
        }
        file_write(path, i == 2 ? persons : text);
        free(path);
    }
    cr_assert(model_read(&model, folder, &problems));
    cr_assert(eq(sz, problems.count, 0));
    problems_free(&problems);
    free(text);
    free(tiny);
    temporary_folder_remove(folder);
    return model;
}

/* Rows of all 21 ages, `figure` persons at each. */
static void add_ages(char *text, const char *before, const char *figure)
{
    for (int age = 0; age <= 20; age++) {
        sprintf(text + strlen(text), "%s%d,%s\n", before, age, figure);
    }
}

Test(housing_reader, estates)
{
    char persons[1000] = "age,persons\n";

    add_ages(persons, "", "0.125");
    struct model model =
        model_with("E1,花园,Garden,hillside,400,2022,3,measured\n\"E2\",,,riverside,50,2019,1,assumed\n", persons);
    const struct estate *first = &model.estates[0];

    cr_assert(eq(sz, model.estate_count, 2));
    cr_assert(eq(int, (int)model.migration.housing, (int)HOUSING_INSIDE));
    assert_same_text(first->name.id, "E1");
    assert_same_text(first->name.text[CHINESE], "花园");
    assert_same_text(first->name.text[ENGLISH], "Garden");
    cr_assert(eq(sz, first->town, 1));
    assert_near(first->units, 400, 0, "units");
    cr_assert(eq(int, first->handover, 2022));
    cr_assert(eq(int, first->years_to_fill, 3));
    cr_assert(eq(int, (int)first->status, (int)MEASURED));
    assert_same_text(model.estates[1].name.text[ENGLISH], "E2");
    cr_assert(eq(sz, model_estate(&model, "E2"), 1));
    cr_assert(eq(sz, model_estate(&model, "E3"), 2));
    model_free(&model);
}

Test(housing_reader, sexes_that_are_not_told_apart_are_half_and_half)
{
    char persons[1000] = "age,persons\n";

    add_ages(persons, "", "0.125");
    struct model model = model_with("E1,,,hillside,400,2022,3,measured\n", persons);

    for (size_t cell = 0; cell < SEXES * model.ages; cell++) {
        assert_near(model.estates[0].persons[cell], 0.0625, 0, "persons");
    }
    model_free(&model);
}

Test(housing_reader, estates_that_differ_have_rows_of_their_own)
{
    char persons[6000] = "estate,sex,age,persons\n";

    add_ages(persons, "E2,m,", "0.25");
    add_ages(persons, ",m,", "0.125");
    add_ages(persons, ",f,", "0");
    add_ages(persons, "E2,f,", "0.0625");
    struct model model = model_with("E1,,,hillside,400,2022,3,measured\nE2,,,hillside,9,2022,3,measured\n", persons);

    assert_near(model.estates[0].persons[MALE * model.ages + 7], 0.125, 0, "men, all estates");
    assert_near(model.estates[0].persons[FEMALE * model.ages + 7], 0, 0, "women, all estates");
    assert_near(model.estates[1].persons[MALE * model.ages + 7], 0.25, 0, "men, own rows");
    assert_near(model.estates[1].persons[FEMALE * model.ages + 20], 0.0625, 0, "women, own rows");
    model_free(&model);
}

/* A project handed over with an estate is complete when that is. */
Test(housing_reader, projects_take_the_handover)
{
    struct problems problems = { 0 };
    struct model model = { 0 };
    char *folder = source_path("tests/scenarios/valid/models/housing");

    cr_assert(model_read(&model, folder, &problems));
    cr_assert(eq(int, model.projects[0].completion, 2022));
    cr_assert(model.projects[0].estate == &model.estates[0]);
    cr_assert(model.projects[1].estate == NULL);
    cr_assert(eq(int, model.projects[1].completion, NO_YEAR));
    cr_assert(eq(int, model.projects[2].completion, 2023));
    model_free(&model);
    problems_free(&problems);
    free(folder);
}
