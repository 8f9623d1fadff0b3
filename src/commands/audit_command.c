#include "audit_command.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sysexits.h>
#include <unistd.h>

#include "arguments.h"
#include "audit_report.h"
#include "model_file.h"
#include "model_reader.h"
#include "say.h"

struct options {
    const char *model;
    const char *csv; /* NULL: no file. */
    bool strict;
    bool agreed;
};

static bool read_options(struct options *options, int argc, char **argv, enum language language)
{
    enum { STRICT = UCHAR_MAX + 1, AGREED, CSV };
    static const struct option known[] = { { "strict", no_argument, NULL, STRICT },
                                           { "agreed", no_argument, NULL, AGREED },
                                           { "csv", required_argument, NULL, CSV },
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

static int report_audit(const struct options *options, const struct model *model, enum language language,
                        struct problems *problems)
{
    const bool colour = say_in_colour();
    struct audit audit = { .finding_count = 0 };

    audit_model(&audit, model);
    audit_report_print(stdout, &audit, language, colour);
    if (options->agreed) {
        audit_report_print_agreed(stdout, &audit, language, colour);
    }
    const int written =
        options->csv == NULL ? EX_OK : model_file_write(options->csv, model, write_csv, &audit, problems);
    const int status = options->strict && audit_disagreements(&audit) > 0 ? 1 : EX_OK;

    audit_free(&audit);
    return written != EX_OK ? written : status;
}

int audit_command(int argc, char **argv, enum language language)
{
    struct options options = { .model = NULL };
    struct problems problems = { .count = 0 };
    struct model model = { .project_count = 0 };

    if (!read_options(&options, argc, argv, language)) {
        return EX_USAGE;
    }
    int status = access(options.model, F_OK) != 0 ? EX_NOINPUT : EX_DATAERR;

    if (model_read(&model, options.model, &problems)) {
        status = report_audit(&options, &model, language, &problems);
    }
    problems_print(&problems, stderr, language);
    model_free(&model);
    problems_free(&problems);
    return status;
}
