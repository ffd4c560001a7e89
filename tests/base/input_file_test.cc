#include "base/input_file.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <vector>

#include "base/error.h"
#include "tests/testing/test_files.h"

namespace crowdclust {
namespace {

using ::testing::HasSubstr;
using testing::ScratchFolder;

std::string RefusedText(std::string_view text) {
  try {
    CheckText(text, "f");
  } catch (const InputError& error) {
    return error.what();
  }
  return "no error";
}

TEST(ReadFile, GivesTheBytes) {
  const ScratchFolder folder;
  const std::string bytes("a\0\r\n\xFF", 5);
  EXPECT_EQ(ReadFile(folder.Write("f", bytes)), bytes);
  EXPECT_EQ(ReadFile(folder.Write("empty", "")), "");
  const std::string large(3'000'001, 'x');
  EXPECT_EQ(ReadFile(folder.Write("large", large)), large);
}

TEST(ReadFile, ReadsWhatHasNoSize) { EXPECT_THAT(ReadFile("/proc/self/status"), HasSubstr("Name:")); }

TEST(ReadFile, SaysWhatIsWrong) {
  const ScratchFolder folder;
  const auto error = [](const std::filesystem::path& path) -> std::string {
    try {
      ReadFile(path);
    } catch (const InputError& thrown) {
      return thrown.what();
    }
    return "no error";
  };
  EXPECT_EQ(error(folder.path()), folder.path().string() + ": is a folder; name a file");
  EXPECT_EQ(error(folder.path() / "no"),
            (folder.path() / "no").string() + ": cannot read: No such file or directory");
}

TEST(Sha256, KnownDigests) {
  EXPECT_EQ(Sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(Sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Sha256, SaysHowFarItHasRead) {
  const std::string bytes(5'000'001, 'x');
  std::vector<std::size_t> offsets;
  const auto passed = [&offsets](std::size_t offset) { offsets.push_back(offset); };
  EXPECT_EQ(Sha256(bytes, passed), Sha256(bytes));
  EXPECT_TRUE(std::ranges::is_sorted(offsets));
  EXPECT_GT(offsets.size(), 4U);
  EXPECT_EQ(offsets.back(), bytes.size());
}

TEST(CheckText, SaysHowFarItHasRead) {
  std::string text(3'000'000, 'x');
  text += "é" + std::string(2'000'000, 'y');
  std::vector<std::size_t> offsets;
  CheckText(text, "f", [&offsets](std::size_t offset) { offsets.push_back(offset); });
  EXPECT_TRUE(std::ranges::is_sorted(offsets));
  EXPECT_GT(offsets.size(), 4U);
  EXPECT_GE(offsets.back() + 8, text.size());
}

TEST(CheckText, TakesUtf8AndDropsTheMark) {
  EXPECT_EQ(CheckText("\xEF\xBB\xBF"
                      "a",
                      "f"),
            "a");
  for (const std::string_view text :
       {"plain", "éß", "\xED\x9F\xBF", "\xEE\x80\x80", "\xF4\x8F\xBF\xBF", "中文 text"}) {
    EXPECT_EQ(CheckText(text, "f"), text);
  }
}

TEST(CheckText, RefusesOtherBytesWithTheirLine) {
  const std::string rule = "not valid UTF-8 text; save the file as UTF-8";
  for (const std::string_view bad :
       {"\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF0\x80\x80\x80",
        "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xC3", "\xE4\xB8", "\xC3(", "\xFF"}) {
    for (std::size_t before = 0; before < 20; ++before) {  // wherever it falls in a word of eight bytes
      EXPECT_EQ(RefusedText("a\nb\n" + std::string(before, 'x') + std::string(bad)), "f:3: " + rule);
      EXPECT_EQ(RefusedText("a\nb\n" + std::string(before, 'x') + std::string(bad) + "abcdefgh\n"),
                "f:3: " + rule);
    }
  }
  for (std::size_t before = 1; before < 20; ++before) {
    EXPECT_EQ(RefusedText(std::string(before, 'x') + std::string(1, '\0') + "abcdefgh"),
              "f:1: a NUL byte, which no text holds (UTF-16 does); save the file as UTF-8");
  }
}

TEST(CheckText, RefusesEmptyFiles) {
  for (const char* text : {"", " \r\n\t", "\xEF\xBB\xBF", "\xEF\xBB\xBF\n"})
    EXPECT_EQ(RefusedText(text), "f: empty file");
}

}  // namespace
}  // namespace crowdclust
