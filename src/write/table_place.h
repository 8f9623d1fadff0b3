/** Places of a model as the rows of tables name them. */
#ifndef TABLE_PLACE_H
#define TABLE_PLACE_H

#include "model.h"

/** A town, an area (its town is `total`) or the district (its area is NULL, too). */
struct table_place {
    const char *area;
    const char *town;
    const char *name; /**< For people, Chinese. */
};

/** The place of that index, as gap_places() orders them. */
struct table_place table_place(const struct model *model, size_t index);

#endif
