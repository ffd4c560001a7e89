// Flags that stand or fall by others: --design and --to.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "hits/design.h"

namespace crowdclust::tools {

// Throws UsageError where `flag` was given, on the command line or by --config, and does not apply. `of` are
// the flags that it takes.
void RefuseUnless(bool applies, const CLI::App& command, const std::string& flag, const std::string& of);

// The flags that `hits` and `plan` share. Throws UsageError for --carried and --hits-per-item that are not of
// this design, and for the design kernel where --carried is not less than --per-hit.
void CheckDesignFlags(const CLI::App& command, const std::string& design_name, const DesignOptions& options);

}  // namespace crowdclust::tools
