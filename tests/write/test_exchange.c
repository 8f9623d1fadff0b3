#include "exchange.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support.h"

#include <criterion/criterion.h>

Test(exchange, folders_change_places_with_all_that_is_in_them)
{
    char *folder = temporary_folder();
    char *a = joined_path(folder, "a");
    char *b = joined_path(folder, "b");
    char *a_file = joined_path(a, "file");
    char *b_file = joined_path(b, "file");
    const int parent = open(folder, O_RDONLY | O_DIRECTORY);

    mkdir(a, 0777);
    mkdir(b, 0777);
    file_write(a_file, "was in a");
    file_write(b_file, "was in b");
    if (!exchange(parent, "a", "b")) {
        cr_assert(errno == EINVAL || errno == ENOSYS, "neither done nor impossible");
        cr_skip("this file system cannot exchange");
    }
    char *in_a = file_text(a_file, NULL);
    char *in_b = file_text(b_file, NULL);
    assert_same_text(in_a, "was in b");
    assert_same_text(in_b, "was in a");
    free(in_a);
    free(in_b);

    cr_assert_not(exchange(parent, "a", "not there"));
    cr_assert_eq(errno, ENOENT);
    close(parent);
    free(a_file);
    free(b_file);
    free(a);
    free(b);
    temporary_folder_remove(folder);
}
