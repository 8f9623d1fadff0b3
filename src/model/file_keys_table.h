/*
 * THE table of keys, see file_keys.h. One row a key, in the order in which files have them:
 * KEY(in, key, type, needed, low, high, words, word count, inside, meaning zh, meaning en)
 * Included by file_keys.c; so it has no include guard.
 */
/* clang-format off */

/* A scenario; the sections of parameters are those of parameters_table.h. */
KEY(SCENARIO, "format", WHOLE, true, 1, 1, NULL, 0, NOTHING,
    "文件格式的版本", "version of the file's format")
KEY(SCENARIO, "model", TEXT, false, 0, 0, NULL, 0, NOTHING,
    "模型文件夹，相对于本文件", "the model's folder, relative to this file")
KEY(SCENARIO, "extends", TEXT, false, 0, 0, NULL, 0, NOTHING,
    "所继承的情景文件，相对于本文件；这里没有写的都照它", "the scenario that this one builds on, relative to this file: all that is not said here is as there")
KEY(SCENARIO, "title", LANGUAGES, false, 0, 0, NULL, 0, NOTHING,
    "标题", "title")
KEY(SCENARIO, "question", LANGUAGES, false, 0, 0, NULL, 0, NOTHING,
    "情景要回答的问题", "the question that the scenario answers")
KEY(SCENARIO, "horizon", MAPPING, false, 0, 0, NULL, 0, HORIZON,
    "推演的学年", "the school years of the forecast")
KEY(SCENARIO, "sweep", LIST, false, 0, 0, NULL, 0, SWEEP,
    "扫描：网格的每一点推演一次", "sweep: a run for every point of a grid")
KEY(SCENARIO, "sensitivity", MAPPING, false, 0, 0, NULL, 0, SENSITIVITY,
    "敏感性：哪项假设最要紧", "sensitivity: which assumption matters most")
KEY(SCENARIO, "uncertainty", MAPPING, false, 0, 0, NULL, 0, UNCERTAINTY,
    "不确定性：所有存疑的数同时变动", "uncertainty: all that is doubtful varies at once")
KEY(SCENARIO, "notice", MAPPING, false, 0, 0, NULL, 0, NOTICE,
    "学位预警", "the notice of shortages")

KEY(NOTICE, "school_year", YEAR, false, YEAR_LOWEST, YEAR_HIGHEST, NULL, 0, NOTHING,
    "预警从哪一学年起", "the school year of which the notice warns first")
KEY(NOTICE, "amber_probability", NUMBER, false, 0, 1, NULL, 0, NOTHING,
    "缺口概率高于此数为黄色", "amber where a shortage is more likely than this")
KEY(NOTICE, "listed", WHOLE, false, 1, 100000, NULL, 0, NOTHING,
    "最多列出多少处", "how many places are listed at most")

KEY(HORIZON, "first", YEAR, false, YEAR_LOWEST, YEAR_HIGHEST, NULL, 0, NOTHING,
    "第一个学年，不早于模型的基年", "the first school year, not before the model's base year")
KEY(HORIZON, "last", YEAR, false, YEAR_LOWEST, YEAR_HIGHEST, NULL, 0, NOTHING,
    "最后一个学年", "the last school year")

KEY(SWEEP, "parameter", PARAMETER, true, 0, 0, NULL, 0, NOTHING,
    "要改变的参数", "the parameter that is changed")
KEY(SWEEP, "set", FIGURES, false, 0, 0, NULL, 0, SPAN,
    "取代情景自己的值", "takes the place of the scenario's own value")
KEY(SWEEP, "times", FIGURES, false, 0, 0, NULL, 0, SPAN,
    "乘情景自己的值", "multiplies the scenario's own value")
KEY(SWEEP, "add", FIGURES, false, 0, 0, NULL, 0, SPAN,
    "加到情景自己的值上", "is added to the scenario's own value")
KEY(SWEEP, "key", ID_OR_IDS, false, 0, 0, NULL, 0, NOTHING,
    "改变哪些学段、镇街、建设主体、项目或小区的编号；不写为全部", "ids of the levels, towns, builders, projects or estates that are changed; all where left out")
KEY(SWEEP, "builder", WORD, false, 0, 0, builder_words, BUILDERS, NOTHING,
    "这一建设主体的全部项目", "all projects of this builder")
KEY(SWEEP, "towns", WORD, false, 0, 0, move_town_words, MOVE_TOWN_WORDS, NOTHING,
    "人口为假定的镇街，或全部镇街", "the towns whose population is assumed, or all")
KEY(SWEEP, "first", YEAR, false, YEAR_LOWEST, YEAR_HIGHEST, NULL, 0, NOTHING,
    "从哪一年起改变", "the first year that is changed")
KEY(SWEEP, "last", YEAR, false, YEAR_LOWEST, YEAR_HIGHEST, NULL, 0, NOTHING,
    "改变到哪一年", "the last year that is changed")
KEY(SWEEP, "name", LANGUAGES, false, 0, 0, NULL, 0, NOTHING,
    "给人看的名称", "name for people")
KEY(SWEEP, "source", LANGUAGES, false, 0, 0, NULL, 0, NOTHING,
    "依据，或说明是假定", "what it stands on, or that it is assumed")

KEY(SPAN, "from", NUMBER, true, -1e9, 1e9, NULL, 0, NOTHING,
    "第一个值", "the first figure")
KEY(SPAN, "to", NUMBER, true, -1e9, 1e9, NULL, 0, NOTHING,
    "最后一个值", "the last figure")
KEY(SPAN, "steps", WHOLE, true, 2, 1e9, NULL, 0, NOTHING,
    "取几个值，含首尾", "how many figures, both ends included")

KEY(SENSITIVITY, "draws", WHOLE, true, 0, 1e6, NULL, 0, NOTHING,
    "Saltelli 设计的行数；0 为只逐项改变", "rows of Saltelli's design; 0: one at a time alone")
KEY(SENSITIVITY, "seed", WHOLE, false, 0, 9007199254740992.0, NULL, 0, NOTHING,
    "随机数种子；不写为 1", "seed of the random numbers; 1 where left out")
KEY(SENSITIVITY, "points", WORD, false, 0, 0, points_words, POINTS_SOBOL + 1, NOTHING,
    "抽取的方式：random 或 sobol", "how points are drawn: random or sobol")
KEY(SENSITIVITY, "inputs", LIST, true, 0, 0, NULL, 0, INPUT,
    "存疑的数", "what is doubtful")

KEY(UNCERTAINTY, "draws", WHOLE, true, 1, 1e7, NULL, 0, NOTHING,
    "抽取次数", "how many draws")
KEY(UNCERTAINTY, "seed", WHOLE, false, 0, 9007199254740992.0, NULL, 0, NOTHING,
    "随机数种子；不写为 1", "seed of the random numbers; 1 where left out")
KEY(UNCERTAINTY, "points", WORD, false, 0, 0, points_words, POINTS_SOBOL + 1, NOTHING,
    "抽取的方式：random 或 sobol", "how points are drawn: random or sobol")
KEY(UNCERTAINTY, "inputs", LIST, true, 0, 0, NULL, 0, INPUT,
    "存疑的数", "what is doubtful")
KEY(UNCERTAINTY, "alarm", NUMBER, false, 0, 1, NULL, 0, NOTHING,
    "缺学位的概率超过它时算作很可能缺；不写为 0.5", "probability of a shortage above which a cell counts as likely short; 0.5 where left out")

KEY(INPUT, "parameter", PARAMETER, true, 0, 0, NULL, 0, NOTHING,
    "要改变的参数", "the parameter that varies")
KEY(INPUT, "set", DISTRIBUTION, false, 0, 0, NULL, 0, NOTHING,
    "取代情景自己的值", "takes the place of the scenario's own value")
KEY(INPUT, "times", DISTRIBUTION, false, 0, 0, NULL, 0, NOTHING,
    "乘情景自己的值", "multiplies the scenario's own value")
KEY(INPUT, "add", DISTRIBUTION, false, 0, 0, NULL, 0, NOTHING,
    "加到情景自己的值上", "is added to the scenario's own value")
KEY(INPUT, "key", ID_OR_IDS, false, 0, 0, NULL, 0, NOTHING,
    "改变哪些学段、镇街、建设主体、项目或小区的编号；不写为全部", "ids of the levels, towns, builders, projects or estates that vary; all where left out")
KEY(INPUT, "builder", WORD, false, 0, 0, builder_words, BUILDERS, NOTHING,
    "这一建设主体的全部项目，各自变动", "all projects of this builder, each by itself")
KEY(INPUT, "towns", WORD, false, 0, 0, move_town_words, MOVE_TOWN_WORDS, NOTHING,
    "人口为假定的镇街，或全部镇街，各自变动", "the towns whose population is assumed, or all, each by itself")
KEY(INPUT, "first", YEAR, false, YEAR_LOWEST, YEAR_HIGHEST, NULL, 0, NOTHING,
    "从哪一年起变动", "the first year that varies")
KEY(INPUT, "last", YEAR, false, YEAR_LOWEST, YEAR_HIGHEST, NULL, 0, NOTHING,
    "变动到哪一年", "the last year that varies")
KEY(INPUT, "name", LANGUAGES, false, 0, 0, NULL, 0, NOTHING,
    "给人看的名称", "name for people")
KEY(INPUT, "source", LANGUAGES, false, 0, 0, NULL, 0, NOTHING,
    "分布的依据，或说明是假定", "what the distribution stands on, or that it is assumed")
KEY(INPUT, "autocorrelation", NUMBER, false, -1, 1, NULL, 0, NOTHING,
    "每年各有一个数，与上一年的数相关的程度", "each year has a figure of its own, that goes so much with the year before's")
KEY(INPUT, "walk", SWITCH, false, 0, 0, NULL, 0, NOTHING,
    "每年在上一年之上再走一步", "each year is the year before and a new step")
KEY(INPUT, "each", SWITCH, false, 0, 0, NULL, 0, NOTHING,
    "yes：各编号分别抽取；no：一起变动", "yes: each id draws by itself; no: all move together")

/* district.yaml */
KEY(DISTRICT, "format", WHOLE, true, 1, 1, NULL, 0, NOTHING,
    "文件格式的版本", "version of the file's format")
KEY(DISTRICT, "name", LANGUAGES, true, 0, 0, NULL, 0, NOTHING,
    "区的名称", "the district's name")
KEY(DISTRICT, "state_date", MONTH_DAY, true, 0, 0, NULL, 0, NOTHING,
    "每年人口所在的日期，如 09-01", "the day of the year at which the population stands, such as 09-01")
KEY(DISTRICT, "census_date", DATE, true, 0, 0, NULL, 0, NOTHING,
    "普查的日期，如 2020-11-01", "the day of the census, such as 2020-11-01")
KEY(DISTRICT, "plan", MAPPING, false, 0, 0, NULL, 0, PLAN,
    "规划的年份", "the years of the plan")
KEY(DISTRICT, "srb", NUMBER, false, 0.5, 2, NULL, 0, NOTHING,
    "出生性别比（每名女婴对应的男婴数），各年相同；也可用 srb.csv", "boys per girl at birth, the same in all years; or srb.csv")
KEY(DISTRICT, "migration", MAPPING, false, 0, 0, NULL, 0, MIGRATION,
    "迁移", "migration")
KEY(DISTRICT, "levels", LIST, false, 0, 0, NULL, 0, LEVEL,
    "学段，按年龄从小到大", "the levels, youngest first")
KEY(DISTRICT, "school_types", LIST, false, 0, 0, NULL, 0, SCHOOL_TYPE,
    "学校的类型及其规模标准", "types of schools and norms of their size")
KEY(DISTRICT, "raised_class_size_above", NUMBER, false, 0, 1, NULL, 0, NOTHING,
    "随迁子女占比高于它的镇街可提高班额", "share of migrants' children above which a town may have raised class sizes")
KEY(DISTRICT, "columns", COLUMNS, false, 0, 0, NULL, 0, NOTHING,
    "列名与约定不同的表：列名到表头", "tables whose headings differ: from column to heading")
KEY(DISTRICT, "files", FILES, false, 0, 0, NULL, 0, NOTHING,
    "文件名与约定不同的表", "tables whose files are named otherwise")
KEY(DISTRICT, "areas", LIST, false, 0, 0, NULL, 0, AREA,
    "片区的名称", "names of the areas")
KEY(DISTRICT, "enrolment", MAPPING, false, 0, 0, NULL, 0, ENROLMENT,
    "在校生的推算方法", "how pupils are reckoned")
KEY(DISTRICT, "calibration", MAPPING, false, 0, 0, NULL, 0, CALIBRATION,
    "xuewei calibrate 要拟合什么", "what xuewei calibrate fits")
KEY(DISTRICT, "backtest", MAPPING, false, 0, 0, NULL, 0, BACKTEST,
    "xuewei backtest 如何回溯检验", "how xuewei backtest looks back")

KEY(PLAN, "first", YEAR, true, YEAR_LOWEST, YEAR_HIGHEST, NULL, 0, NOTHING,
    "规划的第一年", "the plan's first year")
KEY(PLAN, "last", YEAR, true, YEAR_LOWEST, YEAR_HIGHEST, NULL, 0, NOTHING,
    "规划的最后一年", "the plan's last year")

KEY(MIGRATION, "rule", WORD, false, 0, 0, migration_rule_words, MIGRATION_RULES, NOTHING,
    "迁移在出生和死亡之后（end），或前后各半（even）", "migrants come after births and deaths (end), or half before and half after (even)")
KEY(MIGRATION, "schedule", WORD_OR, false, 0, 0, schedule_words, SCHEDULE_WORDS, SCHEDULE,
    "迁移年龄模式（Rogers-Castro）：standard 或七个参数", "age schedule of migration (Rogers-Castro): standard, or its seven parameters")
KEY(MIGRATION, "housing", WORD, false, 0, 0, housing_words, HOUSING_PLACES, NOTHING,
    "新建住房迁入者与迁移总数的关系", "whether those who move into new housing come on top of the migration or inside it")

KEY(SCHEDULE, "a1", NUMBER, true, 0, 1, NULL, 0, NOTHING,
    "随父母迁移的儿童的高度", "height for children")
KEY(SCHEDULE, "alpha1", NUMBER, true, 0, 10, NULL, 0, NOTHING,
    "儿童部分随年龄下降的速度", "how fast it falls with age for children")
KEY(SCHEDULE, "a2", NUMBER, true, 0, 1, NULL, 0, NOTHING,
    "劳动年龄高峰的高度", "height of the peak at working ages")
KEY(SCHEDULE, "alpha2", NUMBER, true, 0, 10, NULL, 0, NOTHING,
    "高峰之后下降的速度", "how fast it falls after the peak")
KEY(SCHEDULE, "mu2", NUMBER, true, 0, 100, NULL, 0, NOTHING,
    "高峰所在的年龄", "age near which the peak lies")
KEY(SCHEDULE, "lambda2", NUMBER, true, 0, 10, NULL, 0, NOTHING,
    "高峰之前上升的速度", "how fast it rises before the peak")
KEY(SCHEDULE, "c", NUMBER, true, 0, 1, NULL, 0, NOTHING,
    "各年龄相同的部分", "what is the same at all ages")

KEY(ENROLMENT, "method", WORD, true, 0, 0, enrolment_method_words, ENROLMENT_METHODS, NOTHING,
    "适龄儿童乘入学率（rates），或按年级升级（progression）", "children times enrolment rates, or grade progression")
KEY(ENROLMENT, "ratio", WORD, false, 0, 0, progression_years_words, PROGRESSION_YEARS, NOTHING,
    "升级比率取哪些年", "which years the ratios from grade to grade are taken from")

KEY(AREA, "id", ID, true, 0, 0, NULL, 0, NOTHING,
    "towns.csv 中的片区", "the area as towns.csv has it")
KEY(AREA, "name", LANGUAGES, true, 0, 0, NULL, 0, NOTHING,
    "名称", "name")

KEY(LEVEL, "id", ID, true, 0, 0, NULL, 0, NOTHING,
    "编号，各表以它指称学段", "id, by which tables name the level")
KEY(LEVEL, "name", LANGUAGES, true, 0, 0, NULL, 0, NOTHING,
    "名称", "name")
KEY(LEVEL, "entry_age", WHOLE, true, 0, 100, NULL, 0, NOTHING,
    "入学年龄（周岁）", "completed age at entry")
KEY(LEVEL, "grades", WHOLE, true, 1, 30, NULL, 0, NOTHING,
    "年级数", "how many grades")
KEY(LEVEL, "class_size", BY_GRADE, true, 1, 1000, NULL, 0, NOTHING,
    "班额：每班学生数", "pupils a class")
KEY(LEVEL, "raised_class_size", BY_GRADE, false, 1, 1000, NULL, 0, NOTHING,
    "提高后的班额", "pupils a class where the class size is raised")
KEY(LEVEL, "land_m2_per_pupil", NUMBER, true, 0, 10000, NULL, 0, NOTHING,
    "生均用地（平方米）", "land a pupil, square metres")
KEY(LEVEL, "pupils_per_post", NUMBER, false, 0.1, 1000, NULL, 0, NOTHING,
    "生师比：每个教职工编制对应的学生数；与 posts_per_class 二者取一", "pupils a post; either this or posts_per_class")
KEY(LEVEL, "posts_per_class", NUMBER, false, 0.01, 100, NULL, 0, NOTHING,
    "每班教职工编制数；与 pupils_per_post 二者取一", "posts a class; either this or pupils_per_post")
KEY(LEVEL, "opens", WORD, false, 0, 0, opens_words, OPENS_WORDS, NOTHING,
    "新校逐年级开办（by_grade），或一次开足（in_full）", "new schools open grade by grade (by_grade) or all at once (in_full)")

KEY(SCHOOL_TYPE, "id", ID, true, 0, 0, NULL, 0, NOTHING,
    "编号", "id")
KEY(SCHOOL_TYPE, "name", LANGUAGES, true, 0, 0, NULL, 0, NOTHING,
    "名称", "name")
KEY(SCHOOL_TYPE, "levels", IDS, true, 0, 0, NULL, 0, NOTHING,
    "所含学段", "its levels")
KEY(SCHOOL_TYPE, "minimum_classes", NUMBER, false, 0, 1000, NULL, 0, NOTHING,
    "最少班数", "fewest classes")
KEY(SCHOOL_TYPE, "maximum_pupils", NUMBER, false, 0, 100000, NULL, 0, NOTHING,
    "最多学生数", "most pupils")

KEY(BACKTEST, "origins", DATES, false, 0, 0, NULL, 0, NOTHING,
    "预测从哪些日期的人口开始；不写为普查", "days of the populations from which forecasts start; the census where left out")
KEY(BACKTEST, "hold", WORD, false, 0, 0, hold_words, HOLDS, NOTHING,
    "此后的率取已知各年的平均（mean）或最后一年（last）", "rates go on as the mean of the known years, or as the last")
KEY(BACKTEST, "known_years", WHOLE, false, 1, 150, NULL, 0, NOTHING,
    "已知的率取几年", "how many known years are taken")
KEY(BACKTEST, "migration", WORD, false, 0, 0, held_migration_words, HELD_MIGRATION_WORDS, NOTHING,
    "此后的迁移：none 没有，known 照已知", "migration goes on as known, or there is none")
KEY(BACKTEST, "observed_day", MONTH_DAY, false, 0, 0, NULL, 0, NOTHING,
    "observed_population.csv 的人口所在的日期", "the day at which the populations of observed_population.csv stand")
KEY(BACKTEST, "ages", LIST, false, 0, 0, NULL, 0, AGES,
    "比较的年龄组；不写为各学段的年龄", "groups of ages that are compared; those of the levels where left out")

/* The reader holds these to the model's own ages. */
KEY(AGES, "id", ID, true, 0, 0, NULL, 0, NOTHING,
    "编号", "id")
KEY(AGES, "name", LANGUAGES, true, 0, 0, NULL, 0, NOTHING,
    "名称", "name")
KEY(AGES, "first", WHOLE, true, 0, 200, NULL, 0, NOTHING,
    "最小年龄", "youngest age")
KEY(AGES, "last", WHOLE, true, 0, 200, NULL, 0, NOTHING,
    "最大年龄", "oldest age")

KEY(CALIBRATION, "fit", LIST, true, 0, 0, NULL, 0, FIT,
    "拟合的参数", "the parameters that are fitted")

KEY(FIT, "parameter", PARAMETER, true, 0, 0, NULL, 0, NOTHING,
    "参数", "the parameter")
KEY(FIT, "key", ID, false, 0, 0, NULL, 0, NOTHING,
    "学段、镇街、建设主体、项目或小区的编号", "id of the level, town, builder, project or estate")
KEY(FIT, "first", YEAR, false, YEAR_LOWEST, YEAR_HIGHEST, NULL, 0, NOTHING,
    "拟合的第一年", "the first year that is fitted")
KEY(FIT, "last", YEAR, false, YEAR_LOWEST, YEAR_HIGHEST, NULL, 0, NOTHING,
    "拟合的最后一年", "the last year that is fitted")
KEY(FIT, "prior", NUMBER, false, -1e9, 1e9, NULL, 0, NOTHING,
    "事先估计的值", "what it is taken to be beforehand")
KEY(FIT, "prior_error", NUMBER, false, 0.00001, 1e9, NULL, 0, NOTHING,
    "事先估计的标准误差", "the standard error of that")
KEY(FIT, "step_error", NUMBER, false, 0.00001, 1e9, NULL, 0, NOTHING,
    "逐年变动的标准误差", "the standard error of the step from year to year")
