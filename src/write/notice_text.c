#include "notice_text.h"

#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "notice_rules.h"
#include "notice_slots.h"

static const enum message ALERT_WORDS[ALERTS] = { MESSAGE_NOTICE_GREEN, MESSAGE_NOTICE_AMBER, MESSAGE_NOTICE_RED };
static const enum tone ALERT_TONES[ALERTS] = { TONE_GREEN, TONE_AMBER, TONE_RED };

/* Adds `more` to a text of the heap, with `between` unless it is the first. */
static char *appended(char *text, const char *between, const char *more)
{
    const bool first = *text == '\0';

    text = mem_grow(text, strlen(text) + strlen(between) + strlen(more) + 1, 1);
    return strcat(strcat(text, first ? "" : between), more);
}

/* Names of all levels. free(). */
static char *level_names(const struct model *model, enum language language)
{
    char *names = mem_text("");

    for (size_t level = 0; level < model->level_count; level++) {
        names = appended(names, language == CHINESE ? "、" : ", ", model->levels[level].name.text[language]);
    }
    return names;
}

/* Says a sentence about the notice as a whole. */
static void say(struct document *document, enum passage_kind kind, enum message message, const struct notice *notice)
{
    const enum language language = document->language;
    const struct inputs *inputs = notice->inputs;
    const double percent = 100 * inputs->scenario.notice.amber_probability;
    char *levels = level_names(&inputs->model, language);

    document_say(
        document, kind, message,
        SLOTS({ "district", inputs->model.name.text[language] }, { "scenario", inputs->scenario.title[language] },
              { "question", inputs->scenario.question[language] },
              { "year", notice_year_text(notice->year, language).text },
              { "next", notice_year_text(notice->year + 1, language).text }, { "threshold", number_text(percent).text },
              { "levels", levels }, { "draws", number_whole((double)inputs->scenario.ensemble.draws).text },
              { "unplaced", number_whole(notice->unplaced).text }));
    free(levels);
}

static void say_counts(struct document *document, const struct notice *notice)
{
    document_say(document, PASSAGE_PARAGRAPH, MESSAGE_NOTICE_COUNTS,
                 SLOTS({ "towns", number_whole((double)notice->towns).text },
                       { "levels", number_whole((double)notice->inputs->model.level_count).text },
                       { "red", number_whole((double)notice->counts[ALERT_RED]).text },
                       { "amber", number_whole((double)notice->counts[ALERT_AMBER]).text },
                       { "green", number_whole((double)notice->counts[ALERT_GREEN]).text }));
}

static enum message amber_meaning(const struct notice *notice)
{
    if (notice->has_next) {
        return notice->has_probability ? MESSAGE_NOTICE_MEANS_AMBER_LIKELY : MESSAGE_NOTICE_MEANS_AMBER;
    }
    return notice->has_probability ? MESSAGE_NOTICE_MEANS_AMBER_LAST_LIKELY : MESSAGE_NOTICE_MEANS_AMBER_LAST;
}

static void add_opening(struct document *document, const struct notice *notice)
{
    say(document, PASSAGE_TITLE, MESSAGE_NOTICE_TITLE, notice);
    document_row(document, PASSAGE_FIELDS);
    document_cell_say(document, MESSAGE_NOTICE_ISSUER, TONE_PLAIN);
    document_cell_say(document, MESSAGE_NOTICE_NUMBER, TONE_PLAIN);
    document_cell_say(document, MESSAGE_NOTICE_DATE, TONE_PLAIN);
    say(document, PASSAGE_PARAGRAPH, MESSAGE_NOTICE_OPENING, notice);
    say_counts(document, notice);
    say(document, PASSAGE_HEADING, MESSAGE_NOTICE_HEAD_SCOPE, notice);
    say(document, PASSAGE_PARAGRAPH, MESSAGE_NOTICE_SCOPE, notice);
    say(document, PASSAGE_BULLET, MESSAGE_NOTICE_MEANS_RED, notice);
    say(document, PASSAGE_BULLET, amber_meaning(notice), notice);
    say(document, PASSAGE_BULLET, MESSAGE_NOTICE_MEANS_GREEN, notice);
}

/* The row's reasons in a line. free(). */
static char *reasons(const struct notice *notice, const struct outlook *row, enum language language)
{
    enum message sentences[NOTICE_SENTENCES];
    const size_t count = notice_rules(notice, row, PART_REASONS, sentences);
    struct notice_slots slots;
    char *text = mem_text("");

    notice_slots_fill(&slots, notice, row, language);
    for (size_t index = 0; index < count; index++) {
        char *reason = message_text(sentences[index], language, slots.slots);

        text = appended(text, language == CHINESE ? "；" : "; ", reason);
        free(reason);
    }
    notice_slots_free(&slots);
    return text;
}

/* A gap with its sign. */
static struct number_text signed_text(double gap)
{
    struct number_text text = number_whole(gap);

    if (gap >= NOTICE_SHORT_FROM) {
        memmove(text.text + 1, text.text, sizeof text.text - 1);
        text.text[0] = '+';
    }
    return text;
}

static void add_heads(struct document *document)
{
    static const struct {
        enum message head;
        enum tone tone;
    } HEADS[] = {
        { MESSAGE_NOTICE_COLUMN_TOWN, TONE_PLAIN },    { MESSAGE_NOTICE_COLUMN_LEVEL, TONE_PLAIN },
        { MESSAGE_NOTICE_COLUMN_ALERT, TONE_PLAIN },   { MESSAGE_NOTICE_COLUMN_YEAR, TONE_PLAIN },
        { MESSAGE_NOTICE_COLUMN_DEMAND, TONE_FIGURE }, { MESSAGE_NOTICE_COLUMN_SEATS, TONE_FIGURE },
        { MESSAGE_NOTICE_COLUMN_GAP, TONE_FIGURE },    { MESSAGE_NOTICE_COLUMN_REASONS, TONE_PLAIN },
    };

    document_row(document, PASSAGE_HEADS);
    for (size_t column = 0; column < sizeof HEADS / sizeof HEADS[0]; column++) {
        document_cell_say(document, HEADS[column].head, HEADS[column].tone);
    }
}

static void add_row(struct document *document, const struct notice *notice, const struct outlook *row)
{
    const struct model *model = &notice->inputs->model;
    const enum language language = document->language;
    char *why = reasons(notice, row, language);

    document_row(document, PASSAGE_ROW);
    document_cell(document, model->towns[row->place].name.text[language], TONE_PLAIN);
    document_cell(document, model->levels[row->level].name.text[language], TONE_PLAIN);
    document_cell_say(document, ALERT_WORDS[row->alert], ALERT_TONES[row->alert]);
    document_cell(document, notice_year_text(row->shown_year, language).text, TONE_PLAIN);
    document_cell(document, number_whole(row->shown.demand).text, TONE_FIGURE);
    document_cell(document, number_whole(row->shown.seats).text, TONE_FIGURE);
    document_cell(document, signed_text(row->shown.gap).text, TONE_FIGURE);
    document_cell(document, why, TONE_PLAIN);
    free(why);
}

static void add_alert(struct document *document, const struct notice *notice, enum alert alert, enum message heading)
{
    const size_t listed = notice->inputs->scenario.notice.listed;
    size_t rows = 0;

    say(document, PASSAGE_HEADING, heading, notice);
    if (notice->counts[alert] == 0) {
        say(document, PASSAGE_PARAGRAPH, MESSAGE_NOTICE_NONE, notice);
        return;
    }
    if (notice->counts[alert] > listed) {
        document_say(document, PASSAGE_PARAGRAPH, MESSAGE_NOTICE_LEFT_OUT,
                     SLOTS({ "count", number_whole((double)notice->counts[alert]).text },
                           { "listed", number_whole((double)listed).text }));
    }
    add_heads(document);
    for (size_t at = 0; at < notice->row_count && rows < listed; at++) {
        const struct outlook *row = &notice->rows[notice->order[at]];

        if (row->alert == alert) {
            add_row(document, notice, row);
            rows++;
        }
    }
    say(document, PASSAGE_PARAGRAPH, MESSAGE_NOTICE_LEGEND, notice);
}

static void add_green(struct document *document, const struct notice *notice)
{
    const struct model *model = &notice->inputs->model;
    const enum language language = document->language;

    say(document, PASSAGE_HEADING, MESSAGE_NOTICE_HEAD_GREEN, notice);
    for (size_t level = 0; level < model->level_count; level++) {
        const size_t count = notice->district[level].towns[ALERT_GREEN];
        char *list = notice_town_list(notice, ALERT_GREEN, level, notice->inputs->scenario.notice.listed, language);

        if (count > 0) {
            document_say(document, PASSAGE_BULLET, MESSAGE_NOTICE_SPARE,
                         SLOTS({ "level", model->levels[level].name.text[language] },
                               { "count", number_whole((double)count).text },
                               { "year", notice_year_text(notice->year, language).text }, { "list", list }));
        }
        free(list);
    }
    if (notice->counts[ALERT_GREEN] == 0) {
        say(document, PASSAGE_PARAGRAPH, MESSAGE_NOTICE_NONE, notice);
    }
}

/* A sentence about a level of the district. */
static void say_of(struct document *document, enum message message, const struct notice *notice,
                   const struct outlook *row)
{
    struct notice_slots slots;

    notice_slots_fill(&slots, notice, row, document->language);
    document_say(document, PASSAGE_BULLET, message, slots.slots);
    notice_slots_free(&slots);
}

static void add_basis(struct document *document, const struct notice *notice)
{
    const struct model *model = &notice->inputs->model;

    say(document, PASSAGE_HEADING, MESSAGE_NOTICE_HEAD_BASIS, notice);
    if (notice->inputs->scenario.question[document->language][0] != '\0') {
        say(document, PASSAGE_BULLET, MESSAGE_NOTICE_BASIS_QUESTION, notice);
    }
    for (size_t level = 0; level < model->level_count; level++) {
        const struct outlook *row = &notice->district[level];

        if (row->shown.demand_assumed > 0 || row->shown.seats_assumed > 0) {
            say_of(document, MESSAGE_NOTICE_BASIS_ASSUMED, notice, row);
        }
    }
    say(document, PASSAGE_BULLET, MESSAGE_NOTICE_BASIS_RATES, notice);
    if (notice->unplaced >= NOTICE_SHORT_FROM) {
        say(document, PASSAGE_BULLET, MESSAGE_NOTICE_BASIS_UNPLACED, notice);
    }
    if (notice->has_probability) {
        say(document, PASSAGE_BULLET, MESSAGE_NOTICE_BASIS_DRAWN, notice);
    }
}

static void add_part(struct document *document, const struct notice *notice, enum notice_part part,
                     enum message heading)
{
    enum message sentences[NOTICE_SENTENCES];

    say(document, PASSAGE_HEADING, heading, notice);
    for (size_t level = 0; level < notice->inputs->model.level_count; level++) {
        const struct outlook *row = &notice->district[level];
        const size_t count = notice_rules(notice, row, part, sentences);

        for (size_t index = 0; index < count; index++) {
            say_of(document, sentences[index], notice, row);
        }
    }
}

/* Once for all levels, since the same populations and base seats are behind them. */
static void advise_to_verify(struct document *document, const struct notice *notice)
{
    const struct model *model = &notice->inputs->model;
    const enum language language = document->language;
    char *levels = mem_text("");

    for (size_t level = 0; level < model->level_count; level++) {
        if (notice_is_mostly_assumed(&notice->district[level])) {
            levels = appended(levels, language == CHINESE ? "、" : ", ", model->levels[level].name.text[language]);
        }
    }
    if (*levels != '\0') {
        document_say(document, PASSAGE_BULLET, MESSAGE_NOTICE_ADVISE_VERIFY, SLOTS({ "levels", levels }));
    }
    free(levels);
}

static void add_findings(struct document *document, const struct notice *notice)
{
    say(document, PASSAGE_TITLE, MESSAGE_NOTICE_TITLE_FINDINGS, notice);
    say_counts(document, notice);
    add_part(document, notice, PART_CONCLUSIONS, MESSAGE_NOTICE_HEAD_CONCLUSIONS);
    add_part(document, notice, PART_WARNINGS, MESSAGE_NOTICE_HEAD_WARNINGS);
    add_part(document, notice, PART_ADVICE, MESSAGE_NOTICE_HEAD_ADVICE);
    advise_to_verify(document, notice);
}

void notice_document(struct document *document, const struct notice *notice, enum language language)
{
    *document = (struct document) { .language = language };
    add_opening(document, notice);
    add_alert(document, notice, ALERT_RED, MESSAGE_NOTICE_HEAD_RED);
    add_alert(document, notice, ALERT_AMBER, MESSAGE_NOTICE_HEAD_AMBER);
    add_green(document, notice);
    add_basis(document, notice);
    say(document, PASSAGE_HEADING, MESSAGE_NOTICE_HEAD_VALIDITY, notice);
    say(document, PASSAGE_PARAGRAPH, MESSAGE_NOTICE_VALIDITY, notice);
    say(document, PASSAGE_HEADING, MESSAGE_NOTICE_HEAD_DISCLAIMER, notice);
    say(document, PASSAGE_PARAGRAPH, MESSAGE_NOTICE_DISCLAIMER, notice);
    add_findings(document, notice);
}
