/** Whether the tables of two models say the same, and one model with a table of another. */
#ifndef MODEL_TABLES_H
#define MODEL_TABLES_H

#include "assumption.h"

/** Whether two ids are the same. The arithmetic has no library of texts. */
static inline bool same_id(const char *a, const char *b)
{
    while (*a != '\0' && *a == *b) {
        a++;
        b++;
    }
    return *a == *b;
}

/** Whether the table differs in what a run to the state of `last_year` looks at. The models are alike (see unlike). */
bool model_table_differs(const struct model *a, const struct model *b, enum model_table table, int last_year);

/** Whether the models have the same projects (estates), in the same order. */
bool model_same_projects(const struct model *a, const struct model *b);
bool model_same_estates(const struct model *a, const struct model *b);

/** Puts the table of `from` into `model`; what it points to stays that of `from`. */
void model_table_take(struct model *model, const struct model *from, enum model_table table);

#endif
