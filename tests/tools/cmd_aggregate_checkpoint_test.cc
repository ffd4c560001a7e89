// aggregate --checkpoint and --max-memory.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <functional>
#include <thread>

#include "base/random.h"
#include "tests/testing/test_seed.h"
#include "tests/tools/aggregate_study.h"
#include "tests/tools/tiny_study.h"

namespace crowdclust::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::HasSubstr;

// Enough answers for a run of a second or so.
std::string SomeTable() {
  Random random(TestSeed(), 31);
  std::string text = "hit,worker,item,group\n";
  for (int p = 0; p < 400; ++p) {
    const int first = random.Below(60);
    for (int k = 0; k < 12; ++k) {
      const int item = (first + k * 7) % 60;
      text += "h" + std::to_string(p) + ",w" + std::to_string(p % 25) + ",i" + std::to_string(item) + "," +
              std::to_string(random.Chance(0.2) ? random.Below(5) : item % 5) + "\n";
    }
  }
  return text;
}

class CheckpointTest : public AggregateTest {
 protected:
  CheckpointTest() : answers_(scratch_.Write("answers.csv", SomeTable())) {}

  fs::path File() const { return scratch_.path() / "run.checkpoint"; }
  std::string Arguments(const std::string& flags = "") const {
    return "aggregate " + answers_.string() + " --out " + Out("kept").string() + " --checkpoint " +
           File().string() + " --checkpoint-seconds 0 " + flags;
  }
  // Begins the run and sends it a signal when `wait` returns. True when it had not ended by itself.
  bool RunAndSignal(int signal, const std::function<void()>& wait) const {
    const pid_t child = fork();
    if (child == 0) {
      const std::string command =
          std::string("exec '") + CROWDCLUST_BINARY + "' " + Arguments("--quiet") + " >/dev/null 2>&1";
      execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
      _exit(127);
    }
    wait();
    kill(child, signal);
    int status = 0;
    waitpid(child, &status, 0);
    return !(WIFEXITED(status) && WEXITSTATUS(status) == 0);
  }
  // So much later.
  bool RunAndSignal(int signal, std::chrono::milliseconds after) const {
    return RunAndSignal(signal, [after] { std::this_thread::sleep_for(after); });
  }
  // As soon as there is a checkpoint.
  bool RunAndKillOnceKept() const {
    return RunAndSignal(SIGKILL, [this] {
      for (int tick = 0; tick < 30000 && !fs::exists(File()); ++tick)
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    });
  }
  // All files of a run, run.json without its command (which names the folder).
  std::string FilesOf(const std::string& out) const {
    std::string all;
    for (const char* name : {"clusters.tsv", "clusters.json", "ambiguous.tsv", "workers.tsv",
                             "worker_views.tsv", "tree.nwk", "sweeps.tsv", "positions.tsv"})
      all += Table(name, out);
    nlohmann::json run = RunRecord(out);
    run.erase("command");
    return all + run.dump();
  }
  void ExpectAsUninterrupted() const {
    ASSERT_EQ(
        RunProgram("aggregate " + answers_.string() + " --quiet --out " + Out("whole").string()).exit_code,
        0);
    EXPECT_EQ(FilesOf("kept"), FilesOf("whole"));
    EXPECT_FALSE(fs::exists(File()));
  }

  fs::path answers_;
};

TEST_F(CheckpointTest, KilledRunsEndAsIfTheyHadNotBeen) {
  int kills = 0;
  for (int wait : {150, 300, 500}) kills += RunAndSignal(SIGKILL, std::chrono::milliseconds(wait)) ? 1 : 0;
  EXPECT_GT(kills, 0);
  ASSERT_EQ(RunProgram(Arguments()).exit_code, 0);
  ExpectAsUninterrupted();
}

TEST_F(CheckpointTest, FiftyKills) {
  CROWDCLUST_LONG_TEST();
  Random random(TestSeed(), 32);
  int kills = 0;
  for (int attempt = 0; kills < 50 && attempt < 400; ++attempt) {
    if (RunAndSignal(SIGKILL, std::chrono::milliseconds(20 + random.Below(250)))) {
      ++kills;
    } else {
      ExpectAsUninterrupted();  // came through: begin again
      fs::remove_all(Out("kept"));
    }
  }
  EXPECT_EQ(kills, 50);
  ASSERT_EQ(RunProgram(Arguments()).exit_code, 0);
  ExpectAsUninterrupted();
}

TEST_F(CheckpointTest, SaysThatItWasStoppedAndGoesOn) {
  int stops = 0;
  for (int wait : {200, 400}) stops += RunAndSignal(SIGTERM, std::chrono::milliseconds(wait)) ? 1 : 0;
  ASSERT_GT(stops, 0);
  EXPECT_FALSE(fs::exists(Out("kept")));  // nothing half-done is written
  if (fs::exists(File())) {
    const ProgramRun resumed = RunProgram(Arguments());
    EXPECT_EQ(resumed.exit_code, 0);
    EXPECT_THAT(resumed.out, HasSubstr("the run goes on from there"));
  }
}

TEST_F(CheckpointTest, RefusesAnotherRunByName) {
  ASSERT_TRUE(RunAndKillOnceKept());
  ASSERT_TRUE(fs::exists(File()));
  const auto refused = [&](const std::string& flags, const std::string& why) {
    const ProgramRun run = RunProgram(Arguments(flags));
    EXPECT_EQ(run.exit_code, 3) << flags;
    EXPECT_THAT(run.err, AllOf(HasSubstr("another run"), HasSubstr(why)));
  };
  refused("--seed 9", "--seed was '1' and is '9' now");
  refused("--map hit=hit", R"(--map was '{}' and is '{"hit":"hit"}' now)");
  refused("--dimensions 3", "--dimensions was '\"auto\"' and is '3' now");
  scratch_.Write("answers.csv", TinyLongTable());
  refused("", "input 1");
}

TEST_F(CheckpointTest, RefusesAFileThatIsNone) {
  scratch_.Write("run.checkpoint", "something else\n");
  const ProgramRun run = RunProgram(Arguments());
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_THAT(run.err, HasSubstr("not a checkpoint"));
}

TEST_F(CheckpointTest, TooLittleMemoryIsSaidBeforeTheWork) {
  const ProgramRun run =
      RunProgram("aggregate " + answers_.string() + " --max-memory 10MB --out " + Out().string());
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, AllOf(HasSubstr("--max-memory 10 MB"), HasSubstr("MB are needed for 4,800 rows")));
  EXPECT_FALSE(fs::exists(Out()));
  EXPECT_EQ(RunProgram("aggregate " + answers_.string() + " --max-memory 1GB --quiet --out " + Out().string())
                .exit_code,
            0);
}

}  // namespace
}  // namespace crowdclust::testing
