#include "answers/read_answers.h"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include <array>
#include <fstream>
#include <thread>

#include "tests/answers/reading.h"
#include "tests/testing/gzip_bytes.h"
#include "tests/testing/test_files.h"

namespace crowdclust {
namespace {

using testing::ErrorOf;
using ::testing::HasSubstr;
using testing::ScratchFolder;
using testing::Spell;
using ::testing::StartsWith;
namespace fs = std::filesystem;

const std::string kTable = "hit,worker,item,group\nh1,w1,x,1\nh1,w1,y,2\n";
const std::string kToloka =
    "INPUT:images\tOUTPUT:result\tASSIGNMENT:task_id\tASSIGNMENT:worker_id\n"
    "\"\"\"x\"\",\"\"y\"\"\"\t\"{\"\"group\"\":1},{\"\"group\"\":2}\"\th1\tw1\n";
const std::string kJsonLines = R"({"hit":"h1","worker":"w1","items":["x","y"],"groups":[1,2]})";

const std::string kMturk =
    "HITId,AssignmentId,WorkerId,Input.images,Answer.groups\n"
    "h1,a1,w1,\"[\"\"x\"\",\"\"y\"\"]\",\"[1,2]\"\n";
const std::string kLabelStudio =
    R"([{"id":1,"data":{"hit":"h1","items":[{"id":"x"},{"id":"y"}]},"annotations":[{"id":1,
         "completed_by":"w1","result":[{"type":"ranker","value":{"ranker":{"g1":["x"],"g2":["y"]}}}]}]}])";
const std::string kLabelStudioShort = R"([{"hit":"h1","items":[{"id":"x"},{"id":"y"}],"annotation_id":1,
                                           "annotator":"w1","rank":[{"ranker":{"g1":["x"],"g2":["y"]}}]}])";

AnswersAndIntake ReadOne(const fs::path& path, const ReadAnswersOptions& options = {}) {
  return ReadAnswers(std::array{path}, options);
}

TEST(ReadAnswers, AllFormatsSayTheSame) {
  const ScratchFolder folder;
  for (const std::string& text :
       {kTable, kToloka, kJsonLines, kMturk, kLabelStudio, kLabelStudioShort, "\xEF\xBB\xBF" + kTable,
        "\n \n" + kJsonLines, "\xEF\xBB\xBF\n" + kLabelStudio}) {
    const AnswersAndIntake read = ReadOne(folder.Write("answers", text));
    EXPECT_EQ(Spell(read.answers), "w1 h1: x0 y1") << text;
    EXPECT_EQ(read.intake.assignments, 1);
    EXPECT_EQ(read.intake.rows, 2);
  }
}

TEST(ReadAnswers, NamesAreTheSameThingInEveryFile) {
  const ScratchFolder folder;
  const std::array paths = {folder.Write("a", "hit,worker,item,group\nh0,w1,y,2\nh0,w1,x,2\n"),
                            folder.Write("b", kJsonLines), folder.Write("c", kToloka)};
  const AnswersAndIntake read = ReadAnswers(paths);
  EXPECT_EQ(Spell(read.answers), "w1 h0: y0 x0; w1 h1: x0 y1");
  EXPECT_EQ(read.answers.num_items(), 2);
  EXPECT_EQ(read.intake.duplicates, 1);
  EXPECT_EQ(read.intake.first_duplicate, paths[2].string() + ":2: worker 'w1' on HIT 'h1'");
}

TEST(ReadAnswers, APipeReadsAsAFile) {
  const ScratchFolder folder;
  const fs::path pipe = folder.path() / "pipe";
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  for (const std::string& text : {kTable, kToloka, kJsonLines}) {
    std::thread writer([&] { std::ofstream(pipe, std::ios::binary) << text; });
    const AnswersAndIntake read = ReadOne(pipe);
    writer.join();
    EXPECT_EQ(Spell(read.answers), "w1 h1: x0 y1");
    EXPECT_EQ(read.intake.files[0].bytes, text.size());
    EXPECT_EQ(read.intake.files[0].sha256, Sha256(text));
  }
}

TEST(ReadAnswers, EveryFormMayBePacked) {
  const ScratchFolder folder;
  for (const std::string& text : {kTable, kToloka, kJsonLines, "\xEF\xBB\xBF" + kTable}) {
    const std::string packed = testing::GzipBytes(text);
    const AnswersAndIntake read = ReadOne(folder.Write("answers", packed));
    EXPECT_EQ(Spell(read.answers), "w1 h1: x0 y1") << text;
    EXPECT_EQ(read.intake.files[0].bytes, packed.size());
    EXPECT_EQ(read.intake.files[0].sha256, Sha256(packed));
  }
  const fs::path cut = folder.Write("cut.gz", testing::GzipBytes(kTable).substr(0, 30));
  EXPECT_EQ(ErrorOf([&] { ReadOne(cut); }), cut.string() + ": the gzip file is cut off; fetch it whole");
  const fs::path empty = folder.Write("empty.gz", testing::GzipBytes(""));
  EXPECT_EQ(ErrorOf([&] { ReadOne(empty); }), empty.string() + ": empty file");
}

struct FormOfTable {
  AnswersFormat format;
  std::string text;
};

TEST(ReadAnswers, OtherTablesAreRecognisedAndMayBeForced) {
  const ScratchFolder folder;
  for (const FormOfTable& form :
       {FormOfTable{AnswersFormat::kCardSort, "card_id,category_id,user_id\nx,1,w\ny,2,w\n"},
        FormOfTable{AnswersFormat::kWide, "item,w,v\nx,1,\ny,2,\n"},
        FormOfTable{AnswersFormat::kWideWorkers, "worker,x,y\nw,1,2\n"},
        FormOfTable{AnswersFormat::kPairs, "worker,a,b,same\nw,x,y,no\n"},
        FormOfTable{AnswersFormat::kTriples, "worker,a,b,c,odd,status\nw,x,y,z,,SKIPPED\n,x,y,z,,REJECTED\n"},
        FormOfTable{AnswersFormat::kCrowdKit, "task,performer,label\nx,w,1\ny,w,2\n"}}) {
    const bool is_triples = form.format == AnswersFormat::kTriples;
    const std::string text = form.text + (is_triples ? "w,x,y,z,y,\n" : "");
    const std::string expected = is_triples ? "w -: x0 y1 z0" : "w -: x0 y1";
    const fs::path path = folder.Write("a", text);
    EXPECT_EQ(Spell(ReadOne(path).answers), expected) << text;
    EXPECT_EQ(Spell(ReadOne(path, {.format = form.format}).answers), expected) << text;
  }
}

TEST(ReadAnswers, AMapMakesATableTheLongTable) {
  const ScratchFolder folder;
  const fs::path path = folder.Write("a", "task,worker,label,pile\nx,w,1,1\ny,w,1,2\n");
  EXPECT_EQ(Spell(ReadOne(path).answers), "w -: x0 y0");
  EXPECT_EQ(Spell(ReadOne(path, {.columns = {.item = "task", .group = "pile"}}).answers), "w -: x0 y1");
  EXPECT_EQ(ErrorOf([&] { ReadOne(path, {.columns = {.item = "task", .group = "piles"}}); }),
            path.string() + ":1: no column 'piles'; nearest is 'pile' (columns: task, worker, label, pile)");
}

TEST(ReadAnswers, NoRoomIsLeftForMore) {
  const ScratchFolder folder;
  const Answers answers = ReadOne(folder.Write("a", kTable + "h2,w1,x,1\nh3,w1,x,1\n")).answers;
  EXPECT_EQ(answers.item_of_row.capacity(), answers.item_of_row.size());
  EXPECT_EQ(answers.first_row.capacity(), answers.first_row.size());
}

TEST(ReadAnswers, AForcedFormatIsTaken) {
  const ScratchFolder folder;
  EXPECT_THAT(ErrorOf([&] { ReadOne(folder.Write("a", kTable), {.format = AnswersFormat::kToloka}); }),
              HasSubstr("no column 'INPUT:images'"));
  EXPECT_THAT(ErrorOf([&] { ReadOne(folder.Write("a", kToloka), {.format = AnswersFormat::kTable}); }),
              HasSubstr("no column 'worker'"));
  EXPECT_THAT(ErrorOf([&] { ReadOne(folder.Write("a", kTable), {.format = AnswersFormat::kJsonLines}); }),
              HasSubstr(":1: invalid JSON"));
  EXPECT_THAT(ErrorOf([&] { ReadOne(folder.Write("a", kTable), {.format = AnswersFormat::kMturk}); }),
              HasSubstr("no column 'WorkerId'"));
  EXPECT_THAT(
      ErrorOf([&] { ReadOne(folder.Write("a", kJsonLines), {.format = AnswersFormat::kLabelStudio}); }),
      HasSubstr(":1: the file is no JSON array; it must begin with '['"));
}

TEST(ReadAnswers, RefusesFilesThatAreNoText) {
  const ScratchFolder folder;
  const auto error = [&](std::string_view content) {
    return ErrorOf([&] { ReadOne(folder.Write("a.csv", content)); });
  };
  const std::string path = (folder.path() / "a.csv").string();
  EXPECT_EQ(error(""), path + ": empty file");
  EXPECT_EQ(error(" \n\t\n"), path + ": empty file");
  EXPECT_EQ(error("worker,item,group\nw,\xE9,1\n"),
            path + ":2: not valid UTF-8 text; save the file as UTF-8");
  EXPECT_THAT(ErrorOf([&] { ReadOne(folder.path() / "none.csv"); }), HasSubstr("cannot read: No such file"));
  EXPECT_THAT(ErrorOf([] { ReadAnswers({}); }), HasSubstr("no file of answers"));
}

TEST(ReadAnswers, RefusesAFileNamedTwice) {
  const ScratchFolder folder;
  const fs::path path = folder.Write("a.csv", kTable);
  EXPECT_THAT(ErrorOf([&] {
                ReadAnswers(std::array{path, folder.path() / "." / "a.csv"});
              }),
              HasSubstr("named twice; read a file once"));
}

TEST(ReadAnswers, RefusesWhenNothingIsLeftAndSaysWhy) {
  const ScratchFolder folder;
  const fs::path path = folder.Write("a.jsonl", R"({"worker":"w1","status":"REJECTED"}
{"worker":"w1","items":["x"],"groups":[1],"golden":true}
{"worker":"w1","items":["x"],"groups":[null]})");
  EXPECT_EQ(ErrorOf([&] { ReadOne(path); }), path.string() +
                                                 ": no answer is left: 0 assignments read, 0 rows; 1 "
                                                 "assignment left out: status REJECTED; 1 assignment "
                                                 "to golden HITs left out; 1 item without a group left out; "
                                                 "1 assignment with fewer than two items in "
                                                 "groups: no pair labels");
  EXPECT_EQ(ReadOne(path, {.include_golden = true}).intake.golden_included, 1);
  EXPECT_THAT(ErrorOf([&] { ReadOne(folder.Write("b.csv", "worker,item,group\n")); }),
              HasSubstr("b.csv: no answer is left: 0 assignments read"));
}

struct RealSet {
  const char* name;
  int items, workers;
  std::int64_t assignments, rows, pairs;
};

TEST(ReadAnswers, RealSetsHaveTheirPublishedSizes) {
  for (const RealSet& set : {RealSet{"scenes98/answers.csv", 98, 75, 75, 2625, 44625},
                             RealSet{"scenes115/answers.csv", 115, 75, 75, 2625, 44625},
                             RealSet{"scenes765/answers.csv", 765, 205, 205, 7143, 121128},
                             RealSet{"bluebirds/answers.csv", 108, 39, 39, 4212, 39 * 5778},
                             RealSet{"kinship82/answers.csv", 15, 85, 85, 1275, 85 * 105}}) {
    CROWDCLUST_NEEDS_DATA(path, set.name);
    const AnswersAndIntake read = ReadOne(path);
    EXPECT_EQ(read.answers.num_items(), set.items) << set.name;
    EXPECT_EQ(read.answers.num_workers(), set.workers) << set.name;
    EXPECT_EQ(read.answers.num_assignments(), set.assignments) << set.name;
    EXPECT_EQ(read.answers.num_rows(), set.rows) << set.name;
    EXPECT_EQ(NumPairs(read.answers), set.pairs) << set.name;
    EXPECT_EQ(read.intake.duplicates, 0) << set.name;
  }
}

TEST(ReadAnswers, ReadsEveryRealSet) {
  CROWDCLUST_NEEDS_DATA(root, ".");
  int sets = 0;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root)) {
    const std::string name = entry.path().filename().string();
    const bool intrusion = entry.path().parent_path().filename() == "word_intrusion";
    if (!name.starts_with("answers") || entry.path().extension() != ".csv" || intrusion) continue;
    const AnswersAndIntake read = ReadOne(entry.path());
    EXPECT_GT(NumPairs(read.answers), 0) << entry.path();
    EXPECT_EQ(read.intake.rows, read.answers.num_rows()) << entry.path();
    EXPECT_EQ(read.intake.assignments, read.answers.num_assignments()) << entry.path();
    ++sets;
  }
  EXPECT_GE(sets, 14);
}

}  // namespace
}  // namespace crowdclust
