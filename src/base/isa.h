/**
 * Instruction sets. The files that do nearly all of the arithmetic are compiled once for each, every function that they
 * give bearing the set's name, and are reached by way of tables over `enum isa`. The results do not differ.
 */
#ifndef ISA_H
#define ISA_H

/** Instruction sets; ISA_PLAIN is what the compiler takes any machine to have. */
#if defined __wasm__
#define ISA_SETS(SET) SET(PLAIN, plain)
#else
#define ISA_SETS(SET) SET(PLAIN, plain) SET(AVX2, avx2) SET(AVX512, avx512)
#endif

#define ISA_ENUM(ID, name) ISA_##ID,
enum isa { ISA_SETS(ISA_ENUM) ISAS };
#undef ISA_ENUM

/** What XUEWEI_ISA calls them. */
extern const char *const isa_words[ISAS];

/** The set that is used: ISA_PLAIN until another is chosen, before any arithmetic and any thread. */
extern enum isa isa_in_use;

/** The name of a function in a file that is compiled for several sets: ISA is the set's, given by the build. */
#define ISA_JOINED(name, isa) name##_##isa
#define ISA_NAMED(name, isa) ISA_JOINED(name, isa)
#define ISA_FUNCTION(name) ISA_NAMED(name, ISA)

#endif
