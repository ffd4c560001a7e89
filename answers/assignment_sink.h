// Where readers put what they read.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "answers/raw_assignment.h"

namespace crowdclust {

struct AssignmentSink {
  // Told of every assignment in turn; `place` is the file's name.
  std::function<void(const std::string& place, const RawAssignment& raw)> add;
  // Told of a table's columns that are not read.
  std::function<void(std::string_view column)> ignore_column;
};

}  // namespace crowdclust
