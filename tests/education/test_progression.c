#include "progression.h"

#include "enrolment.h"
#include "model_fixture.h"
#include "support.h"

#include <math.h>
#include <string.h>

#include <criterion/criterion.h>

enum { TOWNS = 3, LAST_YEAR = 2027, STATES = LAST_YEAR - FIXTURE_BASE_YEAR + 1 };

/* Grades whose pupils come from the population where all levels are in the table: nursery 1 alone (ages 3 to 10). */
enum { NURSERY_1 = 0, PRIMARY_1 = 3, MIDDLE_1 = 5 };

/** Levels of the history that a test can change. */
struct known {
    double *pupils; /**< [year][town, or one][grade] */
    bool *has_level;
    size_t towns;
};

/* Gives the model pupils of `years` years from `first_year` on, 0 as yet, and makes progression its method. */
static struct known know(struct fixture *district, int first_year, size_t years, bool by_town)
{
    struct model *model = &district->inputs.model;
    struct known known = { .towns = by_town ? model->town_count : 1 };

    known.has_level = pool_array(&model->pool, FIXTURE_LEVELS, sizeof *known.has_level);
    memset(known.has_level, true, FIXTURE_LEVELS * sizeof *known.has_level);
    known.pupils = fixture_array(district, years * known.towns * FIXTURE_GRADES);
    model->pupil_history = (struct pupil_history) { .first_year = first_year,
                                                    .years = years,
                                                    .by_town = by_town,
                                                    .has_level = known.has_level,
                                                    .pupils = known.pupils };
    model->enrolment_method = ENROLMENT_BY_PROGRESSION;
    model->progression_years = PROGRESSION_WEIGHTED;
    fixture_settle(district, district->inputs.scenario.last_year);
    return known;
}

static double *pupils_at(const struct known *known, size_t year, size_t town, size_t grade)
{
    return &known->pupils[(year * known->towns + town) * FIXTURE_GRADES + grade];
}

/* Whole pupils, some grades of some towns and years empty. */
static void fill_at_random(const struct known *known, size_t years, unsigned long long *seed)
{
    for (size_t cell = 0; cell < years * known->towns * FIXTURE_GRADES; cell++) {
        const double size = fixture_random(seed);

        known->pupils[cell] = size < 0.15 ? 0 : floor(200 * size);
    }
    for (size_t grade = 0; grade < FIXTURE_GRADES; grade++) {
        *pupils_at(known, 0, 0, grade) += 1; /* some district's pupils in every grade */
    }
}

static double progressed(const struct fixture_run *run, const struct model *model, size_t state, size_t town,
                         size_t grade)
{
    return run->result.progression.pupils[(state * model->town_count + town) * model->grade_count + grade];
}

static double children(const struct fixture_run *run, const struct model *model, size_t state, size_t town,
                       size_t grade)
{
    return run->result.children[(state * model->town_count + town) * model->grade_count + grade];
}

/* A sum over the towns, or one town where `town` is none of the district as a whole. */
static double of_place(double (*value)(const struct fixture_run *, const struct model *, size_t, size_t, size_t),
                       const struct fixture_run *run, const struct model *model, size_t state, size_t town,
                       size_t grade)
{
    double sum = 0;

    for (size_t each = 0; each < model->town_count; each++) {
        sum += town == each || town == model->town_count ? value(run, model, state, each, grade) : 0;
    }
    return sum;
}

/** The numerators and denominators of a ratio, year after year. */
struct series {
    double above[16];
    double below[16];
    size_t count;
};

/* The oracle's: what the years of the table say of a place's grade. */
static struct series series_of(const struct known *known, size_t years, size_t base, const struct fixture_run *run,
                               const struct model *model, size_t town, size_t grade)
{
    struct series series = { .count = 0 };

    for (size_t year = 0; year < years; year++) {
        double above = 0;
        double below = 0;

        for (size_t each = 0; each < TOWNS; each++) {
            if (each != town && town != TOWNS) {
                continue;
            }
            above += *pupils_at(known, year, each, grade);
            if (grade != NURSERY_1 && year > 0) {
                below += *pupils_at(known, year - 1, each, grade - 1);
            }
        }
        if (grade == NURSERY_1 && year >= base) {
            below = of_place(children, run, model, year - base, town, grade);
        }
        if (grade != NURSERY_1 ? year > 0 : year >= base) {
            series.above[series.count] = above;
            series.below[series.count++] = below;
        }
    }
    return series;
}

/* One ratio of a series as the definition has it; NAN where no year tells anything. */
static double oracle_ratio(const struct series *series, enum progression_years years)
{
    double ratios = 0;
    double told = 0;
    double above = 0;
    double below = 0;
    double last = NAN;

    for (size_t i = 0; i < series->count; i++) {
        if (series->below[i] == 0) {
            continue;
        }
        last = series->above[i] / series->below[i];
        ratios += last;
        told += 1;
        above += (double)(i + 1) * series->above[i];
        below += (double)(i + 1) * series->below[i];
    }
    return years == PROGRESSION_MEAN ? ratios / told : years == PROGRESSION_LAST ? last : above / below;
}

/* The whole of it by plain loops: random tables with empty grades, all three rules, tables that end at the base year or
 * go on after it. */
Test(progression, is_what_plain_loops_give)
{
    unsigned long long seed = 7;

    for (size_t trial = 0; trial < 60; trial++) {
        const enum progression_years rule = (enum progression_years)(trial % PROGRESSION_YEARS);
        const size_t base = trial % 4;
        const size_t years = base + 1 + trial % 3 + (base == 0);
        struct fixture district = fixture_make(TOWNS, LAST_YEAR);
        struct known known = know(&district, FIXTURE_BASE_YEAR - (int)base, years, true);
        const struct model *model = &district.inputs.model;

        fill_at_random(&known, years, &seed);
        fixture_set(&district, PARAMETER_ENROLMENT_PROGRESSION_RATIO, 0, rule);
        struct fixture_run run = fixture_run(&district);

        for (size_t town = 0; town < TOWNS; town++) {
            for (size_t grade = 0; grade < FIXTURE_GRADES; grade++) {
                const struct series own = series_of(&known, years, base, &run, model, town, grade);
                const struct series all = series_of(&known, years, base, &run, model, TOWNS, grade);
                const double district_ratio = oracle_ratio(&all, rule);
                const double own_ratio = oracle_ratio(&own, rule);
                const double ratio = isnan(own_ratio) ? (isnan(district_ratio) ? 0 : district_ratio) : own_ratio;

                for (size_t state = 0; state < STATES; state++) {
                    const double expected = base + state < years ? *pupils_at(&known, base + state, town, grade)
                                            : grade == NURSERY_1
                                                ? children(&run, model, state, town, grade) * ratio
                                                : progressed(&run, model, state - 1, town, grade - 1) * ratio;

                    assert_near(progressed(&run, model, state, town, grade), expected, 1e-10 * (1 + expected),
                                "pupils");
                }
            }
        }
        fixture_run_free(&run);
        fixture_free(&district);
    }
}

/* By hand: 100 -> 90, 200 -> 240, 300 -> 360 from primary 1 to primary 2. */
Test(progression, the_three_ratios_by_hand)
{
    static const double below[] = { 100, 200, 300, 0 };
    static const double above[] = { 0, 90, 240, 360 };
    static const double ratios[PROGRESSION_YEARS] = {
        [PROGRESSION_MEAN] = (0.9 + 1.2 + 1.2) / 3,
        [PROGRESSION_WEIGHTED] = (1 * 90 + 2 * 240 + 3 * 360.0) / (1 * 100 + 2 * 200 + 3 * 300.0),
        [PROGRESSION_LAST] = 1.2,
    };
    struct fixture district = fixture_make(1, LAST_YEAR);
    const struct known known = know(&district, 2017, 4, true);

    for (size_t year = 0; year < 4; year++) {
        *pupils_at(&known, year, 0, PRIMARY_1) = below[year];
        *pupils_at(&known, year, 0, PRIMARY_1 + 1) = above[year];
    }
    for (size_t rule = 0; rule < PROGRESSION_YEARS; rule++) {
        fixture_set(&district, PARAMETER_ENROLMENT_PROGRESSION_RATIO, 0, (double)rule);
        struct fixture_run run = fixture_run(&district);

        assert_near(run.result.progression.ratio[PRIMARY_1 + 1], ratios[rule], 1e-15, "ratio");
        fixture_run_free(&run);
    }
    fixture_free(&district);
}

/* As many pupils in every grade and year, as many children of the entry age: nothing moves, to the last bit. */
Test(progression, constant_pupils_and_entrants_stay)
{
    struct fixture district = fixture_make(TOWNS, LAST_YEAR);
    const struct known known = know(&district, 2018, 3, true);
    double child[STATES * TOWNS * FIXTURE_GRADES];
    double ratio[(TOWNS + 1) * FIXTURE_GRADES];
    double pupils[STATES * TOWNS * FIXTURE_GRADES];
    struct progression self = { ratio, pupils };

    for (size_t cell = 0; cell < 3 * TOWNS * FIXTURE_GRADES; cell++) {
        known.pupils[cell] = 64;
    }
    for (size_t cell = 0; cell < STATES * TOWNS * FIXTURE_GRADES; cell++) {
        child[cell] = 128;
    }
    progression_run(&district.inputs, district.values, child, STATES, &self);
    for (size_t cell = 0; cell < STATES * TOWNS * FIXTURE_GRADES; cell++) {
        assert_near(pupils[cell], 64, 0, "pupils");
    }
    assert_near(ratio[NURSERY_1], 0.5, 0, "ratio of entrants");
    assert_near(ratio[PRIMARY_1], 1, 0, "ratio to primary from nursery");
    fixture_free(&district);
}

/* Nobody dies or moves and every child is in school: then both methods say the same, to the last bit. */
Test(progression, agrees_with_rates_where_every_child_is_in_school)
{
    struct fixture district = fixture_make(TOWNS, LAST_YEAR);
    struct model *model = &district.inputs.model;

    model->census_shift = 0;
    memset(district.mortality, 0, SEXES * FIXTURE_AGES * sizeof *district.mortality);
    for (size_t grade = 0; grade < FIXTURE_GRADES; grade++) {
        district.enrolment_rate[grade] = 1;
    }
    struct fixture_run by_rates = fixture_run(&district);
    const struct known known = know(&district, 2018, 3, true);

    /* Who is 3 in 2018 is 5 in 2020. */
    for (size_t year = 0; year < 3; year++) {
        for (size_t town = 0; town < TOWNS; town++) {
            for (size_t grade = 0; grade < FIXTURE_GRADES; grade++) {
                const double *boys = &district.census[town * SEXES * FIXTURE_AGES];
                const size_t age = 3 + grade + (2 - year);

                *pupils_at(&known, year, town, grade) = boys[age] + boys[FIXTURE_AGES + age];
            }
        }
    }
    for (size_t rule = 0; rule < PROGRESSION_YEARS; rule++) {
        fixture_set(&district, PARAMETER_ENROLMENT_PROGRESSION_RATIO, 0, (double)rule);
        struct fixture_run run = fixture_run(&district);

        assert_close(run.result.enrolled, by_rates.result.enrolled, STATES * TOWNS * FIXTURE_GRADES, 0, "enrolled");
        fixture_run_free(&run);
    }
    fixture_run_free(&by_rates);
    fixture_free(&district);
}

/* The district's pupils alone are known: towns have them by population and share its ratios; and the towns together are
 * what the same district makes as one town. */
Test(progression, towns_of_a_shared_out_district_add_up_to_it)
{
    unsigned long long seed = 11;
    struct fixture district = fixture_make(TOWNS, LAST_YEAR);
    const struct known known = know(&district, 2017, 4, false);
    const struct model *model = &district.inputs.model;
    double ratio[2 * FIXTURE_GRADES];
    double pupils[STATES * FIXTURE_GRADES];
    double child[STATES * FIXTURE_GRADES];
    struct progression one = { ratio, pupils };

    fill_at_random(&known, 4, &seed);
    struct fixture_run run = fixture_run(&district);

    for (size_t cell = 0; cell < STATES * FIXTURE_GRADES; cell++) {
        child[cell] = of_place(children, &run, model, cell / FIXTURE_GRADES, TOWNS, cell % FIXTURE_GRADES);
    }
    struct inputs alone = district.inputs;

    alone.model.town_count = 1;
    progression_run(&alone, district.values, child, STATES, &one);
    for (size_t cell = 0; cell < STATES * FIXTURE_GRADES; cell++) {
        assert_near(of_place(progressed, &run, model, cell / FIXTURE_GRADES, TOWNS, cell % FIXTURE_GRADES),
                    pupils[cell], 1e-9, "pupils of all towns");
    }
    for (size_t cell = 0; cell < (TOWNS + 1) * FIXTURE_GRADES; cell++) {
        assert_near(run.result.progression.ratio[cell], ratio[cell % FIXTURE_GRADES], 1e-14, "ratio");
    }
    const double part = district.towns[1].population /
                        (district.towns[0].population + district.towns[1].population + district.towns[2].population);

    assert_near(progressed(&run, model, 0, 1, MIDDLE_1), *pupils_at(&known, 3, 0, MIDDLE_1) * part, 1e-9,
                "town's part");
    cr_assert(progression_is_shared_out(&district.inputs, district.values, FIXTURE_MIDDLE));
    /* Such a split is an assumption, also in a town whose population is measured. */
    const struct gap *row = fixture_gap(&district, &run, 2, 0, FIXTURE_MIDDLE);

    cr_assert_eq(district.towns[0].status, MEASURED);
    cr_assert_gt(row->demand, 0);
    assert_near(row->demand_assumed, row->demand, 0, "assumed part of demand");
    fixture_run_free(&run);
    fixture_free(&district);
}

/* Where nobody was ever in the grade before, a town has the district's ratio. */
Test(progression, town_with_an_empty_grade_has_the_ratio_of_the_district)
{
    struct fixture district = fixture_make(TOWNS, LAST_YEAR);
    const struct known known = know(&district, 2018, 3, true);

    for (size_t year = 0; year < 3; year++) {
        for (size_t town = 0; town < TOWNS; town++) {
            *pupils_at(&known, year, town, MIDDLE_1) = town == 1 && year < 2 ? 0 : 80;
            *pupils_at(&known, year, town, MIDDLE_1 + 1) = town == 0 ? 60 : town == 1 ? 0 : 40;
        }
    }
    struct fixture_run run = fixture_run(&district);
    const double *ratio = run.result.progression.ratio;

    assert_near(ratio[MIDDLE_1 + 1], 0.75, 1e-15, "first town");
    assert_near(ratio[2 * FIXTURE_GRADES + MIDDLE_1 + 1], 0.5, 1e-15, "third town");
    assert_near(ratio[FIXTURE_GRADES + MIDDLE_1 + 1], 0.625, 1e-15, "second town, as the district");
    assert_near(progressed(&run, &district.inputs.model, 1, 1, MIDDLE_1 + 1), 80 * 0.625, 1e-12, "its pupils");
    fixture_run_free(&run);
    fixture_free(&district);
}

/* A level that the table does not have goes by rates, and the first grade after it by the population. */
Test(progression, levels_without_pupils_go_by_rates)
{
    struct fixture district = fixture_make(TOWNS, LAST_YEAR);
    struct fixture_run by_rates = fixture_run(&district);
    const struct known known = know(&district, 2018, 3, true);
    const struct model *model = &district.inputs.model;

    known.has_level[FIXTURE_PRIMARY] = false;
    for (size_t cell = 0; cell < 3 * TOWNS * FIXTURE_GRADES; cell++) {
        known.pupils[cell] = cell % FIXTURE_GRADES == 3 || cell % FIXTURE_GRADES == 4 ? 0 : 50;
    }
    struct fixture_run run = fixture_run(&district);

    for (size_t row = 0; row < STATES * TOWNS; row++) {
        for (size_t grade = 3; grade < 5; grade++) {
            assert_near(run.result.enrolled[row * FIXTURE_GRADES + grade],
                        by_rates.result.enrolled[row * FIXTURE_GRADES + grade], 0, "primary");
        }
    }
    const double ratio = 50 / children(&run, model, 0, 1, MIDDLE_1);

    assert_near(progressed(&run, model, 4, 1, MIDDLE_1), children(&run, model, 4, 1, MIDDLE_1) * ratio, 1e-9, "middle");
    fixture_run_free(&run);
    fixture_run_free(&by_rates);
    fixture_free(&district);
}

/* A year of age between two levels: whoever enters the later one is told from the population. */
Test(progression, a_gap_between_levels_makes_an_entry)
{
    struct fixture district = fixture_make(TOWNS, LAST_YEAR);

    know(&district, 2018, 3, true);
    cr_assert_eq(model_grade_before(&district.inputs.model, MIDDLE_1), (size_t)MIDDLE_1 - 1);
    cr_assert_eq(model_grade_before(&district.inputs.model, MIDDLE_1 + 1), (size_t)MIDDLE_1);
    cr_assert_eq(model_grade_before(&district.inputs.model, NURSERY_1), NO_GRADE);
    district.levels[FIXTURE_MIDDLE].entry_age++;
    cr_assert_eq(model_grade_before(&district.inputs.model, MIDDLE_1), NO_GRADE);
    fixture_free(&district);
}

/* The multiplier is of its year and level alone: the next year's pupils come from those without it. */
Test(progression, multiplier_is_not_carried_on)
{
    unsigned long long seed = 3;
    struct fixture district = fixture_make(TOWNS, LAST_YEAR);
    const struct known known = know(&district, 2018, 3, true);

    fill_at_random(&known, 3, &seed);
    struct fixture_run plain = fixture_run(&district);

    fixture_set_year(&district, PARAMETER_ENROLMENT_RATE_MULTIPLIER, FIXTURE_PRIMARY, 2022, 0.5);
    struct fixture_run halved = fixture_run(&district);

    for (size_t cell = 0; cell < STATES * TOWNS * FIXTURE_GRADES; cell++) {
        const size_t grade = cell % FIXTURE_GRADES;
        const bool touched = cell / (TOWNS * FIXTURE_GRADES) == 2 && (grade == 3 || grade == 4);

        assert_near(halved.result.enrolled[cell], plain.result.enrolled[cell] * (touched ? 0.5 : 1), 0, "enrolled");
    }
    fixture_run_free(&halved);
    fixture_run_free(&plain);
    fixture_free(&district);
}

/* 300 public pupils of the base year are 300 then, whatever the children are: the share is of the pupils. */
Test(progression, base_years_public_pupils_are_as_given)
{
    struct fixture district = fixture_make(TOWNS, LAST_YEAR);
    const struct known known = know(&district, 2018, 3, true);
    double public_pupils = 0;

    for (size_t cell = 0; cell < 3 * TOWNS * FIXTURE_GRADES; cell++) {
        known.pupils[cell] = 40 + (double)(cell % 11);
    }
    struct fixture_run run = fixture_run(&district);

    for (size_t town = 0; town < TOWNS; town++) {
        public_pupils += fixture_sum(&run.result.public_pupils[town * FIXTURE_GRADES + MIDDLE_1], 3);
    }
    assert_near(public_pupils, 300, 1e-9, "public pupils of the base year");
    fixture_run_free(&run);
    fixture_free(&district);
}

/* Pupils that are known change nothing as long as nobody asks for progression. */
Test(progression, known_pupils_alone_change_nothing)
{
    unsigned long long seed = 5;
    struct fixture district = fixture_make(TOWNS, LAST_YEAR);
    struct fixture_run before = fixture_run(&district);
    const struct known known = know(&district, 2018, 5, true);

    fill_at_random(&known, 5, &seed);
    fixture_set(&district, PARAMETER_ENROLMENT_METHOD, 0, ENROLMENT_BY_RATES);
    struct fixture_run after = fixture_run(&district);

    assert_close(after.result.enrolled, before.result.enrolled, STATES * TOWNS * FIXTURE_GRADES, 0, "enrolled");
    assert_close(after.result.public_pupils, before.result.public_pupils, STATES * TOWNS * FIXTURE_GRADES, 0, "public");
    fixture_run_free(&after);
    fixture_run_free(&before);
    fixture_free(&district);
}
