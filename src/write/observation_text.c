#include "observation_text.h"

#include <stdio.h>
#include <stdlib.h>

#include "number.h"
#include "terminal_parts.h"

static const char *name_in(enum language language, const struct name *name)
{
    const char *text = name->text[language];

    return text != NULL && *text != '\0' ? text : name->id;
}

struct ages_text {
    char text[PERIOD_ROOM];
};

static bool is_calendar_year(const struct observation *of)
{
    return of->start.year == of->end.year && of->start.month == 1 && of->start.day == 1 && of->end.month == 12 &&
           of->end.day == 31;
}

struct period_text observation_period(const struct observation *of)
{
    const struct date a = of->start;
    const struct date b = of->end;
    struct period_text period;

    if (is_calendar_year(of)) {
        snprintf(period.text, sizeof period.text, "%d", a.year);
    } else if (a.year == b.year && a.month == b.month && a.day == b.day) {
        snprintf(period.text, sizeof period.text, "%04d-%02d-%02d", a.year, a.month, a.day);
    } else {
        snprintf(period.text, sizeof period.text, "%04d-%02d-%02d..%04d-%02d-%02d", a.year, a.month, a.day, b.year,
                 b.month, b.day);
    }
    return period;
}

/* "Residents, aged 3-5"; the open age and older: "aged 100+". */
static char *with_ages(const struct model *model, enum language language, char *of_whom, const struct observation *of)
{
    const size_t open = model->ages - 1;

    if (of->series != SERIES_RESIDENTS || (of->first_age == 0 && of->last_age >= open)) {
        return of_whom;
    }
    struct ages_text ages;

    if (of->last_age >= open) {
        snprintf(ages.text, sizeof ages.text, "%zu+", of->first_age);
    } else if (of->first_age == of->last_age) {
        snprintf(ages.text, sizeof ages.text, "%zu", of->first_age);
    } else {
        snprintf(ages.text, sizeof ages.text, "%zu-%zu", of->first_age, of->last_age);
    }
    char *aged = message_text(MESSAGE_TERMINAL_AGED, language, SLOTS({ "ages", ages.text }));
    char *longer = joined(of_whom, terminal_words[WORD_OF_WHOM][language], aged);

    free(aged);
    free(of_whom);
    return longer;
}

/* "Enrolled, Primary school, grade 1". */
static char *with_level(const struct model *model, enum language language, char *of_whom, const struct observation *of)
{
    if (of->level == ALL_LEVELS) {
        return of_whom;
    }
    char *longer =
        joined(of_whom, terminal_words[WORD_OF_WHOM][language], name_in(language, &model->levels[of->level].name));

    free(of_whom);
    if (of->grade == ALL_GRADES) {
        return longer;
    }
    char *grade =
        message_text(MESSAGE_TERMINAL_GRADE, language, SLOTS({ "grade", number_text((double)of->grade + 1).text }));
    char *whole = joined(longer, terminal_words[WORD_OF_WHOM][language], grade);

    free(grade);
    free(longer);
    return whole;
}

char *observation_series(const struct model *model, enum language language, const struct observation *of)
{
    const char *town = of->town == ALL_TOWNS ? "" : name_in(language, &model->towns[of->town].name);
    char *text = joined(name_in(language, &series_words[of->series]),
                        of->town == ALL_TOWNS ? "" : terminal_words[WORD_OF_WHOM][language], town);

    return with_ages(model, language, with_level(model, language, text, of), of);
}
