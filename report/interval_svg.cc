#include "report/interval_svg.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/escape_markup.h"

namespace crowdclust {
namespace {

constexpr double kWidth = 900, kLeft = 220, kRight = 720, kTop = 84, kRow = 26;
constexpr std::size_t kLongestName = 26;  // characters

double X(double share) { return kLeft + (kRight - kLeft) * std::clamp(share, 0.0, 1.0); }

std::string Text(double x, double y, const char* attributes, const std::string& text) {
  return fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" {}>{}</text>\n", x, y, attributes, EscapeMarkup(text));
}

std::string Line(double x1, double y1, double x2, double y2, const char* attributes) {
  return fmt::format("<path d=\"M{:.1f} {:.1f}L{:.1f} {:.1f}\" {}/>\n", x1, y1, x2, y2, attributes);
}

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
  const double first = rows.front().chance;
  const bool one = std::ranges::all_of(rows, [&](const IntervalRow& row) {
    return std::isnan(row.chance) || std::abs(row.chance - first) < 1e-12;
  });
  return one ? first : std::nan("");
}

std::string Grid(const IntervalPlot& plot, double bottom) {
  std::string svg;
  for (int tick = 0; tick <= 10; tick += 2) {
    const double x = X(tick / 10.0);
    svg += Line(x, kTop, x, bottom, "stroke=\"#e4e4e4\"");
    svg += Text(x, bottom + 20, "text-anchor=\"middle\"", fmt::format("{:.1f}", tick / 10.0));
  }
  return svg + Text((kLeft + kRight) / 2, bottom + 44, "text-anchor=\"middle\"", plot.axis);
}

std::string RowMarks(const IntervalRow& row, double y, bool own_chance) {
  const char* weight = row.is_total ? "text-anchor=\"end\" font-weight=\"600\"" : "text-anchor=\"end\"";
  std::string svg = Text(kLeft - 14, y + 5, weight, Shortened(row.name));
  svg += Text(kRight + 14, y + 5, "fill=\"#555\"", row.note);
  if (own_chance && !std::isnan(row.chance)) {
    const double x = X(row.chance);
    svg += Line(x, y - 9, x, y + 9, "stroke=\"#b00020\" stroke-width=\"1.5\" stroke-dasharray=\"3 2\"");
  }
  if (std::isnan(row.share)) return svg;
  const char* line =
      row.is_total ? "stroke=\"#0072B2\" stroke-width=\"4\"" : "stroke=\"#0072B2\" stroke-width=\"2\"";
  svg += Line(X(row.low), y, X(row.high), y, line);
  for (const double end : {row.low, row.high}) svg += Line(X(end), y - 4, X(end), y + 4, line);
  return svg +
         fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{}\" fill=\"#0072B2\" stroke=\"white\"/>\n",
                     X(row.share), y, row.is_total ? 6 : 4.5);
}

}  // namespace

std::string IntervalSvg(const IntervalPlot& plot) {
  const double bottom = kTop + kRow * static_cast<double>(plot.rows.size()) + 6;
  std::string svg = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0:.0f} {1:.0f}\" width=\"{0:.0f}\" "
      "height=\"{1:.0f}\" font-family=\"system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif\" "
      "font-size=\"14\" fill=\"#222\" role=\"img\">\n<title>{2}</title>\n"
      "<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n",
      kWidth, bottom + 62, EscapeMarkup(plot.title));
  svg += Text(24, 30, "font-size=\"19\" font-weight=\"600\"", plot.title);
  svg += Text(24, 52, "fill=\"#555\"", plot.subtitle);
  svg += Grid(plot, bottom);
  const double chance = plot.rows.empty() ? std::nan("") : CommonChance(plot.rows);
  if (!std::isnan(chance)) {
    const double x = X(chance);
    svg += Line(x, kTop, x, bottom, "stroke=\"#b00020\" stroke-dasharray=\"6 4\" stroke-width=\"1.5\"");
    svg += Text(x, kTop - 6, "fill=\"#b00020\" text-anchor=\"middle\"", "chance");
  }
  double y = kTop + kRow / 2 + 3;
  for (const IntervalRow& row : plot.rows) {
    svg += RowMarks(row, y, std::isnan(chance));
    y += kRow;
  }
  return svg + "</svg>\n";
}

}  // namespace crowdclust
