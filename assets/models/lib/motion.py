# SPDX-License-Identifier: GPL-3.0-or-later
"""Node animations: what turns, slides or grows. Keys are (seconds, value) in Blender's axes, from where the part stands."""
import math

import numpy as np
from mathutils import Quaternion, Vector

FLOAT = 5126


def quaternion(q):
    """Blender's quaternion as glTF writes it: axes turned to Y up, real part last."""
    return [round(float(v), 7) + 0.0 for v in (q.x, q.z, -q.y, q.w)]


class Animation:
    """A named movement of several channels. `loop` says that its end joins its beginning."""

    def __init__(self, name, en, bn, channels, loop=False):
        self.name, self.en, self.bn, self.channels, self.loop = name, en, bn, list(channels), loop


class Channel:
    def __init__(self, part, path, times, values, step=False):
        self.part, self.path, self.times, self.values, self.step = part, path, times, values, step


def turn(part, axis, keys, step=False):
    """`keys`: (seconds, degrees) about `axis` through the part's origin."""
    pose = part.pose()
    base = pose.to_quaternion() if pose is not None else Quaternion()
    values, before = [], None
    for _, degrees in keys:
        q = base @ Quaternion(Vector(axis).normalized(), math.radians(degrees))
        if before is not None and q.dot(before) < 0:  # the short way, as a player's slerp takes it
            q.negate()
        before = q
        values.append(quaternion(q))
    return Channel(part, "rotation", [t for t, _ in keys], values, step)


def spin(part, axis, turns, seconds):
    """Even turning; keys every quarter turn, since a player takes the short way between two."""
    count = max(int(math.ceil(abs(turns) * 4)), 2)
    return turn(part, axis, [(seconds * k / count, 360 * turns * k / count) for k in range(count + 1)])


def eased(seconds, start, end, from_value, to_value, count=8):
    """Keys of a minimum-jerk move from one value to another between two times, held up to `seconds` at both sides."""
    f = np.linspace(0, 1, count + 1)
    s = f ** 3 * (10 - 15 * f + 6 * f * f)
    keys = [(start + (end - start) * a, from_value + (to_value - from_value) * b) for a, b in zip(f, s)]
    return ([(0.0, from_value)] if start > 0 else []) + keys + ([(seconds, to_value)] if end < seconds else [])


def there(seconds, value, rest=0.0):
    """Keys of an eased move from `rest` to `value`, where it ends: what is opened stays so until it is played backwards."""
    return eased(seconds, 0, seconds, rest, value)


def slide(part, direction, keys, step=False):
    """`keys`: (seconds, metres) along `direction`."""
    return Channel(part, "slide", [t for t, _ in keys], [np.asarray(direction, float) * m for _, m in keys], step)


def grow(part, keys, step=False):
    """`keys`: (seconds, factor)."""
    return Channel(part, "scale", [t for t, _ in keys], [[f, f, f] for _, f in keys], step)


def written(writer, animation):
    """The animation's JSON; its keys go into the writer's buffer, times that agree are written once."""
    samplers, channels, clocks = [], [], {}
    for channel in animation.channels:
        node = writer.nodes[id(channel.part)]
        values, path = np.asarray(channel.values, np.float64), channel.path
        if path == "slide":
            path = "translation"
            values = (np.stack([values[:, 0], values[:, 2], -values[:, 1]], 1)
                      + np.asarray(writer.json["nodes"][node].get("translation", [0, 0, 0])))
        times = np.asarray(channel.times, np.float32)
        key = times.tobytes()
        if key not in clocks:
            clocks[key] = writer.accessor(times, "SCALAR", FLOAT, bounds=True)
        output = writer.accessor(np.ascontiguousarray(values.astype(np.float32)), f"VEC{values.shape[1]}", FLOAT)
        samplers.append({"input": clocks[key], "output": output, "interpolation": "STEP" if channel.step else "LINEAR"})
        channels.append({"sampler": len(samplers) - 1, "target": {"node": node, "path": path}})
    return {"name": animation.name, "samplers": samplers, "channels": channels,
            "extras": {"title": {"en": animation.en, "bn": animation.bn}, "loop": animation.loop}}
