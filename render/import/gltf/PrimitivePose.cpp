// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/gltf/PrimitivePose.h"

#include "render/import/ImportLimits.h"
#include "render/import/geometry/Shading.h"
#include "render/import/geometry/Transform.h"

#include <algorithm>
#include <set>

namespace vitrine::render::gltf {
namespace {

using core::ErrorCode;
using core::fail;
using core::Result;
using core::Status;

/// What a target moves of one attribute, three floats for each vertex; empty where it moves none.
Result<std::vector<float>> movesOf(Document &document, const JsonObject &target, std::string_view key,
                                   std::size_t vertexCount)
{
    VITRINE_TRY(const std::int32_t index, target.index(key, document.accessors().size(), "/accessors"));
    if (index == kNone || vertexCount == 0)
        return std::vector<float>();
    VITRINE_TRY(std::vector<float> moves, document.floats(index, 3));
    if (moves.size() != vertexCount * 3)
        return fail(ErrorCode::InvalidArgument,
                    std::to_string(moves.size() / 3) + " elements for " + std::to_string(vertexCount) + " vertices",
                    target.pointer(key));
    return moves;
}

template <typename Vector>
Status addTarget(Document &document, const JsonObject &target, std::string_view key, float weight,
                 std::vector<Vector> &into, std::vector<Vector3> *kept = nullptr)
{
    if (weight == 0 && kept == nullptr)
        return {};
    VITRINE_TRY(const std::vector<float> moves, movesOf(document, target, key, into.size()));
    for (std::size_t i = 0; i < moves.size(); ++i)
        into[i / 3][i % 3] += moves[i] * weight;
    if (kept == nullptr || moves.empty())
        return {};
    kept->resize(into.size());
    for (std::size_t i = 0; i < moves.size(); ++i) {
        if (!std::isfinite(moves[i]))
            return fail(ErrorCode::InvalidArgument, "a value that is not a finite number", target.pointer(key));
        (*kept)[i / 3][i % 3] = moves[i];
    }
    return {};
}

/// Of joints and weights.
constexpr int kSets = 2;

/// The influences of one set, four for each vertex.
struct Influences {
    std::vector<std::uint32_t> joints;
    std::vector<float> weights;
};

class InfluenceReader
{
public:
    InfluenceReader(Document &document, const JsonObject &attributes, const DracoPrimitive *draco,
                    std::size_t vertexCount)
        : m_document(document)
        , m_attributes(attributes)
        , m_draco(draco)
        , m_vertexCount(vertexCount)
    {
    }

    Result<std::optional<Influences>> read(int set) const
    {
        const std::string jointsKey = "JOINTS_" + std::to_string(set);
        const std::string weightsKey = "WEIGHTS_" + std::to_string(set);
        const std::size_t size = m_document.accessors().size();
        VITRINE_TRY(const std::int32_t joints, m_attributes.index(jointsKey, size, "/accessors"));
        VITRINE_TRY(const std::int32_t weights, m_attributes.index(weightsKey, size, "/accessors"));
        if (joints == kNone && weights == kNone)
            return std::nullopt;
        if (joints == kNone || weights == kNone)
            return fail(ErrorCode::InvalidArgument, "joints and weights must come together",
                        m_attributes.pointer(joints == kNone ? weightsKey : jointsKey));
        Influences influences;
        VITRINE_TRY(influences.joints, readJoints(joints, jointsKey));
        if (m_draco != nullptr && m_draco->has(weightsKey)) {
            const bool isNormalized = m_document.accessors()[static_cast<std::size_t>(weights)].isNormalized;
            VITRINE_TRY(influences.weights, m_draco->floats(weightsKey, 4, isNormalized));
        } else {
            VITRINE_TRY(influences.weights, m_document.floats(weights, 4));
        }
        if (influences.joints.size() != m_vertexCount * 4)
            return fail(ErrorCode::InvalidArgument, "not one element for each vertex", m_attributes.pointer(jointsKey));
        if (influences.weights.size() != m_vertexCount * 4)
            return fail(ErrorCode::InvalidArgument, "not one element for each vertex",
                        m_attributes.pointer(weightsKey));
        return influences;
    }

private:
    Result<std::vector<std::uint32_t>> readJoints(std::int32_t accessor, const std::string &key) const
    {
        if (m_draco == nullptr || !m_draco->has(key))
            return m_document.integers(accessor, 4);
        VITRINE_TRY(const std::vector<float> numbers, m_draco->floats(key, 4, false));
        std::vector<std::uint32_t> joints(numbers.size());
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            if (!(numbers[i] >= 0 && numbers[i] <= 65'535))
                return fail(ErrorCode::InvalidArgument, "not a joint's number", m_attributes.pointer(key));
            joints[i] = static_cast<std::uint32_t>(numbers[i]);
        }
        return joints;
    }

    Document &m_document;
    const JsonObject &m_attributes;
    const DracoPrimitive *m_draco;
    std::size_t m_vertexCount;
};

/// A vertex's influences, the greatest first; those of no weight are left out.
std::vector<std::pair<float, std::uint32_t>> influencesOf(const std::vector<Influences> &sets, std::size_t vertex)
{
    std::vector<std::pair<float, std::uint32_t>> all;
    for (const Influences &set : sets)
        for (std::size_t k = vertex * 4; k < vertex * 4 + 4; ++k)
            if (set.weights[k] > 0 && std::isfinite(set.weights[k]))
                all.emplace_back(set.weights[k], set.joints[k]);
    std::ranges::sort(all, std::ranges::greater(), &std::pair<float, std::uint32_t>::first);
    return all;
}

/// Doubles, for a file may have weights whose sum no float holds.
double totalOf(const std::vector<std::pair<float, std::uint32_t>> &influences)
{
    double total = 0;
    for (const auto &[weight, joint] : influences)
        total += static_cast<double>(weight);
    return total;
}

Matrix4 blend(const std::vector<std::pair<float, std::uint32_t>> &influences, std::span<const Matrix4> joints)
{
    if (influences.empty())
        return joints[0];
    Matrix4 sum{};
    const double total = totalOf(influences);
    for (const auto &[weight, joint] : influences) {
        const auto share = static_cast<float>(static_cast<double>(weight) / total);
        for (std::size_t i = 0; i < 16; ++i)
            sum[i] += joints[joint][i] * share;
    }
    return sum;
}

/// As the package has them: four at most, which sum to 1. A vertex without any follows the first joint.
void keepInfluences(std::vector<std::pair<float, std::uint32_t>> &influences, ScenePrimitive &primitive)
{
    if (influences.empty())
        influences.emplace_back(1.0F, 0);
    if (influences.size() > 4)
        influences.resize(4);
    const double total = totalOf(influences);
    Vector4 &joints = primitive.joints.emplace_back(Vector4{});
    Vector4 &weights = primitive.weights.emplace_back(Vector4{});
    for (std::size_t k = 0; k < influences.size(); ++k) {
        weights[k] = static_cast<float>(static_cast<double>(influences[k].first) / total);
        joints[k] = static_cast<float>(influences[k].second);
    }
}

/// Those of positions, normals and tangents are shown; colours and texture coordinates stay as they are.
void sayWhatStays(Document &document, const JsonObject &target, std::set<std::string_view> &said)
{
    for (const std::string_view key : target.keys())
        if ((key.starts_with("COLOR_") || key.starts_with("TEXCOORD_")) && said.insert(key).second)
            document.scene().warn("what morph targets do to " + std::string(key.substr(0, 40)) + " is left out",
                                  target.pointer(key));
}

} // namespace

Status applyMorphTargets(Document &document, const JsonObject &object, std::span<const float> weights, bool isKept,
                         ScenePrimitive &primitive)
{
    VITRINE_TRY(const JsonArray targets, object.array("targets"));
    if (targets.size() > limits::kMorphTargets)
        return fail(ErrorCode::TooLarge, std::to_string(targets.size()) + " morph targets", targets.pointer());
    if (isKept && targets.size() * primitive.positions.size() > limits::kMorphMoves)
        return fail(ErrorCode::TooLarge,
                    std::to_string(targets.size()) + " morph targets of " + std::to_string(primitive.positions.size()) +
                        " vertices",
                    targets.pointer());
    std::set<std::string_view> said;
    for (std::size_t i = 0; i < targets.size(); ++i) {
        VITRINE_TRY(const JsonObject target, targets.object(i));
        const float weight = i < weights.size() ? weights[i] : 0;
        if (isKept || weight != 0)
            sayWhatStays(document, target, said);
        SceneMoves *kept = isKept ? &primitive.targets.emplace_back() : nullptr;
        VITRINE_CHECK(
            addTarget(document, target, "POSITION", weight, primitive.positions, kept ? &kept->positions : nullptr));
        VITRINE_CHECK(
            addTarget(document, target, "NORMAL", weight, primitive.normals, kept ? &kept->normals : nullptr));
        VITRINE_CHECK(addTarget(document, target, "TANGENT", weight, primitive.tangents));
    }
    return {};
}

Status applySkin(Document &document, const JsonObject &attributes, const DracoPrimitive *draco, const SkinPose &skin,
                 ScenePrimitive &primitive)
{
    const InfluenceReader reader(document, attributes, draco, primitive.positions.size());
    std::vector<Influences> sets;
    for (int set = 0; set < kSets; ++set) {
        VITRINE_TRY(auto influences, reader.read(set));
        if (!influences)
            break;
        const auto wild =
            std::ranges::find_if(influences->joints, [&](auto joint) { return joint >= skin.joints.size(); });
        if (wild != influences->joints.end())
            return fail(ErrorCode::InvalidArgument,
                        "joint " + std::to_string(*wild) + " of " + std::to_string(skin.joints.size()),
                        attributes.pointer("JOINTS_" + std::to_string(set)));
        sets.push_back(std::move(*influences));
    }
    if (const std::string third = "JOINTS_" + std::to_string(kSets); attributes.has(third))
        document.scene().warn("of the joints only the first two sets are read", attributes.pointer(third));
    if (sets.empty()) {
        document.scene().warn("a mesh with a skin has no joints; it is shown as it is", attributes.pointer());
        return {};
    }
    bool isMirrored = false;
    for (std::size_t i = 0; i < primitive.positions.size(); ++i) {
        auto influences = influencesOf(sets, i);
        if (skin.isKept)
            keepInfluences(influences, primitive);
        const Matrix4 matrix = blend(influences, skin.joints);
        const bool isOver = determinant(matrix) < 0;
        isMirrored = isMirrored || isOver;
        primitive.positions[i] = transformPoint(matrix, primitive.positions[i]);
        if (!primitive.normals.empty())
            primitive.normals[i] = transformNormal(matrix, primitive.normals[i]);
        if (!primitive.tangents.empty()) {
            Vector4 &tangent = primitive.tangents[i];
            const Vector3 turned =
                normalized(transformDirection(matrix, {tangent[0], tangent[1], tangent[2]}), {1, 0, 0});
            tangent = {turned[0], turned[1], turned[2], isOver ? -tangent[3] : tangent[3]};
        }
    }
    if (isMirrored)
        reverseTriangles(primitive.indices);
    return {};
}

} // namespace vitrine::render::gltf
