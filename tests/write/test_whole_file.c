/* For symlink(). */
#define _XOPEN_SOURCE 700

#include "whole_file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sysexits.h>
#include <unistd.h>

#include "support.h"

#include <criterion/criterion.h>

/* A folder to write in, and what was said. */
struct ground {
    char *folder;
    char *path; /* folder/file.csv */
    struct problems problems;
};

static struct ground begin(void)
{
    struct ground ground = { .folder = temporary_folder() };

    ground.path = joined_path(ground.folder, "file.csv");
    return ground;
}

static void end(struct ground *self)
{
    problems_free(&self->problems);
    free(self->path);
    temporary_folder_remove(self->folder);
}

static bool write_text(FILE *stream, const void *of)
{
    return fputs(of, stream) >= 0;
}

/* Writes a part, then fails as a device may. */
static bool write_half(FILE *stream, const void *of)
{
    fputs(of, stream);
    fflush(stream);
    errno = EIO;
    return false;
}

/* Fails and does not say why. */
static bool write_nothing(FILE *stream, const void *of)
{
    (void)stream;
    (void)of;
    errno = 0;
    return false;
}

static void assert_holds(const char *path, const char *expected)
{
    char *text = file_text(path, NULL);

    assert_same_text(text, expected);
    free(text);
}

/* How many entries the folder has: nothing may be left aside. */
static size_t entries(const char *path)
{
    size_t count = 0;
    DIR *folder = opendir(path);

    cr_assert_not_null(folder);
    for (const struct dirent *entry = readdir(folder); entry != NULL; entry = readdir(folder)) {
        count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    }
    closedir(folder);
    return count;
}

/* The problems so far hold the text. */
static void assert_said(const struct ground *self, const char *part)
{
    char *text = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&text, &length);

    problems_print(&self->problems, stream, ENGLISH);
    fclose(stream);
    assert_contains(text, part);
    free(text);
}

Test(whole_file, makes_and_replaces)
{
    struct ground ground = begin();

    cr_expect_eq(whole_file_write(ground.path, write_text, "first, and long\n", &ground.problems), EX_OK);
    assert_holds(ground.path, "first, and long\n");
    cr_expect_eq(whole_file_write(ground.path, write_text, "second\n", &ground.problems), EX_OK);
    assert_holds(ground.path, "second\n");
    cr_expect_eq(whole_file_write(ground.path, write_text, "", &ground.problems), EX_OK);
    assert_holds(ground.path, "");
    cr_expect_eq(ground.problems.count, 0);
    cr_expect_eq(entries(ground.folder), 1);
    end(&ground);
}

Test(whole_file, a_failure_leaves_the_earlier_file_whole)
{
    struct ground ground = begin();

    file_write(ground.path, "earlier\n");
    cr_expect_eq(whole_file_write(ground.path, write_half, "later", &ground.problems), EX_IOERR);
    assert_holds(ground.path, "earlier\n");
    cr_expect_eq(entries(ground.folder), 1);
    cr_expect_eq(ground.problems.errors, 1);
    assert_said(&ground, ground.path);
    end(&ground);
}

Test(whole_file, a_failure_makes_no_file)
{
    struct ground ground = begin();

    cr_expect_eq(whole_file_write(ground.path, write_half, "later", &ground.problems), EX_IOERR);
    cr_expect_eq(entries(ground.folder), 0);
    end(&ground);
}

Test(whole_file, a_failure_without_a_reason_is_a_failure)
{
    struct ground ground = begin();

    cr_expect_eq(whole_file_write(ground.path, write_nothing, NULL, &ground.problems), EX_IOERR);
    cr_expect_eq(ground.problems.errors, 1);
    cr_expect_eq(entries(ground.folder), 0);
    end(&ground);
}

/* The limit would end the process by SIGXFSZ, were it not ignored. */
Test(whole_file, a_limit_on_the_size_of_files)
{
    static const struct rlimit limit = { 100, 100 };
    struct ground ground = begin();
    char text[1001] = { 0 };

    memset(text, 'x', sizeof text - 1);
    file_write(ground.path, "earlier\n");
    cr_assert_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
    const int status = whole_file_write(ground.path, write_text, text, &ground.problems);

    cr_expect_eq(status, EX_IOERR);
    assert_holds(ground.path, "earlier\n");
    cr_expect_eq(entries(ground.folder), 1);
    assert_said(&ground, "larger than files may be here");
    end(&ground);
}

Test(whole_file, places_where_no_file_can_be_made)
{
    static const struct {
        const char *name;
        const char *said;
    } places[] = { { "none/file.csv", "the folder that it should be in does not exist" },
                   { "file/file.csv", "a part of the path is a file" },
                   { "folder", "it is a folder, not a file" } };
    struct ground ground = begin();
    char *file = joined_path(ground.folder, "file");
    char *folder = joined_path(ground.folder, "folder");

    file_write(file, "a file\n");
    cr_assert_eq(mkdir(folder, 0777), 0);
    for (size_t place = 0; place < sizeof places / sizeof *places; place++) {
        char *path = joined_path(ground.folder, places[place].name);

        cr_expect_eq(whole_file_write(path, write_text, "text", &ground.problems), EX_CANTCREAT, "%s", path);
        assert_said(&ground, places[place].said);
        free(path);
    }
    cr_expect_eq(whole_file_write("", write_text, "text", &ground.problems), EX_CANTCREAT);
    cr_expect_eq(ground.problems.errors, 4);
    assert_holds(file, "a file\n");
    cr_expect_eq(entries(ground.folder), 2);
    cr_expect_eq(entries(folder), 0);
    free(folder);
    free(file);
    end(&ground);
}

Test(whole_file, a_name_that_is_too_long)
{
    struct ground ground = begin();
    char name[300] = { 0 };

    memset(name, 'n', sizeof name - 1);
    char *path = joined_path(ground.folder, name);

    cr_expect_eq(whole_file_write(path, write_text, "text", &ground.problems), EX_CANTCREAT);
    assert_said(&ground, "the name is too long");
    free(path);
    end(&ground);
}

/* Writes as a user who is no administrator: they may write everywhere. Returns the status. */
static int write_as_user(struct ground *ground)
{
    enum { NOBODY = 65534 };
    const uid_t self = geteuid();

    cr_assert(self != 0 || seteuid(NOBODY) == 0);
    const int status = whole_file_write(ground->path, write_text, "later\n", &ground->problems);

    cr_assert_eq(seteuid(self), 0);
    return status;
}

Test(whole_file, without_permission)
{
    struct ground ground = begin();

    /* The folder may be written to, the file may not. */
    file_write(ground.path, "earlier\n");
    cr_assert(chmod(ground.folder, 0777) == 0 && chmod(ground.path, 0444) == 0);
    cr_expect_eq(write_as_user(&ground), EX_CANTCREAT);
    assert_holds(ground.path, "earlier\n");
    /* The file may be written to, the folder may not. */
    cr_assert(chmod(ground.folder, 0555) == 0 && chmod(ground.path, 0666) == 0);
    cr_expect_eq(write_as_user(&ground), EX_CANTCREAT);
    assert_holds(ground.path, "earlier\n");
    assert_said(&ground, "permission denied");
    cr_assert_eq(chmod(ground.folder, 0777), 0);
    cr_expect_eq(write_as_user(&ground), EX_OK);
    assert_holds(ground.path, "later\n");
    end(&ground);
}

/* A file made anew is everyone's as far as the user's mask allows, like one that a shell makes. */
Test(whole_file, the_mask_of_the_user_holds)
{
    struct ground ground = begin();
    struct stat about;

    (void)umask(026);
    cr_expect_eq(whole_file_write(ground.path, write_text, "text\n", &ground.problems), EX_OK);
    cr_assert_eq(stat(ground.path, &about), 0);
    cr_expect_eq(about.st_mode & 0777, 0640, "%o", (unsigned)about.st_mode);
    cr_expect_eq(umask(0), 026);
    end(&ground);
}

/* Whatever stands beside the file is someone's. */
Test(whole_file, other_files_stay)
{
    struct ground ground = begin();
    char *beside = joined_path(ground.folder, "file.csv.partial");

    file_write(beside, "years of work\n");
    cr_expect_eq(whole_file_write(ground.path, write_text, "text\n", &ground.problems), EX_OK);
    assert_holds(beside, "years of work\n");
    cr_expect_eq(entries(ground.folder), 2);
    free(beside);
    end(&ground);
}

/* The link stays a link; what it leads to is replaced. */
Test(whole_file, behind_a_link)
{
    struct ground ground = begin();
    char *link = joined_path(ground.folder, "link.csv");
    struct stat about;

    file_write(ground.path, "earlier\n");
    cr_assert_eq(symlink("file.csv", link), 0);
    cr_expect_eq(whole_file_write(link, write_half, "half", &ground.problems), EX_IOERR);
    assert_holds(ground.path, "earlier\n");
    cr_expect_eq(whole_file_write(link, write_text, "later\n", &ground.problems), EX_OK);
    assert_holds(ground.path, "later\n");
    cr_expect(lstat(link, &about) == 0 && S_ISLNK(about.st_mode));
    cr_expect_eq(entries(ground.folder), 2);
    free(link);
    end(&ground);
}

Test(whole_file, devices_are_written_to)
{
    struct ground ground = begin();

    cr_expect_eq(whole_file_write("/dev/null", write_text, "text", &ground.problems), EX_OK);
    cr_expect_eq(ground.problems.errors, 0);
    cr_expect_eq(whole_file_write("/dev/full", write_text, "text", &ground.problems), EX_IOERR);
    assert_said(&ground, "cannot write '/dev/full': the disk is full");
    end(&ground);
}

Test(whole_file, a_pipe_is_written_to)
{
    struct ground ground = begin();
    char got[16] = { 0 };

    cr_assert_eq(mkfifo(ground.path, 0600), 0);
    const int reader = open(ground.path, O_RDONLY | O_NONBLOCK);

    cr_assert(reader >= 0);
    cr_expect_eq(whole_file_write(ground.path, write_text, "text\n", &ground.problems), EX_OK);
    cr_expect_eq(read(reader, got, sizeof got - 1), 5);
    cr_expect_str_eq(got, "text\n");
    close(reader);
    end(&ground);
}
