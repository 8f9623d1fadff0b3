/** From the text of a file to its one YAML document, or to why that cannot be. */
#ifndef YAML_PARSE_H
#define YAML_PARSE_H

#include <stdbool.h>

#include "text_file.h"
#include "yaml_doc.h"

/** Makes the doc's tree, which is to be freed also if this is false; then there is a problem. */
bool yaml_parse(struct yaml_doc *self, const struct text_file *file);

#endif
