// Shares with intervals as a picture.
#pragma once

#include <string>
#include <vector>

namespace crowdclust {

// All numbers from 0 to 1.
struct IntervalRow {
  std::string name;
  double share = 0;  // NaN: nothing is known
  double low = 0;
  double high = 1;
  double chance = 0;      // a tick on the row; NaN draws none
  std::string note{};     // at the right edge: "40 of 52"
  bool is_total = false;  // set apart and drawn bold
};

struct IntervalPlot {
  std::string title{};
  std::string subtitle{};           // may be empty
  std::string axis{};               // what the axis measures
  std::vector<IntervalRow> rows{};  // from the top
};

// An SVG, 900 wide and 26 a row. Where all rows have one chance it is one line across, with its name. Texts
// may hold any characters; long names are cut. Equal plot, equal bytes.
std::string IntervalSvg(const IntervalPlot& plot);

}  // namespace crowdclust
