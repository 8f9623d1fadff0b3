#include "csv_rows.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

#include "mem.h"

/* Rows that a thread makes before it waits for its turn to hand them over; fewer than FEW are not worth a thread. */
enum { PIECE = 2048, FEW = 8 * PIECE, THREADS_MOST = 8 };

/* A table that is written by several. */
struct shared_table {
    struct csv_writer *csv;
    write_rows *rows;
    const void *of;
    size_t count;
    pthread_mutex_t lock;
    pthread_cond_t turned;
    size_t taken; /* Pieces that somebody makes or has made. */
    size_t turn;  /* The piece that is handed over next. */
};

/* The next piece to make; past the last where there is none. */
static size_t take_piece(struct shared_table *self)
{
    pthread_mutex_lock(&self->lock);
    const size_t piece = self->taken++;

    pthread_mutex_unlock(&self->lock);
    return piece;
}

/* Waits until all pieces before it are handed over. Making goes on elsewhere while one thread writes. */
static void hand_over(struct shared_table *self, size_t piece, const char *text, size_t length, int error)
{
    pthread_mutex_lock(&self->lock);
    while (self->turn != piece) {
        pthread_cond_wait(&self->turned, &self->lock);
    }
    pthread_mutex_unlock(&self->lock);
    csv_writer_piece(self->csv, text, length, error);
    pthread_mutex_lock(&self->lock);
    self->turn++;
    pthread_cond_broadcast(&self->turned);
    pthread_mutex_unlock(&self->lock);
}

static void *make_pieces(void *shared)
{
    struct shared_table *self = shared;
    struct csv_writer *csv = mem_array(1, sizeof *csv);

    for (size_t piece = take_piece(self); piece * PIECE < self->count; piece = take_piece(self)) {
        const size_t first = piece * PIECE;
        const size_t end = self->count - first < PIECE ? self->count : first + PIECE;

        char *text = NULL;
        size_t length = 0;
        FILE *stream = open_memstream(&text, &length);

        csv_writer_begin(csv, stream);
        if (stream != NULL) {
            self->rows(csv, self->of, first, end);
        }
        const int error = stream == NULL || !csv_writer_end(csv) || fclose(stream) != 0 ? errno : 0;

        hand_over(self, piece, text, length, error);
        free(text);
    }
    free(csv);
    return NULL;
}

static size_t thread_count(void)
{
    const long processors = sysconf(_SC_NPROCESSORS_ONLN);

    return processors < 1 ? 1 : processors > THREADS_MOST ? THREADS_MOST : (size_t)processors;
}

void csv_rows(struct csv_writer *csv, write_rows *rows, const void *of, size_t count)
{
    if (count < FEW || csv->json != NULL) {
        rows(csv, of, 0, count);
        return;
    }
    struct shared_table shared = { .csv = csv, .rows = rows, .of = of, .count = count };
    pthread_t helpers[THREADS_MOST];
    size_t helping = 0;

    pthread_mutex_init(&shared.lock, NULL);
    pthread_cond_init(&shared.turned, NULL);
    /* where the system gives no thread, this one makes all pieces */
    while (helping + 1 < thread_count() && pthread_create(&helpers[helping], NULL, make_pieces, &shared) == 0) {
        helping++;
    }
    make_pieces(&shared);
    while (helping > 0) {
        pthread_join(helpers[--helping], NULL);
    }
    pthread_cond_destroy(&shared.turned);
    pthread_mutex_destroy(&shared.lock);
}
