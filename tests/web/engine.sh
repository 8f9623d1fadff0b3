#!/bin/sh
# The page's engine gives the program's own bits. Arguments: engine_oracle, engine.wasm.
oracle=$1
wasm=$2
if ! command -v node >/dev/null; then
    echo "SKIPPED: there is no node to run engine.wasm"
    exit 77
fi
# The module is named by what it is, for which node asks a file's ending.
ground=$(mktemp -d)
trap 'rm -rf "$ground"' EXIT
cp "$XUEWEI_SOURCE/src/web/engine.js" "$ground/engine.mjs" || exit 1
set --
for scenario in baseline developers_late housing_example uncertainty sensitivity sweep_birth_migration; do
    mkdir "$ground/$scenario" || exit 1
    "$oracle" "$XUEWEI_SOURCE/scenarios/$scenario.yaml" "$ground/$scenario" 300 || exit 1
    set -- "$@" "$ground/$scenario"
done
node "$XUEWEI_SOURCE/tests/web/engine.mjs" "$ground/engine.mjs" "$wasm" "$XUEWEI_SOURCE/src/education/gap.h" 300 "$@"
