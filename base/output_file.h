// Files that are whole or not there.
#pragma once

#include <cstdio>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace crowdclust {

// Throws OutputError, naming the path and the reason, where no file can be written there: it is a folder, one
// of its folders is a file, or the nearest of them that is there may not be written to. Changes nothing.
void CheckCanWrite(const std::filesystem::path& path);

// A file written piece by piece beside `path` and renamed at the end, so that a killed run leaves the old
// file or the new one. What is not finished is removed. All throw OutputError naming the path and the reason.
class OutputFile {
 public:
  // Makes missing parent folders. A folder is no place for a file.
  explicit OutputFile(std::filesystem::path path);
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;
  ~OutputFile();

  void Append(std::string_view text);
  // What was appended is on the disk, beside its place.
  void Flush();
  // Puts the file in its place; nothing can be appended then.
  void Finish();

 private:
  [[noreturn]] void Fail() const;

  std::filesystem::path path_;
  std::filesystem::path beside_;
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> file_;
  bool is_beside_ = false;  // there is a half-made file
};

// The same for a content that is at hand.
void WriteFile(const std::filesystem::path& path, std::string_view content);

struct FileContent {
  std::filesystem::path path;
  std::string content;
};

// The same for files that belong together: all are on the disk before the first is put in its place, so that
// one that cannot be written leaves all as they were. Their paths differ.
void WriteFiles(std::span<const FileContent> files);

}  // namespace crowdclust
