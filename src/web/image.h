/**
 * What a run looks at of resolved inputs, as bytes that report.html carries: the program writes them, and the same
 * sources, compiled to WebAssembly, read them back in the page. A run on inputs that were read back is that of the
 * inputs that were written, to the last bit, and so are the draws of their ensemble.
 *
 * Not packed is what only readers, the audit, calibration, back-tests and writers look at; it is 0 or NULL in inputs
 * that were read back, their names and files among it.
 */
#ifndef IMAGE_H
#define IMAGE_H

#include <stddef.h>

#include "block.h"
#include "inputs.h"

/** What is wrong with an image; the page has the words. */
enum image_fault {
    IMAGE_FINE,
    IMAGE_FOREIGN,   /**< It does not begin as an image does. */
    IMAGE_VERSION,   /**< It was written by another version. */
    IMAGE_CUT,       /**< Its length is not the one it says. */
    IMAGE_DAMAGED,   /**< Its bytes are not those that were written. */
    IMAGE_IMPOSSIBLE /**< It says what cannot be of a district. */
};

/** Bytes of the image of the inputs. */
size_t image_bytes(const struct inputs *inputs);

/** Writes the image to `bytes` [image_bytes()]. */
void image_write(const struct inputs *inputs, unsigned char *bytes);

/**
 * Reads the inputs back. `memory` without memory: only counts what they take. What is not IMAGE_FINE leaves `inputs`
 * zeroed. Their arrays stand in `memory`; there is no pool to be freed.
 */
enum image_fault image_read(const unsigned char *bytes, size_t length, struct block *memory, struct inputs *inputs);

#endif
