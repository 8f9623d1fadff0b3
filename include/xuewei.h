/**
 * libxuewei: a school seat forecast as one call. Open a scenario, set parameters, run, and read the figures of gap.csv
 * as arrays; the numbers are those of `xuewei run`, to the last bit.
 *
 * It writes nothing anywhere, not even to standard error: what is wrong comes back as a status and as problems with
 * file, line and column, in Chinese and English. It never ends the process, touches no signal and no locale, and reads
 * and writes numbers alike in every locale.
 *
 * Threads: any number of handles at once, each used by one thread at a time. A run takes one thread.
 *
 * Memory: where there is not enough, a call returns XUEWEI_NO_MEMORY. The handle then takes xuewei_free() alone; what
 * was being read at that moment (parts of files, not results) is lost to the process.
 *
 * Texts are UTF-8. What a function gives is the handle's and stands until the handle is freed or, of problems, until
 * the next call of xuewei_set() or xuewei_run(). Files whose names or contents are bad are problems, never a crash;
 * passing a NULL where a pointer is wanted gives XUEWEI_MISUSE.
 */
#ifndef XUEWEI_H
#define XUEWEI_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined __GNUC__
#define XUEWEI_API __attribute__((visibility("default")))
#else
#define XUEWEI_API
#endif

/** A scenario that was opened, and its latest run. */
typedef struct xuewei xuewei;

/** What a call came to. */
enum {
    XUEWEI_OK = 0,
    XUEWEI_BAD_INPUT = 1, /**< See the problems. */
    XUEWEI_NO_MEMORY = 2,
    XUEWEI_MISUSE =
        3, /**< A NULL, a name or an index that there is not, an array of another size, or nothing run yet. */
};

/** Languages of names and problems. */
enum { XUEWEI_CHINESE = 0, XUEWEI_ENGLISH = 1 };

/** In place of a year: all years. */
enum { XUEWEI_ALL_YEARS = 0 };

/** What was found wrong, or worth a note. Lines and columns count from 1, columns in characters; 0: of no line. */
struct xuewei_problem {
    const char *code; /**< Stays the same between versions: "HORIZON_MISSING". */
    const char *file; /**< NULL: of no file. */
    size_t line;
    size_t column;
    int is_note;         /**< It only tells, and refuses nothing. */
    const char *text[2]; /**< By language. */
};

/** The version of the library: "0.1.0". */
XUEWEI_API const char *xuewei_version(void);

/**
 * Reads the scenario file, all that it extends and its model. With XUEWEI_OK and with XUEWEI_BAD_INPUT *self is a
 * handle to be freed; of a scenario that is bad it has the problems alone, and all else is XUEWEI_MISUSE.
 */
XUEWEI_API int xuewei_open(const char *scenario, xuewei **self);

/** Frees the handle; NULL is harmless. */
XUEWEI_API void xuewei_free(xuewei *self);

/** The problems and notes of the latest xuewei_open(), xuewei_set() or xuewei_run(), in order of place. */
XUEWEI_API size_t xuewei_problem_count(const xuewei *self);
XUEWEI_API int xuewei_problem(const xuewei *self, size_t index, struct xuewei_problem *problem);

/**
 * Gives a parameter (`xuewei parameters` lists them: "fertility.multiplier") a value for a key (the id of a level,
 * town, builder, project or estate; NULL: all of them) and a year of a path (XUEWEI_ALL_YEARS: all). Switches are 0 or
 * 1; a year that never comes is 9999; a town is its place's index. Ways of reckoning (parameters that are words) are
 * the scenario's. A value out of its range is XUEWEI_BAD_INPUT and changes nothing.
 */
XUEWEI_API int xuewei_set(xuewei *self, const char *parameter, const char *key, int year, double value);

/** The value of a parameter for a key (NULL: the first, or none) and a year of a path. */
XUEWEI_API int xuewei_get(const xuewei *self, const char *parameter, const char *key, int year, double *value);

/** Runs the scenario with the values set. XUEWEI_BAD_INPUT where what comes out contradicts itself. */
XUEWEI_API int xuewei_run(xuewei *self);

/** School years printed: first, first + 1, ...; 2024 is 2024-2025. 0 without a scenario. */
XUEWEI_API int xuewei_first_year(const xuewei *self);
XUEWEI_API size_t xuewei_years(const xuewei *self);

/** Places: the towns, then the areas, then, last, the district. Of the district the id is "total". */
XUEWEI_API size_t xuewei_places(const xuewei *self);
XUEWEI_API size_t xuewei_towns(const xuewei *self);
XUEWEI_API const char *xuewei_place_id(const xuewei *self, size_t place);
XUEWEI_API const char *xuewei_place_name(const xuewei *self, size_t place, int language);

/** Levels of schooling. */
XUEWEI_API size_t xuewei_levels(const xuewei *self);
XUEWEI_API const char *xuewei_level_id(const xuewei *self, size_t level);
XUEWEI_API const char *xuewei_level_name(const xuewei *self, size_t level, int language);

/**
 * The figures of the latest run by their heading in gap.csv: "gap", "demand", "seats", "seats_nominal", "shortage",
 * "surplus", "children", "enrolment", "classes_needed", "classes_short", "land_needed_m2", "land_short_m2",
 * "staff_needed", "staff_short", "demand_assumed", "seats_assumed" (these two in children and seats, not as shares).
 * Fills values[year][place][level]; `count` is years x places x levels.
 */
XUEWEI_API int xuewei_figures(const xuewei *self, const char *figure, double *values, size_t count);

#ifdef __cplusplus
}
#endif

#endif
