// What each build of the kernels offers. Only for the sources of the kernels.
#pragma once

#include "clustering/crowd/crowd_kernels.h"

namespace crowdclust {

// One instruction set's kernels for D' = 4, D' = 8 and any D'; c(t) for one t^2.
struct KernelSet {
  CrowdKernels for_four, for_eight, for_any;
  double (*curvature)(double t_squared);
};

extern const KernelSet kBaselineKernels;
#if defined(__x86_64__)
extern const KernelSet kAvx2Kernels;
extern const KernelSet kAvx512Kernels;
#endif

}  // namespace crowdclust
