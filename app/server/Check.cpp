// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/Rows.h"
#include "app/server/ServerShop.h"
#include "app/server/Tools.h"
#include "platform/http/AssetStore.h"

#include <cstdio>

namespace vitrine::server {

using core::ErrorCode;
using core::fail;
using core::Status;

namespace {

/// Notes the assets that rows name and the store does not hold.
class AssetReferences
{
public:
    AssetReferences(const http::AssetAudit &assets, std::vector<std::string> &problems)
        : m_assets(assets)
        , m_problems(problems)
    {
    }

    Status check(core::LogTx &tx)
    {
        VITRINE_CHECK(forEachRow(tx, core::schemaOf<core::Media>(), [this](const std::string &document) -> Status {
            VITRINE_TRY(const auto media, core::fromJson<core::Media>(document, core::JsonReading::Stored));
            expect(*media.asset, "media " + media.id.text());
            return {};
        }));
        return forEachRow(tx, core::schemaOf<core::Product>(), [this](const std::string &document) -> Status {
            VITRINE_TRY(const auto product, core::fromJson<core::Product>(document, core::JsonReading::Stored));
            const std::string name = "product " + product.id.text();
            for (const core::ProductMedia &media : product.media)
                expect(media.asset, name);
            for (const core::Variant &variant : product.variants)
                if (!variant.picture.empty())
                    expect(variant.picture, name + ", variant " + *variant.sku);
            return {};
        });
    }

private:
    void expect(const std::string &asset, const std::string &whose)
    {
        if (!m_assets.sound.contains(asset))
            m_problems.push_back(whose + ": its asset " + asset + " is missing or damaged");
    }

    const http::AssetAudit &m_assets;
    std::vector<std::string> &m_problems;
};

} // namespace

Status checkStore(const std::filesystem::path &data)
{
    VITRINE_TRY(const auto shop, ServerShop::open(data, Access::Beside));
    VITRINE_TRY(platform::CheckReport report, shop->store().check());
    VITRINE_TRY(http::AssetAudit assets, http::AssetStore(assetsFolder(data)).audit());
    std::vector<std::string> problems = std::move(report.problems);
    problems.insert(problems.end(), assets.problems.begin(), assets.problems.end());
    // Rows that can't be read are in the report already.
    const Status references =
        shop->store().read([&](core::LogTx &tx) { return AssetReferences(assets, problems).check(tx); });
    if (!references && references.error().code != ErrorCode::Corrupt)
        return references;
    for (const std::string &problem : problems)
        std::fprintf(stderr, "%s\n", problem.c_str());
    if (!problems.empty())
        return fail(ErrorCode::Corrupt,
                    std::to_string(problems.size()) + (problems.size() == 1 ? " problem" : " problems"));
    std::printf("%lld rows, %lld log entries, %zu assets, no problems\n", static_cast<long long>(report.rows),
                static_cast<long long>(report.logEntries), assets.sound.size());
    return {};
}

} // namespace vitrine::server
