// A text of answers, as readers are given it.
#pragma once

#include <string>
#include <string_view>

#include "base/text_passed.h"

namespace crowdclust {

// The columns that a long table has other names for; empty where it has the usual one.
struct ColumnMap {
  std::string worker = {}, item = {}, group = {}, hit = {}, assignment = {}, seconds = {}, status = {},
              golden = {};
};

enum class RowsStand { kAnywhere, kTogether };

struct AnswersText {
  std::string_view text;   // has passed CheckText, and outlives the reading
  std::string place;       // for messages
  TextPassed passed = {};  // where there is one, told how far the text has been read
  ColumnMap columns = {};
  // Of one assignment, in a table. Where they stand together nothing need be held of what is past.
  RowsStand rows = RowsStand::kAnywhere;
};

}  // namespace crowdclust
