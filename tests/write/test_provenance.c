#include "provenance.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "small_result.h"
#include "support.h"

#include <criterion/criterion.h>

/* A strict reader of JSON (RFC 8259) that only says whether it is; each returns what follows, or NULL. */
static const char *value(const char *at);

static const char *space(const char *at)
{
    return at + strspn(at, " \t\r\n");
}

static const char *string(const char *at)
{
    if (*at++ != '"') {
        return NULL;
    }
    while (*at != '"') {
        if ((unsigned char)*at < 0x20) {
            return NULL; /* the end of the text, too */
        }
        if (*at == '\\') {
            at++;
            if (*at == 'u' && strspn(at + 1, "0123456789abcdefABCDEF") >= 4) {
                at += 4;
            } else if (*at == '\0' || strchr("\"\\/bfnrt", *at) == NULL) {
                return NULL;
            }
        }
        at++;
    }
    return at + 1;
}

static const char *number(const char *at)
{
    at += *at == '-';
    const size_t digits = strspn(at, "0123456789");
    return digits == 0 || (digits > 1 && *at == '0') ? NULL : at + digits;
}

/* Members or elements up to the closing sign. */
static const char *list(const char *at, char closing, bool members)
{
    at = space(at + 1);
    if (*at == closing) {
        return at + 1;
    }
    for (;;) {
        if (members) {
            at = string(at);
            at = at == NULL ? NULL : space(at);
            if (at == NULL || *at != ':') {
                return NULL;
            }
            at = space(at + 1);
        }
        at = value(at);
        at = at == NULL ? NULL : space(at);
        if (at == NULL || (*at != ',' && *at != closing)) {
            return NULL;
        }
        if (*at == closing) {
            return at + 1;
        }
        at = space(at + 1);
    }
}

static const char *value(const char *at)
{
    return *at == '{' ? list(at, '}', true) : *at == '[' ? list(at, ']', false) : *at == '"' ? string(at) : number(at);
}

static void assert_json(const char *text)
{
    const char *end = value(text);
    cr_assert(end != NULL && *space(end) == '\0', "no JSON:\n%s", text);
}

Test(provenance, the_reader_of_these_tests_is_strict)
{
    static const char *const wrong[] = { "{", "{\"a\":}", "[1,]", "\"a\nb\"", "\"\\x\"", "{\"a\" 1}", "[01]", "" };
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        const char *end = value(wrong[i]);
        cr_assert(end == NULL || *end != '\0' || end == wrong[i], "takes %s", wrong[i]);
    }
    assert_json("{\"a\": [1, {\"b\": \"\\u00ff\\\"\"}], \"c\": {}}");
}

static char *record(const struct inputs *inputs, char **written, size_t count, bool *whole, struct problems *problems)
{
    char *text = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&text, &length);

    *whole = provenance_write(stream, inputs, "1.2.3", written, count, problems);
    fclose(stream);
    return text;
}

static char gap_name[] = "gap.csv";
static char record_name[] = PROVENANCE_FILE;
static char *written[] = { gap_name, record_name };

Test(provenance, inputs_are_named_and_hashed_in_order)
{
    char *folder = temporary_folder();
    char *first = joined_path(folder, "one");
    char *second = joined_path(folder, "two");
    const struct source_file files[] = { { first, "b.yaml" }, { second, "tables/a \"quoted\" 表.csv" } };
    struct small_result small;
    struct problems problems = { .count = 0 };
    bool whole = false;

    file_write(first, "abc");
    file_write(second, "");
    small_result_begin(&small);
    small.inputs.model.files = files;
    small.inputs.model.file_count = 2;
    char *text = record(&small.inputs, written, 2, &whole, &problems);

    cr_assert(whole);
    assert_json(text);
    assert_contains(text, "{\n  \"program\": \"xuewei\",\n  \"version\": \"1.2.3\",\n  \"format\": 1,\n"
                          "  \"scenario\": \"small\",\n  \"model\": \"small\",\n"
                          "  \"horizon\": {\"first\": 2021, \"last\": 2024},\n");
    /* The examples of FIPS 180-4: of "abc" and of nothing. */
    assert_contains(text, "{\"name\": \"b.yaml\", \"bytes\": 3, \"sha256\": "
                          "\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\"},\n    "
                          "{\"name\": \"tables/a \\\"quoted\\\" 表.csv\", \"bytes\": 0, \"sha256\": "
                          "\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"}\n");
    cr_assert_null(strstr(text, folder), "a path of the machine:\n%s", text);
    free(text);
    small_result_free(&small);
    free(first);
    free(second);
    temporary_folder_remove(folder);
}

Test(provenance, values_change_the_hash_and_minus_zero_does_not)
{
    struct small_result small;
    struct problems problems = { .count = 0 };
    bool whole = false;

    small_result_begin(&small);
    char *before = record(&small.inputs, written, 2, &whole, &problems);
    small_result_set(&small, PARAMETER_SUPPLY_BACKLOG, 0, -0.0);
    char *zero = record(&small.inputs, written, 2, &whole, &problems);
    small_result_set(&small, PARAMETER_SUPPLY_BACKLOG, 0, 1e-300);
    char *changed = record(&small.inputs, written, 2, &whole, &problems);

    assert_same_text(zero, before);
    cr_assert_str_neq(changed, before);
    free(before);
    free(zero);
    free(changed);
    small_result_free(&small);
}

Test(provenance, no_values_have_the_hash_of_nothing)
{
    struct small_result small;
    struct problems problems = { .count = 0 };
    bool whole = false;

    small_result_begin(&small);
    small.inputs.scenario.layout.size = 0;
    char *text = record(&small.inputs, written, 2, &whole, &problems);
    assert_contains(text, "\"values_sha256\": \"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"");
    free(text);
    small_result_free(&small);
}

Test(provenance, names_may_hold_anything)
{
    static const char *const names[] = { "\x01\n\t\x7f", "\xFF\xC3\x28", "\\\"", "", "\xED\xA0\x80" };

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const struct source_file file = { "/dev/null", names[i] };
        struct small_result small;
        struct problems problems = { .count = 0 };
        bool whole = false;

        small_result_begin(&small);
        small.inputs.scenario.name = names[i];
        small.inputs.model.files = &file;
        small.inputs.model.file_count = 1;
        char *text = record(&small.inputs, written, 2, &whole, &problems);
        assert_json(text);
        cr_assert(whole);
        cr_assert(provenance_is_ours(text));
        free(text);
        small_result_free(&small);
    }
}

Test(provenance, an_input_that_has_gone_is_told)
{
    const struct source_file file = { "/nowhere/at/all.csv", "all.csv" };
    struct small_result small;
    struct problems problems = { .count = 0 };
    bool whole = true;

    small_result_begin(&small);
    small.inputs.model.files = &file;
    small.inputs.model.file_count = 1;
    char *text = record(&small.inputs, written, 2, &whole, &problems);
    cr_assert_not(whole);
    cr_assert_eq(problems.errors, 1);
    problems_free(&problems);
    free(text);
    small_result_free(&small);
}

Test(provenance, only_our_records_are_ours_and_only_what_we_wrote)
{
    const struct source_file file = { "/dev/null", "towns.csv" };
    struct small_result small;
    struct problems problems = { .count = 0 };
    bool whole = false;

    small_result_begin(&small);
    small.inputs.model.files = &file;
    small.inputs.model.file_count = 1;
    char *text = record(&small.inputs, written, 2, &whole, &problems);
    cr_assert(provenance_is_ours(text));
    cr_assert(provenance_lists(text, "gap.csv"));
    cr_assert(provenance_lists(text, PROVENANCE_FILE));
    cr_assert_not(provenance_lists(text, "towns.csv"), "an input is not an output");
    cr_assert_not(provenance_lists(text, "gap"));
    cr_assert_not(provenance_lists(text, "ap.csv"));
    cr_assert_not(provenance_lists(text, ""));
    cr_assert_not(provenance_lists(text, ", "));
    cr_assert_not(provenance_lists(text, "gap.csv\", \"" PROVENANCE_FILE));
    cr_assert_not(provenance_is_ours(""));
    cr_assert_not(provenance_is_ours("{\"program\": \"other\"}"));
    text[strlen(text) / 2] = '\0';
    cr_assert_not(provenance_is_ours(text), "half a record");
    free(text);
    small_result_free(&small);
}
