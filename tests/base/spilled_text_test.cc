#include "base/spilled_text.h"

#include <gmock/gmock.h>

#include <cstdlib>
#include <string>

#include "base/error.h"
#include "base/file_text.h"
#include "tests/testing/gzip_bytes.h"
#include "tests/testing/test_files.h"

namespace crowdclust {
namespace {

using ::testing::HasSubstr;

TEST(SpilledText, IsTheSameInMemoryAndInAFile) {
  std::string expected;
  SpilledText small, large(1000);
  for (int i = 0; i < 400000; ++i) {
    const std::string piece = std::to_string(i) + "\n";
    expected += piece;
    small.Append(piece);
    large.Append(piece);
  }
  small.Finish();
  large.Finish();
  EXPECT_FALSE(small.is_spilled());
  EXPECT_TRUE(large.is_spilled());
  EXPECT_TRUE(small.view() == expected);
  EXPECT_TRUE(large.view() == expected);
  large.Passed(expected.size());
  EXPECT_TRUE(large.view() == expected);  // it can be read again
}

TEST(SpilledText, NothingIsEmpty) {
  SpilledText none(0);
  none.Finish();
  EXPECT_TRUE(none.view().empty());
}

TEST(SpilledText, WhereNoFileCanBeMadeTheFolderIsNamed) {
  const char* before = std::getenv("TMPDIR");
  const std::string kept = before == nullptr ? "" : before;
  setenv("TMPDIR", "/proc", 1);
  SpilledText text(10);
  try {
    text.Append("more than ten bytes");
    ADD_FAILURE() << "no error";
  } catch (const OutputError& error) {
    EXPECT_THAT(error.what(), HasSubstr("/proc: cannot write a temporary file: "));
    EXPECT_THAT(error.what(), HasSubstr("set TMPDIR"));
  }
  before == nullptr ? unsetenv("TMPDIR") : setenv("TMPDIR", kept.c_str(), 1);
}

// More than is held in memory, from a packed file.
TEST(FileText, UnpacksWhatIsLargerThanItHolds) {
  std::string text;
  while (text.size() < (std::size_t{70} << 20)) text += std::string(1000, 'x') + "\n";
  const testing::ScratchFolder folder;
  FileText file(folder.Write("large.gz", testing::GzipBytes(text)));
  EXPECT_TRUE(file.view() == text);
}

}  // namespace
}  // namespace crowdclust
