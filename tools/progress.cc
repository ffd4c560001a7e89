#include "tools/progress.h"

#include <unistd.h>

#include <array>
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
