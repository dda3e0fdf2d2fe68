// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/gltf/Uri.h"

#include "core/values/Hex.h"

#include <array>

namespace vitrine::render::gltf {
namespace {

using core::ErrorCode;
using core::fail;
using core::hexValue;
using core::Result;

Result<std::string> percentDecoded(std::string_view text, const std::string &where)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            result += text[i];
            continue;
        }
        const int high = i + 1 < text.size() ? hexValue(text[i + 1]) : -1;
        const int low = i + 2 < text.size() ? hexValue(text[i + 2]) : -1;
        if (high < 0 || low < 0)
            return fail(ErrorCode::Malformed, "a % without two hexadecimal digits", where);
        result += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return result;
}

constexpr auto kBase64 = [] {
    std::array<std::int8_t, 256> table{};
    table.fill(-1);
    constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (std::size_t i = 0; i < kAlphabet.size(); ++i)
        table[static_cast<unsigned char>(kAlphabet[i])] = static_cast<std::int8_t>(i);
    return table;
}();

Result<std::vector<std::byte>> base64Decoded(std::string_view text, const std::string &where)
{
    while (!text.empty() && text.back() == '=')
        text.remove_suffix(1);
    std::vector<std::byte> result;
    result.reserve(text.size() / 4 * 3 + 2);
    std::uint32_t bits = 0;
    int count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::int8_t value = kBase64[static_cast<unsigned char>(text[i])];
        if (value < 0)
            return fail(ErrorCode::Malformed, "not base64 at its character " + std::to_string(i), where);
        bits = (bits << 6U) | static_cast<std::uint32_t>(value);
        count += 6;
        if (count >= 8) {
            count -= 8;
            result.push_back(static_cast<std::byte>((bits >> count) & 0xFFU));
        }
    }
    if (text.size() % 4 == 1)
        return fail(ErrorCode::Malformed, "the base64 text is cut off", where);
    return result;
}

Result<Blob> readData(std::string_view uri, const std::string &where)
{
    const std::size_t comma = uri.find(',');
    if (comma == std::string_view::npos)
        return fail(ErrorCode::Malformed, "a data URI without a comma", where);
    const std::string_view head = uri.substr(0, comma);
    const std::string_view body = uri.substr(comma + 1);
    if (head.ends_with(";base64")) {
        VITRINE_TRY(auto bytes, base64Decoded(body, where));
        return Blob::of(std::move(bytes));
    }
    VITRINE_TRY(const std::string text, percentDecoded(body, where));
    const auto bytes = std::as_bytes(std::span(text));
    return Blob::of({bytes.begin(), bytes.end()});
}

bool hasScheme(std::string_view uri)
{
    const std::size_t colon = uri.find(':');
    return colon != std::string_view::npos && colon < std::min(uri.find('/'), uri.size());
}

} // namespace

bool isElsewhere(std::string_view uri) { return !uri.starts_with("data:") && !uri.starts_with(':') && hasScheme(uri); }

Result<Blob> readUri(std::string_view uri, ModelFiles &files, const std::string &where)
{
    if (uri.starts_with("data:"))
        return readData(uri, where);
    if (uri.starts_with(':'))
        return fail(ErrorCode::Malformed, "not a URI: '" + std::string(uri.substr(0, 80)) + "'", where);
    if (hasScheme(uri))
        return fail(ErrorCode::PermissionDenied,
                    "a model may only name files in its own folder, not '" + std::string(uri.substr(0, 80)) + "'",
                    where);
    VITRINE_TRY(const std::string path, percentDecoded(uri, where));
    auto blob = files.read(path);
    if (!blob)
        return fail(blob.error().code, blob.error().detail + ": '" + path.substr(0, 200) + "'", where);
    return blob;
}

} // namespace vitrine::render::gltf
