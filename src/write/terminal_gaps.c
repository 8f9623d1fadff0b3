#include <math.h>
#include <stdlib.h>

#include "number.h"
#include "terminal_parts.h"

/** A row of a level's table: a figure of a place, and how it reads. */
struct line {
    enum figure figure;
    size_t place;
    size_t level;
};

bool view_has_anything(const struct view *view, size_t place, size_t level)
{
    return view_peak(view, FIGURE_DEMAND, place, level).value >= half_a_child ||
           fabs(view_peak(view, FIGURE_SEATS, place, level).value) >= half_a_child ||
           view_peak(view, FIGURE_SURPLUS, place, level).value >= half_a_child ||
           view_peak(view, FIGURE_SHORTAGE, place, level).value >= half_a_child;
}

static double shown(const struct view *view, const struct line *line, int year)
{
    const double value = view_figure(view, line->figure, year, line->place, line->level);

    return line->figure == FIGURE_SURPLUS ? -value : value;
}

static bool has_sign(enum figure figure)
{
    return figure == FIGURE_GAP || figure == FIGURE_SHORTAGE || figure == FIGURE_SURPLUS;
}

/* A screen too narrow for the assumed shares has room for years instead; the notes say what is assumed. */
static bool shows_shares(const struct view *view)
{
    enum { NARROW = 100 };

    return view->terminal->columns == 0 || view->terminal->columns >= NARROW;
}

/* Sets the years apart from what is said of them. */
static void add_spacer(struct text_table *table)
{
    text_table_left(table, "", STYLE_PLAIN);
}

static void add_figures(struct text_table *table, const struct view *view, const struct years *years,
                        const struct line *line)
{
    for (int year = years->first; year <= years->last; year = years_next(years, year)) {
        if (has_sign(line->figure)) {
            add_signed(table, shown(view, line, year));
        } else {
            add_whole(table, shown(view, line, year), STYLE_PLAIN);
        }
    }
    add_spacer(table);
}

static void add_first_short(struct text_table *table, const struct view *view, const struct line *line)
{
    const struct scenario *scenario = &view->inputs->scenario;

    for (int year = scenario->first_year; year <= scenario->last_year; year++) {
        if (view_figure(view, line->figure, year, line->place, line->level) >= half_a_child) {
            text_table_right(table, number_text(year).text, STYLE_SHORTAGE);
            return;
        }
    }
    text_table_right(table, "-", STYLE_FAINT);
}

static void add_peak(struct text_table *table, struct peak peak, bool with_sign)
{
    if (fabs(peak.value) < half_a_child) {
        text_table_right(table, "-", STYLE_FAINT);
        text_table_right(table, "-", STYLE_FAINT);
        return;
    }
    text_table_right(table, number_text(peak.year).text, STYLE_PLAIN);
    if (with_sign) {
        add_signed(table, peak.value);
    } else {
        add_whole(table, peak.value, STYLE_PLAIN);
    }
}

static void add_share(struct text_table *table, double part, double whole)
{
    if (whole >= half_a_child) {
        add_whole(table, 100 * (part / whole), STYLE_PLAIN);
    } else {
        text_table_right(table, "-", STYLE_FAINT);
    }
}

/* A place's gap with first short year, peak and assumed shares. */
static void add_gap_line(struct text_table *table, const struct view *view, const struct years *years,
                         const struct line *line, const char *label, enum text_style style)
{
    const struct peak gap = view_peak(view, FIGURE_GAP, line->place, line->level);
    const struct peak need = view_need_peak(view, line->place, line->level);
    const struct gap *row = view_gap(view, need.year, line->place, line->level);

    text_table_row(table);
    text_table_left(table, label, style);
    add_figures(table, view, years, line);
    add_first_short(table, view, line);
    add_peak(table, need, gap.value >= half_a_child);
    if (shows_shares(view)) {
        add_share(table, row->demand_assumed, row->demand);
        add_share(table, row->seats_assumed, row->seats);
    }
}

/* A figure of the district below its total. */
static void add_district_line(struct text_table *table, const struct view *view, const struct years *years,
                              const struct line *line, enum terminal_word label)
{
    struct peak peak = view_peak(view, line->figure, line->place, line->level);

    text_table_row(table);
    text_table_left(table, view_word(view, label), STYLE_PLAIN);
    add_figures(table, view, years, line);
    if (line->figure == FIGURE_SHORTAGE) {
        add_first_short(table, view, line);
    } else {
        text_table_right(table, "", STYLE_PLAIN);
    }
    peak.value = line->figure == FIGURE_SURPLUS ? -peak.value : peak.value;
    add_peak(table, peak, has_sign(line->figure));
}

static void add_headings(struct text_table *table, const struct view *view, const struct years *years)
{
    text_table_row(table);
    text_table_left(table, "", STYLE_PLAIN);
    for (int year = years->first; year <= years->last; year = years_next(years, year)) {
        text_table_right(table, "", STYLE_PLAIN);
    }
    add_spacer(table);
    text_table_right(table, view_word(view, WORD_FIRST_ABOVE), STYLE_STRONG);
    text_table_right(table, view_word(view, WORD_PEAK), STYLE_STRONG);
    text_table_right(table, view_word(view, WORD_PEAK), STYLE_STRONG);
    for (int share = 0; shows_shares(view) && share < 2; share++) {
        text_table_right(table, view_word(view, WORD_ASSUMED), STYLE_STRONG);
    }
    text_table_row(table);
    text_table_left(table, view_word(view, WORD_TOWN), STYLE_STRONG);
    add_years(table, years);
    add_spacer(table);
    text_table_right(table, view_word(view, WORD_FIRST_BELOW), STYLE_STRONG);
    text_table_right(table, view_word(view, WORD_YEAR), STYLE_STRONG);
    text_table_right(table, view_word(view, WORD_FIGURE), STYLE_STRONG);
    if (shows_shares(view)) {
        text_table_right(table, view_word(view, WORD_OF_DEMAND), STYLE_STRONG);
        text_table_right(table, view_word(view, WORD_OF_SEATS), STYLE_STRONG);
    }
    text_table_rule(table);
}

static void add_towns(struct text_table *table, const struct view *view, const struct years *years, size_t level)
{
    const struct model *model = &view->inputs->model;

    for (size_t town = 0; town < model->town_count; town++) {
        if (view_has_anything(view, town, level)) {
            add_gap_line(table, view, years, &(struct line) { FIGURE_GAP, town, level },
                         view_name(view, &model->towns[town].name), STYLE_PLAIN);
        }
    }
}

static void add_areas(struct text_table *table, const struct view *view, const struct years *years, size_t level)
{
    const struct model *model = &view->inputs->model;

    for (size_t area = 0; area < model->area_count; area++) {
        char *label = view_place(view, model->town_count + area);

        add_gap_line(table, view, years, &(struct line) { FIGURE_GAP, model->town_count + area, level }, label,
                     STYLE_PLAIN);
        free(label);
    }
}

/* Whether schools that fill grade by grade make a difference at the level in the years shown. */
static bool opens_slowly(const struct view *view, size_t level)
{
    const struct scenario *scenario = &view->inputs->scenario;
    const size_t place = view_district(view);

    for (int year = scenario->first_year; year <= scenario->last_year; year++) {
        if (fabs(view_gap(view, year, place, level)->seats_nominal - view_gap(view, year, place, level)->seats) >=
            half_a_child) {
            return true;
        }
    }
    return false;
}

static void fill_gaps(struct text_table *table, const struct view *view, const struct years *years, const void *of)
{
    static const struct {
        enum figure figure;
        enum terminal_word label;
    } lines[] = { { FIGURE_SHORTAGE, WORD_SHORTAGES },
                  { FIGURE_SURPLUS, WORD_SURPLUSES },
                  { FIGURE_DEMAND, WORD_DEMAND },
                  { FIGURE_SEATS, WORD_SEATS },
                  { FIGURE_SEATS_NOMINAL, WORD_SEATS_NOMINAL } };
    const size_t level = *(const size_t *)of;
    const size_t place = view_district(view);

    add_headings(table, view, years);
    if (view_names_towns(view)) {
        add_towns(table, view, years, level);
        text_table_rule(table);
    }
    add_areas(table, view, years, level);
    add_gap_line(table, view, years, &(struct line) { FIGURE_GAP, place, level }, view_word(view, WORD_TOTAL),
                 STYLE_STRONG);
    for (size_t index = 0; index < sizeof lines / sizeof *lines; index++) {
        if (lines[index].figure != FIGURE_SEATS_NOMINAL || opens_slowly(view, level)) {
            add_district_line(table, view, years, &(struct line) { lines[index].figure, place, level },
                              lines[index].label);
        }
    }
}

static void gap_heading(const struct view *view, size_t level)
{
    char *text = joined(view_name(view, &view->inputs->model.levels[level].name), view_word(view, WORD_COLON),
                        view_word(view, WORD_TITLE_GAP));

    view_heading(view, text);
    free(text);
}

static void say_left_out(const struct view *view)
{
    char *file = view_file(view, "gap.csv");

    if (file == NULL) {
        view_say(view, "", MESSAGE_TERMINAL_YEARS_LEFT_OUT_UNWRITTEN, NULL);
    } else {
        view_say(view, "", MESSAGE_TERMINAL_YEARS_LEFT_OUT, SLOTS({ "file", file }));
    }
    free(file);
}

void view_gaps(const struct view *view)
{
    const struct scenario *scenario = &view->inputs->scenario;
    struct years years = years_all(scenario->first_year, scenario->last_year);

    putc('\n', view->stream);
    view_say(view, "", MESSAGE_TERMINAL_LEGEND, NULL);
    if (shows_shares(view)) {
        view_say(view, "", MESSAGE_TERMINAL_LEGEND_SHARES, NULL);
    }
    for (size_t level = 0; level < view->inputs->model.level_count; level++) {
        view_fit(view, fill_gaps, &level, &years);
    }
    for (size_t level = 0; level < view->inputs->model.level_count; level++) {
        gap_heading(view, level);
        view_table(view, fill_gaps, &level, &years);
    }
    view_towns_left_out(view, "gap.csv");
    if (!years_are_all(&years)) {
        say_left_out(view);
    }
}
