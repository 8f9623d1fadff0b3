/*
 * xuewei: how many children will need a school seat, how many seats there will be, and what to do about it.
 * Copyright (C) 2026 the xuewei authors. GPL-3.0-or-later, see LICENSE.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>

#include "isa_choice.h"
#include "options.h"
#include "say.h"
#include "verbs.h"

static bool asks_for_help(const char *word)
{
    return strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0;
}

/* Whether help is asked for anywhere behind a verb; what follows `--` is no option. */
static bool asks_for_its_help(int argc, char **argv)
{
    for (int at = 2; at < argc && strcmp(argv[at], "--") != 0; at++) {
        if (asks_for_help(argv[at])) {
            return true;
        }
    }
    return false;
}

/* `xuewei run SCENARIO.yaml [--output DIR] ...`, and what it does. */
static void print_verb(FILE *stream, const struct verb *verb, enum language language)
{
    fprintf(stream, "  xuewei %s%s%s", verb->name, verb->operands == NULL ? "" : " ",
            verb->operands == NULL ? "" : verb->operands);
    for (const struct verb_option *option = verb->options; option->name != NULL; option++) {
        fprintf(stream, option->is_needed ? " --%s%s%s" : " [--%s%s%s]", option->name,
                option->argument == NULL ? "" : " ", option->argument == NULL ? "" : option->argument);
    }
    fprintf(stream, "\n      %s\n", verb->text[language]);
}

static void print_options(FILE *stream, const struct verb *verb, enum language language)
{
    for (const struct verb_option *option = verb->options; option->name != NULL; option++) {
        fprintf(stream, "  --%s%s%s\n      %s\n", option->name, option->argument == NULL ? "" : " ",
                option->argument == NULL ? "" : option->argument, option->text[language]);
    }
}

static void usage(FILE *stream, enum language language)
{
    fprintf(stream, "%s\n\n",
            language == CHINESE ? "用法：xuewei [--lang zh|en] 命令 [参数]"
                                : "usage: xuewei [--lang zh|en] VERB [ARGUMENTS]");
    for (size_t index = 0; index < verb_count; index++) {
        print_verb(stream, &verbs[index], language);
    }
    fprintf(stream, "  xuewei --help | --version\n");
}

static int run_verb(int argc, char **argv, enum language language)
{
    const char *word = argv[1];

    if (asks_for_help(word) || strcmp(word, "help") == 0) {
        usage(stdout, language);
        return EX_OK;
    }
    if (strcmp(word, "--version") == 0) {
        printf("xuewei %s\n", XUEWEI_VERSION);
        return EX_OK;
    }
    for (size_t index = 0; index < verb_count; index++) {
        if (strcmp(word, verbs[index].name) != 0) {
            continue;
        }
        if (asks_for_its_help(argc, argv)) {
            print_verb(stdout, &verbs[index], language);
            print_options(stdout, &verbs[index], language);
            return EX_OK;
        }
        return verbs[index].run(argc - 1, argv + 1, language);
    }
    say_unknown_verb(word, language);
    usage(stderr, language);
    return EX_USAGE;
}

/* Takes the instruction set that XUEWEI_ISA names, or the best. */
static bool choose_isa(enum language language)
{
    const char *word = getenv("XUEWEI_ISA");
    char here[64] = "";

    if (isa_choose(word)) {
        return true;
    }
    for (size_t isa = 0; isa < ISAS; isa++) {
        if (isa_is_here((enum isa)isa)) {
            snprintf(here + strlen(here), sizeof here - strlen(here), "%s%s", isa == 0 ? "" : ", ", isa_words[isa]);
        }
    }
    say(language, MESSAGE_USAGE_ISA, SLOTS({ "found", word }, { "allowed", here }));
    return false;
}

int main(int argc, char **argv)
{
    enum language language = CHINESE;

    if (!options_language(&argc, argv, &language) || !choose_isa(language)) {
        return EX_USAGE;
    }
    if (argc < 2) {
        usage(stderr, language);
        return EX_USAGE;
    }
    const int status = run_verb(argc, argv, language);

    /* What was printed must have arrived: a full disk behind a redirection is an error like any other. */
    if (fflush(stdout) != 0 || ferror(stdout)) {
        say(language, MESSAGE_OUTPUT_LOST, NULL);
        return status == EX_OK ? EX_IOERR : status;
    }
    return status;
}
