#include "model_work.h"

#include <sysexits.h>
#include <unistd.h>

#include "model_reader.h"

int model_work_on(const char *folder, model_work *work, const void *options, enum language language,
                  struct answer *answer, const char *verb)
{
    struct problems problems = { .count = 0 };
    struct inputs inputs = { .scenario = { .name = NULL } };
    int status = access(folder, F_OK) != 0 ? EX_NOINPUT : EX_DATAERR;

    answer_begin(answer, verb);
    if (model_read(&inputs.model, folder, &problems)) {
        status = work(&inputs, options, language, &problems);
    }
    answer_end(answer, &problems, language, status);
    model_free(&inputs.model);
    problems_free(&problems);
    return status;
}
