#include "backtest_command.h"

#include <limits.h>
#include <stdio.h>
#include <sysexits.h>
#include <unistd.h>

#include "arguments.h"
#include "backtest_report.h"
#include "backtest_runs.h"
#include "model_file.h"
#include "model_reader.h"
#include "say.h"

struct options {
    const char *model;
    const char *csv; /* NULL: no file. */
};

/* A day as files write it. */
struct day {
    char text[40];
};

static bool read_options(struct options *options, int argc, char **argv, enum language language)
{
    enum { CSV = UCHAR_MAX + 1 };
    static const struct option known[] = { { "csv", required_argument, NULL, CSV }, { NULL, 0, NULL, 0 } };

    arguments_begin();
    for (int option = 0; (option = getopt_long(argc, argv, ":", known, NULL)) != -1;) {
        if (option != CSV) {
            arguments_refuse(option, argv, known, language);
            return false;
        }
        options->csv = optarg;
    }
    options->model = arguments_only(argc, argv, language);
    return options->model != NULL;
}

static bool write_csv(FILE *stream, const void *backtest)
{
    return backtest_report_csv(stream, backtest);
}

static struct day day_of(struct date date)
{
    struct day day;

    snprintf(day.text, sizeof day.text, "%04d-%02d-%02d", date.year, date.month, date.day);
    return day;
}

/* Whether the model says where to start, and anything was observed after that. */
static bool can_test(const struct model *model, struct problems *problems)
{
    const struct place whole = { problems_file(problems, model->files[0].path), 0, 0 };
    const struct backtest_plan *plan = &model->backtest;

    if (!plan->is_given) {
        report(problems, whole, MESSAGE_BACKTEST_MISSING, SLOTS({ "found", day_of(model->census_date).text }));
        return false;
    }
    for (size_t origin = 0; origin < plan->origin_count; origin++) {
        if (backtest_has_target(model, &plan->origins[origin])) {
            return true;
        }
    }
    report(problems, whole, MESSAGE_BACKTEST_NOTHING, SLOTS({ "found", day_of(plan->origins[0].day).text }));
    return false;
}

static int test_model(const struct options *options, const struct model *model, enum language language,
                      struct problems *problems)
{
    const struct terminal terminal = { .language = language, .colour = say_in_colour(), .columns = say_columns() };
    struct backtest_runs runs = { .backtest = { .model = NULL } };

    if (!can_test(model, problems)) {
        return EX_DATAERR;
    }
    backtest_runs_make(&runs, model);
    backtest_report_print(stdout, &runs.backtest, &terminal);
    const int status =
        options->csv == NULL ? EX_OK : model_file_write(options->csv, model, write_csv, &runs.backtest, problems);

    backtest_runs_free(&runs);
    return status;
}

int backtest_command(int argc, char **argv, enum language language)
{
    struct options options = { .model = NULL };
    struct problems problems = { .count = 0 };
    struct model model = { .project_count = 0 };

    if (!read_options(&options, argc, argv, language)) {
        return EX_USAGE;
    }
    int status = access(options.model, F_OK) != 0 ? EX_NOINPUT : EX_DATAERR;

    if (model_read(&model, options.model, &problems)) {
        status = test_model(&options, &model, language, &problems);
    }
    problems_print(&problems, stderr, language);
    model_free(&model);
    problems_free(&problems);
    return status;
}
