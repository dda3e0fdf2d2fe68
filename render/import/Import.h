// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/ModelFiles.h"
#include "render/import/ModelFrame.h"
#include "render/package/GroundKey.h"
#include "render/package/PackageWriter.h"

#include <optional>
#include <string>
#include <vector>

namespace vitrine::render {

struct ImportOptions {
    /// Textures are halved until no side is longer. 2048 is the limit of the Khronos 3D Commerce guidelines.
    std::uint32_t maxTextureSide = 2048;
    /// Texels as they are, at four times the size: for a package that is shown once, and soon.
    bool arePixelsPlain = false;
    /// For each of these lights, and for the broad one, the package gets a picture of the darkened ground. One without
    /// directions gets none.
    std::vector<GroundLight> groundLights{};
    /// What one of the model's numbers is in metres, and which axis points upwards: instead of what the file says or
    /// of what is taken for its format.
    std::optional<float> unitMetres{};
    std::optional<UpAxis> up{};
};

/// Reads the model `name` (a path below the folder of `files`) and bakes it into a package: glTF and GLB by our own
/// reader, OBJ, FBX, STL, PLY, DAE and 3DS by Assimp. Runs in the calling process, so for files from outside use
/// importInSandbox() (ImportProcess.h). Fails with the place at fault: a JSON pointer, a byte offset or a file. A model
/// that shows nothing is an error. Exceptions of libraries and exhausted memory come back as errors. Returns the
/// package's size.
[[nodiscard]] core::Result<std::uint64_t> importModel(ModelFiles &files, const std::string &name,
                                                      const ImportOptions &options, PackageSink sink);

} // namespace vitrine::render
