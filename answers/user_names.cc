#include "answers/user_names.h"

#include <fmt/format.h>

namespace crowdclust {

int UserNames::Give(std::string_view name) {
  last_number_.push_back(1);
  return given_.Add(name);
}

const std::string& UserNames::NameNext(std::string_view worker, WriteCounts* counts) {
  const int first = given_.Find(worker);
  if (first < 0) return given_.Name(Give(worker));
  counts->Add(WriteCount::kUser);
  std::string name;
  do {
    name = fmt::format("{}#{}", worker, ++last_number_[static_cast<std::size_t>(first)]);
  } while (given_.Find(name) >= 0);
  return given_.Name(Give(name));
}

}  // namespace crowdclust
