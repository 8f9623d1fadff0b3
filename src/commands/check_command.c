#include "check_command.h"

#include <stdio.h>
#include <sys/stat.h>
#include <sysexits.h>
#include <unistd.h>

#include "arguments.h"
#include "model_reader.h"
#include "resolve.h"
#include "say.h"

static bool is_folder(const char *path)
{
    struct stat status;

    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

/* Reads one scenario or model; says that it is good, or all that is wrong with it. */
static int check_one(const char *path, enum language language)
{
    struct problems problems = { .count = 0 };
    struct inputs inputs = { .scenario = { .name = NULL } };
    const bool good =
        is_folder(path) ? model_read(&inputs.model, path, &problems) : inputs_read(&inputs, path, &problems);
    const int status = access(path, F_OK) != 0 ? EX_NOINPUT : EX_DATAERR;

    problems_print(&problems, stderr, language);

    if (good) {
        printf(language == CHINESE ? "%s：没有问题\n" : "%s: no problems\n", path);
    }
    model_free(&inputs.model);
    problems_free(&problems);
    return good ? EX_OK : status;
}

int check_command(int argc, char **argv, enum language language)
{
    static const struct option none[] = { { NULL, 0, NULL, 0 } };
    int status = EX_OK;

    arguments_begin();
    const int option = getopt_long(argc, argv, ":", none, NULL);

    if (option != -1) {
        arguments_refuse(option, argv, none, language);
        return EX_USAGE;
    }
    if (argc == optind) {
        say(language, MESSAGE_USAGE_NOTHING_TO_DO, SLOTS({ "verb", argv[0] }));
        return EX_USAGE;
    }
    for (int at = optind; at < argc; at++) {
        const int one = check_one(argv[at], language);

        status = status == EX_OK ? one : status;
    }
    return status;
}
