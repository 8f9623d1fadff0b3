#include "xlsx_library.h"

#include <dlfcn.h>
#include <string.h>

/* Sets a pointer to a function of the library; POSIX has them fit into one another, C does not. */
static bool find(void *library, const char *name, void *function, size_t size)
{
    void *const found = dlsym(library, name);

    memcpy(function, &found, size);
    return found != NULL;
}

static bool find_all(void *library, struct xlsx_library *functions)
{
    bool all = true;

#define FIND(function) all = find(library, #function, &functions->function, sizeof functions->function) && all;
    XLSX_FUNCTIONS(FIND)
#undef FIND
    return all && functions->lxw_version_id() == LXW_VERSION_ID;
}

const struct xlsx_library *xlsx_library(void)
{
    static struct xlsx_library functions;
    static bool tried;
    static bool found;

    if (!tried) {
        void *const library = dlopen("libxlsxwriter.so." LXW_SOVERSION, RTLD_LAZY | RTLD_LOCAL);

        found = library != NULL && find_all(library, &functions);
        tried = true;
    }
    return found ? &functions : NULL;
}
