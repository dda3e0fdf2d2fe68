# SPDX-License-Identifier: GPL-3.0-or-later
"""A hologram frame: a projector's drum in the floor, ringed with light, and a slender gate that holds the picture."""
import math

import numpy as np

from lib import finishes, geometry, materials, shapes
from lib.joinery import Kit, mitred, piece, turned


def variants():
    return [(n, b, {"body": body, "edge": finishes.metal(), "light": materials.glowing(f"{n} light", c, 3.0, "#10181C"),
                    "film": film(n, c)})
            for n, b, body, c in (("Dusk", "গোধূলি", finishes.lacquer("Ink"), "#7FE3F0"),
                                  ("Brass", "পিতল", finishes.lacquer("Ink"), "#FFD08A"),
                                  ("Paper", "কাগজ", finishes.lacquer("Bone"), "#58C7D8"))]


def film(name, colour):
    """The pane on which the picture stands: barely there."""
    out = materials.pbr(f"{name} film", colour, 0.15)
    out.body["pbrMetallicRoughness"]["baseColorFactor"][3] = 0.10
    out.body.update({"alphaMode": "BLEND", "doubleSided": True})
    return out


def lights(radius, z, count, length):
    kit = Kit("Ticks")
    for k in range(count):
        a = 2 * math.pi * k / count
        long = length * (1.8 if k % 6 == 0 else 1.0)
        kit.box((long, 0.004, 0.003), ((radius - long / 2) * math.cos(a), (radius - long / 2) * math.sin(a), z), 0.0,
                turns=[("Z", math.degrees(a))])
    return kit.object()


def ring(name, radius, z, thick):
    a = np.arange(96) * 2 * math.pi / 96
    path = np.stack([radius * np.cos(a), radius * np.sin(a), np.full(96, z)], 1)
    return shapes.tube(name, path, shapes.circle(thick, 6), closed=True, sharp=180)


def stand(folder):
    """1 × 1 m: a turned drum 0.3 m high with two rings of light."""
    geometry.reset()
    body = turned("Drum", geometry.rounded([(0, 0, 0), (0.44, 0, 0.01), (0.44, 0.05, 0.004), (0.41, 0.06, 0.004),
                                            (0.41, 0.08, 0.004),
                                            (0.48, 0.10, 0.02), (0.48, 0.26, 0.02), (0.43, 0.285, 0.01), (0.36, 0.285, 0.004),
                                            (0.355, 0.265, 0.004), (0.10, 0.265, 0.004), (0.09, 0.275, 0.004), (0, 0.275, 0)],
                                            2), 80)
    edge = [turned("Band", geometry.rounded([(0.47, 0.252, 0), (0.484, 0.252, 0.003), (0.484, 0.268, 0.003), (0.46, 0.274, 0)],
                                            2), 96)]
    edge[0]["open"] = True
    brass = geometry.join("Edge", edge)
    brass["open"] = True
    light = geometry.join("Light", [ring("Halo", 0.345, 0.268, 0.004), ring("Foot", 0.413, 0.070, 0.006),
                                    ring("Eye", 0.07, 0.276, 0.003),
                                    lights(0.32, 0.2665, 72, 0.03)])
    piece(folder, "holo-stand", "Hologram stand", "হলোগ্রাম বেদি", [(body, "body"), (brass, "edge"), (light, "light")],
          variants())


def gate(name, folder, en, bn, width, height):
    """A frame with cut corners, a light let into its inner edge, a film across; stands on a slab."""
    geometry.reset()
    x, z0, z1, c = width / 2 - 0.03, 0.20, height - 0.03, 0.16
    path = [(-x + c, z0), (-x, z0 + c), (-x, z1 - c), (-x + c, z1), (x - c, z1), (x, z1 - c), (x, z0 + c), (x - c, z0)]
    half = 0.022
    section = [(0.03, -half), (0.03, half - 0.004), (0.026, half), (0.004, half), (0, half - 0.004), (0, 0.006), (0.006, 0.004),
               (0.006, -0.004),
               (0, -0.006), (0, -half)]
    frame = mitred("Frame", path, [(-a, b) for a, b in section], True)
    light = mitred("Line", path, [(-0.0055, -0.003), (-0.0055, 0.003), (-0.001, 0.003), (-0.001, -0.003)], True)
    outer = mitred("Trim", path, [(-0.034, -0.008), (-0.034, 0.008), (-0.029, 0.008), (-0.029, -0.008)], True)
    base = Kit("Base").box((width - 0.02, 0.30, 0.06), (0, 0, 0.03), 0.006)
    base.box((width - 0.30, 0.16, 0.11), (0, 0, 0.115), 0.006)
    slit = Kit("Slit").box((width - 0.36, 0.012, 0.006), (0, -0.06, 0.171), 0.001).box((width - 0.36, 0.012, 0.006),
                                                                                       (0, 0.06, 0.171), 0.001)
    line = Kit("Foot line").box((width - 0.01, 0.31, 0.006), (0, 0, 0.012), 0.001)
    pane = geometry.mesh_object("Film", [(px, 0, pz) for px, pz in path[::-1]], [tuple(range(8))], [(0, 0)] * 8)
    pane["open"] = True
    geometry.finish(pane, 180, False)
    piece(folder, name, en, bn, [(base.object([frame]), "body"), (line.object([outer]), "edge"),
                                 (slit.object([light]), "light"), (pane, "film")],
          variants())


def build(folder):
    stand(folder)
    gate("holo-frame", folder, "Hologram frame", "হলোগ্রাম ফ্রেম", 1.5, 2.25)
    gate("holo-frame-wide", folder, "Wide hologram frame", "চওড়া হলোগ্রাম ফ্রেম", 3.0, 2.25)
