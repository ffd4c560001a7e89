// Tables for people to read.
#pragma once

#include <string>
#include <vector>

namespace crowdclust::tools {

// The rows as lines, columns two blanks apart, the first aligned left and the others right. Widths are
// counted in characters of UTF-8. All rows have as many cells as the first; there is at least one.
std::string AlignColumns(const std::vector<std::vector<std::string>>& rows);

// "what                 1,234": a line of a summary, the value aligned right.
std::string FigureLine(const std::string& what, const std::string& value);

}  // namespace crowdclust::tools
