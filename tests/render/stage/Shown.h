// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/stage/ProductScene.h"
#include "qml/stage/StageCamera.h"
#include "qml/stage/StageMotion.h"

#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuick3DGeometry>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>

#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <memory>

namespace vitrine::test {

/// A stage in a real window.
class Shown
{
public:
    explicit Shown(const QString &package)
    {
        QQmlComponent component(&m_engine, "Vitrine.Stage", "ProductStage");
        m_item.reset(qobject_cast<QQuickItem *>(component.createWithInitialProperties(
            {{"source", QUrl::fromLocalFile(package)}, {"width", 480}, {"height", 360}})));
        REQUIRE(m_item);
        m_item->setParentItem(m_window.contentItem());
        m_window.resize(480, 360);
        m_window.show();
        REQUIRE(QTest::qWaitForWindowExposed(&m_window));
        QObject::connect(
            &m_window, &QQuickWindow::afterRendering, &m_window, [this] { ++m_frames; }, Qt::DirectConnection);
    }
    ~Shown()
    {
        m_window.close();
        m_item.reset();
    }

    QQuickWindow &window() { return m_window; }
    QQmlEngine *engine() { return &m_engine; }
    stage::StageCamera &camera() { return *m_item->property("camera").value<stage::StageCamera *>(); }
    stage::StageMotion &motion() { return *m_item->property("motion").value<stage::StageMotion *>(); }
    stage::ProductScene &scene() { return *m_item->property("scene").value<stage::ProductScene *>(); }
    /// Of the first model, as it is shown now.
    qsizetype indexBytes()
    {
        return scene().models().constFirst()->property("geometry").value<QQuick3DGeometry *>()->indexData().size();
    }
    int status() const { return m_item->property("status").toInt(); }
    QString error() const { return m_item->property("errorText").toString(); }
    int markedPart() const { return m_item->property("markedPart").toInt(); }
    QVariant view() const { return m_item->property("view"); }
    void set(const char *name, const QVariant &value) { m_item->setProperty(name, value); }
    QVariant value(const char *name) const { return m_item->property(name); }
    QObject *inner(const char *name) const { return m_item->findChild<QObject *>(QString::fromLatin1(name)); }
    QRgb middle()
    {
        const QImage picture = m_window.grabWindow();
        return picture.pixel(picture.width() / 2, picture.height() / 2);
    }
    void call(const char *method) { QMetaObject::invokeMethod(m_item.get(), method); }
    void focus()
    {
        m_window.requestActivate();
        REQUIRE(QTest::qWaitForWindowActive(&m_window));
        m_item->forceActiveFocus(Qt::TabFocusReason);
    }
    int frames() const { return m_frames; }

    /// Of all that the stage has made, its own parts among them.
    qsizetype objects() const
    {
        return m_item->findChildren<QObject *>().size() + m_item->findChildren<QQuick3DObject *>().size();
    }

    bool reveals()
    {
        return QTest::qWaitFor([this] { return m_item->property("revealed").toBool(); }, 20000);
    }
    bool settles()
    {
        return QTest::qWaitFor([this] { return m_item->property("settled").toBool(); }, 20000);
    }
    /// True once a whole second has passed without a frame.
    bool rests()
    {
        for (int tries = 0; tries < 20; ++tries) {
            const int before = m_frames;
            QTest::qWait(1000);
            if (m_frames == before)
                return true;
        }
        return false;
    }

private:
    QQmlEngine m_engine;
    QQuickWindow m_window;
    std::unique_ptr<QQuickItem> m_item;
    std::atomic<int> m_frames = 0;
};

} // namespace vitrine::test
