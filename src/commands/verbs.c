#include "verbs.h"

#include "audit_command.h"
#include "backtest_command.h"
#include "calibrate_command.h"
#include "check_command.h"
#include "compare_command.h"
#include "merge_command.h"
#include "parameters_command.h"
#include "run_command.h"
#include "schema_command.h"
#include "slurm_command.h"

/* Options that several verbs have. */
#define OPTION_FOLDER                                                                                                  \
    {                                                                                                                  \
        "output", "DIR", false,                                                                                        \
        {                                                                                                              \
            "结果文件夹；不写为 output/<情景名>", "folder of the result; output/<scenario> where left out"             \
        }                                                                                                              \
    }
#define OPTION_TABLES                                                                                                  \
    {                                                                                                                  \
        "tables", "none|gap|all", false,                                                                               \
        {                                                                                                              \
            "写哪些表：不写、只写 gap.csv、全部（默认）",                                                              \
                "which tables are written: none, gap.csv alone, or all (the default)"                                  \
        }                                                                                                              \
    }
#define OPTION_THREADS                                                                                                 \
    {                                                                                                                  \
        "threads", "N", false,                                                                                         \
        {                                                                                                              \
            "用几个处理器；不写为全部", "on how many processors; all where left out"                                   \
        }                                                                                                              \
    }
#define OPTION_JSON                                                                                                    \
    {                                                                                                                  \
        "json", NULL, false,                                                                                           \
        {                                                                                                              \
            "结果和问题以 JSON 打印，代替表格", "prints the result and all problems as JSON instead of tables"         \
        }                                                                                                              \
    }

const struct verb verbs[] = {
    { "run",
      "SCENARIO.yaml",
      { "推演一个情景，打印学位缺口表，结果写入 output/<情景名>/",
        "runs a scenario, prints the seat-gap tables, writes the results to output/<scenario>/" },
      {
          OPTION_FOLDER,
          OPTION_TABLES,
          OPTION_THREADS,
          { "memory",
            "SIZE",
            false,
            { "可用的内存，如 800M、2.5G；不够时说明并停下",
              "memory that it may take, such as 800M or 2.5G; needs more: it says so and stops" } },
          { "shard", "I/N", false, { "只推演 N 份中的第 I 份，留给 merge", "runs only part I of N, for merge" } },
          OPTION_JSON,
      },
      run_command },
    { "merge",
      "SCENARIO.yaml",
      { "合并 run --shard 推演的各份，结果与一次推演逐字节相同",
        "merges the parts that run --shard has run; the result is that of a single run, to the byte" },
      {
          OPTION_FOLDER,
          { "shards", "N", false, { "合并哪一种分法的各份", "of which split the parts are merged" } },
          OPTION_TABLES,
          OPTION_THREADS,
          { "memory", "SIZE", false, { "可用的内存，如 800M、2.5G", "memory that it may take, such as 800M or 2.5G" } },
          OPTION_JSON,
      },
      merge_command },
    { "slurm",
      "SCENARIO.yaml",
      { "写出 Slurm 集群的脚本：把一个情景分成 N 份推演，再合并",
        "writes scripts for a Slurm cluster that run a scenario in N parts and merge them" },
      {
          { "tasks", "N", true, { "分成几份", "in how many parts" } },
          OPTION_FOLDER,
          { "program", "PATH", false, { "集群上的 xuewei", "xuewei as the cluster has it" } },
          OPTION_JSON,
      },
      slurm_command },
    { "check",
      "FILE.yaml|MODEL...",
      { "只检查情景文件或模型文件夹，列出全部问题及位置",
        "checks scenarios or model folders: every problem with its place" },
      {
          OPTION_JSON,
      },
      check_command },
    { "audit",
      "MODEL",
      { "核对规划自身：重算它印出的每个合计，列出对不上的地方",
        "the plan against itself: recomputes every total it prints, lists what disagrees" },
      {
          { "strict", NULL, false, { "有对不上的地方就以状态 1 结束", "ends with status 1 where anything disagrees" } },
          { "agreed", NULL, false, { "也列出对得上的核对", "lists the checks that agreed, too" } },
          { "csv", "FILE", false, { "结果另写成表", "writes what was found as a table, too" } },
          OPTION_JSON,
      },
      audit_command },
    { "calibrate",
      "MODEL",
      { "把模型的参数拟合到 observed.csv 的统计数，写成供情景 extends 的 MODEL/calibrated.yaml",
        "fits the model's parameters to the figures of observed.csv; writes MODEL/calibrated.yaml for scenarios to "
        "extend" },
      {
          { "output",
            "FILE",
            false,
            { "拟合结果的文件；不写为 MODEL/calibrated.yaml",
              "file of what was fitted; MODEL/calibrated.yaml where left out" } },
          { "csv", "FILE", false, { "结果另写成表", "writes what came of it as a table, too" } },
          OPTION_JSON,
      },
      calibrate_command },
    { "backtest",
      "MODEL",
      { "回溯检验：站在过去的人口上，用当时已知的数字预测，与后来的统计数比较",
        "stands at an earlier population, forecasts by what was known then, compares with what was observed since" },
      {
          { "csv", "FILE", false, { "结果另写成表", "writes what came of it as a table, too" } },
          OPTION_JSON,
      },
      backtest_command },
    { "compare",
      "A B",
      { "比较两个情景或结果：输入有何不同，缺口变了多少，各项假设占多少",
        "two scenarios or results: what differs in the inputs, what that does to the gap, and each assumption's "
        "share" },
      {
          { "year",
            "YEAR",
            false,
            { "按镇街列表的学年；不写为变化最大的一年",
              "the school year of the table by town; the year of the greatest change where left out" } },
          { "csv", "FILE", false, { "变化写入此文件", "writes the changes to this file" } },
          { "output", "DIR", false, { "比较的结果文件夹", "folder for the comparison" } },
          { "by-key",
            NULL,
            false,
            { "参数按学段、镇街、主体、项目分开", "parameters apart by level, town, builder or project" } },
          OPTION_THREADS,
          OPTION_JSON,
      },
      compare_command },
    { "parameters",
      NULL,
      { "列出情景可以改变的全部参数", "lists every parameter that a scenario can change" },
      {
          OPTION_JSON,
      },
      parameters_command },
    { "schema",
      "[scenario|district]",
      { "打印供编辑器用的 JSON Schema：情景文件的，或 district.yaml 的",
        "prints the JSON Schema for editors: of scenarios, or of district.yaml" },
      {
          { .name = NULL },
      },
      schema_command },
};

const size_t verb_count = sizeof verbs / sizeof *verbs;
