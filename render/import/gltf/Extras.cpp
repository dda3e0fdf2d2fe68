// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/gltf/Extras.h"

#include "render/import/ImportLimits.h"
#include "render/import/geometry/Transform.h"

#include <algorithm>

namespace vitrine::render::gltf {
namespace {

using core::ErrorCode;
using core::fail;
using core::Result;
using core::Status;

/// Missing, or something else than an object: nobody's fault.
std::optional<JsonObject> extrasOf(const JsonObject &object)
{
    const auto extras = object.object("extras");
    return extras ? *extras : std::nullopt;
}

/// False, and a warning, where reading failed.
bool isSound(Document &document, const Status &read)
{
    if (!read)
        document.scene().warn("left out, for the extras are not as the shop has them: " + read.error().detail,
                              read.error().where);
    return read.has_value();
}

Result<SceneText> readText(const JsonObject &extras, std::string_view key)
{
    SceneText text;
    VITRINE_TRY(const auto languages, extras.object(key));
    if (languages) {
        VITRINE_TRY(text.en, languages->name("en"));
        VITRINE_TRY(text.bn, languages->name("bn"));
    }
    return text;
}

Result<PriceRecord> readPrice(const JsonObject &extras)
{
    constexpr double kMost = 9'007'199'254'740'991; // what a JSON number holds to the last digit
    PriceRecord price;
    VITRINE_TRY(const auto object, extras.object("price"));
    if (!object)
        return price;
    VITRINE_TRY(const double minorUnits, object->number("minorUnits", 0, -kMost, kMost));
    price.minorUnits = static_cast<std::int64_t>(minorUnits);
    if (static_cast<double>(price.minorUnits) != minorUnits)
        return fail(ErrorCode::InvalidArgument, "not a whole number", object->pointer("minorUnits"));
    VITRINE_TRY(const std::string_view currency, object->text("currency"));
    if (currency.size() != 3 || !std::ranges::all_of(currency, [](char c) { return c >= 'A' && c <= 'Z'; }))
        return fail(ErrorCode::InvalidArgument, "not a currency's code", object->pointer("currency"));
    std::ranges::copy(currency, price.currency.begin());
    return price;
}

Status readPart(const JsonObject &extras, ScenePart &part)
{
    VITRINE_TRY(part.name, readText(extras, "part"));
    VITRINE_TRY(part.material, readText(extras, "material"));
    VITRINE_TRY(part.price, readPrice(extras));
    VITRINE_TRY(const auto explode, extras.object("explode"));
    if (!explode)
        return {};
    VITRINE_TRY([[maybe_unused]] const bool isThere, explode->numbers("direction", part.offset));
    VITRINE_TRY(const double distance, explode->number("distance", 0, 0));
    VITRINE_TRY(const double order, explode->number("order", 0, 0, 1'000'000));
    part.offset = part.offset * static_cast<float>(distance);
    part.order = static_cast<std::uint32_t>(order);
    return {};
}

Status readHotspot(const JsonObject &object, NamedHotspot &into)
{
    SceneHotspot &spot = into.spot;
    into.where = object.pointer();
    VITRINE_TRY(const bool hasPosition, object.numbers("position", spot.position));
    if (!hasPosition)
        return fail(ErrorCode::InvalidArgument, "missing", object.pointer("position"));
    VITRINE_TRY([[maybe_unused]] const bool hasNormal, object.numbers("normal", spot.normal));
    spot.normal = normalized(spot.normal, {0, 1, 0});
    VITRINE_TRY(spot.title, readText(object, "title"));
    VITRINE_TRY(spot.text, readText(object, "text"));
    VITRINE_TRY(into.node, object.name("node"));
    return {};
}

} // namespace

std::optional<ScenePart> partOf(Document &document, const JsonObject &node)
{
    const auto extras = extrasOf(node);
    if (!extras || !extras->has("part"))
        return std::nullopt;
    ScenePart part;
    if (!isSound(document, readPart(*extras, part)))
        return std::nullopt;
    return part;
}

std::vector<NamedHotspot> hotspotsOf(Document &document, const JsonObject &node)
{
    std::vector<NamedHotspot> spots;
    const auto extras = extrasOf(node);
    if (!extras)
        return spots;
    const auto list = extras->array("hotspots");
    for (std::size_t i = 0; list && i < std::min<std::size_t>(list->size(), limits::kHotspots); ++i) {
        NamedHotspot spot;
        const auto read = [&]() -> Status {
            VITRINE_TRY(const JsonObject object, list->object(i));
            return readHotspot(object, spot);
        };
        if (isSound(document, read()))
            spots.push_back(std::move(spot));
    }
    return spots;
}

void readExtras(Document &document, const JsonObject &animation, SceneAnimation &into)
{
    const auto extras = extrasOf(animation);
    if (!extras)
        return;
    const auto read = [&]() -> Status {
        VITRINE_TRY(into.title, readText(*extras, "title"));
        VITRINE_TRY(into.loops, extras->flag("loop", false));
        return {};
    };
    (void)isSound(document, read());
}

void readExtras(Document &document, const JsonObject &variant, SceneVariant &into)
{
    const auto extras = extrasOf(variant);
    if (!extras)
        return;
    const auto read = [&]() -> Status {
        VITRINE_TRY(into.title, readText(*extras, "name"));
        VITRINE_TRY(into.price, readPrice(*extras));
        return {};
    };
    (void)isSound(document, read());
}

} // namespace vitrine::render::gltf
