// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/package/Package.h"

#include <string>

namespace vitrine::render {

/// What Package::open() checks, step by step. Internal to this folder.
class PackageCheck
{
public:
    static core::Result<Package> open(std::span<const std::byte> bytes);

private:
    explicit PackageCheck(std::span<const std::byte> bytes) { m_package.m_bytes = bytes; }

    core::Status readDirectory();
    template <typename T>
    core::Status bind(SectionKind kind, std::span<const T> &into);
    core::Status bindAll();
    core::Status checkInfo() const;
    core::Status checkText(TextRef ref, const std::string &where) const;
    core::Status checkText(const LocalText &text, const std::string &where) const;
    static core::Status checkPrice(const PriceRecord &price, const std::string &where);
    core::Status checkNodes() const;
    core::Status checkMeshes() const;
    core::Status checkDraws() const;
    core::Status checkLayout(const MeshRecord &mesh, const std::string &where) const;
    core::Status checkRanges(const MeshRecord &mesh, const std::string &where) const;
    static core::Status checkCoding(const VertexAttribute &attribute, const MeshRecord &mesh, const std::string &at);
    core::Status checkSubmeshes(const MeshRecord &mesh, const std::string &where) const;
    core::Status checkLods() const;
    core::Status checkLod(std::size_t index) const;
    core::Status checkMaterials() const;
    core::Status checkTextures() const;
    core::Status checkMips(const TextureRecord &texture, const std::string &where) const;
    core::Status checkVariants() const;
    core::Status checkParts() const;
    core::Status checkHotspots() const;
    core::Status checkAnimations() const;
    core::Status checkChannel(const ChannelRecord &channel, const std::string &where) const;
    core::Status checkValue(const ValueChannelRecord &channel, const std::string &where) const;
    core::Status checkKeys(const auto &channel, const std::string &where) const;
    core::Status checkSkins() const;
    core::Status checkMorphTargets() const;
    core::Status checkLights() const;
    core::Status checkCameras() const;
    core::Status checkMessages() const;
    core::Status checkGrounds() const;

    Package m_package;
};

} // namespace vitrine::render
