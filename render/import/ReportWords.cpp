// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/ReportWords.h"

#include "core/values/Format.h"

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
const Text kGeometryLine{"{} triangles, {} vertices, {} meshes, {} nodes, {} draws",
                         "{}টি ত্রিভুজ, {}টি শীর্ষবিন্দু, {}টি মেশ, {}টি নোড, {}টি ড্র"};
const Text kTexturesLine{"{}, {} with mip levels", "{}টি, মিপ স্তরসহ {}"};
const Text kAtLeast{"at least {}", "অন্তত {}"};
const Text kRecommended{"up to {}", "{} পর্যন্ত"};
const Text kAtMost{"at most {}", "সর্বোচ্চ {}"};

namespace {

/// The messages of importers, and words that stand in them. "{}" is anything; what stands there is looked up in turn.
const std::vector<Text> &messages()
{
    static const std::vector<Text> kMessages = {
        {"{} names no unit and no axis: taken as {} with {} up",
         "{} একক বা অক্ষ কিছুই বলে না: ধরা হয়েছে {}, উপরের দিকে {}"},
        {"{} names no unit: taken as {}", "{} একক বলে না: ধরা হয়েছে {}"},
        {"{} names no axis: taken with {} up", "{} অক্ষ বলে না: ধরা হয়েছে উপরের দিকে {}"},
        {"metres", "মিটার"},
        {"centimetres", "সেন্টিমিটার"},
        {"millimetres", "মিলিমিটার"},
        {"inches", "ইঞ্চি"},
        {"an animation is left out", "একটি অ্যানিমেশন বাদ গেছে"},
        {"{} animations are left out", "{}টি অ্যানিমেশন বাদ গেছে"},
        {"the light is left out: the studio lights the product", "আলোটি বাদ গেছে: পণ্যে আলো দেয় স্টুডিও"},
        {"the camera is left out", "ক্যামেরাটি বাদ গেছে"},
        {"the skin is left out: the part stands as it was modelled",
         "ত্বক-বিকৃতি বাদ গেছে: অংশটি যেভাবে গড়া হয়েছিল সেভাবেই আছে"},
        {"the shapes to blend to are left out", "মিশ্রণের আকৃতিগুলো বাদ গেছে"},
        {"of the texture coordinates only the first two sets are read",
         "টেক্সচার-স্থানাঙ্কের কেবল প্রথম দুটি সেট পড়া হয়েছে"},
        {"of the vertex colours only the first set is read", "শীর্ষবিন্দুর রঙের কেবল প্রথম সেটটি পড়া হয়েছে"},
        {"the node is skewed or flat; its shapes were moved instead",
         "নোডটি তেরছা বা চ্যাপ্টা; বদলে তার আকৃতিগুলো সরানো হয়েছে"},
        {"points and lines are left out", "বিন্দু ও রেখা বাদ গেছে"},
        {"the material is wholly transparent, and is shown opaque", "উপাদানটি পুরোপুরি স্বচ্ছ, তবু অস্বচ্ছ দেখানো হচ্ছে"},
        {"the texture is left out: no such file", "টেক্সচারটি বাদ গেছে: এমন কোনো ফাইল নেই"},
        {"the texture is left out: {}", "টেক্সচারটি বাদ গেছে: {}"},
        {"the texture is neither PNG nor JPEG and is left out", "টেক্সচারটি PNG বা JPEG নয়, তাই বাদ গেছে"},
        {"a texture of the kind {} is not supported for this format and is left out",
         "{} ধরনের একটি টেক্সচার এই ফরম্যাটে চলে না, তাই বাদ গেছে"},
        {"of the textures of the kind {} only the first is shown", "{} ধরনের টেক্সচারের কেবল প্রথমটি দেখানো হচ্ছে"},
        {"a texture of the kind {} has no coordinates among the first two sets and is left out",
         "{} ধরনের একটি টেক্সচারের স্থানাঙ্ক প্রথম দুই সেটে নেই, তাই বাদ গেছে"},
        {"the rotation of a texture is left out", "একটি টেক্সচারের ঘূর্ণন বাদ গেছে"},
        {"the texture was reduced to {}×{}", "টেক্সচারটি ছোট করে {}×{} টেক্সেল করা হয়েছে"},
        {"a textured part has no texture coordinates {}", "টেক্সচার দেওয়া একটি অংশের টেক্সচার-স্থানাঙ্ক {} নেই"},
        {"texture coordinate set {} is not supported, only 0 and 1; the texture is left out",
         "টেক্সচার-স্থানাঙ্কের সেট {} চলে না, কেবল ০ ও ১ চলে; টেক্সচারটি বাদ গেছে"},
        {"the texture has no image and is left out", "টেক্সচারটির ছবি নেই, তাই বাদ গেছে"},
        {"a mesh with a skin has no joints; it is shown as it is",
         "ত্বকযুক্ত একটি মেশের কোনো সন্ধি নেই; যেমন আছে তেমনই দেখানো হচ্ছে"},
        {"a chunk of an unknown kind was skipped", "অজানা ধরনের একটি খণ্ড এড়িয়ে যাওয়া হয়েছে"},
        {"{} bytes after the end were skipped", "শেষের পরের {} বাইট এড়িয়ে যাওয়া হয়েছে"},
        {"specular-glossiness textures are not supported; the factors alone are used",
         "স্পেকুলার-গ্লসিনেস টেক্সচার চলে না; কেবল মানগুলো নেওয়া হয়েছে"},
        {"the extension {} is not known and was left out", "{} এক্সটেনশনটি অজানা, তাই বাদ গেছে"},
        {"{} indices are no whole number of triangles", "{}টি সূচকে পূর্ণসংখ্যক ত্রিভুজ হয় না"},
        {"{} triangles with two equal corners were dropped", "সমান দুই কোণের {}টি ত্রিভুজ ফেলে দেওয়া হয়েছে"},
        {"points are left out", "বিন্দু বাদ গেছে"},
        {"lines are left out", "রেখা বাদ গেছে"},
        {"a primitive without positions is left out", "অবস্থানহীন একটি প্রিমিটিভ বাদ গেছে"},
        {"a primitive without triangles is left out", "ত্রিভুজহীন একটি প্রিমিটিভ বাদ গেছে"},
        {"the rotation is not of unit length; it was normalised", "ঘূর্ণনটি একক দৈর্ঘ্যের নয়; ঠিক করে নেওয়া হয়েছে"},
        {"weights of a mesh without morph targets are left out", "মর্ফ-আকৃতিহীন একটি মেশের ভার বাদ গেছে"},
        {"an animation of '{}' cannot be shown and is left out", "'{}'-এর অ্যানিমেশন দেখানো যায় না, তাই বাদ গেছে"},
        {"of {} lights the {} strongest are shown", "{}টি আলোর মধ্যে সবচেয়ে জোরালো {}টি দেখানো হচ্ছে"},
    };
    return kMessages;
}

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

std::string number(BudgetKind kind, double value, Language language)
{
    static const Text kTexels{"{} texels", "{} টেক্সেল"};
    static const Text kMegabytes{"{} MB", "{} মেগাবাইট"};
    static const Text kMetres{"{} m", "{} মিটার"};
    static const Text kPercent{"{} % of the longest side", "দীর্ঘতম পাশের {} %"};
    const std::string whole = core::localDigits(std::format("{:.0f}", value), language);
    switch (kind) {
    case BudgetKind::TextureSide:
        return filled(kTexels, language, {whole});
    case BudgetKind::FileBytes:
        return filled(kMegabytes, language, {core::localDigits(std::format("{:.3g}", value / 1e6), language)});
    case BudgetKind::LongestMetres:
        return filled(kMetres, language, {core::localDigits(std::format("{:.4g}", value), language)});
    case BudgetKind::OriginPercent:
        return filled(kPercent, language,
                      {core::localDigits(std::format("{:.3g}", std::round(value * 100) / 100), language)});
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
    for (const Text &known : messages()) {
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

std::string filled(const Text &text, Language language, std::initializer_list<std::string> parts)
{
    return fill(text.in(language), parts);
}

} // namespace vitrine::render::words
