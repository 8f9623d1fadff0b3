#include "compare_json.h"

#include <stdlib.h>

#include "compare_tables.h"
#include "mem.h"
#include "terminal_compare_parts.h"

static const char *const SHARING_IDS[SHARINGS] = {
    [SHARING_NOTHING] = "nothing",
    [SHARING_ALL_ORDERS] = "all_orders",
    [SHARING_SAMPLE] = "sample",
    [SHARING_AGES] = "ages",
    [SHARING_INPUTS_OTHER] = "inputs_other",
    [SHARING_START] = "start",
    [SHARING_TOWNS] = "towns",
    [SHARING_AREAS] = "areas",
    [SHARING_LEVELS] = "levels",
    [SHARING_TOO_LARGE] = "too_large",
};

static void write_horizon(struct json_writer *json, int first, int last)
{
    json_key(json, "horizon");
    json_object(json, JSON_LINE);
    json_number_member(json, "first", first);
    json_number_member(json, "last", last);
    json_close(json);
}

static void write_side(struct json_writer *json, const struct forecast *side, enum language language)
{
    json_object(json, JSON_LINE);
    json_text_member(json, "path", side->path);
    json_text_member(json, "kind", side->is_result ? "result" : "scenario");
    json_text_member(json, "scenario", side->scenario);
    json_text_member(json, "title", side->title[language]);
    json_text_member(json, "model", side->model);
    write_horizon(json, side->first_year, side->last_year);
    json_text_member(json, "xuewei", side->version);
    json_close(json);
}

static void write_line(void *json, const char *line)
{
    json_text(json, line);
}

static void write_answers(struct json_writer *json, const struct forecast_comparison *comparison,
                          enum language language, int year)
{
    const struct terminal terminal = { .language = language };
    struct compare_view view = compare_view_of(comparison, NULL, &terminal, year);

    json_key(json, "answers");
    json_array(json, JSON_LINES);
    compare_each_line(&view, compare_view_answers, write_line, json);
    json_close(json);
    compare_view_free(&view);
}

static void write_causes(struct json_writer *json, const struct forecast_comparison *comparison, enum language language)
{
    json_text_member(json, "sharing", SHARING_IDS[comparison->sharing]);
    json_number_member(json, "runs", (double)comparison->runs);
    json_number_member(json, "residual", comparison_residual(comparison));
    json_key(json, "causes");
    json_array(json, JSON_LINES);
    for (size_t cause = 0; cause < comparison->cause_count; cause++) {
        json_object(json, JSON_LINE);
        json_text_member(json, "id", comparison->causes[cause].name.id);
        json_text_member(json, "name", comparison->causes[cause].name.text[language]);
        json_close(json);
    }
    json_close(json);
}

static void write_table(struct json_writer *json, const char *name,
                        void (*rows)(struct csv_writer *csv, const void *of), const void *of)
{
    struct csv_writer *csv = mem_array(1, sizeof *csv);

    json_key(json, name);
    csv_writer_begin_json(csv, json);
    rows(csv, of);
    csv_writer_end(csv);
    free(csv);
}

void compare_json(struct json_writer *json, const struct forecast_comparison *comparison, enum language language,
                  int year)
{
    json_key(json, "sides");
    json_array(json, JSON_LINES);
    write_side(json, comparison->sides[0], language);
    write_side(json, comparison->sides[1], language);
    json_close(json);
    write_horizon(json, comparison->first_year, comparison->last_year);
    write_answers(json, comparison, language, year);
    write_causes(json, comparison, language);
    json_key(json, "tables");
    json_object(json, JSON_LINES);
    write_table(json, "compare", compare_rows, comparison);
    write_table(json, "differences", differences_rows, comparison);
    json_close(json);
}
