/* For memfd_create(), which is Linux's own. */
#define _GNU_SOURCE

#include "workbook.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "cell_text.h"
#include "mem.h"

/* Colours: of the two signs of a gap as everywhere in xuewei, and of the table's furniture. */
enum {
    RED = 0xc00000,
    LIGHT_RED = 0xfde9e7,
    BLUE = 0x1f5fa8,
    LIGHT_BLUE = 0xe6f0fa,
    GREY = 0x6b6b6b,
    LINE_GREY = 0xbfbfbf,
    HEAD_FILL = 0xdce6f1,
    ALARM_FILL = 0xf8c9c4
};

/** What a look is made of. Zero: as usual. */
struct look_parts {
    double size;
    lxw_color_t colour;
    lxw_color_t fill;
    uint8_t across;
    uint8_t down;
    bool bold;
    bool wrap;
    bool lined;
    const char *number;
};

static const struct look_parts PARTS[LOOKS] = {
    [LOOK_TITLE] = { .size = 16, .bold = true, .across = LXW_ALIGN_CENTER },
    [LOOK_UNIT] = { .size = 9, .colour = GREY, .across = LXW_ALIGN_RIGHT },
    [LOOK_LEGEND] = { .size = 9, .colour = GREY, .across = LXW_ALIGN_LEFT, .wrap = true },
    [LOOK_SECTION] = { .size = 12, .bold = true, .across = LXW_ALIGN_LEFT },
    [LOOK_SAID] = { .size = 11, .across = LXW_ALIGN_LEFT, .wrap = true },
    [LOOK_HEAD] = { .size = 10,
                    .bold = true,
                    .across = LXW_ALIGN_CENTER,
                    .wrap = true,
                    .lined = true,
                    .fill = HEAD_FILL },
    [LOOK_TEXT] = { .size = 10, .across = LXW_ALIGN_LEFT, .lined = true },
    [LOOK_WRAPPED] = { .size = 10, .across = LXW_ALIGN_LEFT, .wrap = true, .lined = true },
    [LOOK_CENTRED] = { .size = 10, .across = LXW_ALIGN_CENTER, .lined = true },
    [LOOK_YEAR] = { .size = 10, .across = LXW_ALIGN_CENTER, .lined = true },
    [LOOK_PLAIN] = { .size = 10, .across = LXW_ALIGN_CENTER, .lined = true, .number = "0" },
    [LOOK_WHOLE] = { .size = 10, .across = LXW_ALIGN_RIGHT, .lined = true, .number = "#,##0" },
    [LOOK_DECIMAL] = { .size = 10, .across = LXW_ALIGN_RIGHT, .lined = true, .number = "#,##0.0" },
    [LOOK_GAP] = { .size = 10, .across = LXW_ALIGN_RIGHT, .lined = true, .number = "[>=0.5]+#,##0;[<=-0.5]-#,##0;0" },
    [LOOK_PERCENT] = { .size = 10, .across = LXW_ALIGN_RIGHT, .lined = true, .number = "0%" },
};

/* Fonts that every office has: of official tables in China, and of spreadsheets. */
static const struct {
    const char *body;
    const char *heading;
    const char *year;
} FONTS[LANGUAGES] = { [CHINESE] = { "宋体", "黑体", "0\"学年\"" }, [ENGLISH] = { "Calibri", "Calibri", "0" } };

static lxw_format *make_look(const struct workbook *self, enum look look, unsigned mark)
{
    const struct xlsx_library *xlsx = self->xlsx;
    const struct look_parts *parts = &PARTS[look];
    lxw_format *format = xlsx->workbook_add_format(self->file);
    const char *number = look == LOOK_YEAR ? FONTS[self->language].year : parts->number;

    xlsx->format_set_font_name(format, parts->bold ? FONTS[self->language].heading : FONTS[self->language].body);
    xlsx->format_set_font_size(format, parts->size);
    xlsx->format_set_align(format, parts->across);
    xlsx->format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    if (parts->bold || (mark & MARK_SUM) != 0) {
        xlsx->format_set_bold(format);
    }
    if ((mark & MARK_ASSUMED) != 0) {
        xlsx->format_set_italic(format);
    }
    if (parts->colour != 0 || (mark & MARK_ASSUMED) != 0) {
        xlsx->format_set_font_color(format, GREY);
    }
    if (parts->fill != 0) {
        xlsx->format_set_bg_color(format, parts->fill);
    }
    if (parts->wrap) {
        xlsx->format_set_text_wrap(format);
    }
    if (parts->lined) {
        xlsx->format_set_border(format, LXW_BORDER_THIN);
        xlsx->format_set_border_color(format, LINE_GREY);
    }
    if (number != NULL) {
        xlsx->format_set_num_format(format, number);
    }
    return format;
}

static lxw_format *make_tint(const struct workbook *self, enum tint tint)
{
    static const struct {
        lxw_color_t colour;
        lxw_color_t fill;
    } COLOURS[TINTS] = {
        [TINT_SHORTAGE] = { RED, LIGHT_RED }, [TINT_SURPLUS] = { BLUE, LIGHT_BLUE }, [TINT_ALARM] = { RED, ALARM_FILL }
    };
    lxw_format *format = self->xlsx->workbook_add_format(self->file);

    self->xlsx->format_set_font_color(format, COLOURS[tint].colour);
    self->xlsx->format_set_bg_color(format, COLOURS[tint].fill);
    return format;
}

/* In the order of the enums, so that the file's numbers of formats are always the same. */
static void make_looks(struct workbook *self)
{
    for (unsigned look = 0; look < LOOKS; look++) {
        for (unsigned mark = 0; mark < MARKS; mark++) {
            self->looks[look][mark] = make_look(self, (enum look)look, mark);
            self->xlsx->lxw_format_get_xf_index(self->looks[look][mark]);
        }
    }
    for (unsigned tint = 0; tint < TINTS; tint++) {
        self->tints[tint] = make_tint(self, (enum tint)tint);
    }
}

/* A constant date: a workbook bears the time of its making, and two would never be the same bytes. */
static void set_properties(const struct workbook *self, const char *title)
{
    enum { FIRST_OF_2020 = 1577836800 };
    char *label = cell_text_label(title, 200);
    char author[] = "xuewei";
    lxw_doc_properties properties = { .title = label, .author = author, .created = FIRST_OF_2020 };

    self->xlsx->workbook_set_properties(self->file, &properties);
    free(label);
}

bool workbook_begin(struct workbook *self, const struct xlsx_library *xlsx, enum language language, const char *title)
{
    /* The library takes a file's name alone: that of a file in memory, whose bytes then go through the caller's stream.
     */
    char name[64];
    lxw_workbook_options options = { .constant_memory = LXW_TRUE };

    *self = (struct workbook) { .xlsx = xlsx, .language = language, .memory = memfd_create("tables", MFD_CLOEXEC) };
    if (self->memory < 0) {
        return false;
    }
    snprintf(name, sizeof name, "/proc/self/fd/%d", self->memory);
    self->file = xlsx->workbook_new_opt(name, &options);
    if (self->file == NULL) {
        mem_end();
    }
    make_looks(self);
    set_properties(self, title);
    return true;
}

/* All that the file in memory holds; what the stream does not take it remembers. False with errno. */
static bool copy(int from, FILE *stream)
{
    char bytes[65536];
    ssize_t count = 0;

    if (lseek(from, 0, SEEK_SET) != 0) {
        return false;
    }
    while ((count = read(from, bytes, sizeof bytes)) > 0) {
        fwrite(bytes, 1, (size_t)count, stream);
        if (ferror(stream)) {
            return true;
        }
    }
    return count == 0;
}

bool workbook_end(struct workbook *self, FILE *stream)
{
    errno = 0;
    const lxw_error error = self->xlsx->workbook_close(self->file); /* frees, whatever comes of it */

    if (self->error != 0 || (error != LXW_NO_ERROR && errno == 0)) {
        errno = self->error != 0 ? self->error : EIO;
    }
    const bool good = error == LXW_NO_ERROR && self->error == 0 && copy(self->memory, stream);
    const int reason = errno;

    close(self->memory);
    sheet_names_free(&self->names);
    *self = (struct workbook) { .memory = -1 };
    errno = reason;
    return good;
}
