#include "write_error.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "support.h"

#include <criterion/criterion.h>

static char *said(int error, enum language language)
{
    struct problems problems = { .count = 0 };
    char *text = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&text, &length);

    write_error(&problems, "out/gap.csv", error);
    cr_assert_eq(problems.errors, 1);
    problems_print(&problems, stream, language);
    fclose(stream);
    problems_free(&problems);
    return text;
}

Test(write_error, the_reason_is_told_in_both_languages)
{
    static const struct {
        int error;
        const char *zh;
        const char *en;
    } cases[] = { { ENOSPC, "磁盘已满", "the disk is full" },         { EDQUOT, "磁盘配额", "quota" },
                  { EFBIG, "文件大小", "larger than files may be" },  { EACCES, "没有权限", "permission denied" },
                  { EPERM, "没有权限", "permission denied" },         { EROFS, "只读", "read-only" },
                  { ENOTDIR, "不是文件夹", "not a folder" },          { ENAMETOOLONG, "太长", "too long" },
                  { ENOENT, "所在的文件夹不存在", "does not exist" }, { EISDIR, "它是文件夹", "it is a folder" },
                  { EIO, "Input/output error", "Input/output error" } };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char *zh = said(cases[i].error, CHINESE);
        char *en = said(cases[i].error, ENGLISH);

        assert_contains(zh, "无法写入“out/gap.csv”");
        assert_contains(zh, cases[i].zh);
        assert_contains(en, "cannot write 'out/gap.csv'");
        assert_contains(en, cases[i].en);
        free(zh);
        free(en);
    }
}
