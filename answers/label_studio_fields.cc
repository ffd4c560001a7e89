#include "answers/label_studio_fields.h"

#include <fmt/format.h>

#include <limits>
#include <nlohmann/json.hpp>

#include "answers/golden_text.h"
#include "base/error.h"

namespace crowdclust {
namespace {

using nlohmann::json;

constexpr double kLongestLeadTime = 1e9;

[[noreturn]] void Fail(const std::string& where, std::string_view field, const json& value,
                       std::string_view rule) {
  throw InputError(fmt::format("{}: field '{}' is {}; {}", where, field, value.dump(), rule));
}

}  // namespace

const json* FilledField(const json& object, std::string_view field) {
  const auto found = object.find(field);
  return found == object.end() || found->is_null() ? nullptr : &*found;
}

std::string LabelStudioId(const json& object, std::string_view field, const std::string& where) {
  const json* value = FilledField(object, field);
  if (value == nullptr) return "";
  if (value->is_string()) return value->get<std::string>();
  if (value->is_number_integer()) return value->dump();
  Fail(where, field, *value, "an id is a string or a whole number");
}

std::string LabelStudioWorker(const json& object, std::string_view field, const std::string& where) {
  const json* value = FilledField(object, field);
  if (value == nullptr || !value->is_object()) return LabelStudioId(object, field, where);
  const std::string who = fmt::format("{}: field '{}'", where, field);
  const std::string email = LabelStudioId(*value, "email", who);
  return email.empty() ? LabelStudioId(*value, "id", who) : email;
}

bool LabelStudioFlag(const json& object, std::string_view field, const std::string& where) {
  const json* value = FilledField(object, field);
  if (value == nullptr) return false;
  if (!value->is_boolean()) Fail(where, field, *value, "true or false is needed");
  return value->get<bool>();
}

bool LabelStudioGolden(const json& data, const std::string& where) {
  const json* value = FilledField(data, "golden");
  if (value == nullptr) return false;
  if (value->is_string()) return SaysGolden(value->get_ref<const std::string&>());
  if (value->is_structured()) Fail(where, "golden", *value, "true or false is needed");
  return SaysGolden(value->dump());
}

double LabelStudioSeconds(const json& object, const std::string& where) {
  const json* value = FilledField(object, "lead_time");
  if (value == nullptr) return std::numeric_limits<double>::quiet_NaN();
  const bool in_range = value->is_number() && *value >= 0.0 && *value <= kLongestLeadTime;
  if (!in_range) Fail(where, "lead_time", *value, "seconds are a number from 0 to 1000000000");
  return value->get<double>();
}

}  // namespace crowdclust
