#include "backtest_command.h"

#include <limits.h>
#include <sysexits.h>

#include "answer.h"
#include "arguments.h"
#include "backtest_report.h"
#include "backtest_runs.h"
#include "model_file.h"
#include "model_work.h"
#include "say.h"

struct options {
    const char *model;
    const char *csv; /* NULL: no file. */
    struct answer *answer;
};

static bool read_options(struct options *options, int argc, char **argv, enum language language)
{
    enum { CSV = UCHAR_MAX + 1, JSON };
    static const struct option known[] = { { "csv", required_argument, NULL, CSV },
                                           { "json", no_argument, NULL, JSON },
                                           { NULL, 0, NULL, 0 } };

    arguments_begin();
    for (int option = 0; (option = getopt_long(argc, argv, ":", known, NULL)) != -1;) {
        if (option == CSV) {
            options->csv = optarg;
        } else if (option == JSON) {
            options->answer->asked = true;
        } else {
            arguments_refuse(option, argv, known, language);
            return false;
        }
    }
    options->model = arguments_only(argc, argv, language);
    return options->model != NULL;
}

static bool write_csv(FILE *stream, const void *backtest)
{
    return backtest_report_csv(stream, backtest);
}

static void write_rows(struct csv_writer *csv, const void *backtest)
{
    backtest_report_table(csv, backtest);
}

/* Whether the model says where to start, and anything was observed after that. */
static bool can_test(const struct model *model, struct problems *problems)
{
    const struct place whole = { problems_file(problems, model->files[0].path), 0, 0 };
    const struct backtest_plan *plan = &model->backtest;

    if (!plan->is_given) {
        report(problems, whole, MESSAGE_BACKTEST_MISSING, SLOTS({ "found", date_text(model->census_date).text }));
        return false;
    }
    for (size_t origin = 0; origin < plan->origin_count; origin++) {
        if (backtest_has_target(model, &plan->origins[origin])) {
            return true;
        }
    }
    report(problems, whole, MESSAGE_BACKTEST_NOTHING, SLOTS({ "found", date_text(plan->origins[0].day).text }));
    return false;
}

static int test_model(struct inputs *inputs, const void *as_asked, enum language language, struct problems *problems)
{
    const struct options *options = as_asked;
    const struct model *model = &inputs->model;
    const struct terminal terminal = { .language = language, .colour = say_in_colour(), .columns = say_columns() };
    struct backtest_runs runs = { .backtest = { .model = NULL } };

    if (!can_test(model, problems)) {
        return EX_DATAERR;
    }
    backtest_runs_make(&runs, model);
    if (options->answer->asked) {
        answer_table(options->answer, "backtest", write_rows, &runs.backtest);
    } else {
        backtest_report_print(stdout, &runs.backtest, &terminal);
    }
    const int status =
        options->csv == NULL ? EX_OK : model_file_write(options->csv, model, write_csv, &runs.backtest, problems);

    backtest_runs_free(&runs);
    return status;
}

int backtest_command(int argc, char **argv, enum language language)
{
    struct answer answer = { .asked = false };
    struct options options = { .answer = &answer };

    if (!read_options(&options, argc, argv, language)) {
        return EX_USAGE;
    }
    return model_work_on(options.model, test_model, &options, language, &answer, argv[0]);
}
