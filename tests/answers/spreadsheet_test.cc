// Tables as spreadsheets write them, in every form of a table of answers.
#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "answers/read_answers.h"
#include "base/delimited_text.h"
#include "tests/answers/reading.h"

namespace crowdclust {
namespace {

using testing::Spell;

struct Table {
  const char* name;
  const char* text;  // separated by commas, quoted newlines inside
};

constexpr Table kTables[] = {
    {"LongTable", "hit,worker,item,group\nh,w,\"x,\n1\",1\nh,w,y;z,2\n"},
    {"Toloka",
     "INPUT:images,OUTPUT:result,ASSIGNMENT:worker_id\n"
     "\"[\"\"x\"\",\n\"\"y\"\"]\",\"[{\"\"group\"\":1},{\"\"group\"\":2}]\",w\n"},
    {"CardSort",
     "card_id,card_label,category_id,category_label,user_id\n1,\"x,\n1\",1,f,u\n2,y;z,2,\"g\n\",u\n"},
    {"Wide", "item,ann,\"bob\nsmith\"\n\"x,\n1\",1,1\ny;z,1,2\n"},
    {"WideWorkers", "worker,\"x,\n1\",y;z\nann,1,1\n\"bob\nsmith\",1,2\n"},
    {"Pairs", "worker,a,b,same\nw,\"x,\n1\",y;z,TRUE\nw,y;z,u,FALSE\n"},
    {"Triples", "worker,a,b,c,odd\nw,\"x,\n1\",y;z,u,\"x,\n1\"\n"},
    {"CrowdKit", "task,worker,label\n\"x,\n1\",w,1\ny;z,w,2\n"},
};

class Spreadsheet : public ::testing::TestWithParam<Table> {
 protected:
  // The rows written anew, with this separator and each line ended so.
  static std::string Written(char separator, const std::string& line_end) {
    DelimitedReader reader(GetParam().text, "t", {});
    std::string text;
    for (TextRow row; reader.Next(&row);) {
      std::string line;
      AppendRow(row.cells, separator, &line);
      text += line.substr(0, line.size() - 1) + line_end;
    }
    return text;
  }

  static std::string Read(const std::string& bytes) {
    AnswersBuilder builder;
    ReadAnswersText({.text = CheckText(bytes, "t"), .place = "t"}, AnswersFormat::kAuto, builder.Sink());
    return Spell(builder.Finish());
  }

  static std::string AsItIs() { return Read(GetParam().text); }
};

TEST_P(Spreadsheet, HasAnswers) { EXPECT_THAT(AsItIs(), ::testing::HasSubstr("x")); }

TEST_P(Spreadsheet, LineEndsAreAnyOfThree) {
  for (const std::string end : {"\n", "\r\n", "\r"}) {
    for (const char separator : {',', ';', '\t'}) EXPECT_EQ(Read(Written(separator, end)), AsItIs());
  }
}

TEST_P(Spreadsheet, AByteOrderMarkIsPassedOver) {
  for (const std::string end : {"\n", "\r\n", "\r"})
    EXPECT_EQ(Read("\xEF\xBB\xBF" + Written(';', end)), AsItIs());
}

TEST_P(Spreadsheet, TheFirstLineMaySayTheSeparator) {
  for (const std::string end : {"\n", "\r\n", "\r"}) {
    EXPECT_EQ(Read("\xEF\xBB\xBFsep=;" + end + Written(';', end)), AsItIs());
    EXPECT_EQ(Read("sep=," + end + Written(',', end)), AsItIs());
    EXPECT_EQ(Read("sep=|" + end + Written('|', end)), AsItIs());
  }
}

TEST_P(Spreadsheet, EmptyRowsAreNone) {
  for (const std::string end : {"\n", "\r\n", "\r"}) {
    EXPECT_EQ(Read(Written(',', end) + end + ",,,,,,," + end + end + ",,,"), AsItIs());
    EXPECT_EQ(Read(end + Written(';', end) + ";;;;" + end), AsItIs());
  }
}

INSTANTIATE_TEST_SUITE_P(Each, Spreadsheet, ::testing::ValuesIn(kTables),
                         [](const auto& table) { return std::string(table.param.name); });

}  // namespace
}  // namespace crowdclust
