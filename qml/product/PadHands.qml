// SPDX-License-Identifier: GPL-3.0-or-later
import QtQml
import Vitrine.Stage

/// A game controller's hands on the product.
QtObject {
    id: hands

    required property ProductStage stage
    required property StageTools tools
    required property HandsHelp help
    property bool enabled: true

    readonly property Connections sticks: Connections {
        target: StagePad
        enabled: hands.enabled
        function onSticksChanged() {
            const camera = hands.stage.camera
            camera.drive(-StagePad.turn.x * 130, StagePad.turn.y * 80, StagePad.pan.x * 0.9, StagePad.pan.y * 0.9, StagePad.zoom * 1.1)
            if (StagePad.turn.length() > 0)
                hands.stage.handled()
        }
        function onPressed(button: int) {
            switch (button) {
            case StagePad.ResetView: hands.stage.reset(); break
            case StagePad.NextPart: hands.stage.markNext(1); break
            case StagePad.PreviousPart: hands.stage.markNext(-1); break
            case StagePad.Apart: hands.stage.motion.open(!hands.stage.motion.opened); break
            case StagePad.Studio: hands.tools.nextStudio(); break
            case StagePad.Magnify: hands.tools.press(Qt.Key_M); break
            case StagePad.Explain: hands.tools.explained(); break
            case StagePad.Back:
                if (hands.help.isShown)
                    hands.help.closed()
                else
                    hands.stage.markedPart = -1
            }
        }
    }
    Component.onCompleted: StagePad.listen(1)
    Component.onDestruction: StagePad.listen(-1)
}
