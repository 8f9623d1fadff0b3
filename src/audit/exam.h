/**
 * One audit under way: the model, its projects' rows found quickly, the levels in groups, and the means by which
 * rules write their findings.
 */
#ifndef EXAM_H
#define EXAM_H

#include "audit.h"
#include "messages.h"

/** Which levels a rule looks at. */
enum audit_scope { SCOPE_ANY, SCOPE_SCHOOL, SCOPE_PRESCHOOL };

/** Age at which schooling begins; a level whose children enter younger is pre-school. */
enum { SCHOOL_AGE = 6 };

struct exam {
    struct audit *audit;
    const struct model *model;
    const size_t
        *first_row; /**< [project_count + 1] project p's rows of project_seats are first_row[p]..[p + 1] - 1. */
    size_t group_count;
    const bool *group_has;  /**< [group][level] levels that a school type, a target or a project joins. */
    enum audit_rule rule;   /**< The one that is being held against the model. */
    enum audit_scope scope; /**< Of that rule. */
};

/** Starts an exam of the model, with all that rules look up. Borrows both; memory is the audit's pool. */
void exam_begin(struct exam *self, struct audit *audit, const struct model *model);

/** The levels of a group; [level_count]. */
const bool *exam_group(const struct exam *self, size_t group);

/** Whether the rule that is being held looks at these levels. */
bool exam_looks_at(const struct exam *self, const bool *levels);

/** Whether the project has a row for one of the levels (with seats or without). */
bool exam_project_at(const struct exam *self, size_t project, const bool *levels);

/** The project's gross seats at the levels; NULL: at all. */
double exam_seats(const struct exam *self, size_t project, const bool *levels);

/** Seats of all projects at the levels. */
double exam_planned(const struct exam *self, const bool *levels);

/** The project's classes at the levels; NULL: at all. */
double exam_classes(const struct exam *self, size_t project, const bool *levels);

/** The school type with exactly the levels that the project has rows for, or NULL. */
const struct school_type *exam_school_type(const struct exam *self, size_t project);

/** Pupils a class at the level: the mean over its grades. */
double exam_class_size(const struct level *level);

/** Whether two figures are the same but for rounding in the last place of sums. */
bool same_figure(double one, double other);

/** Text for people: whole numbers as such, others with one or two decimals; NAN is an en dash. In the pool. */
const char *exam_number(struct exam *self, double value);

/** A year as text. In the pool. */
const char *exam_year(struct exam *self, int year);

/** `part` of `whole` in per cent, one decimal, without the sign; 0 of a whole of 0. In the pool. */
const char *exam_share(struct exam *self, double part, double whole);

/** A slot of a sentence, in each language. */
struct fill {
    const char *name;
    struct sentence said;
};

/** Fills for exam_say(): the same in all languages, or a sentence. */
#define SAME(name, words)                                                                                              \
    {                                                                                                                  \
        name,                                                                                                          \
        {                                                                                                              \
            {                                                                                                          \
                words, words                                                                                           \
            }                                                                                                          \
        }                                                                                                              \
    }
#define SAID(name, sentence)                                                                                           \
    {                                                                                                                  \
        name, sentence                                                                                                 \
    }
#define FILLS(...) ((const struct fill[]) { __VA_ARGS__, { NULL, { { NULL, NULL } } } })

/** The message with its slots filled, in each language. In the pool. */
struct sentence exam_say(struct exam *self, enum message message, const struct fill *fills);

/** `first`, then `second`, with `between` (by language) if neither is empty. In the pool. */
struct sentence exam_join(struct exam *self, struct sentence first, struct sentence between, struct sentence second);

/** The same words in all languages. */
struct sentence sentence_same(const char *words);

/** A name in each language. */
struct sentence sentence_name(const struct name *name);

/** Names of the levels, joined. */
struct sentence exam_level_names(struct exam *self, const bool *levels);

/** Id and name of the project. */
struct sentence exam_project_name(struct exam *self, size_t project);

/** Books what disagrees, or is worth a remark. Rule and difference are filled in. */
void exam_find(struct exam *self, struct finding finding);

/** Books what was checked and agrees; there is nothing to agree with in a remark. */
void exam_agree(struct exam *self, struct finding finding);

/** exam_agree() if `agrees`, else exam_find(). */
void exam_book(struct exam *self, bool agrees, struct finding finding);

#endif
