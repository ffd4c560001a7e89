// crowdclust intruders plan: how many answers an intruder test needs, and what they cost.
#include <fmt/format.h>

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "base/grouped_digits.h"
#include "intruders/plan_intruders.h"
#include "tools/intruders_commands.h"
#include "tools/json_config.h"
#include "tools/usage_error.h"

namespace crowdclust::tools {
namespace {

struct IntrudersPlanFlags {
  double precision = 0.8;
  double half_width = 0.1;
  double power = 0.9;
  double level = 0.05;
  double design_effect = 1;
  int per_hit = 8;
  int clusters = 1;
  int overlap = 5;
  double reward = 0.02;
  bool json = false;
};

// Answers of one cluster, and what they make in all.
struct Asked {
  AnswersNeeded independent;
  std::int64_t answers = 0;  // with the design effect
  std::int64_t hits = 0;     // of one cluster, each answered by `overlap` workers
  std::int64_t hits_in_all = 0;
  std::int64_t answers_in_all = 0;
  double cost = 0;
};

Asked AskedFor(const IntrudersPlanFlags& flags, const AnswersNeeded& needed) {
  Asked asked{.independent = needed};
  asked.answers =
      static_cast<std::int64_t>(std::ceil(static_cast<double>(needed.answers) * flags.design_effect));
  asked.hits = (asked.answers + flags.overlap - 1) / flags.overlap;
  asked.hits_in_all = asked.hits * flags.clusters;
  asked.answers_in_all = asked.hits_in_all * flags.overlap;
  asked.cost = static_cast<double>(asked.answers_in_all) * flags.reward;
  return asked;
}

nlohmann::ordered_json JsonOf(const Asked& asked, const char* reached) {
  return {{"independent_answers_a_cluster", asked.independent.answers},
          {reached, asked.independent.reached},
          {"answers_a_cluster", asked.answers},
          {"hits_a_cluster", asked.hits},
          {"hits", asked.hits_in_all},
          {"answers", asked.answers_in_all},
          {"cost", asked.cost}};
}

void Print(const IntrudersPlanFlags& flags, const char* purpose, const Asked& asked) {
  const auto line = [](const char* what, const std::string& value) {
    fmt::print("  {:<34}{:>12}\n", what, value);
  };
  fmt::print("{}\n", purpose);
  line("independent answers a cluster", GroupDigits(asked.independent.answers));
  if (flags.design_effect != 1) line("with the design effect", GroupDigits(asked.answers));
  line("HITs a cluster", GroupDigits(asked.hits));
  line("HITs in all", GroupDigits(asked.hits_in_all));
  line("answers in all", GroupDigits(asked.answers_in_all));
  line("cost", fmt::format("{:.2f}", asked.cost));
}

void RunIntrudersPlan(const IntrudersPlanFlags& flags) {
  const double chance = 1.0 / flags.per_hit;
  if (flags.precision <= chance) {
    throw UsageError(
        fmt::format("--precision {}: that is no more than chance, 1 of {} ({:.3f}); say a larger one",
                    flags.precision, flags.per_hit, chance));
  }
  const Asked width = AskedFor(flags, AnswersForHalfWidth(flags.precision, flags.half_width));
  const Asked power = AskedFor(flags, AnswersForPower(flags.precision, chance, flags.power, flags.level));
  if (flags.json) {
    const nlohmann::ordered_json json = {{"precision", flags.precision},
                                         {"chance", chance},
                                         {"design_effect", flags.design_effect},
                                         {"half_width", JsonOf(width, "expected_half_width")},
                                         {"power", JsonOf(power, "power")}};
    fmt::print("{}\n", json.dump(2));
    return;
  }
  Print(flags,
        fmt::format("to know a cluster's precision of {} to ±{} (95 %)", flags.precision, flags.half_width)
            .c_str(),
        width);
  Print(flags,
        fmt::format("to tell {} from chance, {:.3f}, at {} with power {}", flags.precision, chance,
                    flags.level, flags.power)
            .c_str(),
        power);
  if (flags.design_effect == 1) {
    fmt::print(
        "answers to one HIT or of one worker are alike: --design-effect says how much more they need; "
        "intruders.json of an earlier test has it\n");
  }
}

void AddNumber(CLI::App* command, const char* name, double* value, const char* help, double low,
               double high) {
  command->add_option(name, *value, help)->check(CLI::Range(low, high))->capture_default_str();
}

}  // namespace

void AddIntrudersPlanCommand(CLI::App& intruders) {
  auto flags = std::make_shared<IntrudersPlanFlags>();
  CLI::App* command =
      intruders.add_subcommand("plan", "How many answers an intruder test needs, and what they cost");
  AddNumber(command, "--precision", &flags->precision, "share of right answers expected", 0.001, 0.999);
  AddNumber(command, "--half-width", &flags->half_width, "wanted of a cluster's 95 % interval", 0.001, 0.499);
  AddNumber(command, "--power", &flags->power, "chance to tell the precision from chance", 0.01, 0.999);
  AddNumber(command, "--level", &flags->level, "level of that one-sided exact test", 0.000001, 0.5);
  AddNumber(command, "--design-effect", &flags->design_effect,
            "how many answers count as one independent answer", 1, 1000);
  command->add_option("--per-hit", flags->per_hit, "items a HIT, one of them the intruder")
      ->check(CLI::Range(2, 1000000))
      ->capture_default_str();
  command->add_option("--clusters", flags->clusters, "main clusters, each with as many answers")
      ->check(CLI::Range(1, 1000000))
      ->capture_default_str();
  command->add_option("--overlap", flags->overlap, "workers who answer each HIT")
      ->check(CLI::Range(1, 1000000))
      ->capture_default_str();
  AddNumber(command, "--reward", &flags->reward, "paid for an assignment", 0, 1e6);
  command->add_flag("--json", flags->json, "print the figures as JSON");
  command->footer(
      "Example: crowdclust intruders plan --precision 0.8 --half-width 0.1 --clusters 6 --overlap 5");
  AddConfigFlag(command);
  command->final_callback([flags] { RunIntrudersPlan(*flags); });
}

}  // namespace crowdclust::tools
