#include "hits/toloka_array.h"

#include <nlohmann/json.hpp>

namespace crowdclust {

void AppendTolokaElement(const std::string& element, std::string* cell) {
  if (!cell->empty()) *cell += ',';
  for (const char c : element) {
    if (c == ',') *cell += '\\';
    *cell += c;
  }
}

std::string TolokaItemsCell(std::span<const int> items, const NameIndex& names) {
  std::string cell;
  for (const int item : items) AppendTolokaElement(nlohmann::json(names.Name(item)).dump(), &cell);
  return cell;
}

}  // namespace crowdclust
