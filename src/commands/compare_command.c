#include "compare_command.h"

#include <limits.h>
#include <string.h>
#include <sysexits.h>

#include "answer.h"
#include "arguments.h"
#include "compare_causes.h"
#include "compare_folder.h"
#include "compare_json.h"
#include "compare_tables.h"
#include "crew.h"
#include "ensemble_run.h"
#include "model_file.h"
#include "number.h"
#include "say.h"
#include "terminal_compare.h"
#include "whole_file.h"

/* What the command line asks for. */
struct compare_options {
    const char *paths[2];
    const char *csv;    /* NULL: no file. */
    const char *output; /* NULL: no folder. */
    const char *year;   /* NULL: that of the greatest change. */
    bool by_key;
    size_t threads;
    struct answer *answer;
};

static bool read_paths(struct compare_options *options, int argc, char **argv, enum language language)
{
    enum { SIDES = 2 };

    if (argc - optind < SIDES) {
        say(language, MESSAGE_COMPARE_TWO, NULL);
        return false;
    }
    if (argc - optind > SIDES) {
        say(language, MESSAGE_USAGE_ARGUMENT, SLOTS({ "found", argv[optind + SIDES] }, { "verb", argv[0] }));
        return false;
    }
    options->paths[0] = argv[optind];
    options->paths[1] = argv[optind + 1];
    return true;
}

static bool read_options(struct compare_options *options, int argc, char **argv, enum language language)
{
    enum { OUTPUT = 'o', CSV = UCHAR_MAX + 1, BY_KEY, YEAR, THREADS, JSON };
    static const struct option known[] = { { "csv", required_argument, NULL, CSV },
                                           { "output", required_argument, NULL, OUTPUT },
                                           { "by-key", no_argument, NULL, BY_KEY },
                                           { "year", required_argument, NULL, YEAR },
                                           { "threads", required_argument, NULL, THREADS },
                                           { "json", no_argument, NULL, JSON },
                                           { NULL, 0, NULL, 0 } };

    struct answer *answer = options->answer;

    *options = (struct compare_options) { .threads = crew_usual(), .answer = answer };
    arguments_begin();
    for (int option = 0; (option = getopt_long(argc, argv, ":o:", known, NULL)) != -1;) {
        switch (option) {
        case CSV:
            options->csv = optarg;
            break;
        case OUTPUT:
            options->output = optarg;
            break;
        case BY_KEY:
            options->by_key = true;
            break;
        case YEAR:
            options->year = optarg;
            break;
        case THREADS:
            if (!threads_argument(optarg, language, &options->threads)) {
                return false;
            }
            break;
        case JSON:
            options->answer->asked = true;
            break;
        default:
            arguments_refuse(option, argv, known, language);
            return false;
        }
    }
    return read_paths(options, argc, argv, language);
}

/* The year that is answered for; false, with a message, for one that is not in both. */
static bool read_year(const struct compare_options *options, const struct forecast_comparison *comparison,
                      struct problems *problems, int *year)
{
    double number = 0;

    *year = 0;
    if (options->year == NULL) {
        return true;
    }
    if (number_read(options->year, strlen(options->year), &number) && number >= comparison->first_year &&
        number <= comparison->last_year && number == (double)(int)number) {
        *year = (int)number;
        return true;
    }
    report(problems, (struct place) { .file = NULL }, MESSAGE_COMPARE_YEAR,
           SLOTS({ "found", options->year }, { "first", number_text(comparison->first_year).text },
                 { "last", number_text(comparison->last_year).text }));
    return false;
}

static bool write_csv(FILE *stream, const void *comparison)
{
    return compare_table(stream, comparison);
}

/* Writes what was asked for. */
static int write_files(const struct compare_options *options, const struct forecast_comparison *comparison,
                       const struct compare_side sides[2], int year, enum language language, struct problems *problems)
{
    int status = EX_OK;

    for (size_t side = 0; options->csv != NULL && side < 2; side++) {
        if (model_file_is(&sides[side].inputs.model, options->csv)) {
            report(problems, (struct place) { .file = NULL }, MESSAGE_OUTPUT_IS_INPUT, SLOTS({ "path", options->csv }));
            return EX_CANTCREAT;
        }
    }
    if (options->csv != NULL) {
        status = whole_file_write(options->csv, write_csv, comparison, problems);
    }
    if (status == EX_OK && options->output != NULL) {
        status = compare_folder_write(options->output, comparison, language, year, problems);
    }
    return status;
}

static int finish(const struct compare_options *options, struct forecast_comparison *comparison,
                  const struct compare_side sides[2], int year, enum language language, struct problems *problems)
{
    const struct terminal terminal = {
        .language = language, .colour = say_in_colour(), .columns = say_columns(), .folder = options->output
    };
    const int status = write_files(options, comparison, sides, year, language, problems);

    if (status == EX_OK && options->answer->asked) {
        compare_json(&options->answer->json, comparison, language, year);
    } else if (status == EX_OK) {
        terminal_print_comparison(stdout, comparison, &terminal, year);
    }
    return status;
}

static int compare_sides(const struct compare_options *options, const struct compare_side sides[2],
                         enum language language, struct problems *problems)
{
    struct pool pool = { .chunks = NULL };
    struct forecast_comparison comparison;
    int status = EX_DATAERR;
    int year = 0;

    if (!forecast_comparison_make(&comparison, &pool, &sides[0].forecast, &sides[1].forecast)) {
        report(problems, (struct place) { .file = NULL }, MESSAGE_COMPARE_NOTHING_SHARED,
               SLOTS({ "a", options->paths[0] }, { "b", options->paths[1] }));
    } else if (!read_year(options, &comparison, problems, &year)) {
        status = EX_USAGE;
    } else if (!compare_causes(&comparison, &pool, sides, options->by_key, options->threads, language)) {
        status = ENSEMBLE_STOPPED;
    } else {
        status = finish(options, &comparison, sides, year, language, problems);
    }
    pool_free(&pool);
    return status;
}

int compare_command(int argc, char **argv, enum language language)
{
    struct answer answer = { .asked = false };
    struct compare_options options = { .answer = &answer };
    struct compare_side sides[2] = { { .has_inputs = false }, { .has_inputs = false } };
    struct problems problems = { .count = 0 };

    if (!read_options(&options, argc, argv, language)) {
        return EX_USAGE;
    }
    int status = EX_OK;

    answer_begin(&answer, argv[0]);
    for (size_t side = 0; side < 2; side++) { /* both are read, so that all problems show at once */
        const int read = compare_side_read(&sides[side], options.paths[side], options.threads, &problems);

        status = status == EX_OK ? read : status;
    }
    if (status == EX_OK) {
        status = compare_sides(&options, sides, language, &problems);
    }
    answer_end(&answer, &problems, language, status);
    compare_side_free(&sides[0]);
    compare_side_free(&sides[1]);
    problems_free(&problems);
    return status;
}
