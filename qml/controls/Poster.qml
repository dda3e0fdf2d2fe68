// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme

/// A picture of an object, cut out: it stands on whatever it is put on. Fades in when it has come.
Image {
    id: poster

    fillMode: Image.PreserveAspectFit
    asynchronous: true
    mipmap: true
    sourceSize.height: Math.ceil(height * Screen.devicePixelRatio)
    opacity: status === Image.Ready ? 1 : 0
    Behavior on opacity { SmallFade {} }
}
