/**
 * Every sentence that the program says of an input or of itself, in Chinese and English, from one table
 * (messages_table.h). A slot {name} in a text is filled by name; nothing in the table is a printf format.
 */
#ifndef MESSAGES_H
#define MESSAGES_H

#include <stdbool.h>
#include <stddef.h>

enum language { CHINESE, ENGLISH, LANGUAGES };

/** One filled slot: `{name}` in the text is replaced by `text`. */
struct slot {
    const char *name;
    const char *text;
};

/** A list of slots for one message: SLOTS({ "found", text }, { "allowed", words }). Lives to the end of the block. */
#define SLOTS(...) ((const struct slot[]) { __VA_ARGS__, { NULL, NULL } })

enum message_kind { PROBLEM, NOTE };

#define MESSAGE_ID(id, kind, zh, en) MESSAGE_##id,
enum message {
#define MESSAGE MESSAGE_ID
#include "messages_table.h"
#undef MESSAGE
    MESSAGES
};
#undef MESSAGE_ID

/** The message's name in the table, which stays when its words change: YAML_KEY_UNKNOWN. */
const char *message_id(enum message message);

/** Whether the message only tells (NOTE) or refuses the input (PROBLEM). */
enum message_kind message_kind(enum message message);

/** The message in the language, slots filled. Owned by the caller; free(). */
char *message_text(enum message message, enum language language, const struct slot *slots);

#endif
