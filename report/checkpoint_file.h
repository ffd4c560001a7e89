// A checkpoint on disk, with what must be alike for a run to go on from it.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/checkpoint.h"

namespace crowdclust {

// What decides a run's result, by name: version, kernels, inputs, options. In order.
using RunIdentity = std::vector<std::pair<std::string, std::string>>;

// Writes beside the file and renames. Throws OutputError where it cannot.
void WriteCheckpoint(const std::filesystem::path& path, const RunIdentity& identity,
                     const Checkpoint& checkpoint);

// The checkpoint in the file; an empty one where there is no file. Throws InputError for a file that is none
// or is damaged, and where it is of another run: naming the first thing that differs, with both values.
std::unique_ptr<Checkpoint> ReadCheckpoint(const std::filesystem::path& path, const RunIdentity& identity);

}  // namespace crowdclust
