/*
 * YAML_REASON(libyaml's problem, its context, the place that helps, Chinese, English); NULL fits any. The first row
 * that fits counts. The texts on the left are those of libyaml 0.2.5. Included by yaml_reasons.c alone; no include
 * guard.
 */
/* clang-format off */

/* Indentation and colons. */
YAML_REASON("found character that cannot start any token", NULL, FAULT_HERE,
            "这里的字符不能作为开头：缩进应用空格，不用制表符；以 @、` 或 % 开头的文字应加引号",
            "nothing may begin with the character here: indent with spaces, not tabs; a text that begins with @, ` or % stands in quotes")
YAML_REASON("could not find expected ':'", NULL, FAULT_AT_START,
            "缺少冒号：应为“键: 值”，冒号后有一个空格",
            "a colon is missing: 'key: value' is wanted, with a space behind the colon")
YAML_REASON("mapping values are not allowed in this context", NULL, FAULT_HERE,
            "这里不能有冒号：含冒号的文字应加引号；也可能是缩进有误",
            "no colon is allowed here: a text with a colon stands in quotes; or the indentation is wrong")
YAML_REASON("did not find expected key", NULL, FAULT_HERE,
            "这里应为下一个键：同一层的键缩进相同，结束引号后不能再有文字",
            "the next key is wanted here: keys of one level are indented alike, and no text follows a closing quote")
YAML_REASON("did not find expected '-' indicator", NULL, FAULT_HERE,
            "这里应为列表的下一项“- ”：同一列表的各项缩进相同",
            "the next entry of the list, '- ', is wanted here: entries of one list are indented alike")
YAML_REASON("block sequence entries are not allowed in this context", NULL, FAULT_HERE,
            "列表不能在这里开始：“- ”应另起一行",
            "no list may begin here: '- ' starts a line of its own")
YAML_REASON("mapping keys are not allowed in this context", NULL, FAULT_HERE,
            "这里不能用“? ”；以问号开头的文字应加引号",
            "'? ' is not allowed here; a text that begins with a question mark stands in quotes")
YAML_REASON("found a tab character where an indentation space is expected", NULL, FAULT_HERE,
            "缩进用了制表符，应用空格", "a tab indents this line; allowed are spaces")
YAML_REASON("found a tab character that violates indentation", NULL, FAULT_HERE,
            "缩进用了制表符，应用空格", "a tab indents this line; allowed are spaces")

/* Quotes. */
YAML_REASON("found unexpected end of stream", "while scanning a quoted scalar", FAULT_AT_START,
            "这里的引号没有结束", "the quote that opens here is never closed")
YAML_REASON("found unexpected document indicator", "while scanning a quoted scalar", FAULT_AT_START,
            "这里的引号没有结束", "the quote that opens here is never closed")
YAML_REASON("found unknown escape character", NULL, FAULT_HERE,
            "双引号中不能这样用反斜杠：反斜杠写两个，或改用单引号",
            "in double quotes a backslash is not allowed here: write it twice, or use single quotes")
YAML_REASON("did not find expected hexdecimal number", NULL, FAULT_HERE,
            "\\x、\\u、\\U 后应有 2、4、8 位十六进制数字；反斜杠本身写两个",
            "2, 4 or 8 hexadecimal digits are wanted behind \\x, \\u or \\U; a backslash itself is written twice")
YAML_REASON("found invalid Unicode character escape code", NULL, FAULT_HERE,
            "没有这个编号的字符", "there is no character with that number")

/* Lists and maps in brackets. */
YAML_REASON("did not find expected ',' or ']'", NULL, FAULT_SINCE,
            "方括号中缺少逗号，或没有以“]”结束", "a comma is missing inside [ ], or the ] that closes it")
YAML_REASON("did not find expected ',' or '}'", NULL, FAULT_SINCE,
            "花括号中缺少逗号，或没有以“}”结束", "a comma is missing inside { }, or the } that closes it")
YAML_REASON("found unexpected ':'", NULL, FAULT_HERE,
            "方括号或花括号中，冒号后应有空格；含冒号的文字应加引号",
            "inside [ ] or { } a space stands behind the colon of a key; a text with a colon stands in quotes")
YAML_REASON("did not find expected node content", NULL, FAULT_HERE,
            "这里应为一个值", "a value is wanted here")

/* Anchors and aliases. */
YAML_REASON("found undefined alias", NULL, FAULT_HERE,
            "前面没有这个名字的锚点（&）；以 * 开头的文字应加引号",
            "no anchor (&) before has the name of this alias; a text that begins with * stands in quotes")
YAML_REASON("second occurrence", NULL, FAULT_HERE,
            "这个锚点（&）的名字在这里第二次出现", "the name of this anchor (&) stands here a second time")
YAML_REASON("did not find expected alphabetic or numeric character", NULL, FAULT_HERE,
            "& 或 * 后应为锚点的名字；以 & 或 * 开头的文字应加引号",
            "the name of an anchor is wanted behind & or *; a text that begins with & or * stands in quotes")

/* Texts over several lines. */
YAML_REASON("found an indentation indicator equal to 0", NULL, FAULT_HERE,
            "| 或 > 后的数字应为 1 至 9", "the digit behind | or > must be 1 to 9")
YAML_REASON("did not find expected comment or line break", "while scanning a block scalar", FAULT_HERE,
            "| 或 > 后应换行；以 | 或 > 开头的文字应加引号",
            "a line ends behind | or >; a text that begins with | or > stands in quotes")

/* Directives, tags and what stands between documents: nothing of a scenario needs them. */
YAML_REASON("found duplicate %YAML directive", NULL, FAULT_HERE,
            "%YAML 在这里第二次出现", "%YAML stands here a second time")
YAML_REASON("found duplicate %TAG directive", NULL, FAULT_HERE,
            "%TAG 在这里第二次出现", "%TAG stands here a second time")
YAML_REASON("found incompatible YAML document", NULL, FAULT_HERE,
            "%YAML 后的版本应为 1.1 或 1.2", "the version behind %YAML must be 1.1 or 1.2")
YAML_REASON(NULL, "while scanning a directive", FAULT_AT_START,
            "以 % 开头的行不是正确的指令；以 % 开头的文字应加引号",
            "this line begins with % but is no directive; a text that begins with % stands in quotes")
YAML_REASON(NULL, "while scanning a %YAML directive", FAULT_AT_START,
            "应为 %YAML 1.2", "%YAML 1.2 is wanted")
YAML_REASON(NULL, "while scanning a %TAG directive", FAULT_AT_START,
            "%TAG 的写法不对；可以删去这一行", "%TAG is badly written; the line may be left out")
YAML_REASON(NULL, "while parsing a %TAG directive", FAULT_AT_START,
            "%TAG 的写法不对；可以删去这一行", "%TAG is badly written; the line may be left out")
YAML_REASON(NULL, "while scanning a tag directive", FAULT_AT_START,
            "%TAG 的写法不对；可以删去这一行", "%TAG is badly written; the line may be left out")
YAML_REASON(NULL, "while scanning a tag", FAULT_AT_START,
            "标签（!）的写法不对；以 ! 开头的文字应加引号",
            "a tag (!) is badly written; a text that begins with ! stands in quotes")
YAML_REASON(NULL, "while parsing a tag", FAULT_AT_START,
            "标签（!）的写法不对；以 ! 开头的文字应加引号",
            "a tag (!) is badly written; a text that begins with ! stands in quotes")
YAML_REASON("found undefined tag handle", NULL, FAULT_HERE,
            "没有定义这个标签（!）；以 ! 开头的文字应加引号",
            "this tag (!) is not defined; a text that begins with ! stands in quotes")
YAML_REASON("did not find expected <document start>", NULL, FAULT_HERE,
            "这里的内容不属于前面的“键: 值”", "what stands here does not belong to the keys and values before it")

/* Characters. */
YAML_REASON("control characters are not allowed", NULL, FAULT_HERE,
            "这里的字符在 YAML 中不允许", "the character here is not allowed in YAML")
