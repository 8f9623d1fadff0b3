#include "csv_alike.h"

#include <stdint.h>

#include "csv_scan.h"

/* So many digits are a double exactly, and so is the power of ten that divides them. */
enum { DIGITS_MOST = 15 };

static const double POWER[DIGITS_MOST + 1] = { 1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                               1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15 };

static bool is_digit(char byte)
{
    return '0' <= byte && byte <= '9';
}

/* Takes digits in; where they end. */
static const char *take_digits(const char *at, uint64_t *number)
{
    while (is_digit(*at)) {
        *number = 10 * *number + (uint64_t)(*at++ - '0');
    }
    return at;
}

/* Behind the number that stands at `at`; NULL if it is not as `of` says. As number_read() would have it. */
static const char *take_number(const char *at, const struct csv_likeness *of, double *number)
{
    const char *const start = at;
    uint64_t digits = 0;

    at = take_digits(at, &digits);
    if (at == start || at - start > DIGITS_MOST || (*start == '0' && at - start > 1)) {
        return NULL;
    }
    *number = (double)digits;
    if (*at == '.' && of->as == CSV_DECIMAL) {
        const char *const fraction = at + 1;

        at = take_digits(fraction, &digits);
        if (at == fraction || at - start - 1 > DIGITS_MOST) {
            return NULL;
        }
        *number = (double)digits / POWER[at - fraction];
    }
    return *number >= of->low && *number <= of->high ? at : NULL;
}

/* Behind a cell without quotes, whatever it says. */
static const char *skip_text(const char *at)
{
    while ((unsigned char)*at > ',' || (*at != ',' && *at != '\n' && *at != '\r' && *at != '"' && *at != '\0')) {
        at++;
    }
    return at;
}

/* Behind the cell's text if that stands at `at`, else NULL. The table ends with a NUL, which no cell has. */
static const char *take_text(const char *at, const struct csv_cell *cell)
{
    for (size_t i = 0; i < cell->length; i++) {
        if (at[i] != cell->text[i]) {
            return NULL;
        }
    }
    return at + cell->length;
}

static const char *take_cell(const char *at, const struct csv_likeness *of, const struct csv_cell *before,
                             double *number)
{
    switch (of->as) {
    case CSV_SAME_TEXT:
        return take_text(at, before);
    case CSV_DECIMAL:
    case CSV_WHOLE:
        return take_number(at, of, number);
    case CSV_ANY_TEXT:
        break;
    }
    return skip_text(at);
}

bool csv_next_alike(struct csv_table *self, const struct csv_likeness *of, double *numbers)
{
    const char *at = self->next;

    if (at >= self->end) {
        return false;
    }
    for (size_t column = 0; column < self->width; column++) {
        const bool is_last = column + 1 == self->width;

        at = take_cell(at, &of[column], &self->cells[column], &numbers[column]);
        if (at == NULL) {
            return false;
        }
        at += is_last && at[0] == '\r' && at[1] == '\n';
        if (*at++ != (is_last ? '\n' : ',')) {
            return false;
        }
    }
    self->row = self->next;
    self->line = self->next_line++;
    self->next = at;
    return true;
}
