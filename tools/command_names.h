// Which command the arguments name.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace crowdclust::tools {

// The command that the arguments name, however deep; `app` itself where they name none.
const CLI::App* CommandOf(const CLI::App& app, const std::vector<std::string>& arguments);

// Throws UsageError for a command or a flag that does not exist, with the nearest that does.
void RefuseUnknownNames(const CLI::App& app, const std::vector<std::string>& arguments);

}  // namespace crowdclust::tools
