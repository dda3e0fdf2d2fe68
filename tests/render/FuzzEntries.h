// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>

/// Plain functions over hostile bytes, one for each parser: each must return, whatever it is given. The tests call them
/// with damaged files; a fuzzer's target is one line around each.
namespace vitrine::test {

/// Opens a package and, if it is accepted, reads all that its accessors lead to.
void readAnyPackage(std::span<const std::byte> bytes);
/// Imports a glTF or GLB file, in this process and without other files.
void importAnyGltf(std::span<const std::byte> bytes);
/// Imports an OBJ file.
void importAnyObj(std::span<const std::byte> bytes);
/// Imports a file of another format that Assimp reads: "fbx", "stl", "ply", "dae" or "3ds".
void importAnyModel(std::span<const std::byte> bytes, const std::string &suffix);
/// Reads the films of a text, and if it is accepted, writes and plays them.
void readAnyShots(std::span<const std::byte> bytes);
/// Decodes a PNG or JPEG image and makes its mip levels.
void decodeAnyImage(std::span<const std::byte> bytes);

} // namespace vitrine::test
