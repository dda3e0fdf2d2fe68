// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/package/PackageFormat.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace vitrine::test {

/// A red block, 0.2 m wide, 0.4 m high, 0.2 m deep, whose variant "Blue" is blue, with one camera that looks at it
/// from straight in front, 2 m away, with a vertical field of view of 40°. It is one part, of clay, at 450 taka, which
/// goes up by 0.3 m; hotspots lie on its front and its back; "Turn" takes it 90° around in a second. Written to a new
/// file of its own.
class BoxPackage
{
public:
    BoxPackage();
    /// With another first material in place of the red one; inside out, only the inner faces of the far sides show, its
    /// floor among them.
    explicit BoxPackage(const render::MaterialRecord &material, bool isInsideOut = false);
    /// `scale` times as large, and so many metres further along +X, all of it in its vertices.
    BoxPackage(float scale, float away);
    /// A ball of the same height in the block's place, its tangents to the east, of this material.
    /// `occlusion`: the part of the light all around that reaches it.
    static BoxPackage ball(const render::MaterialRecord &material, float occlusion = 1);
    ~BoxPackage();
    BoxPackage(const BoxPackage &) = delete;
    BoxPackage &operator=(const BoxPackage &) = delete;

    std::string path() const { return m_path.string(); }

private:
    explicit BoxPackage(const std::vector<std::byte> &package);

    std::filesystem::path m_path;
};

} // namespace vitrine::test
