/**
 * The folder of a result: written aside in a hidden folder beside its place and exchanged when complete, so that it is
 * never half there, and never put in place of anything that is not an earlier result of ours.
 *
 * The hidden folder is locked (flock) as long as its writer lives. What killed runs have left is removed by the next
 * run to the same place. Two runs to one place do not meet: both are whole, the last one stays.
 */
#ifndef RESULT_FOLDER_H
#define RESULT_FOLDER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "problems.h"

/** A result that is being written. Start with result_folder_begin(); end with one of commit and abandon. */
struct result_folder {
    char *path;        /**< As the user named it, without slashes at its end. Owned, like all texts here. */
    char *parent_path; /**< Real path of the folder that it stands in. */
    const char *name;  /**< Last part of `path`. */
    char *hidden;      /**< Name of the folder aside, in the same parent. */
    int parent;        /**< Descriptor of the parent; -1: none. */
    int aside;         /**< Descriptor of the folder aside, which holds its lock; -1: none. */
    FILE *file;        /**< The file being written; NULL: none. */
    char **written;    /**< Names of the files, in order. */
    int *unsynced;     /**< [written_count] descriptors of those that are not on disk for sure yet; -1: closed. */
    size_t written_count;
    int status;                /**< EX_OK, or of what went wrong. */
    bool can_exchange;         /**< Cleared where the file system has no exchange, so that renaming has to do. */
    struct problems *problems; /**< Borrowed; everything that goes wrong is reported there. */
};

/**
 * Makes the folder aside, and the parents of `path`. Returns EX_OK, or EX_CANTCREAT with a report where it cannot be
 * made or where `path` holds anything but an earlier result. To be abandoned in either case, or committed.
 * From here on the process ignores SIGXFSZ, so that a limit on file sizes is an error like a full disk.
 */
int result_folder_begin(struct result_folder *self, const char *path, struct problems *problems);

/** Ends the file before and begins the next one. NULL where something has gone wrong, as reported. Borrowed. */
FILE *result_folder_file(struct result_folder *self, const char *name);

/**
 * Ends the last file and puts the folder in its place, on disk. Returns EX_OK, EX_IOERR where writing failed, or
 * EX_CANTCREAT where something else has come to stand in its place. Whatever stood there still does unless EX_OK.
 */
int result_folder_commit(struct result_folder *self);

/** Removes the folder aside and frees all; harmless when called twice, after a failed begin or after a commit. */
void result_folder_abandon(struct result_folder *self);

/** The path to an existing file or folder as seen from inside the result's place. free(). */
char *result_folder_relative(const struct result_folder *self, const char *path);

#endif
