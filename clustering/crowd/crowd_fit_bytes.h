// A fit of the crowd model as bytes, between two sweeps or ended.
#pragma once

#include <string>
#include <string_view>

#include "clustering/crowd/crowd_model.h"

namespace crowdclust {

std::string FitBytes(const CrowdFitState& state);

// Throws InputError where the bytes are not of FitBytes.
CrowdFitState FitOfBytes(std::string_view bytes);

}  // namespace crowdclust
