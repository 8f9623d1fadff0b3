#include "result_tables.h"

#include <stdlib.h>
#include <string.h>

#include "number.h"
#include "small_result.h"
#include "supply.h"
#include "support.h"

#include <criterion/criterion.h>

enum { COLUMNS = 32, ROWS = 600, CELL = 64 };

/* A table as read back. */
struct sheet {
    size_t rows; /* The header is row 0. */
    size_t columns;
    char cell[ROWS][COLUMNS][CELL];
};

typedef void table(struct csv_writer *csv, const struct inputs *inputs, const struct result *result);

/* Reads the text by RFC 4180; every row must have as many cells as the header. */
static void read_sheet(struct sheet *sheet, const char *at)
{
    memset(sheet, 0, sizeof *sheet);
    while (*at != '\0') {
        size_t column = 0;
        for (bool more = true; more; column++) {
            char *cell = sheet->cell[sheet->rows][column];
            const bool quoted = *at == '"';
            at += quoted;
            while (quoted ? at[0] != '"' || at[1] == '"' : *at != ',' && *at != '\n') {
                at += *at == '"';
                *cell++ = *at++;
            }
            at += quoted;
            more = *at++ == ',';
        }
        sheet->columns = sheet->rows == 0 ? column : sheet->columns;
        cr_assert_eq(column, sheet->columns, "row %zu has %zu cells", sheet->rows, column);
        sheet->rows++;
        cr_assert_lt(sheet->rows, ROWS);
    }
}

static struct sheet *written(table *write, const struct small_result *small)
{
    struct sheet *sheet = malloc(sizeof *sheet);
    char *text = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&text, &length);
    struct csv_writer csv;

    csv_writer_begin(&csv, stream);
    write(&csv, &small->inputs, &small->result);
    cr_assert(csv_writer_end(&csv));
    fclose(stream);
    read_sheet(sheet, text);
    free(text);
    return sheet;
}

static size_t column(const struct sheet *sheet, const char *name)
{
    for (size_t i = 0; i < sheet->columns; i++) {
        if (strcmp(sheet->cell[0][i], name) == 0) {
            return i;
        }
    }
    cr_assert_fail("no column %s", name);
    return 0;
}

static const char *text_of(const struct sheet *sheet, size_t row, const char *name)
{
    return sheet->cell[row][column(sheet, name)];
}

static double number_of(const struct sheet *sheet, size_t row, const char *name)
{
    const char *cell = text_of(sheet, row, name);
    double value = 0;
    cr_assert(number_read(cell, strlen(cell), &value), "row %zu, %s: '%s' is no number", row, name, cell);
    return value;
}

static void assert_header(const struct sheet *sheet, const char *expected)
{
    char header[1024] = "";
    for (size_t i = 0; i < sheet->columns; i++) {
        strcat(strcat(header, i == 0 ? "" : ","), sheet->cell[0][i]);
    }
    assert_same_text(header, expected);
}

static void begin(struct small_result *small)
{
    small_result_begin(small);
    small_result_set(small, PARAMETER_SUPPLY_UNDATED_COMPLETION, 0, 2023);
    small_result_run(small);
}

Test(result_tables, gap_has_the_columns_and_rows_of_its_order)
{
    static const struct {
        const char *area, *town, *name;
    } places[] = { { "core", "t1", "东镇" },
                   { "core", "t2", "西,镇" },
                   { "", "unplaced", "未定" },
                   { "core", "total", "核心区" },
                   { "", "total", "小区" } };
    struct small_result small;
    begin(&small);
    struct sheet *sheet = written(gap_table, &small);

    assert_header(sheet, "school_year,area,town,level,children,enrolment,demand,seats_nominal,seats,gap,shortage,"
                         "surplus,classes_needed,classes_short,land_needed_m2,land_short_m2,staff_needed,staff_short,"
                         "demand_assumed_share,seats_assumed_share,town_name");
    cr_assert_eq(sheet->rows, 1 + 4 * 5 * 2);
    for (size_t row = 1; row < sheet->rows; row++) {
        const size_t place = (row - 1) / 2 % 5;
        cr_assert_eq(number_of(sheet, row, "school_year"), 2021 + (double)((row - 1) / 10));
        cr_assert_str_eq(text_of(sheet, row, "area"), places[place].area);
        cr_assert_str_eq(text_of(sheet, row, "town"), places[place].town);
        cr_assert_str_eq(text_of(sheet, row, "town_name"), places[place].name);
        cr_assert_str_eq(text_of(sheet, row, "level"), row % 2 == 1 ? "primary" : "junior");
    }
    free(sheet);
    small_result_free(&small);
}

/* Of a run that keeps the sums alone the towns' rows are made again, and are the same. */
Test(result_tables, gap_is_the_same_where_the_run_kept_sums_alone)
{
    struct small_result small;
    begin(&small);
    struct sheet *whole = written(gap_table, &small);
    const size_t size = run_bytes_keeping(&small.inputs, KEEP_SUMS);
    struct block block = { .memory = aligned_alloc(64, size), .size = size };
    struct small_result sums = small;

    run_keeping(&small.inputs, small.values, KEEP_SUMS, &block, &sums.result);
    struct sheet *again = written(gap_table, &sums);

    cr_assert_gt(sums.result.first_place, 0);
    cr_assert_eq(again->rows, whole->rows);
    cr_assert_arr_eq(again->cell, whole->cell, sizeof whole->cell);
    free(again);
    free(whole);
    free(block.memory);
    small_result_free(&small);
}

Test(result_tables, gap_agrees_with_itself_and_with_the_other_tables)
{
    struct small_result small;
    begin(&small);
    struct sheet *gap = written(gap_table, &small);
    struct sheet *pupils = written(enrolment_table, &small);
    struct sheet *seats = written(supply_table, &small);

    for (size_t row = 1; row < gap->rows; row++) {
        double demand = 0, children = 0, supply = 0, nominal = 0;
        const char *town = text_of(gap, row, "town");
        if (strcmp(town, "total") == 0) {
            continue;
        }
        for (size_t other = 1; other < pupils->rows; other++) {
            if (strcmp(text_of(pupils, other, "school_year"), text_of(gap, row, "school_year")) == 0 &&
                strcmp(text_of(pupils, other, "town"), town) == 0 &&
                strcmp(text_of(pupils, other, "level"), text_of(gap, row, "level")) == 0) {
                demand += number_of(pupils, other, "public_pupils");
                children += number_of(pupils, other, "children");
            }
        }
        for (size_t other = 1; other < seats->rows; other++) {
            if (strcmp(text_of(seats, other, "school_year"), text_of(gap, row, "school_year")) == 0 &&
                strcmp(text_of(seats, other, "town"), town) == 0 &&
                strcmp(text_of(seats, other, "level"), text_of(gap, row, "level")) == 0) {
                supply += number_of(seats, other, "seats");
                nominal += number_of(seats, other, "seats_nominal");
            }
        }
        assert_near(number_of(gap, row, "demand"), demand, 1e-9, "demand by grade");
        assert_near(number_of(gap, row, "children"), children, 1e-9, "children by grade");
        assert_near(number_of(gap, row, "seats"), supply, 1e-9, "seats by project");
        assert_near(number_of(gap, row, "seats_nominal"), nominal, 1e-9, "nominal seats by project");
        assert_near(number_of(gap, row, "gap"), demand - supply, 1e-9, "gap");
        assert_near(number_of(gap, row, "shortage") - number_of(gap, row, "surplus"), demand - supply, 1e-9, "both");
    }
    free(gap);
    free(pupils);
    free(seats);
    small_result_free(&small);
}

Test(result_tables, shares_are_parts_and_nothing_has_no_part)
{
    struct small_result small;
    begin(&small);
    struct sheet *sheet = written(gap_table, &small);

    for (size_t row = 1; row < sheet->rows; row++) {
        const double demand = number_of(sheet, row, "demand_assumed_share");
        const double seats = number_of(sheet, row, "seats_assumed_share");
        const char *town = text_of(sheet, row, "town");
        cr_assert(0 <= demand && demand <= 1 && 0 <= seats && seats <= 1);
        if (strcmp(town, "t1") == 0) {
            cr_assert_eq(demand, 0);
        } else if (strcmp(town, "t2") == 0) {
            cr_assert_eq(demand, 1);
        } else if (strcmp(town, "unplaced") == 0) {
            cr_assert_eq(demand, 0, "there is no demand");
            cr_assert_eq(seats, number_of(sheet, row, "seats") > 0, "seats stand on an assumed town");
        }
    }
    free(sheet);
    small_result_free(&small);
}

Test(result_tables, population_has_all_people_from_the_base_year)
{
    struct small_result small;
    begin(&small);
    struct sheet *sheet = written(population_table, &small);
    double first_state = 0;

    assert_header(sheet, "year,town,sex,age,population");
    cr_assert_eq(sheet->rows, 1 + 5 * 3 * 2 * 6);
    cr_assert_str_eq(text_of(sheet, 1, "year"), "2020");
    cr_assert_str_eq(text_of(sheet, sheet->rows - 1, "year"), "2024");
    cr_assert_str_eq(text_of(sheet, 8, "sex"), "f");
    cr_assert_str_eq(text_of(sheet, 8, "age"), "1");
    for (size_t row = 1; row < sheet->rows; row++) {
        cr_assert_eq(number_of(sheet, row, "population"), small.result.population[row - 1]);
        first_state += row <= 36 ? number_of(sheet, row, "population") : 0;
    }
    double census = 0;
    for (size_t cell = 0; cell < 36; cell++) {
        census += small.inputs.model.census_population[cell];
    }
    assert_near(first_state, census, 1e-9, "census");
    free(sheet);
    small_result_free(&small);
}

Test(result_tables, people_are_conserved_on_paper)
{
    struct small_result small;
    begin(&small);
    struct sheet *sheet = written(components_table, &small);

    assert_header(sheet, "year,town,start,births,deaths,net_migrants,floored,end");
    cr_assert_eq(sheet->rows, 1 + 4 * 3);
    for (size_t row = 1; row < sheet->rows; row++) {
        const double sum = number_of(sheet, row, "start") + number_of(sheet, row, "births") -
                           number_of(sheet, row, "deaths") + number_of(sheet, row, "net_migrants") +
                           number_of(sheet, row, "floored");
        assert_near(sum, number_of(sheet, row, "end"), 1e-9, "end");
        if (row + 3 < sheet->rows) {
            cr_assert_str_eq(text_of(sheet, row + 3, "start"), text_of(sheet, row, "end"));
        }
    }
    free(sheet);
    small_result_free(&small);
}

Test(result_tables, gross_migration_has_two_columns)
{
    struct small_result small;
    begin(&small);
    small.inputs.model.migration.form = MIGRATION_GROSS; /* the table alone looks at it after the run */
    for (size_t row = 0; row < 4 * 3; row++) {
        small.result.components[row * COMPONENTS + ARRIVALS] = 7;
        small.result.components[row * COMPONENTS + DEPARTURES] = 3;
    }
    struct sheet *sheet = written(components_table, &small);

    assert_header(sheet, "year,town,start,births,deaths,arrivals,departures,floored,end");
    cr_assert_eq(number_of(sheet, 1, "arrivals"), 7);
    cr_assert_eq(number_of(sheet, 1, "departures"), 3);
    free(sheet);
    small_result_free(&small);
}

Test(result_tables, public_and_private_pupils_are_all_pupils)
{
    struct small_result small;
    begin(&small);
    struct sheet *sheet = written(enrolment_table, &small);

    assert_header(sheet, "school_year,town,level,grade,children,enrolment,public_pupils,private_pupils");
    cr_assert_eq(sheet->rows, 1 + 4 * 3 * 3);
    cr_assert_str_eq(text_of(sheet, 2, "grade"), "2");
    cr_assert_str_eq(text_of(sheet, 3, "level"), "junior");
    cr_assert_str_eq(text_of(sheet, 3, "grade"), "1");
    for (size_t row = 1; row < sheet->rows; row++) {
        const double all = number_of(sheet, row, "public_pupils") + number_of(sheet, row, "private_pupils");
        assert_near(all, number_of(sheet, row, "enrolment"), 1e-9, "pupils");
        cr_assert_leq(number_of(sheet, row, "enrolment"), number_of(sheet, row, "children"));
    }
    free(sheet);
    small_result_free(&small);
}

/* The row of supply.csv, or 0 for none. */
static size_t supply_row(const struct sheet *sheet, const char *year, const char *level, const char *project)
{
    for (size_t row = 1; row < sheet->rows; row++) {
        if (strcmp(text_of(sheet, row, "school_year"), year) == 0 && strcmp(text_of(sheet, row, "level"), level) == 0 &&
            strcmp(text_of(sheet, row, "project"), project) == 0) {
            return row;
        }
    }
    return 0;
}

Test(result_tables, supply_says_which_project_brings_what_and_when)
{
    struct small_result small;
    begin(&small);
    struct sheet *sheet = written(supply_table, &small);

    assert_header(sheet, "school_year,town,level,project,name,kind,builder,seats_nominal,seats");
    const size_t opens = supply_row(sheet, "2021", "primary", "P1");
    cr_assert_eq(number_of(sheet, opens, "seats_nominal"), 45);
    cr_assert_eq(number_of(sheet, opens, "seats"), 22.5, "a new school of two grades opens one");
    cr_assert_str_eq(text_of(sheet, opens, "name"), "东小学（暂名）");
    cr_assert_str_eq(text_of(sheet, opens, "kind"), "new");
    cr_assert_str_eq(text_of(sheet, opens, "builder"), "government");
    cr_assert_eq(number_of(sheet, supply_row(sheet, "2022", "primary", "P1"), "seats"), 45);
    cr_assert_eq(number_of(sheet, supply_row(sheet, "2022", "primary", "P3"), "seats"), -20, "a closure");
    cr_assert_eq(number_of(sheet, supply_row(sheet, "2022", "junior", "P4"), "seats"), 45, "less what it replaces");
    cr_assert_eq(supply_row(sheet, "2021", "primary", "P3"), 0);
    cr_assert_eq(supply_row(sheet, "2022", "primary", "P2"), 0);
    cr_assert_str_eq(text_of(sheet, supply_row(sheet, "2023", "primary", "P2"), "name"), "西\"新\"校");
    cr_assert_eq(number_of(sheet, supply_row(sheet, "2024", "primary", "base"), "seats"), 180);
    free(sheet);
    small_result_free(&small);
}

Test(result_tables, raised_class_sizes_raise_the_rows_of_supply_too)
{
    struct small_result small;
    small_result_begin(&small);
    small_result_set(&small, PARAMETER_NORMS_RAISED_CLASS_SIZE_ADDS_SEATS, 0, 1);
    small_result_set(&small, PARAMETER_NORMS_MIGRANT_SHARE, 0, 0.4);
    small_result_set(&small, PARAMETER_SUPPLY_BACKLOG, 0, 28);
    small_result_run(&small);
    struct sheet *sheet = written(supply_table, &small);

    assert_near(number_of(sheet, supply_row(sheet, "2021", "primary", "base"), "seats"), (180 + 18) * 50 / 45.0, 1e-9,
                "base");
    assert_near(number_of(sheet, supply_row(sheet, "2022", "primary", "P1"), "seats"), 50, 1e-9, "project");
    free(sheet);
    small_result_free(&small);
}

Test(result_tables, projects_stand_beside_the_norms)
{
    struct small_result small;
    begin(&small);
    struct sheet *sheet = written(projects_table, &small);

    cr_assert_eq(sheet->rows, 1 + SMALL_PROJECTS);
    cr_assert_str_eq(text_of(sheet, 1, "school_type"), "both");
    cr_assert_str_eq(text_of(sheet, 1, "below_minimum"), "yes");
    cr_assert_str_eq(text_of(sheet, 1, "maximum_pupils"), "", "no norm is given");
    cr_assert_str_eq(text_of(sheet, 1, "above_maximum"), "");
    cr_assert_eq(number_of(sheet, 1, "land_norm_m2"), 45 * 20 + 90 * 25);
    cr_assert_str_eq(text_of(sheet, 1, "land_short"), "yes");
    cr_assert_str_eq(text_of(sheet, 1, "placed_by_scenario"), "no");
    cr_assert_str_eq(text_of(sheet, 2, "completion"), "");
    cr_assert_eq(number_of(sheet, 2, "usable_year"), 2023);
    cr_assert_str_eq(text_of(sheet, 2, "placed_by_scenario"), "yes");
    cr_assert_str_eq(text_of(sheet, 2, "land_short"), "", "the plan does not say");
    cr_assert_str_eq(text_of(sheet, 2, "classes"), "");
    cr_assert_str_eq(text_of(sheet, 4, "land_short"), "no");
    free(sheet);
    small_result_free(&small);
}

Test(result_tables, a_project_that_never_comes_says_never)
{
    struct small_result small;
    small_result_begin(&small);
    small_result_set(&small, PARAMETER_SUPPLY_CANCELLED, 0, 1);
    small_result_set(&small, PARAMETER_SUPPLY_DELAY_YEARS, BUILDER_TOWN, 3);
    small_result_run(&small);
    struct sheet *sheet = written(projects_table, &small);

    cr_assert_str_eq(text_of(sheet, 1, "usable_year"), "never");
    cr_assert_str_eq(text_of(sheet, 2, "usable_year"), "never");
    cr_assert_str_eq(text_of(sheet, 2, "placed_by_scenario"), "no");
    cr_assert_eq(number_of(sheet, 3, "usable_year"), 2025);
    free(sheet);
    small_result_free(&small);
}
