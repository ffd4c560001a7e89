// Which cell of a table, for messages.
#pragma once

#include <string>
#include <string_view>

namespace crowdclust {

// "answers.tsv:17: OUTPUT:result …".
struct CellPlace {
  const std::string& place;
  long long line;
  std::string_view column;
};

}  // namespace crowdclust
