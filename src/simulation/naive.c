#include "naive.h"

#include "words.h"

double naive_no_change(const double *people, size_t ages, size_t first_age, size_t last_age)
{
    return naive_ageing(people, ages, first_age, last_age, 0);
}

double naive_ageing(const double *people, size_t ages, size_t first_age, size_t last_age, size_t years)
{
    double sum = 0;

    for (size_t sex = 0; sex < SEXES; sex++) {
        for (size_t age = first_age; age <= last_age && age < ages; age++) {
            sum += people[sex * ages + (age > years ? age - years : 0)];
        }
    }
    return sum;
}
