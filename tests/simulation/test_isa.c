#include "exact_math.h"
#include "isa_choice.h"
#include "normal.h"
#include "philox.h"
#include "quantiles.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>

/* Not a multiple of any vector, and more than a chunk of all that works by chunks. */
enum { NUMBERS = 1031, YEARS = 5 };

/* All that is compiled for several sets, one after the other; what each makes is kept. */
struct made {
    double uniforms[YEARS * NUMBERS];
    double normals[NUMBERS];
    double exps[NUMBERS];
    double logs[NUMBERS];
    double quantile[QUANTILES];
    struct draws_summary summary;
};

static void make(struct made *made, double *kept)
{
    const struct stream stream = stream_of(20260901, "fertility.multiplier", "");
    struct block memory = { .memory = (unsigned char *)kept, .size = (size_t)2 * 2048 * sizeof *kept };
    struct quantile_room room;

    stream_uniforms(&stream, 7, NUMBERS, 3, YEARS, made->uniforms);
    memcpy(made->normals, made->uniforms, sizeof made->normals);
    made->normals[1] = 0x1p-53; /* far in either tail */
    made->normals[2] = 1 - 0x1p-53;
    normal_inverses(NUMBERS, made->normals);
    for (size_t i = 0; i < NUMBERS; i++) {
        made->exps[i] = 300 * made->normals[i]; /* some beyond what has an exponential */
        made->logs[i] = i % 100 == 0 ? 0x1p-1060 : made->uniforms[i];
    }
    exact_exps(NUMBERS, made->exps);
    exact_logs(NUMBERS, made->logs);
    quantile_room_lay_out(&room, NUMBERS, &memory);
    quantiles(made->normals, NUMBERS, QUANTILE_PROBABILITIES, QUANTILES, &room, made->quantile);
    made->summary = draws_summary(made->normals, NUMBERS);
}

Test(isa, every_set_gives_the_same_bits)
{
    static struct made plain;
    double *kept = aligned_alloc(64, (size_t)2 * 2048 * sizeof *kept);
    size_t here = 0;

    make(&plain, kept);
    for (size_t isa = 0; isa < ISAS; isa++) {
        static struct made made;

        if (!isa_is_here((enum isa)isa)) {
            continue;
        }
        here++;
        isa_in_use = (enum isa)isa;
        make(&made, kept);
        cr_expect_arr_eq(made.uniforms, plain.uniforms, sizeof plain.uniforms, "uniforms of %s", isa_words[isa]);
        cr_expect_arr_eq(made.normals, plain.normals, sizeof plain.normals, "normals of %s", isa_words[isa]);
        cr_expect_arr_eq(made.exps, plain.exps, sizeof plain.exps, "exponentials of %s", isa_words[isa]);
        cr_expect_arr_eq(made.logs, plain.logs, sizeof plain.logs, "logarithms of %s", isa_words[isa]);
        cr_expect_arr_eq(made.quantile, plain.quantile, sizeof plain.quantile, "quantiles of %s", isa_words[isa]);
        cr_expect_arr_eq(&made.summary, &plain.summary, sizeof plain.summary, "summary of %s", isa_words[isa]);
    }
    isa_in_use = ISA_PLAIN;
    cr_assert_geq(here, 1);
    free(kept);
}

/* Against the same functions of one number, which are compiled once. */
Test(isa, each_number_is_that_of_the_plain_function)
{
    static struct made made;
    double *kept = aligned_alloc(64, (size_t)2 * 2048 * sizeof *kept);

    cr_assert(isa_choose(NULL));
    make(&made, kept);
    for (size_t i = 3; i < NUMBERS; i++) {
        const double uniform = i % 100 == 0 ? 0x1p-1060 : made.uniforms[i];

        cr_assert_eq(made.normals[i], normal_inverse(made.uniforms[i]), "normal %zu", i);
        cr_assert_eq(made.exps[i], exact_exp(300 * made.normals[i]), "exponential %zu", i);
        cr_assert_eq(made.logs[i], exact_log(uniform), "logarithm %zu", i);
    }
    isa_in_use = ISA_PLAIN;
    free(kept);
}
