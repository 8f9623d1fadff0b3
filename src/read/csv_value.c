#include "csv_value.h"

#include "number.h"
#include "plain_text.h"

bool csv_number(const struct csv_table *self, size_t column, const struct figure_rule *rule, double *value)
{
    const struct csv_cell cell = csv_cell(self, column);
    double number = 0;

    /* the place is worth its cost only when something is wrong */
    if (number_read(cell.text, cell.length, &number) && number >= rule->low && number <= rule->high && !rule->whole) {
        *value = number;
        return true;
    }
    return figure_read(cell.text, cell.length, rule, csv_place(self, column), self->problems, value);
}

bool csv_number_or(const struct csv_table *self, size_t column, const struct figure_rule *rule, double otherwise,
                   double *value)
{
    if (csv_is_empty(self, column)) {
        *value = otherwise;
        return true;
    }
    return csv_number(self, column, rule, value);
}

bool csv_peek_whole(const struct csv_table *self, size_t column, int low, int high, int *value)
{
    const struct csv_cell cell = csv_cell(self, column);
    double number = 0;
    int whole = 0;
    size_t digits = 0;

    /* plain digits, as keys nearly always are */
    while (digits < cell.length && digits < 6 && '0' <= cell.text[digits] && cell.text[digits] <= '9') {
        whole = 10 * whole + (cell.text[digits++] - '0');
    }
    if (digits > 0 && digits == cell.length && (digits == 1 || cell.text[0] != '0')) {
        *value = whole;
        return low <= whole && whole <= high;
    }
    if (!number_read(cell.text, cell.length, &number) || !(number >= low && number <= high)) {
        return false;
    }
    *value = (int)number;
    return number == *value;
}

bool csv_whole(const struct csv_table *self, size_t column, const char *key, int low, int high, int *value)
{
    if (csv_peek_whole(self, column, low, high, value)) {
        return true;
    }
    const struct csv_cell cell = csv_cell(self, column);
    const struct figure_rule rule = { key, low, high, true };
    double number = 0;

    /* finds the same fault and says which */
    figure_read(cell.text, cell.length, &rule, csv_place(self, column), self->problems, &number);
    return false;
}

bool csv_year(const struct csv_table *self, size_t column, const char *key, int *year)
{
    return csv_whole(self, column, key, YEAR_LOWEST, YEAR_HIGHEST, year);
}

bool csv_date(const struct csv_table *self, size_t column, const char *key, struct date *date)
{
    const struct csv_cell cell = csv_cell(self, column);

    if (!day_read(cell.text, cell.length, date)) {
        csv_report(self, column, MESSAGE_DATE_WANTED, key);
        return false;
    }
    return true;
}

bool csv_word(const struct csv_table *self, size_t column, const char *key, const struct name *words, size_t count,
              size_t *index)
{
    const struct csv_cell cell = csv_cell(self, column);

    *index = word_find(words, count, cell.text, cell.length);
    if (*index < count) {
        return true;
    }
    figure_report_word(found_text(cell.text, cell.length).text, key, words, count, csv_place(self, column),
                       self->problems);
    return false;
}

const char *csv_text(const struct csv_table *self, size_t column, struct pool *pool)
{
    const struct csv_cell cell = csv_cell(self, column);

    return pool_text(pool, cell.text, cell.length);
}

bool csv_need_text(const struct csv_table *self, size_t column, const char *key, struct pool *pool, const char **text)
{
    if (csv_is_empty(self, column)) {
        csv_report(self, column, MESSAGE_CSV_CELL_EMPTY, key);
        return false;
    }
    *text = csv_text(self, column, pool);
    return true;
}

bool csv_name(const struct csv_table *self, size_t column, const char *key, struct pool *pool, const char **name)
{
    const struct csv_cell cell = csv_cell(self, column);

    *name = csv_text(self, column, pool);
    if (!plain_text_is_line(cell.text, cell.length)) {
        csv_report(self, column, MESSAGE_NAME_NOT_PLAIN, key);
        return false;
    }
    return true;
}

bool csv_names(const struct csv_table *self, size_t name_zh, size_t name_en, struct pool *pool, struct name *name)
{
    const bool zh = csv_name(self, name_zh, "name_zh", pool, &name->text[CHINESE]);
    const bool en = csv_name(self, name_en, "name_en", pool, &name->text[ENGLISH]);

    for (size_t language = 0; language < LANGUAGES; language++) {
        name->text[language] = *name->text[language] == '\0' ? name->id : name->text[language];
    }
    return zh && en;
}
