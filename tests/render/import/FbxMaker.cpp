// SPDX-License-Identifier: GPL-3.0-or-later
#include "FormatMaker.h"

#include <zlib.h>

#include <cstring>
#include <format>

namespace vitrine::test {
namespace {

void putBytes(Bytes &into, const void *data, std::size_t size)
{
    const auto *bytes = static_cast<const std::byte *>(data);
    into.insert(into.end(), bytes, bytes + size);
}

template <typename T>
void put(Bytes &into, T value)
{
    putBytes(into, &value, sizeof value);
}

std::string base64(const Bytes &bytes)
{
    constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        unsigned bits = 0;
        for (std::size_t k = 0; k < 3; ++k)
            bits = (bits << 8U) | (i + k < bytes.size() ? std::to_integer<unsigned>(bytes[i + k]) : 0);
        for (std::size_t k = 0; k < 4; ++k)
            out += i + k <= bytes.size() ? kLetters[(bits >> (18 - 6 * k)) & 63U] : '=';
    }
    return out;
}

/// A value as it stands in the text of a record.
struct AsText {
    std::string indent;

    template <typename T>
    std::string list(const std::vector<T> &values) const
    {
        std::string numbers;
        for (const T value : values)
            numbers += (numbers.empty() ? "" : ",") + std::format("{}", value);
        return std::format("*{} {{\n{}\ta: {}\n{}}}", values.size(), indent, numbers, indent);
    }
    std::string operator()(std::int32_t value) const { return std::to_string(value); }
    std::string operator()(std::int64_t value) const { return std::to_string(value); }
    std::string operator()(double value) const { return std::format("{}", value); }
    std::string operator()(const std::string &value) const { return "\"" + value + "\""; }
    std::string operator()(const FbxNode::Name &value) const { return "\"" + value.kind + "::" + value.name + "\""; }
    std::string operator()(const std::vector<std::int32_t> &values) const { return list(values); }
    std::string operator()(const std::vector<std::int64_t> &values) const { return list(values); }
    std::string operator()(const std::vector<double> &values) const { return list(values); }
    std::string operator()(const Bytes &value) const { return "\"" + base64(value) + "\""; }
};

std::string textOf(const FbxNode &node, const std::string &indent)
{
    std::string line;
    for (const FbxNode::Value &value : node.values)
        line += (line.empty() ? "" : ", ") + std::visit(AsText{indent}, value);
    std::string text = indent + node.name + ": " + line;
    if (node.children.empty())
        return text + "\n";
    text += " {\n";
    for (const FbxNode &child : node.children)
        text += textOf(child, indent + "\t");
    return text + indent + "}\n";
}

/// A value as it stands in the bytes of a record.
struct AsBytes {
    Bytes &out;

    void kind(char letter) const { out.push_back(static_cast<std::byte>(letter)); }
    template <typename T>
    void list(char letter, const std::vector<T> &values) const
    {
        uLongf size = compressBound(values.size() * sizeof(T));
        Bytes packed(size);
        compress(reinterpret_cast<Bytef *>(packed.data()), &size, reinterpret_cast<const Bytef *>(values.data()),
                 values.size() * sizeof(T));
        kind(letter);
        put(out, static_cast<std::uint32_t>(values.size()));
        put(out, std::uint32_t{1});
        put(out, static_cast<std::uint32_t>(size));
        putBytes(out, packed.data(), size);
    }
    void sized(char letter, const void *data, std::size_t size) const
    {
        kind(letter);
        put(out, static_cast<std::uint32_t>(size));
        putBytes(out, data, size);
    }
    void operator()(std::int32_t value) const
    {
        kind('I');
        put(out, value);
    }
    void operator()(std::int64_t value) const
    {
        kind('L');
        put(out, value);
    }
    void operator()(double value) const
    {
        kind('D');
        put(out, value);
    }
    void operator()(const std::string &value) const { sized('S', value.data(), value.size()); }
    void operator()(const FbxNode::Name &value) const
    {
        const std::string whole = value.name + std::string("\0\x01", 2) + value.kind;
        sized('S', whole.data(), whole.size());
    }
    void operator()(const std::vector<std::int32_t> &values) const { list('i', values); }
    void operator()(const std::vector<std::int64_t> &values) const { list('l', values); }
    void operator()(const std::vector<double> &values) const { list('d', values); }
    void operator()(const Bytes &value) const { sized('R', value.data(), value.size()); }
};

/// A head's numbers have 32 bits; from version 7.5 on 64.
template <typename Number>
void putRecord(Bytes &out, const FbxNode &node)
{
    Bytes values;
    for (const FbxNode::Value &value : node.values)
        std::visit(AsBytes{values}, value);
    const std::size_t start = out.size();
    put(out, Number{0}); // Where the record ends, once that is known.
    put(out, static_cast<Number>(node.values.size()));
    put(out, static_cast<Number>(values.size()));
    put(out, static_cast<std::uint8_t>(node.name.size()));
    putBytes(out, node.name.data(), node.name.size());
    putBytes(out, values.data(), values.size());
    for (const FbxNode &child : node.children)
        putRecord<Number>(out, child);
    if (!node.children.empty())
        out.resize(out.size() + 3 * sizeof(Number) + 1);
    const auto end = static_cast<Number>(out.size());
    std::memcpy(out.data() + start, &end, sizeof end);
}

template <typename Number>
Bytes bytesOfRecords(std::uint32_t version, const std::vector<FbxNode> &file)
{
    Bytes out;
    putBytes(out, "Kaydara FBX Binary  \0\x1a\0", 23);
    put(out, version);
    for (const FbxNode &node : file)
        putRecord<Number>(out, node);
    out.resize(out.size() + 3 * sizeof(Number) + 1);
    return out;
}

using Nodes = std::vector<FbxNode>;

FbxNode property(const std::string &name, const std::string &kind, const std::vector<FbxNode::Value> &values)
{
    FbxNode node{"P", {name, kind, std::string(), std::string()}, {}};
    node.values.insert(node.values.end(), values.begin(), values.end());
    return node;
}

FbxNode whole(const std::string &name, int value) { return property(name, "int", {value}); }
FbxNode number(const std::string &name, double value) { return property(name, "double", {value}); }
FbxNode color(const std::string &name, double r, double g, double b) { return property(name, "Color", {r, g, b}); }
FbxNode vector(const std::string &name, double x, double y, double z)
{
    return property(name, name.starts_with("Lcl ") ? name : "Vector3D", {x, y, z});
}

FbxNode object(const std::string &type, std::int64_t id, const std::string &name, const std::string &kind,
               const Nodes &properties, Nodes children = {})
{
    if (!properties.empty())
        children.insert(children.begin(), {"Properties70", {}, properties});
    return {
        type, {id, FbxNode::Name{type == "NodeAttribute" ? "NodeAttribute" : type, name}, kind}, std::move(children)};
}

FbxNode layer(const std::string &type, int index, const std::string &name, const std::string &mapping,
              const std::string &reference, const FbxNode &data)
{
    return {type,
            {index},
            {{"Version", {101}},
             {"Name", {name}},
             {"MappingInformationType", {mapping}},
             {"ReferenceInformationType", {reference}},
             data}};
}

FbxNode uses(const std::string &type, int index)
{
    return {"LayerElement", {}, {{"Type", {type}}, {"TypedIndex", {index}}}};
}

FbxNode geometry(bool isZUp)
{
    using Doubles = std::vector<double>;
    const Doubles corners =
        isZUp ? Doubles{0, 0, 0, 2, 0, 0, 2, 0, 1, 0, 0, 1} : Doubles{0, 0, 0, 2, 0, 0, 2, 1, 0, 0, 1, 0};
    const std::string corner = "ByPolygonVertex";
    return object(
        "Geometry", 10, "Quad", "Mesh", {},
        {{"Vertices", {corners}},
         {"PolygonVertexIndex", {std::vector<std::int32_t>{0, 1, 2, -4}}},
         {"GeometryVersion", {124}},
         layer("LayerElementUV", 0, "First", corner, "Direct", {"UV", {Doubles{0, 0, 1, 0, 1, 1, 0, 1}}}),
         layer("LayerElementUV", 1, "Second", corner, "Direct", {"UV", {Doubles{0, 0, 0.5, 0, 0.5, 0.5, 0, 0.5}}}),
         layer("LayerElementColor", 0, "Paint", corner, "Direct",
               {"Colors", {Doubles{1, 0, 0, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0.5, 0.5, 0.5, 1}}}),
         layer("LayerElementMaterial", 0, "", "AllSame", "IndexToDirect",
               {"Materials", {std::vector<std::int32_t>{0}}}),
         {"Layer",
          {0},
          {{"Version", {100}},
           uses("LayerElementUV", 0),
           uses("LayerElementColor", 0),
           uses("LayerElementMaterial", 0)}},
         {"Layer", {1}, {{"Version", {100}}, uses("LayerElementUV", 1)}}});
}

FbxNode material()
{
    return object("Material", 30, "Red paint", "",
                  {color("DiffuseColor", 0.8, 0.1, 0.1), color("EmissiveColor", 0, 0.5, 0),
                   number("EmissiveFactor", 0.5), color("SpecularColor", 0.5, 0.5, 0.5),
                   number("ShininessExponent", 36), number("Opacity", 0.75)},
                  {{"ShadingModel", {std::string("phong")}}});
}

Nodes pictures(const FbxQuad &quad)
{
    Nodes video = {{"Filename", {quad.texture}}, {"RelativeFilename", {quad.texture}}};
    if (!quad.embedded.empty())
        video.push_back({"Content", {quad.embedded}});
    return {object("Video", 40, "skin", "Clip", {}, std::move(video)),
            object("Texture", 41, "skin", "", {property("UVSet", "KString", {std::string("Second")})},
                   {{"FileName", {quad.texture}},
                    {"RelativeFilename", {quad.texture}},
                    {"ModelUVTranslation", {0.25, 0.125}},
                    {"ModelUVScaling", {2.0, 3.0}}})};
}

Nodes animation()
{
    const std::vector<double> places = {0, 1};
    const auto curve = [&](std::int64_t id) {
        return object("AnimationCurve", id, "", "", {},
                      {{"Default", {0.0}},
                       {"KeyVer", {4008}},
                       {"KeyTime", {std::vector<std::int64_t>{0, 1}}},
                       {"KeyValueFloat", {places}}});
    };
    return {object("AnimationStack", 50, "Turn", "", {property("LocalStop", "KTime", {std::int64_t{46186158000}})}),
            object("AnimationLayer", 51, "Base", "", {number("Weight", 100)}),
            object("AnimationCurveNode", 52, "T", "", {number("d|X", 0), number("d|Y", 0), number("d|Z", 0)}),
            curve(53)};
}

FbxNode link(std::int64_t from, std::int64_t to, const std::string &property)
{
    return {"C", {std::string("OP"), from, to, property}};
}

} // namespace

FbxNode fbxConnection(std::int64_t from, std::int64_t to) { return {"C", {std::string("OO"), from, to}}; }

FbxNode fbxEmpty(std::int64_t id) { return object("Model", id, "Empty", "Null", {}); }

std::vector<FbxNode> fbxQuad(const FbxQuad &quad)
{
    const int up = quad.isZUp ? 2 : 1;
    Nodes objects = {geometry(quad.isZUp),
                     object("Model", 20, "Table", quad.shapeAside != 0 ? "Mesh" : "Null",
                            {quad.isZUp ? vector("Lcl Translation", 0, 0, 1) : vector("Lcl Translation", 0, 1, 0),
                             vector("GeometricTranslation", quad.shapeAside, 0, 0),
                             property("Show", "bool", {quad.isHidden ? 0 : 1})}),
                     object("Model", 21, "Top", "Mesh", {vector("RotationPivot", 1, 0, 0)}), material()};
    for (FbxNode &node : pictures(quad))
        objects.push_back(std::move(node));
    Nodes links = {fbxConnection(20, 0),  fbxConnection(21, 20),        fbxConnection(10, 21),
                   fbxConnection(30, 21), link(41, 30, "DiffuseColor"), fbxConnection(40, 41)};
    if (quad.shapeAside != 0)
        links.push_back(fbxConnection(10, 20));
    if (quad.isAnimated) {
        for (FbxNode &node : animation())
            objects.push_back(std::move(node));
        for (FbxNode &node :
             Nodes{fbxConnection(51, 50), fbxConnection(52, 51), link(52, 21, "Lcl Translation"), link(53, 52, "d|X")})
            links.push_back(std::move(node));
    }
    objects.insert(objects.end(), quad.objects.begin(), quad.objects.end());
    links.insert(links.end(), quad.connections.begin(), quad.connections.end());
    return {{"FBXHeaderExtension", {}, {{"FBXVersion", {7400}}, {"Creator", {std::string("By hand")}}}},
            {"GlobalSettings",
             {},
             {{"Version", {1000}},
              {"Properties70",
               {},
               {whole("UpAxis", up), whole("UpAxisSign", 1), whole("FrontAxis", 3 - up),
                whole("FrontAxisSign", quad.isZUp ? -1 : 1), whole("CoordAxis", 0), whole("CoordAxisSign", 1),
                number("UnitScaleFactor", quad.unitScaleFactor)}}}},
            {"Definitions", {}, {{"Version", {100}}, {"Count", {0}}}},
            {"Objects", {}, std::move(objects)},
            {"Connections", {}, std::move(links)}};
}

Bytes fbxText(const std::vector<FbxNode> &file)
{
    std::string text = "; FBX 7.4.0 project file\n";
    for (const FbxNode &node : file)
        text += textOf(node, "");
    return bytesOf(text);
}

Bytes fbxBinary(const std::vector<FbxNode> &file) { return bytesOfRecords<std::uint32_t>(7400, file); }

Bytes fbxWideBinary(const std::vector<FbxNode> &file) { return bytesOfRecords<std::uint64_t>(7500, file); }

} // namespace vitrine::test
