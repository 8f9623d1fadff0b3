/**
 * The plan against itself: what a model's projects, printed totals, targets and norms say of each other, found from
 * the data by rules (rules_table.h), with the arithmetic and the reading that xuewei takes. Knows no district.
 */
#ifndef AUDIT_H
#define AUDIT_H

#include <stdbool.h>
#include <stddef.h>

#include "model.h"

/** How much hangs on a finding. The first two disagree with something; a remark does not. */
enum audit_weight {
    WEIGHT_HEADLINE, /**< Changes a headline number or a year. */
    WEIGHT_CHECK,    /**< Changes a check, a norm or a town. */
    WEIGHT_REMARK,   /**< Nothing disagrees: a figure that a reader of the plan should know. */
    AUDIT_WEIGHTS
};

#define RULE_ID(id, weight, scope, check, zh, en) RULE_##id,
enum audit_rule {
#define RULE RULE_ID
#include "rules_table.h"
#undef RULE
    AUDIT_RULES
};
#undef RULE_ID

/** A rule as people see it. */
struct audit_rule_words {
    const char *id;
    enum audit_weight weight;
    const char *title[LANGUAGES];
};

/** A sentence in each language. */
struct sentence {
    const char *text[LANGUAGES];
};

/** What a rule found, or (in audit.agreed) found in order. Texts are borrowed from audit.pool. */
struct finding {
    enum audit_rule rule;
    struct sentence subject;    /**< What it is about: a total, a project, levels. */
    double found;               /**< What the plan has; NAN where it has no figure. */
    double expected;            /**< What it comes to when recomputed, or the norm; NAN where there is none. */
    double difference;          /**< found - expected; NAN where one of them is. */
    struct sentence arithmetic; /**< The reckoning, with every figure in it. */
    struct sentence reading;    /**< What xuewei takes, and what stays open. */
    const char *rows;           /**< Ids of the projects that it stands on, parted by spaces; may be empty. */
};

struct audit {
    struct pool pool;
    struct sentence district; /**< Name of the district. */
    struct finding *findings; /**< Owned; in order of rule, then of the model's rows. */
    size_t finding_count;
    struct finding *agreed; /**< Owned; the checks that agreed, in the same order. */
    size_t agreed_count;
    size_t agreed_by[AUDIT_RULES]; /**< How many of them by rule. */
};

/** The rules, by enum audit_rule. */
extern const struct audit_rule_words audit_rules[AUDIT_RULES];

/** headline, check, remark. */
extern const struct name audit_weight_words[AUDIT_WEIGHTS];

/** Holds the model against all rules. `self` is zeroed; free with audit_free(). The model may go before the audit. */
void audit_model(struct audit *self, const struct model *model);

/** How many findings disagree with something: all but the remarks. */
size_t audit_disagreements(const struct audit *self);

/** Frees what the audit owns; harmless when called twice or on a zeroed audit. */
void audit_free(struct audit *self);

#endif
