// Large numbers for people.
#pragma once

#include <cstdint>
#include <string>

namespace crowdclust {

// The number with a comma after every three digits from the right: 44,625.
std::string GroupDigits(std::int64_t number);

// An amount of money to the hundredth, 0 or more: 28,000.00.
std::string MoneyText(double amount);

}  // namespace crowdclust
