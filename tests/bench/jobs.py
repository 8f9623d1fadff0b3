"""The work of naive_main.c in numpy: towns (or draws and towns) as an axis, a loop over the years alone.

    jobs.py run FOLDER PEOPLE REPEATS [GAP_CSV]
    jobs.py draws FOLDER PEOPLE DRAWS
"""

import csv
import os
import sys
import time

import numpy as np

SIZES = ["towns", "years", "ages", "levels", "grades", "seat_states", "base_year"]
QUANTILES = [0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975]
SPREAD = [0.10, 0.05, 0.30]  # fertility, mortality, migration
CORRELATION = 0.8
CHUNK = 2000  # draws at a time, so that their people stay within a few hundred MB
FIRST_ID = 100000
MEN, WOMEN = 0, 1


class Plain:
    """The plain arrays, see plain.h."""

    def __init__(self, folder, people):
        self.folder = folder
        sizes = np.loadtxt(os.path.join(folder, "sizes.csv"), dtype=int)
        for name, size in zip(SIZES, sizes):
            setattr(self, name, int(size))
        self.states = self.years + 1
        self.weight = self.read("weight", self.towns)
        self.dying = self.read("dying", self.years, 2, self.ages)
        self.fertility = self.read("fertility", self.years, self.ages)
        self.schedule = self.read("schedule", 2, self.ages)
        for name in ["srb", "dying_factor", "fertility_factor", "migrants"]:
            setattr(self, name, self.read(name, self.years))
        for name in ["entry_age", "level_grades", "land", "pupils_per_post", "posts_per_class"]:
            setattr(self, name, self.read(name, self.levels))
        self.class_size = self.read("class_size", self.grades)
        self.rate = self.read("rate", self.states, self.grades)
        self.share = self.read("share", self.states, self.grades)
        self.town_assumed = self.read("town_assumed", self.towns)
        for name in ["seats_nominal", "seats", "seats_assumed"]:
            setattr(self, name, self.read(name, self.seat_states, self.towns, self.levels))
        start = np.loadtxt(people, delimiter=",", skiprows=1, usecols=3)
        self.start = start.reshape(self.towns, 2, self.ages)
        bearing = np.flatnonzero(self.fertility.any(axis=0))
        self.fertile = slice(bearing[0], bearing[-1] + 1)
        first = np.concatenate([[0], np.cumsum(self.level_grades)]).astype(int)
        self.level_slices = [slice(first[i], first[i + 1]) for i in range(self.levels)]
        self.grade_ages = np.concatenate(
            [np.arange(e, e + g) for e, g in zip(self.entry_age.astype(int), self.level_grades.astype(int))]
        )

    def read(self, name, *shape):
        return np.loadtxt(os.path.join(self.folder, name + ".csv"), ndmin=1).reshape(shape)

    def seats_of(self, name, state):
        return getattr(self, name)[0 if self.seat_states == 1 else state]


def step(plain, year, people, fertility, dying, migrants):
    """A year of people[..., sex, age]; the factors and migrants have the axes before."""
    asked = migrants[..., None, None] * plain.schedule
    held = np.where((asked < 0) & (people + asked <= 0), 1e-5 - people, asked)
    risk = np.minimum(plain.dying[year] * dying[..., None, None], 1)
    grown = np.empty_like(people)
    grown[..., 1:] = people[..., :-1]
    grown[..., -1] += people[..., -1]
    grown[..., 1:] -= grown[..., 1:] * risk[..., 1:]
    ages = plain.fertile
    mean = (people[..., WOMEN, ages] + grown[..., WOMEN, ages]) / 2
    births = (mean @ plain.fertility[year, ages]) * fertility
    girls = births / (1 + plain.srb[year])
    grown[..., WOMEN, 0] = girls - girls * risk[..., WOMEN, 0]
    grown[..., MEN, 0] = (births - girls) - (births - girls) * risk[..., MEN, 0]
    grown += held
    grown[grown < 0] = 0.0005
    return grown


def demand_by_grade(plain, state, people):
    children = people[..., MEN, plain.grade_ages] + people[..., WOMEN, plain.grade_ages]
    enrolled = children * plain.rate[state]
    return children, enrolled, enrolled * plain.share[state]


def by_level(plain, grades):
    return np.stack([grades[..., s].sum(axis=-1) for s in plain.level_slices], axis=-1)


def gap_of(demand, seats):
    gap = demand - seats
    return np.where(np.abs(gap) <= 1e-9 * demand, 0, gap)


def classes_of(pupils, class_size):
    return np.maximum(np.ceil(pupils / class_size - 1e-9), 0)


def staff_of(plain, pupils, classes):
    per_post = np.where(plain.pupils_per_post > 0, plain.pupils_per_post, np.inf)
    return np.where(plain.posts_per_class > 0, classes * plain.posts_per_class, pupils / per_post)


def part_of(part, whole):
    return np.divide(part, whole, out=np.zeros_like(part), where=whole != 0)


def rows(plain, state, people):
    """The figures of gap.csv, [figure][town][level]."""
    children, enrolled, public = demand_by_grade(plain, state, people)
    demand = by_level(plain, public)
    seats = plain.seats_of("seats", state)
    gap = gap_of(demand, seats)
    shortage = np.maximum(gap, 0)
    classes = by_level(plain, classes_of(public, plain.class_size))
    part = part_of(shortage, demand)
    spread = np.concatenate([public[:, s] * part[:, i, None] for i, s in enumerate(plain.level_slices)], axis=1)
    classes_short = by_level(plain, classes_of(spread, plain.class_size))
    return np.stack([
        by_level(plain, children), by_level(plain, enrolled), demand, plain.seats_of("seats_nominal", state), seats,
        gap, shortage, np.maximum(-gap, 0), classes, classes_short, demand * plain.land, shortage * plain.land,
        staff_of(plain, demand, classes), staff_of(plain, shortage, classes_short),
        part_of(demand * plain.town_assumed[:, None], demand), part_of(plain.seats_of("seats_assumed", state), seats),
    ])


def run(plain):
    people = plain.start
    table = [rows(plain, 0, people)]
    for year in range(plain.years):
        factors = np.full(plain.towns, plain.fertility_factor[year]), np.full(plain.towns, plain.dying_factor[year])
        people = step(plain, year, people, *factors, plain.migrants[year] * plain.weight)
        table.append(rows(plain, year + 1, people))
    return people, table


def write_gap(plain, table, path):
    with open(path, "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(
            "school_year town level children enrolment demand seats_nominal seats gap shortage surplus classes_needed "
            "classes_short land_needed_m2 land_short_m2 staff_needed staff_short demand_assumed_share "
            "seats_assumed_share".split()
        )
        towns = np.repeat(np.arange(plain.towns) + FIRST_ID, plain.levels).tolist()
        levels = np.tile(np.arange(plain.levels), plain.towns).tolist()
        for state, figures in enumerate(table):
            columns = figures.reshape(len(figures), -1).tolist()
            writer.writerows(zip([plain.base_year + state] * len(towns), towns, levels, *columns))


def paths(random, spread, draws, years):
    """[draw][year] factors: exp(spread x), x normal and correlated from year to year."""
    deviation = random.standard_normal((draws, years))
    for year in range(1, years):
        deviation[:, year] *= np.sqrt(1 - CORRELATION**2)
        deviation[:, year] += CORRELATION * deviation[:, year - 1]
    return np.exp(spread * deviation)


def draw(plain, random, draws):
    """The gaps of each year after the first state, [year][town][level][draw]."""
    fertility, dying, migration = (paths(random, spread, draws, plain.years)[:, None, :] for spread in SPREAD)
    people = np.broadcast_to(plain.start, (draws, plain.towns, 2, plain.ages))
    gaps = np.empty((plain.years, plain.towns, plain.levels, draws))
    for year in range(plain.years):
        people = step(
            plain, year, people, fertility[..., year] * plain.fertility_factor[year],
            dying[..., year] * plain.dying_factor[year], migration[..., year] * plain.migrants[year] * plain.weight,
        )
        demand = by_level(plain, demand_by_grade(plain, year + 1, people)[2])
        gaps[year] = np.moveaxis(gap_of(demand, plain.seats_of("seats", year + 1)), 0, -1)
    return gaps


def run_all(plain, repeats, gap_path):
    for _ in range(repeats):
        began = time.perf_counter()
        people, table = run(plain)
        print(f"engine {time.perf_counter() - began:.9f}")
    print(f"sums {people.sum():.17g} {sum(figures[5].sum() for figures in table):.17g}")
    if gap_path:
        write_gap(plain, table, gap_path)


def draw_all(plain, draws):
    random = np.random.default_rng(1)
    began = time.perf_counter()
    gaps = np.concatenate([draw(plain, random, min(CHUNK, draws - i)) for i in range(0, draws, CHUNK)], axis=-1)
    print(f"engine {time.perf_counter() - began:.9f}")
    values = np.quantile(gaps.reshape(-1, draws), QUANTILES, axis=-1)
    print(f"whole {time.perf_counter() - began:.9f}")
    print(f"sums {values[len(QUANTILES) // 2].sum():.17g} {(values[-1] - values[0]).sum():.17g}")


def main(verb, folder, people, count, gap_path=None):
    plain = Plain(folder, people)
    if verb == "draws":
        draw_all(plain, int(count))
    else:
        run_all(plain, int(count), gap_path)


if __name__ == "__main__":
    main(*sys.argv[1:])
