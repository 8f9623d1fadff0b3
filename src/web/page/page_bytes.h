/** The page report.html as bundled at build time, without its data; see build.sh and build.mjs. */
#ifndef PAGE_BYTES_H
#define PAGE_BYTES_H

#include <stdint.h>

/** What the build lacked for the page. */
enum page_lack {
    PAGE_LACKS_NOTHING,
    PAGE_LACKS_NODE,     /**< No node (18 or later) or no npm. */
    PAGE_LACKS_PACKAGES, /**< npm could not get the packages. */
    PAGE_LEFT_OUT        /**< Built with -Dpage=disabled. */
};

extern const int32_t page_lack;    /**< An enum page_lack. */
extern const char page_template[]; /**< Ends with a NUL; empty where something is lacking. */

/** Where the data go: once in the template. */
#define PAGE_DATA_MARK "/*xuewei:data*/"

#endif
