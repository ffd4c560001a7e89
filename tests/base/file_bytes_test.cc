#include "base/file_bytes.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <thread>

#include "base/error.h"
#include "base/input_file.h"
#include "tests/testing/test_files.h"

namespace crowdclust {
namespace {

using testing::ScratchFolder;

TEST(FileBytes, MapsFiles) {
  const ScratchFolder folder;
  const std::string bytes("a\0\r\n\xFF", 5);
  const FileBytes file(folder.Write("f", bytes));
  EXPECT_EQ(file.view(), bytes);
  EXPECT_TRUE(file.is_mapped());
}

TEST(FileBytes, AFileOfWholePagesHasNothingBehindIt) {
  const ScratchFolder folder;
  const std::string bytes(1 << 16, 'x');
  EXPECT_EQ(FileBytes(folder.Write("f", bytes)).view(), bytes);
}

TEST(FileBytes, AnEmptyFileIsEmpty) {
  const ScratchFolder folder;
  FileBytes file(folder.Write("empty", ""));
  EXPECT_EQ(file.view(), "");
  EXPECT_FALSE(file.is_mapped());
  file.Passed(0);
}

TEST(FileBytes, ReadsWhatHasNoSize) {
  const FileBytes file("/proc/self/status");
  EXPECT_TRUE(file.view().starts_with("Name:"));
}

TEST(FileBytes, ReadsAPipeToItsEnd) {
  const ScratchFolder folder;
  const std::filesystem::path pipe = folder.path() / "pipe";
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  const std::string bytes(300'000, 'x');
  std::thread writer([&] { std::ofstream(pipe, std::ios::binary) << bytes; });
  FileBytes file(pipe);
  writer.join();
  EXPECT_EQ(file.view(), bytes);
  EXPECT_FALSE(file.is_mapped());
  file.Passed(bytes.size());
  EXPECT_EQ(file.view(), bytes);
}

TEST(FileBytes, WhatIsPassedStaysReadable) {
  const ScratchFolder folder;
  std::string bytes(40 << 20, 'x');
  for (std::size_t at = 0; at < bytes.size(); at += 4096) bytes[at] = static_cast<char>('a' + at / 4096 % 26);
  FileBytes file(folder.Write("f", bytes));
  const std::string mark = Sha256(bytes);
  for (const std::size_t offset :
       {std::size_t{5}, std::size_t{20} << 20, bytes.size(), std::size_t{17} << 20, bytes.size() + 100}) {
    file.Passed(offset);
    EXPECT_EQ(Sha256(file.view()), mark) << offset;
  }
}

TEST(FileBytes, SaysWhatIsWrong) {
  const ScratchFolder folder;
  const auto error = [](const std::filesystem::path& path) -> std::string {
    try {
      const FileBytes file(path);
    } catch (const InputError& thrown) {
      return thrown.what();
    }
    return "no error";
  };
  EXPECT_EQ(error(folder.path()), folder.path().string() + ": is a folder; name a file");
  EXPECT_EQ(error(folder.path() / "no"),
            (folder.path() / "no").string() + ": cannot read: No such file or directory");
}

}  // namespace
}  // namespace crowdclust
