#include "model_reader.h"

#include <string.h>
#include <sys/stat.h>

#include "backtest_reader.h"
#include "calibration_reader.h"
#include "district_reader.h"
#include "education_reader.h"
#include "file_path.h"
#include "housing_reader.h"
#include "level_reader.h"
#include "mem.h"
#include "model_source.h"
#include "plan_reader.h"
#include "population_reader.h"
#include "project_reader.h"
#include "town_reader.h"
#include "vital_reader.h"

static bool check_folder(const char *folder, struct place named_at, struct problems *problems)
{
    const struct place place =
        named_at.file != NULL ? named_at : (struct place) { problems_file(problems, folder), 0, 0 };
    const struct slot slots[] = { { "file", folder }, { NULL, NULL } };
    struct stat about;

    if (stat(folder, &about) != 0) {
        report(problems, place, MESSAGE_MODEL_MISSING, slots);
        return false;
    }
    if (!S_ISDIR(about.st_mode)) {
        report(problems, place, MESSAGE_MODEL_NOT_FOLDER, slots);
        return false;
    }
    return true;
}

/* Reads on as far as what follows does not hang on what is broken, so that one defect gives one problem. */
static void read_all(struct model_source *source)
{
    const bool district = district_read(source);
    const bool towns = towns_read(source);
    const bool people = towns && population_read(source);
    const bool housing = people && housing_read(source);

    if (people) {
        vital_read(source);
    }
    if (people && district) {
        backtest_read(source);
    }
    if (people && district && levels_check_ages(source)) {
        education_read(source);
        if (housing) {
            projects_read(source);
        }
        plan_read(source);
        calibration_read(source);
    }
}

bool model_read_named(struct model *model, const char *folder, struct place named_at, struct problems *problems)
{
    struct model_source source;
    const size_t errors = problems->errors;

    if (!check_folder(folder, named_at, problems)) {
        return false;
    }
    model->folder = pool_text(&model->pool, folder, strlen(folder));
    model->name.id = path_base(&model->pool, folder);
    if (model_source_open(&source, model, (struct place) { NULL, 0, 0 }, problems)) {
        read_all(&source);
    }
    model_source_free(&source);
    return problems->errors == errors;
}

bool model_read(struct model *model, const char *folder, struct problems *problems)
{
    return model_read_named(model, folder, (struct place) { NULL, 0, 0 }, problems);
}
