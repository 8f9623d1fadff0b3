#include "problems.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "number.h"

/** A problem or note that is kept. */
struct problem {
    struct place place;
    enum message message;
    char *text[LANGUAGES]; /**< Owned; slots filled, since the language is known only when printing. */
    struct slot *slots;    /**< Owned, ended by a NULL name. */
    char *slot_texts;      /**< Owned; what they point to. */
};

/** What problems_print() sorts. */
struct ranked {
    size_t rank; /**< Of the file: 0 none, then in the order of problems_file(). */
    const struct problem *problem;
};

/* Notes may not crowd out the problems that keep a run from going on. */
enum { NOTES_KEPT = PROBLEMS_KEPT / 2 };

const char *problems_file(struct problems *self, const char *path)
{
    for (size_t i = 0; i < self->file_count; i++) {
        if (strcmp(self->files[i], path) == 0) {
            return self->files[i];
        }
    }
    self->files = mem_grow(self->files, self->file_count + 1, sizeof *self->files);
    self->files[self->file_count] = mem_text(path);
    return self->files[self->file_count++];
}

/* Takes copies of the slots, whose texts then stand behind each other; their names are literals. */
static void copy_slots(struct problem *self, const struct slot *slots)
{
    size_t count = 0;
    size_t room = 0;

    for (; slots != NULL && slots[count].name != NULL; count++) {
        room += slots[count].text == NULL ? 0 : strlen(slots[count].text) + 1;
    }
    self->slots = mem_array(count + 1, sizeof *self->slots);
    self->slot_texts = mem_array(room, 1);
    char *end = self->slot_texts;

    for (size_t i = 0; i < count; i++) {
        self->slots[i] = (struct slot) { slots[i].name, slots[i].text == NULL ? NULL : end };
        end += slots[i].text == NULL ? 0 : strlen(strcpy(end, slots[i].text)) + 1;
    }
}

static void problem_free(struct problem *self)
{
    free(self->slots);
    free(self->slot_texts);
    for (int language = 0; language < LANGUAGES; language++) {
        free(self->text[language]);
    }
}

static bool same_problem(const struct problem *a, const struct problem *b)
{
    return a->message == b->message && a->place.line == b->place.line && a->place.column == b->place.column &&
           a->place.file == b->place.file && strcmp(a->text[CHINESE], b->text[CHINESE]) == 0 &&
           strcmp(a->text[ENGLISH], b->text[ENGLISH]) == 0;
}

/* Backwards, since a repetition mostly follows soon. */
static bool is_kept(const struct problems *self, const struct problem *wanted)
{
    for (size_t i = self->count; i-- > 0;) {
        if (same_problem(&self->items[i], wanted)) {
            return true;
        }
    }
    return false;
}

static bool has_room(const struct problems *self, enum message_kind kind)
{
    if (kind == NOTE && self->count < PROBLEMS_KEPT) {
        return self->count - self->errors < NOTES_KEPT; /* until the list is full, `errors` of the items are problems */
    }
    return self->count < PROBLEMS_KEPT;
}

static void keep(struct problems *self, struct problem problem)
{
    /* Doubles its room at 16, 32, 64, ... */
    if (self->count == 0 || (self->count >= 16 && (self->count & (self->count - 1)) == 0)) {
        self->items = mem_grow(self->items, self->count == 0 ? 16 : 2 * self->count, sizeof *self->items);
    }
    self->items[self->count++] = problem;
}

void report(struct problems *self, struct place place, enum message message, const struct slot *slots)
{
    const enum message_kind kind = message_kind(message);

    if (!has_room(self, kind)) {
        self->dropped++;
        self->errors += kind == PROBLEM;
        return;
    }
    struct problem problem = { .place = place, .message = message };

    for (int language = 0; language < LANGUAGES; language++) {
        problem.text[language] = message_text(message, (enum language)language, slots);
    }
    if (is_kept(self, &problem)) {
        problem_free(&problem);
        return;
    }
    copy_slots(&problem, slots);
    keep(self, problem);
    self->errors += kind == PROBLEM;
}

static size_t file_rank(const struct problems *self, const char *file)
{
    size_t rank = 0;

    if (file == NULL) {
        return 0;
    }
    while (rank < self->file_count && self->files[rank] != file) {
        rank++;
    }
    return rank + 1;
}

static int compare(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

/* A total order, so that every qsort() gives the same: equal places stay in the order of reporting. */
static int compare_ranked(const void *first, const void *second)
{
    const struct ranked *a = first;
    const struct ranked *b = second;
    int order = compare(a->rank, b->rank);

    order = order != 0 ? order : compare(a->problem->place.line, b->problem->place.line);
    order = order != 0 ? order : compare(a->problem->place.column, b->problem->place.column);
    return order != 0 ? order : (a->problem > b->problem) - (a->problem < b->problem);
}

/* What the input says is shown within one line, and cannot speak to the terminal: \n, \t, \x1b. */
static void print_visibly(FILE *stream, const char *text)
{
    for (const char *at = text; *at != '\0'; at++) {
        const unsigned char byte = (unsigned char)*at;

        if (byte == '\n') {
            fputs("\\n", stream);
        } else if (byte == '\t') {
            fputs("\\t", stream);
        } else if (byte < 0x20 || byte == 0x7f) {
            fprintf(stream, "\\x%02x", byte);
        } else {
            fputc(byte, stream);
        }
    }
}

static void print_place(FILE *stream, struct place place)
{
    if (place.file == NULL) {
        return;
    }
    print_visibly(stream, place.file);
    if (place.line > 0) {
        fprintf(stream, ":%zu", place.line);
    }
    if (place.line > 0 && place.column > 0) {
        fprintf(stream, ":%zu", place.column);
    }
    fputs(": ", stream);
}

static void print_problem(FILE *stream, const struct problem_told *problem, enum language language)
{
    static const char *const NOTE_MARK[LANGUAGES] = { [CHINESE] = "提示：", [ENGLISH] = "note: " };

    print_place(stream, problem->place);
    if (message_kind(problem->message) == NOTE) {
        fputs(NOTE_MARK[language], stream);
    }
    print_visibly(stream, problem->text[language]);
    fputc('\n', stream);
}

static void print_dropped(FILE *stream, size_t dropped, enum language language)
{
    const struct number_text count = number_whole((double)dropped);
    char *text = message_text(MESSAGE_PROBLEMS_DROPPED, language, SLOTS({ "count", count.text }));

    fprintf(stream, "%s\n", text);
    free(text);
}

/* By place. free(). */
static struct ranked *in_order(const struct problems *self)
{
    struct ranked *order = mem_array(self->count, sizeof *order);

    for (size_t i = 0; i < self->count; i++) {
        order[i] = (struct ranked) { file_rank(self, self->items[i].place.file), &self->items[i] };
    }
    qsort(order, self->count, sizeof *order, compare_ranked);
    return order;
}

struct problem_told *problems_told(const struct problems *self)
{
    struct ranked *order = in_order(self);
    struct problem_told *told = mem_array(self->count, sizeof *told);

    for (size_t i = 0; i < self->count; i++) {
        const struct problem *problem = order[i].problem;

        told[i] = (struct problem_told) { .place = problem->place,
                                          .message = problem->message,
                                          .text = { problem->text[CHINESE], problem->text[ENGLISH] },
                                          .slots = problem->slots };
    }
    free(order);
    return told;
}

void problems_print(const struct problems *self, FILE *stream, enum language language)
{
    struct problem_told *told = problems_told(self);

    for (size_t i = 0; i < self->count; i++) {
        print_problem(stream, &told[i], language);
    }
    free(told);
    if (self->dropped > 0) {
        print_dropped(stream, self->dropped, language);
    }
}

void problems_free(struct problems *self)
{
    for (size_t i = 0; i < self->count; i++) {
        problem_free(&self->items[i]);
    }
    for (size_t i = 0; i < self->file_count; i++) {
        free(self->files[i]);
    }
    free(self->items);
    free(self->files);
    *self = (struct problems) { .items = NULL };
}
