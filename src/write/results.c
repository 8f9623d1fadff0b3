#include "results.h"

#include <errno.h>
#include <stdlib.h>
#include <sysexits.h>

#include "ensemble_tables.h"
#include "housing_table.h"
#include "mem.h"
#include "notice_text.h"
#include "number.h"
#include "page.h"
#include "provenance.h"
#include "resolved.h"
#include "result_folder.h"
#include "result_tables.h"
#include "workbook_tables.h"
#include "write_error.h"

/** A table of the folder. */
struct results_table {
    const char *file;
    enum tables from;  /**< Written from this much on. */
    bool of_schooling; /**< Not for a model without levels. */
    bool for_people;   /**< Bears a byte order mark, so that Excel shows Chinese. */
    void (*write)(struct csv_writer *csv, const struct inputs *inputs, const struct result *result);
};

static const struct results_table TABLES[] = {
    { "gap.csv", TABLES_GAP, true, true, gap_table },
    { "population.csv", TABLES_ALL, false, false, population_table },
    { "components.csv", TABLES_ALL, false, false, components_table },
    { "enrolment.csv", TABLES_ALL, true, false, enrolment_table },
    { "supply.csv", TABLES_ALL, true, true, supply_table },
    { "projects.csv", TABLES_ALL, true, true, projects_table },
};

/* Of a model with estates alone. */
static const struct results_table HOUSING_TABLE = { "housing.csv", TABLES_ALL, false, true, housing_table };

/** A table of an ensemble. */
struct ensemble_table {
    const char *file;
    enum ensemble_kind kind;
    enum tables from;
    void (*write)(struct csv_writer *csv, const struct inputs *inputs, const struct ensemble_result *result);
};

/* All bear a byte order mark. */
static const struct ensemble_table ENSEMBLE_TABLES[] = {
    { "sweep.csv", ENSEMBLE_SWEEP, TABLES_ALL, sweep_table },
    { "sweep_summary.csv", ENSEMBLE_SWEEP, TABLES_GAP, sweep_summary_table },
    { "sweep_matrix.csv", ENSEMBLE_SWEEP, TABLES_GAP, sweep_matrix_table },
    { "sensitivity.csv", ENSEMBLE_SENSITIVITY, TABLES_GAP, sensitivity_table },
    { "quantiles.csv", ENSEMBLE_UNCERTAINTY, TABLES_GAP, quantiles_table },
    { "variants.csv", ENSEMBLE_UNCERTAINTY, TABLES_GAP, variants_table },
};

enum { ENSEMBLE_TABLE_COUNT = sizeof ENSEMBLE_TABLES / sizeof ENSEMBLE_TABLES[0] };

enum { TABLE_COUNT = sizeof TABLES / sizeof TABLES[0] };

static void write_table(const struct results *self, const struct results_table *table, FILE *stream)
{
    struct csv_writer *csv = mem_array(1, sizeof *csv);

    csv_writer_begin(csv, stream);
    if (table->for_people) {
        csv_writer_bom(csv);
    }
    table->write(csv, self->inputs, self->result);
    csv_writer_end(csv); /* the stream remembers, and the folder looks */
    free(csv);
}

static void write_file(const struct results *self, struct result_folder *folder, const struct results_table *table)
{
    FILE *stream = result_folder_file(folder, table->file);

    if (stream != NULL) {
        write_table(self, table, stream);
    }
}

static void write_tables(const struct results *self, struct result_folder *folder, enum tables tables)
{
    for (size_t index = 0; index < TABLE_COUNT; index++) {
        const struct results_table *table = &TABLES[index];

        if (tables < table->from || (table->of_schooling && self->inputs->model.level_count == 0)) {
            continue;
        }
        write_file(self, folder, table);
    }
    if (tables >= HOUSING_TABLE.from && self->inputs->model.estate_count > 0) {
        write_file(self, folder, &HOUSING_TABLE);
    }
}

static void write_ensemble_table(const struct results *self, struct result_folder *folder,
                                 const struct ensemble_table *table)
{
    FILE *stream = result_folder_file(folder, table->file);

    if (stream == NULL) {
        return;
    }
    struct csv_writer *csv = mem_array(1, sizeof *csv);

    csv_writer_begin(csv, stream);
    csv_writer_bom(csv);
    table->write(csv, self->inputs, self->ensemble);
    csv_writer_end(csv);
    free(csv);
}

static void write_ensemble(const struct results *self, struct result_folder *folder, enum tables tables)
{
    for (size_t index = 0; index < ENSEMBLE_TABLE_COUNT && self->ensemble != NULL; index++) {
        const struct ensemble_table *table = &ENSEMBLE_TABLES[index];

        if (tables >= table->from && table->kind == self->inputs->scenario.ensemble.kind) {
            write_ensemble_table(self, folder, table);
        }
    }
}

static void write_audit(const struct results *self, struct result_folder *folder)
{
    FILE *stream = self->audit_csv == NULL ? NULL : result_folder_file(folder, "audit.csv");

    if (stream != NULL) {
        self->audit_csv(stream, self->of);
    }
}

/* The page, or a word of why there is none. */
static void write_page(const struct results *self, struct result_folder *folder)
{
    const enum page_standing standing = page_standing(&self->inputs->model);

    if (standing != PAGE_STANDS) {
        report(folder->problems, (struct place) { .file = NULL }, page_message(standing),
               SLOTS({ "file", PAGE_FILE }, { "most", number_text(PAGE_TOWNS).text }));
        return;
    }
    if (*page_engine_missing() != '\0') {
        report(folder->problems, (struct place) { .file = NULL }, MESSAGE_PAGE_NO_ENGINE,
               SLOTS({ "file", PAGE_FILE }, { "missing", page_engine_missing() }));
    }
    FILE *stream = result_folder_file(folder, PAGE_FILE);

    if (stream != NULL) {
        page_write(stream, self);
    }
}

static void write_workbook(const struct results *self, struct result_folder *folder)
{
    static const char NAME[] = "tables.xlsx";
    const struct workbook_content content = { self->inputs, self->result,  self->ensemble,
                                              self->audit,  self->version, self->language };
    FILE *stream = workbook_possible(NAME, folder->problems) ? result_folder_file(folder, NAME) : NULL;

    if (stream != NULL && !workbook_tables(stream, &content)) {
        write_error(folder->problems, NAME, errno);
        folder->status = EX_IOERR;
    }
}

/* The notice, in both of its forms; of a model with levels. */
static void write_notice(const struct results *self, struct result_folder *folder)
{
    struct notice notice;
    struct document document;

    notice_make(&notice, self->inputs, self->result, self->ensemble);
    notice_document(&document, &notice, self->language);
    FILE *markdown = result_folder_file(folder, "notice.md");

    if (markdown != NULL) {
        document_markdown(&document, markdown);
    }
    FILE *html = result_folder_file(folder, "notice.html");

    if (html != NULL) {
        document_html(&document, html);
    }
    document_free(&document);
    notice_free(&notice);
}

static void write_resolved(const struct results *self, struct result_folder *folder)
{
    FILE *stream = result_folder_file(folder, "resolved.yaml");

    if (stream != NULL) {
        char *model = result_folder_relative(folder, self->inputs->model.folder);

        resolved_write(stream, self->inputs, model);
        free(model);
    }
}

/* Last, since it names the files. */
static bool write_provenance(const struct results *self, struct result_folder *folder)
{
    FILE *stream = result_folder_file(folder, PROVENANCE_FILE);

    return stream != NULL && provenance_write(stream, self->inputs, self->version, folder->written,
                                              folder->written_count, folder->problems);
}

int results_write(const struct results *self, const char *path, enum tables tables, struct problems *problems)
{
    struct result_folder folder;

    if (tables == TABLES_NONE) {
        return EX_OK;
    }
    int status = result_folder_begin(&folder, path, problems);
    if (status == EX_OK) {
        write_tables(self, &folder, tables);
        write_ensemble(self, &folder, tables);
        if (tables == TABLES_ALL) {
            write_audit(self, &folder);
            write_page(self, &folder);
            write_workbook(self, &folder);
        }
        if (tables == TABLES_ALL && self->inputs->model.level_count > 0) {
            write_notice(self, &folder);
        }
        write_resolved(self, &folder);
        const bool whole = write_provenance(self, &folder);

        status = whole || folder.status != EX_OK ? result_folder_commit(&folder) : EX_IOERR;
    }
    result_folder_abandon(&folder);
    return status;
}
