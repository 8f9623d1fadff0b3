#include "yaml_parse.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "number.h"
#include "yaml_reasons.h"
#include "yaml_tree.h"

enum { BRACKETS_DEEPEST = 1000 };

/*
 * libyaml takes time with the square of the depth of brackets: a file of a hundred thousand would hold it up for a
 * minute. Brackets in texts are counted too, so the bound is far above what a file may nest.
 */
static bool check_brackets(const struct yaml_doc *self, const struct text_file *file)
{
    struct place place = { self->file, 1, 1 };
    size_t depth = 0;

    for (const char *at = file->text; *at != '\0'; at++) {
        depth += *at == '[' || *at == '{';
        depth -= depth > 0 && (*at == ']' || *at == '}');
        if (depth > BRACKETS_DEEPEST) {
            report(self->problems, place, MESSAGE_YAML_TOO_DEEP, NULL);
            return false;
        }
        place.line += *at == '\n';
        place.column = *at == '\n' ? 1 : place.column + (((unsigned char)at[1] & 0xc0) != 0x80);
    }
    return true;
}

/* Where libyaml gave up; what it cannot read at all it does not mark. */
static struct place fault_place(const struct yaml_doc *self, const struct text_file *file, const yaml_parser_t *parser)
{
    return parser->error == YAML_READER_ERROR ? text_file_place(file, parser->problem_offset)
                                              : yaml_tree_place(self, parser->problem_mark);
}

static void report_syntax(const struct yaml_doc *self, const struct text_file *file, const yaml_parser_t *parser)
{
    const struct yaml_reason reason = yaml_reason(parser->problem, parser->context);
    const struct place start = yaml_tree_place(self, parser->context_mark);

    report(self->problems, reason.fault == FAULT_AT_START ? start : fault_place(self, file, parser), reason.message,
           SLOTS({ "reason", parser->problem != NULL ? parser->problem : strerror(ENOMEM) },
                 { "line", number_text((double)start.line).text },
                 { "column", number_text((double)start.column).text }));
}

/* Reports whatever stands behind the first document. */
static bool check_end(const struct yaml_doc *self, const struct text_file *file, yaml_parser_t *parser)
{
    yaml_document_t next;

    if (!yaml_parser_load(parser, &next)) {
        report_syntax(self, file, parser);
        return false;
    }
    const bool more = yaml_document_get_root_node(&next) != NULL;

    if (more) {
        report(self->problems, yaml_tree_place(self, next.start_mark), MESSAGE_YAML_SECOND_DOCUMENT, NULL);
    }
    yaml_document_delete(&next);
    return !more;
}

bool yaml_parse(struct yaml_doc *self, const struct text_file *file)
{
    yaml_parser_t parser;

    if (!check_brackets(self, file)) {
        return false;
    }
    bool good = yaml_parser_initialize(&parser) != 0;

    if (good) {
        yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
        yaml_parser_set_input_string(&parser, (const unsigned char *)file->text, file->length);
    }
    self->tree = mem_array(1, sizeof *self->tree);
    good = good && yaml_parser_load(&parser, &self->tree->document) != 0;
    if (!good) {
        report_syntax(self, file, &parser);
        free(self->tree);
        self->tree = NULL;
    } else if (yaml_document_get_root_node(&self->tree->document) != NULL) {
        good = check_end(self, file, &parser);
    }
    yaml_parser_delete(&parser);
    return good;
}
