// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entities/Catalogue.h"
#include "core/entities/Sales.h"
#include "core/ports/Tx.h"
#include "qml/controls/Pictures.h"

namespace vitrine::qml {

/// Adds what can be bought of each variant of a product, over all places that keep it.
[[nodiscard]] inline core::Status addStockOf(core::ReadTx &tx, const core::Product &product, StockByVariant &stock)
{
    for (const core::Variant &variant : product.variants) {
        const core::Query query{.where = {{"variant", core::Compare::Equal, variant.id.uuid()}}};
        VITRINE_TRY(const auto levels, tx.select<core::StockLevel>(query));
        for (const core::Row<core::StockLevel> &level : levels)
            stock[*level.value.variant] += level.value.available();
    }
    return {};
}

} // namespace vitrine::qml
