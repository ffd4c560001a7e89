#include "tools/number_checks.h"

#include <charconv>
#include <cmath>
#include <string>

namespace crowdclust::tools {
namespace {

// The text as a number, or 0 where it is none: the flag's own check says so.
double NumberOf(const std::string& text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

std::string CheckWhole(const std::string& text) {
  const double number = NumberOf(text);
  const bool is_whole = std::isfinite(number) && number == std::trunc(number);
  return is_whole ? "" : "'" + text + "' is no whole number";
}

std::string CheckIsNumber(const std::string& text) {
  return std::isnan(NumberOf(text)) ? "'" + text + "' is no number" : "";
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
