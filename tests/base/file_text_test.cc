#include "base/file_text.h"

#include <gtest/gtest.h>

#include <string>

#include "base/error.h"
#include "tests/testing/gzip_bytes.h"
#include "tests/testing/test_files.h"

namespace crowdclust {
namespace {

using testing::GzipBytes;
using testing::ScratchFolder;

TEST(FileText, IsTheFileAsItIs) {
  const ScratchFolder folder;
  FileText file(folder.Write("a.csv", "item\nx\n"));
  EXPECT_EQ(file.view(), "item\nx\n");
  EXPECT_EQ(file.Mark().path, (folder.path() / "a.csv").string());
  EXPECT_EQ(file.Mark().bytes, 7U);
  EXPECT_EQ(file.Mark().sha256, Sha256("item\nx\n"));
  file.passed()(7);
  EXPECT_EQ(file.view(), "item\nx\n");
}

TEST(FileText, UnpacksAndMarksWhatLiesOnTheDisk) {
  const ScratchFolder folder;
  const std::string packed = GzipBytes("item\nx\n");
  FileText file(folder.Write("a.csv", packed));
  EXPECT_EQ(file.view(), "item\nx\n");
  EXPECT_EQ(file.Mark().bytes, packed.size());
  EXPECT_EQ(file.Mark().sha256, Sha256(packed));
}

TEST(FileText, NamesTheFileThatIsCutOff) {
  const ScratchFolder folder;
  const std::string packed = GzipBytes("item\nx\n");
  const auto path = folder.Write("a.gz", packed.substr(0, packed.size() - 3));
  try {
    const FileText file(path);
    FAIL();
  } catch (const InputError& error) {
    EXPECT_EQ(error.what(), path.string() + ": the gzip file is cut off; fetch it whole");
  }
}

}  // namespace
}  // namespace crowdclust
