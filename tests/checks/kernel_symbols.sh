#!/bin/sh
# The arithmetic (demography, education, simulation) must run wherever it is carried: without allocation, stdio, GSL
# and libm's exp, log and pow, whose last bits differ between machines. Asks nm what the compiled layers can reach,
# also by way of base.
# Arguments: kernel_symbols.awk, nm, base, model, the libraries of the arithmetic.
set -eu
rules=$1
nm=$2
base=$3
model=$4
shift 4

listing=$(mktemp)
trap 'rm -f "$listing"' EXIT
list() {
    "$nm" -A -P "$2" 2>/dev/null | sed "s/^/$1 /" >>"$listing"
}
list base "$base"
list model "$model"
for library in "$@"; do
    list kernel "$library"
done
awk -f "$rules" "$listing"

# The rules must be able to refuse: a member that calls malloc by way of another is no good.
if printf '%s\n' 'kernel a.a[run.o]: step T 0 1' 'kernel a.a[run.o]: helper U  ' \
    'base b.a[mem.o]: helper T 0 1' 'base b.a[mem.o]: malloc U  ' | awk -f "$rules" >/dev/null; then
    echo "kernel_symbols.awk lets malloc pass"
    exit 1
fi
