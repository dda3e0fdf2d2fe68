// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/ModelFrame.h"

#include <string>
#include <string_view>

namespace vitrine::render {

enum class FormatKind : std::uint8_t { Obj, Fbx, Stl, Ply, Dae, ThreeDs };

/// What must be known of a format that Assimp reads, beyond what its files say.
struct ModelFormat {
    FormatKind kind;
    std::string_view name;   ///< "STL"
    std::string_view suffix; ///< Without its point, in small letters, as Assimp lists it.
    /// Whether its files say their unit and their upward axis. If not, the frame is what is taken for them.
    bool saysFrame;
    ModelFrame frame{};
    /// Its files have shapes and perhaps colours, but no materials.
    bool isBare = false;
    /// Its files do not say from which side their faces are seen, or Assimp does not.
    bool areBothSidesShown = false;
    /// A diffuse texture stands in place of the diffuse colour, instead of being multiplied with it.
    bool doTexturesReplaceColors = true;
};

/// By the suffix of the file's name; null if none of them is Assimp's to read.
[[nodiscard]] const ModelFormat *modelFormat(std::string_view fileName);

/// "metres", "millimetres", or as a number.
[[nodiscard]] std::string unitWords(float unitMetres);

} // namespace vitrine::render
