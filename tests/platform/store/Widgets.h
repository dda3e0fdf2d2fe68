// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entities/Scope.h"
#include "core/schema/Entity.h"

#include <array>

/// The entities that the stores' tests keep: one of each kind of column, and nothing of the shop.
namespace vitrine::tests {

struct Shelf;

enum class Colour : std::uint8_t { Red, Green, Blue };

struct Widget {
    core::Id<Widget> id{};
    core::Unique<std::optional<std::string>> serial{};
    core::Indexed<std::int64_t> position{};
    core::Indexed<Colour> colour{Colour::Red};
    core::Indexed<std::optional<core::Id<Shelf>>> shelf{};
    core::Indexed<bool> isNew{};
    /// Whose it is: "catalogue", "staff", "server"…
    std::string owner = "catalogue";
    std::string name{};

    bool operator==(const Widget &) const = default;
};

/// Something with a secret that must not reach the log.
struct Shelf {
    core::Id<Shelf> id{};
    core::Indexed<core::Unique<std::string>> code{};
    core::Secret<core::Unique<std::optional<std::string>>> pin{};

    bool operator==(const Shelf &) const = default;
};

} // namespace vitrine::tests

template <>
struct vitrine::core::EntityTraits<vitrine::tests::Widget> {
    static constexpr std::string_view kName = "widget", kPlural = "widgets";
    static std::string scope(const tests::Widget &widget) { return widget.owner; }
    static constexpr std::array<std::string_view, 1> kChecks = {R"("position" >= 0)"};
    static constexpr std::array<std::string_view, 1> kIndexes = {"colour, position"};
};
template <>
struct vitrine::core::EntityTraits<vitrine::tests::Shelf> {
    static constexpr std::string_view kName = "shelf", kPlural = "shelves";
    static std::string scope(const tests::Shelf &) { return "catalogue"; }
};

namespace vitrine::tests {

[[nodiscard]] inline std::span<const core::EntitySchema *const> testEntities()
{
    static const std::array<const core::EntitySchema *, 2> schemas = {&core::schemaOf<Widget>(),
                                                                      &core::schemaOf<Shelf>()};
    return schemas;
}

} // namespace vitrine::tests
