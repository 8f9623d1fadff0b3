/* For setrlimit, mkdtemp and the like under strict C11. */
#define _XOPEN_SOURCE 700

#include "support.h"

#include <dirent.h>
#include <errno.h>
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

extern char **environ;

void assert_close_at(const char *file, int line, const double *actual, const double *expected, size_t n,
                     double tolerance, const char *what)
{
    for (size_t i = 0; i < n; i++) {
        if (!(actual[i] == expected[i]) && !(fabs(actual[i] - expected[i]) <= tolerance)) {
            cr_fatal("%s:%d: %s[%zu] is %.17g, expected %.17g +- %g", file, line, what, i, actual[i], expected[i],
                     tolerance);
        }
    }
}

void assert_near_at(const char *file, int line, double actual, double expected, double tolerance, const char *what)
{
    assert_close_at(file, line, &actual, &expected, 1, tolerance, what);
}

void assert_contains_at(const char *file, int line, const char *text, const char *part)
{
    if (strstr(text, part) == NULL) {
        cr_fatal("%s:%d: does not hold \"%s\":\n%s", file, line, part, text);
    }
}

void assert_same_text_at(const char *file, int line, const char *actual, const char *expected)
{
    if (strcmp(actual, expected) == 0) {
        return;
    }
    size_t start = 0;
    size_t number = 1;
    for (size_t i = 0; actual[i] != '\0' && actual[i] == expected[i]; i++) {
        if (actual[i] == '\n') {
            start = i + 1;
            number++;
        }
    }
    cr_fatal("%s:%d: texts differ in line %zu:\n  is       %.*s\n  expected %.*s", file, line, number,
             (int)strcspn(actual + start, "\n"), actual + start, (int)strcspn(expected + start, "\n"),
             expected + start);
}

/* The value of a variable that meson sets for every test. */
static const char *setting(const char *name)
{
    const char *value = getenv(name);
    if (value == NULL) {
        cr_fatal("%s is not set: run the tests with ./xw test or meson test", name);
    }
    return value;
}

char *joined_path(const char *folder, const char *name)
{
    const size_t size = strlen(folder) + strlen(name) + 2;
    char *path = malloc(size);
    cr_assert(path != NULL);
    snprintf(path, size, "%s/%s", folder, name);
    return path;
}

char *source_path(const char *relative)
{
    return joined_path(setting("XUEWEI_SOURCE"), relative);
}

char *validation_path(const char *relative)
{
    const char *folder = setting("XUEWEI_VALIDATION");
    if (!file_exists(folder)) {
        cr_skip("no validation cases at %s", folder);
    }
    return joined_path(folder, relative);
}

char *file_text(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        cr_fatal("cannot open %s: %s", path, strerror(errno));
    }
    size_t used = 0;
    size_t room = 4096;
    char *text = malloc(room);
    cr_assert(text != NULL);
    for (size_t got = 0; (got = fread(text + used, 1, room - used - 1, file)) > 0;) {
        used += got;
        if (used == room - 1) {
            room *= 2;
            text = realloc(text, room);
            cr_assert(text != NULL);
        }
    }
    cr_assert(ferror(file) == 0, "cannot read %s", path);
    fclose(file);
    text[used] = '\0';
    if (length != NULL) {
        *length = used;
    }
    return text;
}

void file_write_bytes(const char *path, const void *bytes, size_t length)
{
    FILE *file = fopen(path, "wb");
    if (file == NULL) {
        cr_fatal("cannot make %s: %s", path, strerror(errno));
    }
    const bool whole = fwrite(bytes, 1, length, file) == length;
    cr_assert(fclose(file) == 0 && whole, "cannot write %s", path);
}

void file_write(const char *path, const char *text)
{
    file_write_bytes(path, text, strlen(text));
}

bool file_exists(const char *path)
{
    struct stat about;
    return lstat(path, &about) == 0;
}

char *temporary_folder(void)
{
    const char *parent = getenv("TMPDIR");
    char *folder = joined_path(parent != NULL ? parent : "/tmp", "xuewei-test-XXXXXX");
    if (mkdtemp(folder) == NULL) {
        cr_fatal("cannot make %s: %s", folder, strerror(errno));
    }
    return folder;
}

/* Removes what stands at the path, a folder with its contents; symbolic links are not followed. */
static void remove_all(const char *path)
{
    struct stat about;
    if (lstat(path, &about) != 0) {
        return;
    }
    if (S_ISDIR(about.st_mode)) {
        chmod(path, 0700); /* a test may have made it read-only */
        DIR *folder = opendir(path);
        cr_assert(folder != NULL, "cannot open folder %s", path);
        for (const struct dirent *entry = readdir(folder); entry != NULL; entry = readdir(folder)) {
            if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0) {
                char *inner = joined_path(path, entry->d_name);
                remove_all(inner);
                free(inner);
            }
        }
        closedir(folder);
    }
    cr_assert(remove(path) == 0, "cannot remove %s", path);
}

void temporary_folder_remove(char *folder)
{
    remove_all(folder);
    free(folder);
}

/* The program's arguments with its own path in front, as execv wants them. free(). */
static char **argument_list(const char *program, const char *const *arguments)
{
    size_t count = 0;
    while (arguments[count] != NULL) {
        count++;
    }
    char **list = calloc(count + 2, sizeof *list);
    cr_assert(list != NULL);
    list[0] = (char *)program;
    for (size_t i = 0; i < count; i++) {
        list[i + 1] = (char *)arguments[i];
    }
    return list;
}

/* This process's environment with the variables set in it. The texts are borrowed; free() the list. */
static char **environment_with(const char *const *variables)
{
    size_t own = 0;
    size_t added = 0;
    while (environ[own] != NULL) {
        own++;
    }
    while (variables != NULL && variables[added] != NULL) {
        added++;
    }
    char **list = calloc(own + added + 1, sizeof *list);
    cr_assert(list != NULL);
    size_t used = 0;
    for (size_t i = 0; i < added; i++) {
        list[used++] = (char *)variables[i];
    }
    for (size_t i = 0; i < own; i++) {
        bool replaced = false;
        for (size_t k = 0; k < added; k++) {
            const size_t name = strcspn(variables[k], "=") + 1;
            replaced = replaced || strncmp(environ[i], variables[k], name) == 0;
        }
        if (!replaced) {
            list[used++] = environ[i];
        }
    }
    return list;
}

/* In the child: makes the conditions that were asked for and becomes the program. Never returns. */
static void become(char **list, char **environment, const struct run_options *options, FILE *out, FILE *err)
{
    if (options->output_to != NULL) {
        if (freopen(options->output_to, "wb", out) == NULL) {
            _exit(125);
        }
    }
    if (options->file_size_limit > 0) {
        const struct rlimit limit = { options->file_size_limit, options->file_size_limit };
        signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    /* Where a test harness has changed these, the program must still meet what a shell gives. */
    signal(SIGPIPE, SIG_DFL);
    if (freopen("/dev/null", "rb", stdin) == NULL || dup2(fileno(out), STDOUT_FILENO) < 0 ||
        dup2(fileno(err), STDERR_FILENO) < 0 || (options->folder != NULL && chdir(options->folder) != 0)) {
        _exit(125);
    }
    execve(list[0], list, environment);
    _exit(126);
}

/* Kills the child after so many microseconds, however long it would still run. */
static void kill_after(pid_t child, unsigned microseconds)
{
    const struct timespec pause = { (time_t)(microseconds / 1000000U), (long)(microseconds % 1000000U) * 1000L };
    nanosleep(&pause, NULL);
    kill(child, SIGKILL);
}

/* All that was written to a temporary file. free(). */
static char *captured(FILE *file)
{
    fseek(file, 0, SEEK_END);
    const long size = ftell(file);
    cr_assert(size >= 0);
    rewind(file);
    char *text = calloc((size_t)size + 1, 1);
    cr_assert(text != NULL);
    cr_assert(fread(text, 1, (size_t)size, file) == (size_t)size);
    fclose(file);
    return text;
}

struct run run_program_with(const char *const *arguments, const struct run_options *options)
{
    FILE *out = tmpfile();
    FILE *err = tmpfile();
    cr_assert(out != NULL && err != NULL);
    char **list = argument_list(setting("XUEWEI_PROGRAM"), arguments);
    char **environment = environment_with(options->variables);
    fflush(NULL);
    const pid_t child = fork();
    cr_assert(child >= 0);
    if (child == 0) {
        become(list, environment, options, out, err);
    }
    if (options->kill_after_us > 0) {
        kill_after(child, options->kill_after_us);
    }
    int ended = 0;
    while (waitpid(child, &ended, 0) < 0 && errno == EINTR) {
    }
    free(environment);
    free(list);
    const int status = WIFEXITED(ended) ? WEXITSTATUS(ended) : 128 + WTERMSIG(ended);
    cr_assert(status != 125 && status != 126, "the program could not be started: %s", setting("XUEWEI_PROGRAM"));
    return (struct run) { .status = status, .out = captured(out), .err = captured(err) };
}

struct run run_program(const char *const *arguments)
{
    const struct run_options nothing_special = { .folder = NULL };
    return run_program_with(arguments, &nothing_special);
}

void run_free(struct run *self)
{
    free(self->out);
    free(self->err);
    *self = (struct run) { .status = 0 };
}
