// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/light/PathTracer.h"
#include "render/package/PackageWriter.h"

#include <vector>

namespace vitrine::test {

struct SampleMesh {
    std::vector<render::Vector3> positions;
    std::vector<render::Vector3> normals;
    std::vector<std::uint32_t> indices;
};

/// Of radius 1 about the origin.
[[nodiscard]] SampleMesh ball();
/// From corner to corner, hard-edged.
[[nodiscard]] SampleMesh box(render::Vector3 low, render::Vector3 high);

struct SamplePart {
    SampleMesh mesh;
    render::MaterialRecord material;
};

/// A package of one mesh at the origin, in memory.
[[nodiscard]] std::vector<std::byte> packageOf(const std::vector<SamplePart> &parts);
[[nodiscard]] std::vector<std::byte> packageOf(const SampleMesh &mesh, const render::MaterialRecord &material);

/// Looks at the origin from the front, far away, at a picture that a ball of radius 1 just fits into.
[[nodiscard]] render::TraceRequest frontView(int side, int samples, render::Surround surround);

/// Reckons a picture of `package` or fails the test.
[[nodiscard]] render::TracedPicture traced(const std::vector<std::byte> &package, render::TraceRequest request);

} // namespace vitrine::test
