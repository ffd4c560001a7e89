// Numbers in JSON.
#pragma once

#include <nlohmann/json_fwd.hpp>

namespace crowdclust {

// The number; null where it is not finite, which stands for what is not known.
nlohmann::ordered_json NumberOrNull(double value);

}  // namespace crowdclust
