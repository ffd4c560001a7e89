// crowdclust evaluate: clusters against known labels.
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <numeric>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "answers/known_labels.h"
#include "base/delimited_text.h"
#include "base/error.h"
#include "base/grouped_digits.h"
#include "base/gzip.h"
#include "base/input_file.h"
#include "base/nearest_name.h"
#include "metrics/agreement.h"
#include "metrics/contingency.h"
#include "tools/commands.h"
#include "tools/json_config.h"
#include "tools/text_table.h"

namespace crowdclust::tools {
namespace {

struct EvaluateFlags {
  std::string clusters_path;
  std::string truth_path;
  std::string cluster_column;
  std::string item_column;
  std::string label_column;
  bool json = false;
};

// One side of the comparison: the items on both sides only, labels largest first.
struct Side {
  std::vector<int> label_of_item;
  std::vector<std::string> labels;
};

struct Comparison {
  Side clusters;
  Side truth;
  std::vector<std::string> only_in_clusters;  // names, in the order of the files
  std::vector<std::string> only_in_truth;
  Contingency table;
  Agreement agreement;
};

struct Score {
  const char* field;  // in JSON
  const char* words;
  double Agreement::*value;
};

constexpr Score kScores[] = {
    {"adjusted_rand", "adjusted Rand", &Agreement::adjusted_rand},
    {"mutual_information", "mutual information (nats)", &Agreement::mutual_information},
    {"normalised_mutual_information", "normalised mutual information",
     &Agreement::normalised_mutual_information},
    {"variation_of_information", "variation of information (nats)", &Agreement::variation_of_information},
    {"homogeneity", "homogeneity", &Agreement::homogeneity},
    {"completeness", "completeness", &Agreement::completeness},
    {"v_measure", "V-measure", &Agreement::v_measure},
    {"pair_precision", "pair precision", &Agreement::pair_precision},
    {"pair_recall", "pair recall", &Agreement::pair_recall},
    {"pair_f1", "pair F1", &Agreement::pair_f1},
    {"purity", "purity", &Agreement::purity},
};

bool HasColumn(const std::string& path, std::string_view column) {
  const std::string bytes = ReadUnpacked(path);
  return TableReader(CheckText(bytes, path), path).Find(column) >= 0;
}

// The labels of these items, renumbered by size; at a tie as the file has them.
Side MakeSide(const LabelColumn& column, const std::vector<int>& items) {
  std::vector<int> size(static_cast<std::size_t>(column.labels.size()));
  for (const int item : items) {
    ++size[static_cast<std::size_t>(column.label_of_item[static_cast<std::size_t>(item)])];
  }
  std::vector<int> order(size.size());
  std::iota(order.begin(), order.end(), 0);
  std::erase_if(order, [&size](int label) { return size[static_cast<std::size_t>(label)] == 0; });
  std::ranges::stable_sort(order, std::greater<>(),
                           [&size](int label) { return size[static_cast<std::size_t>(label)]; });

  Side side;
  std::vector<int> place(size.size());
  for (const int label : order) {
    place[static_cast<std::size_t>(label)] = static_cast<int>(side.labels.size());
    side.labels.push_back(column.labels.Name(label));
  }
  for (const int item : items) {
    const int label = column.label_of_item[static_cast<std::size_t>(item)];
    side.label_of_item.push_back(place[static_cast<std::size_t>(label)]);
  }
  return side;
}

Comparison Compare(const EvaluateFlags& flags) {
  std::string cluster_column = flags.cluster_column;
  if (cluster_column.empty() && HasColumn(flags.clusters_path, "cluster")) cluster_column = "cluster";
  const KnownLabels clusters = ReadLabelColumn(flags.clusters_path, "", cluster_column);
  const KnownLabels truth = ReadLabelColumn(flags.truth_path, flags.item_column, flags.label_column);

  Comparison comparison;
  std::vector<int> in_clusters, in_truth;
  for (int i = 0; i < clusters.items.size(); ++i) {
    const int item = truth.items.Find(clusters.items.Name(i));
    if (item < 0) {
      comparison.only_in_clusters.push_back(clusters.items.Name(i));
      continue;
    }
    in_clusters.push_back(i);
    in_truth.push_back(item);
  }
  for (const std::string& item : truth.items.names()) {
    if (clusters.items.Find(item) < 0) comparison.only_in_truth.push_back(item);
  }
  if (in_clusters.empty()) {
    throw InputError(flags.truth_path + ": none of its items is in " + flags.clusters_path + " (here '" +
                     truth.items.Name(0) + "', there '" + clusters.items.Name(0) +
                     "'); choose the column of items by --item-column");
  }
  comparison.clusters = MakeSide(clusters.columns[0], in_clusters);
  comparison.truth = MakeSide(truth.columns[0], in_truth);
  comparison.table = CountContingency(comparison.clusters.label_of_item, comparison.truth.label_of_item);
  comparison.agreement = MeasureAgreement(comparison.table);
  return comparison;
}

std::string AsJson(const Comparison& comparison) {
  nlohmann::ordered_json object;
  object["num_items"] = comparison.table.num_items;
  object["num_clusters"] = comparison.clusters.labels.size();
  object["num_labels"] = comparison.truth.labels.size();
  for (const Score& score : kScores) object[score.field] = comparison.agreement.*score.value;
  object["only_in_clusters"] = comparison.only_in_clusters;
  object["only_in_truth"] = comparison.only_in_truth;
  object["clusters"] = comparison.clusters.labels;
  object["labels"] = comparison.truth.labels;
  object["contingency"] = nlohmann::ordered_json::array();
  for (int row = 0; row < comparison.table.num_rows; ++row) {
    object["contingency"].push_back(comparison.table.Row(row));
  }
  return object.dump(2) + "\n";
}

// "2 items of truth.csv are not in clusters.tsv and left out: a, b"; nothing when there are none.
std::string DescribeMissing(std::span<const std::string> items, const std::string& here,
                            const std::string& there) {
  constexpr std::size_t kNamed = 10;
  if (items.empty()) return "";
  std::string text = fmt::format("{} {} of {} {} not in {}, left out: {}", GroupDigits(std::ssize(items)),
                                 items.size() == 1 ? "item" : "items", here, items.size() == 1 ? "is" : "are",
                                 there, JoinNames(items.first(std::min(kNamed, items.size()))));
  if (items.size() > kNamed)
    text += fmt::format(" and {} more", GroupDigits(std::ssize(items.subspan(kNamed))));
  return text + "\n";
}

std::string DescribeContingency(const Comparison& comparison) {
  const Contingency& table = comparison.table;
  const auto add_counts = [](std::span<const std::int64_t> counts, std::int64_t total,
                             std::vector<std::string>* row) {
    for (const std::int64_t count : counts) row->push_back(GroupDigits(count));
    row->push_back(GroupDigits(total));
  };
  std::vector<std::vector<std::string>> rows{{"cluster"}};
  rows[0].insert(rows[0].end(), comparison.truth.labels.begin(), comparison.truth.labels.end());
  rows[0].push_back("total");
  for (int row = 0; row < table.num_rows; ++row) {
    rows.push_back({comparison.clusters.labels[static_cast<std::size_t>(row)]});
    add_counts(table.Row(row), table.row_total[static_cast<std::size_t>(row)], &rows.back());
  }
  rows.push_back({"total"});
  add_counts(table.column_total, table.num_items, &rows.back());
  return AlignColumns(rows);
}

std::string AsText(const Comparison& comparison, const EvaluateFlags& flags) {
  std::string text =
      fmt::format("{} items on both sides: {} clusters, {} labels\n", GroupDigits(comparison.table.num_items),
                  GroupDigits(comparison.table.num_rows), GroupDigits(comparison.table.num_columns));
  text += DescribeMissing(comparison.only_in_clusters, flags.clusters_path, flags.truth_path);
  text += DescribeMissing(comparison.only_in_truth, flags.truth_path, flags.clusters_path);
  text += '\n';
  for (const Score& score : kScores) {
    text += fmt::format("{:<33}{:>8.4f}\n", score.words, comparison.agreement.*score.value);
  }
  return text + '\n' + DescribeContingency(comparison);
}

void RunEvaluate(const EvaluateFlags& flags) {
  const Comparison comparison = Compare(flags);
  std::cout << (flags.json ? AsJson(comparison) : AsText(comparison, flags));
}

}  // namespace

void AddEvaluateCommand(CLI::App& app) {
  auto flags = std::make_shared<EvaluateFlags>();
  CLI::App* command = app.add_subcommand("evaluate", "Compare clusters with known labels");
  command
      ->add_option("CLUSTERS", flags->clusters_path, "table with the columns item and cluster: clusters.tsv")
      ->required();
  command->add_option("--truth", flags->truth_path, "table with an item and its true label a row")
      ->required();
  command->add_option("--item-column", flags->item_column,
                      "column of items in TRUTH (default: item, else the first)");
  command->add_option("--label-column", flags->label_column,
                      "column of labels in TRUTH (default: the first beside the items)");
  command->add_option("--cluster-column", flags->cluster_column,
                      "column of clusters in CLUSTERS (default: cluster, else the first beside the items)");
  command->add_flag("--json", flags->json, "print one JSON object, with every item that is on one side only");
  command->footer("Example: crowdclust evaluate out/clusters.tsv --truth truth.csv --label-column kind");
  AddConfigFlag(command);
  command->final_callback([flags] { RunEvaluate(*flags); });
}

}  // namespace crowdclust::tools
