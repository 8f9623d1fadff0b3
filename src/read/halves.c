#include "halves.h"

#include <pthread.h>

struct second_half {
    void (*work)(void *of, size_t half);
    void *of;
};

static void *do_second(void *of)
{
    const struct second_half *self = of;

    self->work(self->of, 1);
    return NULL;
}

void halves_do(void (*work)(void *of, size_t half), void *of)
{
    struct second_half second = { work, of };
    pthread_t thread;
    const int failed = pthread_create(&thread, NULL, do_second, &second);

    work(of, 0);
    if (failed != 0) {
        work(of, 1);
    } else {
        pthread_join(thread, NULL);
    }
}
