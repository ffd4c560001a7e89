// Saves a run's checkpoint every so often while it goes on.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <mutex>

#include "report/checkpoint_file.h"

namespace crowdclust::tools {

class CheckpointSaver {
 public:
  // Goes on from the file where there is one (see ReadCheckpoint). An empty path keeps nothing.
  CheckpointSaver(std::filesystem::path path, RunIdentity identity, double seconds);

  CheckpointScope scope() const { return {checkpoint_.get()}; }
  // Whether there was something to go on from.
  bool resumed() const { return resumed_; }

  // Saves when `seconds` have passed since the last time. Safe to call from any thread.
  void SaveIfDue();
  void Save();
  // The run has ended well: the file is not needed any more.
  void Remove();

 private:
  using Clock = std::chrono::steady_clock;
  std::filesystem::path path_;
  RunIdentity identity_;
  Clock::duration pause_;
  std::unique_ptr<Checkpoint> checkpoint_;  // none without a path
  bool resumed_ = false;
  std::mutex mutex_;
  Clock::time_point next_;
};

}  // namespace crowdclust::tools
