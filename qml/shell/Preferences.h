// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSettings>
#include <QtQmlIntegration>

namespace vitrine::qml {

/// What this device remembers of how its owner likes the shop. Kept in one small file; an unreadable one counts as
/// empty. GUI thread.
class Preferences : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The shop makes it")
    Q_PROPERTY(bool isDark READ isDark WRITE setIsDark NOTIFY changed FINAL)
    /// Less motion, or all of it, whatever the system says; or as the system says.
    Q_PROPERTY(Motion motion READ motion WRITE setMotion NOTIFY changed FINAL)
    /// What comes of both.
    Q_PROPERTY(bool isMotionReduced READ isMotionReduced NOTIFY changed FINAL)
    /// What lies in the tray to be compared: CompareModel::entries().
    Q_PROPERTY(QStringList compared READ compared WRITE setCompared NOTIFY changed FINAL)
    /// Products turn slowly by themselves while nobody touches them.
    Q_PROPERTY(bool turns READ turns WRITE setTurns NOTIFY changed FINAL)
    /// A product was turned by hand on this device: nobody needs to be told how.
    Q_PROPERTY(bool knowsHands READ knowsHands WRITE setKnowsHands NOTIFY changed FINAL)
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY changed FINAL)

public:
    enum Motion { AsSystem, LessMotion, FullMotion };
    Q_ENUM(Motion)

    /// `file`: where they are kept; empty: nowhere, they last as long as this object.
    explicit Preferences(const QString &file, QObject *parent = nullptr);

    [[nodiscard]] bool isDark() const { return m_isDark; }
    void setIsDark(bool isDark);
    [[nodiscard]] Motion motion() const { return m_motion; }
    void setMotion(Motion motion);
    /// What the system asks for; not kept.
    void setSystemReducesMotion(bool isReduced);
    [[nodiscard]] bool isMotionReduced() const
    {
        return m_motion == LessMotion || (m_motion == AsSystem && m_doesSystemReduceMotion);
    }
    [[nodiscard]] QStringList compared() const { return m_compared; }
    void setCompared(const QStringList &compared);
    [[nodiscard]] bool turns() const { return m_turns; }
    void setTurns(bool turns);
    [[nodiscard]] bool knowsHands() const { return m_knowsHands; }
    void setKnowsHands(bool knowsHands);
    [[nodiscard]] QString language() const { return m_language; }
    void setLanguage(const QString &language);

signals:
    void changed();

private:
    void write(const QString &key, const QVariant &value);

    QString m_file;
    bool m_isDark = true;
    Motion m_motion = AsSystem;
    bool m_doesSystemReduceMotion = false;
    QStringList m_compared;
    bool m_turns = true;
    bool m_knowsHands = false;
    QString m_language;
};

} // namespace vitrine::qml
