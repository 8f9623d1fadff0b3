#include "model_file.h"

#include <sys/stat.h>
#include <sysexits.h>

#include "whole_file.h"

bool model_file_is(const struct model *model, const char *path)
{
    struct stat named;
    struct stat input;

    for (size_t index = 0; stat(path, &named) == 0 && index < model->file_count; index++) {
        if (stat(model->files[index].path, &input) == 0 && named.st_dev == input.st_dev &&
            named.st_ino == input.st_ino) {
            return true;
        }
    }
    return false;
}

int model_file_write(const char *path, const struct model *model, bool (*write)(FILE *stream, const void *of),
                     const void *of, struct problems *problems)
{
    if (model_file_is(model, path)) {
        report(problems, (struct place) { .file = NULL }, MESSAGE_OUTPUT_IS_INPUT, SLOTS({ "path", path }));
        return EX_CANTCREAT;
    }
    return whole_file_write(path, write, of, problems);
}
