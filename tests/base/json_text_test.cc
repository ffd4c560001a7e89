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
    std::string json = "before ";
    AppendJsonString(text, &json);
    ASSERT_TRUE(json.starts_with("before "));
    EXPECT_EQ(nlohmann::json::parse(json.substr(7)), text);
  }
}

TEST(JsonText, EscapesOnlyWhatItMust) {
  std::string json;
  AppendJsonString("a\"b\\c\nd\te\rf\x01g\x7fü/", &json);
  EXPECT_EQ(json, R"("a\"b\\c\nd\te\rf\u0001g)"
                  "\x7fü/\"");
  json.clear();
  AppendJsonString(std::string_view("\0", 1), &json);
  EXPECT_EQ(json, R"("\u0000")");
  json.clear();
  AppendJsonString("", &json);
  EXPECT_EQ(json, "\"\"");
}

}  // namespace
}  // namespace crowdclust
