#include <nettle/base64.h>
#include <nettle/sha2.h>
#include <stdbool.h>
#include <string.h>

#include "document.h"

/* Black on white, as on paper. Colours are those of gaps, with words beside them and enough contrast to be printed
 * grey. */
static const char STYLE[] =
    "@page{size:A4;margin:16mm 15mm}\n"
    "*{box-sizing:border-box}\n"
    "body{margin:0 auto;padding:24px 16px;max-width:52rem;color:#111;background:#fff;font:16px/1.6 \"Noto Serif CJK "
    "SC\","
    "\"Source Han Serif SC\",\"Songti SC\",SimSun,Georgia,serif;overflow-wrap:anywhere}\n"
    "h1{font-size:1.5rem;line-height:1.35;text-align:center;margin:0 0 1rem;color:#a30000}\n"
    "article+article{border-top:1px solid #999;margin-top:2.5rem;padding-top:2rem}\n"
    "h2{font-size:1.1rem;margin:1.4rem 0 .4rem;break-after:avoid}\n"
    "p{margin:.4rem 0}\n"
    "p.fields{display:flex;flex-wrap:wrap;gap:.2rem "
    "2rem;justify-content:center;color:#444;font-size:.9rem;border-bottom:"
    "2px solid #a30000;padding-bottom:.6rem}\n"
    "ul{margin:.4rem 0;padding-left:1.4rem}\n"
    "li{margin:.25rem 0;break-inside:avoid}\n"
    "div.table{overflow-x:auto}\n"
    "table{border-collapse:collapse;table-layout:fixed;width:100%;min-width:46rem;margin:.6rem 0;font-size:.86rem;"
    "line-height:1.45;overflow-wrap:break-word}\n"
    "thead{display:table-header-group}\n"
    "tr{break-inside:avoid}\n"
    "th,td{border:1px solid #888;padding:.25rem .45rem;text-align:left;vertical-align:top;unicode-bidi:isolate}\n"
    "th{background:#f0f0f0;width:8.5%}\n"
    "th:first-child{width:13%}th:nth-child(2){width:12.5%}th:nth-child(3){width:8.5%}th:nth-child(4){width:11%}"
    "th:last-child{width:29.5%}\n"
    ".figure{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}\n"
    ".red,.amber,.green{white-space:nowrap;font-weight:bold}\n"
    ".red{background:#fbd5d5;color:#8a0000}\n"
    ".amber{background:#fdecc2;color:#6b4400}\n"
    ".green{background:#d9efdc;color:#14501f}\n"
    "@media "
    "print{body{padding:0;max-width:none;font-size:10.5pt;line-height:1.5;-webkit-print-color-adjust:exact;print-color-"
    "adjust:exact}"
    "h1{font-size:16pt;margin-bottom:.7rem}h2{font-size:11.5pt;margin-top:.9rem}li{margin:.12rem "
    "0}article+article{break-before:page;border:0;margin:0;padding:0}div.table{overflow:visible}table{min-width:0;font-"
    "size:8.5pt;line-height:1.35}th,td{padding:.15rem .25rem}}\n";

static const char *const CLASSES[TONES] = { "", "figure", "red", "amber", "green" };
static const char *const LANGUAGE_TAGS[LANGUAGES] = { [CHINESE] = "zh-CN", [ENGLISH] = "en" };

static void write_text(FILE *stream, const char *text)
{
    for (; *text != '\0'; text++) {
        const unsigned char byte = (unsigned char)*text;

        if (byte == '<' || byte == '>' || byte == '&') {
            fputs(byte == '<' ? "&lt;" : byte == '>' ? "&gt;" : "&amp;", stream);
        } else if (byte == '"' || byte == '\'') {
            fputs(byte == '"' ? "&quot;" : "&#39;", stream);
        } else {
            fputc(byte < 0x20 || byte == 0x7f ? ' ' : byte, stream);
        }
    }
}

/* What a policy calls a style by. */
static void write_style_hash(FILE *stream)
{
    struct sha256_ctx context;
    uint8_t digest[SHA256_DIGEST_SIZE];
    char text[BASE64_ENCODE_RAW_LENGTH(SHA256_DIGEST_SIZE) + 1] = "";

    sha256_init(&context);
    sha256_update(&context, sizeof STYLE - 1, (const uint8_t *)STYLE);
    sha256_digest(&context, sizeof digest, digest);
    base64_encode_raw(text, sizeof digest, digest);
    fprintf(stream, "sha256-%s", text);
}

static void write_head(const struct document *self, FILE *stream)
{
    fprintf(stream, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
            LANGUAGE_TAGS[self->language]);
    fputs("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '", stream);
    write_style_hash(stream);
    fputs("'; base-uri 'none'; form-action 'none'\">\n"
          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
          "<meta name=\"referrer\" content=\"no-referrer\">\n<title>",
          stream);
    write_text(stream, self->count > 0 ? self->passages[0].cells[0].text : "");
    fprintf(stream, "</title>\n<style>%s</style>\n</head>\n<body>\n", STYLE);
}

static void write_cells(FILE *stream, const struct passage *row, const char *element)
{
    for (size_t cell = 0; cell < row->count; cell++) {
        const char *class = CLASSES[row->cells[cell].tone];

        fprintf(stream, "<%s%s", element, strcmp(element, "th") == 0 ? " scope=\"col\"" : "");
        if (*class != '\0') {
            fprintf(stream, " class=\"%s\"", class);
        }
        fputc('>', stream);
        write_text(stream, row->cells[cell].text);
        fprintf(stream, "</%s>", element);
    }
}

static void write_row(FILE *stream, const struct passage *row)
{
    const bool heads = row->kind == PASSAGE_HEADS;

    fputs(heads ? "<div class=\"table\"><table>\n<thead><tr>" : "<tr>", stream);
    write_cells(stream, row, heads ? "th" : "td");
    fputs(heads ? "</tr></thead>\n<tbody>\n" : "</tr>\n", stream);
}

static void write_simple(FILE *stream, const struct passage *passage, const char *element)
{
    fprintf(stream, "<%s>", element);
    write_text(stream, passage->cells[0].text);
    fprintf(stream, "</%s>\n", element);
}

static void write_passage(FILE *stream, const struct passage *passage)
{
    static const char *const ELEMENTS[] = {
        [PASSAGE_TITLE] = "h1", [PASSAGE_HEADING] = "h2", [PASSAGE_PARAGRAPH] = "p", [PASSAGE_BULLET] = "li"
    };

    if (passage->kind == PASSAGE_HEADS || passage->kind == PASSAGE_ROW) {
        write_row(stream, passage);
    } else if (passage->kind == PASSAGE_FIELDS) {
        fputs("<p class=\"fields\">", stream);
        write_cells(stream, passage, "span");
        fputs("</p>\n", stream);
    } else {
        write_simple(stream, passage, ELEMENTS[passage->kind]);
    }
}

/* What holds several passages together. */
enum group { GROUP_NONE, GROUP_LIST, GROUP_TABLE };

static enum group group_of(enum passage_kind kind)
{
    return kind == PASSAGE_BULLET                         ? GROUP_LIST
           : kind == PASSAGE_HEADS || kind == PASSAGE_ROW ? GROUP_TABLE
                                                          : GROUP_NONE;
}

static enum group change_group(FILE *stream, enum group before, enum passage_kind kind)
{
    const enum group group = group_of(kind);

    if (before == GROUP_TABLE && (group != GROUP_TABLE || kind == PASSAGE_HEADS)) {
        fputs("</tbody></table></div>\n", stream);
    }
    if (before != group && (before == GROUP_LIST || group == GROUP_LIST)) {
        fputs(group == GROUP_LIST ? "<ul>\n" : "</ul>\n", stream);
    }
    return group;
}

void document_html(const struct document *self, FILE *stream)
{
    enum group group = GROUP_NONE;

    write_head(self, stream);
    for (size_t index = 0; index < self->count; index++) {
        const enum passage_kind kind = self->passages[index].kind;

        group = change_group(stream, group, kind);
        if (kind == PASSAGE_TITLE) {
            fputs(index == 0 ? "<article>\n" : "</article>\n<article>\n", stream);
        }
        write_passage(stream, &self->passages[index]);
    }
    change_group(stream, group, PASSAGE_PARAGRAPH);
    fputs(self->count > 0 ? "</article>\n</body>\n</html>\n" : "</body>\n</html>\n", stream);
}
