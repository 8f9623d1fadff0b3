#include "compare_tables.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "setting_text.h"

static void write_texts(struct csv_writer *csv, const char *const *texts, size_t count)
{
    for (size_t index = 0; index < count; index++) {
        csv_writer_text(csv, texts[index]);
    }
}

static void write_header(struct csv_writer *csv, const struct forecast_comparison *of)
{
    static const char *const NAMES[] = { "school_year", "area",    "town",  "level", "demand_a", "demand_b",
                                         "seats_a",     "seats_b", "gap_a", "gap_b", "change" };

    write_texts(csv, NAMES, sizeof NAMES / sizeof *NAMES);
    for (size_t cause = 0; cause < of->cause_count; cause++) {
        const char *id = of->causes[cause].name.id;

        csv_writer_text(csv, id);
        if (of->sharing == SHARING_SAMPLE) {
            char *error = mem_array(strlen(id) + sizeof " standard_error", 1);

            csv_writer_text(csv, strcat(strcpy(error, id), " standard_error"));
            free(error);
        }
    }
    csv_writer_text(csv, "town_name");
    csv_writer_row(csv);
}

static void write_row(struct csv_writer *csv, const struct forecast_comparison *of, int year, size_t place,
                      size_t level)
{
    const size_t cell = comparison_cell(of, year, place, level);
    const struct forecast_row *a = &of->rows[0][cell];
    const struct forecast_row *b = &of->rows[1][cell];
    const struct forecast_place *at = &of->places[place];
    const double figures[] = { a->demand, b->demand, a->seats, b->seats, a->gap, b->gap, comparison_change(of, cell) };

    csv_writer_number(csv, year);
    csv_writer_text(csv, at->area);
    csv_writer_text(csv, at->town[0] == '\0' ? "total" : at->town);
    csv_writer_text(csv, of->levels[level].id);
    for (size_t figure = 0; figure < sizeof figures / sizeof *figures; figure++) {
        csv_writer_number(csv, figures[figure]);
    }
    for (size_t cause = 0; cause < of->cause_count; cause++) {
        csv_writer_known(csv, comparison_share(of, cause, cell));
        if (of->sharing == SHARING_SAMPLE) {
            csv_writer_known(csv, of->errors[cause * comparison_cells(of) + cell]);
        }
    }
    csv_writer_text(csv, at->name.text[CHINESE]);
    csv_writer_row(csv);
}

void compare_rows(struct csv_writer *csv, const void *of)
{
    const struct forecast_comparison *comparison = of;

    write_header(csv, comparison);
    for (int year = comparison->first_year; year <= comparison->last_year; year++) {
        for (size_t row = 0; row < comparison->place_count * comparison->level_count; row++) {
            write_row(csv, comparison, year, row / comparison->level_count, row % comparison->level_count);
        }
    }
}

/* The rows as a file. */
static bool write_file(FILE *stream, void (*rows)(struct csv_writer *csv, const void *of), const void *of)
{
    struct csv_writer *csv = mem_array(1, sizeof *csv);

    csv_writer_begin(csv, stream);
    csv_writer_bom(csv);
    rows(csv, of);
    const bool good = csv_writer_end(csv);

    free(csv);
    return good;
}

bool compare_table(FILE *stream, const struct forecast_comparison *comparison)
{
    return write_file(stream, compare_rows, comparison);
}

/* What differs, its name, what of it, the first and last year of a path that do, then how it is on either side. */
enum { DIFFERENCE_CELLS = 7 };

static void difference(struct csv_writer *csv, const char *const cells[DIFFERENCE_CELLS])
{
    write_texts(csv, cells, DIFFERENCE_CELLS);
    csv_writer_row(csv);
}

static void write_settings(struct csv_writer *csv, const struct forecast_comparison *of)
{
    for (size_t index = 0; index < of->setting_count; index++) {
        const struct setting_change *change = &of->settings[index];
        const char *name = parameter_rows[change->parameter].name;
        const bool path = change->first_differing != 0;
        const struct number_text first = number_text(change->first_differing);
        const struct number_text last = number_text(change->last_differing);
        char *keys = setting_keys(of, change, CHINESE, true);
        char *before = setting_value(of, change, 0, CHINESE);
        char *after = setting_value(of, change, 1, CHINESE);

        difference(csv, (const char *const[DIFFERENCE_CELLS]) { "parameter", name, keys, path ? first.text : "",
                                                                path ? last.text : "", before, after });
        free(keys);
        free(before);
        free(after);
    }
}

static void write_tables(struct csv_writer *csv, const struct forecast_comparison *of)
{
    static const char *const how[FILE_DIFFERENCES] = { "changed", "added", "gone" };

    for (size_t index = 0; index < of->file_count; index++) {
        difference(csv, (const char *const[DIFFERENCE_CELLS]) { "file", of->files[index].name,
                                                                how[of->files[index].how], "", "", "", "" });
    }
    for (size_t index = 0; index < of->table_count; index++) {
        const struct table_change *table = &of->tables[index];
        const bool known = table->measure.id[0] != '\0' && !isnan(table->before) && !isnan(table->after);

        difference(csv, (const char *const[DIFFERENCE_CELLS]) { "table", table->table.id, table->measure.id, "", "",
                                                                known ? number_text(table->before).text : "",
                                                                known ? number_text(table->after).text : "" });
    }
}

void differences_rows(struct csv_writer *csv, const void *of)
{
    static const char *const NAMES[] = { "what", "name", "detail", "first_year", "last_year", "a", "b" };
    const struct forecast_comparison *comparison = of;

    csv_writer_header(csv, NAMES, sizeof NAMES / sizeof *NAMES);
    write_settings(csv, comparison);
    write_tables(csv, comparison);
    if (strcmp(comparison->sides[0]->version, comparison->sides[1]->version) != 0) {
        difference(csv, (const char *const[DIFFERENCE_CELLS]) { "program", "version", "", "", "",
                                                                comparison->sides[0]->version,
                                                                comparison->sides[1]->version });
    }
}

bool differences_table(FILE *stream, const struct forecast_comparison *comparison)
{
    return write_file(stream, differences_rows, comparison);
}
