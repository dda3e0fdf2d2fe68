// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/controls/Pictures.h"
#include "qml/controls/ViewState.h"
#include "qml/product/OptionGroup.h"
#include "qml/theme/MoneyValue.h"

#include <QQmlListProperty>

namespace vitrine::qml {

/// One line of the specification table: the value type `fact`.
struct FactValue {
    Q_GADGET
    QML_VALUE_TYPE(fact)
    Q_PROPERTY(vitrine::qml::LocalText name MEMBER name FINAL)
    Q_PROPERTY(vitrine::qml::LocalText value MEMBER value FINAL)

public:
    LocalText name{};
    LocalText value{};

    bool operator==(const FactValue &) const = default;
};

/// The product on the stage and what is chosen of it. GUI thread.
class ProductModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The shop makes it")
    Q_PROPERTY(vitrine::qml::ViewState::Value state READ state NOTIFY stateChanged FINAL)
    Q_PROPERTY(QString slug READ slug NOTIFY productChanged FINAL)
    Q_PROPERTY(vitrine::qml::LocalText name READ name NOTIFY productChanged FINAL)
    Q_PROPERTY(vitrine::qml::LocalText tagline READ tagline NOTIFY productChanged FINAL)
    Q_PROPERTY(vitrine::qml::LocalText description READ description NOTIFY productChanged FINAL)
    Q_PROPERTY(QList<vitrine::qml::FactValue> facts READ facts NOTIFY productChanged FINAL)
    Q_PROPERTY(QQmlListProperty<vitrine::qml::OptionGroup> options READ optionList NOTIFY optionsChanged FINAL)
    Q_PROPERTY(vitrine::qml::MoneyValue price READ price NOTIFY choiceChanged FINAL)
    /// Pieces of the chosen variant that can be bought.
    Q_PROPERTY(int stock READ stock NOTIFY choiceChanged FINAL)
    /// Of the chosen variant.
    Q_PROPERTY(QString sku READ sku NOTIFY choiceChanged FINAL)
    Q_PROPERTY(QUrl poster READ poster NOTIFY choiceChanged FINAL)
    Q_PROPERTY(QString modelVariant READ modelVariant NOTIFY choiceChanged FINAL)
    /// The baked package on this device; empty until it has come.
    Q_PROPERTY(QUrl modelSource READ modelSource NOTIFY modelSourceChanged FINAL)
    /// How much of the package has come, 0 to 1: it rises until the package is there.
    Q_PROPERTY(qreal modelProgress READ modelProgress NOTIFY modelProgressChanged FINAL)
    /// How many to add: 1 to maxQuantity.
    Q_PROPERTY(int quantity READ quantity WRITE setQuantity NOTIFY quantityChanged FINAL)
    Q_PROPERTY(int maxQuantity READ maxQuantity NOTIFY choiceChanged FINAL)

public:
    explicit ProductModel(QObject *parent = nullptr);

    /// Shows a product. The same one again (a sync brought news) keeps what was chosen.
    void setProduct(const core::Product &product, const StockByVariant &stock, const PictureUrl &pictureUrl);
    /// Forgets the product and shows this state.
    void clear(ViewState::Value state);
    void setModelSource(const QUrl &source);
    /// Less than before is as much as before.
    void setModelProgress(qreal progress);
    /// Asset of the product's model; empty where it has none.
    [[nodiscard]] std::string modelAsset() const;

    /// Takes the variant that has this value, and the other choices where it exists with them; else the nearest one.
    Q_INVOKABLE void choose(const QString &option, const QString &value);
    /// Asks for `quantity` of the chosen variant; nothing where it is sold out.
    Q_INVOKABLE void addToCart();
    Q_INVOKABLE void retry() { emit retryRequested(); }

    [[nodiscard]] ViewState::Value state() const { return m_state; }
    [[nodiscard]] QString slug() const;
    [[nodiscard]] LocalText name() const;
    [[nodiscard]] LocalText tagline() const;
    [[nodiscard]] LocalText description() const;
    [[nodiscard]] QList<FactValue> facts() const;
    [[nodiscard]] QList<OptionGroup *> options() const { return m_options; }
    [[nodiscard]] QQmlListProperty<OptionGroup> optionList();
    [[nodiscard]] MoneyValue price() const;
    [[nodiscard]] int stock() const;
    [[nodiscard]] QString sku() const;
    [[nodiscard]] QUrl poster() const;
    [[nodiscard]] QString modelVariant() const;
    [[nodiscard]] QUrl modelSource() const { return m_modelSource; }
    [[nodiscard]] qreal modelProgress() const { return m_modelProgress; }
    [[nodiscard]] int quantity() const { return m_quantity; }
    void setQuantity(int quantity);
    [[nodiscard]] int maxQuantity() const;

signals:
    void stateChanged();
    void productChanged();
    void optionsChanged();
    void choiceChanged();
    void modelSourceChanged();
    void modelProgressChanged();
    void quantityChanged();
    void retryRequested();
    void addRequested(const vitrine::core::Product &product, const vitrine::core::Variant &variant, int quantity);

private:
    void setState(ViewState::Value state);
    void forgetModel();
    void rebuildOptions();
    void refreshChoices();
    [[nodiscard]] const core::Variant *chosen() const;
    /// The variant with these choices but one option's value changed; null where it is not made.
    [[nodiscard]] const core::Variant *variantWith(const core::Variant &base, const std::string &option,
                                                   const std::string &value) const;

    core::Product m_product{};
    StockByVariant m_stock{};
    PictureUrl m_pictureUrl{};
    core::Id<core::Variant> m_chosen{};
    QList<OptionGroup *> m_options{};
    QUrl m_modelSource{};
    qreal m_modelProgress = 0;
    int m_quantity = 1;
    ViewState::Value m_state = ViewState::Loading;
};

} // namespace vitrine::qml
