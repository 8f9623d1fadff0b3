/** The short words at the heads of the tables on the terminal. Sentences are in the table of messages. */
#ifndef TERMINAL_WORDS_H
#define TERMINAL_WORDS_H

#include "messages.h"

#define TERMINAL_WORDS                                                                                                 \
    WORD(TITLE_GAP, "学位缺口", "seat gap")                                                                            \
    WORD(TITLE_OBSERVED, "统计数与模型", "Observed and modelled")                                                      \
    WORD(TITLE_SEATS, "比基年增加的学位，与规划目标", "Seats added since the base year, beside the plan's targets")    \
    WORD(TITLE_NEEDS, "班级、用地、教职工：需求所需，及缺口所需",                                                      \
         "Classes, land, staff: for the demand, and for the shortages")                                                \
    WORD(TITLE_STAFF, "教职工与编制：+ 不足，- 富余", "Staff needed and posts: + missing, - spare")                    \
    WORD(TITLE_NOTES, "说明", "What to know")                                                                          \
    WORD(TOWN, "镇街", "Town")                                                                                         \
    WORD(SUBTOTAL, "小计", "sum")                                                                                      \
    WORD(TOTAL, "合计", "Total")                                                                                       \
    WORD(SHORTAGES, "缺口之和", "All shortages")                                                                       \
    WORD(SURPLUSES, "富余之和", "All surpluses")                                                                       \
    WORD(DEMAND, "需求", "Demand")                                                                                     \
    WORD(SEATS, "学位", "Seats")                                                                                       \
    WORD(SEATS_NOMINAL, "一次开足学位", "Seats in full")                                                               \
    WORD(FIRST_ABOVE, "首个", "first")                                                                                 \
    WORD(FIRST_BELOW, "缺口年", "short")                                                                               \
    WORD(PEAK, "高峰", "peak")                                                                                         \
    WORD(YEAR, "年", "year")                                                                                           \
    WORD(FIGURE, "人数", "figure")                                                                                     \
    WORD(ASSUMED, "假定%", "assumed")                                                                                  \
    WORD(OF_DEMAND, "需求", "demand %")                                                                                \
    WORD(OF_SEATS, "学位", "seats %")                                                                                  \
    WORD(SERIES, "项目", "Series")                                                                                     \
    WORD(PERIOD, "时间", "Period")                                                                                     \
    WORD(OBSERVED, "统计", "observed")                                                                                 \
    WORD(MODEL, "模型", "model")                                                                                       \
    WORD(DIFFERENCE, "差", "off by")                                                                                   \
    WORD(STANDING, "判断", "Standing")                                                                                 \
    WORD(IS_INPUT, "普查本身", "the census")                                                                           \
    WORD(IS_OUTSIDE, "在推演年份之外", "outside")                                                                      \
    WORD(IS_NOT_MODELLED, "模型没有此项", "not modelled")                                                              \
    WORD(IS_WITHIN, "两倍标准误以内", "within 2 s.e.")                                                                 \
    WORD(IS_BEYOND, "超出两倍标准误", "beyond 2 s.e.")                                                                 \
    WORD(LEVEL, "学段", "Level")                                                                                       \
    WORD(OPENING, "开办", "Opening")                                                                                   \
    WORD(AT_ONCE, "一次开足", "in full")                                                                               \
    WORD(AS_OPENED, "逐年级", "by grade")                                                                              \
    WORD(TARGET, "目标", "target")                                                                                     \
    WORD(TARGET_YEAR, "目标年", "by")                                                                                  \
    WORD(MISSING, "还差", "missing")                                                                                   \
    WORD(CLASSES, "班级", "classes")                                                                                   \
    WORD(LAND, "用地", "land")                                                                                         \
    WORD(STAFF, "教职工", "staff")                                                                                     \
    WORD(NEEDED, "需要", "needed")                                                                                     \
    WORD(SHORT, "缺", "short")                                                                                         \
    WORD(LAND_M2, "平方米", "m2")                                                                                      \
    WORD(LAND_MU, "亩", "mu")                                                                                          \
    WORD(LAND_SHORT_M2, "缺平方米", "short m2")                                                                        \
    WORD(LAND_SHORT_MU, "缺亩", "short mu")                                                                            \
    WORD(STAFF_NEEDED, "按标准需要", "needed by the norms")                                                            \
    WORD(POSTS_GRANTED, "核定编制", "posts granted")                                                                   \
    WORD(POSTS_FILLED, "在编", "posts filled")                                                                         \
    WORD(TITLE_BACKTEST, "回溯检验", "Back-test")                                                                      \
    WORD(TITLE_ACCURACY, "各学段误差（%，各镇街平均；+ 为预测偏多）",                                                  \
         "Errors by level in %, mean of the towns (+: too many were forecast)")                                        \
    WORD(TITLE_BY_TOWN, "各镇街误差（%，预测与统计之差）", "Errors by town in % (forecast less observed)")             \
    WORD(TITLE_CHECKS, "全区统计数与当时的预测", "Observed figures of the district and the forecast")                  \
    WORD(TITLE_OUTSIDE, "与其他地区的比率对照（不是本区）", "Ratios observed at other places (not this district)")     \
    WORD(LEAD, "提前年", "Lead")                                                                                       \
    WORD(CASES, "比较数", "cases")                                                                                     \
    WORD(BIAS, "偏差", "bias")                                                                                         \
    WORD(MEAN_ERROR, "平均误差", "error")                                                                              \
    WORD(NO_CHANGE, "不变", "no change")                                                                               \
    WORD(AGEING, "只长大", "ageing")                                                                                   \
    WORD(RATIO, "误差比", "ratio")                                                                                     \
    WORD(TOGETHER, "合计误差", "together")                                                                             \
    WORD(FIELD, "NCES", "NCES")                                                                                        \
    WORD(ORIGIN, "起点", "From")                                                                                       \
    WORD(FORECAST, "预测", "forecast")                                                                                 \
    WORD(ERROR_PERCENT, "误差%", "error %")                                                                            \
    WORD(NO_CHANGE_PERCENT, "不变误差%", "no change %")                                                                \
    WORD(WHAT, "比率", "Ratio")                                                                                        \
    WORD(AREA, "地区", "Place")                                                                                        \
    WORD(THERE, "当地", "there")                                                                                       \
    WORD(HERE, "本区预测", "forecast here")                                                                            \
    WORD(KNOWN_ALL, "不分年", "the same in all years")                                                                 \
    WORD(KNOWN_NONE, "无", "none")                                                                                     \
    WORD(FERTILITY, "生育率", "fertility")                                                                             \
    WORD(MORTALITY, "死亡率", "mortality")                                                                             \
    WORD(MIGRATION, "迁移", "migration")                                                                               \
    WORD(LIST_SEMICOLON, "；", "; ")                                                                                   \
    WORD(TITLE_PUPILS, "在校生误差（%）：两种推算方法", "Errors of pupils in %, by either way of reckoning them")      \
    WORD(BY_RATES_BIAS, "按入学率：偏差", "by rates: bias")                                                            \
    WORD(BY_RATES_ERROR, "误差", "error")                                                                              \
    WORD(BY_PROGRESSION_BIAS, "按年级升级：偏差", "by progression: bias")                                              \
    WORD(STATUS, "来源", "status")                                                                                     \
    WORD(LIST_COMMA, "、", ", ")                                                                                       \
    WORD(OF_WHOM, "，", ", ")                                                                                          \
    WORD(LEVEL_PLUS, "+", " + ")                                                                                       \
    WORD(HIGH, "高", "high")                                                                                           \
    WORD(MIDDLE, "中", "middle")                                                                                       \
    WORD(LOW, "低", "low")                                                                                             \
    WORD(PROBABILITY, "缺口概率%", "short, %")                                                                         \
    WORD(TITLE_DRAWN, "抽取了什么，依据什么", "What was drawn, and what it stands on")                                 \
    WORD(TITLE_SWEPT, "各点的缺口", "the gap at each point")                                                           \
    WORD(GREATEST, "最大缺口（首个缺口年）", "greatest gap (first short year)")                                        \
    WORD(GREATEST_GAP, "最大缺口", "greatest gap")                                                                     \
    WORD(FIRST_SHORT, "首个缺口年", "first short year")                                                                \
    WORD(POINT, "取值", "Point")                                                                                       \
    WORD(ASSUMPTION, "假设", "Assumption")                                                                             \
    WORD(AT_LOW, "取低值", "at low")                                                                                   \
    WORD(AT_HIGH, "取高值", "at high")                                                                                 \
    WORD(GAP, "缺口", "gap")                                                                                           \
    WORD(SWING, "相差", "swing")                                                                                       \
    WORD(EXPLAINS, "解释%", "explains %")                                                                              \
    WORD(INTERVAL, "区间", "interval")                                                                                 \
    WORD(WITH_OTHERS, "连同交互%", "with others %")                                                                    \
    WORD(TITLE_TORNADO, "逐个改变各项假设时的缺口", "the gap as one assumption changes at a time")                     \
    WORD(TITLE_SHARES, "各项假设解释多少宽度，%", "what each assumption explains of the width, %")                     \
    WORD(TITLE_SWINGS, "各项假设使缺口相差多少", "by how much each assumption moves the gap")                          \
    WORD(COLON, "：", ": ")

#define WORD(id, zh, en) WORD_##id,
enum terminal_word { TERMINAL_WORDS TERMINAL_WORD_COUNT };
#undef WORD

extern const char *const terminal_words[TERMINAL_WORD_COUNT][LANGUAGES];

#endif
