#include <cmark.h>

/// The length of a text that ends with a NUL, in bytes.
static inline size_t brief_text_length(const char *text) { return __builtin_strlen(text); }

/// A text of no bytes.
static inline const char *brief_empty_text(void) { return ""; }
