#include "check_command.h"

#include <stdio.h>
#include <sys/stat.h>
#include <sysexits.h>
#include <unistd.h>

#include "answer.h"
#include "arguments.h"
#include "model_reader.h"
#include "problems_json.h"
#include "resolve.h"
#include "say.h"

static bool is_folder(const char *path)
{
    struct stat status;

    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static void answer_check(struct answer *answer, const char *path, bool good, const struct problems *problems,
                         enum language language)
{
    json_object(&answer->json, JSON_LINES);
    json_text_member(&answer->json, "path", path);
    json_boolean_member(&answer->json, "good", good);
    problems_json(&answer->json, problems, language);
    json_close(&answer->json);
}

/* Reads one scenario or model; says that it is good, or all that is wrong with it. */
static int check_one(const char *path, enum language language, struct answer *answer)
{
    struct problems problems = { .count = 0 };
    struct inputs inputs = { .scenario = { .name = NULL } };
    const bool good =
        is_folder(path) ? model_read(&inputs.model, path, &problems) : inputs_read(&inputs, path, &problems);
    const int status = access(path, F_OK) != 0 ? EX_NOINPUT : EX_DATAERR;

    if (answer->asked) {
        answer_check(answer, path, good, &problems, language);
    } else {
        problems_print(&problems, stderr, language);
    }
    if (good && !answer->asked) {
        printf(language == CHINESE ? "%s：没有问题\n" : "%s: no problems\n", path);
    }
    model_free(&inputs.model);
    problems_free(&problems);
    return good ? EX_OK : status;
}

static int check_all(char **paths, int count, enum language language, struct answer *answer)
{
    int status = EX_OK;

    for (int at = 0; at < count; at++) {
        const int one = check_one(paths[at], language, answer);

        status = status == EX_OK ? one : status;
    }
    return status;
}

int check_command(int argc, char **argv, enum language language)
{
    struct answer answer = { .asked = false };

    if (!arguments_json_alone(argc, argv, language, &answer.asked)) {
        return EX_USAGE;
    }
    if (argc == optind) {
        say(language, MESSAGE_USAGE_NOTHING_TO_DO, SLOTS({ "verb", argv[0] }));
        return EX_USAGE;
    }
    if (!answer.asked) {
        return check_all(&argv[optind], argc - optind, language, &answer);
    }
    const struct problems none = { .count = 0 }; /* each path has its own */

    answer_begin(&answer, argv[0]);
    json_key(&answer.json, "checked");
    json_array(&answer.json, JSON_LINES);
    const int status = check_all(&argv[optind], argc - optind, language, &answer);

    json_close(&answer.json);
    return answer_end(&answer, &none, language, status);
}
