// A search of the partition model as bytes.
#pragma once

#include <string>
#include <string_view>

#include "clustering/partition/partition_search.h"

namespace crowdclust {

// The second of each pair throws InputError where the bytes are not of the first.
std::string SearchStateBytes(const PartitionSearchState& state);
PartitionSearchState SearchStateOfBytes(std::string_view bytes);
std::string SearchBytes(const PartitionSearch& search);
PartitionSearch SearchOfBytes(std::string_view bytes);

}  // namespace crowdclust
