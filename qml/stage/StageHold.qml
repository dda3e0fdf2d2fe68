// SPDX-License-Identifier: GPL-3.0-or-later
import QtQml

/// What may take hold of a drag before the camera does. Each tool that wants drags overrides the three.
QtObject {
    /// True: this drag is its own until let go.
    function take(at: point, byFinger: bool): bool { return false }
    function move(at: point, seconds: real) {}
    function letGo() {}
}
