#include "base/byte_stream.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <vector>

namespace crowdclust {
namespace {

TEST(ByteStream, ReadsBackWhatWasWritten) {
  const std::vector<double> numbers = {0, -1.5, 1e300};
  ByteWriter writer;
  writer.Number(42);
  writer.Numbers(std::span<const double>(numbers));
  writer.Text(std::string_view("a\0b", 3));
  writer.Number<std::uint64_t>(1ULL << 63);
  writer.Numbers(std::span<const int>());
  const std::string bytes = writer.Take();
  ByteReader reader(bytes);
  EXPECT_EQ(reader.Number<int>(), 42);
  EXPECT_EQ(reader.Numbers<double>(), numbers);
  EXPECT_EQ(reader.Text(), std::string("a\0b", 3));
  EXPECT_EQ(reader.Number<std::uint64_t>(), 1ULL << 63);
  EXPECT_TRUE(reader.Numbers<int>().empty());
  EXPECT_TRUE(reader.AtEnd());
}

// Whatever is cut off is noticed, however large a count says what follows is.
TEST(ByteStream, RefusesBytesThatEndTooEarly) {
  ByteWriter writer;
  writer.Text("twelve bytes");
  const std::string bytes = writer.Take();
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    const std::string cut = bytes.substr(0, length);
    EXPECT_THROW(ByteReader(cut).Text(), InputError) << length;
  }
  const std::string huge(8, '\xff');
  EXPECT_THROW(ByteReader(huge).Numbers<double>(), InputError);
}

}  // namespace
}  // namespace crowdclust
