#include "words.h"

#include <string.h>

const struct name sex_words[SEXES] = {
    [MALE] = { "m", { "男", "male" } },
    [FEMALE] = { "f", { "女", "female" } },
};

const struct name status_words[STATUSES] = {
    [MEASURED] = { "measured", { "实测", "measured" } },
    [DERIVED] = { "derived", { "推算", "derived" } },
    [ASSUMED] = { "assumed", { "假定", "assumed" } },
};

const struct name builder_words[BUILDERS] = {
    [BUILDER_GOVERNMENT] = { "government", { "区政府", "government" } },
    [BUILDER_TOWN] = { "town", { "镇街", "town" } },
    [BUILDER_DEVELOPER] = { "developer", { "开发商", "developer" } },
    [BUILDER_DONOR] = { "donor", { "捐建", "donor" } },
};

const struct name kind_words[KINDS] = {
    [KIND_NEW] = { "new", { "新建", "new" } },
    [KIND_EXPAND] = { "expand", { "改扩建", "extension" } },
    [KIND_RELOCATE] = { "relocate", { "迁建", "relocation" } },
    [KIND_REBUILD] = { "rebuild", { "重建", "rebuilding" } },
    [KIND_RECEIVE] = { "receive", { "接收", "received" } },
    [KIND_CLOSE] = { "close", { "撤并", "closure" } },
};

/* One more than OPENINGS: parameters.c takes the list up to a NULL id. */
const struct name opening_words[OPENINGS + 1] = {
    [OPENING_NOMINAL] = { "nominal", { "一次开足", "nominal" } },
    [OPENING_BY_GRADE] = { "by_grade", { "逐年级开办", "by grade" } },
};

const struct name enrolment_method_words[ENROLMENT_METHODS + 1] = {
    [ENROLMENT_BY_RATES] = { "rates", { "入学率", "enrolment rates" } },
    [ENROLMENT_BY_PROGRESSION] = { "progression", { "年级升级", "grade progression" } },
};

const struct name progression_years_words[PROGRESSION_YEARS + 1] = {
    [PROGRESSION_MEAN] = { "mean", { "各年平均", "mean of all years" } },
    [PROGRESSION_WEIGHTED] = { "weighted", { "近年权重大的加权平均", "mean with later years weighing more" } },
    [PROGRESSION_LAST] = { "last", { "最近一年", "latest year" } },
};

const struct name migration_rule_words[MIGRATION_RULES] = {
    [MIGRATION_END] = { "end", { "年末", "end" } },
    [MIGRATION_EVEN] = { "even", { "年初年末各半", "even" } },
};

/* One more than HOUSING_PLACES, as above. */
const struct name housing_words[HOUSING_PLACES + 1] = {
    [HOUSING_ON_TOP] = { "on_top", { "在迁移之外另加", "on top of the migration" } },
    [HOUSING_INSIDE] = { "inside", { "含在所在镇街的迁移总数内", "inside the town's total of migrants" } },
    [HOUSING_INSIDE_DISTRICT] = { "inside_district",
                                  { "含在全区的迁移总数内", "inside the district's total of migrants" } },
};

const struct name series_words[OBSERVED_SERIES] = {
    [SERIES_RESIDENTS] = { "residents", { "常住人口", "Residents" } },
    [SERIES_BIRTHS] = { "births", { "出生人数", "Births" } },
    [SERIES_DEATHS] = { "deaths", { "死亡人数", "Deaths" } },
    [SERIES_ARRIVALS] = { "arrivals", { "迁入人数", "Arrivals" } },
    [SERIES_DEPARTURES] = { "departures", { "迁出人数", "Departures" } },
    [SERIES_NET_MIGRANTS] = { "net_migrants", { "净迁入人数", "Net migrants" } },
    [SERIES_ENROLLED] = { "enrolled", { "在校生", "Enrolled" } },
    [SERIES_PUBLIC_PUPILS] = { "public_pupils", { "公办在校生", "Public pupils" } },
};

const struct name hold_words[HOLDS] = {
    [HOLD_MEAN] = { "mean", { "均值", "mean" } },
    [HOLD_LAST] = { "last", { "最后一年", "last year" } },
};

const struct name outside_words[OUTSIDE_MEASURES] = {
    [OUTSIDE_ENTRANTS] = { "entrants", { "新生", "entrants" } },
    [OUTSIDE_ENROLLED] = { "enrolled", { "在校生", "pupils" } },
    [OUTSIDE_CHILDREN] = { "children", { "适龄儿童", "children" } },
    [OUTSIDE_PEAK] = { "entrants_peak", { "新生高峰年", "peak year of entrants" } },
};

const struct name opens_words[OPENS_WORDS] = { { "by_grade", { "", "" } }, { "in_full", { "", "" } } };

const struct name held_migration_words[HELD_MIGRATION_WORDS] = { { "none", { "", "" } }, { "known", { "", "" } } };

const struct name schedule_words[SCHEDULE_WORDS] = { { "standard", { "", "" } } };

size_t word_find(const struct name *words, size_t count, const char *text, size_t length)
{
    for (size_t index = 0; index < count; index++) {
        if (strlen(words[index].id) == length && memcmp(words[index].id, text, length) == 0) {
            return index;
        }
    }
    return count;
}
