#include "sheet.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>

#include "cell_text.h"
#include "mem.h"
#include "number.h"
#include "text.h"

/* Height of an ordinary row, in points: Chinese wants more room than the usual 15. */
static const double usual_height = 18;

static const lxw_color_t TAB_COLOURS[TABS] = { [TAB_SUMMARY] = 0xc00000,
                                               [TAB_LEVEL] = 0x1f5fa8,
                                               [TAB_MANY] = 0x7a5195,
                                               [TAB_PLAN] = 0x7f7f7f,
                                               [TAB_TOWN] = 0x2e8b57 };

static lxw_row_t row_of(size_t row)
{
    return (lxw_row_t)row;
}

static lxw_col_t column_of(size_t column)
{
    return (lxw_col_t)column;
}

static void set_page(const struct sheet *self)
{
    static const char *const FOOT[LANGUAGES] = {
        [CHINESE] = "&C&9&A    第 &P 页，共 &N 页", [ENGLISH] = "&C&9&A    page &P of &N"
    };
    const struct xlsx_library *xlsx = self->book->xlsx;
    const uint8_t a4 = 9;
    const double inch = 25.4;
    const double side = 10;

    xlsx->worksheet_set_landscape(self->page);
    xlsx->worksheet_set_paper(self->page, a4);
    xlsx->worksheet_set_margins(self->page, side / inch, side / inch, 12 / inch, 14 / inch);
    xlsx->worksheet_fit_to_pages(self->page, 1, 0);
    xlsx->worksheet_set_footer(self->page, FOOT[self->book->language]);
    xlsx->worksheet_gridlines(self->page, LXW_HIDE_ALL_GRIDLINES);
}

void sheet_begin(struct sheet *self, struct workbook *book, const char *wanted, enum tab tab, const double *widths,
                 size_t columns)
{
    *self = (struct sheet) { .book = book, .name = sheet_name(&book->names, wanted), .table = columns };
    self->page = book->xlsx->workbook_add_worksheet(book->file, self->name);
    if (self->page == NULL) {
        mem_end(); /* the name is one that it takes */
    }
    book->xlsx->worksheet_set_tab_color(self->page, TAB_COLOURS[tab]);
    for (size_t column = 0; column < columns; column++) {
        book->xlsx->worksheet_set_column(self->page, column_of(column), column_of(column), widths[column], NULL);
    }
    book->xlsx->worksheet_set_default_row(self->page, usual_height, LXW_FALSE); /* what charts are measured by */
    set_page(self);
}

/* Where rows go while they are written: what the library copies into the sheet as it stands. */
static FILE *cells(const struct sheet *self)
{
    return self->page->optimize_tmpfile;
}

static void close_row(struct sheet *self)
{
    if (self->open) {
        fputs("</row>", cells(self));
    }
    self->most = self->columns > self->most ? self->columns : self->most;
    self->open = false;
}

void sheet_end(struct sheet *self)
{
    close_row(self);
    errno = 0;
    if ((fflush(cells(self)) != 0 || ferror(cells(self))) && self->book->error == 0) {
        self->book->error = errno != 0 ? errno : EIO; /* the library would go on with half a sheet */
    }
    if (self->rows == 0) {
        return;
    }
    self->page->dim_rowmin = 0;
    self->page->dim_rowmax = row_of(self->rows - 1);
    self->page->dim_colmin = 0;
    self->page->dim_colmax = column_of(self->most > 0 ? self->most - 1 : 0);
}

void sheet_row(struct sheet *self, double height)
{
    close_row(self);
    self->rows++;
    self->columns = 0;
    self->open = true;
    fprintf(cells(self), "<row r=\"%zu\" ht=\"%s\" customHeight=\"1\">", self->rows,
            number_text(height > 0 ? height : usual_height).text);
}

void sheet_skip(struct sheet *self, size_t rows)
{
    close_row(self);
    self->rows += rows;
    self->columns = 0;
}

/* The letters of a column: A, B ... Z, AA. */
static void write_column(FILE *stream, size_t column)
{
    enum { LETTERS = 26 };

    if (column >= LETTERS) {
        write_column(stream, column / LETTERS - 1);
    }
    fputc('A' + (int)(column % LETTERS), stream);
}

static void begin_cell(struct sheet *self, enum look look, unsigned marks)
{
    const struct workbook *book = self->book;
    FILE *stream = cells(self);

    fputs("<c r=\"", stream);
    write_column(stream, self->columns++);
    fprintf(stream, "%zu\" s=\"%d\"", self->rows, (int)book->xlsx->lxw_format_get_xf_index(book->looks[look][marks]));
}

void sheet_text(struct sheet *self, const char *text, enum look look, unsigned marks)
{
    begin_cell(self, look, marks);
    if (text == NULL || *text == '\0') {
        fputs("/>", cells(self));
        return;
    }
    fputs(" t=\"inlineStr\"><is><t xml:space=\"preserve\">", cells(self));
    cell_text_write(cells(self), text);
    fputs("</t></is></c>", cells(self));
}

void sheet_number(struct sheet *self, double number, enum look look, unsigned marks)
{
    begin_cell(self, look, marks);
    if (isnan(number)) {
        fputs("/>", cells(self));
        return;
    }
    fprintf(cells(self), "><v>%s</v></c>", number_text(number).text);
}

/* Merges the open row's cells, which stand already: only the library's list of what is merged needs to know. */
static void merge(struct sheet *self)
{
    if (self->table < 2) {
        return;
    }
    lxw_merged_range *range = mem_array(1, sizeof *range);

    range->first_row = row_of(self->rows - 1);
    range->last_row = row_of(self->rows - 1);
    range->last_col = column_of(self->table - 1);
    STAILQ_INSERT_TAIL(self->page->merged_ranges, range, list_pointers);
    self->page->merged_range_count++;
}

static void across(struct sheet *self, const char *text, enum look look, double height)
{
    sheet_row(self, height);
    sheet_text(self, text, look, MARK_NONE);
    while (self->columns < self->table) {
        sheet_text(self, NULL, look, MARK_NONE);
    }
    merge(self);
}

void sheet_across(struct sheet *self, const char *text, enum look look)
{
    const double title_height = 30;

    across(self, text, look, look == LOOK_TITLE ? title_height : 0);
}

double sheet_lines(const char *text, double width)
{
    const double lines = ceil((double)text_width(text) / width);

    return lines < 1 ? 1 : lines;
}

double sheet_height(double lines)
{
    const double line = 14;
    const double tallest = 409; /* Excel's own limit */
    const double height = 5 + line * lines;

    return height > tallest ? tallest : height;
}

size_t sheet_rows_of_page(const struct sheet *self, double beside, double above)
{
    const double character = 7; /* pixels of the usual font, and what a column has beside its characters */
    const double edge = 5;
    const double paper_width = 1047; /* pixels of 1/96 inch, margins taken off */
    const double paper_height = 521; /* points */
    double width = beside;

    for (size_t column = 0; column < self->table; column++) {
        width += character * self->page->col_options[column]->width + edge;
    }
    const double scale = width > paper_width ? paper_width / width : 1;
    const double rows = floor((paper_height / scale - above) / usual_height);

    return rows < 1 ? 1 : (size_t)rows;
}

/* Characters of the usual font that the table's columns take together. */
static double table_width(const struct sheet *self)
{
    double width = 0;

    for (size_t column = 0; column < self->table; column++) {
        width += self->page->col_options[column]->width;
    }
    return width;
}

void sheet_paragraph(struct sheet *self, const char *text, enum look look)
{
    /* a little less than the columns have, for what a printer's font takes more */
    across(self, text, look, sheet_height(sheet_lines(text, 0.95 * table_width(self))));
}

void sheet_freeze(struct sheet *self, size_t repeated_from, size_t columns)
{
    const struct xlsx_library *xlsx = self->book->xlsx;

    xlsx->worksheet_freeze_panes(self->page, row_of(self->rows), column_of(columns));
    xlsx->worksheet_repeat_rows(self->page, row_of(repeated_from), row_of(self->rows - 1));
}

void sheet_filter(struct sheet *self, size_t row, size_t columns)
{
    self->book->xlsx->worksheet_autofilter(self->page, row_of(row), 0, row_of(self->rows - 1), column_of(columns - 1));
}

static void tint(struct sheet *self, const size_t cells_of[4], lxw_conditional_format *by)
{
    self->book->xlsx->worksheet_conditional_format_range(self->page, row_of(cells_of[0]), column_of(cells_of[2]),
                                                         row_of(cells_of[1]), column_of(cells_of[3]), by);
}

void sheet_tint_gaps(struct sheet *self, size_t first_row, size_t last_row, size_t first_column, size_t last_column)
{
    const size_t range[4] = { first_row, last_row, first_column, last_column };
    const double half_a_child = 0.5;
    lxw_conditional_format shortage = { .type = LXW_CONDITIONAL_TYPE_CELL,
                                        .criteria = LXW_CONDITIONAL_CRITERIA_GREATER_THAN_OR_EQUAL_TO,
                                        .value = half_a_child,
                                        .format = self->book->tints[TINT_SHORTAGE] };
    lxw_conditional_format surplus = { .type = LXW_CONDITIONAL_TYPE_CELL,
                                       .criteria = LXW_CONDITIONAL_CRITERIA_LESS_THAN_OR_EQUAL_TO,
                                       .value = -half_a_child,
                                       .format = self->book->tints[TINT_SURPLUS] };

    tint(self, range, &shortage);
    tint(self, range, &surplus);
}

void sheet_tint_below(struct sheet *self, size_t first_row, size_t last_row, size_t first_column, size_t last_column,
                      double limit)
{
    const size_t range[4] = { first_row, last_row, first_column, last_column };
    /* an empty cell is 0 to Excel: below any limit, but not between the least figure and it */
    const double least = 1e-9;
    lxw_conditional_format below = { .type = LXW_CONDITIONAL_TYPE_CELL,
                                     .criteria = LXW_CONDITIONAL_CRITERIA_BETWEEN,
                                     .min_value = least,
                                     .max_value = limit - least,
                                     .format = self->book->tints[TINT_ALARM] };

    tint(self, range, &below);
}

void sheet_tint_above(struct sheet *self, size_t first_row, size_t last_row, size_t first_column, size_t last_column,
                      double limit)
{
    const size_t range[4] = { first_row, last_row, first_column, last_column };
    lxw_conditional_format above = { .type = LXW_CONDITIONAL_TYPE_CELL,
                                     .criteria = LXW_CONDITIONAL_CRITERIA_GREATER_THAN,
                                     .value = limit,
                                     .format = self->book->tints[TINT_ALARM] };

    tint(self, range, &above);
}

void sheet_scale(struct sheet *self, size_t first_row, size_t last_row, size_t first_column, size_t last_column)
{
    const size_t range[4] = { first_row, last_row, first_column, last_column };
    lxw_conditional_format scale = { .type = LXW_CONDITIONAL_3_COLOR_SCALE,
                                     .min_color = 0x6fa8dc,
                                     .mid_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
                                     .mid_value = 0,
                                     .mid_color = 0xffffff,
                                     .max_color = 0xe06666 };

    tint(self, range, &scale);
}

void sheet_bars(struct sheet *self, size_t first_row, size_t last_row, size_t column)
{
    const size_t range[4] = { first_row, last_row, column, column };
    lxw_conditional_format bars = { .type = LXW_CONDITIONAL_DATA_BAR, .bar_color = 0x9dc3e6, .bar_solid = LXW_TRUE };

    tint(self, range, &bars);
}

void sheet_breaks(struct sheet *self, const size_t *rows, size_t count)
{
    enum { MOST = 1023 };
    lxw_row_t *breaks = mem_array(count + 1, sizeof *breaks);
    const size_t taken = count < MOST ? count : MOST;

    for (size_t index = 0; index < taken; index++) {
        breaks[index] = row_of(rows[index]);
    }
    self->book->xlsx->worksheet_set_h_pagebreaks(self->page, breaks);
    free(breaks);
}
