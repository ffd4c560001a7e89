#include "base/output_file.h"

#include <unistd.h>

#include <cassert>
#include <cerrno>
#include <cstring>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "base/error.h"

namespace crowdclust {

void CheckCanWrite(const std::filesystem::path& path) {
  std::error_code error;
  if (!path.has_filename() || std::filesystem::is_directory(path, error))
    throw OutputError(path.string() + ": cannot write: is a folder; name a file");
  std::filesystem::path folder = std::filesystem::absolute(path).parent_path();
  while (!std::filesystem::exists(folder, error) && folder.has_relative_path()) folder = folder.parent_path();
  if (!std::filesystem::is_directory(folder, error))
    throw OutputError(path.string() + ": cannot write: " + folder.string() + " is a file, not a folder");
  if (access(folder.c_str(), W_OK | X_OK) != 0)
    throw OutputError(path.string() + ": cannot write in " + folder.string() + ": " + std::strerror(errno));
}

OutputFile::OutputFile(std::filesystem::path path) : path_(std::move(path)), file_(nullptr, std::fclose) {
  std::error_code error;
  if (path_.has_parent_path()) std::filesystem::create_directories(path_.parent_path(), error);
  if (error) throw OutputError(path_.string() + ": cannot make its folder: " + error.message());
  if (std::filesystem::is_directory(path_, error)) {
    errno = EISDIR;
    Fail();
  }
  beside_ = path_;
  beside_ += ".part" + std::to_string(getpid());
  file_.reset(std::fopen(beside_.c_str(), "wb"));
  if (!file_) Fail();
  is_beside_ = true;
}

OutputFile::~OutputFile() {
  file_.reset();
  if (is_beside_) std::remove(beside_.c_str());
}

void OutputFile::Fail() const {
  throw OutputError(path_.string() + ": cannot write: " + std::strerror(errno));
}

void OutputFile::Append(std::string_view text) {
  assert(file_);
  if (std::fwrite(text.data(), 1, text.size(), file_.get()) != text.size()) Fail();
}

void OutputFile::Flush() {
  assert(file_);
  if (std::fflush(file_.get()) != 0 || fsync(fileno(file_.get())) != 0) Fail();
}

void OutputFile::Finish() {
  Flush();
  if (std::fclose(file_.release()) != 0) Fail();
  if (std::rename(beside_.c_str(), path_.c_str()) != 0) Fail();
  is_beside_ = false;
}

void WriteFile(const std::filesystem::path& path, std::string_view content) {
  OutputFile file(path);
  file.Append(content);
  file.Finish();
}

void WriteFiles(std::span<const FileContent> files) {
  std::vector<std::unique_ptr<OutputFile>> open;
  for (const FileContent& file : files) {
    open.push_back(std::make_unique<OutputFile>(file.path));
    open.back()->Append(file.content);
    open.back()->Flush();
  }
  for (const std::unique_ptr<OutputFile>& file : open) file->Finish();
}

}  // namespace crowdclust
