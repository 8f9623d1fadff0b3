#include "provenance.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>

#include "content_hash.h"
#include "ensemble_words.h"
#include "file_hash.h"
#include "json_writer.h"

/** Format of the record. */
enum { PROVENANCE_FORMAT = 1 };

/* How every record begins, as json_writer.h writes it; by this a folder is known as ours. */
static const char BEGINNING[] = "{\n  \"program\": \"xuewei\",\n";
static const char WRITTEN[] = "\n  \"written\": [";

/* Over the doubles' bytes, the lowest first, so that every machine gives the same. */
static struct hash_text hash_values(const double *values, size_t count)
{
    struct hash_text hash;
    struct content_hash context;

    content_hash_begin(&context);
    for (size_t index = 0; index < count; index++) {
        const double value = values[index] + 0.0; /* -0 is 0 */
        uint64_t bits;
        uint8_t bytes[sizeof bits];

        memcpy(&bits, &value, sizeof bits);
        for (size_t byte = 0; byte < sizeof bits; byte++) {
            bytes[byte] = (uint8_t)(bits >> (8 * byte));
        }
        content_hash_add(&context, bytes, sizeof bytes);
    }
    content_hash_end(&context, hash.text);
    return hash;
}

static bool write_input(struct json_writer *json, const struct source_file *file, struct problems *problems)
{
    struct hash_text hash;
    double bytes = 0;

    if (!file_hash(file->path, &hash, &bytes)) {
        report(problems, (struct place) { .file = NULL }, MESSAGE_INPUT_GONE,
               SLOTS({ "path", file->path }, { "reason", strerror(errno) }));
        return false;
    }
    json_object(json, JSON_LINE);
    json_text_member(json, "name", file->name);
    json_number_member(json, "bytes", bytes);
    json_text_member(json, "sha256", hash.text);
    json_close(json);
    return true;
}

static bool write_inputs(struct json_writer *json, const struct model *model, struct problems *problems)
{
    bool whole = true;

    json_key(json, "inputs");
    json_array(json, JSON_LINES);
    for (size_t file = 0; file < model->file_count; file++) {
        whole = write_input(json, &model->files[file], problems) && whole;
    }
    json_close(json);
    return whole;
}

static void write_horizon(struct json_writer *json, int first, int last)
{
    json_key(json, "horizon");
    json_object(json, JSON_LINE);
    json_number_member(json, "first", first);
    json_number_member(json, "last", last);
    json_close(json);
}

/* What was asked of many runs; the seed tells the draws apart. */
static void write_ensemble(struct json_writer *json, const struct ensemble *ensemble)
{
    if (ensemble->kind == ENSEMBLE_NONE) {
        return;
    }
    json_key(json, "ensemble");
    json_object(json, JSON_LINE);
    json_text_member(json, "kind", ensemble_words[ensemble->kind].id);
    if (ensemble->kind == ENSEMBLE_SWEEP) {
        json_number_member(json, "points", (double)sweep_points(ensemble));
    } else {
        json_number_member(json, "draws", (double)ensemble->draws);
        json_number_member(json, "seed", (double)ensemble->seed);
        json_text_member(json, "points", points_words[ensemble->points].id);
    }
    json_close(json);
}

static void write_written(struct json_writer *json, char *const *written, size_t count)
{
    json_key(json, "written");
    json_array(json, JSON_LINE);
    for (size_t file = 0; file < count; file++) {
        json_text(json, written[file]);
    }
    json_close(json);
}

bool provenance_write(FILE *stream, const struct inputs *inputs, const char *version, char *const *written,
                      size_t written_count, struct problems *problems)
{
    const struct scenario *scenario = &inputs->scenario;
    struct json_writer json;

    json_begin(&json, stream);
    json_object(&json, JSON_LINES);
    json_text_member(&json, "program", "xuewei");
    json_text_member(&json, "version", version);
    json_number_member(&json, "format", PROVENANCE_FORMAT);
    json_text_member(&json, "scenario", scenario->name);
    json_text_member(&json, "model", inputs->model.name.id);
    write_horizon(&json, scenario->first_year, scenario->last_year);
    json_text_member(&json, "values_sha256", hash_values(scenario->values, scenario->layout.size).text);
    write_ensemble(&json, &scenario->ensemble);
    const bool whole = write_inputs(&json, &inputs->model, problems);

    write_written(&json, written, written_count);
    json_close(&json);
    json_end(&json);
    return whole;
}

/* What a forecast stands on, a line for each of its inputs. */
static void write_side(struct json_writer *json, const struct forecast *of)
{
    json_object(json, JSON_LINES);
    json_text_member(json, "scenario", of->scenario);
    json_text_member(json, "version", of->version);
    json_text_member(json, "model", of->model);
    write_horizon(json, of->first_year, of->last_year);
    json_key(json, "inputs");
    json_array(json, JSON_LINES);
    for (size_t file = 0; file < of->file_count; file++) {
        json_object(json, JSON_LINE);
        json_text_member(json, "name", of->files[file].name);
        json_text_member(json, "sha256", of->files[file].sha256);
        json_close(json);
    }
    json_close(json);
    json_close(json);
}

void provenance_write_compared(FILE *stream, const struct forecast *const sides[2], const char *version,
                               char *const *written, size_t written_count)
{
    struct json_writer json;

    json_begin(&json, stream);
    json_object(&json, JSON_LINES);
    json_text_member(&json, "program", "xuewei");
    json_text_member(&json, "version", version);
    json_number_member(&json, "format", PROVENANCE_FORMAT);
    json_key(&json, "compared");
    json_array(&json, JSON_LINES);
    write_side(&json, sides[0]);
    write_side(&json, sides[1]);
    json_close(&json);
    write_written(&json, written, written_count);
    json_close(&json);
    json_end(&json);
}

bool provenance_is_ours(const char *text)
{
    return strncmp(text, BEGINNING, sizeof BEGINNING - 1) == 0 && strstr(text, WRITTEN) != NULL;
}

/* Our own names hold nothing that a quoted text would write otherwise. */
static bool is_plain(const char *name)
{
    return name[0] != '\0' &&
           name[strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-")] == '\0';
}

bool provenance_lists(const char *text, const char *name)
{
    const size_t length = strlen(name);
    const char *list = strstr(text, WRITTEN);

    for (const char *at = list == NULL || !is_plain(name) ? NULL : strstr(list, name); at != NULL;
         at = strstr(at + 1, name)) {
        if (at[-1] == '"' && at[length] == '"') {
            return true;
        }
    }
    return false;
}
