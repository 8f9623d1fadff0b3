#include "messages.h"

#include <stdlib.h>
#include <string.h>

#include "text.h"

#include <criterion/criterion.h>

static const char *const NAME[] = {
#define MESSAGE(id, kind, zh, en) #id,
#include "messages_table.h"
#undef MESSAGE
};

/* The end of the slot that begins at `open`; fails the test for a slot without a proper name. */
static const char *slot_end(const char *open, const char *message)
{
    const size_t length = strspn(open + 1, "abcdefghijklmnopqrstuvwxyz_0123456789");

    cr_assert(length > 0 && open[length + 1] == '}', "%s: a slot is not closed or not named: %s", message, open);
    return open + length + 2;
}

/* Whether every slot of `text` is in `other` too. */
static bool slots_within(const char *text, const char *other, const char *message)
{
    for (const char *open = strchr(text, '{'); open != NULL; open = strchr(open, '{')) {
        const char *end = slot_end(open, message);
        char slot[100] = "";

        cr_assert_lt((size_t)(end - open), sizeof slot);
        memcpy(slot, open, (size_t)(end - open));
        if (strstr(other, slot) == NULL) {
            return false;
        }
        open = end;
    }
    return true;
}

Test(messages, every_message_says_the_same_in_both_languages)
{
    for (int i = 0; i < MESSAGES; i++) {
        char *chinese = message_text((enum message)i, CHINESE, NULL);
        char *english = message_text((enum message)i, ENGLISH, NULL);

        cr_assert_str_not_empty(chinese, "%s", NAME[i]);
        cr_assert_str_not_empty(english, "%s", NAME[i]);
        cr_assert(slots_within(chinese, english, NAME[i]), "%s: English lacks a slot", NAME[i]);
        cr_assert(slots_within(english, chinese, NAME[i]), "%s: Chinese lacks a slot", NAME[i]);
        cr_assert_eq(text_invalid_at(chinese, strlen(chinese)), strlen(chinese), "%s", NAME[i]);
        cr_assert_null(strpbrk(chinese, "\r\n\t"), "%s: one message, one line", NAME[i]);
        cr_assert_null(strpbrk(english, "\r\n\t"), "%s: one message, one line", NAME[i]);
        cr_assert(message_kind((enum message)i) == PROBLEM || message_kind((enum message)i) == NOTE);
        free(chinese);
        free(english);
    }
}

static void assert_text(const struct slot *slots, enum language language, const char *expected)
{
    char *text = message_text(MESSAGE_FILE_MISSING, language, slots);

    cr_assert_str_eq(text, expected, "%s", text);
    free(text);
}

Test(messages, slots_are_filled_by_name)
{
    assert_text(SLOTS({ "other", "x" }, { "file", "a.yaml" }), ENGLISH, "there is no file 'a.yaml'");
    assert_text(SLOTS({ "file", "镇.csv" }), CHINESE, "找不到文件“镇.csv”");
}

Test(messages, a_slot_that_nobody_fills_stays)
{
    assert_text(NULL, ENGLISH, "there is no file '{file}'");
    assert_text(SLOTS({ "fil", "a" }, { "filee", "b" }), ENGLISH, "there is no file '{file}'");
}

Test(messages, braces_in_the_users_text_are_only_text)
{
    assert_text(SLOTS({ "file", "{file}{" }), ENGLISH, "there is no file '{file}{'");
}

Test(messages, long_texts_fit)
{
    char name[5000];

    memset(name, 'n', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    char *text = message_text(MESSAGE_FILE_MISSING, ENGLISH, SLOTS({ "file", name }));

    cr_assert_eq(strlen(text), sizeof name - 1 + strlen("there is no file ''"));
    free(text);
}
