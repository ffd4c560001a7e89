// Runs `aggregate` in a folder of its own and reads what it wrote.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "base/input_file.h"
#include "tests/testing/test_files.h"
#include "tests/tools/run_program.h"

namespace crowdclust::testing {

inline constexpr const char* kFastFit = " --dimensions 2 --restarts 1 --max-sweeps 50 ";

class AggregateTest : public ::testing::Test {
 protected:
  std::filesystem::path Out(const std::string& name = "found") const { return scratch_.path() / name; }

  // Aggregates the text as a file of this name into Out(out).
  ProgramRun Aggregate(const std::string& name, const std::string& text, const std::string& flags = "",
                       const std::string& out = "found") const {
    const std::filesystem::path answers = scratch_.Write(name, text);
    return RunProgram("aggregate " + answers.string() + " --out " + Out(out).string() + kFastFit + flags);
  }

  std::string Table(const std::string& name, const std::string& out = "found") const {
    return ReadFile(Out(out) / name);
  }

  nlohmann::json RunRecord(const std::string& out = "found") const {
    return nlohmann::json::parse(Table("run.json", out));
  }

  ScratchFolder scratch_;
};

// Rows of a tab separated table, the header first.
inline std::vector<std::vector<std::string>> Rows(const std::string& text) {
  std::vector<std::vector<std::string>> rows;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream cells(line);
    rows.emplace_back();
    for (std::string cell; std::getline(cells, cell, '\t');) rows.back().push_back(cell);
  }
  return rows;
}

}  // namespace crowdclust::testing
