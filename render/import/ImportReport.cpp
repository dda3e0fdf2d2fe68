// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/ImportReport.h"

#include "core/values/Format.h"
#include "render/import/ReportMeasures.h"
#include "render/import/ReportWords.h"
#include "render/package/DrawCount.h"
#include "render/package/Instances.h"

#include <simdjson.h>

#include <algorithm>
#include <cmath>
#include <format>

namespace vitrine::render {
namespace {

/// A file's own texts can be anything, and one that is no UTF-8 would make the whole report unreadable.
std::string readable(std::string_view text)
{
    return simdjson::validate_utf8(text.data(), text.size()) ? std::string(text) : "(not UTF-8)";
}

double toMicrometres(double metres) { return std::round(metres * 1e6) / 1e6; }

} // namespace

ImportReport reportOf(const Package &package, std::uint64_t packageBytes, std::uint64_t fileBytes)
{
    ImportReport report;
    const InfoRecord &info = package.info();
    report.packageBytes = packageBytes;
    report.fileBytes = fileBytes;
    report.triangles = info.triangleCount;
    report.vertices = info.vertexCount;
    for (const TextureRecord &texture : package.textures())
        for (const MipRecord &mip : package.mipsOf(texture))
            report.textureBytes += mip.bytes;
    report.nodes = package.nodes().size();
    report.meshes = package.meshes().size();
    if (const auto drawn = countDraws(package.nodes(), costsOf(package.meshes(), package.submeshes())))
        report.draws = drawn->draws; // It was opened: it keeps the bounds.
    for (const InstanceGroup &group : instanceGroups(package))
        report.draws -= (group.nodes.size() - 1) * package.meshes()[group.mesh].submeshCount;
    report.materials = package.materials().size();
    report.textures = package.textures().size();
    for (const VariantRecord &variant : package.variants())
        report.variants.push_back(readable(package.text(variant.name)));
    for (const CameraRecord &camera : package.cameras())
        report.cameras.push_back(readable(package.text(camera.name)));
    const auto side = [&](std::size_t axis) {
        return toMicrometres(static_cast<double>(info.bounds.max[axis]) - info.bounds.min[axis]);
    };
    report.sizeMetres = {side(0), side(1), side(2)};
    report.precision = precisionOf(package);
    report.order = orderOf(package);
    report.levels = levelsOf(package);
    report.compression = compressionOf(package);
    report.generator = readable(package.text(info.generator));
    report.copyright = readable(package.text(info.copyright));
    for (const MessageRecord &message : package.messages())
        report.messages.push_back(
            {message.severity, readable(package.text(message.text)), readable(package.text(message.where))});
    report.budgets = budgetsOf(package, {.triangles = report.triangles, .draws = report.draws, .fileBytes = fileBytes});
    return report;
}

namespace {

/// Lines of "what it is: how it is", in a language.
class Lines
{
public:
    explicit Lines(core::Language language)
        : m_language(language)
    {
    }

    void add(const core::Text &label, const std::string &words)
    {
        // Columns, as in a terminal; letters of Bengali have no width of their own there.
        m_words += m_language == core::Language::En ? std::format("{:<11}{}\n", label.en, words)
                                                    : label.bn + ": " + words + "\n";
    }
    void addNames(const core::Text &label, const std::vector<std::string> &names)
    {
        std::string line = count(names.size());
        for (std::size_t i = 0; i < names.size(); ++i)
            line += (i == 0 ? ": " : ", ") + (names[i].empty() ? words::kNoName.in(m_language) : names[i]);
        add(label, line);
    }
    void addBudget(const Budget &budget)
    {
        const auto number = [&](double value) { return words::number(budget.kind, value, m_language); };
        std::string asked;
        const auto ask = [&](const core::Text &how, double value) {
            asked += (asked.empty() ? "" : ", ") + words::filled(how, m_language, {number(value)});
        };
        if (budget.atLeast > 0)
            ask(words::kAtLeast, budget.atLeast);
        if (budget.recommended != budget.atMost)
            ask(words::kRecommended, budget.recommended);
        if (budget.atMost)
            ask(words::kAtMost, *budget.atMost);
        add(words::nameOf(budget.verdict),
            words::nameOf(budget.kind).in(m_language) + ": " + number(budget.value) + " (" + asked + ")");
    }
    void addMessage(const ImportReport::Line &line)
    {
        add(line.severity == Severity::Warning ? words::kWarning : words::kNote,
            words::message(line.text, m_language) +
                (line.where.empty() ? "" : " (" + words::place(line.where, m_language) + ")"));
    }

    /// For each level of detail a line, and for each format of textures.
    void addMeasures(const ImportReport &report)
    {
        const auto &[position, normal, uv] = report.precision;
        add(words::kPrecision, words::filled(words::kPrecisionLine, m_language,
                                             {words::plain(position, m_language), words::plain(normal, m_language),
                                              words::plain(uv, m_language)}));
        const auto &[transformsBefore, transformsAfter, overdrawBefore, overdrawAfter] = report.order;
        if (transformsAfter > 0)
            add(words::kCache, words::filled(words::kCacheLine, m_language,
                                             {words::plain(transformsBefore, m_language, 3),
                                              words::plain(transformsAfter, m_language, 3)}));
        if (overdrawAfter > 0)
            add(words::kOverdraw, words::filled(words::kBeforeAndAfter, m_language,
                                                {words::plain(overdrawBefore, m_language, 3),
                                                 words::plain(overdrawAfter, m_language, 3)}));
        for (std::size_t i = 0; i < report.levels.size(); ++i)
            add({words::filled(words::kLevel, core::Language::En, {std::to_string(i + 1)}),
                 words::filled(words::kLevel, core::Language::Bn, {count(i + 1)})},
                words::filled(words::kLevelLine, m_language,
                              {words::counted(words::kTriangles, report.levels[i].triangles, m_language),
                               words::plain(report.levels[i].errorMillimetres, m_language)}));
    }

    std::string count(std::uint64_t number) const { return core::countWords(number, m_language); }
    std::string counted(const words::Counted &what, std::uint64_t number) const
    {
        return words::counted(what, number, m_language);
    }
    std::string length(double metres) const { return words::plain(metres, m_language, 4); }
    std::string bytes(std::uint64_t number) const { return words::bytes(number, m_language); }
    std::string take() && { return std::move(m_words); }

private:
    core::Language m_language;
    std::string m_words;
};

} // namespace

std::string inWords(const ImportReport &report, core::Language language)
{
    Lines lines(language);
    const auto &[width, height, depth] = report.sizeMetres;
    lines.add(words::kSize, words::filled(words::kSizeLine, language,
                                          {lines.length(width), lines.length(height), lines.length(depth)}));
    lines.add(words::kGeometry, lines.counted(words::kTriangles, report.triangles) + ", " +
                                    lines.counted(words::kVertices, report.vertices) + ", " +
                                    lines.counted(words::kMeshes, report.meshes) + ", " +
                                    lines.counted(words::kNodes, report.nodes) + ", " +
                                    lines.counted(words::kDraws, report.draws));
    lines.addMeasures(report);
    lines.add(words::kMaterials, lines.count(report.materials));
    std::string textures = lines.count(report.textures);
    for (const ImportReport::Compression &format : report.compression)
        textures +=
            (&format == report.compression.data() ? ": " : "; ") +
            words::filled(format.format == PixelFormat::Rgba8 ? words::kBareLine : words::kCompressedLine, language,
                          {lines.count(format.textures), lines.bytes(format.bytes), lines.bytes(format.bareBytes)});
    lines.add(words::kTextures, textures);
    lines.addNames(words::kVariants, report.variants);
    lines.addNames(words::kCameras, report.cameras);
    lines.add(words::kPackage, lines.bytes(report.packageBytes));
    if (report.fileBytes > 0)
        lines.add(words::kFiles, lines.bytes(report.fileBytes));
    if (!report.generator.empty())
        lines.add(words::kGenerator, report.generator);
    if (!report.copyright.empty())
        lines.add(words::kCopyright, report.copyright);
    for (const ImportReport::Line &line : report.messages)
        lines.addMessage(line);
    lines.add(words::kBudgets, words::kGuidelines.in(language));
    for (const Budget &budget : report.budgets)
        lines.addBudget(budget);
    return std::move(lines).take();
}

} // namespace vitrine::render
