#include "answers/crowd_kit.h"

#include "answers/long_table.h"
#include "base/delimited_text.h"

namespace crowdclust {

void ReadCrowdKit(const AnswersText& text, const AssignmentSink& sink) {
  const TableReader table(text.text, text.place);
  const bool older = table.Find("worker") < 0 && table.Find("performer") >= 0;
  AnswersText named = text;
  named.columns = {.worker = older ? "performer" : "worker", .item = "task", .group = "label"};
  ReadLongTable(named, sink);
}

}  // namespace crowdclust
