/** Why libyaml cannot read a file, in the user's words. */
#ifndef YAML_REASONS_H
#define YAML_REASONS_H

#include "messages.h"

/** Which of the two places that libyaml names helps: where it gave up, or where what it was reading begins. */
enum yaml_fault { FAULT_HERE, FAULT_AT_START };

struct yaml_reason {
    enum message message;
    enum yaml_fault fault;
};

/**
 * The reason for libyaml's `problem` in its `context` (either may be NULL). MESSAGE_YAML_SYNTAX, which has the problem
 * in libyaml's own words in its slot, if libyaml does not have such a problem today.
 */
struct yaml_reason yaml_reason(const char *problem, const char *context);

#endif
