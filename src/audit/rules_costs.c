#include "rules.h"

#include <math.h>

#include "totals.h"

/* Which costs to add up. */
enum payers { COLUMN_ALL, COLUMN_OUTSIDE, TEXT_ONLY };

static bool pays_outside(const struct project *project)
{
    return project->builder == BUILDER_DEVELOPER || project->builder == BUILDER_DONOR;
}

/* Costs of the annex (and part, unless NULL); `rows` (may be NULL) gathers them. */
static double costs(struct exam *exam, const char *annex, const char *part, enum payers payers, struct sum *rows)
{
    double total = 0;

    for (size_t index = 0; index < exam->model->project_count; index++) {
        const struct project *project = &exam->model->projects[index];
        const bool blank = isnan(project->cost_wan_yuan);
        const double cost = blank ? project->cost_text : project->cost_wan_yuan;

        if (!same_key(project->annex, annex) || (part != NULL && !same_key(project->part, part)) || isnan(cost) ||
            blank != (payers == TEXT_ONLY) || (payers == COLUMN_OUTSIDE && !pays_outside(project))) {
            continue;
        }
        total += cost;
        if (rows != NULL) {
            sum_add(rows, exam, project->id, cost);
        }
    }
    return total;
}

void rule_blank_costs(struct exam *exam)
{
    for (size_t index = 0; index < exam->model->project_count; index++) {
        const struct project *project = &exam->model->projects[index];

        if (isnan(project->cost_text)) {
            continue;
        }
        const bool agrees = !isnan(project->cost_wan_yuan);
        const double part = costs(exam, project->annex, project->part, COLUMN_ALL, NULL);
        const double annex = costs(exam, project->annex, NULL, COLUMN_ALL, NULL);
        const struct fill *fills = FILLS(
            SAME("cost", exam_number(exam, project->cost_text)), SAME("part", exam_number(exam, part)),
            SAME("part_with", exam_number(exam, part + project->cost_text)), SAME("all", exam_number(exam, annex)),
            SAME("all_with", exam_number(exam, annex + project->cost_text)),
            SAID("builder", sentence_name(&builder_words[project->builder])));

        exam_book(exam, agrees,
                  (struct finding) {
                      .subject = exam_project_name(exam, index),
                      .found = project->cost_wan_yuan,
                      .expected = project->cost_text,
                      .arithmetic = exam_say(exam, agrees ? MESSAGE_AUDIT_COST_GIVEN : MESSAGE_AUDIT_COST_BLANK, fills),
                      .reading = exam_say(exam, MESSAGE_AUDIT_COST_READING, fills),
                      .rows = project->id });
    }
}

/* One finding for each annex that lists projects with costs. */
static void outside_payers_of(struct exam *exam, const char *annex)
{
    struct sum outside = { .count = 0 };
    const double column = costs(exam, annex, NULL, COLUMN_ALL, NULL);
    const double text = costs(exam, annex, NULL, TEXT_ONLY, NULL);

    costs(exam, annex, NULL, COLUMN_OUTSIDE, &outside);
    const struct fill *fills = FILLS(
        SAME("column", exam_number(exam, column)), SAME("outside", sum_text(&outside, exam)),
        SAME("sum", exam_number(exam, outside.total)), SAME("government", exam_number(exam, column - outside.total)),
        SAME("text", exam_number(exam, text)), SAME("known", exam_number(exam, column + text)));

    if (column > 0) {
        exam_book(exam, outside.count == 0,
                  (struct finding) { .subject = annex_name(exam, annex),
                                     .found = column,
                                     .expected = column - outside.total,
                                     .arithmetic = exam_say(exam, MESSAGE_AUDIT_PAYERS, fills),
                                     .reading = exam_say(exam, MESSAGE_AUDIT_PAYERS_READING, fills),
                                     .rows = sum_rows(&outside, exam) });
    }
    sum_free(&outside);
}

void rule_outside_payers(struct exam *exam)
{
    for (size_t index = 0; index < exam->model->project_count; index++) {
        bool first = true;

        for (size_t before = 0; before < index && first; before++) {
            first = !same_key(exam->model->projects[before].annex, exam->model->projects[index].annex);
        }
        if (first) {
            outside_payers_of(exam, exam->model->projects[index].annex);
        }
    }
}
