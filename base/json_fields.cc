#include "base/json_fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "base/error.h"
#include "base/nearest_name.h"

namespace crowdclust {

using nlohmann::json;

namespace {

// Refuses an object with one field twice, of which the parser would keep the last only.
class FieldsOnce {
 public:
  bool operator()(int, json::parse_event_t event, json& parsed) {
    if (event == json::parse_event_t::object_start) open_.emplace_back();
    if (event == json::parse_event_t::object_end) open_.pop_back();
    if (event == json::parse_event_t::key) {
      const auto& name = parsed.get_ref<const std::string&>();
      if (std::ranges::find(open_.back(), name) != open_.back().end()) doubled_ = name;
      open_.back().push_back(name);
    }
    return true;
  }
  const std::optional<std::string>& doubled() const { return doubled_; }

 private:
  std::vector<std::vector<std::string>> open_;
  std::optional<std::string> doubled_;
};

}  // namespace

json ParseJson(std::string_view text, const std::string& place, long long first_line, std::string_view part) {
  FieldsOnce once;
  json value;
  const auto fail = [&](long long line, const std::string& what) {
    throw InputError(place, line, part.empty() ? what : fmt::format("{}: {}", part, what));
  };
  try {
    value = json::parse(text, std::ref(once));
  } catch (const json::parse_error& error) {
    const std::size_t end = std::min(error.byte, text.size());
    const long long line =
        first_line + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(end), '\n');
    fail(line, fmt::format("invalid JSON at byte {}; check quotes, commas and brackets", error.byte));
  } catch (const json::out_of_range&) {
    fail(first_line, "JSON with a number too large for any machine; write a smaller one");
  }
  if (once.doubled()) {
    fail(first_line, fmt::format("field '{}' stands twice in one object", *once.doubled()));
  }
  return value;
}

std::string IdText(const json& id, const std::string& what) {
  if (id.is_string()) return id.get<std::string>();
  throw InputError(
      fmt::format("{} is {}; ids are strings in quotes, since 1.1 is not 1.10", what, id.dump()));
}

JsonFields::JsonFields(const json& object, std::string where) : object_(object), where_(std::move(where)) {
  if (!object_.is_object()) {
    throw InputError(fmt::format("{}: an object {{…}} is needed, not {}", where_, object_.type_name()));
  }
}

bool JsonFields::Has(std::string_view field) const { return object_.contains(field); }

const json* JsonFields::Take(std::string_view field) {
  known_.emplace_back(field);
  const auto found = object_.find(field);
  return found == object_.end() ? nullptr : &*found;
}

void JsonFields::Fail(std::string_view field, const std::string& rule) const {
  throw InputError(fmt::format("{}: field '{}' {}", where_, field, rule));
}

std::string JsonFields::Text(std::string_view field) {
  const json* value = Take(field);
  if (value == nullptr) {
    std::vector<std::string> present;
    for (const auto& [key, ignored] : object_.items()) present.push_back(key);
    Fail(field, fmt::format("is missing; the fields here are {}", JoinNames(present)));
  }
  if (!value->is_string()) Fail(field, fmt::format("must be a string, not {}", value->dump()));
  return value->get<std::string>();
}

std::string JsonFields::Text(std::string_view field, const std::string& otherwise) {
  if (Has(field)) return Text(field);
  known_.emplace_back(field);
  return otherwise;
}

std::string JsonFields::Id(std::string_view field) {
  if (Has(field)) IdText(object_[field], fmt::format("{}: field '{}'", where_, field));
  return Text(field);
}

std::string JsonFields::Id(std::string_view field, const std::string& otherwise) {
  return Has(field) ? Id(field) : Text(field, otherwise);
}

double JsonFields::Number(std::string_view field, double otherwise, double low, double high) {
  const json* value = Take(field);
  if (value == nullptr) return otherwise;
  if (!value->is_number()) Fail(field, fmt::format("must be a number, not {}", value->dump()));
  const double number = value->get<double>();
  if (!(number >= low && number <= high))
    Fail(field, fmt::format("is {}; must be in {} to {}", number, low, high));
  return number;
}

int JsonFields::Integer(std::string_view field, int otherwise, int low, int high) {
  const double number = Number(field, otherwise, low, high);
  if (number != std::floor(number)) Fail(field, fmt::format("is {}; must be a whole number", number));
  return static_cast<int>(number);
}

bool JsonFields::Flag(std::string_view field, bool otherwise) {
  const json* value = Take(field);
  if (value == nullptr) return otherwise;
  if (!value->is_boolean()) Fail(field, fmt::format("must be true or false, not {}", value->dump()));
  return value->get<bool>();
}

const json& JsonFields::Array(std::string_view field) {
  const json* value = Take(field);
  if (value == nullptr) Fail(field, "is missing; an array is needed");
  if (!value->is_array()) Fail(field, fmt::format("must be an array, not {}", value->type_name()));
  return *value;
}

void JsonFields::Done(const std::vector<std::string>& more) const {
  std::vector<std::string> known = known_;
  known.insert(known.end(), more.begin(), more.end());
  for (const auto& [key, ignored] : object_.items()) {
    if (std::ranges::find(known, key) != known.end()) continue;
    Fail(key,
         fmt::format("is unknown; nearest is '{}' (known: {})", NearestName(key, known), JoinNames(known)));
  }
}

}  // namespace crowdclust
