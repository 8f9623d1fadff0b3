/** Where a scenario's result goes. */
#ifndef OUTPUT_FOLDER_H
#define OUTPUT_FOLDER_H

/** `output`, what --output says, or output/<scenario> where that is NULL. free(). */
char *output_folder(const char *output, const char *scenario);

#endif
