// --seed, the same for every command.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <string>

namespace crowdclust::tools {

// Adds --seed with its default. `seed` must outlive the command.
inline void AddSeedFlag(CLI::App* command, std::uint64_t* seed, const std::string& help) {
  const auto whole = [](const std::string& text) -> std::string {
    const bool digits = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
    return digits ? "" : "'" + text + "' is no whole number from 0";
  };
  command->add_option("--seed", *seed, help)->check(whole)->capture_default_str();
}

}  // namespace crowdclust::tools
