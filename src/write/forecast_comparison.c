#include "forecast_comparison.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "id_index.h"

/* A settled list of what both sides have. */
static size_t find_place(const struct forecast *of, const struct forecast_place *place)
{
    for (size_t index = 0; index < of->place_count; index++) {
        if (strcmp(of->places[index].town, place->town) == 0 &&
            (place->town[0] != '\0' || strcmp(of->places[index].area, place->area) == 0)) {
            return index;
        }
    }
    return of->place_count;
}

static size_t find_level(const struct forecast *of, const char *id)
{
    for (size_t index = 0; index < of->level_count; index++) {
        if (strcmp(of->levels[index].id, id) == 0) {
            return index;
        }
    }
    return of->level_count;
}

/* Where the places and levels that both have stand on each side. */
struct shared_axes {
    size_t *places[2];
    size_t *levels[2];
};

/* An id alone names a thing where no file said more. */
static struct name better_name(const struct name *a, const struct name *b)
{
    return strcmp(a->id, a->text[ENGLISH]) == 0 || strcmp(a->text[CHINESE], a->text[ENGLISH]) == 0 ? *b : *a;
}

static void share_places(struct forecast_comparison *self, struct pool *pool, struct shared_axes *axes)
{
    const struct forecast *a = self->sides[0];
    const struct forecast *b = self->sides[1];
    struct forecast_place *places = pool_array(pool, a->place_count, sizeof *places);

    axes->places[0] = pool_array(pool, a->place_count, sizeof *axes->places[0]);
    axes->places[1] = pool_array(pool, a->place_count, sizeof *axes->places[1]);
    for (size_t index = 0; index < a->place_count; index++) {
        /* most often both have the same places in the same order */
        const size_t near = self->place_count < b->place_count ? self->place_count : 0;
        const bool same = b->place_count > 0 && strcmp(a->places[index].town, b->places[near].town) == 0 &&
                          strcmp(a->places[index].area, b->places[near].area) == 0;
        const size_t other = same ? near : find_place(b, &a->places[index]);

        if (other < b->place_count) {
            places[self->place_count] = a->places[index];
            places[self->place_count].name = better_name(&a->places[index].name, &b->places[other].name);
            axes->places[0][self->place_count] = index;
            axes->places[1][self->place_count++] = other;
        }
    }
    self->places = places;
    self->missing_places[0] = a->place_count - self->place_count;
    self->missing_places[1] = b->place_count - self->place_count;
}

static void share_levels(struct forecast_comparison *self, struct pool *pool, struct shared_axes *axes)
{
    const struct forecast *a = self->sides[0];
    const struct forecast *b = self->sides[1];
    struct name *levels = pool_array(pool, a->level_count, sizeof *levels);

    axes->levels[0] = pool_array(pool, a->level_count, sizeof *axes->levels[0]);
    axes->levels[1] = pool_array(pool, a->level_count, sizeof *axes->levels[1]);
    for (size_t index = 0; index < a->level_count; index++) {
        const size_t other = find_level(b, a->levels[index].id);

        if (other < b->level_count) {
            levels[self->level_count] = better_name(&a->levels[index], &b->levels[other]);
            axes->levels[0][self->level_count] = index;
            axes->levels[1][self->level_count++] = other;
        }
    }
    self->levels = levels;
    self->missing_levels[0] = a->level_count - self->level_count;
    self->missing_levels[1] = b->level_count - self->level_count;
}

static const struct forecast_row *shared_rows(const struct forecast_comparison *self, struct pool *pool,
                                              const struct shared_axes *axes, size_t side)
{
    struct forecast_row *rows = pool_array(pool, comparison_cells(self), sizeof *rows);
    size_t at = 0;

    for (int year = self->first_year; year <= self->last_year; year++) {
        for (size_t place = 0; place < self->place_count; place++) {
            for (size_t level = 0; level < self->level_count; level++) {
                rows[at++] =
                    *forecast_row(self->sides[side], year, axes->places[side][place], axes->levels[side][level]);
            }
        }
    }
    return rows;
}

static bool same_value(const struct setting *a, const struct setting *b, int year)
{
    if (a->word != NULL || b->word != NULL) {
        return a->word != NULL && b->word != NULL && strcmp(a->word, b->word) == 0;
    }
    return setting_number(a, year) == setting_number(b, year);
}

/* The years up to the last that both run in which the settings differ. */
static bool differing_years(const struct forecast_comparison *self, const struct setting *a, const struct setting *b,
                            int *first, int *last)
{
    const bool yearly = a->years > 1 || b->years > 1;
    const int begin = a->years > 1 ? a->first_year : yearly ? b->first_year : self->first_year;
    bool differ = false;

    for (int year = begin; year <= (yearly ? self->last_year : begin); year++) {
        if (!same_value(a, b, year)) {
            *first = differ ? *first : year;
            *last = year;
            differ = true;
        }
    }
    if (differ && !yearly) {
        *first = 0;
        *last = 0;
    }
    return differ;
}

static bool one_same(const struct setting *a, const struct setting *b, int first, int last)
{
    if (a == NULL || b == NULL) {
        return a == b;
    }
    for (int year = first; year <= last; year++) {
        if (!same_value(a, b, year)) {
            return false;
        }
    }
    return true;
}

/* Whether the change is the same as another key's. */
static bool changes_alike(const struct forecast_comparison *self, const struct setting_change *a,
                          const struct setting_change *b)
{
    const int first = a->first_differing == 0 ? self->first_year : a->first_differing;

    return a->parameter == b->parameter && a->first_differing == b->first_differing &&
           a->last_differing == b->last_differing && one_same(a->sides[0], b->sides[0], first, self->last_year) &&
           one_same(a->sides[1], b->sides[1], first, self->last_year);
}

/* Changes as they are found: keys that change alike are one. */
struct change_list {
    struct setting_change *items;
    size_t count;
};

/* So many changes before are looked at for one that is alike: of more, each key that differs stands by itself. */
enum { ALIKE_LOOKED_AT = 64 };

/* The change that the key's belongs to, which may be a new one. */
static size_t change_of(const struct forecast_comparison *self, struct change_list *list,
                        const struct setting_change *change)
{
    for (size_t back = 1; back <= list->count && back <= ALIKE_LOOKED_AT; back++) {
        const size_t index = list->count - back;

        if (changes_alike(self, &list->items[index], change)) {
            return index;
        }
    }
    list->items[list->count] = *change;
    return list->count++;
}

/* Gives the changes from `first` on their keys; `belongs` [keys]: the change of each, or ID_NONE. */
static void take_keys(struct change_list *list, size_t first, const struct setting *settings, const size_t *belongs,
                      size_t keys, struct pool *pool)
{
    const char **room = pool_array(pool, keys, sizeof *room);

    for (size_t index = first; index < list->count; index++) {
        list->items[index].all_keys = list->items[index].key_count == keys && keys > 1;
        list->items[index].keys = room;
        room += list->items[index].key_count;
        list->items[index].key_count = 0;
    }
    for (size_t key = 0; key < keys; key++) {
        if (belongs[key] != ID_NONE) {
            struct setting_change *item = &list->items[belongs[key]];

            item->keys[item->key_count++] = settings[key].key;
        }
    }
}

/* Settings of one parameter on a side. */
struct settings_of {
    const struct setting *items;
    size_t count;
};

static struct settings_of settings_of(const struct forecast *of, size_t parameter)
{
    struct settings_of self = { of->settings, 0 };
    size_t first = 0;

    while (first < of->setting_count && of->settings[first].parameter < parameter) {
        first++;
    }
    self.items = &of->settings[first];
    while (first + self.count < of->setting_count && self.items[self.count].parameter == parameter) {
        self.count++;
    }
    return self;
}

static const struct setting *find_setting(const struct settings_of *self, const char *key, size_t near)
{
    if (near < self->count && strcmp(self->items[near].key, key) == 0) {
        return &self->items[near];
    }
    for (size_t index = 0; index < self->count; index++) {
        if (strcmp(self->items[index].key, key) == 0) {
            return &self->items[index];
        }
    }
    return NULL;
}

static void compare_parameter(const struct forecast_comparison *self, struct change_list *list, struct pool *pool,
                              size_t parameter)
{
    const struct settings_of a = settings_of(self->sides[0], parameter);
    const struct settings_of b = settings_of(self->sides[1], parameter);
    const bool keyed = parameter_rows[parameter].axis != AXIS_NONE;
    const size_t first = list->count;
    size_t *belongs = mem_array(a.count, sizeof *belongs);

    for (size_t key = 0; key < a.count; key++) {
        const struct setting *other = find_setting(&b, a.items[key].key, key);
        struct setting_change change = { .parameter = (enum parameter)parameter, .sides = { &a.items[key], other } };

        /* a project that one side does not have is no change of its values, but of the list of projects */
        belongs[key] = ID_NONE;
        if (other != NULL &&
            differing_years(self, &a.items[key], other, &change.first_differing, &change.last_differing)) {
            belongs[key] = change_of(self, list, &change);
            list->items[belongs[key]].key_count += keyed;
        }
    }
    if (list->count > first && keyed) {
        take_keys(list, first, a.items, belongs, a.count, pool);
    }
    free(belongs);
}

static void compare_settings(struct forecast_comparison *self, struct pool *pool)
{
    struct change_list list = { pool_array(pool, self->sides[0]->setting_count, sizeof *list.items), 0 };

    for (size_t parameter = 0; parameter < PARAMETERS; parameter++) {
        compare_parameter(self, &list, pool, parameter);
    }
    self->settings = list.items;
    self->setting_count = list.count;
}

/* The name of a model's file without the model's: models may be copies under other names. */
static const char *own_name(const struct forecast_file *file)
{
    const char *slash = strchr(file->name, '/');

    return slash == NULL ? file->name : slash + 1;
}

static const struct forecast_file *find_file(const struct forecast *of, const char *name)
{
    for (size_t index = 0; index < of->file_count; index++) {
        if (of->files[index].of_model && strcmp(own_name(&of->files[index]), name) == 0) {
            return &of->files[index];
        }
    }
    return NULL;
}

static void compare_files(struct forecast_comparison *self, struct pool *pool)
{
    const struct forecast *a = self->sides[0];
    const struct forecast *b = self->sides[1];
    struct file_change *changes = pool_array(pool, a->file_count + b->file_count, sizeof *changes);

    for (size_t index = 0; index < a->file_count; index++) {
        const char *name = own_name(&a->files[index]);
        const struct forecast_file *other = find_file(b, name);

        if (a->files[index].of_model && (other == NULL || strcmp(other->sha256, a->files[index].sha256) != 0)) {
            changes[self->file_count++] = (struct file_change) { name, other == NULL ? FILE_GONE : FILE_CHANGED };
        }
    }
    for (size_t index = 0; index < b->file_count; index++) {
        const char *name = own_name(&b->files[index]);

        if (b->files[index].of_model && find_file(a, name) == NULL) {
            changes[self->file_count++] = (struct file_change) { name, FILE_ADDED };
        }
    }
    self->files = changes;
}

bool forecast_comparison_make(struct forecast_comparison *self, struct pool *pool, const struct forecast *a,
                              const struct forecast *b)
{
    struct shared_axes axes;

    *self = (struct forecast_comparison) { .sides = { a, b },
                                           .first_year = a->first_year > b->first_year ? a->first_year : b->first_year,
                                           .last_year = a->last_year < b->last_year ? a->last_year : b->last_year };
    share_places(self, pool, &axes);
    share_levels(self, pool, &axes);
    if (self->last_year < self->first_year || self->place_count == 0 || self->level_count == 0) {
        return false;
    }
    for (size_t side = 0; side < 2; side++) {
        self->rows[side] = shared_rows(self, pool, &axes, side);
    }
    compare_settings(self, pool);
    compare_files(self, pool);
    return true;
}

size_t comparison_cells(const struct forecast_comparison *self)
{
    return ((size_t)(self->last_year - self->first_year) + 1) * self->place_count * self->level_count;
}

size_t comparison_cell(const struct forecast_comparison *self, int year, size_t place, size_t level)
{
    return ((size_t)(year - self->first_year) * self->place_count + place) * self->level_count + level;
}

double comparison_change(const struct forecast_comparison *self, size_t cell)
{
    return self->rows[1][cell].gap - self->rows[0][cell].gap;
}

double comparison_share(const struct forecast_comparison *self, size_t cause, size_t cell)
{
    return self->shares[cause * comparison_cells(self) + cell];
}

size_t comparison_district(const struct forecast_comparison *self)
{
    for (size_t place = 0; place < self->place_count; place++) {
        if (self->places[place].town[0] == '\0' && self->places[place].area[0] == '\0') {
            return place;
        }
    }
    return self->place_count - 1;
}

int comparison_year(const struct forecast_comparison *self, size_t place, size_t level)
{
    int most = self->first_year;

    for (int year = self->first_year + 1; year <= self->last_year; year++) {
        if (fabs(comparison_change(self, comparison_cell(self, year, place, level))) >
            fabs(comparison_change(self, comparison_cell(self, most, place, level)))) {
            most = year;
        }
    }
    return most;
}

double comparison_residual(const struct forecast_comparison *self)
{
    double residual = 0;

    for (size_t cell = 0; self->cause_count > 0 && cell < comparison_cells(self); cell++) {
        double sum = 0;

        for (size_t cause = 0; cause < self->cause_count; cause++) {
            sum += comparison_share(self, cause, cell);
        }
        const double left = fabs(comparison_change(self, cell) - sum);

        residual = left > residual ? left : residual; /* not where NAN */
    }
    return residual;
}
