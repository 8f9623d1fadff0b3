#include "level_reader.h"

#include <string.h>

#include "figure.h"
#include "mem.h"
#include "number.h"
#include "school_type_reader.h"
#include "yaml_value.h"

/* One number for all grades, or a list with one for each. */
static bool read_by_grade(const struct yaml_doc *doc, yaml_value value, const char *key, size_t grades,
                          struct pool *pool, const double **numbers)
{
    const struct figure_rule rule = yaml_rule(IN_LEVEL, key);
    double *list = pool_array(pool, grades, sizeof *list);
    bool good = true;

    *numbers = list;
    if (!yaml_is_list(doc, value)) {
        good = yaml_number(doc, value, &rule, &list[0]);
        for (size_t grade = 1; grade < grades; grade++) {
            list[grade] = list[0];
        }
        return good;
    }
    if (yaml_size(doc, value) != grades) {
        report(doc->problems, yaml_place(doc, value), MESSAGE_GRADES_DIFFER,
               SLOTS({ "key", key }, { "found", number_text((double)yaml_size(doc, value)).text },
                     { "allowed", number_text((double)grades).text }));
        return false;
    }
    for (size_t grade = 0; grade < grades; grade++) {
        good = yaml_number(doc, yaml_item(doc, value, grade), &rule, &list[grade]) && good;
    }
    return good;
}

static bool read_class_sizes(const struct yaml_doc *doc, yaml_value entry, struct pool *pool, struct level *level)
{
    const yaml_value raised = yaml_find(doc, entry, "raised_class_size");
    bool good =
        read_by_grade(doc, yaml_need(doc, entry, "class_size"), "class_size", level->grades, pool, &level->class_size);

    level->raised_class_size = level->class_size;
    if (raised == 0) {
        return good;
    }
    if (yaml_find(doc, yaml_root(doc), "raised_class_size_above") == 0) {
        report(doc->problems, yaml_place(doc, raised), MESSAGE_RAISED_WITHOUT_THRESHOLD, NULL);
        good = false;
    }
    return read_by_grade(doc, raised, "raised_class_size", level->grades, pool, &level->raised_class_size) && good;
}

static bool read_staff_norm(const struct yaml_doc *doc, yaml_value entry, struct level *level)
{
    const struct figure_rule by_pupils = yaml_rule(IN_LEVEL, "pupils_per_post");
    const struct figure_rule by_classes = yaml_rule(IN_LEVEL, "posts_per_class");
    const yaml_value pupils = yaml_find(doc, entry, by_pupils.key);
    const yaml_value classes = yaml_find(doc, entry, by_classes.key);
    bool good = yaml_number_or(doc, pupils, &by_pupils, 0, &level->pupils_per_post);

    good = yaml_number_or(doc, classes, &by_classes, 0, &level->posts_per_class) && good;
    if ((pupils != 0) == (classes != 0)) {
        report(doc->problems, yaml_place(doc, entry), MESSAGE_STAFF_NORM, NULL);
        return false;
    }
    return good;
}

static bool read_level(const struct yaml_doc *doc, yaml_value entry, struct pool *pool, struct level *level)
{
    const struct figure_rule land = yaml_rule(IN_LEVEL, "land_m2_per_pupil");
    const struct figure_rule entry_age = yaml_rule(IN_LEVEL, "entry_age");
    const struct figure_rule grades = yaml_rule(IN_LEVEL, "grades");
    const yaml_value opens = yaml_find(doc, entry, "opens");
    double age = 0;
    double count = 0;
    size_t word = 0;

    if (!yaml_mapping(doc, entry, "levels")) {
        return false;
    }
    yaml_keys(doc, entry, IN_LEVEL);
    bool good = yaml_id_and_name(doc, entry, pool, &level->name);

    good = yaml_number(doc, yaml_need(doc, entry, "entry_age"), &entry_age, &age) && good;
    level->entry_age = (size_t)age;
    if (yaml_number(doc, yaml_need(doc, entry, "grades"), &grades, &count)) {
        level->grades = (size_t)count;
        good = read_class_sizes(doc, entry, pool, level) && good;
    } else {
        good = false;
    }
    good = yaml_number(doc, yaml_need(doc, entry, land.key), &land, &level->land_m2_per_pupil) && good;
    good = read_staff_norm(doc, entry, level) && good;
    good = (opens == 0 || yaml_word(doc, opens, "opens", opens_words, OPENS_WORDS, &word)) && good;
    level->opens_in_full = word == 1;
    return good;
}

static void report_level(const struct yaml_doc *doc, yaml_value entry, const char *key, enum message message,
                         const char *found, const char *allowed)
{
    report(doc->problems, yaml_place(doc, yaml_find(doc, entry, key)), message,
           SLOTS({ "key", key }, { "found", found }, { "allowed", allowed }));
}

/* Whether the level at `index` has an id of its own and follows the ones before it. */
static bool check_level(const struct yaml_doc *doc, yaml_value entry, const struct level *levels, size_t index)
{
    const struct level *level = &levels[index];

    for (size_t i = 0; i < index; i++) {
        if (strcmp(levels[i].name.id, level->name.id) == 0) {
            yaml_id_twice(doc, entry);
            return false;
        }
    }
    if (strpbrk(level->name.id, " ,") != NULL) {
        report_level(doc, entry, "id", MESSAGE_LEVEL_ID_SPACE, level->name.id, "");
        return false;
    }
    if (index > 0 && level->entry_age < levels[index - 1].entry_age + levels[index - 1].grades) {
        report_level(doc, entry, "entry_age", MESSAGE_LEVELS_OUT_OF_ORDER, number_text((double)level->entry_age).text,
                     number_text((double)(levels[index - 1].entry_age + levels[index - 1].grades)).text);
        return false;
    }
    return true;
}

static bool read_threshold(const struct yaml_doc *doc, struct model *model)
{
    const struct figure_rule rule = yaml_rule(IN_DISTRICT, "raised_class_size_above");
    const yaml_value value = yaml_find(doc, yaml_root(doc), rule.key);

    /* without one: a threshold that no share is above */
    return yaml_number_or(doc, value, &rule, 1, &model->raised_class_size_above);
}

bool levels_read(struct model_source *source)
{
    const struct yaml_doc *doc = &source->doc;
    struct model *model = source->model;
    const yaml_value list = yaml_find(doc, yaml_root(doc), "levels");
    bool good = read_threshold(doc, model);

    if (list == 0) {
        return good;
    }
    if (!yaml_list(doc, list, "levels")) {
        return false;
    }
    const size_t count = yaml_size(doc, list);
    struct level *levels = pool_array(&model->pool, count, sizeof *levels);

    for (size_t i = 0; i < count; i++) {
        good = read_level(doc, yaml_item(doc, list, i), &model->pool, &levels[i]) && good;
        levels[i].first_grade = model->grade_count;
        model->grade_count += levels[i].grades;
    }
    for (size_t i = 0; i < count && good; i++) {
        good = check_level(doc, yaml_item(doc, list, i), levels, i);
    }
    if (!good) {
        return false; /* what follows names levels */
    }
    model->levels = levels;
    model->level_count = count;
    return school_types_read(source);
}

bool levels_check_ages(const struct model_source *source)
{
    const struct yaml_doc *doc = &source->doc;
    const struct model *model = source->model;
    const yaml_value list = yaml_find(doc, yaml_root(doc), "levels");
    bool good = true;

    for (size_t i = 0; i < model->level_count; i++) {
        const struct level *level = &model->levels[i];
        const size_t last = level->entry_age + level->grades - 1;

        if (last + 1 >= model->ages) {
            report_level(doc, yaml_item(doc, list, i), "grades", MESSAGE_LEVEL_BEYOND_AGES,
                         number_text((double)last).text, number_text((double)model->ages - 1).text);
            good = false;
        }
    }
    return good;
}

/* The level whose id is the `length` bytes at `text`. */
static size_t find_level(const struct model *model, const char *text, size_t length)
{
    size_t level = 0;

    while (level < model->level_count && (strlen(model->levels[level].name.id) != length ||
                                          memcmp(model->levels[level].name.id, text, length) != 0)) {
        level++;
    }
    return level;
}

bool levels_named(struct model *model, const struct csv_table *table, size_t column, const char *key,
                  const bool **has_level)
{
    const struct csv_cell cell = csv_cell(table, column);
    bool *flags = pool_array(&model->pool, model->level_count, sizeof *flags);
    bool any = false;

    for (size_t at = 0; at < cell.length;) {
        size_t length = 0;

        while (at + length < cell.length && cell.text[at + length] != ' ') {
            length++;
        }
        if (length > 0) {
            const size_t level = find_level(model, cell.text + at, length);

            if (level == model->level_count) {
                report(table->problems, csv_place(table, column), MESSAGE_ID_UNKNOWN,
                       SLOTS({ "key", key }, { "found", found_text(cell.text + at, length).text }));
                return false;
            }
            flags[level] = true;
            any = true;
        }
        at += length + 1;
    }
    if (!any) {
        csv_report(table, column, MESSAGE_CSV_CELL_EMPTY, key);
    }
    *has_level = flags;
    return any;
}
