// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/ChannelSampler.h"

#include <algorithm>
#include <cmath>

namespace vitrine::render {

namespace {

float dot(const Vector4 &a, const Vector4 &b) { return a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3]; }

Vector4 weighted(const Vector4 &a, float ofA, const Vector4 &b, float ofB)
{
    Vector4 sum{};
    for (std::size_t i = 0; i < 4; ++i)
        sum[i] = a[i] * ofA + b[i] * ofB;
    return sum;
}

Vector4 normalizedRotation(const Vector4 &q)
{
    const float length = std::sqrt(dot(q, q));
    return length > 0 ? weighted(q, 1 / length, {}, 0) : Vector4{0, 0, 0, 1};
}

Vector4 slerp(const Vector4 &from, Vector4 to, float part)
{
    float cosine = dot(from, to);
    if (cosine < 0) { // the same rotation, the shorter way
        to = weighted(to, -1, {}, 0);
        cosine = -cosine;
    }
    // Nearly the same: the sine in the denominator would lose all digits.
    if (cosine > 0.9995F)
        return normalizedRotation(weighted(from, 1 - part, to, part));
    const float angle = std::acos(cosine);
    return weighted(from, std::sin((1 - part) * angle) / std::sin(angle), to, std::sin(part * angle) / std::sin(angle));
}

/// The keys of a channel, with the tangents of cubic ones.
class Keys
{
public:
    Keys(const Package &package, const ChannelRecord &channel)
        : m_values(package.keysOf(channel))
        , m_components(componentsOf(channel.path))
        , m_isCubic(channel.interpolation == Interpolation::Cubic)
    {
    }
    Vector4 value(std::size_t key) const { return at(m_isCubic ? key * 3 + 1 : key); }
    Vector4 inTangent(std::size_t key) const { return at(key * 3); }
    Vector4 outTangent(std::size_t key) const { return at(key * 3 + 2); }

private:
    Vector4 at(std::size_t index) const
    {
        Vector4 value{};
        std::copy_n(m_values.data() + index * m_components, m_components, value.begin());
        return value;
    }

    std::span<const float> m_values;
    std::uint32_t m_components;
    bool m_isCubic;
};

Vector4 hermite(const Keys &keys, std::size_t key, float part, float span)
{
    const float t2 = part * part;
    const float t3 = t2 * part;
    const Vector4 values = weighted(keys.value(key), 2 * t3 - 3 * t2 + 1, keys.value(key + 1), -2 * t3 + 3 * t2);
    const Vector4 tangents =
        weighted(keys.outTangent(key), span * (t3 - 2 * t2 + part), keys.inTangent(key + 1), span * (t3 - t2));
    return weighted(values, 1, tangents, 1);
}

} // namespace

Vector4 sampleChannel(const Package &package, const ChannelRecord &channel, float seconds)
{
    const auto times = package.timesOf(channel);
    const Keys keys(package, channel);
    const bool isRotation = channel.path == ChannelPath::Rotation;
    const auto whole = [&](const Vector4 &value) { return isRotation ? normalizedRotation(value) : value; };
    const auto next = static_cast<std::size_t>(std::ranges::upper_bound(times, seconds) - times.begin());
    if (next == 0)
        return whole(keys.value(0));
    if (next == times.size() || channel.interpolation == Interpolation::Step)
        return whole(keys.value(next - 1));
    const std::size_t key = next - 1;
    const float span = times[next] - times[key];
    const float part = (seconds - times[key]) / span;
    if (channel.interpolation == Interpolation::Cubic)
        return whole(hermite(keys, key, part, span));
    if (isRotation)
        return slerp(normalizedRotation(keys.value(key)), normalizedRotation(keys.value(next)), part);
    return weighted(keys.value(key), 1 - part, keys.value(next), part);
}

} // namespace vitrine::render
