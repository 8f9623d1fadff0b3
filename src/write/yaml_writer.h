/** Texts as YAML has them. */
#ifndef YAML_WRITER_H
#define YAML_WRITER_H

#include <stdio.h>

/** A text in double quotes, the one style of YAML that can hold any. */
void yaml_write_text(FILE *stream, const char *text);

/** An id as a key: it stands bare, as people write it, as long as nothing in it means something else to YAML. */
void yaml_write_key(FILE *stream, const char *id);

#endif
