# Reads meson's testlog.json (one test a line) and prints `N passed, N failed`, with `, N skipped` where some were.
# A TAP test counts each of its subtests; a script counts as one; a bad test that failed as it must has passed.
# Ends with 1 where anything failed or nothing ran.

# How often the pattern, which holds no more than one line's start, stands in the text.
function times(text, pattern) {
    return gsub(pattern, "&", text)
}

{
    result = $0
    sub(/.*", "result": "/, "", result)
    sub(/".*/, "", result)

    # A newline within the output is written \n. Each line is looked at by its start.
    output = $0
    sub(/", "result": ".*/, "", output)
    sub(/.*"stdout": "/, "\\n", output)
    skips = times(output, "\\\\nok [^\\\\]*# SKIP")
    oks = times(output, "\\\\nok ") - skips
    bads = times(output, "\\\\nnot ok ")

    if (result == "SKIP") {
        skipped += skips > 0 ? skips : 1
    } else if (result == "OK") {
        passed += oks + skips > 0 ? oks : 1
        skipped += skips
    } else if (result == "EXPECTEDFAIL") {
        passed++
    } else {
        passed += oks
        skipped += skips
        failed += bads > 0 ? bads : 1
    }
}

END {
    printf "%d passed, %d failed", passed, failed
    if (skipped > 0)
        printf ", %d skipped", skipped
    printf "\n"
    exit failed > 0 || passed == 0
}
