#include "backtest_report.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "csv_writer.h"
#include "mem.h"

enum { DAY_ROOM = 40 };

static void csv_day(struct csv_writer *csv, struct date day)
{
    csv_writer_text(csv, date_text(day).text);
}

/* A forecast and its error beside what was observed. */
static void csv_error(struct csv_writer *csv, double forecast, double observed)
{
    csv_writer_known(csv, forecast);
    csv_writer_known(csv, accuracy_percent(forecast, observed));
}

static void csv_comparison(struct csv_writer *csv, const struct model *model, const struct comparison *row)
{
    const struct backtest_plan *plan = &model->backtest;
    const bool is_group = row->group < plan->group_count;

    csv_writer_text(csv, "population");
    csv_day(csv, row->origin->day);
    csv_day(csv, row->target->day);
    csv_writer_number(csv, row->lead);
    csv_writer_text(csv, is_group ? "children" : "residents");
    csv_writer_text(csv, is_group ? plan->groups[row->group].name.id : NULL);
    csv_writer_text(csv, row->town < model->town_count ? model->towns[row->town].name.id : "total");
    csv_writer_number(csv, row->observed);
    csv_writer_text(csv, NULL);
    csv_error(csv, row->forecast, row->observed);
    csv_error(csv, row->no_change, row->observed);
    csv_error(csv, row->ageing, row->observed);
    csv_writer_known(csv, is_group ? accuracy_of_field(row->lead) : (double)NAN);
    csv_writer_empty(csv, 2);
    csv_writer_row(csv);
}

/* Pupils by one method; empty where it could not be used. */
static void csv_pupils(struct csv_writer *csv, const struct model *model, const struct pupil_comparison *row,
                       const char *method, double forecast)
{
    char year[DAY_ROOM];

    if (isnan(forecast)) {
        return;
    }
    snprintf(year, sizeof year, "%d", row->year);
    csv_writer_text(csv, "pupils");
    csv_day(csv, row->origin->day);
    csv_writer_text(csv, year);
    csv_writer_number(csv, row->lead);
    csv_writer_text(csv, method);
    csv_writer_text(csv, model->levels[row->level].name.id);
    csv_writer_text(csv, row->town < model->town_count ? model->towns[row->town].name.id : "total");
    csv_writer_number(csv, row->observed);
    csv_writer_text(csv, NULL);
    csv_error(csv, forecast, row->observed);
    csv_error(csv, row->no_change, row->observed);
    csv_writer_empty(csv, 2);
    csv_writer_known(csv, accuracy_of_field(row->lead));
    csv_writer_empty(csv, 2);
    csv_writer_row(csv);
}

static void csv_check(struct csv_writer *csv, const struct model *model, const struct observed_check *row)
{
    const struct observation *of = row->of;
    char ages[DAY_ROOM] = "";

    if (row->standing != OBSERVED_MODELLED) {
        return;
    }
    if (of->series == SERIES_RESIDENTS && (of->first_age > 0 || of->last_age + 1 < model->ages)) {
        snprintf(ages, sizeof ages, "%zu-%zu", of->first_age, of->last_age);
    }
    csv_writer_text(csv, "observed");
    csv_day(csv, row->origin->day);
    csv_day(csv, of->end);
    csv_writer_number(csv, row->lead);
    csv_writer_text(csv, series_words[of->series].id);
    csv_writer_text(csv, of->level != ALL_LEVELS ? model->levels[of->level].name.id : ages);
    csv_writer_text(csv, of->town != ALL_TOWNS ? model->towns[of->town].name.id : "total");
    csv_writer_number(csv, of->value);
    csv_writer_known(csv, of->standard_error);
    csv_error(csv, row->forecast, of->value);
    csv_error(csv, row->no_change, of->value);
    csv_writer_empty(csv, 4);
    csv_writer_text(csv, of->source);
    csv_writer_row(csv);
}

static void csv_outside(struct csv_writer *csv, const struct model *model, const struct outside_result *row)
{
    char day[DAY_ROOM];

    snprintf(day, sizeof day, "%d", row->of->year);
    csv_writer_text(csv, "outside");
    csv_day(csv, row->origin->day);
    csv_writer_text(csv, day);
    csv_writer_number(csv, row->of->year - row->origin->year);
    csv_writer_text(csv, outside_words[row->of->measure].id);
    csv_writer_text(csv, model->levels[row->of->level].name.id);
    csv_writer_text(csv, "total");
    csv_writer_number(csv, row->there);
    csv_writer_text(csv, NULL);
    if (row->is_known) {
        csv_error(csv, row->forecast, row->of->measure == OUTSIDE_PEAK ? (double)NAN : row->there);
    } else {
        csv_writer_empty(csv, 2);
    }
    csv_writer_empty(csv, 5);
    csv_writer_text(csv, row->of->area);
    csv_writer_text(csv, row->of->source);
    csv_writer_row(csv);
}

void backtest_report_table(struct csv_writer *csv, const struct backtest *backtest)
{
    static const char *const NAMES[] = { "kind",
                                         "origin",
                                         "observed_at",
                                         "lead",
                                         "measure",
                                         "ages",
                                         "town",
                                         "observed",
                                         "standard_error",
                                         "forecast",
                                         "error_percent",
                                         "no_change",
                                         "no_change_error_percent",
                                         "ageing",
                                         "ageing_error_percent",
                                         "field_error_percent",
                                         "place",
                                         "source" };

    csv_writer_header(csv, NAMES, sizeof NAMES / sizeof *NAMES);
    for (size_t index = 0; index < backtest->comparison_count; index++) {
        if (backtest->comparisons[index].observed > 0) {
            csv_comparison(csv, backtest->model, &backtest->comparisons[index]);
        }
    }
    for (size_t index = 0; index < backtest->pupil_count; index++) {
        const struct pupil_comparison *row = &backtest->pupils[index];

        csv_pupils(csv, backtest->model, row, enrolment_method_words[ENROLMENT_BY_RATES].id, row->by_rates);
        csv_pupils(csv, backtest->model, row, enrolment_method_words[ENROLMENT_BY_PROGRESSION].id, row->by_progression);
    }
    for (size_t index = 0; index < backtest->check_count; index++) {
        csv_check(csv, backtest->model, &backtest->checks[index]);
    }
    for (size_t index = 0; index < backtest->outside_count; index++) {
        csv_outside(csv, backtest->model, &backtest->outside[index]);
    }
}

bool backtest_report_csv(FILE *stream, const struct backtest *backtest)
{
    struct csv_writer *csv = mem_array(1, sizeof *csv);

    csv_writer_begin(csv, stream);
    csv_writer_bom(csv);
    backtest_report_table(csv, backtest);
    const bool good = csv_writer_end(csv);

    free(csv);
    return good;
}
