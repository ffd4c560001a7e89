// Progress on stderr, for anything over two seconds.
#pragma once

#include <chrono>
#include <mutex>
#include <string>
#include <vector>

namespace crowdclust::tools {

// kAuto is kLine on a terminal and kNone elsewhere.
enum class ProgressStyle { kAuto, kLine, kPlain, kJson, kNone };

// "auto", "plain", "json", "none".
std::vector<std::string> ProgressNames();
ProgressStyle ParseProgress(const std::string& name);

// Shows what goes on: kLine rewrites one line, kPlain and kJson append lines. Safe to call from any thread;
// shows nothing in the first two seconds and no more often than is useful.
class Progress {
 public:
  explicit Progress(ProgressStyle style);
  ~Progress();  // clears the line
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // `text` is for people, `json` (an object) for programs.
  void Show(const std::string& text, const std::string& json);

  // What is left, from the share of the work that is done and how long it took: "12 %, about 3 min left";
  // empty where it is too early to say. Safe to call from any thread.
  std::string TimeLeft(double share);

 private:
  using Clock = std::chrono::steady_clock;
  ProgressStyle style_;
  std::mutex mutex_;
  Clock::time_point next_;
  bool line_shown_ = false;
  Clock::time_point start_ = Clock::now();
  double first_share_ = -1;  // a run that goes on begins with some of the work done
};

}  // namespace crowdclust::tools
