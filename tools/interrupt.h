// Ctrl-C as a wish to end, not as a death.
#pragma once

namespace crowdclust::tools {

// From its making to its end, SIGINT and SIGTERM are remembered instead of killing the program; a second one
// kills.
class InterruptWatch {
 public:
  InterruptWatch();
  ~InterruptWatch();
  InterruptWatch(const InterruptWatch&) = delete;
  InterruptWatch& operator=(const InterruptWatch&) = delete;

  static bool Interrupted();
};

}  // namespace crowdclust::tools
