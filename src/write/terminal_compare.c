#include "terminal_compare.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "number.h"
#include "terminal_compare_parts.h"

#define WORD(id, zh, en) [COMPARE_##id] = { zh, en },
const char *const compare_words[COMPARE_WORD_COUNT][LANGUAGES] = { COMPARE_WORDS };
#undef WORD

const char *compare_word(const struct compare_view *self, enum compare_word word)
{
    return compare_words[word][self->view.terminal->language];
}

bool compare_changes(const struct compare_view *self, size_t place, size_t level)
{
    const struct forecast_comparison *of = self->of;

    for (int year = of->first_year; year <= of->last_year; year++) {
        const size_t first = place == PLACES_ALL ? 0 : place;
        const size_t end = place == PLACES_ALL ? of->place_count : place + 1;

        for (size_t at = first; at < end; at++) {
            if (fabs(comparison_change(of, comparison_cell(of, year, at, level))) >= half_a_child) {
                return true;
            }
        }
    }
    return false;
}

int compare_year(const struct compare_view *self, size_t place, size_t level)
{
    return self->year != 0 ? self->year : comparison_year(self->of, place, level);
}

/* Towns in the comparison beyond which they would bury what is said of all. */
bool compare_names_towns(const struct compare_view *self)
{
    enum { TOWNS_SHOWN = 100 };

    return self->of->place_count <= TOWNS_SHOWN;
}

/* The most that a cause makes of the district's change. */
static double most_of(const struct forecast_comparison *of, size_t cause)
{
    double most = 0;

    for (int year = of->first_year; year <= of->last_year; year++) {
        for (size_t level = 0; level < of->level_count; level++) {
            const size_t cell = comparison_cell(of, year, comparison_district(of), level);
            const double share = fabs(comparison_share(of, cause, cell));

            most = share > most ? share : most;
        }
    }
    return most;
}

/* Equals stay in the order of the causes. */
static void sort_causes(struct compare_view *self)
{
    for (size_t cause = 0; cause < self->of->cause_count; cause++) {
        size_t at = cause;

        while (at > 0 && most_of(self->of, self->order[at - 1]) < most_of(self->of, cause)) {
            self->order[at] = self->order[at - 1];
            at--;
        }
        self->order[at] = cause;
    }
}

static void print_side(const struct compare_view *self, size_t side)
{
    static const char *const letters[2] = { "A", "B" };
    const struct forecast *of = self->of->sides[side];

    view_say(&self->view, "", MESSAGE_COMPARE_SIDE,
             SLOTS({ "side", letters[side] }, { "title", of->title[self->view.terminal->language] },
                   { "kind", compare_word(self, of->is_result ? COMPARE_RESULT : COMPARE_SCENARIO) },
                   { "path", of->path }, { "first", number_text(of->first_year).text },
                   { "last", number_text(of->last_year).text }));
}

static void print_title(const struct compare_view *self, size_t side)
{
    static const char *const letters[2] = { "A", "B" };
    const struct forecast *of = self->of->sides[side];

    view_say(&self->view, "", MESSAGE_COMPARE_SIDE_TITLE,
             SLOTS({ "side", letters[side] }, { "title", of->title[self->view.terminal->language] },
                   { "kind", compare_word(self, of->is_result ? COMPARE_RESULT : COMPARE_SCENARIO) },
                   { "scenario", of->scenario }, { "first", number_text(of->first_year).text },
                   { "last", number_text(of->last_year).text }));
}

/* `缺 1,200`, `300 spare`. free(). */
static char *balance(const struct compare_view *self, double gap)
{
    const bool chinese = self->view.terminal->language == CHINESE;
    const char *word = compare_word(self, gap >= half_a_child ? COMPARE_SHORT : COMPARE_SPARE);
    const struct number_text figure = number_whole(fabs(gap));

    return chinese ? joined(word, figure.text, "") : joined(figure.text, word, "");
}

/* How the second side is beside the first. */
static enum compare_word direction(double before, double after)
{
    if (after >= before) {
        return after > 0 ? COMPARE_MORE_SHORT : COMPARE_FEWER_SPARE;
    }
    return after < 0 ? COMPARE_MORE_SPARE : COMPARE_FEWER_SHORT;
}

/* Appends `, name +123`. */
static char *with_cause(const struct compare_view *self, char *text, const char *name, double share)
{
    char *figure = joined(name, " ", signed_whole(share).text);
    char *longer = joined(text, text[0] == '\0' ? "" : compare_word(self, COMPARE_COMMA), figure);

    free(figure);
    free(text);
    return longer;
}

/* The causes of a cell's change in words, the greatest first, what is left of them together. free(). */
static char *causes_text(const struct compare_view *self, size_t cell)
{
    enum { NAMED = 5 };
    const struct forecast_comparison *of = self->of;
    bool *told = mem_array(of->cause_count, sizeof *told);
    char *text = mem_text("");
    double rest = 0;

    for (size_t named = 0; named < NAMED && named < of->cause_count; named++) {
        size_t next = of->cause_count;

        for (size_t cause = 0; cause < of->cause_count; cause++) {
            if (!told[cause] && (next == of->cause_count ||
                                 fabs(comparison_share(of, cause, cell)) > fabs(comparison_share(of, next, cell)))) {
                next = cause;
            }
        }
        if (!(fabs(comparison_share(of, next, cell)) >= half_a_child)) {
            break;
        }
        told[next] = true;
        text = with_cause(self, text, view_name(&self->view, &of->causes[next].name), comparison_share(of, next, cell));
    }
    for (size_t cause = 0; cause < of->cause_count; cause++) {
        rest += told[cause] ? 0 : comparison_share(of, cause, cell);
    }
    if (fabs(rest) >= half_a_child) {
        text = with_cause(self, text, compare_word(self, COMPARE_OTHERS), rest);
    }
    free(told);
    return text;
}

/* The answer for a level, at the year in which the district has changed most. */
static void print_answer(const struct compare_view *self, size_t level)
{
    const struct forecast_comparison *of = self->of;
    const size_t district = comparison_district(of);
    const int year = compare_year(self, district, level);
    const size_t cell = comparison_cell(of, year, district, level);
    const double before = of->rows[0][cell].gap;
    const double after = of->rows[1][cell].gap;

    if (fabs(after - before) < half_a_child) {
        view_say(&self->view, "- ",
                 compare_changes(self, PLACES_ALL, level) ? MESSAGE_COMPARE_LEVEL_TOWNS : MESSAGE_COMPARE_LEVEL_SAME,
                 SLOTS({ "year", number_text(year).text }, { "level", view_name(&self->view, &of->levels[level]) }));
        return;
    }
    char *balances[2] = { balance(self, before), balance(self, after) };
    char *causes = causes_text(self, cell);

    view_say(&self->view, "- ", causes[0] == '\0' ? MESSAGE_COMPARE_LEVEL_ALONE : MESSAGE_COMPARE_LEVEL,
             SLOTS({ "level", view_name(&self->view, &of->levels[level]) }, { "year", number_text(year).text },
                   { "figure", number_whole(fabs(after - before)).text },
                   { "direction", compare_word(self, direction(before, after)) }, { "before", balances[0] },
                   { "after", balances[1] }, { "causes", causes }));
    free(causes);
    free(balances[0]);
    free(balances[1]);
}

bool compare_is_same(const struct compare_view *self)
{
    const struct forecast_comparison *of = self->of;
    bool same = of->setting_count == 0 && of->file_count == 0 && of->table_count == 0 &&
                of->sides[0]->first_year == of->sides[1]->first_year &&
                of->sides[0]->last_year == of->sides[1]->last_year;

    for (size_t level = 0; same && level < of->level_count; level++) {
        same = !compare_changes(self, PLACES_ALL, level);
    }
    return same && of->missing_places[0] + of->missing_places[1] + of->missing_levels[0] + of->missing_levels[1] == 0;
}

static const enum message sharing_messages[SHARINGS] = {
    [SHARING_NOTHING] = MESSAGE_COMPARE_NOTHING_ACTS, [SHARING_ALL_ORDERS] = MESSAGE_COMPARE_ALL_ORDERS,
    [SHARING_SAMPLE] = MESSAGE_COMPARE_SAMPLE,        [SHARING_INPUTS_OTHER] = MESSAGE_COMPARE_INPUTS_OTHER,
    [SHARING_START] = MESSAGE_COMPARE_START,          [SHARING_AGES] = MESSAGE_COMPARE_AGES,
    [SHARING_TOWNS] = MESSAGE_COMPARE_TOWNS,          [SHARING_AREAS] = MESSAGE_COMPARE_AREAS,
    [SHARING_LEVELS] = MESSAGE_COMPARE_LEVELS,        [SHARING_TOO_LARGE] = MESSAGE_COMPARE_TOO_LARGE,
};

/* The largest standard error of a share of the district. */
static double largest_error(const struct forecast_comparison *of)
{
    double largest = 0;

    for (size_t cause = 0; cause < of->cause_count; cause++) {
        for (int year = of->first_year; year <= of->last_year; year++) {
            for (size_t level = 0; level < of->level_count; level++) {
                const size_t cell = comparison_cell(of, year, comparison_district(of), level);
                const double error = of->errors[cause * comparison_cells(of) + cell];

                largest = error > largest ? error : largest;
            }
        }
    }
    return largest;
}

/* Less than a billionth of a child is the rounding of doubles. */
static const double rounding = 1e-9;

void compare_view_notes(const struct compare_view *self)
{
    const struct forecast_comparison *of = self->of;
    static const char *const letters[2] = { "A", "B" };

    view_say(&self->view, "- ", sharing_messages[of->sharing],
             SLOTS({ "count", number_text((double)of->cause_count).text },
                   { "runs", number_whole((double)of->runs).text },
                   { "samples", number_text((double)(2 * of->samples)).text },
                   { "error", number_decimals(of->cause_count > 0 ? largest_error(of) : 0, 1).text },
                   { "residual", number_text(comparison_residual(of) < rounding ? 0 : comparison_residual(of)).text },
                   { "side", letters[of->other_side] }));
    if (of->missing_places[0] + of->missing_places[1] + of->missing_levels[0] + of->missing_levels[1] > 0) {
        view_say(&self->view, "- ", MESSAGE_COMPARE_MISSING_PLACES,
                 SLOTS({ "a", number_text((double)of->missing_places[0]).text },
                       { "b", number_text((double)of->missing_places[1]).text },
                       { "levels_a", number_text((double)of->missing_levels[0]).text },
                       { "levels_b", number_text((double)of->missing_levels[1]).text }));
    }
    if (!compare_names_towns(self)) {
        view_say(&self->view, "- ", MESSAGE_COMPARE_TOWNS_LEFT_OUT, NULL);
    }
}

void compare_view_answers(const struct compare_view *self)
{
    if (compare_is_same(self)) {
        view_say(&self->view, "", MESSAGE_COMPARE_SAME, NULL);
        return;
    }
    for (size_t level = 0; level < self->of->level_count; level++) {
        print_answer(self, level);
    }
}

void compare_view_sides(const struct compare_view *self)
{
    print_side(self, 0);
    print_side(self, 1);
}

void compare_view_titles(const struct compare_view *self)
{
    print_title(self, 0);
    print_title(self, 1);
}

static void print_differences(const struct compare_view *self)
{
    compare_view_inputs(self);
    for (size_t level = 0; level < self->of->level_count; level++) {
        if (compare_changes(self, PLACES_ALL, level)) {
            compare_view_years(self, level);
            if (compare_names_towns(self)) {
                compare_view_towns(self, level);
            }
        }
    }
    fprintf(self->view.stream, "\n");
    compare_view_notes(self);
    view_say(&self->view, "- ", MESSAGE_COMPARE_LEGEND, NULL);
}

struct compare_view compare_view_of(const struct forecast_comparison *comparison, FILE *stream,
                                    const struct terminal *terminal, int year)
{
    struct compare_view self = { .year = year,
                                 .view = { .stream = stream, .terminal = terminal },
                                 .of = comparison,
                                 .order = mem_array(comparison->cause_count, sizeof *self.order) };

    sort_causes(&self);
    return self;
}

void compare_view_free(struct compare_view *self)
{
    free(self->order);
    *self = (struct compare_view) { .order = NULL };
}

void terminal_print_comparison(FILE *stream, const struct forecast_comparison *comparison,
                               const struct terminal *terminal, int year)
{
    struct compare_view self = compare_view_of(comparison, stream, terminal, year);

    compare_view_sides(&self);
    fprintf(stream, "\n");
    compare_view_answers(&self);
    if (!compare_is_same(&self)) {
        print_differences(&self);
    }
    compare_view_free(&self);
}
