#include "notice_slots.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"

/* Towns that a sentence names before it says "and others". */
enum { TOWNS_NAMED = 5 };

/* 15 mu are a hectare. */
static const double m2_per_mu = 10000.0 / 15;

struct number_text notice_year_text(int year, enum language language)
{
    struct number_text text;

    snprintf(text.text, sizeof text.text, language == CHINESE ? "%d-%d学年" : "%d-%d", year, year + 1);
    return text;
}

static void add_text(struct notice_slots *self, const char *name, const char *text)
{
    assert(self->count < NOTICE_SLOTS);
    self->slots[self->count++] = (struct slot) { name, text };
}

static void add(struct notice_slots *self, const char *name, struct number_text text)
{
    self->texts[self->count] = text;
    add_text(self, name, self->texts[self->count].text);
}

/* Without a sign; what is not known is named by no sentence that is said. */
static void add_whole(struct notice_slots *self, const char *name, double value)
{
    add(self, name, number_whole(isnan(value) ? 0 : fabs(value)));
}

static void add_percent(struct notice_slots *self, const char *name, double part, double all)
{
    add(self, name, number_whole(all > 0 ? 100 * (part / all) : 0));
}

/* What a town's list says of it. */
static char *town_text(const struct notice *notice, const struct outlook *row, enum language language)
{
    const enum message message = row->alert == ALERT_GREEN                  ? MESSAGE_NOTICE_TOWN_SPARE
                                 : row->shown.shortage >= NOTICE_SHORT_FROM ? MESSAGE_NOTICE_TOWN_SHORT
                                                                            : MESSAGE_NOTICE_TOWN_LIKELY;
    const double percent = isnan(row->probability) ? 0 : 100 * row->probability;

    return message_text(message, language,
                        SLOTS({ "town", notice->inputs->model.towns[row->place].name.text[language] },
                              { "surplus", number_whole(row->shown.surplus).text },
                              { "shortage", number_whole(row->shown.shortage).text },
                              { "probability", number_whole(percent).text }));
}

static char *and_others(char *list, size_t count, enum language language)
{
    char *text = message_text(MESSAGE_NOTICE_AND_OTHERS, language,
                              SLOTS({ "list", list }, { "count", number_whole((double)count).text }));

    free(list);
    return text;
}

char *notice_town_list(const struct notice *notice, enum alert alert, size_t level, size_t most, enum language language)
{
    const char *comma = language == CHINESE ? "、" : ", ";
    char *list = mem_text("");
    size_t count = 0;

    for (size_t at = 0; at < notice->row_count; at++) {
        const struct outlook *row = &notice->rows[notice->order[at]];

        if (row->alert != alert || row->level != level || count++ >= most) {
            continue;
        }
        char *town = town_text(notice, row, language);
        const size_t length = strlen(list);

        list = mem_grow(list, length + strlen(comma) + strlen(town) + 1, 1);
        strcat(strcat(list, count > 1 ? comma : ""), town);
        free(town);
    }
    return count > most ? and_others(list, count, language) : list;
}

static void add_years(struct notice_slots *self, const struct notice *notice, const struct outlook *row,
                      enum language language)
{
    add(self, "year", notice_year_text(notice->year, language));
    add(self, "next", notice_year_text(notice->year + 1, language));
    add(self, "last", notice_year_text(notice->inputs->scenario.last_year, language));
    add(self, "peak_year", notice_year_text(row->peak.year, language));
    add(self, "worst_year", notice_year_text(row->worst.year, language));
    add(self, "widest_year", notice_year_text(row->widest.year, language));
    add(self, "last_short", notice_year_text(row->last_short, language));
    add(self, "probability_year", notice_year_text(row->probability_year, language));
}

/* What the row shows. */
static void add_shown(struct notice_slots *self, const struct outlook *row)
{
    add_whole(self, "demand", row->shown.demand);
    add_whole(self, "seats", row->shown.seats);
    add_whole(self, "gap", row->shown.gap);
    add_whole(self, "shortage", row->shown.shortage);
    add_whole(self, "surplus", row->shown.surplus);
    add_whole(self, "demand_change", row->shown.demand - row->demand_before);
    add_whole(self, "seats_change", row->shown.seats - row->seats_before);
    add_whole(self, "unopened", row->shown.seats_nominal - row->shown.seats);
    add_percent(self, "demand_assumed", row->shown.demand_assumed, row->shown.demand);
    add_percent(self, "seats_assumed", row->shown.seats_assumed, row->shown.seats);
    add_whole(self, "late", row->late);
    add_whole(self, "nearby", row->nearby);
    add_percent(self, "probability", row->probability, isnan(row->probability) ? 0 : 1);
}

/* What comes later. */
static void add_later(struct notice_slots *self, const struct outlook *row)
{
    add_whole(self, "peak", row->peak.value);
    add_whole(self, "worst", row->worst.value);
    add_whole(self, "widest", row->widest.value);
    add_percent(self, "widest_share", row->widest.value, row->widest_seats);
    add_whole(self, "rooms", floor(row->widest.value / row->class_size));
    add_whole(self, "last_demand", row->last.demand);
    add_percent(self, "last_share", row->last.demand, row->peak.value);
    add_whole(self, "last_shortage", row->last.shortage);
    add_whole(self, "last_classes", row->last.classes_short);
    add(self, "last_land", number_decimals(row->last.land_short_m2 / m2_per_mu, 1));
}

static void add_towns(struct notice_slots *self, const struct notice *notice, const struct outlook *row,
                      enum language language)
{
    self->red_towns = notice_town_list(notice, ALERT_RED, row->level, TOWNS_NAMED, language);
    self->amber_towns = notice_town_list(notice, ALERT_AMBER, row->level, TOWNS_NAMED, language);
    add_text(self, "red_towns", self->red_towns);
    add_text(self, "amber_towns", self->amber_towns);
    add_whole(self, "red", (double)row->towns[ALERT_RED]);
    add_whole(self, "amber", (double)row->towns[ALERT_AMBER]);
    add_whole(self, "eased", row->eased);
    add_whole(self, "later_towns", (double)row->later_towns);
    add_whole(self, "passing_towns", (double)row->passing_towns);
    add_whole(self, "passing_seats", row->passing_seats);
    add_whole(self, "lasting_towns", (double)row->lasting_towns);
}

void notice_slots_fill(struct notice_slots *self, const struct notice *notice, const struct outlook *row,
                       enum language language)
{
    const struct model *model = &notice->inputs->model;

    *self = (struct notice_slots) { .count = 0 };
    add_text(self, "level", model->levels[row->level].name.text[language]);
    add_years(self, notice, row, language);
    add_shown(self, row);
    add_later(self, row);
    if (row->place >= model->town_count) {
        add_towns(self, notice, row, language);
    }
}

void notice_slots_free(struct notice_slots *self)
{
    free(self->red_towns);
    free(self->amber_towns);
    *self = (struct notice_slots) { .count = 0 };
}
