#include "town_block.h"

#include "brass_logit.h"
#include "life_table.h"
#include "model_fixture.h"
#include "support.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>

enum { AGES = FIXTURE_AGES, CELLS = SEXES * AGES, TABLE_FIRST = 2018, TABLE_YEARS = 20 };

/* The axes that a table has; the others are left out of it. */
enum { BY_TOWN = 1, BY_YEAR = 2, BY_SEX = 4, BY_AGE = 8, ALL_AXES = 16 };

/* A figure for a town, calendar year, sex and age; an axis that a table lacks is always at its first. */
typedef double figure(size_t town, size_t year, size_t sex, size_t age);

/* The figure's table with these axes, in the order town, year, sex, age; its years begin before the base year. */
static struct rates table_of(struct fixture *district, figure *at, unsigned axes)
{
    const size_t towns = axes & BY_TOWN ? district->inputs.model.town_count : 1;
    const size_t years = axes & BY_YEAR ? TABLE_YEARS : 1;
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
                            .first_year = axes & BY_YEAR ? TABLE_FIRST : 0,
                            .last_year = axes & BY_YEAR ? TABLE_FIRST + TABLE_YEARS - 1 : 0 };
}

/* The figure as the table of these axes gives it. */
static double figure_at(figure *at, unsigned axes, size_t town, int year, size_t sex, size_t age)
{
    return at(axes & BY_TOWN ? town : 0, axes & BY_YEAR ? (size_t)(year - TABLE_FIRST) : 0, axes & BY_SEX ? sex : 0,
              axes & BY_AGE ? age : 0);
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

/* What a district's tables hold, as the test knows it. */
struct known {
    unsigned migrant_axes;
    unsigned departure_axes;
    unsigned fertility_axes;
    unsigned mortality_axes;
    bool migrants;
    bool departures;
    bool is_sx;
    bool improved;
    bool shifted;
    bool housing;
    enum housing_place place;
};

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

static void set_tables(struct fixture *district, const struct known *known, enum migration_rule rule)
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

/* Shares of migrants by age: Rogers & Castro (1981), standard parameters, as written in the book. */
static void schedule_shares(double *shares)
{
    double sum = 0;

    for (size_t age = 0; age < AGES; age++) {
        const double x = (double)age;

        shares[age] = 0.02 * exp(-0.1 * x) + 0.06 * exp(-0.1 * (x - 20) - exp(-0.4 * (x - 20))) + 0.003;
        sum += shares[age];
    }
    for (size_t age = 0; age < AGES; age++) {
        shares[age] /= sum;
    }
}

/* A town's share of what is known for the district: its part of the residents at the census. */
static double town_share(const struct fixture *district, size_t town)
{
    double residents = 0;

    for (size_t other = 0; other < district->inputs.model.town_count; other++) {
        residents += district->towns[other].population;
    }
    return district->towns[town].population / residents;
}

/* A cumulated pattern at an age that need not be whole. */
static double cumulated(const double *asfr, double age)
{
    double sum = 0;

    for (size_t x = 0; x < AGES; x++) {
        const double part = age + 1 - (double)x;

        sum += asfr[x] * (part < 0 ? 0 : part > 1 ? 1 : part);
    }
    return sum;
}

/* A pattern moved by moving its cumulated rates; none outside `first`..`last`. */
static void shift_slowly(double *asfr, size_t first, size_t last, double shift)
{
    double moved[AGES] = { 0 };
    double below = 0;

    for (size_t x = first; x <= last; x++) {
        const double sum = cumulated(asfr, x == last ? AGES : (double)x - shift);

        moved[x] = sum - below;
        below = sum;
    }
    memcpy(asfr, moved, sizeof moved);
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
            fewer += place == HOUSING_INSIDE_DISTRICT ? moving * town_share(district, town) : 0;
        }
    }
    for (size_t cell = 0; cell < CELLS; cell++) {
        persons[cell] -= fewer * shares[cell % AGES] / 2;
    }
}

/* One year of one town: its rates and migrants [sex][age], then what came of them. */
struct year {
    double dying[CELLS];
    double persons[CELLS];
    double departing[CELLS];
    double fertility[AGES];
    double births;
    double arrivals;
    double departures;
};

static struct year year_of(const struct fixture *district, const struct known *known, size_t town, int year)
{
    const double since = year - FIXTURE_BASE_YEAR;
    double shares[AGES];
    struct year of = { .births = 0 };

    schedule_shares(shares);
    for (size_t sex = 0; sex < SEXES; sex++) {
        double survival[AGES];

        for (size_t age = 0; age < AGES; age++) {
            const size_t cell = sex * AGES + age;
            double asked = figure_at(some_migrants, known->migrant_axes, town, year, sex, age);

            asked *= known->migrant_axes & BY_TOWN ? 1 : town_share(district, town);
            asked *= known->migrant_axes & BY_SEX ? 1 : 0.5;
            asked *= known->migrant_axes & BY_AGE ? 1 : shares[age];
            of.persons[cell] = known->migrants ? asked * (0.8 + 0.3 * since) : 0;
            of.persons[cell] += (30 - 25 * since) * (0.8 + 0.3 * since) * town_share(district, town) * shares[age] / 2;
            of.departing[cell] =
                known->departures
                    ? (0.6 + 0.5 * since) * figure_at(some_departures, known->departure_axes, town, year, sex, age)
                    : 0;
            of.fertility[age] = figure_at(some_fertility, known->fertility_axes, town, year, sex, age);
            survival[age] =
                figure_at(known->is_sx ? some_survival : some_deaths, known->mortality_axes, town, year, sex, age);
        }
        if (!known->is_sx) {
            life_table_survivorship((enum sex)sex, survival, AGES, survival);
        }
        for (size_t age = 0; age < AGES; age++) {
            of.dying[sex * AGES + age] = (1 - survival[age]) * (0.9 + 0.04 * since);
            for (int past = FIXTURE_BASE_YEAR + 1; past <= year && known->improved; past++) {
                of.dying[sex * AGES + age] *= 1 - some_improvement(past);
            }
        }
    }
    if (known->housing) {
        add_housing(district, known->place, town, year, shares, of.persons);
    }
    if (known->shifted) {
        shift_slowly(of.fertility, 14, 48, some_shift(year));
    }
    for (size_t age = 0; age < AGES; age++) {
        of.fertility[age] *= 1.1 - 0.05 * since;
    }
    return of;
}

/* The step the slow and plain way; `people` [sex][age] become those of the next state. */
static void reference_step(struct year *of, enum migration_rule rule, bool gross, double *people)
{
    const double early = rule == MIGRATION_EVEN ? 0.5 : 0;
    double migrants[CELLS];
    double aged[CELLS];

    for (size_t cell = 0; cell < CELLS; cell++) {
        const double leaving = gross && rule == MIGRATION_EVEN ? of->departing[cell] * people[cell] : 0;

        migrants[cell] = of->persons[cell] - leaving;
        of->arrivals += of->persons[cell];
        of->departures += leaving;
    }
    for (size_t cell = 0; cell < CELLS; cell++) {
        people[cell] += early * migrants[cell];
    }
    for (size_t sex = 0; sex < SEXES; sex++) {
        const double *dying = &of->dying[sex * AGES];
        const double *from = &people[sex * AGES];
        double *to = &aged[sex * AGES];

        for (size_t age = 1; age < AGES; age++) {
            to[age] = from[age - 1] * (1 - dying[age]);
        }
        to[AGES - 1] += from[AGES - 1] * (1 - dying[AGES - 1]);
    }
    of->births = 0;
    for (size_t age = 1; age < AGES; age++) {
        const size_t cell = FEMALE * AGES + age;

        of->births += of->fertility[age] * (people[cell] + aged[cell] + early * migrants[cell]) / 2;
    }
    aged[FEMALE * AGES] = of->births / (1 + 1.0625) * (1 - of->dying[FEMALE * AGES]);
    aged[MALE * AGES] = of->births * 1.0625 / (1 + 1.0625) * (1 - of->dying[MALE * AGES]);
    for (size_t cell = 0; cell < CELLS; cell++) {
        const double leaving = gross && rule == MIGRATION_END ? of->departing[cell] * aged[cell] : 0;

        people[cell] = aged[cell] + (1 - early) * migrants[cell] - leaving;
        of->departures += leaving;
    }
}

/* A block and all that it was given and gave. */
struct projected {
    double *population;
    double *components;
    double *children;
    unsigned char *memory;
    struct town_block towns;
};

/* Projects the towns in blocks of up to `width`, in memory full of NaNs. */
static struct projected projected(const struct fixture *district, size_t width)
{
    const struct model *model = &district->inputs.model;
    const size_t states = district->inputs.scenario.layout.years;
    const size_t places = states * model->town_count;
    struct projected self = { .population = calloc(places * CELLS, sizeof(double)),
                              .components = calloc(places * COMPONENTS, sizeof(double)),
                              .children = calloc(places * model->grade_count, sizeof(double)) };
    const struct town_states to = { self.population, states, self.components, self.children };
    struct block block = { .memory = NULL };

    town_block_lay_out(&self.towns, &district->inputs, states, &block);
    self.memory = aligned_alloc(64, block.used);
    memset(self.memory, 0xff, block.used);
    block = (struct block) { .memory = self.memory, .size = block.used };
    town_block_lay_out(&self.towns, &district->inputs, states, &block);
    town_block_share(&self.towns, &district->inputs, district->values);
    for (size_t first = 0; first < model->town_count; first += width) {
        const size_t count = model->town_count - first < width ? model->town_count - first : width;

        town_block_project(&self.towns, &district->inputs, district->values, first, count, &to);
    }
    return self;
}

static void projected_free(struct projected *self)
{
    free(self->population);
    free(self->components);
    free(self->children);
    free(self->memory);
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
                struct year year = year_of(district, known, town, FIXTURE_BASE_YEAR + (int)state);

                reference_step(&year, model->migration.rule, known->departures, people);
                assert_near(flows[BIRTHS], year.births, 1e-10, what);
                assert_near(flows[ARRIVALS], year.arrivals, 1e-10, what);
                assert_near(flows[DEPARTURES], year.departures, 1e-10, what);
                assert_near(flows[FLOORED], 0, 0, what);
            }
        }
    }
    projected_free(&of);
}

static void assert_forms_agree(const struct known *known)
{
    for (enum migration_rule rule = 0; rule < MIGRATION_RULES; rule++) {
        struct fixture district = fixture_make(3, 2024);
        char what[100];

        snprintf(what, sizeof what, "rule %s, axes: migrants %u, departures %u, fertility %u, mortality %u",
                 migration_rule_words[rule].id, known->migrant_axes, known->departure_axes, known->fertility_axes,
                 known->mortality_axes);
        set_tables(&district, known, rule);
        assert_as_reference(&district, known, what);
        fixture_free(&district);
    }
}

Test(town_block, net_migrants_of_every_form)
{
    for (unsigned axes = 0; axes < ALL_AXES; axes++) {
        assert_forms_agree(&(struct known) {
            .migrants = true, .migrant_axes = axes, .fertility_axes = BY_AGE, .mortality_axes = BY_SEX | BY_AGE });
    }
}

Test(town_block, gross_migrants_of_every_form)
{
    for (unsigned axes = 0; axes < ALL_AXES; axes++) {
        const struct known known = { .migrants = true,
                                     .migrant_axes = axes,
                                     .departures = true,
                                     .departure_axes = ALL_AXES - 1 - axes,
                                     .fertility_axes = BY_AGE,
                                     .mortality_axes = BY_SEX | BY_AGE };

        assert_forms_agree(&known);
    }
}

Test(town_block, new_housing_beside_migrants_of_every_form)
{
    for (unsigned axes = 0; axes < ALL_AXES; axes++) {
        for (enum housing_place place = 0; place < HOUSING_PLACES; place++) {
            assert_forms_agree(&(struct known) { .migrants = axes != BY_TOWN,
                                                 .migrant_axes = axes,
                                                 .departures = axes % 3 == 2,
                                                 .departure_axes = ALL_AXES - 1 - axes,
                                                 .fertility_axes = BY_AGE,
                                                 .mortality_axes = BY_SEX | BY_AGE,
                                                 .housing = true,
                                                 .place = place });
        }
    }
}

Test(town_block, vital_rates_of_every_form)
{
    for (unsigned axes = 0; axes < ALL_AXES; axes++) {
        for (unsigned is_sx = 0; is_sx < 2; is_sx++) {
            assert_forms_agree(&(struct known) { .fertility_axes = ((ALL_AXES - 1 - axes) | BY_AGE) & ~(unsigned)BY_SEX,
                                                 .mortality_axes = axes | BY_AGE,
                                                 .is_sx = is_sx != 0 });
        }
    }
}

Test(town_block, vital_rates_of_every_form_change_over_time)
{
    for (unsigned axes = 0; axes < ALL_AXES; axes++) {
        for (unsigned is_sx = 0; is_sx < 2; is_sx++) {
            assert_forms_agree(&(struct known) { .fertility_axes = ((ALL_AXES - 1 - axes) | BY_AGE) & ~(unsigned)BY_SEX,
                                                 .mortality_axes = axes | BY_AGE,
                                                 .is_sx = is_sx != 0,
                                                 .improved = true,
                                                 .shifted = true });
        }
    }
}

/* Life expectancies by any keys give the run of the survivorship ratios that they stand for. */
Test(town_block, life_expectancies_of_every_form)
{
    for (unsigned axes = 0; axes < BY_AGE; axes++) {
        struct fixture district = fixture_make(3, 2024);
        struct model *model = &district.inputs.model;
        double *ratios = fixture_array(&district, 3 * 5 * CELLS);
        double *expectancies = fixture_array(&district, 3 * TABLE_YEARS * SEXES);
        const struct rates standard = { .values = district.mortality, .sex_stride = AGES, .item_stride = 1 };
        const size_t sexes = axes & BY_SEX ? SEXES : 1;
        const size_t years = axes & BY_YEAR ? TABLE_YEARS : 1;
        double scratch[AGES];

        for (size_t cell = 0; cell < 3 * TABLE_YEARS * SEXES; cell++) {
            expectancies[cell] = 55 + 0.25 * (double)cell;
        }
        model->mortality_standard = standard;
        model->mortality = (struct rates) { .values = expectancies,
                                            .town_stride = axes & BY_TOWN ? years * sexes : 0,
                                            .year_stride = axes & BY_YEAR ? sexes : 0,
                                            .sex_stride = axes & BY_SEX ? 1 : 0,
                                            .first_year = axes & BY_YEAR ? TABLE_FIRST : 0,
                                            .last_year = axes & BY_YEAR ? TABLE_FIRST + TABLE_YEARS - 1 : 0 };
        for (size_t row = 0; row < (size_t)3 * 5 * SEXES; row++) {
            const size_t sex = row % SEXES;
            const int year = FIXTURE_BASE_YEAR + (int)(row / SEXES % 5);
            const double e0 = rates_at(&model->mortality, row / SEXES / 5, year, sex, 0);

            brass_survivorship((enum sex)sex, &district.mortality[sex * AGES], AGES, e0, scratch, &ratios[row * AGES]);
        }
        struct projected of = projected(&district, LANES);

        model->mortality_standard = (struct rates) { .values = NULL };
        model->mortality_is_sx = true;
        model->mortality = (struct rates) { .values = ratios,
                                            .town_stride = 5 * CELLS,
                                            .year_stride = CELLS,
                                            .sex_stride = AGES,
                                            .item_stride = 1,
                                            .first_year = FIXTURE_BASE_YEAR,
                                            .last_year = FIXTURE_BASE_YEAR + 4 };
        struct projected expected = projected(&district, LANES);

        assert_close(of.population, expected.population, 5 * 3 * CELLS, 0, "population");
        projected_free(&expected);
        projected_free(&of);
        fixture_free(&district);
    }
}

/* 0.5 x 0.9 = 0.45, x 0.8 = 0.36, x 1.05 = 0.378; the base year's own has no year before it to fall from. */
Test(town_block, improvements_of_mortality_worked_by_hand)
{
    struct fixture district = fixture_make(2, 2024);
    const double shares[] = { 0.1, 0.1, 0.2, -0.05, 0.1 };
    const double expected[] = { 0.5, 0.45, 0.36, 0.378 };

    fixture_set(&district, PARAMETER_MORTALITY_MULTIPLIER, 0, 0.5);
    for (int year = 0; year < 5; year++) {
        fixture_set_year(&district, PARAMETER_MORTALITY_IMPROVEMENT, 0, FIXTURE_BASE_YEAR + year, shares[year]);
    }
    struct projected of = projected(&district, LANES);

    for (size_t year = 0; year < 4; year++) {
        assert_near(of.towns.projection.dying_factor[year * LANES], expected[year], 1e-15, "factor of a town");
        assert_near(of.towns.projection.dying_factor[year * LANES + LANES - 1], expected[year], 1e-15, "of the last");
    }
    projected_free(&of);
    fixture_free(&district);
}

/* A pattern shifted in the last year alone leaves the years before as they are, to the bit. */
Test(town_block, a_shift_changes_no_other_year)
{
    for (unsigned by_town = 0; by_town < 2; by_town++) {
        const struct known known = { .fertility_axes = BY_AGE | (by_town != 0 ? BY_TOWN : 0),
                                     .mortality_axes = BY_SEX | BY_AGE };
        struct fixture district = fixture_make(3, 2024);
        const size_t year = (size_t)3 * COMPONENTS; /* flows of all towns */

        set_tables(&district, &known, MIGRATION_END);
        struct projected before = projected(&district, LANES);

        fixture_set_year(&district, PARAMETER_FERTILITY_MEAN_AGE_SHIFT, 0, 2023, 2.5);
        struct projected after = projected(&district, LANES);

        assert_close(after.components, before.components, 3 * year, 0, "flows of 2020-2022");
        for (size_t town = 0; town < 3; town++) {
            const size_t flow = 3 * year + town * COMPONENTS + BIRTHS;

            cr_assert(fabs(after.components[flow] - before.components[flow]) > 1e-3, "births of town %zu", town);
        }
        projected_free(&after);
        projected_free(&before);
        fixture_free(&district);
    }
}

/* Where mothers grow younger or older in the table only after the run's end, a shift in the run still knows it. */
Test(town_block, a_longer_horizon_leaves_shifted_years_as_they_are)
{
    double births[2];

    for (size_t longer = 0; longer < 2; longer++) {
        struct fixture district = fixture_make(2, longer != 0 ? 2024 : 2021);
        double *rates = fixture_array(&district, 4 * AGES);

        for (size_t year = 0; year < 4; year++) {
            for (size_t age = 20 - 3 * year; age <= 40 + 2 * year; age++) {
                rates[year * AGES + age] = 0.01 + 0.001 * (double)age;
            }
        }
        district.inputs.model.fertility = (struct rates) {
            .values = rates, .year_stride = AGES, .item_stride = 1, .first_year = 2020, .last_year = 2023
        };
        fixture_set(&district, PARAMETER_FERTILITY_MEAN_AGE_SHIFT, 0, 3.5);
        struct projected of = projected(&district, LANES);

        births[longer] = of.components[BIRTHS];
        projected_free(&of);
        fixture_free(&district);
    }
    assert_near(births[1], births[0], 0, "births of 2020");
}

/* A run that stops at its first state has no years, but still reads a table of fertility by town. */
Test(town_block, towns_with_their_own_fertility_and_no_years)
{
    const struct known known = { .fertility_axes = BY_AGE | BY_TOWN, .mortality_axes = BY_SEX | BY_AGE };
    struct fixture district = fixture_make(3, FIXTURE_BASE_YEAR);

    set_tables(&district, &known, MIGRATION_END);
    struct projected of = projected(&district, LANES);

    assert_near(of.population[CELLS - 1], 0.75 * district.census[CELLS - 1], 1e-10, "oldest women of town 0");
    projected_free(&of);
    fixture_free(&district);
}

Test(town_block, srb_goes_by_year)
{
    struct fixture district = fixture_make(2, 2023);
    double *srb = fixture_array(&district, 6);
    const double shares[] = { 1, 3, 0.25 };

    memcpy(&srb[2], shares, sizeof shares); /* 2018..2023 */
    district.inputs.model.srb =
        (struct rates) { .values = srb, .year_stride = 1, .first_year = 2018, .last_year = 2023 };
    memset(district.mortality, 0, CELLS * sizeof *district.mortality);
    district.mortality[MALE * AGES + AGES - 1] = 0.5;
    district.mortality[FEMALE * AGES + AGES - 1] = 0.5;
    struct projected of = projected(&district, LANES);

    for (size_t state = 1; state <= 3; state++) {
        const double *people = &of.population[(state * 2 + 1) * CELLS];

        assert_near(people[MALE * AGES] / people[FEMALE * AGES], shares[state - 1], 1e-12, "boys per girl");
    }
    projected_free(&of);
    fixture_free(&district);
}

/* The district's total is shared out whole: its towns' migrants add up to it, half of them men. */
Test(town_block, total_of_the_district_is_shared_out_whole)
{
    for (enum migration_rule rule = 0; rule < MIGRATION_RULES; rule++) {
        struct fixture district = fixture_make(5, 2022);
        double *total = fixture_array(&district, 1);

        *total = 100;
        district.inputs.model.migration.rule = rule;
        district.inputs.model.migration.form = MIGRATION_NET;
        district.inputs.model.migration.persons = (struct rates) { .values = total };
        fixture_set_year(&district, PARAMETER_MIGRATION_MULTIPLIER, 0, 2021, -0.5);
        fixture_set_year(&district, PARAMETER_MIGRATION_ADDED, 0, 2021, 7);
        struct projected of = projected(&district, LANES);
        double migrants[2] = { 0, 0 };

        for (size_t town = 0; town < 5; town++) {
            const double first = of.components[town * COMPONENTS + ARRIVALS];

            migrants[0] += first;
            migrants[1] += of.components[(5 + town) * COMPONENTS + ARRIVALS];
            assert_near(first, 100 * town_share(&district, town), 1e-10, "the town's part");
        }
        assert_near(migrants[0], 100, 1e-10, "2020");
        assert_near(migrants[1], -0.5 * (100 + 7), 1e-10, "2021: half of them leave, also of those that were added");
        projected_free(&of);
        fixture_free(&district);
    }
}

/* With nobody moving, however it was said that somebody moves, a district is as one without migration, to the bit. */
Test(town_block, multipliers_of_zero_close_the_district)
{
    struct fixture closed = fixture_make(3, 2024);
    struct fixture open = fixture_make(3, 2024);
    const struct known gross = {
        .migrants = true, .departures = true, .migrant_axes = BY_YEAR, .departure_axes = ALL_AXES
    };
    const struct known none = { .migrants = false };

    set_tables(&closed, &none, MIGRATION_END);
    set_tables(&open, &gross, MIGRATION_END);
    fixture_set(&closed, PARAMETER_MIGRATION_ADDED, 0, 0);
    fixture_set(&open, PARAMETER_MIGRATION_MULTIPLIER, 0, 0);
    fixture_set(&open, PARAMETER_MIGRATION_DEPARTURE_MULTIPLIER, 0, 0);
    struct projected of_closed = projected(&closed, LANES);
    struct projected of_open = projected(&open, LANES);

    assert_close(of_open.population, of_closed.population, 5 * 3 * CELLS, 0, "people");
    projected_free(&of_open);
    projected_free(&of_closed);
    fixture_free(&open);
    fixture_free(&closed);
}

/* The schedule of the parameters spreads what is added, not the model's: at the heights c alone all ages are alike. */
Test(town_block, schedule_of_the_parameters_spreads_migrants)
{
    struct fixture district = fixture_make(2, 2021);
    struct fixture without = fixture_make(2, 2021);

    fixture_set(&district, PARAMETER_MIGRATION_SCHEDULE_A1, 0, 0);
    fixture_set(&district, PARAMETER_MIGRATION_SCHEDULE_A2, 0, 0);
    fixture_set(&district, PARAMETER_MIGRATION_ADDED, 0, 810);
    district.inputs.model.migration.rule = MIGRATION_END;
    without.inputs.model.migration.rule = MIGRATION_END;
    struct projected of = projected(&district, LANES);
    struct projected beside = projected(&without, LANES);

    for (size_t cell = 0; cell < CELLS; cell++) {
        const size_t at = (size_t)2 * CELLS + cell;

        assert_near(of.population[at] - beside.population[at], 810.0 / 2 / AGES * town_share(&district, 0), 1e-9,
                    "migrants of a cell");
    }
    projected_free(&beside);
    projected_free(&of);
    fixture_free(&without);
    fixture_free(&district);
}

/* Whether a town of the second run has the same bits as a town of the first. */
static bool same_town(const struct projected *a, size_t towns_a, size_t town_a, const struct projected *b,
                      size_t towns_b, size_t town_b, size_t states)
{
    for (size_t state = 0; state < states; state++) {
        const double *people_a = &a->population[(state * towns_a + town_a) * CELLS];
        const double *people_b = &b->population[(state * towns_b + town_b) * CELLS];
        const double *flows_a = &a->components[(state * towns_a + town_a) * COMPONENTS];
        const double *flows_b = &b->components[(state * towns_b + town_b) * COMPONENTS];

        if (memcmp(people_a, people_b, CELLS * sizeof *people_a) != 0 ||
            (state + 1 < states && memcmp(flows_a, flows_b, COMPONENTS * sizeof *flows_a) != 0)) {
            return false;
        }
    }
    return true;
}

/* A town's bits do not depend on the lane that it stands in nor on what stands, or stood, beside it. */
Test(town_block, lanes_never_mix)
{
    enum { TOWNS = 37 };
    static const unsigned axes[] = { 0, BY_YEAR | BY_AGE, ALL_AXES - 1 };

    for (size_t form = 0; form < sizeof axes / sizeof axes[0]; form++) {
        const struct known known = { .migrants = true,
                                     .departures = true,
                                     .migrant_axes = axes[form],
                                     .departure_axes = axes[form] | BY_AGE,
                                     .fertility_axes = (axes[form] | BY_AGE) & ~(unsigned)BY_SEX,
                                     .mortality_axes = axes[form] | BY_AGE };
        struct fixture district = fixture_make(TOWNS, 2026);

        set_tables(&district, &known, MIGRATION_EVEN);
        struct projected together = projected(&district, LANES);

        for (size_t width = 1; width < LANES; width += 4) {
            struct projected apart = projected(&district, width);

            for (size_t town = 0; town < TOWNS; town++) {
                cr_assert(same_town(&together, TOWNS, town, &apart, TOWNS, town, 7), "form %zu, width %zu, town %zu",
                          form, width, town);
            }
            projected_free(&apart);
        }
        projected_free(&together);
        fixture_free(&district);
    }
}

/* Lanes without a town are empty, whatever stood in the memory or in an earlier block of the same run. */
Test(town_block, lanes_without_a_town_stand_empty)
{
    const unsigned all = ALL_AXES - 1;
    const struct known known = { .migrants = true,
                                 .departures = true,
                                 .migrant_axes = all,
                                 .departure_axes = all,
                                 .fertility_axes = BY_TOWN | BY_YEAR | BY_AGE,
                                 .mortality_axes = all };

    for (size_t towns = 3; towns <= LANES + 3; towns += LANES) {
        struct fixture district = fixture_make(towns, 2024);

        set_tables(&district, &known, MIGRATION_END);
        struct projected of = projected(&district, LANES);

        for (size_t cell = 0; cell < 5 * CELLS * LANES; cell++) {
            const double people = of.towns.population[cell];

            cr_assert(cell % LANES < 3 ? people > 0 : people == 0, "%zu towns: cell %zu, lane %zu has %g", towns,
                      cell / LANES, cell % LANES, people);
        }
        projected_free(&of);
        fixture_free(&district);
    }
}

/* Nobody lives in a town without people, and none of the district's migrants go there. */
Test(town_block, empty_town_stays_empty)
{
    struct fixture district = fixture_make(3, 2024);
    const struct known known = { .migrants = true, .fertility_axes = BY_AGE, .mortality_axes = BY_AGE };

    memset(&district.census[CELLS], 0, CELLS * sizeof *district.census);
    district.towns[1].population = 0;
    set_tables(&district, &known, MIGRATION_END);
    struct projected of = projected(&district, LANES);

    for (size_t state = 0; state < 5; state++) {
        for (size_t cell = 0; cell < CELLS; cell++) {
            assert_near(of.population[(state * 3 + 1) * CELLS + cell], 0, 0, "people");
        }
        for (size_t component = 0; state < 4 && component < COMPONENTS; component++) {
            assert_near(of.components[(state * 3 + 1) * COMPONENTS + component], 0, 0, "flow");
        }
    }
    projected_free(&of);
    fixture_free(&district);
}

/* Without any births the kernel is still given ages of mothers that it accepts. */
Test(town_block, district_without_births)
{
    struct fixture district = fixture_make(2, 2023);

    memset(district.fertility, 0, AGES * sizeof *district.fertility);
    struct projected of = projected(&district, LANES);

    for (size_t state = 1; state <= 3; state++) {
        assert_near(of.components[(state - 1) * 2 * COMPONENTS + BIRTHS], 0, 0, "births");
        assert_near(of.population[state * 2 * CELLS], 0, 0, "boys of age 0");
    }
    projected_free(&of);
    fixture_free(&district);
}

/* Mothers of the open age, and of a later year or another town alone, are not passed over. */
Test(town_block, mothers_of_any_age_town_and_year_count)
{
    for (size_t age = 1; age < AGES; age += 79) {
        struct fixture district = fixture_make(2, 2024);
        double *rates = fixture_array(&district, 2 * 4 * AGES);

        rates[(1 * 4 + 1) * AGES + age] = 0.5; /* town 1 in 2021 alone, while there are children of age 1 */
        district.inputs.model.fertility = (struct rates) { .values = rates,
                                                           .town_stride = 4 * AGES,
                                                           .year_stride = AGES,
                                                           .item_stride = 1,
                                                           .first_year = 2020,
                                                           .last_year = 2023 };
        struct projected of = projected(&district, LANES);

        for (size_t year = 0; year < 4; year++) {
            for (size_t town = 0; town < 2; town++) {
                const bool births = of.components[(year * 2 + town) * COMPONENTS + BIRTHS] > 0;

                cr_assert_eq(births, town == 1 && year == 1, "age %zu, year %zu, town %zu", age, year, town);
            }
        }
        projected_free(&of);
        fixture_free(&district);
    }
}
