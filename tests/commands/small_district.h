/**
 * A copy of the model of five grades and four in a folder of the test's own, with a scenario beside it, so that a test
 * can break one thing and see what the program says.
 */
#ifndef SMALL_DISTRICT_H
#define SMALL_DISTRICT_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support.h"

#include <criterion/criterion.h>
#include <dirent.h>
#include <sys/stat.h>

struct small_district {
    char *folder;   /**< Holds all of it, and whatever the program is told to write there. */
    char *model;    /**< folder/model */
    char *scenario; /**< folder/small.yaml: the model as it is, 2020 to 2025. */
};

static inline void small_copy(const char *from, const char *to)
{
    DIR *folder = opendir(from);

    cr_assert_not_null(folder, "%s", from);
    for (const struct dirent *entry = readdir(folder); entry != NULL; entry = readdir(folder)) {
        if (entry->d_name[0] == '.') {
            continue;
        }
        size_t length = 0;
        char *source = joined_path(from, entry->d_name);
        char *target = joined_path(to, entry->d_name);
        char *text = file_text(source, &length);

        file_write_bytes(target, text, length);
        free(text);
        free(target);
        free(source);
    }
    closedir(folder);
}

static inline struct small_district small_district(void)
{
    struct small_district self = { .folder = temporary_folder() };
    char *from = source_path("tests/models/fivefour");

    self.model = joined_path(self.folder, "model");
    self.scenario = joined_path(self.folder, "small.yaml");
    cr_assert_eq(mkdir(self.model, 0777), 0);
    small_copy(from, self.model);
    file_write(self.scenario, "format: 1\nmodel: model\nhorizon: {first: 2020, last: 2025}\n");
    free(from);
    return self;
}

static inline void small_district_free(struct small_district *self)
{
    temporary_folder_remove(self->folder);
    free(self->model);
    free(self->scenario);
}

/** Writes a table of the model anew, or takes it away (NULL). */
static inline void small_table(const struct small_district *self, const char *name, const char *text)
{
    char *path = joined_path(self->model, name);

    if (text == NULL) {
        cr_assert_eq(remove(path), 0, "%s", path);
    } else {
        file_write(path, text);
    }
    free(path);
}

/** Adds text to the end of a file of the model. */
static inline void small_append(const struct small_district *self, const char *name, const char *text)
{
    char *path = joined_path(self->model, name);
    char *before = file_text(path, NULL);
    char *whole = malloc(strlen(before) + strlen(text) + 1);

    cr_assert_not_null(whole);
    file_write(path, strcat(strcpy(whole, before), text));
    free(whole);
    free(before);
    free(path);
}

/** Replaces the one `from` in a table of the model by `to`. */
static inline void small_change(const struct small_district *self, const char *name, const char *from, const char *to)
{
    char *path = joined_path(self->model, name);
    char *text = file_text(path, NULL);
    const char *at = strstr(text, from);

    cr_assert(at != NULL && strstr(at + 1, from) == NULL, "%s has not one '%s'", name, from);
    const size_t size = strlen(text) + strlen(to) + 1;
    char *changed = malloc(size);

    cr_assert_not_null(changed);
    snprintf(changed, size, "%.*s%s%s", (int)(at - text), text, to, at + strlen(from));
    file_write(path, changed);
    free(changed);
    free(text);
    free(path);
}

/** Runs the scenario in the folder, in English, with up to three more arguments. */
static inline struct run small_run(const struct small_district *self, const char *first, const char *second,
                                   const char *third)
{
    const struct run_options options = { .folder = self->folder };

    return run_program_with(ARGUMENTS("--lang", "en", "run", "small.yaml", first, second, third), &options);
}

/** Whether anything of this name stands in the folder. */
static inline bool small_has(const struct small_district *self, const char *name)
{
    char *path = joined_path(self->folder, name);
    const bool has = file_exists(path);

    free(path);
    return has;
}

#endif
