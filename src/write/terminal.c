#include "terminal.h"

#include <math.h>
#include <stdlib.h>

#include "mem.h"
#include "number.h"
#include "observed.h"
#include "page.h"
#include "terminal_parts.h"
#include "xlsx_library.h"

/** The oldest of the children whose number is told. */
enum { OLDEST_CHILD = 14 };

/* District and scenario, bold. */
void view_title(const struct view *view)
{
    const struct scenario *scenario = &view->inputs->scenario;
    const enum language language = view->terminal->language;
    const char *title = scenario->title[language];
    char *district = joined(view_name(view, &view->inputs->model.name), view_word(view, WORD_COLON),
                            title != NULL && *title != '\0' ? title : scenario->name);

    text_styled(view->stream, view->terminal->colour, STYLE_STRONG, district);
    putc('\n', view->stream);
    free(district);
    if (scenario->question[language] != NULL && *scenario->question[language] != '\0') {
        text_paragraph(view->stream, view->terminal->columns, "", scenario->question[language]);
    }
}

void view_horizon(const struct view *view)
{
    const struct scenario *scenario = &view->inputs->scenario;
    const struct date day = view->inputs->model.state_date;
    const struct date_text start = date_text((struct date) { scenario->first_year, day.month, day.day });

    view_say(view, "", MESSAGE_TERMINAL_HORIZON,
             SLOTS({ "first", number_text(scenario->first_year).text },
                   { "last", number_text(scenario->last_year).text }, { "date", start.text }));
}

static struct number_text residents_text(const struct model *model, const double *population, size_t last_age)
{
    return number_whole(observed_residents(model, population, 0, last_age));
}

static struct number_text census_text(const struct inputs *inputs, size_t last_age)
{
    return number_whole(observed_census(inputs, ALL_TOWNS, 0, last_age));
}

/* Whether the scenario has other people in some town than the census. */
static bool moves_people(const struct inputs *inputs)
{
    for (size_t town = 0; town < inputs->model.town_count; town++) {
        if (inputs_value(inputs, inputs->scenario.values, PARAMETER_POPULATION_TOWN_MULTIPLIER, town, 0) != 1) {
            return true;
        }
    }
    return false;
}

static void say_people(const struct view *view)
{
    const struct model *model = &view->inputs->model;
    const double *state = view->result->population;
    const struct date first = { model->base_year, model->state_date.month, model->state_date.day };
    const size_t all = model->ages - 1;

    view_say(view, "", model->census_shift > 0 ? MESSAGE_TERMINAL_PEOPLE : MESSAGE_TERMINAL_PEOPLE_UNSHIFTED,
             SLOTS({ "census", date_text(model->census_date).text },
                   { "residents", census_text(view->inputs, all).text },
                   { "children", census_text(view->inputs, OLDEST_CHILD).text }, { "state", date_text(first).text },
                   { "state_residents", residents_text(model, state, all).text },
                   { "state_children", residents_text(model, state, OLDEST_CHILD).text }));
    if (moves_people(view->inputs)) {
        view_say(view, "", MESSAGE_TERMINAL_PEOPLE_MOVED, NULL);
    }
}

/** The years shown in which the district as a whole is short at a level. */
struct short_years {
    int first;
    size_t count;
};

static struct short_years short_years(const struct view *view, size_t level)
{
    const struct scenario *scenario = &view->inputs->scenario;
    struct short_years years = { .count = 0 };

    for (int year = scenario->first_year; year <= scenario->last_year; year++) {
        if (view_figure(view, FIGURE_GAP, year, view_district(view), level) >= half_a_child) {
            years.first = years.count == 0 ? year : years.first;
            years.count++;
        }
    }
    return years;
}

/* What follows where the district has seats enough but some of its towns do not. free(). */
static char *towns_text(const struct view *view, size_t level)
{
    const struct peak towns = view_peak(view, FIGURE_SHORTAGE, view_district(view), level);

    if (towns.value < half_a_child) {
        return mem_text("");
    }
    return message_text(MESSAGE_TERMINAL_LEVEL_TOWNS, view->terminal->language,
                        SLOTS({ "year", number_text(towns.year).text }, { "figure", number_whole(towns.value).text }));
}

/* How the level stands in the last year. free(). */
static char *balance_text(const struct view *view, size_t level)
{
    const int last = view->inputs->scenario.last_year;
    const double gap = view_figure(view, FIGURE_GAP, last, view_district(view), level);

    return message_text(gap >= half_a_child ? MESSAGE_TERMINAL_BALANCE_SHORT : MESSAGE_TERMINAL_BALANCE_SPARE,
                        view->terminal->language,
                        SLOTS({ "year", number_text(last).text }, { "figure", number_whole(fabs(gap)).text }));
}

/* The level's story in a sentence. */
static void say_level(const struct view *view, size_t level)
{
    const struct scenario *scenario = &view->inputs->scenario;
    const struct short_years years = short_years(view, level);
    const struct peak need = view_need_peak(view, view_district(view), level);
    char *balance = balance_text(view, level);
    char *towns = towns_text(view, level);

    view_say(view, "- ", years.count > 0 ? MESSAGE_TERMINAL_LEVEL_SHORT : MESSAGE_TERMINAL_LEVEL_ENOUGH,
             SLOTS({ "level", view_name(view, &view->inputs->model.levels[level].name) },
                   { "count", number_text((double)years.count).text },
                   { "years", number_text(scenario->last_year - scenario->first_year + 1).text },
                   { "first", number_text(years.first).text }, { "peak", number_text(need.year).text },
                   { "figure", number_whole(need.value).text }, { "balance", balance }, { "towns", towns }));
    free(towns);
    free(balance);
}

/* All that there is to tell of a model without levels. */
static void say_last_year(const struct view *view)
{
    const struct model *model = &view->inputs->model;
    const size_t state = model->town_count * SEXES * model->ages;
    const double *last = &view->result->population[(view->result->states - 1) * state];

    view_say(view, "", MESSAGE_TERMINAL_LAST_YEAR,
             SLOTS({ "year", number_text(view->inputs->scenario.last_year).text },
                   { "residents", residents_text(model, last, model->ages - 1).text },
                   { "children", residents_text(model, last, OLDEST_CHILD).text }));
}

void terminal_print(FILE *stream, const struct inputs *inputs, const struct result *result,
                    const struct terminal *terminal)
{
    const struct view view = { stream, inputs, result, terminal };

    view_title(&view);
    view_horizon(&view);
    say_people(&view);
    for (size_t level = 0; level < inputs->model.level_count; level++) {
        say_level(&view, level);
    }
    if (inputs->model.level_count == 0) {
        say_last_year(&view);
        view_observed(&view);
        return;
    }
    view_gaps(&view);
    view_observed(&view);
    view_seats(&view);
    view_needs(&view);
    view_notes(&view);
}

void terminal_print_files(FILE *stream, const struct inputs *inputs, const struct result *result,
                          const struct terminal *terminal)
{
    /* before anything else: whether there is a workbook is known only by loading its library, which takes milliseconds
     */
    if (terminal->folder == NULL || terminal->gap_alone) {
        return;
    }
    const struct view view = { stream, inputs, result, terminal };
    const struct {
        const char *name;
        bool is_written;
    } files[] = { { PAGE_FILE, page_standing(&inputs->model) == PAGE_STANDS },
                  { "tables.xlsx", xlsx_library() != NULL },
                  { "notice.html", inputs->model.level_count > 0 } };
    char *names = mem_text("");

    for (size_t index = 0; index < sizeof files / sizeof files[0]; index++) {
        if (files[index].is_written) {
            char *file = joined(terminal->folder, "/", files[index].name);
            char *more = joined(names, *names == '\0' ? "" : view_word(&view, WORD_LIST_COMMA), file);

            free(file);
            free(names);
            names = more;
        }
    }
    if (*names != '\0') {
        view_say(&view, "", MESSAGE_TERMINAL_OPEN_FILES, SLOTS({ "files", names }));
    }
    free(names);
}
