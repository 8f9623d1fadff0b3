/**
 * libxlsxwriter, loaded when a workbook is written and not before: it is a shared library that brings libcrypto along,
 * and that costs every start of the program more than the whole of a small run. Types are its header's; functions are
 * reached through this table.
 */
#ifndef XLSX_LIBRARY_H
#define XLSX_LIBRARY_H

#include <stdbool.h>

#include <xlsxwriter.h>

/** The functions that are used. One row adds one. */
#define XLSX_FUNCTIONS(FUNCTION)                                                                                       \
    FUNCTION(lxw_version_id)                                                                                           \
    FUNCTION(lxw_format_get_xf_index)                                                                                  \
    FUNCTION(workbook_new_opt)                                                                                         \
    FUNCTION(workbook_close)                                                                                           \
    FUNCTION(workbook_set_properties)                                                                                  \
    FUNCTION(workbook_add_worksheet)                                                                                   \
    FUNCTION(workbook_add_format)                                                                                      \
    FUNCTION(workbook_add_chart)                                                                                       \
    FUNCTION(format_set_font_name)                                                                                     \
    FUNCTION(format_set_font_size)                                                                                     \
    FUNCTION(format_set_font_color)                                                                                    \
    FUNCTION(format_set_bold)                                                                                          \
    FUNCTION(format_set_italic)                                                                                        \
    FUNCTION(format_set_num_format)                                                                                    \
    FUNCTION(format_set_align)                                                                                         \
    FUNCTION(format_set_text_wrap)                                                                                     \
    FUNCTION(format_set_border)                                                                                        \
    FUNCTION(format_set_border_color)                                                                                  \
    FUNCTION(format_set_bg_color)                                                                                      \
    FUNCTION(worksheet_set_column)                                                                                     \
    FUNCTION(worksheet_set_default_row)                                                                                \
    FUNCTION(worksheet_set_tab_color)                                                                                  \
    FUNCTION(worksheet_freeze_panes)                                                                                   \
    FUNCTION(worksheet_autofilter)                                                                                     \
    FUNCTION(worksheet_conditional_format_range)                                                                       \
    FUNCTION(worksheet_insert_chart_opt)                                                                               \
    FUNCTION(worksheet_set_landscape)                                                                                  \
    FUNCTION(worksheet_set_paper)                                                                                      \
    FUNCTION(worksheet_set_margins)                                                                                    \
    FUNCTION(worksheet_set_footer)                                                                                     \
    FUNCTION(worksheet_set_h_pagebreaks)                                                                               \
    FUNCTION(worksheet_fit_to_pages)                                                                                   \
    FUNCTION(worksheet_repeat_rows)                                                                                    \
    FUNCTION(worksheet_gridlines)                                                                                      \
    FUNCTION(chart_add_series)                                                                                         \
    FUNCTION(chart_series_set_name)                                                                                    \
    FUNCTION(chart_series_set_line)                                                                                    \
    FUNCTION(chart_series_set_marker_type)                                                                             \
    FUNCTION(chart_series_set_marker_size)                                                                             \
    FUNCTION(chart_series_set_marker_fill)                                                                             \
    FUNCTION(chart_series_set_marker_line)                                                                             \
    FUNCTION(chart_title_set_name)                                                                                     \
    FUNCTION(chart_title_set_name_font)                                                                                \
    FUNCTION(chart_legend_set_position)                                                                                \
    FUNCTION(chart_axis_set_num_format)                                                                                \
    FUNCTION(chart_axis_set_num_font)                                                                                  \
    FUNCTION(chart_axis_set_min)                                                                                       \
    FUNCTION(chart_series_set_error_bars)                                                                              \
    FUNCTION(chart_series_set_error_bars_direction)                                                                    \
    FUNCTION(chart_series_set_error_bars_endcap)                                                                       \
    FUNCTION(chart_series_set_error_bars_line)                                                                         \
    FUNCTION(chart_axis_set_max)                                                                                       \
    FUNCTION(chart_axis_set_major_unit)                                                                                \
    FUNCTION(chart_axis_major_gridlines_set_line)

/** The functions under their names. */
struct xlsx_library {
#define MEMBER(function) __typeof__(function) *function;
    XLSX_FUNCTIONS(MEMBER)
#undef MEMBER
};

/**
 * Loads the library, once in the program's life: it is not thread safe. NULL where this machine has none, or one of
 * another version than the header's, whose structs may be others.
 */
const struct xlsx_library *xlsx_library(void);

#endif
