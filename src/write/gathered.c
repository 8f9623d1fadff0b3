#include "gathered.h"

#include <stdbool.h>
#include <stdlib.h>

#include "terminal_parts.h"

void gather(struct gathered *self, const char *between, const char *part)
{
    const bool is_first = self->text == NULL;
    char *longer = joined(is_first ? "" : self->text, is_first ? "" : between, part);

    free(self->text);
    self->text = longer;
}
