#include "ensemble_words.h"

const struct name ensemble_words[ENSEMBLE_KINDS] = {
    [ENSEMBLE_NONE] = { "none", { "单次推演", "one run" } },
    [ENSEMBLE_SWEEP] = { "sweep", { "扫描", "sweep" } },
    [ENSEMBLE_SENSITIVITY] = { "sensitivity", { "敏感性", "sensitivity" } },
    [ENSEMBLE_UNCERTAINTY] = { "uncertainty", { "不确定性", "uncertainty" } },
};

const struct name move_words[MOVE_KINDS] = {
    [MOVE_SET] = { "set", { "取值", "set" } },
    [MOVE_TIMES] = { "times", { "乘", "times" } },
    [MOVE_ADD] = { "add", { "加", "add" } },
};

const struct name shape_words[SHAPES] = {
    [SHAPE_NORMAL] = { "normal", { "正态", "normal" } },
    [SHAPE_LOGNORMAL] = { "lognormal", { "对数正态", "lognormal" } },
    [SHAPE_UNIFORM] = { "uniform", { "均匀", "uniform" } },
    [SHAPE_TRIANGULAR] = { "triangular", { "三角", "triangular" } },
    [SHAPE_EMPIRICAL] = { "empirical", { "经验", "empirical" } },
    [SHAPE_DISCRETE] = { "discrete", { "离散", "discrete" } },
};

const struct name points_words[POINTS_SOBOL + 1] = {
    [POINTS_RANDOM] = { "random", { "随机数", "random" } },
    [POINTS_SOBOL] = { "sobol", { "Sobol 点", "Sobol's points" } },
};

const struct name axis_words[AXES] = {
    [AXIS_NONE] = { "none", { "全区", "the district" } },  [AXIS_LEVEL] = { "level", { "学段", "level" } },
    [AXIS_TOWN] = { "town", { "镇街", "town" } },          [AXIS_BUILDER] = { "builder", { "建设主体", "builder" } },
    [AXIS_PROJECT] = { "project", { "项目", "project" } }, [AXIS_ESTATE] = { "estate", { "小区", "estate" } },
};

const struct name move_town_words[MOVE_TOWN_WORDS] = {
    [TOWNS_ASSUMED] = { "assumed", { "假定", "assumed" } },
    [TOWNS_ALL] = { "all", { "全部", "all" } },
};
