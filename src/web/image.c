#include "image.h"

#include <assert.h>

#include "image_check.h"
#include "packing.h"
#include "philox.h"

/* Raised whenever the bytes come to mean something else. */
enum { VERSION = 1 };

/* An image begins with its name, version and length, and the hash of all that follows. */
static const uint64_t magic = 0x1a00696577657578; /* "xuewei", no text */
enum { NAME_BYTES = 8, NUMBER_BYTES = 4, HASH_BYTES = 8, HEAD = NAME_BYTES + 2 * NUMBER_BYTES + HASH_BYTES };

/* Years that tables, projects and estates may have, and states of a run. */
enum { LEAST_YEAR = -10000, MOST_YEAR = 10000, MOST_STATES = 1000 };

enum { MOST_AGES = 200, MOST_STRIDE = 1 << 27 };

static void pack_level(struct packing *self, void *thing, const void *of)
{
    struct level *level = thing;
    const struct model *model = of;

    level->entry_age = pack_size(self, level->entry_age, MOST_AGES);
    level->grades = pack_size(self, level->grades, MOST_AGES);
    level->first_grade = pack_size(self, level->first_grade, model->grade_count);
    level->opens_in_full = pack_bool(self, level->opens_in_full);
    level->class_size = pack_doubles(self, level->class_size, level->grades);
    level->raised_class_size = pack_doubles(self, level->raised_class_size, level->grades);
    level->land_m2_per_pupil = pack_double(self, level->land_m2_per_pupil);
    level->pupils_per_post = pack_double(self, level->pupils_per_post);
    level->posts_per_class = pack_double(self, level->posts_per_class);
}

static void pack_town(struct packing *self, void *thing, const void *of)
{
    struct town *town = thing;
    const struct model *model = of;

    /* no area is the one after the last */
    const size_t area = pack_size(self, town->area == NO_AREA ? model->area_count : town->area, model->area_count);

    town->area = area == model->area_count ? NO_AREA : area;
    town->population = pack_double(self, town->population);
    town->status = (enum status)pack_size(self, town->status, STATUSES - 1);
    town->migrant_share = pack_double(self, town->migrant_share);
}

static void pack_estate(struct packing *self, void *thing, const void *of)
{
    struct estate *estate = thing;
    const struct model *model = of;

    estate->town = pack_size(self, estate->town, model->town_count - 1);
    estate->units = pack_double(self, estate->units);
    estate->handover = pack_int(self, estate->handover, LEAST_YEAR, MOST_YEAR);
    estate->years_to_fill = pack_int(self, estate->years_to_fill, 1, MOST_YEAR);
    estate->status = (enum status)pack_size(self, estate->status, STATUSES - 1);
    estate->persons = pack_doubles(self, estate->persons, SEXES * model->ages);
}

/* The estate of a project: 0 for none, else its number from 1 on. */
static const struct estate *pack_estate_of(struct packing *self, const struct estate *estate, const struct model *model)
{
    const size_t number = estate == NULL ? 0 : (size_t)(estate - model->estates) + 1;
    const size_t found = pack_size(self, self->reads ? 0 : number, model->estate_count);

    return found == 0 || model->estates == NULL ? NULL : &model->estates[found - 1];
}

static void pack_project(struct packing *self, void *thing, const void *of)
{
    struct project *project = thing;
    const struct model *model = of;

    project->kind = (enum project_kind)pack_size(self, project->kind, KINDS - 1);
    project->town = pack_size(self, project->town, model->town_count - 1);
    project->town_status = (enum status)pack_size(self, project->town_status, STATUSES - 1);
    project->completion = pack_int(self, project->completion, LEAST_YEAR, MOST_YEAR);
    project->builder = (enum builder)pack_size(self, project->builder, BUILDERS - 1);
    project->estate = pack_estate_of(self, project->estate, model);
}

static void pack_project_seats(struct packing *self, void *thing, const void *of)
{
    struct project_seats *seats = thing;
    const struct model *model = of;

    seats->project = pack_size(self, seats->project, model->project_count - 1);
    seats->level = pack_size(self, seats->level, model->level_count - 1);
    seats->seats = pack_double(self, seats->seats);
    seats->replaced_seats = pack_double(self, seats->replaced_seats);
}

/* Doubles up to the last one that the table can be asked for; bad where that is beyond counting. */
static size_t reach(struct packing *self, const struct rates *rates, const size_t size[4])
{
    const size_t stride[] = { rates->town_stride, rates->year_stride, rates->sex_stride, rates->item_stride };
    size_t last = 0;

    for (size_t axis = 0; axis < 4; axis++) {
        const size_t steps = size[axis] == 0 ? 0 : size[axis] - 1;

        pack_check(self, stride[axis] == 0 || steps <= (MOST_STRIDE - last) / stride[axis]);
        last += self->is_bad ? 0 : steps * stride[axis];
    }
    return last + 1;
}

/* `items`: what the last axis has, where the table has it. */
static struct rates pack_rates(struct packing *self, struct rates rates, const struct model *model, size_t items)
{
    if (!pack_bool(self, rates.values != NULL)) {
        return (struct rates) { .values = NULL };
    }
    rates.town_stride = pack_size(self, rates.town_stride, MOST_STRIDE);
    rates.year_stride = pack_size(self, rates.year_stride, MOST_STRIDE);
    rates.sex_stride = pack_size(self, rates.sex_stride, MOST_STRIDE);
    rates.item_stride = pack_size(self, rates.item_stride, MOST_STRIDE);
    if (rates.year_stride == 0) {
        rates.first_year = rates.last_year = 0;
    }
    rates.first_year = pack_int(self, rates.first_year, LEAST_YEAR, MOST_YEAR);
    rates.last_year = pack_int(self, rates.last_year, rates.first_year, MOST_YEAR);
    const size_t size[] = { model->town_count, (size_t)(rates.last_year - rates.first_year) + 1, SEXES, items };

    rates.values = pack_doubles(self, rates.values, reach(self, &rates, size));
    return rates;
}

static void pack_status(struct packing *self, void *thing, const void *of)
{
    enum status *status = thing;

    (void)of;
    *status = (enum status)pack_size(self, *status, STATUSES - 1);
}

static void pack_counts(struct packing *self, struct model *model)
{
    model->base_year = pack_int(self, model->base_year, LEAST_YEAR, MOST_YEAR);
    model->census_shift = pack_double(self, model->census_shift);
    model->ages = pack_size(self, model->ages, MOST_AGES);
    model->town_count = pack_count(self, model->town_count);
    model->area_count = pack_count(self, model->area_count);
    model->level_count = pack_count(self, model->level_count);
    model->grade_count = pack_size(self, model->grade_count, MOST_AGES * model->level_count);
    pack_check(self, model->ages > 0 && model->town_count > 0);
}

static void pack_people(struct packing *self, struct model *model)
{
    model->census_population = pack_doubles(self, model->census_population, model->town_count * SEXES * model->ages);
    model->fertility = pack_rates(self, model->fertility, model, model->ages);
    model->mortality = pack_rates(self, model->mortality, model, model->ages);
    model->mortality_is_sx = pack_bool(self, model->mortality_is_sx);
    model->mortality_standard = pack_rates(self, model->mortality_standard, model, model->ages);
    model->srb = pack_rates(self, model->srb, model, 1);
    model->migration.form = (enum migration_form)pack_size(self, model->migration.form, MIGRATION_GROSS);
    model->migration.rule = (enum migration_rule)pack_size(self, model->migration.rule, MIGRATION_RULES - 1);
    model->migration.persons = pack_rates(self, model->migration.persons, model, model->ages);
    model->migration.departure_rate = pack_rates(self, model->migration.departure_rate, model, model->ages);
}

static struct pupil_history pack_history(struct packing *self, struct pupil_history history, const struct model *model)
{
    history.years = pack_size(self, history.years, MOST_STATES);
    if (history.years == 0) {
        return (struct pupil_history) { .years = 0 };
    }
    history.first_year = pack_int(self, history.first_year, LEAST_YEAR, MOST_YEAR);
    history.by_town = pack_bool(self, history.by_town);
    history.has_level = pack_bools(self, history.has_level, model->level_count);
    history.pupils = pack_doubles(self, history.pupils,
                                  history.years * (history.by_town ? model->town_count : 1) * model->grade_count);
    return history;
}

static void pack_schools(struct packing *self, struct model *model)
{
    const size_t cells = model->town_count * model->level_count;

    model->enrolment_rate = pack_rates(self, model->enrolment_rate, model, model->grade_count);
    model->public_share = pack_rates(self, model->public_share, model, model->level_count);
    model->share_from_pupils = pack_bools(self, model->share_from_pupils, model->level_count);
    model->pupils_by_town = pack_bool(self, model->pupils_by_town);
    if (pack_bool(self, model->public_pupils != NULL)) {
        model->public_pupils =
            pack_doubles(self, model->public_pupils, model->pupils_by_town ? cells : model->level_count);
    }
    model->pupil_history = pack_history(self, model->pupil_history, model);
    model->base_seats = pack_doubles(self, model->base_seats, cells);
    model->base_seats_status =
        pack_each(self, model->base_seats_status, cells, sizeof *model->base_seats_status, pack_status, NULL);
}

static void pack_projects(struct packing *self, struct model *model)
{
    model->estate_count = pack_count(self, model->estate_count);
    model->estates = pack_each(self, model->estates, model->estate_count, sizeof *model->estates, pack_estate, model);
    model->project_count = pack_count(self, model->project_count);
    model->projects =
        pack_each(self, model->projects, model->project_count, sizeof *model->projects, pack_project, model);
    model->project_seats_count = pack_count(self, model->project_seats_count);
    pack_check(self, model->project_seats_count == 0 || (model->project_count > 0 && model->level_count > 0));
    model->project_seats = pack_each(self, model->project_seats, model->project_seats_count,
                                     sizeof *model->project_seats, pack_project_seats, model);
}

static void pack_model(struct packing *self, struct model *model)
{
    pack_counts(self, model);
    model->raised_class_size_above = pack_double(self, model->raised_class_size_above);
    model->levels = pack_each(self, model->levels, model->level_count, sizeof *model->levels, pack_level, model);
    model->towns = pack_each(self, model->towns, model->town_count, sizeof *model->towns, pack_town, model);
    pack_people(self, model);
    pack_schools(self, model);
    pack_projects(self, model);
}

static struct move pack_move(struct packing *self, struct move move, const struct inputs *inputs)
{
    const struct parameter_layout *layout = &inputs->scenario.layout;
    const int last = layout->first_year + (int)layout->years - 1;

    move.parameter = (enum parameter)pack_size(self, move.parameter, PARAMETERS - 1);
    move.kind = (enum move_kind)pack_size(self, move.kind, MOVE_KINDS - 1);
    const size_t keys = axis_keys(&inputs->model, parameter_rows[move.parameter].axis);

    move.key_count = pack_size(self, move.key_count, keys);
    pack_check(self, move.key_count > 0);
    move.keys = pack_sizes(self, move.keys, move.key_count, keys - 1);
    move.first_year = pack_int(self, move.first_year, layout->first_year, last);
    move.last_year = pack_int(self, move.last_year, move.first_year, last);
    pack_check(self, parameter_rows[move.parameter].type == PARAMETER_PATH || move.first_year == move.last_year);
    return move;
}

static void pack_axis(struct packing *self, void *thing, const void *of)
{
    struct sweep_axis *axis = thing;

    axis->move = pack_move(self, axis->move, of);
    axis->value_count = pack_count(self, axis->value_count);
    pack_check(self, axis->value_count > 0);
    axis->values = pack_doubles(self, axis->values, axis->value_count);
}

static struct distribution pack_distribution(struct packing *self, struct distribution distribution)
{
    distribution.shape = (enum distribution_shape)pack_size(self, distribution.shape, SHAPES - 1);
    distribution.centre = pack_double(self, distribution.centre);
    distribution.spread = pack_double(self, distribution.spread);
    distribution.low = pack_double(self, distribution.low);
    distribution.mode = pack_double(self, distribution.mode);
    distribution.high = pack_double(self, distribution.high);
    const bool listed = distribution.shape == SHAPE_EMPIRICAL || distribution.shape == SHAPE_DISCRETE;
    const bool weighed = distribution.shape == SHAPE_DISCRETE;

    distribution.count = pack_count(self, listed ? distribution.count : 0);
    pack_check(self, (distribution.count > 0) == listed);
    distribution.values = pack_doubles(self, distribution.values, distribution.count);
    distribution.weights = pack_doubles(self, distribution.weights, weighed ? distribution.count : 0);
    return distribution;
}

static void pack_stream(struct packing *self, void *thing, const void *of)
{
    const char **stream = thing;

    (void)of;
    *stream = pack_text(self, *stream);
}

static void pack_input(struct packing *self, void *thing, const void *of)
{
    struct ensemble_input *input = thing;

    input->move = pack_move(self, input->move, of);
    input->distribution = pack_distribution(self, input->distribution);
    input->each_key = pack_bool(self, input->each_key);
    input->each_year = pack_bool(self, input->each_year);
    input->autocorrelation = pack_double(self, input->autocorrelation);
    input->walk = pack_bool(self, input->walk);
    input->streams = pack_each(self, input->streams, input->each_key ? input->move.key_count : 1,
                               sizeof *input->streams, pack_stream, NULL);
}

static void pack_ensemble(struct packing *self, struct ensemble *ensemble, const struct inputs *inputs)
{
    ensemble->kind = (enum ensemble_kind)pack_size(self, ensemble->kind, ENSEMBLE_KINDS - 1);
    if (ensemble->kind == ENSEMBLE_NONE) {
        return;
    }
    ensemble->axis_count = pack_count(self, ensemble->axis_count);
    ensemble->axes = pack_each(self, ensemble->axes, ensemble->axis_count, sizeof *ensemble->axes, pack_axis, inputs);
    ensemble->input_count = pack_count(self, ensemble->input_count);
    ensemble->inputs =
        pack_each(self, ensemble->inputs, ensemble->input_count, sizeof *ensemble->inputs, pack_input, inputs);
    ensemble->draws = pack_size(self, ensemble->draws, INT32_MAX);
    ensemble->seed = pack_fixed(self, ensemble->seed, sizeof ensemble->seed);
    ensemble->points = (enum ensemble_points)pack_size(self, ensemble->points, POINTS_SOBOL);
    ensemble->alarm = pack_double(self, ensemble->alarm);
}

static void pack_scenario(struct packing *self, struct scenario *scenario, const struct inputs *inputs)
{
    const size_t states = pack_size(self, scenario->layout.years, MOST_STATES);

    pack_check(self, states > 0);
    const int last = inputs->model.base_year + (int)states - 1;

    scenario->first_year = pack_int(self, scenario->first_year, inputs->model.base_year, last);
    scenario->last_year = pack_int(self, scenario->last_year, scenario->first_year, last);
    if (self->is_bad) {
        return;
    }
    scenario->layout = parameter_layout(&inputs->model, last);
    /* where another version has other parameters */
    pack_check(self, pack_size(self, scenario->layout.size, SIZE_MAX) == scenario->layout.size);
    scenario->values = pack_doubles(self, scenario->values, scenario->layout.size);
    pack_ensemble(self, &scenario->ensemble, inputs);
}

/* All that comes after the head, in either direction. */
static void pack_inputs(struct packing *self, struct inputs *inputs)
{
    pack_model(self, &inputs->model);
    if (!self->is_bad) {
        pack_scenario(self, &inputs->scenario, inputs);
    }
    pack_check(self, !self->reads || self->at == self->length);
}

/* The inputs are in and out, so those that are written are a copy, which comes out as it went in. */
static struct packing written(const struct inputs *inputs, unsigned char *bytes, size_t length)
{
    struct packing packing = { .length = length, .at = HEAD };
    struct inputs copy = *inputs;

    packing.bytes = bytes;
    pack_inputs(&packing, &copy);
    assert(!packing.is_bad);
    return packing;
}

size_t image_bytes(const struct inputs *inputs)
{
    return written(inputs, NULL, 0).at;
}

void image_write(const struct inputs *inputs, unsigned char *bytes)
{
    const size_t length = image_bytes(inputs);
    struct packing head = { .bytes = bytes, .length = length };

    written(inputs, bytes, length);
    pack_fixed(&head, magic, NAME_BYTES);
    pack_fixed(&head, VERSION, NUMBER_BYTES);
    pack_fixed(&head, length, NUMBER_BYTES);
    pack_fixed(&head, bytes_hash(&bytes[HEAD], length - HEAD), HASH_BYTES);
}

static enum image_fault read_head(struct packing *packing)
{
    const uint64_t name = pack_fixed(packing, 0, NAME_BYTES);
    const uint64_t version = pack_fixed(packing, 0, NUMBER_BYTES);
    const uint64_t length = pack_fixed(packing, 0, NUMBER_BYTES);
    const uint64_t hash = pack_fixed(packing, 0, HASH_BYTES);

    if (packing->length < NAME_BYTES || name != magic) {
        return IMAGE_FOREIGN;
    }
    if (!packing->is_bad && version != VERSION) {
        return IMAGE_VERSION;
    }
    if (packing->is_bad || length != packing->length) {
        return IMAGE_CUT;
    }
    return bytes_hash(&packing->from[HEAD], packing->length - HEAD) == hash ? IMAGE_FINE : IMAGE_DAMAGED;
}

enum image_fault image_read(const unsigned char *bytes, size_t length, struct block *memory, struct inputs *inputs)
{
    struct packing packing = { .reads = true, .from = bytes, .length = length, .memory = *memory };
    const enum image_fault fault = read_head(&packing);

    *inputs = (struct inputs) { .scenario = { .values = NULL } };
    if (fault != IMAGE_FINE) {
        return fault;
    }
    pack_inputs(&packing, inputs);
    if (packing.is_bad || (memory->memory != NULL && !inputs_fit(inputs))) {
        *inputs = (struct inputs) { .scenario = { .values = NULL } };
        return IMAGE_IMPOSSIBLE;
    }
    *memory = packing.memory;
    return IMAGE_FINE;
}
