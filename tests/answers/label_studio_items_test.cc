#include "answers/label_studio_items.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/answers/reading.h"

namespace crowdclust {
namespace {

using nlohmann::json;
using ::testing::ElementsAre;
using testing::ErrorOf;
using ::testing::IsEmpty;

std::string FieldOf(const char* data) { return LabelStudioItemsField(json::parse(data), "w"); }

std::vector<std::string> ItemsOf(const char* data) {
  return LabelStudioItems(json::parse(data), "items", "w");
}

TEST(LabelStudioItemsField, IsItemsElseTheOnlyListOfThem) {
  EXPECT_EQ(FieldOf(R"({"results":[{"id":"x"}],"items":[{"id":"y"}]})"), "items");
  EXPECT_EQ(FieldOf(R"({"items":7,"results":[{"id":"x"}]})"), "items") << "refused later, by name";
  EXPECT_EQ(FieldOf(R"({"tags":["a"],"none":[],"meta":{"id":"x"},"mixed":[{"id":"x"},{}],
                        "cards":[{"id":"x","title":"X"},{"id":"y"}]})"),
            "cards");
}

TEST(LabelStudioItemsField, MustBeOne) {
  const std::string none =
      "w: no list of items; an array of objects with 'id', such as "
      "\"items\":[{\"id\":\"x\"},{\"id\":\"y\"}], "
      "is needed in the task's data";
  EXPECT_EQ(ErrorOf([] { FieldOf("{}"); }), none);
  EXPECT_EQ(ErrorOf([] { FieldOf(R"({"images":["x","y"],"none":[]})"); }), none);
  EXPECT_EQ(ErrorOf([] { FieldOf(R"({"left":[{"id":"x"}],"right":[{"id":"y"}]})"); }),
            "w: left, right may each be the items; name the right one 'items'");
}

TEST(LabelStudioItems, AreIdsInTheOrderShown) {
  EXPECT_THAT(ItemsOf(R"({"items":[{"id":"y","title":"Y"},{"html":"<b>","id":"x"}]})"),
              ElementsAre("y", "x"));
  EXPECT_THAT(ItemsOf(R"({"items":[]})"), IsEmpty());
}

TEST(LabelStudioItems, SayWhichIsWrong) {
  EXPECT_EQ(ErrorOf([] { ItemsOf(R"({"items":{"id":"x"}})"); }),
            "w: field 'items' must be an array of the items, not object");
  EXPECT_EQ(ErrorOf([] { ItemsOf(R"({"items":[{"id":"x"},"y"]})"); }),
            "w: item 2 of 'items' is \"y\"; an object with 'id' is needed");
  EXPECT_EQ(ErrorOf([] { ItemsOf(R"({"items":[{"title":"x"}]})"); }),
            "w: item 1 of 'items' is {\"title\":\"x\"}; an object with 'id' is needed");
  EXPECT_EQ(ErrorOf([] { ItemsOf(R"({"items":[{"id":1.10}]})"); }),
            "w: item 1 of 'items': its id is 1.1; ids are strings in quotes, since 1.1 is not 1.10");
}

}  // namespace
}  // namespace crowdclust
