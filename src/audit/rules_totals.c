#include "rules.h"

#include <math.h>

#include "totals.h"

/* "; annex 1 prints ..." for every other place that prints the same total in another way. */
static struct sentence printed_elsewhere(struct exam *exam, const struct plan_total *total)
{
    struct sentence places = sentence_same("");

    for (size_t index = 0; index < exam->model->plan_total_count; index++) {
        const struct plan_total *other = &exam->model->plan_totals[index];

        if (other == total || same_figure(other->printed, total->printed) || !totals_same_thing(exam, other, total)) {
            continue;
        }
        const struct sentence place = exam_say(
            exam, MESSAGE_AUDIT_ELSEWHERE,
            FILLS(SAID("annex", annex_name(exam, other->annex)), SAME("printed", exam_number(exam, other->printed))));

        places = exam_join(exam, places, sentence_same(""), place);
    }
    return places;
}

void rule_totals(struct exam *exam)
{
    for (size_t index = 0; index < exam->model->plan_total_count; index++) {
        const struct plan_total *total = &exam->model->plan_totals[index];
        const struct scope scope = total_scope(exam, total);

        if (!scope.recomputable) {
            continue;
        }
        struct sum sum = scope_sum(exam, &scope);
        const char *text = scope.measure == MEASURE_SCHOOLS ? sum_count(&sum, exam) : sum_text(&sum, exam);
        const struct fill *fills =
            FILLS(SAME("count", sum_count(&sum, exam)), SAME("sum", text),
                  SAME("printed", exam_number(exam, total->printed)), SAME("total", exam_number(exam, sum.total)),
                  SAME("difference", exam_number(exam, total->printed - sum.total)),
                  SAID("elsewhere", printed_elsewhere(exam, total)));

        exam_book(exam, same_figure(sum.total, total->printed),
                  (struct finding) { .subject = scope_name(exam, &scope),
                                     .found = total->printed,
                                     .expected = sum.total,
                                     .arithmetic = exam_say(exam, MESSAGE_AUDIT_TOTAL, fills),
                                     .reading = exam_say(exam, MESSAGE_AUDIT_TOTAL_READING, fills),
                                     .rows = sum_rows(&sum, exam) });
        sum_free(&sum);
    }
}

void rule_printed_twice(struct exam *exam)
{
    const struct model *model = exam->model;

    for (size_t index = 0; index < model->plan_total_count; index++) {
        const struct plan_total *total = &model->plan_totals[index];
        const struct scope scope = total_scope(exam, total);

        /* What the projects add up to is A1's. */
        for (size_t first = 0; first < index && !scope.recomputable; first++) {
            const struct plan_total *other = &model->plan_totals[first];

            if (!totals_same_thing(exam, total, other)) {
                continue;
            }
            const struct fill *fills =
                FILLS(SAID("one", annex_name(exam, total->annex)), SAME("printed", exam_number(exam, total->printed)),
                      SAID("other", annex_name(exam, other->annex)), SAME("first", exam_number(exam, other->printed)));

            exam_book(exam, same_figure(total->printed, other->printed),
                      (struct finding) { .subject = scope_name(exam, &scope),
                                         .found = total->printed,
                                         .expected = other->printed,
                                         .arithmetic = exam_say(exam, MESSAGE_AUDIT_TWICE, fills),
                                         .reading = exam_say(exam, MESSAGE_AUDIT_TWICE_READING, fills) });
            break;
        }
    }
}

/* How the printed totals that hold a row fare if its seats were `seats`. */
struct fit {
    size_t totals;
    size_t column;
    size_t text;
    bool has_shown;
    struct scope shown; /* The narrowest: of one level, in the annex that lists the project. */
    double shown_column;
    double shown_text;
};

static struct fit fit_of(struct exam *exam, const struct project_seats *row)
{
    struct fit fit = { .totals = 0 };

    for (size_t index = 0; index < exam->model->plan_total_count; index++) {
        const struct plan_total *total = &exam->model->plan_totals[index];
        const struct scope scope = total_scope(exam, total);

        if (!scope.recomputable || scope.measure != MEASURE_SEATS || !scope.levels[row->level] ||
            !scope_has(exam, &scope, row->project)) {
            continue;
        }
        struct sum sum = scope_sum(exam, &scope);
        const double others = sum.total - (isnan(row->seats) ? 0 : row->seats);

        sum_free(&sum);
        fit.totals++;
        fit.column += same_figure(others + row->column_seats, total->printed);
        fit.text += same_figure(others + row->text_seats, total->printed);
        if (!fit.has_shown || (scope.own_annex && !fit.shown.own_annex)) {
            fit.has_shown = true;
            fit.shown = scope;
            fit.shown_column = others + row->column_seats;
            fit.shown_text = others + row->text_seats;
        }
    }
    return fit;
}

/* "; the part: 10,800 by the column, 11,070 by the text, printed 11,070; ..." */
static struct sentence fit_words(struct exam *exam, const struct fit *fit)
{
    if (!fit->has_shown) {
        return exam_say(exam, MESSAGE_AUDIT_FIT_NONE, FILLS(SAME("", "")));
    }
    return exam_say(exam, MESSAGE_AUDIT_FIT,
                    FILLS(SAID("total", scope_name(exam, &fit->shown)),
                          SAME("with_column", exam_number(exam, fit->shown_column)),
                          SAME("with_text", exam_number(exam, fit->shown_text)),
                          SAME("printed", exam_number(exam, fit->shown.total->printed)),
                          SAME("count", exam_number(exam, (double)fit->totals)),
                          SAME("text_fits", exam_number(exam, (double)fit->text)),
                          SAME("column_fits", exam_number(exam, (double)fit->column))));
}

/* " (36 x 45 = 1,620)", where the text names rooms. */
static struct sentence rooms_words(struct exam *exam, const struct project_seats *row)
{
    const double size = exam_class_size(&exam->model->levels[row->level]);

    if (isnan(row->text_rooms)) {
        return sentence_same("");
    }
    return exam_say(exam, MESSAGE_AUDIT_COLUMN_ROOMS,
                    FILLS(SAME("rooms", exam_number(exam, row->text_rooms)), SAME("size", exam_number(exam, size)),
                          SAME("product", exam_number(exam, row->text_rooms * size))));
}

void rule_seat_columns(struct exam *exam)
{
    for (size_t index = 0; index < exam->model->project_seats_count; index++) {
        const struct project_seats *row = &exam->model->project_seats[index];
        const struct level *level = &exam->model->levels[row->level];

        if (isnan(row->column_seats) || isnan(row->text_seats)) {
            continue;
        }
        const bool agrees = same_figure(row->column_seats, row->text_seats);
        const struct fit fit = agrees ? (struct fit) { .totals = 0 } : fit_of(exam, row);
        const struct fill *fills = FILLS(
            SAME("column", exam_number(exam, row->column_seats)), SAME("text", exam_number(exam, row->text_seats)),
            SAID("rooms", rooms_words(exam, row)), SAID("fit", agrees ? sentence_same("") : fit_words(exam, &fit)),
            SAME("seats", exam_number(exam, row->seats)));
        const struct sentence dot = { { " · ", " · " } };

        exam_book(exam, agrees,
                  (struct finding) { .subject = exam_join(exam, exam_project_name(exam, row->project), dot,
                                                          sentence_name(&level->name)),
                                     .found = row->column_seats,
                                     .expected = row->text_seats,
                                     .arithmetic = exam_say(exam, MESSAGE_AUDIT_COLUMN, fills),
                                     .reading = exam_say(exam, MESSAGE_AUDIT_COLUMN_READING, fills),
                                     .rows = exam->model->projects[row->project].id });
    }
}
