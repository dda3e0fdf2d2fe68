// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QQmlEngine>
#include <QVector2D>

namespace vitrine::stage {

/// A game controller as the stages see it: whoever reads the device says here what its sticks and buttons do. One for
/// the whole program. GUI thread.
class StagePad : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(bool connected READ isConnected NOTIFY connectedChanged)
    /// Some stage wants to know: until then nobody need look for controllers.
    Q_PROPERTY(bool wanted READ isWanted NOTIFY wantedChanged)
    /// Each -1 to 1, x right and y up.
    Q_PROPERTY(QVector2D turn READ turn NOTIFY sticksChanged)
    Q_PROPERTY(QVector2D pan READ pan NOTIFY sticksChanged)
    /// -1, further, to 1, nearer.
    Q_PROPERTY(qreal zoom READ zoom NOTIFY sticksChanged)

public:
    enum Button { ResetView, NextPart, PreviousPart, Apart, Studio, Magnify, Explain, Back };
    Q_ENUM(Button)

    /// The one there is. QML shares it between engines.
    static StagePad &instance();
    static StagePad *create(QQmlEngine *, QJSEngine *);

    bool isConnected() const { return m_isConnected; }
    /// Gone, it lets go of everything.
    void setConnected(bool isConnected);
    bool isWanted() const { return m_listeners > 0; }
    /// One more stage listens (1), or one less (-1).
    Q_INVOKABLE void listen(int more);
    QVector2D turn() const { return m_turn; }
    QVector2D pan() const { return m_pan; }
    qreal zoom() const { return m_zoom; }
    void setSticks(QVector2D turn, QVector2D pan, qreal zoom);
    void press(Button button) { Q_EMIT pressed(button); }

Q_SIGNALS:
    void connectedChanged();
    void wantedChanged();
    void sticksChanged();
    void pressed(vitrine::stage::StagePad::Button button);

private:
    StagePad() = default;

    bool m_isConnected = false;
    int m_listeners = 0;
    QVector2D m_turn;
    QVector2D m_pan;
    qreal m_zoom = 0;
};

} // namespace vitrine::stage
