// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/system/FileLock.h"
#include "platform/system/Files.h"
#include "platform/system/Heap.h"
#include "platform/system/SystemClock.h"
#include "platform/system/SystemRandom.h"
#include "tests/platform/store/TemporaryFolder.h"

#include <catch2/catch_test_macros.hpp>

#include <set>
#include <vector>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

using namespace vitrine::core;
using namespace vitrine::platform;
using vitrine::tests::TemporaryFolder;

TEST_CASE("Replaces a file whole and leaves nothing beside it")
{
    const TemporaryFolder folder;
    const auto file = folder.path() / "settings";
    REQUIRE(writeFileAtomically(file, "first"));
    REQUIRE(writeFileAtomically(file, std::string("sec\0nd", 6)));
    CHECK(readFile(file) == std::string("sec\0nd", 6));
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("Says why a file can't be read or written")
{
    const TemporaryFolder folder;
    CHECK(readFile(folder.path() / "none").error() ==
          Error{ErrorCode::NotFound, "no such file", utf8(folder.path() / "none")});
    REQUIRE(writeFileAtomically(folder.path() / "large", "12345"));
    CHECK(readFile(folder.path() / "large", 4).error().code == ErrorCode::TooLarge);
    const Status status = writeFileAtomically(folder.path() / "none" / "file", "x");
    REQUIRE_FALSE(status);
    CHECK(status.error().code == ErrorCode::Unavailable);
    CHECK(status.error().detail == "creating failed: No such file or directory");
}

TEST_CASE("Holds a lock until its end")
{
    const TemporaryFolder folder;
    {
        auto first = FileLock::take(folder.path() / "lock");
        REQUIRE(first.has_value());
        const FileLock moved = std::move(*first);
        CHECK(FileLock::take(folder.path() / "lock").error().code == ErrorCode::Unavailable);
    }
    CHECK(FileLock::take(folder.path() / "lock").has_value());
    CHECK(FileLock::take(folder.path() / "none" / "lock").error().code == ErrorCode::Unavailable);
}

TEST_CASE("Gives numbers that do not repeat")
{
    SystemRandom random;
    std::set<std::uint64_t> numbers;
    for (int i = 0; i < 1000; ++i)
        numbers.insert(random.next());
    CHECK(numbers.size() == 1000);
}

TEST_CASE("Tells a time after this was written")
{
    CHECK(SystemClock().now() > parseTime("2025-01-01T00:00:00Z").value());
}

#if defined(__GLIBC__)
TEST_CASE("A large block goes back to the system also after larger ones were freed")
{
    giveMemoryBack();
    // By default glibc takes from this that blocks of up to such a size are to stay in the heap.
    std::vector<char>(std::size_t{24} << 20U);
    const std::size_t before = mallinfo2().hblks;
    const std::vector<char> block(std::size_t{8} << 20U);
    CHECK(mallinfo2().hblks == before + 1);
}
#endif
