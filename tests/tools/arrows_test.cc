// Who may include whom: the arrows of docs/architecture.md, read off the sources.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>

namespace crowdclust {
namespace {

namespace fs = std::filesystem;

// Folder -> folders whose headers it may include, itself aside.
const std::map<std::string, std::set<std::string>> kMayInclude = {
    {"base", {}},
    {"metrics", {"base"}},
    {"hits", {"base"}},
    {"answers", {"base", "metrics", "hits"}},
    {"labels", {"base", "metrics", "hits", "answers"}},
    {"clustering/crowd", {"base", "metrics", "hits", "answers"}},
    {"clustering/mixture", {"base", "metrics", "hits", "answers"}},
    {"clustering/partition", {"base", "metrics", "hits", "answers"}},
    {"clustering/tree", {"base", "metrics", "hits", "answers"}},
    {"clustering/baselines", {"base", "metrics", "hits", "answers", "clustering/tree"}},
    {"clustering",
     {"base", "metrics", "hits", "answers", "clustering/crowd", "clustering/mixture", "clustering/partition",
      "clustering/tree", "clustering/baselines"}},
    {"intruders", {"base", "metrics", "hits", "answers", "labels", "clustering"}},
    {"planning", {"base", "metrics", "hits", "answers", "labels", "clustering", "intruders"}},
    {"report",
     {"base", "metrics", "hits", "answers", "labels", "clustering", "clustering/tree", "intruders",
      "planning"}},
    {"tools",
     {"base", "metrics", "hits", "answers", "labels", "clustering", "intruders", "planning", "report"}},
};

// Third-party header prefix -> the only places that include it.
const std::map<std::string, std::set<std::string>> kHomes = {
    {"omp.h", {"base/parallel.h"}},
    {"openssl/", {"base/input_file.cc"}},
    {"zlib.h", {"base/gzip.cc"}},
    {"Random123/", {"base/random.cc"}},
    {"CLI/",
     {"tools/answers_flags.h", "tools/command_names.h", "tools/commands.h", "tools/design_flags.h",
      "tools/hits_flags.h", "tools/intruders_commands.h", "tools/json_config.h", "tools/number_checks.h",
      "tools/out_flag.h", "tools/plan_flags.h", "tools/repeated_flag.h", "tools/seed_flag.h",
      "tools/simulate_flags.h"}},
};

struct Include {
  std::string file;
  std::string header;
};

std::vector<Include> AllIncludes() {
  std::vector<Include> includes;
  const std::regex pattern(R"re(^\s*#include\s*[<"]([^>"]+)[>"])re");
  for (const auto& [folder, allowed] : kMayInclude) {
    for (const auto& entry : fs::directory_iterator(folder)) {
      const std::string extension = entry.path().extension();
      if (extension != ".h" && extension != ".cc") continue;
      std::ifstream stream(entry.path());
      std::smatch match;
      for (std::string line; std::getline(stream, line);) {
        if (std::regex_search(line, match, pattern)) includes.push_back({entry.path().string(), match[1]});
      }
    }
  }
  return includes;
}

TEST(Arrows, NoFolderIncludesWhatLiesAboveIt) {
  int seen = 0;
  for (const Include& include : AllIncludes()) {
    const std::string from = fs::path(include.file).parent_path();
    const std::string to = fs::path(include.header).parent_path();
    if (!kMayInclude.contains(to) || to == from) continue;
    ++seen;
    EXPECT_TRUE(kMayInclude.at(from).contains(to)) << include.file << " includes " << include.header;
  }
  EXPECT_GT(seen, 100);  // the pattern still matches
}

TEST(Arrows, EachLibraryHasOneHome) {
  for (const Include& include : AllIncludes()) {
    for (const auto& [library, homes] : kHomes) {
      if (!include.header.starts_with(library)) continue;
      EXPECT_TRUE(homes.contains(include.file)) << include.file << " includes " << include.header;
    }
  }
}

TEST(Arrows, JsonStaysOutOfHeaders) {
  for (const Include& include : AllIncludes()) {
    if (include.header != "nlohmann/json.hpp") continue;
    EXPECT_TRUE(include.file.ends_with(".cc")) << include.file << " includes " << include.header;
  }
}

}  // namespace
}  // namespace crowdclust
