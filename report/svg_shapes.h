// Parts of pictures.
#pragma once

#include <string>

namespace crowdclust {

// <text> with its foot at (x, y); the attributes are markup, the text may hold any characters.
std::string SvgText(double x, double y, const char* attributes, const std::string& text);

// A <path> from (x1, y1) to (x2, y2).
std::string SvgLine(double x1, double y1, double x2, double y2, const std::string& attributes);

// The opening tag, the title that readers of screens say, and a white ground.
std::string SvgStart(double width, double height, const std::string& title);

}  // namespace crowdclust
