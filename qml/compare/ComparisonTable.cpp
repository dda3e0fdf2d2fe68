// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/compare/ComparisonTable.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace vitrine::qml {

namespace {

using Columns = std::span<const ComparedColumn>;
using core::Better;

/// Half a millimetre is no difference in size.
constexpr float kSameMetres = 5e-4F;

bool isSame(const ComparedCell &one, const ComparedCell &other, CompareKind::Value kind)
{
    if (one.isKnown != other.isKnown)
        return false;
    switch (kind) {
    case CompareKind::Price:
        return one.amount == other.amount;
    case CompareKind::Rating:
        return one.number == other.number && one.count == other.count;
    case CompareKind::Stock:
        // As a shopper reads it: there are enough, few, or none.
        return std::min(one.number, 4.0) == std::min(other.number, 4.0);
    case CompareKind::Size:
        return (one.size - other.size).length() < kSameMetres;
    default:
        // Not by its number: "30 h" and "30 h without the noise cancelling" are not the same.
        return one.words.en().trimmed().compare(other.words.en().trimmed(), Qt::CaseInsensitive) == 0;
    }
}

/// Marks the best of those that have a figure, where they are not all the same.
void markBest(QList<ComparedCell> &cells, const std::vector<std::optional<double>> &figures, Better better)
{
    std::vector<double> known;
    for (const auto &figure : figures)
        if (figure)
            known.push_back(*figure);
    if (better == Better::None || known.size() < 2)
        return;
    const auto [least, most] = std::ranges::minmax(known);
    if (least == most)
        return;
    for (std::size_t i = 0; i < figures.size(); ++i)
        cells[static_cast<qsizetype>(i)].isBest = figures[i] == (better == Better::More ? most : least);
}

class Table
{
public:
    explicit Table(Columns columns)
        : m_columns(columns)
    {
    }

    /// `fill` says of a column what is known; its figure decides what is best.
    void add(CompareKind::Value kind, const LocalText &name, Better better,
             const std::function<std::optional<double>(const ComparedColumn &, ComparedCell &)> &fill)
    {
        ComparedLine line{.kind = kind, .name = name};
        std::vector<std::optional<double>> figures;
        for (const ComparedColumn &column : m_columns) {
            ComparedCell &cell = line.cells.emplace_back();
            figures.push_back(column.product == nullptr ? std::nullopt : fill(column, cell));
        }
        if (std::ranges::none_of(line.cells, &ComparedCell::isKnown))
            return;
        const ComparedCell *first = nullptr;
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            if (m_columns[i].product == nullptr || (kind == CompareKind::Size && !m_columns[i].size))
                continue;
            const ComparedCell &cell = line.cells[static_cast<qsizetype>(i)];
            line.differs = line.differs || (first != nullptr && !isSame(*first, cell, kind));
            first = &cell;
        }
        markBest(line.cells, figures, better);
        lines.append(line);
    }

    QList<ComparedLine> lines;

private:
    Columns m_columns;
};

std::optional<double> fillPrice(const ComparedColumn &column, ComparedCell &cell)
{
    if (column.variant == nullptr)
        return {};
    cell.isKnown = true;
    cell.amount = column.variant->price;
    return static_cast<double>(column.variant->price.minorUnits);
}

std::optional<double> fillRating(const ComparedColumn &column, ComparedCell &cell)
{
    if (!column.product->rating || column.product->rating->reviews() == 0)
        return {};
    cell.isKnown = true;
    cell.number = std::round(column.product->rating->average() * 10) / 10;
    cell.count = static_cast<int>(column.product->rating->reviews());
    return cell.number;
}

std::optional<double> fillStock(const ComparedColumn &column, ComparedCell &cell)
{
    if (column.variant == nullptr)
        return {};
    const auto found = column.product->stock.find(column.variant->id);
    cell.isKnown = true;
    cell.number = found == column.product->stock.end() ? 0 : static_cast<double>(found->second);
    return {};
}

std::optional<double> fillSize(const ComparedColumn &column, ComparedCell &cell)
{
    if (column.size) {
        cell.isKnown = true;
        cell.size = *column.size;
    }
    return {};
}

const core::Fact *factOf(const ComparedColumn &column, const std::function<bool(const core::Fact &)> &isIt)
{
    const auto found = std::ranges::find_if(column.product->product.facts, isIt);
    return found == column.product->product.facts.end() ? nullptr : &*found;
}

void addFact(Table &table, const LocalText &name, Better better, const std::function<bool(const core::Fact &)> &isIt)
{
    table.add(CompareKind::Fact, name, better,
              [&](const ComparedColumn &column, ComparedCell &cell) -> std::optional<double> {
                  const core::Fact *fact = factOf(column, isIt);
                  if (fact == nullptr)
                      return {};
                  cell.isKnown = true;
                  cell.words = fact->value;
                  return fact->number;
              });
}

/// Prices in two currencies have no better one.
Better betterPrice(Columns columns)
{
    const core::Money *first = nullptr;
    for (const ComparedColumn &column : columns) {
        if (column.variant == nullptr)
            continue;
        if (first != nullptr && first->currency != column.variant->price.currency)
            return Better::None;
        first = &column.variant->price;
    }
    return Better::Less;
}

} // namespace

QList<ComparedLine> comparisonOf(Columns columns)
{
    Table table(columns);
    table.add(CompareKind::Price, {}, betterPrice(columns), fillPrice);
    table.add(CompareKind::Rating, {}, Better::More, fillRating);
    table.add(CompareKind::Stock, {}, Better::None, fillStock);
    table.add(CompareKind::Size, {}, Better::None, fillSize);
    std::vector<std::string> done;
    for (const ComparedColumn &column : columns) {
        if (column.product == nullptr)
            continue;
        for (const core::Spec &spec : column.product->specs) {
            if (std::ranges::contains(done, spec.key))
                continue;
            done.push_back(spec.key);
            addFact(table, spec.name, spec.better, [&](const core::Fact &fact) { return fact.key == spec.key; });
        }
    }
    // What no category compares by is the same line where it has the same name.
    std::vector<std::string> named;
    for (const ComparedColumn &column : columns) {
        if (column.product == nullptr)
            continue;
        for (const core::Fact &fact : column.product->product.facts) {
            if ((!fact.key.empty() && std::ranges::contains(done, fact.key)) ||
                std::ranges::contains(named, fact.name.en))
                continue;
            named.push_back(fact.name.en);
            addFact(table, fact.name, Better::None, [&](const core::Fact &other) {
                return other.name.en == fact.name.en && (other.key.empty() || !std::ranges::contains(done, other.key));
            });
        }
    }
    return table.lines;
}

} // namespace vitrine::qml
