// The kernels for x86-64-v3 (AVX2 and fused multiply-add). Compiled with the flags of that level; empty
// elsewhere.
#if defined(__x86_64__)
#define CROWDCLUST_LANES 4
#define CROWDCLUST_KERNEL_SET kAvx2Kernels
#include "clustering/crowd/kernel_build.h"
#endif
