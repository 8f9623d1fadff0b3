/*
 * THE table of parameters. One row adds a parameter:
 * PARAMETER(id, name, type, axis, unit, low, high, initial, words, acts zh, acts en, meaning zh, meaning en)
 * Included by parameters.h and parameters.c, each with its own meaning of PARAMETER; so it has no include guard.
 */
/* clang-format off */

PARAMETER(POPULATION_TOWN_MULTIPLIER, "population.town_multiplier", NUMBER, TOWN, "ratio", 0.01, 100, 1, NULL,
          "人口：各镇街的普查人口；按人口的分摊", "population: the towns' residents at the census, and what is shared out by them",
          "镇街普查人口乘数；随后各镇街同比例调整，全区合计不变",
          "times the residents of a town at the census; all towns are then rescaled, so that the district's total stays")
PARAMETER(FERTILITY_MULTIPLIER, "fertility.multiplier", PATH, NONE, "ratio", 0, 5, 1, NULL,
          "人口：每年的生育率", "population: fertility rates of each year",
          "生育率乘数：1 为 fertility.csv 的水平", "times the rates of fertility.csv")
PARAMETER(FERTILITY_MEAN_AGE_SHIFT, "fertility.mean_age_shift", PATH, NONE, "years", -5, 5, 0, NULL,
          "人口：每年的生育年龄模式", "population: the age pattern of fertility of each year",
          "生育年龄比 fertility.csv 推迟（负值为提前）的岁数，总和生育率不变",
          "years of age by which births come later than in fertility.csv (below zero: earlier); the total fertility rate stays")
PARAMETER(MORTALITY_MULTIPLIER, "mortality.multiplier", PATH, NONE, "ratio", 0, 3, 1, NULL,
          "人口：每年的死亡概率", "population: probabilities of dying of each year",
          "死亡概率（1 减存活率）乘数", "times the probabilities of dying (1 less the survivorship ratio)")
PARAMETER(MORTALITY_IMPROVEMENT, "mortality.improvement", PATH, NONE, "share/year", -0.05, 0.1, 0, NULL,
          "人口：基年之后每年的死亡概率", "population: probabilities of dying of each year after the base year",
          "死亡概率比上一年下降的份额，在 mortality.csv 之外逐年累积",
          "share by which the probabilities of dying fall from the year before, year upon year, beside mortality.csv")
PARAMETER(MIGRATION_MULTIPLIER, "migration.multiplier", PATH, NONE, "ratio", -5, 5, 1, NULL,
          "人口：模型和情景给出的迁移", "population: migration, the model's and what a scenario adds",
          "净迁移（或迁入人数）乘数，也乘情景另增的净迁移：0 为没有这些迁移",
          "times the net migrants (or arrivals) of migration.csv and those that a scenario adds; 0 stops them")
PARAMETER(MIGRATION_DEPARTURE_MULTIPLIER, "migration.departure_multiplier", PATH, NONE, "ratio", 0, 5, 1, NULL,
          "人口：迁出，仅当 migration.csv 有 departure_rate", "population: departures, where migration.csv has departure_rate",
          "迁出率乘数：0 为无人迁出", "times the departure rates of migration.csv; 0: nobody leaves")
PARAMETER(MIGRATION_ADDED, "migration.added", PATH, NONE, "persons/year", -1e6, 1e6, 0, NULL,
          "人口：在模型迁移之外", "population: beside the model's migration",
          "每年另增（减）的净迁移人数，按迁移年龄模式和各镇街人口分摊",
          "net migrants a year beside the model's, spread by the age schedule and the towns' populations")
PARAMETER(MIGRATION_HOUSING, "migration.housing", CHOICE, NONE, "word", 0, 2, HOUSING_ON_TOP, housing_words,
          "人口：迁入新建住房的人", "population: those who move into new housing",
          "新建住房迁入者与迁移总数的关系（默认取 district.yaml）：on_top 另加；inside 含在所在镇街的迁移总数内，其他迁入者相应减少；inside_district 含在全区总数内",
          "whether housing.csv comes on_top of the model's migration, inside the town's total (as many others fewer come), or inside_district: the district's total (initially as district.yaml chooses)")
PARAMETER(MIGRATION_SCHEDULE_A1, "migration.schedule_a1", NUMBER, NONE, "ratio", 0, 1, 0.02, NULL,
          "人口：没有年龄的迁移合计和 migration.added 的分摊", "population: spreading of totals without ages and of migration.added",
          "迁移年龄模式（Rogers-Castro）：随父母迁移的儿童的高度（默认取模型）",
          "age schedule of migration (Rogers-Castro): height for children, who move with parents (initially the model's)")
PARAMETER(MIGRATION_SCHEDULE_ALPHA1, "migration.schedule_alpha1", NUMBER, NONE, "1/year", 0, 10, 0.1, NULL,
          "人口：没有年龄的迁移合计和 migration.added 的分摊", "population: spreading of totals without ages and of migration.added",
          "迁移年龄模式：儿童部分随年龄下降的速度（默认取模型）", "age schedule of migration: how fast it falls with age for children (initially the model's)")
PARAMETER(MIGRATION_SCHEDULE_A2, "migration.schedule_a2", NUMBER, NONE, "ratio", 0, 1, 0.06, NULL,
          "人口：没有年龄的迁移合计和 migration.added 的分摊", "population: spreading of totals without ages and of migration.added",
          "迁移年龄模式：劳动年龄高峰的高度（默认取模型）", "age schedule of migration: height of the peak at working ages (initially the model's)")
PARAMETER(MIGRATION_SCHEDULE_ALPHA2, "migration.schedule_alpha2", NUMBER, NONE, "1/year", 0, 10, 0.1, NULL,
          "人口：没有年龄的迁移合计和 migration.added 的分摊", "population: spreading of totals without ages and of migration.added",
          "迁移年龄模式：高峰之后下降的速度（默认取模型）", "age schedule of migration: how fast it falls after the peak (initially the model's)")
PARAMETER(MIGRATION_SCHEDULE_MU2, "migration.schedule_mu2", NUMBER, NONE, "years", 0, 100, 20, NULL,
          "人口：没有年龄的迁移合计和 migration.added 的分摊", "population: spreading of totals without ages and of migration.added",
          "迁移年龄模式：高峰所在的年龄（默认取模型）", "age schedule of migration: age near which the peak lies (initially the model's)")
PARAMETER(MIGRATION_SCHEDULE_LAMBDA2, "migration.schedule_lambda2", NUMBER, NONE, "1/year", 0, 10, 0.4, NULL,
          "人口：没有年龄的迁移合计和 migration.added 的分摊", "population: spreading of totals without ages and of migration.added",
          "迁移年龄模式：高峰之前上升的速度（默认取模型）", "age schedule of migration: how fast it rises before the peak (initially the model's)")
PARAMETER(MIGRATION_SCHEDULE_C, "migration.schedule_c", NUMBER, NONE, "ratio", 0, 1, 0.003, NULL,
          "人口：没有年龄的迁移合计和 migration.added 的分摊", "population: spreading of totals without ages and of migration.added",
          "迁移年龄模式：各年龄相同的部分（默认取模型）", "age schedule of migration: what is the same at all ages (initially the model's)")
PARAMETER(HOUSING_DELAY_YEARS, "housing.delay_years", WHOLE, ESTATE, "years", -5, 30, 0, NULL,
          "人口：新建住房；学位供给：随小区交付的项目", "population: new housing; supply: projects delivered with an estate",
          "小区推迟交付的年数，随小区交付的学校同时推迟",
          "years that an estate is handed over late, and the schools that are delivered with it")
PARAMETER(HOUSING_PERSONS_MULTIPLIER, "housing.persons_multiplier", PATH, ESTATE, "ratio", 0, 5, 1, NULL,
          "人口：新建住房", "population: new housing",
          "每年新入住住房的户均人数乘数，如空置一成为 0.9",
          "times the persons who move into the dwellings filled in a year: 0.9 where a tenth of them stay empty")
PARAMETER(HOUSING_CANCELLED, "housing.cancelled", SWITCH, ESTATE, "yes/no", 0, 1, 0, NULL,
          "人口：新建住房；学位供给：随小区交付的项目", "population: new housing; supply: projects delivered with an estate",
          "小区取消，随小区交付的学校一并取消", "the estate is given up, and the schools that were to be delivered with it")
PARAMETER(ENROLMENT_METHOD, "enrolment.method", CHOICE, NONE, "word", 0, 1, ENROLMENT_BY_RATES, enrolment_method_words,
          "在校生：pupils.csv 中的学段", "enrolment: levels that are in pupils.csv",
          "在校生的推算方法：适龄儿童乘入学率，或按年级升级（默认取 district.yaml）",
          "how pupils are reckoned: children times enrolment rates, or grade progression (initially that of district.yaml)")
PARAMETER(ENROLMENT_PROGRESSION_RATIO, "enrolment.progression_ratio", CHOICE, NONE, "word", 0, 2, PROGRESSION_WEIGHTED, progression_years_words,
          "在校生：年级升级", "enrolment: grade progression",
          "升级比率取各年平均、近年权重大的加权平均，或最近一年（默认取 district.yaml）",
          "ratios from grade to grade: mean of the years, later years weighing more, or the latest alone (initially that of district.yaml)")
PARAMETER(ENROLMENT_RATE_MULTIPLIER, "enrolment.rate_multiplier", PATH, LEVEL, "ratio", 0, 2, 1, NULL,
          "在校生：各学段入学率", "enrolment: rates of a level",
          "入学率乘数；年级升级时乘当年在校生，不带入下一年",
          "times the enrolment rates of the level; under progression, times that year's pupils, and not carried to the next")
PARAMETER(ENROLMENT_PUBLIC_SHARE_MULTIPLIER, "enrolment.public_share_multiplier", PATH, LEVEL, "ratio", 0, 5, 1, NULL,
          "在校生：公办占比", "enrolment: the public share",
          "公办占比乘数，乘积不超过 1；在 private_to_public 之前",
          "times the public share, the product held at 1; before private_to_public")
PARAMETER(ENROLMENT_PRIVATE_TO_PUBLIC, "enrolment.private_to_public", PATH, LEVEL, "share", 0, 1, 0, NULL,
          "在校生：公办占比", "enrolment: the public share",
          "民办在校生转入公办的份额：1 为全部由公办承担",
          "share of private pupils who come to public schools; 1: all are public")
PARAMETER(SUPPLY_BACKLOG, "supply.backlog", NUMBER, LEVEL, "seats", -1e6, 1e6, 0, NULL,
          "学位供给：基年", "supply: the base year",
          "基年学位与 seats.csv 之差，按各镇街学位分摊", "seats in the base year beside those of seats.csv, shared out by them")
PARAMETER(SUPPLY_DELAY_YEARS, "supply.delay_years", WHOLE, BUILDER, "years", -5, 30, 0, NULL,
          "学位供给：有日期的项目", "supply: dated projects",
          "按建设主体推迟的年数", "years that a builder's dated projects are late")
PARAMETER(SUPPLY_PROJECT_DELAY_YEARS, "supply.project_delay_years", WHOLE, PROJECT, "years", -5, 30, 0, NULL,
          "学位供给：单个项目", "supply: one project",
          "单个项目另外推迟的年数", "years that one project is late, beside its builder's delay")
PARAMETER(SUPPLY_UNDATED_COMPLETION, "supply.undated_completion", YEAR, NONE, "school year", 1900, 2200, NEVER, NULL,
          "学位供给：未定日期的项目", "supply: projects without a date",
          "未定日期的项目在哪一年完成；never 为不计入", "year in which projects without a date are complete, or never")
PARAMETER(SUPPLY_CANCELLED, "supply.cancelled", SWITCH, PROJECT, "yes/no", 0, 1, 0, NULL,
          "学位供给：单个项目", "supply: one project", "项目取消", "the project is given up")
PARAMETER(SUPPLY_PROJECT_TOWN, "supply.project_town", TOWN, PROJECT, "town", 0, 1e6, 0, NULL,
          "学位供给：单个项目", "supply: one project",
          "项目所在镇街的编号（默认取 projects.csv）；改动后其学位视为假设",
          "id of the town where the project stands (initially that of projects.csv); elsewhere its seats count as assumed")
PARAMETER(SUPPLY_OPENING, "supply.opening", CHOICE, NONE, "word", 0, 1, OPENING_BY_GRADE, opening_words,
          "学位供给：新建和接收的学校", "supply: new and received schools",
          "新校的开办方式：一次开足，或逐年级开办", "how new schools open: all seats at once, or one more grade each year")
PARAMETER(NORMS_RAISED_CLASS_SIZE_ADDS_SEATS, "norms.raised_class_size_adds_seats", SWITCH, NONE, "yes/no", 0, 1, 0, NULL,
          "学位供给：提高班额的镇街", "supply: towns with raised class size",
          "提高班额时，现有和项目学位按比例增加", "where the class size is raised, base and project seats grow in proportion")
PARAMETER(NORMS_MIGRANT_SHARE, "norms.migrant_share", NUMBER, TOWN, "share", 0, 1, 0, NULL,
          "标准：班额", "norms: class size",
          "随迁子女占比（默认取 towns.csv）", "share of migrants' children among pupils (initially that of towns.csv)")
PARAMETER(NORMS_CLASS_SIZE_ADDED, "norms.class_size_added", NUMBER, LEVEL, "pupils/class", -30, 30, 0, NULL,
          "标准：班额", "norms: class size",
          "班额增减的人数", "pupils a class beside the norm")
