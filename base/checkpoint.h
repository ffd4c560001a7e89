// What a long run has done so far, so that it can go on after it was killed.
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace crowdclust {

// Pieces of work by name, each with its bytes. Equal names are
// the same piece of the same run, whatever the number of threads. Safe to call from any thread.
class Checkpoint {
 public:
  Checkpoint() = default;
  // From what Bytes gave. Throws InputError where they are none.
  explicit Checkpoint(std::string_view bytes);

  std::optional<std::string> Find(const std::string& name) const;
  // Replaces what was kept under the name.
  void Keep(const std::string& name, std::string bytes);
  void Drop(const std::string& name);

  std::string Bytes() const;

 private:
  mutable std::mutex mutex_;
  std::map<std::string, std::string> kept_;
};

// The part of a checkpoint that belongs to one part of a run. Without a checkpoint nothing is found or kept.
struct CheckpointScope {
  Checkpoint* checkpoint = nullptr;
  std::string path = {};

  CheckpointScope Under(const std::string& name) const { return {checkpoint, path + name + "/"}; }
  bool Keeps() const { return checkpoint != nullptr; }
  std::optional<std::string> Find(const std::string& name) const {
    return Keeps() ? checkpoint->Find(path + name) : std::nullopt;
  }
  void Keep(const std::string& name, std::string bytes) const {
    if (Keeps()) checkpoint->Keep(path + name, std::move(bytes));
  }
  void Drop(const std::string& name) const {
    if (Keeps()) checkpoint->Drop(path + name);
  }
};

}  // namespace crowdclust
