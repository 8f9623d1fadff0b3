#include "grid_words.h"

#include <stdio.h>
#include <string.h>

#include "age_table.h"
#include "figure.h"

size_t grid_level_of(const struct model *model, size_t grade)
{
    size_t level = model->level_count - 1;

    while (model->levels[level].first_grade > grade) {
        level--;
    }
    return level;
}

/* One key of a position as the table has it: "age 37", "level primary, grade 2". */
static size_t describe_key(const struct grid *self, enum grid_key key, size_t at, char *text, size_t room)
{
    const struct model *model = self->model;
    int length = 0;

    if (key == GRID_TOWN) {
        length = snprintf(text, room, "town %s",
                          found_text(model->towns[at].name.id, strlen(model->towns[at].name.id)).text);
    } else if (key == GRID_YEAR) {
        length = snprintf(text, room, "year %d", self->first_year + (int)at);
    } else if (key == GRID_SEX) {
        length = snprintf(text, room, "sex %s", sex_words[at].id);
    } else if (self->group_count > 0) {
        length = snprintf(text, room, "age %s", age_group_text(self->groups[at]).text);
    } else if (self->items == GRID_AGES) {
        length = snprintf(text, room, "age %zu", at);
    } else {
        const struct level *level = &model->levels[self->items == GRID_LEVELS ? at : grid_level_of(model, at)];
        const struct found_text id = found_text(level->name.id, strlen(level->name.id));

        length = self->items == GRID_GRADES && self->grade_column != CSV_NONE
                     ? snprintf(text, room, "level %s, grade %zu", id.text, at - level->first_grade + 1)
                     : snprintf(text, room, "level %s", id.text);
    }
    return length < 0 ? 0 : (size_t)length;
}

struct grid_words grid_describe(const struct grid *self, const size_t at[GRID_KEYS], size_t only)
{
    struct grid_words keys = { "" };
    size_t used = 0;

    for (size_t key = 0; key < GRID_KEYS; key++) {
        if (self->column[key] == CSV_NONE || (only < GRID_KEYS && key != only)) {
            continue;
        }
        if (used > 0) {
            memcpy(keys.text + used, ", ", 3);
            used += 2;
        }
        used += describe_key(self, (enum grid_key)key, at[key], keys.text + used, sizeof keys.text - used);
    }
    return keys;
}
