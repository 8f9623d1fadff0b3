#include "notice_rules.h"

#include <assert.h>
#include <math.h>

/* From this part of all seats on it is worth a warning that they are to spare. */
static const double wide = 0.2;

/* From this part on a figure rests mostly on what is assumed. */
static const double mostly = 0.5;

typedef bool holds(const struct notice *notice, const struct outlook *row);

/* Half a child or more; false of what is not known. */
static bool some(double children)
{
    return children >= NOTICE_SHORT_FROM;
}

static bool is_unlikely(const struct notice *notice, const struct outlook *row)
{
    (void)notice;
    return row->alert == ALERT_AMBER && !some(row->shown.shortage);
}

static bool is_drawn(const struct notice *notice, const struct outlook *row)
{
    return notice->has_probability && !isnan(row->probability);
}

static bool demand_rises(const struct notice *notice, const struct outlook *row)
{
    (void)notice;
    return some(row->shown.demand - row->demand_before);
}

static bool demand_falls(const struct notice *notice, const struct outlook *row)
{
    (void)notice;
    return some(row->demand_before - row->shown.demand);
}

static bool peak_is_ahead(const struct notice *notice, const struct outlook *row)
{
    (void)notice;
    return row->peak.year > row->shown_year;
}

static bool peak_is_now(const struct notice *notice, const struct outlook *row)
{
    (void)notice;
    return row->peak.year == row->shown_year;
}

static bool peak_is_past(const struct notice *notice, const struct outlook *row)
{
    (void)notice;
    return row->peak.year != NO_YEAR && row->peak.year < row->shown_year;
}

static bool seats_rise(const struct notice *notice, const struct outlook *row)
{
    (void)notice;
    return some(row->shown.seats - row->seats_before);
}

static bool seats_fall(const struct notice *notice, const struct outlook *row)
{
    (void)notice;
    return some(row->seats_before - row->shown.seats);
}

static bool seats_stay(const struct notice *notice, const struct outlook *row)
{
    return !isnan(row->seats_before) && !seats_rise(notice, row) && !seats_fall(notice, row);
}

static bool waits_for_grades(const struct notice *notice, const struct outlook *row)
{
    (void)notice;
    return some(row->shown.seats_nominal - row->shown.seats);
}

static bool is_late(const struct notice *notice, const struct outlook *row)
{
    (void)notice;
    return some(row->late);
}

static bool is_short_at_the_end(const struct notice *notice, const struct outlook *row)
{
    return row->shown_year < notice->inputs->scenario.last_year && some(row->last.shortage);
}

static bool ends_with_spare_seats(const struct notice *notice, const struct outlook *row)
{
    return row->last_short != NO_YEAR && row->last_short < notice->inputs->scenario.last_year &&
           some(row->last.surplus);
}

static bool has_help_nearby(const struct notice *notice, const struct outlook *row)
{
    (void)notice;
    return some(row->shown.shortage) && some(row->nearby);
}

static bool demand_is_assumed(const struct notice *notice, const struct outlook *row)
{
    (void)notice;
    return some(row->shown.demand_assumed);
}

static bool seats_are_assumed(const struct notice *notice, const struct outlook *row)
{
    (void)notice;
    return some(row->shown.seats_assumed);
}

static bool district_is_short(const struct notice *notice, const struct outlook *row)
{
    (void)notice;
    return some(row->coming.gap);
}

static bool is_uneven(const struct notice *notice, const struct outlook *row)
{
    return !district_is_short(notice, row) && some(row->coming.shortage);
}

static bool is_enough(const struct notice *notice, const struct outlook *row)
{
    return !district_is_short(notice, row) && !some(row->coming.shortage);
}

static bool rises_to_the_end(const struct notice *notice, const struct outlook *row)
{
    return row->peak.year == notice->inputs->scenario.last_year;
}

static bool has_peak_ahead(const struct notice *notice, const struct outlook *row)
{
    return row->peak.year >= notice->year && !rises_to_the_end(notice, row);
}

static bool has_peak_behind(const struct notice *notice, const struct outlook *row)
{
    return row->peak.year != NO_YEAR && row->peak.year < notice->year;
}

static bool has_red(const struct notice *notice, const struct outlook *row)
{
    (void)notice;
    return row->towns[ALERT_RED] > 0;
}

static bool has_amber(const struct notice *notice, const struct outlook *row)
{
    (void)notice;
    return row->towns[ALERT_AMBER] > 0;
}

static bool has_later(const struct notice *notice, const struct outlook *row)
{
    (void)notice;
    return row->later_towns > 0;
}

static bool worst_is_ahead(const struct notice *notice, const struct outlook *row)
{
    return some(row->worst.value) && row->worst.year > notice->year;
}

static bool much_is_spare(const struct notice *notice, const struct outlook *row)
{
    (void)notice;
    return row->widest.value > wide * row->widest_seats;
}

static bool some_shortage_passes(const struct notice *notice, const struct outlook *row)
{
    (void)notice;
    return row->passing_towns > 0;
}

static bool some_shortage_lasts(const struct notice *notice, const struct outlook *row)
{
    (void)notice;
    return row->lasting_towns > 0;
}

/* Without the new seats more would be missing than there are to spare. */
static bool counts_on_new_seats(const struct notice *notice, const struct outlook *row)
{
    const double added = row->shown.seats - row->seats_before;

    return seats_rise(notice, row) && added > row->coming.surplus - row->coming.shortage;
}

static bool eases_by_grades(const struct notice *notice, const struct outlook *row)
{
    (void)notice;
    return some(row->eased);
}

static bool youngest_is_spare(const struct notice *notice, const struct outlook *row)
{
    return row->lowest_level && much_is_spare(notice, row) && row->widest.value >= row->class_size;
}

static bool older_is_spare(const struct notice *notice, const struct outlook *row)
{
    return !row->lowest_level && much_is_spare(notice, row);
}

bool notice_is_mostly_assumed(const struct outlook *row)
{
    return row->coming.demand_assumed > mostly * row->coming.demand ||
           row->coming.seats_assumed > mostly * row->coming.seats;
}

/** A sentence and when it is said. */
struct rule {
    enum notice_part part;
    enum message sentence;
    holds *holds; /**< NULL: where the part says nothing else. */
};

static const struct rule RULES[] = {
    { PART_REASONS, MESSAGE_NOTICE_WHY_UNLIKELY, is_unlikely },
    { PART_REASONS, MESSAGE_NOTICE_WHY_PROBABILITY, is_drawn },
    { PART_REASONS, MESSAGE_NOTICE_WHY_DEMAND_UP, demand_rises },
    { PART_REASONS, MESSAGE_NOTICE_WHY_DEMAND_DOWN, demand_falls },
    { PART_REASONS, MESSAGE_NOTICE_WHY_PEAK_AHEAD, peak_is_ahead },
    { PART_REASONS, MESSAGE_NOTICE_WHY_PEAK_NOW, peak_is_now },
    { PART_REASONS, MESSAGE_NOTICE_WHY_PEAK_PAST, peak_is_past },
    { PART_REASONS, MESSAGE_NOTICE_WHY_SEATS_UP, seats_rise },
    { PART_REASONS, MESSAGE_NOTICE_WHY_SEATS_SAME, seats_stay },
    { PART_REASONS, MESSAGE_NOTICE_WHY_SEATS_DOWN, seats_fall },
    { PART_REASONS, MESSAGE_NOTICE_WHY_UNOPENED, waits_for_grades },
    { PART_REASONS, MESSAGE_NOTICE_WHY_LATE, is_late },
    { PART_REASONS, MESSAGE_NOTICE_WHY_LASTS, is_short_at_the_end },
    { PART_REASONS, MESSAGE_NOTICE_WHY_PASSES, ends_with_spare_seats },
    { PART_REASONS, MESSAGE_NOTICE_WHY_NEARBY, has_help_nearby },
    { PART_REASONS, MESSAGE_NOTICE_WHY_DEMAND_ASSUMED, demand_is_assumed },
    { PART_REASONS, MESSAGE_NOTICE_WHY_SEATS_ASSUMED, seats_are_assumed },

    { PART_CONCLUSIONS, MESSAGE_NOTICE_SAY_SHORT, district_is_short },
    { PART_CONCLUSIONS, MESSAGE_NOTICE_SAY_UNEVEN, is_uneven },
    { PART_CONCLUSIONS, MESSAGE_NOTICE_SAY_ENOUGH, is_enough },
    { PART_CONCLUSIONS, MESSAGE_NOTICE_SAY_RISING, rises_to_the_end },
    { PART_CONCLUSIONS, MESSAGE_NOTICE_SAY_PEAK_AHEAD, has_peak_ahead },
    { PART_CONCLUSIONS, MESSAGE_NOTICE_SAY_PEAK_PAST, has_peak_behind },

    { PART_WARNINGS, MESSAGE_NOTICE_WARN_RED, has_red },
    { PART_WARNINGS, MESSAGE_NOTICE_WARN_AMBER, has_amber },
    { PART_WARNINGS, MESSAGE_NOTICE_WARN_LATER, has_later },
    { PART_WARNINGS, MESSAGE_NOTICE_WARN_WORST, worst_is_ahead },
    { PART_WARNINGS, MESSAGE_NOTICE_WARN_SPARE, much_is_spare },
    { PART_WARNINGS, MESSAGE_NOTICE_WARN_NONE, NULL },

    { PART_ADVICE, MESSAGE_NOTICE_ADVISE_PASSING, some_shortage_passes },
    { PART_ADVICE, MESSAGE_NOTICE_ADVISE_LASTING, some_shortage_lasts },
    { PART_ADVICE, MESSAGE_NOTICE_ADVISE_LATE, is_late },
    { PART_ADVICE, MESSAGE_NOTICE_ADVISE_OPENING, counts_on_new_seats },
    { PART_ADVICE, MESSAGE_NOTICE_ADVISE_UNOPENED, eases_by_grades },
    { PART_ADVICE, MESSAGE_NOTICE_ADVISE_NEARBY, has_help_nearby },
    { PART_ADVICE, MESSAGE_NOTICE_ADVISE_YOUNGEST, youngest_is_spare },
    { PART_ADVICE, MESSAGE_NOTICE_ADVISE_SPARE, older_is_spare },
    { PART_ADVICE, MESSAGE_NOTICE_ADVISE_NONE, NULL },
};

enum { RULE_COUNT = sizeof RULES / sizeof RULES[0] };

size_t notice_rules(const struct notice *notice, const struct outlook *row, enum notice_part part,
                    enum message *sentences)
{
    size_t count = 0;

    for (size_t index = 0; index < RULE_COUNT; index++) {
        const struct rule *rule = &RULES[index];

        if (rule->part == part && (rule->holds == NULL ? count == 0 : rule->holds(notice, row))) {
            assert(count < NOTICE_SENTENCES);
            sentences[count++] = rule->sentence;
        }
    }
    return count;
}
