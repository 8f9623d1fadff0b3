#include "yaml_reasons.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/** libyaml's words and our message; NULL: any. */
struct row {
    const char *problem;
    const char *context;
    struct yaml_reason reason;
};

#define YAML_REASON_ROW(problem, context, fault, message) { problem, context, { MESSAGE_##message, fault } },
static const struct row ROWS[] = {
#define YAML_REASON YAML_REASON_ROW
#include "yaml_reasons_table.h"
#undef YAML_REASON
};
#undef YAML_REASON_ROW

static bool fits(const char *asked, const char *given)
{
    return asked == NULL || (given != NULL && strcmp(asked, given) == 0);
}

struct yaml_reason yaml_reason(const char *problem, const char *context)
{
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        if (fits(ROWS[i].problem, problem) && fits(ROWS[i].context, context)) {
            return ROWS[i].reason;
        }
    }
    return (struct yaml_reason) { MESSAGE_YAML_SYNTAX, FAULT_HERE };
}
