/** The rules by name, as rules_table.h says which is which. Each holds one thing against the exam's model. */
#ifndef RULES_H
#define RULES_H

#include "exam.h"

/* rules_totals.c: sums and costs. */
void rule_totals(struct exam *exam);
void rule_printed_twice(struct exam *exam);
void rule_blank_costs(struct exam *exam);
void rule_outside_payers(struct exam *exam);

/* rules_seats.c: what a row says of its seats. */
void rule_seat_columns(struct exam *exam);
void rule_rooms(struct exam *exam);
void rule_classes(struct exam *exam);
void rule_no_seats(struct exam *exam);
void rule_replaced(struct exam *exam);
void rule_raised_class_size(struct exam *exam);

/* rules_groups.c: which seats stand on what: years, builders, towns. */
void rule_undated(struct exam *exam);
void rule_undecided(struct exam *exam);
void rule_early(struct exam *exam);
void rule_last_year(struct exam *exam);
void rule_filling(struct exam *exam);
void rule_developers(struct exam *exam);
void rule_places(struct exam *exam);
void rule_extensions(struct exam *exam);
void rule_next_level(struct exam *exam);

/* rules_norms.c: size and land. */
void rule_minimum_size(struct exam *exam);
void rule_maximum_size(struct exam *exam);
void rule_land(struct exam *exam);

/* rules_counts.c: counts, needs and staff. */
void rule_school_counts(struct exam *exam);
void rule_need(struct exam *exam);
void rule_staff_left(struct exam *exam);
void rule_posts(struct exam *exam);
void rule_new_staff(struct exam *exam);

#endif
