// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QQmlComponent>
#include <QQuick3DObject>
#include <QVariant>

#include <map>
#include <memory>

namespace vitrine::render {

/// The Quick 3D types that a scene is made of, as components: their C++ classes are private to Qt.
struct SceneParts {
    QQmlComponent *node = nullptr;
    QQmlComponent *model = nullptr;
    QQmlComponent *material = nullptr;
    QQmlComponent *texture = nullptr;
};

/// Makes the Quick 3D objects of one scene after another. GUI thread.
class SceneObjects
{
public:
    explicit SceneObjects(const SceneParts &parts);

    const SceneParts &parts() const { return m_parts; }
    /// What is made from here on goes with this object; null between two scenes.
    void setOwner(QQuick3DObject *owner) { m_owner = owner; }
    QQuick3DObject *owner() const { return m_owner; }

    /// Never null.
    QObject *make(QQmlComponent *component, const QVariantMap &properties) const;
    static void set(QObject *object, const QVariantMap &properties);
    /// Of this QML, which must be sound; kept for all scenes.
    QQmlComponent *componentOf(const QByteArray &qml);

private:
    SceneParts m_parts;
    QQuick3DObject *m_owner = nullptr;
    std::map<QByteArray, std::unique_ptr<QQmlComponent>> m_components; ///< By their QML.
};

} // namespace vitrine::render
