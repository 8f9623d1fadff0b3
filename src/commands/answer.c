#include "answer.h"

#include <stdio.h>
#include <stdlib.h>

#include "mem.h"
#include "problems_json.h"

void answer_begin(struct answer *self, const char *verb)
{
    if (!self->asked) {
        return;
    }
    json_begin(&self->json, stdout);
    json_object(&self->json, JSON_LINES);
    json_number_member(&self->json, "format", ANSWER_FORMAT);
    json_text_member(&self->json, "xuewei", XUEWEI_VERSION);
    json_text_member(&self->json, "verb", verb);
}

void answer_table(struct answer *self, const char *name, void (*write)(struct csv_writer *csv, const void *of),
                  const void *of)
{
    struct csv_writer *csv = mem_array(1, sizeof *csv);

    json_key(&self->json, "tables");
    json_object(&self->json, JSON_LINES);
    json_key(&self->json, name);
    csv_writer_begin_json(csv, &self->json);
    write(csv, of);
    csv_writer_end(csv);
    json_close(&self->json);
    free(csv);
}

int answer_end(struct answer *self, const struct problems *problems, enum language language, int status)
{
    if (!self->asked) {
        problems_print(problems, stderr, language);
        return status;
    }
    problems_json(&self->json, problems, language);
    json_number_member(&self->json, "status", status);
    json_close(&self->json);
    json_end(&self->json);
    return status;
}
