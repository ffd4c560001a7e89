// The kernels for any machine of the architecture.
#define CROWDCLUST_LANES 2
#define CROWDCLUST_KERNEL_SET kBaselineKernels
#include "clustering/crowd/kernel_build.h"
