#include "base/output_file.h"

#include <gmock/gmock.h>

#include <iterator>
#include <vector>

#include "base/error.h"
#include "base/input_file.h"
#include "tests/testing/test_files.h"

namespace crowdclust {
namespace {

namespace fs = std::filesystem;
using testing::ScratchFolder;

auto FilesIn(const fs::path& folder) {
  return std::distance(fs::directory_iterator(folder), fs::directory_iterator());
}

TEST(WriteFile, WritesAndReplacesWithoutLeavings) {
  const ScratchFolder folder;
  const fs::path path = folder.path() / "new" / "folder" / "f.tsv";
  const std::string bytes("a\0b\n", 4);
  WriteFile(path, bytes);
  EXPECT_EQ(ReadFile(path), bytes);
  WriteFile(path, "other");
  EXPECT_EQ(ReadFile(path), "other");
  EXPECT_EQ(FilesIn(path.parent_path()), 1);
}

TEST(OutputFile, PiecesMakeAFileOnceFinished) {
  const ScratchFolder folder;
  const fs::path path = folder.Write("f", "old");
  {
    OutputFile file(path);
    file.Append("never ");
    file.Append("finished");
    EXPECT_EQ(ReadFile(path), "old");
  }
  EXPECT_EQ(ReadFile(path), "old");
  EXPECT_EQ(FilesIn(folder.path()), 1) << "what is not finished is gone";
  OutputFile file(path);
  file.Append("a");
  file.Append("");
  file.Append("b");
  file.Finish();
  EXPECT_EQ(ReadFile(path), "ab");
  EXPECT_EQ(FilesIn(folder.path()), 1);
}

TEST(WriteFile, SaysWhatIsWrongAndLeavesWhatWasThere) {
  const ScratchFolder folder;
  const fs::path file = folder.Write("f", "old");
  EXPECT_THROW(WriteFile(file / "below", "new"), OutputError);
  EXPECT_EQ(ReadFile(file), "old");
  const fs::path occupied = folder.path() / "occupied";
  fs::create_directories(occupied / "sub");
  try {
    WriteFile(occupied, "new");
    FAIL() << "wrote over a folder";
  } catch (const OutputError& error) {
    EXPECT_THAT(error.what(), ::testing::HasSubstr(occupied.string() + ": cannot write: "));
  }
  EXPECT_EQ(FilesIn(folder.path()), 2) << "the half-made file is gone";
}

TEST(CheckCanWrite, SaysWhatIsInTheWayAndChangesNothing) {
  const ScratchFolder folder;
  const fs::path file = folder.Write("f", "old");
  EXPECT_NO_THROW(CheckCanWrite(file));
  EXPECT_NO_THROW(CheckCanWrite("f"));
  EXPECT_NO_THROW(CheckCanWrite(folder.path() / "new" / "sub" / "f"));
  EXPECT_THROW(CheckCanWrite(folder.path()), OutputError);
  EXPECT_THROW(CheckCanWrite(folder.path() / "new" / ""), OutputError);
  EXPECT_THROW(CheckCanWrite(file / "below" / "f"), OutputError);
  EXPECT_EQ(ReadFile(file), "old");
  EXPECT_EQ(FilesIn(folder.path()), 1);
}

TEST(WriteFiles, AllOrNone) {
  const ScratchFolder folder;
  const fs::path first = folder.Write("first", "old");
  const fs::path second = folder.path() / "new" / "second";
  WriteFiles(std::vector<FileContent>{{first, "1"}, {second, "2"}});
  EXPECT_EQ(ReadFile(first), "1");
  EXPECT_EQ(ReadFile(second), "2");
  EXPECT_THROW(
      WriteFiles(std::vector<FileContent>{{first, "3"}, {second, "4"}, {folder.path() / "new", "5"}}),
      OutputError);
  EXPECT_EQ(ReadFile(first), "1");
  EXPECT_EQ(ReadFile(second), "2");
  EXPECT_EQ(FilesIn(folder.path()), 2);
}

}  // namespace
}  // namespace crowdclust
