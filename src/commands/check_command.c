#include "check_command.h"

#include <stdio.h>
#include <sys/stat.h>
#include <sysexits.h>
#include <unistd.h>

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
    int status = EX_OK;

    if (argc < 2) {
        say(language, MESSAGE_USAGE_NOTHING_TO_DO, SLOTS({ "verb", argv[0] }));
        return EX_USAGE;
    }
    for (int at = 1; at < argc; at++) {
        const int one = check_one(argv[at], language);

        status = status == EX_OK ? one : status;
    }
    return status;
}
