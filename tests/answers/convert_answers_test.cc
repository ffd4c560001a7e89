#include "answers/convert_answers.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "tests/answers/reading.h"
#include "tests/answers/writing.h"
#include "tests/testing/test_files.h"

namespace crowdclust {
namespace {

using testing::AnnsSort;
using testing::BobsSort;
using testing::ErrorOf;
using ::testing::HasSubstr;
using testing::ScratchFolder;
using testing::Write;

TEST(AnswersConverter, WhatDoesNotCountIsLeftOutAndCounted) {
  std::vector<RawAssignment> raws(6, AnnsSort());
  raws[1].status = "REJECTED";
  raws[2].golden = true;
  raws[2].hit = "exam";
  raws[3].assignment = "a4";  // a second answer
  raws[4].hit = "h5";
  raws[4].groups.assign(4, std::nullopt);
  raws[5].hit = "h6";
  const auto [text, done] = Write("jsonl", raws);
  EXPECT_EQ(done.written, 2);
  EXPECT_EQ(done.intake.assignments, 2);
  EXPECT_EQ(done.intake.by_status.at("REJECTED"), 1);
  EXPECT_EQ(done.intake.golden, 1);
  EXPECT_EQ(done.intake.duplicates, 1);
  EXPECT_EQ(done.intake.items_without_group, 6);
  EXPECT_EQ(done.intake.without_pairs, 1);
  EXPECT_EQ(std::ranges::count(text, '\n'), 2);
  const auto with = Write("jsonl", raws, true);
  EXPECT_EQ(with.done.written, 3);
  EXPECT_EQ(with.done.intake.golden_included, 1);
  EXPECT_THAT(with.text, HasSubstr(R"("golden":true)"));
}

TEST(AnswersConverter, ANulIsForJsonOnly) {
  RawAssignment raw = BobsSort();
  raw.items[1] = std::string_view("b\0s", 3);
  EXPECT_THAT(Write("jsonl", {raw}).text, HasSubstr(R"("b\u0000s")"));
  EXPECT_THAT(Write("label-studio", {raw}).text, HasSubstr(R"("b\u0000s")"));
  for (const char* format : {"table", "toloka", "mturk", "wide", "pairs"}) {
    EXPECT_EQ(ErrorOf([&] {
                Write(format, {AnnsSort(), raw});
              }),
              std::string("in:2: a name holds the character NUL, which a table cannot; take it out, or write "
                          "jsonl instead of ") +
                  format);
  }
  raw = BobsSort();
  raw.groups[0] = std::string_view("\0", 1);
  EXPECT_THAT(ErrorOf([&] { Write("table", {raw}); }), HasSubstr("in:1: a name holds the character NUL"));
}

std::string ConvertFiles(const std::vector<std::filesystem::path>& paths, const ConvertOptions& options) {
  std::string text;
  ConvertAnswers(paths, options, [&text](std::string_view piece) { text += piece; });
  return text;
}

TEST(ConvertAnswers, ReadsFilesOfSeveralFormatsInTurn) {
  const ScratchFolder folder;
  const auto table = folder.Write("a.csv", "hit,worker,item,group\nh1,ann,x,1\nh1,ann,y,2\n");
  const auto lines = folder.Write("b", R"({"hit":"h1","worker":"ann","items":["x"],"groups":[1]}
{"hit":"h2","worker":"ann","items":["x","z"],"groups":["a","a"]})");
  std::vector<double> shares;
  const ConvertOptions options = {.read = {.progress = [&shares](double share) { shares.push_back(share); }},
                                  .to = "jsonl"};
  EXPECT_EQ(ConvertFiles({table, lines}, options),
            R"({"hit":"h1","worker":"ann","items":["x","y"],"groups":[1,2]})"
            "\n"
            R"({"hit":"h2","worker":"ann","items":["x","z"],"groups":["a","a"]})"
            "\n");
  ASSERT_FALSE(shares.empty());
  EXPECT_TRUE(std::ranges::is_sorted(shares));
  EXPECT_GE(shares.front(), 0);
  EXPECT_LE(shares.back(), 1);
}

TEST(ConvertAnswers, ALargeTextComesInPieces) {
  const ScratchFolder folder;
  std::string text;
  for (int a = 0; a < 5000; ++a)
    text += R"({"worker":"w)" + std::to_string(a % 50) + R"(","items":["x","y"],"groups":[1,1]})" + "\n";
  const auto path = folder.Write("a.jsonl", text);
  std::string whole;
  int pieces = 0;
  ConvertAnswers(std::array{path}, {.to = "jsonl"}, [&](std::string_view piece) {
    whole += piece;
    ++pieces;
  });
  EXPECT_EQ(whole, text);
  EXPECT_GT(pieces, 2);
}

TEST(ConvertAnswers, SaysWhenNothingIsLeftOrFits) {
  const ScratchFolder folder;
  const auto skipped = folder.Write("a.jsonl", R"({"worker":"w","status":"SKIPPED"})");
  EXPECT_EQ(ErrorOf([&] { ConvertFiles({skipped}, {.to = "table"}); }),
            skipped.string() +
                ": no answer is left: 0 assignments read, 0 rows; 1 assignment left out: "
                "status SKIPPED");
  const auto pair = folder.Write("b.jsonl", R"({"worker":"w","items":["x","y"],"groups":[1,2]})");
  EXPECT_EQ(ErrorOf([&] { ConvertFiles({pair}, {.to = "triples"}); }),
            pair.string() +
                ": none of 1 assignments can be written as triples, which holds three items with "
                "an odd one; write another format");
  EXPECT_THAT(ErrorOf([&] { ConvertFiles({pair}, {.to = "tabel"}); }),
              HasSubstr("no format 'tabel'; nearest is 'table'"));
}

}  // namespace
}  // namespace crowdclust
