#include "base/iso_time.h"

#include <fmt/format.h>

#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace crowdclust {
namespace {

// Takes exactly `digits` decimal digits from the front of `text`; -1 when they are not there.
int TakeDigits(std::string_view* text, std::size_t digits) {
  if (text->size() < digits) return -1;
  int value = 0;
  for (std::size_t i = 0; i < digits; ++i) {
    const char c = (*text)[i];
    if (c < '0' || c > '9') return -1;
    value = 10 * value + (c - '0');
  }
  text->remove_prefix(digits);
  return value;
}

bool TakeOneOf(std::string_view* text, std::string_view wanted) {
  if (text->empty() || wanted.find(text->front()) == std::string_view::npos) return false;
  text->remove_prefix(1);
  return true;
}

// ".250" -> 0.25 and takes it; 0 when there is none, -1 for a point without digits.
double TakeFraction(std::string_view* text) {
  if (!TakeOneOf(text, ".")) return 0;
  if (text->empty() || text->front() < '0' || text->front() > '9') return -1;
  double fraction = 0;
  for (double unit = 0.1; !text->empty() && text->front() >= '0' && text->front() <= '9'; unit /= 10) {
    fraction += unit * (text->front() - '0');
    text->remove_prefix(1);
  }
  return fraction;
}

}  // namespace

std::optional<double> ParseIsoTime(std::string_view text) {
  const int year = TakeDigits(&text, 4);
  if (year < 0 || !TakeOneOf(&text, "-")) return std::nullopt;
  const int month = TakeDigits(&text, 2);
  if (month < 0 || !TakeOneOf(&text, "-")) return std::nullopt;
  const int day = TakeDigits(&text, 2);
  if (day < 0 || !TakeOneOf(&text, "T ")) return std::nullopt;
  const int hour = TakeDigits(&text, 2);
  if (hour < 0 || hour > 23 || !TakeOneOf(&text, ":")) return std::nullopt;
  const int minute = TakeDigits(&text, 2);
  if (minute < 0 || minute > 59 || !TakeOneOf(&text, ":")) return std::nullopt;
  const int second = TakeDigits(&text, 2);
  if (second < 0 || second > 60) return std::nullopt;
  const double fraction = TakeFraction(&text);
  if (fraction < 0) return std::nullopt;
  if (!text.empty() && text != "Z") return std::nullopt;

  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return std::nullopt;
  const auto days = static_cast<double>(std::chrono::sys_days(date).time_since_epoch().count());
  return ((days * 24 + hour) * 60 + minute) * 60 + second + fraction;
}

std::optional<std::string> IsoTime(double seconds) {
  constexpr double kEnd = 253'402'300'800;  // the year 10000
  constexpr std::int64_t kDay = 86'400'000;
  const double rounded = std::round(seconds * 1000);
  if (!(rounded >= 0 && rounded < kEnd * 1000)) return std::nullopt;
  const auto thousandths = static_cast<std::int64_t>(rounded);
  const std::chrono::year_month_day date{
      std::chrono::sys_days(std::chrono::days(static_cast<int>(thousandths / kDay)))};
  const std::int64_t of_day = thousandths % kDay;
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                     of_day / 3'600'000, of_day / 60'000 % 60, of_day / 1000 % 60, of_day % 1000);
}

}  // namespace crowdclust
