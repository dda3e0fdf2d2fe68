// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/gltf/MotionScan.h"

#include "render/import/gltf/Pointers.h"

namespace vitrine::render::gltf {
namespace {

class Scanner
{
public:
    Scanner(const Document &document, const Hierarchy &hierarchy)
        : m_document(document)
        , m_hierarchy(hierarchy)
    {
        m_scan.places.resize(hierarchy.nodes.size());
        m_scan.weights.resize(hierarchy.nodes.size());
    }

    MotionScan scan()
    {
        for (std::size_t i = 0; i < m_document.animations().size(); ++i)
            if (const auto animation = m_document.animations().object(i))
                scanChannels(*animation);
        for (std::size_t i = 0; i < m_document.nodes().size(); ++i)
            if (const auto node = m_document.nodes().object(i))
                if (const auto extras = node->object("extras"); extras && *extras && (*extras)->has("explode"))
                    m_scan.places[i] = true;
        for (const std::int32_t index : m_hierarchy.shown) { // parents first
            const std::int32_t parent = m_hierarchy.nodes[static_cast<std::size_t>(index)].parent;
            if (parent != kNone && m_scan.places[static_cast<std::size_t>(parent)])
                m_scan.places[static_cast<std::size_t>(index)] = true;
        }
        return std::move(m_scan);
    }

private:
    void scanChannels(const JsonObject &animation)
    {
        const auto channels = animation.array("channels");
        for (std::size_t i = 0; channels && i < channels->size(); ++i) {
            const auto channel = channels->object(i);
            if (!channel)
                continue;
            if (const auto target = channel->object("target"); target && *target)
                scanTarget(**target);
        }
    }

    void scanTarget(const JsonObject &target)
    {
        const auto path = target.text("path");
        if (path && *path == "pointer") {
            if (const auto pointer = pointerOf(target); pointer && pointer->list == "nodes")
                note(pointer->index, pointer->member);
            else if (pointer && pointer->list == "meshes" && pointer->member == "weights")
                for (std::size_t i = 0; i < m_hierarchy.nodes.size(); ++i)
                    if (m_hierarchy.nodes[i].mesh == static_cast<std::int32_t>(pointer->index))
                        m_scan.weights[i] = true;
            return;
        }
        const auto node = target.index("node", m_hierarchy.nodes.size(), "/nodes");
        if (path && node && *node != kNone)
            note(static_cast<std::size_t>(*node), *path);
    }

    void note(std::size_t node, std::string_view path)
    {
        if (node >= m_hierarchy.nodes.size())
            return;
        if (path == "weights")
            m_scan.weights[node] = true;
        else
            m_scan.places[node] = true;
    }

    const Document &m_document;
    const Hierarchy &m_hierarchy;
    MotionScan m_scan;
};

} // namespace

MotionScan scanMotion(const Document &document, const Hierarchy &hierarchy)
{
    return Scanner(document, hierarchy).scan();
}

} // namespace vitrine::render::gltf
