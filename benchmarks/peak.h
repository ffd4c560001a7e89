// The most multiply-adds of doubles that one core does, with the instruction set of the crowd model's
// kernels.
#pragma once

namespace crowdclust {

// A second, by a loop of independent multiply-adds; measured once.
double PeakMultiplyAdds();

}  // namespace crowdclust
