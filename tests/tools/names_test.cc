// What has no linkage has a name of its own in its folder, since a folder's sources are compiled together
// (CROWDCLUST_UNITY_BUILD): a second function of one name would be an overload of the first.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <regex>
#include <string>

namespace crowdclust {
namespace {

namespace fs = std::filesystem;

// The name that a line of an anonymous namespace defines or declares, if it does.
std::optional<std::string> NameDefined(const std::string& line) {
  static const std::regex type(R"(^(?:struct|class|enum class) ([A-Za-z_]\w*))");
  static const std::regex other(
      R"(^(?:template.*>\s*)?[A-Za-z_][\w:<>,&*\[\]\s.]*[\s*&]([A-Za-z_]\w*)\s*[(={;\[])");
  if (line.empty() || line[0] == ' ' || line.starts_with("TEST") || line.starts_with("INSTANTIATE") ||
      line.starts_with("using ") || line.starts_with("namespace "))
    return std::nullopt;
  std::smatch match;
  if (std::regex_search(line, match, type) || std::regex_search(line, match, other)) return match[1];
  return std::nullopt;
}

TEST(Names, WithoutLinkageAreUniqueInTheirFolder) {
  int files = 0;
  for (const char* root : {"answers", "base", "clustering", "hits", "intruders", "labels", "metrics",
                           "planning", "report", "tests", "tools"}) {
    std::map<fs::path, std::map<std::string, std::string>> file_of_name;  // by folder
    for (const auto& entry : fs::recursive_directory_iterator(root)) {
      if (entry.path().extension() != ".cc") continue;
      ++files;
      std::ifstream source(entry.path());
      bool anonymous = false;
      for (std::string line; std::getline(source, line);) {
        if (line == "namespace {") anonymous = true;
        if (line == "}  // namespace") anonymous = false;
        if (!anonymous) continue;
        const std::optional<std::string> name = NameDefined(line);
        if (!name) continue;
        const auto [known, is_new] =
            file_of_name[entry.path().parent_path()].emplace(*name, entry.path().string());
        EXPECT_TRUE(is_new || known->second == entry.path().string())
            << *name << " is in " << known->second << " and in " << entry.path().string();
      }
    }
  }
  EXPECT_GT(files, 300);
}

}  // namespace
}  // namespace crowdclust
