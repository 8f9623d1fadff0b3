#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>

#include "number.h"
#include "parameters.h"
#include "support.h"

#include <criterion/criterion.h>

static struct run parameters(const char *language)
{
    struct run run = run_program(ARGUMENTS("parameters", "--lang", language));

    cr_assert_eq(run.status, EX_OK, "%s", run.err);
    cr_expect_str_empty(run.err);
    return run;
}

static size_t times(const char *text, const char *part)
{
    size_t count = 0;

    for (const char *at = strstr(text, part); at != NULL; at = strstr(at + 1, part)) {
        count++;
    }
    return count;
}

/* Each parameter stands at the beginning of a line, once, and there is an empty line behind each. */
Test(parameters_command, every_row_of_the_table_once)
{
    for (size_t language = 0; language < LANGUAGES; language++) {
        struct run run = parameters(language == CHINESE ? "zh" : "en");

        for (size_t parameter = 0; parameter < PARAMETERS; parameter++) {
            const struct parameter_row *row = &parameter_rows[parameter];
            char line[100];

            snprintf(line, sizeof line, "%s\n    ", row->name);
            cr_expect_eq(times(run.out, line), 1, "%s", row->name);
            assert_contains(run.out, row->text[language]);
            assert_contains(run.out, row->acts[language]);
        }
        cr_expect_eq(times(run.out, "\n\n"), PARAMETERS);
        run_free(&run);
    }
}

/* The text of one parameter, from its name to the empty line. */
static const char *section(char *text, const char *name)
{
    char *at = strstr(text, name);

    cr_assert_not_null(at, "%s", name);
    *strstr(at, "\n\n") = '\0';
    return at;
}

Test(parameters_command, ranges_are_those_of_the_table)
{
    for (size_t parameter = 0; parameter < PARAMETERS; parameter++) {
        const struct parameter_row *row = &parameter_rows[parameter];
        struct run run = parameters("en");
        const char *told = section(run.out, row->name);
        char range[100];

        snprintf(range, sizeof range, " [%s..%s]", number_text(row->low).text, number_text(row->high).text);
        if (row->type == PARAMETER_SWITCH || row->type == PARAMETER_CHOICE || row->type == PARAMETER_TOWN) {
            cr_expect_null(strchr(told, '['), "%s: a range of words", row->name);
        } else {
            assert_contains(told, range);
        }
        run_free(&run);
    }
}

/* One of each kind, as the table has them. */
Test(parameters_command, kinds_axes_and_defaults)
{
    struct run run = parameters("en");

    assert_contains(run.out, "fertility.multiplier\n    number, or a path over years {2024: 1, 2030: 1.1} [0..5], "
                             "in ratio, default 1\n");
    assert_contains(run.out, "supply.backlog\n    number, by level [-1000000..1000000], in seats, default 0\n");
    assert_contains(run.out, "supply.delay_years\n    whole number, by builder [-5..30], in years, default 0\n");
    assert_contains(run.out, "supply.undated_completion\n    year, or never [1900..2200], in school year, "
                             "default never\n");
    assert_contains(run.out, "supply.cancelled\n    yes or no, by project, in yes/no, default no\n");
    assert_contains(run.out, "supply.project_town\n    id of a town, by project, in town, default projects.csv\n");
    assert_contains(run.out, "supply.opening\n    word (nominal, by_grade), in word, default by_grade\n");
    assert_contains(run.out, "norms.migrant_share\n    number, by town [0..1], in share, default 0\n");
    run_free(&run);
    run = parameters("zh");
    assert_contains(run.out, "supply.delay_years\n    整数，可按建设主体 [-5..30]，单位 years，默认 0\n");
    assert_contains(run.out, "supply.opening\n    词 (nominal, by_grade)，单位 word，默认 by_grade\n");
    run_free(&run);
}

Test(parameters_command, takes_no_arguments)
{
    struct run run = run_program(ARGUMENTS("parameters", "fertility"));

    cr_expect_eq(run.status, EX_USAGE);
    cr_expect_str_empty(run.out);
    assert_same_text(run.err, "xuewei: “parameters”不接受“fertility”：xuewei --help 有用法\n");
    run_free(&run);
    run = run_program(ARGUMENTS("parameters", "--lang", "en", "--all"));
    cr_expect_eq(run.status, EX_USAGE);
    assert_same_text(run.err, "xuewei: 'parameters' does not take '--all': see xuewei --help\n");
    run_free(&run);
}
