#include "page.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "page_document.h"
#include "small_result.h"
#include "support.h"

#include <criterion/criterion.h>

/* The document of the small district, of a page that runs no model. */
static char *document_of(const struct small_result *small, enum language language)
{
    const struct results results = {
        .inputs = &small->inputs, .result = &small->result, .version = "1.2.3", .language = language
    };
    char *text = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&text, &length);

    cr_assert_not_null(stream);
    page_document(stream, &results, false);
    fclose(stream);
    return text;
}

static void begin(struct small_result *small)
{
    small_result_begin(small);
    small_result_run(small);
}

static char *numbers(void write(struct json_writer *, const char *, const double *, size_t), const double *values,
                     size_t count)
{
    struct json_writer json;
    char *text = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&text, &length);

    cr_assert_not_null(stream);
    json_begin(&json, stream);
    json_object(&json, JSON_TIGHT);
    write(&json, "n", values, count);
    json_close(&json);
    json_end(&json);
    fclose(stream);
    return text;
}

Test(page, numbers_are_bytes_the_lowest_first)
{
    /* By hand: 1 is 3ff0000000000000, -2 is c000000000000000; as floats 3f800000 and c0000000. */
    static const double values[] = { 1, -2 };
    char *doubles = numbers(page_doubles, values, 2);
    char *floats = numbers(page_floats, values, 2);

    assert_same_text(doubles, "{\"n\":\"AAAAAAAA8D8AAAAAAAAAwA==\"}\n");
    assert_same_text(floats, "{\"n\":\"AACAPwAAAMA=\"}\n");
    free(doubles);
    free(floats);
}

Test(page, fractions_are_ten_thousandths_and_held)
{
    /* 5000 is 1388, -1 is ffff, 30000 is 7530, -30000 is 8ad0; what is not a number is the least. */
    static const double values[] = { 0.5, -0.0001, 99, -99, (double)NAN };
    char *text = numbers(page_fractions, values, 5);

    assert_same_text(text, "{\"n\":\"iBP//zB10IrQig==\"}\n");
    free(text);
}

Test(page, no_numbers_are_an_empty_text)
{
    char *text = numbers(page_doubles, NULL, 0);

    assert_same_text(text, "{\"n\":\"\"}\n");
    free(text);
}

Test(page, the_document_begins_in_the_language_asked_for)
{
    struct small_result small;

    begin(&small);
    char *chinese = document_of(&small, CHINESE);
    char *english = document_of(&small, ENGLISH);
    cr_assert_not_null(strstr(chinese, "\"language\":\"zh\""));
    cr_assert_not_null(strstr(english, "\"language\":\"en\""));
    cr_assert_eq(strlen(chinese), strlen(english), "and has the words of both");
    free(chinese);
    free(english);
    small_result_free(&small);
}

Test(page, no_name_can_end_the_script_that_holds_it)
{
    struct small_result small;

    begin(&small);
    struct town *towns = malloc(SMALL_TOWNS * sizeof *towns);
    cr_assert_not_null(towns);
    memcpy(towns, small_towns, SMALL_TOWNS * sizeof *towns);
    towns[0].name.text[CHINESE] = "</script><!--\"'=cmd()\xF0\x9F\x8F\xAB";
    small.inputs.model.towns = towns;
    char *text = document_of(&small, CHINESE);

    cr_assert_null(strchr(text, '<'));
    cr_assert_not_null(strstr(text, "\\u003c/script>\\u003c!--\\\"'=cmd()\xF0\x9F\x8F\xAB"));
    free(text);
    free(towns);
    small_result_free(&small);
}

Test(page, none_for_a_country_and_none_without_levels)
{
    struct model model = { .level_count = 1, .town_count = PAGE_TOWNS + 1 };

    cr_assert_eq(page_standing(&model), PAGE_TOO_LARGE);
    model.level_count = 0;
    cr_assert_eq(page_standing(&model), PAGE_NO_LEVELS);
    cr_assert_eq(page_message(PAGE_NO_LEVELS), MESSAGE_PAGE_NO_LEVELS);
    cr_assert_eq(page_message(PAGE_TOO_LARGE), MESSAGE_PAGE_TOO_LARGE);
}

Test(page, every_reason_has_words_and_a_page_needs_none)
{
    for (enum page_standing standing = PAGE_STANDS; standing <= PAGE_TOO_LARGE; standing++) {
        cr_assert_eq(page_message(standing) == MESSAGES, standing == PAGE_STANDS);
    }
}
