/** Why libyaml cannot read a file, in the user's words. */
#ifndef YAML_REASONS_H
#define YAML_REASONS_H

#include "messages.h"

/** Which of the two places that libyaml names helps: where it gave up, or where what it was reading begins. */
enum yaml_fault { FAULT_HERE, FAULT_AT_START, FAULT_SINCE /**< Both. */ };

struct yaml_reason {
    const char *text[LANGUAGES];
    enum yaml_fault fault;
};

/**
 * The reason for libyaml's `problem` (NULL where its memory ran out) in its `context` (may be NULL). A problem that
 * libyaml does not have today stays in its words.
 */
struct yaml_reason yaml_reason(const char *problem, const char *context);

#endif
