#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "small_result.h"
#include "support.h"
#include "terminal.h"
#include "text.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

static const bool both_levels[SMALL_LEVELS] = { true, true };
static const bool primary_alone[SMALL_LEVELS] = { true, false };

/* Town, level, grade and ages of what is the whole district's. */
#define WHOLE ALL_TOWNS, ALL_LEVELS, ALL_GRADES, 0, SMALL_AGES - 1

static const struct observation observations[] = {
    { SERIES_RESIDENTS, { 2020, 9, 1 }, { 2020, 9, 1 }, WHOLE, 900, 5, MEASURED, "", 2 },
    { SERIES_RESIDENTS, { 2022, 12, 31 }, { 2022, 12, 31 }, WHOLE, 1150, 5, DERIVED, "", 3 },
    { SERIES_BIRTHS, { 2022, 1, 1 }, { 2022, 12, 31 }, WHOLE, 42, 10, MEASURED, "", 4 },
    { SERIES_BIRTHS, { 2022, 1, 1 }, { 2023, 6, 30 }, WHOLE, 60, 0, ASSUMED, "", 5 },
    { SERIES_RESIDENTS, { 2019, 12, 31 }, { 2019, 12, 31 }, WHOLE, 900, 5, MEASURED, "", 6 },
    { SERIES_ARRIVALS, { 2022, 1, 1 }, { 2022, 12, 31 }, WHOLE, 300, 5, MEASURED, "", 7 },
};
static const struct target targets[] = { { both_levels, 300, 2022 }, { primary_alone, 60, 2030 } };
static const struct staffing staffing[] = {
    { "posts_required", both_levels, 25, MEASURED },
    { "posts_granted", both_levels, 20, MEASURED },
    { "posts_filled", both_levels, 15, MEASURED },
    { "posts_filled", primary_alone, 9, MEASURED },
};

static void run_small(struct small_result *small)
{
    small_result_begin(small);
    small->inputs.model.observations = observations;
    small->inputs.model.observation_count = sizeof observations / sizeof *observations;
    small->inputs.model.targets = targets;
    small->inputs.model.target_count = sizeof targets / sizeof *targets;
    small->inputs.model.staffing = staffing;
    small->inputs.model.staffing_count = sizeof staffing / sizeof *staffing;
    small_result_run(small);
}

/* What the small district's run shows. free(). */
static char *shown_of(const struct small_result *small, const struct terminal *terminal)
{
    char *text = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&text, &length);
    terminal_print(stream, &small->inputs, &small->result, terminal);
    fclose(stream);
    return text;
}

static char *shown(const struct terminal *terminal)
{
    struct small_result small;
    run_small(&small);
    char *text = shown_of(&small, terminal);
    small_result_free(&small);
    return text;
}

/* The first line of `text` after `heading` that begins with `label`. free(). */
static char *line_of(const char *text, const char *heading, const char *label)
{
    const char *at = strstr(text, heading);
    cr_assert(at != NULL, "there is no '%s' in\n%s", heading, text);
    while (at != NULL && strncmp(at, label, strlen(label)) != 0) {
        at = strchr(at, '\n');
        at = at == NULL ? NULL : at + 1;
    }
    cr_assert(at != NULL, "no line begins with '%s'", label);
    return strndup(at, strcspn(at, "\n"));
}

static void expect_line(const char *text, const char *heading, const char *label, const char *expected)
{
    char *line = line_of(text, heading, label);
    assert_same_text(line, expected);
    free(line);
}

static void without_commas(char *text)
{
    char *to = text;
    for (const char *at = text; *at != '\0'; at++) {
        if (*at != ',') {
            *to++ = *at;
        }
    }
    *to = '\0';
}

/* The figures are those of the result, rounded by hand here. */
static void expect_gaps(const char *line, const struct small_result *small, size_t place, size_t level)
{
    const char *at = line + strcspn(line, "+-0");
    for (int year = 2021; year <= 2024; year++) {
        const size_t state = (size_t)(year - 2020);
        const double gap = small->result.gaps[(state * 5 + place) * SMALL_LEVELS + level].gap;
        char *end = NULL;
        assert_near((double)strtol(at, &end, 10), gap, 0.5 + 1e-9, line);
        at = end;
    }
}

Test(terminal, gaps_by_town_area_and_district)
{
    struct small_result small;
    run_small(&small);
    char *text = shown_of(&small, &(struct terminal) { .language = ENGLISH });
    static const char *const labels[] = { "East", "West", NULL, "Core sum", "Total" };
    for (size_t place = 0; place < sizeof labels / sizeof *labels; place++) {
        if (labels[place] != NULL) {
            char *line = line_of(text, "Primary: seat gap", labels[place]);
            expect_gaps(line, &small, place, 0);
            free(line);
        }
    }
    free(text);
    small_result_free(&small);
}

Test(terminal, a_district_can_be_short_and_idle_at_once)
{
    char *text = shown(&(struct terminal) { .language = ENGLISH });
    static const char heading[] = "Junior: seat gap";
    expect_line(text, heading, "East", "East           -94  -94  -95  -94      - 2021     86        0      50");
    expect_line(text, heading, "West", "West           +17  +18  +19  +18   2021 2023    +19      100       0");
    expect_line(text, heading, "Unplaced", "Unplaced         0  -45  -45  -45      -    -      -        -       -");
    expect_line(text, heading, "All short", "All shortages  +17  +18  +19  +18   2021 2023    +19");
    expect_line(text, heading, "All surpl", "All surpluses  -94 -139 -140 -139        2023   -140");
    assert_contains(text,
                    "Junior: the district as a whole is never short; demand is greatest in 2024 (144); 121 spare in "
                    "2024; but some towns are short, most in 2023, 19 seats together.");
    assert_contains(
        text, "Primary: the district is short in 2 of 4 years, first in 2021, most in 2021 (58 seats); 236 spare in "
              "2024.");
    free(text);
}

Test(terminal, places_without_children_and_seats_have_no_row)
{
    char *text = shown(&(struct terminal) { .language = ENGLISH });
    char *junior = strstr(text, "Junior: seat gap");
    cr_assert(junior != NULL);
    cr_assert(strstr(junior, "Unplaced") != NULL);
    *junior = '\0';
    cr_assert(strstr(text, "Unplaced") == NULL);
    free(text);
}

Test(terminal, observed_beside_modelled)
{
    char *text = shown(&(struct terminal) { .language = ENGLISH });
    static const char heading[] = "Observed and modelled";
    static const char *const standings[][2] = {
        { "Residents  2020-09-01                   900   ", "the census" },
        { "Residents  2022-12-31                 1,150  * ", "beyond 2 s.e." },
        { "Births     2022                          42   ", "within 2 s.e." },
        { "Births     2022-01-01..2023-06-30        60  **  ", "" },
        { "Residents  2019-12-31                   900   ", "outside" },
        { "Arrivals   2022                         300   ", "not modelled" },
    };
    for (size_t index = 0; index < sizeof standings / sizeof *standings; index++) {
        char *line = line_of(text, heading, standings[index][0]);
        const size_t length = strlen(line);
        const size_t end = strlen(standings[index][1]);
        cr_assert(length > end);
        assert_same_text(line + length - end, standings[index][1]);
        free(line);
    }
    free(text);
}

Test(terminal, observed_says_of_whom)
{
    static const struct date day = { 2022, 9, 1 };
    const struct observation of[] = {
        { SERIES_RESIDENTS, day, day, ALL_TOWNS, ALL_LEVELS, ALL_GRADES, 2, 3, 1, 1, MEASURED, "", 2 },
        { SERIES_RESIDENTS, day, day, 0, ALL_LEVELS, ALL_GRADES, 2, 2, 1, 1, MEASURED, "", 2 },
        { SERIES_RESIDENTS, day, day, ALL_TOWNS, ALL_LEVELS, ALL_GRADES, 4, 5, 1, 1, MEASURED, "", 2 },
        { SERIES_DEATHS, day, { 2022, 9, 2 }, 1, ALL_LEVELS, ALL_GRADES, 0, 5, 1, 1, MEASURED, "", 2 },
        { SERIES_ENROLLED, day, day, ALL_TOWNS, 0, ALL_GRADES, 0, 5, 1, 1, MEASURED, "", 2 },
        { SERIES_PUBLIC_PUPILS, day, day, 0, 1, 0, 0, 5, 1, 1, MEASURED, "", 2 },
    };
    struct small_result small;
    run_small(&small);
    small.inputs.model.observations = of;
    small.inputs.model.observation_count = sizeof of / sizeof *of;
    char *english = shown_of(&small, &(struct terminal) { .language = ENGLISH });
    char *chinese = shown_of(&small, &(struct terminal) { .language = CHINESE });
    assert_contains(english, "Residents, aged 2-3\n              2022-09-01 ");
    assert_contains(english, "Residents, East, aged 2\n");
    assert_contains(english, "Residents, aged 4+\n");
    assert_contains(english, "Deaths, West  2022-09-01..2022-09-02 ");
    assert_contains(english, "Enrolled, Primary\n");
    assert_contains(english, "Public pupils, East, Junior, grade 1\n");
    assert_contains(english, "Observed: no mark measured, * derived, ** assumed.\n");
    assert_contains(chinese, "常住人口，东镇，2 岁\n");
    assert_contains(chinese, "公办在校生，东镇，初中，1 年级\n");
    free(english);
    free(chinese);
    small_result_free(&small);
}

Test(terminal, seats_added_stand_beside_the_targets)
{
    char *text = shown(&(struct terminal) { .language = ENGLISH });
    assert_contains(text, "Opening  2021 2022  target   by missing\n"
                          "---------------------------------------\n"
                          "Primary\n"
                          "in full    45   25      60 2030       -\n"
                          "by grade   23   25      60 2030       -\n"
                          "Junior\n"
                          "in full    90  135\n"
                          "Primary + Junior\n"
                          "in full   135  160     300 2022    +140\n"
                          "by grade  113  160     300 2022    +140\n");
    free(text);
}

Test(terminal, staff_beside_posts_by_the_levels_that_they_are_for)
{
    char *text = shown(&(struct terminal) { .language = ENGLISH });
    assert_contains(text, "Primary + Junior\n"
                          "                         2021  2022  2024\n"
                          "needed by the norms        31    31    16\n"
                          "beside 20 posts granted   +11   +11    -4\n"
                          "beside 15 posts filled    +16   +16    +1\n"
                          "Primary\n");
    assert_contains(text, "beside 9 posts filled ");
    cr_assert(strstr(text, "25 posts") == NULL);
    free(text);
}

Test(terminal, classes_land_and_staff_of_first_peak_and_last_year)
{
    struct small_result small;
    run_small(&small);
    char *text = shown_of(&small, &(struct terminal) { .language = ENGLISH });
    static const char heading[] = "Classes, land, staff";
    static const int years[] = { 2021, 2024 };
    for (size_t index = 0; index < 2; index++) {
        const struct gap *row = &small.result.gaps[((size_t)(years[index] - 2020) * 5 + 4) * SMALL_LEVELS + 0];
        char label[8];
        snprintf(label, sizeof label, "%d ", years[index]);
        char *line = line_of(text, heading, label);
        double shown_figures[9];
        without_commas(line);
        char *at = line;
        for (size_t column = 0; column < 9; column++) {
            shown_figures[column] = strtod(at, &at);
        }
        const double mu = 10000.0 / 15;
        const double expected[9] = { years[index],
                                     row->classes_needed,
                                     row->classes_short,
                                     row->land_needed_m2,
                                     row->land_needed_m2 / mu,
                                     row->land_short_m2,
                                     row->land_short_m2 / mu,
                                     row->staff_needed,
                                     row->staff_short };
        assert_close(shown_figures, expected, 9, 0.5 + 1e-9, "needs");
        free(line);
    }
    free(text);
    small_result_free(&small);
}

Test(terminal, what_rests_on_assumptions_is_said)
{
    char *text = shown(&(struct terminal) { .language = ENGLISH, .folder = "output/small" });
    assert_contains(text, "- Town populations assumed: West, Unplaced, 33 % of the census population");
    assert_contains(text, "- Seats of the base year 2020 assumed: Primary, Junior.");
    cr_assert_null(strstr(text, "- Projects whose town is assumed"), "seats without a town are told in their own row");
    assert_contains(text, "- The row 'Unplaced' has the seats for which the plan names no town, 45 in 2024");
    assert_contains(text,
                    "- Not counted, because not usable by 2024 (no date, given up or late): projects 1, seats 51.");
    assert_contains(text,
                    "of 4 projects, 2 with land given, 1 have less than the norm a pupil; of 2 whole schools, 1 have "
                    "fewer classes than a new school should, 0 more");
    assert_contains(text, "The list is in output/small/projects.csv.");
    free(text);
}

Test(terminal, chinese_says_the_same)
{
    char *text = shown(&(struct terminal) { .language = CHINESE });
    assert_contains(text, "小区：小区\n会怎样？\n");
    assert_contains(text, "初中：学位缺口\n");
    expect_line(text, "初中：学位缺口", "西", "西,镇       +17  +18  +19  +18    2021 2023  +19   100     0");
    expect_line(text, "初中：学位缺口", "核心区小计", "核心区小计  -77  -76  -76  -76       - 2024  144    40    41");
    assert_contains(text, "镇街人口为假定值：西,镇、未定，占普查人口 33%");
    free(text);
}

Test(terminal, colour_is_given_only_when_asked)
{
    char *plain = shown(&(struct terminal) { .language = CHINESE });
    char *coloured = shown(&(struct terminal) { .language = CHINESE, .colour = true });
    cr_assert(strchr(plain, '\033') == NULL);
    assert_contains(coloured, "\033[31m+17\033[0m");
    assert_contains(coloured, "\033[36m-94\033[0m");
    free(plain);
    free(coloured);
}

static void expect_lines_within(const char *text, size_t columns)
{
    for (const char *at = text; *at != '\0';) {
        const size_t length = strcspn(at, "\n");
        char *line = strndup(at, length);
        cr_assert(le(sz, text_width(line), columns), "%zu columns: %s", columns, line);
        cr_assert(length == 0 || line[length - 1] != ' ', "ends in a space: %s", line);
        free(line);
        at += length + (at[length] == '\n' ? 1 : 0);
    }
}

Test(terminal, a_screen_of_80_columns_holds_every_line)
{
    for (int language = 0; language < LANGUAGES; language++) {
        for (size_t columns = 80; columns <= 200; columns += 40) {
            char *text = shown(&(struct terminal) { .language = (enum language)language, .columns = columns });
            expect_lines_within(text, columns);
            free(text);
        }
    }
}

Test(terminal, a_narrow_screen_leaves_out_years_but_not_first_and_last)
{
    char *text = shown(&(struct terminal) { .language = ENGLISH, .columns = 47, .folder = "out" });
    expect_line(text, "Primary: seat gap", "Town", "Town          2021 2022 2024  short year figure");
    assert_contains(text, "Not every year fits the screen; all are in\nout/gap.csv.");
    free(text);
    text = shown(&(struct terminal) { .language = ENGLISH, .columns = 20 });
    expect_line(text, "Primary: seat gap", "Town", "Town          2021 2024  short year figure");
    assert_contains(text, "a wider");
    free(text);
}

Test(terminal, the_years_left_are_near_and_round)
{
    struct small_result small;
    small_result_begin(&small);
    small.inputs.scenario.last_year = 2038;
    small.inputs.scenario.layout = parameter_layout(&small.inputs.model, 2038);
    small.values = realloc(small.values, small.inputs.scenario.layout.size * sizeof *small.values);
    parameter_initial(&small.inputs.model, &small.inputs.scenario.layout, small.values);
    small.inputs.scenario.values = small.values;
    small_result_run(&small);
    static const struct {
        size_t columns;
        const char *years;
    } screens[] = { { 76, "2021 2022 2023 2024 2025 2030 2035 2038  short" },
                    { 57, "2021 2025 2030 2035 2038  short" },
                    { 56, "2021 2022 2030 2038  short" },
                    { 47, "2021 2030 2038  short" },
                    { 30, "2021 2038  short" } };
    for (size_t screen = 0; screen < sizeof screens / sizeof *screens; screen++) {
        char *text = shown_of(&small, &(struct terminal) { .language = ENGLISH, .columns = screens[screen].columns });
        char *line = line_of(text, "Primary: seat gap", "Town");
        assert_contains(line, screens[screen].years);
        free(line);
        free(text);
    }
    small_result_free(&small);
}

Test(terminal, a_horizon_of_one_year_and_a_model_without_plan)
{
    struct small_result small;
    small_result_begin(&small);
    small.inputs.model.project_count = 0;
    small.inputs.model.project_seats_count = 0;
    small.inputs.scenario.first_year = 2024;
    small_result_run(&small);
    char *text = shown_of(&small, &(struct terminal) { .language = ENGLISH, .columns = 80, .folder = "out" });
    expect_line(text, "Primary: seat gap", "Town", "Town          2024  short year figure");
    assert_contains(text, "No seats are added or taken away in these years.");
    cr_assert(strstr(text, "Observed") == NULL);
    cr_assert(strstr(text, "Staff needed and posts") == NULL);
    cr_assert(strstr(text, "projects.csv") == NULL);
    free(text);
    small_result_free(&small);
}

Test(terminal, opening_in_full_has_one_row_a_level)
{
    struct small_result small;
    small_result_begin(&small);
    small_result_set(&small, PARAMETER_SUPPLY_OPENING, 0, OPENING_NOMINAL);
    small_result_run(&small);
    char *text = shown_of(&small, &(struct terminal) { .language = ENGLISH });
    cr_assert(strstr(text, "by grade") == NULL);
    cr_assert(strstr(text, "Seats in full") == NULL);
    free(text);
    small_result_free(&small);
}

Test(terminal, the_same_run_gives_the_same_bytes)
{
    char *one = shown(&(struct terminal) { .language = CHINESE, .columns = 120 });
    char *two = shown(&(struct terminal) { .language = CHINESE, .columns = 120 });
    assert_same_text(one, two);
    free(one);
    free(two);
}
