#include "run_command.h"

#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>

#include "answer.h"
#include "arguments.h"
#include "audit.h"
#include "audit_report.h"
#include "crew.h"
#include "ensemble_run.h"
#include "gap_years.h"
#include "merge_command.h"
#include "number.h"
#include "observed.h"
#include "output_folder.h"
#include "plausible.h"
#include "resolve.h"
#include "results.h"
#include "results_json.h"
#include "say.h"
#include "shard_run.h"
#include "single_run.h"
#include "terminal.h"
#include "terminal_ensemble.h"

/* What the command line asks for. */
struct run_options {
    const char *scenario;
    const char *output; /* NULL: output/<scenario>. */
    enum tables tables;
    size_t threads;
    double memory;      /* Bytes that the run may take. */
    struct shard shard; /* The part to run; to merge, of how many parts. parts 0: all, or as many as there are. */
    bool merging;       /* Figures of many runs come from their parts. */
    struct answer *answer;
};

static const char *const table_words[] = { [TABLES_NONE] = "none", [TABLES_GAP] = "gap", [TABLES_ALL] = "all" };

static bool tables_read(const char *word, enum language language, enum tables *tables)
{
    for (size_t index = 0; index < sizeof table_words / sizeof *table_words; index++) {
        if (strcmp(word, table_words[index]) == 0) {
            *tables = (enum tables)index;
            return true;
        }
    }
    say(language, MESSAGE_USAGE_TABLES, SLOTS({ "found", word }));
    return false;
}

/* Bytes of a size such as 800M or 2.5G. */
static bool memory_read(const char *word, enum language language, double *bytes)
{
    static const char units[] = "KMG";
    static const double sizes[] = { 1e3, 1e6, 1e9 };
    const size_t length = strlen(word);
    const char *unit = length > 0 ? strchr(units, word[length - 1]) : NULL;
    double number = 0;

    if (unit == NULL || !number_read(word, length - 1, &number) || !(number > 0)) {
        say(language, MESSAGE_USAGE_MEMORY, SLOTS({ "found", word }));
        return false;
    }
    *bytes = number * sizes[unit - units];
    return true;
}

static bool parts_read(const char *word, enum language language, struct run_options *options)
{
    return options->merging ? shards_argument("--shards", word, SHARDS_MOST, language, &options->shard.parts)
                            : shard_argument(word, language, &options->shard);
}

/* A part makes no tables. */
static bool fits_together(const struct run_options *options, bool tables_asked, enum language language)
{
    if (tables_asked && options->shard.parts > 0 && !options->merging) {
        say(language, MESSAGE_USAGE_SHARD_TABLES, NULL);
        return false;
    }
    return true;
}

static bool options_read(int argc, char **argv, enum language language, struct run_options *options)
{
    enum { OUTPUT = 'o', TABLES = UCHAR_MAX + 1, THREADS, MEMORY, SHARD, JSON };
    const struct option known[] = { { "output", required_argument, NULL, OUTPUT },
                                    { "tables", required_argument, NULL, TABLES },
                                    { "threads", required_argument, NULL, THREADS },
                                    { "memory", required_argument, NULL, MEMORY },
                                    { options->merging ? "shards" : "shard", required_argument, NULL, SHARD },
                                    { "json", no_argument, NULL, JSON },
                                    { NULL, 0, NULL, 0 } };
    bool tables_asked = false;

    arguments_begin();
    for (int option = 0; (option = getopt_long(argc, argv, ":o:", known, NULL)) != -1;) {
        if (option == OUTPUT) {
            options->output = optarg;
        } else if (option == JSON) {
            options->answer->asked = true;
        } else if (option == SHARD) {
            if (!parts_read(optarg, language, options)) {
                return false;
            }
        } else if (option != TABLES && option != THREADS && option != MEMORY) {
            arguments_refuse(option, argv, known, language);
            return false;
        } else if (option == TABLES    ? !tables_read(optarg, language, &options->tables)
                   : option == THREADS ? !threads_argument(optarg, language, &options->threads)
                                       : !memory_read(optarg, language, &options->memory)) {
            return false;
        }
        tables_asked = tables_asked || option == TABLES;
    }
    options->scenario = arguments_only(argc, argv, language);
    return options->scenario != NULL && fits_together(options, tables_asked, language);
}

/* How the terminal shows the tables: in colour and in its own width, or plain and whole where it is a file or pipe. */
static struct terminal terminal_of(enum language language, enum tables tables, const char *folder)
{
    return (struct terminal) { .language = language,
                               .colour = say_in_colour(),
                               .columns = say_columns(),
                               .folder = tables == TABLES_NONE ? NULL : folder,
                               .gap_alone = tables == TABLES_GAP };
}

static void write_audit(FILE *stream, const void *audit)
{
    audit_report_csv(stream, audit);
}

static int write_results(const struct run_options *options, const struct inputs *inputs, const struct result *result,
                         const struct ensemble_result *ensemble, const char *folder, enum language language,
                         struct problems *problems)
{
    struct audit audit = { .finding_count = 0 };

    const bool audited = options->tables == TABLES_ALL && inputs->model.plan_total_count > 0;

    if (audited) {
        audit_model(&audit, &inputs->model);
    }
    const struct results results = { .inputs = inputs,
                                     .result = result,
                                     .ensemble = ensemble,
                                     .version = XUEWEI_VERSION,
                                     .language = language,
                                     .audit_csv = audited ? write_audit : NULL,
                                     .of = &audit,
                                     .audit = audited ? &audit : NULL };
    const int status = results_write(&results, folder, options->tables, problems);

    audit_free(&audit);
    return status;
}

/* Problems come before the tables that people read; an answer has them behind. */
static void print_problems(const struct run_options *options, const struct problems *problems, enum language language)
{
    if (!options->answer->asked) {
        problems_print(problems, stderr, language);
    }
}

static void print_tables(struct answer *answer, const struct inputs *inputs, const struct result *result,
                         const struct ensemble_result *ensemble, const struct terminal *terminal)
{
    if (answer->asked) {
        const struct results results = { .inputs = inputs, .result = result, .ensemble = ensemble };

        json_text_member(&answer->json, "folder", terminal->folder);
        results_json(&answer->json, &results, terminal->language);
    } else if (ensemble == NULL) {
        terminal_print(stdout, inputs, result, terminal);
    } else {
        terminal_print_ensemble(stdout, inputs, result, ensemble, terminal);
    }
}

/* Writes, and prints what was found and what came out. */
static int finish(const struct run_options *options, const struct inputs *inputs, const struct result *result,
                  const struct ensemble_result *ensemble, enum language language, struct problems *problems)
{
    char *folder = output_folder(options->output, inputs->scenario.name);
    const struct terminal terminal = terminal_of(language, options->tables, folder);
    const int status = options->tables == TABLES_NONE
                           ? EX_OK
                           : write_results(options, inputs, result, ensemble, folder, language, problems);

    print_problems(options, problems, language);
    if (status == EX_OK) {
        print_tables(options->answer, inputs, result, ensemble, &terminal);
        if (!options->answer->asked) {
            terminal_print_files(stdout, inputs, result, &terminal);
        }
    }
    free(folder);
    return status;
}

/* Whether the scenario asks for what can be parted; else a problem, if it is to be. */
static bool check_parts(const struct run_options *options, const struct inputs *inputs, struct problems *problems)
{
    if ((options->shard.parts == 0 && !options->merging) || ensemble_asked(inputs)) {
        return true;
    }
    report(problems, (struct place) { .file = problems_file(problems, options->scenario) }, MESSAGE_SHARD_ONE_RUN,
           NULL);
    return false;
}

/* The many runs of an ensemble, or a part of them, which ends the matter. */
static int run_many(const struct run_options *options, const struct inputs *inputs, enum language language,
                    struct problems *problems, struct ensemble_run *many)
{
    char *folder = output_folder(options->output, inputs->scenario.name);
    const struct shared_run shared = { folder, inputs, options->threads, language, problems, options->answer };
    const int status = options->merging           ? shards_merge(&shared, options->shard.parts, many)
                       : options->shard.parts > 0 ? shard_run(&shared, &options->shard)
                                                  : ensemble_run(many, inputs, options->threads, language);

    free(folder);
    return status;
}

/* How much of the run its tables, and what the terminal shows, ask for. */
static enum keep keep_of(const struct run_options *options, const struct inputs *inputs)
{
    const struct model *model = &inputs->model;

    if (options->tables == TABLES_ALL || observed_has_pupils(model) || model->level_count == 0) {
        return KEEP_ALL;
    }
    return terminal_names_towns(model) || ensemble_asked(inputs) ? KEEP_GAPS : KEEP_SUMS;
}

/* Bytes of the many runs that an ensemble adds to the scenario's own, or of the part of them that is to be run. */
static double bytes_of_many(const struct run_options *options, const struct inputs *inputs)
{
    const size_t parts = options->merging ? 0 : options->shard.parts;

    return ensemble_asked(inputs) ? (double)ensemble_run_bytes(inputs, parts, options->threads) : 0;
}

/* What to do about memory that does not suffice. */
static enum message memory_message(const struct run_options *options, double many)
{
    return many > 0                        ? MESSAGE_MEMORY_NEEDED_MANY
           : options->tables == TABLES_ALL ? MESSAGE_MEMORY_NEEDED_ALL
                                           : MESSAGE_MEMORY_NEEDED;
}

/* Whether all that is run fits into the memory that it may take; else says what it needs. */
static bool fits(const struct run_options *options, const struct inputs *inputs, size_t bytes, enum language language)
{
    const double megabyte = 1e6;
    const double many = bytes_of_many(options, inputs);
    const double all = (double)bytes + many;

    if (all <= options->memory) {
        return true;
    }
    say(language, memory_message(options, many),
        SLOTS({ "need", number_whole(ceil(all / megabyte)).text },
              { "allowed", number_whole(floor(options->memory / megabyte)).text }));
    return false;
}

static int compute(const struct run_options *options, const struct inputs *inputs, enum language language,
                   struct problems *problems)
{
    const enum keep keep = keep_of(options, inputs);
    const bool any = options->tables != TABLES_NONE || options->answer->asked;
    const size_t writing = !any ? 0 : gap_years_bytes(&inputs->model, keep);
    const size_t bytes = single_run_bytes(inputs, keep, options->threads) + writing;
    struct block_memory owned;
    struct ensemble_run many = { .memory.bytes = NULL };
    const bool asked = ensemble_asked(inputs);
    struct result result;

    if (!fits(options, inputs, bytes, language)) {
        print_problems(options, problems, language);
        return EX_OSERR;
    }
    single_run(inputs, keep, options->threads, &owned, &result);
    const bool good = plausible(inputs, &result, problems) && check_parts(options, inputs, problems);
    int status = good ? EX_OK : EX_DATAERR;

    if (status == EX_OK && asked) {
        status = run_many(options, inputs, language, problems, &many);
    }
    if (status == EX_OK && (options->merging || options->shard.parts == 0)) {
        status = finish(options, inputs, &result, asked ? &many.result : NULL, language, problems);
    } else {
        print_problems(options, problems, language);
    }
    ensemble_run_free(&many);
    block_memory_free(&owned);
    return status;
}

static int run_scenario(int argc, char **argv, enum language language, bool merging)
{
    struct answer answer = { .asked = false };
    struct run_options options = {
        .tables = TABLES_ALL, .threads = crew_usual(), .memory = INFINITY, .merging = merging, .answer = &answer
    };
    struct problems problems = { .count = 0 };
    struct inputs inputs = { .scenario = { .name = NULL } };
    int status = EX_DATAERR;

    if (!options_read(argc, argv, language, &options)) {
        return EX_USAGE;
    }
    answer_begin(&answer, argv[0]);
    if (inputs_read(&inputs, options.scenario, &problems)) {
        status = compute(&options, &inputs, language, &problems);
    } else {
        print_problems(&options, &problems, language);
        status = access(options.scenario, F_OK) == 0 ? EX_DATAERR : EX_NOINPUT;
    }
    if (answer.asked) {
        answer_end(&answer, &problems, language, status);
    }
    model_free(&inputs.model);
    problems_free(&problems);
    return status;
}

int run_command(int argc, char **argv, enum language language)
{
    return run_scenario(argc, argv, language, false);
}

int merge_command(int argc, char **argv, enum language language)
{
    return run_scenario(argc, argv, language, true);
}
