// Fields of Label Studio's objects, of which most may be missing or null.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace crowdclust {

// The field's value; null where the object has none or it is `null`.
const nlohmann::json* FilledField(const nlohmann::json& object, std::string_view field);

// In what follows `where` names the object in messages: "a.json:17: task 3".

// An id, which Label Studio numbers: a string as it is, a whole number as text; "" where there is none.
// Throws InputError for the rest.
std::string LabelStudioId(const nlohmann::json& object, std::string_view field, const std::string& where);

// Who annotated: an id, or an object of which `email` counts, else `id`; "" where there is none. Throws
// InputError for the rest.
std::string LabelStudioWorker(const nlohmann::json& object, std::string_view field, const std::string& where);

// True or false, false where there is none. Throws InputError for the rest.
bool LabelStudioFlag(const nlohmann::json& object, std::string_view field, const std::string& where);

// `golden`, as people write it into the data of a task: true, or a text or number for which SaysGolden.
// Throws InputError for arrays and objects.
bool LabelStudioGolden(const nlohmann::json& data, const std::string& where);

// `lead_time`: 0 or more, NaN where there is none. Throws InputError for the rest.
double LabelStudioSeconds(const nlohmann::json& object, const std::string& where);

}  // namespace crowdclust
