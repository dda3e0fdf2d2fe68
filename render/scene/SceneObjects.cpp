// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/SceneObjects.h"

#include "core/values/Contract.h"

namespace vitrine::render {

SceneObjects::SceneObjects(const SceneParts &parts)
    : m_parts(parts)
{
    VITRINE_EXPECT(parts.node && parts.model && parts.material && parts.texture);
}

QObject *SceneObjects::make(QQmlComponent *component, const QVariantMap &properties) const
{
    QObject *object = component->createWithInitialProperties(properties, component->creationContext());
    VITRINE_EXPECT(object != nullptr);
    object->setParent(m_owner);
    return object;
}

void SceneObjects::set(QObject *object, const QVariantMap &properties)
{
    for (const auto &[name, value] : properties.asKeyValueRange())
        object->setProperty(name.toLatin1().constData(), value);
}

QQmlComponent *SceneObjects::componentOf(const QByteArray &qml)
{
    std::unique_ptr<QQmlComponent> &component = m_components[qml];
    if (!component) {
        component = std::make_unique<QQmlComponent>(m_parts.material->engine());
        component->setData(qml, {});
        VITRINE_EXPECT(component->isReady());
    }
    return component.get();
}

} // namespace vitrine::render
