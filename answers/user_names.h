// Names for assignments in formats that hold one of each worker.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "answers/write_counts.h"
#include "base/name_index.h"

namespace crowdclust {

// Gives the first assignment of a worker the worker's name, the next ones that name with #2, #3, …, or the
// first of these that nobody has yet. Holds every name given.
class UserNames {
 public:
  // Further users are counted. Valid until the next call.
  const std::string& NameNext(std::string_view worker, WriteCounts* counts);

 private:
  int Give(std::string_view name);

  NameIndex given_;
  std::vector<int> last_number_;  // by name given: that of the last further one
};

}  // namespace crowdclust
