#include "observed_reader.h"

#include <math.h>

#include "csv_value.h"
#include "day.h"
#include "ids.h"
#include "number.h"

enum {
    SERIES,
    PERIOD_START,
    PERIOD_END,
    VALUE,
    STANDARD_ERROR,
    SOURCE,
    TOWN,
    LEVEL,
    GRADE,
    FIRST_AGE,
    LAST_AGE,
    STATUS,
};

const char *const observed_columns[OBSERVED_COLUMNS] = {
    [SERIES] = "series",
    [PERIOD_START] = "period_start",
    [PERIOD_END] = "period_end",
    [VALUE] = "value",
    [STANDARD_ERROR] = "standard_error",
    [SOURCE] = "source",
    [TOWN] = "town",
    [LEVEL] = "level",
    [GRADE] = "grade",
    [FIRST_AGE] = "first_age",
    [LAST_AGE] = "last_age",
    [STATUS] = "status",
};

/** What a series is counted over, and by what beside the town. */
enum takes { TAKES_PERIOD, TAKES_AGES, TAKES_GRADES };

static const enum takes series_takes[OBSERVED_SERIES] = {
    [SERIES_RESIDENTS] = TAKES_AGES,
    [SERIES_ENROLLED] = TAKES_GRADES,
    [SERIES_PUBLIC_PUPILS] = TAKES_GRADES,
};

/* A row while it is read. */
struct observed_row {
    const struct model *model;
    const struct csv_table *table;
    const size_t *columns;
    struct observation *of;
};

/* Whether the cell is empty, as it is for a series that does not go by it; else a problem. */
static bool check_empty(const struct observed_row *self, size_t column)
{
    if (csv_is_empty(self->table, self->columns[column])) {
        return true;
    }
    const struct csv_cell cell = csv_cell(self->table, self->columns[column]);

    report(self->table->problems, csv_place(self->table, self->columns[column]), MESSAGE_OBSERVED_CELL,
           SLOTS({ "key", observed_columns[column] }, { "found", found_text(cell.text, cell.length).text },
                 { "series", series_words[self->of->series].id }));
    return false;
}

/* An age of the model, or `otherwise` for an empty cell. */
static bool read_age(const struct observed_row *self, size_t column, size_t otherwise, size_t *age)
{
    int whole = 0;

    *age = otherwise;
    if (csv_is_empty(self->table, self->columns[column])) {
        return true;
    }
    if (!csv_whole(self->table, self->columns[column], observed_columns[column], 0, (int)self->model->ages - 1,
                   &whole)) {
        return false;
    }
    *age = (size_t)whole;
    return true;
}

static bool read_ages(const struct observed_row *self)
{
    struct observation *of = self->of;
    const bool first = read_age(self, FIRST_AGE, 0, &of->first_age);
    const bool last = read_age(self, LAST_AGE, self->model->ages - 1, &of->last_age);

    if (first && last && of->last_age < of->first_age) {
        report(self->table->problems, csv_place(self->table, self->columns[LAST_AGE]), MESSAGE_OBSERVED_AGES,
               SLOTS({ "found", number_text((double)of->last_age).text },
                     { "first", number_text((double)of->first_age).text }));
        return false;
    }
    return first && last;
}

/* The level, which pupils always have, and the grade, if only one is counted. */
static bool read_grade(const struct observed_row *self)
{
    struct observation *of = self->of;
    int grade = 0;

    of->level = 0;
    if (!ids_level(self->model, self->table, self->columns[LEVEL], &of->level)) {
        return false;
    }
    if (csv_is_empty(self->table, self->columns[GRADE])) {
        return true;
    }
    if (!csv_whole(self->table, self->columns[GRADE], "grade", 1, (int)self->model->levels[of->level].grades, &grade)) {
        return false;
    }
    of->grade = (size_t)grade - 1;
    return true;
}

/* Ages, level and grade: those that the series goes by, and no others. */
static bool read_whom(const struct observed_row *self)
{
    const enum takes takes = series_takes[self->of->series];
    bool good = true;

    self->of->level = ALL_LEVELS;
    self->of->grade = ALL_GRADES;
    self->of->first_age = 0;
    self->of->last_age = self->model->ages - 1;
    if (takes == TAKES_GRADES) {
        good = read_grade(self);
    } else {
        good = check_empty(self, LEVEL);
        good = check_empty(self, GRADE) && good;
    }
    if (takes == TAKES_AGES) {
        return read_ages(self) && good;
    }
    good = check_empty(self, FIRST_AGE) && good;
    return check_empty(self, LAST_AGE) && good;
}

/* The calendar year in which the school year begins that has the day. */
static int school_year(const struct model *model, struct date day)
{
    const struct date start = { day.year, model->state_date.month, model->state_date.day };

    return day.year - (day_before(day, start) ? 1 : 0);
}

/* Residents are counted at a day, pupils of a school year at any of its days. */
static bool check_stock(const struct observed_row *self)
{
    const struct observation *of = self->of;
    const enum takes takes = series_takes[of->series];

    if (takes == TAKES_AGES && day_before(of->start, of->end)) {
        csv_report(self->table, self->columns[PERIOD_END], MESSAGE_OBSERVED_DAY, "period_end");
        return false;
    }
    if (takes == TAKES_GRADES && school_year(self->model, of->start) != school_year(self->model, of->end)) {
        csv_report(self->table, self->columns[PERIOD_END], MESSAGE_OBSERVED_SCHOOL_YEAR, "period_end");
        return false;
    }
    return true;
}

/* `known`: the series is one, so that it is known what period it takes. */
static bool read_period(const struct observed_row *self, bool known)
{
    struct observation *of = self->of;
    const bool start = csv_date(self->table, self->columns[PERIOD_START], "period_start", &of->start);
    const bool end = csv_date(self->table, self->columns[PERIOD_END], "period_end", &of->end);

    if (!start || !end) {
        return false;
    }
    if (day_before(of->end, of->start)) {
        csv_report(self->table, self->columns[PERIOD_END], MESSAGE_PERIOD_BACKWARDS, "period_end");
        return false;
    }
    return !known || check_stock(self);
}

/* The standard error; 0 or an empty cell: it is not known. So small a one would only be a slip, and leave no digits to
 * reckon with. */
static bool read_error(const struct observed_row *self)
{
    const double most = 1e10;
    const double least = 0.001;
    const struct figure_rule rule = { "standard_error", 0, most, false };
    const size_t column = self->columns[STANDARD_ERROR];
    double *error = &self->of->standard_error;

    if (!csv_number_or(self->table, column, &rule, NAN, error)) {
        return false;
    }
    if (*error > 0 && *error < least) {
        report(self->table->problems, csv_place(self->table, column), MESSAGE_OBSERVED_ERROR,
               SLOTS({ "key", rule.key }, { "found", number_text(*error).text }, { "low", number_text(least).text },
                     { "high", number_text(most).text }));
        return false;
    }
    return true;
}

static bool read_value(const struct observed_row *self, bool known)
{
    const double most = 1e10;
    const bool counted = known && self->of->series != SERIES_NET_MIGRANTS;
    const struct figure_rule value = { "value", counted ? 0 : -most, most, false };
    const bool good = csv_number(self->table, self->columns[VALUE], &value, &self->of->value);

    return read_error(self) && good;
}

static bool read_status(const struct observed_row *self)
{
    size_t status = MEASURED;
    const bool good = csv_is_empty(self->table, self->columns[STATUS]) ||
                      csv_word(self->table, self->columns[STATUS], "status", status_words, STATUSES, &status);

    self->of->status = (enum status)status;
    return good;
}

/* Arrivals and departures are compared with nothing where the model has only what is left of them. */
static void note_gross(const struct observed_row *self)
{
    const enum observed_series series = self->of->series;

    if ((series == SERIES_ARRIVALS || series == SERIES_DEPARTURES) && self->model->migration.form != MIGRATION_GROSS) {
        csv_report(self->table, self->columns[SERIES], MESSAGE_OBSERVED_NET, "series");
    }
}

static bool same_day(struct date a, struct date b)
{
    return !day_before(a, b) && !day_before(b, a);
}

/* Whether both count the same people over the same time. */
static bool same_figure(const struct observation *a, const struct observation *b)
{
    return a->series == b->series && a->town == b->town && a->level == b->level && a->grade == b->grade &&
           a->first_age == b->first_age && a->last_age == b->last_age && same_day(a->start, b->start) &&
           same_day(a->end, b->end);
}

/* Whether no row before counts the same; twice the same figure would have twice its weight. */
static bool check_once(const struct observed_row *self)
{
    for (size_t before = self->model->observation_count; before > 0; before--) {
        const struct observation *other = self->of - before;

        if (same_figure(other, self->of)) {
            report(
                self->table->problems, (struct place) { self->table->file, self->table->line, 1 },
                MESSAGE_OBSERVED_TWICE,
                SLOTS({ "series", series_words[other->series].id }, { "line", number_text((double)other->line).text }));
            return false;
        }
    }
    return true;
}

bool observed_read(struct model *model, const struct csv_table *table, const size_t *columns, void *row)
{
    const struct observed_row self = { model, table, columns, row };
    size_t series = 0;
    const bool known = csv_word(table, columns[SERIES], "series", series_words, OBSERVED_SERIES, &series);
    struct observation *of = row;

    of->series = known ? (enum observed_series)series : SERIES_RESIDENTS;
    bool good = read_period(&self, known) && known;

    of->town = ALL_TOWNS;
    if (!csv_is_empty(table, columns[TOWN])) {
        of->town = 0;
        good = ids_town(model, table, columns[TOWN], &of->town) && good;
    }
    good = (!known || read_whom(&self)) && good;
    good = read_value(&self, known) && good;
    good = read_status(&self) && good;
    of->source = csv_text(table, columns[SOURCE], &model->pool);
    if (known) {
        note_gross(&self);
    }
    of->line = table->line;
    return good && check_once(&self);
}
