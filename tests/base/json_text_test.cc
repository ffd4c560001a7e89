#include "base/json_text.h"

#include <gtest/gtest.h>

#include <array>
#include <nlohmann/json.hpp>

#include "base/random.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

TEST(JsonText, IsWhatTheLibraryWrites) {
  constexpr std::array<const char*, 8> kPieces = {"a",    "\"",   "\\",        "\n",
                                                  "\x01", "\x1f", "ü→🙂", "/\t\r\b"};
  Random random(testing::TestSeed());
  for (int round = 0; round < 200; ++round) {
    std::string text;
    for (int length = random.Below(8); length > 0; --length)
      text += kPieces[static_cast<std::size_t>(random.Below(static_cast<int>(kPieces.size())))];
    std::string written = "before ";
    AppendJsonString(text, &written);
    ASSERT_TRUE(written.starts_with("before "));
    EXPECT_EQ(nlohmann::json::parse(written.substr(7)), text);
  }
}

TEST(JsonText, EscapesOnlyWhatItMust) {
  std::string written;
  AppendJsonString("a\"b\\c\nd\te\rf\x01g\x7fü/", &written);
  EXPECT_EQ(written, R"("a\"b\\c\nd\te\rf\u0001g)"
                     "\x7fü/\"");
  written.clear();
  AppendJsonString(std::string_view("\0", 1), &written);
  EXPECT_EQ(written, R"("\u0000")");
  written.clear();
  AppendJsonString("", &written);
  EXPECT_EQ(written, "\"\"");
}

}  // namespace
}  // namespace crowdclust
