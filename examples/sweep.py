#!/usr/bin/env python3
"""How the district's gap moves with births: a sweep by libxuewei, as a table and a picture.

    python3 examples/sweep.py scenarios/baseline.yaml --library build/program/src/library/libxuewei.so \\
        --level primary --factors 0.8 0.9 1 1.1 1.2 --svg sweep.svg

The birth rates of every year from --first on are multiplied by each factor. The table goes to standard output. The
picture needs nothing; where matplotlib is there, --picture FILE.png draws it by that instead.
"""
import argparse
import ctypes
import ctypes.util
import html
import sys

OK, ENGLISH, ALL_YEARS = 0, 1, 0


class Problem(ctypes.Structure):
    _fields_ = [("code", ctypes.c_char_p), ("file", ctypes.c_char_p), ("line", ctypes.c_size_t),
                ("column", ctypes.c_size_t), ("is_note", ctypes.c_int), ("text", ctypes.c_char_p * 2)]


def load(path):
    """The library, with the types that ctypes cannot know."""
    library = ctypes.CDLL(path or ctypes.util.find_library("xuewei") or "libxuewei.so.0")
    handle, text, number, size = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int, ctypes.c_size_t
    doubles = ctypes.POINTER(ctypes.c_double)
    for name, result, arguments in [
            ("version", text, []), ("open", number, [text, ctypes.POINTER(handle)]), ("free", None, [handle]),
            ("problem_count", size, [handle]), ("problem", number, [handle, size, ctypes.POINTER(Problem)]),
            ("set", number, [handle, text, text, number, ctypes.c_double]),
            ("get", number, [handle, text, text, number, doubles]), ("run", number, [handle]),
            ("first_year", number, [handle]), ("years", size, [handle]), ("places", size, [handle]),
            ("levels", size, [handle]), ("place_id", text, [handle, size]), ("level_id", text, [handle, size]),
            ("figures", number, [handle, text, doubles, size])]:
        function = getattr(library, "xuewei_" + name)
        function.restype, function.argtypes = result, arguments
    return library


class Scenario:
    """An open scenario; what is wrong with it raises ValueError with all its problems."""

    def __init__(self, library, path):
        self.library, self.handle = library, ctypes.c_void_p()
        self.check(library.xuewei_open(path.encode(), ctypes.byref(self.handle)))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.library.xuewei_free(self.handle)

    def check(self, status):
        if status == OK:
            return
        lines = []
        for index in range(self.library.xuewei_problem_count(self.handle)):
            problem = Problem()
            self.library.xuewei_problem(self.handle, index, ctypes.byref(problem))
            place = f"{problem.file.decode()}:{problem.line}:{problem.column}: " if problem.file else ""
            lines.append(place + problem.text[ENGLISH].decode())
        raise ValueError("\n".join(lines) or f"libxuewei: status {status}")

    def years(self):
        first = self.library.xuewei_first_year(self.handle)
        return range(first, first + self.library.xuewei_years(self.handle))

    def places(self):
        return [self.library.xuewei_place_id(self.handle, place).decode()
                for place in range(self.library.xuewei_places(self.handle))]

    def levels(self):
        return [self.library.xuewei_level_id(self.handle, level).decode()
                for level in range(self.library.xuewei_levels(self.handle))]

    def get(self, parameter, year):
        value = ctypes.c_double()
        self.check(self.library.xuewei_get(self.handle, parameter.encode(), None, year, ctypes.byref(value)))
        return value.value

    def set(self, parameter, year, value):
        self.check(self.library.xuewei_set(self.handle, parameter.encode(), None, year, value))

    def run(self):
        self.check(self.library.xuewei_run(self.handle))

    def figures(self, figure):
        """{(year, place, level): value} of the latest run."""
        keys = [(year, place, level) for year in self.years() for place in self.places() for level in self.levels()]
        values = (ctypes.c_double * len(keys))()
        self.check(self.library.xuewei_figures(self.handle, figure.encode(), values, len(keys)))
        return dict(zip(keys, values))


def sweep(scenario, first, factors, level):
    """The district's gap at the level: {factor: [gap of each year]}."""
    births = {year: scenario.get("fertility.multiplier", year) for year in scenario.years() if year >= first}
    lines = {}
    for factor in factors:
        for year, value in births.items():
            scenario.set("fertility.multiplier", year, value * factor)
        scenario.run()
        gap = scenario.figures("gap")
        lines[factor] = [gap[year, "total", level] for year in scenario.years()]
    return lines


def svg(years, lines, title):
    """A picture without any library: a line a factor, the zero line, years below."""
    width, height, left, top = 720, 400, 80, 40
    values = [value for line in lines.values() for value in line] + [0]
    low, high = min(values), max(values)
    span = high - low or 1

    def x(index):
        return left + index * (width - left - 60) / max(len(years) - 1, 1)

    def y(value):
        return top + (high - value) * (height - top - 40) / span

    colours = ["#2166ac", "#67a9cf", "#555555", "#ef8a62", "#b2182b"]
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" '
             f'font-size="12"><rect width="{width}" height="{height}" fill="white"/>'
             f'<text x="{left}" y="22" font-size="15">{html.escape(title)}</text>'
             f'<path d="M{left} {y(0):.1f}H{width - 60}" stroke="#999"/>']
    for value in sorted({low, 0, high}):
        parts.append(f'<text x="{left - 8}" y="{y(value) + 4:.1f}" text-anchor="end">{value:,.0f}</text>')
    for index, year in enumerate(years):
        if index % 5 == 0:
            parts.append(f'<text x="{x(index):.1f}" y="{height - 12}" text-anchor="middle">{year}</text>')
    for index, (factor, line) in enumerate(lines.items()):
        points = " ".join(f"{x(at):.1f},{y(value):.1f}" for at, value in enumerate(line))
        colour = colours[index % len(colours)]
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>'
                     f'<text x="{x(len(line) - 1) + 6:.1f}" y="{y(line[-1]) + 4:.1f}" fill="{colour}">x{factor:g}</text>')
    return "\n".join(parts + ["</svg>\n"])


def plot(path, years, lines, title):
    """By matplotlib; False where it is not there."""
    try:
        import matplotlib
    except ImportError:
        return False
    matplotlib.use("Agg")
    from matplotlib import pyplot
    for factor, line in lines.items():
        pyplot.plot(years, line, label=f"x{factor:g}")
    pyplot.axhline(0, color="grey")
    pyplot.title(title)
    pyplot.legend()
    pyplot.savefig(path)
    return True


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("scenario")
    parser.add_argument("--library", help="libxuewei.so; by default the installed one")
    parser.add_argument("--level", help="id of a level; by default the last")
    parser.add_argument("--first", type=int, help="first year whose births are changed; by default the first there is")
    parser.add_argument("--factors", type=float, nargs="+", default=[0.8, 0.9, 1.0, 1.1, 1.2])
    parser.add_argument("--svg", help="write the picture here")
    parser.add_argument("--picture", help="write a picture by matplotlib here")
    options = parser.parse_args()
    try:
        with Scenario(load(options.library), options.scenario) as scenario:
            years, levels = scenario.years(), scenario.levels()
            level = options.level or levels[-1]
            if level not in levels:
                raise ValueError(f"there is no level '{level}'; levels: {', '.join(levels)}")
            lines = sweep(scenario, options.first or years[0], options.factors, level)
    except (ValueError, OSError) as problem:
        print(problem, file=sys.stderr)
        return 65
    print("year," + ",".join(f"x{factor:g}" for factor in lines))
    for index, year in enumerate(years):
        print(f"{year}," + ",".join(f"{line[index]:.0f}" for line in lines.values()))
    title = f"Gap of the district at level {level}, births times a factor"
    if options.svg:
        with open(options.svg, "w", encoding="utf-8") as file:
            file.write(svg(years, lines, title))
    if options.picture and not plot(options.picture, years, lines, title):
        print("matplotlib is not installed: no --picture; --svg needs nothing", file=sys.stderr)
        return 69
    return 0


if __name__ == "__main__":
    sys.exit(main())
