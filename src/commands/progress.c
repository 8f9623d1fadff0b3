#define _POSIX_C_SOURCE 200809L

#include "progress.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "number.h"

/* Seconds: before the first line, and between two. */
static const double patience = 1;
static const double pause_between = 0.5;

static double now(void)
{
    struct timespec at;

    clock_gettime(CLOCK_MONOTONIC, &at);
    return (double)at.tv_sec + 1e-9 * (double)at.tv_nsec;
}

void progress_begin(struct progress *self, enum language language)
{
    *self = (struct progress) { .language = language, .shown = isatty(STDERR_FILENO) != 0, .begun = now() };
}

void progress_say(struct progress *self, size_t done, size_t all)
{
    const double at = now();
    const double spent = at - self->begun;

    if (!self->shown || spent < patience || at - self->before < pause_between || done == 0) {
        return;
    }
    const double part = (double)done / (double)all;
    char *text = message_text(
        MESSAGE_PROGRESS, self->language,
        SLOTS({ "done", number_whole((double)done).text }, { "all", number_whole((double)all).text },
              { "percent", number_whole(100 * part).text }, { "seconds", number_whole(spent / part - spent).text }));

    fprintf(stderr, "\r%s\x1b[K", text);
    fflush(stderr);
    free(text);
    self->before = at;
    self->written = true;
}

void progress_end(struct progress *self)
{
    if (self->written) {
        fputs("\r\x1b[K", stderr);
        fflush(stderr);
        self->written = false;
    }
}
