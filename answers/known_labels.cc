#include "answers/known_labels.h"

#include "base/delimited_text.h"
#include "base/error.h"
#include "base/gzip.h"
#include "base/input_file.h"

namespace crowdclust {
namespace {

int ItemColumn(const TableReader& table, const std::string& wanted) {
  if (!wanted.empty()) return table.Require(wanted);
  const int named = table.Find("item");
  return named >= 0 ? named : 0;
}

}  // namespace

KnownLabels ReadKnownLabels(const std::filesystem::path& path, const std::string& item_column,
                            std::span<const std::string> label_columns) {
  const std::string bytes = ReadUnpacked(path);
  return ParseKnownLabels(CheckText(bytes, path.string()), path.string(), item_column, label_columns);
}

KnownLabels ParseKnownLabels(std::string_view text, const std::string& place, const std::string& item_column,
                             std::span<const std::string> label_columns) {
  TableReader table(text, place);
  const int item_at = ItemColumn(table, item_column);

  KnownLabels known;
  std::vector<int> label_at;
  const auto add_column = [&](int at) {
    label_at.push_back(at);
    known.columns.push_back(
        {.name = table.columns()[static_cast<std::size_t>(at)], .labels = {}, .label_of_item = {}});
  };
  for (const std::string& name : label_columns) add_column(table.Require(name));
  if (label_columns.empty()) {
    for (int at = 0; at < static_cast<int>(table.columns().size()); ++at) {
      if (at != item_at) add_column(at);
    }
  }
  if (label_at.empty()) throw InputError(place + ":1: no label column beside the items");

  TextRow row;
  while (table.Next(&row)) {
    const std::string& item = row.cells[static_cast<std::size_t>(item_at)];
    if (item.empty()) throw InputError(place, row.line, "an item without a name");
    if (known.items.Add(item) != known.items.size() - 1 ||
        known.columns[0].label_of_item.size() + 1 != static_cast<std::size_t>(known.items.size())) {
      throw InputError(place, row.line, "item '" + item + "' stands twice; give it one row");
    }
    for (std::size_t c = 0; c < label_at.size(); ++c) {
      LabelColumn& column = known.columns[c];
      const std::string& label = row.cells[static_cast<std::size_t>(label_at[c])];
      if (label.empty()) throw InputError(place, row.line, "item '" + item + "' has no " + column.name);
      column.label_of_item.push_back(column.labels.Add(label));
    }
  }
  if (known.items.size() == 0) throw InputError(place + ": a header and no rows");
  return known;
}

KnownLabels ReadLabelColumn(const std::filesystem::path& path, const std::string& item_column,
                            const std::string& label_column) {
  if (label_column.empty()) return ReadKnownLabels(path, item_column);
  return ReadKnownLabels(path, item_column, std::vector{label_column});
}

}  // namespace crowdclust
