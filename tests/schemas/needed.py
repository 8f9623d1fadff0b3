"""
What the schema of district.yaml needs, the program needs: each such key that a sample has is taken away in turn, and
`xuewei check` must refuse the model. Without any taken away it must not. The samples are written back as JSON, which is
YAML, too.
"""
import copy
import json
import os
import shutil
import subprocess
import sys
import tempfile

from accepted import Core, root, yaml

with open(os.path.join(root, "schemas", "district.schema.json"), encoding="utf-8") as file:
    schema = json.load(file)


def resolved(part):
    """The schema that a reference leads to."""
    part = part.get("allOf", [part])[0]
    return schema["definitions"][part["$ref"].rsplit("/", 1)[1]] if "$ref" in part else part


def needed(part, value, path=()):
    """The paths of all needed keys in the value."""
    part = resolved(part)
    if isinstance(value, list) and "items" in part and value:
        yield from needed(part["items"], value[0], path + (0,))
    if isinstance(value, dict):
        yield from (path + (key,) for key in part.get("required", []))
        for key, inner in value.items():
            if key in part.get("properties", {}):
                yield from needed(part["properties"][key], inner, path + (key,))


def check(folder, value):
    with open(os.path.join(folder, "district.yaml"), "w", encoding="utf-8") as file:
        json.dump(value, file, ensure_ascii=False)
    return subprocess.run([os.environ["XUEWEI_PROGRAM"], "check", folder], capture_output=True, check=False).returncode


wrong = []
seen = 0
for model in ["models/qingcheng", "models/example_housing", "tests/models/fivefour"]:
    with tempfile.TemporaryDirectory() as ground:
        folder = shutil.copytree(os.path.join(root, model), os.path.join(ground, "model"))
        with open(os.path.join(folder, "district.yaml"), encoding="utf-8") as file:
            value = yaml.load(file, Core)
        if check(folder, value) != 0:
            wrong.append(f"{model}: refused as it is")
        for path in needed(schema, value):
            less = copy.deepcopy(value)
            inner = less
            for step in path[:-1]:
                inner = inner[step]
            del inner[path[-1]]
            seen += 1
            if check(folder, less) != 65:
                wrong.append(f"{model}: accepted without {path}")
print(*wrong, f"{seen} needed keys taken away", sep="\n")
sys.exit(1 if wrong or seen < 30 else 0)
