#include "clustering/kernel_name.h"

#include "clustering/crowd/crowd_kernels.h"

namespace crowdclust {

std::string KernelName() { return KernelNames().back(); }

}  // namespace crowdclust
