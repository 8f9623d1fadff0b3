#include "household_reader.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "csv_columns.h"
#include "csv_value.h"
#include "figure.h"
#include "ids.h"
#include "mem.h"
#include "number.h"

/** More people than live in any dwelling on average: a column of shares or percentages. */
static const double largest_household = 10;

/** The table while it is read. */
struct households {
    const struct model *model;
    struct csv_table *table;
    size_t estate, sex, age, persons; /**< Its columns. */
    size_t sexes;                     /**< 1 where the sexes are not told apart. */
    /** [1 + estates][sexes][ages], NAN where there is no row; the first are of estates without rows of their own. */
    double *values;
};

/* Room for a row's keys, "estate X, sex m, age 17". */
struct keys_text {
    char text[FOUND_ROOM + 64];
};

static double *own_values(const struct households *self, size_t owner)
{
    return &self->values[owner * self->sexes * self->model->ages];
}

/* The keys of a row as the table has them. */
static struct keys_text describe(const struct households *self, size_t owner, size_t cell)
{
    struct keys_text keys = { "" };
    int used = 0;

    if (owner > 0) {
        const char *id = self->model->estates[owner - 1].name.id;

        used = snprintf(keys.text, sizeof keys.text, "estate %s, ", found_text(id, strlen(id)).text);
    }
    if (self->sex != CSV_NONE) {
        used += snprintf(keys.text + used, sizeof keys.text - (size_t)used, "sex %s, ",
                         sex_words[cell / self->model->ages].id);
    }
    snprintf(keys.text + used, sizeof keys.text - (size_t)used, "age %zu", cell % self->model->ages);
    return keys;
}

/* Whose row it is: 0 where no estate is named, else one more than the estate. */
static bool read_owner(const struct households *self, size_t *owner)
{
    size_t estate = 0;

    *owner = 0;
    if (csv_is_empty(self->table, self->estate)) {
        return true;
    }
    const bool good = ids_estate(self->model, self->table, self->estate, &estate);

    *owner = 1 + estate;
    return good;
}

static void read_row(const struct households *self)
{
    const struct figure_rule rule = { "persons", 0, largest_household, false };
    size_t owner = 0;
    size_t sex = 0;
    int age = 0;
    double persons = 0;
    bool good = read_owner(self, &owner);

    if (self->sex != CSV_NONE) {
        good = csv_word(self->table, self->sex, "sex", sex_words, SEXES, &sex) && good;
    }
    good = csv_whole(self->table, self->age, "age", 0, (int)self->model->ages - 1, &age) && good;
    good = csv_number(self->table, self->persons, &rule, &persons) && good;
    if (!good) {
        return;
    }
    const size_t cell = sex * self->model->ages + (size_t)age;
    double *value = &own_values(self, owner)[cell];

    if (!isnan(*value)) {
        report(self->table->problems, (struct place) { self->table->file, self->table->line, 1 },
               MESSAGE_TABLE_ROW_TWICE, SLOTS({ "key", describe(self, owner, cell).text }));
    }
    *value = persons;
}

static void read_rows(struct households *self)
{
    const size_t count = (1 + self->model->estate_count) * self->sexes * self->model->ages;

    self->values = mem_array(count, sizeof *self->values);
    for (size_t i = 0; i < count; i++) {
        self->values[i] = NAN;
    }
    while (csv_next(self->table)) {
        read_row(self);
    }
}

static bool has_rows(const struct households *self, size_t owner)
{
    for (size_t cell = 0; cell < self->sexes * self->model->ages; cell++) {
        if (!isnan(own_values(self, owner)[cell])) {
            return true;
        }
    }
    return false;
}

/* Whether rows that the owner has are there for all ages, and add up to a household. */
static void check_rows(const struct households *self, size_t owner)
{
    const struct place place = { self->table->file, 0, 0 };
    const double *values = own_values(self, owner);
    size_t missing = 0;
    size_t first = 0;
    double sum = 0;

    for (size_t cell = self->sexes * self->model->ages; cell-- > 0;) {
        if (isnan(values[cell])) {
            missing++;
            first = cell;
        } else {
            sum += values[cell];
        }
    }
    if (missing > 0) {
        report(
            self->table->problems, place, missing > 1 ? MESSAGE_TABLE_LACKS_MORE : MESSAGE_TABLE_LACKS,
            SLOTS({ "key", describe(self, owner, first).text }, { "count", number_whole((double)missing - 1).text }));
    } else if (!(sum > 0 && sum <= largest_household)) {
        const char *id = owner == 0 ? "" : self->model->estates[owner - 1].name.id;

        report(self->table->problems, place, owner == 0 ? MESSAGE_HOUSEHOLD_SIZE : MESSAGE_HOUSEHOLD_SIZE_OF,
               SLOTS({ "estate", found_text(id, strlen(id)).text }, { "found", number_decimals(sum, 3).text },
                     { "allowed", number_text(largest_household).text }));
    }
}

/* The first estate with neither rows of its own nor any that are for all. */
static void check_estates(const struct households *self)
{
    for (size_t owner = 1; owner <= self->model->estate_count; owner++) {
        if (!has_rows(self, owner)) {
            const char *id = self->model->estates[owner - 1].name.id;

            report(self->table->problems, (struct place) { self->table->file, 0, 0 }, MESSAGE_HOUSING_PERSONS_LACK,
                   SLOTS({ "estate", found_text(id, strlen(id)).text }));
        }
    }
}

static bool check(const struct households *self)
{
    if (!csv_is_good(self->table)) {
        return false;
    }
    for (size_t owner = 0; owner <= self->model->estate_count; owner++) {
        if (has_rows(self, owner)) {
            check_rows(self, owner);
        }
    }
    if (!has_rows(self, 0)) {
        check_estates(self);
    }
    return csv_is_good(self->table);
}

/* [sex][age] of the owner's rows; sexes that are not told apart are half and half. */
static const double *by_sex(const struct households *self, struct pool *pool, size_t owner)
{
    const size_t ages = self->model->ages;
    const double *values = own_values(self, owner);
    double *persons = pool_array(pool, SEXES * ages, sizeof *persons);

    for (size_t cell = 0; cell < SEXES * ages; cell++) {
        persons[cell] = self->sexes == SEXES ? values[cell] : values[cell % ages] / SEXES;
    }
    return persons;
}

bool households_read(struct model_source *source, struct estate *estates)
{
    struct model *model = source->model;
    struct csv_table table;

    if (model_source_table(source, "housing_persons", CSV_REQUIRED, &table) != TABLE_OPEN) {
        return false;
    }
    struct households self = {
        .model = model,
        .table = &table,
        .estate = csv_column(&table, "estate", CSV_OPTIONAL),
        .sex = csv_column(&table, "sex", CSV_OPTIONAL),
        .age = csv_column(&table, "age", CSV_REQUIRED),
        .persons = csv_column(&table, "persons", CSV_REQUIRED),
    };
    bool good = csv_columns_end(&table);

    if (good) {
        self.sexes = self.sex == CSV_NONE ? 1 : SEXES;
        read_rows(&self);
        good = check(&self);
    }
    for (size_t estate = 0; good && estate < model->estate_count; estate++) {
        estates[estate].persons = by_sex(&self, &model->pool, has_rows(&self, 1 + estate) ? 1 + estate : 0);
    }
    free(self.values);
    csv_table_close(&table);
    return good;
}
