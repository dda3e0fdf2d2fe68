# SPDX-License-Identifier: GPL-3.0-or-later
"""A copy of a GLB with a camera of our choice: a picture of another renderer is met from where it was taken."""
import json
import math
import struct


def with_camera(glb, output, target, radius, fov_degrees, aspect):
    """Writes `output` with one more camera, in front of `target` (glTF axes) at `radius`; gives its number."""
    data = glb.read_bytes()
    (size,) = struct.unpack_from("<I", data, 12)
    document = json.loads(data[20:20 + size])
    cameras = document.setdefault("cameras", [])
    cameras.append({"type": "perspective", "perspective": {"yfov": math.radians(fov_degrees), "aspectRatio": aspect,
                                                           "znear": radius / 100}})
    x, y, z = target
    document.setdefault("nodes", []).append({"camera": len(cameras) - 1, "translation": [x, y, z + radius]})
    document["scenes"][document.get("scene", 0)]["nodes"].append(len(document["nodes"]) - 1)
    text = json.dumps(document).encode()
    text += b" " * (-len(text) % 4)
    rest = data[20 + size:]
    output.write_bytes(struct.pack("<4sII", b"glTF", 2, 20 + len(text) + len(rest)) + struct.pack("<I4s", len(text), b"JSON")
                       + text + rest)
    return len(cameras) - 1
