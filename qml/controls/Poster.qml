// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme

/// A picture of an object, cut out: it stands on whatever it is put on. Fades in when it has come.
Item {
    id: poster

    property alias source: image.source
    /// It has come, and has faded in.
    readonly property bool isShown: picture.opacity === 1

    Image {
        id: image
        visible: false
        asynchronous: true
        mipmap: true
        sourceSize.height: Math.ceil(poster.height * Screen.devicePixelRatio)
    }
    ShaderEffect {
        id: picture
        readonly property Image picture: image
        readonly property real rim: 0.14
        readonly property real scaled: image.implicitHeight > 0 ? Math.min(poster.width / image.implicitWidth, poster.height / image.implicitHeight) : 0
        anchors.centerIn: parent
        width: image.implicitWidth * scaled
        height: image.implicitHeight * scaled
        opacity: image.status === Image.Ready ? 1 : 0
        visible: opacity > 0
        fragmentShader: "qrc:/shaders/interface/poster.frag.qsb"
        Behavior on opacity { SmallFade {} }
    }
}
