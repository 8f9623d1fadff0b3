#include <stdlib.h>
#include <string.h>

#include "number.h"
#include "terminal_parts.h"

/* A mu is a fifteenth of a hectare. */
static const double m2_a_mu = 10000.0 / 15;

/** Three years that say most: the first, that of the greatest need, the last. */
enum { TELLING_YEARS = 3 };

/* The telling years in order, each once; returns how many. */
static size_t telling_years(const struct view *view, int peak, int years[TELLING_YEARS])
{
    const struct scenario *scenario = &view->inputs->scenario;
    size_t count = 0;

    years[count++] = scenario->first_year;
    if (peak > scenario->first_year && peak < scenario->last_year) {
        years[count++] = peak;
    }
    if (scenario->last_year > scenario->first_year) {
        years[count++] = scenario->last_year;
    }
    return count;
}

static void add_need_headings(struct text_table *table, const struct view *view)
{
    static const enum terminal_word above[] = { WORD_CLASSES, WORD_CLASSES, WORD_LAND,  WORD_LAND,
                                                WORD_LAND,    WORD_LAND,    WORD_STAFF, WORD_STAFF };
    static const enum terminal_word below[] = { WORD_NEEDED,        WORD_SHORT,         WORD_LAND_M2, WORD_LAND_MU,
                                                WORD_LAND_SHORT_M2, WORD_LAND_SHORT_MU, WORD_NEEDED,  WORD_SHORT };

    text_table_row(table);
    text_table_left(table, "", STYLE_PLAIN);
    for (size_t index = 0; index < sizeof above / sizeof *above; index++) {
        text_table_right(table, view_word(view, above[index]), STYLE_STRONG);
    }
    text_table_row(table);
    text_table_left(table, view_word(view, WORD_YEAR), STYLE_STRONG);
    for (size_t index = 0; index < sizeof below / sizeof *below; index++) {
        text_table_right(table, view_word(view, below[index]), STYLE_STRONG);
    }
    text_table_rule(table);
}

static void add_short(struct text_table *table, double value)
{
    add_whole(table, value, value >= half_a_child ? STYLE_SHORTAGE : STYLE_FAINT);
}

static void add_need_line(struct text_table *table, const struct view *view, int year, size_t level)
{
    const struct gap *row = view_gap(view, year, view_district(view), level);

    text_table_row(table);
    text_table_left(table, number_text(year).text, STYLE_PLAIN);
    add_whole(table, row->classes_needed, STYLE_PLAIN);
    add_short(table, row->classes_short);
    add_whole(table, row->land_needed_m2, STYLE_PLAIN);
    add_whole(table, row->land_needed_m2 / m2_a_mu, STYLE_PLAIN);
    add_short(table, row->land_short_m2);
    add_short(table, row->land_short_m2 / m2_a_mu);
    add_whole(table, row->staff_needed, STYLE_PLAIN);
    add_short(table, row->staff_short);
}

static void print_needs(const struct view *view)
{
    struct text_table table = { .gap = 2 };

    add_need_headings(&table, view);
    for (size_t level = 0; level < view->inputs->model.level_count; level++) {
        int years[TELLING_YEARS];
        const size_t count = telling_years(view, view_need_peak(view, view_district(view), level).year, years);

        text_table_line(&table, view_name(view, &view->inputs->model.levels[level].name), STYLE_STRONG);
        for (size_t index = 0; index < count; index++) {
            add_need_line(&table, view, years[index], level);
        }
    }
    view_print(view, &table);
}

static double staff_needed(const struct view *view, const bool *has_level, int year)
{
    double staff = 0;

    for (size_t level = 0; level < view->inputs->model.level_count; level++) {
        staff += has_level[level] ? view_gap(view, year, view_district(view), level)->staff_needed : 0;
    }
    return staff;
}

static int staff_peak(const struct view *view, const bool *has_level)
{
    int peak = view->inputs->scenario.first_year;

    for (int year = peak + 1; year <= view->inputs->scenario.last_year; year++) {
        if (staff_needed(view, has_level, year) > staff_needed(view, has_level, peak)) {
            peak = year;
        }
    }
    return peak;
}

/* What people call the item; NULL for one that is not compared. */
static const char *posts_word(const struct view *view, const char *item)
{
    if (strcmp(item, "posts_granted") == 0) {
        return view_word(view, WORD_POSTS_GRANTED);
    }
    return strcmp(item, "posts_filled") == 0 ? view_word(view, WORD_POSTS_FILLED) : NULL;
}

static void add_posts_line(struct text_table *table, const struct view *view, const struct staffing *posts,
                           const int *years, size_t count)
{
    char *label = message_text(
        MESSAGE_TERMINAL_STAFF_BESIDE, view->terminal->language,
        SLOTS({ "item", posts_word(view, posts->item) }, { "persons", number_whole(posts->persons).text }));

    text_table_row(table);
    text_table_left(table, label, STYLE_PLAIN);
    for (size_t index = 0; index < count; index++) {
        add_signed(table, staff_needed(view, posts->has_level, years[index]) - posts->persons);
    }
    free(label);
}

static void add_staff_headings(struct text_table *table, const struct view *view, const bool *has_level,
                               const int *years, size_t count)
{
    char *levels = view_levels(view, has_level, view_word(view, WORD_LEVEL_PLUS));

    text_table_line(table, levels, STYLE_STRONG);
    free(levels);
    text_table_row(table);
    text_table_left(table, "", STYLE_PLAIN);
    for (size_t index = 0; index < count; index++) {
        text_table_right(table, number_text(years[index]).text, STYLE_STRONG);
    }
    text_table_row(table);
    text_table_left(table, view_word(view, WORD_STAFF_NEEDED), STYLE_PLAIN);
    for (size_t index = 0; index < count; index++) {
        add_whole(table, staff_needed(view, has_level, years[index]), STYLE_PLAIN);
    }
}

static bool same_levels(const struct model *model, const bool *a, const bool *b)
{
    return memcmp(a, b, model->level_count * sizeof *a) == 0;
}

/* The posts of the levels of staffing row `first`, of which it is the first. */
static void print_posts(const struct view *view, size_t first)
{
    const struct model *model = &view->inputs->model;
    const bool *has_level = model->staffing[first].has_level;
    struct text_table table = { .gap = 2 };
    int years[TELLING_YEARS];
    const size_t count = telling_years(view, staff_peak(view, has_level), years);

    add_staff_headings(&table, view, has_level, years, count);
    for (size_t row = first; row < model->staffing_count; row++) {
        const struct staffing *posts = &model->staffing[row];

        if (posts_word(view, posts->item) != NULL && same_levels(model, posts->has_level, has_level)) {
            add_posts_line(&table, view, posts, years, count);
        }
    }
    view_print(view, &table);
}

/* Whether an earlier row has posts for the same levels. */
static bool posts_seen(const struct view *view, size_t row)
{
    const struct model *model = &view->inputs->model;

    for (size_t earlier = 0; earlier < row; earlier++) {
        if (posts_word(view, model->staffing[earlier].item) != NULL &&
            same_levels(model, model->staffing[earlier].has_level, model->staffing[row].has_level)) {
            return true;
        }
    }
    return false;
}

void view_needs(const struct view *view)
{
    const struct model *model = &view->inputs->model;
    bool headed = false;

    view_heading(view, view_word(view, WORD_TITLE_NEEDS));
    print_needs(view);
    for (size_t row = 0; row < model->staffing_count; row++) {
        if (posts_word(view, model->staffing[row].item) != NULL && !posts_seen(view, row)) {
            if (!headed) {
                view_heading(view, view_word(view, WORD_TITLE_STAFF));
            }
            headed = true;
            print_posts(view, row);
        }
    }
}
