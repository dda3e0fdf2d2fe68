// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/render/stage/Imported.h"
#include "tests/render/stage/Stills.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace vitrine;

namespace {

QImage picture(const test::Imported &model)
{
    stage::Still still;
    still.package = model.path();
    still.size = {320, 240};
    still.background = QStringLiteral("#ffffff");
    still.orbit = {.yaw = 20, .pitch = 10, .distance = 1};
    auto image = test::draw(still);
    INFO((image ? "" : core::describe(image.error())));
    REQUIRE(image.has_value());
    return *image;
}

} // namespace

TEST_CASE("InstancesLookAsTheSameMeshesDoByThemselves")
{
    const test::Imported together("stairs.gltf", test::stairsGltf(test::Parts::None));
    const test::Imported apart("stairs.gltf", test::stairsGltf(test::Parts::Each));
    const QImage a = picture(together);
    const QImage b = picture(apart);
    int different = 0;
    int red = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QColor p = a.pixelColor(x, y);
            const QColor q = b.pixelColor(x, y);
            different += std::max({std::abs(p.red() - q.red()), std::abs(p.green() - q.green()),
                                   std::abs(p.blue() - q.blue())}) > 6;
            red += p.red() > p.green() + 60;
        }
    CHECK(red > 2000);
    CHECK(different < 20);
}
