// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/controls/ViewState.h"

#include <QAbstractListModel>
#include <QtQmlIntegration>

#include <cstddef>
#include <functional>
#include <set>
#include <type_traits>
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
    /// Replaces `rows` by `next` and sets Ready or Empty. Rows that stay change in place, with what was taken out or
    /// put in announced around them; where those that stay changed their order, all between the common ends is
    /// exchanged.
    template <typename Row, typename KeyOf>
    void replaceRows(std::vector<Row> &rows, std::vector<Row> next, KeyOf keyOf)
    {
        const std::size_t before = rows.size();
        const auto &[kept, isOrdered] = common(rows, next, keyOf);
        if (isOrdered) {
            const auto isOther = [&](const Row &row) { return !kept.contains(keyOf(row)); };
            for (std::size_t last = rows.size(); last > 0;)
                last = isOther(rows[last - 1]) ? removeRun(rows, last, isOther) : last - 1;
            for (std::size_t i = 0; i < next.size();)
                i = isOther(next[i]) ? insertRun(rows, next, i, isOther) : i + 1;
        } else {
            std::size_t head = 0;
            while (head < rows.size() && head < next.size() && keyOf(rows[head]) == keyOf(next[head]))
                ++head;
            std::size_t tail = 0;
            while (tail < rows.size() - head && tail < next.size() - head &&
                   keyOf(rows[rows.size() - 1 - tail]) == keyOf(next[next.size() - 1 - tail]))
                ++tail;
            exchange(rows, next, head, tail);
        }
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
    /// The keys that are in both, and whether they come in the same order.
    template <typename Row, typename KeyOf>
    static auto common(const std::vector<Row> &rows, const std::vector<Row> &next, KeyOf keyOf)
    {
        using Key = std::remove_cvref_t<std::invoke_result_t<KeyOf, const Row &>>;
        std::set<Key> old;
        for (const Row &row : rows)
            old.insert(keyOf(row));
        std::set<Key> kept;
        std::vector<Key> order;
        for (const Row &row : next)
            if (old.contains(keyOf(row)) && kept.insert(keyOf(row)).second)
                order.push_back(keyOf(row));
        std::size_t at = 0;
        bool isOrdered = true;
        for (const Row &row : rows)
            if (kept.contains(keyOf(row))) {
                isOrdered = isOrdered && at < order.size() && keyOf(row) == order[at];
                ++at;
            }
        return std::pair(std::move(kept), isOrdered && at == order.size());
    }
    /// Removes the run of rows that ends before `last`. Answers with where it began.
    template <typename Row, typename IsGone>
    std::size_t removeRun(std::vector<Row> &rows, std::size_t last, IsGone isGone)
    {
        std::size_t first = last;
        while (first > 0 && isGone(rows[first - 1]))
            --first;
        beginRemoveRows({}, static_cast<int>(first), static_cast<int>(last - 1));
        rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(first), rows.begin() + static_cast<std::ptrdiff_t>(last));
        endRemoveRows();
        return first;
    }
    /// Inserts the run of new rows that begins at `first`. Answers with where it ends.
    template <typename Row, typename IsNew>
    std::size_t insertRun(std::vector<Row> &rows, const std::vector<Row> &next, std::size_t first, IsNew isNew)
    {
        std::size_t end = first;
        while (end < next.size() && isNew(next[end]))
            ++end;
        beginInsertRows({}, static_cast<int>(first), static_cast<int>(end - 1));
        rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(first),
                    next.begin() + static_cast<std::ptrdiff_t>(first), next.begin() + static_cast<std::ptrdiff_t>(end));
        endInsertRows();
        return end;
    }
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
