// Files for tests: scratch folders, and the answers of real people where they are at hand.
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

namespace crowdclust::testing {

// A folder of its own, empty at the start and removed at the end.
class ScratchFolder {
 public:
  ScratchFolder();
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  // Writes a file in the folder and returns its path.
  std::filesystem::path Write(std::string_view name, std::string_view content) const;

 private:
  std::filesystem::path path_;
};

// `name` below CROWDCLUST_DATA, or else below ../shared/data of the source tree; none where it is missing.
std::optional<std::filesystem::path> RealData(std::string_view name);

}  // namespace crowdclust::testing

// Skips the test, saying so, where the data set is missing.
#define CROWDCLUST_NEEDS_DATA(variable, name)                                        \
  const auto variable##_found = crowdclust::testing::RealData(name);                 \
  if (!variable##_found) GTEST_SKIP() << "no " << (name) << "; set CROWDCLUST_DATA"; \
  const std::filesystem::path& variable = *variable##_found
