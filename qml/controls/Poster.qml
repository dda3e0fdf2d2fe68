// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme

/// A picture of an object, cut out: it stands on whatever it is put on. Fades in when it has come.
Image {
    id: poster

    /// It has come, and has faded in.
    readonly property bool isShown: opacity === 1

    fillMode: Image.PreserveAspectFit
    asynchronous: true
    mipmap: true
    sourceSize.height: Math.ceil(height * Screen.devicePixelRatio)
    opacity: status === Image.Ready ? 1 : 0
    Behavior on opacity { SmallFade {} }
}
