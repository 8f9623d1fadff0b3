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

static void add_cells(struct text_table *table, const char *what, const char *which, const char *years, const char *a,
                      const char *b)
{
    text_table_row(table);
    text_table_left(table, what, STYLE_PLAIN);
    text_table_left(table, which, STYLE_PLAIN);
    text_table_left(table, years, STYLE_PLAIN);
    text_table_right(table, a, STYLE_PLAIN);
    text_table_right(table, b, STYLE_PLAIN);
}

static void add_setting(struct text_table *table, const struct compare_view *self, const struct setting_change *change)
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
static void add_table(struct text_table *table, const struct compare_view *self, const struct table_change *change)
{
    enum { DECIMALS = 3, SMALL = 100 };
    const enum language language = self->view.terminal->language;
    const bool known = change->measure.id[0] != '\0' && !isnan(change->before) && !isnan(change->after);
    const int decimals = fabs(change->before) < SMALL && fabs(change->after) < SMALL ? DECIMALS : 0;

    add_cells(table, change->table.text[language], change->measure.text[language], "",
              known ? number_decimals(change->before, decimals).text : "",
              known ? number_decimals(change->after, decimals).text : "");
}

static void add_horizon(struct text_table *table, const struct compare_view *self)
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

/* The files of the model that differ, in one line. */
static void print_files(const struct compare_view *self)
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
    if (self->of->file_count > 0) {
        view_say(&self->view, "", MESSAGE_COMPARE_FILES, SLOTS({ "files", text }));
    }
    free(text);
}

/* More would bury the answer. */
enum { SETTINGS_SHOWN = 40 };

void compare_view_inputs(const struct compare_view *self)
{
    struct text_table table = { .gap = 2 };
    const struct forecast_comparison *of = self->of;
    const struct forecast *const *sides = of->sides;

    view_heading(&self->view, compare_word(self, COMPARE_INPUTS));
    add_cells(&table, compare_word(self, COMPARE_WHAT), compare_word(self, COMPARE_WHICH),
              compare_word(self, COMPARE_YEARS), "A", "B");
    text_table_rule(&table);
    add_horizon(&table, self);
    if (strcmp(sides[0]->version, sides[1]->version) != 0) {
        add_cells(&table, compare_word(self, COMPARE_PROGRAM), "", "", sides[0]->version, sides[1]->version);
    }
    for (size_t index = 0; index < of->table_count; index++) {
        add_table(&table, self, &of->tables[index]);
    }
    for (size_t index = 0; index < of->setting_count && index < SETTINGS_SHOWN; index++) {
        add_setting(&table, self, &of->settings[index]);
    }
    view_print(&self->view, &table);
    if (of->setting_count > SETTINGS_SHOWN) {
        view_say(&self->view, "", MESSAGE_COMPARE_SETTINGS_LEFT_OUT,
                 SLOTS({ "count", number_text((double)(of->setting_count - SETTINGS_SHOWN)).text }));
    }
    print_files(self);
}
