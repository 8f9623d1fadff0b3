#define _GNU_SOURCE

#include "crew.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <time.h>

#include "mem.h"

/* How often the caller looks, so that Ctrl-C seems to act at once. */
static const long look_every_ns = 100000000;

/** What all threads see. */
struct crew {
    const struct crew_work *work;
    atomic_size_t next; /**< Piece that nobody has begun. */
    atomic_size_t done;
    atomic_bool stop;
    pthread_mutex_t lock;
    pthread_cond_t ended; /**< Signalled by each thread that ends. */
    size_t working;       /**< Threads that have not ended; under the lock. */
};

struct member {
    struct crew *crew;
    size_t number;
    pthread_t thread;
};

static void work(struct crew *crew, size_t number)
{
    while (!atomic_load(&crew->stop)) {
        const size_t piece = atomic_fetch_add(&crew->next, 1);

        if (piece >= crew->work->pieces) {
            break;
        }
        crew->work->piece(crew->work->of, number, piece);
        atomic_fetch_add(&crew->done, 1);
    }
}

static void *begin(void *of)
{
    struct member *self = of;
    struct crew *crew = self->crew;

    work(crew, self->number);
    pthread_mutex_lock(&crew->lock);
    crew->working--;
    pthread_cond_signal(&crew->ended);
    pthread_mutex_unlock(&crew->lock);
    return NULL;
}

static struct timespec next_look(void)
{
    struct timespec at;

    clock_gettime(CLOCK_REALTIME, &at);
    at.tv_nsec += look_every_ns;
    at.tv_sec += at.tv_nsec / 1000000000;
    at.tv_nsec %= 1000000000;
    return at;
}

/* Until the last thread has ended. */
static void watch_all(struct crew *crew, crew_watch *watch, void *of)
{
    pthread_mutex_lock(&crew->lock);
    while (crew->working > 0) {
        const struct timespec at = next_look();

        pthread_cond_timedwait(&crew->ended, &crew->lock, &at);
        if (!watch(of, atomic_load(&crew->done))) {
            atomic_store(&crew->stop, true);
        }
    }
    pthread_mutex_unlock(&crew->lock);
}

/* Starts as many threads as there are to be had. */
static size_t start(struct crew *crew, struct member *members, size_t threads)
{
    size_t started = 0;

    while (started < threads) {
        members[started] = (struct member) { .crew = crew, .number = started };
        pthread_mutex_lock(&crew->lock);
        crew->working++;
        pthread_mutex_unlock(&crew->lock);
        if (pthread_create(&members[started].thread, NULL, begin, &members[started]) != 0) {
            pthread_mutex_lock(&crew->lock);
            crew->working--;
            pthread_mutex_unlock(&crew->lock);
            break;
        }
        started++;
    }
    return started;
}

size_t crew_go(const struct crew_work *self, size_t threads, crew_watch *watch, void *of)
{
    struct crew crew = { .work = self, .lock = PTHREAD_MUTEX_INITIALIZER, .ended = PTHREAD_COND_INITIALIZER };
    struct member *members = mem_array(threads, sizeof *members);
    const size_t started = start(&crew, members, threads < self->pieces ? threads : self->pieces);

    watch_all(&crew, watch, of);
    for (size_t i = 0; i < started; i++) {
        pthread_join(members[i].thread, NULL);
    }
    if (started == 0) {
        work(&crew, 0); /* by ourselves, unwatched */
    }
    free(members);
    return atomic_load(&crew.done);
}

size_t crew_usual(void)
{
    cpu_set_t allowed;

    if (sched_getaffinity(0, sizeof allowed, &allowed) != 0) {
        return 1;
    }
    return (size_t)CPU_COUNT(&allowed);
}
