/** How one place in the file system is reached from another. */
#ifndef RELATIVE_PATH_H
#define RELATIVE_PATH_H

/** The path to an existing file or folder as seen from inside the folder with the real path `from`. free(). */
char *relative_path(const char *from, const char *path);

#endif
