#include "calibrate_command.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>

#include "answer.h"
#include "arguments.h"
#include "calibrate.h"
#include "calibration_fragment.h"
#include "calibration_report.h"
#include "calibration_text.h"
#include "mem.h"
#include "model_file.h"
#include "model_work.h"
#include "say.h"
#include "whole_file.h"

struct options {
    const char *model;
    const char *output; /* NULL: calibrated.yaml in the model's folder. */
    const char *csv;    /* NULL: no file. */
    struct answer *answer;
};

static bool read_options(struct options *options, int argc, char **argv, enum language language)
{
    enum { OUTPUT = 'o', CSV = UCHAR_MAX + 1, JSON };
    static const struct option known[] = { { "output", required_argument, NULL, OUTPUT },
                                           { "csv", required_argument, NULL, CSV },
                                           { "json", no_argument, NULL, JSON },
                                           { NULL, 0, NULL, 0 } };

    arguments_begin();
    for (int option = 0; (option = getopt_long(argc, argv, ":o:", known, NULL)) != -1;) {
        if (option == OUTPUT) {
            options->output = optarg;
        } else if (option == CSV) {
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

/* Where the fragment goes. free(). */
static char *output_path(const struct options *options)
{
    static const char name[] = "/calibrated.yaml";

    if (options->output != NULL) {
        return mem_text(options->output);
    }
    size_t length = strlen(options->model);

    while (length > 1 && options->model[length - 1] == '/') {
        length--;
    }
    char *path = mem_array(length + sizeof name, 1);

    memcpy(path, options->model, length);
    return strcat(path, name);
}

static void report_plain(struct problems *problems, enum message message, const struct slot *slots)
{
    report(problems, (struct place) { .file = NULL }, message, slots);
}

static void refuse_input(const struct model *model, const char *path, struct problems *problems)
{
    if (model_file_is(model, path)) {
        report_plain(problems, MESSAGE_OUTPUT_IS_INPUT, SLOTS({ "path", path }));
    }
}

/* Whether both files may be written, before anything is. */
static bool check_outputs(const struct model *model, const char *output, const char *csv, struct problems *problems)
{
    const size_t errors = problems->errors;

    refuse_input(model, output, problems);
    if (problems->errors == errors && !calibration_fragment_may_replace(output)) {
        report_plain(problems, MESSAGE_CALIBRATE_FOREIGN, SLOTS({ "path", output }));
    }
    if (csv != NULL) {
        refuse_input(model, csv, problems);
    }
    if (csv != NULL && strcmp(csv, output) == 0) {
        report_plain(problems, MESSAGE_CALIBRATE_SAME_FILE, SLOTS({ "path", csv }));
    }
    return problems->errors == errors;
}

static void report_outcome(enum calibration_outcome outcome, const struct calibration *calibration,
                           const struct model *model, enum language language, struct problems *problems)
{
    char *why = NULL;

    switch (outcome) {
    case CALIBRATION_NO_PLAN:
        report_plain(problems, MESSAGE_CALIBRATE_NO_PLAN, NULL);
        break;
    case CALIBRATION_NO_DATA:
        why = calibration_unused(calibration, language);
        report_plain(problems, MESSAGE_CALIBRATE_NO_DATA, SLOTS({ "why", why }));
        break;
    case CALIBRATION_NOTHING_SAID:
        report_plain(problems, MESSAGE_CALIBRATE_NOTHING_SAID, NULL);
        break;
    case CALIBRATION_UNSETTLED:
        why = calibration_far_before(calibration, model, language);
        report_plain(problems, MESSAGE_CALIBRATE_UNSETTLED, SLOTS({ "far", why }));
        break;
    case CALIBRATION_FITTED:
        break;
    }
    free(why);
}

static bool write_csv(FILE *stream, const void *of)
{
    return calibration_report_csv(stream, of);
}

static void write_rows(struct csv_writer *csv, const void *of)
{
    calibration_report_table(csv, of);
}

static void tell(const struct options *options, const struct calibration_report *of, const char *output,
                 enum language language)
{
    const struct terminal terminal = {
        .language = language, .colour = say_in_colour(), .columns = say_columns(), .folder = output
    };

    if (options->answer->asked) {
        json_text_member(&options->answer->json, "file", output);
        answer_table(options->answer, "calibration", write_rows, of);
    } else {
        calibration_report_print(stdout, of, &terminal);
    }
}

static int write_files(const struct calibration_report *of, const char *output, const char *csv,
                       struct problems *problems)
{
    const int status = calibration_fragment_write(output, of, XUEWEI_VERSION, problems);

    return status != EX_OK || csv == NULL ? status : whole_file_write(csv, write_csv, of, problems);
}

static int fit(struct inputs *inputs, const void *as_asked, enum language language, struct problems *problems)
{
    const struct options *options = as_asked;
    struct calibration calibration;
    char *output = output_path(options);
    int status = EX_CANTCREAT;

    if (check_outputs(&inputs->model, output, options->csv, problems)) {
        const enum calibration_outcome outcome = calibrate(inputs, &calibration);
        const struct calibration_report of = { inputs, &calibration };

        status = outcome == CALIBRATION_FITTED ? write_files(&of, output, options->csv, problems) : EX_DATAERR;
        report_outcome(outcome, &calibration, &inputs->model, language, problems);
        if (status == EX_OK) {
            tell(options, &of, output, language);
        }
        calibration_free(&calibration);
    }
    free(output);
    return status;
}

int calibrate_command(int argc, char **argv, enum language language)
{
    struct answer answer = { .asked = false };
    struct options options = { .answer = &answer };

    if (!read_options(&options, argc, argv, language)) {
        return EX_USAGE;
    }
    return model_work_on(options.model, fit, &options, language, &answer, argv[0]);
}
