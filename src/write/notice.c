#include "notice.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "mem.h"

/** What all rows are made from. */
struct source {
    const struct inputs *inputs;
    const struct result *result;
    const struct ensemble_result *draws; /**< NULL: none. */
    const double *late[2];               /**< [town][level] of the coming year and the next. */
};

static const struct gap *row_at(const struct source *source, int year, size_t place, size_t level)
{
    const struct model *model = &source->inputs->model;

    return result_gap(source->result, model, (size_t)(year - model->base_year), place, level);
}

static void keep_greatest(struct notice_peak *peak, int year, double value)
{
    if (value > peak->value) {
        *peak = (struct notice_peak) { year, value };
    }
}

static void look_ahead(const struct source *source, struct outlook *row)
{
    const struct scenario *scenario = &source->inputs->scenario;

    for (int year = scenario->first_year; year <= scenario->last_year; year++) {
        const struct gap *gap = row_at(source, year, row->place, row->level);

        keep_greatest(&row->peak, year, gap->demand);
        if (year < scenario->notice.school_year) {
            continue;
        }
        keep_greatest(&row->worst, year, gap->shortage);
        row->widest_seats = gap->surplus > row->widest.value ? gap->seats : row->widest_seats;
        keep_greatest(&row->widest, year, gap->surplus);
        if (gap->shortage >= NOTICE_SHORT_FROM) {
            row->first_short = row->first_short == NO_YEAR ? year : row->first_short;
            row->last_short = year;
        }
    }
}

static double mean_class_size(const struct level *level)
{
    double sum = 0;

    for (size_t grade = 0; grade < level->grades; grade++) {
        sum += level->class_size[grade];
    }
    return sum / (double)level->grades;
}

/* The likelier of the two years. */
static void look_at_draws(const struct source *source, struct outlook *row)
{
    const struct scenario *scenario = &source->inputs->scenario;
    const int year = scenario->notice.school_year;

    row->probability = NAN;
    for (int of = year; source->draws != NULL && of <= year + 1 && of <= scenario->last_year; of++) {
        const size_t series = many_runs_series_at(source->draws->runs, MEASURE_GAP, (size_t)(of - scenario->first_year),
                                                  row->place, row->level);
        const double probability = source->draws->summaries[series].above.probability;

        if (isnan(row->probability) || probability > row->probability) {
            row->probability = probability;
            row->probability_year = of;
        }
    }
}

static struct outlook outlook_of(const struct source *source, size_t place, size_t level)
{
    const struct model *model = &source->inputs->model;
    const struct scenario *scenario = &source->inputs->scenario;
    const int year = scenario->notice.school_year;
    struct outlook row = { .place = place,
                           .level = level,
                           .coming = *row_at(source, year, place, level),
                           .last = *row_at(source, scenario->last_year, place, level),
                           .class_size = mean_class_size(&model->levels[level]) };

    if (year < scenario->last_year) {
        row.next = *row_at(source, year + 1, place, level);
    }
    look_ahead(source, &row);
    look_at_draws(source, &row);
    return row;
}

static enum alert alert_of(const struct notice_settings *settings, const struct outlook *row)
{
    if (row->coming.shortage >= NOTICE_SHORT_FROM) {
        return ALERT_RED;
    }
    return row->next.shortage >= NOTICE_SHORT_FROM || row->probability > settings->amber_probability ? ALERT_AMBER
                                                                                                     : ALERT_GREEN;
}

/* What the row shows, and what came before it. */
static void show(const struct source *source, struct outlook *row)
{
    const int coming = source->inputs->scenario.notice.school_year;
    const bool amber = row->alert == ALERT_AMBER;
    const int year = !amber ? coming : row->next.shortage >= NOTICE_SHORT_FROM ? coming + 1 : row->probability_year;

    row->shown_year = year;
    row->shown = *row_at(source, year, row->place, row->level);
    row->demand_before = NAN;
    row->seats_before = NAN;
    if (year > source->inputs->model.base_year) {
        const struct gap *before = row_at(source, year - 1, row->place, row->level);

        row->demand_before = before->demand;
        row->seats_before = before->seats;
    }
}

/* Seats by town and level that the plan has in use by the year and the scenario has not. free(). */
static double *late_seats(const struct inputs *inputs, int year)
{
    const struct model *model = &inputs->model;
    double *late = mem_array(model->town_count * model->level_count, sizeof *late);

    for (size_t row = 0; row < model->project_seats_count; row++) {
        const struct project_seats *seats = &model->project_seats[row];
        const struct project *project = &model->projects[seats->project];

        if (project->kind != KIND_CLOSE && project->completion > model->base_year && project->completion <= year &&
            supply_usable_year(inputs, inputs->scenario.values, seats->project) > year) {
            const size_t town = supply_town(inputs, inputs->scenario.values, seats->project);

            late[town * model->level_count + seats->level] += seats->seats;
        }
    }
    return late;
}

/* Short at first, and in the end with as much to spare. */
static bool is_passing(const struct outlook *row)
{
    return row->worst.value >= NOTICE_SHORT_FROM && row->last.surplus >= row->worst.value;
}

static void add_to_district(const struct notice *self, const struct outlook *row, struct outlook *district)
{
    district->towns[row->alert]++;
    district->eased += fmin(row->coming.shortage, row->coming.seats_nominal - row->coming.seats);
    district->later_towns += row->first_short > self->year + 1;
    if (is_passing(row)) {
        district->passing_towns++;
        district->passing_seats += row->worst.value;
    }
    district->lasting_towns += row->last.shortage >= NOTICE_SHORT_FROM;
}

/* What an area has to spare, town by town, and what of its shortages that meets. */
static void look_nearby(struct notice *self, const struct source *source)
{
    const struct model *model = &self->inputs->model;

    for (size_t index = 0; index < self->row_count; index++) {
        struct outlook *row = &self->rows[index];
        const size_t area = model->towns[row->place].area;

        if (area != NO_AREA) {
            row->nearby =
                row_at(source, row->shown_year, model->town_count + area, row->level)->surplus - row->shown.surplus;
        }
    }
    for (size_t area = 0; area < model->area_count; area++) {
        for (size_t level = 0; level < model->level_count; level++) {
            const struct gap *sum = row_at(source, self->year, model->town_count + area, level);

            self->district[level].nearby += fmin(sum->shortage, sum->surplus);
        }
    }
}

/** What a row is sorted by; a total order. */
struct rank {
    enum alert alert;
    double size; /**< The greater, the worse. */
    double likely;
    size_t row;
};

static int compare_ranks(const void *first, const void *second)
{
    const struct rank *a = first;
    const struct rank *b = second;

    if (a->alert != b->alert) {
        return a->alert > b->alert ? -1 : 1;
    }
    if (a->size != b->size) {
        return a->size > b->size ? -1 : 1;
    }
    if (a->likely != b->likely) {
        return a->likely > b->likely ? -1 : 1;
    }
    return (a->row > b->row) - (a->row < b->row);
}

static struct rank rank_of(const struct outlook *row, size_t index)
{
    const double size = row->alert == ALERT_RED     ? row->coming.shortage
                        : row->alert == ALERT_AMBER ? row->next.shortage
                                                    : row->coming.surplus;

    return (struct rank) { row->alert, size, isnan(row->probability) ? 0 : row->probability, index };
}

static void put_in_order(struct notice *self)
{
    struct rank *ranks = mem_array(self->row_count, sizeof *ranks);

    for (size_t index = 0; index < self->row_count; index++) {
        ranks[index] = rank_of(&self->rows[index], index);
        self->counts[ranks[index].alert]++;
    }
    qsort(ranks, self->row_count, sizeof *ranks, compare_ranks);
    for (size_t index = 0; index < self->row_count; index++) {
        self->order[index] = ranks[index].row;
    }
    free(ranks);
}

/* Levels of the district, before its towns are added. */
static void begin_district(struct notice *self, const struct source *source)
{
    const struct model *model = &self->inputs->model;
    size_t lowest = 0;

    for (size_t level = 0; level < model->level_count; level++) {
        self->district[level] = outlook_of(source, gap_places(model) - 1, level);
        show(source, &self->district[level]);
        lowest = model->levels[level].entry_age < model->levels[lowest].entry_age ? level : lowest;
    }
    if (model->level_count > 1) {
        self->district[lowest].lowest_level = true;
    }
}

static void add_town(struct notice *self, const struct source *source, size_t town)
{
    const struct model *model = &self->inputs->model;

    for (size_t level = 0; level < model->level_count; level++) {
        struct outlook *row = &self->rows[self->row_count++];

        *row = outlook_of(source, town, level);
        row->alert = alert_of(&self->inputs->scenario.notice, row);
        show(source, row);
        row->late = source->late[row->shown_year - self->year][town * model->level_count + level];
        self->district[level].late += source->late[0][town * model->level_count + level];
        add_to_district(self, row, &self->district[level]);
    }
    self->towns++;
}

/* Seats for which no town is known stand in one where nobody lives. */
static void add_unplaced(struct notice *self, const struct source *source, size_t town)
{
    for (size_t level = 0; level < self->inputs->model.level_count; level++) {
        self->unplaced += row_at(source, self->year, town, level)->seats;
    }
}

void notice_make(struct notice *self, const struct inputs *inputs, const struct result *result,
                 const struct ensemble_result *ensemble)
{
    const struct model *model = &inputs->model;
    const struct scenario *scenario = &inputs->scenario;
    const bool drawn = ensemble != NULL && scenario->ensemble.kind == ENSEMBLE_UNCERTAINTY;
    double *late[] = { late_seats(inputs, scenario->notice.school_year),
                       late_seats(inputs, scenario->notice.school_year + 1) };
    const struct source source = { inputs, result, drawn ? ensemble : NULL, { late[0], late[1] } };
    const size_t rows = model->town_count * model->level_count;

    assert(result->first_place == 0);
    *self = (struct notice) { .inputs = inputs,
                              .year = scenario->notice.school_year,
                              .has_next = scenario->notice.school_year < scenario->last_year,
                              .has_probability = drawn,
                              .rows = mem_array(rows, sizeof *self->rows),
                              .district = mem_array(model->level_count, sizeof *self->district),
                              .order = mem_array(rows, sizeof *self->order) };
    begin_district(self, &source);
    for (size_t town = 0; town < model->town_count; town++) {
        if (model->towns[town].population > 0) {
            add_town(self, &source, town);
        } else {
            add_unplaced(self, &source, town);
        }
    }
    look_nearby(self, &source);
    put_in_order(self);
    free(late[0]);
    free(late[1]);
}

void notice_free(struct notice *self)
{
    free(self->rows);
    free(self->district);
    free(self->order);
    *self = (struct notice) { .inputs = NULL };
}
