// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"

#include <filesystem>

namespace vitrine::render {

/// A file in the system's temporary folder that has no name there: it is gone with the last program that has it open,
/// however that ends, and nobody has to clear it away. Linux only so far; elsewhere create() answers Unsupported.
class UnnamedFile
{
public:
    [[nodiscard]] static core::Result<UnnamedFile> create();
    UnnamedFile(UnnamedFile &&other) noexcept;
    UnnamedFile &operator=(UnnamedFile &&) = delete;
    UnnamedFile(const UnnamedFile &) = delete;
    UnnamedFile &operator=(const UnnamedFile &) = delete;
    ~UnnamedFile();

    /// Open for reading and writing; stays this object's.
    int descriptor() const { return m_descriptor; }
    /// By which this process may open it again, as long as the object lives.
    std::filesystem::path path() const;

private:
    explicit UnnamedFile(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    int m_descriptor;
};

} // namespace vitrine::render
