#include "audit.h"

#include <stdlib.h>

#include "exam.h"
#include "rules.h"

#define RULE_WORDS(id, weight, scope, check, zh, en) [RULE_##id] = { #id, WEIGHT_##weight, { zh, en } },
const struct audit_rule_words audit_rules[AUDIT_RULES] = {
#define RULE RULE_WORDS
#include "rules_table.h"
#undef RULE
};
#undef RULE_WORDS

struct rule {
    enum audit_scope scope;
    void (*check)(struct exam *exam);
};

#define RULE_CHECK(id, weight, scope, check, zh, en) [RULE_##id] = { SCOPE_##scope, check },
static const struct rule RULES[AUDIT_RULES] = {
#define RULE RULE_CHECK
#include "rules_table.h"
#undef RULE
};
#undef RULE_CHECK

const struct name audit_weight_words[AUDIT_WEIGHTS] = {
    [WEIGHT_HEADLINE] = { "headline", { "重要", "headline" } },
    [WEIGHT_CHECK] = { "check", { "一般", "check" } },
    [WEIGHT_REMARK] = { "remark", { "备注", "remark" } },
};

void audit_model(struct audit *self, const struct model *model)
{
    struct exam exam;

    exam_begin(&exam, self, model);
    for (size_t rule = 0; rule < AUDIT_RULES; rule++) {
        exam.rule = (enum audit_rule)rule;
        exam.scope = RULES[rule].scope;
        RULES[rule].check(&exam);
    }
}

size_t audit_disagreements(const struct audit *self)
{
    size_t count = 0;

    for (size_t index = 0; index < self->finding_count; index++) {
        count += audit_rules[self->findings[index].rule].weight != WEIGHT_REMARK;
    }
    return count;
}

void audit_free(struct audit *self)
{
    free(self->findings);
    free(self->agreed);
    pool_free(&self->pool);
    *self = (struct audit) { .finding_count = 0 };
}
