#include "figure.h"

#include <string.h>

#include "number.h"

/* Longer ones do not fit in a line that anybody reads. */
enum { SHOWN_CHARACTERS = 40 };

struct found_text found_text(const char *text, size_t length)
{
    struct found_text found = { "" };
    size_t used = 0;

    for (size_t characters = 0; used < length && characters < SHOWN_CHARACTERS; characters++) {
        size_t end = used + 1;

        while (end < length && ((unsigned char)text[end] & 0xc0) == 0x80 && end - used < 4) {
            end++;
        }
        memcpy(found.text + used, text + used, end - used);
        used = end;
    }
    if (used < length) {
        memcpy(found.text + used, "...", sizeof "...");
    } else {
        found.text[used] = '\0';
    }
    return found;
}

static bool is_digit(char byte)
{
    return '0' <= byte && byte <= '9';
}

/* Whether all bytes are among the set. */
static bool only(const char *text, size_t length, const char *set)
{
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '\0' || strchr(set, text[i]) == NULL) {
            return false;
        }
    }
    return true;
}

/* Whether the text, its sign and a YAML point aside, is a word for what is no number or has no end. */
static bool is_not_finite(const char *text, size_t length)
{
    static const char *const WORDS[] = { "nan", "inf", "infinity" };
    char word[12];
    size_t used = 0;

    for (size_t i = 0; i < length; i++) {
        const char byte = text[i];

        if (used == sizeof word - 1) {
            return false;
        }
        if (i > 1 || (byte != '-' && byte != '+' && byte != '.')) {
            word[used++] = (char)(byte | 0x20);
        }
    }
    word[used] = '\0';
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        if (strcmp(word, WORDS[i]) == 0) {
            return true;
        }
    }
    return false;
}

/* How many bytes at the start read as a number. */
static size_t number_prefix(const char *text, size_t length)
{
    double value = 0;
    const size_t most = length < 64 ? length : 64;

    for (size_t end = most; end > 0; end--) {
        if (number_read(text, end, &value)) {
            return end;
        }
    }
    return 0;
}

/* Which message says best why the text is no number. */
static enum message fault_of(const char *text, size_t length)
{
    const bool minus = length > 0 && text[0] == '-';
    const char *digits = text + minus;
    const size_t count = length - minus;

    if (length == 0) {
        return MESSAGE_NUMBER_EMPTY;
    }
    if (is_not_finite(text, length)) {
        return MESSAGE_NUMBER_NOT_FINITE;
    }
    if (count > 1 && digits[0] == '0' && (digits[1] == 'x' || digits[1] == 'X' || digits[1] == 'o')) {
        return MESSAGE_NUMBER_NOT_DECIMAL;
    }
    if (count > 1 && digits[0] == '0' && is_digit(digits[1]) && only(digits, count, "0123456789.")) {
        return MESSAGE_NUMBER_LEADING_ZERO;
    }
    if (is_digit(digits[0]) && memchr(digits, ',', count) != NULL && only(digits, count, "0123456789,.")) {
        return MESSAGE_NUMBER_COMMA;
    }
    if (is_digit(digits[0]) && only(digits, count, "0123456789_ .'")) {
        return memchr(digits, '_', count) != NULL || memchr(digits, ' ', count) != NULL ? MESSAGE_NUMBER_GROUPED
                                                                                        : MESSAGE_NUMBER_MALFORMED;
    }
    if (text[0] == '+' && count > 1 && is_digit(text[1])) {
        return MESSAGE_NUMBER_PLUS;
    }
    if (only(digits, count, "0123456789.eE+-") && is_digit(digits[0])) {
        return memchr(digits, 'e', count) != NULL || memchr(digits, 'E', count) != NULL ? MESSAGE_NUMBER_TOO_LARGE
                                                                                        : MESSAGE_NUMBER_MALFORMED;
    }
    return number_prefix(text, length) > 0 ? MESSAGE_NUMBER_TRAILING : MESSAGE_NUMBER_WANTED;
}

struct figure_rule figure_error_rule(const char *key)
{
    return (struct figure_rule) { key, 0.00001, 1e9, false };
}

bool figure_read(const char *text, size_t length, const struct figure_rule *rule, struct place place,
                 struct problems *problems, double *value)
{
    double number = 0;

    if (!number_read(text, length, &number)) {
        const struct found_text found = found_text(text, length);

        report(problems, place, fault_of(text, length), SLOTS({ "key", rule->key }, { "found", found.text }));
        return false;
    }
    if (number < rule->low || number > rule->high) {
        const struct found_text found = found_text(text, length);

        report(problems, place, rule->low == rule->high ? MESSAGE_NUMBER_OTHER : MESSAGE_NUMBER_OUT_OF_RANGE,
               SLOTS({ "key", rule->key }, { "found", found.text }, { "low", number_text(rule->low).text },
                     { "high", number_text(rule->high).text }));
        return false;
    }
    if (rule->whole && number != (double)(long long)number) {
        const struct found_text found = found_text(text, length);

        report(problems, place, MESSAGE_NUMBER_NOT_WHOLE, SLOTS({ "key", rule->key }, { "found", found.text }));
        return false;
    }
    *value = number;
    return true;
}

void figure_report_word(const char *found, const char *key, const struct name *words, size_t count, struct place place,
                        struct problems *problems)
{
    char allowed[FOUND_ROOM] = "";
    size_t used = 0;

    for (size_t i = 0; i < count; i++) {
        const size_t length = strlen(words[i].id);

        if (used + length + sizeof ", " > sizeof allowed) {
            break;
        }
        memcpy(allowed + used, i > 0 ? ", " : "", i > 0 ? 2 : 0);
        used += i > 0 ? 2 : 0;
        memcpy(allowed + used, words[i].id, length + 1);
        used += length;
    }
    report(problems, place, MESSAGE_WORD_UNKNOWN, SLOTS({ "key", key }, { "found", found }, { "allowed", allowed }));
}
