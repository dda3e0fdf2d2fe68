// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/ImportBudgets.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>

namespace vitrine::render {
namespace {

struct Rule {
    BudgetKind kind;
    double atLeast;
    double recommended;
    double atMost;
};

constexpr double kNoLimit = std::numeric_limits<double>::infinity();
constexpr double kMegabyte = 1e6;

// Sources, each read in November 2026:
// [1] Real-time Asset Creation Guidelines 1.0.0, Khronos 3D Commerce, 2020, "Publishing Targets Summary" and "File
//     Formats and Asset Structure Summary": registry.khronos.org/3DCommerce/AssetCreation/specs/1.0
// [2] The same, section 99, "3D Commerce Publishing Guidelines v1.0", rows "Single-Item Mobile AR or 3D Web Catalogue
//     View" and "Single-Item Desktop 3D Web View": github.com/KhronosGroup/3DC-Asset-Creation,
//     asset-creation-guidelines-1.0/full-version/sec99_PublishingTargets/PublishingTargets.md
// [3] Khronos glTF Asset Auditor, its schema "khronos-recommended": github.com/KhronosGroup/gltf-asset-auditor,
//     tests/schemas/khronos-recommended.json
// What passes suits every row of a single item; what fails is above the row of desktops.
constexpr std::array<Rule, 8> kRules = {{
    {BudgetKind::Triangles, 0, 100'000, 250'000},              // [1] 100k or less; [2] 250,000
    {BudgetKind::Draws, 0, 19, 800},                           // [2] fewer than 20; 800
    {BudgetKind::Materials, 0, 5, kNoLimit},                   // [3] 5; [1] sets no number
    {BudgetKind::TextureSide, 0, 2'048, 4'096},                // [1] 1k or 2k; twice that is our limit
    {BudgetKind::TextureShape, 0, 0, kNoLimit},                // [1] power of 2
    {BudgetKind::FileBytes, 0, 5 * kMegabyte, 10 * kMegabyte}, // [1] less than 5 MB; twice that is our limit
    {BudgetKind::LongestMetres, 0.01, 100, 100},               // [3] 0.01 to 100; we ask it of the longest side alone
    {BudgetKind::OriginPercent, 0, 1, kNoLimit},               // [1] centre bottom at 0,0,0; 1 % is our tolerance
}};

bool isPowerOfTwo(const TextureRecord &texture)
{
    return std::has_single_bit(texture.width) && std::has_single_bit(texture.height);
}

double longestSide(const Bounds &bounds)
{
    double longest = 0;
    for (std::size_t i = 0; i < 3; ++i)
        longest = std::max(longest, static_cast<double>(bounds.max[i]) - bounds.min[i]);
    return longest;
}

double originPercent(const Bounds &bounds)
{
    const auto middle = [&](std::size_t axis) {
        return (static_cast<double>(bounds.min[axis]) + bounds.max[axis]) / 2;
    };
    return 100 * std::hypot(middle(0), static_cast<double>(bounds.min[1]), middle(2)) / longestSide(bounds);
}

double valueOf(BudgetKind kind, const Package &package, const MeasuredModel &measured)
{
    const auto textures = package.textures();
    switch (kind) {
    case BudgetKind::Triangles:
        return static_cast<double>(measured.triangles);
    case BudgetKind::Draws:
        return static_cast<double>(measured.draws);
    case BudgetKind::Materials:
        return static_cast<double>(package.materials().size());
    case BudgetKind::TextureSide: {
        std::uint32_t longest = 0;
        for (const TextureRecord &texture : textures)
            longest = std::max({longest, texture.width, texture.height});
        return longest;
    }
    case BudgetKind::TextureShape:
        return static_cast<double>(
            std::ranges::count_if(textures, [](const TextureRecord &texture) { return !isPowerOfTwo(texture); }));
    case BudgetKind::FileBytes:
        return static_cast<double>(measured.fileBytes);
    case BudgetKind::LongestMetres:
        return longestSide(package.info().bounds);
    case BudgetKind::OriginPercent:
        return originPercent(package.info().bounds);
    }
    return 0;
}

Verdict judge(const Rule &rule, double value)
{
    if (value < rule.atLeast || value > rule.atMost)
        return Verdict::Fail;
    return value > rule.recommended ? Verdict::Warn : Verdict::Pass;
}

} // namespace

std::vector<Budget> budgetsOf(const Package &package, const MeasuredModel &measured)
{
    std::vector<Budget> budgets;
    for (const Rule &rule : kRules) {
        if (rule.kind == BudgetKind::FileBytes && measured.fileBytes == 0)
            continue;
        const double value = valueOf(rule.kind, package, measured);
        budgets.push_back({rule.kind, judge(rule, value), value, rule.atLeast, rule.recommended,
                           rule.atMost == kNoLimit ? std::nullopt : std::optional(rule.atMost)});
    }
    return budgets;
}

} // namespace vitrine::render
