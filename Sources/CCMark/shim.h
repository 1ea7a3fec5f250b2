#include <cmark.h>
#include <stdbool.h>

/// The length of a text that ends with a NUL, in bytes.
static inline size_t brief_text_length(const char *text) { return __builtin_strlen(text); }

/// A text of no bytes.
static inline const char *brief_empty_text(void) { return ""; }

#if defined(__GLIBC__)
#include <malloc.h>
#endif

/* Lets the C library take memory in large pieces and keep it; does nothing where that cannot be said. */
static inline void brief_keep_memory(void) {
#if defined(__GLIBC__)
  mallopt(M_ARENA_MAX, 1);
  mallopt(M_TOP_PAD, 32 << 20);
  mallopt(M_MMAP_THRESHOLD, 64 << 20);
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
#endif
}

/// Whether a text stands in a source letter by letter, with nothing in it that a source may write otherwise: a backslash or an ampersand.
static inline bool brief_is_verbatim(const char *text, const char *source, size_t count) {
  return __builtin_memcmp(text, source, count) == 0 && !__builtin_memchr(source, '\\', count) && !__builtin_memchr(source, '&', count);
}
