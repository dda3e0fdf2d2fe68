// SPDX-License-Identifier: GPL-3.0-or-later
#include "ModelMaker.h"

#include <algorithm>
#include <map>

using namespace vitrine;

namespace {

const std::filesystem::path kFolder = std::filesystem::path(SHARED_FOLDER) / "gltf-malformed";

std::vector<std::string> files()
{
    std::vector<std::string> names;
    if (std::filesystem::exists(kFolder))
        for (const auto &entry : std::filesystem::directory_iterator(kFolder))
            names.push_back(entry.path().filename().string());
    std::ranges::sort(names);
    return names;
}

std::string faultOf(const std::string &name)
{
    render::DirectoryFiles folder(kFolder);
    return test::bake(folder, name).fault;
}

/// Word for word, so that a message that gets worse is seen.
const std::map<std::string, std::string> kPinned = {
    {"base__accessor__empty_object.gltf", "invalidArgument at /accessors/0/count: missing"},
    {"base__accessor__invalid_sparse_count_and_stride.gltf",
     "invalidArgument at /accessors/0/sparse/count: 2 values for 1 elements"},
    {"base__accessor__unresolved_bufferviews.gltf",
     "invalidArgument at /accessors/0/bufferView: there is no /bufferViews/0, only 0 of them"},
    {"base__asset__1_0_version.gltf", "unsupported at /asset/version: glTF version '1.0', not 2.x"},
    {"base__asset__invalid_version.gltf", "unsupported at /asset/version: glTF version '1.0.1-dev', not 2.x"},
    {"base__asset__min_version_valid.gltf", "unsupported at /asset/minVersion: needs glTF 2.1"},
    {"base__buffer_view__unresolved_buffer.gltf",
     "invalidArgument at /bufferViews/0/buffer: there is no /buffers/1, only 1 of them"},
    {"base__camera__orthographic_xy.gltf", "invalidArgument at /cameras/0/orthographic/xmag: must not be 0"},
    {"base__camera__perspective_yfov.gltf",
     "invalidArgument at /cameras/0/perspective/yfov: 4 is not from 0 to 3.14159"},
    {"base__glb__chunk_too_big.glb", "malformed at byte 12: the file ends within a chunk's header"},
    {"base__glb__empty_json_chunk.glb", "malformed at byte 12: there is no JSON in the file"},
    {"base__glb__invalid_magic.glb", "malformed at byte 0: neither a binary glTF nor a JSON object"},
    {"base__glb__json_and_two_buffers.glb", "malformed at byte 92: a second binary chunk"},
    {"base__glb__misplaced_bin_chunk.glb", "malformed at byte 92: the binary chunk is not the second"},
    {"base__glb__only_bin_chunk.glb", "malformed at byte 16: the first chunk is not JSON"},
    {"base__glb__truncated_chunk_data.glb", "malformed at byte 47: the file is cut off: 47 bytes of 48"},
    {"base__glb__two_bin_chunks.glb", "malformed at byte 16: the first chunk is not JSON"},
    {"base__glb__two_empty_json_chunks.glb", "malformed at byte 24: a second JSON chunk"},
    {"base__glb__two_valid_json_chunks.glb", "malformed at byte 52: a second JSON chunk"},
    {"base__glb__unknown_chunk.glb", "malformed at byte 16: the first chunk is not JSON"},
    {"base__glb__zero_length.glb", "malformed at byte 12: there is no JSON in the file"},
    {"base__image__unresolved_buffer_view.gltf",
     "invalidArgument at /images/0/bufferView: there is no /bufferViews/0, only 0 of them"},
    {"base__json__empty_file.gltf", "invalidArgument at base__json__empty_file.gltf: the file is empty"},
    {"base__json__invalid_object.gltf", "malformed at byte 0: neither a binary glTF nor a JSON object"},
    {"base__material__unresolved_emissive.gltf",
     "invalidArgument at /materials/0/emissiveTexture/index: there is no /textures/0, only 0 of them"},
    {"base__material__unresolved_normal.gltf",
     "invalidArgument at /materials/0/normalTexture/index: there is no /textures/0, only 0 of them"},
    {"base__mesh__empty_object.gltf", "invalidArgument at /meshes/0/primitives: a mesh without primitives"},
    {"base__mesh__unresolved_material.gltf",
     "invalidArgument at /meshes/0/primitives/0/material: there is no /materials/0, only 0 of them"},
    {"base__mesh__unresolved_positions.gltf",
     "invalidArgument at /meshes/0/primitives/0/attributes/POSITION: there is no /accessors/0, only 0 of them"},
    {"base__node__matrix_trs.gltf", "invalidArgument at /nodes/0: both a matrix and translation, rotation or scale"},
    {"base__node__node_loop.gltf", "invalidArgument at /nodes/0: the node is its own ancestor"},
    {"base__node__node_parent_override.gltf",
     "invalidArgument at /nodes/1/children/0: /nodes/2 already has the parent /nodes/0"},
    {"base__node__node_skinned_mesh_without_skin.gltf",
     "invalidArgument: the scene has no size: all of its triangles are one point"},
    {"base__node__node_weights_override.gltf",
     "invalidArgument: the scene has no size: all of its triangles are one point"},
    {"base__node__unresolved_child_node.gltf",
     "invalidArgument at /nodes/0/children/0: there is no /nodes/1, only 1 of them"},
    {"base__node__unresolved_skin.gltf", "invalidArgument at /nodes/0/skin: there is no /skins/0, only 0 of them"},
    {"base__root__empty_object.gltf", "invalidArgument at /asset: missing"},
    {"base__root__invalid_array_elements.gltf", "invalidArgument at /materials/0: not an object"},
    {"base__root__undefined_used_extensions.gltf",
     "unsupported at /extensionsRequired/0: the model needs the extension KHR_extension, which is not known"},
    {"base__scene__non_root_node.gltf", "invalidArgument at /scenes/0/nodes/0: /nodes/1 is not a root"},
    {"base__scene__unresolved_default_scene.gltf", "invalidArgument at /scene: there is no /scenes/0, only 0 of them"},
    {"base__skin__empty_joints_array.gltf", "invalidArgument at /skins/0/joints: a skin without joints"},
    {"base__skin__ibm_invalid_count.gltf", "invalidArgument at /skins/2/inverseBindMatrices: 2 matrices for 3 joints"},
    {"base__skin__ignored_animated_transform.gltf",
     "invalidArgument at /animations/0/samplers/0/input: the times do not rise, at key 1"},
    {"base__skin__ignored_parent_transform.gltf",
     "invalidArgument: the scene has no size: all of its triangles are one point"},
    {"base__skin__no_joints_in_scene.gltf",
     "invalidArgument: the scene has no size: all of its triangles are one point"},
    {"base__skin__unresolved_ibm.gltf",
     "invalidArgument at /skins/0/inverseBindMatrices: there is no /accessors/0, only 0 of them"},
    {"base__skin__unresolved_skeleton.gltf",
     "invalidArgument at /skins/0/skeleton: there is no /nodes/1, only 1 of them"},
    {"base__skin_data__invalid_ibm.gltf", "notFound at /buffers/0/uri: no such file: 'invalid_ibm.bin'"},
    {"base__texture__unresolved_sampler.gltf",
     "invalidArgument at /textures/0/sampler: there is no /samplers/0, only 0 of them"},
    {"ext__KHR_lights_punctual__light__empty_light_object.gltf",
     "invalidArgument at /extensions/KHR_lights_punctual/lights/0/type: neither directional, point nor spot"},
    {"ext__KHR_lights_punctual__light__spot_light_without_spot_object.gltf",
     "invalidArgument at /extensions/KHR_lights_punctual/lights/0/spot: missing"},
    {"ext__KHR_lights_punctual__light__unknown_type.gltf",
     "invalidArgument at /extensions/KHR_lights_punctual/lights/0/type: neither directional, point nor spot"},
    {"ext__KHR_lights_punctual__node__unresolved_light_empty_root_ext.gltf",
     "invalidArgument at /nodes/0/extensions/KHR_lights_punctual/light: there is no "
     "/extensions/KHR_lights_punctual/lights/0, only 0 of them"},
    {"ext__KHR_materials_anisotropy__material__out_of_range.gltf",
     "invalidArgument at /materials/0/extensions/KHR_materials_anisotropy/anisotropyStrength: -0.5 is not from 0 to 1"},
    {"ext__KHR_materials_ior__material__out_of_range.gltf",
     "invalidArgument at /materials/0/extensions/KHR_materials_ior/ior: -0.5 is not from 0 to 3.40282347e+38"},
    {"ext__KHR_materials_variants__variant__invalid_name.gltf",
     "invalidArgument at /extensions/KHR_materials_variants/variants/0/name: not a text"},
    {"ext__KHR_materials_volume__material__out_of_range.gltf",
     "invalidArgument at /materials/0/extensions/KHR_materials_volume/thicknessFactor: -1 is not from 0 to "
     "3.40282347e+38"},
};

} // namespace

TEST_CASE("Every malformed file ends in a named error or a package")
{
    const auto names = files();
    if (names.empty())
        SKIP("there is no ../shared/gltf-malformed beside this checkout");
    CHECK(names.size() == 186);
    for (const std::string &name : names) {
        INFO(name);
        const std::string fault = faultOf(name); // Throws if the importer's package is broken.
        if (!fault.empty()) {
            CHECK_FALSE(fault.starts_with("internal"));
            CHECK(fault.contains(": "));
        }
    }
}

TEST_CASE("The errors of malformed files are these")
{
    if (files().empty())
        SKIP("there is no ../shared/gltf-malformed beside this checkout");
    for (const auto &[name, fault] : kPinned) {
        INFO(name);
        CHECK(faultOf(name) == fault);
    }
}
