#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>

#include "isa_choice.h"
#include "support.h"
#include "verbs.h"

#include <criterion/criterion.h>

static void assert_run(struct run run, int status, const char *out, const char *err)
{
    cr_expect_eq(run.status, status, "status %d, expected %d: %s", run.status, status, run.err);
    assert_contains(run.out, out);
    assert_contains(run.err, err);
    if (*out == '\0') {
        cr_expect_str_empty(run.out);
    }
    if (*err == '\0') {
        cr_expect_str_empty(run.err);
    }
    run_free(&run);
}

Test(main, nothing_to_do_is_wrong_usage)
{
    assert_run(run_program(ARGUMENTS(NULL)), EX_USAGE, "", "用法：xuewei [--lang zh|en] 命令");
    assert_run(run_program(ARGUMENTS("--lang", "en")), EX_USAGE, "", "usage: xuewei [--lang zh|en] VERB");
}

/* The verb with what it works on, and each of its options. */
static void assert_usage(const char *text, const struct verb *verb)
{
    char part[100];

    snprintf(part, sizeof part, "  xuewei %s%s%s", verb->name, verb->operands == NULL ? "" : " ",
             verb->operands == NULL ? "" : verb->operands);
    assert_contains(text, part);
    for (const struct verb_option *option = verb->options; option->name != NULL; option++) {
        snprintf(part, sizeof part, "--%s%s%s", option->name, option->argument == NULL ? "" : " ",
                 option->argument == NULL ? "" : option->argument);
        assert_contains(text, part);
    }
}

/* What the table of verbs has is what their commands take: an argument that is missing is told, no option is unknown.
 */
Test(main, every_option_of_the_table_is_taken)
{
    for (size_t verb = 0; verb < verb_count; verb++) {
        for (const struct verb_option *option = verbs[verb].options; option->name != NULL; option++) {
            char word[40];

            snprintf(word, sizeof word, "--%s", option->name);
            struct run run = run_program(ARGUMENTS("--lang", "en", verbs[verb].name, word));

            cr_expect_null(strstr(run.err, "does not take"), "%s %s: %s", verbs[verb].name, word, run.err);
            cr_expect((option->argument != NULL) == (strstr(run.err, "lacks what must follow") != NULL), "%s %s: %s",
                      verbs[verb].name, word, run.err);
            run_free(&run);
        }
    }
}

Test(main, help_in_both_languages)
{
    static const char *const words[] = { "--help", "-h", "help" };

    for (size_t word = 0; word < sizeof words / sizeof *words; word++) {
        struct run zh = run_program(ARGUMENTS(words[word]));
        struct run en = run_program(ARGUMENTS("--lang", "en", words[word]));

        for (size_t verb = 0; verb < verb_count; verb++) {
            assert_usage(zh.out, &verbs[verb]);
            assert_contains(zh.out, verbs[verb].text[CHINESE]);
            assert_usage(en.out, &verbs[verb]);
            assert_contains(en.out, verbs[verb].text[ENGLISH]);
            cr_expect_null(strstr(en.out, verbs[verb].text[CHINESE]), "English help has Chinese in it");
        }
        assert_run(zh, EX_OK, "用法：", "");
        assert_run(en, EX_OK, "usage: ", "");
    }
}

/* The instruction set that XUEWEI_ISA names is one that the machine has. */
Test(main, instruction_set)
{
    setenv("XUEWEI_ISA", "plain", 1);
    assert_run(run_program(ARGUMENTS("--version")), EX_OK, "xuewei " XUEWEI_VERSION "\n", "");
    setenv("XUEWEI_ISA", "abacus", 1);
    assert_run(run_program(ARGUMENTS("--lang", "en", "--version")), EX_USAGE, "",
               "XUEWEI_ISA is 'abacus': this machine has plain");
    assert_run(run_program(ARGUMENTS("--version")), EX_USAGE, "", "环境变量 XUEWEI_ISA 为“abacus”：本机可用 plain");
    for (enum isa isa = ISA_AVX2; isa < ISAS; isa++) {
        char english[120];
        char chinese[120];

        setenv("XUEWEI_ISA", isa_words[isa], 1);
        if (isa_is_here(isa)) {
            assert_run(run_program(ARGUMENTS("--version")), EX_OK, "xuewei " XUEWEI_VERSION "\n", "");
            continue;
        }
        snprintf(english, sizeof english, "XUEWEI_ISA is '%s': this machine has plain", isa_words[isa]);
        snprintf(chinese, sizeof chinese, "环境变量 XUEWEI_ISA 为“%s”：本机可用 plain", isa_words[isa]);
        assert_run(run_program(ARGUMENTS("--lang", "en", "--version")), EX_USAGE, "", english);
        assert_run(run_program(ARGUMENTS("--version")), EX_USAGE, "", chinese);
    }
    unsetenv("XUEWEI_ISA");
}

Test(main, version)
{
    assert_run(run_program(ARGUMENTS("--version")), EX_OK, "xuewei " XUEWEI_VERSION "\n", "");
}

Test(main, help_for_one_verb_wherever_it_is_asked_for)
{
    for (size_t verb = 0; verb < verb_count; verb++) {
        struct run before = run_program(ARGUMENTS("--lang", "en", verbs[verb].name, "--help"));
        struct run behind = run_program(ARGUMENTS("--lang", "en", verbs[verb].name, "none.yaml", "-h"));

        assert_usage(before.out, &verbs[verb]);
        for (const struct verb_option *option = verbs[verb].options; option->name != NULL; option++) {
            assert_contains(before.out, option->text[ENGLISH]);
        }
        assert_same_text(behind.out, before.out);
        for (size_t other = 0; other < verb_count; other++) {
            cr_expect(other == verb || strstr(before.out, verbs[other].text[ENGLISH]) == NULL,
                      "help for %s tells of %s, too", verbs[verb].name, verbs[other].name);
        }
        assert_run(before, EX_OK, verbs[verb].text[ENGLISH], "");
        assert_run(behind, EX_OK, verbs[verb].text[ENGLISH], "");
    }
}

Test(main, behind_two_hyphens_stands_a_file)
{
    assert_run(run_program(ARGUMENTS("--lang", "en", "run", "--", "--help")), EX_NOINPUT, "",
               "there is no file '--help'");
}

Test(main, unknown_verbs)
{
    assert_run(run_program(ARGUMENTS("rum")), EX_USAGE, "", "xuewei: 没有“rum”这个命令；是不是“run”？\n用法：");
    assert_run(run_program(ARGUMENTS("--lang", "en", "chekc")), EX_USAGE, "",
               "xuewei: there is no verb 'chekc'; did you mean 'check'?\nusage: ");
    assert_run(run_program(ARGUMENTS("学位")), EX_USAGE, "", "xuewei: 没有“学位”这个命令\n");
    assert_run(run_program(ARGUMENTS("--lang", "en", "--quick")), EX_USAGE, "", "xuewei: there is no verb '--quick'\n");
}

/* Every verb that prints, onto a disk that is full. */
Test(main, output_that_does_not_arrive_is_an_error)
{
    static const struct run_options full = { .output_to = "/dev/full" };
    static const char said[] = "xuewei: what was printed could not be written to the end";
    char *model = source_path("models/qingcheng");

    assert_run(run_program_with(ARGUMENTS("--help"), &full), EX_IOERR, "", "打印的内容没有写完");
    assert_run(run_program_with(ARGUMENTS("--lang", "en", "--version"), &full), EX_IOERR, "", said);
    assert_run(run_program_with(ARGUMENTS("--lang", "en", "parameters"), &full), EX_IOERR, "", said);
    assert_run(run_program_with(ARGUMENTS("--lang", "en", "check", model), &full), EX_IOERR, "", said);
    assert_run(run_program_with(ARGUMENTS("--lang", "en", "audit", model), &full), EX_IOERR, "", said);
    assert_run(run_program_with(ARGUMENTS("--lang", "en", "audit", model, "--strict"), &full), 1, "", said);
    free(model);
}
