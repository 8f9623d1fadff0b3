#include "education_reader.h"

#include <math.h>
#include <string.h>

#include "csv_columns.h"
#include "csv_value.h"
#include "figure.h"
#include "grid.h"
#include "grid_check.h"
#include "ids.h"
#include "mem.h"
#include "number.h"
#include "pupils_reader.h"
#include "town_reader.h"

static const struct figure_rule RATE = { "rate", 0, 2, false };
static const struct figure_rule SHARE = { "public_share", 0, 1, false };
static const struct figure_rule SEATS = { "seats", 0, 1e9, false };
static const struct figure_rule PUBLIC_PUPILS = { "public_pupils", 0, 1e9, false };
static const struct figure_rule PRIVATE_PUPILS = { "private_pupils", 0, 1e9, false };

static bool read_enrolment_rates(struct model_source *source)
{
    static const enum grid_has HAS[GRID_KEYS] = { GRID_WITHOUT, GRID_MAY, GRID_WITHOUT, GRID_MUST };
    struct csv_table table;
    struct grid grid;

    if (model_source_table(source, "enrolment_rates", CSV_REQUIRED, &table) != TABLE_OPEN) {
        return false;
    }
    grid_start(&grid, source, &table, HAS, GRID_GRADES);
    const size_t column = csv_column(&table, RATE.key, CSV_REQUIRED);
    const bool good = csv_columns_end(&table) && grid_measure(&grid) &&
                      grid_read(&grid, column, &RATE, &source->model->enrolment_rate);

    csv_table_close(&table);
    return good;
}

/** What enrolment.csv tells of a level. */
struct level_pupils {
    size_t rows;         /**< That name the level. */
    size_t private_rows; /**< With a figure of private pupils. */
    double public_sum;
    double private_sum;
};

/** enrolment.csv while it is read. */
struct enrolment {
    size_t town, level, grade, public_pupils, private_pupils; /**< Columns. */
    struct level_pupils *levels;                              /**< [level_count] */
    double *by_town;                                          /**< [town][level], or [level] without towns. */
    bool *seen;                                               /**< [town][grade] rows already read. */
    size_t towns;                                             /**< 1 without towns. */
    size_t last_town;
};

static bool read_grade(const struct model *model, const struct csv_table *table, size_t column, size_t level,
                       size_t *grade)
{
    int number = 1;

    if (column != CSV_NONE && !csv_whole(table, column, "grade", 1, (int)model->levels[level].grades, &number)) {
        return false;
    }
    *grade = model->levels[level].first_grade + (size_t)number - 1;
    return true;
}

static void read_pupils_row(const struct model *model, const struct csv_table *table, struct enrolment *enrolment)
{
    size_t level = 0;
    size_t grade = 0;
    double pupils = 0;
    double private_pupils = 0;
    const bool placed =
        (enrolment->town == CSV_NONE || ids_town(model, table, enrolment->town, &enrolment->last_town)) &&
        ids_level(model, table, enrolment->level, &level) && read_grade(model, table, enrolment->grade, level, &grade);
    const bool read = csv_number(table, enrolment->public_pupils, &PUBLIC_PUPILS, &pupils);

    if (!csv_number_or(table, enrolment->private_pupils, &PRIVATE_PUPILS, 0, &private_pupils) || !placed || !read) {
        return;
    }
    bool *seen = &enrolment->seen[enrolment->last_town * model->grade_count + grade];

    if (*seen) {
        report(table->problems, (struct place) { table->file, table->line, 1 }, MESSAGE_PUPILS_TWICE,
               SLOTS({ "found", model->levels[level].name.id }));
        return;
    }
    *seen = true;
    enrolment->levels[level].rows++;
    enrolment->levels[level].private_rows += !csv_is_empty(table, enrolment->private_pupils);
    enrolment->levels[level].public_sum += pupils;
    enrolment->levels[level].private_sum += private_pupils;
    enrolment->by_town[enrolment->last_town * model->level_count + level] += pupils;
}

/* The towns and grades of a level that the table names must be all: what is left out would count as no pupils. */
static bool check_pupils_rows(const struct model *model, const struct csv_table *table,
                              const struct enrolment *enrolment, size_t level)
{
    const struct level *grades = &model->levels[level];
    const size_t last = grades->first_grade + (enrolment->grade == CSV_NONE ? 1 : grades->grades);

    for (size_t town = 0; town < enrolment->towns; town++) {
        if (enrolment->town != CSV_NONE && model->towns[town].population == 0) {
            continue;
        }
        for (size_t grade = grades->first_grade; grade < last; grade++) {
            if (!enrolment->seen[town * model->grade_count + grade]) {
                const char *id = enrolment->town == CSV_NONE ? "" : model->towns[town].name.id;

                report(table->problems, (struct place) { table->file, 0, 0 },
                       enrolment->town == CSV_NONE ? MESSAGE_PUPILS_LACK_GRADE : MESSAGE_PUPILS_LACK_TOWN,
                       SLOTS({ "level", grades->name.id }, { "town", id },
                             { "grade", number_text((double)(grade - grades->first_grade) + 1).text }));
                return false;
            }
        }
    }
    return true;
}

static bool check_pupils(const struct model *model, const struct csv_table *table, const struct enrolment *enrolment)
{
    const struct place whole = { table->file, 0, 0 };
    bool good = true;

    for (size_t level = 0; level < model->level_count; level++) {
        const struct level_pupils *pupils = &enrolment->levels[level];
        const char *id = model->levels[level].name.id;

        if (pupils->rows == 0) {
            continue;
        }
        good = check_pupils_rows(model, table, enrolment, level) && good;
        if (pupils->private_rows > 0 && pupils->private_rows < pupils->rows) {
            report(table->problems, whole, MESSAGE_PRIVATE_PUPILS_SOME, SLOTS({ "level", id }));
            good = false;
        } else if (pupils->private_rows > 0 && pupils->public_sum + pupils->private_sum <= 0) {
            report(table->problems, whole, MESSAGE_PUPILS_NOBODY, SLOTS({ "level", id }));
            good = false;
        }
    }
    return good;
}

/* Reads enrolment.csv; without it no level has rows in `enrolment`. */
static bool read_enrolment(struct model_source *source, struct enrolment *enrolment)
{
    struct model *model = source->model;
    struct csv_table table;
    const enum table_state state = model_source_table(source, "enrolment", CSV_OPTIONAL, &table);

    *enrolment = (struct enrolment) { .towns = 1 };
    enrolment->levels = pool_array(&model->pool, model->level_count, sizeof *enrolment->levels);
    if (state != TABLE_OPEN) {
        return state == TABLE_ABSENT;
    }
    enrolment->town = csv_column(&table, "town", CSV_OPTIONAL);
    enrolment->level = csv_column(&table, "level", CSV_REQUIRED);
    enrolment->grade = csv_column(&table, "grade", CSV_OPTIONAL);
    enrolment->public_pupils = csv_column(&table, PUBLIC_PUPILS.key, CSV_REQUIRED);
    enrolment->private_pupils = csv_column(&table, PRIVATE_PUPILS.key, CSV_OPTIONAL);
    enrolment->towns = enrolment->town == CSV_NONE ? 1 : model->town_count;
    enrolment->by_town = pool_array(&model->pool, enrolment->towns * model->level_count, sizeof(double));
    enrolment->seen = pool_array(&model->pool, enrolment->towns * model->grade_count, sizeof(bool));
    bool good = csv_columns_end(&table);

    while (good && csv_next(&table)) {
        read_pupils_row(model, &table, enrolment);
    }
    good = good && csv_is_good(&table) && check_pupils(model, &table, enrolment);
    model->public_pupils = enrolment->by_town;
    model->pupils_by_town = enrolment->town != CSV_NONE;
    csv_table_close(&table);
    return good;
}

/* Each level has its public share from one of the two tables. */
static bool check_share_sources(const struct model *model, const struct csv_table *table,
                                const struct enrolment *enrolment, const struct grid *grid, const double *values)
{
    bool good = true;

    for (size_t level = 0; level < model->level_count; level++) {
        bool shared = false;

        for (size_t year = 0; year < grid->size[GRID_YEAR]; year++) {
            shared = shared || !isnan(values[year * model->level_count + level]);
        }
        if (shared == (enrolment->levels[level].rows > 0)) {
            report(table->problems, (struct place) { table->file, 0, 0 },
                   shared ? MESSAGE_SHARE_TWICE : MESSAGE_SHARE_MISSING,
                   SLOTS({ "level", model->levels[level].name.id }));
            good = false;
        }
    }
    return good;
}

/* Fills in what enrolment.csv tells: a share where private pupils are known too, else the share is the pupils'. */
static void fill_shares(struct model *model, const struct enrolment *enrolment, double *values, size_t years)
{
    bool *from_pupils = pool_array(&model->pool, model->level_count, sizeof *from_pupils);

    for (size_t level = 0; level < model->level_count; level++) {
        const struct level_pupils *pupils = &enrolment->levels[level];

        from_pupils[level] = pupils->rows > 0 && pupils->private_rows == 0;
        for (size_t year = 0; year < years && pupils->rows > 0; year++) {
            values[year * model->level_count + level] =
                from_pupils[level] ? 0 : pupils->public_sum / (pupils->public_sum + pupils->private_sum);
        }
    }
    model->share_from_pupils = from_pupils;
}

/* Without public_share.csv all levels must be in enrolment.csv. */
static bool shares_from_enrolment(struct model_source *source, const struct enrolment *enrolment)
{
    struct model *model = source->model;
    double *values = pool_array(&model->pool, model->level_count, sizeof *values);
    bool good = true;

    for (size_t level = 0; level < model->level_count; level++) {
        if (enrolment->levels[level].rows == 0) {
            report(source->problems, yaml_place(&source->doc, 0), MESSAGE_SHARE_MISSING,
                   SLOTS({ "level", model->levels[level].name.id }));
            good = false;
        }
    }
    fill_shares(model, enrolment, values, 1);
    model->public_share = (struct rates) { .values = values, .item_stride = 1 };
    return good;
}

static bool read_shares(struct model_source *source, const struct enrolment *enrolment)
{
    static const enum grid_has HAS[GRID_KEYS] = { GRID_WITHOUT, GRID_MAY, GRID_WITHOUT, GRID_MUST };
    struct model *model = source->model;
    struct csv_table table;
    struct grid grid;
    double *values = NULL;
    const enum table_state state = model_source_table(source, "public_share", CSV_OPTIONAL, &table);

    if (state == TABLE_ABSENT) {
        return shares_from_enrolment(source, enrolment);
    }
    if (state == TABLE_BROKEN) {
        return false;
    }
    grid_start(&grid, source, &table, HAS, GRID_LEVELS);
    const size_t column = csv_column(&table, SHARE.key, CSV_REQUIRED);
    bool good = csv_columns_end(&table) && grid_measure(&grid) && grid_fill(&grid, column, &SHARE, &values) &&
                check_share_sources(model, &table, enrolment, &grid, values);

    if (good) {
        fill_shares(model, enrolment, values, grid.size[GRID_YEAR]);
        good = grid_check(&grid, values, 0, model->level_count - 1, false);
        model->public_share = grid_rates(&grid, values);
    }
    csv_table_close(&table);
    return good;
}

/* Shares the district's seats out to the towns by population, which is an assumption. */
static bool share_out_seats(struct model_source *source, const struct csv_table *table, const double *district)
{
    struct model *model = source->model;
    const size_t levels = model->level_count;
    const double *shares = towns_shares(model);
    double *seats = pool_array(&model->pool, model->town_count * levels, sizeof *seats);
    enum status *status = pool_array(&model->pool, model->town_count * levels, sizeof *status);

    if (shares == NULL) {
        report(source->problems, (struct place) { table->file, 0, 0 }, MESSAGE_TOWNS_NOBODY, NULL);
        return false;
    }
    for (size_t i = 0; i < model->town_count * levels; i++) {
        seats[i] = shares[i / levels] * district[i % levels];
        status[i] = ASSUMED;
    }
    model->base_seats = seats;
    model->base_seats_status = status;
    return true;
}

/* The status of each place of the table; grid_fill() has been over the rows and found them good. */
static bool read_seat_status(struct model *model, const struct grid *grid, size_t column)
{
    struct csv_table *table = grid->table;
    const size_t towns = grid->size[GRID_TOWN];
    enum status *status = pool_array(&model->pool, towns * model->level_count, sizeof *status);
    bool good = true;
    size_t town = 0;

    csv_rewind(table);
    while (csv_next(table)) {
        size_t level = 0;
        size_t word = 0;

        good = csv_word(table, column, "status", status_words, STATUSES, &word) && good;
        if ((grid->column[GRID_TOWN] == CSV_NONE || ids_town(model, table, grid->column[GRID_TOWN], &town)) &&
            ids_level(model, table, grid->column[GRID_ITEM], &level)) {
            status[town * model->level_count + level] = (enum status)word;
        }
    }
    model->base_seats_status = status;
    return good;
}

static bool read_seats(struct model_source *source)
{
    static const enum grid_has HAS[GRID_KEYS] = { GRID_MAY, GRID_WITHOUT, GRID_WITHOUT, GRID_MUST };
    struct model *model = source->model;
    struct csv_table table;
    struct grid grid;
    struct rates seats;

    if (model_source_table(source, "seats", CSV_REQUIRED, &table) != TABLE_OPEN) {
        return false;
    }
    grid_start(&grid, source, &table, HAS, GRID_LEVELS);
    const size_t column = csv_column(&table, SEATS.key, CSV_REQUIRED);
    const size_t status = csv_column(&table, "status", CSV_REQUIRED);
    bool good = csv_columns_end(&table) && grid_measure(&grid) && grid_read(&grid, column, &SEATS, &seats) &&
                read_seat_status(model, &grid, status);

    if (good) {
        model->base_seats = seats.values;
        if (grid.column[GRID_TOWN] == CSV_NONE && model->town_count > 1) {
            good = share_out_seats(source, &table, seats.values);
        }
    }
    csv_table_close(&table);
    return good;
}

bool education_read(struct model_source *source)
{
    struct enrolment enrolment;

    if (source->model->level_count == 0) {
        return pupils_read(source);
    }
    bool good = read_enrolment_rates(source);

    good = pupils_read(source) && good;
    good = read_enrolment(source, &enrolment) && read_shares(source, &enrolment) && good;
    return read_seats(source) && good;
}
