#include "yaml_reasons.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/** libyaml's words, and ours; NULL: any. */
struct row {
    const char *problem;
    const char *context;
    struct yaml_reason reason;
};

#define YAML_REASON_ROW(problem, context, fault, zh, en)                                                               \
    { problem, context, { { [CHINESE] = (zh), [ENGLISH] = (en) }, fault } },
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
    /* libyaml tells no problem when it has no memory */
    return (struct yaml_reason) { { [CHINESE] = problem != NULL ? problem : "内存不足",
                                    [ENGLISH] = problem != NULL ? problem : "there is no memory left" },
                                  FAULT_HERE };
}
