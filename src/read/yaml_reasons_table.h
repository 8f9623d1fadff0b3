/*
 * YAML_REASON(libyaml's problem, its context, the place that helps, message); NULL fits any. The first row that fits
 * counts. The texts on the left are those of libyaml 0.2.5. Included by yaml_reasons.c; no include guard.
 */

/* Indentation and colons. */
YAML_REASON("found character that cannot start any token", NULL, FAULT_HERE, YAML_CHARACTER)
YAML_REASON("could not find expected ':'", NULL, FAULT_AT_START, YAML_COLON_MISSING)
YAML_REASON("mapping values are not allowed in this context", NULL, FAULT_HERE, YAML_COLON_HERE)
YAML_REASON("did not find expected key", NULL, FAULT_HERE, YAML_KEY_WANTED)
YAML_REASON("did not find expected '-' indicator", NULL, FAULT_HERE, YAML_ENTRY_WANTED)
YAML_REASON("block sequence entries are not allowed in this context", NULL, FAULT_HERE, YAML_LIST_HERE)
YAML_REASON("mapping keys are not allowed in this context", NULL, FAULT_HERE, YAML_QUESTION_MARK)
YAML_REASON("found a tab character where an indentation space is expected", NULL, FAULT_HERE, YAML_TAB)
YAML_REASON("found a tab character that violates indentation", NULL, FAULT_HERE, YAML_TAB)

/* Quotes. */
YAML_REASON("found unexpected end of stream", "while scanning a quoted scalar", FAULT_AT_START, YAML_QUOTE_OPEN)
YAML_REASON("found unexpected document indicator", "while scanning a quoted scalar", FAULT_AT_START, YAML_QUOTE_OPEN)
YAML_REASON("found unknown escape character", NULL, FAULT_HERE, YAML_BACKSLASH)
YAML_REASON("did not find expected hexdecimal number", NULL, FAULT_HERE, YAML_HEXADECIMAL)
YAML_REASON("found invalid Unicode character escape code", NULL, FAULT_HERE, YAML_NO_CHARACTER)

/* Lists and maps in brackets. */
YAML_REASON("did not find expected ',' or ']'", NULL, FAULT_HERE, YAML_BRACKET_OPEN)
YAML_REASON("did not find expected ',' or '}'", NULL, FAULT_HERE, YAML_BRACE_OPEN)
YAML_REASON("found unexpected ':'", NULL, FAULT_HERE, YAML_COLON_IN_BRACKETS)
YAML_REASON("did not find expected node content", NULL, FAULT_HERE, YAML_VALUE_WANTED)

/* Anchors and aliases. */
YAML_REASON("found undefined alias", NULL, FAULT_HERE, YAML_ALIAS_UNKNOWN)
YAML_REASON("second occurrence", NULL, FAULT_HERE, YAML_ANCHOR_TWICE)
YAML_REASON("did not find expected alphabetic or numeric character", NULL, FAULT_HERE, YAML_ANCHOR_NAME)

/* Texts over several lines. */
YAML_REASON("found an indentation indicator equal to 0", NULL, FAULT_HERE, YAML_BLOCK_DIGIT)
YAML_REASON("did not find expected comment or line break", "while scanning a block scalar", FAULT_HERE, YAML_BLOCK_LINE)

/* Directives, tags and what stands between documents: nothing of a scenario needs them. */
YAML_REASON("found duplicate %YAML directive", NULL, FAULT_HERE, YAML_VERSION_TWICE)
YAML_REASON("found duplicate %TAG directive", NULL, FAULT_HERE, YAML_TAG_TWICE)
YAML_REASON("found incompatible YAML document", NULL, FAULT_HERE, YAML_VERSION_OTHER)
YAML_REASON(NULL, "while scanning a directive", FAULT_AT_START, YAML_DIRECTIVE)
YAML_REASON(NULL, "while scanning a %YAML directive", FAULT_AT_START, YAML_VERSION_WANTED)
YAML_REASON(NULL, "while scanning a %TAG directive", FAULT_AT_START, YAML_TAG_DIRECTIVE)
YAML_REASON(NULL, "while parsing a %TAG directive", FAULT_AT_START, YAML_TAG_DIRECTIVE)
YAML_REASON(NULL, "while scanning a tag directive", FAULT_AT_START, YAML_TAG_DIRECTIVE)
YAML_REASON(NULL, "while scanning a tag", FAULT_AT_START, YAML_TAG_BAD)
YAML_REASON(NULL, "while parsing a tag", FAULT_AT_START, YAML_TAG_BAD)
YAML_REASON("found undefined tag handle", NULL, FAULT_HERE, YAML_TAG_UNKNOWN)
YAML_REASON("did not find expected <document start>", NULL, FAULT_HERE, YAML_NOT_OF_IT)

/* Characters. */
YAML_REASON("control characters are not allowed", NULL, FAULT_HERE, YAML_CHARACTER_REFUSED)
