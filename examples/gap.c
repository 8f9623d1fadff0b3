/* How many seats a district is short of, by level and school year: cc gap.c $(pkg-config --cflags --libs xuewei). */
#include <stdio.h>
#include <stdlib.h>

#include <xuewei.h>

static void print_problems(const xuewei *self)
{
    for (size_t index = 0; index < xuewei_problem_count(self); index++) {
        struct xuewei_problem problem;

        xuewei_problem(self, index, &problem);
        fprintf(stderr, "%s:%zu:%zu: %s\n", problem.file != NULL ? problem.file : "", problem.line, problem.column,
                problem.text[XUEWEI_ENGLISH]);
    }
}

static void print_gap(const xuewei *self)
{
    const size_t levels = xuewei_levels(self);
    const size_t places = xuewei_places(self);
    const size_t count = xuewei_years(self) * places * levels;
    double *gap = calloc(count, sizeof *gap);

    if (gap == NULL || xuewei_figures(self, "gap", gap, count) != XUEWEI_OK) {
        free(gap);
        return;
    }
    for (size_t year = 0; year < xuewei_years(self); year++) {
        printf("%d", xuewei_first_year(self) + (int)year);
        for (size_t level = 0; level < levels; level++) {
            printf("  %s %+.0f", xuewei_level_id(self, level), gap[(year * places + places - 1) * levels + level]);
        }
        printf("\n");
    }
    free(gap);
}

int main(int argc, char **argv)
{
    xuewei *self = NULL;

    if (argc != 2) {
        fprintf(stderr, "usage: %s SCENARIO\n", argv[0]);
        return 64;
    }
    int status = xuewei_open(argv[1], &self);

    if (status == XUEWEI_OK) {
        status = xuewei_run(self);
    }
    print_problems(self);
    if (status == XUEWEI_OK) {
        print_gap(self);
    }
    xuewei_free(self);
    return status == XUEWEI_OK ? 0 : 65;
}
