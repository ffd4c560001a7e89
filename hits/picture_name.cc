#include "hits/picture_name.h"

#include <algorithm>
#include <array>
#include <string>

namespace crowdclust {
namespace {

constexpr auto kExtensions =
    std::to_array<std::string_view>({".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif", ".bmp"});

}  // namespace

bool IsPictureName(std::string_view item) {
  std::string name(item);
  std::ranges::transform(name, name.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  if (name.find("://") != std::string::npos || name.starts_with("//") || name.starts_with("data:image/"))
    return true;
  return std::ranges::any_of(kExtensions, [&name](std::string_view end) { return name.ends_with(end); });
}

}  // namespace crowdclust
