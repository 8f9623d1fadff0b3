#include "backtest_report.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support.h"
#include "text.h"

#include <criterion/criterion.h>

enum { TOWNS = 2, GROUPS = 1, LEVELS = 1 };

static const struct compared_ages groups[GROUPS] = { { { "kindergarten", { "幼儿园", "Kindergarten" } }, 3, 5 } };
static const struct level levels[LEVELS] = {
    { .name = { "primary", { "小学", "Primary" } }, .entry_age = 6, .grades = 6 }
};
static const struct town towns[TOWNS] = { { .name = { "a", { "甲", "A" } } }, { .name = { "b", { "乙", "B" } } } };
static const struct observed_state origin = { .day = { 2015, 12, 31 }, .year = 2016 };
static const struct observed_state target = { .day = { 2020, 12, 31 }, .year = 2021 };
static const struct observation observations[] = {
    { SERIES_BIRTHS,
      { 2016, 1, 1 },
      { 2016, 12, 31 },
      ALL_TOWNS,
      ALL_LEVELS,
      ALL_GRADES,
      0,
      1,
      50,
      2,
      MEASURED,
      "registry, city",
      2 },
    { SERIES_RESIDENTS,
      { 2010, 1, 1 },
      { 2010, 1, 1 },
      ALL_TOWNS,
      ALL_LEVELS,
      ALL_GRADES,
      0,
      1,
      5,
      NAN,
      MEASURED,
      "",
      3 },
};
static const struct outside_check outside[] = {
    { OUTSIDE_ENTRANTS, 0, 2018, OUTSIDE_ENTRANTS, 0, 2017, 12, 10, "省", "公报", DERIVED },
    { OUTSIDE_PEAK, 0, 2018, OUTSIDE_ENTRANTS, 0, 0, NAN, NAN, "省", "公报", ASSUMED },
};

static const struct comparison comparisons[] = {
    { &origin, &target, 5, 0, 0, 100, 110, 90, 80 }, { &origin, &target, 5, 0, 1, 0, 5, 5, 5 },
    { &origin, &target, 5, 0, 2, 100, 115, 95, 85 }, { &origin, &target, 5, 1, 0, 1000, 1010, 900, NAN },
    { &origin, &target, 5, 1, 1, 0, 5, 5, NAN },     { &origin, &target, 5, 1, 2, 1000, 1015, 905, NAN },
};
static const struct pupil_comparison pupils[] = { { &origin, 2018, 2, 0, 2, 200, 202, NAN, 180 } };
static const struct observed_check checks[] = { { &origin, &observations[0], OBSERVED_MODELLED, 1, 55, 60 },
                                                { &origin, &observations[1], OBSERVED_OUTSIDE, -5, 0, 0 } };
static const struct outside_result results[] = { { &origin, &outside[0], true, 1.25, 1.5 },
                                                 { &origin, &outside[1], true, 2018, 2019 } };

static struct model model;
static struct vintage vintage;

static struct backtest sample(void)
{
    model = (struct model) { .name = { "d", { "某区", "District" } },
                             .town_count = TOWNS,
                             .towns = towns,
                             .level_count = LEVELS,
                             .levels = levels,
                             .backtest = { .hold = HOLD_LAST, .group_count = GROUPS, .groups = groups } };
    vintage = (struct vintage) {
        .inputs = { .model = model }, .origin = &origin, .fertility = { 2011, 2015 }, .mortality = { 2015, 2015 }
    };
    return (struct backtest) { .model = &model,
                               .vintage_count = 1,
                               .vintages = &vintage,
                               .comparison_count = sizeof comparisons / sizeof *comparisons,
                               .comparisons = comparisons,
                               .pupil_count = 1,
                               .pupils = pupils,
                               .check_count = 2,
                               .checks = checks,
                               .outside_count = 2,
                               .outside = results };
}

/* What is printed; free(). */
static char *printed(enum language language, size_t columns)
{
    char *text = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&text, &size);
    const struct backtest backtest = sample();
    const struct terminal terminal = { .language = language, .columns = columns };

    cr_assert_not_null(stream);
    backtest_report_print(stream, &backtest, &terminal);
    cr_assert_eq(fclose(stream), 0);
    return text;
}

Test(backtest_report, csv_to_the_letter)
{
    char *text = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&text, &size);
    const struct backtest backtest = sample();

    cr_expect(backtest_report_csv(stream, &backtest));
    cr_assert_eq(fclose(stream), 0);
    assert_same_text(
        text,
        "\xEF\xBB\xBFkind,origin,observed_at,lead,measure,ages,town,observed,standard_error,forecast,error_percent,"
        "no_change,no_change_error_percent,ageing,ageing_error_percent,field_error_percent,place,source\n"
        "population,2015-12-31,2020-12-31,5,children,kindergarten,a,100,,110,10,90,-10,80,-20,1.3,,\n"
        "population,2015-12-31,2020-12-31,5,children,kindergarten,total,100,,115,15,95,-5,85,-15,1.3,,\n"
        "population,2015-12-31,2020-12-31,5,residents,,a,1000,,1010,1,900,-10,,,,,\n"
        "population,2015-12-31,2020-12-31,5,residents,,total,1000,,1015,1.5,905,-9.5,,,,,\n"
        "pupils,2015-12-31,2018,2,rates,primary,total,200,,202,1,180,-10,,,0.6,,\n"
        "observed,2015-12-31,2016-12-31,1,births,,total,50,2,55,10,60,20,,,,,\"registry, city\"\n"
        "outside,2015-12-31,2018,2,entrants,primary,total,1.25,,1.5,20,,,,,,省,公报\n"
        "outside,2015-12-31,2018,2,entrants_peak,primary,total,2018,,2019,,,,,,,省,公报\n");
    free(text);
}

Test(backtest_report, a_full_disk_is_told)
{
    FILE *full = fopen("/dev/full", "w");
    const struct backtest backtest = sample();

    cr_assert_not_null(full);
    setvbuf(full, NULL, _IONBF, 0);
    errno = 0;
    cr_expect_not(backtest_report_csv(full, &backtest));
    cr_expect_eq(errno, ENOSPC);
    fclose(full);
}

Test(backtest_report, tables_in_english)
{
    char *text = printed(ENGLISH, 0);

    assert_contains(text, "District: Back-test\n");
    assert_contains(text, "(last year): fertility 2015, mortality 2015, migration none.");
    assert_contains(text, "\nKindergarten     5      1  +10.00  10.00      10.00   20.00   1.00     15.00   1.3\n"
                          "Residents        5      1   +1.00   1.00      10.00       -   0.10      1.50     -\n");
    assert_contains(text, "\nKindergarten  A             100  +10.00\n              Total         100  +15.00\n");
    assert_contains(text,
                    "\nPrimary     2      1           +1.00   1.00                     -      -      10.00   0.6\n");
    assert_contains(text, "2015-12-31  Births  2016-12-31   1.0        50        55   +10.00         60       +20.00");
    assert_contains(text, "beyond 2 s.e.");
    assert_contains(text, "Primary, entrants 2018 / 2017");
    assert_contains(text, "1.250          1.500    +20.0  derived\n");
    assert_contains(text, "2018           2019        -  assumed\n");
    assert_contains(text, "- Comparisons behind a figure: 1 at most, fewer than 10. One town");
    assert_contains(text, "- Comparisons in which nobody was observed: 2. They have no error");
    cr_expect_null(strstr(text, "Pupils were not observed"), "the one level has pupils");
    free(text);
}

Test(backtest_report, tables_in_chinese)
{
    char *text = printed(CHINESE, 0);

    assert_contains(text, "某区：回溯检验\n");
    assert_contains(text, "小学新生 2018 / 2017");
    assert_contains(text, "幼儿园");
    cr_expect_null(strchr(text, '{'), "no slot is left open");
    free(text);
}

/* Sentences keep to the width of the screen; tables are as wide as they are. */
Test(backtest_report, sentences_fit_the_screen)
{
    char *text = printed(CHINESE, 60);

    for (char *line = strtok(text, "\n"); line != NULL; line = strtok(NULL, "\n")) {
        cr_expect(text_width(line) <= 60 || strstr(line, "  ") != NULL || strstr(line, "---") != NULL, "%s", line);
    }
    free(text);
}
