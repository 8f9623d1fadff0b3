#include <stdlib.h>
#include <string.h>
#include <sysexits.h>

#include "support.h"

#include <criterion/criterion.h>

/* The environment's variables that name a language, each empty unless it is given. */
static struct run run_in_locale(const char *all, const char *messages, const char *lang, const char *const *arguments)
{
    const char *const variables[] = { all != NULL ? all : "LC_ALL=", messages != NULL ? messages : "LC_MESSAGES=",
                                      lang != NULL ? lang : "LANG=", NULL };
    const struct run_options options = { .variables = variables };

    return run_program_with(arguments, &options);
}

Test(options, the_locale_decides_where_nothing_else_does)
{
    static const struct {
        const char *all;
        const char *messages;
        const char *lang;
        bool english;
    } cases[] = {
        { NULL, NULL, NULL, false },
        { NULL, NULL, "LANG=zh_CN.UTF-8", false },
        { NULL, NULL, "LANG=zh", false },
        { NULL, NULL, "LANG=en_GB.UTF-8", true },
        { NULL, NULL, "LANG=de_DE.UTF-8", true },
        /* A machine without a language: ours is the planner's. */
        { NULL, NULL, "LANG=C", false },
        { NULL, NULL, "LANG=C.UTF-8", false },
        { NULL, NULL, "LANG=POSIX", false },
        /* LC_ALL before LC_MESSAGES before LANG, each where it is not empty. */
        { "LC_ALL=en_US.UTF-8", "LC_MESSAGES=zh_CN.UTF-8", "LANG=zh_CN.UTF-8", true },
        { "LC_ALL=zh_CN.UTF-8", "LC_MESSAGES=en_US.UTF-8", "LANG=en_US.UTF-8", false },
        { "LC_ALL=C", "LC_MESSAGES=en_US.UTF-8", "LANG=en_US.UTF-8", false },
        { NULL, "LC_MESSAGES=de", "LANG=zh_CN.UTF-8", true },
        { NULL, "LC_MESSAGES=zh_TW.UTF-8", "LANG=en_US.UTF-8", false },
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct run run = run_in_locale(cases[i].all, cases[i].messages, cases[i].lang, ARGUMENTS("help"));

        cr_expect_eq(strncmp(run.out, cases[i].english ? "usage" : "用法", 5), 0, "case %zu: %.20s", i, run.out);
        run_free(&run);
    }
}

static void assert_language(const char *const *arguments, const char *said)
{
    struct run run = run_program(arguments);

    cr_expect_eq(run.status, EX_NOINPUT, "status %d", run.status);
    assert_contains(run.err, said);
    run_free(&run);
}

Test(options, a_language_wherever_it_stands)
{
    static const char en[] = "there is no file 'none'";
    static const char zh[] = "找不到文件“none”";

    assert_language(ARGUMENTS("--lang", "en", "run", "none"), en);
    assert_language(ARGUMENTS("--lang=en", "run", "none"), en);
    assert_language(ARGUMENTS("run", "--lang", "en", "none"), en);
    assert_language(ARGUMENTS("run", "--lang=en", "none"), en);
    assert_language(ARGUMENTS("run", "none", "--lang", "en"), en);
    assert_language(ARGUMENTS("check", "none", "--lang=en"), en);
    assert_language(ARGUMENTS("--lang", "en", "run", "none", "--lang", "zh"), zh);
    assert_language(ARGUMENTS("--lang=zh", "run", "none"), zh);
}

Test(options, a_language_beats_the_locale)
{
    struct run run = run_in_locale("LC_ALL=en_US.UTF-8", NULL, NULL, ARGUMENTS("help", "--lang", "zh"));

    cr_expect_eq(strncmp(run.out, "用法", 5), 0);
    run_free(&run);
    run = run_in_locale("LC_ALL=zh_CN.UTF-8", NULL, NULL, ARGUMENTS("help", "--lang", "en"));
    cr_expect_eq(strncmp(run.out, "usage", 5), 0);
    run_free(&run);
}

/* Behind `--` a file may be called as it likes. */
Test(options, behind_two_hyphens_there_are_no_options)
{
    struct run run = run_program(ARGUMENTS("check", "--lang=en", "--", "--lang=zh", "--lang", "zh", "--"));

    cr_expect_eq(run.status, EX_NOINPUT);
    assert_same_text(run.err, "--lang=zh: there is no file '--lang=zh'\n--lang: there is no file '--lang'\n"
                              "zh: there is no file 'zh'\n--: there is no file '--'\n");
    run_free(&run);
}

Test(options, languages_that_there_are_not)
{
    static const struct {
        const char *arguments[4];
        const char *said;
    } cases[] = {
        { { "--lang", "de", "help" }, "“de”" },
        { { "--lang=de", "help" }, "“de”" },
        { { "help", "--lang", "EN" }, "“EN”" },
        { { "--lang=", "help" }, "“”" },
        { { "help", "--lang" }, "“”" },
        { { "--lang" }, "“”" },
        { { "--lang", "help" }, "“help”" },
        { { "--lang=de", "help", "--lang=zh" }, "“de”" },
        { { "--lang", "zh_CN", "help" }, "zh_CN" },
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct run run = run_program(cases[i].arguments);

        cr_expect_eq(run.status, EX_USAGE, "case %zu: status %d", i, run.status);
        cr_expect_str_empty(run.out);
        assert_contains(run.err, "xuewei: --lang 只能是 zh 或 en，而不是");
        assert_contains(run.err, cases[i].said);
        run_free(&run);
    }
    struct run run = run_program(ARGUMENTS("--lang=en", "--lang=fr", "help"));

    cr_expect_eq(run.status, EX_USAGE);
    assert_same_text(run.err, "xuewei: --lang takes zh or en, not 'fr'\n");
    run_free(&run);
}

Test(options, what_only_begins_like_the_option)
{
    struct run run = run_program(ARGUMENTS("run", "--language", "en"));

    cr_expect_eq(run.status, EX_USAGE);
    assert_contains(run.err, "“run”不接受“--language”");
    run_free(&run);
}
