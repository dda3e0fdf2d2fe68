// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/light/PathTracer.h"

#include "render/light/PathWalk.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <mutex>
#include <thread>

namespace vitrine::render {
namespace {

constexpr int kDomeRows = 1024;
constexpr int kTile = 24;

Float3 rotated(const Vector4 &q, Float3 v)
{
    const Float3 axis{q[0], q[1], q[2]};
    const Float3 t = cross(axis, v) * 2.0F;
    return v + t * q[3] + cross(axis, t);
}

/// From a place in the picture to a direction, and back.
class Lens
{
public:
    explicit Lens(const TraceRequest &request)
        : m_rotation(request.camera.rotation)
        , m_tall(std::tan(radians(request.camera.verticalFovDegrees) / 2))
        , m_wide(m_tall * static_cast<float>(request.width) / static_cast<float>(request.height))
    {
    }

    /// x and y run from 0 to 1, from the left and from the top.
    Float3 through(float x, float y) const
    {
        return normalized(rotated(m_rotation, {(2 * x - 1) * m_wide, (1 - 2 * y) * m_tall, -1}));
    }

    Pair placeOf(Float3 direction) const
    {
        const Vector4 back{-m_rotation[0], -m_rotation[1], -m_rotation[2], m_rotation[3]};
        const Float3 seen = rotated(back, direction);
        const float depth = std::max(-seen.z, 1e-3F);
        return {0.5F + seen.x / depth / m_wide / 2, 0.5F - seen.y / depth / m_tall / 2};
    }

private:
    Vector4 m_rotation;
    float m_tall;
    float m_wide;
};

/// Nothing for what lies far beside the picture.
std::optional<Float3> behindAt(const TracedBackdrop &backdrop, Pair place)
{
    constexpr float kBeside = 0.3F;
    if (std::max(std::abs(place.x - 0.5F), std::abs(place.y - 0.5F)) > 0.5F + kBeside)
        return std::nullopt;
    const auto texel = [](float at, int size) {
        return static_cast<std::size_t>(
            std::clamp(static_cast<int>(std::clamp(at, -1.0F, 2.0F) * static_cast<float>(size)), 0, size - 1));
    };
    return backdrop.pixels[texel(place.y, backdrop.height) * static_cast<std::size_t>(backdrop.width) +
                           texel(place.x, backdrop.width)];
}

core::Status checkRequest(const Package &package, const TraceRequest &request)
{
    if (request.width < 1 || request.height < 1 || request.width > 16384 || request.height > 16384 ||
        request.samples < 1 || request.world.size() != package.nodes().size() || !request.surround)
        return core::fail(core::ErrorCode::InvalidArgument, "not a picture that can be traced");
    return {};
}

} // namespace

core::Result<TracedPicture> tracePicture(const Package &package, const TraceRequest &request)
{
    VITRINE_CHECK(checkRequest(package, request));
    VITRINE_TRY(const auto scene,
                TracedScene::build(package, request.world,
                                   {.variant = request.variant, .maxTextureSide = request.maxTextureSide}));
    const LightDome dome(request.surround, kDomeRows);
    const Lens lens(request);
    PathWalk walk(*scene, dome);
    if (request.ground)
        walk.standOn(*request.ground);
    if (request.backdrop)
        walk.showBehind([&](Float3 direction) { return behindAt(*request.backdrop, lens.placeOf(direction)); });
    const Float3 eye = scene->toRays(request.camera.position);

    TracedPicture picture{.width = request.width, .height = request.height, .light = {}, .cover = {}};
    const auto pixels = static_cast<std::size_t>(request.width) * static_cast<std::size_t>(request.height);
    picture.light.resize(pixels);
    picture.cover.resize(pixels);
    const auto drawPixel = [&](int x, int y) {
        const std::size_t at =
            static_cast<std::size_t>(y) * static_cast<std::size_t>(request.width) + static_cast<std::size_t>(x);
        Samples samples(static_cast<std::uint32_t>(at), request.seed);
        Float3 light;
        float cover = 0;
        for (int i = 0; i < request.samples; ++i) {
            samples.begin(static_cast<std::uint32_t>(i));
            const Pair within = samples.pair();
            const Seen seen =
                walk.look(eye,
                          lens.through((static_cast<float>(x) + within.x) / static_cast<float>(request.width),
                                       (static_cast<float>(y) + within.y) / static_cast<float>(request.height)),
                          samples);
            light += seen.light;
            cover += seen.cover;
        }
        const float share = 1 / static_cast<float>(request.samples);
        picture.light[at] = light * share;
        picture.cover[at] = std::clamp(cover * share, 0.0F, 1.0F);
    };

    const int across = (request.width + kTile - 1) / kTile;
    const int tiles = across * ((request.height + kTile - 1) / kTile);
    std::atomic<int> next = 0;
    std::atomic<bool> isGivenUp = false;
    std::mutex telling;
    int done = 0; // guarded by `telling`
    const auto work = [&] {
        for (int tile = next++; tile < tiles && !isGivenUp; tile = next++) {
            const int left = tile % across * kTile;
            const int top = tile / across * kTile;
            for (int y = top; y < std::min(top + kTile, request.height); ++y)
                for (int x = left; x < std::min(left + kTile, request.width); ++x)
                    drawPixel(x, y);
            const std::scoped_lock lock(telling);
            ++done;
            if (request.progress && !request.progress(static_cast<float>(done) / static_cast<float>(tiles)))
                isGivenUp = true;
        }
    };
    std::vector<std::thread> others;
    for (unsigned i = 1; i < request.threads; ++i)
        others.emplace_back(work);
    work();
    for (std::thread &other : others)
        other.join();
    if (isGivenUp)
        return core::fail(core::ErrorCode::Unavailable, "given up");
    return picture;
}

} // namespace vitrine::render
