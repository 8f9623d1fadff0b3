#include "notice_text.h"

#include <stdlib.h>
#include <string.h>

#include "small_result.h"
#include "support.h"

#include <criterion/criterion.h>

/* The notice of the small district, whose first town has the name; in one of its forms. free(). */
static char *notice_of(const char *name, enum language language, size_t listed, bool html)
{
    struct small_result small;
    struct notice notice;
    struct document document;
    char *text = NULL;
    size_t length = 0;
    struct town towns[SMALL_TOWNS];

    small_result_begin(&small);
    memcpy(towns, small_towns, sizeof towns);
    towns[0].name.text[language] = name == NULL ? towns[0].name.text[language] : name;
    small.inputs.model.towns = towns;
    small.inputs.scenario.notice = (struct notice_settings) { 2022, 0.5, listed };
    small_result_run(&small);
    notice_make(&notice, &small.inputs, &small.result, NULL);
    notice_document(&document, &notice, language);
    FILE *stream = open_memstream(&text, &length);

    (html ? document_html : document_markdown)(&document, stream);
    fclose(stream);
    document_free(&document);
    document_free(&document);
    notice_free(&notice);
    small_result_free(&small);
    return text;
}

static size_t count_of(const char *text, const char *part)
{
    size_t count = 0;

    for (const char *at = strstr(text, part); at != NULL; at = strstr(at + 1, part)) {
        count++;
    }
    return count;
}

/* Every slot of every sentence is filled, in both languages and both forms. */
Test(notice_text, no_slot_is_left_open)
{
    for (int language = 0; language < LANGUAGES; language++) {
        for (int html = 0; html < 2; html++) {
            char *text = notice_of(NULL, (enum language)language, 30, html != 0);
            const char *body = html != 0 ? strstr(text, "<body>") : text;

            cr_assert_null(strchr(body, '{'), "%s", body);
            cr_assert_null(strstr(body, "nan"), "%s", body);
            free(text);
        }
    }
}

static const char hostile[] = "</script>\"'|`<b>&amp;*x*_y_[a](b)~$\\ \n# 🏫";

Test(notice_text, hostile_name_in_markdown)
{
    char *text = notice_of(hostile, ENGLISH, 30, false);

    cr_assert_not_null(
        strstr(text, "&lt;/script&gt;\"'\\|\\`&lt;b&gt;&amp;amp;\\*x\\*\\_y\\_\\[a\\](b)\\~\\$\\\\  \\# 🏫"), "%s",
        text);
    cr_assert_null(strstr(text, "<"));
    free(text);
}

Test(notice_text, hostile_name_in_html)
{
    char *text = notice_of(hostile, ENGLISH, 30, true);

    cr_assert_not_null(strstr(text, "&lt;/script&gt;&quot;&#39;|`&lt;b&gt;&amp;amp;*x*_y_[a](b)~$\\  # 🏫"), "%s", text);
    cr_assert_eq(count_of(text, "</script>"), 0);
    cr_assert_eq(count_of(text, "<b>"), 0);
    free(text);
}

Test(notice_text, long_name_is_whole)
{
    char name[3 * 200 + 1] = "";

    for (size_t letter = 0; letter < 200; letter++) {
        strcat(name, "镇");
    }
    for (int html = 0; html < 2; html++) {
        char *text = notice_of(name, CHINESE, 30, html != 0);

        cr_assert_not_null(strstr(text, name));
        free(text);
    }
}

/* Asks for nothing, runs nothing, and opens and closes its elements in pairs. */
Test(notice_text, html_is_closed_in_itself)
{
    static const char *const ELEMENTS[] = { "article", "table", "thead", "tbody", "tr", "td",   "th",
                                            "ul",      "li",    "p",     "h1",    "h2", "html", "body" };
    char *text = notice_of(NULL, CHINESE, 30, true);

    cr_assert_not_null(strstr(text, "default-src 'none'; style-src 'sha256-"));
    cr_assert_null(strstr(text, "<script"));
    cr_assert_null(strstr(text, "http:"));
    cr_assert_null(strstr(text, "https:"));
    cr_assert_null(strstr(text, "style=\""));
    for (size_t index = 0; index < sizeof ELEMENTS / sizeof ELEMENTS[0]; index++) {
        char open[20];
        char with[20];
        char close[20];

        snprintf(open, sizeof open, "<%s>", ELEMENTS[index]);
        snprintf(with, sizeof with, "<%s ", ELEMENTS[index]);
        snprintf(close, sizeof close, "</%s>", ELEMENTS[index]);
        cr_assert_eq(count_of(text, open) + count_of(text, with), count_of(text, close), "%s", ELEMENTS[index]);
        cr_assert_gt(count_of(text, close), 0, "%s", ELEMENTS[index]);
    }
    free(text);
}

/* A list that is cut says so. */
Test(notice_text, only_the_worst_are_listed)
{
    char *all = notice_of(NULL, ENGLISH, 30, false);
    char *one = notice_of(NULL, ENGLISH, 1, false);

    cr_assert_null(strstr(all, "These are the worst"));
    cr_assert_not_null(strstr(one, "These are the worst 1 of "), "%s", one);
    free(all);
    free(one);
}

/* Both forms have the same cells. */
Test(notice_text, forms_agree)
{
    char *markdown = notice_of(NULL, CHINESE, 30, false);
    char *html = notice_of(NULL, CHINESE, 30, true);

    cr_assert_eq(count_of(html, "<li>"), count_of(markdown, "\n- "));
    cr_assert_eq(count_of(html, "<h2>"), count_of(markdown, "\n## "));
    cr_assert_eq(count_of(html, "<tr>"), count_of(markdown, "\n| "));
    free(markdown);
    free(html);
}

/* Text that would begin a list, a rule or a heading. */
Test(notice_text, markers)
{
    static const char *const CASES[][2] = { { "- a", "\\- a\n" }, { "12. a", "12\\. a\n" }, { "+1,234", "+1,234\n" },
                                            { "===", "\\===\n" }, { "# a", "\\# a\n" },     { "3) a", "3\\) a\n" } };

    for (size_t index = 0; index < sizeof CASES / sizeof CASES[0]; index++) {
        struct document document = { .language = ENGLISH };
        char *text = NULL;
        size_t length = 0;
        FILE *stream = open_memstream(&text, &length);

        document_add(&document, PASSAGE_PARAGRAPH, CASES[index][0]);
        document_markdown(&document, stream);
        fclose(stream);
        cr_assert_str_eq(text, CASES[index][1]);
        document_free(&document);
        free(text);
    }
}
