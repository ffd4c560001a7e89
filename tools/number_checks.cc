#include "tools/number_checks.h"

#include <charconv>
#include <cmath>
#include <optional>
#include <string>

namespace crowdclust::tools {
namespace {

// None where the text is no number at all: the flag's own check says so.
std::optional<double> NumberOf(const std::string& text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole_text = error == std::errc() && end == text.data() + text.size();
  return whole_text ? std::optional(number) : std::nullopt;
}

// Also 2.0 and 1e3, which other programs would take, are refused by name.
std::string CheckWhole(const std::string& text) {
  const std::optional<double> number = NumberOf(text);
  const bool is_whole = !number || (std::isfinite(*number) && text.find_first_of(".eE") == std::string::npos);
  return is_whole ? "" : "'" + text + "' is no whole number";
}

std::string CheckIsNumber(const std::string& text) {
  const std::optional<double> number = NumberOf(text);
  return number && std::isnan(*number) ? "'" + text + "' is no number" : "";
}

}  // namespace

void AddNumberChecks(CLI::App* app) {
  for (CLI::Option* option : app->get_options()) {
    const std::string type = option->get_type_name();
    const bool whole = type.starts_with("INT") || type.starts_with("UINT");
    if (!whole && !type.starts_with("FLOAT")) continue;
    const auto check = whole ? CheckWhole : CheckIsNumber;
    // A transform, though it changes nothing: these are asked before the checks that were added earlier.
    option->transform(CLI::Validator([check](std::string& text) { return check(text); }, ""));
  }
  for (CLI::App* command : app->get_subcommands(nullptr)) AddNumberChecks(command);
}

}  // namespace crowdclust::tools
