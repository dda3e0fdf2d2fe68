// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <variant>
#include <vector>

/// The first two levels of the tree of records that an FBX file is, in text or in bytes. The format has no public
/// specification; this is what its readers agree on.
namespace vitrine::render {

/// A record of the second level, such as "C" of "Connections".
struct FbxRecord {
    /// A number without a sign, or a text without its quotes.
    using Value = std::variant<std::uint64_t, std::string_view>;

    std::string_view section; ///< The record that it lies in.
    std::string_view name;
    std::vector<Value> values{}; ///< The first four, up to one of another kind.
    std::size_t at = 0;          ///< Where it begins.
};

[[nodiscard]] bool isFbxBinary(std::string_view file);

/// In the file's order, up to its first fault; views into the file.
[[nodiscard]] std::vector<FbxRecord> fbxRecords(std::string_view file);

} // namespace vitrine::render
