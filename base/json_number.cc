#include "base/json_number.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace crowdclust {

nlohmann::ordered_json NumberOrNull(double value) {
  return std::isfinite(value) ? nlohmann::ordered_json(value) : nlohmann::ordered_json();
}

}  // namespace crowdclust
