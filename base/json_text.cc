#include "base/json_text.h"

#include <fmt/format.h>

namespace crowdclust {
namespace {

bool IsPlain(char c) { return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\'; }

void AppendEscaped(char c, std::string* json) {
  switch (c) {
    case '"':
    case '\\':
      *json += '\\';
      *json += c;
      return;
    case '\n':
      *json += "\\n";
      return;
    case '\r':
      *json += "\\r";
      return;
    case '\t':
      *json += "\\t";
      return;
    default:
      *json += fmt::format("\\u{:04x}", static_cast<int>(c));
  }
}

}  // namespace

void AppendJsonString(std::string_view text, std::string* json) {
  *json += '"';
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && IsPlain(text[end])) ++end;
    *json += text.substr(at, end - at);
    if (end < text.size()) AppendEscaped(text[end++], json);
    at = end;
  }
  *json += '"';
}

}  // namespace crowdclust
