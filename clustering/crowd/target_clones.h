// One copy of a function for each generation of x86-64, chosen when the program starts; elsewhere the plain
// one.
#pragma once

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(CROWDCLUST_NO_TARGET_CLONES)
#define CROWDCLUST_CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define CROWDCLUST_CLONES
#endif
// What such a function calls must become part of each of its copies.
#define CROWDCLUST_INLINE inline __attribute__((always_inline))
