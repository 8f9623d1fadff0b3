/** What the cell of an age column says: a year of age, or a group of them. */
#ifndef AGE_CELL_H
#define AGE_CELL_H

#include <stddef.h>

enum age_cell {
    AGE_CELL_NUMBER, /**< A single age, or what is to be read, and refused, as a number. */
    AGE_CELL_GROUP, /**< 5-9, or as a census has it 5-9岁; or 85+ (85岁及以上), the last group, which has no end. */
    AGE_CELL_DATE   /**< 9-May: what a spreadsheet makes of 5-9. */
};

/** Ages first..last, both included, as they stand in the file: last may be below first. */
struct age_group {
    size_t first;
    size_t last; /**< AGE_OPEN where the group has no end. */
};

#define AGE_OPEN ((size_t)-1)

/** Reads the cell; sets the group, of a number the one year if it is plain digits. */
enum age_cell age_cell_read(const char *text, size_t length, struct age_group *group);

#endif
