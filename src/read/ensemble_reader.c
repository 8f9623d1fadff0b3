#include "ensemble_reader.h"

#include <string.h>

#include "distribution_reader.h"
#include "ensemble_words.h"
#include "mem.h"
#include "move_reader.h"
#include "number.h"
#include "yaml_value.h"

/** More are no longer run in the time that anybody waits, or fill the disk. */
static const double draws_most = 1e7;
static const double points_most = 20000;
static const double values_most = 20000;

/** Dimensions that Sobol's points have. */
static const double sobol_most = 40;

/** A figure of from, to and steps, with the place where it is said. */
struct span {
    double from;
    double to;
    double steps;
};

static bool read_span(const struct ensemble_source *source, const struct move *move, yaml_value mapping,
                      struct span *span)
{
    const struct yaml_doc *doc = source->doc;
    const struct figure_rule rule = yaml_rule(IN_SPAN, "steps");
    const yaml_value from = yaml_need(doc, mapping, "from");
    const yaml_value to = yaml_need(doc, mapping, "to");

    yaml_keys(doc, mapping, IN_SPAN);
    bool good = yaml_number(doc, yaml_need(doc, mapping, "steps"), &rule, &span->steps);

    good = from != 0 && move_figure(source, move, from, "from", &span->from) &&
           move_in_range(source, move, from, span->from) && good;
    return to != 0 && move_figure(source, move, to, "to", &span->to) && move_in_range(source, move, to, span->to) &&
           good;
}

/* So many figures from the first to the last, both included; too many are only counted. */
static bool fill_span(const struct ensemble_source *source, const struct move_entry *read, const struct span *span,
                      struct sweep_axis *axis)
{
    axis->value_count = (size_t)span->steps;
    if (span->steps > values_most) {
        return true;
    }
    double *values = pool_array(&source->inputs->model.pool, axis->value_count, sizeof *values);

    for (size_t i = 0; i < axis->value_count; i++) {
        values[i] = i + 1 == axis->value_count ? span->to
                                               : span->from + (span->to - span->from) * ((double)i / (span->steps - 1));
        if (move_is_discrete(&read->move) && values[i] != (double)(long)values[i]) {
            report(source->doc->problems, yaml_place(source->doc, read->figures), MESSAGE_STEPS_NOT_WHOLE,
                   SLOTS({ "found", number_text(values[i]).text },
                         { "parameter", parameter_rows[read->move.parameter].name }));
            return false;
        }
    }
    axis->values = values;
    return true;
}

/* Of a move whose keys or years are not known the figures are still read, but not held against the ranges. */
static struct ensemble_source judged_source(const struct ensemble_source *source, bool good_move)
{
    struct ensemble_source judged = *source;

    judged.settled = source->settled && good_move;
    return judged;
}

static bool has_words(const struct move *move)
{
    const enum parameter_type type = parameter_rows[move->parameter].type;

    return type == PARAMETER_CHOICE || type == PARAMETER_SWITCH || type == PARAMETER_TOWN;
}

static bool read_axis(const struct ensemble_source *source, yaml_value entry, struct sweep_axis *axis)
{
    struct move_entry read;
    struct span span = { 0, 0, 0 };

    const bool good = move_read(source, entry, IN_SWEEP, &read);
    const struct ensemble_source judged = judged_source(source, good);

    axis->move = read.move;
    if (!read.has_figures) {
        return false;
    }
    if (has_words(&read.move) || !yaml_is_mapping(source->doc, read.figures)) {
        return figures_read(&judged, &axis->move, read.figures, move_words[axis->move.kind].id, &axis->values,
                            &axis->value_count) &&
               good;
    }
    return read_span(&judged, &axis->move, read.figures, &span) && fill_span(&judged, &read, &span, axis) && good;
}

/* Counted as doubles, which do not run over. */
static bool check_grid(const struct ensemble_source *source, const struct ensemble *ensemble, yaml_value list)
{
    double points = 1;

    for (size_t axis = 0; axis < ensemble->axis_count; axis++) {
        points *= (double)ensemble->axes[axis].value_count;
    }
    if (points <= points_most) {
        return true;
    }
    report(source->doc->problems, yaml_place(source->doc, list), MESSAGE_GRID_TOO_LARGE,
           SLOTS({ "found", number_whole(points).text }, { "allowed", number_whole(points_most).text }));
    return false;
}

static bool read_sweep(const struct ensemble_source *source, yaml_value list, struct ensemble *ensemble)
{
    const struct yaml_doc *doc = source->doc;
    const size_t count = yaml_size(doc, list);

    if (!yaml_list(doc, list, "sweep")) {
        return false;
    }
    struct sweep_axis *axes = pool_array(&source->inputs->model.pool, count, sizeof *axes);
    bool good = count > 0;

    ensemble->axes = axes;
    ensemble->axis_count = count;
    for (size_t axis = 0; axis < count; axis++) {
        good = read_axis(source, yaml_item(doc, list, axis), &axes[axis]) && good;
    }
    if (count == 0) {
        report(doc->problems, yaml_place(doc, list), MESSAGE_ENSEMBLE_LIST_EMPTY, SLOTS({ "key", "sweep" }));
    }
    return good && check_grid(source, ensemble, list);
}

static bool read_autocorrelation(const struct ensemble_source *source, const struct move_entry *read,
                                 struct ensemble_input *input)
{
    const struct figure_rule rule = yaml_rule(IN_INPUT, "autocorrelation");
    const yaml_value value = yaml_find(source->doc, read->entry, "autocorrelation");
    const struct parameter_row *row = &parameter_rows[read->move.parameter];

    input->autocorrelation = 1;
    if (value == 0) {
        return true;
    }
    if (row->type != PARAMETER_PATH) {
        report(source->doc->problems, yaml_place(source->doc, value), MESSAGE_MOVE_NO_PATH,
               SLOTS({ "key", "autocorrelation" }, { "parameter", row->name }));
        return false;
    }
    const bool good = yaml_number(source->doc, value, &rule, &input->autocorrelation);

    input->each_year = input->autocorrelation < 1; /* at 1 all years have the first one's figure */
    return good;
}

static bool read_walk(const struct ensemble_source *source, const struct move_entry *read, struct ensemble_input *input)
{
    const struct yaml_doc *doc = source->doc;
    const yaml_value value = yaml_find(doc, read->entry, "walk");
    const yaml_value other = yaml_find(doc, read->entry, "autocorrelation");
    const struct parameter_row *row = &parameter_rows[read->move.parameter];

    if (value == 0) {
        return true;
    }
    if (row->type != PARAMETER_PATH) {
        report(doc->problems, yaml_place(doc, value), MESSAGE_MOVE_NO_PATH,
               SLOTS({ "key", "walk" }, { "parameter", row->name }));
        return false;
    }
    if (!yaml_switch(doc, value, "walk", &input->walk)) {
        return false;
    }
    if (input->walk && other != 0) {
        report(doc->problems, yaml_place(doc, other), MESSAGE_WALK_AND_AUTOCORRELATION, NULL);
        return false;
    }
    input->each_year = input->each_year || input->walk;
    return true;
}

/* Steps of a walk add up: what they add up to is known of normals alone, and a mean of theirs would be a drift. */
static bool check_walk(const struct ensemble_source *source, yaml_value figures, const struct ensemble_input *input)
{
    const struct yaml_doc *doc = source->doc;
    const struct distribution *of = &input->distribution;
    const yaml_value word = yaml_find(doc, figures, "distribution");

    if (!input->walk) {
        return true;
    }
    if (of->shape != SHAPE_NORMAL && of->shape != SHAPE_LOGNORMAL) {
        report(doc->problems, yaml_place(doc, word == 0 ? figures : word), MESSAGE_WALK_SHAPE,
               SLOTS({ "found", shape_words[of->shape].id }));
        return false;
    }
    if (input->move.kind == MOVE_ADD && of->shape == SHAPE_NORMAL && of->centre != 0) {
        report(doc->problems, yaml_place(doc, yaml_find(doc, figures, "mean")), MESSAGE_WALK_MEAN,
               SLOTS({ "found", number_text(of->centre).text },
                     { "parameter", parameter_rows[input->move.parameter].name }));
        return false;
    }
    return true;
}

/* A single year has no other to go with. */
static void settle_years(struct ensemble_input *input)
{
    if (input->move.first_year == input->move.last_year) {
        input->each_year = false;
        input->walk = false;
    }
}

/* The ids of an input's keys, where each has a figure of its own; else all that it moves together, in one text. */
static const char *shared_stream(const struct ensemble_source *source, const struct move *move)
{
    const struct inputs *inputs = source->inputs;
    const enum parameter_axis axis = parameter_rows[move->parameter].axis;
    size_t room = 1;

    if (axis == AXIS_NONE || move->key_count == inputs->scenario.layout.keys[move->parameter]) {
        return "";
    }
    for (size_t key = 0; key < move->key_count; key++) {
        room += strlen(axis_key(&inputs->model, axis, move->keys[key])) + 1;
    }
    char *stream = pool_array(&source->inputs->model.pool, room, 1);

    for (size_t key = 0; key < move->key_count; key++) {
        strcat(stream, key == 0 ? "" : "\t"); /* in no id */
        strcat(stream, axis_key(&inputs->model, axis, move->keys[key]));
    }
    return stream;
}

/* Whether an earlier input of the parameter draws by the same text. */
static bool is_taken(const struct ensemble *ensemble, size_t input, const char *stream)
{
    for (size_t i = 0; i < input; i++) {
        const struct ensemble_input *other = &ensemble->inputs[i];

        for (size_t k = 0; k < (other->each_key ? other->move.key_count : 1); k++) {
            if (other->move.parameter == ensemble->inputs[input].move.parameter &&
                strcmp(other->streams[k], stream) == 0) {
                return true;
            }
        }
    }
    return false;
}

/* Luck of its own for a second input of the same place: a tab behind the text for each time that it is taken. */
static const char *free_stream(const struct ensemble_source *source, const struct ensemble *ensemble, size_t input,
                               const char *stream)
{
    while (is_taken(ensemble, input, stream)) {
        char *longer = pool_array(&source->inputs->model.pool, strlen(stream) + 2, 1);

        stream = strcat(strcpy(longer, stream), "\t");
    }
    return stream;
}

static void name_streams(const struct ensemble_source *source, const struct ensemble *ensemble, size_t at,
                         struct ensemble_input *input)
{
    const struct inputs *inputs = source->inputs;
    const enum parameter_axis axis = parameter_rows[input->move.parameter].axis;
    const size_t count = input->each_key ? input->move.key_count : 1;
    const char **streams = pool_array(&source->inputs->model.pool, count, sizeof *streams);

    for (size_t key = 0; key < count; key++) {
        const char *own = input->each_key && axis != AXIS_NONE ? axis_key(&inputs->model, axis, input->move.keys[key])
                                                               : shared_stream(source, &input->move);

        streams[key] = free_stream(source, ensemble, at, own);
    }
    input->streams = streams;
}

static bool read_input(const struct ensemble_source *source, yaml_value entry, struct ensemble_input *input)
{
    struct move_entry read;

    bool good = move_read(source, entry, IN_INPUT, &read);
    const struct ensemble_source judged = judged_source(source, good);

    if (!read.has_figures) {
        return false;
    }
    input->move = read.move;
    input->each_key = read.each_key;
    good = read_autocorrelation(source, &read, input) && good;
    good = read_walk(source, &read, input) && good;
    if (yaml_find(source->doc, entry, "source") == 0) {
        report(source->doc->problems, yaml_place(source->doc, entry), MESSAGE_DISTRIBUTION_WITHOUT_SOURCE,
               SLOTS({ "parameter", parameter_rows[read.move.parameter].name }));
    }
    good = distribution_read(&judged, &input->move, read.figures, &input->distribution) &&
           check_walk(source, read.figures, input) && good;
    settle_years(input);
    return good;
}

static bool read_inputs(const struct ensemble_source *source, yaml_value section, struct ensemble *ensemble)
{
    const struct yaml_doc *doc = source->doc;
    const yaml_value list = yaml_need(doc, section, "inputs");
    const size_t count = yaml_size(doc, list);

    if (list == 0 || !yaml_list(doc, list, "inputs")) {
        return false;
    }
    struct ensemble_input *inputs = pool_array(&source->inputs->model.pool, count, sizeof *inputs);
    bool good = count > 0;

    ensemble->inputs = inputs;
    ensemble->input_count = count;
    for (size_t input = 0; input < count; input++) {
        good = read_input(source, yaml_item(doc, list, input), &inputs[input]) && good;
    }
    if (count == 0) {
        report(doc->problems, yaml_place(doc, list), MESSAGE_ENSEMBLE_LIST_EMPTY, SLOTS({ "key", "inputs" }));
    }
    for (size_t input = 0; input < count && good; input++) {
        name_streams(source, ensemble, input, &inputs[input]);
    }
    return good;
}

/* Sobol's points: a dimension for each figure of a draw; Saltelli's design draws all twice. */
static bool check_sobol(const struct ensemble_source *source, yaml_value section, const struct ensemble *ensemble)
{
    const bool twice = ensemble->kind == ENSEMBLE_SENSITIVITY;
    const double figures = (double)ensemble_dimensions(ensemble);
    const double wanted = twice ? 2 * figures : figures;

    if (ensemble->points != POINTS_SOBOL || wanted <= sobol_most) {
        return true;
    }
    report(source->doc->problems, yaml_place(source->doc, yaml_find(source->doc, section, "points")),
           twice ? MESSAGE_SOBOL_DIMENSIONS_TWICE : MESSAGE_SOBOL_DIMENSIONS,
           SLOTS({ "figures", number_whole(figures).text }, { "found", number_whole(wanted).text },
                 { "allowed", number_whole(sobol_most).text }));
    return false;
}

/* Saltelli's design: no rows, or a variance to share out; and runs that somebody waits for. */
static bool check_rows(const struct ensemble_source *source, yaml_value section, const struct ensemble *ensemble)
{
    const struct place place = yaml_place(source->doc, yaml_find(source->doc, section, "draws"));
    const double runs = (double)ensemble->draws * ((double)ensemble->input_count + 2);

    if (ensemble->kind != ENSEMBLE_SENSITIVITY || (ensemble->draws != 1 && runs <= draws_most)) {
        return true;
    }
    if (ensemble->draws == 1) {
        report(source->doc->problems, place, MESSAGE_ROWS_ONE, NULL);
    } else {
        report(source->doc->problems, place, MESSAGE_ROWS_MANY,
               SLOTS({ "found", number_whole((double)ensemble->draws).text },
                     { "inputs", number_whole((double)ensemble->input_count).text },
                     { "runs", number_whole(runs).text }, { "allowed", number_whole(draws_most).text }));
    }
    return false;
}

static bool read_settings(const struct ensemble_source *source, yaml_value section, struct ensemble *ensemble)
{
    const struct yaml_doc *doc = source->doc;
    const bool many = ensemble->kind == ENSEMBLE_UNCERTAINTY;
    const enum file_mapping in = many ? IN_UNCERTAINTY : IN_SENSITIVITY;
    const struct figure_rule draws_rule = yaml_rule(in, "draws");
    const struct figure_rule seed_rule = yaml_rule(in, "seed");
    const struct figure_rule alarm_rule = yaml_rule(IN_UNCERTAINTY, "alarm");
    const yaml_value points = yaml_find(doc, section, "points");
    double draws = 0;
    double seed = 0;
    size_t word = POINTS_RANDOM;

    yaml_keys(doc, section, in);
    bool good = yaml_number(doc, yaml_need(doc, section, "draws"), &draws_rule, &draws);

    good = yaml_number_or(doc, yaml_find(doc, section, "seed"), &seed_rule, 1, &seed) && good;
    good =
        (!many || yaml_number_or(doc, yaml_find(doc, section, "alarm"), &alarm_rule, USUAL_ALARM, &ensemble->alarm)) &&
        good;
    good = (points == 0 || yaml_word(doc, points, "points", points_words, POINTS_SOBOL + 1, &word)) && good;
    ensemble->draws = (size_t)draws;
    ensemble->seed = (uint64_t)seed;
    ensemble->points = (enum ensemble_points)word;
    return good;
}

static bool read_drawn(const struct ensemble_source *source, yaml_value section, struct ensemble *ensemble)
{
    if (!yaml_mapping(source->doc, section, ensemble_words[ensemble->kind].id)) {
        return false;
    }
    const bool settings = read_settings(source, section, ensemble);
    const bool inputs = read_inputs(source, section, ensemble);

    return settings && inputs && check_rows(source, section, ensemble) && check_sobol(source, section, ensemble);
}

static const struct move *move_at(const struct ensemble *ensemble, size_t index)
{
    return ensemble->kind == ENSEMBLE_SWEEP ? &ensemble->axes[index].move : &ensemble->inputs[index].move;
}

static bool overlap(const struct move *a, const struct move *b)
{
    if (a->parameter != b->parameter || a->last_year < b->first_year || b->last_year < a->first_year) {
        return false;
    }
    for (size_t i = 0; i < a->key_count; i++) {
        for (size_t k = 0; k < b->key_count; k++) {
            if (a->keys[i] == b->keys[k]) {
                return true;
            }
        }
    }
    return false;
}

/* Moves act one after the other, so what is set last would make nothing of what was drawn before. */
static void check_overwritten(const struct ensemble_source *source, const struct ensemble *ensemble, yaml_value list)
{
    const size_t count = ensemble->kind == ENSEMBLE_SWEEP ? ensemble->axis_count : ensemble->input_count;

    for (size_t later = 1; later < count; later++) {
        for (size_t before = 0; before < later && move_at(ensemble, later)->kind == MOVE_SET; before++) {
            if (overlap(move_at(ensemble, before), move_at(ensemble, later))) {
                const yaml_value entry = yaml_item(source->doc, list, later);

                report(source->doc->problems, yaml_place(source->doc, yaml_find(source->doc, entry, "set")),
                       MESSAGE_MOVE_OVERWRITES,
                       SLOTS({ "parameter", parameter_rows[move_at(ensemble, later)->parameter].name }));
                break;
            }
        }
    }
}

static void read_section(const struct ensemble_source *source, enum ensemble_kind kind, yaml_value section)
{
    struct ensemble *ensemble = &source->inputs->scenario.ensemble;
    const bool sweep = kind == ENSEMBLE_SWEEP;

    *ensemble = (struct ensemble) { .kind = kind, .seed = 1, .alarm = USUAL_ALARM };
    if (sweep ? read_sweep(source, section, ensemble) : read_drawn(source, section, ensemble)) {
        check_overwritten(source, ensemble, sweep ? section : yaml_find(source->doc, section, "inputs"));
    }
}

/* Where the section's name stands. */
static struct place section_place(const struct yaml_doc *doc, const char *section)
{
    const yaml_value root = yaml_root(doc);
    size_t entry = 0;

    while (strcmp(yaml_raw(doc, yaml_key(doc, root, entry)), section) != 0) {
        entry++;
    }
    return yaml_place(doc, yaml_key(doc, root, entry));
}

/* Whether the file asks for an ensemble; all of those it asks for but the first are reported. */
static bool read_file(const struct ensemble_source *source)
{
    const struct yaml_doc *doc = source->doc;
    enum ensemble_kind first = ENSEMBLE_NONE;

    for (enum ensemble_kind kind = ENSEMBLE_SWEEP; kind < ENSEMBLE_KINDS; kind++) {
        const yaml_value section = yaml_find(doc, yaml_root(doc), ensemble_words[kind].id);

        if (section == 0) {
            continue;
        }
        if (first != ENSEMBLE_NONE) {
            report(doc->problems, section_place(doc, ensemble_words[kind].id), MESSAGE_ENSEMBLE_SECOND,
                   SLOTS({ "found", ensemble_words[kind].id }, { "first", ensemble_words[first].id }));
            continue;
        }
        first = kind;
        read_section(source, kind, section);
    }
    return first != ENSEMBLE_NONE;
}

void ensemble_read(const struct scenario_chain *chain, struct inputs *inputs, bool whole_model, bool settled)
{
    for (size_t file = 0; file < chain->count; file++) {
        const struct ensemble_source source = { &chain->files[file].doc, inputs, whole_model, settled };

        if (read_file(&source)) {
            return;
        }
    }
}
