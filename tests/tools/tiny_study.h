// A study small enough to know its answer: eight items of two kinds, sorted alike by three workers. The third
// leaves one item without a group.
#pragma once

#include <array>
#include <cstddef>
#include <string>

namespace crowdclust::testing {

inline constexpr std::array<const char*, 8> kTinyItems = {"apple", "pear", "plum",  "fig",
                                                          "bus",   "car",  "train", "tram"};
inline constexpr std::array<const char*, 3> kTinyWorkers = {"ann", "bob", "cal"};

inline constexpr const char* kTinyTruth =
    "item,kind,colour\napple,fruit,red\npear,fruit,green\nplum,fruit,red\nfig,fruit,green\n"
    "bus,vehicle,red\ncar,vehicle,green\ntrain,vehicle,red\ntram,vehicle,green\n";

inline constexpr const char* kTinyClusters =
    "item\tcluster\tprobability\napple\t0\t1\npear\t0\t1\nplum\t0\t1\nfig\t0\t1\n"
    "bus\t1\t1\ncar\t1\t1\ntrain\t1\t1\ntram\t1\t1\n";

// What `text_of` says of each item, with `separator` between.
template <typename TextOf>
std::string OfEachItem(const char* separator, const TextOf& text_of) {
  std::string joined;
  for (std::size_t i = 0; i < kTinyItems.size(); ++i) joined += (i > 0 ? separator : "") + text_of(i);
  return joined;
}

// One item a line.
inline std::string TinyItemList() {
  return OfEachItem("\n", [](std::size_t i) { return std::string(kTinyItems[i]); }) + "\n";
}

// The group's text, or `none` for the item that the third worker leaves out.
inline std::string TinyGroup(std::size_t worker, std::size_t item, const char* none) {
  if (worker == 2 && item == 3) return none;
  return item < 4 ? "1" : "2";
}

// The same answers in each form: HIT h1, assignments a1 to a3.
inline std::string TinyLongTable() {
  std::string text = "hit,assignment,worker,item,group\n";
  for (std::size_t w = 0; w < kTinyWorkers.size(); ++w) {
    const std::string start = "h1,a" + std::to_string(w + 1) + "," + kTinyWorkers[w] + ",";
    text += OfEachItem(
        "", [&start, w](std::size_t i) { return start + kTinyItems[i] + "," + TinyGroup(w, i, "") + "\n"; });
  }
  return text;
}

inline std::string TinyJsonLines() {
  std::string text;
  const std::string items =
      OfEachItem(",", [](std::size_t i) { return std::string("\"") + kTinyItems[i] + "\""; });
  for (std::size_t w = 0; w < kTinyWorkers.size(); ++w) {
    const std::string groups = OfEachItem(",", [w](std::size_t i) { return TinyGroup(w, i, "null"); });
    text += R"({"assignment":"a)" + std::to_string(w + 1) + R"(","hit":"h1","worker":")" + kTinyWorkers[w] +
            R"(","items":[)" + items + R"(],"groups":[)" + groups + "]}\n";
  }
  return text;
}

// As Toloka exports it: arrays without brackets, "\," inside objects, doubled quotes.
inline std::string TinyToloka() {
  std::string text =
      "INPUT:images\tOUTPUT:result\tASSIGNMENT:assignment_id\tASSIGNMENT:worker_id\tASSIGNMENT:status\n";
  const std::string items =
      OfEachItem(",", [](std::size_t i) { return std::string("\"\"") + kTinyItems[i] + "\"\""; });
  for (std::size_t w = 0; w < kTinyWorkers.size(); ++w) {
    const std::string groups = OfEachItem(
        ",", [w](std::size_t i) { return R"({""group"":)" + TinyGroup(w, i, "null") + R"(\,""left"":0})"; });
    text += "\"" + items + "\"\t\"" + groups + "\"\ta" + std::to_string(w + 1) + "\t" + kTinyWorkers[w] +
            "\tAPPROVED\n";
  }
  return text;
}

}  // namespace crowdclust::testing
