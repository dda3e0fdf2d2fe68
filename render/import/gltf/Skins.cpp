// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/gltf/Skins.h"

#include <cmath>

namespace vitrine::render::gltf {
namespace {

using core::ErrorCode;
using core::fail;
using core::Result;
using core::Status;

Status readInverseBind(Document &document, const JsonObject &object, Skin &skin)
{
    skin.inverseBind.assign(skin.joints.size(), kIdentity);
    VITRINE_TRY(const std::int32_t accessor,
                object.index("inverseBindMatrices", document.accessors().size(), "/accessors"));
    if (accessor == kNone)
        return {};
    VITRINE_TRY(const std::vector<float> values, document.floats(accessor, 16));
    if (values.size() < skin.joints.size() * 16)
        return fail(ErrorCode::InvalidArgument,
                    std::to_string(values.size() / 16) + " matrices for " + std::to_string(skin.joints.size()) +
                        " joints",
                    object.pointer("inverseBindMatrices"));
    for (std::size_t j = 0; j < skin.joints.size(); ++j)
        for (std::size_t k = 0; k < 16; ++k) {
            if (!std::isfinite(values[j * 16 + k]))
                return fail(ErrorCode::InvalidArgument, "not a finite number", object.pointer("inverseBindMatrices"));
            skin.inverseBind[j][k] = values[j * 16 + k];
        }
    return {};
}

} // namespace

Result<std::vector<Skin>> readSkins(Document &document, const Hierarchy &hierarchy)
{
    std::vector<Skin> skins;
    for (std::size_t i = 0; i < document.skins().size(); ++i) {
        VITRINE_TRY(const JsonObject object, document.skins().object(i));
        VITRINE_TRY(const JsonArray joints, object.array("joints"));
        if (joints.size() == 0)
            return fail(ErrorCode::InvalidArgument, "a skin without joints", object.pointer("joints"));
        Skin &skin = skins.emplace_back();
        for (std::size_t j = 0; j < joints.size(); ++j) {
            VITRINE_TRY(const std::int32_t joint, joints.index(j, hierarchy.nodes.size(), "/nodes"));
            skin.joints.push_back(joint);
        }
        VITRINE_TRY([[maybe_unused]] const auto skeleton, object.index("skeleton", hierarchy.nodes.size(), "/nodes"));
        VITRINE_CHECK(readInverseBind(document, object, skin));
    }
    return skins;
}

std::vector<Matrix4> jointsAtRest(const Skin &skin, const Hierarchy &hierarchy)
{
    std::vector<Matrix4> joints;
    joints.reserve(skin.joints.size());
    for (std::size_t j = 0; j < skin.joints.size(); ++j)
        joints.push_back(multiply(hierarchy.world[static_cast<std::size_t>(skin.joints[j])], skin.inverseBind[j]));
    return joints;
}

} // namespace vitrine::render::gltf
