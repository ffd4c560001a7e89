#include "report/checkpoint_file.h"

#include <fmt/format.h>

#include "base/byte_stream.h"
#include "base/error.h"
#include "base/input_file.h"
#include "base/output_file.h"

namespace crowdclust {
namespace {

constexpr std::string_view kMagic = "crowdclust checkpoint 1\n";

RunIdentity ReadIdentity(ByteReader* reader) {
  RunIdentity identity;
  for (auto left = reader->Number<std::uint64_t>(); left > 0; --left) {
    std::string name = reader->Text();
    identity.emplace_back(std::move(name), reader->Text());
  }
  return identity;
}

std::string ValueOf(const RunIdentity& identity, const std::string& name) {
  for (const auto& [known, value] : identity) {
    if (known == name) return "'" + value + "'";
  }
  return "none";
}

void CheckAlike(const std::string& place, const RunIdentity& kept, const RunIdentity& now) {
  const auto check = [&](const RunIdentity& names) {
    for (const auto& [name, value] : names) {
      const std::string before = ValueOf(kept, name), wanted = ValueOf(now, name);
      if (before == wanted) continue;
      throw InputError(
          fmt::format("{}: the checkpoint is of another run: {} was {} and is {} now; give the same "
                      "again, name another file, or remove this one",
                      place, name, before, wanted));
    }
  };
  check(now);
  check(kept);
}

}  // namespace

void WriteCheckpoint(const std::filesystem::path& path, const RunIdentity& identity,
                     const Checkpoint& checkpoint) {
  ByteWriter body;
  body.Number<std::uint64_t>(identity.size());
  for (const auto& [name, value] : identity) {
    body.Text(name);
    body.Text(value);
  }
  body.Text(checkpoint.Bytes());
  const std::string bytes = body.Take();
  OutputFile file(path);
  file.Append(kMagic);
  file.Append(Sha256(bytes));
  file.Append("\n");
  file.Append(bytes);
  file.Finish();
}

std::unique_ptr<Checkpoint> ReadCheckpoint(const std::filesystem::path& path, const RunIdentity& identity) {
  std::error_code error;
  if (!std::filesystem::exists(path, error)) return std::make_unique<Checkpoint>();
  const std::string place = path.string();
  const std::string content = ReadFile(path);
  std::string_view rest = content;
  if (!rest.starts_with(kMagic))
    throw InputError(place + ": not a checkpoint of this program; name another file");
  rest.remove_prefix(kMagic.size());
  constexpr std::size_t kDigest = 64;
  const auto damaged = [&place] {
    return InputError(place + ": the checkpoint is damaged; remove it and begin again");
  };
  if (rest.size() <= kDigest) throw damaged();
  const std::string_view digest = rest.substr(0, kDigest);
  rest.remove_prefix(kDigest + 1);
  if (Sha256(rest) != digest) throw damaged();
  ByteReader reader(rest);
  CheckAlike(place, ReadIdentity(&reader), identity);
  return std::make_unique<Checkpoint>(reader.Text());
}

}  // namespace crowdclust
