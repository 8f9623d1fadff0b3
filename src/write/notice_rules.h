/** The rules by which a notice says what it says: each sentence with the figures under which it holds. */
#ifndef NOTICE_RULES_H
#define NOTICE_RULES_H

#include <stdbool.h>
#include <stddef.h>

#include "messages.h"
#include "notice.h"

/** What a sentence belongs to. */
enum notice_part {
    PART_REASONS,     /**< Of a red or amber row. */
    PART_CONCLUSIONS, /**< Of the district at a level, and so the next two. */
    PART_WARNINGS,
    PART_ADVICE,
};

/**
 * Finds the sentences of the part that hold of the row, in the order in which they are said; at most
 * NOTICE_SENTENCES. Every part but the reasons says one at least. Returns how many.
 */
size_t notice_rules(const struct notice *notice, const struct outlook *row, enum notice_part part,
                    enum message *sentences);

/** Whether more than half of the coming year's demand or seats stand on figures marked assumed. */
bool notice_is_mostly_assumed(const struct outlook *row);

/** More than any part has rules. */
enum { NOTICE_SENTENCES = 24 };

#endif
