// What it takes to repeat a run.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>

#include "base/input_file.h"

namespace crowdclust {

// {"version", "command": ["crowdclust", …], "inputs": [{"path", "bytes", "sha256"}, …]}. Throws InputError
// where an input cannot be read.
nlohmann::ordered_json Provenance(const std::string& version, std::span<const std::string> command,
                                  std::span<const FileMark> inputs);

}  // namespace crowdclust
