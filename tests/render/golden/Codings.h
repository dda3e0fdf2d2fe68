// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/render/golden/Sample.h"

namespace vitrine::test {

/// What a primitive says of a shape that was added to a model.
struct Shape {
    std::string attributes; ///< Members of an object.
    std::string indices;    ///< Starts with its comma; empty where there are none.
    std::string extension;  ///< A member of the primitive's extensions, or empty.
};

/// A ball of 0.2 m radius on the floor, with texture coordinates; a quantised one needs its node to say
/// kQuantizedPlace.
[[nodiscard]] Shape addBall(Model &model, Coding coding);
inline constexpr const char *kQuantizedPlace = R"(,"scale":[0.2,0.2,0.2],"translation":[0,0.2,0])";

/// Of its corners, as metres of x, y and z.
[[nodiscard]] std::vector<float> ballPositions();

/// The members of the root that make the picture texture 0, starting with a comma; empty for none.
[[nodiscard]] std::string addPicture(Model &model, Picture picture);

} // namespace vitrine::test
