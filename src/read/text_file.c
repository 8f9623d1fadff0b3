#include "text_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "mem.h"
#include "plain_text.h"
#include "text.h"

/* Line and column numbers and libyaml's marks stay far from overflow below this. */
static const long long FILE_SIZE_MAX = 2000000000;

static const char UTF8_BOM[] = "\xef\xbb\xbf";

static bool starts_with(const struct text_file *self, const char *bytes, size_t count)
{
    return self->length >= count && memcmp(self->text, bytes, count) == 0;
}

static void report_reason(const char *path, struct place at, struct problems *problems)
{
    report(problems, at, MESSAGE_FILE_UNREADABLE, SLOTS({ "file", path }, { "reason", strerror(errno) }));
}

/* Opens a plain file of bearable size: a pipe or a device might never end. Its descriptor, or -1 with a report. */
static int open_plain(const char *path, struct place at, struct problems *problems, struct stat *about)
{
    const struct slot file[] = { { "file", path }, { NULL, NULL } };
    const int descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC); /* a pipe would wait for its writer */

    if (descriptor < 0 && (errno == ENOENT || errno == ENOTDIR)) {
        report(problems, at, MESSAGE_FILE_MISSING, file);
        return -1;
    }
    if (descriptor < 0 || fstat(descriptor, about) != 0) {
        report_reason(path, at, problems);
    } else if (!S_ISREG(about->st_mode)) {
        report(problems, at, S_ISDIR(about->st_mode) ? MESSAGE_FILE_IS_FOLDER : MESSAGE_FILE_NOT_PLAIN, file);
    } else if (about->st_size > FILE_SIZE_MAX) {
        report(problems, at, MESSAGE_FILE_TOO_LARGE, file);
    } else {
        return descriptor;
    }
    if (descriptor >= 0) {
        close(descriptor);
    }
    return -1;
}

/* All bytes of a file that had `size` bytes, and may grow or shrink while it is read. */
static bool take_bytes(struct text_file *self, int descriptor, size_t size)
{
    size_t room = size + 2;
    ssize_t got = 0;

    self->text = mem_grow(NULL, room, 1);
    while ((got = read(descriptor, self->text + self->length, room - 1 - self->length)) != 0) {
        if (got < 0 && errno != EINTR) {
            return false;
        }
        self->length += got > 0 ? (size_t)got : 0;
        if (self->length == room - 1) {
            room *= 2;
            self->text = mem_grow(self->text, room, 1);
        }
    }
    self->text[self->length] = '\0';
    return self->length <= (size_t)FILE_SIZE_MAX;
}

struct place text_file_place(const struct text_file *self, size_t offset)
{
    struct place place = { self->file, 1, 1 };
    size_t start = 0;

    for (size_t i = 0; i < offset; i++) {
        if (self->text[i] == '\n') {
            place.line++;
            start = i + 1;
        }
    }
    place.column = 1 + text_characters(self->text + start, offset - start);
    return place;
}

/* The first byte at `offset` or behind it that is ASCII where `ascii`, else that is not. */
static size_t skip_to(const struct text_file *self, size_t offset, bool ascii)
{
    uint64_t eight = 0;

    while (!ascii && offset + sizeof eight <= self->length) {
        memcpy(&eight, self->text + offset, sizeof eight);
        if ((eight & 0x8080808080808080U) != 0) {
            break;
        }
        offset += sizeof eight;
    }
    while (offset < self->length && ((unsigned char)self->text[offset] < 0x80) != ascii) {
        offset++;
    }
    return offset;
}

/* As text_invalid_at(), but big tables are nearly all ASCII, which is passed over quickly. */
static size_t invalid_at(const struct text_file *self)
{
    size_t at = skip_to(self, 0, false);

    while (at < self->length) {
        const size_t length = skip_to(self, at, true) - at;
        const size_t valid = text_invalid_at(self->text + at, length);

        if (valid < length) {
            return at + valid;
        }
        at = skip_to(self, at + length, false);
    }
    return self->length;
}

static bool check_characters(const struct text_file *self, struct problems *problems)
{
    const size_t control = plain_text_control_at(self->text, self->length);

    if (control < self->length) {
        report(problems, text_file_place(self, control), MESSAGE_TEXT_CONTROL,
               SLOTS({ "found", plain_text_code(self->text + control).text }));
        return false;
    }
    return true;
}

/* Reports what the bytes are when they are not UTF-8 text. */
static bool check_text(const struct text_file *self, struct problems *problems)
{
    const struct place whole = { self->file, 0, 0 };

    if (starts_with(self, "PK\x03\x04", 4) || starts_with(self, "\xd0\xcf\x11\xe0", 4)) {
        report(problems, whole, MESSAGE_FILE_IS_WORKBOOK, NULL);
        return false;
    }
    if (starts_with(self, "\xff\xfe", 2) || starts_with(self, "\xfe\xff", 2)) {
        report(problems, whole, MESSAGE_FILE_IS_UTF16, NULL);
        return false;
    }
    const size_t invalid = invalid_at(self);
    const char *zero = memchr(self->text, '\0', self->length);

    if (zero != NULL) {
        const size_t offset = (size_t)(zero - self->text);

        /* a binary file may be anything before its first NUL too: count columns only over text */
        report(problems, offset <= invalid ? text_file_place(self, offset) : whole, MESSAGE_FILE_IS_BINARY, NULL);
        return false;
    }
    if (invalid == self->length) {
        return check_characters(self, problems);
    }
    if (text_looks_gbk(self->text, self->length)) {
        report(problems, text_file_place(self, invalid), MESSAGE_FILE_IS_GBK, NULL);
        return false;
    }
    char found[8];

    snprintf(found, sizeof found, "0x%02x", (unsigned)(unsigned char)self->text[invalid]);
    report(problems, text_file_place(self, invalid), MESSAGE_FILE_NOT_UTF8, SLOTS({ "found", found }));
    return false;
}

bool text_file_read(struct text_file *self, const char *path, struct place named_at, struct problems *problems)
{
    *self = (struct text_file) { .file = problems_file(problems, path) };
    const struct place at = named_at.file != NULL ? named_at : (struct place) { self->file, 0, 0 };

    struct stat about;
    const int descriptor = open_plain(path, at, problems, &about);

    if (descriptor < 0) {
        return false;
    }
    errno = 0;
    const bool whole = take_bytes(self, descriptor, (size_t)about.st_size);

    if (!whole) {
        report_reason(path, at, problems);
    }
    close(descriptor);
    if (!whole || !check_text(self, problems)) {
        text_file_free(self);
        return false;
    }
    if (starts_with(self, UTF8_BOM, 3)) {
        self->length -= 3;
        memmove(self->text, self->text + 3, self->length + 1);
    }
    return true;
}

void text_file_free(struct text_file *self)
{
    free(self->text);
    self->text = NULL;
    self->length = 0;
}
