/**
 * A workbook (xlsx) that is being written by libxlsxwriter: the file, its styles, its sheets. Same calls, same bytes:
 * it bears no clock.
 *
 * Rows of cells go to the sheets as sheet.h writes them, since the library prints numbers with 16 digits, which is one
 * too few to read back the same double; what stands around them (pages, charts, conditional formats) is the library's.
 */
#ifndef WORKBOOK_H
#define WORKBOOK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "messages.h"
#include "sheet_name.h"
#include "xlsx_library.h"

/** How a cell looks. */
enum look {
    LOOK_TITLE,   /**< Of the sheet, over the whole table. */
    LOOK_UNIT,    /**< The line of units below it. */
    LOOK_LEGEND,  /**< Small and grey. */
    LOOK_SECTION, /**< A heading inside the sheet. */
    LOOK_SAID,    /**< A paragraph over the whole table. */
    LOOK_HEAD,    /**< A heading of a column. */
    LOOK_TEXT,    /**< Text on one line. */
    LOOK_WRAPPED, /**< Text on as many lines as it takes. */
    LOOK_CENTRED,
    LOOK_YEAR,    /**< A school year, as a number. */
    LOOK_PLAIN,   /**< A number as it is: a calendar year. */
    LOOK_WHOLE,   /**< A number shown whole, thousands parted. */
    LOOK_DECIMAL, /**< With one decimal. */
    LOOK_GAP,     /**< Shown whole with its sign; what is not half a child is 0. */
    LOOK_PERCENT, /**< A share, shown in percent. */
    LOOKS
};

/** What a cell's figure is, beside its look; flags that add up. */
enum mark {
    MARK_NONE = 0,
    MARK_ASSUMED = 1, /**< Rests on assumed figures: grey and slanting. */
    MARK_SUM = 2,     /**< Of a sum: bold. */
    MARKS = 4
};

/** How cells are coloured by their value. */
enum tint { TINT_SHORTAGE, TINT_SURPLUS, TINT_ALARM, TINTS };

/** Start with workbook_begin(), end with workbook_end(). */
struct workbook {
    const struct xlsx_library *xlsx;
    enum language language;
    int memory; /**< Descriptor of the file while it is made; -1: none. */
    int error;  /**< errno of the first sheet that could not be written; 0: none. */
    lxw_workbook *file;
    lxw_format *looks[LOOKS][MARKS];
    lxw_format *tints[TINTS];
    struct sheet_names names;
};

/** False where the file cannot be begun, with the reason in errno. The library is there: xlsx_library(). */
bool workbook_begin(struct workbook *self, const struct xlsx_library *xlsx, enum language language, const char *title);

/** Makes the file, writes its bytes to the stream (to be asked by the caller) and frees all. False with errno where it
 * cannot be made. */
bool workbook_end(struct workbook *self, FILE *stream);

#endif
