// --config FILE: any flag of a command as a field of a JSON object.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace crowdclust::tools {

// Adds --config FILE to a command, for its help; ExpandConfig does the work.
void AddConfigFlag(CLI::App* command);

// A command line with the flags of its configuration.
struct ExpandedArguments {
  std::vector<std::string> arguments;
  std::string config;               // the file; empty where there is none
  std::vector<std::string> fields;  // of it that became flags
};

// Replaces --config FILE in the arguments (without the program's name) by the flags that the file's fields
// stand for: {"max_sweeps": 200} is --max-sweeps=200, and a flag that may be given more than once may be an
// array. A flag on the command line wins over the file, and "about" is a comment. Throws UsageError for a
// file that cannot be read or is --out, invalid JSON, a value that is no text, number, true or false, and an
// unknown field, with the nearest known one named.
ExpandedArguments ExpandConfig(const CLI::App& app, std::vector<std::string> arguments);

// "c.json: field 'max_sweeps': " where the first flag that an error names came from the file, else nothing.
std::string PlaceInConfig(const ExpandedArguments& expanded, const std::string& error);

}  // namespace crowdclust::tools
