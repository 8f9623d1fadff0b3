"""
Holds the committed schemas to the files that there are: every scenario and district.yaml of scenarios/, models/ and the
valid ones of tests/ must be accepted, and of tests/scenarios/invalid exactly those refused that refused.txt names: the
ones whose fault is one of a key, a type, a word or a range. What hangs on the model, or on two keys together, is for
`xuewei check` to say. `--list` prints what is refused, to renew that list.
"""
import glob
import json
import os
import re
import sys

SKIPPED = 77
try:
    import jsonschema
    import yaml
except ImportError as missing:
    print(f"skipped: {missing} (python3-jsonschema, python3-yaml)")
    sys.exit(SKIPPED)

root = os.environ["XUEWEI_SOURCE"]


class Core(yaml.SafeLoader):
    """YAML 1.2's own schema, as editors read it: days and `yes` are texts. Keys are texts, as in JSON."""

    yaml_implicit_resolvers = {}

    def construct_mapping(self, node, deep=False):
        return {str(key.value): self.construct_object(value, deep=True) for key, value in node.value}


for tag, pattern, first in [
    ("null", r"~|null|Null|NULL|", "~nN\0"),
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
]:
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first))
Core.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))
Core.add_constructor("tag:yaml.org,2002:map", lambda loader, node: loader.construct_mapping(node))


def validator(name):
    with open(os.path.join(root, "schemas", name + ".schema.json"), encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


scenarios = validator("scenario")
districts = validator("district")


def read(path):
    """What the file says; None where it is no YAML at all, which no schema is asked about."""
    try:
        with open(path, "rb") as file:
            return yaml.load(file.read().decode("utf-8-sig"), Core)
    except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError, ValueError):
        return None


def faults(schema, path):
    value = read(path)
    if not isinstance(value, dict):
        return []
    return ["/".join(map(str, error.absolute_path)) + ": " + error.message[:150] for error in schema.iter_errors(value)]


def refused(path):
    """Faults of a scenario of invalid/, and of the model that it names in there."""
    found = faults(scenarios, path)
    value = read(path)
    model = value.get("model") if isinstance(value, dict) else None
    if isinstance(model, str) and model.startswith("models/"):
        found += faults(districts, os.path.join(os.path.dirname(path), model, "district.yaml"))
    return found


def files(pattern):
    return sorted(glob.glob(os.path.join(root, pattern)))


def main():
    wrong = []
    accepted = 0
    for schema, pattern in [
        (scenarios, "scenarios/*.yaml"),
        (scenarios, "models/*/calibrated.yaml"),
        (scenarios, "tests/scenarios/valid/*.yaml"),
        (scenarios, "tests/models/*.yaml"),
        (scenarios, "tests/bench/*.yaml"),
        (districts, "models/*/district.yaml"),
        (districts, "tests/models/*/district.yaml"),
        (districts, "tests/scenarios/models/*/district.yaml"),
        (districts, "tests/scenarios/valid/models/*/district.yaml"),
        (districts, "tests/validation/*/district.yaml"),
    ]:
        for path in files(pattern):
            accepted += 1
            wrong += [f"{os.path.relpath(path, root)}: refused: {fault}" for fault in faults(schema, path)]
    if accepted < 30:
        wrong.append(f"only {accepted} files were looked at")

    invalid = {os.path.basename(path)[: -len(".yaml")]: refused(path) for path in files("tests/scenarios/invalid/*.yaml")}
    if "--list" in sys.argv:
        for name, found in invalid.items():
            if found:
                print(name, *(found[:1] if "--why" in sys.argv else []))
        sys.exit()
    with open(os.path.join(root, "tests", "schemas", "refused.txt"), encoding="utf-8") as file:
        expected = {line.strip() for line in file if line.strip() and not line.startswith("#")}
    for name, found in invalid.items():
        if bool(found) != (name in expected):
            wrong.append(f"invalid/{name}.yaml: " + (f"refused: {found[0]}" if found else "accepted, but refused.txt has it"))
    wrong += [f"refused.txt: there is no invalid/{name}.yaml" for name in sorted(expected - set(invalid))]
    print(*wrong, f"{accepted} files accepted, {len(expected)} of {len(invalid)} invalid ones refused", sep="\n")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
