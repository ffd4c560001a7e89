#include "answers/write_formats.h"

#include <gmock/gmock.h>

#include "tests/answers/reading.h"
#include "tests/answers/writing.h"

namespace crowdclust {
namespace {

using ::testing::HasSubstr;

TEST(WriteFormats, TablesHaveASeparatorAndNoNul) {
  for (const std::string& name : WriteFormatNames()) {
    const WriteFormat& format = FindWriteFormat(name);
    EXPECT_EQ(format.name, name);
    EXPECT_EQ(format.holds_nul, format.separator == 0) << name;
    const std::string text = testing::Write(name, {testing::AnnsSort()}).text;
    EXPECT_EQ(text.substr(0, text.find('\n')).find(format.separator) != text.npos, format.separator != 0)
        << name;
  }
}

TEST(WriteFormats, TheNearestNameIsSaid) {
  EXPECT_THAT(testing::ErrorOf([] { FindWriteFormat("label_studio"); }),
              HasSubstr("no format 'label_studio'; nearest is 'label-studio'"));
}

TEST(WriteFormats, EqualInputGivesEqualBytes) {
  for (const std::string& name : WriteFormatNames()) {
    if (name == "triples") continue;
    const std::vector<RawAssignment> sorts = {testing::AnnsSort(), testing::BobsSort(), testing::BobsSort()};
    EXPECT_EQ(testing::Write(name, sorts).text, testing::Write(name, sorts).text) << name;
    EXPECT_EQ(testing::Write(name, sorts).done.written, 3) << name;
  }
}

}  // namespace
}  // namespace crowdclust
