// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"

#include <string>

namespace vitrine::app {

/// A file that another program writes, and that appears whole or not at all. On Linux it has no name until commit(), so
/// that nothing is left behind however the program ends; elsewhere, and where the file system has no such files, it has
/// another name beside its place, and is removed with this object.
class WholeFile
{
public:
    [[nodiscard]] static core::Result<WholeFile> create(const std::string &path);
    /// What the file of this path is called while it is not whole, if it has to have a name.
    [[nodiscard]] static std::string nameBeside(const std::string &path);
    /// Gives a whole file its name, in place of what has it; takes it away where that cannot be.
    [[nodiscard]] static core::Status putInPlace(const std::string &named, const std::string &path);
    WholeFile(WholeFile &&other) noexcept;
    WholeFile &operator=(WholeFile &&) = delete;
    WholeFile(const WholeFile &) = delete;
    WholeFile &operator=(const WholeFile &) = delete;
    ~WholeFile();

    /// By which a program that this one starts can open it.
    const std::string &openName() const { return m_openName; }
    [[nodiscard]] core::Status commit();

private:
    WholeFile(std::string path, std::string openName, int descriptor)
        : m_path(std::move(path))
        , m_openName(std::move(openName))
        , m_descriptor(descriptor)
    {
    }

    std::string m_path;
    std::string m_openName; ///< Empty: given away, or committed.
    int m_descriptor;       ///< −1: it has a name.
};

} // namespace vitrine::app
