#include "answers/answers_format.h"

#include <gmock/gmock.h>

#include "base/nearest_name.h"
#include "tests/answers/reading.h"

namespace crowdclust {
namespace {

using testing::ErrorOf;

TEST(AnswersFormat, NamesAndFormatsGoTogether) {
  EXPECT_THAT(AnswersFormatNames(),
              ::testing::ElementsAre("auto", "toloka", "table", "jsonl", "mturk", "label-studio", "card-sort",
                                     "wide", "wide-workers", "pairs", "triples", "crowd-kit"));
  EXPECT_EQ(ParseAnswersFormat("auto"), AnswersFormat::kAuto);
  EXPECT_EQ(ParseAnswersFormat("toloka"), AnswersFormat::kToloka);
  EXPECT_EQ(ParseAnswersFormat("table"), AnswersFormat::kTable);
  EXPECT_EQ(ParseAnswersFormat("jsonl"), AnswersFormat::kJsonLines);
  EXPECT_EQ(ParseAnswersFormat("mturk"), AnswersFormat::kMturk);
  EXPECT_EQ(ParseAnswersFormat("label-studio"), AnswersFormat::kLabelStudio);
  for (const std::string& name : AnswersFormatNames()) {
    EXPECT_EQ(AnswersFormatName(ParseAnswersFormat(name)), name);
  }
  EXPECT_EQ(ParseAnswersFormat("card-sort"), AnswersFormat::kCardSort);
  EXPECT_EQ(ParseAnswersFormat("wide"), AnswersFormat::kWide);
  EXPECT_EQ(ParseAnswersFormat("wide-workers"), AnswersFormat::kWideWorkers);
  EXPECT_EQ(ParseAnswersFormat("pairs"), AnswersFormat::kPairs);
  EXPECT_EQ(ParseAnswersFormat("triples"), AnswersFormat::kTriples);
  EXPECT_EQ(ParseAnswersFormat("crowd-kit"), AnswersFormat::kCrowdKit);
  EXPECT_EQ(ErrorOf([] { ParseAnswersFormat("json"); }),
            "no format 'json'; nearest is 'jsonl' (formats: " + JoinNames(AnswersFormatNames()) + ")");
}

TEST(RecogniseFormat, ByContent) {
  EXPECT_EQ(RecogniseFormat(" \n\t{\"worker\":1}", "a"), AnswersFormat::kJsonLines);
  EXPECT_EQ(RecogniseFormat("[1]", "a"), AnswersFormat::kJsonLines);
  EXPECT_EQ(RecogniseFormat("worker,item,group\n{,x,1\n", "a"), AnswersFormat::kTable);
  EXPECT_EQ(RecogniseFormat("x\tINPUT:images\n", "a"), AnswersFormat::kToloka);
  EXPECT_EQ(RecogniseFormat("\"ASSIGNMENT:worker_id\",\"OUTPUT:answer\"\n", "a"), AnswersFormat::kToloka);
  EXPECT_EQ(RecogniseFormat("sep=;\rtask,1;worker;task;label\r", "a"), AnswersFormat::kCrowdKit);
  EXPECT_EQ(RecogniseFormat(",ann,bob\nx,1,1\n", "a"), AnswersFormat::kTable) << "no name says what it is";
  EXPECT_EQ(RecogniseFormat("worker,item\nINPUT:images,x\n", "a"), AnswersFormat::kTable)
      << "not in the header";
  EXPECT_EQ(RecogniseFormat("HITId,AssignmentId,WorkerId\n", "a"), AnswersFormat::kMturk);
  EXPECT_EQ(RecogniseFormat("WorkerId,Answer.groups\n", "a"), AnswersFormat::kMturk);
  EXPECT_EQ(RecogniseFormat("HITId,worker,item,group\n", "a"), AnswersFormat::kTable);
}

TEST(RecogniseFormat, AnArrayOfTasksIsLabelStudios) {
  for (const char* text : {"\n [ {\"id\":1,\"data\":{\"a\":[{}]},\"annotations\":[]}]", "[{\"annotator\":1}]",
                           "[{\"annotation_id\":null}]", "[{\"annotations\":[{", "[]", "[\n]\n"}) {
    EXPECT_EQ(RecogniseFormat(text, "a"), AnswersFormat::kLabelStudio) << text;
  }
  for (const char* text : {"[1]", "{\"annotations\":[]}", "[[{\"annotations\":[]}]]", "[",
                           "[{\"data\":{\"annotations\":[]}}]", "[{\"id\":1},{\"annotations\":[]}]"}) {
    EXPECT_EQ(RecogniseFormat(text, "a"), AnswersFormat::kJsonLines) << text;
  }
}

}  // namespace
}  // namespace crowdclust
