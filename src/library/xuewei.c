#include "xuewei.h"

#include <math.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "isa_choice.h"
#include "mem.h"
#include "mem_escape.h"
#include "number.h"
#include "plausible.h"
#include "problems.h"
#include "resolve.h"
#include "run.h"

/* What a block asks of its memory. */
enum { ALIGNMENT = 64 };

struct xuewei {
    struct inputs inputs;
    struct problems problems;
    struct problem_told *told; /**< [problems.count] Owned. */
    double *values;            /**< [layout.size] What the scenario says, with what was set since. Owned. */
    void *memory;              /**< Of the result. Owned. */
    struct result result;
    bool is_open; /**< The inputs are whole. */
    bool has_run; /**< The result is that of the values. */
};

/** What a guarded piece of work works on. */
struct task {
    struct xuewei *self;
    const char *scenario;
    const char *parameter;
    const char *key;
    int year;
    double value;
    int status;
};

typedef void guarded_work(struct task *task);

/* Without memory the work is left where it was. */
static int guard(guarded_work *work, struct task *task)
{
    jmp_buf place;
    jmp_buf *before = mem_escape_to(&place);

    if (setjmp(place) != 0) {
        mem_escape_to(before);
        return XUEWEI_NO_MEMORY;
    }
    work(task);
    mem_escape_to(before);
    return task->status;
}

static void choose_isa(void)
{
    isa_choose(NULL);
}

static void forget_problems(struct xuewei *self)
{
    free(self->told);
    self->told = NULL;
    problems_free(&self->problems);
}

static void tell_problems(struct xuewei *self)
{
    self->told = problems_told(&self->problems);
}

static void open_scenario(struct task *task)
{
    struct xuewei *self = task->self;

    task->status = XUEWEI_BAD_INPUT;
    if (inputs_read(&self->inputs, task->scenario, &self->problems)) {
        struct scenario *scenario = &self->inputs.scenario;
        const size_t size = scenario->layout.size;

        self->values = mem_array(size, sizeof *self->values);
        memcpy(self->values, scenario->values, size * sizeof *self->values);
        scenario->values = self->values;
        self->is_open = true;
        task->status = XUEWEI_OK;
    }
    tell_problems(self);
}

/* Half-open handles of a machine without memory are freed. */
int xuewei_open(const char *scenario, xuewei **self)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;

    if (scenario == NULL || self == NULL) {
        return XUEWEI_MISUSE;
    }
    pthread_once(&once, choose_isa);
    *self = calloc(1, sizeof **self);
    if (*self == NULL) {
        return XUEWEI_NO_MEMORY;
    }
    struct task task = { .self = *self, .scenario = scenario };
    const int status = guard(open_scenario, &task);

    if (status == XUEWEI_NO_MEMORY) {
        xuewei_free(*self);
        *self = NULL;
    }
    return status;
}

void xuewei_free(xuewei *self)
{
    if (self == NULL) {
        return;
    }
    forget_problems(self);
    model_free(&self->inputs.model);
    free(self->values);
    free(self->memory);
    free(self);
}

size_t xuewei_problem_count(const xuewei *self)
{
    return self == NULL || self->told == NULL ? 0 : self->problems.count;
}

int xuewei_problem(const xuewei *self, size_t index, struct xuewei_problem *problem)
{
    if (problem == NULL || index >= xuewei_problem_count(self)) {
        return XUEWEI_MISUSE;
    }
    const struct problem_told *told = &self->told[index];

    *problem = (struct xuewei_problem) { .code = message_id(told->message),
                                         .file = told->place.file,
                                         .line = told->place.line,
                                         .column = told->place.column,
                                         .is_note = message_kind(told->message) == NOTE,
                                         .text = { told->text[CHINESE], told->text[ENGLISH] } };
    return XUEWEI_OK;
}

/* The parameter of that name, or PARAMETERS. */
static size_t find_parameter(const char *name)
{
    size_t parameter = 0;

    while (parameter < PARAMETERS && strcmp(parameter_rows[parameter].name, name) != 0) {
        parameter++;
    }
    return parameter;
}

/* The key on the parameter's axis, or the count of keys. */
static size_t find_key(const struct xuewei *self, size_t parameter, const char *key)
{
    const enum parameter_axis axis = parameter_rows[parameter].axis;
    const size_t keys = self->inputs.scenario.layout.keys[parameter];
    size_t index = axis == AXIS_NONE ? keys : 0;

    while (index < keys && strcmp(axis_key(&self->inputs.model, axis, index), key) != 0) {
        index++;
    }
    return index;
}

/* Whether the path has the year; one that is no path has any. */
static bool has_year(const struct xuewei *self, size_t parameter, int year)
{
    const struct parameter_layout *layout = &self->inputs.scenario.layout;

    return parameter_rows[parameter].type != PARAMETER_PATH ||
           (year >= layout->first_year && (size_t)(year - layout->first_year) < layout->years);
}

/* Ends of what the parameter takes in this model. */
static double most_of(const struct xuewei *self, const struct parameter_row *row)
{
    return row->type == PARAMETER_TOWN     ? (double)self->inputs.model.town_count - 1
           : row->type == PARAMETER_SWITCH ? 1
                                           : row->high;
}

static bool takes(const struct xuewei *self, const struct parameter_row *row, double value)
{
    const bool whole = row->type != PARAMETER_NUMBER && row->type != PARAMETER_PATH;

    if (row->type == PARAMETER_YEAR && value == NEVER) {
        return true;
    }
    return value >= row->low && value <= most_of(self, row) && (!whole || value == floor(value));
}

/* For a value that may be none. */
static struct number_text value_text(double value)
{
    return isfinite(value) ? number_text(value) : (struct number_text) { "NaN" };
}

static void report_value(struct xuewei *self, const struct parameter_row *row, double value)
{
    report(&self->problems, (struct place) { .file = NULL }, MESSAGE_LIBRARY_VALUE,
           SLOTS({ "parameter", row->name }, { "found", value_text(value).text }, { "low", number_text(row->low).text },
                 { "high", number_text(most_of(self, row)).text }));
}

/* Whether the parameter can be set so; reports why not. */
static bool check_setting(const struct task *task, size_t parameter)
{
    struct xuewei *self = task->self;
    const struct place nowhere = { .file = NULL };
    const struct parameter_layout *layout = &self->inputs.scenario.layout;

    if (parameter == PARAMETERS) {
        report(&self->problems, nowhere, MESSAGE_LIBRARY_PARAMETER, SLOTS({ "found", task->parameter }));
        return false;
    }
    const struct parameter_row *row = &parameter_rows[parameter];

    if (row->type == PARAMETER_CHOICE) {
        report(&self->problems, nowhere, MESSAGE_LIBRARY_CHOICE, SLOTS({ "parameter", row->name }));
    } else if (task->key != NULL && find_key(self, parameter, task->key) == layout->keys[parameter]) {
        report(&self->problems, nowhere, MESSAGE_LIBRARY_KEY,
               SLOTS({ "parameter", row->name }, { "found", task->key }));
    } else if (task->year != XUEWEI_ALL_YEARS && !has_year(self, parameter, task->year)) {
        report(&self->problems, nowhere, MESSAGE_LIBRARY_YEAR,
               SLOTS({ "parameter", row->name }, { "found", number_text(task->year).text },
                     { "first", number_text(layout->first_year).text },
                     { "last", number_text(self->inputs.scenario.last_year).text }));
    } else if (!takes(self, row, task->value)) {
        report_value(self, row, task->value);
    } else {
        return true;
    }
    return false;
}

static void set_key(const struct task *task, size_t parameter, size_t key)
{
    struct xuewei *self = task->self;
    const struct parameter_layout *layout = &self->inputs.scenario.layout;
    const bool path = parameter_rows[parameter].type == PARAMETER_PATH;
    double *values = &self->values[parameter_index(layout, (enum parameter)parameter, key, layout->first_year)];

    for (size_t year = 0; year < (path ? layout->years : 1); year++) {
        if (!path || task->year == XUEWEI_ALL_YEARS || task->year == layout->first_year + (int)year) {
            values[year] = task->value;
        }
    }
}

static void set_parameter(struct task *task)
{
    struct xuewei *self = task->self;
    const size_t parameter = find_parameter(task->parameter);

    forget_problems(self);
    task->status = XUEWEI_BAD_INPUT;
    if (check_setting(task, parameter)) {
        const size_t keys = self->inputs.scenario.layout.keys[parameter];
        const size_t only = task->key == NULL ? keys : find_key(self, parameter, task->key);

        for (size_t key = 0; key < keys; key++) {
            if (only == keys || key == only) {
                set_key(task, parameter, key);
            }
        }
        self->has_run = false;
        task->status = XUEWEI_OK;
    }
    tell_problems(self);
}

int xuewei_set(xuewei *self, const char *parameter, const char *key, int year, double value)
{
    if (self == NULL || parameter == NULL || !self->is_open) {
        return XUEWEI_MISUSE;
    }
    return guard(set_parameter,
                 &(struct task) { .self = self, .parameter = parameter, .key = key, .year = year, .value = value });
}

int xuewei_get(const xuewei *self, const char *parameter, const char *key, int year, double *value)
{
    if (self == NULL || parameter == NULL || value == NULL || !self->is_open) {
        return XUEWEI_MISUSE;
    }
    const size_t index = find_parameter(parameter);

    if (index == PARAMETERS || !has_year(self, index, year)) {
        return XUEWEI_MISUSE;
    }
    const size_t of = key == NULL ? 0 : find_key(self, index, key);

    if (of >= self->inputs.scenario.layout.keys[index]) {
        return XUEWEI_MISUSE;
    }
    *value = inputs_value(&self->inputs, self->values, (enum parameter)index, of, year);
    return XUEWEI_OK;
}

static void run_scenario(struct task *task)
{
    struct xuewei *self = task->self;
    const size_t bytes = run_bytes_keeping(&self->inputs, KEEP_GAPS);

    forget_problems(self);
    if (self->memory == NULL) {
        self->memory = mem_array(bytes + ALIGNMENT, 1);
    }
    struct block block = { .memory = (unsigned char *)self->memory + ALIGNMENT - (size_t)self->memory % ALIGNMENT,
                           .size = bytes };

    run_keeping(&self->inputs, self->values, KEEP_GAPS, &block, &self->result);
    self->has_run = plausible(&self->inputs, &self->result, &self->problems);
    task->status = self->has_run ? XUEWEI_OK : XUEWEI_BAD_INPUT;
    tell_problems(self);
}

int xuewei_run(xuewei *self)
{
    if (self == NULL || !self->is_open) {
        return XUEWEI_MISUSE;
    }
    self->has_run = false;
    return guard(run_scenario, &(struct task) { .self = self });
}

const char *xuewei_version(void)
{
    return XUEWEI_VERSION;
}

int xuewei_first_year(const xuewei *self)
{
    return self == NULL || !self->is_open ? 0 : self->inputs.scenario.first_year;
}

size_t xuewei_years(const xuewei *self)
{
    const struct scenario *scenario = self == NULL ? NULL : &self->inputs.scenario;

    return scenario == NULL || !self->is_open ? 0 : (size_t)(scenario->last_year - scenario->first_year) + 1;
}

size_t xuewei_towns(const xuewei *self)
{
    return self == NULL || !self->is_open ? 0 : self->inputs.model.town_count;
}

size_t xuewei_places(const xuewei *self)
{
    return self == NULL || !self->is_open ? 0 : gap_places(&self->inputs.model);
}

size_t xuewei_levels(const xuewei *self)
{
    return self == NULL || !self->is_open ? 0 : self->inputs.model.level_count;
}

/* The district's name stands under its own id in the model; here it is the total. */
static const struct name *place_name(const struct xuewei *self, size_t place)
{
    const struct model *model = &self->inputs.model;
    const size_t towns = model->town_count;

    return place < towns                       ? &model->towns[place].name
           : place < towns + model->area_count ? &model->areas[place - towns]
                                               : &model->name;
}

const char *xuewei_place_id(const xuewei *self, size_t place)
{
    const size_t places = xuewei_places(self);

    return place >= places ? NULL : place + 1 == places ? "total" : place_name(self, place)->id;
}

static bool is_language(int language)
{
    return language == XUEWEI_CHINESE || language == XUEWEI_ENGLISH;
}

const char *xuewei_place_name(const xuewei *self, size_t place, int language)
{
    return place < xuewei_places(self) && is_language(language) ? place_name(self, place)->text[language] : NULL;
}

const char *xuewei_level_id(const xuewei *self, size_t level)
{
    return level < xuewei_levels(self) ? self->inputs.model.levels[level].name.id : NULL;
}

const char *xuewei_level_name(const xuewei *self, size_t level, int language)
{
    return level < xuewei_levels(self) && is_language(language) ? self->inputs.model.levels[level].name.text[language]
                                                                : NULL;
}

/** A figure of a gap row. */
struct figure_name {
    const char *name;
    size_t offset;
};

#define FIGURE(member)                                                                                                 \
    {                                                                                                                  \
#member, offsetof(struct gap, member)                                                                          \
    }

static const struct figure_name FIGURES[] = {
    FIGURE(children),       FIGURE(enrolment),     FIGURE(demand),         FIGURE(seats_nominal),
    FIGURE(seats),          FIGURE(gap),           FIGURE(shortage),       FIGURE(surplus),
    FIGURE(classes_needed), FIGURE(classes_short), FIGURE(land_needed_m2), FIGURE(land_short_m2),
    FIGURE(staff_needed),   FIGURE(staff_short),   FIGURE(demand_assumed), FIGURE(seats_assumed),
};

enum { FIGURE_COUNT = sizeof FIGURES / sizeof FIGURES[0] };

static const struct figure_name *find_figure(const char *name)
{
    for (size_t index = 0; name != NULL && index < FIGURE_COUNT; index++) {
        if (strcmp(FIGURES[index].name, name) == 0) {
            return &FIGURES[index];
        }
    }
    return NULL;
}

int xuewei_figures(const xuewei *self, const char *figure, double *values, size_t count)
{
    const struct figure_name *of = find_figure(figure);
    const size_t rows = xuewei_places(self) * xuewei_levels(self);

    if (of == NULL || self == NULL || !self->has_run || values == NULL || count != xuewei_years(self) * rows) {
        return XUEWEI_MISUSE;
    }
    const size_t first = (size_t)(self->inputs.scenario.first_year - self->inputs.model.base_year);
    const struct gap *gaps = &self->result.gaps[first * rows];

    for (size_t index = 0; index < count; index++) {
        memcpy(&values[index], (const char *)&gaps[index] + of->offset, sizeof values[index]);
    }
    return XUEWEI_OK;
}
