#include "answers/json_scan.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <utility>

namespace crowdclust {
namespace {

using nlohmann::json;

// The events of the JSON parser, all refused; each scan takes those it knows. `false` ends the parse.
struct RefusesAll {
  bool null() { return false; }
  bool boolean(bool) { return false; }
  bool number_integer(json::number_integer_t) { return false; }
  bool number_unsigned(json::number_unsigned_t) { return false; }
  bool number_float(json::number_float_t, const json::string_t&) { return false; }
  bool string(json::string_t&) { return false; }
  bool binary(json::binary_t&) { return false; }
  bool start_object(std::size_t) { return false; }
  bool key(json::string_t&) { return false; }
  bool end_object() { return false; }
  bool start_array(std::size_t) { return false; }
  bool end_array() { return false; }
  bool parse_error(std::size_t, const std::string&, const json::exception&) { return false; }
};

using Groups = std::vector<std::optional<std::string>>;

bool AddGroup(std::string text, Groups* groups) {
  if (text.empty()) {
    groups->emplace_back(std::nullopt);
  } else {
    groups->emplace_back(std::move(text));
  }
  return true;
}

class LineScan : public RefusesAll {
 public:
  explicit LineScan(JsonLineTexts* texts) : texts_(texts) {}

  bool start_object(std::size_t) { return std::exchange(field_, kNone) == kWhole; }
  bool end_object() { return true; }
  bool key(std::string& name) {
    for (std::size_t f = 0; f < kFields.size(); ++f) {
      if (kFields[f] != name) continue;
      field_ = static_cast<Field>(f);
      const unsigned bit = 1U << f;
      return (std::exchange(seen_, seen_ | bit) & bit) == 0;
    }
    return false;
  }
  bool string(std::string& text) {
    switch (field_) {
      case kHit:
        return Take(text, &texts_->hit);
      case kAssignment:
        return Take(text, &texts_->assignment);
      case kWorker:
        return Take(text, &texts_->worker);
      case kStatus:
        return Take(text, &texts_->status);
      case kItems:
        if (in_array_) texts_->items.push_back(text);
        return in_array_;
      case kGroups:
        return in_array_ && AddGroup(text, &texts_->groups);
      default:
        return false;
    }
  }
  bool null() { return field_ == kGroups && in_array_ && AddGroup("", &texts_->groups); }
  bool boolean(bool value) {
    texts_->golden = value;
    return field_ == kGolden;
  }
  bool number_unsigned(std::uint64_t number) { return Number(number); }
  bool number_integer(std::int64_t number) { return Number(number); }
  bool number_float(double number, const std::string&) {
    texts_->seconds = number;
    return field_ == kSeconds;
  }
  bool start_array(std::size_t) {
    if (in_array_) return false;
    in_array_ = true;
    if (field_ == kItems) texts_->has_items = true;
    if (field_ == kGroups) texts_->has_groups = true;
    return field_ == kItems || field_ == kGroups;
  }
  bool end_array() {
    in_array_ = false;
    return true;
  }

 private:
  enum Field { kHit, kAssignment, kWorker, kItems, kGroups, kSeconds, kStatus, kGolden, kNone, kWhole };
  static constexpr std::array<std::string_view, 8> kFields = {"hit",    "assignment", "worker", "items",
                                                              "groups", "seconds",    "status", "golden"};

  static bool Take(const std::string& text, std::string* field) {
    *field = text;
    return true;
  }
  template <typename Integer>
  bool Number(Integer number) {
    if (in_array_) return field_ == kGroups && AddGroup(std::to_string(number), &texts_->groups);
    texts_->seconds = static_cast<double>(number);
    return field_ == kSeconds;
  }

  JsonLineTexts* texts_;
  Field field_ = kWhole;
  bool in_array_ = false;
  unsigned seen_ = 0;
};

class StringsScan : public RefusesAll {
 public:
  explicit StringsScan(std::vector<std::string>* strings) : strings_(strings) {}
  bool start_array(std::size_t) { return !std::exchange(in_array_, true); }
  bool end_array() { return true; }
  bool string(std::string& text) {
    if (in_array_) strings_->push_back(text);
    return in_array_;
  }

 private:
  std::vector<std::string>* strings_;
  bool in_array_ = false;
};

class GroupObjectsScan : public RefusesAll {
 public:
  explicit GroupObjectsScan(Groups* groups) : groups_(groups) {}
  bool start_array(std::size_t) { return std::exchange(at_, kArray) == kBefore; }
  bool end_array() { return true; }
  bool start_object(std::size_t) { return std::exchange(at_, kObject) == kArray; }
  bool key(std::string& name) { return std::exchange(at_, kGroup) == kObject && name == "group"; }
  bool end_object() {
    if (at_ == kObject) AddGroup("", groups_);
    at_ = kArray;
    return true;
  }
  bool null() { return at_ == kArray ? AddGroup("", groups_) : Group(""); }
  bool string(std::string& text) { return Group(text); }
  bool number_unsigned(std::uint64_t number) { return Group(std::to_string(number)); }
  bool number_integer(std::int64_t number) { return Group(std::to_string(number)); }

 private:
  enum Place { kBefore, kArray, kObject, kGroup, kDone };

  bool Group(std::string text) {
    return std::exchange(at_, kDone) == kGroup && AddGroup(std::move(text), groups_);
  }

  Groups* groups_;
  Place at_ = kBefore;
};

// Ends the parse, well or not, with the first object of the array.
class FirstObjectScan {
 public:
  FirstObjectScan(std::span<const std::string_view> fields, bool* found) : fields_(fields), found_(found) {}

  bool null() { return InObject(); }
  bool boolean(bool) { return InObject(); }
  bool number_integer(json::number_integer_t) { return InObject(); }
  bool number_unsigned(json::number_unsigned_t) { return InObject(); }
  bool number_float(json::number_float_t, const json::string_t&) { return InObject(); }
  bool string(json::string_t&) { return InObject(); }
  bool binary(json::binary_t&) { return false; }
  bool start_object(std::size_t) { return ++depth_ > 1; }
  bool start_array(std::size_t) { return ++depth_ != 2; }
  bool end_object() { return --depth_ > 1; }
  bool end_array() { return --depth_ > 1; }
  bool key(const json::string_t& name) {
    *found_ = depth_ == 2 && std::ranges::find(fields_, name) != fields_.end();
    return !*found_;
  }
  bool parse_error(std::size_t, const std::string&, const json::exception&) { return false; }

 private:
  bool InObject() const { return depth_ > 1; }

  std::span<const std::string_view> fields_;
  bool* found_;
  int depth_ = 0;  // arrays and objects that are open
};

template <typename Scan>
bool Parse(std::string_view text, Scan scan) {
  return json::sax_parse(text.data(), text.data() + text.size(), &scan);
}

}  // namespace

bool ScanJsonLine(std::string_view line, JsonLineTexts* texts) {
  texts->hit.clear();
  texts->assignment.clear();
  texts->worker.clear();
  texts->status.clear();
  texts->golden = false;
  texts->seconds = std::numeric_limits<double>::quiet_NaN();
  texts->has_items = false;
  texts->has_groups = false;
  texts->items.clear();
  texts->groups.clear();
  return Parse(line, LineScan(texts));
}

bool ScanStrings(std::string_view array, std::vector<std::string>* strings) {
  strings->clear();
  return Parse(array, StringsScan(strings));
}

bool ScanGroupObjects(std::string_view array, std::vector<std::optional<std::string>>* groups) {
  groups->clear();
  return Parse(array, GroupObjectsScan(groups));
}

bool FirstObjectHasOneOf(std::string_view array, std::span<const std::string_view> fields) {
  bool found = false;
  Parse(array, FirstObjectScan(fields, &found));
  return found;
}

}  // namespace crowdclust
