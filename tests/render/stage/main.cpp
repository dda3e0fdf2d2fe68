// SPDX-License-Identifier: GPL-3.0-or-later
#include <QGuiApplication>

#include <catch2/catch_session.hpp>

int main(int argc, char **argv)
{
    const QGuiApplication app(argc, argv);
    return Catch::Session().run(argc, argv);
}
