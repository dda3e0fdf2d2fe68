// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/stage/StageQuality.h"

#include <rhi/qrhi.h>

#include <algorithm>
#include <array>

namespace vitrine::stage {

namespace {

/// What the environment says: 0, 1, or −1 for nothing.
int wantedBlocks()
{
    bool isSaid = false;
    const int said = qEnvironmentVariableIntValue("VITRINE_TEXTURE_BLOCKS", &isSaid);
    return isSaid ? said : -1;
}

} // namespace

StageQuality::StageQuality(QObject *parent)
    : QObject(parent)
{
}

void StageQuality::setWindow(QQuickWindow *window)
{
    if (m_window == window)
        return;
    if (m_window)
        disconnect(m_window, nullptr, this, nullptr);
    m_window = window;
    if (window) {
        connect(window, &QQuickWindow::sceneGraphInitialized, this, &StageQuality::ask, Qt::QueuedConnection);
        if (window->isSceneGraphInitialized())
            ask();
    }
    Q_EMIT windowChanged();
}

void StageQuality::ask()
{
    const QRhi *rhi = m_window ? m_window->rhi() : nullptr;
    if (rhi == nullptr)
        return;
    const QRhiDriverInfo info = rhi->driverInfo();
    const QByteArray name = info.deviceName.toLower();
    static constexpr std::array<const char *, 5> kRasterisers{"llvmpipe", "softpipe", "lavapipe", "swiftshader",
                                                              "basic render"};
    m_software = info.deviceType == QRhiDriverInfo::CpuDevice ||
                 std::ranges::any_of(kRasterisers, [&](const char *known) { return name.contains(known); });
    const int wanted = wantedBlocks();
    m_readsBlocks = rhi->isTextureFormatSupported(QRhiTexture::BC7) && wanted != 0 && (wanted == 1 || !m_software);
    m_deviceName = QString::fromUtf8(info.deviceName);
    restart();
    Q_EMIT deviceChanged();
}

void StageQuality::note(qreal milliseconds)
{
    if (m_governor.note(milliseconds))
        Q_EMIT tierChanged();
}

void StageQuality::restart()
{
    m_governor.restart(m_software ? render::FrameGovernor::kSoftware : render::FrameGovernor::kBest);
    Q_EMIT tierChanged();
}

} // namespace vitrine::stage
