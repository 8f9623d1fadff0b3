#include "page_document.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "gap.h"
#include "image.h"
#include "mem.h"

/** Format of the document, which the page's script knows. */
enum { DOCUMENT_FORMAT = 1 };

/* The doubles of a gap row, in order. */
static const char *const FIELDS[] = { "children",       "enrolment",     "demand",         "seats_nominal",
                                      "seats",          "gap",           "shortage",       "surplus",
                                      "classes_needed", "classes_short", "land_needed_m2", "land_short_m2",
                                      "staff_needed",   "staff_short",   "demand_assumed", "seats_assumed" };

enum { FIELD_COUNT = sizeof FIELDS / sizeof *FIELDS };

_Static_assert(sizeof(struct gap) == FIELD_COUNT * sizeof(double), "a name for each figure of a gap row");

static const char *text_or(const char *text, const char *other)
{
    return text != NULL && *text != '\0' ? text : other;
}

void page_texts(struct json_writer *json, const char *key, const char *const text[LANGUAGES])
{
    const char *chinese = text_or(text[CHINESE], text[ENGLISH]);
    const char *english = text_or(text[ENGLISH], text[CHINESE]);

    json_key(json, key);
    json_object(json, JSON_TIGHT);
    json_text_member(json, "zh", text_or(chinese, ""));
    json_text_member(json, "en", text_or(english, ""));
    json_close(json);
}

void page_name_members(struct json_writer *json, const struct name *name)
{
    json_text_member(json, "id", name->id);
    json_text_member(json, "zh", text_or(name->text[CHINESE], name->id));
    json_text_member(json, "en", text_or(name->text[ENGLISH], name->id));
}

void page_name(struct json_writer *json, const char *key, const struct name *name)
{
    json_key(json, key);
    json_object(json, JSON_TIGHT);
    page_name_members(json, name);
    json_close(json);
}

/* Nothing of a town that has none: most models say nothing of them. */
static void write_neighbours(struct json_writer *json, const struct town *town)
{
    if (town->neighbour_count == 0) {
        return;
    }
    json_key(json, "neighbours");
    json_array(json, JSON_TIGHT);
    for (size_t index = 0; index < town->neighbour_count; index++) {
        json_number(json, (double)town->neighbours[index]);
    }
    json_close(json);
}

static void write_towns(struct json_writer *json, const struct model *model)
{
    json_key(json, "towns");
    json_array(json, JSON_TIGHT);
    for (size_t index = 0; index < model->town_count; index++) {
        const struct town *town = &model->towns[index];

        json_object(json, JSON_TIGHT);
        page_name_members(json, &town->name);
        json_number_member(json, "area", town->area == NO_AREA ? (double)NAN : (double)town->area);
        json_number_member(json, "population", town->population);
        json_text_member(json, "status", status_words[town->status].id);
        write_neighbours(json, town);
        json_close(json);
    }
    json_close(json);
    json_key(json, "areas");
    json_array(json, JSON_TIGHT);
    for (size_t index = 0; index < model->area_count; index++) {
        json_object(json, JSON_TIGHT);
        page_name_members(json, &model->areas[index]);
        json_close(json);
    }
    json_close(json);
}

/* How the base seats of a level are known: as those of the town that knows least. */
static enum status base_status(const struct model *model, size_t level)
{
    enum status least = MEASURED;

    for (size_t town = 0; town < model->town_count; town++) {
        const size_t cell = town * model->level_count + level;

        if (model->base_seats[cell] > 0 && model->base_seats_status[cell] > least) {
            least = model->base_seats_status[cell];
        }
    }
    return least;
}

static void write_levels(struct json_writer *json, const struct model *model)
{
    json_key(json, "levels");
    json_array(json, JSON_TIGHT);
    for (size_t index = 0; index < model->level_count; index++) {
        const struct level *level = &model->levels[index];

        json_object(json, JSON_TIGHT);
        page_name_members(json, &level->name);
        json_number_member(json, "entryAge", (double)level->entry_age);
        json_number_member(json, "grades", (double)level->grades);
        json_number_member(json, "classSize", level->class_size[0]);
        json_text_member(json, "baseStatus", status_words[base_status(model, index)].id);
        json_close(json);
    }
    json_close(json);
}

/* Name of the scenario's own file, which comes last of all that bear its name. */
static const char *scenario_file(const struct inputs *inputs)
{
    const size_t length = strlen(inputs->scenario.name);
    const char *found = NULL;

    for (size_t index = 0; index < inputs->model.file_count; index++) {
        const char *path = inputs->model.files[index].path;
        const char *slash = strrchr(path, '/');
        const char *file = slash == NULL ? path : slash + 1;

        if (strncmp(file, inputs->scenario.name, length) == 0 &&
            (strcmp(file + length, ".yaml") == 0 || strcmp(file + length, ".yml") == 0)) {
            found = file;
        }
    }
    return found;
}

/*
 * The first year that no calibration has fitted: what comes before it is known, so what is tried out begins here.
 * Without a calibration everything after the base year is open.
 */
static int open_year(const struct inputs *inputs)
{
    const struct calibration_plan *plan = &inputs->model.calibration;
    int open = inputs->model.base_year;

    for (size_t item = 0; item < plan->item_count; item++) {
        if (parameter_rows[plan->items[item].parameter].type == PARAMETER_PATH && plan->items[item].last >= open) {
            open = plan->items[item].last + 1;
        }
    }
    return open < inputs->scenario.last_year ? open : inputs->scenario.last_year;
}

static void write_scenario(struct json_writer *json, const struct inputs *inputs)
{
    const struct scenario *scenario = &inputs->scenario;

    json_key(json, "scenario");
    json_object(json, JSON_TIGHT);
    json_text_member(json, "name", scenario->name);
    json_text_member(json, "file", scenario_file(inputs));
    page_texts(json, "title", scenario->title);
    page_texts(json, "question", scenario->question);
    json_number_member(json, "first", scenario->first_year);
    json_number_member(json, "last", scenario->last_year);
    json_number_member(json, "open", open_year(inputs));
    json_close(json);
}

static void write_fields(struct json_writer *json)
{
    json_key(json, "fields");
    json_array(json, JSON_TIGHT);
    for (size_t field = 0; field < FIELD_COUNT; field++) {
        json_text(json, FIELDS[field]);
    }
    json_close(json);
}

static void write_gaps(struct json_writer *json, const struct model *model, const struct result *result)
{
    const size_t rows = result->states * gap_places(model) * model->level_count;
    double *figures = mem_array(rows, sizeof(struct gap));

    memcpy(figures, result->gaps, rows * sizeof(struct gap));
    write_fields(json);
    json_number_member(json, "states", (double)result->states);
    page_doubles(json, "gaps", figures, rows * FIELD_COUNT);
    free(figures);
}

/* The model for the page's own runs; what these give need not be written. */
static void write_image(struct json_writer *json, const struct inputs *inputs)
{
    const size_t length = image_bytes(inputs);
    unsigned char *bytes = mem_array(length, 1);

    image_write(inputs, bytes);
    page_bytes(json, "image", bytes, length);
    free(bytes);
}

/* People by sex and age, [state][town][sex][age], of a page that does not run the model itself. */
static void write_people(struct json_writer *json, const struct model *model, const struct result *result)
{
    page_floats(json, "population", result->population, result->states * model->town_count * SEXES * model->ages);
}

void page_document(FILE *stream, const struct results *of, bool is_live)
{
    static const char *const languages[LANGUAGES] = { [CHINESE] = "zh", [ENGLISH] = "en" };
    const struct model *model = &of->inputs->model;
    struct json_writer json;

    json_begin(&json, stream);
    json_object(&json, JSON_TIGHT);
    json_number_member(&json, "format", DOCUMENT_FORMAT);
    json_text_member(&json, "version", of->version);
    json_text_member(&json, "language", languages[of->language]);
    page_name(&json, "district", &model->name);
    write_scenario(&json, of->inputs);
    json_number_member(&json, "baseYear", model->base_year);
    write_towns(&json, model);
    write_levels(&json, model);
    write_gaps(&json, model, of->result);
    json_number_member(&json, "ages", (double)model->ages);
    if (is_live) {
        write_image(&json, of->inputs);
    } else {
        write_people(&json, model, of->result);
    }
    page_parameters(&json, of->inputs);
    page_plan(&json, of->inputs, of->result);
    page_ensemble(&json, of->inputs, of->ensemble, is_live);
    json_close(&json);
    json_end(&json);
}
