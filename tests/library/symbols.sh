#!/bin/sh
# The library shows its own names alone, and asks for nothing that ends a process or reads its locale.
nm=$1
library=$2
status=0

foreign=$("$nm" -D --defined-only "$library" | awk '$2 != "A" && $3 !~ /^xuewei_/ && $3 !~ /^__(asan|ubsan|odr_asan|sanitizer)/ { print $3 }')
if [ -n "$foreign" ]; then
    echo "FAILED: seen from outside:" $foreign
    status=1
fi
count=$("$nm" -D --defined-only "$library" | grep -c ' xuewei_')
declared=$(grep -c '^XUEWEI_API' "$3")
if [ "$count" != "$declared" ]; then
    echo "FAILED: $declared functions are declared, $count are seen"
    status=1
fi
bad=$("$nm" -D --undefined-only "$library" | awk '{ sub(/@.*/, "", $2); print $2 }' |
    grep -E '^(signal|sigaction|setlocale|newlocale|uselocale|printf|puts|putchar|gsl_.*|srand|setenv)$')
if [ -n "$bad" ]; then
    echo "FAILED: it calls:" $bad
    status=1
fi
exit $status
