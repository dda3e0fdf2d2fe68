// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"

#include <cstddef>
#include <filesystem>
#include <span>

namespace vitrine::render {

/// A whole file, mapped read-only. Moving the object does not move the bytes; destroying it unmaps them. The file must
/// not be shortened meanwhile; packages never are, they are replaced by renaming.
class MappedFile
{
public:
    /// Fails with NotFound, PermissionDenied, InvalidArgument (not a plain file, empty) or Unavailable.
    [[nodiscard]] static core::Result<MappedFile> open(const std::filesystem::path &path);
#ifndef _WIN32
    /// Maps an open descriptor, which stays the caller's and may be closed afterwards.
    [[nodiscard]] static core::Result<MappedFile> fromDescriptor(int descriptor);
#endif

    MappedFile(MappedFile &&other) noexcept;
    MappedFile &operator=(MappedFile &&other) noexcept;
    MappedFile(const MappedFile &) = delete;
    MappedFile &operator=(const MappedFile &) = delete;
    ~MappedFile();

    std::span<const std::byte> bytes() const { return m_bytes; }
    /// The pages that were read no longer count as this process's memory; what is read again comes from the file. For
    /// after the bulk of it was decoded. Nothing on Windows, which takes such pages when it needs them.
    void forgetPages() const;

private:
    explicit MappedFile(std::span<const std::byte> bytes)
        : m_bytes(bytes)
    {
    }
    std::span<const std::byte> m_bytes;
};

} // namespace vitrine::render
