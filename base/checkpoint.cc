#include "base/checkpoint.h"

#include <cstdint>
#include <utility>

#include "base/byte_stream.h"

namespace crowdclust {

Checkpoint::Checkpoint(std::string_view bytes) {
  ByteReader reader(bytes);
  for (auto left = reader.Number<std::uint64_t>(); left > 0; --left) {
    std::string name = reader.Text();
    kept_[std::move(name)] = reader.Text();
  }
}

std::optional<std::string> Checkpoint::Find(const std::string& name) const {
  const std::lock_guard lock(mutex_);
  const auto found = kept_.find(name);
  if (found == kept_.end()) return std::nullopt;
  return found->second;
}

void Checkpoint::Keep(const std::string& name, std::string bytes) {
  const std::lock_guard lock(mutex_);
  kept_[name] = std::move(bytes);
}

void Checkpoint::Drop(const std::string& name) {
  const std::lock_guard lock(mutex_);
  kept_.erase(name);
}

std::string Checkpoint::Bytes() const {
  const std::lock_guard lock(mutex_);
  ByteWriter writer;
  writer.Number<std::uint64_t>(kept_.size());
  for (const auto& [name, bytes] : kept_) {
    writer.Text(name);
    writer.Text(bytes);
  }
  return writer.Take();
}

}  // namespace crowdclust
