/*
 * Makes a model as large as a country, for measuring alone: country FOLDER TOWNS YEARS. Every figure is made up, from
 * the town's number, sex and age alone, so that the same files come out everywhere.
 */
#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { AGES = 101, SEX_COUNT = 2, LEVELS = 3, AREAS = 31, BASE_YEAR = 2020, FIRST_ID = 100000, PATH_ROOM = 4096 };

/* Where the model goes, and how large it is. */
struct country {
    const char *folder;
    unsigned towns;
    unsigned years;
};

struct school_level {
    const char *id;
    unsigned entry_age;
    unsigned grades;
    const char *share; /* Of the children, in public schools. */
};

static const struct school_level levels[LEVELS] = { { "kindergarten", 3, 3, "0.5" },
                                                    { "primary", 6, 6, "0.9" },
                                                    { "junior", 12, 3, "0.8" } };

static const char district[] =
    "# Made up for measuring how fast the program is: no real place, and no figure means anything. See SOURCES.md.\n"
    "format: 1\n"
    "name: {zh: 示例国（虚构）, en: Example country (made up)}\n"
    "state_date: 09-01\n"
    "census_date: 2020-09-01\n"
    "srb: 1.05\n"
    "migration: {rule: end, schedule: standard}\n"
    "levels:\n"
    "  - {id: kindergarten, name: {zh: 幼儿园, en: Kindergarten}, entry_age: 3, grades: 3, class_size: [25, 30, 35],\n"
    "     land_m2_per_pupil: 15, posts_per_class: 3}\n"
    "  - {id: primary, name: {zh: 小学, en: Primary school}, entry_age: 6, grades: 6, class_size: 45,\n"
    "     land_m2_per_pupil: 20, pupils_per_post: 19}\n"
    "  - {id: junior, name: {zh: 初中, en: Junior secondary school}, entry_age: 12, grades: 3, class_size: 50,\n"
    "     land_m2_per_pupil: 25, pupils_per_post: 13.5}\n";

static const char sources[] =
    "# Where the figures of this model come from\n\n"
    "From nowhere: **made up** by tests/bench/country.c to measure how fast the program is. No town of it exists, and\n"
    "no figure says anything about any place.\n";

static void fail(const char *what)
{
    fprintf(stderr, "country: %s: %s\n", what, strerror(errno));
    exit(EXIT_FAILURE);
}

static FILE *begin(const struct country *self, const char *name)
{
    char path[PATH_ROOM];

    if (snprintf(path, sizeof path, "%s/%s", self->folder, name) >= (int)sizeof path) {
        errno = ENAMETOOLONG;
        fail(name);
    }
    FILE *file = fopen(path, "w");
    if (file == NULL) {
        fail(path);
    }
    return file;
}

static void end(FILE *file, const char *name)
{
    const bool broken = ferror(file) != 0;

    if (fclose(file) != 0 || broken) {
        fail(name);
    }
}

static void write_text(const struct country *self, const char *name, const char *text)
{
    FILE *file = begin(self, name);

    fputs(text, file);
    end(file, name);
}

/* A number that depends on nothing but its key (Steele, Lea & Flood 2014, SplitMix64), 0 <= number < below. */
static unsigned mixed(unsigned long long key, unsigned below)
{
    uint64_t bits = ((uint64_t)key + 1) * 0x9E3779B97F4A7C15u;

    bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9u;
    bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBu;
    return (unsigned)((bits ^ (bits >> 31)) % below);
}

/* Persons of a cell: a size for the town, as many at each age to 60 and fewer above, and a fifth up or down. */
static unsigned persons(unsigned town, unsigned sex, unsigned age)
{
    const unsigned size = 20 + mixed(town, 300);
    const unsigned left = age < 60 ? 41 : AGES - age;

    return size * left * (80 + mixed(((unsigned long long)town * SEX_COUNT + sex) * AGES + age + (1ull << 40), 41)) /
           (41 * 100);
}

static void write_people(const struct country *self)
{
    FILE *file = begin(self, "model/base_population.csv");

    fputs("town,sex,age,population\n", file);
    for (unsigned town = 0; town < self->towns; town++) {
        for (unsigned sex = 0; sex < SEX_COUNT; sex++) {
            for (unsigned age = 0; age < AGES; age++) {
                fprintf(file, "%u,%c,%u,%u\n", FIRST_ID + town, "mf"[sex], age, persons(town, sex, age));
            }
        }
    }
    end(file, "base_population.csv");
}

static unsigned residents(unsigned town)
{
    unsigned sum = 0;

    for (unsigned sex = 0; sex < SEX_COUNT; sex++) {
        for (unsigned age = 0; age < AGES; age++) {
            sum += persons(town, sex, age);
        }
    }
    return sum;
}

static void write_towns(const struct country *self)
{
    FILE *file = begin(self, "model/towns.csv");

    fputs("town,name_zh,name_en,kind,area,population,status\n", file);
    for (unsigned town = 0; town < self->towns; town++) {
        fprintf(file, "%u,示例镇%05u,Example town %05u,town,示例省%02u,%u,assumed\n", FIRST_ID + town, town + 1,
                town + 1, (unsigned)((unsigned long long)town * AREAS / self->towns) + 1, residents(town));
    }
    end(file, "towns.csv");
}

/* About as many seats as children of the base year in public schools, a fifth more or fewer. */
static void write_seats(const struct country *self)
{
    FILE *file = begin(self, "model/seats.csv");

    fputs("town,level,seats,status\n", file);
    for (unsigned town = 0; town < self->towns; town++) {
        for (unsigned level = 0; level < LEVELS; level++) {
            unsigned children = 0;

            for (unsigned grade = 0; grade < levels[level].grades; grade++) {
                children += persons(town, 0, levels[level].entry_age + grade) +
                            persons(town, 1, levels[level].entry_age + grade);
            }
            fprintf(file, "%u,%s,%u,assumed\n", FIRST_ID + town, levels[level].id,
                    (unsigned)(children * strtod(levels[level].share, NULL)) *
                        (80 + mixed((unsigned long long)town * LEVELS + level + (1ull << 50), 41)) / 100);
        }
    }
    end(file, "seats.csv");
}

/* Deaths that rise by 9 % a year of age above 30; births from 18 to 42, most at 27, 1.5 a woman. */
static void write_rates(const struct country *self)
{
    FILE *deaths = begin(self, "model/mortality.csv");
    FILE *births = begin(self, "model/fertility.csv");
    double rate = 0.0005;

    fputs("age,mx\n", deaths);
    fputs("age,asfr\n", births);
    for (unsigned age = 0; age < AGES; age++) {
        rate = age > 30 ? rate * 1.09 : rate;
        fprintf(deaths, "%u,%.6f\n", age, age == 0 ? 0.004 : rate);
        if (18 <= age && age <= 42) {
            fprintf(births, "%u,%.6f\n", age, 0.12 * (age <= 27 ? (age - 17) / 10.0 : (43 - age) / 16.0));
        }
    }
    end(deaths, "mortality.csv");
    end(births, "fertility.csv");
}

static void write_shares(const struct country *self)
{
    FILE *enrolled = begin(self, "model/enrolment_rates.csv");
    FILE *shares = begin(self, "model/public_share.csv");

    fputs("level,rate\n", enrolled);
    fputs("level,public_share\n", shares);
    for (unsigned level = 0; level < LEVELS; level++) {
        fprintf(enrolled, "%s,%s\n", levels[level].id, level == 0 ? "0.95" : "1");
        fprintf(shares, "%s,%s\n", levels[level].id, levels[level].share);
    }
    end(enrolled, "enrolment_rates.csv");
    end(shares, "public_share.csv");
}

/* Ten come to a town each year and, in every second year, ten leave it. */
static void write_migration(const struct country *self)
{
    FILE *file = begin(self, "model/migration.csv");

    fputs("year,net_migrants\n", file);
    for (unsigned year = 0; year < self->years; year++) {
        fprintf(file, "%u,%s%u\n", BASE_YEAR + year, year % 2 == 1 ? "-" : "", 10 * self->towns);
    }
    end(file, "migration.csv");
}

static void write_scenario(const struct country *self)
{
    FILE *file = begin(self, "country.yaml");

    fprintf(file,
            "# Made up for measuring how fast the program is.\n"
            "format: 1\n"
            "model: model\n"
            "title: {zh: 示例国（虚构）, en: Example country (made up)}\n"
            "horizon: {first: %u, last: %u}\n"
            "fertility:\n"
            "  multiplier: {%u: 1, %u: 0.9}\n",
            (unsigned)BASE_YEAR, BASE_YEAR + self->years, (unsigned)BASE_YEAR, BASE_YEAR + self->years);
    end(file, "country.yaml");
}

/* A few draws, of what the draws of j2.yaml are: a block of lanes for each of two threads. */
static void write_draws(const struct country *self)
{
    static const struct {
        const char *parameter;
        const char *spread;
    } inputs[] = { { "fertility.multiplier", "0.10" },
                   { "mortality.multiplier", "0.05" },
                   { "migration.multiplier", "0.30" } };
    FILE *file = begin(self, "country_draws.yaml");

    fprintf(file,
            "# Made up for measuring how fast draws of a country are.\n"
            "format: 1\n"
            "extends: country.yaml\n"
            "title: {zh: 示例国（虚构）之抽取, en: \"Example country (made up), draws\"}\n"
            "horizon: {first: %u, last: %u}\n"
            "uncertainty:\n"
            "  draws: 32\n"
            "  seed: 1\n"
            "  inputs:\n",
            BASE_YEAR + 1U, BASE_YEAR + self->years);
    for (size_t i = 0; i < sizeof inputs / sizeof *inputs; i++) {
        fprintf(file,
                "    - parameter: %s\n"
                "      times: {distribution: lognormal, median: 1, sd: %s}\n"
                "      autocorrelation: 0.8\n"
                "      source: {zh: 只为测量速度, en: For measuring speed only}\n",
                inputs[i].parameter, inputs[i].spread);
    }
    end(file, "country_draws.yaml");
}

static void make_folder(const char *folder, const char *below)
{
    char path[PATH_ROOM];

    if (snprintf(path, sizeof path, "%s/%s", folder, below) >= (int)sizeof path) {
        errno = ENAMETOOLONG;
        fail(folder);
    }
    if (mkdir(path, 0777) != 0 && errno != EEXIST) {
        fail(path);
    }
}

/* A whole number from 1 to `most`, or 0. */
static unsigned counted(const char *text, unsigned most)
{
    char *rest = NULL;
    const unsigned long number = strtoul(text, &rest, 10);

    return *rest == '\0' && number <= most ? (unsigned)number : 0;
}

int main(int argc, char **argv)
{
    if (argc != 4 || counted(argv[2], 800000) == 0 || counted(argv[3], 100) == 0) {
        fputs("usage: country FOLDER TOWNS YEARS: makes up a model in FOLDER/model and its scenarios\n", stderr);
        return EXIT_FAILURE;
    }
    const struct country country = { argv[1], counted(argv[2], 800000), counted(argv[3], 100) };

    make_folder(country.folder, "");
    make_folder(country.folder, "model");
    write_text(&country, "model/district.yaml", district);
    write_text(&country, "model/SOURCES.md", sources);
    write_people(&country);
    write_towns(&country);
    write_seats(&country);
    write_rates(&country);
    write_shares(&country);
    write_migration(&country);
    write_draws(&country);
    write_scenario(&country);
    return EXIT_SUCCESS;
}
