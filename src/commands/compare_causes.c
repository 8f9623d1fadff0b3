#define _DEFAULT_SOURCE

#include "compare_causes.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "attribution.h"
#include "crew.h"
#include "interrupt.h"
#include "number.h"
#include "parameter_labels.h"
#include "progress.h"
#include "say.h"
#include "table_measure.h"
#include "terminal.h"

/** The work, as the crew sees it. */
struct labour {
    const struct attribution *attribution;
    struct attribution_room *rooms; /* [threads] */
    double *figures;                /* [pieces][figures] */
    struct progress *progress;
};

static void run_piece(void *of, size_t thread, size_t piece)
{
    const struct labour *labour = of;

    attribution_go(labour->attribution, &labour->rooms[thread], piece,
                   &labour->figures[piece * attribution_figures(labour->attribution)]);
}

static bool watch(void *of, size_t done)
{
    const struct labour *labour = of;
    const size_t each = attribution_runs(labour->attribution) / attribution_pieces(labour->attribution);

    progress_say(labour->progress, done * each, attribution_runs(labour->attribution));
    return !interrupt_came();
}

/* Runs all pieces into the labour's figures; false where it was interrupted. */
static bool run_pieces(struct labour *labour, size_t threads, enum language language)
{
    const struct attribution *attribution = labour->attribution;
    struct block_memory owned;
    struct block memory = block_memory_make(&owned, threads * attribution_room_bytes(attribution));
    struct progress progress;
    const struct crew_work work = { attribution_pieces(attribution), run_piece, labour };

    labour->rooms = mem_array(threads, sizeof *labour->rooms);
    labour->progress = &progress;
    for (size_t thread = 0; thread < threads; thread++) {
        attribution_room_lay_out(attribution, &memory, &labour->rooms[thread]);
    }
    interrupt_watch();
    progress_begin(&progress, language);
    const size_t done = crew_go(&work, threads, watch, labour);

    progress_end(&progress);
    interrupt_unwatch();
    block_memory_free(&owned);
    free(labour->rooms);
    if (done < work.pieces) {
        const size_t each = attribution_runs(attribution) / work.pieces;

        say(language, MESSAGE_ENSEMBLE_STOPPED,
            SLOTS({ "done", number_whole((double)(done * each)).text },
                  { "all", number_whole((double)attribution_runs(attribution)).text }));
    }
    return done == work.pieces;
}

static const enum sharing sharing_of[] = {
    [UNLIKE_START] = SHARING_START, [UNLIKE_AGES] = SHARING_AGES,     [UNLIKE_TOWNS] = SHARING_TOWNS,
    [UNLIKE_AREAS] = SHARING_AREAS, [UNLIKE_LEVELS] = SHARING_LEVELS, [UNLIKE_YEARS] = SHARING_START,
};

/* Two texts with something between, the pool's. */
static const char *pool_joined(struct pool *pool, const char *first, const char *between, const char *second)
{
    char *text = pool_array(pool, strlen(first) + strlen(between) + strlen(second) + 1, 1);

    return strcat(strcat(strcpy(text, first), between), second);
}

/* The name of a parameter's key for people. */
static const char *key_name(const struct model *model, enum parameter_axis axis, size_t key, enum language language)
{
    switch (axis) {
    case AXIS_LEVEL:
        return model->levels[key].name.text[language];
    case AXIS_TOWN:
        return model->towns[key].name.text[language];
    case AXIS_BUILDER:
        return builder_words[key].text[language];
    case AXIS_ESTATE:
        return model->estates[key].name.text[language];
    case AXIS_PROJECT:
    case AXIS_NONE:
    case AXES:
        break;
    }
    return axis_key(model, axis, key);
}

static struct cause cause_of(const struct assumption *of, const struct model *model, struct pool *pool)
{
    if (of->is_table) {
        return (struct cause) { model_table_names[of->table] };
    }
    const struct parameter_row *row = &parameter_rows[of->first];
    struct cause cause = { { row->name,
                             { parameter_labels[of->first][CHINESE], parameter_labels[of->first][ENGLISH] } } };

    if (of->last != of->first) {
        cause.name.id = "migration.schedule";
    }
    if (of->key != ALL_KEYS) {
        cause.name.id = pool_joined(pool, row->name, " ", axis_key(model, row->axis, of->key));
        for (int language = 0; language < LANGUAGES; language++) {
            cause.name.text[language] = pool_joined(pool, cause.name.text[language], " ",
                                                    key_name(model, row->axis, of->key, (enum language)language));
        }
    }
    return cause;
}

/* What the tables that differ add up to. */
static void measure_tables(struct forecast_comparison *self, struct pool *pool, const struct mixing *mixing)
{
    struct table_change *tables = pool_array(pool, MODEL_TABLES, sizeof *tables);

    for (size_t table = 0; table < MODEL_TABLES; table++) {
        if (mixing->other[table]) {
            struct table_change *change = &tables[self->table_count++];

            change->table = model_table_names[table];
            change->measure = table_measures[table];
            change->before = table_measure(&mixing->sides[0]->model, (enum model_table)table, mixing->last_year);
            change->after = table_measure(&mixing->sides[1]->model, (enum model_table)table, mixing->last_year);
        }
    }
    self->tables = tables;
}

static const struct name program_name = { "program", { "程序版本", "program version" } };

/* By how much the change is one of the program's, whose versions reckon otherwise. */
static double program_change(const struct forecast_comparison *self, const struct compare_side sides[2], size_t cell)
{
    const size_t rows = self->place_count * self->level_count;
    const int year = self->first_year + (int)(cell / rows);
    const size_t place = cell % rows / self->level_count;
    const size_t level = cell % self->level_count;

    return compare_side_other_version(&sides[1], year, place, level) -
           compare_side_other_version(&sides[0], year, place, level);
}

/* Whether another version of the program reckons otherwise anywhere. */
static bool program_differs(const struct forecast_comparison *self, const struct compare_side sides[2])
{
    for (size_t cell = 0; cell < comparison_cells(self); cell++) {
        if (program_change(self, sides, cell) != 0) {
            return true;
        }
    }
    return false;
}

/* The shares in the comparison's cells, those of places that were not kept unknown. */
static void take_shares(const struct forecast_comparison *self, const struct attribution *attribution, const double *of,
                        double *cells)
{
    const size_t rows = self->place_count * self->level_count;
    const size_t skipped = attribution->first_place * self->level_count;
    const size_t kept = rows - skipped;

    for (size_t cause = 0; cause < attribution->count; cause++) {
        for (size_t cell = 0; cell < comparison_cells(self); cell++) {
            const size_t row = cell % rows;

            cells[cause * comparison_cells(self) + cell] =
                row < skipped ? NAN : of[cause * attribution->series + cell / rows * kept + row - skipped];
        }
    }
}

/* What the assumptions together make of the kept cells. */
static double *changes_of(const struct forecast_comparison *self, const struct attribution *attribution,
                          const struct compare_side sides[2])
{
    const size_t rows = self->place_count * self->level_count;
    const size_t skipped = attribution->first_place * self->level_count;
    double *changes = mem_array(attribution->series, sizeof *changes);
    size_t at = 0;

    for (size_t cell = 0; cell < comparison_cells(self); cell++) {
        if (cell % rows >= skipped) {
            changes[at++] = comparison_change(self, cell) - program_change(self, sides, cell);
        }
    }
    return changes;
}

/* The last cause, where there is one that is not an assumption. */
static void add_program(struct forecast_comparison *self, const struct compare_side sides[2], struct cause *causes,
                        double *shares)
{
    const size_t cells = comparison_cells(self);

    causes[self->cause_count] = (struct cause) { program_name };
    for (size_t cell = 0; cell < cells; cell++) {
        shares[self->cause_count * cells + cell] = program_change(self, sides, cell);
    }
    self->cause_count++;
}

static bool share_out(struct forecast_comparison *self, struct pool *pool, const struct compare_side sides[2],
                      const struct attribution *attribution, size_t threads, enum language language)
{
    const size_t cells = comparison_cells(self);
    const size_t all = attribution->count + 1;
    struct cause *causes = pool_array(pool, all, sizeof *causes);
    double *shares = pool_array(pool, all * cells, sizeof *shares);
    double *errors = pool_array(pool, all * cells, sizeof *errors);
    double *figures = mem_array(attribution_pieces(attribution) * attribution_figures(attribution), sizeof *figures);
    struct labour labour = { .attribution = attribution, .figures = figures };
    double *kept = mem_array(2 * attribution->count * attribution->series, sizeof *kept);
    double *kept_errors = &kept[attribution->count * attribution->series];
    double *changes = changes_of(self, attribution, sides);
    const bool whole = attribution->count == 0 || run_pieces(&labour, threads, language);

    if (whole && attribution->count > 0) {
        attribution_shares(attribution, figures, changes, kept, kept_errors);
        take_shares(self, attribution, kept, shares);
        take_shares(self, attribution, kept_errors, errors);
        self->sharing = attribution->samples > 0 ? SHARING_SAMPLE : SHARING_ALL_ORDERS;
        self->runs = attribution_runs(attribution);
        self->samples = attribution->samples;
    }
    for (size_t index = 0; index < attribution->count; index++) {
        causes[index] = cause_of(&attribution->assumptions[index], &sides[0].inputs.model, pool);
    }
    self->cause_count = attribution->count;
    self->causes = causes;
    self->shares = shares;
    self->errors = errors;
    if (program_differs(self, sides)) {
        add_program(self, sides, causes, shares);
        self->sharing = attribution->samples > 0 ? SHARING_SAMPLE : SHARING_ALL_ORDERS;
    }
    free(changes);
    free(kept);
    free(figures);
    return whole;
}

bool compare_causes(struct forecast_comparison *self, struct pool *pool, const struct compare_side sides[2],
                    bool by_key, size_t threads, enum language language)
{
    struct assumption assumptions[SHAPLEY_MOST];
    struct attribution attribution;
    struct mixing mixing;

    if (!sides[0].has_inputs || !sides[1].has_inputs) {
        self->sharing = SHARING_INPUTS_OTHER;
        self->other_side = sides[0].has_inputs;
        return true;
    }
    const enum unlike unlike = mixing_make(&mixing, &sides[0].inputs, &sides[1].inputs);

    if (unlike != ALIKE) {
        self->sharing = sharing_of[unlike];
        return true;
    }
    const size_t count = mixing_assumptions(&mixing, by_key, SHAPLEY_MOST, assumptions);
    const enum keep keep = terminal_names_towns(&sides[0].inputs.model) ? KEEP_GAPS : KEEP_SUMS;

    measure_tables(self, pool, &mixing);
    if (count > SHAPLEY_MOST || !attribution_make(&attribution, &mixing, assumptions, count, keep)) {
        self->sharing = SHARING_TOO_LARGE;
        return true;
    }
    return share_out(self, pool, sides, &attribution, threads, language);
}
