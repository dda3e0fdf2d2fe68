// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/checkout/CheckoutModel.h"

namespace vitrine::qml {

CheckoutModel::CheckoutModel(QObject *parent)
    : QObject(parent)
{
}

void CheckoutModel::setText(QString &field, const QString &text)
{
    if (text == field)
        return;
    field = text;
    emit fieldsChanged();
    emit problemsChanged();
}

void CheckoutModel::setName(const QString &name) { setText(m_name, name); }
void CheckoutModel::setPhone(const QString &phone) { setText(m_phone, phone); }
void CheckoutModel::setDistrict(const QString &district) { setText(m_district, district); }
void CheckoutModel::setLine(const QString &line) { setText(m_line, line); }

void CheckoutModel::setDivision(const QString &division)
{
    if (division == m_division)
        return;
    m_district.clear();
    setText(m_division, division);
    emit districtsChanged();
}

void CheckoutModel::setMethod(Method method)
{
    if (method == m_method)
        return;
    m_method = method;
    emit fieldsChanged();
}

void CheckoutModel::suggest(const core::PostalAddress &address)
{
    const QString typed = m_name + m_phone + m_division + m_district + m_line;
    if (!typed.isEmpty())
        return;
    setName(QString::fromStdString(address.name));
    setPhone(QString::fromStdString(address.phone));
    setDivision(QString::fromStdString(address.division));
    setDistrict(QString::fromStdString(address.district));
    setLine(QString::fromStdString(address.line));
}

core::PostalAddress CheckoutModel::address() const
{
    return {.name = m_name.trimmed().toStdString(),
            .phone = nationalPhone(m_phone).toStdString(),
            .division = m_division.toStdString(),
            .district = m_district.toStdString(),
            .line = m_line.trimmed().toStdString()};
}

void CheckoutModel::placeOrder()
{
    if (m_isPlacing)
        return;
    m_wasTried = true;
    emit problemsChanged();
    for (const Problem problem : {nameProblem(), phoneProblem(), divisionProblem(), districtProblem(), lineProblem()}) {
        if (problem != NoProblem)
            return;
    }
    m_isPlacing = true;
    m_refusal = NoRefusal;
    emit outcomeChanged();
    emit orderRequested(address(),
                        m_method == TestCard ? core::PaymentMethod::TestCard : core::PaymentMethod::CashOnDelivery);
}

void CheckoutModel::succeed(const core::Id<core::Order> &order)
{
    m_isPlacing = false;
    m_wasTried = false;
    m_refusal = NoRefusal;
    emit outcomeChanged();
    emit problemsChanged();
    emit orderPlaced(QString::fromStdString(order.text()));
}

void CheckoutModel::refuse(Refusal refusal)
{
    m_isPlacing = false;
    m_refusal = refusal;
    emit outcomeChanged();
}

void CheckoutModel::refuse(const core::Error &error)
{
    switch (error.code) {
    case core::ErrorCode::OutOfStock:
        return refuse(SoldOut);
    case core::ErrorCode::PaymentDeclined:
        return refuse(PaymentDeclined);
    default:
        return refuse(Other);
    }
}

CheckoutModel::Problem CheckoutModel::textProblem(const QString &text)
{
    return text.trimmed().isEmpty() ? Missing : NoProblem;
}

CheckoutModel::Problem CheckoutModel::phoneProblem() const
{
    if (m_phone.trimmed().isEmpty())
        return shown(Missing);
    // A mobile number of Bangladesh: 01, an operator's digit from 3 to 9, eight more.
    const QString national = nationalPhone(m_phone);
    const bool isMobile = national.size() == 11 && national.startsWith(QLatin1StringView("01")) && national[2] >= u'3';
    return shown(isMobile ? NoProblem : Malformed);
}

QString CheckoutModel::nationalPhone(const QString &phone)
{
    // People write +880 1712-345678, and in Bengali digits.
    QString digits;
    for (const QChar c : phone) {
        if (c.isDigit())
            digits += QChar(u'0' + c.digitValue());
    }
    if (digits.startsWith(QLatin1StringView("880")))
        digits.remove(0, 2);
    return digits;
}

} // namespace vitrine::qml
