#include "problems_json.h"

#include <stdlib.h>

static void write_count(struct json_writer *json, const char *key, size_t count)
{
    json_key(json, key);
    if (count > 0) {
        json_number(json, (double)count);
    } else {
        json_null(json);
    }
}

static void write_problem(struct json_writer *json, const struct problem_told *problem, enum language language)
{
    json_object(json, JSON_LINE);
    json_text_member(json, "kind", message_kind(problem->message) == NOTE ? "note" : "problem");
    json_text_member(json, "id", message_id(problem->message));
    json_text_member(json, "file", problem->place.file);
    write_count(json, "line", problem->place.line);
    write_count(json, "column", problem->place.line > 0 ? problem->place.column : 0);
    json_text_member(json, "text", problem->text[language]);
    json_key(json, "slots");
    json_object(json, JSON_LINE);
    for (const struct slot *slot = problem->slots; slot->name != NULL; slot++) {
        json_text_member(json, slot->name, slot->text);
    }
    json_close(json);
    json_close(json);
}

void problems_json(struct json_writer *json, const struct problems *problems, enum language language)
{
    struct problem_told *told = problems_told(problems);

    json_key(json, "problems");
    json_array(json, JSON_LINES);
    for (size_t i = 0; i < problems->count; i++) {
        write_problem(json, &told[i], language);
    }
    free(told);
    json_close(json);
    json_number_member(json, "problems_dropped", (double)problems->dropped);
}
