// Every seed and finding of the fuzz targets, replayed.
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "fuzz/intruders_targets.h"

namespace crowdclust {
namespace {

namespace fs = std::filesystem;

struct Target {
  const char* name;
  void (*run)(std::string_view);
};

class IntruderCorpus : public ::testing::TestWithParam<Target> {};

TEST_P(IntruderCorpus, IsReadOrRefused) {
  const fs::path folder = fs::path("fuzz") / "corpus" / GetParam().name;
  ASSERT_TRUE(fs::exists(folder)) << "run in the source tree";
  int files = 0;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    SCOPED_TRACE(entry.path());
    EXPECT_NO_THROW(GetParam().run(ReadFile(entry.path())));
    ++files;
  }
  EXPECT_GE(files, 3);
}

INSTANTIATE_TEST_SUITE_P(Targets, IntruderCorpus,
                         ::testing::Values(Target{"intruder_file", fuzz::IntruderFile},
                                           Target{"intruder_answers", fuzz::IntruderAnswerText}),
                         [](const auto& target) { return std::string(target.param.name); });

}  // namespace
}  // namespace crowdclust
