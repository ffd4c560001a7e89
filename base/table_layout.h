// How a text is laid out as a table.
#pragma once

#include <cstddef>
#include <string_view>

namespace crowdclust {

struct TableLayout {
  char separator = ',';
  char line_end = '\n';      // '\n', which a return may precede; '\r' where returns alone end lines
  std::size_t begin = 0;     // of the header, which a line such as "sep=;" may precede
  long long first_line = 1;  // the header's line
};

// By the first line that is not empty, quotes respected. The separator is what a first line "sep=;" says, as
// spreadsheets write it; else tab, comma or semicolon, whichever stands most often: tab before comma before
// semicolon at a tie, comma when there is none. A return ends a line where no line feed stands outside
// quotes. Looks no further than the first line feed outside quotes.
TableLayout GuessLayout(std::string_view text);

}  // namespace crowdclust
