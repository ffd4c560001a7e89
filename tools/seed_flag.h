// --seed, the same for every command.
#pragma once

#include <CLI/CLI.hpp>
#include <charconv>
#include <cstdint>
#include <string>

namespace crowdclust::tools {

// Adds --seed with its default. `seed` must outlive the command.
inline void AddSeedFlag(CLI::App* command, std::uint64_t* seed, const std::string& help) {
  const auto whole = [](const std::string& text) -> std::string {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool fits = error == std::errc() && end == text.data() + text.size();
    return fits ? "" : "'" + text + "' is no whole number of 0 to 18446744073709551615";
  };
  command->add_option("--seed", *seed, help)->check(whole)->capture_default_str();
}

}  // namespace crowdclust::tools
