// Flags that may be given again, with one value each time.
#pragma once

#include <CLI/CLI.hpp>

namespace crowdclust::tools {

// Makes a flag of a list one of these: what stands after its value is an argument of the command. Its help
// does not promise more values.
inline CLI::Option* OneValueEach(CLI::Option* option) {
  constexpr int kMostTimes = CLI::detail::expected_max_vector_size - 1;
  return option->allow_extra_args(false)->expected(1, kMostTimes);
}

}  // namespace crowdclust::tools
