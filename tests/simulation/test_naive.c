#include "naive.h"
#include "support.h"
#include "words.h"

#include <criterion/criterion.h>

enum { AGES = 6 };

/* Men aged 0 to 5, then women; the last age is open. */
static const double people[SEXES * AGES] = { 10, 20, 30, 40, 50, 60, 1, 2, 3, 4, 5, 6 };

Test(naive, no_change_is_who_is_there)
{
    assert_near(naive_no_change(people, AGES, 1, 2), 20 + 30 + 2 + 3, 0, "ages 1 to 2");
    assert_near(naive_no_change(people, AGES, 0, AGES - 1), 231, 0, "all");
}

Test(naive, ageing_takes_the_younger)
{
    assert_near(naive_ageing(people, AGES, 3, 4, 2), 20 + 30 + 2 + 3, 0, "ages 1 to 2, two years later");
    assert_near(naive_ageing(people, AGES, 3, 4, 0), 40 + 50 + 4 + 5, 0, "no year");
}

Test(naive, newborn_are_as_many_as_those_aged_0)
{
    /* Of ages 2 to 4 in three years, those of 4 are 1 now; 3 is 0 now; 2 is not yet born. */
    assert_near(naive_ageing(people, AGES, 2, 4, 3), 20 + 10 + 10 + 2 + 1 + 1, 0, "with the unborn");
    assert_near(naive_ageing(people, AGES, 2, 4, 30), 3 * 11, 0, "all unborn");
}
