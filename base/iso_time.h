// Points in time as platforms write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace crowdclust {

// Seconds since 1970 of "2024-03-01T10:20:30", "2024-03-01 10:20:30.250" or the same with "Z", taken as UTC;
// none when the text is anything else, another zone too.
std::optional<double> ParseIsoTime(std::string_view text);

// The other way round, rounded to the thousandth: "2024-03-01T10:20:30.250". None before 1970 and after 9999.
std::optional<std::string> IsoTime(double seconds);

}  // namespace crowdclust
