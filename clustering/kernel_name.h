// Which of the program's kernels this machine gets.
#pragma once

#include <string>

namespace crowdclust {

// "baseline", "avx2", "avx512": equal input gives equal bytes among machines of one name.
std::string KernelName();

}  // namespace crowdclust
