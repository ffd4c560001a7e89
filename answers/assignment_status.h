// Which assignments count. Shared by the readers of groupings and of intruder answers.
#pragma once

#include <string>
#include <string_view>

namespace crowdclust {

// True for ACCEPTED, APPROVED and SUBMITTED in any letter case, and for an empty status (the file says none).
// All others (REJECTED, SKIPPED, EXPIRED, ACTIVE, …) are left out and counted in Intake::by_status.
bool CountsAsAnswer(std::string_view status);

// The status in capitals, as Intake::by_status counts it.
std::string StatusName(std::string_view status);

}  // namespace crowdclust
