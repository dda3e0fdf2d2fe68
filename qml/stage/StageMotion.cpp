// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/stage/StageMotion.h"

#include "render/Curves.h"
#include "render/scene/CameraFraming.h"
#include "render/scene/MaterialMapping.h"
#include "render/scene/WorldGeometry.h"

#include <QVector2D>

#include <algorithm>
#include <cmath>

namespace vitrine::stage {

namespace {

QString toQt(const render::Package &package, render::TextRef ref)
{
    const auto text = package.text(ref);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

StageMotion::StageMotion(QObject *parent)
    : QObject(parent)
{
}

void StageMotion::setScene(ProductScene *scene)
{
    if (m_scene == scene)
        return;
    if (m_scene)
        disconnect(m_scene, nullptr, this, nullptr);
    m_scene = scene;
    if (scene) {
        connect(scene, &ProductScene::loaded, this, &StageMotion::begin);
        // What was moved while nodes were still being made.
        connect(scene, &ProductScene::statusChanged, this, [this] {
            if (m_scene->status() == ProductScene::Ready)
                pose();
            else if (m_scene->status() != ProductScene::Loading)
                begin();
        });
    }
    Q_EMIT sceneChanged();
    begin();
}

void StageMotion::begin()
{
    m_asset = m_scene ? m_scene->asset() : nullptr;
    m_pose.reset();
    m_apart = {};
    m_lifted.clear();
    m_playing.clear();
    const bool wasFallen = isFallen();
    m_pieces.clear();
    if (wasFallen)
        Q_EMIT fallenChanged();
    if (m_asset) {
        m_pose.emplace(m_asset->package());
        m_worldAtRest = m_worldNow = render::worldTransforms(m_asset->package());
        m_lifted.resize(m_asset->package().parts().size());
        m_playing.resize(m_asset->package().animations().size());
    }
    m_carried = 0;
    const bool wasOpened = std::exchange(m_isOpened, false);
    Q_EMIT changed();
    Q_EMIT activeChanged();
    Q_EMIT posed();
    if (wasOpened)
        Q_EMIT openedChanged();
    noteMoving();
}

QList<StagePart> StageMotion::parts() const
{
    QList<StagePart> parts;
    if (!m_asset)
        return parts;
    const render::Package &package = m_asset->package();
    for (const render::PartRecord &part : package.parts())
        parts << StagePart{toQt(package, part.name.en),     toQt(package, part.name.bn),
                           toQt(package, part.material.en), toQt(package, part.material.bn),
                           part.price.minorUnits,           QString::fromLatin1(part.price.currency.data()),
                           part.offset != render::Vector3{}};
    return parts;
}

QList<StageAnimation> StageMotion::animations() const
{
    QList<StageAnimation> animations;
    if (!m_asset)
        return animations;
    const render::Package &package = m_asset->package();
    for (const render::AnimationRecord &animation : package.animations()) {
        const QString name = toQt(package, animation.name);
        const QString english = toQt(package, animation.title.en);
        const QString bengali = toQt(package, animation.title.bn);
        animations << StageAnimation{english.isEmpty() ? name : english, bengali.isEmpty() ? name : bengali,
                                     animation.loops != 0};
    }
    return animations;
}

QList<StageHotspot> StageMotion::hotspots() const
{
    QList<StageHotspot> hotspots;
    if (!m_asset)
        return hotspots;
    const render::Package &package = m_asset->package();
    for (const render::HotspotRecord &spot : package.hotspots())
        hotspots << StageHotspot{toQt(package, spot.title.en), toQt(package, spot.title.bn),
                                 toQt(package, spot.text.en), toQt(package, spot.text.bn)};
    return hotspots;
}

QMatrix4x4 StageMotion::movedSinceRest(std::int32_t node) const
{
    if (node == render::kNone)
        return {};
    const auto index = static_cast<std::size_t>(node);
    return m_worldNow[index] * m_worldAtRest[index].inverted();
}

QVector3D StageMotion::hotspotPosition(int hotspot) const
{
    if (!m_asset || hotspot < 0 || static_cast<std::size_t>(hotspot) >= m_asset->package().hotspots().size())
        return {};
    const render::HotspotRecord &spot = m_asset->package().hotspots()[static_cast<std::size_t>(hotspot)];
    const QVector3D rest =
        QVector3D(spot.position[0], spot.position[1], spot.position[2]) - render::sceneOrigin(m_asset->package());
    return movedSinceRest(spot.node).map(rest) * render::kUnitsPerMetre;
}

QVector3D StageMotion::hotspotNormal(int hotspot) const
{
    if (!m_asset || hotspot < 0 || static_cast<std::size_t>(hotspot) >= m_asset->package().hotspots().size())
        return {0, 1, 0};
    const render::HotspotRecord &spot = m_asset->package().hotspots()[static_cast<std::size_t>(hotspot)];
    return movedSinceRest(spot.node).mapVector({spot.normal[0], spot.normal[1], spot.normal[2]}).normalized();
}

bool StageMotion::comesApart() const
{
    return m_asset && std::ranges::any_of(m_asset->package().parts(), [](const render::PartRecord &part) {
               return part.offset != render::Vector3{};
           });
}

QList<bool> StageMotion::active() const
{
    QList<bool> active;
    for (const Playing &playing : m_playing)
        active << (playing.direction > 0 || (playing.direction == 0 && playing.seconds > 0));
    return active;
}

void StageMotion::open(bool opened)
{
    if (isFallen())
        return comeHome();
    if (!comesApart())
        return;
    m_apart.goTo(opened ? 1.0F : 0.0F, m_reducedMotion);
    if (!opened)
        for (Glide &part : m_lifted)
            part.goTo(0, m_reducedMotion);
    if (m_isOpened != opened) {
        m_isOpened = opened;
        Q_EMIT openedChanged();
    }
    pose();
}

void StageMotion::holdApart(qreal apart)
{
    if (!comesApart() || isFallen())
        return;
    m_apart.goTo(static_cast<float>(std::clamp(apart, 0.0, 1.0)), true);
    if (m_isOpened != (apart > 0)) {
        m_isOpened = apart > 0;
        Q_EMIT openedChanged();
    }
    pose();
}

void StageMotion::lift(int part, bool off)
{
    if (part < 0 || static_cast<std::size_t>(part) >= m_lifted.size())
        return;
    m_lifted[static_cast<std::size_t>(part)].goTo(off ? 1.0F : 0.0F, m_reducedMotion);
    pose();
}

bool StageMotion::isLifted(int part) const
{
    return part >= 0 && static_cast<std::size_t>(part) < m_lifted.size() &&
           m_lifted[static_cast<std::size_t>(part)].to > 0;
}

void StageMotion::toggle(int animation)
{
    if (animation < 0 || static_cast<std::size_t>(animation) >= m_playing.size())
        return;
    const auto index = static_cast<std::size_t>(animation);
    const render::AnimationRecord &record = m_asset->package().animations()[index];
    Playing &playing = m_playing[index];
    const bool goesOn = playing.direction > 0 || (playing.direction == 0 && playing.seconds > 0);
    if (m_reducedMotion) {
        // Those that loop have no end to jump to: they stay as they are.
        playing.seconds = goesOn || record.loops != 0 ? 0 : record.seconds;
        m_pose->show(index, playing.seconds);
    } else {
        playing.direction = goesOn ? -1 : 1;
    }
    Q_EMIT activeChanged();
    pose();
}

int StageMotion::numberOf(const QString &name) const
{
    const auto records = m_asset ? m_asset->package().animations() : std::span<const render::AnimationRecord>();
    for (std::size_t i = 0; i < records.size(); ++i)
        for (const render::TextRef text : {records[i].name, records[i].title.en, records[i].title.bn})
            if (toQt(m_asset->package(), text) == name)
                return static_cast<int>(i);
    return -1;
}

bool StageMotion::seek(int animation, qreal seconds)
{
    if (animation < 0 || static_cast<std::size_t>(animation) >= m_playing.size())
        return false;
    const auto index = static_cast<std::size_t>(animation);
    const float length = m_asset->package().animations()[index].seconds;
    m_playing[index] = {std::clamp(static_cast<float>(seconds), 0.0F, length), 0};
    m_pose->show(index, m_playing[index].seconds);
    Q_EMIT activeChanged();
    pose();
    return true;
}

void StageMotion::rest()
{
    if (!m_pose)
        return;
    m_apart.goTo(0, true);
    if (m_pieces.areThere())
        bringHome(true);
    for (Glide &part : m_lifted)
        part.goTo(0, true);
    for (std::size_t i = 0; i < m_playing.size(); ++i) {
        m_playing[i] = {};
        m_pose->end(i);
    }
    if (std::exchange(m_isOpened, false))
        Q_EMIT openedChanged();
    Q_EMIT activeChanged();
    pose();
}

void StageMotion::advance(qreal seconds)
{
    // A hitch must not throw anything: one step is at most a twentieth of a second.
    const auto step = static_cast<float>(std::clamp(seconds, 0.0, 0.05));
    m_apart.advance(step);
    for (Glide &part : m_lifted)
        part.advance(step);
    for (std::size_t i = 0; i < m_playing.size(); ++i)
        advanceAnimation(i, step);
    m_pieces.advance(step);
    pose();
}

void StageMotion::advanceAnimation(std::size_t index, float seconds)
{
    Playing &playing = m_playing[index];
    if (playing.direction == 0)
        return;
    const render::AnimationRecord &record = m_asset->package().animations()[index];
    const bool loops = record.loops != 0 && record.seconds > 0;
    // What loops and is sent to rest runs on to its end, which is its beginning.
    const float step = loops ? seconds : seconds * static_cast<float>(playing.direction);
    playing.seconds += step;
    const bool isOver = playing.seconds >= record.seconds || playing.seconds <= 0;
    if (loops && playing.direction > 0)
        playing.seconds = std::fmod(playing.seconds, record.seconds);
    else if (isOver) {
        playing.seconds = playing.direction > 0 ? record.seconds : 0;
        playing.direction = 0;
        Q_EMIT activeChanged();
    }
    m_pose->show(index, playing.seconds);
}

void StageMotion::pose()
{
    if (m_pose && m_scene && m_scene->status() == ProductScene::Ready) {
        std::vector<float> apart = render::staggered(m_asset->package(), m_apart.now);
        for (std::size_t i = 0; i < apart.size(); ++i)
            apart[i] = std::max(apart[i], m_lifted[i].now);
        m_pose->setApart(apart);
        m_pieces.apply(*m_pose);
        show();
        Q_EMIT posed();
    }
    noteMoving();
}

void StageMotion::show()
{
    const render::Package &package = m_asset->package();
    const auto moved = m_pose->takeMoved();
    for (const std::size_t node : moved)
        m_scene->setPlace(node, m_pose->place(node));
    m_worldNow = render::worldTransforms(package, *m_pose);
    m_carried = carried();
    for (const std::size_t node : m_pose->takeBent()) {
        const render::SkinRecord *skin = package.skinOf(node);
        m_scene->setShape(node, m_pose->weights(node),
                          skin ? render::jointMatrices(package, *skin, m_worldNow) : std::vector<render::Matrix4>());
    }
    for (const std::size_t material : m_pose->takeChanged(render::ValueOwner::Material))
        m_scene->setMaterial(material, m_pose->material(material));
    for (const std::size_t light : m_pose->takeChanged(render::ValueOwner::Light))
        m_scene->setLight(light, m_pose->light(light));
    if (!m_pose->takeChanged(render::ValueOwner::Camera).empty() || !moved.empty())
        showCameras();
}

qreal StageMotion::carried() const
{
    // The mean way of its shapes over the floor, a large one's counting for more: what opens or turns goes nowhere.
    const render::Package &package = m_asset->package();
    QVector2D way;
    float whole = 0;
    for (std::size_t i = 0; i < package.nodes().size(); ++i) {
        if (package.nodes()[i].mesh == render::kNone)
            continue;
        const render::Bounds &box = package.meshes()[static_cast<std::size_t>(package.nodes()[i].mesh)].bounds;
        const QVector3D low(box.min[0], box.min[1], box.min[2]);
        const QVector3D high(box.max[0], box.max[1], box.max[2]);
        const QVector3D moved = m_worldNow[i].map((low + high) / 2) - m_worldAtRest[i].map((low + high) / 2);
        const float share = m_worldAtRest[i].mapVector(high - low).lengthSquared();
        way += QVector2D(moved.x(), moved.z()) * share;
        whole += share;
    }
    const float radius = render::hullRadius(m_asset->hull());
    return whole > 0 ? static_cast<qreal>(render::smoothstep((way.length() / (whole * radius) - 0.25F) / 0.75F)) : 0;
}

void StageMotion::showCameras()
{
    const render::Package &package = m_asset->package();
    QMatrix4x4 toPackage;
    toPackage.translate(render::sceneOrigin(package));
    for (std::size_t i = 0; i < package.cameras().size(); ++i) {
        render::CameraRecord camera = m_pose->camera(i);
        if (camera.node != render::kNone) {
            const QMatrix4x4 world = toPackage * m_worldNow[static_cast<std::size_t>(camera.node)];
            std::copy_n(world.constData(), camera.world.size(), camera.world.begin());
        }
        m_scene->setFileCamera(i, camera);
    }
}

void StageMotion::noteMoving()
{
    const bool moving = m_apart.isMoving() || m_pieces.areMoving() || std::ranges::any_of(m_lifted, &Glide::isMoving) ||
                        std::ranges::any_of(m_playing, [](const Playing &p) { return p.direction != 0; });
    if (!moving && m_scene && m_scene->status() == ProductScene::Ready)
        m_scene->settle();
    if (moving == m_moving)
        return;
    m_moving = moving;
    Q_EMIT movingChanged();
}

int StageMotion::partAt(QObject *model) const
{
    if (!m_asset || !m_scene)
        return -1;
    return partOf(m_scene->nodeOf(model));
}

int StageMotion::partOf(std::int32_t node) const
{
    const render::Package &package = m_asset->package();
    for (; node != render::kNone; node = package.nodes()[static_cast<std::size_t>(node)].parent) {
        const auto found = std::ranges::lower_bound(package.parts(), node, {}, &render::PartRecord::node);
        if (found != package.parts().end() && found->node == node)
            return static_cast<int>(found - package.parts().begin());
    }
    return -1;
}

QVector3D StageMotion::partMiddle(int part) const
{
    if (!m_asset || part < 0 || static_cast<std::size_t>(part) >= m_asset->package().parts().size())
        return {};
    const render::Package &package = m_asset->package();
    const auto top = static_cast<std::size_t>(package.parts()[static_cast<std::size_t>(part)].node);
    std::vector<bool> belongs(package.nodes().size(), false);
    QVector3D low;
    QVector3D high;
    bool isFirst = true;
    for (std::size_t node = top; node < belongs.size(); ++node) { // parents come before their children
        const render::NodeRecord &record = package.nodes()[node];
        belongs[node] = node == top || (record.parent >= 0 && belongs[static_cast<std::size_t>(record.parent)]);
        if (!belongs[node] || record.mesh == render::kNone)
            continue;
        const render::Bounds &box = package.meshes()[static_cast<std::size_t>(record.mesh)].bounds;
        for (const QVector3D &corner : render::cornersOf(box)) {
            const QVector3D at = m_worldNow[node].map(corner);
            for (int axis = 0; axis < 3; ++axis) {
                low[axis] = isFirst ? at[axis] : std::min(low[axis], at[axis]);
                high[axis] = isFirst ? at[axis] : std::max(high[axis], at[axis]);
            }
            isFirst = false;
        }
    }
    return isFirst ? m_worldNow[top].map(QVector3D()) * render::kUnitsPerMetre
                   : (low + high) / 2 * render::kUnitsPerMetre;
}

qreal StageMotion::secondsOf(int animation) const
{
    return animation >= 0 && static_cast<std::size_t>(animation) < m_playing.size()
               ? static_cast<qreal>(m_playing[static_cast<std::size_t>(animation)].seconds)
               : 0;
}

QList<QObject *> StageMotion::modelsOf(int part) const
{
    QList<QObject *> models;
    if (part >= 0 && m_scene)
        for (QObject *model : m_scene->models())
            if (partAt(model) == part)
                models << model;
    return models;
}

QVector3D StageMotion::partCentre(int part) const
{
    if (!m_asset)
        return {};
    QVector3D sum;
    float weight = 0;
    const auto nodes = m_asset->package().nodes();
    for (std::size_t node = 0; node < nodes.size() && part >= 0; ++node) {
        if (nodes[node].mesh == render::kNone || partOf(static_cast<std::int32_t>(node)) != part)
            continue;
        const auto mesh = static_cast<std::size_t>(nodes[node].mesh);
        const render::Bounds &bounds = m_asset->package().meshes()[mesh].bounds;
        const QVector3D low = m_worldNow[node].map(QVector3D(bounds.min[0], bounds.min[1], bounds.min[2]));
        const QVector3D high = m_worldNow[node].map(QVector3D(bounds.max[0], bounds.max[1], bounds.max[2]));
        // By size: a screw does not pull the middle of what it holds.
        const float size = (high - low).length();
        sum += (low + high) / 2 * size;
        weight += size;
    }
    return weight > 0 ? sum / weight * render::kUnitsPerMetre : QVector3D();
}

std::span<const render::PartBody> StageMotion::fall()
{
    if (!m_pose || m_scene->status() != ProductScene::Ready)
        return {};
    const bool wasFallen = isFallen();
    const auto bodies = m_pieces.fall(m_asset, *m_pose);
    if (!wasFallen)
        Q_EMIT fallenChanged();
    pose();
    return bodies;
}

void StageMotion::setPlaces(std::vector<render::BodyPlace> places)
{
    if (m_pieces.setPlaces(std::move(places)))
        pose();
}

QList<QVector3D> StageMotion::fallenOutline() const
{
    QList<QVector3D> points;
    for (const QVector3D &point : m_pieces.outline())
        points << point * render::kUnitsPerMetre;
    return points;
}

int StageMotion::pieceAt(QObject *model) const { return m_scene ? m_pieces.pieceOf(m_scene->nodeOf(model)) : -1; }

void StageMotion::bringHome(bool atOnce)
{
    const bool wasFallen = isFallen();
    m_pieces.comeHome(atOnce);
    if (wasFallen)
        Q_EMIT fallenChanged();
}

void StageMotion::comeHome()
{
    if (!m_pieces.areThere())
        return;
    bringHome(m_reducedMotion);
    // Where they fly to is where they belong, so that nothing is apart then.
    m_apart.goTo(0, true);
    for (Glide &part : m_lifted)
        part.goTo(0, true);
    if (std::exchange(m_isOpened, false))
        Q_EMIT openedChanged();
    pose();
}

} // namespace vitrine::stage
