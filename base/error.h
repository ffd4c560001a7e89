// The exceptions of the project. Bugs of our own are `assert`.
#pragma once

#include <stdexcept>
#include <string>

namespace crowdclust {

// The user can mend it. The text says place, value and rule:
// "answers.tsv:17: 9 groups for 10 items; give every item one group or null".
class InputError : public std::runtime_error {
 public:
  explicit InputError(const std::string& what) : std::runtime_error(what) {}
  // `place` is a file name; `line` counts from 1.
  InputError(const std::string& place, long long line, const std::string& what)
      : std::runtime_error(place + ":" + std::to_string(line) + ": " + what) {}
};

// A file cannot be written: its folder, the disc, a limit. The text says which and why:
// "out/clusters.tsv: cannot write: No space left on device".
class OutputError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// The numbers went wrong: not finite, a bound that fell, a matrix that is not positive definite.
class NumericalError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace crowdclust
