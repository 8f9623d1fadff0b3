/** The parts of what terminal_print_comparison() prints, and what they share. */
#ifndef TERMINAL_COMPARE_PARTS_H
#define TERMINAL_COMPARE_PARTS_H

#include "forecast_comparison.h"
#include "terminal_parts.h"

#define COMPARE_WORDS                                                                                                  \
    WORD(TITLE, "比较", "Comparison")                                                                                  \
    WORD(RESULT, "结果文件夹", "result folder")                                                                        \
    WORD(SCENARIO, "情景", "scenario")                                                                                 \
    WORD(INPUTS, "输入有什么不同", "What differs in the inputs")                                                       \
    WORD(CHANGE_OF_GAP, "缺口的变化（B - A），全区", "change of the gap (B - A), district")                            \
    WORD(BY_TOWN, "缺口的变化，分镇街", "change of the gap by town")                                                   \
    WORD(CAUSE, "假设", "Assumption")                                                                                  \
    WORD(CHANGE, "变化", "Change")                                                                                     \
    WORD(MOST, "最大", "most")                                                                                         \
    WORD(ASKED, "所问", "asked")                                                                                       \
    WORD(YEAR, "年", "year")                                                                                           \
    WORD(GAP_A, "A 缺口", "Gap A")                                                                                     \
    WORD(GAP_B, "B 缺口", "Gap B")                                                                                     \
    WORD(OTHERS, "其余", "others")                                                                                     \
    WORD(WHAT, "什么", "What")                                                                                         \
    WORD(WHICH, "范围", "Of")                                                                                          \
    WORD(YEARS, "年份", "Years")                                                                                       \
    WORD(ALL_YEARS, "各年", "all")                                                                                     \
    WORD(FILE_CHANGED, "有改动", "changed")                                                                            \
    WORD(FILE_ADDED, "仅 B 有", "only in B")                                                                           \
    WORD(FILE_GONE, "仅 A 有", "only in A")                                                                            \
    WORD(MODEL_FILE, "模型文件", "model file")                                                                         \
    WORD(PROGRAM, "程序版本", "program version")                                                                       \
    WORD(HORIZON, "学年", "school years")                                                                              \
    WORD(MORE_SHORT, "多缺", "more seats short")                                                                       \
    WORD(FEWER_SHORT, "少缺", "fewer seats short")                                                                     \
    WORD(MORE_SPARE, "多富余", "more spare seats")                                                                     \
    WORD(FEWER_SPARE, "少富余", "fewer spare seats")                                                                   \
    WORD(SHORT, "缺 ", " short")                                                                                       \
    WORD(SPARE, "富余 ", " spare")                                                                                     \
    WORD(COMMA, "，", ", ")

#define WORD(id, zh, en) COMPARE_##id,
enum compare_word { COMPARE_WORDS COMPARE_WORD_COUNT };
#undef WORD

extern const char *const compare_words[COMPARE_WORD_COUNT][LANGUAGES];

/** A comparison and how it is to be shown; `view` has neither inputs nor result. */
struct compare_view {
    struct view view;
    const struct forecast_comparison *of;
    int year;      /**< That is asked for; 0: none. */
    size_t *order; /**< [cause] the causes by what they make at most anywhere in the district, the greatest first. */
};

const char *compare_word(const struct compare_view *self, enum compare_word word);

/** Whether the change of any year, in the place or (PLACES_ALL) any place, is as much as half a child. */
#define PLACES_ALL ((size_t)-1)
bool compare_changes(const struct compare_view *self, size_t place, size_t level);

/** The year asked for, or that in which the place changes most. */
int compare_year(const struct compare_view *self, size_t place, size_t level);

/** What differs in the inputs. */
void compare_view_inputs(const struct compare_view *self);

/** The tables of a level: by year for the district, and by town. */
void compare_view_years(const struct compare_view *self, size_t level);
void compare_view_towns(const struct compare_view *self, size_t level);

/** Whether towns are shown one by one. */
bool compare_names_towns(const struct compare_view *self);

#endif
