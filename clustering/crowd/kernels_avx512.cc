// The kernels for x86-64-v4 (AVX-512). Compiled with the flags of that level; empty elsewhere.
#if defined(__x86_64__)
#define CROWDCLUST_LANES 8
#define CROWDCLUST_KERNEL_SET kAvx512Kernels
#include "clustering/crowd/kernel_build.h"
#endif
