#include "notice.h"

#include <math.h>
#include <string.h>

#include "notice_rules.h"
#include "small_result.h"

#include <criterion/criterion.h>

/** A run, and the notice of it. */
struct noticed {
    struct small_result small;
    struct notice notice;
};

static struct gap *row_at(struct small_result *small, int year, size_t place, size_t level)
{
    const struct model *model = &small->inputs.model;
    const size_t state = (size_t)(year - model->base_year);

    return &small->result.gaps[(state * gap_places(model) + place) * model->level_count + level];
}

/* What a town is to have, in place of what was run. */
static void set(struct small_result *small, int year, size_t town, size_t level, double demand, double seats)
{
    const double gap = demand - seats;

    *row_at(small, year, town, level) = (struct gap) { .demand = demand,
                                                       .seats = seats,
                                                       .seats_nominal = seats,
                                                       .gap = gap,
                                                       .shortage = gap > 0 ? gap : 0,
                                                       .surplus = gap < 0 ? -gap : 0 };
}

/* Enough in all towns, levels and years. */
static void begin(struct noticed *self)
{
    small_result_begin(&self->small);
    self->small.inputs.scenario.notice = (struct notice_settings) { 2022, 0.5, 30 };
    small_result_run(&self->small);
    for (int year = 2020; year <= 2024; year++) {
        for (size_t cell = 0; cell < (size_t)SMALL_TOWNS * SMALL_LEVELS; cell++) {
            set(&self->small, year, cell / SMALL_LEVELS, cell % SMALL_LEVELS, 100, 110);
        }
    }
}

/* The sums as a run makes them. */
static void add_up(struct small_result *small)
{
    const struct model *model = &small->inputs.model;

    for (int year = 2020; year <= 2024; year++) {
        for (size_t level = 0; level < SMALL_LEVELS; level++) {
            struct gap *area = row_at(small, year, SMALL_TOWNS, level);
            struct gap *district = row_at(small, year, SMALL_TOWNS + 1, level);

            *area = (struct gap) { .demand = 0 };
            *district = (struct gap) { .demand = 0 };
            for (size_t town = 0; town < SMALL_TOWNS; town++) {
                gap_add(district, row_at(small, year, town, level));
                if (model->towns[town].area == 0) {
                    gap_add(area, row_at(small, year, town, level));
                }
            }
        }
    }
}

static void make(struct noticed *self)
{
    add_up(&self->small);
    notice_make(&self->notice, &self->small.inputs, &self->small.result, NULL);
}

static void end(struct noticed *self)
{
    notice_free(&self->notice);
    notice_free(&self->notice);
    small_result_free(&self->small);
}

static const struct outlook *outlook(const struct noticed *self, size_t town, size_t level)
{
    return &self->notice.rows[town * SMALL_LEVELS + level];
}

static bool says(const struct notice *notice, const struct outlook *row, enum notice_part part, enum message message)
{
    enum message sentences[NOTICE_SENTENCES];
    const size_t count = notice_rules(notice, row, part, sentences);

    for (size_t index = 0; index < count; index++) {
        if (sentences[index] == message) {
            return true;
        }
    }
    return false;
}

/* A town where nobody lives has no row, and its seats are told apart. */
Test(notice, enough_everywhere_is_green)
{
    struct noticed made;

    begin(&made);
    make(&made);
    cr_assert_eq(made.notice.towns, 2);
    cr_assert_eq(made.notice.row_count, 4);
    cr_assert_eq(made.notice.counts[ALERT_GREEN], 4);
    cr_assert_eq(made.notice.unplaced, 220);
    cr_assert(says(&made.notice, &made.notice.district[0], PART_CONCLUSIONS, MESSAGE_NOTICE_SAY_ENOUGH));
    cr_assert(says(&made.notice, &made.notice.district[0], PART_WARNINGS, MESSAGE_NOTICE_WARN_NONE));
    cr_assert(says(&made.notice, &made.notice.district[0], PART_ADVICE, MESSAGE_NOTICE_ADVISE_NONE));
    end(&made);
}

/* Half a child is the least that is short; a gap of nothing is not. */
Test(notice, where_short_begins)
{
    static const struct {
        double coming, next;
        enum alert alert;
        int shown;
    } CASES[] = {
        { 110, 110, ALERT_GREEN, 2022 },   { 110.4, 110.4, ALERT_GREEN, 2022 }, { 110.5, 100, ALERT_RED, 2022 },
        { 110, 110.5, ALERT_AMBER, 2023 }, { 111, 112, ALERT_RED, 2022 },
    };

    for (size_t index = 0; index < sizeof CASES / sizeof CASES[0]; index++) {
        struct noticed made;

        begin(&made);
        set(&made.small, 2022, 0, 1, CASES[index].coming, 110);
        set(&made.small, 2023, 0, 1, CASES[index].next, 110);
        make(&made);
        cr_assert_eq(outlook(&made, 0, 1)->alert, CASES[index].alert, "case %zu", index);
        cr_assert_eq(outlook(&made, 0, 1)->shown_year, CASES[index].shown, "case %zu", index);
        end(&made);
    }
}

/* The third year is no warning yet, but the district's page tells of it. */
Test(notice, short_in_the_third_year)
{
    struct noticed made;

    begin(&made);
    set(&made.small, 2024, 0, 0, 150, 110);
    make(&made);
    const struct outlook *district = &made.notice.district[0];

    cr_assert_eq(outlook(&made, 0, 0)->alert, ALERT_GREEN);
    cr_assert_eq(district->later_towns, 1);
    cr_assert(says(&made.notice, district, PART_WARNINGS, MESSAGE_NOTICE_WARN_LATER));
    cr_assert(says(&made.notice, district, PART_ADVICE, MESSAGE_NOTICE_ADVISE_LASTING));
    cr_assert_not(says(&made.notice, district, PART_ADVICE, MESSAGE_NOTICE_ADVISE_PASSING));
    cr_assert_eq(district->worst.year, 2024);
    cr_assert_eq(district->worst.value, 40);
    end(&made);
}

/* A shortage that ends in as many seats to spare asks for rooms that can change; in fewer, it does not. */
Test(notice, a_shortage_that_passes)
{
    for (int spare = 39; spare <= 40; spare++) {
        struct noticed made;

        begin(&made);
        set(&made.small, 2022, 0, 0, 150, 110);
        set(&made.small, 2024, 0, 0, 110 - spare, 110);
        make(&made);
        const struct outlook *district = &made.notice.district[0];

        cr_assert_eq(district->passing_towns, spare == 40);
        cr_assert_eq(district->passing_seats, spare == 40 ? 40 : 0);
        cr_assert_eq(says(&made.notice, district, PART_ADVICE, MESSAGE_NOTICE_ADVISE_PASSING), spare == 40);
        cr_assert(says(&made.notice, outlook(&made, 0, 0), PART_REASONS, MESSAGE_NOTICE_WHY_PASSES));
        end(&made);
    }
}

/* Ten are to spare in the other town of the area; those of no area are not near. */
Test(notice, seats_nearby)
{
    struct noticed made;

    begin(&made);
    set(&made.small, 2022, 0, 0, 135, 110);
    make(&made);
    cr_assert_eq(outlook(&made, 0, 0)->nearby, 10);
    cr_assert_eq(outlook(&made, 1, 0)->nearby, 0);
    cr_assert_eq(made.notice.district[0].nearby, 10);
    cr_assert(says(&made.notice, &made.notice.district[0], PART_ADVICE, MESSAGE_NOTICE_ADVISE_NEARBY));
    cr_assert(says(&made.notice, &made.notice.district[0], PART_CONCLUSIONS, MESSAGE_NOTICE_SAY_SHORT));
    end(&made);
}

/* P1 is due in 2021 in town 0 with 45 seats of level 0: by 2022 it is late when it comes in 2023, not in 2022. */
Test(notice, projects_that_are_late)
{
    for (int delay = 1; delay <= 2; delay++) {
        struct noticed made;

        begin(&made);
        small_result_set(&made.small, PARAMETER_SUPPLY_PROJECT_DELAY_YEARS, 0, delay);
        make(&made);
        cr_assert_eq(outlook(&made, 0, 0)->late, delay == 2 ? 45 : 0);
        cr_assert_eq(outlook(&made, 0, 1)->late, delay == 2 ? 90 : 0);
        cr_assert_eq(made.notice.district[0].late, delay == 2 ? 45 : 0);
        cr_assert_eq(says(&made.notice, &made.notice.district[0], PART_ADVICE, MESSAGE_NOTICE_ADVISE_LATE), delay == 2);
        end(&made);
    }
}

/* The worst first; of equals the one that stands first in the table. */
Test(notice, order)
{
    struct noticed made;

    begin(&made);
    set(&made.small, 2022, 0, 0, 120, 110);
    set(&made.small, 2022, 1, 0, 130, 110);
    set(&made.small, 2023, 0, 1, 500, 110);
    make(&made);
    cr_assert_eq(made.notice.order[0], 2);
    cr_assert_eq(made.notice.order[1], 0);
    cr_assert_eq(made.notice.order[2], 1);
    cr_assert_eq(made.notice.order[3], 3);
    end(&made);
}

/* With the horizon's last year as the coming one there is no year after it. */
Test(notice, last_year)
{
    struct noticed made;

    begin(&made);
    made.small.inputs.scenario.notice.school_year = 2024;
    set(&made.small, 2024, 1, 1, 111, 110);
    make(&made);
    cr_assert_not(made.notice.has_next);
    cr_assert_eq(outlook(&made, 1, 1)->alert, ALERT_RED);
    cr_assert_eq(outlook(&made, 0, 1)->alert, ALERT_GREEN);
    cr_assert_not(says(&made.notice, outlook(&made, 1, 1), PART_REASONS, MESSAGE_NOTICE_WHY_LASTS));
    end(&made);
}

/** Draws of which only the probabilities are known. */
struct likely {
    struct many_runs runs;
    struct series_summary summaries[64];
    struct ensemble_result result;
};

static void make_likely(struct likely *self, struct noticed *made, double probability)
{
    *self = (struct likely) { .runs = { .inputs = &made->small.inputs,
                                        .measures = 1,
                                        .first_state = 1,
                                        .states = 4,
                                        .rows = gap_places(&made->small.inputs.model) * SMALL_LEVELS } };
    self->result = (struct ensemble_result) { .runs = &self->runs, .summaries = self->summaries };
    made->small.inputs.scenario.ensemble.kind = ENSEMBLE_UNCERTAINTY;
    self->summaries[many_runs_series_at(&self->runs, MEASURE_GAP, 2, 0, 1)].above.probability = probability;
}

/* Exactly at the threshold is not above it; 2023 is the second of the two years. */
Test(notice, probability_above_the_threshold)
{
    static const double CASES[] = { 0.5, 0.50001 };

    for (size_t index = 0; index < 2; index++) {
        struct noticed made;
        struct likely likely;

        begin(&made);
        add_up(&made.small);
        make_likely(&likely, &made, CASES[index]);
        notice_make(&made.notice, &made.small.inputs, &made.small.result, &likely.result);
        cr_assert_eq(outlook(&made, 0, 1)->alert, index == 0 ? ALERT_GREEN : ALERT_AMBER);
        cr_assert_eq(outlook(&made, 0, 1)->shown_year, index == 0 ? 2022 : 2023);
        cr_assert_eq(outlook(&made, 0, 1)->probability_year, 2023);
        cr_assert_eq(says(&made.notice, outlook(&made, 0, 1), PART_REASONS, MESSAGE_NOTICE_WHY_UNLIKELY), index == 1);
        cr_assert_eq(outlook(&made, 1, 1)->alert, ALERT_GREEN);
        end(&made);
    }
}
