/** A day of the calendar. */
#ifndef DATE_H
#define DATE_H

/** The years that any file may speak of. */
enum { YEAR_LOWEST = 1900, YEAR_HIGHEST = 2200 };

struct date {
    int year;
    int month; /**< 1..12. */
    int day;   /**< 1..31. */
};

struct date_text {
    char text[40];
};

/** The day as files write it: 2020-11-01. */
struct date_text date_text(struct date date);

#endif
