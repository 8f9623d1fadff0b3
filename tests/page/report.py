"""The page report.html in a browser: it says no error, asks for nothing, speaks both languages, follows its sliders, and
what it hands out as a scenario gives the program the very same numbers."""

import csv
import os
import shutil
import struct
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(__file__))
from browser import Browser, Missing, needed  # noqa: E402

PROGRAM = os.environ["XUEWEI_PROGRAM"]
SOURCE = os.environ["XUEWEI_SOURCE"]
LARGEST = 1200 * 1000

HOSTILE = "</script><img src=x onerror=alert(1)>\"'=cmd()&amp;\u5b66\U0001f3eb" + "\u957f" * 160

# Sliders, and where they are moved to.
MOVES = {"births": 1.07, "migration": 3000, "developerDelay": 2, "classSize": -3, "kindergartenRate": 0.93,
         "publicShare": 1.03, "backlog": 0.015}

passed = []


def check(good, name, *words):
    """One point of TAP."""
    passed.append(bool(good))
    print(f"{'ok' if good else 'not ok'} {len(passed)} - {name}", flush=True)
    if not good:
        for word in words:
            print(f"# {word}")


def note(text):
    print(f"# {text}", flush=True)


def run(scenario, output, *options):
    done = subprocess.run([PROGRAM, "run", scenario, "--output", output, *options], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"the program ended with {done.returncode}: {done.stderr}")
    return os.path.join(output, "report.html")


def bits(value):
    return struct.pack("<d", value)


def rows_of(folder):
    with open(os.path.join(folder, "gap.csv"), encoding="utf-8-sig", newline="") as table:
        return list(csv.DictReader(table))


# Fields of the page that stand in gap.csv under the same name.
FIELDS = ["children", "enrolment", "demand", "seats_nominal", "seats", "gap", "shortage", "surplus", "classes_needed",
          "classes_short", "land_needed_m2", "land_short_m2", "staff_needed", "staff_short"]

PAGE_ROWS = """
    const { of, run } = window.report;
    const first = (of.scenario.first - of.baseYear) * of.placeCount * of.levels.length * of.fields.length;
    const length = of.years.length * of.placeCount * of.levels.length * of.fields.length;
    return { fields: of.fields, figures: Array.from(run.gaps.subarray(first, first + length), String) };
"""


def differing(browser, folder):
    """Figures of gap.csv that the page has not to the last bit, in the order of its rows, and how many were compared."""
    page = browser.run(PAGE_ROWS)
    rows = rows_of(folder)
    width = len(page["fields"])
    wrong = 0
    for index, row in enumerate(rows):
        for field in FIELDS:
            figure = float(page["figures"][index * width + page["fields"].index(field)])
            # -0 is written 0.
            wrong += bits(figure + 0.0) != bits(float(row[field]))
    return wrong, len(rows) * len(FIELDS), len(rows) * width == len(page["figures"])


MOVE = """
    const done = arguments[arguments.length - 1];
    const [id, value] = arguments;
    const input = document.getElementById(`slider-${id}`);
    input.value = value;
    const began = performance.now();
    input.dispatchEvent(new Event("input", { bubbles: true }));
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
"""


def move(browser, slider, value):
    """Moves it, and gives the milliseconds until all is drawn."""
    return browser.run(MOVE, slider, value, wait=True)


def first_text(browser):
    return browser.run("return document.querySelector('#demand-title').textContent")


def heat(browser):
    return browser.run("return [...document.querySelectorAll('#heat td')].map((cell) => cell.dataset.gap).join()")


def demand(browser):
    """What the chart itself draws."""
    return browser.run("return document.querySelector('#demand svg').innerHTML")


def copied(browser):
    browser.run("""navigator.clipboard.writeText = async (text) => { window.copied = text; };
        document.getElementById('copy-yaml').click();""")
    return browser.run("return window.copied")


def test_baseline(browser, work):
    folder = os.path.join(work, "output", "baseline")
    report = run(os.path.join(work, "scenarios", "baseline.yaml"), folder)
    size = os.path.getsize(report)
    note(f"report.html of the baseline: {size} bytes")
    check(size < LARGEST, "the page is below 1.2 MB", size)

    browser.open(report)
    note("milliseconds to the first charts: {charts}, with the engine: {ready}".format(
        **browser.run("return { ...document.documentElement.dataset }")))
    live = browser.run("return window.report.engine !== null")
    wrong, compared, whole = differing(browser, folder)
    check(wrong == 0 and whole, "the page has the numbers of gap.csv to the last bit", f"{wrong} of {compared}")
    if live:
        check(browser.run("return window.report.check"), "its own run equals the program's to the last bit")
        test_sliders(browser, work)
    else:
        note("the engine was not built: sliders are not looked at")
    test_languages(browser, "zh")
    test_choices(browser)
    check(browser.said() == [], "nothing on the console", *browser.said())
    asked = browser.asked()
    check(asked == [], "nothing is asked for", *asked)


def test_sliders(browser, work):
    before = (heat(browser), demand(browser))
    for slider, value in MOVES.items():
        took = move(browser, slider, value)
        note(f"slider {slider}: {took:.0f} ms until all charts are drawn")
    after = (heat(browser), demand(browser))
    check(before[0] != after[0] and before[1] != after[1], "sliders change the charts")

    text = copied(browser)
    changed = os.path.join(work, "scenarios", "changed.yaml")
    with open(changed, "w", encoding="utf-8") as file:
        file.write(text)
    folder = os.path.join(work, "output", "changed")
    run(changed, folder)
    wrong, compared, whole = differing(browser, folder)
    check(wrong == 0 and whole, "the copied scenario gives the page's numbers to the last bit", f"{wrong} of {compared}", text)

    browser.run("document.getElementById('reset').click()")
    browser.run("requestAnimationFrame(() => setTimeout(arguments[0]))", wait=True)
    check((heat(browser), demand(browser)) == before, "reset brings everything back")
    check("norms:" not in copied(browser), "a scenario of nothing changed changes nothing", copied(browser))


def test_languages(browser, first):
    texts = {}
    for _ in range(2):
        language = browser.run("return window.report.language")
        texts[language] = browser.run("return [document.documentElement.lang, document.body.innerText]")
        browser.run("document.getElementById('language').click()")
    check(browser.run("return window.report.language") == first, "the language is switched and switched back")
    check(texts["zh"][0] == "zh-CN" and "需求与学位" in texts["zh"][1], "it speaks Chinese")
    check(texts["en"][0] == "en" and "Demand and seats" in texts["en"][1], "it speaks English")
    missing = browser.run("""return [...document.querySelectorAll('body *')].filter((node) => node.children.length === 0)
        .map((node) => node.textContent).filter((text) => /undefined|NaN|\\[object/.test(text)
            && !['SCRIPT', 'STYLE', 'TEMPLATE'].includes(document.activeElement.tagName)).filter((text) => text.length < 2000)""")
    check(missing == [], "no word and no figure is missing", *missing)


def test_choices(browser):
    """Every town and level is drawn, and every table behind a chart can be opened."""
    browser.run("""const { state, places, choices } = window.report;
        document.querySelectorAll('details').forEach((one) => { one.open = true; });
        choices.forEach((level) => places.forEach((_, place) => state.set({ place, level })));
        state.set({ place: places.length - 1, level: choices[0] });""")
    unnamed = browser.run("""return [...document.querySelectorAll('button, input, select, [role=region], [role=img]')]
        .filter((node) => !(node.textContent.trim() || node.getAttribute('aria-label') || node.labels?.length)).map((node) => node.outerHTML.slice(0, 200))""")
    check(unnamed == [], "everything that can be used or seen has a name", *unnamed)
    tables = browser.run("return document.querySelectorAll('.behind table tbody tr').length")
    check(tables > 0, "tables stand behind the charts")


def test_hostile(browser, work):
    model = os.path.join(work, "models", "hostile")
    shutil.copytree(os.path.join(work, "models", "qingcheng"), model)
    towns = os.path.join(model, "towns.csv")
    with open(towns, encoding="utf-8", newline="") as table:
        rows = list(csv.reader(table))
    rows[1][1] = rows[1][2] = HOSTILE
    with open(towns, "w", encoding="utf-8", newline="") as table:
        csv.writer(table, lineterminator="\n").writerows(rows)
    scenario = os.path.join(work, "scenarios", "hostile.yaml")
    with open(scenario, "w", encoding="utf-8") as file:
        file.write("format: 1\nmodel: ../models/hostile\nhorizon: {first: 2020, last: 2030}\n"
                   "title: {zh: \"</script><b>\", en: \"</script><b>\"}\n")
    browser.open(run(scenario, os.path.join(work, "output", "hostile"), "--lang", "en"))
    check(browser.run("return window.report.language") == "en", "--lang en begins in English")
    names = browser.run("return [...document.querySelectorAll('#heat th button')].map((node) => node.textContent)")
    check(HOSTILE in names, "a hostile name of a town is text", *names)
    check(browser.run("return document.images.length + document.querySelectorAll('header b').length") == 0, "and no markup")
    wide = browser.run("return document.documentElement.scrollWidth - innerWidth")
    check(wide <= 0, "a long name does not widen the page", wide)
    check(browser.said() == [], "nothing on the console", *browser.said())


ENSEMBLES = {
    "uncertainty": ("extends: uncertainty.yaml\nuncertainty:\n  draws: 600\n  seed: 1\n  inputs:\n", "#fan svg path"),
    "sensitivity": ("extends: sensitivity.yaml\nsensitivity:\n  draws: 0\n  inputs:\n", "#tornado .input"),
}

INPUTS = """    - {parameter: fertility.multiplier, times: {distribution: lognormal, median: 1, sd: 0.1}, walk: yes, first: 2024, source: Assumed.}
    - {parameter: migration.added, add: {distribution: normal, mean: 0, sd: 3000}, autocorrelation: 0.8, first: 2024, source: Assumed.}
    - {parameter: supply.project_delay_years, builder: developer, add: {distribution: discrete, values: [0, 1, 2]}, source: Assumed.}
"""


def test_ensembles(browser, work):
    for name, (beginning, drawn) in ENSEMBLES.items():
        inputs = INPUTS.replace("autocorrelation: 0.8, ", "") if name == "sensitivity" else INPUTS
        scenario = os.path.join(work, "scenarios", f"small_{name}.yaml")
        with open(scenario, "w", encoding="utf-8") as file:
            file.write("format: 1\n" + beginning + inputs)
        browser.open(run(scenario, os.path.join(work, "output", name)))
        count = browser.run("return document.querySelectorAll(arguments[0]).length", drawn)
        check(count > 0, f"{name} is drawn")
        if browser.run("return window.report.engine !== null"):
            browser.run("window.report.state.set({ year: 2035 })")
            before = browser.run("return document.querySelector('#fan, #tornado').innerHTML")
            took = move(browser, "births", 1.2)
            note(f"{name}: {took:.0f} ms from the slider until all charts are drawn")
            check(browser.run("return document.querySelector('#fan, #tornado').innerHTML") != before, f"a slider moves {name}")
        check(browser.said() == [], "nothing on the console", *browser.said())
    folder = os.path.join(work, "output", "sweep")
    browser.open(run(os.path.join(work, "scenarios", "sweep_birth_migration.yaml"), folder))
    check(browser.run("return document.querySelectorAll('#sweep td').length") > 0, "a sweep is drawn")
    check(browser.said() == [], "nothing on the console", *browser.said())


COMPARED = """
    const { of, figures, causes } = window.comparison;
    const rows = of.years.flatMap((year) => of.places.flatMap((place, at) => of.levels.map((level, index) => {
        const { a, b, change, shares } = figures(year, at, index);
        const key = [year, place.kind === "town" ? place.id : place.kind === "area" ? `${place.id}/` : "total", level.id].join();
        return [key, String(a), String(b), String(change), shares.map(String)];
    })));
    return { rows, causes: of.causes.map((cause) => cause.id) };
"""


def same_comparison(browser, folder):
    """Figures of compare.csv that the page has not to the last bit, and how many were compared."""
    page = browser.run(COMPARED)
    found = {row[0]: row[1:] for row in page["rows"]}
    wrong = compared = 0
    with open(os.path.join(folder, "compare.csv"), encoding="utf-8-sig", newline="") as table:
        for row in csv.DictReader(table):
            town = row["town"] if row["town"] != "total" else f"{row['area']}/" if row["area"] else "total"
            a, b, change, shares = found[",".join((row["school_year"], town, row["level"]))]
            pairs = list(zip([a, b, change, *shares], [row["gap_a"], row["gap_b"], row["change"], *(row[name] for name in page["causes"])]))
            wrong += sum(bits(float(one) + 0.0) != bits(float(other)) for one, other in pairs)
            compared += len(pairs)
    return wrong, compared


def compare(work, name, other, *options):
    folder = os.path.join(work, "output", name)
    done = subprocess.run([PROGRAM, "compare", os.path.join(work, "scenarios", "baseline.yaml"), other, "--output", folder, *options],
                          capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"the program ended with {done.returncode}: {done.stderr}")
    return folder, done.stdout


def test_comparison(browser, work):
    other = os.path.join(work, "scenarios", "compared.yaml")
    with open(other, "w", encoding="utf-8") as file:
        file.write("format: 1\nextends: developers_late.yaml\nfertility: {multiplier: {2020: 1, 2030: 0.8}}\n"
                   "title: {zh: \"</script><b>\", en: \"</script><b>\"}\n")
    folder, said = compare(work, "compared", other, "--lang", "en")
    browser.open(os.path.join(folder, "report.html"))
    wrong, compared = same_comparison(browser, folder)
    check(wrong == 0 and compared > 1000, "a comparison's page has the numbers of compare.csv to the last bit", f"{wrong} of {compared}")
    answers = browser.run("return [...document.querySelectorAll('.answer p')].map((node) => node.textContent)")
    check(len(answers) == 3 and all(f"- {answer}\n" in said for answer in answers), "and the terminal's answers", *answers)
    check("</script><b>" in browser.run("return document.querySelector('h1').textContent"), "a hostile title is text")
    check(browser.run("return document.querySelectorAll('header b').length") == 0, "and no markup")
    check(browser.run("return document.querySelectorAll('#causes svg path').length") > 20, "its bars are drawn")
    before = browser.run("return [document.querySelector('#causes svg').innerHTML, document.querySelector('#figures').innerText]")
    browser.run("""const level = document.querySelector('select[name=level]');
        level.value = '1';
        level.dispatchEvent(new Event('change'));
        const place = document.querySelector('select[name=place]');
        place.value = '2';
        place.dispatchEvent(new Event('change'));""")
    after = browser.run("return [document.querySelector('#causes svg').innerHTML, document.querySelector('#figures').innerText]")
    check(all(one != two for one, two in zip(before, after)), "another place and level are drawn anew")
    changes = browser.run("""document.querySelectorAll('#figures th button')[3].click();
        return [...document.querySelectorAll('#figures tbody tr')].map((row) => row.children[3].textContent.replace('\u2212', '-'))""")
    figures = [float(text.replace(",", "")) for text in changes]
    check(len(figures) > 5 and figures == sorted(figures, reverse=True), "its table is sorted", *changes)
    languages = browser.run("""const text = () => [document.documentElement.lang, document.body.innerText];
        const first = text();
        document.getElementById('language').click();
        return [first, text()];""")
    check(languages[0][0] == "en" and "What differs in the inputs" in languages[0][1], "it speaks English")
    check(languages[1][0] == "zh-CN" and "输入有什么不同" in languages[1][1], "it speaks Chinese")
    check(not any(word in text for _, text in languages for word in ("undefined", "NaN", "[object")), "no word and no figure is missing")
    wide = browser.run("return document.documentElement.scrollWidth - innerWidth")
    check(wide <= 0, "nothing widens the page", wide)
    check(browser.said() == [], "nothing on the console", *browser.said())
    asked = browser.asked()
    check(asked == [], "nothing is asked for", *asked)

    folder, _ = compare(work, "same", os.path.join(work, "scenarios", "baseline.yaml"))
    browser.open(os.path.join(folder, "report.html"))
    check("没有不同" in browser.run("return document.querySelector('.answer').textContent"), "where nothing differs it says so")
    check(browser.said() == [], "nothing on the console", *browser.said())


def main():
    try:
        needed()
    except Missing as missing:
        print(f"1..0 # SKIP {missing}")
        return
    with tempfile.TemporaryDirectory(prefix="xuewei-page-") as work:
        for part in ("models", "scenarios"):
            shutil.copytree(os.path.join(SOURCE, part), os.path.join(work, part))
        if not os.path.exists(run(os.path.join(work, "scenarios", "baseline.yaml"), os.path.join(work, "output", "any"))):
            print("1..0 # SKIP the page was not built: node, npm or its packages were missing")
            return
        with Browser() as browser:
            for test in (test_baseline, test_hostile, test_ensembles, test_comparison):
                test(browser, work)
    print(f"1..{len(passed)}")


main()
