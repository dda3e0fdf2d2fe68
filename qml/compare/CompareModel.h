// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/compare/ComparisonTable.h"
#include "qml/controls/Pictures.h"
#include "qml/controls/RowModel.h"

#include <QStringList>
#include <QUrl>

#include <map>
#include <vector>

namespace vitrine::qml {

/// A product in the tray.
struct CompareRow {
    QString slug{};
    /// Of the variant; empty until the shop has told which one is offered first.
    QString sku{};
    ViewState::Value readiness = ViewState::Loading;
    LocalText name{};
    LocalText choices{};
    MoneyValue price{};
    QUrl poster{};
    QString modelVariant{};
    /// Asset of the model; empty where there is none.
    std::string modelAsset{};
    /// The baked package on this device; empty until it has come.
    QUrl modelSource{};

    /// "slug/sku": what is remembered of it.
    [[nodiscard]] QString key() const { return slug + u'/' + sku; }
    bool operator==(const CompareRow &) const = default;
};

/// What the shopper compares: up to four products or variants, and the table over them. GUI thread.
class CompareModel : public RowModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The shop makes it")
    /// "slug/sku" each, in the order in which they were taken up.
    Q_PROPERTY(QStringList entries READ entries NOTIFY entriesChanged FINAL)
    Q_PROPERTY(QStringList slugs READ slugs NOTIFY entriesChanged FINAL)
    /// Enough to compare.
    Q_PROPERTY(bool isEnough READ isEnough NOTIFY entriesChanged FINAL)
    Q_PROPERTY(QList<vitrine::qml::ComparedLine> table READ table NOTIFY tableChanged FINAL)
    /// The page is open: models are wanted, not only pictures.
    Q_PROPERTY(bool isShown READ isShown WRITE setIsShown NOTIFY isShownChanged FINAL)

public:
    static constexpr int kFewest = 2;
    static constexpr int kMost = 4;

    enum Role {
        KeyRole = Qt::UserRole,
        SlugRole,
        NameRole,
        ChoicesRole,
        PriceRole,
        PosterRole,
        ReadinessRole,
        ModelVariantRole,
        ModelSourceRole
    };

    using RowModel::RowModel;

    /// What is remembered from another day. What is no entry is left out, and what is beyond `kMost`.
    void setEntries(const QStringList &entries);
    /// What the shop knows of the entries; those that are not among `products` get `missing` as their readiness.
    void setProducts(std::vector<ComparedProduct> products, const PictureUrl &pictureUrl, ViewState::Value missing);
    void setModelSource(const std::string &asset, const QUrl &source);
    [[nodiscard]] const std::vector<CompareRow> &rows() const { return m_rows; }

    /// Takes a product up or puts it back; `sku` names the variant, empty the one that is offered first (put back:
    /// any). Where `kMost` are there, refused() is all that happens.
    Q_INVOKABLE void toggle(const QString &slug, const QString &sku = {});
    Q_INVOKABLE void remove(const QString &key);
    Q_INVOKABLE void clear();
    /// What a stage has measured: width, height, depth in metres.
    Q_INVOKABLE void setSize(const QString &key, const QVector3D &metres);

    [[nodiscard]] QStringList entries() const;
    [[nodiscard]] QStringList slugs() const;
    [[nodiscard]] bool isEnough() const { return rowCount() >= kFewest; }
    [[nodiscard]] QList<ComparedLine> table() const { return m_table; }
    [[nodiscard]] bool isShown() const { return m_isShown; }
    void setIsShown(bool isShown);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void entriesChanged();
    void tableChanged();
    void isShownChanged();
    /// There is no room for one more.
    void refused();
    /// Something is in the tray of which nothing is known yet.
    void readRequested();

private:
    void take(std::vector<CompareRow> rows);
    void fill(CompareRow &row, const ComparedProduct &compared, const PictureUrl &pictureUrl) const;
    void rebuildTable();

    std::vector<CompareRow> m_rows;
    std::map<QString, ComparedProduct> m_products; ///< By slug.
    std::map<QString, QVector3D> m_sizes;          ///< By key.
    QList<ComparedLine> m_table;
    bool m_isShown = false;
};

} // namespace vitrine::qml
