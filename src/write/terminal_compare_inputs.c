#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "number.h"
#include "parameter_labels.h"
#include "setting_text.h"
#include "terminal_compare_parts.h"

/* The years in which a setting differs. free(). */
static char *years_text(const struct compare_view *self, const struct setting_change *change)
{
    if (change->first_differing == 0) {
        return joined("", "", "");
    }
    const struct number_text first = number_text(change->first_differing);
    const struct number_text last = number_text(change->last_differing);

    (void)self;
    return change->first_differing == change->last_differing ? joined(first.text, "", "")
                                                             : joined(first.text, "-", last.text);
}

/** Who takes the rows of what differs, and where to. */
struct taker {
    take_input *take;
    void *to;
};

static void add_cells(const struct taker *taker, const char *what, const char *which, const char *years, const char *a,
                      const char *b)
{
    taker->take(taker->to, (const char *const[INPUT_CELLS]) { what, which, years, a, b });
}

static void add_setting(const struct taker *table, const struct compare_view *self, const struct setting_change *change)
{
    const enum language language = self->view.terminal->language;
    char *keys = setting_keys(self->of, change, language, false);
    char *years = years_text(self, change);
    char *before = setting_value(self->of, change, 0, language);
    char *after = setting_value(self->of, change, 1, language);

    add_cells(table, parameter_labels[change->parameter][language], keys, years, before, after);
    free(keys);
    free(years);
    free(before);
    free(after);
}

/* What a table adds up to, where a figure says it. */
static void add_table(const struct taker *table, const struct compare_view *self, const struct table_change *change)
{
    enum { DECIMALS = 3, SMALL = 100 };
    const enum language language = self->view.terminal->language;
    const bool known = change->measure.id[0] != '\0' && !isnan(change->before) && !isnan(change->after);
    const int decimals = fabs(change->before) < SMALL && fabs(change->after) < SMALL ? DECIMALS : 0;

    add_cells(table, change->table.text[language], change->measure.text[language], "",
              known ? number_decimals(change->before, decimals).text : "",
              known ? number_decimals(change->after, decimals).text : "");
}

static void add_horizon(const struct taker *table, const struct compare_view *self)
{
    const struct forecast *const *sides = self->of->sides;
    char *texts[2];

    if (sides[0]->first_year == sides[1]->first_year && sides[0]->last_year == sides[1]->last_year) {
        return;
    }
    for (size_t side = 0; side < 2; side++) {
        texts[side] = joined(number_text(sides[side]->first_year).text, "-", number_text(sides[side]->last_year).text);
    }
    add_cells(table, compare_word(self, COMPARE_HORIZON), "", "", texts[0], texts[1]);
    free(texts[0]);
    free(texts[1]);
}

char *compare_files_text(const struct compare_view *self)
{
    static const enum compare_word how[FILE_DIFFERENCES] = {
        [FILE_CHANGED] = COMPARE_FILE_CHANGED, [FILE_ADDED] = COMPARE_FILE_ADDED, [FILE_GONE] = COMPARE_FILE_GONE
    };
    char *text = joined("", "", "");

    for (size_t index = 0; index < self->of->file_count; index++) {
        const struct file_change *file = &self->of->files[index];
        char *one = joined(file->name, " ", compare_word(self, how[file->how]));
        char *longer = joined(text, index == 0 ? "" : compare_word(self, COMPARE_COMMA), one);

        free(one);
        free(text);
        text = longer;
    }
    return text;
}

void compare_each_input(const struct compare_view *self, size_t most, take_input *take, void *to)
{
    const struct taker taker = { take, to };
    const struct forecast_comparison *of = self->of;
    const struct forecast *const *sides = of->sides;

    add_horizon(&taker, self);
    if (strcmp(sides[0]->version, sides[1]->version) != 0) {
        add_cells(&taker, compare_word(self, COMPARE_PROGRAM), "", "", sides[0]->version, sides[1]->version);
    }
    for (size_t index = 0; index < of->table_count; index++) {
        add_table(&taker, self, &of->tables[index]);
    }
    for (size_t index = 0; index < of->setting_count && index < most; index++) {
        add_setting(&taker, self, &of->settings[index]);
    }
}

/* Adds a row to the table for people. */
static void add_row(void *table, const char *const cells[INPUT_CELLS])
{
    enum { TEXTS = 3 }; /* then a figure for each side */

    text_table_row(table);
    for (size_t cell = 0; cell < INPUT_CELLS; cell++) {
        (cell < TEXTS ? text_table_left : text_table_right)(table, cells[cell], STYLE_PLAIN);
    }
}

/* More would bury the answer. */
enum { SETTINGS_SHOWN = 40 };

void compare_view_inputs(const struct compare_view *self)
{
    struct text_table table = { .gap = 2 };
    const struct forecast_comparison *of = self->of;
    char *files = compare_files_text(self);

    view_heading(&self->view, compare_word(self, COMPARE_INPUTS));
    add_row(&table,
            (const char *const[INPUT_CELLS]) { compare_word(self, COMPARE_WHAT), compare_word(self, COMPARE_WHICH),
                                               compare_word(self, COMPARE_YEARS), "A", "B" });
    text_table_rule(&table);
    compare_each_input(self, SETTINGS_SHOWN, add_row, &table);
    view_print(&self->view, &table);
    if (of->setting_count > SETTINGS_SHOWN) {
        view_say(&self->view, "", MESSAGE_COMPARE_SETTINGS_LEFT_OUT,
                 SLOTS({ "count", number_text((double)(of->setting_count - SETTINGS_SHOWN)).text }));
    }
    if (of->file_count > 0) {
        view_say(&self->view, "", MESSAGE_COMPARE_FILES, SLOTS({ "files", files }));
    }
    free(files);
}
