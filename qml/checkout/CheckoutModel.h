// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entities/Sales.h"
#include "core/values/Result.h"
#include "qml/theme/Regions.h"

#include <QObject>
#include <QtQmlIntegration>

namespace vitrine::qml {

/// Where an order goes and how it is paid. Checks the fields when they are to be used, then asks for the order.
/// GUI thread.
class CheckoutModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The shop makes it")
    Q_PROPERTY(QString name MEMBER m_name WRITE setName NOTIFY fieldsChanged FINAL)
    Q_PROPERTY(QString phone MEMBER m_phone WRITE setPhone NOTIFY fieldsChanged FINAL)
    Q_PROPERTY(QString division MEMBER m_division WRITE setDivision NOTIFY fieldsChanged FINAL)
    Q_PROPERTY(QString district MEMBER m_district WRITE setDistrict NOTIFY fieldsChanged FINAL)
    Q_PROPERTY(QString line MEMBER m_line WRITE setLine NOTIFY fieldsChanged FINAL)
    Q_PROPERTY(Method method MEMBER m_method WRITE setMethod NOTIFY fieldsChanged FINAL)
    Q_PROPERTY(QList<vitrine::qml::Region> divisions READ divisionList CONSTANT FINAL)
    Q_PROPERTY(QList<vitrine::qml::Region> districts READ districtList NOTIFY districtsChanged FINAL)
    Q_PROPERTY(Problem nameProblem READ nameProblem NOTIFY problemsChanged FINAL)
    Q_PROPERTY(Problem phoneProblem READ phoneProblem NOTIFY problemsChanged FINAL)
    Q_PROPERTY(Problem divisionProblem READ divisionProblem NOTIFY problemsChanged FINAL)
    Q_PROPERTY(Problem districtProblem READ districtProblem NOTIFY problemsChanged FINAL)
    Q_PROPERTY(Problem lineProblem READ lineProblem NOTIFY problemsChanged FINAL)
    /// Between "place order" and the answer of the device.
    Q_PROPERTY(bool isPlacing READ isPlacing NOTIFY outcomeChanged FINAL)
    Q_PROPERTY(Refusal refusal READ refusal NOTIFY outcomeChanged FINAL)

public:
    enum Method { CashOnDelivery, TestCard };
    Q_ENUM(Method)
    enum Problem { NoProblem, Missing, Malformed };
    Q_ENUM(Problem)
    /// Why the shop did not take the order.
    enum Refusal { NoRefusal, SoldOut, PriceChanged, PaymentDeclined, Other };
    Q_ENUM(Refusal)

    explicit CheckoutModel(QObject *parent = nullptr);

    void setName(const QString &name);
    void setPhone(const QString &phone);
    /// Another division also forgets the district.
    void setDivision(const QString &division);
    void setDistrict(const QString &district);
    void setLine(const QString &line);
    void setMethod(Method method);

    /// Fills the address from an earlier order, where nothing was typed yet.
    void suggest(const core::PostalAddress &address);
    /// The address as typed, trimmed, the phone in its national form: "01712345678".
    [[nodiscard]] core::PostalAddress address() const;

    /// Marks what is missing; where nothing is, asks for the order.
    Q_INVOKABLE void placeOrder();
    /// The device took the order (or the server did): the view goes on to it.
    void succeed(const core::Id<core::Order> &order);
    void refuse(Refusal refusal);
    /// The same for an error of a command.
    void refuse(const core::Error &error);

    [[nodiscard]] QList<Region> divisionList() const { return vitrine::qml::divisions(); }
    [[nodiscard]] QList<Region> districtList() const { return vitrine::qml::districts(m_division); }
    [[nodiscard]] Problem nameProblem() const { return shown(textProblem(m_name)); }
    [[nodiscard]] Problem phoneProblem() const;
    [[nodiscard]] Problem divisionProblem() const { return shown(textProblem(m_division)); }
    [[nodiscard]] Problem districtProblem() const
    {
        return shown(m_division.isEmpty() ? NoProblem : textProblem(m_district));
    }
    [[nodiscard]] Problem lineProblem() const { return shown(textProblem(m_line)); }
    [[nodiscard]] bool isPlacing() const { return m_isPlacing; }
    [[nodiscard]] Refusal refusal() const { return m_refusal; }

signals:
    void fieldsChanged();
    void districtsChanged();
    void problemsChanged();
    void outcomeChanged();
    void orderRequested(const vitrine::core::PostalAddress &address, vitrine::core::PaymentMethod method);
    void orderPlaced(const QString &order);

private:
    void setText(QString &field, const QString &text);
    [[nodiscard]] static Problem textProblem(const QString &text);
    [[nodiscard]] static QString nationalPhone(const QString &phone);
    // Nobody is told what is missing before having tried.
    [[nodiscard]] Problem shown(Problem problem) const { return m_wasTried ? problem : NoProblem; }

    QString m_name{};
    QString m_phone{};
    QString m_division{};
    QString m_district{};
    QString m_line{};
    Method m_method = CashOnDelivery;
    bool m_wasTried = false;
    bool m_isPlacing = false;
    Refusal m_refusal = NoRefusal;
};

} // namespace vitrine::qml
