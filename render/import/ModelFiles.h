// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vitrine::render {

/// Bytes that somebody keeps alive: a mapped file, a decoded data URI, a part of another blob.
struct Blob {
    std::shared_ptr<const void> owner;
    std::span<const std::byte> bytes;

    [[nodiscard]] static Blob of(std::vector<std::byte> bytes);
    [[nodiscard]] std::string_view text() const { return {reinterpret_cast<const char *>(bytes.data()), bytes.size()}; }
    [[nodiscard]] Blob part(std::size_t offset, std::size_t size) const { return {owner, bytes.subspan(offset, size)}; }
};

/// The files that an import may see: those in the model's folder and below, and no others.
class ModelFiles
{
public:
    virtual ~ModelFiles() = default;

    /// Reads a file by its path relative to the model's folder. Refuses paths that could lead out of it
    /// (PermissionDenied), whole-import byte budgets (TooLarge) and missing files (NotFound). `where` of the
    /// error is the path; the caller puts its own in front.
    [[nodiscard]] core::Result<Blob> read(std::string_view relativePath);

protected:
    /// Opens what checkRelativePath() has let through; must still refuse symbolic links that climb out.
    [[nodiscard]] virtual core::Result<Blob> open(const std::string &relativePath) = 0;

private:
    std::uint64_t m_bytesRead = 0;
};

/// Refuses absolute paths, drive letters, schemes, backslashes, "..", NUL and control characters.
[[nodiscard]] core::Status checkRelativePath(std::string_view path);

/// The same, for a file below an open directory: the descriptor of a plain file, that the caller closes.
/// The kernel resolves the path beneath the directory, so that no symbolic link leads out of it.
[[nodiscard]] core::Result<int> openBeneath(int directory, const std::string &relativePath);

/// Files straight from a directory: for tests and for trusted models. Vendors' files go through the sandbox.
class DirectoryFiles final : public ModelFiles
{
public:
    explicit DirectoryFiles(std::filesystem::path directory);
    ~DirectoryFiles() override;
    DirectoryFiles(const DirectoryFiles &) = delete;
    DirectoryFiles &operator=(const DirectoryFiles &) = delete;

protected:
    core::Result<Blob> open(const std::string &relativePath) override;

private:
    std::filesystem::path m_directory;
    int m_descriptor = -1;
};

/// One file in memory: for tests and fuzzing.
class MemoryFiles final : public ModelFiles
{
public:
    MemoryFiles(std::string name, std::span<const std::byte> bytes)
        : m_name(std::move(name))
        , m_bytes(bytes)
    {
    }

protected:
    core::Result<Blob> open(const std::string &relativePath) override;

private:
    std::string m_name;
    std::span<const std::byte> m_bytes;
};

} // namespace vitrine::render
