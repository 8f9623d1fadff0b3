#include "compare_side.h"

#include <math.h>
#include <string.h>
#include <sys/stat.h>
#include <sysexits.h>

#include "file_hash.h"
#include "file_path.h"
#include "number.h"
#include "past_result.h"
#include "plausible.h"
#include "resolve.h"
#include "single_run.h"
#include "table_place.h"

/* What gap.csv and a run may differ by: the figures there read back exactly. */
static const double rounding = 1e-6;

/* The result's row of a school year. */
static const struct gap *gap_of(const struct compare_side *self, int year, size_t place, size_t level)
{
    const struct model *model = &self->inputs.model;

    return result_gap(&self->result, model, (size_t)(year - model->base_year), place, level);
}

static const struct forecast_place *places_of(struct pool *pool, const struct model *model)
{
    const size_t count = gap_places(model);
    struct forecast_place *places = pool_array(pool, count, sizeof *places);

    for (size_t index = 0; index < count; index++) {
        const struct table_place place = table_place(model, index);
        const struct name *name = index < model->town_count ? &model->towns[index].name
                                  : index < count - 1       ? &model->areas[index - model->town_count]
                                                            : &model->name;

        places[index] = (struct forecast_place) { place.area == NULL ? "" : place.area,
                                                  index < model->town_count ? place.town : "", *name };
    }
    return places;
}

static const struct name *levels_of(struct pool *pool, const struct model *model)
{
    struct name *levels = pool_array(pool, model->level_count, sizeof *levels);

    for (size_t level = 0; level < model->level_count; level++) {
        levels[level] = model->levels[level].name;
    }
    return levels;
}

static const struct forecast_row *rows_of(struct compare_side *self)
{
    const struct model *model = &self->inputs.model;
    const struct forecast *of = &self->forecast;
    const size_t years = (size_t)(of->last_year - of->first_year) + 1;
    struct forecast_row *rows = pool_array(&self->pool, years * of->place_count * of->level_count, sizeof *rows);
    size_t at = 0;

    for (int year = of->first_year; year <= of->last_year; year++) {
        for (size_t place = 0; place < of->place_count; place++) {
            for (size_t level = 0; level < model->level_count; level++) {
                const struct gap *gap = gap_of(self, year, place, level);

                rows[at++] = (struct forecast_row) { gap->demand, gap->seats, gap->gap };
            }
        }
    }
    return rows;
}

/* The word that files have for the value; NULL for a number. */
static const char *word_of(const struct model *model, const struct parameter_row *row, double value, struct pool *pool)
{
    if (row->type == PARAMETER_SWITCH) {
        return value != 0 ? "yes" : "no";
    }
    if (row->type == PARAMETER_CHOICE) {
        return row->words[(size_t)value].id;
    }
    if (row->type == PARAMETER_TOWN) {
        return model->towns[(size_t)value].name.id;
    }
    if (row->type == PARAMETER_YEAR) {
        const struct number_text year = number_text(value);

        return value == NEVER ? "never" : pool_text(pool, year.text, strlen(year.text));
    }
    return NULL;
}

static void take_setting(struct compare_side *self, enum parameter parameter, size_t key, struct setting *setting)
{
    const struct model *model = &self->inputs.model;
    const struct scenario *scenario = &self->inputs.scenario;
    const struct parameter_layout *layout = &scenario->layout;
    const struct parameter_row *row = &parameter_rows[parameter];
    const char *id = axis_key(model, row->axis, key);
    const double *numbers = &scenario->values[parameter_index(layout, parameter, key, layout->first_year)];

    *setting = (struct setting) { .parameter = parameter,
                                  .key = id == NULL ? "" : id,
                                  .first_year = layout->first_year,
                                  .years = row->type == PARAMETER_PATH ? layout->years : 1,
                                  .numbers = numbers,
                                  .word = word_of(model, row, numbers[0], &self->pool) };
}

static void take_settings(struct compare_side *self)
{
    const struct parameter_layout *layout = &self->inputs.scenario.layout;
    size_t count = 0;

    for (size_t parameter = 0; parameter < PARAMETERS; parameter++) {
        count += layout->keys[parameter];
    }
    struct setting *settings = pool_array(&self->pool, count, sizeof *settings);

    self->forecast.settings = settings;
    for (size_t parameter = 0; parameter < PARAMETERS; parameter++) {
        for (size_t key = 0; key < layout->keys[parameter]; key++) {
            take_setting(self, (enum parameter)parameter, key, &settings[self->forecast.setting_count++]);
        }
    }
}

/* The model's files, which are those that stand in a folder. */
static bool take_files(struct compare_side *self, struct problems *problems)
{
    const struct model *model = &self->inputs.model;
    struct forecast_file *files = pool_array(&self->pool, model->file_count, sizeof *files);

    for (size_t index = 0; index < model->file_count; index++) {
        struct hash_text hash;
        double bytes = 0;

        if (!file_hash(model->files[index].path, &hash, &bytes)) {
            report(problems, (struct place) { .file = NULL }, MESSAGE_FILE_MISSING,
                   SLOTS({ "file", model->files[index].path }));
            return false;
        }
        files[index] =
            (struct forecast_file) { model->files[index].name, pool_text(&self->pool, hash.text, strlen(hash.text)),
                                     strchr(model->files[index].name, '/') != NULL };
    }
    self->forecast.files = files;
    self->forecast.file_count = model->file_count;
    return true;
}

/* What a scenario says, after it was run. */
static bool take_forecast(struct compare_side *self, const char *path, struct problems *problems)
{
    const struct model *model = &self->inputs.model;
    const struct scenario *scenario = &self->inputs.scenario;

    self->forecast = (struct forecast) { .path = path,
                                         .version = XUEWEI_VERSION,
                                         .scenario = scenario->name,
                                         .title = { scenario->title[CHINESE], scenario->title[ENGLISH] },
                                         .model = model->name.id,
                                         .first_year = scenario->first_year,
                                         .last_year = scenario->last_year,
                                         .place_count = gap_places(model),
                                         .places = places_of(&self->pool, model),
                                         .level_count = model->level_count,
                                         .levels = levels_of(&self->pool, model) };
    self->forecast.rows = rows_of(self);
    take_settings(self);
    return take_files(self, problems);
}

static int read_scenario(struct compare_side *self, const char *path, size_t threads, struct problems *problems)
{
    if (!inputs_read(&self->inputs, path, problems)) {
        return EX_DATAERR;
    }
    single_run(&self->inputs, KEEP_GAPS, threads, &self->memory, &self->result);
    self->has_inputs = true;
    return plausible(&self->inputs, &self->result, problems) && take_forecast(self, path, problems) ? EX_OK
                                                                                                    : EX_DATAERR;
}

static const char *after_slash(const char *name)
{
    const char *slash = strchr(name, '/');

    return slash == NULL ? name : slash + 1;
}

/* Whether the record has a file of the model with that name and content. */
static bool has_file(const struct forecast *of, const char *name, const char *sha256)
{
    for (size_t index = 0; index < of->file_count; index++) {
        if (of->files[index].of_model && strcmp(after_slash(of->files[index].name), name) == 0) {
            return strcmp(of->files[index].sha256, sha256) == 0;
        }
    }
    return false;
}

/* Whether the model that was read has the very files of the record, and no others. */
static bool same_files(const struct forecast *of, const struct model *model)
{
    size_t recorded = 0;
    size_t read = 0;

    for (size_t index = 0; index < of->file_count; index++) {
        recorded += of->files[index].of_model;
    }
    for (size_t index = 0; index < model->file_count; index++) {
        struct hash_text hash;
        double bytes = 0;

        if (strchr(model->files[index].name, '/') == NULL) {
            continue; /* resolved.yaml, which stands for the scenario and what it extends */
        }
        if (!file_hash(model->files[index].path, &hash, &bytes) ||
            !has_file(of, after_slash(model->files[index].name), hash.text)) {
            return false;
        }
        read++;
    }
    return read == recorded;
}

/* Takes the names in both languages that the model has, where the table has Chinese alone. */
static void take_names(struct compare_side *self)
{
    self->forecast.places = places_of(&self->pool, &self->inputs.model);
    self->forecast.levels = levels_of(&self->pool, &self->inputs.model);
}

/* Whether the folder's table is what this version makes of the same inputs; another version may make another. */
static bool check_gaps(const struct compare_side *self, const char *table, struct problems *problems)
{
    const struct forecast *of = &self->forecast;

    for (int year = of->first_year; year <= of->last_year; year++) {
        for (size_t row = 0; row < of->place_count * of->level_count; row++) {
            const size_t place = row / of->level_count;
            const size_t level = row % of->level_count;
            const double gap = forecast_row(of, year, place, level)->gap;
            const double off = compare_side_other_version(self, year, place, level);

            if (fabs(off) > rounding * (1 + fabs(gap))) {
                report(problems, (struct place) { .file = problems_file(problems, table) }, MESSAGE_PAST_GAP_CHANGED,
                       SLOTS({ "year", number_text(year).text },
                             { "place", of->places[place].town[0] != '\0'   ? of->places[place].town
                                        : of->places[place].area[0] != '\0' ? of->places[place].area
                                                                            : "total" },
                             { "level", of->levels[level].id }, { "found", number_text(gap).text },
                             { "expected", number_text(gap - off).text }));
                return false;
            }
        }
    }
    return true;
}

static bool fits_table(const struct compare_side *self)
{
    const struct forecast *of = &self->forecast;
    const struct model *model = &self->inputs.model;

    return of->first_year >= model->base_year && of->last_year == self->inputs.scenario.last_year &&
           of->first_year == self->inputs.scenario.first_year && of->place_count == gap_places(model) &&
           of->level_count == model->level_count;
}

/* The model is as it was and this version wrote the file: what is wrong with it somebody has done to it. */
static int reread(struct compare_side *self, const char *resolved, struct problems *problems)
{
    model_free(&self->inputs.model);
    inputs_read(&self->inputs, resolved, problems);
    return EX_DATAERR;
}

static int read_result(struct compare_side *self, const char *path, size_t threads, struct problems *problems)
{
    struct problems aside = { .count = 0 };

    if (!past_result_read(&self->forecast, &self->pool, path, problems)) {
        return EX_DATAERR;
    }
    /* what cannot be read any more only means that the change is not shared out */
    const char *resolved = path_from(&self->pool, path, "resolved.yaml");
    const bool readable = inputs_read(&self->inputs, resolved, &aside);
    const bool same = same_files(&self->forecast, &self->inputs.model);

    problems_free(&aside);
    if (!readable && same && strcmp(self->forecast.version, XUEWEI_VERSION) == 0) {
        return reread(self, resolved, problems);
    }
    if (!readable || !same || !fits_table(self)) {
        return EX_OK;
    }
    self->has_inputs = true;
    single_run(&self->inputs, KEEP_GAPS, threads, &self->memory, &self->result);
    take_names(self);
    if (strcmp(self->forecast.version, XUEWEI_VERSION) != 0) {
        return EX_OK;
    }
    return check_gaps(self, path_from(&self->pool, path, "gap.csv"), problems) ? EX_OK : EX_DATAERR;
}

int compare_side_read(struct compare_side *self, const char *path, size_t threads, struct problems *problems)
{
    struct stat about;
    const struct place whole = { .file = problems_file(problems, path) };

    if (stat(path, &about) != 0) {
        report(problems, (struct place) { .file = NULL }, MESSAGE_COMPARE_MISSING, SLOTS({ "file", path }));
        return EX_NOINPUT;
    }
    if (S_ISDIR(about.st_mode)) {
        return read_result(self, path, threads, problems);
    }
    if (!S_ISREG(about.st_mode)) {
        report(problems, whole, MESSAGE_COMPARE_NEITHER, NULL);
        return EX_DATAERR;
    }
    return read_scenario(self, path, threads, problems);
}

double compare_side_other_version(const struct compare_side *self, int year, size_t place, size_t level)
{
    if (!self->has_inputs || !self->forecast.is_result) {
        return 0;
    }
    return forecast_row(&self->forecast, year, place, level)->gap - gap_of(self, year, place, level)->gap;
}

void compare_side_free(struct compare_side *self)
{
    block_memory_free(&self->memory);
    model_free(&self->inputs.model);
    pool_free(&self->pool);
    *self = (struct compare_side) { .has_inputs = false };
}
