/** A notice in words: the notice itself, and a page of conclusions, warnings and advice. */
#ifndef NOTICE_TEXT_H
#define NOTICE_TEXT_H

#include "document.h"
#include "notice.h"

/** Makes the document; free with document_free(). Every figure in it is one of the notice's. */
void notice_document(struct document *document, const struct notice *notice, enum language language);

#endif
