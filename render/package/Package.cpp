// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/package/Package.h"

#include "core/values/Contract.h"
#include "render/package/PackageCheck.h"
#include "render/package/Xxh64.h"

#include <algorithm>
#include <string>

namespace vitrine::render {

core::Result<Package> Package::open(std::span<const std::byte> bytes) { return PackageCheck::open(bytes); }

core::Status Package::verifyPayload() const
{
    for (std::size_t i = 0; i < m_directory.size(); ++i) {
        const SectionRecord &section = m_directory[i];
        if (Xxh64::of(bytesOf(section)) != section.hash)
            return core::fail(core::ErrorCode::Corrupt, "the section's bytes do not match their hash",
                              "sections[" + std::to_string(i) + "]");
    }
    return {};
}

std::span<const LodRecord> Package::lodsOf(std::size_t mesh) const
{
    const auto found = std::ranges::equal_range(m_lods, static_cast<std::int32_t>(mesh), {}, &LodRecord::mesh);
    return {found.begin(), found.end()};
}

bool hasAttribute(const MeshRecord &mesh, VertexSemantic semantic)
{
    return std::ranges::contains(std::span(mesh.attributes).first(mesh.attributeCount), semantic,
                                 &VertexAttribute::semantic);
}

std::int32_t Package::materialOf(std::size_t submesh, std::int32_t variant) const
{
    VITRINE_EXPECT(submesh < m_submeshes.size());
    if (variant < 0)
        return m_submeshes[submesh].material;
    VITRINE_EXPECT(static_cast<std::size_t>(variant) < m_variants.size());
    return m_variantTable[submesh * m_variants.size() + static_cast<std::size_t>(variant)];
}

const SkinRecord *Package::skinOf(std::size_t node) const
{
    const auto wanted = static_cast<std::int32_t>(node);
    const auto found = std::ranges::lower_bound(m_skins, wanted, {}, &SkinRecord::node);
    return found != m_skins.end() && found->node == wanted ? &*found : nullptr;
}

std::span<const MorphTargetRecord> Package::morphTargetsOf(std::size_t mesh) const
{
    const auto [first, last] =
        std::ranges::equal_range(m_morphTargets, static_cast<std::int32_t>(mesh), {}, &MorphTargetRecord::mesh);
    return {first, last};
}

} // namespace vitrine::render
