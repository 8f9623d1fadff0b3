#include "model_file.h"

#include <sys/stat.h>

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
