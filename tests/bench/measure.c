#define _DEFAULT_SOURCE /* for wait4(), which tells a child's peak */

#include "measure.h"

#include <fcntl.h>
#include <math.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

void series_add(struct series *self, double seconds)
{
    if (self->count < MEASURED_MOST) {
        self->seconds[self->count++] = seconds;
    }
}

static int by_value(const void *left, const void *right)
{
    const double a = *(const double *)left;
    const double b = *(const double *)right;

    return (a > b) - (a < b);
}

double series_minimum(const struct series *self)
{
    double least = (double)NAN;

    for (size_t i = 0; i < self->count; i++) {
        least = self->seconds[i] >= least ? least : self->seconds[i];
    }
    return least;
}

double series_median(const struct series *self)
{
    struct series sorted = *self;

    if (self->count == 0) {
        return (double)NAN;
    }
    qsort(sorted.seconds, sorted.count, sizeof *sorted.seconds, by_value);
    return (sorted.seconds[(sorted.count - 1) / 2] + sorted.seconds[sorted.count / 2]) / 2;
}

double seconds_now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

/* The output to its end, looking for the lines that are ours. Whatever else it says is read and left. */
static void listen_to(int end, struct processes *self)
{
    FILE *stream = fdopen(end, "r");
    char line[512];

    if (stream == NULL) {
        close(end);
        return;
    }
    while (fgets(line, sizeof line, stream) != NULL) {
        double seconds = 0;

        if (sscanf(line, "engine %lf", &seconds) == 1) {
            series_add(&self->engine, seconds);
        }
        sscanf(line, "sums %lf %lf", &self->sums[0], &self->sums[1]);
    }
    fclose(stream);
}

/* Starts the program with `output` as its output. False where there is no such program. */
static bool start(const char *const *arguments, int output, pid_t *child)
{
    posix_spawn_file_actions_t actions;

    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    char **words = calloc(32, sizeof *words);
    for (size_t i = 0; words != NULL && i < 31 && arguments[i] != NULL; i++) {
        words[i] = strdup(arguments[i]);
    }
    const bool started = words != NULL && posix_spawnp(child, words[0], &actions, NULL, words, environ) == 0;

    for (size_t i = 0; words != NULL && words[i] != NULL; i++) {
        free(words[i]);
    }
    free(words);
    posix_spawn_file_actions_destroy(&actions);
    return started;
}

/* A pipe, closed in what is started but for the end that is its output; or, where nobody listens, /dev/null. */
static bool open_output(bool listen, int ends[2])
{
    ends[0] = -1;
    if (!listen) {
        ends[1] = open("/dev/null", O_WRONLY | O_CLOEXEC);
        return ends[1] >= 0;
    }
    return pipe(ends) == 0 && fcntl(ends[0], F_SETFD, FD_CLOEXEC) == 0 && fcntl(ends[1], F_SETFD, FD_CLOEXEC) == 0;
}

static void run_once(struct processes *self, const char *const *arguments, bool listen)
{
    struct rusage used = { .ru_maxrss = 0 };
    int ends[2];
    pid_t child = 0;
    int status = 0;

    self->status = 127;
    if (!open_output(listen, ends)) {
        return;
    }
    const double began = seconds_now();
    const bool started = start(arguments, ends[1], &child);

    close(ends[1]);
    if (listen && started) {
        listen_to(ends[0], self);
    } else if (listen) {
        close(ends[0]);
    }
    if (!started || wait4(child, &status, 0, &used) != child) {
        return;
    }
    series_add(&self->whole, seconds_now() - began);
    self->peak_mb = fmax(self->peak_mb, (double)used.ru_maxrss / 1024);
    self->status = WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

void processes_run(struct processes *self, const char *const *arguments, size_t repeats, bool listen)
{
    *self = (struct processes) { .sums = { (double)NAN, (double)NAN } };
    for (size_t i = 0; i < repeats && self->status == 0; i++) {
        run_once(self, arguments, listen);
    }
    if (self->status != 0) {
        fprintf(stderr, "%s ended with %d\n", arguments[0], self->status);
        self->whole.count = 0;
        self->engine.count = 0;
    }
}
