// What the user typed cannot be run: exit code 2.
#pragma once

#include <stdexcept>

namespace crowdclust::tools {

// An unknown command or flag, or a configuration file that cannot be used.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace crowdclust::tools
