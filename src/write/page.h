/**
 * report.html: the result as one page that a browser opens without a network. It holds the numbers of the run as
 * computed here, and words in both languages; its charts and how they are drawn stand in src/web/page.
 */
#ifndef PAGE_H
#define PAGE_H

#include <stdio.h>

#include "messages.h"
#include "results.h"

#define PAGE_FILE "report.html"

/** Whether there is a page, and if not, why. */
enum page_standing {
    PAGE_STANDS,
    PAGE_NOT_BUILT,   /**< The program was built without. */
    PAGE_NO_NODE,     /**< The build found no node and npm. */
    PAGE_NO_PACKAGES, /**< The build could not get the packages from npm's registry. */
    PAGE_NO_LEVELS,   /**< The model has none, so there are no seats to show. */
    PAGE_TOO_LARGE    /**< More than PAGE_TOWNS towns. */
};

/** More towns than this make a page that no browser opens gladly; their tables are files. */
enum { PAGE_TOWNS = 200 };

enum page_standing page_standing(const struct model *model);

/** The same of any page, whatever it is of: whether the build made one. */
enum page_standing page_built(void);

/** What a reader of the run is told where there is no page; MESSAGES where there is one. */
enum message page_message(enum page_standing standing);

/** What the build lacked for the engine, with which the page runs the model itself; "" where it is there. */
const char *page_engine_missing(void);

/** Writes the page up to its document; what is to follow behind that, borrowed. */
const char *page_begin(FILE *stream);

/** Writes the page of a model for which page_standing() is PAGE_STANDS. The stream remembers what goes wrong. */
void page_write(FILE *stream, const struct results *of);

#endif
