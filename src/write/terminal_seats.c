#include <math.h>
#include <stdlib.h>

#include "mem.h"
#include "number.h"
#include "terminal_parts.h"

/** Levels whose added seats are shown as one, and what the plan wants for them. */
struct seat_group {
    const bool *has_level;       /**< [level_count] */
    const struct target *target; /**< NULL: the plan says nothing. */
};

/** All groups of a table. */
struct seat_groups {
    struct seat_group *groups; /**< Owned. */
    size_t count;
    bool *single; /**< Owned. [level_count][level_count] the sets of one level. */
};

/* Seats of the levels together, in the year less in the base year. */
static double added(const struct view *view, const bool *has_level, enum figure figure, int year)
{
    const struct model *model = &view->inputs->model;
    const size_t place = view_district(view);
    double seats = 0;

    for (size_t level = 0; level < model->level_count; level++) {
        if (has_level[level]) {
            seats += view_figure(view, figure, year, place, level) -
                     view_figure(view, figure, model->base_year, place, level);
        }
    }
    return seats;
}

static size_t levels_in(const struct model *model, const bool *has_level)
{
    size_t count = 0;

    for (size_t level = 0; level < model->level_count; level++) {
        count += has_level[level] ? 1 : 0;
    }
    return count;
}

/* The target for the level alone. */
static const struct target *single_target(const struct model *model, size_t level)
{
    for (size_t index = 0; index < model->target_count; index++) {
        if (model->targets[index].has_level[level] && levels_in(model, model->targets[index].has_level) == 1) {
            return &model->targets[index];
        }
    }
    return NULL;
}

/* Each level, then the levels that targets name together. */
static struct seat_groups seat_groups(const struct model *model)
{
    const size_t levels = model->level_count;
    struct seat_groups all = { .groups = mem_array(levels + model->target_count, sizeof *all.groups),
                               .single = mem_array(levels * levels, sizeof *all.single) };

    for (size_t level = 0; level < levels; level++) {
        all.single[level * levels + level] = true;
        all.groups[all.count++] = (struct seat_group) { &all.single[level * levels], single_target(model, level) };
    }
    for (size_t index = 0; index < model->target_count; index++) {
        if (levels_in(model, model->targets[index].has_level) > 1) {
            all.groups[all.count++] = (struct seat_group) { model->targets[index].has_level, &model->targets[index] };
        }
    }
    return all;
}

static void add_target(struct text_table *table, const struct view *view, const struct seat_group *group,
                       enum figure figure)
{
    const struct target *target = group->target;

    if (target == NULL) {
        return;
    }
    text_table_left(table, "", STYLE_PLAIN);
    add_whole(table, target->seats, STYLE_PLAIN);
    text_table_right(table, number_text(target->year).text, STYLE_PLAIN);
    if (view->inputs->model.base_year <= target->year && target->year <= view->inputs->scenario.last_year) {
        add_signed(table, target->seats - added(view, group->has_level, figure, target->year));
    } else {
        text_table_right(table, "-", STYLE_FAINT);
    }
}

static void add_group_line(struct text_table *table, const struct view *view, const struct years *years,
                           const struct seat_group *group, enum figure figure)
{
    text_table_row(table);
    text_table_left(table, view_word(view, figure == FIGURE_SEATS_NOMINAL ? WORD_AT_ONCE : WORD_AS_OPENED),
                    STYLE_PLAIN);
    for (int year = years->first; year <= years->last; year = years_next(years, year)) {
        add_whole(table, added(view, group->has_level, figure, year), STYLE_PLAIN);
    }
    add_target(table, view, group, figure);
}

/* Whether opening school by school, grade by grade, differs from opening in full in a year shown. */
static bool opens_slowly(const struct view *view, const struct years *years, const bool *has_level)
{
    for (int year = years->first; year <= years->last; year++) {
        if (fabs(added(view, has_level, FIGURE_SEATS, year) - added(view, has_level, FIGURE_SEATS_NOMINAL, year)) >=
            half_a_child) {
            return true;
        }
    }
    return false;
}

static void fill_seats(struct text_table *table, const struct view *view, const struct years *years, const void *of)
{
    const struct seat_groups *all = of;

    text_table_row(table);
    text_table_left(table, view_word(view, WORD_OPENING), STYLE_STRONG);
    add_years(table, years);
    if (view->inputs->model.target_count > 0) {
        text_table_left(table, "", STYLE_PLAIN);
        text_table_right(table, view_word(view, WORD_TARGET), STYLE_STRONG);
        text_table_right(table, view_word(view, WORD_TARGET_YEAR), STYLE_STRONG);
        text_table_right(table, view_word(view, WORD_MISSING), STYLE_STRONG);
    }
    text_table_rule(table);
    for (size_t index = 0; index < all->count; index++) {
        char *levels = view_levels(view, all->groups[index].has_level, view_word(view, WORD_LEVEL_PLUS));

        text_table_line(table, levels, STYLE_STRONG);
        free(levels);
        add_group_line(table, view, years, &all->groups[index], FIGURE_SEATS_NOMINAL);
        if (opens_slowly(view, years, all->groups[index].has_level)) {
            add_group_line(table, view, years, &all->groups[index], FIGURE_SEATS);
        }
    }
}

/* Whether seats of any level differ from those of the year before. */
static bool seats_change(const struct view *view, int year)
{
    const size_t place = view_district(view);

    for (size_t level = 0; level < view->inputs->model.level_count; level++) {
        const struct gap *now = view_gap(view, year, place, level);
        const struct gap *before = view_gap(view, year - 1, place, level);

        if (fabs(now->seats - before->seats) >= half_a_child ||
            fabs(now->seats_nominal - before->seats_nominal) >= half_a_child) {
            return true;
        }
    }
    return false;
}

/* The last year of the horizon in which seats change or that a target names; the base year if there is none. */
static int last_change(const struct view *view)
{
    const struct model *model = &view->inputs->model;
    int last = model->base_year;

    for (int year = model->base_year + 1; year <= view->inputs->scenario.last_year; year++) {
        last = seats_change(view, year) ? year : last;
        for (size_t index = 0; index < model->target_count; index++) {
            last = model->targets[index].year == year ? year : last;
        }
    }
    return last;
}

void view_seats(const struct view *view)
{
    const struct model *model = &view->inputs->model;
    struct years years = years_all(model->base_year + 1, last_change(view));

    view_heading(view, view_word(view, WORD_TITLE_SEATS));
    if (years.last < years.first) {
        view_say(view, "", MESSAGE_TERMINAL_NO_SEATS_ADDED, NULL);
        return;
    }
    struct seat_groups all = seat_groups(model);

    view_fit(view, fill_seats, &all, &years);
    view_table(view, fill_seats, &all, &years);
    free(all.groups);
    free(all.single);
}
