#!/bin/sh
# accepted.py or needed.py, the argument, with a python3 that has what it needs: Debian's packages are for Debian's own.
for python in python3 /usr/bin/python3; do
    if "$python" -c 'import jsonschema, yaml' 2>/dev/null; then
        break
    fi
done
export PYTHONDONTWRITEBYTECODE=1
exec "$python" "$XUEWEI_SOURCE/tests/schemas/$1"
