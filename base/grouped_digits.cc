#include "base/grouped_digits.h"

#include <fmt/format.h>

#include <cmath>

namespace crowdclust {

std::string GroupDigits(std::int64_t number) {
  std::string digits = std::to_string(number);
  const std::size_t first = number < 0 ? 1 : 0;
  for (std::size_t at = digits.size(); at > first + 3;) digits.insert(at -= 3, 1, ',');
  return digits;
}

std::string MoneyText(double amount) {
  const std::int64_t hundredths = std::llround(amount * 100);
  return fmt::format("{}.{:02}", GroupDigits(hundredths / 100), hundredths % 100);
}

}  // namespace crowdclust
