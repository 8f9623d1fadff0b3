#include "day.h"

/* `count` digits as a number, or -1. */
static int digits(const char *text, size_t count)
{
    int number = 0;

    for (size_t i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9') {
            return -1;
        }
        number = 10 * number + (text[i] - '0');
    }
    return number;
}

static int days_in(int year, int month)
{
    static const int DAYS[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    return DAYS[month - 1] + (month == 2 && leap);
}

/* Reads MM-DD; the year tells how long February is. */
static bool read_month_day(const char *text, struct date *date)
{
    date->month = digits(text, 2);
    date->day = digits(text + 3, 2);
    if (text[2] != '-' || date->month < 1 || date->month > 12) {
        return false;
    }
    return date->day >= 1 && date->day <= days_in(date->year, date->month);
}

bool day_read(const char *text, size_t length, struct date *date)
{
    if (length != 10 || text[4] != '-') {
        return false;
    }
    date->year = digits(text, 4);
    return date->year >= YEAR_LOWEST && date->year <= YEAR_HIGHEST && read_month_day(text + 5, date);
}

bool day_read_month_day(const char *text, size_t length, struct date *date)
{
    date->year = 1; /* no leap year: 29 February is not a day of every year */
    if (length != 5 || !read_month_day(text, date)) {
        return false;
    }
    date->year = 0;
    return true;
}

bool day_before(struct date a, struct date b)
{
    if (a.year != b.year) {
        return a.year < b.year;
    }
    return a.month != b.month ? a.month < b.month : a.day < b.day;
}
