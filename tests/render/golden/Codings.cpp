// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/render/golden/Codings.h"

#include "tests/render/import/Ktx2Maker.h"

#include <QBuffer>
#include <QImage>

#include <draco/compression/encode.h>
#include <draco/mesh/mesh.h>
#include <meshoptimizer.h>

#include <cmath>
#include <numbers>

namespace vitrine::test {
namespace {

constexpr float kRadius = 0.2F;

struct Ball {
    std::vector<float> normals;
    std::vector<float> coordinates;
    std::vector<std::uint16_t> indices;
};

Ball ball()
{
    constexpr int kAround = 64;
    constexpr int kDown = 32;
    constexpr float kPi = std::numbers::pi_v<float>;
    Ball made;
    for (int row = 0; row <= kDown; ++row)
        for (int column = 0; column <= kAround; ++column) {
            const float south = kPi * static_cast<float>(row) / kDown;
            const float east = 2 * kPi * static_cast<float>(column) / kAround;
            made.normals.insert(made.normals.end(),
                                {std::sin(south) * std::sin(east), std::cos(south), std::sin(south) * std::cos(east)});
            made.coordinates.insert(made.coordinates.end(), {4.0F * static_cast<float>(column) / kAround,
                                                             2.0F * static_cast<float>(row) / kDown});
        }
    for (int row = 0; row < kDown; ++row)
        for (int column = 0; column < kAround; ++column)
            for (const auto &[down, right] : {std::pair{0, 0}, {1, 0}, {1, 1}, {0, 0}, {1, 1}, {0, 1}})
                made.indices.push_back(static_cast<std::uint16_t>((row + down) * (kAround + 1) + column + right));
    return made;
}

std::vector<float> positionsOf(const Ball &ball)
{
    std::vector<float> positions;
    positions.reserve(ball.normals.size());
    for (std::size_t i = 0; i < ball.normals.size(); ++i)
        positions.push_back((ball.normals[i] + (i % 3 == 1 ? 1.0F : 0.0F)) * kRadius);
    return positions;
}

std::string counted(const char *members, std::size_t count)
{
    return members + (R"(,"count":)" + std::to_string(count));
}

std::string attributesFrom(std::size_t first)
{
    return R"("POSITION":)" + std::to_string(first) + R"(,"NORMAL":)" + std::to_string(first + 1) +
           R"(,"TEXCOORD_0":)" + std::to_string(first + 2);
}

/// A view of decoded floats whose bytes in the file are meshoptimizer's.
void addCoded(Model &model, const std::vector<float> &values, std::size_t components, const char *type)
{
    const std::size_t count = values.size() / components;
    const std::size_t stride = components * sizeof(float);
    std::vector<unsigned char> coded(meshopt_encodeVertexBufferBound(count, stride));
    coded.resize(meshopt_encodeVertexBuffer(coded.data(), coded.size(), values.data(), count, stride));
    const std::size_t offset = model.buffer.add(coded);
    model.addView(0, values.size() * sizeof(float),
                  R"("extensions":{"EXT_meshopt_compression":{"buffer":0,"byteOffset":)" + std::to_string(offset) +
                      R"(,"byteLength":)" + std::to_string(coded.size()) + R"(,"byteStride":)" +
                      std::to_string(stride) + R"(,"count":)" + std::to_string(count) + R"(,"mode":"ATTRIBUTES"}})");
    model.addAccessor(R"("bufferView":)" + std::to_string(model.viewCount() - 1) + R"(,"componentType":5126,"type":")" +
                      type + R"(","count":)" + std::to_string(count));
}

std::vector<std::int16_t> quantized(const std::vector<float> &values)
{
    std::vector<std::int16_t> result;
    for (std::size_t i = 0; i < values.size(); ++i) {
        result.push_back(static_cast<std::int16_t>(std::lround(values[i] * 32767)));
        if (i % 3 == 2)
            result.push_back(0); // Each starts on a multiple of four bytes.
    }
    return result;
}

int addAttribute(draco::Mesh &mesh, draco::GeometryAttribute::Type type, const std::vector<float> &values,
                 std::uint8_t components)
{
    draco::GeometryAttribute attribute;
    attribute.Init(type, nullptr, components, draco::DT_FLOAT32, false, components * sizeof(float), 0);
    const auto count = static_cast<std::uint32_t>(values.size() / components);
    const int id = mesh.AddAttribute(attribute, true, count);
    for (std::uint32_t i = 0; i < count; ++i)
        mesh.attribute(id)->SetAttributeValue(draco::AttributeValueIndex(i), values.data() + i * components);
    return id;
}

Shape addDraco(Model &model, const Ball &ball, std::size_t first)
{
    draco::Mesh mesh;
    mesh.set_num_points(static_cast<std::uint32_t>(ball.normals.size() / 3));
    const std::array<int, 3> ids = {addAttribute(mesh, draco::GeometryAttribute::POSITION, positionsOf(ball), 3),
                                    addAttribute(mesh, draco::GeometryAttribute::NORMAL, ball.normals, 3),
                                    addAttribute(mesh, draco::GeometryAttribute::TEX_COORD, ball.coordinates, 2)};
    for (std::size_t i = 0; i < ball.indices.size(); i += 3)
        mesh.AddFace({draco::PointIndex(ball.indices[i]), draco::PointIndex(ball.indices[i + 1]),
                      draco::PointIndex(ball.indices[i + 2])});
    draco::Encoder encoder;
    draco::EncoderBuffer encoded;
    if (!encoder.EncodeMeshToBuffer(mesh, &encoded).ok())
        throw std::runtime_error("Draco did not encode the ball");
    const std::vector<char> bytes(encoded.data(), encoded.data() + encoded.size());
    model.addView(model.buffer.add(bytes), bytes.size());
    const std::string view = std::to_string(model.viewCount() - 1);
    const std::size_t count = ball.normals.size() / 3;
    model.addAccessor(counted(R"("componentType":5126,"type":"VEC3")", count));
    model.addAccessor(counted(R"("componentType":5126,"type":"VEC3")", count));
    model.addAccessor(counted(R"("componentType":5126,"type":"VEC2")", count));
    model.addAccessor(counted(R"("componentType":5123,"type":"SCALAR")", ball.indices.size()));
    return {attributesFrom(first), R"(,"indices":)" + std::to_string(first + 3),
            R"("KHR_draco_mesh_compression":{"bufferView":)" + view + R"(,"attributes":{"POSITION":)" +
                std::to_string(ids[0]) + R"(,"NORMAL":)" + std::to_string(ids[1]) + R"(,"TEXCOORD_0":)" +
                std::to_string(ids[2]) + "}}"};
}

QColor square(int x, int y) { return (x + y) % 2 == 0 ? QColor(226, 180, 40) : QColor(20 + 24 * x, 60, 120); }

Bytes pictureFile(const char *format)
{
    QImage image(64, 64, QImage::Format_RGB32);
    for (int y = 0; y < 64; ++y)
        for (int x = 0; x < 64; ++x)
            image.setPixelColor(x, y, square(x / 8, y / 8));
    QBuffer buffer;
    if (!image.save(&buffer, format, 100))
        throw std::runtime_error(std::string("no writer of ") + format);
    const auto bytes = std::as_bytes(std::span(buffer.data()));
    return {bytes.begin(), bytes.end()};
}

/// UASTC blocks of mode 8, each of one colour.
Bytes basisFile()
{
    Ktx2 file{.width = 32, .height = 32, .colorModel = 166, .level = {}};
    for (int y = 0; y < 8; ++y)
        for (int x = 0; x < 8; ++x) {
            const QColor color = square(x, y);
            Bits bits;
            bits.add(23, 5);
            for (const int channel : {color.red(), color.green(), color.blue(), 255})
                bits.add(static_cast<std::uint64_t>(channel), 8);
            bits.add(0, 128 - 37);
            file.level.insert(file.level.end(), bits.bytes().begin(), bits.bytes().end());
        }
    return file.bytes();
}

} // namespace

std::vector<float> ballPositions() { return positionsOf(ball()); }

Shape addBall(Model &model, Coding coding)
{
    const Ball made = ball();
    const std::size_t first = model.accessorCount();
    const std::size_t count = made.normals.size() / 3;
    if (coding == Coding::Draco)
        return addDraco(model, made, first);
    if (coding == Coding::Meshopt) {
        addCoded(model, positionsOf(made), 3, "VEC3");
        addCoded(model, made.normals, 3, "VEC3");
        addCoded(model, made.coordinates, 2, "VEC2");
    } else {
        if (coding == Coding::Quantized) {
            const auto values = quantized(made.normals);
            constexpr const char *kShorts = R"("componentType":5122,"normalized":true,"type":"VEC3")";
            model.add(values, counted(kShorts, count), R"("byteStride":8)");
            model.add(values, counted(kShorts, count), R"("byteStride":8)");
        } else {
            model.add(positionsOf(made), counted(R"("componentType":5126,"type":"VEC3")", count));
            model.add(made.normals, counted(R"("componentType":5126,"type":"VEC3")", count));
        }
        model.add(made.coordinates, counted(R"("componentType":5126,"type":"VEC2")", count));
    }
    model.add(made.indices, counted(R"("componentType":5123,"type":"SCALAR")", made.indices.size()));
    return {attributesFrom(first), R"(,"indices":)" + std::to_string(first + 3), {}};
}

std::string addPicture(Model &model, Picture picture)
{
    if (picture == Picture::None)
        return {};
    const Bytes file = picture == Picture::Basis  ? basisFile()
                       : picture == Picture::WebP ? pictureFile("webp")
                                                  : pictureFile("png");
    model.addView(model.buffer.add(file), file.size());
    const char *texture = picture == Picture::Basis  ? R"({"extensions":{"KHR_texture_basisu":{"source":0}}})"
                          : picture == Picture::WebP ? R"({"extensions":{"EXT_texture_webp":{"source":0}}})"
                                                     : R"({"source":0})";
    return R"(,"images":[{"bufferView":)" + std::to_string(model.viewCount() - 1) + R"(}],"textures":[)" + texture +
           "]";
}

} // namespace vitrine::test
