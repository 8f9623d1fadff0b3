#include "district_reader.h"

#include <stddef.h>
#include <string.h>

#include "area_reader.h"
#include "figure.h"
#include "level_reader.h"
#include "number.h"
#include "yaml_value.h"

/* Standard parameters of the model schedule (Rogers & Castro 1981). */
static const struct rogers_castro STANDARD_SCHEDULE = {
    .a1 = 0.02, .alpha1 = 0.10, .a2 = 0.06, .alpha2 = 0.10, .mu2 = 20, .lambda2 = 0.40, .c = 0.003
};

/** A parameter of the schedule: its key, and where it goes. */
static const struct schedule_row {
    const char *key;
    size_t offset;
} SCHEDULE_ROWS[] = {
    { "a1", offsetof(struct rogers_castro, a1) },   { "alpha1", offsetof(struct rogers_castro, alpha1) },
    { "a2", offsetof(struct rogers_castro, a2) },   { "alpha2", offsetof(struct rogers_castro, alpha2) },
    { "mu2", offsetof(struct rogers_castro, mu2) }, { "lambda2", offsetof(struct rogers_castro, lambda2) },
    { "c", offsetof(struct rogers_castro, c) },
};

enum { SCHEDULE_PARAMETERS = sizeof SCHEDULE_ROWS / sizeof SCHEDULE_ROWS[0] };

bool district_check_format(const struct yaml_doc *doc)
{
    const struct figure_rule rule = yaml_rule(IN_DISTRICT, "format");
    double format = 0;

    return yaml_number(doc, yaml_need(doc, yaml_root(doc), "format"), &rule, &format);
}

void district_state_of(const struct model *model, struct date day, int *year, double *shift)
{
    const struct date state = model->state_date;

    if (day.month == 12 && day.day == 31) {
        day = (struct date) { day.year + 1, 1, 1 };
    }
    const bool earlier = day.month < state.month || (day.month == state.month && day.day < state.day);
    const int months = day.month - state.month + (earlier ? 12 : 0);
    const int days = (day.day < 30 ? day.day : 30) - (state.day < 30 ? state.day : 30);

    *year = day.year - earlier;
    *shift = (months + days / 30.0) / 12;
}

void district_set_base_year(struct model *model)
{
    district_state_of(model, model->census_date, &model->base_year, &model->census_shift);
}

static bool read_dates(const struct yaml_doc *doc, struct model *model)
{
    const yaml_value root = yaml_root(doc);
    const bool state = yaml_month_day(doc, yaml_need(doc, root, "state_date"), "state_date", &model->state_date);
    const bool census = yaml_date(doc, yaml_need(doc, root, "census_date"), "census_date", &model->census_date);

    if (state && census) {
        district_set_base_year(model);
    }
    return state && census;
}

static bool read_plan(const struct yaml_doc *doc, struct model *model)
{
    const yaml_value plan = yaml_find(doc, yaml_root(doc), "plan");

    if (plan == 0) {
        return true;
    }
    if (!yaml_mapping(doc, plan, "plan")) {
        return false;
    }
    yaml_keys(doc, plan, IN_PLAN);
    const yaml_value last = yaml_need(doc, plan, "last");
    bool good = yaml_year(doc, yaml_need(doc, plan, "first"), "first", &model->plan_first);

    good = yaml_year(doc, last, "last", &model->plan_last) && good;
    if (good && model->plan_last < model->plan_first) {
        report(
            doc->problems, yaml_place(doc, last), MESSAGE_LAST_BEFORE_FIRST,
            SLOTS({ "found", number_text(model->plan_last).text }, { "first", number_text(model->plan_first).text }));
        return false;
    }
    return good;
}

static bool read_schedule(const struct yaml_doc *doc, yaml_value value, struct rogers_castro *schedule)
{
    bool good = true;
    size_t index = 0;

    if (!yaml_is_mapping(doc, value)) {
        return yaml_word(doc, value, "schedule", schedule_words, SCHEDULE_WORDS, &index);
    }
    yaml_keys(doc, value, IN_SCHEDULE);
    for (size_t i = 0; i < SCHEDULE_PARAMETERS; i++) {
        const struct figure_rule rule = yaml_rule(IN_SCHEDULE, SCHEDULE_ROWS[i].key);
        double number = 0;

        good = yaml_number(doc, yaml_need(doc, value, rule.key), &rule, &number) && good;
        memcpy((char *)schedule + SCHEDULE_ROWS[i].offset, &number, sizeof number);
    }
    if (good && schedule->a1 == 0 && schedule->a2 == 0 && schedule->c == 0) {
        report(doc->problems, yaml_place(doc, value), MESSAGE_SCHEDULE_ZERO, NULL);
        return false;
    }
    return good;
}

static bool read_migration(const struct yaml_doc *doc, struct migration *migration)
{
    const yaml_value value = yaml_find(doc, yaml_root(doc), "migration");
    bool good = true;

    migration->rule = MIGRATION_END;
    migration->schedule = STANDARD_SCHEDULE;
    if (value == 0) {
        return true;
    }
    if (!yaml_mapping(doc, value, "migration")) {
        return false;
    }
    yaml_keys(doc, value, IN_MIGRATION);
    const yaml_value rule = yaml_find(doc, value, "rule");
    const yaml_value schedule = yaml_find(doc, value, "schedule");
    const yaml_value housing = yaml_find(doc, value, "housing");
    size_t index = MIGRATION_END;
    size_t place = HOUSING_ON_TOP;

    if (rule != 0) {
        good = yaml_word(doc, rule, "rule", migration_rule_words, MIGRATION_RULES, &index);
        migration->rule = (enum migration_rule)index;
    }
    if (housing != 0) {
        good = yaml_word(doc, housing, "housing", housing_words, HOUSING_PLACES, &place) && good;
        migration->housing = (enum housing_place)place;
    }
    return (schedule == 0 || read_schedule(doc, schedule, &migration->schedule)) && good;
}

/* How pupils are reckoned where no scenario says otherwise; pupils_read() checks that the tables allow it. */
static bool read_enrolment(const struct yaml_doc *doc, struct model *model)
{
    const yaml_value value = yaml_find(doc, yaml_root(doc), "enrolment");
    size_t method = ENROLMENT_BY_RATES;
    size_t years = PROGRESSION_WEIGHTED;

    model->progression_years = PROGRESSION_WEIGHTED;
    if (value == 0) {
        return true;
    }
    if (!yaml_mapping(doc, value, "enrolment")) {
        return false;
    }
    yaml_keys(doc, value, IN_ENROLMENT);
    const yaml_value ratio = yaml_find(doc, value, "ratio");
    bool good =
        yaml_word(doc, yaml_need(doc, value, "method"), "method", enrolment_method_words, ENROLMENT_METHODS, &method);

    good = (ratio == 0 || yaml_word(doc, ratio, "ratio", progression_years_words, PROGRESSION_YEARS, &years)) && good;
    model->enrolment_method = (enum enrolment_method)method;
    model->progression_years = (enum progression_years)years;
    return good;
}

bool district_read(struct model_source *source)
{
    const struct yaml_doc *doc = &source->doc;
    struct model *model = source->model;
    const yaml_value root = yaml_root(doc);
    const size_t errors = source->problems->errors;

    yaml_keys(doc, root, IN_DISTRICT);
    district_check_format(doc);
    yaml_name(doc, yaml_need(doc, root, "name"), "name", &model->pool, model->name.text);
    read_dates(doc, model);
    read_plan(doc, model);
    read_migration(doc, &model->migration);
    read_enrolment(doc, model);
    model_source_check(source);
    areas_read(source);
    levels_read(source);
    return source->problems->errors == errors;
}
