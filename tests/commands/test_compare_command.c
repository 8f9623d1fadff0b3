#include <stdlib.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>

#include "small_district.h"
#include "support.h"

#include <criterion/criterion.h>

/** A district with a second scenario, and the result of the first. */
struct two_forecasts {
    struct small_district district;
    char *other;  /**< Fewer births, developers late. */
    char *result; /**< Of the first. */
};

static struct two_forecasts two_forecasts(void)
{
    struct two_forecasts self = { .district = small_district() };

    self.other = joined_path(self.district.folder, "other.yaml");
    self.result = joined_path(self.district.folder, "result");
    file_write(self.other, "format: 1\nextends: small.yaml\ntitle: {zh: 少, en: Fewer}\n"
                           "fertility: {multiplier: {2020: 1, 2022: 0.5}}\nsupply: {delay_years: {developer: 1}}\n"
                           "enrolment: {private_to_public: {primary: 0.5, junior: 0.5}}\n");
    struct run run = run_program(ARGUMENTS("run", self.district.scenario, "--output", self.result, "--tables", "gap"));

    cr_assert_eq(run.status, EX_OK, "%s", run.err);
    run_free(&run);
    return self;
}

static void two_forecasts_free(struct two_forecasts *self)
{
    small_district_free(&self->district);
    free(self->other);
    free(self->result);
}

static struct run compare(const char *a, const char *b, const char *first, const char *second)
{
    return run_program(ARGUMENTS("--lang", "en", "compare", a, b, first, second));
}

/* Asserts that it is refused with just this. */
static void refused(const char *a, const char *b, int status, const char *message)
{
    struct run run = compare(a, b, NULL, NULL);

    cr_expect_eq(run.status, status, "%d", run.status);
    assert_same_text(run.err, message);
    assert_same_text(run.out, "");
    run_free(&run);
}

/* `place: message` with a line end. free(). */
static char *problem(const char *path, const char *message)
{
    char *text = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&text, &size);

    cr_assert_not_null(stream);
    fprintf(stream, "%s%s\n", path, message);
    cr_assert_eq(fclose(stream), 0);
    return text;
}

Test(compare_command, a_scenario_beside_itself_and_its_result)
{
    struct two_forecasts two = two_forecasts();
    struct run run = compare(two.district.scenario, two.district.scenario, NULL, NULL);

    cr_expect_eq(run.status, EX_OK, "%s", run.err);
    assert_contains(run.out, "No difference: A and B have the same inputs and the same gaps.");
    run_free(&run);
    run = compare(two.result, two.district.scenario, NULL, NULL);
    cr_expect_eq(run.status, EX_OK, "%s", run.err);
    assert_contains(run.out, "No difference");
    run_free(&run);
    run = run_program(ARGUMENTS("compare", two.result, two.result, "--lang", "zh"));
    assert_contains(run.out, "A 与 B 没有不同");
    run_free(&run);
    two_forecasts_free(&two);
}

/* The cell of a line. */
static double cell(const char *line, size_t column)
{
    for (size_t at = 0; at < column; at++) {
        line += strcspn(line, ",") + 1;
    }
    return strtod(line, NULL);
}

enum { CHANGE = 10, CAUSES = 3 };

Test(compare_command, columns_add_up_and_turn_round)
{
    struct two_forecasts two = two_forecasts();
    char *forth = joined_path(two.district.folder, "forth.csv");
    char *back = joined_path(two.district.folder, "back.csv");
    struct run run = compare(two.result, two.other, "--csv", forth);

    cr_expect_eq(run.status, EX_OK, "%s", run.err);
    assert_contains(run.out, "birth level");
    assert_contains(run.out, "(largest difference 0)");
    run_free(&run);
    run = compare(two.other, two.district.scenario, "--csv", back);
    cr_expect_eq(run.status, EX_OK, "%s", run.err);
    run_free(&run);
    char *one = file_text(forth, NULL);
    char *other = file_text(back, NULL);
    size_t changed = 0;

    assert_contains(one, "gap_a,gap_b,change,fertility.multiplier,enrolment.private_to_public,supply.delay_years,town");
    const char *line = one;
    const char *turned = other;

    for (size_t row = 0; *line != '\0'; row++) {
        if (row > 0) {
            const double change = cell(line, CHANGE);
            double sum = 0;

            for (size_t cause = 1; cause <= CAUSES; cause++) {
                sum += cell(line, CHANGE + cause);
                assert_near(cell(turned, CHANGE + cause), -cell(line, CHANGE + cause), 1e-9, "turned round");
            }
            assert_near(sum, change, 1e-9, "sum of the shares");
            cr_expect_eq(cell(turned, CHANGE), -change);
            changed += change != 0;
        }
        line += strcspn(line, "\n") + 1;
        turned += strcspn(turned, "\n") + 1;
    }
    cr_expect_gt(changed, 10);
    free(one);
    free(other);
    free(forth);
    free(back);
    two_forecasts_free(&two);
}

Test(compare_command, same_bytes_whatever_the_threads_and_from_a_result)
{
    struct two_forecasts two = two_forecasts();
    char *one = joined_path(two.district.folder, "one.csv");
    char *many = joined_path(two.district.folder, "many.csv");
    struct run run =
        run_program(ARGUMENTS("compare", two.district.scenario, two.other, "--csv", one, "--threads", "1", "--by-key"));

    cr_expect_eq(run.status, EX_OK, "%s", run.err);
    run_free(&run);
    run = run_program(ARGUMENTS("compare", two.result, two.other, "--csv", many, "--threads", "7", "--by-key"));
    cr_expect_eq(run.status, EX_OK, "%s", run.err);
    run_free(&run);
    char *first = file_text(one, NULL);
    char *second = file_text(many, NULL);

    assert_same_text(second, first);
    assert_contains(first, "enrolment.private_to_public junior");
    free(first);
    free(second);
    free(one);
    free(many);
    two_forecasts_free(&two);
}

Test(compare_command, a_folder_of_tables)
{
    struct two_forecasts two = two_forecasts();
    char *folder = joined_path(two.district.folder, "compared");
    struct run run = compare(two.district.scenario, two.other, "--output", folder);

    cr_expect_eq(run.status, EX_OK, "%s", run.err);
    run_free(&run);
    char *path = joined_path(folder, "differences.csv");
    char *text = file_text(path, NULL);

    assert_contains(text, "parameter,fertility.multiplier,,2021,2025,1,0.75..0.5");
    free(text);
    free(path);
    path = joined_path(folder, "provenance.json");
    char *message = problem(path, ": this is the folder of a comparison, not of a run: give the scenarios or result "
                                  "folders of its sides");

    refused(folder, two.other, EX_DATAERR, message);
    free(message);
    free(path);
    free(folder);
    two_forecasts_free(&two);
}

Test(compare_command, a_year_is_asked_for)
{
    struct two_forecasts two = two_forecasts();
    struct run run = compare(two.district.scenario, two.other, "--year", "2023");

    cr_expect_eq(run.status, EX_OK, "%s", run.err);
    assert_contains(run.out, ", 2023: ");
    run_free(&run);
    run = compare(two.district.scenario, two.other, "--year", "2026");
    cr_expect_eq(run.status, EX_USAGE);
    assert_contains(run.err, "--year takes a school year of both, 2020 to 2025, not '2026'");
    run_free(&run);
    two_forecasts_free(&two);
}

Test(compare_command, inputs_that_have_changed_since)
{
    struct two_forecasts two = two_forecasts();

    small_append(&two.district, "district.yaml", "\n# another\n");
    struct run run = compare(two.result, two.other, NULL, NULL);

    cr_expect_eq(run.status, EX_OK, "%s", run.err);
    assert_contains(run.out, "The change is not shared out: the model's files of A were changed since its run");
    assert_contains(run.out, "Files of the model: district.yaml changed");
    assert_contains(run.out, "builders' delays");
    run_free(&run);
    small_table(&two.district, "district.yaml", NULL);
    run = compare(two.result, two.result, NULL, NULL);
    cr_expect_eq(run.status, EX_OK, "%s", run.err);
    assert_contains(run.out, "No difference");
    run_free(&run);
    two_forecasts_free(&two);
}

Test(compare_command, what_is_neither)
{
    struct two_forecasts two = two_forecasts();
    char *gone = joined_path(two.district.folder, "gone");
    char *message = problem("there is no '", gone);

    message[strlen(message) - 1] = '\0';
    char *whole = problem(message, "': give a scenario (.yaml) or a result folder (output/<scenario>)");

    refused(gone, two.other, EX_NOINPUT, whole);
    free(message);
    free(whole);
    message = problem(two.district.model, ": this folder is no result of xuewei (it has no provenance.json): give a "
                                          "scenario (.yaml) or a folder that run has written");
    refused(two.other, two.district.model, EX_DATAERR, message);
    free(message);
    refused("/dev/null", two.other, EX_DATAERR, "/dev/null: this is neither a scenario nor a result folder\n");
    small_table(&two.district, "provenance.json", "{\"program\": \"other\"}\n");
    char *path = joined_path(two.district.model, "provenance.json");

    message = problem(path, ": this provenance.json was not written by xuewei: its folder is no result of xuewei");
    refused(two.district.model, two.other, EX_DATAERR, message);
    free(message);
    free(path);
    free(gone);
    two_forecasts_free(&two);
}

/* Replaces the first place where `from` stands in a file of the result. */
static void damage(const struct two_forecasts *two, const char *name, const char *from, const char *to)
{
    char *path = joined_path(two->result, name);
    char *text = file_text(path, NULL);
    char *at = strstr(text, from);
    char *all = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&all, &size);

    cr_assert_not_null(at, "%s has no %s", name, from);
    cr_assert_not_null(stream);
    fwrite(text, 1, (size_t)(at - text), stream);
    fputs(to, stream);
    fputs(at + strlen(from), stream);
    cr_assert_eq(fclose(stream), 0);
    file_write(path, all);
    free(all);
    free(text);
    free(path);
}

/** What is done to a file of a result, and what is then said, behind its path. */
struct damage {
    const char *name;
    const char *from;
    const char *to;
    const char *message;
};

static const struct damage damages[] = {
    { "gap.csv", "\n2021,", "\n2031,",
      ":17:1: this row must be of 2021, east, kindergarten: gap.csv was changed after the run; run it anew" },
    { "gap.csv", ",level,", ",stage,", ":1: there is no column 'level'" },
    { "gap.csv", "east", "\"ea\nst", ":2:9: the quote that opens here is never closed" },
    { "resolved.yaml", "title:", "titel:", ":3:1: 'title' is missing" },
    { "resolved.yaml", "    developer: 0", "    developer: x",
      ":58:16: supply.delay_years: found 'x', allowed is a number such as 2.4" },
    { "resolved.yaml", "method: rates", "method: guess", ": enrolment.method: " },
    { "resolved.yaml", "enrolment:", "enrol:", ": " },
    { "resolved.yaml", "format: 1", "format: [",
      ":5:1: this is not YAML: a comma is missing in brackets, or the closing bracket, in what begins at line 3, "
      "column 9" },
    { "provenance.json", "\"horizon\"", "\"h\"", ":1:1: 'horizon' is missing" },
    { "provenance.json", "\"name\"", "\"nom\"", ":10:5: 'name' is missing" },
    { "provenance.json", "\"last\": 2025", "\"last\": 2019",
      ":7:38: last: found 2019, allowed is first (2020) or later" },
    { "provenance.json", "\"last\": 2025", "\"last\": 2024",
      " rows, which are not all places and levels of the school years 2020 to 2024: gap.csv is not whole or was "
      "changed; run it anew" },
};

Test(compare_command, damaged_results)
{
    for (size_t index = 0; index < sizeof damages / sizeof *damages; index++) {
        struct two_forecasts two = two_forecasts();

        damage(&two, damages[index].name, damages[index].from, damages[index].to);
        struct run run = compare(two.result, two.other, NULL, NULL);

        cr_expect_eq(run.status, EX_DATAERR, "%zu: %s", index, run.out);
        assert_contains(run.err, damages[index].message);
        run_free(&run);
        two_forecasts_free(&two);
    }
}

Test(compare_command, a_gap_that_somebody_changed)
{
    struct two_forecasts two = two_forecasts();

    damage(&two, "resolved.yaml", "    developer: 0", "    developer: 2");
    struct run run = compare(two.result, two.other, NULL, NULL);

    cr_expect_eq(run.status, EX_DATAERR, "%s", run.out);
    assert_contains(run.err, "but the same inputs and version of the program give ");
    run_free(&run);
    /* by another version they may be what it made of them: its share of the change is the program's */
    damage(&two, "provenance.json", "\"version\": \"", "\"version\": \"0.0.");
    run = compare(two.result, two.district.scenario, NULL, NULL);
    cr_expect_eq(run.status, EX_OK, "%s", run.err);
    assert_contains(run.out, "program version");
    assert_contains(run.out, "(largest difference 0)");
    run_free(&run);
    two_forecasts_free(&two);
}

Test(compare_command, usage)
{
    struct run run = run_program(ARGUMENTS("--lang", "en", "compare", "one.yaml"));

    cr_expect_eq(run.status, EX_USAGE);
    assert_same_text(run.err, "xuewei: 'compare' needs two scenarios or result folders: see xuewei --help\n");
    run_free(&run);
    run = run_program(ARGUMENTS("--lang", "en", "compare", "a", "b", "c"));
    cr_expect_eq(run.status, EX_USAGE);
    assert_contains(run.err, "'compare' does not take 'c'");
    run_free(&run);
    run = run_program(ARGUMENTS("--lang", "en", "compare", "a", "b", "--threads", "0"));
    cr_expect_eq(run.status, EX_USAGE);
    assert_contains(run.err, "--threads takes a whole number");
    run_free(&run);
}
