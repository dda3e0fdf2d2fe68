// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/render/import/ModelMaker.h"

#include <array>
#include <filesystem>
#include <string>

/// What the extensions are shown on: a ball before a striped board on a chequered floor, so that whatever goes through
/// it, is thrown back by it or lies on it has something to be seen by.
namespace vitrine::test {

/// How the ball's shape stands in the file.
enum class Coding { Plain, Quantized, Meshopt, Draco };
/// How its picture does: a chequered one.
enum class Picture { None, Png, WebP, Basis };

/// What a sample says beyond the ball's material. Each text is members after a comma, or a list's after one.
struct Further {
    std::string attributes{}; ///< Of the ball's corners.
    std::string primitive{};  ///< Of its primitive.
    std::string ball{};       ///< Of its node,
    std::string floor{};      ///< and of the floor's.
    /// Node 2 and on, where there is no second ball, and those of them that stand in the scene.
    std::string nodes{};
    std::string roots{};
    std::string root{};
};

struct Sample {
    std::string name;     ///< Of the golden picture.
    std::string material; ///< Members of the ball's material, as JSON.
    Coding coding = Coding::Plain;
    Picture picture = Picture::None; ///< Texture 0.
    std::string variant{};           ///< Shown; there are "indigo", which is the ball's own material, and "celadon".
    /// Of a second ball, 0.09 m in radius, and where its foot is; empty: there is none.
    std::string second{};
    std::array<float, 3> secondAt{};
    Further (*further)(Model &model) = nullptr;
    double seconds = 0; ///< Into its animation, where it has one.
};

/// Sold as a product: the ball is a part that comes off, hotspots lie on it and on the floor, and it rolls.
[[nodiscard]] Further soldAsProduct(Model &model);

/// The GLB of it.
[[nodiscard]] Bytes glbOf(const Sample &sample);

/// That GLB imported into a file of its own.
class BakedSample
{
public:
    explicit BakedSample(const Sample &sample);
    ~BakedSample();
    BakedSample(const BakedSample &) = delete;
    BakedSample &operator=(const BakedSample &) = delete;

    std::string path() const { return m_path.string(); }

private:
    std::filesystem::path m_path;
};

} // namespace vitrine::test
