#include "resolved.h"

#include <string.h>

#include <yaml.h>

#include "small_result.h"
#include "support.h"

#include <criterion/criterion.h>

static char *resolved(const struct inputs *inputs, const char *model)
{
    char *text = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&text, &length);

    resolved_write(stream, inputs, model);
    fclose(stream);
    return text;
}

/* The text as a YAML document; yaml_document_delete(). */
static yaml_document_t parsed(const char *text)
{
    yaml_parser_t parser;
    yaml_document_t document;

    yaml_parser_initialize(&parser);
    yaml_parser_set_input_string(&parser, (const unsigned char *)text, strlen(text));
    cr_assert(yaml_parser_load(&parser, &document), "%s:\n%s", parser.problem, text);
    yaml_parser_delete(&parser);
    return document;
}

/* The scalar at the keys, or a failure. */
static const char *at(yaml_document_t *document, const char *const *keys)
{
    yaml_node_t *node = yaml_document_get_root_node(document);

    for (; *keys != NULL; keys++) {
        yaml_node_t *found = NULL;

        cr_assert_eq(node->type, YAML_MAPPING_NODE, "no map to look up %s in", *keys);
        for (yaml_node_pair_t *pair = node->data.mapping.pairs.start; pair < node->data.mapping.pairs.top; pair++) {
            const yaml_node_t *key = yaml_document_get_node(document, pair->key);
            if (strcmp((const char *)key->data.scalar.value, *keys) == 0) {
                cr_assert_null(found, "%s twice", *keys);
                found = yaml_document_get_node(document, pair->value);
            }
        }
        cr_assert_not_null(found, "no key %s", *keys);
        node = found;
    }
    cr_assert_eq(node->type, YAML_SCALAR_NODE);
    return (const char *)node->data.scalar.value;
}

#define AT(document, ...) at((document), (const char *const[]) { __VA_ARGS__, NULL })

Test(resolved, every_parameter_is_there_for_every_key)
{
    struct small_result small;
    small_result_begin(&small);
    char *text = resolved(&small.inputs, "../../models/small");
    yaml_document_t document = parsed(text);

    for (size_t parameter = 0; parameter < PARAMETERS; parameter++) {
        const struct parameter_row *row = &parameter_rows[parameter];
        char section[64] = "";
        memcpy(section, row->name, strcspn(row->name, "."));
        const char *key = strchr(row->name, '.') + 1;

        for (size_t of = 0; of < small.inputs.scenario.layout.keys[parameter]; of++) {
            if (row->axis == AXIS_NONE) {
                AT(&document, section, key);
            } else {
                AT(&document, section, key, axis_key(&small.inputs.model, row->axis, of));
            }
        }
    }
    cr_assert_str_eq(AT(&document, "format"), "1");
    cr_assert_str_eq(AT(&document, "model"), "../../models/small");
    cr_assert_str_eq(AT(&document, "horizon", "first"), "2021");
    cr_assert_str_eq(AT(&document, "horizon", "last"), "2024");
    yaml_document_delete(&document);
    free(text);
    small_result_free(&small);
}

Test(resolved, values_stand_in_their_own_words)
{
    struct small_result small;
    small_result_begin(&small);
    small_result_set(&small, PARAMETER_SUPPLY_CANCELLED, 1, 1);
    small_result_set(&small, PARAMETER_SUPPLY_OPENING, 0, OPENING_NOMINAL);
    small_result_set(&small, PARAMETER_SUPPLY_DELAY_YEARS, BUILDER_DEVELOPER, -2);
    small_result_set(&small, PARAMETER_NORMS_MIGRANT_SHARE, 1, 0.1 + 0.2);
    small_result_set(&small, PARAMETER_SUPPLY_BACKLOG, 0, -0.0);
    const struct parameter_layout *layout = &small.inputs.scenario.layout;
    for (int year = 2020; year <= 2024; year++) {
        small.values[parameter_index(layout, PARAMETER_FERTILITY_MULTIPLIER, 0, year)] = 1 + (year - 2020) * 0.1;
        small.values[parameter_index(layout, PARAMETER_ENROLMENT_RATE_MULTIPLIER, 1, year)] = year == 2024 ? 1.5 : 1;
    }
    char *text = resolved(&small.inputs, "m");

    assert_contains(text, "fertility:\n  multiplier: {2020: 1, 2021: 1.1, 2022: 1.2, 2023: 1.3, 2024: 1.4}\n");
    assert_contains(
        text, "  rate_multiplier:\n    primary: 1\n    junior: {2020: 1, 2021: 1, 2022: 1, 2023: 1, 2024: 1.5}\n");
    assert_contains(text, "  cancelled:\n    P1: no\n    P2: yes\n    P3: no\n    P4: no\n");
    assert_contains(text, "  opening: nominal\n");
    assert_contains(text, "    developer: -2\n");
    assert_contains(text, "  undated_completion: never\n");
    assert_contains(text, "    t2: 0.30000000000000004\n");
    assert_contains(text, "  backlog:\n    primary: 0\n");
    free(text);

    small_result_set(&small, PARAMETER_SUPPLY_UNDATED_COMPLETION, 0, 2025);
    text = resolved(&small.inputs, "m");
    assert_contains(text, "  undated_completion: 2025\n");
    free(text);
    small_result_free(&small);
}

/* Each breaks a text that is written carelessly. */
static const char *const hostile[] = { "",
                                       "\"",
                                       "\\",
                                       "a: b # c",
                                       "{[*&!|>'%@`",
                                       "yes",
                                       "two\nlines\n",
                                       " around ",
                                       "tab\there\r",
                                       "\x01\x1f\x7f",
                                       "next\xC2\x85line",
                                       "no-break\xC2\xA0space",
                                       "parted\xE2\x80\xA8 by\xE2\x80\xA9 separators",
                                       "\xEF\xBB\xBFmark",
                                       "中文“引号”——\xF0\x9F\x8E\x93",
                                       "---\n...\n" };

Test(resolved, texts_come_back_whatever_they_hold)
{
    for (size_t i = 0; i < sizeof hostile / sizeof hostile[0]; i++) {
        struct small_result small;
        small_result_begin(&small);
        small.inputs.scenario.title[CHINESE] = hostile[i];
        small.inputs.scenario.question[ENGLISH] = hostile[i];
        char *text = resolved(&small.inputs, hostile[i]);
        yaml_document_t document = parsed(text);

        cr_assert_str_eq(AT(&document, "title", "zh"), hostile[i], "title %zu", i);
        cr_assert_str_eq(AT(&document, "question", "en"), hostile[i], "question %zu", i);
        cr_assert_str_eq(AT(&document, "model"), hostile[i], "model %zu", i);
        yaml_document_delete(&document);
        free(text);
        small_result_free(&small);
    }
}

Test(resolved, bytes_that_are_no_utf8_still_make_a_document)
{
    struct small_result small;
    small_result_begin(&small);
    char *text = resolved(&small.inputs, "\xFF\xC3\x28 \xE4\xB8");
    yaml_document_t document = parsed(text);

    AT(&document, "model");
    yaml_document_delete(&document);
    free(text);
    small_result_free(&small);
}

Test(resolved, ids_that_yaml_would_read_otherwise_are_quoted)
{
    struct small_result small;
    small_result_begin(&small);
    struct town towns[SMALL_TOWNS];
    memcpy(towns, small_towns, sizeof towns);
    towns[0].name.id = "a: b";
    towns[1].name.id = "-";
    towns[2].name.id = "东城";
    small.inputs.model.towns = towns;
    small_result_set(&small, PARAMETER_NORMS_MIGRANT_SHARE, 0, 0.5);
    char *text = resolved(&small.inputs, "m");
    yaml_document_t document = parsed(text);

    cr_assert_str_eq(AT(&document, "norms", "migrant_share", "a: b"), "0.5");
    cr_assert_str_eq(AT(&document, "norms", "migrant_share", "-"), "0");
    cr_assert_str_eq(AT(&document, "norms", "migrant_share", "东城"), "0");
    yaml_document_delete(&document);
    free(text);
    small_result_free(&small);
}

Test(resolved, a_model_without_levels_or_projects_has_no_keys_for_them)
{
    struct small_result small;
    small_result_begin(&small);
    small.inputs.model.level_count = 0;
    small.inputs.model.project_count = 0;
    small.inputs.scenario.layout = parameter_layout(&small.inputs.model, 2024);
    parameter_initial(&small.inputs.model, &small.inputs.scenario.layout, small.values);
    char *text = resolved(&small.inputs, "m");
    yaml_document_t document = parsed(text);

    assert_contains(text, "enrolment:\n  method: rates\n  progression_ratio: mean\n  rate_multiplier: {}\n"
                          "  public_share_multiplier: {}\n  private_to_public: {}\n");
    assert_contains(text, "  cancelled: {}\n");
    cr_assert_str_eq(AT(&document, "supply", "undated_completion"), "never");
    cr_assert_str_eq(AT(&document, "norms", "raised_class_size_adds_seats"), "no");
    yaml_document_delete(&document);
    free(text);
    small_result_free(&small);
}
