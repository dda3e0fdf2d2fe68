// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <sys/wait.h>

namespace vitrine::test {

struct Ran {
    std::string output; ///< Of both streams.
    int status = 0;
};

/// Runs a command line to its end, as a person's shell does.
inline Ran run(const std::string &command)
{
    Ran ran;
    std::FILE *pipe = popen((command + " 2>&1").c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::array<char, 4096> part;
    while (const std::size_t size = std::fread(part.data(), 1, part.size(), pipe))
        ran.output.append(part.data(), size);
    ran.status = WEXITSTATUS(pclose(pipe));
    return ran;
}

/// Answers with the path.
inline std::string writeFile(const std::filesystem::path &path, const std::string &text)
{
    std::ofstream(path, std::ios::binary) << text;
    return path.string();
}

} // namespace vitrine::test
