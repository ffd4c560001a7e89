#include "answers/crowd_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "base/error.h"
#include "tests/testing/test_files.h"

namespace crowdclust {
namespace {

using ::testing::HasSubstr;

std::string ErrorOf(std::string_view text) {
  try {
    ParseCrowd(text, "crowd.json");
  } catch (const InputError& error) {
    return error.what();
  }
  return "no error";
}

TEST(CrowdFileTest, EveryFieldIsRead) {
  const CrowdDescription crowd = ParseCrowd(R"({"about": "x", "workers": 7, "assignments_per_worker": 3,
      "spammer_share": 0.1, "second_label_share": 0.2, "lumper_share": 0.3, "lump_share": 0.4,
      "splitter_share": 0.5, "split_share": 0.6, "noise": 0.7, "noise_spread": 0.05, "seconds_mean": 8,
      "seconds_spread": 0.9, "spammer_seconds_mean": 10, "skip_share": 0.11,
      "hard_item_share": 0.12, "hard_item_noise": 0.13})",
                                            "crowd.json");
  EXPECT_EQ(crowd.workers, 7);
  EXPECT_EQ(crowd.assignments_per_worker, 3);
  EXPECT_EQ(crowd.spammer_share, 0.1);
  EXPECT_EQ(crowd.second_label_share, 0.2);
  EXPECT_EQ(crowd.lumper_share, 0.3);
  EXPECT_EQ(crowd.lump_share, 0.4);
  EXPECT_EQ(crowd.splitter_share, 0.5);
  EXPECT_EQ(crowd.split_share, 0.6);
  EXPECT_EQ(crowd.noise, 0.7);
  EXPECT_EQ(crowd.noise_spread, 0.05);
  EXPECT_EQ(crowd.seconds_mean, 8);
  EXPECT_EQ(crowd.seconds_spread, 0.9);
  EXPECT_EQ(crowd.spammer_seconds_mean, 10);
  EXPECT_EQ(crowd.skip_share, 0.11);
  EXPECT_EQ(crowd.hard_item_share, 0.12);
  EXPECT_EQ(crowd.hard_item_noise, 0.13);
}

TEST(CrowdFileTest, WhatIsLeftOutHasItsDefault) {
  const CrowdDescription crowd = ParseCrowd("{}", "crowd.json");
  EXPECT_EQ(crowd.workers, CrowdDescription().workers);
  EXPECT_EQ(crowd.noise, CrowdDescription().noise);
  EXPECT_EQ(crowd.seconds_mean, CrowdDescription().seconds_mean);
  EXPECT_EQ(crowd.seconds_spread, CrowdDescription().seconds_spread);
  EXPECT_EQ(crowd.spammer_seconds_mean, CrowdDescription().spammer_seconds_mean);
}

TEST(CrowdFileTest, BadFieldsAreNamed) {
  EXPECT_THAT(ErrorOf(""), HasSubstr("crowd.json: empty file"));
  EXPECT_THAT(ErrorOf("{\n\n\"workers\": }"), HasSubstr("crowd.json:3: invalid JSON"));
  EXPECT_THAT(ErrorOf("[]"), HasSubstr("crowd.json: an object"));
  EXPECT_THAT(ErrorOf(R"({"worker": 3})"), HasSubstr("field 'worker' is unknown; nearest is 'workers'"));
  EXPECT_THAT(ErrorOf(R"({"workers": 0})"), HasSubstr("field 'workers' is 0; must be in 1 to"));
  EXPECT_THAT(ErrorOf(R"({"workers": 2.5})"), HasSubstr("must be a whole number"));
  EXPECT_THAT(ErrorOf(R"({"noise": "high"})"), HasSubstr("field 'noise' must be a number"));
  EXPECT_THAT(ErrorOf(R"({"noise": 1.5})"), HasSubstr("field 'noise' is 1.5; must be in 0 to 1"));
  EXPECT_THAT(ErrorOf(R"({"seconds_mean": 0})"), HasSubstr("field 'seconds_mean' is 0; must be in 0.1 to"));
  EXPECT_THAT(ErrorOf(R"({"about": 1})"), HasSubstr("field 'about' must be a string"));
}

TEST(CrowdFileTest, WhatCannotBeTogetherIsAnError) {
  EXPECT_THAT(ErrorOf(R"({"spammer_share": 0.6, "second_label_share": 0.5})"),
              HasSubstr("more than all workers"));
  EXPECT_EQ(ErrorOf(R"({"spammer_share": 0.6, "second_label_share": 0.4, "lumper_share": 1})"), "no error");
  EXPECT_THAT(ErrorOf(R"({"noise": 0, "noise_spread": 0.1})"), HasSubstr("noise_spread is 0.1"));
  EXPECT_THAT(ErrorOf(R"({"noise": 0.1, "noise_spread": 0.28})"), HasSubstr("it can be 0.27 at most"));
}

TEST(CrowdFileTest, TheCrowdsThatComeWithTheProgramCanBeRead) {
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator("configs/crowds")) {
    EXPECT_NO_THROW(ReadCrowd(entry.path())) << entry.path();
    ++files;
  }
  EXPECT_GE(files, 3);
  const CrowdDescription shoes = ReadCrowd("configs/crowds/shoes.json");
  EXPECT_EQ(shoes.workers, 40);
  EXPECT_EQ(shoes.lump_share, 0.25);
  EXPECT_EQ(shoes.split_share, 0.15);
}

}  // namespace
}  // namespace crowdclust
