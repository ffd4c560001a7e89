#include "answers/group_text.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "base/error.h"

namespace crowdclust {

std::optional<std::string> GroupText(const nlohmann::json& group, const std::string& where) {
  if (group.is_null()) return std::nullopt;
  if (group.is_string()) {
    std::string text = group.get<std::string>();
    if (text.empty()) return std::nullopt;
    return text;
  }
  if (!group.is_number())
    throw InputError(where + " is " + group.dump() + "; a group is a number, a string or null");
  if (group.is_number_float()) {
    const double number = group.get<double>();
    if (number == std::floor(number) && std::abs(number) < 1e15) {
      return std::to_string(static_cast<long long>(number));
    }
  }
  return group.dump();
}

}  // namespace crowdclust
