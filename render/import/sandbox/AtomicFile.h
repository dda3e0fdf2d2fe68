// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"

#include <filesystem>

namespace vitrine::render::sandbox {

/// A file that appears whole or not at all: written under a temporary name beside its place, made durable, renamed.
/// Without commit() nothing is left behind.
class AtomicFile
{
public:
    [[nodiscard]] static core::Result<AtomicFile> create(const std::filesystem::path &path);
    AtomicFile(AtomicFile &&other) noexcept;
    AtomicFile &operator=(AtomicFile &&) = delete;
    AtomicFile(const AtomicFile &) = delete;
    AtomicFile &operator=(const AtomicFile &) = delete;
    ~AtomicFile();

    /// Open for reading and writing; stays this object's.
    int descriptor() const { return m_descriptor; }
    [[nodiscard]] core::Status commit();

private:
    AtomicFile(int descriptor, std::filesystem::path temporary, std::filesystem::path path)
        : m_descriptor(descriptor)
        , m_temporary(std::move(temporary))
        , m_path(std::move(path))
    {
    }

    int m_descriptor;
    std::filesystem::path m_temporary;
    std::filesystem::path m_path;
};

} // namespace vitrine::render::sandbox
