// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/render/FuzzEntries.h"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace vitrine;

TEST_CASE("Whatever the fuzzers have kept is read to its end or refused")
{
    test::importInPart();
    for (const test::FuzzEntry &entry : test::fuzzEntries()) {
        const auto folder = std::filesystem::path(VITRINE_CORPUS) / entry.name;
        INFO(folder.string());
        REQUIRE(std::filesystem::is_directory(folder));
        for (const auto &file : std::filesystem::directory_iterator(folder)) {
            // Named before it is read: a crash leaves no other trace.
            std::printf("%s\n", file.path().c_str());
            std::ifstream stream(file.path(), std::ios::binary);
            const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
            entry.run(std::as_bytes(std::span(bytes)));
        }
    }
}
