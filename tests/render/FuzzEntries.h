// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Plain functions over hostile bytes, one for each parser: each must return, whatever it is given. The tests call them
/// with damaged files; a fuzzer's target is one line around each.
namespace vitrine::test {

/// Opens a package and, if it is accepted, reads all that its accessors lead to.
void readAnyPackage(std::span<const std::byte> bytes);
/// The same after the header has been made to fit the bytes (sign()): a hash would keep chance away from all the rest.
void readAnySignedPackage(std::span<const std::byte> bytes);
/// Decodes a mesh whose record and codes are these bytes: as much as a MeshRecord takes, the size of the vertices in
/// four bytes, vertices, triangles.
void decodeAnyMesh(std::span<const std::byte> bytes);

/// From now on the imports below end at the scene that is read, but for one file in eight: tracing a product's light
/// takes a hundred times as long as reading a small file.
void importInPart();

/// Imports a glTF or GLB file, in this process and without other files.
void importAnyGltf(std::span<const std::byte> bytes);
/// Imports a GLB whose JSON is these bytes, over a binary part of numbers that are good for positions and indices.
void importAnyJson(std::span<const std::byte> bytes);
/// Imports a glTF in which these bytes are the `extras` of the root, a node, a variant and an animation.
void importAnyExtras(std::span<const std::byte> bytes);

/// Imports a file of a format that Assimp reads, as the sandboxed process does.
void importAnyObj(std::span<const std::byte> bytes);
void importAnyFbx(std::span<const std::byte> bytes);
void importAnyStl(std::span<const std::byte> bytes);
void importAnyPly(std::span<const std::byte> bytes);
void importAnyDae(std::span<const std::byte> bytes);
void importAnyThreeDs(std::span<const std::byte> bytes);

/// Reads the films of a text, and if it is accepted, writes and plays them.
void readAnyShots(std::span<const std::byte> bytes);
/// Decodes a PNG, JPEG or WebP image and makes its mip levels.
void decodeAnyImage(std::span<const std::byte> bytes);
/// Decodes a KTX2 texture; its identifier need not be right.
void decodeAnyKtx2(std::span<const std::byte> bytes);

/// All of them by name.
struct FuzzEntry {
    std::string_view name;
    void (*run)(std::span<const std::byte>);
};
[[nodiscard]] std::span<const FuzzEntry> fuzzEntries();

/// Makes magic, version, size and directory's hash of a package's header those of its bytes.
void sign(std::span<std::byte> package);

/// What importAnyJson() imports the JSON with.
[[nodiscard]] std::vector<std::byte> binaryPart();
/// What importAnyExtras() imports.
[[nodiscard]] std::string withExtras(std::string_view extras);

} // namespace vitrine::test
