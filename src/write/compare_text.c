#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "terminal_compare_parts.h"

void compare_each_line(const struct compare_view *self, void (*print)(const struct compare_view *view), take_line *take,
                       void *to)
{
    static const char dash[] = "- ";
    struct compare_view copy = *self;
    char *text = NULL;
    size_t length = 0;

    copy.view.stream = open_memstream(&text, &length);
    if (copy.view.stream == NULL) {
        mem_end();
    }
    print(&copy);
    if (fclose(copy.view.stream) != 0) {
        mem_end();
    }
    char *rest = NULL;

    for (char *line = strtok_r(text, "\n", &rest); line != NULL; line = strtok_r(NULL, "\n", &rest)) {
        take(to, strncmp(line, dash, sizeof dash - 1) == 0 ? line + sizeof dash - 1 : line);
    }
    free(text);
}

bool compare_lists(const struct compare_view *self, size_t place)
{
    return compare_names_towns(self) || self->of->places[place].town[0] == '\0';
}
