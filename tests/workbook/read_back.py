"""Reads tables.xlsx back with openpyxl and holds it against gap.csv and what a workbook should have."""
import csv
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile

sys.path.append("/usr/lib/python3/dist-packages")  # where Debian has openpyxl, whichever python3 this is
try:
    import openpyxl
except ImportError:
    print("skipped: python3-openpyxl is not installed")
    sys.exit(77)

PROGRAM = os.environ["XUEWEI_PROGRAM"]
SOURCE = os.environ["XUEWEI_SOURCE"]
LEVEL_SHEET_FIGURES = ["children", "enrolment", "demand", "seats", "seats_nominal", "gap", "classes_needed",
                       "land_needed_m2", None, "staff_needed", "demand_assumed_share", "seats_assumed_share"]
HEADS = {
    "zh": ["镇街", "学年", "适龄人口", "在校生", "公办需求", "学位供给", "学位供给（一次开足）", "缺口/富余", "所需班数",
           "用地（㎡）", "用地（亩）", "教职工"],
    "en": ["Town", "School year", "Children of the ages", "Pupils, public and private", "Demand for public seats",
           "Public seats", "Public seats, all open in full", "Shortage / spare", "Classes needed", "Land needed, m²",
           "Land needed, mu", "Staff needed"],
}


def run(scenario, folder, language, *more):
    done = subprocess.run([PROGRAM, "run", scenario, "--output", folder, "--lang", language, *more],
                          capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stderr


def open_workbook(folder):
    return openpyxl.load_workbook(os.path.join(folder, "tables.xlsx"))


def content_hash(folder):
    with open(os.path.join(folder, "tables.xlsx"), "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def gap_rows(folder):
    with open(os.path.join(folder, "gap.csv"), encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def heads_row(sheet, heads):
    """The row of headings, and that the columns are those of the field."""
    for row in range(1, 30):
        if sheet.cell(row, 1).value == heads[0] and sheet.cell(row, 2).value == heads[1]:
            assert [cell.value for cell in sheet[row]][:len(heads)] == heads, sheet.title
            return row
    raise AssertionError(sheet.title + ": no headings")


def level_numbers(sheet, heads):
    """The sheet's figures by year, in the order of its places."""
    numbers = []
    for row in sheet.iter_rows(min_row=heads_row(sheet, heads) + 1, values_only=True):
        numbers.append((row[1], row[2:2 + len(LEVEL_SHEET_FIGURES)]))
    return numbers


def csv_numbers(rows, level):
    """The same from gap.csv: the district, the areas, then the towns; places with nothing left out."""
    places = []
    for row in rows:
        place = (row["town"] != "total", row["area"] != "" and row["town"] == "total", row["area"], row["town"])
        if row["level"] == level and place not in places:
            places.append(place)
    order = [p for p in places if not p[0] and not p[1]] + [p for p in places if p[1]] + [p for p in places if p[0]]
    numbers = []
    for _, _, area, town in order:
        mine = [r for r in rows if r["level"] == level and r["area"] == area and r["town"] == town]
        if any(float(r[f]) > 0 for r in mine for f in ("children", "demand", "seats", "seats_nominal")):
            numbers += [(int(r["school_year"]), r) for r in mine]
    return numbers


def same_numbers(sheet, rows, level, heads):
    """Every figure of a level's sheet is that of gap.csv, to the last bit."""
    found = level_numbers(sheet, heads)
    expected = csv_numbers(rows, level)
    assert len(found) == len(expected) > 0, (sheet.title, len(found), len(expected))
    for (year, figures), (of_year, row) in zip(found, expected):
        assert year == of_year, (sheet.title, year, of_year)
        for name, figure in zip(LEVEL_SHEET_FIGURES, figures):
            if name is None:
                assert abs(figure * 2000 / 3 - float(row["land_needed_m2"])) < 1e-6
            else:
                assert float(figure) == float(row[name]), (sheet.title, year, name, figure, row[name])


def no_formulas(workbook):
    for sheet in workbook:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type in ("n", "s", "inlineStr"), (sheet.title, cell.coordinate, cell.data_type)


def pages_are_a4(workbook):
    for sheet in workbook:
        assert sheet.page_setup.orientation == "landscape" and int(sheet.page_setup.paperSize) == 9, sheet.title
        assert sheet.sheet_properties.pageSetUpPr.fitToPage and int(sheet.page_setup.fitToHeight) == 0, sheet.title
        assert sheet.print_title_rows and sheet.freeze_panes, sheet.title
        assert "&P" in sheet.oddFooter.center.text or "&P" in str(sheet.oddFooter.center), sheet.title


def baseline(folder):
    scenario = os.path.join(SOURCE, "scenarios", "baseline.yaml")
    names = {
        "zh": ["全区汇总", "缺口一览", "幼儿园", "小学", "初中", "项目", "审核", "口径说明", "凤城街道"],
        "en": ["Summary", "Gaps at a glance", "Kindergarten", "Primary school", "Junior secondary school", "Projects",
               "Audit", "Notes", "Fengcheng"],
    }
    for language in ("zh", "en"):
        out = os.path.join(folder, language)
        again = os.path.join(folder, "again_" + language)
        assert run(scenario, out, language) == ""
        run(scenario, again, language, "--threads", "1")
        assert content_hash(out) == content_hash(again)
        book = open_workbook(out)
        assert book.sheetnames[:9] == names[language], book.sheetnames
        assert len(book.sheetnames) == 17
        rows = gap_rows(out)
        for sheet, level in zip(book.sheetnames[2:5], ("kindergarten", "primary", "junior")):
            same_numbers(book[sheet], rows, level, HEADS[language])
            assert len(book[sheet]._charts) in (10, 11), sheet
            assert book[sheet].auto_filter.ref and book[sheet].conditional_formatting
        assert len(book[names[language][0]]._charts) == 3
        assert all(len(book[sheet]._charts) == 3 for sheet in book.sheetnames[8:16])
        assert book[names[language][5]].max_row == 4 + 49
        notes = [str(cell.value) for row in book[names[language][7]].iter_rows() for cell in row if cell.value]
        assert any("fertility.multiplier" == note for note in notes)
        assert any(len(note) == 64 for note in notes)  # hashes of the files
        no_formulas(book)
        pages_are_a4(book)
    assert content_hash(os.path.join(folder, "zh")) != content_hash(os.path.join(folder, "en"))


def hostile(folder):
    """A model whose names try what they can."""
    model = os.path.join(folder, "model")
    shutil.copytree(os.path.join(SOURCE, "tests", "models", "fivefour"), model)
    long = ("🏫很长的名字" * 34)[:200]
    towns = [["town", "name_zh", "name_en", "kind", "area", "population", "status", "migrant_share"],
             ["east", "=cmd()|'/C calc'!A0", "+SUM(1)", "street", "@area", "3410", "measured", "0.35"],
             ["west", long, "2020", "street", "@area", "1706", "measured", "0.30"],
             ["north", "[]:*?/\\</script>\"&'!", "@A1", "town", "", "854", "assumed", "0.05"]]
    with open(os.path.join(model, "towns.csv"), "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(towns)
    with open(os.path.join(SOURCE, "tests", "models", "fivefour.yaml"), encoding="utf-8") as file:
        text = file.read().replace("model: fivefour", "model: model").replace("zh: 五四学制示例,", "zh: '=1+1',")
    scenario = os.path.join(folder, "hostile.yaml")
    with open(scenario, "w", encoding="utf-8") as file:
        file.write(text)
    for language, column in (("zh", 1), ("en", 2)):
        out = os.path.join(folder, language)
        run(scenario, out, language)
        book = open_workbook(out)
        no_formulas(book)
        pages_are_a4(book)
        assert all(len(name.encode("utf-16-le")) // 2 <= 31 for name in book.sheetnames)
        assert all(char not in name for name in book.sheetnames for char in "[]:*?/\\'!"), book.sheetnames
        assert len({name.lower() for name in book.sheetnames}) == len(book.sheetnames)
        keys = {row[0] for row in book[book.sheetnames[2]].iter_rows(values_only=True)}
        for town in towns[1:]:
            assert town[column] in keys, (town[column], keys)
        rows = gap_rows(out)
        for sheet, level in zip(book.sheetnames[2:5], ("kindergarten", "primary", "junior")):
            same_numbers(book[sheet], rows, level, HEADS[language])


def many_runs(folder):
    """What many runs add: the variants, the chances, the sensitivity, the matrix."""
    for name, draws, sheets in (("uncertainty", "draws: 200", ["高中低方案", "缺口概率"]),
                                ("sensitivity", "draws: 64", ["敏感性"]), ("sweep_birth_migration", None, ["组合矩阵"])):
        scenario = os.path.join(SOURCE, "scenarios", name + ".yaml")
        if draws is not None:
            with open(scenario, encoding="utf-8") as file:
                lines = [("  " + draws + "\n") if line.startswith("  draws:") else line for line in file]
            text = "".join(lines).replace("extends: ", "extends: " + os.path.join(SOURCE, "scenarios") + "/")
            scenario = os.path.join(folder, name + ".yaml")
            with open(scenario, "w", encoding="utf-8") as file:
                file.write(text)
        out = os.path.join(folder, name)
        run(scenario, out, "zh")
        book = open_workbook(out)
        no_formulas(book)
        for sheet in sheets:
            assert sheet in book.sheetnames, book.sheetnames
        if name == "uncertainty":
            with open(os.path.join(out, "variants.csv"), encoding="utf-8-sig", newline="") as file:
                variants = {float(row["gap_high"]) for row in csv.DictReader(file)}
            highs = [row[3] for row in book[sheets[0]].iter_rows(min_row=5, values_only=True)]
            assert len(highs) > 100 and all(float(high) in variants for high in highs)
            assert len(book[sheets[0]]._charts) == 3
        if name == "sweep_birth_migration":
            rules = [rule.type for of in book[sheets[0]].conditional_formatting for rule in of.rules]
            assert rules and set(rules) == {"colorScale"}


def compare(a, b, folder, language, *more):
    done = subprocess.run([PROGRAM, "compare", a, b, "--output", folder, "--lang", language, *more],
                          capture_output=True, text=True, check=False)
    assert done.returncode == 0 and done.stderr == "", done.stderr
    return done.stdout


def same_comparison(sheet, rows, heads):
    """Every figure of the sheet's tables stands in compare.csv, to the last bit, at the year or in one of the year's
    places; the shares add up to the change."""
    fields = [field for field in rows[0] if field not in ("school_year", "area", "town", "level", "demand_a", "demand_b",
                                                          "seats_a", "seats_b", "town_name")]
    of_district = {(r["school_year"], tuple(sorted(float(r[f]) for f in fields)))
                   for r in rows if r["town"] == "total" and r["area"] == ""}
    of_places = {tuple(sorted(float(r[f]) for f in fields)) for r in rows}
    counts = [0, 0]
    table = None
    for row in sheet.iter_rows(values_only=True):
        if row[0] in heads:
            table = heads.index(row[0])
        elif row[0] is None:
            table = None
        elif table is not None:
            figures = [float(figure) for figure in row[1:1 + len(fields)]]
            assert abs(figures[2] - sum(figures[3:])) < 1e-6, row
            mine = tuple(sorted(figures))
            assert (str(row[0]), mine) in of_district if table == 0 else mine in of_places, row
            counts[table] += 1
    return counts


def comparison(folder):
    """The sheet of a comparison has what the terminal says and what compare.csv has; no text is a formula."""
    a = os.path.join(SOURCE, "tests", "models", "fivefour.yaml")
    b = os.path.join(folder, "b.yaml")
    with open(os.path.join(SOURCE, "tests", "models", "fivefour_other.yaml"), encoding="utf-8") as file:
        text = file.read()
    with open(b, "w", encoding="utf-8") as file:
        file.write(text.replace("extends: fivefour.yaml", "extends: " + a)
                   .replace("zh: 五四学制示例，一年以后", "zh: '=1+1'").replace('en: "Five', 'en: "@Five'))
    for language, name, heads in (("zh", "比较", ("学年", "镇街")), ("en", "Comparison", ("School year", "Town"))):
        out = os.path.join(folder, language)
        again = os.path.join(folder, "again")
        said = compare(a, b, out, language)
        compare(a, b, again, language, "--threads", "1")
        with open(os.path.join(out, "compare.xlsx"), "rb") as one, open(os.path.join(again, "compare.xlsx"), "rb") as two:
            assert one.read() == two.read()
        book = openpyxl.load_workbook(os.path.join(out, "compare.xlsx"))
        assert book.sheetnames == [name], book.sheetnames
        sheet = book[name]
        no_formulas(book)
        pages_are_a4(book)
        assert sheet.conditional_formatting
        with open(os.path.join(out, "compare.csv"), encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        cells = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]
        answers = [line[2:] for line in said.splitlines() if line.startswith("- ")]
        assert len(answers) > 4 and all(answer in cells for answer in answers), (answers, cells)
        assert any("=1+" in cell if language == "zh" else "@Five" in cell for cell in cells)
        years = len({r["school_year"] for r in rows})
        places = len({(r["area"], r["town"]) for r in rows})
        levels = len({r["level"] for r in rows})
        counts = same_comparison(sheet, rows, heads)
        assert counts == [levels * years, levels * places], (counts, levels, years, places)
        # nothing differs: a sentence, and no table
        compare(a, a, again, language)
        same = openpyxl.load_workbook(os.path.join(again, "compare.xlsx"))[name]
        assert same.max_row < 10 and not same.conditional_formatting, same.max_row


def main():
    folder = tempfile.mkdtemp()
    try:
        {"baseline": baseline, "hostile": hostile, "many_runs": many_runs,
         "comparison": comparison}[sys.argv[1]](folder)
    finally:
        shutil.rmtree(folder)


main()
