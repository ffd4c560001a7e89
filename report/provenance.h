// What it takes to repeat a run.
#pragma once

#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <vector>

namespace crowdclust {

// {"version", "command": ["crowdclust", …], "inputs": [{"path", "bytes", "sha256"}, …]}. Throws InputError
// where an input cannot be read.
nlohmann::ordered_json Provenance(const std::string& version, std::span<const std::string> command,
                                  std::span<const std::filesystem::path> inputs);

}  // namespace crowdclust
