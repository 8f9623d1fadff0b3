/** The program with its standard output on a terminal of the test's own. */
#ifndef ON_TERMINAL_H
#define ON_TERMINAL_H

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include "support.h"

#include <criterion/criterion.h>

/* In a process of its own: a terminal holds little, and the program waits where nobody reads it. Never returns. */
static inline void terminal_read(int master, const char *to)
{
    FILE *file = fopen(to, "wb");
    char bytes[4096];

    for (ssize_t got = 0; file != NULL && (got = read(master, bytes, sizeof bytes)) > 0;) {
        fwrite(bytes, 1, (size_t)got, file);
    }
    _exit(file != NULL && fclose(file) == 0 ? 0 : 1);
}

/**
 * Runs the program on a terminal of so many columns, with these variables added to its environment (or NULL); what it
 * prints there is in `out`. Skips the test where the machine has no terminals to give.
 */
static inline struct run run_on_terminal(const char *const *arguments, const char *const *variables, unsigned columns)
{
    const int master = posix_openpt(O_RDWR | O_NOCTTY);

    if (master < 0 || grantpt(master) != 0 || unlockpt(master) != 0) {
        cr_skip("no terminal can be had");
    }
    char *folder = temporary_folder();
    char *said = joined_path(folder, "said");
    const char *name = ptsname(master);

    fflush(NULL);
    const pid_t reader = fork();
    if (reader == 0) {
        terminal_read(master, said);
    }
    const int slave = open(name, O_RDWR | O_NOCTTY);
    const struct winsize size = { .ws_row = 50, .ws_col = (unsigned short)columns };
    struct termios state;

    cr_assert(reader > 0 && slave >= 0 && ioctl(slave, TIOCSWINSZ, &size) == 0 && tcgetattr(slave, &state) == 0);
    state.c_oflag &= ~(tcflag_t)OPOST; /* Line ends as the program writes them. */
    cr_assert_eq(tcsetattr(slave, TCSANOW, &state), 0);
    const struct run_options options = { .folder = folder, .variables = variables, .output_to = name };
    struct run run = run_program_with(arguments, &options);
    int ended = 0;

    close(slave);
    cr_assert(waitpid(reader, &ended, 0) == reader && ended == 0);
    close(master);
    free(run.out);
    run.out = file_text(said, NULL);
    free(said);
    temporary_folder_remove(folder);
    return run;
}

#endif
