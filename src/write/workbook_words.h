/** Headings and short words of the workbook. Sentences are in the table of messages. */
#ifndef WORKBOOK_WORDS_H
#define WORKBOOK_WORDS_H

#include "messages.h"

#define WORKBOOK_WORDS                                                                                                 \
    ENTRY(SHEET_SUMMARY, "全区汇总", "Summary")                                                                        \
    ENTRY(SHEET_GLANCE, "缺口一览", "Gaps at a glance")                                                                \
    ENTRY(SHEET_PROJECTS, "项目", "Projects")                                                                          \
    ENTRY(SHEET_AUDIT, "审核", "Audit")                                                                                \
    ENTRY(SHEET_NOTES, "口径说明", "Notes")                                                                            \
    ENTRY(SHEET_VARIANTS, "高中低方案", "High-middle-low")                                                             \
    ENTRY(SHEET_PROBABILITY, "缺口概率", "Probability")                                                                \
    ENTRY(SHEET_SENSITIVITY, "敏感性", "Sensitivity")                                                                  \
    ENTRY(SHEET_MATRIX, "组合矩阵", "Matrix")                                                                          \
    ENTRY(TITLE_SUMMARY, "学位供需汇总表", "seats needed and available")                                               \
    ENTRY(TITLE_GLANCE, "各镇街学位缺口一览表", "seat gap by town and school year")                                    \
    ENTRY(TITLE_LEVEL, "学位供需表", "seats needed and available")                                                     \
    ENTRY(TITLE_PROJECTS, "学位建设项目表", "projects that bring seats")                                               \
    ENTRY(TITLE_AUDIT, "规划数据审核表", "what the plan says of itself")                                               \
    ENTRY(TITLE_NOTES, "口径说明", "what the figures stand on")                                                        \
    ENTRY(TITLE_VARIANTS, "高、中、低方案学位缺口表", "seat gap: high, middle and low variant")                        \
    ENTRY(TITLE_PROBABILITY, "学位缺口概率表", "probability of a shortage of seats")                                   \
    ENTRY(TITLE_SENSITIVITY, "敏感性分析表", "which assumption moves the gap")                                         \
    ENTRY(TITLE_MATRIX, "假设组合下的学位缺口", "seat gap under combined assumptions")                                 \
    ENTRY(TITLE_TARGETS, "比基年增加的学位，与规划目标", "Seats added since the base year, beside the plan's targets") \
    ENTRY(PLACE, "镇街", "Town")                                                                                       \
    ENTRY(LEVEL, "学段", "Level")                                                                                      \
    ENTRY(YEAR, "学年", "School year")                                                                                 \
    ENTRY(CHILDREN, "适龄人口", "Children of the ages")                                                                \
    ENTRY(ENROLMENT, "在校生", "Pupils, public and private")                                                           \
    ENTRY(DEMAND, "公办需求", "Demand for public seats")                                                               \
    ENTRY(SEATS, "学位供给", "Public seats")                                                                           \
    ENTRY(SEATS_NOMINAL, "学位供给（一次开足）", "Public seats, all open in full")                                     \
    ENTRY(GAP, "缺口/富余", "Shortage / spare")                                                                        \
    ENTRY(SHORTAGE, "各镇街缺口之和", "All towns' shortages")                                                          \
    ENTRY(SURPLUS, "各镇街富余之和", "All towns' spare seats")                                                         \
    ENTRY(CLASSES, "所需班数", "Classes needed")                                                                       \
    ENTRY(LAND_M2, "用地（㎡）", "Land needed, m²")                                                                    \
    ENTRY(LAND_MU, "用地（亩）", "Land needed, mu")                                                                    \
    ENTRY(STAFF, "教职工", "Staff needed")                                                                             \
    ENTRY(DEMAND_ASSUMED, "需求假定占比", "Assumed share of demand")                                                   \
    ENTRY(SEATS_ASSUMED, "学位假定占比", "Assumed share of seats")                                                     \
    ENTRY(TOTAL, "合计", "Total")                                                                                      \
    ENTRY(SUBTOTAL, "小计", " sum")                                                                                    \
    ENTRY(CHART_TITLE, "需求与学位：", "Demand and seats: ")                                                           \
    ENTRY(CHART_VARIANTS, "缺口/富余：", "Shortage / spare: ")                                                         \
    ENTRY(TARGET, "规划目标", "Plan's target")                                                                         \
    ENTRY(TARGET_YEAR, "目标学年", "By")                                                                               \
    ENTRY(ADDED_NOMINAL, "新增（一次开足）", "Added, in full")                                                         \
    ENTRY(ADDED, "新增（按开办）", "Added, as opened")                                                                 \
    ENTRY(MISSING, "距目标还差", "Missing")                                                                            \
    ENTRY(PROJECT, "项目编号", "Project")                                                                              \
    ENTRY(NAME, "名称", "Name")                                                                                        \
    ENTRY(KIND, "类型", "Kind")                                                                                        \
    ENTRY(BUILDER, "建设主体", "Builder")                                                                              \
    ENTRY(COMPLETION, "规划建成", "Planned for")                                                                       \
    ENTRY(USABLE, "启用学年", "Usable from")                                                                           \
    ENTRY(SEATS_ADDED, "学位数", "Seats")                                                                              \
    ENTRY(LAND_GIVEN, "用地（㎡）", "Land, m²")                                                                        \
    ENTRY(LAND_NORM, "用地标准（㎡）", "Land by the norm, m²")                                                         \
    ENTRY(LAND_SHARE, "用地/标准", "Land / norm")                                                                      \
    ENTRY(CLASSES_GIVEN, "班数", "Classes")                                                                            \
    ENTRY(SCALE, "规模", "Scale")                                                                                      \
    ENTRY(COST, "投资（万元）", "Cost, 10,000 yuan")                                                                   \
    ENTRY(COST_A_SEAT, "每学位投资（元）", "Cost a seat, yuan")                                                        \
    ENTRY(WHAT_IS_ASSUMED, "假定与存疑", "What is assumed")                                                            \
    ENTRY(NEVER, "不计入", "not counted")                                                                              \
    ENTRY(IN_BASE, "已在基年内", "in the base year")                                                                   \
    ENTRY(TOO_SMALL, "低于最小规模", "below the least size")                                                           \
    ENTRY(TOO_LARGE, "超过最大规模", "above the greatest size")                                                        \
    ENTRY(SIZE_GOOD, "符合", "within")                                                                                 \
    ENTRY(TOWN_ASSUMED, "所在镇街为假定", "town assumed")                                                              \
    ENTRY(DATE_BY_SCENARIO, "启用时间由情景给出", "date given by the scenario")                                        \
    ENTRY(NO_DATE, "规划没有写明时间", "no date in the plan")                                                          \
    ENTRY(COST_FROM_TEXT, "投资取自规划正文", "cost as in the plan's text")                                            \
    ENTRY(SEMICOLON, "；", "; ")                                                                                       \
    ENTRY(COMMA, "、", ", ")                                                                                           \
    ENTRY(COLON, "：", ": ")                                                                                           \
    ENTRY(RULE, "规则", "Rule")                                                                                        \
    ENTRY(WEIGHT, "分量", "Weight")                                                                                    \
    ENTRY(SUBJECT, "内容", "What")                                                                                     \
    ENTRY(FOUND, "规划印作", "As printed")                                                                             \
    ENTRY(EXPECTED, "重新计算", "Recomputed")                                                                          \
    ENTRY(DIFFERENCE, "差", "Difference")                                                                              \
    ENTRY(ARITHMETIC, "算式", "Reckoning")                                                                             \
    ENTRY(READING, "本程序的取法", "What is taken")                                                                    \
    ENTRY(SECTION_SCENARIO, "一、情景", "1. The scenario")                                                             \
    ENTRY(SECTION_CHANGED, "二、与初始值不同的参数", "2. Parameters that differ from their initial values")            \
    ENTRY(SECTION_ASSUMED, "三、假定与提示", "3. What rests on assumptions")                                           \
    ENTRY(SECTION_LEGEND, "四、读表说明", "4. How to read the tables")                                                 \
    ENTRY(SECTION_FILES, "五、数据文件", "5. The files that were read")                                                \
    ENTRY(SECTION_OBSERVED, "六、统计数据来源", "6. Observed figures and their sources")                               \
    ENTRY(SECTION_DRAWN, "七、抽样的假设与依据", "7. What was varied, and what that stands on")                        \
    ENTRY(PARAMETER, "参数", "Parameter")                                                                              \
    ENTRY(MEANING, "含义", "Meaning")                                                                                  \
    ENTRY(FOR_WHAT, "对象", "Of")                                                                                      \
    ENTRY(VALUE, "取值", "Value")                                                                                      \
    ENTRY(INITIAL, "初始值", "Initial value")                                                                          \
    ENTRY(FILE_NAME, "文件", "File")                                                                                   \
    ENTRY(FILE_BYTES, "字节", "Bytes")                                                                                 \
    ENTRY(FILE_HASH, "SHA-256", "SHA-256")                                                                             \
    ENTRY(SERIES, "指标", "Series")                                                                                    \
    ENTRY(PERIOD, "时间", "Period")                                                                                    \
    ENTRY(FIGURE, "数值", "Figure")                                                                                    \
    ENTRY(STATUS, "性质", "Known how")                                                                                 \
    ENTRY(SOURCE, "来源", "Source")                                                                                    \
    ENTRY(HIGH, "高方案", "High")                                                                                      \
    ENTRY(MIDDLE, "中方案", "Middle")                                                                                  \
    ENTRY(LOW, "低方案", "Low")                                                                                        \
    ENTRY(CHANCE, "缺口概率", "Probability of a shortage")                                                             \
    ENTRY(EXPECTED_SHORTAGE, "预期缺口", "Expected shortage")                                                          \
    ENTRY(ASSUMPTION, "假设", "Assumption")                                                                            \
    ENTRY(AT_LOW, "低值", "Low end")                                                                                   \
    ENTRY(GAP_AT_LOW, "取低值时的缺口", "Gap at the low end")                                                          \
    ENTRY(AT_HIGH, "高值", "High end")                                                                                 \
    ENTRY(GAP_AT_HIGH, "取高值时的缺口", "Gap at the high end")                                                        \
    ENTRY(SWING, "相差", "Swing")                                                                                      \
    ENTRY(EXPLAINS, "单独解释", "Explains alone")                                                                      \
    ENTRY(EXPLAINS_WITH, "连同交互", "With others")                                                                    \
    ENTRY(POINT, "取值", "Point")                                                                                      \
    ENTRY(GREATEST_GAP, "最大缺口", "greatest gap")                                                                    \
    ENTRY(GAP_OF_LAST, "最后一学年的缺口", "gap of the last school year")                                              \
    ENTRY(NOT_GIVEN, "—", "-")                                                                                         \
    ENTRY(YES, "是", "yes")                                                                                            \
    ENTRY(NO, "否", "no")

#define ENTRY(id, zh, en) TERM_##id,
enum workbook_word { WORKBOOK_WORDS WORKBOOK_WORD_COUNT };
#undef ENTRY

extern const char *const workbook_words[WORKBOOK_WORD_COUNT][LANGUAGES];

#endif
