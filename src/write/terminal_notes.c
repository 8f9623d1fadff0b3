#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "housing.h"
#include "mem.h"
#include "norms.h"
#include "number.h"
#include "terminal_parts.h"

static const char bullet[] = "- ";

static struct number_text count_text(size_t count)
{
    return number_whole((double)count);
}

/** How many projects miss which norm. */
struct misses {
    size_t with_land;
    size_t land;
    size_t schools;
    size_t small;
    size_t large;
};

static struct misses count_misses(const struct model *model)
{
    struct misses misses = { .with_land = 0 };

    for (size_t project = 0; project < model->project_count; project++) {
        const struct project_norms norms = norms_project(model, project);

        misses.with_land += isnan(norms.land_m2) ? 0 : 1;
        misses.land += norms.land_short ? 1 : 0;
        misses.schools += norms.is_school ? 1 : 0;
        misses.small += norms.below_minimum ? 1 : 0;
        misses.large += norms.above_maximum ? 1 : 0;
    }
    return misses;
}

static void say_norms(const struct view *view)
{
    const struct model *model = &view->inputs->model;
    const struct misses misses = count_misses(model);

    if (model->project_count == 0) {
        return;
    }
    char *file = view_file(view, "projects.csv");
    char *norms = message_text(
        MESSAGE_TERMINAL_NORMS, view->terminal->language,
        SLOTS({ "projects", count_text(model->project_count).text }, { "with_land", count_text(misses.with_land).text },
              { "land", count_text(misses.land).text }, { "schools", count_text(misses.schools).text },
              { "small", count_text(misses.small).text }, { "large", count_text(misses.large).text }));
    char *list = file == NULL
                     ? mem_text("")
                     : message_text(MESSAGE_TERMINAL_NORMS_FILE, view->terminal->language, SLOTS({ "file", file }));
    char *text = joined(norms, file != NULL && view->terminal->language == ENGLISH ? " " : "", list);

    text_paragraph(view->stream, view->terminal->columns, bullet, text);
    free(text);
    free(list);
    free(norms);
    free(file);
}

/* Names of the towns whose population is assumed. free(). */
static char *assumed_towns(const struct model *model, const struct view *view)
{
    const char *comma = view_word(view, WORD_LIST_COMMA);
    size_t room = 1;
    char *text = mem_array(room, 1);

    for (size_t town = 0; town < model->town_count; town++) {
        if (model->towns[town].status == ASSUMED) {
            const char *before = *text == '\0' ? "" : comma;
            const char *name = view_name(view, &model->towns[town].name);

            room += strlen(before) + strlen(name);
            text = mem_grow(text, room, 1);
            strcat(strcat(text, before), name);
        }
    }
    return text;
}

static void say_towns(const struct view *view)
{
    const struct model *model = &view->inputs->model;
    size_t count = 0;
    double assumed = 0;
    double all = 0;

    for (size_t town = 0; town < model->town_count; town++) {
        const bool is_assumed = model->towns[town].status == ASSUMED;

        all += model->towns[town].population;
        assumed += is_assumed ? model->towns[town].population : 0;
        count += is_assumed ? 1 : 0;
    }
    if (count == 0 || !(all > 0)) {
        return;
    }
    const struct number_text share = number_whole(100 * (assumed / all));

    if (view_names_towns(view)) {
        char *towns = assumed_towns(model, view);

        view_say(view, bullet, MESSAGE_TERMINAL_TOWNS_ASSUMED, SLOTS({ "towns", towns }, { "share", share.text }));
        free(towns);
    } else {
        view_say(view, bullet, MESSAGE_TERMINAL_MANY_TOWNS_ASSUMED,
                 SLOTS({ "count", count_text(count).text }, { "share", share.text }));
    }
}

static void say_base_seats(const struct view *view)
{
    const struct model *model = &view->inputs->model;
    bool *assumed = mem_array(model->level_count, sizeof *assumed);

    for (size_t cell = 0; cell < model->town_count * model->level_count; cell++) {
        if (model->base_seats_status[cell] == ASSUMED && model->base_seats[cell] > 0) {
            assumed[cell % model->level_count] = true;
        }
    }
    char *levels = view_levels(view, assumed, view_word(view, WORD_LIST_COMMA));

    if (*levels != '\0') {
        view_say(view, bullet, MESSAGE_TERMINAL_BASE_SEATS_ASSUMED,
                 SLOTS({ "levels", levels }, { "year", number_text(model->base_year).text }));
    }
    free(levels);
    free(assumed);
}

/* Seats of the project at all levels, as the plan prints them. */
static double project_total(const struct model *model, size_t project)
{
    double seats = 0;

    for (size_t row = 0; row < model->project_seats_count; row++) {
        seats += model->project_seats[row].project == project ? model->project_seats[row].seats : 0;
    }
    return seats;
}

/* What becomes of a project's seats, as far as it wants saying. */
enum fate { FATE_IN_BASE, FATE_IN_ASSUMED_TOWN, FATE_NOT_COUNTED, FATE_PLAIN };

static enum fate project_fate(const struct view *view, size_t project)
{
    const struct model *model = &view->inputs->model;
    const struct project *of = &model->projects[project];
    const double usable = supply_usable_year(view->inputs, view->inputs->scenario.values, project);

    if (of->kind == KIND_CLOSE) {
        return FATE_PLAIN;
    }
    if (usable <= model->base_year) {
        return FATE_IN_BASE;
    }
    if (usable > view->inputs->scenario.last_year) {
        return FATE_NOT_COUNTED;
    }
    /* Seats without a town have a row, and a note, of their own. */
    const size_t town = supply_town(view->inputs, view->inputs->scenario.values, project);
    const enum status status = supply_town_status(view->inputs, view->inputs->scenario.values, project);

    return status == ASSUMED && model->towns[town].population > 0 ? FATE_IN_ASSUMED_TOWN : FATE_PLAIN;
}

/* How many projects share a fate, and their seats. */
static void say_projects(const struct view *view, enum message message, enum fate fate)
{
    const struct model *model = &view->inputs->model;
    const int last = view->inputs->scenario.last_year;
    size_t projects = 0;
    double seats = 0;

    for (size_t project = 0; project < model->project_count; project++) {
        if (project_fate(view, project) == fate) {
            projects++;
            seats += project_total(model, project);
        }
    }
    if (projects > 0) {
        view_say(view, bullet, message,
                 SLOTS({ "projects", count_text(projects).text }, { "seats", number_whole(seats).text },
                       { "last", number_text(last).text }, { "base", number_text(model->base_year).text }));
    }
}

/* A town where nobody lives holds the seats for which no town is known. */
static void say_nowhere(const struct view *view)
{
    const struct model *model = &view->inputs->model;
    const int last = view->inputs->scenario.last_year;
    const size_t state = (size_t)(last - model->base_year);

    for (size_t town = 0; town < model->town_count; town++) {
        double seats = 0;

        for (size_t level = 0; level < model->level_count; level++) {
            seats += view->result->seats[(state * model->town_count + town) * model->level_count + level];
        }
        if (!(model->towns[town].population > 0) && seats >= half_a_child) {
            view_say(view, bullet, MESSAGE_TERMINAL_NOWHERE,
                     SLOTS({ "town", view_name(view, &model->towns[town].name) }, { "seats", number_whole(seats).text },
                           { "last", number_text(last).text }));
        }
    }
}

/** What new housing brings until the last year shown. */
struct brought {
    double dwellings;
    double persons;
    double assumed;
    double children;
};

/* Persons of the levels' ages in a household of the estate. */
static double household_children(const struct model *model, const struct estate *estate)
{
    double children = 0;

    for (size_t level = 0; level < model->level_count; level++) {
        const struct level *of = &model->levels[level];

        children += housing_persons(model, estate, of->entry_age, of->entry_age + of->grades - 1);
    }
    return children;
}

static void add_estate(const struct inputs *inputs, const struct estate *estate, struct brought *sum)
{
    const struct model *model = &inputs->model;
    const double *values = inputs->scenario.values;

    for (int year = model->base_year; year < inputs->scenario.last_year; year++) {
        const double households = housing_households(inputs, values, estate, year);
        const double persons = households * housing_persons(model, estate, 0, model->ages - 1);

        sum->dwellings += housing_dwellings(inputs, values, estate, year);
        sum->persons += persons;
        sum->assumed += estate->status == ASSUMED ? persons : 0;
        sum->children += households * household_children(model, estate);
    }
}

static void say_housing(const struct view *view)
{
    const struct inputs *inputs = view->inputs;
    const size_t place = (size_t)inputs_value(inputs, inputs->scenario.values, PARAMETER_MIGRATION_HOUSING, 0, 0);
    struct brought sum = { .dwellings = 0 };

    if (inputs->model.estate_count == 0) {
        return;
    }
    for (size_t estate = 0; estate < inputs->model.estate_count; estate++) {
        add_estate(inputs, &inputs->model.estates[estate], &sum);
    }
    view_say(view, bullet, MESSAGE_TERMINAL_HOUSING,
             SLOTS({ "last", number_text(inputs->scenario.last_year).text },
                   { "dwellings", number_whole(sum.dwellings).text }, { "persons", number_whole(sum.persons).text },
                   { "assumed", number_whole(sum.assumed).text }, { "children", number_whole(sum.children).text },
                   { "place", view_name(view, &housing_words[place]) }));
}

void view_notes(const struct view *view)
{
    view_heading(view, view_word(view, WORD_TITLE_NOTES));
    view_progression(view);
    say_towns(view);
    say_base_seats(view);
    say_housing(view);
    say_projects(view, MESSAGE_TERMINAL_PLACED, FATE_IN_ASSUMED_TOWN);
    say_nowhere(view);
    say_projects(view, MESSAGE_TERMINAL_IN_BASE, FATE_IN_BASE);
    say_projects(view, MESSAGE_TERMINAL_NOT_COUNTED, FATE_NOT_COUNTED);
    say_norms(view);
}
