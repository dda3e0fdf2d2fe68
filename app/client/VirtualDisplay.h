// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"

namespace vitrine::app {

/// Makes sure, before QGuiApplication is made, that Qt finds something to draw with. Where there is no display server,
/// starts an Xvfb of its own that ends with this object. Qt would abort the process instead.
class VirtualDisplay
{
public:
    /// Fails with Unavailable where there is neither a display server nor an Xvfb.
    [[nodiscard]] static core::Result<VirtualDisplay> ensure();

    VirtualDisplay(VirtualDisplay &&other) noexcept;
    VirtualDisplay &operator=(VirtualDisplay &&) = delete;
    ~VirtualDisplay();

private:
    VirtualDisplay() = default;
    long m_server = 0; ///< The process id of our Xvfb; 0 for none.
};

} // namespace vitrine::app
