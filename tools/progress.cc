#include "tools/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cmath>
#include <iostream>
#include <utility>

namespace crowdclust::tools {
namespace {

const std::array<std::pair<const char*, ProgressStyle>, 4> kStyles = {{{"auto", ProgressStyle::kAuto},
                                                                       {"plain", ProgressStyle::kPlain},
                                                                       {"json", ProgressStyle::kJson},
                                                                       {"none", ProgressStyle::kNone}}};

std::chrono::milliseconds Pause(ProgressStyle style) {
  return std::chrono::milliseconds(style == ProgressStyle::kLine ? 200 : 2000);
}

}  // namespace

std::vector<std::string> ProgressNames() {
  std::vector<std::string> names;
  for (const auto& [name, style] : kStyles) names.emplace_back(name);
  return names;
}

ProgressStyle ParseProgress(const std::string& name) {
  for (const auto& [known, style] : kStyles) {
    if (name == known) return style;
  }
  return ProgressStyle::kAuto;
}

Progress::Progress(ProgressStyle style) : style_(style), next_(Clock::now() + std::chrono::seconds(2)) {
  if (style_ == ProgressStyle::kAuto)
    style_ = isatty(STDERR_FILENO) ? ProgressStyle::kLine : ProgressStyle::kNone;
}

Progress::~Progress() {
  if (line_shown_) std::cerr << "\r\x1b[K" << std::flush;
}

std::string Progress::TimeLeft(double share) {
  const std::lock_guard lock(mutex_);
  if (first_share_ < 0) first_share_ = share;
  const double done = share - first_share_;
  const double seconds = std::chrono::duration<double>(Clock::now() - start_).count();
  if (done < 0.005 || seconds < 1) return "";
  const double left = seconds * (1 - share) / done;
  const std::string time = left < 90     ? fmt::format("{:.0f} s", std::ceil(left))
                           : left < 5400 ? fmt::format("{:.0f} min", left / 60)
                                         : fmt::format("{:.1f} h", left / 3600);
  return fmt::format("{:.0f} %, about {} left", 100 * share, time);
}

void Progress::Show(const std::string& text, const std::string& json) {
  if (style_ == ProgressStyle::kNone) return;
  const std::lock_guard lock(mutex_);
  const Clock::time_point now = Clock::now();
  if (now < next_) return;
  next_ = now + Pause(style_);
  if (style_ == ProgressStyle::kLine) {
    std::cerr << '\r' << text << "\x1b[K" << std::flush;
    line_shown_ = true;
  } else {
    std::cerr << (style_ == ProgressStyle::kJson ? json : text) << '\n' << std::flush;
  }
}

}  // namespace crowdclust::tools
