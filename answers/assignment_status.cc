#include "answers/assignment_status.h"

namespace crowdclust {

std::string StatusName(std::string_view status) {
  std::string name(status);
  for (char& c : name) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return name;
}

bool CountsAsAnswer(std::string_view status) {
  const std::string name = StatusName(status);
  return name.empty() || name == "ACCEPTED" || name == "APPROVED" || name == "SUBMITTED";
}

}  // namespace crowdclust
