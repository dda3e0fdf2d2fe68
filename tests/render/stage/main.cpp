// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ShaderFaults.h"

#include <QGuiApplication>

#include <catch2/catch_session.hpp>

int main(int argc, char **argv)
{
    const QGuiApplication app(argc, argv);
    vitrine::test::watchShaders();
    const int failed = Catch::Session().run(argc, argv);
    return failed != 0 ? failed : vitrine::test::reportShaderFaults();
}
