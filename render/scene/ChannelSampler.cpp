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

/// Where a time lies between the keys of a channel.
struct Place {
    std::size_t key = 0; ///< The one before it.
    float part = 0;      ///< Of the way to the next one; 0: at this one.
    float span = 0;      ///< Seconds between them.
};

template <typename Channel>
Place placeOf(const Package &package, const Channel &channel, float seconds)
{
    const auto times = package.timesOf(channel);
    const auto next = static_cast<std::size_t>(std::ranges::upper_bound(times, seconds) - times.begin());
    if (next == 0)
        return {};
    if (next == times.size() || channel.interpolation == Interpolation::Step)
        return {next - 1, 0, 0};
    const float span = times[next] - times[next - 1];
    return {next - 1, (seconds - times[next - 1]) / span, span};
}

template <typename Channel>
void sampleAt(const Package &package, const Channel &channel, const Place &place, std::span<float> into)
{
    const std::size_t width = componentsOf(channel);
    const bool isCubic = channel.interpolation == Interpolation::Cubic;
    const auto keys = package.keysOf(channel);
    // Cubic ones stand between their tangents.
    const auto row = [&](std::size_t key, std::size_t which) {
        return keys.subspan((isCubic ? key * 3 + which : key) * width, width);
    };
    const auto now = row(place.key, 1);
    if (place.part == 0) {
        std::ranges::copy(now, into.begin());
        return;
    }
    const auto next = row(place.key + 1, 1);
    const float t = place.part;
    if (!isCubic) {
        for (std::size_t i = 0; i < width; ++i)
            into[i] = now[i] * (1 - t) + next[i] * t;
        return;
    }
    const float t2 = t * t;
    const float t3 = t2 * t;
    const auto leaving = row(place.key, 2);
    const auto coming = row(place.key + 1, 0);
    for (std::size_t i = 0; i < width; ++i)
        into[i] = now[i] * (2 * t3 - 3 * t2 + 1) + next[i] * (-2 * t3 + 3 * t2) +
                  place.span * (leaving[i] * (t3 - 2 * t2 + t) + coming[i] * (t3 - t2));
}

} // namespace

void sampleInto(const Package &package, const ChannelRecord &channel, float seconds, std::span<float> into)
{
    sampleAt(package, channel, placeOf(package, channel, seconds), into);
}

void sampleInto(const Package &package, const ValueChannelRecord &channel, float seconds, std::span<float> into)
{
    sampleAt(package, channel, placeOf(package, channel, seconds), into);
}

Vector4 sampleChannel(const Package &package, const ChannelRecord &channel, float seconds)
{
    const Place place = placeOf(package, channel, seconds);
    Vector4 value{};
    if (channel.path != ChannelPath::Rotation) {
        sampleAt(package, channel, place, value);
        return value;
    }
    if (channel.interpolation != Interpolation::Linear || place.part == 0) {
        sampleAt(package, channel, place, value);
        return normalizedRotation(value);
    }
    Vector4 next{};
    sampleAt(package, channel, {place.key, 0, 0}, value);
    sampleAt(package, channel, {place.key + 1, 0, 0}, next);
    return slerp(normalizedRotation(value), normalizedRotation(next), place.part);
}

} // namespace vitrine::render
