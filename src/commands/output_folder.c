#include "output_folder.h"

#include <string.h>

#include "mem.h"

char *output_folder(const char *output, const char *scenario)
{
    static const char parent[] = "output/";

    if (output != NULL) {
        return mem_text(output);
    }
    char *folder = mem_array(sizeof parent + strlen(scenario), 1);

    return strcat(strcpy(folder, parent), scenario);
}
