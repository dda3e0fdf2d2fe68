# SPDX-License-Identifier: GPL-3.0-or-later
"""Scenes of many small things, as GLB: thousands of draws in a few kilobytes of shapes."""
import json
import math
import struct


def ball(around, down):
    """A ball of radius 1: positions, which are its normals too, and triangles."""
    points = [(math.sin(math.pi * v / down) * math.cos(2 * math.pi * u / around), math.cos(math.pi * v / down),
               math.sin(math.pi * v / down) * math.sin(2 * math.pi * u / around))
              for v in range(down + 1) for u in range(around)]
    triangles = []
    for v in range(down):
        for u in range(around):
            a, b = v * around + u, v * around + (u + 1) % around
            triangles += [(a, b, a + around), (b, b + around, a + around)]
    return points, triangles


def scene(count, shapes, parts=0, materials=5):
    """`count` nodes on a spiral, each with one of `shapes` meshes, below `parts` nodes that are parts (or none)."""
    points, triangles = ball(7, 4)
    indices = [corner for triangle in triangles for corner in triangle]
    binary = struct.pack(f"<{len(indices)}H", *indices)
    binary += b"\0" * (-len(binary) % 4)
    normals_at = len(binary)
    binary += b"".join(struct.pack("<3f", *p) for p in points)
    views = [{"buffer": 0, "byteOffset": 0, "byteLength": 2 * len(indices)},
             {"buffer": 0, "byteOffset": normals_at, "byteLength": 12 * len(points)}]
    accessors = [{"bufferView": 0, "componentType": 5123, "count": len(indices), "type": "SCALAR"},
                 {"bufferView": 1, "componentType": 5126, "count": len(points), "type": "VEC3"}]
    meshes = []
    for shape in range(shapes):
        size = [0.012 * (1 + 0.5 * math.sin(shape * step)) for step in (1.0, 2.3, 3.7)]
        views.append({"buffer": 0, "byteOffset": len(binary), "byteLength": 12 * len(points)})
        binary += b"".join(struct.pack("<3f", *(c * s for c, s in zip(p, size))) for p in points)
        accessors.append({"bufferView": len(views) - 1, "componentType": 5126, "count": len(points), "type": "VEC3",
                          "min": [-s for s in size], "max": size})
        meshes.append({"primitives": [{"attributes": {"POSITION": len(accessors) - 1, "NORMAL": 1}, "indices": 0,
                                       "material": shape % materials}]})
    nodes = [{"name": f"part {i}", "extras": {"part": {"en": f"Part {i}"}}, "children": []} for i in range(parts)]
    roots = list(range(parts))
    for i in range(count):
        angle, radius = i * 2.399963, 0.02 * math.sqrt(i)
        node = {"mesh": i % shapes,
                "translation": [radius * math.cos(angle), 0.15 * math.sin(radius * 5) + 0.2, radius * math.sin(angle)]}
        (nodes[i % parts]["children"] if parts else roots).append(len(nodes))
        nodes.append(node)
    document = {"asset": {"version": "2.0"}, "scene": 0, "scenes": [{"nodes": roots}], "nodes": nodes, "meshes": meshes,
                "materials": [{"pbrMetallicRoughness": {"baseColorFactor": [0.2 + 0.15 * m, 0.4, 0.9 - 0.15 * m, 1],
                                                        "metallicFactor": 0, "roughnessFactor": 0.5}}
                              for m in range(materials)],
                "accessors": accessors, "bufferViews": views, "buffers": [{"byteLength": len(binary)}]}
    text = json.dumps(document).encode()
    text += b" " * (-len(text) % 4)
    binary += b"\0" * (-len(binary) % 4)
    return (struct.pack("<4sII", b"glTF", 2, 28 + len(text) + len(binary)) + struct.pack("<I4s", len(text), b"JSON") +
            text + struct.pack("<I4s", len(binary), b"BIN\0") + binary)
