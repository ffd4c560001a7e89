// Tables that give every item one or more labels: a truth, or clusters found before.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/name_index.h"

namespace crowdclust {

// One labelling of N items.
struct LabelColumn {
  std::string name;
  NameIndex labels;
  std::vector<int> label_of_item;  // N
};

struct KnownLabels {
  NameIndex items;
  std::vector<LabelColumn> columns;  // at least one
};

// Reads a CSV or TSV table with a header, an item once. `item_column` empty means "item", else the first
// column. `label_columns` empty means every other column, in the order of the table. Empty labels are an
// error. Throws InputError with file and line: unknown columns (the nearest named), ragged rows, an item
// twice.
KnownLabels ReadKnownLabels(const std::filesystem::path& path, const std::string& item_column = "",
                            std::span<const std::string> label_columns = {});

// The same with one column of labels, or every other where it is empty.
KnownLabels ReadLabelColumn(const std::filesystem::path& path, const std::string& item_column,
                            const std::string& label_column);

// The same of a text that has passed CheckText; `place` is its name in messages.
KnownLabels ParseKnownLabels(std::string_view text, const std::string& place,
                             const std::string& item_column = "",
                             std::span<const std::string> label_columns = {});

}  // namespace crowdclust
