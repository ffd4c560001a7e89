// --out, the same for every command that writes.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace crowdclust::tools {

// Adds --out, which must be given and not be empty. `out` is a text or a path and must outlive the command.
template <typename Path>
CLI::Option* AddOutFlag(CLI::App* command, Path* out, const std::string& help) {
  const auto named = [](const std::string& path) -> std::string {
    return path.empty() ? "an empty name; say where to write" : "";
  };
  return command->add_option("--out", *out, help)->required()->check(named);
}

}  // namespace crowdclust::tools
