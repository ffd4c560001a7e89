// Strict reading of JSON objects: every field is known, of the right type and in range, or an error says
// where.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace crowdclust {

// Parses one JSON value that begins on line `first_line`. Throws InputError with place and line for invalid
// JSON, numbers beyond a double, and an object with a field twice. `part` names what `text` is of the line:
// "a.csv:7: Input.images: invalid JSON at byte 2".
nlohmann::json ParseJson(std::string_view text, const std::string& place, long long first_line = 1,
                         std::string_view part = {});

// Throws InputError "what is 1.1; ids are strings …" unless `id` is a string.
std::string IdText(const nlohmann::json& id, const std::string& what);

// Takes the fields of one object by name. What was not taken when Done() is called is an unknown field.
// Every error is an InputError "where: field 'x' …". `object` must outlive this.
class JsonFields {
 public:
  // `where` names the object in messages: "crowd.json" or "answers.jsonl:17".
  JsonFields(const nlohmann::json& object, std::string where);

  bool Has(std::string_view field) const;
  std::string Text(std::string_view field);
  std::string Text(std::string_view field, const std::string& otherwise);
  // A string; a number is refused with the reason: ids are compared letter by letter. The second form is for
  // a field that may be missing.
  std::string Id(std::string_view field);
  std::string Id(std::string_view field, const std::string& otherwise);
  double Number(std::string_view field, double otherwise, double low, double high);
  int Integer(std::string_view field, int otherwise, int low, int high);
  bool Flag(std::string_view field, bool otherwise);
  const nlohmann::json& Array(std::string_view field);

  // Throws when the object holds a field that neither was asked for nor is among `more`; names the nearest
  // one that could be.
  void Done(const std::vector<std::string>& more = {}) const;

 private:
  const nlohmann::json* Take(std::string_view field);
  [[noreturn]] void Fail(std::string_view field, const std::string& rule) const;

  const nlohmann::json& object_;
  std::string where_;
  std::vector<std::string> known_;
};

}  // namespace crowdclust
