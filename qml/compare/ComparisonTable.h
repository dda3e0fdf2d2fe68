// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entities/Catalogue.h"
#include "core/entities/Reviews.h"
#include "qml/theme/LocalText.h"
#include "qml/theme/MoneyValue.h"

#include <QList>
#include <QVector3D>
#include <QtQmlIntegration>

#include <optional>
#include <span>
#include <vector>

namespace vitrine::qml {

namespace CompareKind {
Q_NAMESPACE
QML_ELEMENT

/// What a line of the comparison tells; a `Fact` brings its own name.
enum Value { Fact, Price, Rating, Stock, Size };
Q_ENUM_NS(Value)
} // namespace CompareKind

/// A product as a column of the comparison sees it.
struct ComparedProduct {
    core::Product product{};
    /// What its category compares by, those of the categories above it first.
    std::vector<core::Spec> specs{};
    std::optional<core::ProductRating> rating{};
    std::map<core::Id<core::Variant>, std::int64_t> stock{};
};

/// One value of a line: the value type `comparedCell`. Which member holds it is the line's kind.
struct ComparedCell {
    Q_GADGET
    QML_VALUE_TYPE(comparedCell)
    Q_PROPERTY(bool isKnown MEMBER isKnown FINAL)
    /// The better one, or one of several, by what the shop says of this line.
    Q_PROPERTY(bool isBest MEMBER isBest FINAL)
    Q_PROPERTY(vitrine::qml::LocalText words MEMBER words FINAL)
    Q_PROPERTY(vitrine::qml::MoneyValue amount MEMBER amount FINAL)
    /// Stars, or pieces that can be bought.
    Q_PROPERTY(double number MEMBER number FINAL)
    /// How many said so: reviews.
    Q_PROPERTY(int count MEMBER count FINAL)
    /// Width, height and depth in metres.
    Q_PROPERTY(QVector3D size MEMBER size FINAL)

public:
    bool isKnown = false;
    bool isBest = false;
    LocalText words{};
    MoneyValue amount{};
    double number = 0;
    int count = 0;
    QVector3D size{};

    bool operator==(const ComparedCell &) const = default;
};

/// One line of the comparison, a cell for each column: the value type `comparedLine`.
struct ComparedLine {
    Q_GADGET
    QML_VALUE_TYPE(comparedLine)
    Q_PROPERTY(vitrine::qml::CompareKind::Value kind MEMBER kind FINAL)
    Q_PROPERTY(vitrine::qml::LocalText name MEMBER name FINAL)
    Q_PROPERTY(QList<vitrine::qml::ComparedCell> cells MEMBER cells FINAL)
    Q_PROPERTY(bool differs MEMBER differs FINAL)

public:
    CompareKind::Value kind = CompareKind::Fact;
    LocalText name{};
    QList<ComparedCell> cells{};
    bool differs = false;

    bool operator==(const ComparedLine &) const = default;
};

/// A column: what is known of it so far. Null where the shop has not told yet, or has it no more.
struct ComparedColumn {
    const ComparedProduct *product = nullptr;
    const core::Variant *variant = nullptr;
    /// Of the model, once it has been looked at.
    std::optional<QVector3D> size{};
};

/// The table: price, rating, stock and size first, then what the categories compare by, then what stands for itself.
/// A line of which no column knows anything is left out. Columns of which nothing is known make no difference; a value
/// that only some of the others have does.
[[nodiscard]] QList<ComparedLine> comparisonOf(std::span<const ComparedColumn> columns);

} // namespace vitrine::qml
