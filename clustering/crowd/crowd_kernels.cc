#include "clustering/crowd/crowd_kernels.h"

#include "base/nearest_name.h"
#include "clustering/crowd/kernel_set.h"

namespace crowdclust {
namespace {

struct NamedSet {
  std::string name;
  const KernelSet* set;
};

// Narrowest first.
const std::vector<NamedSet>& Sets() {
  static const std::vector<NamedSet> sets = [] {
    std::vector<NamedSet> found = {{"baseline", &kBaselineKernels}};
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("bmi2"))
      found.push_back({"avx2", &kAvx2Kernels});
    if (found.size() == 2 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
        __builtin_cpu_supports("avx512cd") && __builtin_cpu_supports("avx512dq") &&
        __builtin_cpu_supports("avx512vl"))
      found.push_back({"avx512", &kAvx512Kernels});
#endif
    return found;
  }();
  return sets;
}

CrowdKernels ForDimensions(const KernelSet& set, int dimensions) {
  return dimensions <= 4 ? set.for_four : dimensions <= 8 ? set.for_eight : set.for_any;
}

}  // namespace

std::vector<std::string> KernelNames() {
  std::vector<std::string> names;
  for (const NamedSet& named : Sets()) names.push_back(named.name);
  return names;
}

CrowdKernels KernelsNamed(const std::string& name, int dimensions) {
  const auto at = static_cast<std::size_t>(IndexOfName("kernels", name, KernelNames()));
  return ForDimensions(*Sets()[at].set, dimensions);
}

CrowdKernels BestKernels(int dimensions) { return ForDimensions(*Sets().back().set, dimensions); }

double BoundCurvature(double t_squared) { return Sets().back().set->curvature(t_squared); }

}  // namespace crowdclust
