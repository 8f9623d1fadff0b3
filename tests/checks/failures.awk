# Reads meson's testlog.txt and prints what the failed subtests said, which meson itself leaves out.

/^not ok / {
    failed = 1
    print ""
}
/^ok / || /^[-=]+/ || /^#/ {
    failed = 0
}
failed
