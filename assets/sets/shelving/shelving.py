# SPDX-License-Identifier: GPL-3.0-or-later
"""Shelving: an open bay between brass uprights, a low counter with a back, and a floating shelf with a light beneath."""
from lib import finishes, geometry
from lib.joinery import Kit, piece, rod


def variants():
    out = []
    for name, bn, wood, metal in (("Oak and brass", "ওক ও পিতল", finishes.timber("Oak"), finishes.metal()),
                                  ("Walnut and brass", "আখরোট ও পিতল", finishes.timber("Walnut"), finishes.metal()),
                                  ("Ebony and brass", "আবলুস ও পিতল", finishes.timber("Ebony"), finishes.metal()),
                                  ("Oak and ink", "ওক ও কালি", finishes.timber("Oak"),
                                   finishes.enamel("Black steel", "#1B1D20"))):
        out.append((name, bn, {"wood": wood, "metal": metal, "light": finishes.glow("Shelf light", "#FFDDB0", 3.0)}))
    return out


def bay():
    """1.0 × 0.4 × 2.5 m, six boards; the uprights stand on the module's ends, so that bays in a row share a line."""
    wood, metal, light, rods = Kit("Boards", 3), Kit("Frame", 4), Kit("Light", 5), []
    for z in (0.12, 0.60, 1.05, 1.50, 1.95, 2.40):
        wood.box((0.956, 0.36, 0.028), (0, 0, z), 0.003, grain=0)
        wood.box((0.956, 0.012, 0.05), (0, 0.174, z + 0.039), 0.002, grain=0)
        if z > 0.2:
            light.box((0.86, 0.012, 0.006), (0, -0.14, z - 0.017), 0.001)
        for s in (-1, 1):
            metal.box((0.012, 0.37, 0.012), (s * 0.484, 0, z - 0.008), 0.001)
    for s in (-1, 1):
        for y in (-0.18, 0.18):
            metal.box((0.022, 0.022, 2.49), (s * 0.489, y, 1.252), 0.003)
            rods.append(rod("Glide", (s * 0.485, y, 0.0), (s * 0.485, y, 0.01), 0.014, 14))
    rods += [rod("Brace", (-0.47, 0.185, 0.16), (0.47, 0.185, 2.36), 0.004, 8),
             rod("Brace", (0.47, 0.185, 0.16), (-0.47, 0.185, 2.36), 0.004, 8)]
    return wood, metal, light, rods


def counter():
    """1.0 × 0.5 × 1.0 m: a top, two shelves, a slatted back, a plinth drawn in."""
    wood, metal, light, rods = Kit("Boards", 13), Kit("Trim", 14), Kit("Light", 15), []
    wood.box((1.0, 0.5, 0.036), (0, 0, 0.982), 0.005, grain=0)
    for s in (-1, 1):
        wood.box((0.028, 0.46, 0.89), (s * 0.484, 0.01, 0.517), 0.003)
    for z in (0.085, 0.40, 0.70):
        wood.box((0.94, 0.44, 0.024), (0, 0.01, z), 0.003, grain=0)
        metal.box((0.94, 0.005, 0.024), (0, -0.2135, z), 0.001)
    wood.box((0.94, 0.42, 0.07), (0, 0.03, 0.035), 0.002, grain=0)
    for k in range(18):
        wood.box((0.05, 0.014, 0.87), ((k - 8.5) * 0.0525, 0.225, 0.52), 0.003)
    light.box((0.86, 0.012, 0.006), (0, -0.18, 0.961), 0.001)
    return wood, metal, light, rods


def ledge():
    """1.0 × 0.25 m, floating, on hidden pins with brass caps; its origin is the wall at the board's foot height 0."""
    wood, metal, light, rods = Kit("Board", 23), Kit("Caps", 24), Kit("Light", 25), []
    wood.box((1.0, 0.25, 0.04), (0, -0.125, 0.02), 0.004, grain=0)
    metal.box((1.0, 0.006, 0.012), (0, -0.252, 0.03), 0.001)
    for s in (-1, 1):
        rods.append(rod("Bracket", (s * 0.35, -0.002, -0.10), (s * 0.35, -0.21, -0.006), 0.006, 10))
        metal.box((0.03, 0.006, 0.14), (s * 0.35, -0.003, -0.07), 0.002)
    light.box((0.9, 0.012, 0.005), (0, -0.03, -0.002), 0.001)
    return wood, metal, light, rods


def build(folder):
    for name, en, bn, form in (("shelf-bay", "Shelving bay", "তাক", bay), ("shelf-counter", "Shelf counter",
                                                                           "তাকওয়ালা কাউন্টার", counter),
                               ("shelf-ledge", "Wall ledge", "দেয়াল তাক", ledge)):
        geometry.reset()
        wood, metal, light, rods = form()
        piece(folder, name, en, bn, [(wood.object(), "wood"), (metal.object(rods), "metal"), (light.object(), "light")],
              variants())
