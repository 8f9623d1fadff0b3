#include "schema_command.h"

#include <stdio.h>
#include <string.h>
#include <sysexits.h>

#include "say.h"
#include "schema.h"

int schema_command(int argc, char **argv, enum language language)
{
    size_t schema = SCHEMA_SCENARIO;

    if (argc > 1) {
        schema = 0;
        while (schema < SCHEMAS && strcmp(argv[1], schema_words[schema]) != 0) {
            schema++;
        }
    }
    if (schema == SCHEMAS || argc > 2) {
        say(language, MESSAGE_USAGE_ARGUMENT, SLOTS({ "found", argv[argc > 2 ? 2 : 1] }, { "verb", argv[0] }));
        return EX_USAGE;
    }
    schema_write(stdout, (enum schema)schema);
    return EX_OK;
}
