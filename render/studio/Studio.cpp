// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/studio/Studio.h"

#include <simdjson.h>

#include <algorithm>
#include <string>

namespace vitrine::render {

using core::ErrorCode;

namespace {

/// CIE xy of a black body: the rational fit of Kim et al. (2002), valid from 1667 K to 25,000 K.
Float3 blackBodyXyz(float kelvin)
{
    const double t = std::clamp(static_cast<double>(kelvin), 1667.0, 25000.0);
    const double t2 = t * t;
    const double t3 = t2 * t;
    const double x = t < 4000 ? -0.2661239e9 / t3 - 0.2343589e6 / t2 + 0.8776956e3 / t + 0.179910
                              : -3.0258469e9 / t3 + 2.1070379e6 / t2 + 0.2226347e3 / t + 0.240390;
    const double x2 = x * x;
    const double x3 = x2 * x;
    double y = 0;
    if (t < 2222)
        y = -1.1063814 * x3 - 1.34811020 * x2 + 2.18555832 * x - 0.20219683;
    else if (t < 4000)
        y = -0.9549476 * x3 - 1.37418593 * x2 + 2.09137015 * x - 0.16748867;
    else
        y = 3.0817580 * x3 - 5.87338670 * x2 + 3.75112997 * x - 0.37001483;
    return {static_cast<float>(x / y), 1.0F, static_cast<float>((1 - x - y) / y)};
}

Float3 xyzToLinearSrgb(Float3 c)
{
    return {3.2406F * c.x - 1.5372F * c.y - 0.4986F * c.z, -0.9689F * c.x + 1.8758F * c.y + 0.0415F * c.z,
            0.0557F * c.x - 0.2040F * c.y + 1.0570F * c.z};
}

/// Reads the fields of one JSON object and remembers the first fault.
class Fields
{
public:
    Fields(simdjson::dom::object object, std::string path, core::Status &fault)
        : m_object(object)
        , m_path(std::move(path))
        , m_fault(fault)
    {
    }

    void number(std::string_view key, float &target, float low, float high)
    {
        simdjson::dom::element element;
        if (m_object[key].get(element) != simdjson::SUCCESS)
            return;
        double value = 0;
        if (element.get(value) != simdjson::SUCCESS || value < low || value > high)
            return fail(key, "expects a number from " + std::to_string(low) + " to " + std::to_string(high));
        target = static_cast<float>(value);
    }

    void text(std::string_view key, std::string &target)
    {
        simdjson::dom::element element;
        if (m_object[key].get(element) != simdjson::SUCCESS)
            return;
        std::string_view value;
        if (element.get(value) != simdjson::SUCCESS)
            return fail(key, "expects a text");
        target = value;
    }

    void flag(std::string_view key, bool &target)
    {
        simdjson::dom::element element;
        if (m_object[key].get(element) == simdjson::SUCCESS && element.get(target) != simdjson::SUCCESS)
            fail(key, "expects true or false");
    }

    void light(std::string_view key, Float3 &target)
    {
        simdjson::dom::array array;
        if (m_object[key].get(array) != simdjson::SUCCESS)
            return;
        std::vector<float> values;
        for (const simdjson::dom::element element : array) {
            double value = -1;
            if (element.get(value) != simdjson::SUCCESS || value < 0 || value > 1000)
                return fail(key, "expects three numbers from 0 to 1000");
            values.push_back(static_cast<float>(value));
        }
        if (values.size() != 3)
            return fail(key, "expects three numbers from 0 to 1000");
        target = {values[0], values[1], values[2]};
    }

    /// Calls `read(Fields &)` for each object of the array.
    template <typename Read>
    void objects(std::string_view key, const Read &read)
    {
        simdjson::dom::array array;
        if (m_object[key].get(array) != simdjson::SUCCESS)
            return;
        std::size_t index = 0;
        for (const simdjson::dom::element element : array) {
            const std::string path = m_path + std::string(key) + "[" + std::to_string(index++) + "]";
            simdjson::dom::object object;
            if (element.get(object) != simdjson::SUCCESS) {
                if (m_fault)
                    m_fault = core::fail(ErrorCode::InvalidArgument, "expects an object", path);
                return;
            }
            Fields fields(object, path + ".", m_fault);
            read(fields);
        }
    }

private:
    void fail(std::string_view key, std::string detail)
    {
        if (m_fault)
            m_fault = core::fail(ErrorCode::InvalidArgument, std::move(detail), m_path + std::string(key));
    }

    simdjson::dom::object m_object;
    std::string m_path;
    core::Status &m_fault;
};

void readPanel(Fields &fields, LightPanel &panel)
{
    fields.text("name", panel.name);
    fields.number("yaw", panel.yawDegrees, -360, 360);
    fields.number("pitch", panel.pitchDegrees, -90, 90);
    fields.number("roll", panel.rollDegrees, -360, 360);
    fields.number("width", panel.widthDegrees, 0.5F, 170);
    fields.number("height", panel.heightDegrees, 0.5F, 170);
    fields.number("rounding", panel.rounding, 0, 1);
    fields.number("edge", panel.edge, 0, 1);
    fields.number("falloff", panel.falloff, 0, 1);
    fields.number("radiance", panel.radiance, 0, 10000);
    fields.number("kelvin", panel.kelvin, 1667, 25000);
}

void readLight(Fields &fields, StudioLight &light)
{
    fields.number("yaw", light.yawDegrees, -360, 360);
    fields.number("pitch", light.pitchDegrees, -90, 90);
    fields.number("brightness", light.brightness, 0, 100);
    fields.number("kelvin", light.kelvin, 1667, 25000);
    fields.flag("castsShadow", light.castsShadow);
}

} // namespace

core::Result<Studio> Studio::parse(std::string_view json)
{
    simdjson::dom::parser parser;
    simdjson::dom::object root;
    if (const auto error = parser.parse(json.data(), json.size()).get(root); error != simdjson::SUCCESS)
        return core::fail(ErrorCode::Malformed, std::string("not a studio's JSON: ") + simdjson::error_message(error));

    core::Status fault;
    Studio studio;
    Fields fields(root, "", fault);
    fields.text("name", studio.name);
    fields.number("whiteReads", studio.whiteReads, 1, 254);
    fields.number("whitePointKelvin", studio.whitePointKelvin, 1667, 25000);
    fields.light("zenith", studio.zenith);
    fields.light("horizon", studio.horizon);
    fields.light("nadir", studio.nadir);
    fields.number("exposure", studio.exposure, 0, 100);
    fields.number("shadowStrength", studio.shadowStrength, 0, 1);
    fields.objects("panels", [&](Fields &panel) { readPanel(panel, studio.panels.emplace_back()); });
    fields.objects("lights", [&](Fields &light) { readLight(light, studio.lights.emplace_back()); });
    VITRINE_CHECK(fault);
    return studio;
}

Float3 kelvinToRgb(float kelvin, float whitePointKelvin)
{
    const Float3 colour = xyzToLinearSrgb(blackBodyXyz(kelvin));
    const Float3 white = xyzToLinearSrgb(blackBodyXyz(whitePointKelvin));
    const Float3 relative{std::max(colour.x, 0.0F) / white.x, std::max(colour.y, 0.0F) / white.y,
                          std::max(colour.z, 0.0F) / white.z};
    return relative * (1.0F / luminance(relative));
}

namespace {

/// How much of a panel lies in a direction: 0 outside, up to 1 in its middle.
float panelCoverage(const LightPanel &panel, Float3 direction)
{
    constexpr float kRadians = std::numbers::pi_v<float> / 180.0F;
    const Float3 axis = directionTowards(panel.yawDegrees, panel.pitchDegrees);
    const float along = dot(direction, axis);
    if (along <= 0.01F)
        return 0;
    const Float3 up = std::abs(axis.y) > 0.999F ? Float3{0, 0, -1} : Float3{0, 1, 0};
    const Float3 right = normalized(cross(up, axis));
    const Float3 above = cross(axis, right);
    const float u0 = dot(direction, right) / along;
    const float v0 = dot(direction, above) / along;
    const float roll = panel.rollDegrees * kRadians;
    const float u = u0 * std::cos(roll) + v0 * std::sin(roll);
    const float v = v0 * std::cos(roll) - u0 * std::sin(roll);

    const float halfWidth = std::tan(panel.widthDegrees * kRadians / 2);
    const float halfHeight = std::tan(panel.heightDegrees * kRadians / 2);
    const float shorter = std::min(halfWidth, halfHeight);
    const float radius = panel.rounding * shorter;
    // Signed distance to a rounded rectangle, negative inside.
    const float du = std::abs(u) - (halfWidth - radius);
    const float dv = std::abs(v) - (halfHeight - radius);
    const float outside = std::hypot(std::max(du, 0.0F), std::max(dv, 0.0F));
    const float distance = outside + std::min(std::max(du, dv), 0.0F) - radius;

    const float border = std::max(panel.edge * shorter, 1e-4F);
    const float t = std::clamp(-distance / border, 0.0F, 1.0F);
    const float ramp = t * t * (3 - 2 * t);
    const float fromMiddle = std::min(1.0F, std::hypot(u / halfWidth, v / halfHeight) / std::numbers::sqrt2_v<float>);
    return ramp * (1 - panel.falloff * fromMiddle * fromMiddle);
}

} // namespace

Float3 radianceFrom(const Studio &studio, Float3 direction)
{
    const float height = std::clamp(direction.y, -1.0F, 1.0F);
    const float t = std::sqrt(std::abs(height));
    Float3 light = mix(studio.horizon, height > 0 ? studio.zenith : studio.nadir, t);
    for (const LightPanel &panel : studio.panels) {
        const float coverage = panelCoverage(panel, direction);
        if (coverage > 0) {
            const Float3 colour = kelvinToRgb(panel.kelvin, studio.whitePointKelvin) * panel.radiance;
            // A panel hides the surround behind it, also where it is darker: flags are panels of radiance 0.
            light = mix(light, colour, coverage);
        }
    }
    return light;
}

} // namespace vitrine::render
