/** A stretch of a long table's rows as a table of its own, so that two can be read side by side. */
#ifndef CSV_VIEW_H
#define CSV_VIEW_H

#include "csv_table.h"

/** Reads the rows of another table, which outlives it, and finds fault with nobody hearing of it. */
struct csv_view {
    struct csv_table table;   /**< Quiet where the other is; its lines are counted from where the view begins. */
    struct problems problems; /**< The view's own. */
};

/**
 * Where the second half of the table's rows begins; NULL for a table that is short, or has quotes, in which a line may
 * end without ending its row.
 */
const char *csv_middle(const struct csv_table *self);

/** The rows from `from` to before `to`, each where a row begins or the table ends. csv_view_close() it. */
void csv_view_open(struct csv_view *self, const struct csv_table *table, const char *from, const char *to);

/** Whether nothing at all was found by the view, a note neither. */
bool csv_view_is_clean(const struct csv_view *self);

void csv_view_close(struct csv_view *self);

#endif
