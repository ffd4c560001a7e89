#include "report/comparison.h"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "base/json_number.h"

namespace crowdclust {
namespace {

using Json = nlohmann::ordered_json;

struct Column {
  const char* words;
  const char* field;
  double Agreement::*value;
};

constexpr Column kAgreement[] = {
    {"adj. Rand", "adjusted_rand", &Agreement::adjusted_rand},
    {"NMI", "normalised_mutual_information", &Agreement::normalised_mutual_information},
    {"pair F1", "pair_f1", &Agreement::pair_f1},
    {"purity", "purity", &Agreement::purity},
};

std::string Nats(double value) { return std::isfinite(value) ? fmt::format("{:.3f}", value) : "NA"; }

std::string ScoreWithError(const PairScore& score) {
  return fmt::format("{} ± {}", Nats(score.nats), Nats(score.standard_error));
}

Json HeldOutScoresJson(const HeldOutScore& score) {
  return {{"pairs", score.method.pairs},
          {"nats_a_pair", NumberOrNull(score.method.nats)},
          {"standard_error", NumberOrNull(score.method.standard_error)},
          {"constant_nats_a_pair", NumberOrNull(score.constant.nats)}};
}

}  // namespace

std::optional<Agreement> AgreementWithTruth(const Answers& answers, const Clustering& clustering,
                                            const KnownLabels& truth) {
  std::vector<int> found, known;
  for (int item = 0; item < answers.num_items(); ++item) {
    const int at = truth.items.Find(answers.items.Name(item));
    if (at < 0) continue;
    found.push_back(clustering.cluster_of_item[static_cast<std::size_t>(item)]);
    known.push_back(truth.columns.front().label_of_item[static_cast<std::size_t>(at)]);
  }
  if (found.empty()) return std::nullopt;
  return MeasureAgreement(found, known);
}

std::vector<std::vector<std::string>> ComparisonRows(const std::vector<MethodRow>& rows) {
  const bool truth = !rows.empty() && rows.front().agreement.has_value();
  std::vector<std::vector<std::string>> table = {
      {"method", "clusters", "whole assignments", "a fifth of items", "calibration", "seconds"}};
  if (truth) {
    for (const Column& column : kAgreement) table.front().emplace_back(column.words);
  }
  for (const MethodRow& row : rows) {
    table.push_back({ClusterMethodName(row.method), std::to_string(row.num_clusters),
                     ScoreWithError(row.held_out.whole.method), ScoreWithError(row.held_out.within.method),
                     Nats(row.held_out.calibration.error), fmt::format("{:.1f}", row.seconds)});
    if (!truth) continue;
    for (const Column& column : kAgreement) table.back().push_back(Nats(*row.agreement.*column.value));
  }
  if (!rows.empty()) {
    const HeldOut& held_out = rows.front().held_out;
    table.push_back({"(a constant)", "", ScoreWithError(held_out.whole.constant),
                     ScoreWithError(held_out.within.constant)});
    table.back().resize(table.front().size());
  }
  return table;
}

Json ComparisonJson(const std::vector<MethodRow>& rows) {
  Json array = Json::array();
  for (const MethodRow& row : rows) {
    Json object = {{"method", ClusterMethodName(row.method)},
                   {"clusters", row.num_clusters},
                   {"whole_assignments", HeldOutScoresJson(row.held_out.whole)},
                   {"fifth_of_items", HeldOutScoresJson(row.held_out.within)},
                   {"calibration_error", NumberOrNull(row.held_out.calibration.error)},
                   {"seconds", row.seconds}};
    if (row.agreement) {
      for (const Column& column : kAgreement) object[column.field] = *row.agreement.*column.value;
    }
    array.push_back(std::move(object));
  }
  return array;
}

}  // namespace crowdclust
