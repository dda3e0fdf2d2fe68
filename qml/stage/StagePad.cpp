// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/stage/StagePad.h"

namespace vitrine::stage {

StagePad &StagePad::instance()
{
    static StagePad pad;
    return pad;
}

StagePad *StagePad::create(QQmlEngine *, QJSEngine *)
{
    QJSEngine::setObjectOwnership(&instance(), QJSEngine::CppOwnership);
    return &instance();
}

void StagePad::setConnected(bool isConnected)
{
    if (m_isConnected == isConnected)
        return;
    if (!isConnected)
        setSticks({}, {}, 0);
    m_isConnected = isConnected;
    Q_EMIT connectedChanged();
}

void StagePad::listen(int more)
{
    const bool was = isWanted();
    m_listeners += more;
    if (was != isWanted())
        Q_EMIT wantedChanged();
}

void StagePad::setSticks(QVector2D turn, QVector2D pan, qreal zoom)
{
    if (m_turn == turn && m_pan == pan && m_zoom == zoom)
        return;
    m_turn = turn;
    m_pan = pan;
    m_zoom = zoom;
    Q_EMIT sticksChanged();
}

} // namespace vitrine::stage
