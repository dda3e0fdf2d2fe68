// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/gltf/Document.h"

#include <optional>
#include <string>
#include <vector>

/// What `extras` say to a shopper (assets/README.md has the fields). glTF leaves extras to whoever writes a file, and
/// others write theirs: what is not as the shop has it is left out with a warning, and never an error.
namespace vitrine::render::gltf {

/// A hotspot whose node is still a name.
struct NamedHotspot {
    SceneHotspot spot;
    std::string node;
    std::string where;
};

[[nodiscard]] std::optional<ScenePart> partOf(Document &document, const JsonObject &node);
[[nodiscard]] std::vector<NamedHotspot> hotspotsOf(Document &document, const JsonObject &node);
/// `title` and `loop`.
void readExtras(Document &document, const JsonObject &animation, SceneAnimation &into);
/// `name` in both languages and `price`.
void readExtras(Document &document, const JsonObject &variant, SceneVariant &into);

} // namespace vitrine::render::gltf
