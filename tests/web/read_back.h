/** The image of inputs and what is read back from it. Include it like our other headers, before Criterion's. */
#ifndef READ_BACK_H
#define READ_BACK_H

#include <stdlib.h>

#include "block_memory.h"
#include "image.h"
#include "mem.h"
#include "problems.h"
#include "resolve.h"
#include "support.h"

#include <criterion/criterion.h>

/** Free with read_back_free(). */
struct read_back {
    unsigned char *image; /**< Owned. */
    size_t length;
    struct inputs inputs; /**< As read back. */
    struct block_memory memory;
};

/** Reads bytes as an image: into memory of exactly the size that counting says. */
static inline enum image_fault read_bytes(const unsigned char *bytes, size_t length, struct block_memory *memory,
                                          struct inputs *inputs)
{
    struct block block = { .memory = NULL };
    const enum image_fault fault = image_read(bytes, length, &block, inputs);

    memory->bytes = NULL;
    if (fault != IMAGE_FINE) {
        return fault;
    }
    block = block_memory_make(memory, block.used);
    return image_read(bytes, length, &block, inputs);
}

static inline struct read_back read_back(const struct inputs *inputs)
{
    struct read_back self = { .length = image_bytes(inputs) };

    self.image = mem_all(self.length);
    image_write(inputs, self.image);
    cr_assert(read_bytes(self.image, self.length, &self.memory, &self.inputs) == IMAGE_FINE);
    return self;
}

static inline void read_back_free(struct read_back *self)
{
    free(self->image);
    block_memory_free(&self->memory);
}

/** The inputs of a scenario of the checkout. model_free(). */
static inline struct inputs inputs_of(const char *scenario)
{
    struct problems problems = { .count = 0 };
    char *path = source_path(scenario);
    struct inputs inputs;

    cr_assert(inputs_read(&inputs, path, &problems), "%s cannot be read", scenario);
    problems_free(&problems);
    free(path);
    return inputs;
}

#endif
