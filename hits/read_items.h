// The list of items that a study is about.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/name_index.h"

namespace crowdclust {

// Reads items, one a line or as a column of a table, in the order of the file. `place` is for messages.
//
// It is a table when `item_column` is given, or when a cell of its first line is `item`, `INPUT:image` or
// `image_url`; the items are in that column, the first of these names where there are several.
// A first line with a tab, or lines that all split by comma or semicolon into the same number of cells (two
// or more) and are not all addresses with `://`, are a table without a known column: an error that lists its
// columns. Everything else is one item a line: white space around it is stripped, commas belong to the name,
// and empty lines are passed over.
//
// Throws InputError with file and line: an item twice, a cell without an item, an unknown column (the nearest
// named), ragged rows, a table without rows, JSON, text that is empty or not UTF-8. O(size of the text).
NameIndex ParseItems(std::string_view text, const std::string& place, const std::string& item_column = "");

// ParseItems on the file's text.
NameIndex ReadItems(const std::filesystem::path& path, const std::string& item_column = "");

// The items with `prefix` before the name of each: where files stand, so that names become addresses.
NameIndex WithPrefix(std::string_view prefix, const NameIndex& items);

}  // namespace crowdclust
