#include "model_work.h"

#include <sysexits.h>
#include <unistd.h>

#include "model_reader.h"

int model_work_on(const char *folder, model_work *work, const void *options, enum language language)
{
    struct problems problems = { .count = 0 };
    struct inputs inputs = { .scenario = { .name = NULL } };
    int status = access(folder, F_OK) != 0 ? EX_NOINPUT : EX_DATAERR;

    if (model_read(&inputs.model, folder, &problems)) {
        status = work(&inputs, options, language, &problems);
    }
    problems_print(&problems, stderr, language);
    model_free(&inputs.model);
    problems_free(&problems);
    return status;
}
