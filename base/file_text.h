// The text of a file, and what identifies the file.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/file_bytes.h"
#include "base/input_file.h"
#include "base/spilled_text.h"
#include "base/text_passed.h"

namespace crowdclust {

// A file's bytes by FileBytes, or what was packed in them where they are gzip, by SpilledText.
class FileText {
 public:
  // Throws InputError as FileBytes and GunzipTo do, and OutputError as SpilledText.
  explicit FileText(const std::filesystem::path& path);
  FileText(const FileText&) = delete;
  FileText& operator=(const FileText&) = delete;

  std::string_view view() const { return is_packed_ ? unpacked_.view() : bytes_.view(); }

  // Of the bytes as they lie on the disk, which are read for it.
  FileMark Mark();

  // To be told how far the view was read; lives no longer than this.
  TextPassed passed();

 private:
  TextPassed PassedBytes();

  FileBytes bytes_;
  std::filesystem::path path_;
  bool is_packed_ = false;
  SpilledText unpacked_;
};

}  // namespace crowdclust
