/**
 * From residents to pupils. A grade is exactly one single-year cohort: the children who have completed its age at the
 * state date. Children x enrolment rate = enrolled, or, by grade progression, last year's pupils of the grade before x
 * ratio = enrolled; enrolled x public share = the demand for public seats; the rest is private. Arrays over grades run
 * over all levels' grades in order (level.first_grade).
 */
#ifndef ENROLMENT_H
#define ENROLMENT_H

#include <stddef.h>

#include "inputs.h"

/** One state's pupils; each array [town][grade], persons at the state date. */
struct enrolment {
    double *children;         /**< Residents of the grade's age, both sexes. */
    const double *progressed; /**< By grade progression, at levels where it is used; see progression_run(). */
    double *enrolled;         /**< Public and private. */
    double *public_pupils;    /**< In public schools: the demand for public seats. */
};

/**
 * Children by grade of a town from its people of a state: those of a sex and age stand at
 * population[(sex * ages + age) * step], so that a lane of a block can be read as it is.
 */
void enrolment_children(const struct model *model, const double *population, size_t step, double *children);

/**
 * Enrolled by town and grade, of the school year that starts in `year`, from the children or what they progressed to.
 * The multiplier of the rates is of that year alone: what goes on to the next grade is without it.
 */
void enrolment_enrolled(const struct inputs *inputs, const double *values, int year, const struct enrolment *pupils);

/**
 * The public share of the base year by town and level, [town][level], where the model gives public pupils instead of a
 * share: pupils / (children x the table's rate), or / pupils of the level in pupils.csv where progression is used; the
 * town's own where pupils are known by town, else the district's. A scenario's multiplier of the rates does not come
 * in, so that it moves public and private pupils alike. 0 where nobody is enrolled. Levels whose share the model gives
 * are 0 here. A share above 1 says that the model's pupils are more than its enrolled children. `base`: children, and
 * pupils by progression, of the base year.
 */
void enrolment_base_share(const struct inputs *inputs, const double *values, const struct enrolment *base,
                          double *share);

/**
 * Public pupils by town and grade of the school year; `base_share` from enrolment_base_share(). The share is the
 * model's times the scenario's multiplier, at most 1 (or, where it is above 1, at most the model's own), and of what is
 * then private a part becomes public. Where the share is above 1, so are the public pupils above the enrolled, and
 * there are no private pupils who could come.
 */
void enrolment_public(const struct inputs *inputs, const double *values, int year, const double *base_share,
                      const double *enrolled, double *public_pupils);

#endif
