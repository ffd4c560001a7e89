#include "report/interval_svg.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "report/svg_shapes.h"

namespace crowdclust {
namespace {

constexpr double kPlotWidth = 900, kPlotLeft = 220, kPlotRight = 720, kPlotTop = 84, kRow = 26;
constexpr std::size_t kLongestName = 26;  // characters

double ShareX(double share) { return kPlotLeft + (kPlotRight - kPlotLeft) * std::clamp(share, 0.0, 1.0); }

// Whole UTF-8 characters, an ellipsis for what is cut.
std::string Shortened(const std::string& name) {
  std::size_t characters = 0;
  for (std::size_t at = 0; at < name.size(); ++at) {
    const bool begins = (static_cast<unsigned char>(name[at]) & 0xC0U) != 0x80U;
    if (begins && ++characters > kLongestName) return name.substr(0, at) + "…";
  }
  return name;
}

// The chance of all rows, or NaN where it is not one.
double CommonChance(const std::vector<IntervalRow>& rows) {
  double common = std::nan("");
  for (const IntervalRow& row : rows) {
    if (std::isnan(row.chance)) continue;
    if (std::abs(row.chance - common) > 1e-12) return std::nan("");
    common = row.chance;
  }
  return common;
}

std::string ShareGrid(const IntervalPlot& plot, double bottom) {
  std::string svg;
  for (int tick = 0; tick <= 10; tick += 2) {
    const double x = ShareX(tick / 10.0);
    svg += SvgLine(x, kPlotTop, x, bottom, "stroke=\"#e4e4e4\"");
    svg += SvgText(x, bottom + 20, "text-anchor=\"middle\"", fmt::format("{:.1f}", tick / 10.0));
  }
  return svg + SvgText((kPlotLeft + kPlotRight) / 2, bottom + 44, "text-anchor=\"middle\"", plot.axis);
}

std::string RowMarks(const IntervalRow& row, double y, bool own_chance) {
  const char* weight = row.is_total ? "text-anchor=\"end\" font-weight=\"600\"" : "text-anchor=\"end\"";
  std::string svg = SvgText(kPlotLeft - 14, y + 5, weight, Shortened(row.name));
  svg += SvgText(kPlotRight + 14, y + 5, "fill=\"#555\"", row.note);
  if (own_chance && !std::isnan(row.chance)) {
    const double x = ShareX(row.chance);
    svg += SvgLine(x, y - 9, x, y + 9, "stroke=\"#b00020\" stroke-width=\"1.5\" stroke-dasharray=\"3 2\"");
  }
  if (std::isnan(row.share)) return svg;
  const char* line =
      row.is_total ? "stroke=\"#0072B2\" stroke-width=\"4\"" : "stroke=\"#0072B2\" stroke-width=\"2\"";
  svg += SvgLine(ShareX(row.low), y, ShareX(row.high), y, line);
  for (const double end : {row.low, row.high}) svg += SvgLine(ShareX(end), y - 4, ShareX(end), y + 4, line);
  return svg +
         fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{}\" fill=\"#0072B2\" stroke=\"white\"/>\n",
                     ShareX(row.share), y, row.is_total ? 6 : 4.5);
}

}  // namespace

std::string IntervalSvg(const IntervalPlot& plot) {
  const double bottom = kPlotTop + kRow * static_cast<double>(plot.rows.size()) + 6;
  std::string svg = SvgStart(kPlotWidth, bottom + 62, plot.title);
  svg += SvgText(24, 30, "font-size=\"19\" font-weight=\"600\"", plot.title);
  svg += SvgText(24, 52, "fill=\"#555\"", plot.subtitle);
  svg += ShareGrid(plot, bottom);
  const double chance = CommonChance(plot.rows);
  if (!std::isnan(chance)) {
    const double x = ShareX(chance);
    svg +=
        SvgLine(x, kPlotTop, x, bottom, "stroke=\"#b00020\" stroke-dasharray=\"6 4\" stroke-width=\"1.5\"");
    svg += SvgText(x, kPlotTop - 6, "fill=\"#b00020\" text-anchor=\"middle\"", "chance");
  }
  double y = kPlotTop + kRow / 2 + 3;
  for (const IntervalRow& row : plot.rows) {
    svg += RowMarks(row, y, std::isnan(chance));
    y += kRow;
  }
  return svg + "</svg>\n";
}

}  // namespace crowdclust
