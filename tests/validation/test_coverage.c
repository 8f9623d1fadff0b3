/*
 * How often an 80 % interval held: four regions of Finland forecast from the end of 2015 by draws whose widths are
 * reckoned here from the years 2011-2015 of the three other regions, run by the program as anybody would. The rule is
 * that of README.md, "How often the interval held", and what comes out is held against the tables there.
 */
#include "published.h"
#include "support.h"

#include <errno.h>
#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <criterion/criterion.h>

enum { AGES = 101, SEXES = 2, STATE = SEXES * AGES, ROOM = 8192 };
enum { REGIONS = 4, LEVELS = 3, LEADS = 2, OUTCOMES = REGIONS * LEVELS * LEADS };
enum { FIRST_KNOWN = 2011, KNOWN = 5, ORIGIN = 2015, YEARS = 10 };

static const int regions[REGIONS] = { 1, 6, 12, 17 };
static const int leads[LEADS] = { 5, 10 };

static const struct level {
    const char *id;
    const char *name;
    int first, last;
} levels[LEVELS] = { { "kindergarten", "Kindergarten", 3, 5 },
                     { "primary", "Primary school", 7, 12 },
                     { "lower_secondary", "Lower secondary", 13, 15 } };

/* How fertility and migration go on. */
enum form {
    WALK,    /* From year to year by the errors of saying "as last year": the rule. */
    ONE_LAW, /* As wide in every year, as scenarios/uncertainty.yaml then had both: beside it. */
    FORMS
};

static const double fertility_autocorrelation = 0.9; /* as scenarios/uncertainty.yaml then had it */
static const double migration_autocorrelation = 0.8; /* of scenarios/uncertainty.yaml */

static const char case_folder[] = "finland_regions_hindcast_2010_2025";

/* What was known of a region at the end of 2015. */
struct facts {
    double fertility[KNOWN]; /* Logarithms of total fertility rates, 2011 to 2015. */
    double migration[KNOWN]; /* Net migrants per resident of the end of 2015. */
    double residents;
};

/* Standard deviations: of the logarithm of fertility; of net migrants per resident. */
struct widths {
    double fertility;
    double migration;
};

/* A figure of a forecast beside what was counted. */
struct outcome {
    double counted;
    double forecast;          /* Of the run in which nothing is drawn. */
    double low, middle, high; /* Quantiles: 10, 50, 90 %. */
};

/* How many of so many outcomes lie in their intervals, and what would have to be done to these to hold four fifths. */
struct count {
    size_t held, all;
    double stretch;
};

/* By level, region and lead, see outcome_at(). */
struct outcomes {
    struct outcome of[FORMS][OUTCOMES];
};

/* In a file of its own, see test_cases.c. */
static void keep_table(const char *text)
{
    const char *folder = getenv("XUEWEI_VALIDATION_TABLE");

    if (folder == NULL) {
        return;
    }
    cr_assert(mkdir(folder, 0777) == 0 || errno == EEXIST, "cannot make %s", folder);
    char *path = joined_path(folder, "coverage.txt");

    file_write(path, text);
    free(path);
}

/* The case's tables; without them the test is skipped. free(). */
static char *case_data(void)
{
    char *data = validation_path(case_folder);

    if (!file_exists(data)) {
        cr_skip("no case at %s", data);
    }
    return data;
}

static double *table_of(const char *data, const char *file, const char *column, int region, int first, size_t years)
{
    const struct published_axes axes = { first, years, AGES };
    char *path = joined_path(data, file);
    double *table = published_table(path, column, region, &axes);

    free(path);
    return table;
}

/* The people counted at the end of a year, [sex][age]. free(). */
static double *counted_at(const char *data, int region, int year)
{
    return table_of(data, "observed_population_31dec.csv", "population", region, year, 1);
}

/* The mean of the known years, in place of the first. */
static void hold_mean(double *table)
{
    for (size_t cell = 0; cell < STATE; cell++) {
        for (size_t year = 1; year < KNOWN; year++) {
            table[cell] += table[year * STATE + cell];
        }
        table[cell] /= KNOWN;
    }
}

/* Of both sexes; a table without sexes has its figures in the first, and nothing in the second. */
static double sum_of_ages(const double *state, int first, int last)
{
    double sum = 0;

    for (int age = first; age <= last; age++) {
        sum += state[age] + (isnan(state[AGES + age]) ? 0 : state[AGES + age]);
    }
    return sum;
}

/* Ages 10 to 54 are those of fertility.csv. */
enum { FERTILE_FIRST = 10, FERTILE_LAST = 54 };

static struct facts facts_of(const char *data, int region)
{
    struct facts facts = { .residents = 0 };
    double *people = counted_at(data, region, ORIGIN);
    double *asfr = table_of(data, "fertility.csv", "asfr", region, FIRST_KNOWN, KNOWN);
    double *migrants = table_of(data, "migration.csv", "net_migrants", region, FIRST_KNOWN, KNOWN);

    facts.residents = sum_of_ages(people, 0, AGES - 1);
    for (size_t year = 0; year < KNOWN; year++) {
        facts.fertility[year] = log(sum_of_ages(&asfr[year * STATE], FERTILE_FIRST, FERTILE_LAST));
        facts.migration[year] = sum_of_ages(&migrants[year * STATE], 0, AGES - 1) / facts.residents;
    }
    free(migrants);
    free(asfr);
    free(people);
    return facts;
}

/* Squares of the changes from year to year. */
static double squared_changes(const double *years)
{
    double sum = 0;

    for (size_t year = 1; year < KNOWN; year++) {
        sum += (years[year] - years[year - 1]) * (years[year] - years[year - 1]);
    }
    return sum;
}

/* Squares of the distances from the years' mean. */
static double squared_distances(const double *years)
{
    double mean = 0;
    double sum = 0;

    for (size_t year = 0; year < KNOWN; year++) {
        mean += years[year] / KNOWN;
    }
    for (size_t year = 0; year < KNOWN; year++) {
        sum += (years[year] - mean) * (years[year] - mean);
    }
    return sum;
}

/* From all regions but one. Either way each of the others has four independent figures. */
static struct widths widths_without(const struct facts *facts, size_t left_out, enum form form)
{
    double (*const squares)(const double *) = form == WALK ? squared_changes : squared_distances;
    struct widths sums = { 0, 0 };

    for (size_t region = 0; region < REGIONS; region++) {
        if (region != left_out) {
            sums.fertility += squares(facts[region].fertility);
            sums.migration += squares(facts[region].migration);
        }
    }
    const double figures = (REGIONS - 1) * (KNOWN - 1);

    return (struct widths) { sqrt(sums.fertility / figures), sqrt(sums.migration / figures) };
}

/* The first step of a walk from the mean of five years: 1 + (1 + 4 + 9 + 16) / 25 steps, in squares. */
static double steps_to(int year)
{
    return year == ORIGIN + 1 ? sqrt(2.2) : 1;
}

__attribute__((format(printf, 2, 3))) static void append(char *text, const char *format, ...)
{
    const size_t length = strlen(text);
    va_list arguments;

    va_start(arguments, format);
    const int written = vsnprintf(text + length, ROOM - length, format, arguments);

    va_end(arguments);
    cr_assert(written >= 0 && (size_t)written < ROOM - length, "no room for the text");
}

/* The inputs of a scenario, of a walk for so many years. Widths are rounded: the same text wherever it is reckoned. */
static void append_inputs(char *text, const struct widths *widths, double residents, enum form form, int years)
{
    const double correlations[] = { fertility_autocorrelation, migration_autocorrelation };

    for (int migration = 0; migration < 2; migration++) {
        for (int year = ORIGIN + 1; year <= ORIGIN + (form == WALK ? years : 1); year++) {
            const double width = migration ? widths->migration * residents : widths->fertility;
            char years_of[32];

            if (form == WALK) {
                snprintf(years_of, sizeof years_of, "first: %d", year);
            } else {
                snprintf(years_of, sizeof years_of, "autocorrelation: %.1f", correlations[migration]);
            }
            append(text,
                   migration ? "    - {parameter: migration.added, add: {distribution: normal, mean: 0, sd: %.1f}, "
                             : "    - {parameter: fertility.multiplier, times: {distribution: lognormal, median: 1, "
                               "sd: %.5f}, ",
                   form == WALK ? steps_to(year) * width : width);
            append(text, "%s, source: Other regions 2011-2015}\n", years_of);
        }
    }
}

/* A file of the model in the checkout, copied beside the tables. */
static void copy_text(const char *ground, const char *name)
{
    char relative[256];

    snprintf(relative, sizeof relative, "tests/validation/finland_regions_coverage/%s", name);
    char *from = source_path(relative);
    char *to = joined_path(ground, name);
    char *text = file_text(from, NULL);

    file_write(to, text);
    free(text);
    free(to);
    free(from);
}

static FILE *new_table(const char *ground, const char *name)
{
    char *path = joined_path(ground, name);
    FILE *table = fopen(path, "w");

    cr_assert(table != NULL, "cannot write %s", path);
    free(path);
    return table;
}

static void end_table(FILE *table)
{
    const bool good = !ferror(table);

    cr_assert(fclose(table) == 0 && good, "a table could not be written");
}

/* A table by sex and age, with the digits that read back exactly; of one year, or of each from 2016 on. */
static void write_states(const char *ground, const char *name, const char *value, const double *state, bool by_year)
{
    FILE *table = new_table(ground, name);

    fprintf(table, "%ssex,age,%s\n", by_year ? "year," : "", value);
    for (int year = ORIGIN + 1; year <= ORIGIN + (by_year ? YEARS : 1); year++) {
        for (int cell = 0; cell < STATE; cell++) {
            if (by_year) {
                fprintf(table, "%d,", year);
            }
            fprintf(table, "%s,%d,%.17g\n", cell < AGES ? "m" : "f", cell % AGES, state[cell]);
        }
    }
    end_table(table);
}

static void write_fertility(const char *ground, const double *asfr)
{
    FILE *table = new_table(ground, "fertility.csv");

    fputs("age,asfr\n", table);
    for (int age = FERTILE_FIRST; age <= FERTILE_LAST; age++) {
        fprintf(table, "%d,%.17g\n", age, asfr[age]);
    }
    end_table(table);
}

/* The region as it stood at the end of 2015, with the mean of the known years held. */
static void write_tables(const char *data, const char *ground, int region)
{
    double *people = counted_at(data, region, ORIGIN);
    double *asfr = table_of(data, "fertility.csv", "asfr", region, FIRST_KNOWN, KNOWN);
    double *mx = table_of(data, "mortality.csv", "mx", region, FIRST_KNOWN, KNOWN);
    double *migrants = table_of(data, "migration.csv", "net_migrants", region, FIRST_KNOWN, KNOWN);

    hold_mean(asfr);
    hold_mean(mx);
    hold_mean(migrants);
    write_states(ground, "base_population.csv", "population", people, false);
    write_fertility(ground, asfr);
    write_states(ground, "mortality.csv", "mx", mx, false);
    write_states(ground, "migration.csv", "net_migrants", migrants, true);
    free(migrants);
    free(mx);
    free(asfr);
    free(people);
}

/* A model and a scenario of the region in a folder of their own, run. The results are in its folder `results`. */
static char *run_region(const char *data, size_t region, const struct facts *facts, enum form form)
{
    static const char *const TEXTS[] = { "district.yaml", "scenario.yaml", "enrolment_rates.csv", "public_share.csv",
                                         "seats.csv" };
    const struct widths widths = widths_without(facts, region, form);
    char *ground = temporary_folder();
    char inputs[ROOM] = "";

    for (size_t text = 0; text < sizeof TEXTS / sizeof *TEXTS; text++) {
        copy_text(ground, TEXTS[text]);
    }
    write_tables(data, ground, regions[region]);
    char *path = joined_path(ground, "scenario.yaml");
    char *head = file_text(path, NULL);

    append(inputs, "%s", head);
    append_inputs(inputs, &widths, facts[region].residents, form, YEARS);
    file_write(path, inputs);
    const struct run_options options = { .folder = ground };
    struct run run =
        run_program_with(ARGUMENTS("run", "scenario.yaml", "--output", "results", "--lang", "en"), &options);

    cr_assert(run.status == 0, "region %d: status %d\n%s", regions[region], run.status, run.err);
    run_free(&run);
    free(head);
    free(path);
    return ground;
}

/* The number so many commas behind the row that begins with the key. */
static double number_in(const char *text, const char *key, int column)
{
    const char *at = strstr(text, key);

    cr_assert_not_null(at, "no row%s", key);
    at++;
    for (; column > 0; column--) {
        at = strchr(at, ',');
        cr_assert_not_null(at);
        at++;
    }
    return strtod(at, NULL);
}

static char *result_text(const char *ground, const char *name)
{
    char *folder = joined_path(ground, "results");
    char *path = joined_path(folder, name);
    char *text = file_text(path, NULL);

    free(path);
    free(folder);
    return text;
}

/* Columns of quantiles.csv and of gap.csv. */
enum { Q10 = 8, Q50 = 10, Q90 = 12, DEMAND = 6 };

/* What was counted at the end of a year is the state of the year that follows. */
static struct outcome read_outcome(const char *ground, const double *counted, const struct level *level, int lead)
{
    char *quantiles = result_text(ground, "quantiles.csv");
    char *gap = result_text(ground, "gap.csv");
    char drawn[128];
    char single[96];

    snprintf(single, sizeof single, "\n%d,,total,%s,", ORIGIN + lead + 1, level->id);
    snprintf(drawn, sizeof drawn, "%sdemand,", single);
    const struct outcome outcome = { .counted = sum_of_ages(counted, level->first, level->last),
                                     .forecast = number_in(gap, single, DEMAND),
                                     .low = number_in(quantiles, drawn, Q10),
                                     .middle = number_in(quantiles, drawn, Q50),
                                     .high = number_in(quantiles, drawn, Q90) };

    free(gap);
    free(quantiles);
    return outcome;
}

static size_t outcome_at(size_t level, size_t region, size_t lead)
{
    return (level * REGIONS + region) * LEADS + lead;
}

static void read_region(const char *data, size_t region, const struct facts *facts, enum form form,
                        struct outcome *outcomes)
{
    char *ground = run_region(data, region, facts, form);

    for (size_t lead = 0; lead < LEADS; lead++) {
        double *counted = counted_at(data, regions[region], ORIGIN + leads[lead]);

        for (size_t level = 0; level < LEVELS; level++) {
            outcomes[outcome_at(level, region, lead)] = read_outcome(ground, counted, &levels[level], leads[lead]);
        }
        free(counted);
    }
    temporary_folder_remove(ground);
}

static void link_table(const char *data, const char *ground, const char *name)
{
    char *from = joined_path(data, name);
    char *to = joined_path(ground, name);

    cr_assert(symlink(from, to) == 0, "cannot link %s", to);
    free(to);
    free(from);
}

/* What the back-test of the same case says. free(). */
static char *backtest_text(const char *data)
{
    static const char *const TABLES[] = { "base_population_31dec2010.csv", "observed_population_31dec.csv",
                                          "fertility.csv", "mortality.csv", "migration.csv" };
    char *ground = temporary_folder();
    char *from = source_path("tests/validation/finland_regions_backtest/district.yaml");
    char *to = joined_path(ground, "district.yaml");
    char *csv = joined_path(ground, "errors.csv");
    char *district = file_text(from, NULL);

    for (size_t table = 0; table < sizeof TABLES / sizeof *TABLES; table++) {
        link_table(data, ground, TABLES[table]);
    }
    file_write(to, district);
    struct run run = run_program(ARGUMENTS("backtest", ground, "--lang", "en", "--csv", csv));

    cr_assert(run.status == 0, "status %d\n%s", run.status, run.err);
    char *text = file_text(csv, NULL);

    run_free(&run);
    free(district);
    free(csv);
    free(to);
    free(from);
    temporary_folder_remove(ground);
    return text;
}

enum { BACKTEST_OBSERVED = 7, BACKTEST_FORECAST = 9 };

/* The run without draws is the back-test's forecast, and the draws lie around it. */
static void check_centre(const char *backtest, const struct outcome *outcome, const struct level *level, int region,
                         int lead)
{
    char key[128];

    snprintf(key, sizeof key, "\npopulation,%d-12-31,%d-12-31,%d,children,%s,%d,", ORIGIN, ORIGIN + lead, lead,
             level->id, region);
    assert_near(outcome->counted, number_in(backtest, key, BACKTEST_OBSERVED), 1e-6, "counted");
    assert_near(outcome->forecast, number_in(backtest, key, BACKTEST_FORECAST), 1e-6, "forecast");
    cr_expect(outcome->low < outcome->middle && outcome->middle < outcome->high, "%s", key);
    cr_expect(fabs(outcome->middle - outcome->forecast) < 0.05 * (outcome->high - outcome->low),
              "%s: median %f, forecast %f", key, outcome->middle, outcome->forecast);
}

static bool is_in(const struct outcome *outcome)
{
    return outcome->low <= outcome->counted && outcome->counted <= outcome->high;
}

/* Where what was counted lies. */
static const char *verdict(const struct outcome *outcome)
{
    if (is_in(outcome)) {
        return "in";
    }
    return outcome->counted < outcome->low ? "below" : "above";
}

/* The ends of the 95 % interval of a share, `held` of `all` (Clopper and Pearson 1934). */
static void binomial_interval(size_t held, size_t all, double *low, double *high)
{
    const double k = (double)held;
    const double n = (double)all;

    *low = held == 0 ? 0 : gsl_cdf_beta_Pinv(0.025, k, n - k + 1);
    *high = held == all ? 1 : gsl_cdf_beta_Pinv(0.975, k + 1, n - k);
}

/* Whole persons with a comma before each thousand, right-aligned in a column. */
static void append_persons(char *text, int width, double persons)
{
    const long whole = lround(persons);
    char digits[32];

    cr_assert(whole >= 0 && whole < 1000000);
    snprintf(digits, sizeof digits, whole < 1000 ? "%.0ld%ld" : "%ld,%03ld", whole / 1000, whole % 1000);
    append(text, "  %*s", width, digits);
}

/* A line under headings. */
static void append_rule(char *text, int width)
{
    for (int column = 0; column < width; column++) {
        append(text, "-");
    }
    append(text, "\n");
}

static void append_outcome(char *text, const struct outcomes *outcomes, size_t at)
{
    append_persons(text, 7, outcomes->of[WALK][at].counted);
    for (int form = 0; form < FORMS; form++) {
        append_persons(text, 7, outcomes->of[form][at].low);
        append_persons(text, 7, outcomes->of[form][at].high);
        append(text, form + 1 < FORMS ? "  %-5s" : "  %s", verdict(&outcomes->of[form][at]));
    }
    append(text, "\n");
}

static void append_outcomes(char *text, const struct outcomes *outcomes)
{
    append(text, "%38s  %-23s  %s\n", "", "Walk", "As wide in every year");
    append(text, "%-15s  %6s  %4s  %7s", "Level", "Region", "Lead", "Counted");
    append(text, "  %7s  %7s  %5s  %7s  %7s\n", "Low", "High", "", "Low", "High");
    append_rule(text, 88);
    for (size_t level = 0; level < LEVELS; level++) {
        for (size_t region = 0; region < REGIONS; region++) {
            for (size_t lead = 0; lead < LEADS; lead++) {
                append(text, "%-15s  %6d  %4d", region + lead == 0 ? levels[level].name : "", regions[region],
                       leads[lead]);
                append_outcome(text, outcomes, outcome_at(level, region, lead));
            }
        }
    }
}

/* How many times as wide, to either side of the median, the interval would have to be to hold what was counted. */
static double stretch(const struct outcome *outcome)
{
    const double off = outcome->counted - outcome->middle;

    return off / (off < 0 ? outcome->low - outcome->middle : outcome->high - outcome->middle);
}

static int ascending(const void *a, const void *b)
{
    const double x = *(const double *)a;
    const double y = *(const double *)b;

    return (x > y) - (x < y);
}

/* Outcomes of a level and a lead; of all where it is the number of them. */
static struct count count_of(const struct outcome *outcomes, size_t of_level, size_t of_lead)
{
    double stretches[OUTCOMES];
    struct count count = { 0, 0, 0 };

    for (size_t at = 0; at < OUTCOMES; at++) {
        const size_t level = at / LEADS / REGIONS;
        const size_t lead = at % LEADS;

        if ((of_level == LEVELS || of_level == level) && (of_lead == LEADS || of_lead == lead)) {
            stretches[count.all++] = stretch(&outcomes[at]);
            count.held += is_in(&outcomes[at]);
        }
    }
    qsort(stretches, count.all, sizeof *stretches, ascending);
    count.stretch = stretches[(4 * count.all + 4) / 5 - 1]; /* four fifths of them, rounded up */
    return count;
}

static void append_count(char *text, const char *name, const struct outcomes *outcomes, size_t level, size_t lead)
{
    append(text, "%-26s", name);
    for (int form = 0; form < FORMS; form++) {
        const struct count count = count_of(outcomes->of[form], level, lead);
        double low = 0;
        double high = 0;

        binomial_interval(count.held, count.all, &low, &high);
        append(text, "  %2zu of %2zu  %2.0f to %2.0f %%  %5.1f", count.held, count.all, 100 * low, 100 * high,
               count.stretch);
    }
    append(text, "\n");
}

static void append_counts(char *text, const struct outcomes *outcomes)
{
    append(text, "%-26s  %-27s  %s\n", "", "Walk", "As wide in every year");
    append(text, "%-26s", "In the 80 % interval");
    for (int form = 0; form < FORMS; form++) {
        append(text, "  %8s  %10s  %5s", "Held", "binomial", "times");
    }
    append(text, "\n");
    append_rule(text, 84);
    append_count(text, "All", outcomes, LEVELS, LEADS);
    for (size_t lead = 0; lead < LEADS; lead++) {
        append_count(text, lead == 0 ? "Lead 5" : "Lead 10", outcomes, LEVELS, lead);
    }
    for (size_t level = 0; level < LEVELS; level++) {
        append_count(text, levels[level].name, outcomes, level, LEADS);
    }
    for (size_t level = 0; level < LEVELS; level++) {
        for (size_t lead = 0; lead < LEADS; lead++) {
            char name[64];

            snprintf(name, sizeof name, "  %s, lead %d", levels[level].name, leads[lead]);
            append_count(text, name, outcomes, level, lead);
        }
    }
}

/* Per cent of fertility and persons a year, by the region left out. */
static void append_widths(char *text, const struct facts *facts)
{
    append(text, "%-6s  %-21s  %s\n", "", "Walk, one step", "As wide in every year");
    append(text, "Region  Fertility %%  Migrants  Fertility %%  Migrants\n");
    append_rule(text, 52);
    for (size_t region = 0; region < REGIONS; region++) {
        append(text, "%6d", regions[region]);
        for (int form = 0; form < FORMS; form++) {
            const struct widths widths = widths_without(facts, region, (enum form)form);

            append(text, "  %11.2f", 100 * widths.fertility);
            append_persons(text, 8, widths.migration * facts[region].residents);
        }
        append(text, "\n");
    }
}

/* The mean of a region's years. */
static double mean_of_years(const double *years, size_t count)
{
    double sum = 0;

    for (size_t year = 0; year < count; year++) {
        sum += years[year];
    }
    return sum / (double)count;
}

/* What came: fertility against the mean that was held, and migrants. */
static void append_course(char *text, const char *data)
{
    enum { ALL = KNOWN + YEARS };

    append(text, "%6s  %-22s  %s\n", "", "Fertility, % from mean", "Net migrants a year");
    append(text, "Region  %6s  %6s  %6s  %9s  %9s  %9s\n", "2015", "2020", "2025", "2011-2015", "2016-2020",
           "2021-2025");
    append_rule(text, 63);
    for (size_t region = 0; region < REGIONS; region++) {
        double *asfr = table_of(data, "fertility.csv", "asfr", regions[region], FIRST_KNOWN, ALL);
        double *migrants = table_of(data, "migration.csv", "net_migrants", regions[region], FIRST_KNOWN, ALL);
        double births[ALL];
        double moved[ALL];

        for (size_t year = 0; year < ALL; year++) {
            births[year] = sum_of_ages(&asfr[year * STATE], FERTILE_FIRST, FERTILE_LAST);
            moved[year] = sum_of_ages(&migrants[year * STATE], 0, AGES - 1);
        }
        append(text, "%6d", regions[region]);
        for (size_t year = KNOWN - 1; year < ALL; year += KNOWN) {
            append(text, "  %+6.1f", 100 * (births[year] / mean_of_years(births, KNOWN) - 1));
        }
        for (size_t year = 0; year < ALL; year += KNOWN) {
            append(text, "  %9.0f", mean_of_years(&moved[year], KNOWN));
        }
        append(text, "\n");
        free(migrants);
        free(asfr);
    }
}

static void read_facts(const char *data, struct facts *facts)
{
    for (size_t region = 0; region < REGIONS; region++) {
        facts[region] = facts_of(data, regions[region]);
    }
}

Test(validation_coverage, intervals_of_the_readme)
{
    keep_table("\n  Coverage              skipped: no finland_regions_hindcast_2010_2025\n");
    char *data = case_data();

    keep_table("\n  Coverage              gave no result to compare\n"); /* until it has */
    char *backtest = backtest_text(data);
    char *path = source_path("tests/validation/README.md");
    char *readme = file_text(path, NULL);
    struct outcomes outcomes;
    struct facts facts[REGIONS];
    char widths[ROOM] = "";
    char course[ROOM] = "";
    char counts[ROOM] = "";
    char rows[ROOM] = "";
    char kept[3 * ROOM];

    read_facts(data, facts);
    for (int form = 0; form < FORMS; form++) {
        for (size_t region = 0; region < REGIONS; region++) {
            read_region(data, region, facts, (enum form)form, outcomes.of[form]);
        }
        for (size_t at = 0; at < OUTCOMES; at++) {
            check_centre(backtest, &outcomes.of[form][at], &levels[at / LEADS / REGIONS], regions[at / LEADS % REGIONS],
                         leads[at % LEADS]);
        }
    }
    append_widths(widths, facts);
    append_course(course, data);
    append_counts(counts, &outcomes);
    append_outcomes(rows, &outcomes);
    snprintf(kept, sizeof kept,
             "\nHow many of the children counted fall into the 80 %% interval of four regions of Finland "
             "(tests/validation/README.md):\n%s\n%s",
             counts, rows);
    keep_table(kept);
    assert_contains(readme, widths);
    assert_contains(readme, course);
    assert_contains(readme, counts);
    assert_contains(readme, rows);
    free(readme);
    free(path);
    free(backtest);
    free(data);
}

/* The inputs that README.md shows, of a walk those of two years, are those of the run. */
Test(validation_coverage, inputs_of_the_readme)
{
    char *data = case_data();
    char *path = source_path("tests/validation/README.md");
    char *readme = file_text(path, NULL);
    struct facts facts[REGIONS];

    read_facts(data, facts);
    for (int form = 0; form < FORMS; form++) {
        const struct widths widths = widths_without(facts, 0, (enum form)form);
        char inputs[ROOM] = "";

        append_inputs(inputs, &widths, facts[0].residents, (enum form)form, 2);
        assert_contains(readme, inputs);
    }
    free(readme);
    free(path);
    free(data);
}

/* Nothing of the region that is left out is in its widths, and all of the others is. */
Test(validation_coverage, widths_come_from_the_three_other_regions)
{
    struct facts facts[REGIONS] = {
        { { NAN, NAN, NAN, NAN, NAN }, { NAN, NAN, NAN, NAN, NAN }, NAN },
        { { 0, 1, 2, 3, 4 }, { 0, 0, 0, 0, 0 }, 1 },
        { { 0, 0, 0, 0, 0 }, { 0, 2, 0, 2, 0 }, 1 },
        { { 5, 5, 5, 5, 7 }, { 1, 1, 1, 1, 1 }, 1 },
    };
    const struct widths walk = widths_without(facts, 0, WALK);
    const struct widths one_law = widths_without(facts, 0, ONE_LAW);

    assert_near(walk.fertility, sqrt((4 * 1 + 4) / 12.), 1e-15, "steps of fertility");
    assert_near(walk.migration, sqrt(4 * 4 / 12.), 1e-15, "steps of migration");
    assert_near(one_law.fertility, sqrt((10 + 3.2) / 12), 1e-15, "distances of fertility");
    assert_near(one_law.migration, sqrt(4.8 / 12), 1e-15, "distances of migration");
    cr_expect(isnan(widths_without(facts, 1, WALK).fertility) && isnan(widths_without(facts, 3, ONE_LAW).migration));
}

/* So far from the mean of five years is the h-th year after them, in squared steps: h and (1 + 4 + 9 + 16) / 25. */
Test(validation_coverage, steps_of_a_walk_from_the_mean)
{
    double squares = 0;

    for (int lead = 1; lead <= YEARS; lead++) {
        squares += steps_to(ORIGIN + lead) * steps_to(ORIGIN + lead);
        assert_near(squares, lead + 30. / 25, 1e-12, "squared steps");
    }
}

/* That the low end's tail is 2.5 %: the chance of as many or more at that share, added up. */
static double chance_of_at_least(size_t held, size_t all, double share)
{
    double chance = 0;

    for (size_t k = held; k <= all; k++) {
        double term = 1;

        for (size_t i = 0; i < k; i++) {
            term *= (double)(all - i) / (double)(k - i) * share;
        }
        chance += term * pow(1 - share, (double)(all - k));
    }
    return chance;
}

Test(validation_coverage, binomial_interval_by_its_definition)
{
    for (size_t all = 4; all <= OUTCOMES; all += 4) {
        for (size_t held = 0; held <= all; held++) {
            double low = 0;
            double high = 0;

            binomial_interval(held, all, &low, &high);
            assert_near(held == 0 ? 0.025 : chance_of_at_least(held, all, low), 0.025, 1e-9, "at least so many");
            assert_near(held == all ? 0.975 : chance_of_at_least(held + 1, all, high), 0.975, 1e-9,
                        "more than so many");
        }
    }
}
