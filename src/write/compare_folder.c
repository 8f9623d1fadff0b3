#include "compare_folder.h"

#include <errno.h>
#include <sysexits.h>

#include "compare_tables.h"
#include "compare_workbook.h"
#include "number.h"
#include "page.h"
#include "page_comparison.h"
#include "provenance.h"
#include "result_folder.h"
#include "workbook_tables.h"
#include "write_error.h"

/* Writes a table as the folder's next file. */
static bool write_table(struct result_folder *folder, const char *name,
                        bool (*table)(FILE *stream, const struct forecast_comparison *comparison),
                        const struct forecast_comparison *comparison)
{
    FILE *stream = result_folder_file(folder, name);

    return stream != NULL && table(stream, comparison); /* errors of the stream show when the file is ended */
}

static void write_workbook(struct result_folder *folder, const struct forecast_comparison *comparison,
                           enum language language, int year)
{
    FILE *stream = workbook_possible(COMPARE_WORKBOOK_FILE, folder->problems)
                       ? result_folder_file(folder, COMPARE_WORKBOOK_FILE)
                       : NULL;

    if (stream != NULL && !compare_workbook(stream, comparison, language, year)) {
        write_error(folder->problems, COMPARE_WORKBOOK_FILE, errno);
        folder->status = EX_IOERR;
    }
}

/* The page, or a word of why there is none. */
static void write_page(struct result_folder *folder, const struct forecast_comparison *comparison,
                       enum language language, int year)
{
    const enum page_standing standing = page_built();

    if (standing != PAGE_STANDS) {
        report(folder->problems, (struct place) { .file = NULL }, page_message(standing),
               SLOTS({ "file", PAGE_FILE }, { "most", number_text(PAGE_TOWNS).text }));
        return;
    }
    FILE *stream = result_folder_file(folder, PAGE_FILE);

    if (stream != NULL) {
        page_comparison_write(stream, comparison, language, year);
    }
}

static bool write_record(struct result_folder *folder, const struct forecast_comparison *comparison)
{
    FILE *stream = result_folder_file(folder, PROVENANCE_FILE);

    if (stream == NULL) {
        return false;
    }
    provenance_write_compared(stream, comparison->sides, XUEWEI_VERSION, folder->written, folder->written_count);
    return true;
}

int compare_folder_write(const char *path, const struct forecast_comparison *comparison, enum language language,
                         int year, struct problems *problems)
{
    struct result_folder folder;
    int status = result_folder_begin(&folder, path, problems);

    if (status == EX_OK) {
        write_table(&folder, "compare.csv", compare_table, comparison);
        write_table(&folder, "differences.csv", differences_table, comparison);
        write_workbook(&folder, comparison, language, year);
        write_page(&folder, comparison, language, year);
        write_record(&folder, comparison);
        status = result_folder_commit(&folder);
    }
    result_folder_abandon(&folder);
    return status;
}
