// Writing answers in a test.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "answers/convert_answers.h"
#include "answers/raw_assignment.h"

namespace crowdclust::testing {

struct Written {
  std::string text;
  Conversion done;
};

// What a format makes of the assignments, which stand on lines 1, 2, … of "in".
inline Written Write(std::string_view format, std::vector<RawAssignment> assignments,
                     bool include_golden = false) {
  Written written;
  AnswersConverter converter({.read = {.include_golden = include_golden}, .to = std::string(format)},
                             [&written](std::string_view piece) { written.text += piece; });
  const AssignmentSink sink = converter.Sink();
  long long line = 0;
  for (RawAssignment& raw : assignments) {
    raw.line = ++line;
    sink.add("in", raw);
  }
  written.done = converter.Finish();
  return written;
}

// Ann sorts three of four items, by words and with all that can be said.
inline RawAssignment AnnsSort() {
  return {.hit = "h1",
          .assignment = "a1",
          .worker = "ann",
          .status = "APPROVED",
          .seconds = 12.5,
          .items = {"apple", "bus", "fig, \"dry\"", "pear"},
          .groups = {"fruit", "2", std::nullopt, "fruit"}};
}

// Bob says of two items that they differ, and nothing else.
inline RawAssignment BobsSort() { return {.worker = "bob", .items = {"apple", "bus"}, .groups = {"1", "2"}}; }

}  // namespace crowdclust::testing
