#include "tests/testing/test_files.h"

#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <fstream>
#include <string>

namespace crowdclust::testing {
namespace fs = std::filesystem;

ScratchFolder::ScratchFolder() {
  static std::atomic<int> made{0};
  path_ = fs::temp_directory_path() /
          ("crowdclust_test_" + std::to_string(getpid()) + "_" + std::to_string(made++));
  fs::remove_all(path_);
  fs::create_directories(path_);
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

fs::path ScratchFolder::Write(std::string_view name, std::string_view content) const {
  const fs::path path = path_ / name;
  std::ofstream(path, std::ios::binary) << content;
  return path;
}

std::optional<fs::path> RealData(std::string_view name) {
  const char* set = std::getenv("CROWDCLUST_DATA");
  const fs::path root = set != nullptr ? fs::path(set) : fs::path("..") / "shared" / "data";
  if (!fs::exists(root / name)) return std::nullopt;
  return root / name;
}

}  // namespace crowdclust::testing
