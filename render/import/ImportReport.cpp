// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/ImportReport.h"

#include "render/package/DrawCount.h"
#include "render/package/MaterialSupport.h"

#include <algorithm>
#include <format>
#include <utility>

namespace vitrine::render {
namespace {

std::string joined(const std::vector<std::string> &names)
{
    std::string line = std::to_string(names.size());
    for (std::size_t i = 0; i < names.size(); ++i)
        line += (i == 0 ? ": " : ", ") + (names[i].empty() ? "(no name)" : names[i]);
    return line;
}

std::string mebibytes(std::uint64_t bytes)
{
    return std::format("{:.1f} MiB", static_cast<double>(bytes) / (1024.0 * 1024.0));
}

/// Not stored in the package: what can be shown depends on the program that shows it.
void addUnshown(const Package &package, std::vector<ImportReport::Line> &lines)
{
    constexpr std::size_t kNamed = 3;
    std::vector<std::pair<std::string_view, std::vector<std::string>>> byFeature;
    for (const MaterialRecord &material : package.materials())
        for (const std::string_view feature : unsupportedFeatures(material)) {
            auto found = std::ranges::find(byFeature, feature, [](const auto &entry) { return entry.first; });
            if (found == byFeature.end())
                found = byFeature.insert(found, {feature, {}});
            found->second.push_back("'" + std::string(package.text(material.name)) + "'");
        }
    for (const auto &[feature, names] : byFeature) {
        std::string where = names.size() == 1 ? "the material " : "the materials ";
        for (std::size_t i = 0; i < std::min(names.size(), kNamed); ++i)
            where += (i == 0 ? "" : ", ") + names[i];
        if (names.size() > kNamed)
            where += " and " + std::to_string(names.size() - kNamed) + " more";
        lines.push_back({Severity::Warning, std::string(feature) + " is not shown", where});
    }
}

} // namespace

ImportReport reportOf(const Package &package, std::uint64_t packageBytes)
{
    ImportReport report;
    const InfoRecord &info = package.info();
    report.packageBytes = packageBytes;
    report.triangles = info.triangleCount;
    report.vertices = info.vertexCount;
    for (const TextureRecord &texture : package.textures())
        for (const MipRecord &mip : package.mipsOf(texture))
            report.textureBytes += mip.bytes;
    report.nodes = package.nodes().size();
    report.meshes = package.meshes().size();
    if (const auto drawn = countDraws(package.nodes(), costsOf(package.meshes(), package.submeshes())))
        report.draws = drawn->draws; // It was opened: it keeps the bounds.
    report.materials = package.materials().size();
    report.textures = package.textures().size();
    for (const VariantRecord &variant : package.variants())
        report.variants.emplace_back(package.text(variant.name));
    for (const CameraRecord &camera : package.cameras())
        report.cameras.emplace_back(package.text(camera.name));
    for (std::size_t i = 0; i < 3; ++i)
        report.sizeMetres[i] = info.bounds.max[i] - info.bounds.min[i];
    report.generator = package.text(info.generator);
    report.copyright = package.text(info.copyright);
    for (const MessageRecord &message : package.messages())
        report.messages.push_back(
            {message.severity, std::string(package.text(message.text)), std::string(package.text(message.where))});
    addUnshown(package, report.messages);
    return report;
}

std::string inWords(const ImportReport &report)
{
    std::string words;
    words += std::format("size       {:.4g} × {:.4g} × {:.4g} m (width, height, depth)\n", report.sizeMetres[0],
                         report.sizeMetres[1], report.sizeMetres[2]);
    words += std::format("geometry   {} triangles, {} vertices, {} meshes, {} nodes, {} draws\n", report.triangles,
                         report.vertices, report.meshes, report.nodes, report.draws);
    words += std::format("materials  {}\n", report.materials);
    words += std::format("textures   {}, {} with mip levels\n", report.textures, mebibytes(report.textureBytes));
    words += "variants   " + joined(report.variants) + "\n";
    words += "cameras    " + joined(report.cameras) + "\n";
    words += "package    " + mebibytes(report.packageBytes) + "\n";
    if (!report.generator.empty())
        words += "made with  " + report.generator + "\n";
    if (!report.copyright.empty())
        words += "copyright  " + report.copyright + "\n";
    for (const ImportReport::Line &line : report.messages)
        words += (line.severity == Severity::Warning ? "warning    " : "note       ") + line.text +
                 (line.where.empty() ? "" : " (" + line.where + ")") + "\n";
    return words;
}

} // namespace vitrine::render
