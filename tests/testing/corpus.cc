#include "tests/testing/corpus.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "base/input_file.h"

namespace crowdclust::testing {

namespace fs = std::filesystem;

void ReplayCorpus(const CorpusTarget& target) {
  const fs::path folder = fs::path("fuzz") / "corpus" / target.name;
  ASSERT_TRUE(fs::exists(folder)) << "run in the source tree";
  int files = 0;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    SCOPED_TRACE(entry.path());
    EXPECT_NO_THROW(target.run(ReadFile(entry.path())));
    ++files;
  }
  EXPECT_GE(files, 3);
}

}  // namespace crowdclust::testing
