// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"
#include "render/package/MappedFile.h"
#include "render/package/Package.h"

#include <QVector3D>

#include <filesystem>
#include <memory>
#include <vector>

namespace vitrine::render {

/// A product ready to be shown: the mapped package and what is computed from it once. Immutable, shared by the
/// objects that Qt reads through; the mapping lives as long as the last of them.
class PackageAsset
{
public:
    /// Maps and checks the file, then computes the silhouette: a few milliseconds. Any thread.
    /// Fails as MappedFile::open() and Package::open() do, and with InvalidArgument where nothing can be drawn.
    [[nodiscard]] static core::Result<std::shared_ptr<const PackageAsset>> load(const std::filesystem::path &path);

    const Package &package() const { return m_package; }
    /// Points of the surface that reach furthest in many directions: they bound the silhouette from any side.
    /// Metres, scene space.
    const std::vector<QVector3D> &hull() const { return m_hull; }
    QVector3D boundsMin() const { return m_min; }
    QVector3D boundsMax() const { return m_max; }

private:
    PackageAsset(MappedFile file, const Package &package);

    MappedFile m_file;
    Package m_package;
    std::vector<QVector3D> m_hull;
    QVector3D m_min;
    QVector3D m_max;
};

} // namespace vitrine::render
