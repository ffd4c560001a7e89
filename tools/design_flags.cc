#include "tools/design_flags.h"

#include <fmt/format.h>

#include <algorithm>

#include "tools/usage_error.h"

namespace crowdclust::tools {

void RefuseUnless(bool applies, const CLI::App& command, const std::string& flag, const std::string& of) {
  if (applies || command.count(flag) == 0) return;
  throw UsageError(fmt::format("{0} is of {1}; add that or leave {0} out", flag, of));
}

void CheckDesignFlags(const CLI::App& command, const std::string& design_name, const DesignOptions& options) {
  const std::string kernel = DesignName(Design::kKernel);
  RefuseUnless(design_name == kernel, command, "--carried", "--design " + kernel);
  const std::vector<std::string> dealt = DesignNames();
  const bool told = std::ranges::find(dealt, design_name) != dealt.end();
  RefuseUnless(told && design_name != DesignName(Design::kExhaustive), command, "--hits-per-item",
               "--design random, balanced, connected or kernel");
  if (design_name != kernel || options.carried < options.items_per_hit) return;
  throw UsageError(
      fmt::format("--carried {0}: {0} items carried over by a HIT of {1}; that must be 1 to {2}, or "
                  "raise --per-hit",
                  options.carried, options.items_per_hit, options.items_per_hit - 1));
}

}  // namespace crowdclust::tools
