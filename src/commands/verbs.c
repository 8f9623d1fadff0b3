#include "verbs.h"

#include "audit_command.h"
#include "backtest_command.h"
#include "calibrate_command.h"
#include "check_command.h"
#include "compare_command.h"
#include "merge_command.h"
#include "parameters_command.h"
#include "run_command.h"
#include "slurm_command.h"

const struct verb verbs[] = {
    { "run",
      "run SCENARIO.yaml [--output DIR] [--tables none|gap|all] [--threads N] [--memory SIZE] [--shard I/N]",
      { "推演一个情景，打印学位缺口表，结果写入 output/<情景名>/",
        "runs a scenario, prints the seat-gap tables, writes the results to output/<scenario>/" },
      run_command },
    { "merge",
      "merge SCENARIO.yaml [--output DIR] [--shards N] [--tables none|gap|all] [--threads N]",
      { "合并 run --shard 推演的各份，结果与一次推演逐字节相同",
        "merges the parts that run --shard has run; the result is that of a single run, to the byte" },
      merge_command },
    { "slurm",
      "slurm SCENARIO.yaml --tasks N [--output DIR] [--program PATH]",
      { "写出 Slurm 集群的脚本：把一个情景分成 N 份推演，再合并",
        "writes scripts for a Slurm cluster that run a scenario in N parts and merge them" },
      slurm_command },
    { "check",
      "check FILE.yaml|MODEL...",
      { "只检查情景文件或模型文件夹，列出全部问题及位置",
        "checks scenarios or model folders: every problem with its place" },
      check_command },
    { "audit",
      "audit MODEL [--strict] [--agreed] [--csv FILE]",
      { "核对规划自身：重算它印出的每个合计，列出对不上的地方",
        "the plan against itself: recomputes every total it prints, lists what disagrees" },
      audit_command },
    { "calibrate",
      "calibrate MODEL [--output FILE] [--csv FILE]",
      { "把模型的参数拟合到 observed.csv 的统计数，写成供情景 extends 的 MODEL/calibrated.yaml",
        "fits the model's parameters to the figures of observed.csv; writes MODEL/calibrated.yaml for scenarios to "
        "extend" },
      calibrate_command },
    { "backtest",
      "backtest MODEL [--csv FILE]",
      { "回溯检验：站在过去的人口上，用当时已知的数字预测，与后来的统计数比较",
        "stands at an earlier population, forecasts by what was known then, compares with what was observed since" },
      backtest_command },
    { "compare",
      "compare A B [--year YEAR] [--csv FILE] [--output DIR] [--by-key] [--threads N]",
      { "比较两个情景或结果：输入有何不同，缺口变了多少，各项假设占多少",
        "two scenarios or results: what differs in the inputs, what that does to the gap, and each assumption's "
        "share" },
      compare_command },
    { "parameters",
      "parameters",
      { "列出情景可以改变的全部参数", "lists every parameter that a scenario can change" },
      parameters_command },
};

const size_t verb_count = sizeof verbs / sizeof *verbs;
