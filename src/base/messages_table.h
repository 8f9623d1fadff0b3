/*
 * THE table of messages: MESSAGE(id, PROBLEM or NOTE, Chinese, English), slots as {name}.
 * Included by messages.h and messages.c, each with its own meaning of MESSAGE; so it has no include guard.
 * Say what was found, then what is allowed or what to do. One row adds a message.
 */
/* clang-format off */

/* Files. */
MESSAGE(FILE_MISSING, PROBLEM, "找不到文件“{file}”", "there is no file '{file}'")

/* Writing results. */
MESSAGE(OUTPUT_NAMELESS, PROBLEM, "“{path}”不能作为输出文件夹：请给出一个有自己名字的文件夹",
        "'{path}' cannot be the output folder: give one that has a name of its own")
MESSAGE(OUTPUT_NOT_A_FOLDER, PROBLEM, "“{path}”已存在且不是文件夹，不会被覆盖：请移走它，或用 --output 另选文件夹",
        "'{path}' exists and is no folder; it is left alone: move it away, or choose another folder with --output")
MESSAGE(OUTPUT_IS_A_LINK, PROBLEM, "“{path}”是符号链接，不会被替换：请用 --output 给出它所指的文件夹",
        "'{path}' is a symbolic link and is left alone: name the folder that it leads to with --output")
MESSAGE(OUTPUT_FOREIGN, PROBLEM, "文件夹“{path}”不是 xuewei 的结果（没有 provenance.json），不会被替换：请移走它，或用 --output 另选文件夹",
        "the folder '{path}' is no result of xuewei (it has no provenance.json of its) and is left alone: move it away, or choose another with --output")
MESSAGE(OUTPUT_FOREIGN_FILE, PROBLEM, "文件夹“{path}”中的“{file}”不是 xuewei 写的，重新运行会丢失它：请移走它，或用 --output 另选文件夹",
        "'{file}' in the folder '{path}' was not written by xuewei and would be lost: move it away, or choose another folder with --output")
MESSAGE(WRITE_DISK_FULL, PROBLEM, "无法写入“{path}”：磁盘已满", "cannot write '{path}': the disk is full")
MESSAGE(WRITE_QUOTA, PROBLEM, "无法写入“{path}”：超出磁盘配额", "cannot write '{path}': the disk quota is used up")
MESSAGE(WRITE_TOO_LARGE, PROBLEM, "无法写入“{path}”：超出允许的文件大小", "cannot write '{path}': it would be larger than files may be here")
MESSAGE(WRITE_DENIED, PROBLEM, "无法写入“{path}”：没有权限", "cannot write '{path}': permission denied")
MESSAGE(WRITE_READ_ONLY, PROBLEM, "无法写入“{path}”：文件系统为只读", "cannot write '{path}': the file system is read-only")
MESSAGE(WRITE_NO_FOLDER, PROBLEM, "无法写入“{path}”：路径中有一段是文件而不是文件夹", "cannot write '{path}': a part of the path is a file, not a folder")
MESSAGE(WRITE_LONG_NAME, PROBLEM, "无法写入“{path}”：名称太长", "cannot write '{path}': the name is too long")
MESSAGE(WRITE_NOWHERE, PROBLEM, "无法写入“{path}”：所在的文件夹不存在", "cannot write '{path}': the folder that it should be in does not exist")
MESSAGE(WRITE_A_FOLDER, PROBLEM, "无法写入“{path}”：它是文件夹，不是文件", "cannot write '{path}': it is a folder, not a file")
MESSAGE(WRITE_FAILED, PROBLEM, "无法写入“{path}”：{reason}", "cannot write '{path}': {reason}")
MESSAGE(INPUT_GONE, PROBLEM, "运行期间无法再次读取“{path}”：{reason}", "cannot read '{path}' a second time during the run: {reason}")

/* The page. */
MESSAGE(PAGE_NO_NODE, NOTE, "没有写 {file}（浏览器中的互动页）：编译时找不到 node（18 以上）或 npm；装好后删除 build/program 文件夹，再用 ./xw 运行。其他结果不受影响",
        "{file}, the page for a browser, is not written: node (18 or later) or npm was not there when the program was built; install them, remove the folder build/program, and run ./xw again. All else is as it should be")
MESSAGE(PAGE_NOT_BUILT, NOTE, "没有写 {file}（浏览器中的互动页）：编译时选择了不带它（-Dpage=disabled）",
        "{file}, the page for a browser, is not written: the program was built without it (-Dpage=disabled)")
MESSAGE(PAGE_NO_ENGINE, NOTE, "{file} 的滑块不可用，其余照常：编译时缺少 {missing}；装好后删除 build/program 文件夹，再用 ./xw 运行",
        "the sliders of {file} are off, all else in it is there: the build lacked {missing}; install it, remove the folder build/program, and run ./xw again")
MESSAGE(PAGE_NO_PACKAGES, NOTE, "没有写 {file}（浏览器中的互动页）：编译时无法从 npm 取得所需软件包；能够联网后删除 build/program 文件夹，再用 ./xw 运行。其他结果不受影响",
        "{file}, the page for a browser, is not written: npm could not get the packages for it when the program was built; when it can, remove the folder build/program, and run ./xw again. All else is as it should be")
MESSAGE(PAGE_NO_LEVELS, NOTE, "没有写 {file}（浏览器中的互动页）：模型没有学段，没有学位可看",
        "{file}, the page for a browser, is not written: the model has no levels of schooling, so there are no seats to show")
MESSAGE(PAGE_TOO_LARGE, NOTE, "没有写 {file}（浏览器中的互动页）：镇街超过 {most} 个，浏览器难以打开；各镇街的数字在 gap.csv",
        "{file}, the page for a browser, is not written: with more than {most} towns no browser opens it gladly; the towns' figures are in gap.csv")

/* The audit: what a plan is found to say of itself. */
MESSAGE(AUDIT_ANNEX, NOTE, "附件{annex}", "annex {annex}")
MESSAGE(AUDIT_PART, NOTE, "第{part}部分", "part {part}")
MESSAGE(AUDIT_ALL_OF, NOTE, "{levels}合计", "{levels}: all")
MESSAGE(AUDIT_ELSEWHERE, NOTE, "；{annex}印作 {printed}", "; {annex} prints {printed}")
MESSAGE(AUDIT_TOTAL, NOTE, "{count} 项：{sum}；印作 {printed}；差 {difference}{elsewhere}",
        "{count} items: {sum}; printed {printed}; difference {difference}{elsewhere}")
MESSAGE(AUDIT_TOTAL_READING, NOTE, "取各项之和 {total}", "the sum of the items, {total}")
MESSAGE(AUDIT_TWICE, NOTE, "{one}印作 {printed}，{other}印作 {first}", "{one} prints {printed}, {other} prints {first}")
MESSAGE(AUDIT_TWICE_READING, NOTE, "须核对原件", "the original has to be looked at")
MESSAGE(AUDIT_COLUMN, NOTE, "学位列 {column}，正文 {text}{rooms}{fit}", "column {column}, text {text}{rooms}{fit}")
MESSAGE(AUDIT_COLUMN_ROOMS, NOTE, "（{rooms} × {size} = {product}）", " ({rooms} x {size} = {product})")
MESSAGE(AUDIT_FIT, NOTE,
        "；{total}：按学位列 {with_column}，按正文 {with_text}，印作 {printed}；含此项的 {count} 个合计中，{text_fits} 个合正文，{column_fits} 个合学位列",
        "; {total}: {with_column} by the column, {with_text} by the text, printed {printed}; of {count} printed totals that hold it {text_fits} fit the text, {column_fits} the column")
MESSAGE(AUDIT_FIT_NONE, NOTE, "；没有印出的合计可以对照", "; no printed total holds it")
MESSAGE(AUDIT_COLUMN_READING, NOTE, "取 {seats} 个学位", "{seats} seats")
MESSAGE(AUDIT_COST_BLANK, NOTE, "资金列空白，正文 {cost} 万元；本部分 {part} + {cost} = {part_with}；全部 {all} + {cost} = {all_with}",
        "cost column blank, text {cost}; the part {part} + {cost} = {part_with}; all {all} + {cost} = {all_with} (10,000 yuan)")
MESSAGE(AUDIT_COST_GIVEN, NOTE, "资金列与正文都有金额（正文 {cost} 万元）", "column and text both name a cost (text: {cost}, 10,000 yuan)")
MESSAGE(AUDIT_COST_READING, NOTE, "按正文计，出资方为{builder}，不在印出的合计内", "as in the text, paid by: {builder}; outside the printed totals")
MESSAGE(AUDIT_PAYERS, NOTE,
        "资金列合计 {column}，其中捐建或开发商 {outside}；仅政府 {column} - {sum} = {government}；加上只在正文中的 {text}，全部已知 {known}（万元）",
        "cost column {column}, of it by donors or developers {outside}; government only {column} - {sum} = {government}; with {text} that only the text names, everything known {known} (10,000 yuan)")
MESSAGE(AUDIT_PAYERS_READING, NOTE, "印出的 {column} 作为规划数，另列仅政府 {government}、全部已知 {known}",
        "{column} stays the plan's figure, beside it government only {government} and everything known {known}")
MESSAGE(AUDIT_STAFF_LEFT, NOTE,
        "{required} - {filled} = {empty}；减去 {remedies}，仍缺 {empty} - {sum} = {left}；临聘 {temporary}；差 {difference}",
        "{required} - {filled} = {empty}; less {remedies}, still empty {empty} - {sum} = {left}; temporary {temporary}; difference {difference}")
MESSAGE(AUDIT_STAFF_LEFT_READING, NOTE, "在编缺员按 {empty} 计，临聘教师另列", "{empty} established posts count as empty, temporary staff apart")
MESSAGE(AUDIT_ROOMS, NOTE, "{rooms} 间课室 × {size} = {product}，学位 {seats}；差 {difference}",
        "{rooms} rooms x {size} = {product}, seats {seats}; difference {difference}")
MESSAGE(AUDIT_ROOMS_READING, NOTE, "取 {taken} 个学位、{classes} 个班，多出的房间不作课室",
        "{taken} seats in {classes} classes; a room too many is no classroom")
MESSAGE(AUDIT_CLASSES, NOTE, "{classes} 个班 × {size} = {product}，学位 {seats}", "{classes} classes x {size} = {product}, seats {seats}")
MESSAGE(AUDIT_CLASSES_READING, NOTE, "取 {seats} 个学位", "{seats} seats")
MESSAGE(AUDIT_UNDATED, NOTE, "{count} 个项目：{sum}，占 {planned} 的 {share}%；有时间的为 {rest}",
        "projects: {count}; seats {sum}, {share} % of {planned}; dated supply {rest}")
MESSAGE(AUDIT_UNDATED_READING, NOTE, "不计入供给，除非情景给定年份", "not in supply, unless a scenario places it")
MESSAGE(AUDIT_UNDECIDED, NOTE, "{count} 个项目：{sum}，占 {planned} 的 {share}%，都应在 {last} 年或以前完成；其余 {rest}",
        "projects: {count}; seats {sum}, {share} % of {planned}, all due by {last}; the rest {rest}")
MESSAGE(AUDIT_UNDECIDED_READING, NOTE, "按规划的完成年份计；延期和取消由情景试算", "counted at the plan's year; scenarios try delays and cancellations")
MESSAGE(AUDIT_EARLY, NOTE, "{count} 个项目：{sum}，占 {planned} 的 {share}%，在 {first} 年以前启动；其余 {rest}",
        "projects: {count}; seats {sum}, {share} % of {planned}, started before {first}; the rest {rest}")
MESSAGE(AUDIT_EARLY_READING, NOTE, "完成时计入供给，不在基年学位内；可能与上一规划重复", "in supply when complete, not in the base year; an earlier plan may count them too")
MESSAGE(AUDIT_LAST, NOTE, "{count} 个项目：{sum}，占有时间的 {dated} 的 {share}%，在 {last} 年完成；迟一年则 {last} 年只有 {rest}",
        "projects: {count}; seats {sum}, {share} % of {dated} dated ones, are due in {last}; a year late leaves {rest} in {last}")
MESSAGE(AUDIT_LAST_READING, NOTE, "按完成年份 9 月起可用；延期由情景试算", "usable from the year of completion; scenarios try delays")
MESSAGE(AUDIT_FILLING, NOTE, "到 {last} 年名义学位 {dated}；新建和接收的学校每年只增一个年级时可用 {sum}，为 {share}%，少 {less}",
        "by {last} nominal seats {dated}; usable where new and received schools add a grade a year: {sum}, {share} %, {less} fewer")
MESSAGE(AUDIT_FILLING_READING, NOTE, "结果表中两者并列：seats_nominal 和 seats", "both stand in the results: seats_nominal and seats")
MESSAGE(AUDIT_COUNT, NOTE,
        "新建 {all} 所（迁建 {relocated} 所）+ 接收 {received} 所，减去迁建和撤并（{closed} 所），净增 {counted}；{first} + {counted} = {reckoned}；印作 {printed}，即增 {growth}；差 {difference}",
        "{all} new ones ({relocated} relocated) + {received} received, less relocated and closed ({closed}), are {counted} more; {first} + {counted} = {reckoned}; printed {printed}, {growth} more; difference {difference}")
MESSAGE(AUDIT_COUNT_READING, NOTE, "供给按项目表，不按指标缩放；或接收的未计入，或有未公布的撤并",
        "supply goes by the list of projects, not scaled to the count; received ones may not be counted, or closures not told")
MESSAGE(AUDIT_NO_SEATS, NOTE, "{kind}项目，学位 0，投资 {cost} 万元", "{kind}, 0 seats, cost {cost} (10,000 yuan)")
MESSAGE(AUDIT_NO_SEATS_READING, NOTE, "计入学校数，不计学位", "counts as a school, brings no seats")
MESSAGE(AUDIT_REPLACED, NOTE, "{count} 个项目毛增 {sum}；原有学位未给出，净增在 0 与 {total} 之间；全部净增在 {least} 与 {planned} 之间",
        "projects: {count}; gross {sum}; old seats not given, so net between 0 and {total}; all net between {least} and {planned}")
MESSAGE(AUDIT_REPLACED_READING, NOTE, "按毛增计（替换学位 0）；须向学校核实原有学位", "counted gross (0 seats replaced); ask for the old capacity")
MESSAGE(AUDIT_DEVELOPERS, NOTE, "{count} 个项目：{sum}，占 {planned} 的 {share}%；其余 {rest}",
        "projects: {count}; seats {sum}, {share} % of {planned}; the rest {rest}")
MESSAGE(AUDIT_DEVELOPERS_READING, NOTE, "按规划的年份计；延期由情景试算", "counted at the plan's years; scenarios try delays")
MESSAGE(AUDIT_PLACES, NOTE, "{planned} 个学位中：规划写明镇街 {measured}（{measured_share}%），推定 {derived}（{derived_share}%），假定 {assumed}（{assumed_share}%）",
        "of {planned} seats: town named {measured} ({measured_share} %), derived {derived} ({derived_share} %), assumed {assumed} ({assumed_share} %)")
MESSAGE(AUDIT_PLACES_READING, NOTE, "镇街的缺口以此为准，合计不受影响", "gaps of towns are as sure as this; the district's is not touched")
MESSAGE(AUDIT_MINIMUM, NOTE, "{type}：{classes} 个班，标准不少于 {minimum} 个班", "{type}: {classes} classes, at least {minimum} by the norm")
MESSAGE(AUDIT_MINIMUM_READING, NOTE, "学位照计，标为不达标（少 {short} 个班）", "its seats count; {short} classes below the norm")
MESSAGE(AUDIT_MINIMUM_OLD_READING, NOTE, "学位照计（少 {short} 个班）；{kind}项目，新建学校的标准未必适用",
        "its seats count; {short} classes below the norm, which may not hold for a {kind}")
MESSAGE(AUDIT_LAND, NOTE, "用地 {land} m² / {seats} 个学位 = 每生 {each} m²，为标准 {norm} m² 的 {share}%；缺 {short} m²（{mu} 亩）",
        "land {land} m2 / {seats} seats = {each} m2 each, {share} % of the norm {norm} m2; {short} m2 ({mu} mu) short")
MESSAGE(AUDIT_LAND_ENOUGH, NOTE, "用地 {land} m² / {seats} 个学位 = 每生 {each} m²，为标准 {norm} m² 的 {share}%",
        "land {land} m2 / {seats} seats = {each} m2 each, {share} % of the norm {norm} m2")
MESSAGE(AUDIT_LAND_READING, NOTE, "学位照计，用地不足列出", "its seats count; the missing land is listed")
MESSAGE(AUDIT_LAND_TOTAL, NOTE,
        "给出用地的 {count} 个项目：{land} 公顷（{mu} 亩）/ 标准 {norm} 公顷（{norm_mu} 亩）= {share}%；达标 {enough} 个；另有 {silent} 个未给出用地",
        "projects that give land: {count}; {land} ha ({mu} mu) / norm {norm} ha ({norm_mu} mu) = {share} %; {enough} meet it; {silent} more give none")
MESSAGE(AUDIT_RAISED, NOTE, "多出 {sum}（{share}%）；{planned} + {total} = {raised}", "{sum} more ({share} %); {planned} + {total} = {raised}")
MESSAGE(AUDIT_RAISED_READING, NOTE, "不计：放宽班额只是掩盖短缺；随迁子女占比超过界线的镇街可由情景打开",
        "not counted: larger classes hide a shortage; a scenario can switch it on where migrants' children exceed the limit")
MESSAGE(AUDIT_MAXIMUM, NOTE, "{type}：{seats} 人，上限 {maximum} 人，超出 {over} 人", "{type}: {seats} pupils, at most {maximum}, {over} over")
MESSAGE(AUDIT_MAXIMUM_KEPT, NOTE, "{type}：{seats} 人，上限 {maximum} 人", "{type}: {seats} pupils, at most {maximum}")
MESSAGE(AUDIT_MAXIMUM_READING, NOTE, "学位照计，标为超规模", "its seats count; marked as too large")
MESSAGE(AUDIT_EXTENSIONS, NOTE, "{count} 个扩建项目：{sum}，占 {planned} 的 {share}%，未给出用地；其余 {rest}",
        "extensions without land: {count}; seats {sum}, {share} % of {planned}; the rest {rest}")
MESSAGE(AUDIT_EXTENSIONS_READING, NOTE, "学位照计；扩建后的生均用地须另查", "the seats count; land a pupil after the extension has to be looked up")
MESSAGE(AUDIT_NEED, NOTE, "{need} - {planned} = {open}（{share}%）未覆盖", "{need} - {planned} = {open} ({share} %) uncovered")
MESSAGE(AUDIT_NEED_READING, NOTE, "需求另行推算，规划的需求只作参照", "demand is reckoned anew; the plan's need is only drawn beside it")
MESSAGE(AUDIT_POSTS, NOTE, "在校生按编制标准：{sum}；印作 {printed}", "pupils by the norm of staff: {sum}; printed {printed}")
MESSAGE(AUDIT_POSTS_READING, NOTE, "按在校生推算", "as the pupils have it")
MESSAGE(AUDIT_NEXT, NOTE,
        "{before} {seats} / {grades} 个年级 = {each}；{after} {seats_after} / {grades_after} 个年级 = {each_after}；相配须 {matching}，少 {short}",
        "{before}: {seats} / {grades} grades = {each}; {after}: {seats_after} / {grades_after} grades = {each_after}; to match {matching}, {short} short")
MESSAGE(AUDIT_NEXT_READING, NOTE, "推演到规划期之后，才看得到后一学段的高峰", "the run goes on after the plan, where the later level has its peak")
MESSAGE(AUDIT_NEW_STAFF, NOTE, "{seats} 个学位按编制标准：{sum} 人", "{seats} seats by the norm of staff: {sum} posts")
MESSAGE(AUDIT_NEW_STAFF_READING, NOTE, "规划未列；结果表按需求计算 staff_needed", "the plan names none; the results have staff_needed by demand")

/* The report of the audit. */
MESSAGE(AUDIT_TITLE, NOTE, "{district}：规划核对", "{district}: the plan against itself")
MESSAGE(AUDIT_COUNTS, NOTE, "核对 {checks} 项，相符 {agreed} 项，不符 {disagree} 处，备注 {remarks} 条",
        "{checks} checks: {agreed} agree, {disagree} disagree; {remarks} remarks")
MESSAGE(AUDIT_READING, NOTE, "取法：{reading}", "reading: {reading}")
MESSAGE(AUDIT_HOW_MANY, NOTE, "（{weight}，{count} 处）", " ({weight}, {count})")
MESSAGE(AUDIT_AGREED_TITLE, NOTE, "相符的核对", "checks that agree")

/* Files, continued: what a path may turn out to be. */
MESSAGE(FILE_UNREADABLE, PROBLEM, "文件“{file}”无法读取：{reason}", "the file '{file}' cannot be read: {reason}")
MESSAGE(FILE_IS_FOLDER, PROBLEM, "“{file}”是文件夹，这里需要文件", "'{file}' is a folder; a file is wanted here")
MESSAGE(FILE_NOT_PLAIN, PROBLEM, "“{file}”不是普通文件（而是管道或设备）", "'{file}' is not a plain file but a pipe or a device")
MESSAGE(FILE_TOO_LARGE, PROBLEM, "文件“{file}”超过 2 GB", "the file '{file}' is larger than 2 GB")
MESSAGE(FILE_IS_WORKBOOK, PROBLEM, "这是 Excel 工作簿；请在 Excel 中另存为“CSV UTF-8（逗号分隔）”",
        "this is an Excel workbook; in Excel, save it as \"CSV UTF-8 (comma delimited)\"")
MESSAGE(FILE_IS_UTF16, PROBLEM, "文件是 UTF-16 编码，应为 UTF-8；请另存为 UTF-8，在 Excel 中选“CSV UTF-8（逗号分隔）”",
        "the file is encoded as UTF-16, allowed is UTF-8; save it as UTF-8, in Excel as \"CSV UTF-8 (comma delimited)\"")
MESSAGE(FILE_IS_BINARY, PROBLEM, "文件含有零字节，不是文本；应为 UTF-8 文本", "the file has a zero byte and is not text; allowed is UTF-8 text")
MESSAGE(FILE_IS_GBK, PROBLEM, "文件是 GBK/GB18030 编码，应为 UTF-8；请另存为 UTF-8，在 Excel 中选“CSV UTF-8（逗号分隔）”",
        "the file is encoded as GBK/GB18030, allowed is UTF-8; save it as UTF-8, in Excel as \"CSV UTF-8 (comma delimited)\"")
MESSAGE(TEXT_CONTROL, PROBLEM, "这里有控制字符 {found}；这类字符只允许制表符和换行", "found the control character {found}; of these only tabs and line ends are allowed")
MESSAGE(FILE_NOT_UTF8, PROBLEM, "字节 {found} 不是 UTF-8；文件应为 UTF-8 编码", "the byte {found} is not UTF-8; the file must be UTF-8 text")

/* Numbers in files. */
MESSAGE(NUMBER_WANTED, PROBLEM, "{key}：写的是“{found}”，应为数字，如 2.4", "{key}: found '{found}', allowed is a number such as 2.4")
MESSAGE(NUMBER_EMPTY, PROBLEM, "{key}：没有写，应为数字，如 2.4", "{key}: nothing is written, allowed is a number such as 2.4")
MESSAGE(NUMBER_NOT_FINITE, PROBLEM, "{key}：写的是“{found}”，应为有限的数字", "{key}: found '{found}', allowed is a finite number")
MESSAGE(NUMBER_NOT_DECIMAL, PROBLEM, "{key}：写的是“{found}”，应为十进制数字，如 16",
        "{key}: found '{found}', allowed is a decimal number such as 16")
MESSAGE(NUMBER_LEADING_ZERO, PROBLEM, "{key}：写的是“{found}”，数字前不要加零，如 10", "{key}: found '{found}', allowed is a number without leading zeros such as 10")
MESSAGE(NUMBER_COMMA, PROBLEM, "{key}：写的是“{found}”，数字中不要用逗号；小数用小数点，如 2.4",
        "{key}: found '{found}', allowed is a number without commas; write decimals with a point, such as 2.4")
MESSAGE(NUMBER_GROUPED, PROBLEM, "{key}：写的是“{found}”，数字中不要分组，如 1000", "{key}: found '{found}', allowed is a number with its digits together, such as 1000")
MESSAGE(NUMBER_PLUS, PROBLEM, "{key}：写的是“{found}”，正数前不要加“+”", "{key}: found '{found}', allowed is a number without a plus sign")
MESSAGE(NUMBER_TOO_LARGE, PROBLEM, "{key}：写的是“{found}”，指数不完整或数值过大；应为如 1.5e3 的数字",
        "{key}: found '{found}', too large or with a broken exponent; allowed is a number such as 1.5e3")
MESSAGE(NUMBER_MALFORMED, PROBLEM, "{key}：写的是“{found}”，应为一个数字，小数点前后都要有数字，如 0.5",
        "{key}: found '{found}', allowed is one number with digits on both sides of its point, such as 0.5")
MESSAGE(NUMBER_TRAILING, PROBLEM, "{key}：写的是“{found}”，数字之后还有文字；应只写数字", "{key}: found '{found}', a number with text behind it; allowed is the number alone")
MESSAGE(NUMBER_QUOTED, PROBLEM, "{key}：写的是带引号的“{found}”，应为不带引号的数字", "{key}: found '{found}' in quotes, allowed is a number without quotes")
MESSAGE(NUMBER_OUT_OF_RANGE, PROBLEM, "{key}：写的是 {found}，应在 {low} 至 {high} 之间", "{key}: found {found}, allowed is {low} to {high}")
MESSAGE(NUMBER_OTHER, PROBLEM, "{key}：写的是 {found}，应为 {low}", "{key}: found {found}, allowed is {low}")
MESSAGE(NUMBER_NOT_WHOLE, PROBLEM, "{key}：写的是 {found}，应为整数", "{key}: found {found}, allowed is a whole number")

/* Words and days in files. */
MESSAGE(WORD_UNKNOWN, PROBLEM, "{key}：写的是“{found}”，应为以下之一：{allowed}", "{key}: found '{found}', allowed is one of: {allowed}")
MESSAGE(DATE_WANTED, PROBLEM, "{key}：写的是“{found}”，应为 1900 至 2200 年间存在的日期，如 2020-11-01",
        "{key}: found '{found}', allowed is a day of the years 1900 to 2200 such as 2020-11-01")
MESSAGE(MONTH_DAY_WANTED, PROBLEM, "{key}：写的是“{found}”，应为每年都有的月和日，如 09-01", "{key}: found '{found}', allowed is a month and day of every year such as 09-01")

/* YAML. */
MESSAGE(YAML_SYNTAX, PROBLEM, "不是正确的 YAML：{reason}", "this is not YAML: {reason}")
MESSAGE(YAML_CHARACTER, PROBLEM, "不是正确的 YAML：这里的字符不能作为开头：缩进应用空格，不用制表符；以 @、` 或 % 开头的文字应加引号",
        "this is not YAML: nothing may begin with the character here: indent with spaces, not tabs; a text that begins with @, ` or % stands in quotes")
MESSAGE(YAML_COLON_MISSING, PROBLEM, "不是正确的 YAML：缺少冒号：应为“键: 值”，冒号后有一个空格",
        "this is not YAML: a colon is missing: 'key: value' is wanted, with a space behind the colon")
MESSAGE(YAML_COLON_HERE, PROBLEM, "不是正确的 YAML：这里不能有冒号：含冒号的文字应加引号；也可能是缩进有误",
        "this is not YAML: no colon is allowed here: a text with a colon stands in quotes; or the indentation is wrong")
MESSAGE(YAML_KEY_WANTED, PROBLEM, "不是正确的 YAML：这里应为下一个键：同一层的键缩进相同，结束引号后不能再有文字",
        "this is not YAML: the next key is wanted here: keys of one level are indented alike, and no text follows a closing quote")
MESSAGE(YAML_ENTRY_WANTED, PROBLEM, "不是正确的 YAML：这里应为列表的下一项“- ”：同一列表的各项缩进相同",
        "this is not YAML: the next entry of the list, '- ', is wanted here: entries of one list are indented alike")
MESSAGE(YAML_LIST_HERE, PROBLEM, "不是正确的 YAML：列表不能在这里开始：“- ”应另起一行", "this is not YAML: no list may begin here: '- ' starts a line of its own")
MESSAGE(YAML_QUESTION_MARK, PROBLEM, "不是正确的 YAML：这里不能用“? ”；以问号开头的文字应加引号",
        "this is not YAML: '? ' is not allowed here; a text that begins with a question mark stands in quotes")
MESSAGE(YAML_TAB, PROBLEM, "不是正确的 YAML：缩进用了制表符，应用空格", "this is not YAML: a tab indents this line; allowed are spaces")
MESSAGE(YAML_QUOTE_OPEN, PROBLEM, "不是正确的 YAML：这里的引号没有结束", "this is not YAML: the quote that opens here is never closed")
MESSAGE(YAML_BACKSLASH, PROBLEM, "不是正确的 YAML：双引号中不能这样用反斜杠：反斜杠写两个，或改用单引号",
        "this is not YAML: in double quotes a backslash is not allowed here: write it twice, or use single quotes")
MESSAGE(YAML_HEXADECIMAL, PROBLEM, "不是正确的 YAML：\\x、\\u、\\U 后应有 2、4、8 位十六进制数字；反斜杠本身写两个",
        "this is not YAML: 2, 4 or 8 hexadecimal digits are wanted behind \\x, \\u or \\U; a backslash itself is written twice")
MESSAGE(YAML_NO_CHARACTER, PROBLEM, "不是正确的 YAML：没有这个编号的字符", "this is not YAML: there is no character with that number")
MESSAGE(YAML_BRACKET_OPEN, PROBLEM, "不是正确的 YAML：方括号中缺少逗号，或没有结束（从第 {line} 行第 {column} 列开始）",
        "this is not YAML: a comma is missing in brackets, or the closing bracket, in what begins at line {line}, column {column}")
MESSAGE(YAML_BRACE_OPEN, PROBLEM, "不是正确的 YAML：花括号中缺少逗号，或没有结束（从第 {line} 行第 {column} 列开始）",
        "this is not YAML: a comma is missing in braces, or the closing brace, in what begins at line {line}, column {column}")
MESSAGE(YAML_COLON_IN_BRACKETS, PROBLEM, "不是正确的 YAML：方括号或花括号中，冒号后应有空格；含冒号的文字应加引号",
        "this is not YAML: in brackets or braces a space stands behind the colon of a key; a text with a colon stands in quotes")
MESSAGE(YAML_VALUE_WANTED, PROBLEM, "不是正确的 YAML：这里应为一个值", "this is not YAML: a value is wanted here")
MESSAGE(YAML_ALIAS_UNKNOWN, PROBLEM, "不是正确的 YAML：前面没有这个名字的锚点（&）；以 * 开头的文字应加引号",
        "this is not YAML: no anchor (&) before has the name of this alias; a text that begins with * stands in quotes")
MESSAGE(YAML_ANCHOR_TWICE, PROBLEM, "不是正确的 YAML：这个锚点（&）的名字在这里第二次出现", "this is not YAML: the name of this anchor (&) stands here a second time")
MESSAGE(YAML_ANCHOR_NAME, PROBLEM, "不是正确的 YAML：& 或 * 后应为锚点的名字；以 & 或 * 开头的文字应加引号",
        "this is not YAML: the name of an anchor is wanted behind & or *; a text that begins with & or * stands in quotes")
MESSAGE(YAML_BLOCK_DIGIT, PROBLEM, "不是正确的 YAML：| 或 > 后的数字应为 1 至 9", "this is not YAML: the digit behind | or > must be 1 to 9")
MESSAGE(YAML_BLOCK_LINE, PROBLEM, "不是正确的 YAML：| 或 > 后应换行；以 | 或 > 开头的文字应加引号",
        "this is not YAML: a line ends behind | or >; a text that begins with | or > stands in quotes")
MESSAGE(YAML_VERSION_TWICE, PROBLEM, "不是正确的 YAML：%YAML 在这里第二次出现", "this is not YAML: %YAML stands here a second time")
MESSAGE(YAML_TAG_TWICE, PROBLEM, "不是正确的 YAML：%TAG 在这里第二次出现", "this is not YAML: %TAG stands here a second time")
MESSAGE(YAML_VERSION_OTHER, PROBLEM, "不是正确的 YAML：%YAML 后的版本应为 1.1 或 1.2", "this is not YAML: the version behind %YAML must be 1.1 or 1.2")
MESSAGE(YAML_DIRECTIVE, PROBLEM, "不是正确的 YAML：以 % 开头的行不是正确的指令；以 % 开头的文字应加引号",
        "this is not YAML: this line begins with % but is no directive; a text that begins with % stands in quotes")
MESSAGE(YAML_VERSION_WANTED, PROBLEM, "不是正确的 YAML：应为 %YAML 1.2", "this is not YAML: %YAML 1.2 is wanted")
MESSAGE(YAML_TAG_DIRECTIVE, PROBLEM, "不是正确的 YAML：%TAG 的写法不对；可以删去这一行", "this is not YAML: %TAG is badly written; the line may be left out")
MESSAGE(YAML_TAG_BAD, PROBLEM, "不是正确的 YAML：标签（!）的写法不对；以 ! 开头的文字应加引号",
        "this is not YAML: a tag (!) is badly written; a text that begins with ! stands in quotes")
MESSAGE(YAML_TAG_UNKNOWN, PROBLEM, "不是正确的 YAML：没有定义这个标签（!）；以 ! 开头的文字应加引号",
        "this is not YAML: this tag (!) is not defined; a text that begins with ! stands in quotes")
MESSAGE(YAML_NOT_OF_IT, PROBLEM, "不是正确的 YAML：这里的内容不属于前面的“键: 值”",
        "this is not YAML: what stands here does not belong to the keys and values before it")
MESSAGE(YAML_CHARACTER_REFUSED, PROBLEM, "不是正确的 YAML：这里的字符在 YAML 中不允许", "this is not YAML: the character here is not allowed in YAML")
MESSAGE(YAML_EMPTY, PROBLEM, "文件是空的", "the file is empty")
MESSAGE(YAML_ROOT, PROBLEM, "文件应由“键: 值”组成", "the file must consist of keys with values, 'key: value'")
MESSAGE(YAML_SECOND_DOCUMENT, PROBLEM, "文件中有第二个 YAML 文档；只能有一个", "a second YAML document begins here; one is allowed")
MESSAGE(YAML_ALIAS_LOOP, PROBLEM, "这里的锚点引用了自身", "the anchor here leads into itself through an alias")
MESSAGE(YAML_TOO_DEEP, PROBLEM, "嵌套太深；最多 32 层", "nested too deeply; allowed are 32 levels")
MESSAGE(YAML_KEY_NOT_WORD, PROBLEM, "键应为一个词，不能是列表或映射", "a key must be a word, not a list or a mapping")
MESSAGE(YAML_KEY_TWICE, PROBLEM, "键“{found}”在这里第二次出现；每个键只能出现一次", "the key '{found}' stands here a second time; each is allowed once")
MESSAGE(YAML_KEY_MISSING, PROBLEM, "缺少“{key}”", "'{key}' is missing")
MESSAGE(YAML_KEY_UNKNOWN, PROBLEM, "没有“{found}”这个键", "there is no key '{found}' here")
MESSAGE(YAML_KEY_UNKNOWN_NEAR, PROBLEM, "没有“{found}”这个键；是不是“{nearest}”？", "there is no key '{found}' here; did you mean '{nearest}'?")
MESSAGE(YAML_MAPPING_WANTED, PROBLEM, "{key}：应为映射（“键: 值”），不是单个值或列表", "{key}: a mapping is wanted (key: value), not a single value or a list")
MESSAGE(YAML_LIST_WANTED, PROBLEM, "{key}：应为列表", "{key}: a list is wanted")
MESSAGE(YAML_TEXT_WANTED, PROBLEM, "{key}：应为一段文字，不是列表或映射", "{key}: one text is wanted, not a list or a mapping")
MESSAGE(YAML_TEXT_EMPTY, PROBLEM, "{key}：没有写内容", "{key}: nothing is written")
MESSAGE(YAML_NUMBER_WANTED, PROBLEM, "{key}：应为一个数字，不是列表或映射", "{key}: one number is wanted, not a list or a mapping")
MESSAGE(YAML_SWITCH_WANTED, PROBLEM, "{key}：写的是“{found}”，应为 yes 或 no", "{key}: found '{found}', allowed is yes or no")

/* CSV tables. */
MESSAGE(CSV_NO_HEADINGS, PROBLEM, "第一行应为列名，这里是空的", "the first line is empty; it must name the columns")
MESSAGE(CSV_TOO_WIDE, PROBLEM, "表格超过 1000 列", "the table has more than 1000 columns")
MESSAGE(CSV_HEADING_QUOTES, PROBLEM, "列名中不能有引号", "the names of columns may have no quotes in them")
MESSAGE(CSV_COMMENT, PROBLEM, "CSV 表格没有注释行；第一行应为列名", "a CSV table has no comments; its first line must name the columns")
MESSAGE(CSV_SEMICOLON, PROBLEM, "各列以分号分隔，应为逗号", "the columns are parted by semicolons; allowed are commas")
MESSAGE(CSV_TAB, PROBLEM, "各列以制表符分隔，应为逗号", "the columns are parted by tabs; allowed are commas")
MESSAGE(CSV_COLUMN_TWICE, PROBLEM, "列“{found}”出现两次", "the column '{found}' stands there twice")
MESSAGE(CSV_COLUMN_MISSING, PROBLEM, "缺少列“{key}”", "there is no column '{key}'")
MESSAGE(CSV_COLUMN_MISSING_NEAR, PROBLEM, "缺少列“{key}”；“{nearest}”是不是它？", "there is no column '{key}'; is '{nearest}' meant to be it?")
MESSAGE(CSV_COLUMN_IGNORED, NOTE, "不认识列“{found}”，未采用", "the column '{found}' is not known and is ignored")
MESSAGE(CSV_COLUMN_IGNORED_NEAR, NOTE, "不认识列“{found}”，未采用；是不是“{nearest}”？", "the column '{found}' is not known and is ignored; did you mean '{nearest}'?")
MESSAGE(CSV_RENAME_ABSENT, PROBLEM, "{file} 中没有列“{found}”", "{file} has no column '{found}'")
MESSAGE(CSV_ROW_LENGTH, PROBLEM, "这一行有 {found} 格，应有 {allowed} 格，与第一行相同", "the row has {found} cells, allowed are {allowed} as in the first line")
MESSAGE(CSV_QUOTE_OPEN, PROBLEM, "这里的引号没有结束", "the quote that opens here is never closed")
MESSAGE(CSV_QUOTE_TEXT_BEHIND, PROBLEM, "结束引号后应为逗号或行尾", "behind a closing quote only a comma or the line's end is allowed")
MESSAGE(CSV_QUOTE_INSIDE, PROBLEM, "没有加引号的单元格中不能有引号；整格加引号，内部引号写两个", "a quote inside a cell without quotes; put the cell in quotes and write its quotes twice")
MESSAGE(CSV_LONE_RETURN, PROBLEM, "行尾只有回车符；应为换行（LF 或 CRLF）", "a line ends with a carriage return alone; allowed is LF or CRLF")
MESSAGE(CSV_CELL_EMPTY, PROBLEM, "{key}：没有写内容", "{key}: nothing is written")

/* Tables of a model. */
MESSAGE(MODEL_TABLE_MISSING, PROBLEM, "模型缺少表 {file}", "the model lacks the table {file}")
MESSAGE(TABLE_NO_ROWS, PROBLEM, "表中没有数据行", "the table has no rows")
MESSAGE(TABLE_SPARSE, PROBLEM, "表只有 {found} 行，而它的年份和其他键需要 {allowed} 行", "the table has {found} rows, but its years and other keys span {allowed}")
MESSAGE(TABLE_LACKS, PROBLEM, "表缺少 {key}", "the table lacks {key}")
MESSAGE(TABLE_LACKS_MORE, PROBLEM, "表缺少 {key}，另缺 {count} 行", "the table lacks {key}, and {count} rows more")
MESSAGE(TABLE_ROW_TWICE, PROBLEM, "{key} 在这里第二次出现", "{key} stands here a second time")
MESSAGE(AGE_WANTED, PROBLEM, "{key}：写的是“{found}”，应为 0 至 {high} 的单岁，如 5，或年龄组，如 5-9、85+",
        "{key}: found '{found}', allowed is a single age of 0 to {high} such as 5, or an age group such as 5-9 or 85+")
MESSAGE(AGE_IS_DATE, PROBLEM, "{key}：写的是日期“{found}”：Excel 会把 5-9、10-14 等年龄组变成日期；应为年龄组，可写作 5至9 或 5-9岁（Excel 不会改动）",
        "{key}: found '{found}', a date, as Excel makes of age groups such as 5-9 and 10-14; allowed is an age group, which Excel leaves alone if it is written 5至9 or 5-9岁")
MESSAGE(AGE_GROUP_BACKWARDS, PROBLEM, "{key}：写的是“{found}”，年龄组应从小到大，如 5-9", "{key}: found '{found}', allowed is the lower age first, such as 5-9")
MESSAGE(AGE_GROUP_BEYOND, PROBLEM, "{key}：写的是“{found}”，而模型最后（开口）的年龄是 {high}；年龄组最高到 {high}，其后并入最后的开口组",
        "{key}: found '{found}', but the model's last, open age is {high}; allowed are ages up to {high}, what lies behind belongs to the open group")
MESSAGE(AGE_GROUP_REFUSED, PROBLEM, "{key}：写的是年龄组“{found}”；此表应为单岁，如 5", "{key}: found the age group '{found}'; this table needs single ages such as 5")
MESSAGE(AGE_GROUPS_HOLE, PROBLEM, "age：年龄组“{found}”之前缺少 {missing}", "age: before the age group '{found}' the table lacks {missing}")
MESSAGE(AGE_GROUPS_OVERLAP, PROBLEM, "age：年龄组“{found}”与“{before}”重叠；表中各镇街、年份和性别的年龄组应相同且不重叠",
        "age: the age group '{found}' overlaps '{before}'; allowed are groups that share no age, the same for all towns, years and sexes of a table")
MESSAGE(AGE_GROUPS_NOT_OPEN, PROBLEM, "age：最后的年龄组是“{found}”；最后一组应为开口的，如 85+", "age: the last age group is '{found}'; it must be an open one, such as 85+")
MESSAGE(AGE_GROUPS_OPEN, PROBLEM, "age：这里是开口的年龄组“{found}”；生育率的最后一组应有上限，如 45-49", "age: '{found}' is an open group; fertility ends with a closed one, such as 45-49")
MESSAGE(AGES_DERIVED, NOTE, "年龄是分组的：各单岁人数由年龄组推算（累计人数的单调插值，各组合计不变）",
        "the ages are groups: persons by single age are derived (monotone interpolation of cumulated counts, each group's sum kept)")
MESSAGE(AGES_STEPPED, NOTE, "年龄是分组的：推算各单岁时，组内取同一数值", "the ages are groups: rates by single age are derived, the same within each group")
MESSAGE(ID_RESERVED, PROBLEM, "{key}：写的是“{found}”，结果表自己用 total 和 base；应为其他 id",
        "{key}: found '{found}'; the tables of results use total and base themselves, allowed is any other id")
MESSAGE(ID_NOT_PLAIN, PROBLEM, "{key}：写的是“{found}”，应为一行文字，没有制表符，前后没有空格",
        "{key}: found '{found}', allowed is one line of text without tabs, and without spaces at its ends")
MESSAGE(NAME_NOT_PLAIN, PROBLEM, "{key}：写的是“{found}”，应为一行文字，没有制表符",
        "{key}: found '{found}', allowed is one line of text without tabs")
MESSAGE(ID_UNKNOWN, PROBLEM, "{key}：没有“{found}”", "{key}: there is no '{found}'")
MESSAGE(ID_UNKNOWN_NEAR, PROBLEM, "{key}：没有“{found}”；是不是“{nearest}”？", "{key}: there is no '{found}'; did you mean '{nearest}'?")
MESSAGE(NEIGHBOUR_ITSELF, PROBLEM, "neighbours：“{found}”是这个镇街自己，应为其他镇街的 id，以空格分隔", "neighbours: '{found}' is this town itself, allowed are the ids of other towns, parted by spaces")

/* district.yaml. */
MESSAGE(LAST_BEFORE_FIRST, PROBLEM, "last：写的是 {found}，不应早于 first（{first}）", "last: found {found}, allowed is first ({first}) or later")
MESSAGE(SCHEDULE_ZERO, PROBLEM, "a1、a2 和 c 都是 0；至少一个应大于 0", "a1, a2 and c are all 0; one at least must be above 0")
MESSAGE(GRADES_DIFFER, PROBLEM, "{key}：有 {found} 个数，应为一个数，或每个年级一个（{allowed} 个）", "{key}: found {found} numbers, allowed is one, or one for each of the {allowed} grades")
MESSAGE(RAISED_WITHOUT_THRESHOLD, PROBLEM, "有 raised_class_size，但没有写 raised_class_size_above（超过多少才提高班额）",
        "raised_class_size needs raised_class_size_above, the share above which it holds")
MESSAGE(STAFF_NORM, PROBLEM, "教职工标准：pupils_per_post 和 posts_per_class 应写其中一个", "staff norm: one of pupils_per_post and posts_per_class is wanted")
MESSAGE(ID_TWICE, PROBLEM, "{key}：“{found}”在这里第二次出现", "{key}: '{found}' stands here a second time")
MESSAGE(LEVEL_ID_SPACE, PROBLEM, "{key}：写的是“{found}”，不能有空格或逗号", "{key}: found '{found}', allowed is a word without spaces and commas")
MESSAGE(LEVELS_OUT_OF_ORDER, PROBLEM, "{key}：写的是 {found}，应不小于 {allowed}；学段按年龄排列，年龄不能重叠",
        "{key}: found {found}, allowed is {allowed} or more; levels stand in order of age and share none")
MESSAGE(LEVEL_BEYOND_AGES, PROBLEM, "{key}：最后一个年级为 {found} 岁，应小于人口表最后（开口）的年龄 {allowed}",
        "{key}: the last grade is aged {found}, allowed is less than the open age {allowed} of the population")

/* Towns, people and their rates. */
MESSAGE(POPULATION_ONE_AGE, PROBLEM, "人口表只有 0 岁；至少应有 0 岁和最后（开口）的年龄", "the table has age 0 only; it needs age 0 and an open age at least")
MESSAGE(POPULATION_NOBODY, PROBLEM, "表中没有人口：合计为 0", "the table has nobody in it: its people add up to 0")
MESSAGE(TOWNS_NOBODY, PROBLEM, "没有按镇街的列，而 towns.csv 的人口合计为 0，无法分摊", "the people cannot be shared out: there is no column 'town', and the populations of towns.csv add up to 0")
MESSAGE(TOWNS_EMPTY, PROBLEM, "towns.csv 的人口合计为 0，而此表有 {found} 人；迁移按镇街人口分摊，合计应大于 0", "the populations of towns.csv add up to 0, but this table has {found} people; migrants go to towns by population, so the sum must be above 0")
MESSAGE(FERTILITY_NEWBORN, PROBLEM, "asfr：0 岁的生育率是 {found}；0 岁只能为 0", "asfr: the rate of age 0 is {found}; at age 0 only 0 is allowed")
MESSAGE(POPULATION_DIFFERS, NOTE, "分年龄人口合计 {found}，towns.csv 合计 {allowed}", "the people by age add up to {found}, the populations of towns.csv to {allowed}")
MESSAGE(SRB_TWICE, PROBLEM, "srb 既写在这里又有表 srb.csv；应只有一个", "srb stands here and there is a table srb.csv too; one of them is allowed")
MESSAGE(SRB_MISSING, PROBLEM, "没有出生性别比：应写 srb 或有表 srb.csv", "there is no sex ratio at birth: 'srb' or a table srb.csv is wanted")
MESSAGE(MORTALITY_NONE, PROBLEM, "应有列 mx（中心死亡率）、sx（存活率）或 e0（出生时预期寿命）", "a column mx (central death rates), sx (survivorship ratios) or e0 (life expectancy at birth) is wanted")
MESSAGE(MORTALITY_STANDARD, PROBLEM, "这里只有预期寿命 e0；还应有标准死亡率表 mortality_standard.csv（sex, age, mx）", "here are life expectancies (e0) alone; a standard table mortality_standard.csv (sex, age, mx) is wanted with them")
MESSAGE(MIGRATION_BOTH, PROBLEM, "net_migrants 与 arrivals、departure_rate 同时出现；应只用一种", "net_migrants stands beside arrivals or departure_rate; one of the two forms is allowed")
MESSAGE(MIGRATION_HALF, PROBLEM, "有列“{found}”而没有“{key}”；两列应同时有", "there is a column '{found}' but no '{key}'; they go together")
MESSAGE(MIGRATION_NONE, PROBLEM, "应有列 net_migrants，或 arrivals 和 departure_rate", "a column net_migrants is wanted, or arrivals and departure_rate")
MESSAGE(MIGRATION_SCHEDULE, PROBLEM, "没有列“age”，只有合计；district.yaml 的 migration 下应写 schedule: standard 来分摊到年龄",
        "there is no column 'age', so these are totals; district.yaml must say how to spread them, schedule: standard under migration")

/* What a model wants calibrated. */
MESSAGE(FIT_EMPTY, PROBLEM, "fit：列表是空的；应至少有一个参数，写法见 models/README.md",
        "fit: the list is empty; it needs a parameter at least, see models/README.md")
MESSAGE(FIT_NO_NUMBER, PROBLEM, "{key}：“{found}”不是连续的数，不能拟合；xuewei parameters 列出类型为数或路径的参数",
        "{key}: '{found}' is no number that could be a little more or less; allowed are those that xuewei parameters calls a number or a path")
MESSAGE(FIT_KEY_UNWANTED, PROBLEM, "{key}：写的是“{found}”，而 {parameter} 对全区只有一个值；不要写 key",
        "{key}: found '{found}', but {parameter} has one value for the whole district; leave out key")
MESSAGE(FIT_NO_YEARS, PROBLEM, "{key}：写的是 {found}，而 {parameter} 没有分年的值；不要写 {key}",
        "{key}: found {found}, but {parameter} has no values by year; leave out {key}")
MESSAGE(FIT_ONE_YEAR, PROBLEM, "{key}：写的是 {found}，而只拟合一年，没有逐年变化；不要写 {key}",
        "{key}: found {found}, but one year alone is fitted, which has no change from year to year; leave out {key}")
MESSAGE(FIT_YEAR_TWICE, PROBLEM, "{parameter}：{year} 年在这里第二次出现；每年只能拟合一次", "{parameter}: {year} stands here a second time; each year is fitted once")
MESSAGE(FIT_TWICE, PROBLEM, "{parameter} 在这里第二次出现；只能拟合一次", "{parameter} stands here a second time; it is fitted once")
MESSAGE(FIT_OF_SCHEDULE, PROBLEM, "fit：{parameter} 已由 migrants_by_age.csv 拟合；不要再写在 fit 中",
        "fit: {parameter} is fitted to migrants_by_age.csv already; leave it out of fit")
MESSAGE(MIGRANT_AGES, PROBLEM, "应有列 age（单岁如 5，或年龄组如 5-9、85+），或 first_age 和 last_age 两列",
        "a column age is wanted (single years such as 5, or groups such as 5-9 and 85+), or the two columns first_age and last_age")
MESSAGE(MIGRANT_ORDER, PROBLEM, "{key}：写的是 {found}，应为 {allowed} 或以上；各行按年龄排列，年龄不能重叠",
        "{key}: found {found}, allowed is {allowed} or more; rows stand in order of age and share none")
MESSAGE(MIGRANTS_NOBODY, PROBLEM, "表中没有迁移人口：合计为 0", "the table has no migrants: they add up to 0")

MESSAGE(MIGRANTS_FEW, PROBLEM, "表中有 {found} 行，应至少有 {low} 行：年龄组再少，就看不出迁移的年龄模式",
        "rows found: {found}, allowed are {low} or more: fewer age groups tell of no age schedule of migration")

/* Calibration. */
MESSAGE(CALIBRATE_NO_PLAN, PROBLEM,
        "模型没有说明要拟合什么：在 district.yaml 中写 calibration（见 models/README.md），或给出 migrants_by_age.csv",
        "the model does not say what to fit: write calibration in its district.yaml (see models/README.md), or give it a migrants_by_age.csv")
MESSAGE(CALIBRATE_NO_DATA, PROBLEM,
        "observed.csv 中没有可用于拟合的数：{why}。至少需要一个在推演年份之内、有标准误、模型算得出的数",
        "observed.csv has no figure to fit to: {why}. One at least is needed that lies inside the years of the model, has a standard error and is of a series that the model has")
MESSAGE(CALIBRATE_NOTHING_SAID, PROBLEM,
        "没有一个未知数能由统计数或事先的说明定下来：统计数与要拟合的参数无关。请拟合影响这些统计数的参数，或写 prior 和 prior_error",
        "neither the figures nor anything stated beforehand tells of any of the unknowns: the figures do not depend on what is to be fitted. Fit parameters on which they depend, or state prior and prior_error")
MESSAGE(CALIBRATE_UNSETTLED, PROBLEM,
        "拟合没有收敛，没有写出结果。{far}也可能是未知数太多而统计数太少，或事先说明的误差太大：请少拟合几年，或写较小的 prior_error、step_error",
        "the fit did not settle, and nothing was written. {far}Or there are too many unknowns for the figures, or errors stated too wide: fit fewer years, or state smaller prior_error or step_error")
MESSAGE(CALIBRATE_FAR_BEFORE, NOTE, "可能有统计数写错了：拟合前离模型最远的是 {figures}。", "A figure may be wrong; before any fit these are furthest from the model: {figures}. ")
MESSAGE(CALIBRATE_ONE_FAR, NOTE, "{what}（统计 {observed}，模型 {model}，差 {errors} 倍标准误）", "{what} (observed {observed}, model {model}, off by {errors} times its standard error)")
MESSAGE(CALIBRATE_FOREIGN, PROBLEM, "“{path}”不是 xuewei calibrate 写的，不会被覆盖：请移走它，或用 --output 另取文件名",
        "'{path}' was not written by xuewei calibrate and is left alone: move it away, or give another name with --output")

MESSAGE(CALIBRATE_SAME_FILE, PROBLEM, "--csv 和 --output 都是“{path}”；应为两个文件", "--csv and --output both name '{path}'; they are two files")
MESSAGE(CALIBRATE_TITLE, NOTE, "{district}：校准", "{district}: calibration")
MESSAGE(CALIBRATE_COUNTS, NOTE, "未知数 {unknowns} 个，统计数 {figures} 个（observed.csv 共 {all} 个），事先说明 {stated} 条",
        "Unknowns: {unknowns}; figures: {figures} (of {all} in observed.csv); statements beforehand: {stated}")
MESSAGE(CALIBRATE_COUNTS_SCHEDULE, NOTE, "迁移的年龄模式：未知数 {unknowns} 个，migrants_by_age.csv 的年龄组 {figures} 个",
        "Age schedule of migration: unknowns: {unknowns}; age groups of migrants_by_age.csv: {figures}")
MESSAGE(CALIBRATE_LEGEND, NOTE,
        "±：标准误（真值约三分之二的可能在此范围内）。事先：拟合前所述的取值及其标准误；逐年：与上一年之差的标准差。数据%：对这个数的了解有多少来自统计数，其余来自事先的说明。",
        "+-: standard error (about two chances in three that the true value lies within it). Beforehand: value and standard error stated before the fit; step: standard deviation of the difference to the year before. Data %: how much of what is known of the number comes from the figures, the rest from what was stated.")
MESSAGE(CALIBRATE_LEGEND_FIGURES, NOTE,
        "拟合前：模型原来的数；拟合后：用上表的值推演一次得到的数。偏差 = 拟合后 - 统计；除以标准误，在 -2 与 2 之间属正常。",
        "Before: the model as it was; after: one run with the values above. Off by = after - observed; divided by the standard error it is usually between -2 and 2.")
MESSAGE(CALIBRATE_HELD, NOTE,
        "{what}：统计数和事先的说明没有涉及它，或者不能把它与其他未知数分开，定不下来；保持 {value}，其余未知数的值和标准误都以此为前提。",
        "{what}: figures and statements tell nothing of it, or do not tell it apart from the others; it is held at {value}, and the values and errors of the others hold only if it is so.")
MESSAGE(CALIBRATE_AT_BOUND, NOTE, "{what}：拟合的结果会超出取值范围（{low} 至 {high}），停在 {value}；请核对统计数，或改用别的参数。",
        "{what}: would leave its range ({low} to {high}) and stops at {value}; look at the figures again, or fit another parameter.")
MESSAGE(CALIBRATE_WEAK, NOTE, "{what}：主要是事先说明的值，统计数只占 {share}%；不要当作测得的数。",
        "{what}: mostly what was stated beforehand, {share} % from the figures; not to be taken as measured.")
MESSAGE(CALIBRATE_FIGURE_FAR, NOTE, "{what}：拟合后仍差 {errors} 倍标准误（统计 {observed}，模型 {model}）。",
        "{what}: still {errors} standard errors off after the fit (observed {observed}, model {model}).")
MESSAGE(CALIBRATE_AGREE, NOTE,
        "平方和 {sum}，自由度 {degrees}：只凭偶然，{percent}% 的情形会有这么大或更大的偏差。统计数、事先的说明和模型彼此相符。",
        "Sum of squares {sum}, degrees of freedom {degrees}: by chance alone {percent} % of cases would be as far off or further. Figures, statements and model agree.")
MESSAGE(CALIBRATE_DOUBTFUL, NOTE,
        "平方和 {sum}，自由度 {degrees}：只凭偶然，只有 {percent}% 的情形会有这么大或更大的偏差。统计数、事先的说明和模型不太相符：请核对偏差大的数和它们的标准误。",
        "Sum of squares {sum}, degrees of freedom {degrees}: by chance alone only {percent} % of cases would be as far off or further. Figures, statements and model agree poorly: look at the figures that are far off and at their standard errors.")
MESSAGE(CALIBRATE_CONTRADICT, NOTE,
        "平方和 {sum}，自由度 {degrees}：只凭偶然几乎不会有这么大的偏差（{percent}%）。这些数互相矛盾，或与事先的说明、与模型矛盾：没有一组取值能同时满足它们，拟合值只是折中，其标准误偏小。请核对统计数的口径和来源，放宽过小的标准误，或增加要拟合的参数。",
        "Sum of squares {sum}, degrees of freedom {degrees}: chance alone hardly ever gives as much ({percent} %). These figures contradict one another, what was stated, or the model: no set of values meets them all, the fitted ones are a compromise and their standard errors too small. Look at what the figures count and where they come from, widen standard errors that are too small, or fit more parameters.")
MESSAGE(CALIBRATE_UNTESTED, NOTE, "统计数与事先的说明合起来正好与未知数一样多：没有多余的数可以检验它们是否相符。",
        "Figures and statements together are just as many as the unknowns: nothing is left to show whether they agree.")
MESSAGE(CALIBRATE_CONSTANT, NOTE, "{last} 年以后保持 {last} 年的值，除非情景另写。", "from {last} on the value of {last} holds, unless a scenario says otherwise.")
MESSAGE(CALIBRATE_CONSTANT_ALL, NOTE, "只拟合了 {last} 年，所有年份都用这个值，除非情景另写。", "{last} alone is fitted; its value holds in all years, unless a scenario says otherwise.")
MESSAGE(CALIBRATE_CONSTANT_BOTH, NOTE, "{first} 年以前保持 {first} 年的值，{last} 年以后保持 {last} 年的值，除非情景另写。",
        "until {first} the value of {first} holds, from {last} on that of {last}, unless a scenario says otherwise.")
MESSAGE(CALIBRATE_WRITTEN, NOTE, "已写入 {path}：情景写上 extends 即可采用这些值。", "Written to {path}: a scenario takes these values by extending it.")
MESSAGE(CALIBRATE_GROUPS_IN_CSV, NOTE, "年龄组超过 {most} 个，不在此列出；用 --csv 写出全部。", "More than {most} age groups are not listed here; --csv writes them all.")
MESSAGE(CALIBRATE_AGES, NOTE, "迁移人口 {ages} 岁", "Migrants aged {ages}")

/* New housing. */
MESSAGE(HOUSING_CHOICE, PROBLEM, "有 housing.csv，district.yaml 的 migration 下应写 housing：on_top（新建住房迁入者在迁移之外另加）、inside（含在所在镇街的迁移总数内，其他迁入者相应减少）或 inside_district（含在全区迁移总数内）",
        "there is a housing.csv, so district.yaml must choose under migration, housing: on_top (those who move into new housing come beside the migration), inside (they are part of the town's total, and as many others fewer come) or inside_district (of the district's total)")
MESSAGE(HOUSING_WITHOUT_PERSONS, PROBLEM, "只有住房套数，不知住什么人；还应有表 housing_persons.csv（age, persons：每套各年龄平均人数）",
        "here are dwellings, but not who lives in them: a table housing_persons.csv (age, persons: the mean persons of each age in a dwelling) is needed too")
MESSAGE(HOUSING_PERSONS_LACK, PROBLEM, "表缺少小区“{estate}”：它没有自己的行，也没有不写 estate 的行",
        "the table lacks estate '{estate}': it has no rows of its own, and there are none without an estate")
MESSAGE(HOUSEHOLD_SIZE, PROBLEM, "persons：每套住房合计 {found} 人，应大于 0 且不超过 {allowed}",
        "persons: a dwelling has {found} in all, allowed is above 0 and at most {allowed}")
MESSAGE(HOUSEHOLD_SIZE_OF, PROBLEM, "persons：小区“{estate}”每套住房合计 {found} 人，应大于 0 且不超过 {allowed}",
        "persons: a dwelling of estate '{estate}' has {found} in all, allowed is above 0 and at most {allowed}")
MESSAGE(ESTATE_CLOSES, PROBLEM, "项目种类是 close（撤并），不能随小区“{estate}”交付：请把 estate 留空",
        "a project of kind close cannot be handed over with estate '{estate}': leave its estate empty")
MESSAGE(ESTATE_ELSEWHERE, NOTE, "项目在“{town}”，随之交付的小区“{estate}”在“{other}”：学位按项目所在镇街计",
        "the project is in '{town}', the estate '{estate}' with which it comes in '{other}': its seats count where the project is")
MESSAGE(COMPLETION_NOT_HANDOVER, PROBLEM, "completion：写的是 {found}，而小区“{estate}”在 {allowed} 年交付，项目随之完成；应写 {allowed} 或不写",
        "completion: found {found}, but the estate '{estate}' is handed over in {allowed} and the project with it; allowed is {allowed} or nothing")
MESSAGE(HOUSING_INSIDE_NOTHING, NOTE, "没有 migration.csv，含在其内的迁移总数就是 0（另有 migration.added 时为该数）：新建住房迁入多少人，就有多少其他人迁出",
        "there is no migration.csv, so the total that housing is inside of is 0 (or migration.added): as many others leave as move into new housing")

/* Pupils, seats, projects and the plan. */
MESSAGE(PUPILS_TWICE, PROBLEM, "“{found}”的这些学生在这里第二次出现", "these pupils of '{found}' stand here a second time")
MESSAGE(PUPILS_LACK_GRADE, PROBLEM, "表缺少 level {level}, grade {grade}", "the table lacks level {level}, grade {grade}")
MESSAGE(PUPILS_LACK_TOWN, PROBLEM, "表缺少 town {town}, level {level}", "the table lacks town {town}, level {level}")
MESSAGE(PUPILS_NOBODY, PROBLEM, "“{level}”的公办和民办学生都是 0，无法得出公办占比", "'{level}' has neither public nor private pupils, so it has no public share")
MESSAGE(PRIVATE_PUPILS_SOME, PROBLEM, "“{level}”的 private_pupils 有些行没有写；应全写或全不写", "'{level}' has private_pupils in some of its rows only; allowed is in all or in none")
MESSAGE(PUPILS_YEAR_EMPTY, PROBLEM, "{level}：{year} 学年各年级在校生都是 0，其他学年不是；没有的数字请删去整个学年，不要写 0",
        "{level}: no pupils in any grade of school year {year}, though other years have some; leave out a year that is not known, do not write 0")
MESSAGE(PROGRESSION_WITHOUT_PUPILS, PROBLEM, "年级升级（progression）需要 pupils.csv，而模型没有；请补上至少两个学年的分年级在校生，或写 rates",
        "progression goes by pupils.csv, which the model does not have; allowed is progression with pupils by grade of two school years or more, or rates")
MESSAGE(PROGRESSION_ONE_YEAR, PROBLEM, "年级升级（progression）需要 pupils.csv 有至少两个学年，而只有 {found} 一个；请补上，或写 rates",
        "progression needs two school years or more in pupils.csv, which has {found} alone; add years, or write rates")
MESSAGE(PROGRESSION_GRADE_EMPTY, PROBLEM, "progression：pupils.csv 中“{level}”{grade} 年级的前一年级在 {first} 至 {last} 学年都没有学生，得不出升级比率",
        "progression: in pupils.csv nobody is in the grade before '{level}' {grade} in {first} to {last}, so there is no ratio to it")
MESSAGE(PROGRESSION_NO_CHILDREN, PROBLEM, "progression：基年没有 {age} 岁的居民，得不出“{level}”{grade} 年级的入学比率",
        "progression: nobody aged {age} lives here in the base year, so there is no ratio of entrants to children for '{level}' {grade}")
MESSAGE(SHARE_TWICE, PROBLEM, "“{level}”既在 public_share.csv 又在 enrolment.csv 中；应只在其一", "'{level}' is both in public_share.csv and in enrolment.csv; it belongs in one of them")
MESSAGE(SHARE_MISSING, PROBLEM, "“{level}”既不在 public_share.csv 也不在 enrolment.csv 中；应在其一", "'{level}' is neither in public_share.csv nor in enrolment.csv; it belongs in one of them")
MESSAGE(COMPLETION_BEFORE_START, PROBLEM, "completion：写的是 {found}，不应早于 start（{allowed}）", "completion: found {found}, allowed is start ({allowed}) or later")
MESSAGE(PROJECT_LEVEL_TWICE, PROBLEM, "项目“{found}”的学段“{level}”在这里第二次出现", "the level '{level}' of project '{found}' stands here a second time")
MESSAGE(PERIOD_BACKWARDS, PROBLEM, "{key}：写的是 {found}，不应早于 period_start", "{key}: found {found}, allowed is period_start or later")
MESSAGE(OBSERVED_CELL, PROBLEM, "{key}：写的是“{found}”，而 {series} 不按它分；应留空", "{key}: found '{found}', but {series} do not go by it; allowed is an empty cell")
MESSAGE(OBSERVED_AGES, PROBLEM, "last_age：写的是 {found}，不应小于 first_age（{first}）", "last_age: found {found}, allowed is first_age ({first}) or more")
MESSAGE(OBSERVED_ERROR, PROBLEM, "{key}：写的是 {found}，应在 {low} 至 {high} 之间，或留空、写 0（不知道）",
        "{key}: found {found}, allowed is {low} to {high}, or an empty cell or 0 (not known)")
MESSAGE(OBSERVED_TWICE, PROBLEM, "{series}：与第 {line} 行相同的数（项目、时间、镇街、学段、年级、年龄都相同）在这里第二次出现；只留一个",
        "{series}: the figure of line {line} (same series, period, town, level, grade and ages) stands here a second time; one of them is allowed")
MESSAGE(OBSERVED_DAY, PROBLEM, "{key}：写的是 {found}；常住人口是某一天的人数，应与 period_start 相同", "{key}: found {found}; residents are counted at one day, allowed is the same as period_start")
MESSAGE(OBSERVED_SCHOOL_YEAR, PROBLEM, "{key}：写的是 {found}，与 period_start 不在同一学年；在校生是一个学年的人数",
        "{key}: found {found}, in another school year than period_start; pupils are those of one school year")
MESSAGE(OBSERVED_NET, NOTE, "{key}：“{found}”没有可比的模型数：模型的迁移只有净数（migration.csv 没有 arrivals 和 departure_rate）",
        "{key}: '{found}' are compared with nothing: the model knows net migrants alone (there is no arrivals and departure_rate in migration.csv)")
MESSAGE(MODEL_MISSING, PROBLEM, "找不到模型文件夹“{file}”", "there is no model folder '{file}'")
MESSAGE(MODEL_NAME, PROBLEM, "模型没有镇街，文件夹的名字“{found}”就是唯一镇街的 id；应为一行文字，前后没有空格，不是 total 或 base",
        "the model has no towns, so the name of its folder, '{found}', is the id of the one town; allowed is one line of text without spaces at its ends, and not total or base")
MESSAGE(MODEL_NOT_FOLDER, PROBLEM, "“{file}”不是文件夹；模型是一个文件夹", "'{file}' is not a folder; a model is a folder")
MESSAGE(TABLE_LACKS_BASE_YEAR, PROBLEM, "表中有 {first} 至 {last} 年，缺少基年 {year}", "the table has the years {first} to {last}; it lacks the base year {year}")

/* Scenarios. */
MESSAGE(EXTENDS_CIRCLE, PROBLEM, "extends 成了循环：{found}", "extends runs in a circle: {found}")
MESSAGE(EXTENDS_LONG, PROBLEM, "extends 的链条超过 32 个文件", "the chain of extends is longer than 32 files")
MESSAGE(HORIZON_MISSING, PROBLEM, "缺少“horizon”（推演的起止学年）；只供其他情景 extends 的文件可以不写，但不能单独运行或检查",
        "'horizon' is missing (first and last school year); a file that others extend may go without, but cannot be run or checked by itself")
MESSAGE(HORIZON_BEFORE_BASE, PROBLEM, "first：写的是 {found}，不应早于模型的基年 {allowed}", "first: found {found}, allowed is the model's base year {allowed} or later")
MESSAGE(HORIZON_BEYOND_TABLE, PROBLEM, "last：写的是 {found}，而表 {file} 只有 {first} 至 {last} 年；最晚为 {allowed}",
        "last: found {found}, but the table {file} has the years {first} to {last}; allowed is {allowed} at most")
MESSAGE(SCHEDULE_HEIGHTS_ZERO, PROBLEM, "migration.schedule_a1、schedule_a2 和 schedule_c 都是 0，迁移无法分摊到年龄；至少一个应大于 0",
        "migration.schedule_a1, schedule_a2 and schedule_c are all 0, so migrants cannot be spread over the ages; one at least must be above 0")
MESSAGE(DEPARTURES_NOT_KNOWN, NOTE, "migration.departure_multiplier 不起作用：模型的 migration.csv 没有 departure_rate",
        "migration.departure_multiplier does nothing: migration.csv of the model has no departure_rate")
MESSAGE(SCHEDULE_IDLE, NOTE, "{key} 不起作用：模型的迁移分年龄给出（或没有迁移），也没有 migration.added",
        "{key} does nothing: the model gives migrants by age (or none), and there is no migration.added")
MESSAGE(INHERITED_FROM_NOTHING, PROBLEM, "{key}：inherited_to 之前取所继承情景的值，而本文件没有 extends；应写 extends，或去掉 inherited_to",
        "{key}: inherited_to keeps the values of the scenario that is extended, but this file extends none; allowed is to extend one, or to leave inherited_to out")
MESSAGE(PATH_YEAR_INHERITED, PROBLEM, "{key}：{found} 年的值取自所继承的情景（inherited_to: {last}），这里不能另写；应晚于 {last} 年",
        "{key}: the value of {found} is inherited (inherited_to: {last}), so none can be given here; allowed are years after {last}")
MESSAGE(PATH_EMPTY, PROBLEM, "{key}：映射是空的；应至少有一年，如 2024: 1.1", "{key}: the map is empty; it needs a year at least, such as 2024: 1.1")

/* Ensembles: what a scenario asks of many runs. */
MESSAGE(ENSEMBLE_SECOND, PROBLEM, "{found}：同一文件中已有 {first}；一个情景只能有 sweep、sensitivity、uncertainty 之一",
        "{found} stands beside {first}; a scenario can have one of sweep, sensitivity and uncertainty")
MESSAGE(ENSEMBLE_LIST_EMPTY, PROBLEM, "{key}：列表是空的；至少应有一项", "{key}: the list is empty; it needs an entry at least")
MESSAGE(MOVE_KIND_MISSING, PROBLEM, "缺少 set、times、add 之一：取值、乘以或加上什么", "one of set, times and add is missing: what the parameter is set to, multiplied by, or what is added")
MESSAGE(MOVE_KIND_TWICE, PROBLEM, "set、times、add 在这里不止一个；只能有一个", "more than one of set, times and add stands here; allowed is one")
MESSAGE(MOVE_ONLY_SET, PROBLEM, "{key}：{parameter} 的值是词、开关、年份或镇街，不能乘或加；应写 set", "{key}: {parameter} is a word, a switch, a year or a town, which cannot be multiplied or added to; allowed is set")
MESSAGE(MOVE_WHOLE_TIMES, PROBLEM, "{key}：{parameter} 是整数，不能乘；应写 add 或 set", "{key}: {parameter} is a whole number, which cannot be multiplied; allowed is add or set")
MESSAGE(MOVE_HAS_NO_KEYS, PROBLEM, "{key}：{parameter} 全区只有一个值，不能选取其中一部分；应去掉 {key}", "{key}: {parameter} has one value for the whole district, so there is nothing to choose from; leave {key} out")
MESSAGE(MOVE_OTHER_KEYS, PROBLEM, "{key}：{parameter} 的值按 {axis} 区分，不能用 {key} 选取；应写 key", "{key}: {parameter} has its values by {axis}, which {key} does not choose from; allowed is key")
MESSAGE(MOVE_KEYS_TWICE, PROBLEM, "{key}：已有 {other}；只能用一种方式选取", "{key} stands beside {other}; allowed is one way of choosing")
MESSAGE(MOVE_NOTHING, PROBLEM, "模型没有 {axis}，{parameter} 无可改变", "the model has no {axis}, so {parameter} has nothing to move")
MESSAGE(MOVE_NO_PROJECT, PROBLEM, "builder：模型中没有 {found} 的项目", "builder: no project of the model has the builder {found}")
MESSAGE(MOVE_NO_TOWN, PROBLEM, "towns：模型中没有人口为 assumed 的镇街", "towns: no town of the model has an assumed population")
MESSAGE(MOVE_NO_PATH, PROBLEM, "{key}：{parameter} 不随年份变化；应去掉 {key}", "{key}: {parameter} does not go by years; leave {key} out")
MESSAGE(MOVE_OUT_OF_RANGE, PROBLEM, "{key}：写的是 {found}，使 {parameter}{where} 成为 {value}，应在 {low} 至 {high} 之间",
        "{key}: {found} makes {parameter}{where} {value}, allowed is {low} to {high}")
MESSAGE(MOVE_OVERWRITES, PROBLEM, "set：{parameter} 的同一处在前面已有一项，会被这里取代；应去掉其中一项", "set: an earlier entry moves {parameter} in the same place, and this would undo it; leave one of them out")
MESSAGE(WALK_AND_AUTOCORRELATION, PROBLEM, "autocorrelation：不能与 walk 同用（walk：逐年累加，越远越宽；autocorrelation：各年一样宽）；应去掉其中一项",
        "autocorrelation: it does not go with walk (walk: steps add up, wider year after year; autocorrelation: as wide in every year); leave one of them out")
MESSAGE(WALK_SHAPE, PROBLEM, "distribution：写的是 {found}，而 walk 的各步会累加；应为 normal 或 lognormal", "distribution: found {found}, but the steps of a walk add up; allowed is normal or lognormal")
MESSAGE(WALK_MEAN, PROBLEM, "mean：写的是 {found}，而 walk 以情景自己的值为中心、不带趋势；应为 0，趋势应写进 {parameter} 自己的路径",
        "mean: found {found}, allowed is 0: a walk lies around the scenario's own values and has no trend; a trend belongs into the path of {parameter} itself")
MESSAGE(STEPS_NOT_WHOLE, PROBLEM, "steps：其中一步为 {found}，而 {parameter} 应为整数", "steps: one of them is {found}, but {parameter} takes whole numbers")
MESSAGE(GRID_TOO_LARGE, PROBLEM, "sweep：共有 {found} 个点，应不超过 {allowed} 个；请减少步数或参数", "sweep: the grid has {found} points, allowed is {allowed} at most; take fewer steps or fewer parameters")
MESSAGE(DISTRIBUTION_LACKS, PROBLEM, "分布 {shape} 缺少“{key}”；应有 {allowed}", "the distribution {shape} lacks '{key}'; it takes {allowed}")
MESSAGE(DISTRIBUTION_MISSING, PROBLEM, "没有写明分布；应写 distribution（normal、lognormal、uniform、triangular、empirical、discrete 之一）及其数字，或 low 和 high",
        "no distribution is given; allowed is 'distribution', one of normal, lognormal, uniform, triangular, empirical, discrete, with its numbers, or low and high")
MESSAGE(DISTRIBUTION_BACKWARDS, PROBLEM, "{key}：写的是 {found}，不应大于 {other}（{high}）", "{key}: found {found}, allowed is {other} ({high}) or less")
MESSAGE(DISTRIBUTION_WITHOUT_SOURCE, NOTE, "{parameter}：没有写 source；请写明分布的依据，没有依据就写明是假定", "{parameter}: there is no source; say what the distribution stands on, or that it is assumed")
MESSAGE(ONLY_DISCRETE, PROBLEM, "distribution：写的是 {found}，而 {parameter} 只取单个的值；应为 discrete", "distribution: found {found}, but {parameter} takes single values only; allowed is discrete")
MESSAGE(PROBABILITY_OF_A_SWITCH, PROBLEM, "probability：只用于取 yes 或 no 的参数，而 {parameter} 不是；应写 distribution", "probability: this is for parameters that are yes or no, which {parameter} is not; allowed is distribution")
MESSAGE(WEIGHTS_COUNT, PROBLEM, "weights：有 {found} 个数，应与 values 一样多（{allowed} 个）", "weights: found {found} numbers, allowed is one for each of the {allowed} values")
MESSAGE(WEIGHTS_ZERO, PROBLEM, "weights：全部为 0；至少一个应大于 0", "weights: all of them are 0; one at least must be above 0")
MESSAGE(SOBOL_DIMENSIONS, PROBLEM, "points：每次抽取有 {found} 个独立的数，而 Sobol 点最多 {allowed} 维；应写 random，或减少输入（有 autocorrelation 或 walk 时每年各算一个）",
        "points: a draw has {found} independent figures, but Sobol's points have {allowed} dimensions at most; write random, or take fewer inputs (with autocorrelation or walk every year counts as one)")
MESSAGE(SOBOL_DIMENSIONS_TWICE, PROBLEM, "points：方差份额每次要用两组 {figures} 个独立的数（共 {found} 个），而 Sobol 点最多 {allowed} 维；应写 random，或减少输入（有 autocorrelation 或 walk 时每年各算一个）",
        "points: shares of variance take two sets of {figures} independent figures ({found}), but Sobol's points have {allowed} dimensions at most; write random, or take fewer inputs (with autocorrelation or walk every year counts as one)")
MESSAGE(ROWS_ONE, PROBLEM, "draws：写的是 1，应为 0（只逐个变动）或至少 2", "draws: found 1, allowed is 0 (one at a time alone) or 2 and more")
MESSAGE(ROWS_MANY, PROBLEM, "draws：{found} 行、{inputs} 个输入共需 {runs} 次推演，应不超过 {allowed} 次", "draws: {found} rows of {inputs} inputs are {runs} runs, allowed are {allowed} at most")

/* Parts of an ensemble, run by several machines. */
MESSAGE(SHARD_ONE_RUN, PROBLEM, "这个情景只推演一次，没有可分的份；能分的是有学段的模型的 sweep、sensitivity、uncertainty",
        "this scenario is a single run, which has no parts; what can be parted is a sweep, a sensitivity or an uncertainty of a model with levels")
MESSAGE(SHARD_WRITTEN, NOTE, "第 {part} 份（共 {parts} 份）已完成：{runs} 次推演中的第 {first} 至 {last} 次，写入 {path}",
        "part {part} of {parts} is done: runs {first} to {last} of {runs}, written to {path}")
MESSAGE(SHARD_WRITTEN_EMPTY, NOTE, "第 {part} 份（共 {parts} 份）没有分到推演（共 {runs} 次），写入 {path}",
        "part {part} of {parts} has none of the {runs} runs, written to {path}")
MESSAGE(SHARDS_NONE, PROBLEM, "这里没有任何一份；请先用 run --shard 推演各份", "there are no parts here; run them first with run --shard")
MESSAGE(SHARDS_SEVERAL, PROBLEM, "这里有几种分法的份（分成 {found} 份）；请用 --shards 说明合并哪一种，或移走其余的",
        "there are parts of several splits here (into {found} parts); say with --shards which to merge, or move the others away")
MESSAGE(SHARD_MISSING, PROBLEM, "缺少这一份", "this part is missing")
MESSAGE(SHARD_UNREADABLE, PROBLEM, "这一份无法读取：{reason}", "this part cannot be read: {reason}")
MESSAGE(SHARD_UNFINISHED, PROBLEM, "这一份没有写完：缺少完成标记 {done}", "this part was not finished: its mark {done} is missing")
MESSAGE(SHARD_MARK, PROBLEM, "这个完成标记不完整或已损坏：开头应为 64 位十六进制的 SHA-256", "this mark is not whole or is damaged: it must begin with the 64 hexadecimal digits of a SHA-256")
MESSAGE(SHARD_DAMAGED, PROBLEM, "这一份不完整或已损坏：内容与写入时不同（SHA-256 与完成标记不符）", "this part is not whole or is damaged: it is not what was written (its SHA-256 is not that of its mark)")
MESSAGE(SHARD_NONE, PROBLEM, "这不是本版 xuewei 写的份", "this is no part that this xuewei writes")
MESSAGE(SHARD_OTHER_PART, PROBLEM, "内容其实是第 {part} 份（共 {parts} 份）；是否改过文件名？", "what it holds is part {part} of {parts}; was the file renamed?")
MESSAGE(SHARD_OTHER_RUNS, PROBLEM, "这一份的推演次数或数列与现在的情景不同", "this part has other runs or series than the scenario has now")
MESSAGE(SHARD_VERSION, PROBLEM, "这一份由 xuewei {found} 推演，而现在是 {expected}；各份须出自同一版本", "this part was run by xuewei {found}, and this is {expected}; all must be of one version")
MESSAGE(SHARD_SCENARIO, PROBLEM, "这一份属于情景 {found}，而不是 {expected}", "this part is of the scenario {found}, not {expected}")
MESSAGE(SHARD_INPUT, PROBLEM, "推演这一份时的输入文件 {found} 与现在的 {expected} 不同；请用现在的文件重新推演", "this part was run with an input {found} that is not the present {expected}; run it again with the present files")
MESSAGE(SHARD_RECORD, PROBLEM, "这一份的情景与现在不同：当时是 {found}，现在是 {expected}", "this part was run for something else: {found} then, {expected} now")
MESSAGE(SHARDS_AGAIN, NOTE, "要重新推演的份（共 {parts} 份）：{list}；可逐份用 run --shard，Slurm 上用 submit.sh {list}", "parts to be run again, of {parts}: {list}; each with run --shard, or with submit.sh {list} under Slurm")
MESSAGE(MERGE_STOPPED, PROBLEM, "已中断：各份没有读完；没有写入任何结果，以前的结果保持不变", "stopped while the parts were read; nothing was written, and an earlier result stands as it was")
MESSAGE(SLURM_NAME, PROBLEM, "名称“{found}”含有换行或其他控制字符，不能写入脚本", "the name '{found}' has a line break or another control character, which cannot stand in a script")
MESSAGE(SLURM_WRITTEN, NOTE, "{folder}：已写入 array.sh（{tasks} 份，每份申请内存 {task} MB）、merge.sh（合并，申请内存 {merge} MB）和 submit.sh",
        "{folder}: array.sh ({tasks} parts, asking for {task} MB of memory each), merge.sh (asking for {merge} MB) and submit.sh are written")
MESSAGE(SLURM_SUBMIT, NOTE, "提交：{submit}", "to submit: {submit}")
MESSAGE(SLURM_AGAIN, NOTE, "某一份被中止或失败（例如第 3 份）时，重算它再合并：{submit} 3", "where a part was killed or has failed, part 3 for example, to run it again and merge: {submit} 3")
MESSAGE(SLURM_PROGRAM, NOTE, "各节点用的程序：{program}（可用 --program 另行指定；各节点须能看到它和这些文件）", "the program on the nodes: {program} (another with --program; every node must see it and these files)")

/* The notice: what its section in a scenario may say, and what the notice says. */
MESSAGE(NOTICE_YEAR_OUTSIDE, PROBLEM, "school_year：写的是 {found}，不在推演的学年 {first} 至 {last} 之内", "school_year: found {found}, allowed is a school year of the horizon, {first} to {last}")
MESSAGE(NOTICE_TITLE, NOTE, "{district}{year}公办学位预警", "{district}: notice on public school seats, {year}")
MESSAGE(NOTICE_TITLE_FINDINGS, NOTE, "{district}{year}公办学位：结论、预警、建议", "{district}, public school seats, {year}: conclusions, warnings, advice")
MESSAGE(NOTICE_ISSUER, NOTE, "发布单位：（由发布单位填写）", "Issued by: (to be filled in)")
MESSAGE(NOTICE_NUMBER, NOTE, "文号：（由发布单位填写）", "Number: (to be filled in)")
MESSAGE(NOTICE_DATE, NOTE, "发布日期：（由发布单位填写）", "Date: (to be filled in)")
MESSAGE(NOTICE_OPENING, NOTE, "为便于家长和社会了解入学形势、及早安排，现依据人口与学位推演（情景“{scenario}”），发布{district}{year}公办学位预警。",
        "So that families know early how matters stand, this notice says where public school seats in {district} will be short in {year}, by a forecast of population and seats (scenario '{scenario}').")
MESSAGE(NOTICE_COUNTS, NOTE, "共 {towns} 个镇街、{levels} 个学段，逐镇街逐学段定级：红色 {red} 项，黄色 {amber} 项，绿色 {green} 项。",
        "Towns: {towns}; levels: {levels}. Each town is graded at each level: {red} red, {amber} amber, {green} green.")
MESSAGE(NOTICE_HEAD_SCOPE, NOTE, "一、范围与等级", "1. Scope and grades")
MESSAGE(NOTICE_SCOPE, NOTE, "本预警只计公办学位，按镇街、学段发布；学段：{levels}。", "Public seats alone, by town and level. Levels: {levels}.")
MESSAGE(NOTICE_MEANS_RED, NOTE, "红色：{year}公办学位不足。", "Red: public seats are short in {year}.")
MESSAGE(NOTICE_MEANS_AMBER, NOTE, "黄色：{year}够用，{next}不足。", "Amber: enough in {year}, short in {next}.")
MESSAGE(NOTICE_MEANS_AMBER_LIKELY, NOTE, "黄色：{year}够用，而{next}不足，或者两个学年中有一个的缺口概率超过 {threshold}%。",
        "Amber: enough in {year}, but short in {next}, or more than {threshold} % likely to be short in one of the two.")
MESSAGE(NOTICE_MEANS_AMBER_LAST, NOTE, "黄色：本次推演止于{year}，无法判断下一学年，因此不评黄色。", "Amber: the forecast ends with {year} and says nothing of the year after, so nothing is graded amber by it.")
MESSAGE(NOTICE_MEANS_AMBER_LAST_LIKELY, NOTE, "黄色：{year}够用，而缺口概率超过 {threshold}%；本次推演止于该学年，不判断下一学年。", "Amber: enough in {year}, but more than {threshold} % likely to be short; the forecast ends there and says nothing of the year after.")
MESSAGE(NOTICE_MEANS_GREEN, NOTE, "绿色：其余。", "Green: all others.")
MESSAGE(NOTICE_HEAD_RED, NOTE, "二、红色预警", "2. Red")
MESSAGE(NOTICE_HEAD_AMBER, NOTE, "三、黄色预警", "3. Amber")
MESSAGE(NOTICE_HEAD_GREEN, NOTE, "四、绿色", "4. Green")
MESSAGE(NOTICE_NONE, NOTE, "无。", "None.")
MESSAGE(NOTICE_LEFT_OUT, NOTE, "共 {count} 项，这里只列最严重的 {listed} 项；全部数字见 gap.csv。", "These are the worst {listed} of {count}; all figures are in gap.csv.")
MESSAGE(NOTICE_COLUMN_TOWN, NOTE, "镇街", "Town")
MESSAGE(NOTICE_COLUMN_LEVEL, NOTE, "学段", "Level")
MESSAGE(NOTICE_COLUMN_ALERT, NOTE, "等级", "Grade")
MESSAGE(NOTICE_COLUMN_YEAR, NOTE, "学年", "School year")
MESSAGE(NOTICE_COLUMN_DEMAND, NOTE, "公办需求", "Demand")
MESSAGE(NOTICE_COLUMN_SEATS, NOTE, "学位供给", "Seats")
MESSAGE(NOTICE_COLUMN_GAP, NOTE, "缺口/富余", "Gap")
MESSAGE(NOTICE_COLUMN_REASONS, NOTE, "原因", "Why")
MESSAGE(NOTICE_LEGEND, NOTE, "缺口/富余 = 公办需求 - 学位供给，+ 为缺口，- 为富余；单位：人（个），四舍五入，故差额的末位可能差 1。", "Gap = demand - seats: + is a shortage, - are seats to spare; in children (seats), rounded, so that a difference may be 1 off.")
MESSAGE(NOTICE_RED, NOTE, "红色", "Red")
MESSAGE(NOTICE_AMBER, NOTE, "黄色", "Amber")
MESSAGE(NOTICE_GREEN, NOTE, "绿色", "Green")
MESSAGE(NOTICE_SPARE, NOTE, "{level}（{count} 个镇街，{year}）：{list}。", "{level} (towns: {count}; {year}): {list}.")
MESSAGE(NOTICE_TOWN_SPARE, NOTE, "{town}（富余 {surplus}）", "{town} ({surplus} to spare)")
MESSAGE(NOTICE_TOWN_SHORT, NOTE, "{town}（缺 {shortage}）", "{town} ({shortage} short)")
MESSAGE(NOTICE_TOWN_LIKELY, NOTE, "{town}（缺口概率 {probability}%）", "{town} ({probability} % likely)")
MESSAGE(NOTICE_AND_OTHERS, NOTE, "{list}等 {count} 个", "{list} and others, {count} in all")
MESSAGE(NOTICE_HEAD_BASIS, NOTE, "五、依据与假定", "5. What it stands on")
MESSAGE(NOTICE_BASIS_QUESTION, NOTE, "情景“{scenario}”：{question}", "Scenario '{scenario}': {question}")
MESSAGE(NOTICE_BASIS_ASSUMED, NOTE, "{level}：{year}全区需求中 {demand_assumed}%、学位中 {seats_assumed}% 依据假定的镇街人口、基年学位或项目所在地，应核实。",
        "{level}: {demand_assumed} % of the district's demand and {seats_assumed} % of its seats in {year} stand on town populations, base seats or project towns that are assumed and should be verified.")
MESSAGE(NOTICE_BASIS_DRAWN, NOTE, "缺口概率来自 {draws} 次抽取；抽取了什么、依据什么，见情景。", "Probabilities come from {draws} draws; the scenario says what was drawn and what that stands on.")
MESSAGE(NOTICE_BASIS_UNPLACED, NOTE, "另有 {unplaced} 个学位所在镇街未定，没有计入任何镇街。", "Seats for which no town is known, and which count in none: {unplaced}.")
MESSAGE(NOTICE_BASIS_RATES, NOTE, "生育、迁移、入学等比率按情景取值，不在上述比例之内。", "Rates (births, migration, enrolment) are the scenario's and are not in these shares.")
MESSAGE(NOTICE_HEAD_VALIDITY, NOTE, "六、有效期", "6. Validity")
MESSAGE(NOTICE_VALIDITY, NOTE, "自发布之日起，至{year}结束为止。人口、项目进度或招生政策有变，应重新推演、另行发布。",
        "From the day of issue to the end of {year}. If population, projects or admission rules change, the forecast is to be run again and the notice issued anew.")
MESSAGE(NOTICE_HEAD_DISCLAIMER, NOTE, "七、说明", "7. Please note")
MESSAGE(NOTICE_DISCLAIMER, NOTE, "本预警是模型推演的结果，供家长和有关部门参考，不是招生政策，不构成对任何学校、任何学生的学位承诺；入学以当年招生文件为准。镇街的缺口不等于某一所学校的缺口，也不表示户籍或居住在该镇街的学生不能入学。",
        "This notice is the outcome of a model, for families and offices to consider. It is no admission rule and promises no seat at any school to anyone; admission goes by the rules of the year. A town's shortage is not that of a single school, and does not mean that a child who lives there will not be admitted.")
MESSAGE(NOTICE_HEAD_CONCLUSIONS, NOTE, "一、结论", "1. Conclusions")
MESSAGE(NOTICE_HEAD_WARNINGS, NOTE, "二、预警", "2. Warnings")
MESSAGE(NOTICE_HEAD_ADVICE, NOTE, "三、建议", "3. Advice")

/* The notice: reasons of a town at a level, in the order in which they are given. */
MESSAGE(NOTICE_WHY_UNLIKELY, NOTE, "按情景本身够用", "the scenario as it is has enough")
MESSAGE(NOTICE_WHY_PROBABILITY, NOTE, "缺口概率 {probability}%（{probability_year}）", "{probability} % likely to be short in {probability_year}")
MESSAGE(NOTICE_WHY_DEMAND_UP, NOTE, "需求比上一学年多 {demand_change}", "demand is {demand_change} above the year before")
MESSAGE(NOTICE_WHY_DEMAND_DOWN, NOTE, "需求比上一学年少 {demand_change}", "demand is {demand_change} below the year before")
MESSAGE(NOTICE_WHY_PEAK_AHEAD, NOTE, "需求高峰在{peak_year}（{peak}）", "demand peaks in {peak_year} ({peak})")
MESSAGE(NOTICE_WHY_PEAK_NOW, NOTE, "需求正值高峰", "demand is at its peak")
MESSAGE(NOTICE_WHY_PEAK_PAST, NOTE, "需求高峰已过（{peak_year}，{peak}）", "demand is past its peak ({peak_year}, {peak})")
MESSAGE(NOTICE_WHY_SEATS_UP, NOTE, "学位比上一学年增加 {seats_change}", "{seats_change} seats more than the year before")
MESSAGE(NOTICE_WHY_SEATS_SAME, NOTE, "学位没有增加", "no seats are added")
MESSAGE(NOTICE_WHY_SEATS_DOWN, NOTE, "学位比上一学年减少 {seats_change}", "{seats_change} seats fewer than the year before")
MESSAGE(NOTICE_WHY_UNOPENED, NOTE, "另有 {unopened} 个学位待逐年级开放", "{unopened} more open grade by grade in later years")
MESSAGE(NOTICE_WHY_LATE, NOTE, "规划此前应建成的 {late} 个学位延后或取消", "{late} seats that the plan has in use by then are late or given up")
MESSAGE(NOTICE_WHY_LASTS, NOTE, "到{last}仍缺 {last_shortage}", "still {last_shortage} short in {last}")
MESSAGE(NOTICE_WHY_PASSES, NOTE, "{last_short}以后转为富余", "seats to spare after {last_short}")
MESSAGE(NOTICE_WHY_NEARBY, NOTE, "同片区其他镇街富余 {nearby}", "{nearby} seats to spare in other towns of the area")
MESSAGE(NOTICE_WHY_DEMAND_ASSUMED, NOTE, "需求的 {demand_assumed}% 依据假定", "{demand_assumed} % of demand stands on assumed figures")
MESSAGE(NOTICE_WHY_SEATS_ASSUMED, NOTE, "学位的 {seats_assumed}% 依据假定", "{seats_assumed} % of seats stand on assumed figures")

/* The notice: what is concluded, warned of and advised, level by level. */
MESSAGE(NOTICE_SAY_SHORT, NOTE, "{level}：{year}全区公办需求 {demand}，学位 {seats}，总量缺 {gap}；缺学位的镇街合计缺 {shortage}，富余的镇街合计余 {surplus}。",
        "{level}: in {year} demand is {demand} and there are {seats} seats, {gap} too few in all; the towns that are short lack {shortage}, the others have {surplus} to spare.")
MESSAGE(NOTICE_SAY_UNEVEN, NOTE, "{level}：{year}全区公办需求 {demand}，学位 {seats}，总量够用，但分布不均：缺学位的镇街合计缺 {shortage}，富余的镇街合计余 {surplus}。",
        "{level}: in {year} demand is {demand} and there are {seats} seats, enough in all but not where they are needed: the towns that are short lack {shortage}, the others have {surplus} to spare.")
MESSAGE(NOTICE_SAY_ENOUGH, NOTE, "{level}：{year}全区公办需求 {demand}，学位 {seats}，各镇街均不缺，合计富余 {surplus}。",
        "{level}: in {year} demand is {demand} and there are {seats} seats; no town is short, {surplus} are to spare.")
MESSAGE(NOTICE_SAY_RISING, NOTE, "{level}：需求在推演年份内一直到{last}最高，为 {peak}。", "{level}: demand is greatest in the last year of the forecast, {last}, at {peak}.")
MESSAGE(NOTICE_SAY_PEAK_AHEAD, NOTE, "{level}：需求在{peak_year}达到高峰 {peak}，到{last}为 {last_demand}（高峰的 {last_share}%）。",
        "{level}: demand peaks in {peak_year} at {peak} and is {last_demand} in {last}, {last_share} % of the peak.")
MESSAGE(NOTICE_SAY_PEAK_PAST, NOTE, "{level}：需求高峰已过（{peak_year}，{peak}），到{last}为 {last_demand}（高峰的 {last_share}%）。",
        "{level}: demand is past its peak ({peak} in {peak_year}) and is {last_demand} in {last}, {last_share} % of the peak.")
MESSAGE(NOTICE_WARN_RED, NOTE, "{level}：{year}红色 {red} 个镇街，合计缺 {shortage}：{red_towns}。", "{level}: red in {year}, towns: {red}, {shortage} short together: {red_towns}.")
MESSAGE(NOTICE_WARN_AMBER, NOTE, "{level}：黄色 {amber} 个镇街：{amber_towns}。", "{level}: amber, towns: {amber}: {amber_towns}.")
MESSAGE(NOTICE_WARN_LATER, NOTE, "{level}：另有 {later_towns} 个镇街在两年之后才出现缺口。", "{level}: towns that are short only after the two years: {later_towns}.")
MESSAGE(NOTICE_WARN_WORST, NOTE, "{level}：各镇街缺口之和以{worst_year}最大，为 {worst}。", "{level}: the towns' shortages together are greatest in {worst_year}, {worst}.")
MESSAGE(NOTICE_WARN_SPARE, NOTE, "{level}：富余学位之和到{widest_year}达 {widest}，占当年学位的 {widest_share}%，学校将大量空置。",
        "{level}: spare seats together reach {widest} in {widest_year}, {widest_share} % of all seats then; many rooms will stand empty.")
MESSAGE(NOTICE_WARN_NONE, NOTE, "{level}：推演年份内各镇街均不缺学位，富余也不超过学位的五分之一。", "{level}: no town is short in the years of the forecast, and no more than a fifth of the seats are to spare.")
MESSAGE(NOTICE_ADVISE_PASSING, NOTE, "{level}：{passing_towns} 个镇街的缺口是一时的（各自最大缺口合计 {passing_seats}），最终转为同样多或更多的富余。宜用临时扩班、租用校舍、可转换学段的用房过渡，不宜为此新建学校。",
        "{level}: in {passing_towns} of the towns the shortage passes (their greatest ones add up to {passing_seats}) and ends in as many seats to spare. Extra classes for a time, rented rooms and rooms that can change level bridge it better than new schools.")
MESSAGE(NOTICE_ADVISE_LASTING, NOTE, "{level}：{lasting_towns} 个镇街到{last}仍缺，合计 {last_shortage} 个学位，按规划标准约需 {last_classes} 个班、用地 {last_land} 亩，应列入建设计划。",
        "{level}: {lasting_towns} of the towns are still short in {last}, by {last_shortage} seats together; by the plan's norms that is {last_classes} classes and {last_land} mu of land, which belong into the building plan.")
MESSAGE(NOTICE_ADVISE_LATE, NOTE, "{level}：规划到{year}应建成的 {late} 个学位在本情景中延后或取消，应逐个项目督办，并备好过渡校舍。",
        "{level}: {late} seats that the plan has in use by {year} are late or given up in this scenario; each project wants following up, and rooms for the time between.")
MESSAGE(NOTICE_ADVISE_OPENING, NOTE, "{level}：{year}新增的 {seats_change} 个学位是平衡的前提，应确保开学前投用。", "{level}: the balance of {year} counts on {seats_change} new seats; they have to be ready when school begins.")
MESSAGE(NOTICE_ADVISE_UNOPENED, NOTE, "{level}：缺学位的镇街里，已建成的学校还有学位待逐年级开放，提前开放部分年级可解决 {eased} 个。",
        "{level}: in towns that are short, schools that stand already have seats that wait for their grades; opening them earlier meets {eased} of the shortage.")
MESSAGE(NOTICE_ADVISE_NEARBY, NOTE, "{level}：缺口中有 {nearby} 个可由同一片区其他镇街的富余学位解决，宜先统筹划片、安排接送，再考虑建校。",
        "{level}: {nearby} of the missing seats are to spare in other towns of the same area; shared catchments and school buses come before building.")
MESSAGE(NOTICE_ADVISE_YOUNGEST, NOTE, "{level}：到{widest_year}富余 {widest} 个学位，约合 {rooms} 间活动室（课室），可改作托育用房或其他学段用房，新建项目宜缓。",
        "{level}: {widest} seats, or about {rooms} rooms, are to spare by {widest_year}; they can serve younger children or other levels, and new ones can wait.")
MESSAGE(NOTICE_ADVISE_SPARE, NOTE, "{level}：富余学位到{widest_year}将占 {widest_share}%，尚未开工的项目应重新论证，规模小的学校宜早作合并、转用安排。",
        "{level}: by {widest_year} {widest_share} % of the seats are to spare; projects not yet begun want another look, and small schools a plan for merging or other uses.")
MESSAGE(NOTICE_ADVISE_VERIFY, NOTE, "以下学段的需求或学位有一半以上依据假定：{levels}。据此决策前，应先核实镇街人口、现有学位和项目所在地。",
        "More than half of demand or seats stand on assumed figures at: {levels}. Verify town populations, present seats and project towns before deciding by them.")
MESSAGE(NOTICE_ADVISE_NONE, NOTE, "{level}：维持现有安排，逐年更新推演。", "{level}: keep to what is arranged, and renew the forecast every year.")

/* What a program that uses the library sets. */
MESSAGE(LIBRARY_PARAMETER, PROBLEM, "没有参数“{found}”；xuewei parameters 列出全部", "there is no parameter '{found}'; xuewei parameters lists them")
MESSAGE(LIBRARY_CHOICE, PROBLEM, "{parameter}：取值是词，只能在情景中写", "{parameter}: this takes a word, which belongs into the scenario")
MESSAGE(LIBRARY_KEY, PROBLEM, "{parameter}：没有“{found}”；应为学段、镇街、建设主体、项目或小区的编号，全区只有一个值的参数不用", "{parameter}: there is no '{found}'; allowed is the id of a level, town, builder, project or estate, or none where the district has one value")
MESSAGE(LIBRARY_YEAR, PROBLEM, "{parameter}：写的是 {found}，应为 {first} 至 {last} 年", "{parameter}: found {found}, allowed are the years {first} to {last}")
MESSAGE(LIBRARY_VALUE, PROBLEM, "{parameter}：写的是 {found}，应在 {low} 至 {high} 之间（整数参数取整数）", "{parameter}: found {found}, allowed is {low} to {high} (a whole number where it is one)")

/* The list of problems itself. */
MESSAGE(PROBLEMS_DROPPED, NOTE, "另有 {count} 条未列出", "and {count} more, not listed")

/* The command line. */
MESSAGE(USAGE_LANGUAGE, PROBLEM, "--lang 只能是 zh 或 en，而不是“{found}”", "--lang takes zh or en, not '{found}'")
MESSAGE(USAGE_VERB, PROBLEM, "没有“{found}”这个命令", "there is no verb '{found}'")
MESSAGE(USAGE_VERB_NEAR, PROBLEM, "没有“{found}”这个命令；是不是“{nearest}”？", "there is no verb '{found}'; did you mean '{nearest}'?")
MESSAGE(USAGE_NOTHING_TO_DO, PROBLEM, "“{verb}”后面要写文件或模型文件夹：xuewei --help 有用法", "'{verb}' needs a file or model folder to work on: see xuewei --help")
MESSAGE(USAGE_ARGUMENT, PROBLEM, "“{verb}”不接受“{found}”：xuewei --help 有用法", "'{verb}' does not take '{found}': see xuewei --help")
MESSAGE(USAGE_OPTION_NEAR, PROBLEM, "“{verb}”不接受“{found}”；是不是“{nearest}”？", "'{verb}' does not take '{found}'; did you mean '{nearest}'?")
MESSAGE(USAGE_VALUE, PROBLEM, "“{found}”后面缺少内容：xuewei --help 有用法", "'{found}' lacks what must follow it: see xuewei --help")
MESSAGE(USAGE_ISA, PROBLEM, "环境变量 XUEWEI_ISA 为“{found}”：本机可用 {allowed}，不设则自动选择", "XUEWEI_ISA is '{found}': this machine has {allowed}; left out, the best is taken")
MESSAGE(USAGE_TABLES, PROBLEM, "--tables 只能是 none、gap 或 all，而不是“{found}”", "--tables takes none, gap or all, not '{found}'")
MESSAGE(USAGE_THREADS, PROBLEM, "--threads 应为 1 至 {most} 的整数，而不是“{found}”", "--threads takes a whole number from 1 to {most}, not '{found}'")
MESSAGE(USAGE_SHARD, PROBLEM, "--shard 应写作 第几份/共几份，如 3/8；份数为 1 至 {most} 的整数，第几份从 1 数起、不超过份数，而不是“{found}”",
        "--shard takes a part and the number of parts, such as 3/8: whole numbers, parts from 1 to {most}, the part from 1 to that; not '{found}'")
MESSAGE(USAGE_SHARD_TABLES, PROBLEM, "--shard 只推演一份，不制表；--tables 请用于 merge", "--shard runs a part and makes no tables; give --tables to merge")
MESSAGE(USAGE_SHARDS, PROBLEM, "{option} 应为 1 至 {most} 的整数，而不是“{found}”", "{option} takes a whole number from 1 to {most}, not '{found}'")
MESSAGE(USAGE_TASKS, PROBLEM, "“slurm”需要 --tasks：分成几份，如 --tasks 8", "'slurm' needs --tasks, the number of parts, such as --tasks 8")
MESSAGE(PROGRESS, NOTE, "{done} / {all} 次推演（{percent}%），约剩 {seconds} 秒", "{done} of {all} runs ({percent} %), about {seconds} s left")
MESSAGE(ENSEMBLE_STOPPED, PROBLEM, "已中断：{all} 次推演中完成 {done} 次；没有写入任何结果，以前的结果保持不变", "stopped after {done} of {all} runs; nothing was written, and an earlier result stands as it was")
MESSAGE(ENSEMBLE_MEMORY, PROBLEM, "需要内存 {need} GB，本机有 {there} GB；请减少 draws 或步数，或缩短 horizon", "this takes {need} GB of memory, the machine has {there} GB; take fewer draws or steps, or a shorter horizon")
MESSAGE(USAGE_MEMORY, PROBLEM, "--memory 要写数字加单位 K、M 或 G，如 800M、2.5G，而不是“{found}”", "--memory takes a number with K, M or G behind it, such as 800M or 2.5G, not '{found}'")
MESSAGE(MEMORY_NEEDED, PROBLEM, "运行需要 {need} MB 内存（读入的模型不计在内），超过 --memory 允许的 {allowed} MB；未运行。",
        "the run needs {need} MB of memory beside the model that was read, more than the {allowed} MB that --memory allows; it was not run")
MESSAGE(MEMORY_NEEDED_ALL, PROBLEM, "运行需要 {need} MB 内存（读入的模型不计在内），超过 --memory 允许的 {allowed} MB；未运行。只要缺口表时用 --tables gap，所需内存较少。",
        "the run needs {need} MB of memory beside the model that was read, more than the {allowed} MB that --memory allows; it was not run. With --tables gap it needs less")
MESSAGE(MEMORY_NEEDED_MANY, PROBLEM, "全部推演共需要 {need} MB 内存（读入的模型不计在内），超过 --memory 允许的 {allowed} MB；未运行。可减少 draws 或步数、缩短 horizon，或用 --shard 分批运行。",
        "all its runs together need {need} MB of memory beside the model that was read, more than the {allowed} MB that --memory allows; none was run. Take fewer draws or steps, a shorter horizon, or parts of it with --shard")
MESSAGE(OUTPUT_IS_INPUT, PROBLEM, "“{path}”是模型自己的文件，不会被覆盖；请另取文件名", "'{path}' is a file of the model itself and is not overwritten; give another name")
MESSAGE(OUTPUT_LOST, PROBLEM, "打印的内容没有写完（磁盘已满？）", "what was printed could not be written to the end (is the disk full?)")
MESSAGE(PUPILS_EXCEED_CHILDREN, PROBLEM,
        "{level}：{town}公办在校生多于在校生总数（占比 {share}）；请核对 enrolment.csv、enrolment_rates.csv 和人口",
        "{level}: {town} has more public pupils than enrolled children (share {share}); see enrolment.csv, enrolment_rates.csv and the population")
MESSAGE(PUPILS_EXCEED_PUPILS, PROBLEM,
        "{level}：{town}的公办在校生（enrolment.csv）多于 pupils.csv 中基年的全部在校生（占比 {share}）；两表应一致",
        "{level}: {town} has more public pupils in enrolment.csv than pupils of the base year in pupils.csv (share {share}); the two have to agree")
MESSAGE(PROGRESSION_FAR_ABOVE, PROBLEM,
        "{level}：按年级升级，{year} 学年全区在校生为适龄儿童的 {share} 倍，应不超过 {allowed} 倍；请核对 pupils.csv 和人口，或写 enrolment.method: rates",
        "{level}: by grade progression the district has {share} times as many pupils as children of these ages in school year {year}, allowed is {allowed}; see pupils.csv and the population, or write enrolment.method: rates")
MESSAGE(PROGRESSION_ABOVE, NOTE,
        "{level}：按年级升级，{year} 学年全区在校生为适龄儿童的 {share} 倍；只有外来就读的学生多时才合理，请核对 pupils.csv 和人口",
        "{level}: by grade progression the district has {share} times as many pupils as children of these ages in school year {year}; that holds only where many come from elsewhere: see pupils.csv and the population")
MESSAGE(SEATS_BELOW_ZERO, PROBLEM,
        "{level}：{town}在 {year} 学年学位为 {seats}，小于零；撤并、替换或 supply.backlog 减去的学位多于现有学位",
        "{level}: {town} has {seats} seats in school year {year}, below zero; closures, replaced seats or supply.backlog take more than there is")
MESSAGE(CLASS_SIZE_TOO_SMALL, PROBLEM, "{level}：加上情景的 norms.class_size_added，班额为 {found} 人，应不少于 {allowed} 人",
        "{level}: with the scenario's norms.class_size_added a class has {found} pupils, allowed is {allowed} or more")
MESSAGE(SCHEDULE_SPREADS_NOBODY, PROBLEM,
        "迁移的年龄模式在 0 至 {last} 岁全为 0 或大得无法计算，迁移无法分摊；请核对情景的 migration.schedule_* 和 district.yaml 的 schedule",
        "the age schedule of migration is 0 at all ages from 0 to {last}, or too large to work with, so migrants cannot be spread; see migration.schedule_* of the scenario and schedule in district.yaml")
MESSAGE(MIGRATION_WITHOUT_TABLE, NOTE, "district.yaml 写了 migration，但没有 migration.csv：按封闭人口推算",
        "district.yaml speaks of migration, but there is no migration.csv: the population is closed")
MESSAGE(HOUSING_EXCEEDS, NOTE, "“{town}”{year} 年迁入新建住房 {persons} 人，多于所含在的迁移总数 {all}：其他迁移成为 {others}；若总数未计这些住房，用 on_top",
        "in '{town}' in {year}, {persons} move into new housing, more than the migration total of {all} that they are part of: the others become {others}; if the total does not know of this housing, choose on_top")
MESSAGE(FLOORED, NOTE, "迁出人数超过某些年龄的居民，为使人口不为负共补 {persons} 人；见 components.csv 的 floored 列",
        "migrants would have taken more people than some ages have; {persons} persons were added to keep nobody below zero, see column floored of components.csv")

/* Back-tests. */
MESSAGE(BACKTEST_ORIGIN, PROBLEM, "origins：{found} 没有可作起点的统计人口；可用的有 {allowed}",
        "origins: no population is known of {found} from which to start; allowed are {allowed}")
MESSAGE(BACKTEST_ORIGIN_TWICE, PROBLEM, "origins：{found} 在这里第二次出现", "origins: {found} stands here a second time")
MESSAGE(BACKTEST_MISSING, PROBLEM, "没有 backtest 部分；其中写上“origins: [{found}]”即从普查日起回溯检验，见 models/README.md",
        "there is no section 'backtest'; with 'origins: [{found}]' in it a back-test starts at the census, see models/README.md")
MESSAGE(BACKTEST_NOTHING, PROBLEM, "起点之后没有任何统计数可供比较；需要 observed_population.csv 或 observed.csv 中有起点（{found}）以后的数字",
        "nothing was observed after the origins, so there is nothing to compare; observed_population.csv or observed.csv must have figures later than {found}")

MESSAGE(BACKTEST_FROM, NOTE, "站在 {origin}：当时的人口，之后沿用当时已知的数字（{hold}）：{known}。情景和校准的参数一概不用。",
        "Standing at {origin}: the population of that day, and from then on what was known by then ({hold}): {known}. Nothing of a scenario or a calibration is in it.")
MESSAGE(BACKTEST_AHEAD, NOTE, "{origin} 以前没有已知年份的：{tables}。用的是表中第一年，即起点之后的一年。",
        "No year before {origin} is known of: {tables}. The table's first year, which is the one after the origin, stands for them.")
MESSAGE(BACKTEST_LEGEND, NOTE,
        "误差为绝对误差的平均。不变：人数同起点；只长大：起点的孩子逐年长大，没有死亡和迁移，新出生的每年同起点的 0 岁人数。误差比：预测误差除以两条简单规则中较小的误差，小于 1 才说明模型有用。合计误差：各镇街相加之后的误差。",
        "Error: mean of the errors without their signs. No change: as many as at the origin. Ageing: the children of the origin grow older, nobody dies or moves, and each year brings as many newborn as there were aged 0. Ratio: the forecast's error over that of the better rule; only below 1 is the model worth having. Together: the error of all towns added up.")
MESSAGE(BACKTEST_FIELD, NOTE,
        "NCES：美国国家教育统计中心《教育统计预测》全国公立学校在校生的平均误差，提前 1、2、5、10 年为 0.3%、0.6%、1.3%、2.5%；其他年数未公布，不推算。全国的误差比一个镇街小得多，只宜与合计误差对照。",
        "NCES: mean error of the national projections of pupils in public schools, United States (National Center for Education Statistics, Projections of Education Statistics): 0.3, 0.6, 1.3, 2.5 % at leads of 1, 2, 5, 10 years; none is made up for other leads. A nation's errors are smaller than a town's: compare them with the column 'together'.")
MESSAGE(BACKTEST_WEIGHT, NOTE, "分量：镇街 {towns} 个，起点 {origins} 个，提前 {leads} 年。",
        "Weight: towns {towns}, origins {origins}, leads in years {leads}.")
MESSAGE(BACKTEST_FEW, NOTE, "每格最多只有 {cases} 次比较，少于 {enough} 次：一个镇街、一个年份就能改变平均数，只能看大小和方向，不能据此给出误差范围。",
        "Comparisons behind a figure: {cases} at most, fewer than {enough}. One town or one year can turn it. Size and direction can be read from it, a margin of error cannot.")
MESSAGE(BACKTEST_PUPILS_FEW, NOTE, "在校生每格最多只有 {cases} 次比较，少于 {enough} 次：哪种方法更准，由此还不能断定。",
        "Comparisons of pupils behind a figure: {cases} at most, fewer than {enough}. Which way of reckoning is nearer cannot be settled by them.")
MESSAGE(BACKTEST_ONE_ORIGIN, NOTE, "只有一个起点：各镇街的误差有共同原因（同几年的生育和迁移），不能当作互不相干的结果。",
        "There is one origin only: the towns' errors have causes in common (births and moves of the same years) and are not independent of each other.")
MESSAGE(BACKTEST_NOBODY, NOTE, "有 {cases} 次比较的统计人数为 0，算不出百分比误差：不在各镇街的平均之内，只在合计里。",
        "Comparisons in which nobody was observed: {cases}. They have no error in per cent, so they are in the totals only, not in the means of the towns.")
MESSAGE(BACKTEST_BEYOND, NOTE, "分年龄的预测，提前 {lead} 年以上没有统计数可以检验。",
        "Forecasts by age of more than {lead} years ahead cannot be judged: nothing was observed so late.")
MESSAGE(BACKTEST_NO_AGES, NOTE, "起点以后没有分年龄的统计人口：各学段的适龄儿童无从检验。",
        "No population by age was observed after the origins: children of the levels' ages cannot be judged.")
MESSAGE(BACKTEST_CHECKS_FEW, NOTE, "全区的统计数只有 {checks} 个，最长提前 {lead} 年：太少，不足以判断模型，只能发现大错。",
        "Figures of the district: {checks}, {lead} years ahead at most: too few to judge the model by; only a gross mistake would show.")
MESSAGE(BACKTEST_NO_PUPILS, NOTE, "起点以后没有分年级的在校生统计（{levels}）：检验的是适龄儿童，不是入学率和公办占比。",
        "Pupils were not observed after the origins ({levels}): what is judged are the children of the ages, not enrolment rates or public shares.")
MESSAGE(BACKTEST_PUPILS, NOTE, "公办与民办在校生合计，与 pupils.csv 比较。按入学率：适龄儿童乘入学率；按年级升级：用起点时已知的各年在校生；已知不足两年的，没有后一种。",
        "Public and private pupils together, beside pupils.csv. By rates: children of the ages times enrolment rates; by progression: from grade to grade, by the pupils that were known at the origin, of two years or more.")
MESSAGE(BACKTEST_FLOORED, NOTE, "沿用的迁出人数超过某些年龄的居民，为使人口不为负共补 {persons} 人。",
        "Migrants as known at the origins would have taken more people than some ages have; {persons} persons were added to keep nobody below zero.")
MESSAGE(BACKTEST_OUTSIDE, NOTE, "这些比率是别的地方的，范围也不同：相近只说明方向合理，不证明本区的数字正确。",
        "These ratios are of other places: where they are near, the direction is plausible; that the district's figures are right they cannot show.")

/* Two forecasts compared, and earlier results read back. */
MESSAGE(COMPARE_TWO, PROBLEM, "“compare”后面要写两个情景文件或结果文件夹：xuewei --help 有用法", "'compare' needs two scenarios or result folders: see xuewei --help")
MESSAGE(COMPARE_MISSING, PROBLEM, "“{file}”不存在：请给出情景文件（.yaml）或结果文件夹（output/<情景名>）", "there is no '{file}': give a scenario (.yaml) or a result folder (output/<scenario>)")
MESSAGE(COMPARE_NEITHER, PROBLEM, "既不是情景文件，也不是结果文件夹", "this is neither a scenario nor a result folder")
MESSAGE(PAST_NO_RECORD, PROBLEM, "这个文件夹不是 xuewei 的结果（没有 provenance.json）：请给出情景文件（.yaml）或 run 写出的结果文件夹",
        "this folder is no result of xuewei (it has no provenance.json): give a scenario (.yaml) or a folder that run has written")
MESSAGE(PAST_NOT_OURS, PROBLEM, "这份 provenance.json 不是 xuewei 写的，所在文件夹不是 xuewei 的结果", "this provenance.json was not written by xuewei: its folder is no result of xuewei")
MESSAGE(PAST_COMPARISON, PROBLEM, "这是一次比较的文件夹，不是推演的结果：请给出两边的情景或结果文件夹", "this is the folder of a comparison, not of a run: give the scenarios or result folders of its sides")
MESSAGE(PAST_PATH, PROBLEM, "{key}：年份 {found} 处应为 {allowed}；run 写出的路径逐年给出", "{key}: {found} stands where {allowed} must: run writes every year of a path")
MESSAGE(PAST_GAP_ORDER, PROBLEM, "这一行应为 {year} 学年、{place}、{level}：gap.csv 在 run 之后被改动过，请重新运行", "this row must be of {year}, {place}, {level}: gap.csv was changed after the run; run it anew")
MESSAGE(PAST_GAP_ROWS, PROBLEM, "有 {found} 行，与学年 {first} 至 {last} 的各镇街各学段不符：gap.csv 不完整或被改动过，请重新运行",
        "it has {found} rows, which are not all places and levels of the school years {first} to {last}: gap.csv is not whole or was changed; run it anew")
MESSAGE(PAST_GAP_SUM, PROBLEM, "{key}：“{found}”不等于这一行的需求减学位：gap.csv 在 run 之后被改动过，请重新运行", "{key}: '{found}' is not this row's demand less its seats: gap.csv was changed after the run; run it anew")
MESSAGE(PAST_GAP_CHANGED, PROBLEM, "{year} 学年 {place} {level} 的缺口为 {found}，但同样的输入、同一版本的程序得出 {expected}：gap.csv 或 resolved.yaml 在 run 之后被改动过，请重新运行",
        "the gap of {year}, {place}, {level} is {found}, but the same inputs and version of the program give {expected}: gap.csv or resolved.yaml was changed after the run; run it anew")
MESSAGE(COMPARE_NOTHING_SHARED, PROBLEM, "{a} 与 {b} 没有共同的学年、镇街和学段，无法比较", "{a} and {b} have no school year, place and level in common; they cannot be compared")
MESSAGE(COMPARE_YEAR, PROBLEM, "--year 应为两者都有的学年 {first} 至 {last} 之一，而不是“{found}”", "--year takes a school year of both, {first} to {last}, not '{found}'")
MESSAGE(COMPARE_SIDE, NOTE, "{side}：{title}（{kind} {path}，学年 {first} 至 {last}）", "{side}: {title} ({kind} {path}, school years {first} to {last})")
MESSAGE(COMPARE_SIDE_TITLE, NOTE, "{side}：{title}（{kind} {scenario}，学年 {first} 至 {last}）", "{side}: {title} ({kind} {scenario}, school years {first} to {last})")
MESSAGE(COMPARE_SAME, NOTE, "A 与 B 没有不同：输入相同，缺口也相同。", "No difference: A and B have the same inputs and the same gaps.")
MESSAGE(COMPARE_LEVEL, NOTE, "{level}：{year} 年全区比 A {direction} {figure}（A {before}，B {after}）：{causes}。", "{level}, {year}: {figure} {direction} than in A, district (A {before}, B {after}): {causes}.")
MESSAGE(COMPARE_LEVEL_ALONE, NOTE, "{level}：{year} 年全区比 A {direction} {figure}（A {before}，B {after}）。", "{level}, {year}: {figure} {direction} than in A, district (A {before}, B {after}).")
MESSAGE(COMPARE_LEVEL_TOWNS, NOTE, "{level}：{year} 年全区合计没有变化；其他学年或镇街有变化，见下表。", "{level}, {year}: the district's sum is the same; other years or towns are not, see below.")
MESSAGE(COMPARE_LEVEL_SAME, NOTE, "{level}：没有变化。", "{level}: no change.")
MESSAGE(COMPARE_FILES, NOTE, "模型文件：{files}", "Files of the model: {files}")
MESSAGE(COMPARE_SETTINGS_LEFT_OUT, NOTE, "另有 {count} 项不同；--output 的 differences.csv 列出全部。", "and {count} more; differences.csv of --output has all.")
MESSAGE(COMPARE_NOTHING_ACTS, NOTE, "没有哪项不同的输入影响缺口。", "Nothing that differs in the inputs acts on the gap.")
MESSAGE(COMPARE_ALL_ORDERS, NOTE, "变化怎样分摊：各项假设按所有先后次序逐项改变，取其作用的平均（Shapley 1953），共推演 {runs} 次；各项之和等于全部变化（最大相差 {residual}）。",
        "How the change is shared out: the assumptions are changed one by one in every order, and what each then does is averaged (Shapley 1953), by {runs} runs; the shares add up to the whole change (largest difference {residual}).")
MESSAGE(COMPARE_SAMPLE, NOTE, "变化怎样分摊：{count} 项假设的次序太多，抽取 {samples} 个（固定种子，正反成对），逐项改变，取其作用的平均（Shapley 1953），共推演 {runs} 次；全区各项的标准误不超过 {error} 人；各项之和等于全部变化（最大相差 {residual}）。",
        "How the change is shared out: {count} assumptions have too many orders, so {samples} of them were drawn (fixed seed, each with its reverse); the assumptions are changed one by one in them, and what each then does is averaged (Shapley 1953), by {runs} runs. Standard error of the district's shares: {error} children at most. The shares add up to the whole change (largest difference {residual}).")
MESSAGE(COMPARE_INPUTS_OTHER, NOTE, "变化没有分摊到各项假设：{side} 的模型文件在推演之后有改动或已不在，比较的是它当时的 gap.csv 和 resolved.yaml。",
        "The change is not shared out: the model's files of {side} were changed since its run or are not there; its gap.csv and resolved.yaml of then are compared.")
MESSAGE(COMPARE_START, NOTE, "变化没有分摊到各项假设：两个模型的起点（基年或状态日）不同。", "The change is not shared out: the two models do not start alike (base year or state date).")
MESSAGE(COMPARE_AGES, NOTE, "变化没有分摊到各项假设：两个模型的最高年龄组不同。", "The change is not shared out: the two models do not have the same ages.")
MESSAGE(COMPARE_TOWNS, NOTE, "变化没有分摊到各项假设：两个模型的镇街或其顺序不同；比较的是编号相同的镇街。", "The change is not shared out: the two models have other towns, or in another order; those with the same id are compared.")
MESSAGE(COMPARE_AREAS, NOTE, "变化没有分摊到各项假设：两个模型的片区不同。", "The change is not shared out: the two models have other areas.")
MESSAGE(COMPARE_LEVELS, NOTE, "变化没有分摊到各项假设：两个模型的学段、入学年龄或年级数不同；比较的是编号相同的学段。", "The change is not shared out: the two models have other levels, entry ages or grades; levels with the same id are compared.")
MESSAGE(COMPARE_TOO_LARGE, NOTE, "变化没有分摊到各项假设：不同之处太多、镇街太多，需要的推演太多。", "The change is not shared out: with so many differences and towns it would take too many runs.")
MESSAGE(COMPARE_MISSING_PLACES, NOTE, "只比较两者都有的：仅 A 有的镇街和片区 {a} 个、学段 {levels_a} 个；仅 B 有的 {b} 个、{levels_b} 个。", "Only what both have is compared; towns and areas in A alone: {a}, levels: {levels_a}; in B alone: {b} and {levels_b}.")
MESSAGE(COMPARE_TOWNS_LEFT_OUT, NOTE, "镇街太多，不逐个列出，变化也只分摊到片区和全区；--csv 文件中有各镇街的缺口。", "There are too many towns to be listed, and the change is shared out for areas and the district alone; the file of --csv has the gaps of all towns.")
MESSAGE(COMPARE_LEGEND, NOTE, "表中为人数：变化 = B 的缺口 - A 的缺口，+ 更缺，- 更余；分摊到某项假设的数，是它使缺口增减多少，取整后相加可能差 1。", "Children: change = gap of B - gap of A, + shorter, - more spare; an assumption's figure is by how much it moves the gap. Rounded figures may add up to one more or less.")

/* The tables for people on the terminal. */
MESSAGE(TERMINAL_HORIZON, NOTE, "学年 {first} 至 {last}（{first} 指 {date} 起的学年）",
        "School years {first} to {last}; {first} is the one that begins on {date}")
MESSAGE(TERMINAL_PEOPLE_MOVED, NOTE,
        "本情景用 population.town_multiplier 改变了各镇街人口（全区合计不变）：以上和以下的普查数均为改变之后的数。",
        "The scenario changes the towns' residents by population.town_multiplier (the district's total stays): census figures above and below are those after it.")
MESSAGE(TERMINAL_PEOPLE_UNSHIFTED, NOTE, "{state}：常住人口 {state_residents}，其中 0-14 岁 {state_children}",
        "{state}: {state_residents} residents, {state_children} of them aged 0-14")
MESSAGE(TERMINAL_LAST_YEAR, NOTE, "{year} 年：常住人口 {residents}，其中 0-14 岁 {children}",
        "{year}: {residents} residents, {children} of them aged 0-14")
MESSAGE(TERMINAL_PEOPLE, NOTE,
        "普查 {census}：常住人口 {residents}，其中 0-14 岁 {children}；推回到 {state}：{state_residents}，其中 0-14 岁 {state_children}",
        "Census of {census}: {residents} residents, {children} of them aged 0-14; brought back to {state}: {state_residents} and {state_children}")
MESSAGE(TERMINAL_STATUS_MARKS, NOTE, "统计数：无标记为实测，* 推算，** 假定。", "Observed: no mark measured, * derived, ** assumed.")
MESSAGE(TERMINAL_AGED, NOTE, "{ages} 岁", "aged {ages}")
MESSAGE(TERMINAL_GRADE, NOTE, "{grade} 年级", "grade {grade}")
MESSAGE(TERMINAL_LEVEL_SHORT, NOTE,
        "{level}：{years} 学年中 {count} 年全区缺学位，{first} 年起缺，{peak} 年最多，缺 {figure}；{balance}。",
        "{level}: the district is short in {count} of {years} years, first in {first}, most in {peak} ({figure} seats); {balance}.")
MESSAGE(TERMINAL_LEVEL_ENOUGH, NOTE,
        "{level}：全区合计不缺学位，{peak} 年需求最大（{figure}）；{balance}{towns}。",
        "{level}: the district as a whole is never short; demand is greatest in {peak} ({figure}); {balance}{towns}.")
MESSAGE(TERMINAL_LEVEL_TOWNS, NOTE, "；但有镇街缺学位，{year} 年最多，共缺 {figure}",
        "; but some towns are short, most in {year}, {figure} seats together")
MESSAGE(TERMINAL_BALANCE_SHORT, NOTE, "{year} 年缺 {figure}", "{figure} short in {year}")
MESSAGE(TERMINAL_BALANCE_SPARE, NOTE, "{year} 年富余 {figure}", "{figure} spare in {year}")
MESSAGE(TERMINAL_LEGEND, NOTE,
        "表中为人数：需求（公办在校生）- 学位。+ 缺口，- 富余，0 为不足半人。高峰：缺口最大的一年；从不缺学位的，是需求最大的一年（无正号）。",
        "Children: demand (public pupils) - seats. + shortage, - surplus, 0 less than half a child. Peak: the year of the greatest shortage or, where seats are never short, of the greatest demand (no sign).")
MESSAGE(TERMINAL_LEGEND_SHARES, NOTE, "假定%：高峰年的需求有多少依据假定的镇街人口，学位有多少依据假定的基年学位或项目所在镇街；各项比率和迁移的假定不计在内。",
        "Assumed %, in the peak year: of demand, what stands on assumed town populations; of seats, on assumed base seats or towns of projects. Assumed rates and migrants are not counted here.")
MESSAGE(TERMINAL_YEARS_LEFT_OUT, NOTE, "屏幕宽度放不下全部学年；全部见 {file}。",
        "Not every year fits the screen; all are in {file}.")
MESSAGE(TERMINAL_YEARS_LEFT_OUT_UNWRITTEN, NOTE, "屏幕宽度放不下全部学年；加宽窗口可见。",
        "Not every year fits the screen; a wider one shows them all.")
MESSAGE(TERMINAL_TOWNS_LEFT_OUT, NOTE, "镇街有 {count} 个，此处只列片区和合计；各镇街见 {file}。",
        "There are {count} towns; only areas and the total are shown here. The towns are in {file}.")
MESSAGE(TERMINAL_TOWNS_LEFT_OUT_UNWRITTEN, NOTE, "镇街有 {count} 个，此处只列片区和合计；加 --tables gap 可把各镇街写入 {file}。",
        "There are {count} towns; only areas and the total are shown here. With --tables gap the towns are written to {file}.")
MESSAGE(TERMINAL_NO_SEATS_ADDED, NOTE, "各学年学位与基年相同：情景没有增加或减少学位。",
        "No seats are added or taken away in these years.")
MESSAGE(TERMINAL_STAFF_BESIDE, NOTE, "与{item} {persons} 人相比", "beside {persons} {item}")
MESSAGE(TERMINAL_NORMS, NOTE,
        "项目与标准：{projects} 个项目中，注明用地的 {with_land} 个，低于生均用地标准的 {land} 个；整校 {schools} 所，班数低于新建下限的 {small} 所，规模超过上限的 {large} 所。",
        "Projects beside the norms: of {projects} projects, {with_land} with land given, {land} have less than the norm a pupil; of {schools} whole schools, {small} have fewer classes than a new school should, {large} more pupils than any should.")
MESSAGE(TERMINAL_NORMS_FILE, NOTE, "名单见 {file}。", "The list is in {file}.")
MESSAGE(TERMINAL_DRAWS, NOTE, "{draws} 次抽取，{inputs} 项不确定因素，种子 {seed}。", "{draws} draws of {inputs} doubtful figures, seed {seed}.")
MESSAGE(TERMINAL_DRAWS_LEGEND, NOTE,
        "表中为人数：需求 - 学位。高案、中案、低案（高、中、低）：抽取结果的 90%、50%、10% 分位数（各学年分别计算），即十次中约有一次更高、一次更低。缺口概率%：有缺口的抽取所占比例。合计按全区总数计：一个镇街的缺口可能被另一个的富余抵消；各镇街的高案（低案）不能相加，因为不会同时出现。",
        "Children: demand - seats. The high, middle and low variant are the 90, 50 and 10 % quantiles of the draws, each school year by itself: about one draw in ten lies above high, one below low. Short, %: the share of draws with a shortage. A total counts the district as one: what is short in a town can be spare in another. The towns' highs (lows) do not add up to the district's: they do not come together.")
MESSAGE(TERMINAL_LEVEL_DRAWS, NOTE, "{level}：{from} 年起，全区 {year} 年最紧，中案 {middle}（低 {low}，高 {high}），缺口概率 {percent}%；{likely}。",
        "{level}: from {from} on tightest in {year}, {middle} in the middle case (low {low}, high {high}), a shortage with probability {percent} %; {likely}.")
MESSAGE(TERMINAL_LIKELY, NOTE, "缺口概率超过 {alarm}% 的有 {count} 年（{first} 至 {last}）", "years in which it is above {alarm} %: {count} ({first} to {last})")
MESSAGE(TERMINAL_NEVER_LIKELY, NOTE, "没有一年缺口概率超过 {alarm}%", "in no year is it above {alarm} %")
MESSAGE(SHOWN_NORMAL, NOTE, "正态，均值 {centre}，标准差 {spread}", "normal, mean {centre}, sd {spread}")
MESSAGE(SHOWN_LOGNORMAL, NOTE, "对数正态，中位数 {centre}，对数的标准差 {spread}", "lognormal, median {centre}, sd of the logarithm {spread}")
MESSAGE(SHOWN_UNIFORM, NOTE, "{low} 至 {high} 之间均匀", "uniform, {low} to {high}")
MESSAGE(SHOWN_TRIANGULAR, NOTE, "三角，{low} 至 {high}，最可能 {mode}", "triangular, {low} to {high}, likeliest {mode}")
MESSAGE(SHOWN_EMPIRICAL, NOTE, "经验分布，{count} 个值，{low} 至 {high}", "empirical, {count} values from {low} to {high}")
MESSAGE(SHOWN_INPUT, NOTE, "{name}（{drawn}）", "{name} ({drawn})")
MESSAGE(SHOWN_ALTERNATIVE, NOTE, "{figure}占{percent}%", "{figure}: {percent} %")
MESSAGE(TERMINAL_DRAWN, NOTE, "{name}：{source}", "{name}: {source}")
MESSAGE(TERMINAL_DRAWN_UNSAID, NOTE, "{name}：未说明依据", "{name}: the scenario does not say what it stands on")
MESSAGE(TERMINAL_WALK, NOTE, "{names}：随机游走，每年在上一年之上再走一步；标准差是一步的，第 h 年为其 √h 倍，越远越宽。",
        "{names}: a random walk, in which each year is the year before and a new step; sd is that of one step, in the h-th year it is sd x root of h, wider and wider.")
MESSAGE(TERMINAL_WALK_ENDS, NOTE, "{names}：随机游走，每年在上一年之上再走一步；低值和高值在每一年取该年自己的 10% 和 90% 分位数，越远越开，表中所列是表上那一年的。",
        "{names}: a random walk, in which each year is the year before and a new step; its low and high end are the 10 and 90 % quantiles of each year by itself, further apart year after year, and those shown are of the table's year.")
MESSAGE(TERMINAL_SWEPT, NOTE, "{name}", "{name}")
MESSAGE(TERMINAL_OVERDRAWN, NOTE, "{runs} 次推演中有 {count} 次某镇街某学段的学位低于零：减去的比原有的还多。这样的情形不会出现，请缩小学位参数的幅度。", "In {count} of {runs} runs a town has fewer than no seats at some level: more are taken away than there are. No such future can come: let seats vary less.")
MESSAGE(TERMINAL_HELD, NOTE, "抽取的值有 {count} 个超出参数范围，按范围的端点计。", "{count} of the values drawn were outside the range of their parameter and were held at its end.")
MESSAGE(TERMINAL_GAP_ALONE, NOTE, "抽取次数多，只保存了缺口；需求和学位的分位数请用较少的抽取次数。", "Of so many draws only the gap was kept; fewer draws also give quantiles of demand and seats.")
MESSAGE(TERMINAL_ALL_IN, NOTE, "全部学年和镇街见 {file}。", "All years and towns are in {file}.")
MESSAGE(TERMINAL_OPEN_FILES, NOTE, "另有可打开的文件：{files}。", "To open and pass on: {files}.")
MESSAGE(TERMINAL_VARIANTS_IN, NOTE, "各学年、各镇街的高、中、低案见 {file}。", "The high, middle and low variant of every year and town are in {file}.")
MESSAGE(TERMINAL_SWEEP, NOTE, "{points} 个点，每点推演一次。表中为缺口（+ 缺口，- 富余）：所改变的年份起的最大缺口，括号内为首个缺口年（- 为从不缺学位）；以及各年份全区的缺口。",
        "{points} points, a run for each. Tables show gaps (+ shortage, - surplus): the greatest from the first changed year on, with the first short year in brackets (- where seats are never short), and the district's in single years.")
MESSAGE(TERMINAL_SWEEP_MATRICES, NOTE,
        "{points} 个点，每点推演一次。表中为缺口（+ 缺口，- 富余）：各地从所改变的年份起的最大缺口和首个缺口年（- 为从不缺学位），以及全区若干年份的缺口；数字相同的行合并为一行。各地各年的缺口见 CSV。",
        "{points} points, a run for each. Tables show gaps (+ shortage, - surplus): each place's greatest from the first changed year on and its first short year (- where seats are never short), and the district's in single years; rows of the same figures are one. The CSV has the gap of every place and year.")
MESSAGE(TERMINAL_SWEEP_AXES, NOTE, "行：{down}；列：{across}。", "Down: {down}; across: {across}.")
MESSAGE(TERMINAL_SWEEP_YEAR, NOTE, "{year} 年缺口", "gap in {year}")
MESSAGE(TERMINAL_SWEEP_ONE_FIGURE, NOTE, "{title}：各点均为 {figure}", "{title}: {figure} at every point")
MESSAGE(TERMINAL_SWEEP_ENOUGH, NOTE, "{first} 年起各点都不缺学位：{places}。", "From {first} on never short at any point: {places}.")
MESSAGE(TERMINAL_SINGLE, NOTE, "{inputs} 项假设，逐个取低值和高值，其余不变；共 {runs} 次推演。", "{inputs} assumptions, each at its low and high end with the others as they are; {runs} runs.")
MESSAGE(TERMINAL_SHARES, NOTE,
        "{inputs} 项假设：逐个取低值和高值，其余不变；再同时随机改变，看各项解释多少方差（“宽度”）。共 {runs} 次推演。解释%：这一项单独所占；区间：95% 置信区间；连同交互%：再加上与其他各项共同作用的部分。均为估计，这里限于 0 至 100；两者各自估计，所以后者可能略低于前者。",
        "{inputs} assumptions: each at its low and high end with the others as they are; then all varied at once, to see how much of the variance (the width) each explains. {runs} runs. Explains: by itself; interval: its 95 % confidence interval; with others: what it does together with others added. They are estimates, here held between 0 and 100; each is estimated by itself, so the second can come out a little below the first.")
MESSAGE(TERMINAL_EXPLAINS_MOST, NOTE, "{level}，{year} 年：{name}解释宽度的 {share}%（区间 {low} 至 {high}）；十次中八次缺口在 {from} 与 {to} 之间。",
        "{level}, {year}: {name} explains {share} % of the width (interval {low} to {high}); eight draws in ten lie between {from} and {to}.")
MESSAGE(TERMINAL_SWINGS_MOST, NOTE, "{level}，{year} 年：{name}影响最大，缺口相差 {figure}。", "{level}, {year}: {name} matters most, it moves the gap by {figure}.")
MESSAGE(TERMINAL_IDLE_INPUTS, NOTE, "{year} 年对全区没有影响：{names}。", "Of no effect on the district in {year}: {names}.")
MESSAGE(TERMINAL_TORNADO_LAST, NOTE, "全区，{year} 年（最后一年），按情景本身为 {gap}：", "The district in {year}, the last year; the scenario as it is gives {gap}:")
MESSAGE(TERMINAL_MOST_IN_TOWNS, NOTE, "{year} 年各镇街最要紧的假设：", "The assumption that matters most in each town in {year}:")
MESSAGE(TERMINAL_TORNADO_YEAR, NOTE, "全区，{year} 年（{from} 年起最紧的一年），按情景本身为 {gap}：", "The district in {year}, its tightest year from {from} on; the scenario as it is gives {gap}:")
MESSAGE(TERMINAL_PROGRESSION, NOTE,
        "{levels}的在校生按年级升级推算（不用入学率）：比率取 pupils.csv {first} 至 {last} 学年的{rule}；到 {observed} 学年为实际在校生，以后为推算。",
        "Pupils by grade progression, not by enrolment rates: {levels}. Ratios: {rule}, from pupils.csv of {first} to {last}; up to school year {observed} pupils are as observed, then projected.")
MESSAGE(TERMINAL_PROGRESSION_SHARED_OUT, NOTE,
        "{levels}的在校生按年级升级推算（不用入学率）：比率取 pupils.csv {first} 至 {last} 学年的{rule}；到 {observed} 学年为实际在校生，以后为推算。只知道全区的在校生，按人口分到各镇街，这一分摊为假定。",
        "Pupils by grade progression, not by enrolment rates: {levels}. Ratios: {rule}, from pupils.csv of {first} to {last}; up to school year {observed} pupils are as observed, then projected. Only the district's are known; that towns have them by population is assumed.")
MESSAGE(TERMINAL_PROGRESSION_RATIOS, NOTE, "{level}的全区比率：{ratios}。", "{level}, ratios of the district: {ratios}.")
MESSAGE(TERMINAL_PROGRESSION_ENTRY, NOTE, "{grade} 年级为 {age} 岁儿童的 {ratio}", "grade {grade}: {ratio} of the children aged {age}")
MESSAGE(TERMINAL_PROGRESSION_FROM, NOTE, "{grade} 年级为上一年{level}毕业年级的 {ratio}", "grade {grade}: {ratio} of the last grade of {level} a year before")
MESSAGE(TERMINAL_PROGRESSION_STEP, NOTE, "{before} 升 {grade} 年级 {ratio}", "{before} to {grade}: {ratio}")
MESSAGE(TERMINAL_TOWNS_ASSUMED, NOTE, "镇街人口为假定值：{towns}，占普查人口 {share}%；这些镇街的需求随之假定，全区合计不取决于这一分摊。",
        "Town populations assumed: {towns}, {share} % of the census population; so is the demand there, but the district's total does not rest on that split.")
MESSAGE(TERMINAL_MANY_TOWNS_ASSUMED, NOTE, "{count} 个镇街人口为假定值（见模型的 towns.csv），占普查人口 {share}%；这些镇街的需求随之假定，全区合计不取决于这一分摊。",
        "Town populations assumed: {count} towns (see the model's towns.csv), {share} % of the census population; so is the demand there, but the district's total does not rest on that split.")
MESSAGE(TERMINAL_BASE_SEATS_ASSUMED, NOTE, "{year} 年的基年学位为假定值：{levels}。缺口的水平取决于它，逐年变化不取决于它。",
        "Seats of the base year {year} assumed: {levels}. The level of a gap rests on them; its change from year to year does not.")
MESSAGE(TERMINAL_PLACED, NOTE, "{projects} 个项目所在镇街为推测，其学位 {seats} 按推测计入。",
        "Projects whose town is assumed: {projects}; their {seats} seats are counted there.")
MESSAGE(TERMINAL_NOWHERE, NOTE, "“{town}”一行是规划没有写明镇街的学位，{last} 年 {seats}：只计入合计。",
        "The row '{town}' has the seats for which the plan names no town, {seats} in {last}: they count in the total alone.")
MESSAGE(TERMINAL_HOUSING, NOTE, "到 {last} 年，新建住房 {dwellings} 套，迁入 {persons} 人（其中小区为假定的 {assumed} 人），{children} 人到时为学龄；{place}。上面的假定占比不含这一项。",
        "New housing by {last}: {dwellings} dwellings, {persons} people move in (into assumed estates: {assumed}), {children} of them of school ages then; they come {place}. The assumed shares above do not count them.")
MESSAGE(TERMINAL_IN_BASE, NOTE, "{projects} 个项目在 {base} 年或以前完成，其学位 {seats} 视为已在基年学位之内，不另计。",
        "Complete by {base} and so part of the base year's seats, not counted again: projects {projects}, seats {seats}.")
MESSAGE(TERMINAL_NOT_COUNTED, NOTE, "{last} 年以前不启用（未定日期、取消或推迟）而未计入的项目：{projects} 个，学位 {seats}。",
        "Not counted, because not usable by {last} (no date, given up or late): projects {projects}, seats {seats}.")

/* The workbook, tables.xlsx. */
MESSAGE(WORKBOOK_NO_LIBRARY, NOTE,
        "本机没有 libxlsxwriter {version}（{file}），所以没有写 {workbook}，其他结果都已写出；在 Debian 上安装软件包 {package} 后重新运行",
        "this machine has no libxlsxwriter {version} ({file}), so {workbook} was not written; everything else was. On Debian install the package {package} and run again")
MESSAGE(WORKBOOK_UNITS, NOTE, "情景：{scenario}　　学年自 {month} 月 {day} 日起　　单位：人、个学位、班、㎡、亩",
        "Scenario: {scenario}    School years begin on {day}/{month} (day/month)    Children, seats, classes, m², mu")
MESSAGE(WORKBOOK_LEGEND, NOTE, "红色、正数为缺口，蓝色、负数为富余。灰色斜体：该数一半以上依据假定数。显示为整数，单元格内为精确值。",
        "Red and above 0: short of seats; blue and below 0: seats to spare. Grey and slanting: more than half of the figure rests on assumed figures. Whole numbers are shown, the cells hold the exact ones.")
MESSAGE(WORKBOOK_GLANCE, NOTE, "各镇街各学年的缺口（红色，+）与富余（蓝色，-）。合计、小计为各镇街相抵后的净数。",
        "Shortage (red, +) and spare seats (blue, -) by town and school year. Totals are net: spare seats of one town are set off against shortages of another.")
MESSAGE(WORKBOOK_SHORT, NOTE,
        "{level}：{first} 学年起有镇街缺学位；{worst} 学年最多，各镇街合计缺 {seats} 个。公办需求 {peak} 学年最高，{demand} 人。{end}",
        "{level}: towns are short of seats from {first} on; most in {worst}, {seats} seats over all towns. Demand is greatest in {peak}, {demand} pupils. {end}")
MESSAGE(WORKBOOK_NEVER_SHORT, NOTE, "{level}：各学年各镇街都不缺学位。公办需求 {peak} 学年最高，{demand} 人。{end}",
        "{level}: no town is short of seats in any year. Demand is greatest in {peak}, {demand} pupils. {end}")
MESSAGE(WORKBOOK_END_SHORT, NOTE, "{last} 学年全区净缺 {seats} 个。", "In {last} the district is {seats} seats short.")
MESSAGE(WORKBOOK_END_SPARE, NOTE, "{last} 学年全区净富余 {seats} 个。", "In {last} the district has {seats} seats to spare.")
MESSAGE(WORKBOOK_NO_LEVELS, NOTE, "这个模型没有学段，只推算人口：见结果文件夹中的 population.csv 和 components.csv。",
        "This model has no levels of schooling and projects people alone: see population.csv and components.csv in the result folder.")
MESSAGE(WORKBOOK_PROJECTS, NOTE, "用地不足标准的以红色标出。空格为规划没有写明，或没有可比的标准。每学位投资按投资除以学位数。灰色斜体为假定。",
        "Less land than the norm asks for is red. Empty: the plan does not say, or there is no norm. Cost a seat is cost over seats. Grey and slanting: assumed.")
MESSAGE(WORKBOOK_SCENARIO, NOTE, "{title}（{name}）：{question} 学年 {first}-{last}。程序 xuewei {version}。",
        "{title} ({name}): {question} School years {first}-{last}. Program xuewei {version}.")
MESSAGE(WORKBOOK_NO_TOWN_SHEETS, NOTE, "模型有 {towns} 个镇街；超过 {most} 个时不为每个镇街单列一表、单画一图，数字见各学段的表。",
        "The model has {towns} towns; with more than {most} they get no sheets and charts of their own, their figures are on the sheets of the levels.")
MESSAGE(WORKBOOK_TOWNS_NOT_LISTED, NOTE, "模型有 {towns} 个镇街，本工作簿放不下，只列合计和小计；各镇街见结果文件夹中的 gap.csv。",
        "The model has {towns} towns, more than this workbook lists: it has totals and areas alone, the towns are in gap.csv in the result folder.")
MESSAGE(WORKBOOK_NOTHING_CHANGED, NOTE, "全部参数都是初始值。", "All parameters have their initial values.")
MESSAGE(WORKBOOK_MORE_CHANGED, NOTE, "另有 {count} 项，见结果文件夹中的 resolved.yaml。", "{count} more are in resolved.yaml in the result folder.")
MESSAGE(WORKBOOK_LEGEND_STATUS, NOTE, "实测：来自普查、统计或规划原文的数；推算：由实测数按所述方法算出；假定：没有来源、由建模者设定，须以实际数替换。",
        "Measured: from a census, statistics or the plan itself; derived: reckoned from measured figures as described; assumed: set by the modeller without a source, to be replaced by a real figure.")
MESSAGE(WORKBOOK_LEGEND_GAP, NOTE, "缺口/富余 = 公办需求 - 学位供给。公办需求 = 适龄人口 × 入学率 × 公办占比。学位供给按情景的开办方式（逐年级或一次开足）；“一次开足”为所有新校一次开足的学位。",
        "Shortage / spare = demand - public seats. Demand = children of the ages x enrolment rate x public share. Seats are as the scenario opens schools (grade by grade, or in full); 'in full' is what there would be were all new schools to open at once.")
MESSAGE(WORKBOOK_LEGEND_NEEDS, NOTE, "所需班数、用地、教职工按规划标准由公办需求算出；班数按镇街和年级进位取整。1 亩 = 2000/3 ㎡。假定占比：该数中依据假定的镇街人口、基年学位或项目位置的部分。",
        "Classes, land and staff follow from demand by the plan's norms; classes are rounded up by town and grade. 1 mu = 2000/3 m². Assumed share: the part of a figure that rests on assumed town populations, base seats or places of projects.")
MESSAGE(WORKBOOK_LEGEND_CHARTS, NOTE, "图中红线为公办需求，蓝色台阶为各学年的学位，灰色虚线台阶为所有新校一次开足时的学位；红线高于蓝色台阶为缺口，低于为富余。",
        "On the charts the red line is demand, blue steps are the seats of each school year, grey dotted steps those there would be were all new schools to open in full; red above blue is a shortage, below it seats to spare.")
MESSAGE(WORKBOOK_FILES, NOTE, "本次运行读取的文件；每个模型的数据出处见其文件夹中的 SOURCES.md。散列值与 provenance.json 相同。",
        "The files that this run read; where a model's figures are from is in SOURCES.md of its folder. The hashes are those of provenance.json.")
MESSAGE(WORKBOOK_DRAWS, NOTE, "抽样 {draws} 次，随机种子 {seed}。", "Draws: {draws}, seed {seed}.")
MESSAGE(WORKBOOK_VARIANTS, NOTE, "高、中、低方案为抽样缺口的 90%、50%、10% 分位数，各学年分别取；缺口概率大于预警线的以红色标出。预期缺口：缺口概率乘以缺时的平均缺口。",
        "High, middle and low are the 90, 50 and 10 % quantiles of the gap over all draws, each year by itself; probabilities above the scenario's alarm are red. Expected shortage: the probability times the mean shortage when short.")
MESSAGE(WORKBOOK_CHANCES, NOTE, "抽样中缺学位的份额；大于 {alarm}% 的以红色标出。", "The share of draws in which seats are short; above {alarm} % is red.")
MESSAGE(WORKBOOK_SENSITIVITY, NOTE, "全区；每次只改变一项假设，其余同情景。“单独解释”“连同交互”为各项假设同时变化时对缺口宽度的解释份额（Sobol 指数）。影响不到半人的不列。",
        "The whole district; one assumption changes at a time, the others stay as in the scenario. 'Explains alone' and 'with others' are shares of the gap's variance when all change at once (Sobol indices). What moves the gap by less than half a child is left out.")
MESSAGE(WORKBOOK_MATRIX, NOTE, "全区。向下：{down}；向右：{across}（至多 {most} 个取值）。最大缺口取 {from} 学年起各学年的最大值。颜色由蓝（富余）到红（缺口）。",
        "The whole district. Down: {down}; across: {across} (at most {most} values). The greatest gap is over the school years from {from} on. Blue: spare seats, red: shortage.")
MESSAGE(WORKBOOK_MORE_ROWS, NOTE, "另有 {count} 行，见结果文件夹中的 {file}。", "{count} more rows are in {file} in the result folder.")
