#include "backtest_parts.h"

#include <stdlib.h>

#include "gathered.h"

/* "fertility 2011-2015"; of several years only the last where that alone is held. */
static struct label known_label(const struct view *view, enum terminal_word table, struct known_years known,
                                const char *otherwise)
{
    struct label label;

    if (view->inputs->model.backtest.hold == HOLD_LAST) {
        known.first = known.last;
    }
    if (known.first == NO_YEAR) {
        snprintf(label.text, sizeof label.text, "%s %s", view_word(view, table), otherwise);
    } else if (known.first == known.last) {
        snprintf(label.text, sizeof label.text, "%s %d", view_word(view, table), known.last);
    } else {
        snprintf(label.text, sizeof label.text, "%s %d-%d", view_word(view, table), known.first, known.last);
    }
    return label;
}

/* Where a table has no year before the origin. */
static void say_ahead(const struct view *view, const struct vintage *vintage)
{
    const struct known_years known[] = { vintage->fertility, vintage->mortality, vintage->migration };
    static const enum terminal_word WORDS[] = { WORD_FERTILITY, WORD_MORTALITY, WORD_MIGRATION };
    struct gathered tables = { .text = NULL };

    for (size_t table = 0; table < sizeof known / sizeof *known; table++) {
        if (known[table].first != NO_YEAR && known[table].last >= vintage->origin->year) {
            gather(&tables, view_word(view, WORD_LIST_COMMA), view_word(view, WORDS[table]));
        }
    }
    if (tables.text != NULL) {
        view_say(view, "", MESSAGE_BACKTEST_AHEAD,
                 SLOTS({ "origin", date_text(vintage->origin->day).text }, { "tables", tables.text }));
    }
    free(tables.text);
}

static void say_origin(const struct view *view, const struct vintage *vintage)
{
    const struct model *held = &vintage->inputs.model;
    const char *all = view_word(view, WORD_KNOWN_ALL);
    const char *migrants = held->migration.persons.values == NULL ? view_word(view, WORD_KNOWN_NONE) : all;
    const char *between = view_word(view, WORD_LIST_COMMA);
    struct gathered known = { .text = NULL };

    gather(&known, between, known_label(view, WORD_FERTILITY, vintage->fertility, all).text);
    gather(&known, between, known_label(view, WORD_MORTALITY, vintage->mortality, all).text);
    gather(&known, between, known_label(view, WORD_MIGRATION, vintage->migration, migrants).text);
    view_say(view, "", MESSAGE_BACKTEST_FROM,
             SLOTS({ "origin", date_text(vintage->origin->day).text },
                   { "hold", view_name(view, &hold_words[held->backtest.hold]) }, { "known", known.text }));
    free(known.text);
    say_ahead(view, vintage);
}

void backtest_report_print(FILE *stream, const struct backtest *backtest, const struct terminal *terminal)
{
    const struct view view = { stream, &backtest->vintages[0].inputs, NULL, terminal };
    char *title = joined(view_name(&view, &backtest->model->name), view_word(&view, WORD_COLON),
                         view_word(&view, WORD_TITLE_BACKTEST));

    text_styled(stream, terminal->colour, STYLE_STRONG, title);
    putc('\n', stream);
    free(title);
    for (size_t index = 0; index < backtest->vintage_count; index++) {
        say_origin(&view, &backtest->vintages[index]);
    }
    view_accuracy(&view, backtest);
    view_accuracy_by_town(&view, backtest);
    view_pupil_accuracy(&view, backtest);
    view_checks(&view, backtest);
    view_outside(&view, backtest);
    view_weight(&view, backtest);
}
