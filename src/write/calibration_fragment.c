/* For realpath(). */
#define _XOPEN_SOURCE 700

#include "calibration_fragment.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sysexits.h>

#include "calibration_text.h"
#include "file_hash.h"
#include "mem.h"
#include "number.h"
#include "observation_text.h"
#include "relative_path.h"
#include "terminal_parts.h"
#include "whole_file.h"
#include "yaml_writer.h"

/* The first line, by which a fragment is known as ours. */
static const char MARK[] = "# xuewei calibrate\n";

/** What the writing needs. */
struct fragment {
    const struct calibration_report *of;
    const char *version;
    const char *model; /**< Path to the model from the fragment's folder. */
    const struct model *about;
    const struct hash_text *hashes; /**< [file_count] */
};

bool calibration_fragment_may_replace(const char *path)
{
    char first[sizeof MARK] = "";
    struct stat status;

    if (stat(path, &status) != 0 || (!S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode))) {
        return true; /* what writing finds wrong with it is told then */
    }
    FILE *file = fopen(path, "r");
    const bool ours = file != NULL && fgets(first, sizeof first, file) != NULL && strcmp(first, MARK) == 0;

    if (file != NULL) {
        fclose(file);
    }
    return ours;
}

/* A comment's text: line ends and other control characters, which a source may have, would end the comment. */
static void write_plain(FILE *stream, const char *text)
{
    for (const char *at = text; *at != '\0'; at++) {
        fputc((unsigned char)*at < ' ' || *at == 0x7f ? ' ' : *at, stream);
    }
}

static void write_method(FILE *stream, const struct fragment *self)
{
    fprintf(
        stream,
        "#\n"
        "# 由 xuewei %s 的 calibrate 命令拟合得到；重新运行会改写本文件，请勿手改。情景用 extends 采用。\n"
        "# Fitted by `calibrate` of xuewei %s, which writes this file anew: do not edit it, extend it.\n"
        "# 方法：加权非线性最小二乘（Levenberg-Marquardt，每一步投影到取值范围内），事先的说明作为附加的项；标准误取自 "
        "(J'J)^-1。\n"
        "# Method: weighted nonlinear least squares (Levenberg-Marquardt, each step projected into the ranges), what "
        "was\n"
        "# stated beforehand as further terms of the sum; standard errors are those of (J'J)^-1. Values are rounded to "
        "a\n"
        "# thousandth of them.\n"
        "# 拟合的年份以外，路径保持最近一年的值。Outside the years fitted a path holds its nearest value.\n",
        self->version, self->version);
}

static void write_error(FILE *stream, const struct calibrated_value *value)
{
    if (value->standing == UNKNOWN_HELD) {
        fputs("  定不下来，保持原值 / not identified, held", stream);
    } else if (value->standing == UNKNOWN_AT_BOUND) {
        fputs("  停在取值范围的一端 / at the end of its range", stream);
    } else {
        fprintf(stream, " +- %s, %s %%", number_by_error(value->standard_error, value->standard_error).text,
                number_whole(100 * value->share).text);
    }
}

static void write_values_found(FILE *stream, const struct fragment *self)
{
    const struct calibration *calibration = self->of->calibration;

    fputs("#\n# 拟合值 +- 标准误，来自统计数的份额；事先的说明\n"
          "# Fitted values +- standard errors, share from the figures; what was stated beforehand\n",
          stream);
    for (size_t i = 0; i < calibration_values(calibration); i++) {
        const struct calibrated_value value = calibration_value(calibration, self->about, i);
        const double prior_error = value.item != NULL ? value.item->prior_error : 0;
        char *name = calibrated_name(&value);

        fputs("#   ", stream);
        write_plain(stream, name);
        fprintf(stream, ": %s", number_text(value.value).text);
        write_error(stream, &value);
        if (prior_error > 0) {
            fprintf(stream, "; %s +- %s", number_text(value.start).text, number_text(prior_error).text);
        }
        if (value.step_error > 0) {
            fprintf(stream, "; 逐年 / step +- %s", number_text(value.step_error).text);
        }
        fputs("\n", stream);
        free(name);
    }
}

static void write_sum(FILE *stream, const char *what, const struct solution *solution)
{
    const double probability = solution_probability(solution);

    fprintf(stream, "#   %s %s, %s", what, number_decimals(solution_tested(solution), 2).text,
            number_text((double)solution_degrees(solution)).text);
    if (!isnan(probability)) {
        fprintf(stream, ", P = %s", number_decimals(probability, 4).text);
    }
    fputs("\n", stream);
}

static void write_agreement(FILE *stream, const struct fragment *self)
{
    const struct calibration *calibration = self->of->calibration;

    fputs("#\n# 平方和（除去事先的说明之间的），自由度，偶然达到的概率\n"
          "# Sum of squares (less what the statements have among themselves), degrees of freedom, probability by "
          "chance\n",
          stream);
    if (calibration->has_schedule) {
        write_sum(stream, "migrants_by_age.csv:", &calibration->schedule.solution);
    }
    if (calibration->unknown_count > 0) {
        write_sum(stream, "observed.csv:", &calibration->solution);
    }
}

static void write_figures(FILE *stream, const struct fragment *self)
{
    const struct calibration *calibration = self->of->calibration;

    if (calibration->compared_count == 0) {
        return;
    }
    fputs("#\n# 所用统计数：统计值 +- 标准误，拟合后的模型值；性质，来源\n"
          "# Figures used: observed +- standard error, model after the fit; how known, source\n",
          stream);
    for (size_t i = 0; i < calibration->compared_count; i++) {
        const struct observation *of = &self->about->observations[i];
        char *series = observation_series(self->about, ENGLISH, of);

        if (calibration->compared[i].use == FIGURE_USED) {
            fputs("#   ", stream);
            write_plain(stream, series);
            fprintf(stream, " %s: %s +- %s, %s; %s, ", observation_period(of).text, number_text(of->value).text,
                    number_text(of->standard_error).text, number_whole(calibration->compared[i].after).text,
                    status_words[of->status].id);
            write_plain(stream, of->source);
            fputs("\n", stream);
        }
        free(series);
    }
}

static void write_inputs(FILE *stream, const struct fragment *self)
{
    fputs("#\n# 模型文件的 SHA-256 / SHA-256 of the model's files\n", stream);
    for (size_t file = 0; file < self->about->file_count; file++) {
        fprintf(stream, "#   %s  ", self->hashes[file].text);
        write_plain(stream, self->about->files[file].name);
        fputs("\n", stream);
    }
}

static void write_title(FILE *stream, const struct fragment *self)
{
    static const char *const KEYS[LANGUAGES] = { "zh", "en" };

    fputs("format: 1\nmodel: ", stream);
    yaml_write_text(stream, self->model);
    fputs("\ntitle: {", stream);
    for (int language = 0; language < LANGUAGES; language++) {
        const char *name = self->about->name.text[language];
        char *title = message_text(MESSAGE_CALIBRATE_TITLE, (enum language)language,
                                   SLOTS({ "district", name != NULL ? name : self->about->name.id }));

        fprintf(stream, "%s%s: ", language > 0 ? ", " : "", KEYS[language]);
        yaml_write_text(stream, title);
        free(title);
    }
    fputs("}\n", stream);
}

/** The values in the order in which they are written. */
struct ordered {
    struct calibrated_value *values;
    size_t count;
};

static size_t section_length(const struct calibrated_value *value)
{
    return strcspn(parameter_rows[value->parameter].name, ".");
}

static bool same_section(const struct calibrated_value *a, const struct calibrated_value *b)
{
    return section_length(a) == section_length(b) &&
           memcmp(parameter_rows[a->parameter].name, parameter_rows[b->parameter].name, section_length(a)) == 0;
}

/* The first parameter of the table that is in the value's section: sections need not stand together. */
static size_t section_rank(const struct calibrated_value *value)
{
    for (size_t parameter = 0; parameter < value->parameter; parameter++) {
        const struct calibrated_value of = { .parameter = parameter };

        if (same_section(&of, value)) {
            return parameter;
        }
    }
    return value->parameter;
}

static bool same_key(const struct calibrated_value *a, const struct calibrated_value *b)
{
    return a->parameter == b->parameter &&
           (a->key == b->key || (a->key != NULL && b->key != NULL && strcmp(a->key, b->key) == 0));
}

/* By section, parameter, key and year; keys in the order in which they come first. */
static int compare_values(const struct calibrated_value *a, const struct calibrated_value *b)
{
    const size_t ranks[][2] = { { section_rank(a), section_rank(b) }, { a->parameter, b->parameter } };

    for (size_t i = 0; i < sizeof ranks / sizeof *ranks; i++) {
        if (ranks[i][0] != ranks[i][1]) {
            return ranks[i][0] < ranks[i][1] ? -1 : 1;
        }
    }
    if (!same_key(a, b)) {
        return strcmp(a->key, b->key);
    }
    return (a->year > b->year) - (a->year < b->year);
}

static struct ordered order_values(const struct fragment *self)
{
    const struct calibration *calibration = self->of->calibration;
    struct ordered ordered = { .count = calibration_values(calibration) };

    ordered.values = mem_array(ordered.count, sizeof *ordered.values);
    for (size_t i = 0; i < ordered.count; i++) {
        const struct calibrated_value value = calibration_value(calibration, self->about, i);
        size_t at = i;

        while (at > 0 && compare_values(&value, &ordered.values[at - 1]) < 0) {
            ordered.values[at] = ordered.values[at - 1];
            at--;
        }
        ordered.values[at] = value;
    }
    return ordered;
}

/* Writes the one number, or the years of the path that begins at `first`; returns where the next begins. */
static size_t write_path(FILE *stream, const struct ordered *ordered, size_t first)
{
    size_t at = first;

    if (ordered->values[first].year == NO_YEAR) {
        fprintf(stream, " %s\n", number_text(ordered->values[first].value).text);
        return first + 1;
    }
    while (at < ordered->count && same_key(&ordered->values[first], &ordered->values[at])) {
        fprintf(stream, "%s%d: %s", at == first ? " {" : ", ", ordered->values[at].year,
                number_text(ordered->values[at].value).text);
        at++;
    }
    fputs("}\n", stream);
    return at;
}

static void write_parameters(FILE *stream, const struct fragment *self)
{
    struct ordered ordered = order_values(self);

    for (size_t at = 0; at < ordered.count;) {
        const struct calibrated_value *value = &ordered.values[at];
        const struct calibrated_value *before = at > 0 ? &ordered.values[at - 1] : NULL;
        const char *name = parameter_rows[value->parameter].name;

        if (before == NULL || !same_section(before, value)) {
            fprintf(stream, "%.*s:\n", (int)section_length(value), name);
        }
        if (before == NULL || before->parameter != value->parameter) {
            fprintf(stream, "  %s:%s", name + section_length(value) + 1, value->key != NULL ? "\n" : "");
        }
        if (value->key != NULL) {
            fputs("    ", stream);
            yaml_write_key(stream, value->key);
            fputs(":", stream);
        }
        at = write_path(stream, &ordered, at);
    }
    free(ordered.values);
}

static bool write_fragment(FILE *stream, const void *of)
{
    const struct fragment *self = of;

    fputs(MARK, stream);
    write_method(stream, self);
    write_values_found(stream, self);
    write_agreement(stream, self);
    write_figures(stream, self);
    write_inputs(stream, self);
    write_title(stream, self);
    write_parameters(stream, self);
    return ferror(stream) == 0;
}

/* The hashes of the model's files; NULL, with a report, where one can no longer be read. free(). */
static struct hash_text *hash_files(const struct model *model, struct problems *problems)
{
    struct hash_text *hashes = mem_array(model->file_count, sizeof *hashes);

    for (size_t file = 0; file < model->file_count; file++) {
        double bytes = 0;

        if (!file_hash(model->files[file].path, &hashes[file], &bytes)) {
            report(problems, (struct place) { .file = NULL }, MESSAGE_INPUT_GONE,
                   SLOTS({ "path", model->files[file].path }, { "reason", strerror(errno) }));
            free(hashes);
            return NULL;
        }
    }
    return hashes;
}

/* The real path of the folder that the file is, or will be, in. free(). */
static char *folder_of(const char *path)
{
    char *folder = mem_text(path);
    char *slash = strrchr(folder, '/');

    if (slash == NULL) {
        strcpy(folder, "");
    } else {
        slash[slash == folder] = '\0';
    }
    char *real = realpath(*folder != '\0' ? folder : ".", NULL);

    if (real != NULL) {
        free(folder);
        return real;
    }
    return folder;
}

int calibration_fragment_write(const char *path, const struct calibration_report *of, const char *version,
                               struct problems *problems)
{
    const struct model *model = &of->inputs->model;
    char *file = realpath(path, NULL);
    char *folder = folder_of(file != NULL ? file : path);
    char *relative = relative_path(folder, model->folder);
    struct hash_text *hashes = hash_files(model, problems);
    const struct fragment fragment = { of, version, relative, model, hashes };
    const int status = hashes == NULL ? EX_IOERR : whole_file_write(path, write_fragment, &fragment, problems);

    free(hashes);
    free(relative);
    free(folder);
    free(file);
    return status;
}
