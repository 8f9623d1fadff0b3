#include "slurm_script.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>

#include "mem.h"
#include "whole_file.h"

/* Lines without anything to fill in. Directives come before the first command, else sbatch does not see them. */
static const char ARRAY_HEAD[] =
    "#!/bin/sh\n"
    "# 由 xuewei slurm 写成，可以修改；再次运行 xuewei slurm 会重写。每个任务推演情景的一份。\n"
    "# Written by `xuewei slurm`, to be changed as needed; running that again writes it anew. Each task runs one part "
    "of\n"
    "# the scenario.\n";
static const char TIME[] = "# 集群若要求时限，去掉下一行的一个 #，并按实际修改。\n"
                           "# Where the cluster asks for a limit of time: take one # away, and set your own.\n"
                           "##SBATCH --time=01:00:00\n";
static const char MERGE_HEAD[] = "#!/bin/sh\n"
                                 "# 由 xuewei slurm 写成，可以修改；再次运行 xuewei slurm "
                                 "会重写。各份全部完成后，合并成与单机推演逐字节相同的结果。\n"
                                 "# Written by `xuewei slurm`, to be changed as needed; running that again writes it "
                                 "anew. Merges the parts when all are\n"
                                 "# done; the result is, to the byte, that of one machine.\n";
static const char SUBMIT_HEAD[] =
    "#!/bin/sh\n"
    "# 由 xuewei slurm 写成。在运行 xuewei slurm 的文件夹中执行：提交各份的任务，以及随后的合并。\n"
    "# Written by `xuewei slurm`; to be run in the folder where that was run. Submits the tasks and, after them, the "
    "merge.\n";

/* A text as one word of the shell, in single quotes. free(). */
static char *quoted(const char *text)
{
    static const char quote[] = "'\\''";
    char *word = mem_array(sizeof quote * strlen(text) + sizeof "''", 1);
    char *to = word;

    *to++ = '\'';
    for (; *text != '\0'; text++) {
        const char *piece = *text == '\'' ? quote : (const char[]) { *text, '\0' };

        strcpy(to, piece);
        to += strlen(piece);
    }
    strcpy(to, "'");
    return word;
}

static void write_quoted(FILE *stream, const char *text)
{
    char *word = quoted(text);

    fputs(word, stream);
    free(word);
}

static void write_variable(FILE *stream, const char *name, const char *value)
{
    fprintf(stream, "%s=", name);
    write_quoted(stream, value);
    fputc('\n', stream);
}

static void write_request(FILE *stream, size_t megabytes)
{
    fprintf(stream, "#SBATCH --job-name=xuewei\n#SBATCH --cpus-per-task=1\n#SBATCH --mem=%zuM\n#SBATCH --requeue\n%s\n",
            megabytes, TIME);
}

static void write_names(FILE *stream, const struct slurm_script *self)
{
    write_variable(stream, "program", self->program);
    write_variable(stream, "scenario", self->scenario);
    write_variable(stream, "output", self->output);
}

static const char *language_word(const struct slurm_script *self)
{
    return self->language == CHINESE ? "zh" : "en";
}

static bool write_array(FILE *stream, const void *of)
{
    const struct slurm_script *self = of;

    fputs(ARRAY_HEAD, stream);
    fprintf(stream, "#SBATCH --array=1-%zu\n", self->tasks);
    write_request(stream, self->task_megabytes);
    write_names(stream, self);
    fprintf(stream,
            "exec \"$program\" run --lang %s --output \"$output\" --shard \"$SLURM_ARRAY_TASK_ID/%zu\" \\\n"
            "    --threads \"${SLURM_CPUS_PER_TASK:-1}\" -- \"$scenario\"\n",
            language_word(self), self->tasks);
    return ferror(stream) == 0;
}

static bool write_merge(FILE *stream, const void *of)
{
    const struct slurm_script *self = of;

    fputs(MERGE_HEAD, stream);
    write_request(stream, self->merge_megabytes);
    write_names(stream, self);
    fprintf(stream,
            "exec \"$program\" merge --lang %s --output \"$output\" --shards %zu \\\n"
            "    --threads \"${SLURM_CPUS_PER_TASK:-1}\" -- \"$scenario\"\n",
            language_word(self), self->tasks);
    return ferror(stream) == 0;
}

/* A log's name as sbatch takes it, in which % begins what it fills in. */
static void write_log(FILE *stream, const struct slurm_script *self, const char *name)
{
    char *text = mem_array(2 * strlen(self->folder) + sizeof "/" + strlen(name), 1);
    char *to = text;

    for (const char *from = self->folder; *from != '\0'; from++) {
        *to++ = *from;
        if (*from == '%') {
            *to++ = '%';
        }
    }
    strcat(strcpy(to, "/"), name);
    fputs(" --output=", stream);
    write_quoted(stream, text);
    free(text);
}

/* What to type, in a comment. */
static void write_use(FILE *stream, const struct slurm_script *self)
{
    char *submit = slurm_script_submit(self);

    fprintf(stream, "#   %s       全部 / all parts\n", submit);
    fprintf(stream,
            "#   %s 3,7   只重算第 3、7 份，再合并 / parts 3 and 7 again, then the merge\n"
            "# 一份被中止或失败时，合并任务会自动取消；修好后用第二种写法。日志在 %s。\n"
            "# Where a part is killed or fails, the merge is cancelled by itself; then use the second form. Logs are "
            "in %s.\n",
            submit, self->folder, self->folder);
    free(submit);
}

static bool write_submit(FILE *stream, const void *of)
{
    const struct slurm_script *self = of;

    fputs(SUBMIT_HEAD, stream);
    write_use(stream, self);
    fputs("set -eu\n", stream);
    write_variable(stream, "scenario", self->scenario);
    write_variable(stream, "folder", self->folder);
    fprintf(stream,
            "if [ ! -f \"$scenario\" ]; then\n"
            "    echo \"请在运行 xuewei slurm 的文件夹中执行 / run this where xuewei slurm was run: $scenario\" >&2\n"
            "    exit %d\n"
            "fi\n"
            "parts=$(sbatch --parsable --array=\"${1:-1-%zu}\" \\\n   ",
            EX_NOINPUT, self->tasks);
    write_log(stream, self, "part-%a.log");
    fputs(" \"$folder/array.sh\")\n"
          "parts=${parts%%;*}\n"
          "merge=$(sbatch --parsable --dependency=\"afterok:$parts\" --kill-on-invalid-dep=yes \\\n   ",
          stream);
    write_log(stream, self, "merge.log");
    fputs(" \"$folder/merge.sh\")\n"
          "echo \"已提交 / submitted: 各份 / parts $parts, 合并 / merge ${merge%%;*}\"\n",
          stream);
    return ferror(stream) == 0;
}

/* folder/name. free(). */
static char *script_path(const struct slurm_script *self, const char *name)
{
    const size_t size = strlen(self->folder) + sizeof "/" + strlen(name);
    char *path = mem_array(size, 1);

    snprintf(path, size, "%s/%s", self->folder, name);
    return path;
}

int slurm_script_write(const struct slurm_script *self, struct problems *problems)
{
    static const struct {
        const char *name;
        bool (*write)(FILE *stream, const void *of);
    } scripts[] = { { "array.sh", write_array }, { "merge.sh", write_merge }, { "submit.sh", write_submit } };
    int status = EX_OK;

    for (size_t i = 0; status == EX_OK && i < sizeof scripts / sizeof *scripts; i++) {
        char *path = script_path(self, scripts[i].name);

        status = whole_file_write(path, scripts[i].write, self, problems);
        free(path);
    }
    return status;
}

char *slurm_script_submit(const struct slurm_script *self)
{
    static const char shell[] = "sh ";
    char *path = script_path(self, "submit.sh");
    char *word = quoted(path);
    char *line = mem_array(sizeof shell + strlen(word), 1);

    strcat(strcpy(line, shell), word);
    free(word);
    free(path);
    return line;
}
