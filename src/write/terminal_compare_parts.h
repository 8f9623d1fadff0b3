/** The parts of what terminal_print_comparison() prints, and what they share; sheet and page say the same by them. */
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
    WORD(COMMA, "，", ", ")                                                                                            \
    WORD(BESIDE, "：A ", ": A ")                                                                                       \
    WORD(AND_B, "，B ", ", B ")                                                                                        \
    WORD(ANSWER, "结论", "In short")                                                                                   \
    WORD(NOTES, "说明", "Notes")

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

/** A view of the comparison, whose pointers are borrowed. Free with compare_view_free(). */
struct compare_view compare_view_of(const struct forecast_comparison *comparison, FILE *stream,
                                    const struct terminal *terminal, int year);
void compare_view_free(struct compare_view *self);

const char *compare_word(const struct compare_view *self, enum compare_word word);

/** Whether the change of any year, in the place or (PLACES_ALL) any place, is as much as half a child. */
#define PLACES_ALL ((size_t)-1)
bool compare_changes(const struct compare_view *self, size_t place, size_t level);

/** The year asked for, or that in which the place changes most. */
int compare_year(const struct compare_view *self, size_t place, size_t level);

/** The year that a level is answered for: as compare_year(), by the district or, where it does not change, by the first
 * place that does. */
int compare_level_year(const struct compare_view *self, size_t level);

/** Whether nothing differs at all, in the inputs or in the gaps. */
bool compare_is_same(const struct compare_view *self);

/** Paragraphs: what the two are; the answer, a sentence a level; how the change is shared out, and what is
 * left out. */
void compare_view_sides(const struct compare_view *self);
void compare_view_answers(const struct compare_view *self);
void compare_view_notes(const struct compare_view *self);

/** The two by their titles alone, without their paths: for files, which are the same wherever they are written. */
void compare_view_titles(const struct compare_view *self);

/** Hands over each paragraph that `print` prints, without the dash of a list. The view is one without columns. */
typedef void take_line(void *to, const char *line);
void compare_each_line(const struct compare_view *self, void (*print)(const struct compare_view *view), take_line *take,
                       void *to);

/** Whether the place is listed: each, or of too many the sums alone. */
bool compare_lists(const struct compare_view *self, size_t place);

/** The place's name for people: sums say that they are. free(). */
char *compare_place_name(const struct compare_view *self, size_t place);

/** What differs in the inputs, in words: what, of which keys, in which years, how on either side. */
enum { INPUT_CELLS = 5 };
typedef void take_input(void *to, const char *const cells[INPUT_CELLS]);

/** Hands over each of them, of the parameters no more than `most`. */
void compare_each_input(const struct compare_view *self, size_t most, take_input *take, void *to);

/** The files of the model that differ, in one line; "" where none do. free(). */
char *compare_files_text(const struct compare_view *self);

/** What differs in the inputs. */
void compare_view_inputs(const struct compare_view *self);

/** The tables of a level: by year for the district, and by town. */
void compare_view_years(const struct compare_view *self, size_t level);
void compare_view_towns(const struct compare_view *self, size_t level);

/** Whether towns are shown one by one. */
bool compare_names_towns(const struct compare_view *self);

#endif
