// --config FILE: any flag of a command as a field of a JSON object.
#pragma once

#include <CLI/CLI.hpp>
#include <stdexcept>

namespace crowdclust::tools {

// A configuration file that cannot be used: exit code 2.
class ConfigError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Adds --config FILE to a command, after all its flags. {"max_sweeps": 200} is --max-sweeps 200; a flag on the command line wins
// over the file. Throws ConfigError for a file that cannot be read, invalid JSON, values that are no text,
// number, true or false, and unknown fields, with the nearest known one named.
void AddConfigFlag(CLI::App* command);

}  // namespace crowdclust::tools
