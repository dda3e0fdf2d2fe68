// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/controls/RowModel.h"

namespace vitrine::qml {

void RowModel::setState(ViewState::Value state)
{
    if (state == m_state)
        return;
    m_state = state;
    emit stateChanged();
}

} // namespace vitrine::qml
