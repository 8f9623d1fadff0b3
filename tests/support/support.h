/**
 * What many tests need: numbers compared, files read, temporary folders, the program under test run.
 * Include it like our other headers, before criterion/new/assert.h. Whatever goes wrong in here fails the test.
 */
#ifndef SUPPORT_H
#define SUPPORT_H

#include <stdbool.h>
#include <stddef.h>

/**
 * Fails the test at the first of `n` values that is further than `tolerance` (absolute) from what is expected, or is
 * not a number. `what` names the values in the message. Tolerance 0 asks for the same double.
 */
#define assert_close(actual, expected, n, tolerance, what)                                                             \
    assert_close_at(__FILE__, __LINE__, actual, expected, n, tolerance, what)
void assert_close_at(const char *file, int line, const double *actual, const double *expected, size_t n,
                     double tolerance, const char *what);

/** One number, as assert_close() for one. */
#define assert_near(actual, expected, tolerance, what)                                                                 \
    assert_near_at(__FILE__, __LINE__, actual, expected, tolerance, what)
void assert_near_at(const char *file, int line, double actual, double expected, double tolerance, const char *what);

/** Fails unless `text` holds `part`; the message shows both. */
#define assert_contains(text, part) assert_contains_at(__FILE__, __LINE__, text, part)
void assert_contains_at(const char *file, int line, const char *text, const char *part);

/** Fails unless both texts are the same; the message shows the first line that differs. */
#define assert_same_text(actual, expected) assert_same_text_at(__FILE__, __LINE__, actual, expected)
void assert_same_text_at(const char *file, int line, const char *actual, const char *expected);

/** A path of the checkout, e.g. source_path("models/qingcheng"). free(). */
char *source_path(const char *relative);

/**
 * A path of the published validation cases (meson option `validation`), e.g. validation_path("wpp2024_uk_2024_2055");
 * skips the test where that folder is absent. free().
 */
char *validation_path(const char *relative);

/** `folder`/`name`. free(). */
char *joined_path(const char *folder, const char *name);

/** All of a file with a closing NUL; its length to `length` unless NULL. free(). */
char *file_text(const char *path, size_t *length);

/** Makes or replaces a file with this text. */
void file_write(const char *path, const char *text);

/** Makes or replaces a file with these bytes. */
void file_write_bytes(const char *path, const void *bytes, size_t length);

/** Whether anything stands at the path. */
bool file_exists(const char *path);

/** A new empty folder, this test's own. End with temporary_folder_remove(), which also frees the path. */
char *temporary_folder(void);

/** Removes the folder with all that is in it and frees its path. */
void temporary_folder_remove(char *folder);

/** How to run the program; zeroed members ask for nothing special. */
struct run_options {
    const char *folder;           /**< Where it runs; NULL: where the test runs. */
    const char *const *variables; /**< "NAME=value" added to the environment, NULL-terminated; or NULL. */
    const char *output_to;        /**< File that takes its standard output, e.g. /dev/full; NULL: captured. */
    size_t file_size_limit;       /**< Bytes that a file may grow to (RLIMIT_FSIZE, signal ignored); 0: none. */
    unsigned kill_after_us;       /**< kill -9 after so many microseconds; 0: it runs to its end. */
};

/** What a run of the program gave. Free with run_free(). */
struct run {
    int status; /**< Exit status; 128 + signal where a signal ended it. */
    char *out;  /**< Standard output, NUL-terminated. Owned. */
    char *err;  /**< Standard error, NUL-terminated. Owned. */
};

/** A list of arguments: run_program(ARGUMENTS("check", path)). */
#define ARGUMENTS(...) ((const char *const[]) { __VA_ARGS__, NULL })

/** Runs the program under test with these arguments (without its name) and waits. */
struct run run_program(const char *const *arguments);

/** run_program() under special conditions. */
struct run run_program_with(const char *const *arguments, const struct run_options *options);

/** Frees the texts; harmless when called twice. */
void run_free(struct run *self);

#endif
