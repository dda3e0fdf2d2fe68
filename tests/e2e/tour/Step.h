// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"

#include <QString>

#include <functional>

namespace vitrine::tour {

/// What is done and looked at, and its picture.
struct Step {
    const char *name;  ///< Also the picture's, after its number: "1-home.png".
    const char *words; ///< What is printed.
    /// Leaves the screen as its picture shall show it.
    std::function<core::Status()> run;
    /// The picture is of something on its way: it is taken with the next frames, not when the window has come to rest.
    bool isOnItsWay = false;
};

[[nodiscard]] inline core::Status expect(bool condition, const QString &what)
{
    if (condition)
        return {};
    return core::fail(core::ErrorCode::Internal, "not so: " + what.toStdString());
}

} // namespace vitrine::tour
