#include "report/checkpoint_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "base/input_file.h"
#include "tests/testing/test_files.h"

namespace crowdclust {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

const RunIdentity kIdentity = {{"version", "1"}, {"--seed", "7"}};

std::string ErrorOf(const std::filesystem::path& path, const RunIdentity& identity) {
  try {
    ReadCheckpoint(path, identity);
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

class CheckpointFileTest : public ::testing::Test {
 protected:
  CheckpointFileTest() {
    Checkpoint checkpoint;
    checkpoint.Keep("fit", "bytes");
    WriteCheckpoint(path_, kIdentity, checkpoint);
  }
  testing::ScratchFolder scratch_;
  std::filesystem::path path_ = scratch_.path() / "run.checkpoint";
};

TEST_F(CheckpointFileTest, ReadsBack) { EXPECT_EQ(ReadCheckpoint(path_, kIdentity)->Find("fit"), "bytes"); }

TEST_F(CheckpointFileTest, NoFileIsAnEmptyCheckpoint) {
  EXPECT_EQ(ReadCheckpoint(scratch_.path() / "none", kIdentity)->Find("fit"), std::nullopt);
}

TEST_F(CheckpointFileTest, RefusesAnotherRunByName) {
  EXPECT_THAT(ErrorOf(path_, {{"version", "1"}, {"--seed", "8"}}),
              AllOf(HasSubstr("--seed was '7' and is '8' now"), HasSubstr(path_.string())));
  EXPECT_THAT(ErrorOf(path_, {{"version", "2"}, {"--seed", "7"}}), HasSubstr("version was '1' and is '2'"));
  EXPECT_THAT(ErrorOf(path_, {{"version", "1"}}), HasSubstr("--seed was '7' and is none now"));
  EXPECT_THAT(ErrorOf(path_, {{"version", "1"}, {"--seed", "7"}, {"input 2", "x"}}),
              HasSubstr("input 2 was none and is 'x' now"));
}

TEST_F(CheckpointFileTest, RefusesWhatIsNoCheckpointOrDamaged) {
  EXPECT_THAT(ErrorOf(scratch_.Write("text", "worker,item,group\n"), kIdentity),
              HasSubstr("not a checkpoint"));
  std::string content = ReadFile(path_);
  content[content.size() - 3] ^= 1;
  EXPECT_THAT(ErrorOf(scratch_.Write("flipped", content), kIdentity), HasSubstr("is damaged"));
  EXPECT_THAT(ErrorOf(scratch_.Write("cut", content.substr(0, 60)), kIdentity), HasSubstr("is damaged"));
}

}  // namespace
}  // namespace crowdclust
