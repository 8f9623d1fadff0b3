#include "date.h"

#include <stdio.h>

struct date_text date_text(struct date date)
{
    struct date_text text;

    snprintf(text.text, sizeof text.text, "%04d-%02d-%02d", date.year, date.month, date.day);
    return text;
}
