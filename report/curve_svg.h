// Curves with error bars as a picture.
#pragma once

#include <string>
#include <vector>

namespace crowdclust {

struct CurvePoint {
  double x = 0;  // above 0
  double y = 0;
  double error = 0;  // half the length of its bar; 0 or not finite draws none
};

struct CurveSeries {
  std::string name;
  std::vector<CurvePoint> points;  // by x, at least one
};

struct CurvePlot {
  std::string title{};
  std::string subtitle{};  // may be empty
  std::string x_label{};
  std::string y_label{};
  std::string legend_title{};
  std::vector<CurveSeries> series{};  // at least one
  double low_y = 0;                   // the axis from here to 1
  double rule_y = 0;                  // a horizontal rule
  std::string rule_name{};            // beside it; empty: no rule
  CurvePoint marked = {};             // a point with a ring
  std::string marked_name{};          // beside it; empty: none
};

// An SVG of 900 x 560 with a logarithmic x axis. Each of the first eight series has a colour and a marker of
// its own, told apart without colour vision too; then they repeat. Texts may hold any characters. Equal plot,
// equal bytes.
std::string CurveSvg(const CurvePlot& plot);

}  // namespace crowdclust
