#include "base/gzip.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/error.h"
#include "base/random.h"
#include "tests/testing/gzip_bytes.h"
#include "tests/testing/test_files.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

using testing::GzipBytes;

std::string RefusedGzip(std::string_view bytes) {
  try {
    Gunzip(bytes, "a.csv.gz");
  } catch (const InputError& error) {
    return error.what();
  }
  return "no error";
}

std::string SomeText() {
  Random random(testing::TestSeed());
  std::string text;
  while (text.size() < 900'000) text += std::to_string(random.Below(1000)) + ",";
  return text;
}

TEST(Gunzip, GivesWhatWasPacked) {
  for (const std::string& text :
       {std::string(), std::string("a,b\n\0c", 6), SomeText(), std::string(1 << 20, 'x')})
    EXPECT_EQ(Gunzip(GzipBytes(text), "a"), text);
}

TEST(Gunzip, MembersFollowEachOther) {
  EXPECT_EQ(Gunzip(GzipBytes("one\n") + GzipBytes("") + GzipBytes("two\n"), "a"), "one\ntwo\n");
  EXPECT_EQ(Gunzip(GzipBytes("one\n") + std::string(512, '\0'), "a"), "one\n") << "as tapes fill up";
}

TEST(Gunzip, TellsHowFarItIs) {
  const std::string one = GzipBytes(SomeText()), two = GzipBytes("two");
  std::vector<std::size_t> passed;
  GunzipTo(
      one + two, "a", [](std::string_view) {}, [&passed](std::size_t offset) { passed.push_back(offset); });
  EXPECT_EQ(passed, (std::vector<std::size_t>{one.size(), one.size() + two.size()}));
}

TEST(Gunzip, RefusesWhatIsCutOffAtEveryPlace) {
  const std::string whole = GzipBytes("worker,item,group\nw,x,1\n");
  for (std::size_t size = 2; size < whole.size(); ++size) {
    EXPECT_EQ(RefusedGzip(whole.substr(0, size)), "a.csv.gz: the gzip file is cut off; fetch it whole")
        << size;
  }
  const std::string large = GzipBytes(SomeText());
  for (const std::size_t size : {large.size() / 2, std::size_t{1} << 18, large.size() - 1})
    EXPECT_EQ(RefusedGzip(large.substr(0, size)), "a.csv.gz: the gzip file is cut off; fetch it whole")
        << size;
}

TEST(Gunzip, RefusesWhatIsDamaged) {
  std::string bytes = GzipBytes(SomeText());
  bytes[bytes.size() - 6] ^= 1;  // the checksum
  EXPECT_EQ(RefusedGzip(bytes), "a.csv.gz: the gzip file is damaged; make it anew");
  bytes = GzipBytes("x");
  bytes[2] = 3;  // no method of packing
  EXPECT_EQ(RefusedGzip(bytes), "a.csv.gz: the gzip file is damaged; make it anew");
  EXPECT_EQ(RefusedGzip(GzipBytes("x") + "y"),
            "a.csv.gz: other bytes stand behind the gzip data; make the file anew");
}

TEST(ReadUnpacked, LeavesOtherFilesAsTheyAre) {
  const testing::ScratchFolder folder;
  EXPECT_EQ(ReadUnpacked(folder.Write("a", "\x1fx")), "\x1fx");
  EXPECT_EQ(ReadUnpacked(folder.Write("b", GzipBytes("item\nx\n"))), "item\nx\n");
}

}  // namespace
}  // namespace crowdclust
