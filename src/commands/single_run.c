#include "single_run.h"

#include <stdbool.h>
#include <stdlib.h>

#include "crew.h"
#include "mem.h"
#include "run.h"

/* Blocks of towns that are not worth a second thread; and that a thread takes at once. */
enum { FEW = 32, STRIDE = 16 };

static size_t blocks_of(const struct inputs *inputs)
{
    return (inputs->model.town_count + LANES - 1) / LANES;
}

static size_t threads_for(const struct inputs *inputs, size_t threads)
{
    return blocks_of(inputs) <= FEW ? 1 : threads;
}

size_t single_run_bytes(const struct inputs *inputs, enum keep keep, size_t threads)
{
    return run_bytes_shared(inputs, keep, threads_for(inputs, threads));
}

static void towns_piece(void *of, size_t thread, size_t piece)
{
    const struct run_pieces *pieces = of;

    for (size_t block = piece * STRIDE; block < (piece + 1) * STRIDE && block < pieces->blocks; block++) {
        run_towns(pieces, thread, block);
    }
}

static void state_piece(void *of, size_t thread, size_t piece)
{
    run_state(of, thread, piece);
}

static bool go_on(void *of, size_t done)
{
    (void)of;
    (void)done;
    return true;
}

static void share(struct run_pieces *pieces, size_t threads)
{
    const struct crew_work towns = { (pieces->blocks + STRIDE - 1) / STRIDE, towns_piece, pieces };
    const struct crew_work states = { pieces->result->states, state_piece, pieces };

    crew_go(&towns, threads, go_on, NULL);
    run_between(pieces);
    crew_go(&states, threads, go_on, NULL);
}

void single_run_in(const struct inputs *inputs, enum keep keep, size_t threads, struct block *memory,
                   struct result *result)
{
    const size_t rooms = threads_for(inputs, threads);
    struct run_pieces pieces;

    if (rooms == 1) {
        run_keeping(inputs, inputs->scenario.values, keep, memory, result);
        return;
    }
    struct run_room *room = mem_array(rooms, sizeof *room);

    run_begin(&pieces, inputs, inputs->scenario.values, keep, room, rooms, memory, result);
    share(&pieces, rooms);
    free(room);
}

void single_run(const struct inputs *inputs, enum keep keep, size_t threads, struct block_memory *memory,
                struct result *result)
{
    struct block block = block_memory_make(memory, single_run_bytes(inputs, keep, threads));

    single_run_in(inputs, keep, threads, &block, result);
}
