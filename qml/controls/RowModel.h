// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/controls/ViewState.h"

#include <QAbstractListModel>
#include <QtQmlIntegration>

#include <cstddef>
#include <utility>
#include <vector>

namespace vitrine::qml {

/// What the list models of the shop share: the state of their view, the count, and replacing rows with the fewest
/// announcements, so that delegates, their pictures and their animations live on. GUI thread.
class RowModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(vitrine::qml::ViewState::Value state READ state NOTIFY stateChanged FINAL)
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    using QAbstractListModel::QAbstractListModel;

    /// Loading, Offline and Failed; the rows stay as they are.
    void setState(ViewState::Value state);
    [[nodiscard]] ViewState::Value state() const { return m_state; }
    [[nodiscard]] int count() const { return rowCount(); }

    /// The reader asks for another try.
    Q_INVOKABLE void retry() { emit retryRequested(); }

signals:
    void stateChanged();
    void countChanged();
    void retryRequested();

protected:
    /// Replaces `rows` by `next` and sets Ready or Empty. Rows whose key stays in place change in place; what was
    /// taken out or put in between is removed and inserted.
    template <typename Row, typename KeyOf>
    void replaceRows(std::vector<Row> &rows, std::vector<Row> next, KeyOf keyOf)
    {
        const std::size_t before = rows.size();
        std::size_t head = 0;
        while (head < rows.size() && head < next.size() && keyOf(rows[head]) == keyOf(next[head]))
            ++head;
        std::size_t tail = 0;
        while (tail < rows.size() - head && tail < next.size() - head &&
               keyOf(rows[rows.size() - 1 - tail]) == keyOf(next[next.size() - 1 - tail]))
            ++tail;
        exchange(rows, next, head, tail);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (rows[i] == next[i])
                continue;
            rows[i] = std::move(next[i]);
            const QModelIndex changed = index(static_cast<int>(i));
            emit dataChanged(changed, changed);
        }
        setState(rows.empty() ? ViewState::Empty : ViewState::Ready);
        if (rows.size() != before)
            emit countChanged();
    }

private:
    template <typename Row>
    void exchange(std::vector<Row> &rows, const std::vector<Row> &next, std::size_t head, std::size_t tail)
    {
        const auto at = [](auto &list, std::size_t n) { return list.begin() + static_cast<std::ptrdiff_t>(n); };
        if (const std::size_t gone = rows.size() - head - tail; gone > 0) {
            beginRemoveRows({}, static_cast<int>(head), static_cast<int>(head + gone - 1));
            rows.erase(at(rows, head), at(rows, head + gone));
            endRemoveRows();
        }
        if (const std::size_t come = next.size() - head - tail; come > 0) {
            beginInsertRows({}, static_cast<int>(head), static_cast<int>(head + come - 1));
            rows.insert(at(rows, head), at(next, head), at(next, head + come));
            endInsertRows();
        }
    }

    ViewState::Value m_state = ViewState::Loading;
};

} // namespace vitrine::qml
