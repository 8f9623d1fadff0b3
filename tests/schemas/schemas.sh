#!/bin/sh
# The committed schemas are what the program prints, and each sample names its own in the first line, by which editors
# find it. To renew: build/x/src/xuewei schema scenario >schemas/scenario.schema.json, and so for district.
set -u
cd "$XUEWEI_SOURCE" || exit 1
status=0

for schema in scenario district; do
    if ! "$XUEWEI_PROGRAM" schema $schema | cmp - schemas/$schema.schema.json; then
        echo "schemas/$schema.schema.json is not what xuewei schema $schema prints"
        status=1
    fi
done

names_schema() {
    line=$(head -n 1 "$1")
    path=${line#*\$schema=}
    if [ "$line" = "$path" ] || [ ! -f "$(dirname "$1")/$path" ] || [ "$(basename "$path")" != "$2" ]; then
        echo "$1: the first line names no $2: $line"
        status=1
    fi
}

for file in scenarios/*.yaml; do
    names_schema "$file" scenario.schema.json
done
for file in models/*/district.yaml; do
    names_schema "$file" district.schema.json
done
exit $status
