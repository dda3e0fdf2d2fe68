// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/qml/Application.h"
#include "tests/qml/Fixtures.h"
#include "tests/render/stage/Boxes.h"

#include <catch2/catch_test_macros.hpp>

#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>

namespace vitrine::tests {

/// The real window under real mouse and key events, over a shop that lies in memory.
class Visit
{
public:
    Visit()
    {
        // What moves is not what is tested.
        m_desk.shop.preferences()->setMotion(qml::Preferences::LessMotion);
        m_engine.setInitialProperties({{"shop", QVariant::fromValue(&m_desk.shop)}});
        m_engine.loadFromModule("Vitrine.Shell", "Main");
        REQUIRE(!m_engine.rootObjects().isEmpty());
        m_window = qobject_cast<QQuickWindow *>(m_engine.rootObjects().constFirst());
        m_theme = m_engine.singletonInstance<QObject *>("Vitrine.Theme", "Theme");
        REQUIRE(QTest::qWaitForWindowActive(m_window));
    }

    [[nodiscard]] DeskShop &desk() { return m_desk; }
    [[nodiscard]] QQuickWindow *window() { return m_window; }
    [[nodiscard]] QObject *theme() { return m_theme; }
    [[nodiscard]] QQuickItem *item(const QString &name) const { return find(m_window->contentItem(), name); }
    /// All of that name, in the order in which they are drawn.
    [[nodiscard]] QList<QQuickItem *> items(const QString &name) const
    {
        QList<QQuickItem *> found;
        QList<QQuickItem *> open{m_window->contentItem()};
        while (!open.isEmpty()) {
            QQuickItem *item = open.takeFirst();
            if (item->objectName() == name)
                found << item;
            open = item->childItems() + open;
        }
        return found;
    }
    [[nodiscard]] QVariant value(const QString &name, const char *property) const
    {
        const QQuickItem *found = item(name);
        return found == nullptr ? QVariant() : found->property(property);
    }

    bool waitFor(const QString &name)
    {
        return QTest::qWaitFor([&] { return item(name) != nullptr; });
    }
    bool waitGone(const QString &name)
    {
        return QTest::qWaitFor([&] { return item(name) == nullptr; });
    }
    bool waitValue(const QString &name, const char *property, const QVariant &wanted)
    {
        return QTest::qWaitFor([&] { return value(name, property) == wanted; });
    }
    void click(const QString &name)
    {
        CAPTURE(name.toStdString());
        REQUIRE(waitFor(name));
        const QQuickItem *found = item(name);
        QTest::mouseClick(m_window, Qt::LeftButton, {},
                          found->mapToScene(QPointF(found->width() / 2, found->height() / 2)).toPoint());
    }
    void key(Qt::Key key) { QTest::keyClick(m_window, key); }
    void type(const QString &text)
    {
        for (const QChar c : text)
            QTest::keyClick(m_window, c.toLatin1());
    }
    /// Tabs until the named item has the focus; false after a whole round.
    bool tabTo(const QString &name)
    {
        QStringList seen;
        for (int i = 0; i < 60; ++i) {
            const QQuickItem *focused = m_window->activeFocusItem();
            // A spin box hands its focus on to what it shows.
            if (focused != nullptr && (focused->objectName() == name ||
                                       (focused->parentItem() && focused->parentItem()->objectName() == name)))
                return true;
            seen << (focused == nullptr ? QStringLiteral("nothing") : focused->objectName());
            key(Qt::Key_Tab);
        }
        UNSCOPED_INFO("tabbed through: " << seen.join(u' ').toStdString());
        return false;
    }

    /// Opens the mug's page with a model of one box on its stage, and waits for what the stage shows with it.
    bool openOnStage(const test::BoxPackage &box, const QString &awaited)
    {
        m_desk.open();
        click("productCard_mug");
        REQUIRE(waitFor("addToCartButton"));
        return putOnStage(box, awaited);
    }
    /// Opens the mug's page as who has a keyboard alone.
    void openByKeyboard()
    {
        m_desk.open();
        REQUIRE(waitFor("productCard_mug"));
        REQUIRE(tabTo("productCard_mug"));
        key(Qt::Key_Return);
        REQUIRE(waitFor("addToCartButton"));
    }
    /// A model of one box, on the page that is open.
    bool putOnStage(const test::BoxPackage &box, const QString &awaited)
    {
        m_desk.shop.product()->setModelSource(QUrl::fromLocalFile(QString::fromStdString(box.path())));
        // The first picture of all, on a processor that has other things to do.
        return QTest::qWaitFor([&] { return item(awaited) != nullptr; }, 30000);
    }

private:
    /// The first one that can be seen: pages that are on their way out have items of the same names.
    static QQuickItem *find(QQuickItem *root, const QString &name)
    {
        if (!root->isVisible())
            return nullptr;
        if (root->objectName() == name)
            return root;
        for (QQuickItem *child : root->childItems()) {
            if (QQuickItem *found = find(child, name))
                return found;
        }
        return nullptr;
    }

    QGuiApplication &m_application = application();
    DeskShop m_desk;
    QQmlApplicationEngine m_engine;
    QQuickWindow *m_window = nullptr;
    QObject *m_theme = nullptr;
};

} // namespace vitrine::tests
