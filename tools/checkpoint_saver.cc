#include "tools/checkpoint_saver.h"

#include <system_error>
#include <utility>

namespace crowdclust::tools {

CheckpointSaver::CheckpointSaver(std::filesystem::path path, RunIdentity identity, double seconds)
    : path_(std::move(path)),
      identity_(std::move(identity)),
      pause_(std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds))),
      next_(Clock::now() + pause_) {
  if (path_.empty()) return;
  checkpoint_ = ReadCheckpoint(path_, identity_);
  std::error_code error;
  resumed_ = std::filesystem::exists(path_, error);
}

void CheckpointSaver::SaveIfDue() {
  if (!checkpoint_) return;
  const std::unique_lock lock(mutex_, std::try_to_lock);  // one thread saves while the others go on
  if (!lock || Clock::now() < next_) return;
  WriteCheckpoint(path_, identity_, *checkpoint_);
  next_ = Clock::now() + pause_;
}

void CheckpointSaver::Save() {
  if (!checkpoint_) return;
  const std::lock_guard lock(mutex_);
  WriteCheckpoint(path_, identity_, *checkpoint_);
}

void CheckpointSaver::Remove() {
  std::error_code error;
  if (checkpoint_) std::filesystem::remove(path_, error);
}

}  // namespace crowdclust::tools
