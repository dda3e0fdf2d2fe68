// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/ReportWords.h"

#include "core/values/Format.h"
#include "render/import/MessageWords.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>
#include <optional>
#include <vector>

namespace vitrine::render::words {

const Text kSize{"size", "মাপ"};
const Text kGeometry{"geometry", "জ্যামিতি"};
const Text kMaterials{"materials", "উপাদান"};
const Text kTextures{"textures", "টেক্সচার"};
const Text kVariants{"variants", "ধরন"};
const Text kCameras{"cameras", "ক্যামেরা"};
const Text kPackage{"package", "প্যাকেজ"};
const Text kFiles{"files", "মডেলের ফাইল"};
const Text kGenerator{"made with", "যা দিয়ে তৈরি"};
const Text kCopyright{"copyright", "স্বত্ব"};
const Text kBudgets{"budgets", "সীমা"};
const Text kGuidelines{"by the Khronos 3D Commerce guidelines 1.0", "ক্রোনোস থ্রিডি কমার্স নির্দেশিকা ১.০ অনুযায়ী"};
const Text kWarning{"warning", "সতর্কতা"};
const Text kNote{"note", "টীকা"};
const Text kNoName{"(no name)", "(নাম নেই)"};
const Text kSizeLine{"{} × {} × {} m (width, height, depth)", "{} × {} × {} মিটার (প্রস্থ, উচ্চতা, গভীরতা)"};
const Text kPrecision{"precision", "নির্ভুলতা"};
const Text kCache{"cache", "ক্যাশ"};
const Text kOverdraw{"overdraw", "ওভারড্র"};
const Text kLevel{"level {}", "স্তর {}"};
const Text kPrecisionLine{"positions to {} mm, directions to {}°, texture coordinates to {}",
                          "অবস্থান {} মিমি, দিক {}°, টেক্সচার-স্থানাঙ্ক {} পর্যন্ত"};
const Text kCacheLine{"ACMR {} before, {} after", "ACMR আগে {}, পরে {}"};
const Text kBeforeAndAfter{"{} before, {} after", "আগে {}, পরে {}"};
const Text kLevelLine{"{}, off by up to {} mm", "{}, সর্বোচ্চ {} মিমি তফাত"};
const Text kCompressedLine{"{} in BC7, {} with mip levels instead of {} in RGBA8",
                           "BC7-তে {}টি, মিপ স্তরসহ {}, RGBA8-এ হতো {}"};
const Text kBareLine{"{} in RGBA8, {} with mip levels", "RGBA8-এ {}টি, মিপ স্তরসহ {}"};
const Text kAtLeast{"at least {}", "অন্তত {}"};
const Text kRecommended{"up to {}", "{} পর্যন্ত"};
const Text kAtMost{"at most {}", "সর্বোচ্চ {}"};
const Counted kTriangles{"{} triangle", "{} triangles", "{}টি ত্রিভুজ"};
const Counted kVertices{"{} vertex", "{} vertices", "{}টি শীর্ষবিন্দু"};
const Counted kMeshes{"{} mesh", "{} meshes", "{}টি মেশ"};
const Counted kNodes{"{} node", "{} nodes", "{}টি নোড"};
const Counted kDraws{"{} draw", "{} draws", "{}টি ড্র"};

namespace {

/// What stands where the pattern has "{}", if the text is of that pattern.
std::optional<std::vector<std::string_view>> match(std::string_view pattern, std::string_view text)
{
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t hole = pattern.find("{}");
        if (!text.starts_with(pattern.substr(0, hole)))
            return std::nullopt;
        if (hole == std::string_view::npos)
            return text.size() == pattern.size() ? std::optional(parts) : std::nullopt;
        text.remove_prefix(hole);
        pattern.remove_prefix(hole + 2);
        const std::string_view next = pattern.substr(0, pattern.find("{}"));
        const std::size_t end =
            next.size() == pattern.size() ? text.size() - std::min(text.size(), next.size()) : text.find(next);
        if (end == std::string_view::npos)
            return std::nullopt;
        parts.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
}

template <typename Parts>
std::string fill(std::string_view pattern, const Parts &parts)
{
    std::string result;
    for (const auto &part : parts) {
        const std::size_t hole = pattern.find("{}");
        if (hole == std::string_view::npos)
            break;
        result += pattern.substr(0, hole);
        result += part;
        pattern.remove_prefix(hole + 2);
    }
    return result += pattern;
}

} // namespace

const Text &nameOf(BudgetKind kind)
{
    static const std::array<Text, 8> kNames = {{
        {"triangles", "ত্রিভুজ"},
        {"draws", "ড্র"},
        {"materials", "উপাদান"},
        {"longest texture", "সবচেয়ে বড় টেক্সচার"},
        {"textures with a side that is no power of two", "যেসব টেক্সচারের পাশ দুইয়ের ঘাত নয়"},
        {"the model's files", "মডেলের ফাইল"},
        {"longest side", "দীর্ঘতম পাশ"},
        {"middle of the bottom away from the origin", "মূলবিন্দু থেকে তলার মাঝখানের দূরত্ব"},
    }};
    return kNames[static_cast<std::size_t>(kind)];
}

const Text &nameOf(Verdict verdict)
{
    static const std::array<Text, 3> kNames = {{{"pass", "উত্তীর্ণ"}, {"warn", "সাবধান"}, {"fail", "অনুত্তীর্ণ"}}};
    return kNames[static_cast<std::size_t>(verdict)];
}

std::string counted(const Counted &what, std::uint64_t number, Language language)
{
    const char *pattern = language == Language::Bn ? what.bn : (number == 1 ? what.one : what.many);
    return fill(pattern, std::array{core::countWords(number, language)});
}

std::string plain(double number, Language language, int digits)
{
    if (!(std::abs(number) > 0) || !std::isfinite(number))
        return core::localDigits("0", language);
    const int decimals = std::max(0, digits - 1 - static_cast<int>(std::floor(std::log10(std::abs(number)))));
    std::string text = std::format("{:.{}f}", number, decimals);
    if (text.contains('.')) {
        text.resize(text.find_last_not_of('0') + 1);
        if (text.ends_with('.'))
            text.pop_back();
        return core::localDigits(text, language);
    }
    return number >= 1000 ? core::countWords(static_cast<std::uint64_t>(std::round(number)), language)
                          : core::localDigits(text, language);
}

std::string bytes(double number, Language language)
{
    struct Unit {
        double size;
        Text pattern;
    };
    static const std::array<Unit, 3> kUnits = {
        {{1e9, {"{} GB", "{} গিগাবাইট"}}, {1e6, {"{} MB", "{} মেগাবাইট"}}, {1e3, {"{} KB", "{} কিলোবাইট"}}}};
    static const Counted kBytes{"{} byte", "{} bytes", "{} বাইট"};
    for (const auto &[size, pattern] : kUnits)
        if (std::round(number / size * 1000) >= 1000 && number >= 1000)
            return filled(pattern, language, {plain(number / size, language, number / size < 10 ? 2 : 3)});
    return counted(kBytes, static_cast<std::uint64_t>(std::max(number, 0.0)), language);
}

std::string number(BudgetKind kind, double value, Language language)
{
    static const Text kTexels{"{} texels", "{} টেক্সেল"};
    static const Text kMetres{"{} m", "{} মিটার"};
    static const Text kPercent{"{} % of the longest side", "দীর্ঘতম পাশের {} %"};
    const std::string whole = core::countWords(static_cast<std::uint64_t>(std::max(std::round(value), 0.0)), language);
    switch (kind) {
    case BudgetKind::TextureSide:
        return filled(kTexels, language, {whole});
    case BudgetKind::FileBytes:
        return bytes(value, language);
    case BudgetKind::LongestMetres:
        return filled(kMetres, language, {plain(value, language, 4)});
    case BudgetKind::OriginPercent:
        return filled(kPercent, language, {plain(std::round(value * 100) / 100, language, 3)});
    case BudgetKind::Triangles:
    case BudgetKind::Draws:
    case BudgetKind::Materials:
    case BudgetKind::TextureShape:
        break;
    }
    return whole;
}

std::string message(std::string_view english, Language language)
{
    if (language == Language::En)
        return std::string(english);
    for (const Text &known : importMessages()) {
        const auto parts = match(known.en, english);
        if (!parts)
            continue;
        std::vector<std::string> words;
        for (const std::string_view part : *parts)
            words.push_back(message(part, language));
        return fill(known.bn, words);
    }
    // A number alone.
    return english.find_first_not_of("0123456789") == std::string_view::npos
               ? core::localDigits(std::string(english), language)
               : std::string(english);
}

std::string place(std::string_view english, Language language)
{
    // A file's name may hold anything, so that only the end is looked at.
    for (const std::string_view before : {"", ": "})
        for (const std::string_view word : {"line ", "byte "}) {
            const std::string wanted = std::string(before) + std::string(word);
            const std::size_t at =
                before.empty() ? (english.starts_with(word) ? 0 : english.npos) : english.rfind(wanted);
            if (language == Language::En || at == english.npos)
                continue;
            const std::string_view number = english.substr(at + wanted.size());
            if (!number.empty() && number.find_first_not_of("0123456789") == number.npos)
                return std::string(english.substr(0, at)) + std::string(before) +
                       (word == "line " ? "লাইন " : "বাইট ") + core::localDigits(std::string(number), language);
        }
    return message(english, language);
}

std::string filled(const Text &text, Language language, std::initializer_list<std::string> parts)
{
    return fill(text.in(language), parts);
}

} // namespace vitrine::render::words
