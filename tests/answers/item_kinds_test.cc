#include "answers/item_kinds.h"

#include <gmock/gmock.h>

#include "tests/answers/reading.h"

namespace crowdclust {
namespace {

using ::testing::ElementsAre;
using testing::ErrorOf;
using ::testing::HasSubstr;

KnownLabels FiveItems() {
  return ParseKnownLabels("item,kind,colour,size\na,x,red,1\nb,y,red,2\nc,x,blue,3\nd,x,red,4\ne,y,red,5\n",
                          "truth.csv");
}

TEST(FindItemKinds, ItemsWithEqualFirstTwoLabelsAreAlike) {
  const ItemKinds kinds = FindItemKinds(FiveItems());
  EXPECT_THAT(kinds.kind_of_item, ElementsAre(0, 1, 2, 0, 1));
  EXPECT_THAT(kinds.first_items.items.names(), ElementsAre("a", "b", "c"));
  ASSERT_EQ(kinds.first_items.columns.size(), 2U);
  EXPECT_THAT(kinds.first_items.columns[0].label_of_item, ElementsAre(0, 1, 0));
  EXPECT_THAT(kinds.first_items.columns[1].label_of_item, ElementsAre(0, 0, 1));
  EXPECT_EQ(kinds.first_items.columns[1].name, "colour");
  EXPECT_EQ(kinds.first_items.columns[0].labels.Name(1), "y");
}

TEST(FindItemKinds, OneColumnIsEnough) {
  const ItemKinds kinds = FindItemKinds(ParseKnownLabels("item,kind\na,x\nb,y\nc,x\n", "truth.csv"));
  EXPECT_THAT(kinds.kind_of_item, ElementsAre(0, 1, 0));
  EXPECT_EQ(kinds.first_items.columns.size(), 1U);
}

TEST(KindsOf, GoesByName) {
  const KnownLabels known = FiveItems();
  NameIndex items;
  for (const char* name : {"e", "c"}) items.Add(name);
  EXPECT_THAT(KindsOf(items, known, FindItemKinds(known)), ElementsAre(1, 2));
  items.Add("f");
  EXPECT_THAT(ErrorOf([&] { KindsOf(items, known, FindItemKinds(known)); }),
              HasSubstr("the truth lacks 1 of the 3 items of the HITs: f;"));
}

}  // namespace
}  // namespace crowdclust
