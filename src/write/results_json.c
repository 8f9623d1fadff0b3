#include "results_json.h"

#include <stdlib.h>

#include "ensemble_tables.h"
#include "mem.h"
#include "result_tables.h"

/** The table of an ensemble that says what came out. */
static const struct {
    const char *name;
    void (*write)(struct csv_writer *csv, const struct inputs *inputs, const struct ensemble_result *result);
} SUMMARIES[ENSEMBLE_KINDS] = {
    [ENSEMBLE_SWEEP] = { "sweep_summary", sweep_summary_table },
    [ENSEMBLE_SENSITIVITY] = { "sensitivity", sensitivity_table },
    [ENSEMBLE_UNCERTAINTY] = { "variants", variants_table },
};

static void write_tables(struct json_writer *json, const struct results *results, struct csv_writer *csv)
{
    const struct inputs *inputs = results->inputs;
    const bool has_gaps = inputs->model.level_count > 0;

    json_key(json, has_gaps ? "gap" : "components");
    csv_writer_begin_json(csv, json);
    (has_gaps ? gap_table : components_table)(csv, inputs, results->result);
    csv_writer_end(csv);
    if (results->ensemble != NULL) {
        json_key(json, SUMMARIES[inputs->scenario.ensemble.kind].name);
        csv_writer_begin_json(csv, json);
        SUMMARIES[inputs->scenario.ensemble.kind].write(csv, inputs, results->ensemble);
        csv_writer_end(csv);
    }
}

void results_json(struct json_writer *json, const struct results *results, enum language language)
{
    const struct scenario *scenario = &results->inputs->scenario;
    struct csv_writer *csv = mem_array(1, sizeof *csv);

    json_text_member(json, "scenario", scenario->name);
    json_text_member(json, "title", scenario->title[language]);
    json_text_member(json, "model", results->inputs->model.name.id);
    json_key(json, "horizon");
    json_object(json, JSON_LINE);
    json_number_member(json, "first", scenario->first_year);
    json_number_member(json, "last", scenario->last_year);
    json_close(json);
    json_key(json, "tables");
    json_object(json, JSON_LINES);
    write_tables(json, results, csv);
    json_close(json);
    free(csv);
}
