#include "clustering/partition/partition_search_bytes.h"

#include <span>

#include "base/byte_stream.h"

namespace crowdclust {

std::string SearchStateBytes(const PartitionSearchState& state) {
  ByteWriter writer;
  writer.Number(state.sweeps);
  writer.Numbers(std::span<const int>(state.label));
  return writer.Take();
}

PartitionSearchState SearchStateOfBytes(std::string_view bytes) {
  ByteReader reader(bytes);
  PartitionSearchState state;
  state.sweeps = reader.Number<int>();
  state.label = reader.Numbers<int>();
  return state;
}

std::string SearchBytes(const PartitionSearch& search) {
  ByteWriter writer;
  writer.Numbers(std::span<const int>(search.cluster_of_item));
  writer.Number(search.num_clusters);
  writer.Number(search.evidence);
  return writer.Take();
}

PartitionSearch SearchOfBytes(std::string_view bytes) {
  ByteReader reader(bytes);
  PartitionSearch search;
  search.cluster_of_item = reader.Numbers<int>();
  search.num_clusters = reader.Number<int>();
  search.evidence = reader.Number<double>();
  return search;
}

}  // namespace crowdclust
