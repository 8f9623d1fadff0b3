#include <stdlib.h>
#include <string.h>

#include "cell_text.h"
#include "mem.h"
#include "number.h"
#include "workbook_parts.h"

enum { RED = 0xc00000, BLUE = 0x1f5fa8, GREY = 0x7f7f7f, LIGHT = 0xd9d9d9 };

/* Range of a column as a formula: ='sheet'!$A$5:$A$25. The sheet's name holds nothing that would want care. */
static char *range(const struct sheet *sheet, size_t column, const struct chart_cells *cells)
{
    const size_t room = strlen(sheet->name) + 100;
    char *text = mem_array(room, 1);
    const char letter = (char)('A' + (int)column);

    snprintf(text, room, "='%s'!$%c$%zu:$%c$%zu", sheet->name, letter, cells->first + 1, letter, cells->last + 1);
    return text;
}

static lxw_chart_series *add_series(const struct tables *self, const struct sheet *sheet, lxw_chart *chart,
                                    size_t column, const struct chart_cells *cells, enum workbook_word name)
{
    char *years = range(sheet, cells->year, cells);
    char *values = range(sheet, column, cells);
    lxw_chart_series *series = self->book->xlsx->chart_add_series(chart, years, values);

    self->book->xlsx->chart_series_set_name(series, tables_word(self, name));
    free(values);
    free(years);
    return series;
}

static void draw_line(const struct tables *self, lxw_chart_series *series, lxw_color_t colour, float width)
{
    lxw_chart_line line = { .color = colour, .width = width };

    self->book->xlsx->chart_series_set_line(series, &line);
    self->book->xlsx->chart_series_set_marker_type(series, LXW_CHART_MARKER_NONE);
}

/* Levels that hold for a year each: from every point a bar to the right, a year long, and no line between. */
static void draw_steps(const struct tables *self, lxw_chart_series *series, lxw_color_t colour, float width,
                       bool dashed)
{
    const struct xlsx_library *xlsx = self->book->xlsx;
    lxw_chart_line none = { .none = LXW_TRUE };
    lxw_chart_line line = { .color = colour,
                            .width = width,
                            .dash_type = dashed ? LXW_CHART_LINE_DASH_SQUARE_DOT : LXW_CHART_LINE_DASH_SOLID };

    lxw_chart_line edge = { .color = colour };
    lxw_chart_fill fill = { .color = colour };

    /* the small square at its beginning is what the legend shows */
    xlsx->chart_series_set_line(series, &none);
    xlsx->chart_series_set_marker_type(series, LXW_CHART_MARKER_SQUARE);
    xlsx->chart_series_set_marker_size(series, dashed ? 3 : 4);
    xlsx->chart_series_set_marker_line(series, &edge);
    xlsx->chart_series_set_marker_fill(series, &fill);
    xlsx->chart_series_set_error_bars(series->x_error_bars, LXW_CHART_ERROR_BAR_TYPE_FIXED, 1);
    xlsx->chart_series_set_error_bars_direction(series->x_error_bars, LXW_CHART_ERROR_BAR_DIR_PLUS);
    xlsx->chart_series_set_error_bars_endcap(series->x_error_bars, LXW_CHART_ERROR_BAR_NO_CAP);
    xlsx->chart_series_set_error_bars_line(series->x_error_bars, &line);
}

/* Years from the first to the end of the last, a mark at each or, of many, at some. */
static void set_years(const struct tables *self, lxw_chart *chart)
{
    const struct scenario *scenario = &self->inputs->scenario;
    const int years = scenario->last_year - scenario->first_year + 1;
    const int marks = 12;

    self->book->xlsx->chart_axis_set_min(chart->x_axis, scenario->first_year);
    self->book->xlsx->chart_axis_set_max(chart->x_axis, scenario->last_year + 1);
    const int step = (years + marks - 1) / marks;

    self->book->xlsx->chart_axis_set_major_unit(chart->x_axis, step);
}

static void set_frame(const struct tables *self, lxw_chart *chart, const char *title)
{
    const struct xlsx_library *xlsx = self->book->xlsx;
    const double title_size = 11;
    const double small = 8;
    lxw_chart_font title_font = { .size = title_size, .bold = LXW_TRUE };
    lxw_chart_font font = { .size = small };
    lxw_chart_line grid = { .color = LIGHT, .width = 0.5F };

    xlsx->chart_title_set_name(chart, title);
    xlsx->chart_title_set_name_font(chart, &title_font);
    xlsx->chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
    xlsx->chart_axis_set_num_format(chart->x_axis, "0");
    xlsx->chart_axis_set_num_font(chart->x_axis, &font);
    xlsx->chart_axis_set_num_format(chart->y_axis, "#,##0");
    xlsx->chart_axis_set_num_font(chart->y_axis, &font);
    xlsx->chart_axis_major_gridlines_set_line(chart->y_axis, &grid);
}

/* Titles begin with a word of ours, never with `=`, which would make them formulas. */
static char *title_of(const struct tables *self, enum workbook_word word, const char *what)
{
    enum { MOST = 60 };
    char *label = cell_text_label(what, MOST);
    char *title = tables_joined(tables_word(self, word), label);

    free(label);
    return title;
}

static void insert(const struct tables *self, struct sheet *sheet, lxw_chart *chart, const struct chart_place *place)
{
    const double usual_width = 480;
    const double usual_height = 288;
    lxw_chart_options options = { .x_offset = 12,
                                  .x_scale = place->width / usual_width,
                                  .y_scale = place->height / usual_height,
                                  .object_position = LXW_OBJECT_MOVE_DONT_SIZE };

    self->book->xlsx->worksheet_insert_chart_opt(sheet->page, (lxw_row_t)place->row, (lxw_col_t)place->column, chart,
                                                 &options);
}

void chart_gap(const struct tables *self, struct sheet *sheet, const struct chart_cells *cells,
               const struct chart_place *place, const char *title)
{
    lxw_chart *chart = self->book->xlsx->workbook_add_chart(self->book->file, LXW_CHART_SCATTER_STRAIGHT);
    char *text = title_of(self, TERM_CHART_TITLE, title);
    const float thick = 3;
    const float thin = 1.5F;

    draw_steps(self, add_series(self, sheet, chart, cells->nominal, cells, TERM_SEATS_NOMINAL), GREY, thin, true);
    draw_steps(self, add_series(self, sheet, chart, cells->seats, cells, TERM_SEATS), BLUE, thick, false);
    draw_line(self, add_series(self, sheet, chart, cells->demand, cells, TERM_DEMAND), RED, thick);
    set_frame(self, chart, text);
    set_years(self, chart);
    self->book->xlsx->chart_axis_set_min(chart->y_axis, 0);
    insert(self, sheet, chart, place);
    free(text);
}

void chart_variants(const struct tables *self, struct sheet *sheet, const struct chart_cells *cells,
                    const struct chart_place *place, const char *title)
{
    lxw_chart *chart = self->book->xlsx->workbook_add_chart(self->book->file, LXW_CHART_LINE);
    char *text = title_of(self, TERM_CHART_VARIANTS, title);
    const float thick = 2.25F;
    const float thin = 1.25F;

    draw_line(self, add_series(self, sheet, chart, cells->demand, cells, TERM_HIGH), RED, thin);
    draw_line(self, add_series(self, sheet, chart, cells->seats, cells, TERM_MIDDLE), GREY, thick);
    draw_line(self, add_series(self, sheet, chart, cells->nominal, cells, TERM_LOW), BLUE, thin);
    set_frame(self, chart, text);
    insert(self, sheet, chart, place);
    free(text);
}
