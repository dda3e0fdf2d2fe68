// SPDX-License-Identifier: GPL-3.0-or-later
#include "FormatMaker.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <format>

namespace vitrine::test {
namespace {

template <typename T>
void put(Bytes &into, T value, bool isBigEndian = false)
{
    auto bytes = std::bit_cast<std::array<std::byte, sizeof(T)>>(value);
    if (isBigEndian)
        std::ranges::reverse(bytes);
    into.insert(into.end(), bytes.begin(), bytes.end());
}

void put(Bytes &into, const Bytes &bytes) { into.insert(into.end(), bytes.begin(), bytes.end()); }

void put(Bytes &into, const std::string &text) { put(into, bytesOf(text)); }

std::string words(const Corner &corner) { return std::format("{} {} {}", corner[0], corner[1], corner[2]); }

constexpr std::array<Corner, 4> kQuad = {{{0, 0, 0}, {2, 0, 0}, {2, 1, 0}, {0, 1, 0}}};
constexpr std::array<std::array<std::uint8_t, 4>, 4> kPaint = {
    {{255, 0, 0, 255}, {0, 255, 0, 255}, {0, 0, 255, 255}, {128, 128, 128, 255}}};

Bytes plyBody(PlyCoding coding, bool isPainted)
{
    Bytes body;
    const bool isBig = coding == PlyCoding::BigEndian;
    for (std::size_t i = 0; i < kQuad.size(); ++i) {
        const Corner &at = kQuad[i];
        if (coding == PlyCoding::Text) {
            std::string line = words(at) + std::format(" {} {}", at[0] / 2, at[1]);
            for (std::size_t c = 0; isPainted && c < 4; ++c)
                line += std::format(" {}", kPaint[i][c]);
            put(body, line + "\n");
            continue;
        }
        for (const float number : {at[0], at[1], at[2], at[0] / 2, at[1]})
            put(body, number, isBig);
        for (std::size_t c = 0; isPainted && c < 4; ++c)
            put(body, kPaint[i][c]);
    }
    if (coding == PlyCoding::Text) {
        put(body, std::string("4 0 1 2 3\n"));
        return body;
    }
    put(body, std::uint8_t{4});
    for (const std::int32_t corner : {0, 1, 2, 3})
        put(body, corner, isBig);
    return body;
}

/// A chunk of a 3DS file: what it is, how long it is, and its parts.
Bytes chunk(std::uint16_t kind, const std::vector<Bytes> &parts)
{
    Bytes body;
    for (const Bytes &part : parts)
        put(body, part);
    Bytes out;
    put(out, kind);
    put(out, static_cast<std::uint32_t>(body.size() + 6));
    put(out, body);
    return out;
}

Bytes zeroEnded(const std::string &text)
{
    Bytes out = bytesOf(text);
    out.push_back(std::byte{0});
    return out;
}

template <typename T>
Bytes listOf(std::initializer_list<T> values)
{
    Bytes out;
    for (const T value : values)
        put(out, value);
    return out;
}

Bytes percent(std::uint16_t kind, std::uint16_t value) { return chunk(kind, {chunk(0x0030, {listOf({value})})}); }

Bytes color(std::uint16_t kind, std::uint8_t red, std::uint8_t green, std::uint8_t blue)
{
    return chunk(kind, {chunk(0x0011, {listOf({red, green, blue})})});
}

Bytes threeDsMaterial()
{
    return chunk(0xAFFF, {chunk(0xA000, {zeroEnded("Red paint")}), color(0xA020, 188, 0, 0),
                          color(0xA030, 128, 128, 128), percent(0xA040, 50), percent(0xA041, 40), percent(0xA050, 25),
                          chunk(0xA081, {}), chunk(0xA100, {listOf<std::uint16_t>({3})}),
                          chunk(0xA200, {chunk(0x0030, {listOf<std::uint16_t>({100})}),
                                         chunk(0xA300, {zeroEnded("WOOD.PNG")})})});
}

Bytes threeDsMesh()
{
    const Bytes corners = listOf<float>({0, 0, 0, 20, 0, 0, 20, 0, 10, 0, 0, 10});
    const Bytes uvs = listOf<float>({0, 0, 1, 0, 1, 1, 0, 1});
    const Bytes faces = listOf<std::uint16_t>({2, 0, 1, 2, 7, 0, 2, 3, 7});
    return chunk(
        0x4000,
        {zeroEnded("Top"),
         chunk(0x4100,
               {chunk(0x4110, {listOf<std::uint16_t>({4}), corners}), chunk(0x4140, {listOf<std::uint16_t>({4}), uvs}),
                chunk(0x4120, {faces, chunk(0x4130, {zeroEnded("Red paint"), listOf<std::uint16_t>({2, 0, 1})})})})});
}

/// As an object of two triangles at a right angle along X, the first painted.
Bytes threeDsFold(const std::string &name, const std::optional<std::uint32_t> &group)
{
    const Bytes corners = listOf<float>({0, 0, 0, 20, 0, 0, 0, 0, 20, 0, 20, 0});
    const Bytes faces = listOf<std::uint16_t>({2, 0, 1, 2, 7, 0, 3, 1, 7});
    const Bytes paint = chunk(0x4130, {zeroEnded("Red paint"), listOf<std::uint16_t>({1, 0})});
    const Bytes smoothing = group ? chunk(0x4150, {listOf({*group, *group})}) : Bytes();
    return chunk(0x4000, {zeroEnded(name), chunk(0x4100, {chunk(0x4110, {listOf<std::uint16_t>({4}), corners}),
                                                          chunk(0x4120, {faces, paint, smoothing})})});
}

/// A node of the keyframer, which alone knows the hierarchy.
Bytes threeDsNode(const std::string &name, std::uint16_t number, std::uint16_t parent)
{
    return chunk(0xB002, {chunk(0xB030, {listOf({number})}),
                          chunk(0xB010, {zeroEnded(name), listOf<std::uint16_t>({0, 0, parent})})});
}

} // namespace

std::vector<Facet> quadFacets() { return {{{{0, 0, 0}, {2, 0, 0}, {2, 0, 1}}}, {{{0, 0, 0}, {2, 0, 1}, {0, 0, 1}}}}; }

Bytes stlText(const std::vector<Facet> &facets, const std::string &name)
{
    std::string text = "solid " + name + "\n";
    for (const Facet &facet : facets) {
        text += "  facet normal 0 -1 0\n    outer loop\n";
        for (const Corner &corner : facet)
            text += "      vertex " + words(corner) + "\n";
        text += "    endloop\n  endfacet\n";
    }
    return bytesOf(text + "endsolid " + name + "\n");
}

Bytes stlBinary(const std::vector<Facet> &facets)
{
    Bytes out(80);
    put(out, static_cast<std::uint32_t>(facets.size()));
    for (const Facet &facet : facets) {
        put(out, listOf<float>({0, -1, 0}));
        for (const Corner &corner : facet)
            put(out, listOf({corner[0], corner[1], corner[2]}));
        put(out, std::uint16_t{0});
    }
    return out;
}

Bytes plyQuad(PlyCoding coding, bool isPainted)
{
    const char *name = coding == PlyCoding::Text           ? "ascii"
                       : coding == PlyCoding::LittleEndian ? "binary_little_endian"
                                                           : "binary_big_endian";
    std::string header = std::string("ply\nformat ") + name + " 1.0\ncomment by hand\nelement vertex 4\n";
    for (const char *property : {"x", "y", "z", "s", "t"})
        header += std::string("property float ") + property + "\n";
    for (const char *property : {"red", "green", "blue", "alpha"})
        header += isPainted ? std::string("property uchar ") + property + "\n" : "";
    Bytes out = bytesOf(header + "element face 1\nproperty list uchar int vertex_indices\nend_header\n");
    put(out, plyBody(coding, isPainted));
    return out;
}

Bytes daeQuad(const DaeQuad &quad)
{
    const auto source = [](const std::string &id, const std::string &numbers, int count, const std::string &names) {
        std::string params;
        for (const char name : names)
            params += std::string("<param name=\"") + name + "\" type=\"float\"/>";
        return std::format(
            R"(<source id="{0}"><float_array id="{0}-a" count="{1}">{2}</float_array><technique_common>)"
            R"(<accessor source="#{0}-a" count="4" stride="{3}">{4}</accessor></technique_common></source>)",
            id, count, numbers, names.size(), params);
    };
    const std::string mesh =
        source("p", "0 0 0 200 0 0 200 0 100 0 0 100", 12, "XYZ") + source("u", "0 0 1 0 1 1 0 1", 8, "ST") +
        source("w", "0 0 0.5 0 0.5 0.5 0 0.5", 8, "ST") +
        R"(<vertices id="v"><input semantic="POSITION" source="#p"/></vertices><polylist material="m" count="1">)"
        R"(<input semantic="VERTEX" source="#v" offset="0"/><input semantic="TEXCOORD" source="#u" offset="0" set="0"/>)"
        R"(<input semantic="TEXCOORD" source="#w" offset="0" set="1"/><vcount>4</vcount><p>0 1 2 3</p></polylist>)";
    const std::string effect =
        R"(<effect id="paint-fx"><profile_COMMON><newparam sid="s"><surface type="2D"><init_from>skin</init_from></surface>)"
        R"(</newparam><newparam sid="t"><sampler2D><source>s</source></sampler2D></newparam><technique sid="common"><phong>)"
        R"(<emission><color>0 0.25 0 1</color></emission><diffuse><texture texture="t" texcoord="UV1"/></diffuse>)"
        R"(<specular><color>0.5 0.5 0.5 1</color></specular><shininess><float>30</float></shininess>)"
        R"(<transparent opaque="A_ONE"><color>1 1 1 1</color></transparent><transparency><float>)" +
        quad.opacity + R"(</float></transparency></phong></technique></profile_COMMON></effect>)";
    const std::string instance =
        R"(<instance_geometry url="#quad"><bind_material><technique_common><instance_material symbol="m" target="#paint">)"
        R"(<bind_vertex_input semantic="UV1" input_semantic="TEXCOORD" input_set="1"/></instance_material>)"
        R"(</technique_common></bind_material></instance_geometry>)";
    return bytesOf(
        R"(<?xml version="1.0" encoding="utf-8"?>)"
        "\n"
        R"(<COLLADA xmlns="http://www.collada.org/2005/11/COLLADASchema" version="1.4.1"><asset><contributor>)"
        R"(<authoring_tool>By hand</authoring_tool><copyright>Ruma</copyright></contributor>)" +
        quad.asset + "</asset>\n<library_images><image id=\"skin\"><init_from>" + quad.image +
        "</init_from></image></library_images>\n" + quad.libraries + "<library_effects>" + effect +
        "</library_effects>\n<library_materials><material id=\"paint\" name=\"Red paint\"><instance_effect url=\"#" +
        quad.effect +
        "\"/></material></library_materials>\n<library_geometries><geometry id=\"quad\" name=\"Quad\"><mesh>" + mesh +
        "</mesh></geometry></library_geometries>\n<library_visual_scenes><visual_scene id=\"scene\" name=\"Scene\">"
        "<node id=\"n1\" name=\"Table\">" +
        quad.placement + "<node id=\"n2\" name=\"Top\">" + instance + "</node></node>" + quad.nodes +
        "</visual_scene></library_visual_scenes>\n<scene><instance_visual_scene url=\"#scene\"/></scene></COLLADA>\n");
}

Bytes threeDsQuad()
{
    return chunk(0x4D4D, {chunk(0x0002, {listOf<std::uint32_t>({3})}),
                          chunk(0x3D3D, {chunk(0x3D3E, {listOf<std::uint32_t>({3})}), threeDsMaterial(),
                                         chunk(0x0100, {listOf<float>({1})}), threeDsMesh()}),
                          chunk(0xB000, {threeDsNode("$$$DUMMY", 0, 0xFFFF), threeDsNode("Top", 1, 0)})});
}

Bytes threeDsFolds(const std::vector<std::optional<std::uint32_t>> &groups)
{
    std::vector<Bytes> parts = {threeDsMaterial()};
    for (std::size_t i = 0; i < groups.size(); ++i)
        parts.push_back(threeDsFold("Fold " + std::to_string(i), groups[i]));
    return chunk(0x4D4D, {chunk(0x3D3D, parts)});
}

} // namespace vitrine::test
