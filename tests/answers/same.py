"""same.py ANSWER FOLDER TABLE...: the answer's tables are the CSVs of the folder, cell by cell, figures to the last digit."""
import csv
import json
import os
import sys


def cell(value):
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value


# Numbers stay the text that stands there.
with open(sys.argv[1], encoding="utf-8") as file:
    answer = json.load(file, parse_float=str, parse_int=str)
wrong = 0
for name in sys.argv[3:]:
    with open(os.path.join(sys.argv[2], name + ".csv"), encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    table = [{key: cell(value) for key, value in row.items()} for row in answer["tables"][name]]
    if not rows or table != rows:
        print(f"FAILED: {name} of {sys.argv[1]} is not {name}.csv ({len(table)} and {len(rows)} rows)")
        print(next(((a, b) for a, b in zip(table, rows) if a != b), ""))
        wrong = 1
sys.exit(wrong)
