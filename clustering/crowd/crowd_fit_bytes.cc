#include "clustering/crowd/crowd_fit_bytes.h"

#include <span>
#include <vector>

#include "base/byte_stream.h"

namespace crowdclust {
namespace {

template <typename Matrix>
void Write(const Matrix& matrix, ByteWriter* writer) {
  writer->Number<std::int64_t>(matrix.rows());
  writer->Numbers(std::span<const double>(matrix.data(), static_cast<std::size_t>(matrix.size())));
}

template <typename Matrix>
void Read(ByteReader* reader, Matrix* matrix) {
  const auto rows = reader->Number<std::int64_t>();
  const std::vector<double> values = reader->Numbers<double>();
  const auto size = static_cast<std::int64_t>(values.size());
  if (rows < 0 || (rows == 0 ? size != 0 : size % rows != 0)) throw InputError("a matrix of no shape");
  const std::int64_t columns = rows == 0 ? 0 : size / rows;
  if constexpr (Matrix::ColsAtCompileTime == 1) {
    if (columns > 1) throw InputError("a matrix where a vector should be");
    *matrix = Eigen::Map<const Eigen::VectorXd>(values.data(), size);
  } else {
    *matrix = Eigen::Map<const Eigen::MatrixXd>(values.data(), rows, columns);
  }
}

}  // namespace

std::string FitBytes(const CrowdFitState& state) {
  ByteWriter writer;
  const CrowdPosterior& q = state.posterior;
  Write(q.item_mean, &writer);
  Write(q.item_variance, &writer);
  Write(q.weight_mean, &writer);
  Write(q.weight_variance, &writer);
  Write(q.bias_mean, &writer);
  Write(q.bias_variance, &writer);
  Write(state.worker_prior.weight_mean, &writer);
  Write(state.worker_prior.weight_variance, &writer);
  writer.Number(state.worker_prior.bias_mean);
  writer.Number(state.worker_prior.bias_variance);
  writer.Numbers(std::span<const double>(state.bound_of_sweep));
  writer.Number(state.small_gains);
  writer.Number(static_cast<int>(state.ended));
  writer.Number(static_cast<int>(state.stop_reason));
  return writer.Take();
}

CrowdFitState FitOfBytes(std::string_view bytes) {
  ByteReader reader(bytes);
  CrowdFitState state;
  CrowdPosterior& q = state.posterior;
  Read(&reader, &q.item_mean);
  Read(&reader, &q.item_variance);
  Read(&reader, &q.weight_mean);
  Read(&reader, &q.weight_variance);
  Read(&reader, &q.bias_mean);
  Read(&reader, &q.bias_variance);
  Read(&reader, &state.worker_prior.weight_mean);
  Read(&reader, &state.worker_prior.weight_variance);
  state.worker_prior.bias_mean = reader.Number<double>();
  state.worker_prior.bias_variance = reader.Number<double>();
  state.bound_of_sweep = reader.Numbers<double>();
  state.small_gains = reader.Number<int>();
  state.ended = reader.Number<int>() != 0;
  state.stop_reason = static_cast<StopReason>(reader.Number<int>());
  if (!reader.AtEnd()) throw InputError("more bytes than a fit has");
  return state;
}

}  // namespace crowdclust
