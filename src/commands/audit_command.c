#include "audit_command.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sysexits.h>

#include "answer.h"
#include "arguments.h"
#include "audit_report.h"
#include "model_file.h"
#include "model_work.h"
#include "say.h"

struct options {
    const char *model;
    const char *csv; /* NULL: no file. */
    bool strict;
    bool agreed;
    struct answer *answer;
};

static bool read_options(struct options *options, int argc, char **argv, enum language language)
{
    enum { STRICT = UCHAR_MAX + 1, AGREED, CSV, JSON };
    static const struct option known[] = { { "strict", no_argument, NULL, STRICT },
                                           { "agreed", no_argument, NULL, AGREED },
                                           { "csv", required_argument, NULL, CSV },
                                           { "json", no_argument, NULL, JSON },
                                           { NULL, 0, NULL, 0 } };

    arguments_begin();
    for (int option = 0; (option = getopt_long(argc, argv, ":", known, NULL)) != -1;) {
        switch (option) {
        case STRICT:
            options->strict = true;
            break;
        case AGREED:
            options->agreed = true;
            break;
        case CSV:
            options->csv = optarg;
            break;
        case JSON:
            options->answer->asked = true;
            break;
        default:
            arguments_refuse(option, argv, known, language);
            return false;
        }
    }
    options->model = arguments_only(argc, argv, language);
    return options->model != NULL;
}

static bool write_csv(FILE *stream, const void *audit)
{
    return audit_report_csv(stream, audit);
}

static void write_rows(struct csv_writer *csv, const void *audit)
{
    audit_report_table(csv, audit);
}

static void answer_audit(const struct options *options, const struct audit *audit)
{
    struct json_writer *json = &options->answer->json;

    json_number_member(json, "agreed", (double)audit->agreed_count);
    json_number_member(json, "disagreements", (double)audit_disagreements(audit));
    answer_table(options->answer, "audit", write_rows, audit);
}

static void print_audit(const struct options *options, const struct audit *audit, enum language language)
{
    const bool colour = say_in_colour();

    audit_report_print(stdout, audit, language, colour);
    if (options->agreed) {
        audit_report_print_agreed(stdout, audit, language, colour);
    }
}

static int report_audit(struct inputs *inputs, const void *as_asked, enum language language, struct problems *problems)
{
    const struct options *options = as_asked;
    const struct model *model = &inputs->model;
    struct audit audit = { .finding_count = 0 };

    audit_model(&audit, model);
    if (options->answer->asked) {
        answer_audit(options, &audit);
    } else {
        print_audit(options, &audit, language);
    }
    const int written =
        options->csv == NULL ? EX_OK : model_file_write(options->csv, model, write_csv, &audit, problems);
    const int status = options->strict && audit_disagreements(&audit) > 0 ? 1 : EX_OK;

    audit_free(&audit);
    return written != EX_OK ? written : status;
}

int audit_command(int argc, char **argv, enum language language)
{
    struct answer answer = { .asked = false };
    struct options options = { .answer = &answer };

    if (!read_options(&options, argc, argv, language)) {
        return EX_USAGE;
    }
    return model_work_on(options.model, report_audit, &options, language, &answer, argv[0]);
}
