#include "answers/column_map.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "tests/answers/reading.h"

namespace crowdclust {
namespace {

using ::testing::ElementsAre;
using testing::ErrorOf;
using ::testing::IsEmpty;
using ::testing::Pair;

ColumnMap Parse(const std::vector<std::string>& entries) { return ParseColumnMap(entries); }

std::string RefusedMap(const std::vector<std::string>& entries) {
  return ErrorOf([&] { Parse(entries); });
}

TEST(ColumnMap, NamesColumnsByTheirKeys) {
  const ColumnMap map = Parse({"status=a=b", "item=card, name", "worker=who"});
  EXPECT_EQ(map.worker, "who");
  EXPECT_EQ(map.item, "card, name");
  EXPECT_EQ(map.status, "a=b");
  EXPECT_EQ(map.group, "");
  EXPECT_THAT(MappedColumns(map),
              ElementsAre(Pair("worker", "who"), Pair("item", "card, name"), Pair("status", "a=b")));
  EXPECT_THAT(MappedColumns(Parse({})), IsEmpty());
}

TEST(ColumnMap, HasEveryKey) {
  const std::vector<std::string> entries = {"worker=1",     "item=2",    "group=3",  "hit=4",
                                            "assignment=5", "seconds=6", "status=7", "golden=8"};
  std::vector<std::string> back;
  for (const auto& [key, column] : MappedColumns(Parse(entries))) back.push_back(key + "=" + column);
  EXPECT_EQ(back, entries);
  const ColumnMap map = Parse(entries);
  EXPECT_EQ(
      map.worker + map.item + map.group + map.hit + map.assignment + map.seconds + map.status + map.golden,
      "12345678");
}

TEST(ColumnMap, SaysWhatIsWrong) {
  EXPECT_EQ(RefusedMap({"wroker=who"}),
            "--map wroker=who: no key 'wroker'; nearest is 'worker' (keys: worker, item, group, hit, "
            "assignment, seconds, status, golden)");
  EXPECT_EQ(RefusedMap({"who"}), "--map who: give a key and a column, as in worker=annotator");
  EXPECT_EQ(RefusedMap({"worker="}), "--map worker=: give a key and a column, as in worker=annotator");
  EXPECT_EQ(RefusedMap({"item=a", "item=b"}), "--map item=b: item is column 'a' already; map it once");
}

}  // namespace
}  // namespace crowdclust
