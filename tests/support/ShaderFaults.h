// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtLogging>

#include <atomic>

namespace vitrine::test {

/// How many shaders Qt Quick 3D could not compile since watchShaders(). It warns of one and leaves out what is drawn
/// with it, which is easily overlooked in a picture where that is a shadow.
inline std::atomic<int> shaderFaults = 0;

inline void watchShaders()
{
    static QtMessageHandler before = nullptr;
    before = qInstallMessageHandler([](QtMsgType type, const QMessageLogContext &context, const QString &words) {
        if (words.contains(QLatin1String("Failed to compile")))
            ++shaderFaults;
        before(type, context, words);
    });
}

/// A program's exit status by them.
inline int reportShaderFaults()
{
    if (shaderFaults == 0)
        return 0;
    qWarning("%d shaders did not compile", shaderFaults.load());
    return 1;
}

} // namespace vitrine::test
