// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/studio/Studio.h"

#include <simdjson.h>

#include <algorithm>
#include <cmath>
#include <format>
#include <string>

namespace vitrine::render {

using core::ErrorCode;

namespace {

using Element = simdjson::dom::element;
using Object = simdjson::dom::object;

float fromSrgb(int value)
{
    const float encoded = static_cast<float>(value) / 255.0F;
    return encoded <= 0.04045F ? encoded / 12.92F : std::pow((encoded + 0.055F) / 1.055F, 2.4F);
}

/// "#rrggbb" as linear light.
std::optional<Float3> fromHex(std::string_view text)
{
    if (text.size() != 7 || text[0] != '#')
        return std::nullopt;
    std::array<int, 6> digits{};
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const auto at = std::string_view("0123456789abcdef").find(text[i + 1]);
        if (at == std::string_view::npos)
            return std::nullopt;
        digits[i] = static_cast<int>(at);
    }
    return Float3{fromSrgb(digits[0] * 16 + digits[1]), fromSrgb(digits[2] * 16 + digits[3]),
                  fromSrgb(digits[4] * 16 + digits[5])};
}

/// Reads the fields of one JSON object, remembers the first fault, and which fields were asked for.
class Fields
{
public:
    Fields(Object object, std::string path, core::Status &fault)
        : m_object(object)
        , m_path(std::move(path))
        , m_fault(fault)
    {
    }

    void number(std::string_view key, float &target, float low, float high)
    {
        const auto element = find(key);
        if (!element)
            return;
        double value = 0;
        if (element->get(value) != simdjson::SUCCESS || !(value >= low && value <= high))
            return fail(key, std::format("expects a number from {} to {}", low, high));
        target = static_cast<float>(value);
    }

    void whole(std::string_view key, float &target, float low, float high)
    {
        number(key, target, low, high);
        if (target != std::round(target))
            fail(key, "expects a whole number");
    }

    void text(std::string_view key, std::string &target)
    {
        const auto element = find(key);
        if (!element)
            return;
        std::string_view value;
        if (element->get(value) != simdjson::SUCCESS)
            return fail(key, "expects a text");
        target = value;
    }

    void flag(std::string_view key, bool &target)
    {
        const auto element = find(key);
        if (element && element->get(target) != simdjson::SUCCESS)
            fail(key, "expects true or false");
    }

    /// Linear red, green and blue, or "#rrggbb" as it is seen.
    void light(std::string_view key, Float3 &target)
    {
        const auto element = find(key);
        if (!element)
            return;
        constexpr const char *kExpected = "expects three numbers from 0 to 1000, or #rrggbb";
        if (std::string_view text; element->get(text) == simdjson::SUCCESS) {
            const auto colour = fromHex(text);
            return colour ? void(target = *colour) : fail(key, kExpected);
        }
        simdjson::dom::array array;
        if (element->get(array) != simdjson::SUCCESS || array.size() != 3)
            return fail(key, kExpected);
        std::array<float, 3> values{};
        for (std::size_t i = 0; i < values.size(); ++i) {
            double value = -1;
            if (array.at(i).get(value) != simdjson::SUCCESS || !(value >= 0 && value <= 1000))
                return fail(key, kExpected);
            values[i] = static_cast<float>(value);
        }
        target = {values[0], values[1], values[2]};
    }

    void light(std::string_view key, std::optional<Float3> &target)
    {
        Float3 value;
        if (!find(key))
            return;
        light(key, value);
        target = value;
    }

    /// Calls `read(Fields &)` for the object of this name, if there is one.
    template <typename Read>
    bool object(std::string_view key, const Read &read)
    {
        const auto element = find(key);
        if (!element)
            return false;
        visit(*element, m_path + std::string(key), read);
        return true;
    }

    /// Calls `read(Fields &)` for each object of the array.
    template <typename Read>
    void objects(std::string_view key, const Read &read)
    {
        const auto element = find(key);
        if (!element)
            return;
        simdjson::dom::array array;
        if (element->get(array) != simdjson::SUCCESS)
            return fail(key, "expects a list");
        std::size_t index = 0;
        for (const Element entry : array)
            visit(entry, std::format("{}{}[{}]", m_path, key, index++), read);
    }

    void fail(std::string_view key, std::string detail)
    {
        if (m_fault)
            m_fault = core::fail(ErrorCode::InvalidArgument, std::move(detail), m_path + std::string(key));
    }

    /// A name that nothing reads is a slip of the pen, not a wish.
    void refuseOthers()
    {
        for (const auto field : m_object)
            if (std::ranges::find(m_asked, field.key) == m_asked.end())
                fail(field.key, "there is no such field");
    }

private:
    std::optional<Element> find(std::string_view key)
    {
        m_asked.push_back(key);
        Element element;
        return m_object[key].get(element) == simdjson::SUCCESS ? std::optional(element) : std::nullopt;
    }

    template <typename Read>
    void visit(Element element, std::string path, const Read &read)
    {
        Object object;
        if (element.get(object) != simdjson::SUCCESS) {
            if (m_fault)
                m_fault = core::fail(ErrorCode::InvalidArgument, "expects an object", path);
            return;
        }
        Fields fields(object, path + ".", m_fault);
        read(fields);
        fields.refuseOthers();
    }

    Object m_object;
    std::string m_path;
    core::Status &m_fault;
    std::vector<std::string_view> m_asked; ///< All of them are literals.
};

void readPaint(Fields &fields, LightPanel &panel)
{
    fields.text("name", panel.name);
    fields.number("radiance", panel.radiance, 0, 10000);
    fields.number("kelvin", panel.kelvin, 1667, 25000);
    fields.light("tint", panel.tint);
    fields.number("edge", panel.edge, 0, 1);
    fields.number("falloff", panel.falloff, 0, 1);
}

/// One panel, or `count` of them, each `step` degrees of yaw further.
void readPanels(Fields &fields, std::vector<LightPanel> &panels)
{
    LightPanel panel;
    float count = 1;
    float step = 0;
    readPaint(fields, panel);
    fields.number("yaw", panel.yawDegrees, -360, 360);
    fields.number("pitch", panel.pitchDegrees, -90, 90);
    fields.number("roll", panel.rollDegrees, -360, 360);
    fields.number("width", panel.widthDegrees, 0.1F, 170);
    fields.number("height", panel.heightDegrees, 0.1F, 170);
    fields.number("rounding", panel.rounding, 0, 1);
    fields.light("tintBelow", panel.tintBelow);
    fields.whole("columns", panel.columns, 1, 64);
    fields.whole("rows", panel.rows, 1, 64);
    fields.number("bars", panel.bars, 0, 0.9F);
    fields.whole("count", count, 1, 64);
    fields.number("step", step, -360, 360);
    for (int i = 0; i < static_cast<int>(count); ++i, panel.yawDegrees += step)
        panels.push_back(panel);
}

/// From −1 to 1, the same for the same lamp of the same string.
float chance(int lamp, std::uint32_t what)
{
    std::uint32_t bits = static_cast<std::uint32_t>(lamp) * 0x9E3779B1U + what * 0x85EBCA77U + 0x165667B1U;
    bits = (bits ^ (bits >> 15U)) * 0x2C1B3C6DU;
    bits = (bits ^ (bits >> 12U)) * 0x297A2D39U;
    return static_cast<float>((bits ^ (bits >> 15U)) >> 8U) * 0x1p-23F - 1;
}

/// Lamps along a cord that hangs between two points, or strewn about it.
void readString(Fields &fields, std::vector<LightPanel> &panels)
{
    LightPanel lamp{.name = {}, .rounding = 1, .edge = 0.5F, .falloff = 0, .tintBelow = {}};
    float fromYaw = 0;
    float fromPitch = 0;
    float toYaw = 0;
    float toPitch = 0;
    float sag = 0;
    float count = 8;
    float size = 1;
    float scatter = 0;
    float vary = 0;
    readPaint(fields, lamp);
    fields.number("fromYaw", fromYaw, -360, 720);
    fields.number("fromPitch", fromPitch, -90, 90);
    fields.number("toYaw", toYaw, -360, 720);
    fields.number("toPitch", toPitch, -90, 90);
    fields.number("sag", sag, 0, 60);
    fields.whole("count", count, 1, 200);
    fields.number("size", size, 0.1F, 60);
    fields.number("scatter", scatter, 0, 60);
    fields.number("vary", vary, 0, 0.95F);
    const float radiance = lamp.radiance;
    lamp.widthDegrees = lamp.heightDegrees = size;
    const int lamps = static_cast<int>(count);
    for (int i = 0; i < lamps; ++i) {
        const float t = lamps == 1 ? 0.5F : static_cast<float>(i) / static_cast<float>(lamps - 1);
        lamp.yawDegrees = fromYaw + (toYaw - fromYaw) * t + scatter * chance(i, 1);
        lamp.pitchDegrees =
            std::clamp(fromPitch + (toPitch - fromPitch) * t - sag * 4 * t * (1 - t) + scatter * 0.5F * chance(i, 2),
                       -90.0F, 90.0F);
        lamp.radiance = radiance * (1 + vary * chance(i, 3));
        panels.push_back(lamp);
    }
}

/// Panels hide what comes before them: first those of "panels", then the lamps of "strings".
void readScenery(Fields &fields, Scenery &scenery)
{
    fields.objects("sky", [&](Fields &stop) {
        SkyStop &read = scenery.sky.emplace_back();
        stop.number("pitch", read.pitchDegrees, -90, 90);
        stop.light("light", read.light);
        if (scenery.sky.size() > 1 && !(scenery.sky[scenery.sky.size() - 2].pitchDegrees < read.pitchDegrees))
            stop.fail("pitch", "expects more than the stop before it");
    });
    if (scenery.sky.empty())
        fields.fail("sky", "expects at least one stop");
    fields.objects("panels", [&](Fields &panel) { readPanels(panel, scenery.panels); });
    fields.objects("strings", [&](Fields &string) { readString(string, scenery.panels); });
}

StudioLight readLight(Fields &fields)
{
    StudioLight light;
    fields.text("name", light.name);
    fields.number("yaw", light.yawDegrees, -360, 360);
    fields.number("pitch", light.pitchDegrees, -90, 90);
    fields.number("brightness", light.brightness, 0, 100);
    fields.number("kelvin", light.kelvin, 1667, 25000);
    fields.light("tint", light.tint);
    fields.flag("castsShadow", light.castsShadow);
    return light;
}

void readGround(Fields &fields, StudioGround &ground)
{
    fields.number("shadow", ground.shadow, 0, 1);
    fields.light("shadowColor", ground.shadowColor);
    fields.light("color", ground.color);
    fields.number("lampWidth", ground.lampWidth, 0.5F, 60);
}

void readBackdrop(Fields &fields, StudioBackdrop &backdrop)
{
    readScenery(fields, backdrop.place);
    fields.number("blur", backdrop.blurDegrees, 0, 6);
    fields.number("wallDistance", backdrop.wallDistance, 0, 20);
    fields.light("lamp", backdrop.lamp);
    fields.number("lampStrength", backdrop.lampStrength, 0, 1);
    fields.number("vignette", backdrop.vignette, 0, 1);
    fields.flag("isDark", backdrop.isDark);
}

void readStudio(Fields &fields, Studio &studio)
{
    fields.text("name", studio.name);
    fields.object("title", [&](Fields &title) {
        title.text("en", studio.titleEnglish);
        title.text("bn", studio.titleBengali);
    });
    fields.whole("order", studio.order, 0, 100);
    fields.number("whiteReads", studio.whiteReads, 1, 254);
    fields.number("whitePointKelvin", studio.whitePointKelvin, 1667, 25000);
    readScenery(fields, studio.surround);
    fields.number("exposure", studio.exposure, 0.01F, 100);
    fields.objects("lights", [&](Fields &light) { studio.lights.push_back(readLight(light)); });
    fields.object("ground", [&](Fields &ground) { readGround(ground, studio.ground); });
    fields.object("backdrop", [&](Fields &backdrop) { readBackdrop(backdrop, studio.backdrop.emplace()); });
    fields.refuseOthers();
}

} // namespace

core::Result<Studio> Studio::parse(std::string_view json)
{
    simdjson::dom::parser parser;
    Object root;
    if (const auto error = parser.parse(json.data(), json.size()).get(root); error != simdjson::SUCCESS)
        return core::fail(ErrorCode::Malformed, std::string("not a studio's JSON: ") + simdjson::error_message(error));
    core::Status fault;
    Studio studio;
    Fields fields(root, "", fault);
    readStudio(fields, studio);
    VITRINE_CHECK(fault);
    return studio;
}

} // namespace vitrine::render
