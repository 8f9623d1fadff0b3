# Puts what the program says of itself into a page: PARAMETERS from `xuewei parameters --lang en`, KEYS and TABLES from a
# schema. Usage: awk -v parameters=FILE -v schema=FILE -f fill.awk PAGE.scd

# In pages _ and * speak; inside words _ does not.
function plain(text)
{
    gsub(/[\\*_<>#~`]/, "\\\\&", text)
    return text
}

# The lines on a parameter become one paragraph.
function print_parameters(    line, before)
{
    while ((getline line < parameters) > 0) {
        if (line ~ /^[a-z]/) {
            printf "*%s*\n", plain(line)
            before = "\t"
        } else if (line ~ /[^ ]/) {
            sub(/^ */, "", line)
            printf "%s%s", before, plain(line)
            before = ". "
        } else {
            print ".\n"
        }
    }
}

# The keys of the document's own properties, with the English half of what they mean.
function print_keys(    line, name)
{
    while ((getline line < schema) > 0 && line !~ /^  "definitions"/) {
        if (line ~ /^    "[a-z_]+": \{$/) {
            name = line
            gsub(/[^a-z_]/, "", name)
        } else if (line ~ /^      "description"/ && name != "") {
            sub(/^.* \/ /, "", line)
            sub(/",$/, "", line)
            printf "*%s*\n\t%s\n\n", plain(name), plain(line)
            name = ""
        }
    }
    close(schema)
}

function print_tables(    line, inside, list)
{
    while ((getline line < schema) > 0) {
        if (line ~ /^    "files"/) {
            inside = 1
        } else if (inside && line ~ /^        "[a-z_]+":/) {
            sub(/^ *"/, "", line)
            sub(/".*/, "", line)
            list = list (list == "" ? "" : ", ") plain(line ".csv")
        } else if (inside && line ~ /^    }/) {
            break
        }
    }
    print list "."
    close(schema)
}

$0 == "PARAMETERS" { print_parameters(); next }
$0 == "KEYS" { print_keys(); next }
$0 == "TABLES" { print_tables(); next }
{ print }
