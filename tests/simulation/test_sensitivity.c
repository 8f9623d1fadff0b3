#include "sensitivity.h"

#include "many_runs.h"
#include "model_fixture.h"
#include "support.h"

#include <math.h>
#include <stdlib.h>

#include <criterion/criterion.h>

enum { ROWS = 2048, INPUTS = 2 };

/* A gap that is as it is less two backlogs, one of them twice as wide: a fifth and four fifths of the variance. */
Test(sensitivity, shares_of_a_sum)
{
    static const size_t primary[] = { FIXTURE_PRIMARY };
    static const char *const narrow[] = { "narrow" };
    static const char *const wide[] = { "wide" };
    const struct move move = { .parameter = PARAMETER_SUPPLY_BACKLOG,
                               .kind = MOVE_ADD,
                               .keys = primary,
                               .key_count = 1,
                               .first_year = FIXTURE_BASE_YEAR,
                               .last_year = FIXTURE_BASE_YEAR };
    const struct ensemble_input inputs[INPUTS] = {
        { .move = move, .distribution = { .shape = SHAPE_UNIFORM, .low = -10, .high = 10 }, .streams = narrow },
        { .move = move, .distribution = { .shape = SHAPE_UNIFORM, .low = -20, .high = 20 }, .streams = wide },
    };
    struct fixture district = fixture_make(3, 2024);
    struct many_runs runs;
    struct many_runs_room room;
    struct sensitivity_room shares;
    struct influence influences[INPUTS];
    double as_it_is = 0;

    district.inputs.scenario.ensemble = (struct ensemble) {
        .kind = ENSEMBLE_SENSITIVITY, .inputs = inputs, .input_count = INPUTS, .draws = ROWS, .seed = 7
    };
    struct block memory = { .memory = aligned_alloc(64, 1 << 24), .size = 1 << 24 };

    many_runs_prepare(&runs, &district.inputs, 1, &memory);
    many_runs_room_lay_out(&runs, &memory, &room);
    sensitivity_lay_out(&runs.design, 200, &memory, &shares);
    indices_room_draw(&shares.indices, 7);
    cr_assert_eq(runs.design.runs, (size_t)(1 + 2 * INPUTS + ROWS * (INPUTS + 2)));
    double *kept = calloc(many_runs_series(&runs) * runs.design.runs, sizeof *kept);

    many_runs_go(&runs, &room, 0, runs.design.runs, kept, runs.design.runs);
    const size_t series =
        many_runs_series_at(&runs, MEASURE_GAP, 3, gap_places(&district.inputs.model) - 1, FIXTURE_PRIMARY);

    sensitivity_influences(&runs.design, &kept[series * runs.design.runs], &shares, &as_it_is, influences);
    struct fixture_run plain = fixture_run(&district);

    cr_expect_eq(as_it_is,
                 fixture_gap(&district, &plain, 3, gap_places(&district.inputs.model) - 1, FIXTURE_PRIMARY)->gap);
    for (size_t input = 0; input < INPUTS; input++) {
        const double width = input == 0 ? 10 : 20;
        const double share = input == 0 ? 0.2 : 0.8;
        const struct influence *of = &influences[input];

        cr_expect(fabs(of->low - as_it_is - width) < 1e-9, "low %g", of->low - as_it_is);
        cr_expect(fabs(of->high - as_it_is + width) < 1e-9, "high %g", of->high - as_it_is);
        cr_expect(fabs(of->first.share - share) < 0.05, "first %g", of->first.share);
        cr_expect(fabs(of->total.share - share) < 0.05, "total %g", of->total.share);
        cr_expect(of->total.low <= of->total.share && of->total.share <= of->total.high);
    }
    fixture_run_free(&plain);
    free(kept);
    free(memory.memory);
    fixture_free(&district);
}
