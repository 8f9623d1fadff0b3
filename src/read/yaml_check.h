/** What xuewei refuses in a file that libyaml takes: values without end, keys that are no words or stand twice ... */
#ifndef YAML_CHECK_H
#define YAML_CHECK_H

#include <stdbool.h>

#include "yaml_doc.h"

/** Checks the whole tree. False, with a problem, if nothing may be read of it; a key given twice leaves it true. */
bool yaml_check(const struct yaml_doc *self);

#endif
