// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/ToneMapping.h"

#include <catch2/catch_test_macros.hpp>

using namespace vitrine::render;

TEST_CASE("KeepsMattColoursAndBendsHighlights")
{
    CHECK((pbrNeutral({0.5F, 0.3F, 0.2F}) - QVector3D(0.46F, 0.26F, 0.16F)).length() < 1e-5F);
    CHECK(pbrNeutral({100, 100, 100}).x() < 1);
    CHECK(pbrNeutral({100, 100, 100}).x() > 0.99F);
    CHECK(pbrNeutral({0, 0, 0}) == QVector3D(0, 0, 0));
}

TEST_CASE("FindsTheLightThatWasToneMapped")
{
    for (const float red : {0.001F, 0.02F, 0.2F, 0.6F, 0.9F, 0.97F})
        for (const float green : {0.0F, 0.03F, 0.5F, 0.95F})
            for (const float blue : {0.01F, 0.4F, 0.8F}) {
                // Display values that some light maps to: what the mapper itself gives.
                const QVector3D shown = pbrNeutral({red * 2, green * 2, blue * 2});
                CHECK((pbrNeutral(beforePbrNeutral(shown)) - shown).length() < 2e-3F);
            }
}
