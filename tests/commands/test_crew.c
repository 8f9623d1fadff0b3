#include "crew.h"

#include <stdatomic.h>
#include <stddef.h>

#include <criterion/criterion.h>

enum { PIECES = 1000, THREADS = 4 };

/** How often each piece was done, and by whom more than are allowed. */
struct tally {
    atomic_int done[PIECES];
    atomic_int strangers;
};

static void do_piece(void *of, size_t thread, size_t piece)
{
    struct tally *tally = of;

    atomic_fetch_add(&tally->done[piece], 1);
    if (thread >= THREADS) {
        atomic_fetch_add(&tally->strangers, 1);
    }
}

static bool go_on(void *of, size_t done)
{
    (void)of;
    (void)done;
    return true;
}

static bool stop(void *of, size_t done)
{
    (void)of;
    (void)done;
    return false;
}

Test(crew, every_piece_is_done_once)
{
    static struct tally tally;
    const struct crew_work work = { PIECES, do_piece, &tally };

    cr_assert_eq(crew_go(&work, THREADS, go_on, NULL), PIECES);
    for (size_t piece = 0; piece < PIECES; piece++) {
        cr_assert_eq(tally.done[piece], 1, "piece %zu", piece);
    }
    cr_assert_eq(tally.strangers, 0);
}

Test(crew, more_threads_than_pieces_and_no_pieces_at_all)
{
    static struct tally tally;
    const struct crew_work one = { 1, do_piece, &tally };
    const struct crew_work none = { 0, do_piece, &tally };

    cr_assert_eq(crew_go(&one, THREADS, go_on, NULL), 1);
    cr_assert_eq(crew_go(&none, THREADS, go_on, NULL), 0);
    cr_assert_eq(tally.done[0], 1);
}

static void do_slowly(void *of, size_t thread, size_t piece)
{
    atomic_int *done = of;

    (void)thread;
    (void)piece;
    for (volatile long i = 0; i < 20000000; i++) {
    }
    atomic_fetch_add(done, 1);
}

Test(crew, stops_after_the_pieces_under_way, .timeout = 60)
{
    static atomic_int done;
    const struct crew_work work = { 100000, do_slowly, &done };
    const size_t did = crew_go(&work, 2, stop, NULL);

    cr_assert_lt(did, 100000);
    cr_assert_eq((size_t)done, did, "what was counted was done");
}

Test(crew, the_machine_has_a_thread)
{
    cr_assert_geq(crew_usual(), 1);
}
