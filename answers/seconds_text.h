// Seconds in a cell of a table. Shared by the tables of groupings and of intruder answers.
#pragma once

#include <string>
#include <string_view>

namespace crowdclust {

// The seconds that the cell says, NaN where it is empty. Throws InputError for what is no number from 0 up.
double ParseSeconds(std::string_view cell, const std::string& place, long long line);

// The shortest cell that is read as these seconds; empty for NaN.
std::string SecondsText(double seconds);

}  // namespace crowdclust
