// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme

/// Running text: wrapped, with the line height of its language.
Label {
    wrapMode: Text.Wrap
    elide: Text.ElideNone
    verticalAlignment: Text.AlignTop
    color: Theme.textSecond
    lineHeightMode: Text.FixedHeight
    lineHeight: Math.round(font.pixelSize * Theme.bodyLineHeight)
}
