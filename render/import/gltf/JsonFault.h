// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace vitrine::render::gltf {

/// The offset of the first byte at which a text stops being JSON (RFC 8259), or its size if it ends too early.
/// Only for texts that the parser has refused: it says that, but not where.
[[nodiscard]] std::size_t jsonFaultOffset(std::string_view text);

} // namespace vitrine::render::gltf
