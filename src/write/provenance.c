#include "provenance.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>

#include "content_hash.h"
#include "ensemble_words.h"
#include "file_hash.h"
#include "number.h"
#include "text.h"

/** Format of the record. */
enum { PROVENANCE_FORMAT = 1 };

/* How every record begins; by this a folder is known as ours. */
static const char BEGINNING[] = "{\n  \"program\": \"xuewei\",\n";
static const char WRITTEN[] = "\n  \"written\": [";

/* A text in quotes. What is not UTF-8, as names of files may be, becomes the replacement character. */
static void write_text(FILE *stream, const char *text)
{
    size_t left = strlen(text);

    fputc('"', stream);
    while (left > 0) {
        const size_t valid = text_invalid_at(text, left);

        for (size_t index = 0; index < valid; index++) {
            const unsigned char byte = (unsigned char)text[index];

            if (byte < 0x20 || byte == 0x7f) {
                fprintf(stream, "\\u%04x", byte);
            } else {
                fprintf(stream, byte == '"' || byte == '\\' ? "\\%c" : "%c", byte);
            }
        }
        if (valid < left) {
            fputs("\\ufffd", stream);
        }
        text += valid + (valid < left);
        left -= valid + (valid < left);
    }
    fputc('"', stream);
}

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

static bool write_input(FILE *stream, const struct source_file *file, struct problems *problems)
{
    struct hash_text hash;
    double bytes = 0;

    if (!file_hash(file->path, &hash, &bytes)) {
        report(problems, (struct place) { .file = NULL }, MESSAGE_INPUT_GONE,
               SLOTS({ "path", file->path }, { "reason", strerror(errno) }));
        return false;
    }
    fputs("{\"name\": ", stream);
    write_text(stream, file->name);
    fprintf(stream, ", \"bytes\": %s, \"sha256\": \"%s\"}", number_text(bytes).text, hash.text);
    return true;
}

static bool write_inputs(FILE *stream, const struct model *model, struct problems *problems)
{
    bool whole = true;

    fputs(",\n  \"inputs\": [", stream);
    for (size_t file = 0; file < model->file_count; file++) {
        fputs(file == 0 ? "\n    " : ",\n    ", stream);
        whole = write_input(stream, &model->files[file], problems) && whole;
    }
    fputs(model->file_count == 0 ? "]," : "\n  ],", stream);
    return whole;
}

/* What was asked of many runs; the seed tells the draws apart. */
static void write_ensemble(FILE *stream, const struct ensemble *ensemble)
{
    if (ensemble->kind == ENSEMBLE_NONE) {
        return;
    }
    fprintf(stream, ",\n  \"ensemble\": {\"kind\": \"%s\"", ensemble_words[ensemble->kind].id);
    if (ensemble->kind == ENSEMBLE_SWEEP) {
        fprintf(stream, ", \"points\": %s}", number_text((double)sweep_points(ensemble)).text);
        return;
    }
    fprintf(stream, ", \"draws\": %s", number_text((double)ensemble->draws).text);
    fprintf(stream, ", \"seed\": %s", number_text((double)ensemble->seed).text);
    fprintf(stream, ", \"points\": \"%s\"}", points_words[ensemble->points].id);
}

/* Last: the files of the result. */
static void write_written(FILE *stream, char *const *written, size_t written_count)
{
    fputs(WRITTEN, stream);
    for (size_t file = 0; file < written_count; file++) {
        fputs(file == 0 ? "" : ", ", stream);
        write_text(stream, written[file]);
    }
    fputs("]\n}\n", stream);
}

bool provenance_write(FILE *stream, const struct inputs *inputs, const char *version, char *const *written,
                      size_t written_count, struct problems *problems)
{
    const struct scenario *scenario = &inputs->scenario;

    fprintf(stream, "%s  \"version\": ", BEGINNING);
    write_text(stream, version);
    fprintf(stream, ",\n  \"format\": %d,\n  \"scenario\": ", PROVENANCE_FORMAT);
    write_text(stream, scenario->name);
    fputs(",\n  \"model\": ", stream);
    write_text(stream, inputs->model.name.id);
    fprintf(stream, ",\n  \"horizon\": {\"first\": %d, \"last\": %d}", scenario->first_year, scenario->last_year);
    fprintf(stream, ",\n  \"values_sha256\": \"%s\"", hash_values(scenario->values, scenario->layout.size).text);
    write_ensemble(stream, &scenario->ensemble);
    const bool whole = write_inputs(stream, &inputs->model, problems);

    write_written(stream, written, written_count);
    return whole;
}

static void write_side(FILE *stream, const struct forecast *of)
{
    fputs("\n    {\"scenario\": ", stream);
    write_text(stream, of->scenario);
    fputs(", \"version\": ", stream);
    write_text(stream, of->version);
    fputs(", \"model\": ", stream);
    write_text(stream, of->model);
    fprintf(stream, ", \"horizon\": {\"first\": %d, \"last\": %d}, \"inputs\": [", of->first_year, of->last_year);
    for (size_t file = 0; file < of->file_count; file++) {
        fputs(file == 0 ? "\n      {\"name\": " : ",\n      {\"name\": ", stream);
        write_text(stream, of->files[file].name);
        fprintf(stream, ", \"sha256\": \"%s\"}", of->files[file].sha256);
    }
    fputs("]}", stream);
}

void provenance_write_compared(FILE *stream, const struct forecast *const sides[2], const char *version,
                               char *const *written, size_t written_count)
{
    fprintf(stream, "%s  \"version\": ", BEGINNING);
    write_text(stream, version);
    fprintf(stream, ",\n  \"format\": %d,\n  \"compared\": [", PROVENANCE_FORMAT);
    write_side(stream, sides[0]);
    fputs(",", stream);
    write_side(stream, sides[1]);
    fputs("\n  ],", stream);
    write_written(stream, written, written_count);
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
