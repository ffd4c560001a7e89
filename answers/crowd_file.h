// CROWD.json: a simulated crowd as a file.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "answers/crowd.h"

namespace crowdclust {

// Reads one JSON object: the fields of CrowdDescription by their names, each with the default there, and
// `about`, a text for people. `place` is for messages. Throws InputError with the place: invalid JSON or
// UTF-8, a field that is unknown (the nearest named), of the wrong type or out of range, shares that add up
// to more than all workers.
CrowdDescription ParseCrowd(std::string_view text, const std::string& place);

// ParseCrowd on the file's text.
CrowdDescription ReadCrowd(const std::filesystem::path& path);

}  // namespace crowdclust
