/** What stands where a result shall go, and what earlier runs have left beside it. */
#ifndef RESULT_PLACE_H
#define RESULT_PLACE_H

enum occupant {
    PLACE_FREE,         /**< Nothing, or an empty folder. */
    PLACE_RESULT,       /**< A result of ours, with nothing else in it. */
    PLACE_LINK,         /**< A symbolic link. */
    PLACE_NO_FOLDER,    /**< A file, a device. */
    PLACE_FOREIGN,      /**< A folder that is no result. */
    PLACE_FOREIGN_FILE, /**< A result with something in it that is not ours. */
    PLACE_UNKNOWN       /**< It cannot be looked at; errno says why. */
};

/** What `name` in the folder open as `parent` is. `*foreign` gets the name of the first thing that is not ours; free().
 */
enum occupant result_place_look(int parent, const char *name, char **foreign);

/** Removes the folder of that name with its files. What others remove at the same time, or put in, is no matter. */
void result_place_remove(int parent, const char *name);

/**
 * Makes a folder to write the result for `name` in, hidden and locked as long as the returned descriptor is open; its
 * name to `*hidden`, free(). -1 with errno where it cannot be made.
 */
int result_place_aside(int parent, const char *name, char **hidden);

/** Removes the folders aside whose writers have died. */
void result_place_tidy(int parent, const char *name);

#endif
