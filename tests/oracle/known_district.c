#include "known_district.h"

#include "life_table.h"
#include "projected.h"
#include "support.h"

#include <math.h>
#include <stdio.h>

enum { AGES = FIXTURE_AGES, CELLS = PLAIN_CELLS };

/* A figure for a town, calendar year, sex and age; an axis that a table lacks is always at its first. */
typedef double figure(size_t town, size_t year, size_t sex, size_t age);

/* The figure's table with these axes, in the order town, year, sex, age; its years begin before the base year. */
static struct rates table_of(struct fixture *district, figure *at, unsigned axes)
{
    const size_t towns = axes & BY_TOWN ? district->inputs.model.town_count : 1;
    const size_t years = axes & BY_YEAR ? KNOWN_YEARS : 1;
    const size_t sexes = axes & BY_SEX ? SEXES : 1;
    const size_t ages = axes & BY_AGE ? AGES : 1;
    double *values = fixture_array(district, towns * years * sexes * ages);

    for (size_t cell = 0; cell < towns * years * sexes * ages; cell++) {
        values[cell] = at(cell / ages / sexes / years, cell / ages / sexes % years, cell / ages % sexes, cell % ages);
    }
    return (struct rates) { .values = values,
                            .town_stride = axes & BY_TOWN ? years * sexes * ages : 0,
                            .year_stride = axes & BY_YEAR ? sexes * ages : 0,
                            .sex_stride = axes & BY_SEX ? ages : 0,
                            .item_stride = axes & BY_AGE ? 1 : 0,
                            .first_year = axes & BY_YEAR ? KNOWN_FIRST_YEAR : 0,
                            .last_year = axes & BY_YEAR ? KNOWN_FIRST_YEAR + KNOWN_YEARS - 1 : 0 };
}

/* The figure as the table of these axes gives it. */
static double figure_at(figure *at, unsigned axes, size_t town, int year, size_t sex, size_t age)
{
    return at(axes & BY_TOWN ? town : 0, axes & BY_YEAR ? (size_t)(year - KNOWN_FIRST_YEAR) : 0,
              axes & BY_SEX ? sex : 0, axes & BY_AGE ? age : 0);
}

/* Net migrants small enough that no cell runs empty; of both signs. */
static double some_migrants(size_t town, size_t year, size_t sex, size_t age)
{
    return 0.3 + 0.01 * (double)age - 0.05 * (double)year + 0.2 * (double)sex - 0.1 * (double)town;
}

static double some_departures(size_t town, size_t year, size_t sex, size_t age)
{
    return 0.004 + 0.0001 * (double)age + 0.0003 * (double)year + 0.002 * (double)sex + 0.001 * (double)(town % 7);
}

static double some_fertility(size_t town, size_t year, size_t sex, size_t age)
{
    const bool fertile = age >= 14 + town && age < 49;

    (void)sex;
    return fertile ? 0.03 + 0.001 * (double)year + 0.004 * (double)town + 0.0002 * (double)age : 0;
}

/* Survivorship ratios. */
static double some_survival(size_t town, size_t year, size_t sex, size_t age)
{
    const double old = (double)age / AGES;

    return 0.996 - 0.3 * old * old * old - 0.0001 * (double)year - 0.001 * (double)sex - 0.0007 * (double)town;
}

/* Central death rates. */
static double some_deaths(size_t town, size_t year, size_t sex, size_t age)
{
    return (1 - some_survival(town, year, sex, age)) * 1.1;
}

/* Shares by which the probabilities of dying fall, of both signs. */
static double some_improvement(int year)
{
    return 0.04 - 0.03 * (year - FIXTURE_BASE_YEAR);
}

/* Years by which births come later, of both signs and by no whole year. */
static double some_shift(int year)
{
    return 1.25 - (year - FIXTURE_BASE_YEAR);
}

/* New housing of the district of three towns. */
static const struct {
    size_t town;
    double units;
    int handover;
    int years_to_fill;
    double multiplier; /* Of persons in the base year; more each year. */
} some_estates[] = { { 1, 20, 2021, 2, 0.9 }, { 0, 9, 2020, 3, 1 }, { 1, 4, 2022, 1, 1.1 }, { 2, 8, 2019, 2, 1 } };

enum { ESTATES = sizeof some_estates / sizeof some_estates[0] };

/* Persons of an age who come to a dwelling; estates differ. */
static double some_household(size_t estate, size_t sex, size_t age)
{
    return 0.01 + 0.0005 * (double)age + 0.004 * (double)sex + 0.002 * (double)estate;
}

static void set_estates(struct fixture *district, enum housing_place place)
{
    struct model *model = &district->inputs.model;
    struct estate *estates = pool_array(&model->pool, ESTATES, sizeof *estates);

    for (size_t estate = 0; estate < ESTATES; estate++) {
        double *persons = fixture_array(district, CELLS);

        for (size_t cell = 0; cell < CELLS; cell++) {
            persons[cell] = some_household(estate, cell / AGES, cell % AGES);
        }
        estates[estate] = (struct estate) { .name = { "estate", { "小区", "Estate" } },
                                            .town = some_estates[estate].town,
                                            .units = some_estates[estate].units,
                                            .handover = some_estates[estate].handover,
                                            .years_to_fill = some_estates[estate].years_to_fill,
                                            .persons = persons };
    }
    model->estates = estates;
    model->estate_count = ESTATES;
    model->migration.housing = place;
    fixture_settle(district, district->inputs.scenario.last_year);
    for (int year = FIXTURE_BASE_YEAR; year <= district->inputs.scenario.last_year; year++) {
        for (size_t estate = 0; estate < ESTATES; estate++) {
            fixture_set_year(district, PARAMETER_HOUSING_PERSONS_MULTIPLIER, estate, year,
                             some_estates[estate].multiplier + 0.01 * (year - FIXTURE_BASE_YEAR));
        }
    }
}

void known_set(struct fixture *district, const struct known *known, enum migration_rule rule)
{
    struct model *model = &district->inputs.model;

    if (known->housing) {
        set_estates(district, known->place);
    }
    model->migration.rule = rule;
    model->migration.form = !known->migrants ? MIGRATION_NONE : known->departures ? MIGRATION_GROSS : MIGRATION_NET;
    if (known->migrants) {
        model->migration.persons = table_of(district, some_migrants, known->migrant_axes);
    }
    if (known->departures) {
        model->migration.departure_rate = table_of(district, some_departures, known->departure_axes);
    }
    model->fertility = table_of(district, some_fertility, known->fertility_axes);
    model->mortality = table_of(district, known->is_sx ? some_survival : some_deaths, known->mortality_axes);
    model->mortality_is_sx = known->is_sx;
    for (int year = FIXTURE_BASE_YEAR; year <= district->inputs.scenario.last_year; year++) {
        const double since = year - FIXTURE_BASE_YEAR;

        fixture_set_year(district, PARAMETER_FERTILITY_MULTIPLIER, 0, year, 1.1 - 0.05 * since);
        fixture_set_year(district, PARAMETER_MORTALITY_MULTIPLIER, 0, year, 0.9 + 0.04 * since);
        fixture_set_year(district, PARAMETER_MIGRATION_MULTIPLIER, 0, year, 0.8 + 0.3 * since);
        fixture_set_year(district, PARAMETER_MIGRATION_DEPARTURE_MULTIPLIER, 0, year, 0.6 + 0.5 * since);
        fixture_set_year(district, PARAMETER_MIGRATION_ADDED, 0, year, 30 - 25 * since);
        if (known->improved) {
            fixture_set_year(district, PARAMETER_MORTALITY_IMPROVEMENT, 0, year, some_improvement(year));
        }
        if (known->shifted) {
            fixture_set_year(district, PARAMETER_FERTILITY_MEAN_AGE_SHIFT, 0, year, some_shift(year));
        }
    }
}

double known_town_share(const struct fixture *district, size_t town)
{
    double residents = 0;

    for (size_t other = 0; other < district->inputs.model.town_count; other++) {
        residents += district->towns[other].population;
    }
    return district->towns[town].population / residents;
}

/* Adds who moves into the town's estates, and takes away whom they stand for. */
static void add_housing(const struct fixture *district, enum housing_place place, size_t town, int year,
                        const double *shares, double *persons)
{
    double fewer = 0;

    for (size_t estate = 0; estate < ESTATES; estate++) {
        const int since = year - some_estates[estate].handover;
        const bool here = some_estates[estate].town == town;

        for (size_t cell = 0; cell < CELLS && since >= 0 && since < some_estates[estate].years_to_fill; cell++) {
            const double moving = some_estates[estate].units / some_estates[estate].years_to_fill *
                                  (some_estates[estate].multiplier + 0.01 * (year - FIXTURE_BASE_YEAR)) *
                                  some_household(estate, cell / AGES, cell % AGES);

            persons[cell] += here ? moving : 0;
            fewer += place == HOUSING_INSIDE && here ? moving : 0;
            fewer += place == HOUSING_INSIDE_DISTRICT ? moving * known_town_share(district, town) : 0;
        }
    }
    for (size_t cell = 0; cell < CELLS; cell++) {
        persons[cell] -= fewer * shares[cell % AGES] / 2;
    }
}

/* Who comes to the town and who leaves it, without new housing. */
static void set_migrants(const struct fixture *district, const struct known *known, size_t town, int year,
                         const double *shares, struct plain_year *of)
{
    const double since = year - FIXTURE_BASE_YEAR;

    for (size_t cell = 0; cell < CELLS; cell++) {
        const size_t sex = cell / AGES;
        const size_t age = cell % AGES;
        double asked = figure_at(some_migrants, known->migrant_axes, town, year, sex, age);

        asked *= known->migrant_axes & BY_TOWN ? 1 : known_town_share(district, town);
        asked *= known->migrant_axes & BY_SEX ? 1 : 0.5;
        asked *= known->migrant_axes & BY_AGE ? 1 : shares[age];
        of->persons[cell] = known->migrants ? asked * (0.8 + 0.3 * since) : 0;
        of->persons[cell] +=
            (30 - 25 * since) * (0.8 + 0.3 * since) * known_town_share(district, town) * shares[age] / 2;
        of->departing[cell] =
            known->departures
                ? (0.6 + 0.5 * since) * figure_at(some_departures, known->departure_axes, town, year, sex, age)
                : 0;
    }
}

static void set_dying(const struct known *known, size_t town, int year, size_t sex, double *dying)
{
    figure *const at = known->is_sx ? some_survival : some_deaths;
    double survival[AGES];

    for (size_t age = 0; age < AGES; age++) {
        survival[age] = figure_at(at, known->mortality_axes, town, year, sex, age);
    }
    if (!known->is_sx) {
        life_table_survivorship((enum sex)sex, survival, AGES, survival);
    }
    for (size_t age = 0; age < AGES; age++) {
        dying[age] = (1 - survival[age]) * (0.9 + 0.04 * (year - FIXTURE_BASE_YEAR));
        for (int past = FIXTURE_BASE_YEAR + 1; past <= year && known->improved; past++) {
            dying[age] *= 1 - some_improvement(past);
        }
    }
}

static void set_fertility(const struct known *known, size_t town, int year, double *fertility)
{
    for (size_t age = 0; age < AGES; age++) {
        fertility[age] = figure_at(some_fertility, known->fertility_axes, town, year, FEMALE, age);
    }
    if (known->shifted) {
        plain_shift(fertility, 14, 48, some_shift(year));
    }
    for (size_t age = 0; age < AGES; age++) {
        fertility[age] *= 1.1 - 0.05 * (year - FIXTURE_BASE_YEAR);
    }
}

struct plain_year known_year(const struct fixture *district, const struct known *known, size_t town, int year)
{
    double shares[AGES];
    struct plain_year of = { .births = 0 };

    plain_schedule(shares);
    set_migrants(district, known, town, year, shares, &of);
    if (known->housing) {
        add_housing(district, known->place, town, year, shares, of.persons);
    }
    for (size_t sex = 0; sex < SEXES; sex++) {
        set_dying(known, town, year, sex, &of.dying[sex * AGES]);
    }
    set_fertility(known, town, year, of.fertility);
    return of;
}

/* Every state and flow of every town against the slow way. */
static void assert_as_reference(const struct fixture *district, const struct known *known, const char *what)
{
    const struct model *model = &district->inputs.model;
    struct projected of = projected(district, LANES);

    for (size_t town = 0; town < model->town_count; town++) {
        double people[CELLS];

        for (size_t cell = 0; cell < CELLS; cell++) {
            const bool open = cell % AGES == AGES - 1;
            const double *census = &district->census[town * CELLS + cell];

            people[cell] = 0.75 * census[0] + (open ? 0 : 0.25 * census[1]);
        }
        for (size_t state = 0; state < district->inputs.scenario.layout.years; state++) {
            assert_close(&of.population[(state * model->town_count + town) * CELLS], people, CELLS, 1e-10, what);
            if (state + 1 < district->inputs.scenario.layout.years) {
                const double *flows = &of.components[(state * model->town_count + town) * COMPONENTS];
                struct plain_year year = known_year(district, known, town, FIXTURE_BASE_YEAR + (int)state);

                plain_year_step(&year, model->migration.rule, known->departures, people);
                assert_near(flows[BIRTHS], year.births, 1e-10, what);
                assert_near(flows[ARRIVALS], year.arrivals, 1e-10, what);
                assert_near(flows[DEPARTURES], year.departures, 1e-10, what);
                assert_near(flows[FLOORED], 0, 0, what);
            }
        }
    }
    projected_free(&of);
}

void assert_as_known(const struct known *known)
{
    for (enum migration_rule rule = 0; rule < MIGRATION_RULES; rule++) {
        struct fixture district = fixture_make(3, 2024);
        char what[100];

        snprintf(what, sizeof what, "rule %s, axes: migrants %u, departures %u, fertility %u, mortality %u",
                 migration_rule_words[rule].id, known->migrant_axes, known->departure_axes, known->fertility_axes,
                 known->mortality_axes);
        known_set(&district, known, rule);
        assert_as_reference(&district, known, what);
        fixture_free(&district);
    }
}
