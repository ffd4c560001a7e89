#include "answers/answers_format.h"

#include <gmock/gmock.h>

#include "tests/answers/reading.h"

namespace crowdclust {
namespace {

using testing::ErrorOf;

TEST(AnswersFormat, NamesAndFormatsGoTogether) {
  EXPECT_THAT(AnswersFormatNames(), ::testing::ElementsAre("auto", "toloka", "table", "jsonl"));
  EXPECT_EQ(ParseAnswersFormat("auto"), AnswersFormat::kAuto);
  EXPECT_EQ(ParseAnswersFormat("toloka"), AnswersFormat::kToloka);
  EXPECT_EQ(ParseAnswersFormat("table"), AnswersFormat::kTable);
  EXPECT_EQ(ParseAnswersFormat("jsonl"), AnswersFormat::kJsonLines);
  EXPECT_EQ(ErrorOf([] { ParseAnswersFormat("json"); }),
            "no format 'json'; nearest is 'jsonl' (formats: auto, toloka, table, jsonl)");
}

TEST(RecogniseFormat, ByContent) {
  EXPECT_EQ(RecogniseFormat(" \n\t{\"worker\":1}", "a"), AnswersFormat::kJsonLines);
  EXPECT_EQ(RecogniseFormat("[1]", "a"), AnswersFormat::kJsonLines);
  EXPECT_EQ(RecogniseFormat("worker,item,group\n{,x,1\n", "a"), AnswersFormat::kTable);
  EXPECT_EQ(RecogniseFormat("x\tINPUT:images\n", "a"), AnswersFormat::kToloka);
  EXPECT_EQ(RecogniseFormat("\"ASSIGNMENT:worker_id\",\"OUTPUT:answer\"\n", "a"), AnswersFormat::kToloka);
  EXPECT_EQ(RecogniseFormat("worker,item\nINPUT:images,x\n", "a"), AnswersFormat::kTable)
      << "not in the header";
}

}  // namespace
}  // namespace crowdclust
