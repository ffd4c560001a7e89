#include "base/json_text.h"

#include <fmt/format.h>

namespace crowdclust {
namespace {

bool IsPlain(char c) { return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\'; }

void AppendEscaped(char c, std::string* written) {
  switch (c) {
    case '"':
    case '\\':
      *written += '\\';
      *written += c;
      return;
    case '\n':
      *written += "\\n";
      return;
    case '\r':
      *written += "\\r";
      return;
    case '\t':
      *written += "\\t";
      return;
    default:
      *written += fmt::format("\\u{:04x}", static_cast<int>(c));
  }
}

}  // namespace

void AppendJsonString(std::string_view text, std::string* written) {
  *written += '"';
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && IsPlain(text[end])) ++end;
    *written += text.substr(at, end - at);
    if (end < text.size()) AppendEscaped(text[end++], written);
    at = end;
  }
  *written += '"';
}

}  // namespace crowdclust
