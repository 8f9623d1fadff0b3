#include "problems.h"

#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>

static void missing(struct problems *problems, struct place place, const char *file)
{
    report(problems, place, MESSAGE_FILE_MISSING, SLOTS({ "file", file }));
}

/* What problems_print() writes. free(). */
static char *printed(const struct problems *problems, enum language language)
{
    char *text = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&text, &size);

    problems_print(problems, stream, language);
    fclose(stream);
    return text;
}

static void assert_printed(const struct problems *problems, enum language language, const char *expected)
{
    char *text = printed(problems, language);

    cr_assert_str_eq(text, expected, "printed:\n%sexpected:\n%s", text, expected);
    free(text);
}

Test(problems, nothing_prints_nothing)
{
    struct problems problems = { .items = NULL };

    assert_printed(&problems, ENGLISH, "");
    problems_free(&problems);
}

Test(problems, come_in_order_of_file_read_line_column_and_report)
{
    struct problems problems = { .items = NULL };
    const char *first = problems_file(&problems, "z.yaml");
    const char *second = problems_file(&problems, "a.csv");

    missing(&problems, (struct place) { second, 2, 1 }, "1");
    missing(&problems, (struct place) { first, 10, 4 }, "2");
    missing(&problems, (struct place) { first, 10, 4 }, "0");
    missing(&problems, (struct place) { first, 9, 20 }, "3");
    missing(&problems, (struct place) { first, 9, 3 }, "4");
    missing(&problems, (struct place) { second, 0, 0 }, "5");
    missing(&problems, (struct place) { NULL, 0, 0 }, "6");
    missing(&problems, (struct place) { second, 3, 0 }, "7");
    assert_printed(&problems, ENGLISH,
                   "there is no file '6'\n"
                   "z.yaml:9:3: there is no file '4'\n"
                   "z.yaml:9:20: there is no file '3'\n"
                   "z.yaml:10:4: there is no file '2'\n"
                   "z.yaml:10:4: there is no file '0'\n"
                   "a.csv: there is no file '5'\n"
                   "a.csv:2:1: there is no file '1'\n"
                   "a.csv:3: there is no file '7'\n");
    cr_assert_eq(problems.errors, 8);
    problems_free(&problems);
}

Test(problems, both_languages_are_there)
{
    struct problems problems = { .items = NULL };

    missing(&problems, (struct place) { problems_file(&problems, "情景.yaml"), 1, 2 }, "镇");
    assert_printed(&problems, CHINESE, "情景.yaml:1:2: 找不到文件“镇”\n");
    assert_printed(&problems, ENGLISH, "情景.yaml:1:2: there is no file '镇'\n");
    problems_free(&problems);
}

Test(problems, the_same_at_the_same_place_is_said_once)
{
    struct problems problems = { .items = NULL };
    const char *file = problems_file(&problems, "a");

    missing(&problems, (struct place) { file, 1, 1 }, "x");
    missing(&problems, (struct place) { file, 1, 1 }, "y");
    missing(&problems, (struct place) { file, 1, 1 }, "x");
    missing(&problems, (struct place) { file, 1, 2 }, "x");
    cr_assert_eq(problems.count, 3);
    cr_assert_eq(problems.errors, 3);
    problems_free(&problems);
}

Test(problems, a_file_has_one_pointer_however_many_there_are)
{
    struct problems problems = { .items = NULL };
    char path[] = "b.csv";
    const char *file = problems_file(&problems, path);

    for (int i = 0; i < 100; i++) {
        char other[20];

        snprintf(other, sizeof other, "%d.csv", i);
        problems_file(&problems, other);
    }
    path[0] = 'x'; /* the list has its own copy */
    cr_assert_eq(problems_file(&problems, "b.csv"), file);
    cr_assert_eq(problems.file_count, 101);
    problems_free(&problems);
}

Test(problems, what_the_user_wrote_stays_on_one_line_and_off_the_terminal)
{
    struct problems problems = { .items = NULL };

    missing(&problems, (struct place) { NULL, 0, 0 }, "a\nb\tc\033[2J\177");
    assert_printed(&problems, ENGLISH, "there is no file 'a\\nb\\tc\\x1b[2J\\x7f'\n");
    problems_free(&problems);
}

Test(problems, beyond_those_kept_are_counted)
{
    struct problems problems = { .items = NULL };
    const char *file = problems_file(&problems, "big.csv");

    for (size_t line = 1; line <= PROBLEMS_KEPT + 1234; line++) {
        missing(&problems, (struct place) { file, line, 1 }, "x");
    }
    cr_assert_eq(problems.count, PROBLEMS_KEPT);
    cr_assert_eq(problems.errors, PROBLEMS_KEPT + 1234);
    cr_assert_eq(problems.dropped, 1234);

    char *english = printed(&problems, ENGLISH);
    char *chinese = printed(&problems, CHINESE);

    cr_assert_not_null(strstr(english, "\nand 1,234 more, not listed\n"));
    cr_assert_not_null(strstr(chinese, "\n另有 1,234 条未列出\n"));
    free(english);
    free(chinese);
    problems_free(&problems);
}

Test(problems, freeing_twice_is_harmless)
{
    struct problems problems = { .items = NULL };

    missing(&problems, (struct place) { problems_file(&problems, "a"), 1, 1 }, "x");
    problems_free(&problems);
    problems_free(&problems);
    cr_assert_eq(problems.errors, 0);
}

/* A message that is only a note, or MESSAGES where the table has none. */
static enum message any_note(void)
{
    int message = 0;

    while (message < MESSAGES && message_kind((enum message)message) != NOTE) {
        message++;
    }
    return (enum message)message;
}

Test(problems, notes_are_marked_not_counted_and_leave_room_for_problems)
{
    const enum message note = any_note();

    if (note == MESSAGES) {
        cr_skip_test("the table has no notes");
    }
    struct problems problems = { .items = NULL };
    const char *file = problems_file(&problems, "a");

    report(&problems, (struct place) { file, 1, 1 }, note, NULL);
    cr_assert_eq(problems.errors, 0);

    char *english = printed(&problems, ENGLISH);
    char *chinese = printed(&problems, CHINESE);

    cr_assert_eq(strncmp(english, "a:1:1: note: ", 13), 0, "%s", english);
    cr_assert_eq(strncmp(chinese, "a:1:1: 提示：", strlen("a:1:1: 提示：")), 0, "%s", chinese);
    free(english);
    free(chinese);
    for (size_t line = 2; line <= 5000; line++) {
        report(&problems, (struct place) { file, line, 1 }, note, NULL);
    }
    missing(&problems, (struct place) { file, 1, 1 }, "x");
    cr_assert_eq(problems.errors, 1);
    cr_assert_eq(problems.count + problems.dropped, 5001);
    cr_assert_lt(problems.count, PROBLEMS_KEPT);
    problems_free(&problems);
}

/* Its id, line and the slot `found`. */
static void tell(FILE *stream, const struct problem_told *problem)
{
    const struct slot *slot = problem->slots;

    while (slot->name != NULL && strcmp(slot->name, "found") != 0) {
        slot++;
    }
    fprintf(stream, "%s %zu %s\n", message_id(problem->message), problem->place.line,
            slot->name == NULL ? "-" : slot->text);
}

Test(problems, are_handed_on_with_their_slots_in_order_of_place)
{
    struct problems problems = { 0 };
    const char *file = problems_file(&problems, "a.yaml");
    char found[] = "titel";
    char *text = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&text, &length);

    report(&problems, (struct place) { file, 9, 1 }, MESSAGE_YAML_KEY_UNKNOWN, SLOTS({ "found", found }));
    report(&problems, (struct place) { file, 2, 1 }, MESSAGE_YAML_EMPTY, NULL);
    found[0] = 'T'; /* it was copied */
    struct problem_told *told = problems_told(&problems);

    for (size_t i = 0; i < problems.count; i++) {
        tell(stream, &told[i]);
    }
    free(told);
    fclose(stream);
    cr_assert_str_eq(text, "YAML_EMPTY 2 -\nYAML_KEY_UNKNOWN 9 titel\n");
    free(text);
    problems_free(&problems);
}
