#include "vintage.h"

#include <string.h>

#include "spread.h"

static int lesser(int a, int b)
{
    return a < b ? a : b;
}

static int greater(int a, int b)
{
    return a > b ? a : b;
}

struct known_years vintage_known(const struct model *model, const struct rates *table, int origin_year)
{
    if (table->values == NULL || table->year_stride == 0) {
        return (struct known_years) { NO_YEAR, NO_YEAR };
    }
    const int last = greater(table->first_year, lesser(table->last_year, origin_year - 1));
    const int kept = model->backtest.known_years > 0 ? origin_year - model->backtest.known_years : table->first_year;

    return (struct known_years) { greater(table->first_year, lesser(last, kept)), last };
}

/* The mean of the known years, or the last. */
static double held_value(const struct rates *table, struct known_years known, enum hold hold, size_t town, size_t sex,
                         size_t item)
{
    double sum = 0;

    if (hold == HOLD_LAST) {
        return rates_at(table, town, known.last, sex, item);
    }
    for (int year = known.first; year <= known.last; year++) {
        sum += rates_at(table, town, year, sex, item);
    }
    return sum / (known.last - known.first + 1);
}

/* A table of one year for all: the other keys stay as they are. */
static struct rates hold_table(const struct model *model, const struct rates *table, int origin_year, size_t items,
                               struct block *memory)
{
    if (table->values == NULL || table->year_stride == 0) {
        return *table;
    }
    const struct known_years known = vintage_known(model, table, origin_year);
    const size_t towns = table->town_stride == 0 ? 1 : model->town_count;
    const size_t sexes = table->sex_stride == 0 ? 1 : SEXES;
    const size_t count = table->item_stride == 0 ? 1 : items;
    double *values = block_doubles(memory, towns * sexes * count);

    for (size_t town = 0; values != NULL && town < towns; town++) {
        for (size_t sex = 0; sex < sexes; sex++) {
            for (size_t item = 0; item < count; item++) {
                values[(town * sexes + sex) * count + item] =
                    held_value(table, known, model->backtest.hold, town, sex, item);
            }
        }
    }
    return (struct rates) { .values = values,
                            .town_stride = table->town_stride == 0 ? 0 : sexes * count,
                            .sex_stride = table->sex_stride == 0 ? 0 : count,
                            .item_stride = table->item_stride };
}

/* The towns with the people that they had at the origin, by which the district's migrants are shared out. */
static const struct town *towns_at(const struct model *model, const struct observed_state *origin, struct block *memory)
{
    _Static_assert(sizeof(struct town) % sizeof(double) == 0, "towns fill whole doubles");
    const size_t cells = SEXES * model->ages;
    double *room = block_doubles(memory, model->town_count * (sizeof(struct town) / sizeof(double)));
    struct town *towns = (struct town *)(void *)room;

    if (towns == NULL || origin->people == model->census_population) {
        return model->towns;
    }
    memcpy(towns, model->towns, model->town_count * sizeof *towns);
    for (size_t town = 0; town < model->town_count; town++) {
        towns[town].population = 0;
        for (size_t cell = 0; cell < cells; cell++) {
            towns[town].population += origin->people[town * cells + cell];
        }
    }
    return towns;
}

/* The school years whose pupils were counted by the state of the origin; none if its own are not among them. */
static struct pupil_history history_until(const struct pupil_history *history, int origin_year)
{
    struct pupil_history known = *history;

    if (history->years == 0 || origin_year >= history->first_year + (int)history->years) {
        known.years = 0;
    } else {
        known.years = (size_t)(origin_year - history->first_year) + 1;
    }
    return known;
}

static void stand_at(struct model *self, const struct observed_state *origin)
{
    self->pool = (struct pool) { .chunks = NULL };
    self->census_date = origin->day;
    self->base_year = origin->year;
    self->census_shift = origin->shift;
    self->census_population = origin->people;
    self->project_count = 0;
    self->project_seats_count = 0;
    self->estate_count = 0;
}

/* All of it, or, over a block without memory, only the count. */
static void lay_out(const struct model *model, const struct observed_state *origin, int last_year, struct block *memory,
                    struct vintage *vintage)
{
    const int year = origin->year;
    struct model *held = &vintage->inputs.model;

    *vintage = (struct vintage) { .inputs = { .model = *model }, .origin = origin };
    stand_at(held, origin);
    held->towns = towns_at(model, origin, memory);
    held->fertility = hold_table(model, &model->fertility, year, model->ages, memory);
    held->mortality = hold_table(model, &model->mortality, year, model->ages, memory);
    held->srb = hold_table(model, &model->srb, year, 1, memory);
    held->enrolment_rate = hold_table(model, &model->enrolment_rate, year, model->grade_count, memory);
    held->public_share = hold_table(model, &model->public_share, year, model->level_count, memory);
    if (model->backtest.has_migration) {
        held->migration.persons = hold_table(model, &model->migration.persons, year, model->ages, memory);
        held->migration.departure_rate = hold_table(model, &model->migration.departure_rate, year, model->ages, memory);
    } else {
        held->migration.form = MIGRATION_NONE;
        held->migration.persons = (struct rates) { .values = NULL };
        held->migration.departure_rate = (struct rates) { .values = NULL };
    }
    held->pupil_history = history_until(&model->pupil_history, year);
    const struct parameter_layout layout = parameter_layout(held, last_year);
    double *values = block_doubles(memory, layout.size);
    double *progression = held->pupil_history.years >= 2 ? block_doubles(memory, layout.size) : NULL;

    vintage->inputs.scenario = (struct scenario) {
        .name = "backtest", .first_year = year, .last_year = last_year, .layout = layout, .values = values
    };
    if (values != NULL) {
        parameter_initial(held, &layout, values);
        values[parameter_index(&layout, PARAMETER_ENROLMENT_METHOD, 0, 0)] = ENROLMENT_BY_RATES;
    }
    if (progression != NULL) {
        parameter_initial(held, &layout, progression);
        progression[parameter_index(&layout, PARAMETER_ENROLMENT_METHOD, 0, 0)] = ENROLMENT_BY_PROGRESSION;
    }
    vintage->progression_values = progression;
}

size_t vintage_bytes(const struct model *model, const struct observed_state *origin, int last_year)
{
    struct block counting = { .memory = NULL };
    struct vintage vintage;

    lay_out(model, origin, last_year, &counting, &vintage);
    return counting.used;
}

void vintage_make(const struct model *model, const struct observed_state *origin, int last_year, struct block *memory,
                  struct vintage *vintage)
{
    lay_out(model, origin, last_year, memory, vintage);
    vintage->fertility = vintage_known(model, &model->fertility, origin->year);
    vintage->mortality = vintage_known(model, &model->mortality, origin->year);
    if (model->backtest.has_migration) {
        vintage->migration = vintage_known(model, &model->migration.persons, origin->year);
    }
}

void observed_to_state(const struct model *model, const struct observed_state *observed, double *state)
{
    for (size_t row = 0; row < model->town_count * SEXES; row++) {
        census_to_state(&observed->people[row * model->ages], model->ages, observed->shift, &state[row * model->ages]);
    }
}
