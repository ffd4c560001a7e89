#include "report/curve_svg.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

#include "base/escape_markup.h"
#include "base/grouped_digits.h"
#include "report/svg_shapes.h"

namespace crowdclust {
namespace {

constexpr double kWidth = 900, kHeight = 560;
constexpr double kLeft = 76, kRight = 740, kTop = 92, kBottom = 496;  // of the frame
constexpr int kMostTicks = 10;

// Okabe and Ito's palette, which people of any colour vision tell apart.
constexpr std::array<const char*, 8> kColours = {"#0072B2", "#D55E00", "#009E73", "#CC79A7",
                                                 "#56B4E9", "#E69F00", "#555555", "#000000"};
// Outlines of markers about (0, 0).
constexpr std::array<const char*, 8> kMarkers = {
    "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z",
    "M-3.6 -3.6h7.2v7.2h-7.2z",
    "M0 -4.8L4.6 3.4H-4.6z",
    "M0 -5.2L5.2 0L0 5.2L-5.2 0z",
    "M0 4.8L4.6 -3.4H-4.6z",
    "M-4.8 -1.6h3.2v-3.2h3.2v3.2h3.2v3.2h-3.2v3.2h-3.2v-3.2h-3.2z",
    "M-5.4 -2.2h10.8v4.4h-10.8z",
    "M-2.2 -5.4h4.4v10.8h-4.4z"};

// Where values lie on the picture.
struct Axes {
  double first_x, last_x;  // logarithms
  double low_y;

  double X(double x) const {
    return kLeft + (kRight - kLeft) * (std::log10(x) - first_x) / (last_x - first_x);
  }
  double Y(double y) const {
    return kBottom - (kBottom - kTop) * (std::clamp(y, low_y, 1.0) - low_y) / (1 - low_y);
  }
};

Axes MakeAxes(const CurvePlot& plot) {
  double least = plot.series.front().points.front().x, most = least;
  for (const CurveSeries& series : plot.series) {
    for (const CurvePoint& point : series.points) {
      least = std::min(least, point.x);
      most = std::max(most, point.x);
    }
  }
  const double first = std::log10(least), last = std::log10(most);
  const double room = std::max(0.03 * (last - first), 0.02);
  return {first - room, last + room, plot.low_y};
}

// Round numbers inside the axis, so few that their names do not touch: 1, 2 and 5 times powers of ten; of a
// short axis multiples of one of these; of a long one powers alone.
std::vector<double> TicksOf(const Axes& axes) {
  const double from = std::pow(10, axes.first_x), to = std::pow(10, axes.last_x);
  std::vector<double> ticks;
  const auto take = [&](double tick) {
    if (tick >= from * (1 - 1e-9) && tick <= to * (1 + 1e-9)) ticks.push_back(tick);
  };
  for (int power = static_cast<int>(std::floor(axes.first_x)); power <= axes.last_x; ++power) {
    for (const double digit : {1.0, 2.0, 5.0}) take(digit * std::pow(10, power));
  }
  if (ticks.size() > kMostTicks)
    std::erase_if(ticks, [](double tick) { return std::abs(std::remainder(std::log10(tick), 1)) > 1e-9; });
  if (ticks.size() >= 4) return ticks;
  ticks.clear();
  double step = std::pow(10, std::floor(std::log10(to - from)));
  if ((to - from) / step < 3) step /= to - from < 1.5 * step ? 5 : 2;
  for (double tick = std::ceil(from / step) * step; tick <= to; tick += step) take(tick);
  return ticks;
}

std::string TickText(double tick) {
  constexpr double kExact = 1e15;
  return tick >= 1000 && tick < kExact ? GroupDigits(std::llround(tick)) : fmt::format("{:.12g}", tick);
}

std::string Grid(const CurvePlot& plot, const Axes& axes) {
  std::string svg;
  for (const double tick : TicksOf(axes)) {
    const double x = axes.X(tick);
    svg += SvgLine(x, kTop, x, kBottom, "stroke=\"#e4e4e4\"");
    svg += SvgText(x, kBottom + 20, "text-anchor=\"middle\"", TickText(tick));
  }
  const double step = 1 - plot.low_y > 0.6 ? 0.2 : 0.1;
  for (double tick = std::ceil(plot.low_y / step - 1e-9) * step; tick < 1 + 1e-9; tick += step) {
    const double y = axes.Y(tick);
    svg += SvgLine(kLeft, y, kRight, y, "stroke=\"#e4e4e4\"");
    svg += SvgText(kLeft - 10, y + 5, "text-anchor=\"end\"", fmt::format("{:.1f}", std::abs(tick)));
  }
  svg += SvgLine(kLeft, kBottom, kRight, kBottom, "stroke=\"#888\"");
  svg += SvgText((kLeft + kRight) / 2, kBottom + 48, "text-anchor=\"middle\"", plot.x_label);
  svg +=
      fmt::format("<text transform=\"translate(26 {:.1f}) rotate(-90)\" text-anchor=\"middle\">{}</text>\n",
                  (kTop + kBottom) / 2, EscapeMarkup(plot.y_label));
  return svg;
}

std::string Bar(const CurvePoint& point, const Axes& axes) {
  if (!std::isfinite(point.error) || point.error <= 0) return "";
  const double x = axes.X(point.x), low = axes.Y(point.y - point.error), high = axes.Y(point.y + point.error);
  return fmt::format("M{0:.1f} {1:.1f}V{2:.1f}M{3:.1f} {1:.1f}h5M{3:.1f} {2:.1f}h5", x, low, high, x - 2.5);
}

std::string Marker(std::size_t number, double x, double y) {
  return fmt::format(
      "<path d=\"{}\" transform=\"translate({:.1f} {:.1f})\" fill=\"{}\" stroke=\"white\" "
      "stroke-width=\"0.8\"/>\n",
      kMarkers[number % kMarkers.size()], x, y, kColours[number % kColours.size()]);
}

std::string Curve(const CurveSeries& series, std::size_t number, const Axes& axes) {
  std::string line, bars, markers;
  for (const CurvePoint& point : series.points) {
    const double x = axes.X(point.x), y = axes.Y(point.y);
    line += fmt::format("{}{:.1f} {:.1f}", line.empty() ? "M" : "L", x, y);
    bars += Bar(point, axes);
    markers += Marker(number, x, y);
  }
  const char* colour = kColours[number % kColours.size()];
  std::string svg =
      fmt::format("<path d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"2\"/>\n", line, colour);
  if (!bars.empty())
    svg += fmt::format("<path d=\"{}\" fill=\"none\" stroke=\"{}\" opacity=\"0.75\"/>\n", bars, colour);
  return svg + markers;
}

// Beside the frame, in the half where the rule's name is not.
std::string Legend(const CurvePlot& plot, const Axes& axes) {
  constexpr double kX = kRight + 26, kMiddle = (kTop + kBottom) / 2, kMostStep = 24;
  const double step = std::min(kMostStep, (kBottom - kMiddle) / static_cast<double>(plot.series.size() + 1));
  const bool below = !plot.rule_name.empty() && axes.Y(plot.rule_y) < kMiddle;
  double y = (below ? kMiddle : kTop) + step / 2;
  std::string svg = SvgText(kX, y, "font-weight=\"600\"", plot.legend_title);
  for (std::size_t s = 0; s < plot.series.size(); ++s) {
    y += step;
    svg += SvgLine(kX, y - 5, kX + 26, y - 5,
                   fmt::format("stroke=\"{}\" stroke-width=\"2\"", kColours[s % kColours.size()]));
    svg += Marker(s, kX + 13, y - 5) + SvgText(kX + 36, y, "", plot.series[s].name);
  }
  return svg;
}

std::string Rule(const CurvePlot& plot, const Axes& axes) {
  if (plot.rule_name.empty()) return "";
  const double y = axes.Y(plot.rule_y);
  return SvgLine(kLeft, y, kRight, y, "stroke=\"#b00020\" stroke-dasharray=\"6 4\" stroke-width=\"1.5\"") +
         SvgText(kRight + 6, y + 5, "fill=\"#b00020\"", plot.rule_name);
}

// A ring with a line down to its x; what it is stands above the frame, where no curve is.
std::string Mark(const CurvePlot& plot, const Axes& axes) {
  if (plot.marked_name.empty()) return "";
  const double x = axes.X(plot.marked.x), y = axes.Y(plot.marked.y);
  return fmt::format(
             "<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"9.5\" fill=\"none\" stroke=\"#111\" "
             "stroke-width=\"2\"/>\n",
             x, y) +
         SvgLine(x, y + 9.5, x, kBottom, "stroke=\"#111\" stroke-dasharray=\"2 4\"") +
         fmt::format(
             "<circle cx=\"{0:.1f}\" cy=\"{1:.1f}\" r=\"6\" fill=\"none\" stroke=\"#111\" "
             "stroke-width=\"2\"/>\n",
             kLeft + 7, kTop - 20) +
         SvgText(kLeft + 22, kTop - 15, "font-weight=\"600\"", plot.marked_name);
}

}  // namespace

std::string CurveSvg(const CurvePlot& plot) {
  const Axes axes = MakeAxes(plot);
  std::string svg = SvgStart(kWidth, kHeight, plot.title);
  svg += SvgText(kLeft, 30, "font-size=\"19\" font-weight=\"600\"", plot.title);
  svg += SvgText(kLeft, 50, "fill=\"#555\"", plot.subtitle);
  svg += Grid(plot, axes) + Rule(plot, axes);
  for (std::size_t s = 0; s < plot.series.size(); ++s) svg += Curve(plot.series[s], s, axes);
  return svg + Mark(plot, axes) + Legend(plot, axes) + "</svg>\n";
}

}  // namespace crowdclust
