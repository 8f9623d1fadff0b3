#include "slurm_script.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sysexits.h>

#include "support.h"

#include <criterion/criterion.h>

/* Names that a shell would make something else of, were they not quoted. */
#define ODD_SCENARIO "it's $HOME \"50 %\".yaml"
#define ODD_OUTPUT "out `id` 年%a"
#define ODD_PROGRAM "./a 'program'"

/* A folder with the scripts in it, and programs that write down what they are called with. */
struct ground {
    char *folder;
    struct problems problems;
};

static void add(const struct ground *self, const char *name, const char *text)
{
    char *path = joined_path(self->folder, name);

    file_write(path, text);
    cr_assert_eq(chmod(path, 0755), 0);
    free(path);
}

static struct ground begin(const char *scenario, const char *output, const char *program, enum language language)
{
    struct ground self = { .folder = temporary_folder() };
    char *shards = joined_path(self.folder, "shards");
    const struct slurm_script script = { .scenario = scenario,
                                         .output = output,
                                         .folder = shards,
                                         .program = program,
                                         .language = language,
                                         .tasks = 12,
                                         .task_megabytes = 300,
                                         .merge_megabytes = 1500 };

    cr_assert_eq(mkdir(shards, 0777), 0);
    cr_assert_eq(slurm_script_write(&script, &self.problems), EX_OK);
    cr_assert_eq(self.problems.count, 0);
    add(&self, program, "#!/bin/sh\nfor word; do printf '[%s]' \"$word\"; done >called\n");
    free(shards);
    return self;
}

static void end(struct ground *self)
{
    problems_free(&self->problems);
    temporary_folder_remove(self->folder);
}

/* Runs a line of shell in the folder; its exit status. */
static int shell(const struct ground *self, const char *line)
{
    const size_t size = strlen(self->folder) + strlen(line) + 32;
    char *command = malloc(size);

    cr_assert_not_null(command);
    snprintf(command, size, "cd '%s' && %s", self->folder, line);
    const int status = system(command);

    free(command);
    return WEXITSTATUS(status);
}

/* A file of the folder. free(). */
static char *text_of(const struct ground *self, const char *name)
{
    char *path = joined_path(self->folder, name);
    char *text = file_text(path, NULL);

    free(path);
    return text;
}

static void expect_file(const struct ground *self, const char *name, const char *expected)
{
    char *text = text_of(self, name);

    assert_same_text(text, expected);
    free(text);
}

Test(slurm_script, calls_with_names_as_they_are)
{
    struct ground ground = begin(ODD_SCENARIO, ODD_OUTPUT, ODD_PROGRAM, ENGLISH);

    cr_expect_eq(shell(&ground, "SLURM_ARRAY_TASK_ID=7 SLURM_CPUS_PER_TASK=4 sh shards/array.sh"), 0);
    expect_file(&ground, "called",
                "[run][--lang][en][--output][" ODD_OUTPUT "][--shard][7/12][--threads][4][--][" ODD_SCENARIO "]");
    cr_expect_eq(shell(&ground, "sh shards/merge.sh"), 0);
    expect_file(&ground, "called",
                "[merge][--lang][en][--output][" ODD_OUTPUT "][--shards][12][--threads][1][--][" ODD_SCENARIO "]");
    end(&ground);
}

/* What sbatch reads stands before the first command; behind it, it is not looked for. */
Test(slurm_script, asks_before_the_first_command)
{
    struct ground ground = begin("a.yaml", "out", "xuewei", CHINESE);
    char *array = text_of(&ground, "shards/array.sh");
    char *merge = text_of(&ground, "shards/merge.sh");
    const char *command = strstr(array, "\nprogram=");

    cr_assert_not_null(command);
    assert_contains(array, "\n#SBATCH --array=1-12\n");
    assert_contains(array, "\n#SBATCH --mem=300M\n");
    assert_contains(merge, "\n#SBATCH --mem=1500M\n");
    cr_expect_null(strstr(merge, "--array"));
    cr_expect_null(strstr(command, "#SBATCH"));
    assert_contains(array, "--lang zh");
    for (const char *line = array; line < command; line = strchr(line, '\n') + 1) {
        cr_expect(*line == '#' || *line == '\n', "a command before: %.40s", line);
    }
    free(merge);
    free(array);
    end(&ground);
}

/* Writes down its arguments, and says an identity as Slurm does in a federation of clusters. */
static const char SBATCH[] = "#!/bin/sh\nfor word; do printf '[%s]' \"$word\"; done >>asked\necho >>asked\n"
                             "echo '41;east'\n";

static void expect_submitted(const struct ground *self, const char *line, const char *array)
{
    char expected[8192];

    cr_expect_eq(shell(self, line), 0, "%s", line);
    snprintf(expected, sizeof expected,
             "[--parsable][--array=%s][--output=%s/shards/part-%%a.log][%s/shards/array.sh]\n"
             "[--parsable][--dependency=afterok:41][--kill-on-invalid-dep=yes][--output=%s/shards/merge.log]"
             "[%s/shards/merge.sh]\n",
             array, self->folder, self->folder, self->folder, self->folder);
    expect_file(self, "asked", expected);
}

Test(slurm_script, submits_all_or_some_and_the_merge_behind)
{
    struct ground ground = begin(ODD_SCENARIO, ODD_OUTPUT, ODD_PROGRAM, ENGLISH);

    add(&ground, "sbatch", SBATCH);
    add(&ground, ODD_SCENARIO, "");
    expect_submitted(&ground, "PATH=.:$PATH sh shards/submit.sh >submitted", "1-12");
    expect_file(&ground, "submitted", "已提交 / submitted: 各份 / parts 41, 合并 / merge 41\n");
    cr_expect_eq(shell(&ground, "rm asked"), 0);
    expect_submitted(&ground, "PATH=.:$PATH sh shards/submit.sh 3,7 >submitted", "3,7");
    end(&ground);
}

Test(slurm_script, submitted_from_elsewhere)
{
    struct ground ground = begin("a.yaml", "out", "xuewei", ENGLISH);

    add(&ground, "sbatch", SBATCH);
    cr_expect_eq(shell(&ground, "PATH=.:$PATH sh shards/submit.sh 2>said"), EX_NOINPUT);
    char *said = text_of(&ground, "said");

    assert_contains(said, "run this where xuewei slurm was run: a.yaml");
    free(said);
    end(&ground);
}

/* Where sbatch takes no array, no merge is submitted that would wait for it. */
Test(slurm_script, a_refusal_ends_it)
{
    struct ground ground = begin("a.yaml", "out", "xuewei", ENGLISH);

    add(&ground, "a.yaml", "");
    add(&ground, "sbatch", "#!/bin/sh\necho called >>asked\nexit 1\n");
    cr_expect_neq(shell(&ground, "PATH=.:$PATH sh shards/submit.sh"), 0);
    expect_file(&ground, "asked", "called\n");
    end(&ground);
}

/* % begins in sbatch's names of files what it fills in. */
Test(slurm_script, a_folder_with_a_percent_sign)
{
    struct ground ground = { .folder = temporary_folder() };
    char *shards = joined_path(ground.folder, "50%a");
    const struct slurm_script script = { .scenario = "a", .output = "b", .folder = shards, .program = "c", .tasks = 1 };

    cr_assert_eq(mkdir(shards, 0777), 0);
    cr_assert_eq(slurm_script_write(&script, &ground.problems), EX_OK);
    char *submit = text_of(&ground, "50%a/submit.sh");

    assert_contains(submit, "/50%%a/part-%a.log'");
    free(submit);
    free(shards);
    end(&ground);
}

Test(slurm_script, line_that_submits)
{
    const struct slurm_script script = { .folder = "it's" };
    char *line = slurm_script_submit(&script);

    assert_same_text(line, "sh 'it'\\''s/submit.sh'");
    free(line);
}
