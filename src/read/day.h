/** Days of the calendar as files write them. */
#ifndef DAY_H
#define DAY_H

#include <stdbool.h>
#include <stddef.h>

#include "model.h"

/** Reads 2020-11-01, a day that there is. */
bool day_read(const char *text, size_t length, struct date *date);

/** Reads 09-01, a day that there is in every year. */
bool day_read_month_day(const char *text, size_t length, struct date *date);

/** Whether `a` is an earlier day than `b`. */
bool day_before(struct date a, struct date b);

#endif
