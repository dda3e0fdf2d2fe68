// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/theme/Fonts.h"

#include <QObject>
#include <QQmlEngine>
#include <QTranslator>

#include <memory>

namespace vitrine::qml {

/// The language that the interface speaks, and the fonts that it is set in. One per engine: the singleton
/// `Interface`. Setting `language` loads the translation, re-evaluates every qsTr on screen and changes the locale's
/// digits in one step. GUI thread.
class Interface : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    /// "en" or "bn"; anything else is taken as "en".
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged FINAL)
    /// The script that the interface is set in. Turns to Bengali before the words do and back after them, so that no
    /// word is ever set in a face without its letters: the Bengali face has the Latin ones too.
    Q_PROPERTY(bool isBengali READ isBengali NOTIFY scriptChanged FINAL)
    Q_PROPERTY(QString latinFamily READ latinFamily CONSTANT FINAL)
    Q_PROPERTY(QString displayFamily READ displayFamily CONSTANT FINAL)
    Q_PROPERTY(QString bengaliFamily READ bengaliFamily CONSTANT FINAL)

public:
    explicit Interface(QQmlEngine *engine);
    ~Interface() override;
    static Interface *create(QQmlEngine *engine, QJSEngine *scriptEngine);

    [[nodiscard]] QString language() const { return m_language; }
    void setLanguage(const QString &language);
    [[nodiscard]] bool isBengali() const { return m_isBengali; }

    [[nodiscard]] QString latinFamily() const { return m_fonts.latin; }
    [[nodiscard]] QString displayFamily() const { return m_fonts.display; }
    [[nodiscard]] QString bengaliFamily() const { return m_fonts.bengali; }

signals:
    void scriptChanged();
    void languageChanged();

private:
    void setIsBengali(bool isBengali);

    QQmlEngine *m_engine;
    Fonts m_fonts;
    QTranslator m_translator;
    bool m_isBengali = false;
    QString m_language = QStringLiteral("en");
};

} // namespace vitrine::qml
