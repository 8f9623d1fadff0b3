#include "town_block.h"

#include <string.h>

#include "enrolment.h"
#include "fertility.h"
#include "newcomers.h"
#include "spread.h"
#include "survivorship.h"

/* Whether migrants are known only as totals, so that the kernel spreads them by the schedule. */
static bool migrants_are_totals(const struct model *model)
{
    const struct rates *persons = &model->migration.persons;

    return persons->values == NULL || (persons->sex_stride == 0 && persons->item_stride == 0);
}

/* Whether the migrants' table must be packed by lane; else the kernel reads the model's own. */
static bool migrants_are_packed(const struct model *model)
{
    const struct rates *persons = &model->migration.persons;

    return !migrants_are_totals(model) && (persons->town_stride != 0 || persons->item_stride == 0);
}

/* Years of a table that the kernel sees: one where it is the same for all. */
static size_t table_years(const struct rates *table, size_t years)
{
    return table->year_stride == 0 ? 1 : years;
}

/* Doubles of a table [year][sex][age][lane] packed for the kernel. */
static size_t packed_size(const struct model *model, const struct rates *table, size_t years)
{
    return table_years(table, years) * SEXES * model->ages * (table->town_stride == 0 ? 1 : LANES);
}

/* Doubles of a fertility table [year][age][lane]: of all years, since a shift may go by year where the table does not.
 */
static size_t fertility_size(const struct model *model, size_t years)
{
    return (years > 0 ? years : 1) * model->ages * (model->fertility.town_stride == 0 ? 1 : LANES);
}

void town_block_lay_out(struct town_block *self, const struct inputs *inputs, size_t states, struct block *memory)
{
    const struct model *model = &inputs->model;
    const size_t years = states - 1;
    const size_t state = SEXES * model->ages * LANES;

    *self = (struct town_block) { .projection = { .years = years,
                                                  .ages = model->ages,
                                                  .carried = { model->ages, model->ages },
                                                  .step = 1,
                                                  .rule = model->migration.rule } };
    self->srb = block_doubles(memory, years);
    self->age_shares = block_doubles(memory, model->ages);
    self->schedule = block_doubles(memory, SEXES * model->ages);
    self->column = block_doubles(memory, model->ages);
    self->dying = block_doubles(memory, packed_size(model, &model->mortality, years));
    self->pattern = block_doubles(memory, model->ages);
    self->fertility = block_doubles(memory, fertility_size(model, years));
    if (migrants_are_packed(model)) {
        self->persons = block_doubles(memory, years * state);
    }
    if (model->migration.departure_rate.values != NULL && model->migration.departure_rate.town_stride != 0) {
        self->departure = block_doubles(memory, packed_size(model, &model->migration.departure_rate, years));
    }
    if (model->estate_count > 0) {
        self->newcomers = block_doubles(memory, years * state);
    }
    self->dying_factor = block_doubles(memory, years * LANES);
    self->fertility_factor = block_doubles(memory, years * LANES);
    self->persons_factor = block_doubles(memory, years * LANES);
    self->departure_factor = block_doubles(memory, years * LANES);
    self->added = block_doubles(memory, years * LANES);
    self->start = block_doubles(memory, state);
    self->population = block_doubles(memory, states * state);
    self->components = block_doubles(memory, years * COMPONENTS * LANES);
    self->scratch = block_doubles(memory, projection_scratch(&self->projection));
}

/* A table without towns as the kernel reads it: in place, from the first year on. */
static struct lane_rates read_in_place(const struct model *model, const struct rates *table)
{
    const size_t skipped =
        table->year_stride == 0 ? 0 : (size_t)(model->base_year - table->first_year) * table->year_stride;

    return (struct lane_rates) { .values = &table->values[skipped],
                                 .year_stride = table->year_stride,
                                 .sex_stride = table->sex_stride,
                                 .age_stride = table->item_stride };
}

/* A table packed [year][sex][age], shared or by lane. */
static struct lane_rates packed(const struct model *model, const double *values, size_t years, bool by_lane)
{
    return (struct lane_rates) { .values = values,
                                 .year_stride = years == 1 ? 0 : SEXES * model->ages,
                                 .sex_stride = model->ages,
                                 .age_stride = 1,
                                 .by_lane = by_lane };
}

/* Packs a table by town for the block's lanes; lanes without a town get zeros. */
static struct lane_rates pack_rates(const struct town_block *self, const struct model *model, const struct rates *table,
                                    size_t first, size_t count, double *values)
{
    const size_t years = table_years(table, self->projection.years);

    memset(values, 0, years * SEXES * model->ages * LANES * sizeof *values);
    for (size_t year = 0; year < years; year++) {
        for (size_t sex = 0; sex < SEXES; sex++) {
            for (size_t age = 0; age < model->ages; age++) {
                double *lanes = &values[((year * SEXES + sex) * model->ages + age) * LANES];

                for (size_t lane = 0; lane < count; lane++) {
                    lanes[lane] = rates_at(table, first + lane, model->base_year + (int)year, sex, age);
                }
            }
        }
    }
    return packed(model, values, years, true);
}

/* Packs migrants known by town, or by sex without ages: [year][sex][age][lane], each axis shared out if it is not
 * known. */
static struct lane_rates pack_migrants(const struct town_block *self, const struct inputs *inputs, const double *values,
                                       size_t first, size_t count, double *packed_persons)
{
    const struct model *model = &inputs->model;
    const struct rates *persons = &model->migration.persons;
    const double sex_part = persons->sex_stride == 0 ? 0.5 : 1;

    memset(packed_persons, 0, self->projection.years * SEXES * model->ages * LANES * sizeof *packed_persons);
    for (size_t lane = 0; lane < count; lane++) {
        const double part =
            sex_part * (persons->town_stride == 0 ? residents_part(&self->residents, inputs, values, first + lane) : 1);

        for (size_t year = 0; year < self->projection.years; year++) {
            for (size_t sex = 0; sex < SEXES; sex++) {
                for (size_t age = 0; age < model->ages; age++) {
                    const double age_part = persons->item_stride == 0 ? self->age_shares[age] : 1;

                    packed_persons[((year * SEXES + sex) * model->ages + age) * LANES + lane] =
                        rates_at(persons, first + lane, model->base_year + (int)year, sex, age) * part * age_part;
                }
            }
        }
    }
    return packed(model, packed_persons, self->projection.years, true);
}

/* The probabilities of dying, 1 - sx, of a life table of the town (any, where towns share it). */
static void life_table_dying(const struct town_block *self, const struct model *model, size_t town, size_t year,
                             enum sex sex, size_t lane_step, double *dying)
{
    town_survivorship(model, town, model->base_year + (int)year, sex, self->pattern, self->column);
    for (size_t age = 0; age < model->ages; age++) {
        dying[age * lane_step] = 1 - self->column[age];
    }
}

/* All life tables of the lanes first..first + count - 1, or, of a table without towns, the one that they share. */
static struct lane_rates pack_dying(const struct town_block *self, const struct model *model, size_t first,
                                    size_t count)
{
    const bool by_lane = model->mortality.town_stride != 0;
    const size_t years = table_years(&model->mortality, self->projection.years);
    const size_t step = by_lane ? LANES : 1;

    memset(self->dying, 0, years * SEXES * model->ages * step * sizeof *self->dying);
    for (size_t lane = 0; lane < (by_lane ? count : 1); lane++) {
        for (size_t year = 0; year < years; year++) {
            for (size_t sex = 0; sex < SEXES; sex++) {
                life_table_dying(self, model, first + lane, year, (enum sex)sex, step,
                                 &self->dying[(year * SEXES + sex) * model->ages * step + lane]);
            }
        }
    }
    return packed(model, self->dying, years, by_lane);
}

/* Whether any year's pattern of fertility is moved along the ages. */
static bool is_shifted(const struct town_block *self, const struct inputs *inputs, const double *values)
{
    for (size_t year = 0; year < self->projection.years; year++) {
        const int calendar = inputs->model.base_year + (int)year;

        if (inputs_value(inputs, values, PARAMETER_FERTILITY_MEAN_AGE_SHIFT, 0, calendar) != 0) {
            return true;
        }
    }
    return false;
}

/*
 * The ages at which any woman bears children, so that the kernel passes over the others and a shifted pattern knows
 * where it ends: of the run's years, or, of a shifted table, of all that it has, so that a longer horizon leaves the
 * years before as they are.
 */
static void find_fertile(struct projection *projection, const struct model *model, bool shifted)
{
    const struct rates *table = &model->fertility;
    const size_t towns = table->town_stride == 0 ? 1 : model->town_count;
    const bool whole = shifted && table->year_stride != 0;
    const int first_year = whole ? table->first_year : model->base_year;
    const size_t years =
        whole ? (size_t)(table->last_year - table->first_year) + 1 : table_years(table, projection->years);

    projection->first_fertile = model->ages - 1;
    projection->last_fertile = 0;
    for (size_t town = 0; town < towns; town++) {
        for (size_t year = 0; year < years; year++) {
            for (size_t age = 0; age < model->ages; age++) {
                if (rates_at(table, town, first_year + (int)year, 0, age) > 0) {
                    projection->first_fertile = age < projection->first_fertile ? age : projection->first_fertile;
                    projection->last_fertile = age > projection->last_fertile ? age : projection->last_fertile;
                }
            }
        }
    }
}

/* A town's pattern of fertility of a year (any town's, where they share it), moved along the ages. */
static void shift_pattern(const struct town_block *self, const struct model *model, size_t town, int year, double shift,
                          double *shifted)
{
    for (size_t age = 0; age < model->ages; age++) {
        self->column[age] = rates_at(&model->fertility, town, year, 0, age);
    }
    fertility_shift(self->column, model->ages, self->projection.first_fertile, self->projection.last_fertile, shift,
                    shifted);
}

/* Fertility of the lanes first..first + count - 1, or, of a table without towns, the one that they share:
 * [year][age][lane]. Where nothing is shifted, a table without years stays one. */
static struct lane_rates pack_fertility(const struct town_block *self, const struct inputs *inputs,
                                        const double *values, size_t first, size_t count)
{
    const struct model *model = &inputs->model;
    const bool by_lane = model->fertility.town_stride != 0;
    const bool shifted = is_shifted(self, inputs, values);
    const size_t years = shifted ? self->projection.years : table_years(&model->fertility, self->projection.years);
    const size_t step = by_lane ? LANES : 1;

    memset(self->fertility, 0, years * model->ages * step * sizeof *self->fertility);
    for (size_t lane = 0; lane < (by_lane ? count : 1); lane++) {
        for (size_t year = 0; year < years; year++) {
            const int calendar = model->base_year + (int)year;
            const double shift = inputs_value(inputs, values, PARAMETER_FERTILITY_MEAN_AGE_SHIFT, 0, calendar);

            shift_pattern(self, model, first + lane, calendar, shift, self->pattern);
            for (size_t age = 0; age < model->ages; age++) {
                self->fertility[(year * model->ages + age) * step + lane] = self->pattern[age];
            }
        }
    }
    return (struct lane_rates) {
        .values = self->fertility, .year_stride = years == 1 ? 0 : model->ages, .age_stride = 1, .by_lane = by_lane
    };
}

/* The factors that do not go by town. Mortality's improvement is of each year after the base year. */
static void share_factors(struct town_block *self, const struct inputs *inputs, const double *values)
{
    double improved = 1;

    for (size_t year = 0; year < self->projection.years; year++) {
        const int calendar = inputs->model.base_year + (int)year;

        self->srb[year] = rates_at(&inputs->model.srb, 0, calendar, 0, 0);
        if (year > 0) {
            improved *= 1 - inputs_value(inputs, values, PARAMETER_MORTALITY_IMPROVEMENT, 0, calendar);
        }
        for (size_t lane = 0; lane < LANES; lane++) {
            const size_t cell = year * LANES + lane;

            self->dying_factor[cell] =
                improved * inputs_value(inputs, values, PARAMETER_MORTALITY_MULTIPLIER, 0, calendar);
            self->fertility_factor[cell] = inputs_value(inputs, values, PARAMETER_FERTILITY_MULTIPLIER, 0, calendar);
            self->departure_factor[cell] =
                inputs_value(inputs, values, PARAMETER_MIGRATION_DEPARTURE_MULTIPLIER, 0, calendar);
        }
    }
}

static void share_schedule(struct town_block *self, const struct inputs *inputs, const double *values)
{
    const struct model *model = &inputs->model;
    const struct rogers_castro schedule = inputs_schedule(inputs, values);

    migration_schedule(&schedule, model->ages, self->age_shares);
    for (size_t sex = 0; sex < SEXES; sex++) {
        for (size_t age = 0; age < model->ages; age++) {
            self->schedule[sex * model->ages + age] = self->age_shares[age] / SEXES;
        }
    }
}

void town_block_share(struct town_block *self, const struct inputs *inputs, const double *values)
{
    const struct model *model = &inputs->model;
    struct projection *projection = &self->projection;

    self->residents = residents_at_census(inputs, values);
    find_fertile(projection, model, is_shifted(self, inputs, values));
    share_factors(self, inputs, values);
    share_schedule(self, inputs, values);
    projection->srb = self->srb;
    projection->schedule = packed(model, self->schedule, 1, false);
    projection->dying_factor = self->dying_factor;
    projection->fertility_factor = self->fertility_factor;
    projection->persons_factor = self->persons_factor;
    projection->departure_factor = self->departure_factor;
    projection->added = self->added;
    if (model->mortality.town_stride == 0) {
        projection->dying = pack_dying(self, model, 0, 1);
    }
    if (model->fertility.town_stride == 0) {
        projection->fertility = is_shifted(self, inputs, values) ? pack_fertility(self, inputs, values, 0, 1)
                                                                 : read_in_place(model, &model->fertility);
    }
    if (!migrants_are_totals(model) && !migrants_are_packed(model)) {
        projection->persons = read_in_place(model, &model->migration.persons);
    }
    if (model->migration.departure_rate.values != NULL && model->migration.departure_rate.town_stride == 0) {
        projection->departure = read_in_place(model, &model->migration.departure_rate);
    }
}

struct town_migrants town_block_migrants(const struct model *model, size_t town, int year)
{
    const struct rates *persons = &model->migration.persons;
    const bool totals = migrants_are_totals(model) && persons->values != NULL;
    const bool packed_by_lane = migrants_are_packed(model);

    return (struct town_migrants) { .total = totals ? rates_at(persons, town, year, 0, 0) : 0,
                                    .total_by_part = persons->town_stride == 0,
                                    .persons_by_part = !packed_by_lane,
                                    .sex_part = packed_by_lane || persons->sex_stride != 0 ? 1 : 0.5 };
}

/* What a lane's migrants are multiplied by, and its migrants that go by the schedule, in each year. */
static void lane_migrants(struct town_block *self, const struct inputs *inputs, const double *values, size_t town,
                          size_t lane)
{
    const double part = residents_part(&self->residents, inputs, values, town);

    for (size_t year = 0; year < self->projection.years; year++) {
        const size_t cell = year * LANES + lane;
        const int calendar = inputs->model.base_year + (int)year;
        const struct town_migrants of = town_block_migrants(&inputs->model, town, calendar);
        const double multiplier = inputs_value(inputs, values, PARAMETER_MIGRATION_MULTIPLIER, 0, calendar);
        const double added = inputs_value(inputs, values, PARAMETER_MIGRATION_ADDED, 0, calendar);

        self->added[cell] = added * multiplier * part + of.total * multiplier * (of.total_by_part ? part : 1);
        self->persons_factor[cell] = multiplier * (of.persons_by_part ? part : 1) * of.sex_part;
    }
}

/* The rest of the block stands empty. */
void town_block_load(struct town_block *self, const struct inputs *inputs, const double *values, size_t first,
                     size_t count)
{
    const struct model *model = &inputs->model;
    struct projection *projection = &self->projection;

    memset(self->start, 0, SEXES * model->ages * LANES * sizeof *self->start);
    memset(self->added, 0, projection->years * LANES * sizeof *self->added);
    memset(self->persons_factor, 0, projection->years * LANES * sizeof *self->persons_factor);
    for (size_t lane = 0; lane < count; lane++) {
        const double factor = residents_factor(&self->residents, inputs, values, first + lane);

        lane_migrants(self, inputs, values, first + lane, lane);
        for (size_t sex = 0; sex < SEXES; sex++) {
            census_to_state(&model->census_population[((first + lane) * SEXES + sex) * model->ages], model->ages,
                            model->census_shift, self->column);
            for (size_t age = 0; age < model->ages; age++) {
                self->start[(sex * model->ages + age) * LANES + lane] = self->column[age] * factor;
            }
        }
    }
    if (model->mortality.town_stride != 0) {
        projection->dying = pack_dying(self, model, first, count);
    }
    if (model->fertility.town_stride != 0) {
        projection->fertility = pack_fertility(self, inputs, values, first, count);
    }
    if (self->persons != NULL) {
        projection->persons = pack_migrants(self, inputs, values, first, count, self->persons);
    }
    if (self->departure != NULL) {
        projection->departure =
            pack_rates(self, model, &model->migration.departure_rate, first, count, self->departure);
    }
    if (self->newcomers != NULL) {
        newcomers_pack(inputs, values, self->schedule, first, count, projection->years, self->newcomers);
        projection->newcomers = packed(model, self->newcomers, projection->years, true);
    }
}

/* Puts the lanes of a state back by town, row by row, so that both sides stay in cache. */
static void unload_state(const struct town_block *self, const struct model *model, size_t state, size_t count,
                         double *towns)
{
    const size_t rows = SEXES * model->ages;
    const double *lanes = &self->population[state * rows * LANES];

    for (size_t row = 0; row < rows; row++) {
        for (size_t lane = 0; lane < count; lane++) {
            towns[lane * rows + row] = lanes[row * LANES + lane];
        }
    }
}

/* Children of all states, of towns that the block still holds. */
static void unload_children(const struct town_block *self, const struct model *model, size_t first, size_t count,
                            double *children)
{
    const size_t rows = SEXES * model->ages;

    for (size_t state = 0; state <= self->projection.years; state++) {
        for (size_t lane = 0; lane < count; lane++) {
            enrolment_children(model, &self->population[state * rows * LANES + lane], LANES,
                               &children[(state * model->town_count + first + lane) * model->grade_count]);
        }
    }
}

static void unload_components(const struct town_block *self, const struct model *model, size_t first, size_t count,
                              double *components)
{
    for (size_t year = 0; year < self->projection.years; year++) {
        for (size_t lane = 0; lane < count; lane++) {
            double *to = &components[(year * model->town_count + first + lane) * COMPONENTS];

            for (size_t component = 0; component < COMPONENTS; component++) {
                to[component] = self->components[(year * COMPONENTS + component) * LANES + lane];
            }
        }
    }
}

void town_block_project(struct town_block *self, const struct inputs *inputs, const double *values, size_t first,
                        size_t count, const struct town_states *to)
{
    const struct model *model = &inputs->model;

    town_block_load(self, inputs, values, first, count);
    projection_run(&self->projection, self->start, self->population, self->components, self->scratch);
    for (size_t state = 0; state < to->kept; state++) {
        unload_state(self, model, state, count,
                     &to->population[(state * model->town_count + first) * SEXES * model->ages]);
    }
    unload_children(self, model, first, count, to->children);
    unload_components(self, model, first, count, to->components);
}
