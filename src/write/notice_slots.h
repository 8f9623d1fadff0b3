/** The figures of a notice as texts for its sentences: every slot that a sentence of the notice may name. */
#ifndef NOTICE_SLOTS_H
#define NOTICE_SLOTS_H

#include "messages.h"
#include "notice.h"
#include "number.h"

enum { NOTICE_SLOTS = 48 };

/** Slots and their texts; free with notice_slots_free(). */
struct notice_slots {
    struct slot slots[NOTICE_SLOTS + 1]; /**< Ended as message_text() wants it. */
    struct number_text texts[NOTICE_SLOTS];
    size_t count;
    char *red_towns;   /**< Owned; and so the next. */
    char *amber_towns; /**< The worst of the level's towns with their figures; only of the district. */
};

/** A school year as the field prints it: 2024-2025学年. */
struct number_text notice_year_text(int year, enum language language);

/** The slots of a row; of the district's rows those, too, that tell of its towns. */
void notice_slots_fill(struct notice_slots *self, const struct notice *notice, const struct outlook *row,
                       enum language language);

/**
 * The towns that stand so at the level, the worst first and at most `most` of them, with their figures. free().
 */
char *notice_town_list(const struct notice *notice, enum alert alert, size_t level, size_t most,
                       enum language language);

void notice_slots_free(struct notice_slots *self);

#endif
