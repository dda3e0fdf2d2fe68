// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/Application.h"
#include "tests/support/ShaderFaults.h"

#include <catch2/catch_session.hpp>

namespace vitrine::tests {
QGuiApplication &application() { return *qGuiApp; }
} // namespace vitrine::tests

int main(int argc, char **argv)
{
    // The pictures are those of Mesa's software rasteriser, whatever this machine has.
    qputenv("LIBGL_ALWAYS_SOFTWARE", "1");
    qputenv("QSG_RHI_BACKEND", "opengl");
    const QGuiApplication app(argc, argv);
    vitrine::test::watchShaders();
    const int failed = Catch::Session().run(argc, argv);
    return failed != 0 ? failed : vitrine::test::reportShaderFaults();
}
