#include "shard_run.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>

#include "interrupt.h"
#include "mem.h"
#include "number.h"
#include "say.h"
#include "shard_file.h"
#include "shard_place.h"
#include "shard_reader.h"
#include "shard_record.h"

/* A whole number from 1 to `most`; 0 where it is none. */
static size_t counted(const char *text, size_t length, size_t most)
{
    double number = 0;

    if (!number_read(text, length, &number) || !(number >= 1 && number <= (double)most) ||
        number != (double)(size_t)number) {
        return 0;
    }
    return (size_t)number;
}

bool shard_argument(const char *word, enum language language, struct shard *shard)
{
    const size_t before = strcspn(word, "/");
    const char *behind = word[before] == '/' ? &word[before + 1] : "";
    const size_t parts = counted(behind, strlen(behind), SHARDS_MOST);
    const size_t part = counted(word, before, parts);

    if (part == 0) {
        say(language, MESSAGE_USAGE_SHARD, SLOTS({ "found", word }, { "most", number_text(SHARDS_MOST).text }));
        return false;
    }
    *shard = (struct shard) { .part = part - 1, .parts = parts };
    return true;
}

bool shards_argument(const char *option, const char *word, size_t most, enum language language, size_t *parts)
{
    *parts = counted(word, strlen(word), most);
    if (*parts == 0) {
        say(language, MESSAGE_USAGE_SHARDS,
            SLOTS({ "option", option }, { "found", word }, { "most", number_text((double)most).text }));
    }
    return *parts > 0;
}

static void answer_done(struct json_writer *json, const struct shard *shard, const struct ensemble_run *run,
                        const char *path)
{
    json_number_member(json, "part", (double)shard->part + 1);
    json_number_member(json, "parts", (double)shard->parts);
    json_number_member(json, "runs", (double)run->stretch.count);
    json_number_member(json, "runs_of_all", (double)run->runs.design.runs);
    json_text_member(json, "file", path);
}

static void print_done(const struct shared_run *self, const struct shard *shard, const struct ensemble_run *run,
                       const char *folder)
{
    const struct stretch *stretch = &run->stretch;
    char *path = shard_path(folder, shard, SHARD_FIGURES);
    char *text = message_text(stretch->count > 0 ? MESSAGE_SHARD_WRITTEN : MESSAGE_SHARD_WRITTEN_EMPTY, self->language,
                              SLOTS({ "part", number_text((double)shard->part + 1).text },
                                    { "parts", number_text((double)shard->parts).text },
                                    { "first", number_whole((double)stretch->first + 1).text },
                                    { "last", number_whole((double)(stretch->first + stretch->count)).text },
                                    { "runs", number_whole((double)run->runs.design.runs).text }, { "path", path }));

    if (self->answer->asked) {
        answer_done(&self->answer->json, shard, run, path);
    } else {
        printf("%s\n", text);
    }
    free(text);
    free(path);
}

/* Writes what was run. */
static int write_shard(const struct shared_run *self, const struct shard *shard, const struct ensemble_run *run,
                       const char *folder)
{
    char *record = shard_record(self->inputs, XUEWEI_VERSION, self->problems);
    const struct shard_set set = { .runs = &run->runs, .folder = folder, .record = record, .parts = shard->parts };
    const struct shard_figures figures = { run->result.kept, run->stretch.count, run->result.outside,
                                           run->result.overdrawn };
    const int status = record == NULL ? EX_IOERR : shard_write(&set, shard->part, &figures, self->problems);

    free(record);
    return status;
}

int shard_run(const struct shared_run *self, const struct shard *shard)
{
    struct ensemble_run run = { .memory.bytes = NULL };
    char *folder = shard_folder(self->output, self->problems);
    /* Before the work, so that nobody waits for what cannot be written. */
    int status = folder != NULL && shard_folder_make(folder, self->problems) ? EX_OK : EX_CANTCREAT;

    if (status == EX_OK) {
        status = ensemble_run_part(&run, self->inputs, shard, self->threads, self->language);
    }
    if (status == EX_OK) {
        status = write_shard(self, shard, &run, folder);
    }
    if (status == EX_OK) {
        print_done(self, shard, &run, folder);
    }
    ensemble_run_free(&run);
    free(folder);
    return status;
}

static void refuse_folder(const struct shared_run *self, enum message message, const char *folder, const char *found)
{
    report(self->problems, (struct place) { .file = problems_file(self->problems, folder) }, message,
           SLOTS({ "found", found }));
}

/* "3, 7", or "3,7" as Slurm has it. free(). */
static char *list_text(const size_t *numbers, size_t count, const char *between)
{
    const size_t room = NUMBER_ROOM + strlen(between);
    char *text = mem_array(count + 1, room);

    for (size_t i = 0; i < count; i++) {
        strcat(strcat(text, i == 0 ? "" : between), number_text((double)numbers[i]).text);
    }
    return text;
}

/* Into how many parts the runs were split, as the folder tells; 0, with a report, where it does not. */
static size_t find_parts(const struct shared_run *self, const char *folder)
{
    size_t count = 0;
    size_t *splits = shard_splits(folder, &count);
    const size_t parts = count == 1 ? splits[0] : 0;

    if (count == 0) {
        refuse_folder(self, MESSAGE_SHARDS_NONE, folder, "");
    } else if (count > 1) {
        char *found = list_text(splits, count, ", ");

        refuse_folder(self, MESSAGE_SHARDS_SEVERAL, folder, found);
        free(found);
    }
    free(splits);
    return parts;
}

/** A merge under way. */
struct merging {
    const struct shared_run *of;
    const char *folder;
    size_t parts;
};

/* Tells which parts must be run again. */
static void tell_again(const struct merging *self, const size_t *bad, size_t count)
{
    char *list = list_text(bad, count, ",");
    struct problems *problems = self->of->problems;

    report(problems, (struct place) { .file = problems_file(problems, self->folder) }, MESSAGE_SHARDS_AGAIN,
           SLOTS({ "list", list }, { "parts", number_text((double)self->parts).text }));
    free(list);
}

/* All parts that can be read; how many cannot, their numbers to `bad`. */
static size_t read_parts(const struct shard_set *set, struct ensemble_run *run, size_t *bad, struct problems *problems)
{
    size_t bad_count = 0;

    for (size_t part = 0; part < set->parts && !interrupt_came(); part++) {
        const struct shard shard = { part, set->parts };
        const size_t first = shard_stretch(&run->runs, &shard).first;
        struct shard_figures figures = { &run->result.kept[first], run->runs.design.runs, 0, 0 };

        if (shard_read(set, part, &figures, problems)) {
            run->result.outside += figures.outside;
            run->result.overdrawn += figures.overdrawn;
        } else {
            bad[bad_count++] = part + 1;
        }
    }
    return bad_count;
}

static int fill(struct ensemble_run *run, void *of)
{
    const struct merging *self = of;
    char *record = shard_record(self->of->inputs, XUEWEI_VERSION, self->of->problems);
    const struct shard_set set = { .runs = &run->runs, .folder = self->folder, .record = record, .parts = self->parts };
    size_t *bad = mem_array(self->parts, sizeof *bad);
    const size_t bad_count = record == NULL ? 0 : read_parts(&set, run, bad, self->of->problems);
    int status = record == NULL ? EX_IOERR : bad_count > 0 ? EX_DATAERR : EX_OK;

    if (interrupt_came()) {
        say(self->of->language, MESSAGE_MERGE_STOPPED, NULL);
        status = ENSEMBLE_STOPPED;
    } else if (bad_count > 0) {
        tell_again(self, bad, bad_count);
    }
    free(bad);
    free(record);
    return status;
}

int shards_merge(const struct shared_run *self, size_t parts, struct ensemble_run *run)
{
    char *folder = shard_folder(self->output, self->problems);
    struct merging merging = { self, folder, parts };
    int status = EX_CANTCREAT;

    if (folder != NULL && parts == 0) {
        merging.parts = find_parts(self, folder);
        status = EX_DATAERR;
    }
    if (folder != NULL && merging.parts > 0) {
        status = ensemble_run_filled(run, self->inputs, fill, &merging, self->threads, self->language);
    }
    free(folder);
    return status;
}
