// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/theme/Interface.h"

#include <QCoreApplication>

namespace vitrine::qml {

Interface::Interface(QQmlEngine *engine)
    : m_engine(engine)
    , m_fonts(Fonts::fromSystem())
{
}

Interface::~Interface() { QCoreApplication::removeTranslator(&m_translator); }

Interface *Interface::create(QQmlEngine *engine, QJSEngine *) { return new Interface(engine); }

void Interface::setLanguage(const QString &language)
{
    const QString wanted = language == QLatin1StringView("bn") ? QStringLiteral("bn") : QStringLiteral("en");
    if (wanted == m_language)
        return;
    const bool isBengali = wanted == QLatin1StringView("bn");
    if (isBengali)
        setIsBengali(true);
    m_language = wanted;
    QCoreApplication::removeTranslator(&m_translator);
    // English is the language of the sources: it needs no file.
    if (isBengali && m_translator.load(QStringLiteral(":/translations/vitrine_bn.qm")))
        QCoreApplication::installTranslator(&m_translator);
    emit languageChanged();
    m_engine->retranslate();
    if (!isBengali)
        setIsBengali(false);
}

void Interface::setIsBengali(bool isBengali)
{
    m_isBengali = isBengali;
    emit scriptChanged();
}

} // namespace vitrine::qml
