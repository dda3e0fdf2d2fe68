// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/system/SystemRandom.h"

#include <filesystem>

namespace vitrine::tests {

/// An empty folder that goes away with the test.
class TemporaryFolder
{
public:
    TemporaryFolder()
        : m_path(std::filesystem::temp_directory_path() /
                 ("vitrine-test-" + std::to_string(platform::SystemRandom().next())))
    {
        std::filesystem::create_directories(m_path);
    }
    TemporaryFolder(const TemporaryFolder &) = delete;
    TemporaryFolder &operator=(const TemporaryFolder &) = delete;
    ~TemporaryFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }

    [[nodiscard]] const std::filesystem::path &path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

} // namespace vitrine::tests
