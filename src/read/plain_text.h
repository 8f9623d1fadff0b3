/** Which characters the user's texts may have: none that could speak to a terminal, and names stand on one line. */
#ifndef PLAIN_TEXT_H
#define PLAIN_TEXT_H

#include <stdbool.h>
#include <stddef.h>

/**
 * The offset of the first control character in the UTF-8 text, or `length`: U+0000..U+001F except tab, line feed and
 * carriage return, U+007F, U+0080..U+009F.
 */
size_t plain_text_control_at(const char *text, size_t length);

/** A character's number as it is written, "U+001B". */
struct code_text {
    char text[8];
};

/** The number of the control character that starts at `text`. */
struct code_text plain_text_code(const char *text);

/** Whether a name may be so: no tab and no line end in it. */
bool plain_text_is_line(const char *text, size_t length);

/** Whether an id may be so: as a name, and without spaces at its ends (those of Chinese text too), which nobody sees.
 */
bool plain_text_is_id(const char *text, size_t length);

#endif
