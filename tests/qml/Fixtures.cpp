// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/Fixtures.h"

#include <QFile>

namespace vitrine::tests {

namespace {

struct Sample {
    const char *slug;
    core::Text name;
    std::int64_t paisa;
    bool hasRange;
    int stock;
};

const Sample kSamples[] = {
    {"mixer", {"Aster stand mixer", "অ্যাস্টার স্ট্যান্ড মিক্সার"}, 42'500'00, true, 12},
    {"glasses", {"Meghna sunglasses", "মেঘনা রোদচশমা"}, 6'850'00, false, 3},
    {"disc", {"Turned steel dish", "খরাদ করা ইস্পাতের থালা"}, 3'290'50, false, 40},
    {"fox", {"Shiyal, a paper fox", "কাগজের শেয়াল"}, 1'450'00, true, 8},
    {"lamp", {"Jonaki table lamp", "জোনাকি টেবিল ল্যাম্প"}, 12'900'00, false, 0},
    {"chair", {"Padma lounge chair", "পদ্মা আরামচেয়ার"}, 1'23'456'00, true, 5},
};

} // namespace

void fillCatalogue(qml::Shop &shop, const QString &posters)
{
    std::vector<qml::CatalogueRow> rows;
    for (const Sample &sample : kSamples) {
        const QString file = posters + QLatin1Char('/') + QLatin1StringView(sample.slug) + QStringLiteral(".png");
        rows.push_back({.slug = QString::fromLatin1(sample.slug),
                        .name = sample.name,
                        .price = core::Money{sample.paisa, core::Currency::bdt()},
                        .hasPriceRange = sample.hasRange,
                        .poster = QFile::exists(file) ? QUrl::fromLocalFile(file) : QUrl(),
                        .stock = sample.stock});
    }
    shop.catalogue()->setRows(std::move(rows));
}

} // namespace vitrine::tests
