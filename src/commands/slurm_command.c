#include "slurm_command.h"

#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>

#include "answer.h"
#include "arguments.h"
#include "ensemble_run.h"
#include "number.h"
#include "output_folder.h"
#include "resolve.h"
#include "run.h"
#include "say.h"
#include "shard_place.h"
#include "shard_run.h"
#include "slurm_script.h"

/* What the command line asks for. */
struct slurm_options {
    const char *scenario;
    const char *output; /* NULL: output/<scenario>. */
    const char *program;
    const char *tasks; /* As given: how many there can be is known when the scenario is read. NULL: not given. */
    struct answer *answer;
};

/* The program that ./xw builds, where we stand beside it; else whichever the cluster finds. */
static const char *usual_program(void)
{
    static const char built[] = "build/program/src/xuewei";

    return access(built, X_OK) == 0 ? built : "xuewei";
}

static bool options_read(int argc, char **argv, enum language language, struct slurm_options *options)
{
    enum { OUTPUT = 'o', TASKS = UCHAR_MAX + 1, PROGRAM, JSON };
    static const struct option known[] = { { "output", required_argument, NULL, OUTPUT },
                                           { "tasks", required_argument, NULL, TASKS },
                                           { "program", required_argument, NULL, PROGRAM },
                                           { "json", no_argument, NULL, JSON },
                                           { NULL, 0, NULL, 0 } };

    arguments_begin();
    for (int option = 0; (option = getopt_long(argc, argv, ":o:", known, NULL)) != -1;) {
        if (option == OUTPUT) {
            options->output = optarg;
        } else if (option == TASKS) {
            options->tasks = optarg;
        } else if (option == PROGRAM) {
            options->program = optarg;
        } else if (option == JSON) {
            options->answer->asked = true;
        } else {
            arguments_refuse(option, argv, known, language);
            return false;
        }
    }
    options->scenario = arguments_only(argc, argv, language);
    if (options->scenario != NULL && options->tasks == NULL) {
        say(language, MESSAGE_USAGE_TASKS, NULL);
    }
    return options->scenario != NULL && options->tasks != NULL;
}

/* Scripts hold these names within a line. */
static bool name_fits(const char *name, struct problems *problems)
{
    for (const char *at = name; *at != '\0'; at++) {
        if ((unsigned char)*at < ' ' || *at == 0x7f) {
            report(problems, (struct place) { .file = NULL }, MESSAGE_SLURM_NAME, SLOTS({ "found", name }));
            return false;
        }
    }
    return true;
}

static bool names_fit(const struct slurm_options *options, const char *folder, struct problems *problems)
{
    const bool scenario = name_fits(options->scenario, problems);
    const bool program = name_fits(options->program, problems);

    return name_fits(folder, problems) && scenario && program;
}

/* Megabytes to ask for: what the work takes, the rest of the program, and a tenth more. */
static size_t megabytes(const struct inputs *inputs, size_t parts)
{
    const double mega = 1024.0 * 1024;
    const double rest = 64;
    const double bytes = (double)ensemble_run_bytes(inputs, parts, 1) + (double)run_bytes(inputs);

    return (size_t)ceil(1.1 * bytes / mega + rest);
}

static void print_line(enum message message, enum language language, const struct slot *slots)
{
    char *text = message_text(message, language, slots);

    printf("%s\n", text);
    free(text);
}

static void tell(const struct slurm_script *script, enum language language)
{
    char *submit = slurm_script_submit(script);

    print_line(MESSAGE_SLURM_WRITTEN, language,
               SLOTS({ "folder", script->folder }, { "tasks", number_text((double)script->tasks).text },
                     { "task", number_whole((double)script->task_megabytes).text },
                     { "merge", number_whole((double)script->merge_megabytes).text }));
    print_line(MESSAGE_SLURM_SUBMIT, language, SLOTS({ "submit", submit }));
    print_line(MESSAGE_SLURM_AGAIN, language, SLOTS({ "submit", submit }));
    print_line(MESSAGE_SLURM_PROGRAM, language, SLOTS({ "program", script->program }));
    free(submit);
}

static void answer_scripts(struct json_writer *json, const struct slurm_script *script)
{
    char *submit = slurm_script_submit(script);

    json_text_member(json, "folder", script->folder);
    json_number_member(json, "tasks", (double)script->tasks);
    json_number_member(json, "task_megabytes", (double)script->task_megabytes);
    json_number_member(json, "merge_megabytes", (double)script->merge_megabytes);
    json_text_member(json, "program", script->program);
    json_text_member(json, "submit", submit);
    free(submit);
}

/* What hangs on the number of tasks; false, with everything said, where that or a name cannot be. */
static bool fill_script(struct slurm_script *script, const struct slurm_options *options, const struct inputs *inputs,
                        struct problems *problems)
{
    const size_t most = ensemble_run_parts(inputs);

    if (!names_fit(options, script->folder, problems) ||
        !shards_argument("--tasks", options->tasks, most, script->language, &script->tasks)) {
        return false;
    }
    script->task_megabytes = megabytes(inputs, script->tasks);
    script->merge_megabytes = megabytes(inputs, 0);
    return true;
}

static int write_scripts(const struct slurm_options *options, const struct inputs *inputs, const char *output,
                         enum language language, struct problems *problems)
{
    struct slurm_script script = {
        .scenario = options->scenario, .output = output, .program = options->program, .language = language
    };
    char *folder = shard_folder(output, problems);
    int status = EX_CANTCREAT;

    if (folder != NULL) {
        script.folder = folder;
        status = fill_script(&script, options, inputs, problems) ? EX_OK : EX_USAGE;
    }
    if (status == EX_OK) {
        status = shard_folder_make(folder, problems) ? slurm_script_write(&script, problems) : EX_CANTCREAT;
    }
    if (!options->answer->asked) {
        problems_print(problems, stderr, language);
    }
    if (status == EX_OK && options->answer->asked) {
        answer_scripts(&options->answer->json, &script);
    } else if (status == EX_OK) {
        tell(&script, language);
    }
    free(folder);
    return status;
}

static int plan(const struct slurm_options *options, const struct inputs *inputs, enum language language,
                struct problems *problems)
{
    if (!ensemble_asked(inputs)) {
        report(problems, (struct place) { .file = problems_file(problems, options->scenario) }, MESSAGE_SHARD_ONE_RUN,
               NULL);
        if (!options->answer->asked) {
            problems_print(problems, stderr, language);
        }
        return EX_DATAERR;
    }
    char *output = output_folder(options->output, inputs->scenario.name);
    const int status = write_scripts(options, inputs, output, language, problems);

    free(output);
    return status;
}

int slurm_command(int argc, char **argv, enum language language)
{
    struct answer answer = { .asked = false };
    struct slurm_options options = { .program = usual_program(), .answer = &answer };
    struct problems problems = { .count = 0 };
    struct inputs inputs = { .scenario = { .name = NULL } };
    int status = EX_DATAERR;

    if (!options_read(argc, argv, language, &options)) {
        return EX_USAGE;
    }
    answer_begin(&answer, argv[0]);
    if (inputs_read(&inputs, options.scenario, &problems)) {
        status = plan(&options, &inputs, language, &problems);
    } else {
        if (!answer.asked) {
            problems_print(&problems, stderr, language);
        }
        status = access(options.scenario, F_OK) == 0 ? EX_DATAERR : EX_NOINPUT;
    }
    if (answer.asked) {
        answer_end(&answer, &problems, language, status);
    }
    model_free(&inputs.model);
    problems_free(&problems);
    return status;
}
