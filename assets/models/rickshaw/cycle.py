# SPDX-License-Identifier: GPL-3.0-or-later
"""The front half of a rickshaw: wheels, frame, chain, saddle, steering, cranks."""
import math

import numpy as np
from mathutils import Matrix

from lib import geometry, parts, shapes
from lib.geometry import superellipse
from rickshaw.plan import CRANK, FRONT, HEAD_HIGH, HEAD_LOW, REAR, SHEET, tube, turned, upright


def wheel():
    a = np.linspace(-math.pi, math.pi, 11)
    tyre = turned(np.stack([0.324 + 0.021 * np.cos(a), 0.0205 * np.sin(a)], 1), 44, "Tyre", 180)
    rim = turned([(0.297, -0.007), (0.312, -0.0165), (0.319, -0.0165), (0.319, 0.0165), (0.312, 0.0165), (0.297, 0.007), (0.297, -0.007)], 42, "Rim", 30)
    hub = turned(geometry.rounded([(0.0, -0.046, 0), (0.013, -0.046, 0.002), (0.013, -0.032, 0.001), (0.030, -0.030, 0.001), (0.030, -0.024, 0.001),
                                   (0.018, -0.020, 0.003), (0.016, 0.0, 0), (0.018, 0.020, 0.003), (0.030, 0.024, 0.001), (0.030, 0.030, 0.001),
                                   (0.013, 0.032, 0.001), (0.013, 0.046, 0.002), (0.0, 0.046, 0)], 1), 12, "Hub")
    spokes = []
    for k in range(36):
        side, lean = (1 if k % 2 else -1), (1 if (k // 2) % 2 else -1)
        a0 = 2 * math.pi * k / 36
        a1 = a0 + lean * 0.9
        spokes.append(shapes.tube("Spoke", [(0.026 * math.cos(a1), 0.026 * math.sin(a1), side * 0.027), (0.299 * math.cos(a0), 0.299 * math.sin(a0), side * 0.002)],
                                  shapes.circle(0.0017, 4), caps=False, sharp=180))
    disc = SHEET.printed(turned([(0.066, 0.040), (0.066, 0.043), (0.045, 0.050), (0.0, 0.053)], 28, "Disc", 40), "disc", (0, 0, 0), upwards=(0, 1, 0), size=(0.14, 0.14))
    beads = []
    for k in range(18):  # painted beads that run on the spokes
        a0 = 2 * math.pi * k / 18
        colour = ("red", "gold", "green")[k % 3]
        bead = SHEET.plain(turned([(0.0, -0.010), (0.0085, -0.006), (0.0105, 0.0), (0.0085, 0.006), (0.0, 0.010)], 7, "Bead", 180), colour)
        beads.append(shapes.placed(bead, (0.168 * math.cos(a0 + 0.1), 0.168 * math.sin(a0 + 0.1), 0)))
    return [(upright(tyre), "dark"), (upright(geometry.join("Wheel metal", [rim, hub] + spokes)), "chrome"), (upright(geometry.join("Wheel paint", [disc] + beads)), "paint")]


def frame():
    tubes = [tube([HEAD_LOW, HEAD_HIGH], 0.020, 16), tube([(-0.682, 0, 0.868), (-0.165, 0, 0.80)], 0.0145, 12), tube([(-0.706, 0, 0.775), CRANK], 0.0165, 12),
             tube([CRANK, (-0.152, 0, 0.865)], 0.0150, 12), shapes.placed(turned([(0.0, -0.04), (0.024, -0.04), (0.024, 0.04), (0.0, 0.04)], 18), CRANK, [("X", 90)])]
    for s in (-1, 1):
        tubes.append(tube(geometry.spline([(-0.27, s * 0.03, 0.29), (-0.12, s * 0.17, 0.315), (0.10, s * 0.25, 0.375), (0.60, s * 0.26, 0.395), (1.02, s * 0.26, 0.400)], 24), 0.0150, 10))
        tubes.append(tube([(-0.172, s * 0.01, 0.775), (0.05, s * 0.24, 0.385)], 0.0105, 8))
    for x in (0.12, 0.98):
        tubes.append(tube([(x, -0.27, 0.385), (x, 0.27, 0.385)], 0.0125, 8))
    painted = SHEET.plain(geometry.join("Frame", tubes), "frame")
    lugs = []
    for f in (-0.04, 1.04):
        p = HEAD_LOW + (HEAD_HIGH - HEAD_LOW) * f
        lugs.append(shapes.facing(turned(geometry.rounded([(0, -0.012, 0), (0.025, -0.012, 0.003), (0.025, 0.012, 0.003), (0, 0.012, 0)], 3), 20), p, HEAD_HIGH - HEAD_LOW))
    lugs.append(tube([(-0.152, 0, 0.86), (-0.142, 0, 0.905)], 0.0105, 10))
    for s in (-1, 1):
        lugs.append(shapes.placed(parts.coil("Spring", 0.017, 4, 0.038, 0.0028, 10), (-0.085, s * 0.062, 0.888)))
    lugs.append(tube([(0.62, -0.42, 0.345), (0.62, 0.42, 0.345)], 0.014, 10))
    for s in (-1, 1):  # leaf springs
        for k, reach in enumerate((0.235, 0.165, 0.095)):
            leaf = geometry.spline([(0.62 - reach, s * 0.26, 0.378 - 0.004 * k), (0.62, s * 0.26, 0.362 - 0.009 * k), (0.62 + reach, s * 0.26, 0.378 - 0.004 * k)], 12)
            lugs.append(shapes.bar("Leaf", leaf, shapes.rectangle(0.042, 0.0065, 0.001, 1), (0, 0, 1), 0.001, 1))
    return painted, geometry.join("Fittings", lugs)


def chain():
    y, d = 0.055, REAR - CRANK
    a0 = math.atan2(d[2], d[0])
    half = math.acos((0.092 - 0.046) / math.hypot(d[0], d[2]))
    big = np.linspace(a0 + half, a0 + 2 * math.pi - half, 26)
    small = np.linspace(a0 - half, a0 + half, 12)
    path = [CRANK + [0.092 * math.cos(a), y, 0.092 * math.sin(a)] for a in big] + [REAR + [0.046 * math.cos(a), y, 0.046 * math.sin(a)] for a in small]
    path = geometry.resample(np.array(path + path[:1]), 84)[:-1]
    section = shapes.rectangle(0.006, 0.008, 0.001, 1)
    sections = np.array([section * (1.0 if k % 2 else 0.72) for k in range(len(path))])
    return shapes.tube("Chain", path, sections, np.tile([0, 1.0, 0], (len(path), 1)), closed=True, sharp=50)


def saddle():
    x = np.array([-0.305, -0.29, -0.25, -0.20, -0.14, -0.08, -0.03, -0.012])
    wide = np.array([0.020, 0.046, 0.058, 0.078, 0.135, 0.195, 0.205, 0.150])
    z = np.array([0.930, 0.936, 0.940, 0.940, 0.937, 0.940, 0.948, 0.946])
    deep = np.array([0.02, 0.036, 0.042, 0.044, 0.046, 0.050, 0.044, 0.026])
    f = np.linspace(0, 1, 26)
    at = np.linspace(0, 1, 8)
    line = np.stack([np.interp(f, at, x), np.zeros(26), np.interp(f, at, z)], 1)
    sections = [superellipse(w, d, 22, 2.6) * [1, 1] for w, d in zip(np.interp(f, at, wide), np.interp(f, at, deep))]
    body = shapes.tube("Saddle", line, np.array(sections), (0, 0, 1), sharp=70)
    fringe = []
    for k in range(15):  # a skirt of threads at the back
        a = math.radians(-70 + 10 * k)
        p = np.array([-0.09 + 0.075 * math.cos(a), 0.100 * math.sin(a), 0.925])
        fringe.append(SHEET.plain(shapes.tube("Fringe", [p, p + [0.012 * math.cos(a), 0.008 * math.sin(a), -0.03], p + [0.010 * math.cos(a), 0.008 * math.sin(a), -0.055]],
                                              np.array([0.003, 0.005, 0.0065]), sharp=180), ("red", "gold")[k % 2]))
    return body, geometry.join("Saddle fringe", fringe)


def tassel(colour, length=0.05, top="gold"):
    head = SHEET.plain(turned([(0.0, 0.0), (0.0055, -0.002), (0.0072, -0.008), (0.0045, -0.013), (0.0, -0.013)][::-1], 7, "Head", 180), top)
    skirt = SHEET.plain(turned([(0.0, -length), (0.0098, -length + 0.002), (0.0075, -length * 0.5), (0.0035, -0.0125)], 8, "Skirt", 60), colour)
    return geometry.join("Tassel", [skirt, head])


def steering():
    """Fork, bars and what hangs on them, drawn where they stand."""
    metal, paint, dark, brass = [], [], [], []
    for s in (-1, 1):
        blade = geometry.spline([(-0.726, s * 0.030, 0.715), (-0.742, s * 0.056, 0.68), (-0.795, s * 0.058, 0.50), (-0.845, s * 0.058, 0.385), (-0.885, s * 0.058, 0.342)], 20)
        paint.append(SHEET.plain(shapes.tube("Blade", blade, np.linspace(0.0135, 0.0085, 20), sharp=180), "frame"))
        metal.append(tube([(-0.655, s * 0.040, 0.945), (-0.880, s * 0.072, 0.350)], 0.0048, 7))
        metal.append(tube([(-0.667, s * 0.0, 0.93), (-0.655, s * 0.044, 0.945)], 0.0048, 7))
        guard = [FRONT + [0.366 * math.cos(a), s * 0.058, 0.366 * math.sin(a)] for a in np.radians([35, 37])]
        metal.append(tube([FRONT + [0, s * 0.066, 0], (guard[0] + [0, -s * 0.028, 0])], 0.003, 6))
        end = np.array([-0.445, s * 0.275, 0.998])
        dark.append(shapes.bar("Grip", [end + [-0.115, s * 0.006, 0.006], end], shapes.circle(0.0165, 14), None, 0.006, 3))
        for k in range(5):  # streamers from the grips
            way = np.array([0.6, s * (0.10 * (k - 2)), -1.0])
            p = end + [0.0, 0, -0.002]
            paint.append(SHEET.plain(shapes.tube("Streamer", [p, p + way * 0.03 + [0.015, 0, 0.008], p + way * 0.085 + [0.01, 0, -0.02], p + way * 0.10 + [0.004, 0.004 * (k - 2), -0.07]],
                                                 np.array([0.003, 0.0045, 0.0045, 0.003]), sharp=180), ("red", "gold", "green", "gold", "red")[k]))
    bars = geometry.spline([(-0.445, -0.275, 0.998), (-0.56, -0.281, 1.004), (-0.655, -0.262, 1.012), (-0.705, -0.19, 1.016), (-0.700, -0.09, 1.000), (-0.660, 0, 0.985),
                            (-0.700, 0.09, 1.000), (-0.705, 0.19, 1.016), (-0.655, 0.262, 1.012), (-0.56, 0.281, 1.004), (-0.445, 0.275, 0.998)], 70)
    metal.append(tube(bars, 0.0115, 10))
    metal.append(tube([HEAD_HIGH + [0.0, 0, -0.01], (-0.660, 0, 0.985)], 0.0135, 12))
    paint.append(SHEET.plain(shapes.placed(turned(geometry.rounded([(0, -0.014, 0), (0.052, -0.014, 0.004), (0.052, 0.014, 0.006), (0, 0.018, 0)], 3), 24, "Crown"), (-0.727, 0, 0.712), [("Y", -14)], (0.7, 1.35, 1)), "frame"))
    a = np.radians(np.linspace(28, 176, 34))
    rows = [FRONT + [(0.364 + 0.010 * math.cos(b)) * math.cos(x), 0.034 * math.sin(b), (0.364 + 0.010 * math.cos(b)) * math.sin(x)] for x in a for b in np.linspace(-1.45, 1.45, 9)]
    uv = np.stack(np.meshgrid(np.linspace(0, 1, 9), np.linspace(0.1, 0.66, 34)), -1)
    guard = shapes.sheet("Front mudguard", np.array(rows).reshape(34, 9, 3), 0.002, uv=SHEET.to_sheet("guard", uv[..., ::-1]))
    paint.append(facing_out(guard, FRONT))
    # Bell: two domes and a lever; a lamp in front.
    bell = turned(geometry.rounded([(0.0, 0.0, 0), (0.031, 0.0, 0.002), (0.033, 0.006, 0.004), (0.029, 0.020, 0.012), (0.010, 0.030, 0.006), (0.006, 0.030, 0), (0.005, 0.035, 0.003), (0.0, 0.036, 0)], 4), 30, "Bell")
    brass.append(shapes.placed(bell, (-0.700, -0.110, 1.018), [("X", 14)]))
    lamp = turned(geometry.rounded([(0.0, -0.035, 0), (0.012, -0.034, 0.004), (0.040, -0.004, 0.02), (0.045, 0.010, 0.003), (0.048, 0.014, 0.002), (0.044, 0.020, 0.003), (0.038, 0.016, 0.002), (0.0, 0.012, 0)], 4), 30, "Lamp")
    brass.append(shapes.facing(lamp, (-0.775, 0, 0.905), (-1, 0, 0.06)))
    metal.append(tube([(-0.675, 0, 0.935), (-0.74, 0, 0.905)], 0.006, 7))
    brass.append(shapes.facing(turned(geometry.rounded([(0, -0.012, 0), (0.024, -0.012, 0.003), (0.0265, 0.0, 0.004), (0.018, 0.014, 0.006), (0, 0.017, 0)], 3), 20), HEAD_HIGH + [0.002, 0, 0.012], HEAD_HIGH - HEAD_LOW))
    finial = turned(geometry.rounded([(0, 0, 0), (0.010, 0, 0.002), (0.006, 0.012, 0.003), (0.015, 0.028, 0.01), (0.003, 0.05, 0.004), (0, 0.056, 0)], 4), 16)
    brass.append(shapes.placed(finial, FRONT + [-0.045, 0, 0.372], [("Y", -8)]))
    for s in (-1, 1):
        for k, y in enumerate((0.12, 0.155, 0.19, 0.225)):
            paint.append(shapes.placed(tassel(("red", "green")[k % 2], 0.055), (-0.7 + 0.02 * (k == 3), s * y, 0.998)))
    return [(geometry.join("Steering paint", paint), "paint"), (geometry.join("Steering metal", metal), "chrome"), (geometry.join("Grips", dark), "dark"),
            (geometry.join("Steering brass", brass), "brass")]


def facing_out(obj, centre):
    """Turns a skin whose thickness was given the wrong way round."""
    geometry.apply(obj)
    mesh = obj.data
    total = sum(p.area * p.normal.dot(p.center - Matrix.Translation(centre).translation) for p in mesh.polygons)
    if total < 0:
        mesh.flip_normals()
    return obj


def crank():
    ring = [shapes.placed(parts.gear("Chainring", 40, 0.0046, 0.004, 0.014, 5), (0, 0, -0.057))]
    ring += [shapes.bar("Arm", [(0, 0, s * 0.062), (s * 0.168, 0, s * 0.066)], shapes.rectangle(0.020, 0.011, 0.003, 2), (0, 0, 1), 0.006, 3) for s in (-1, 1)]
    ring.append(turned([(0, -0.07), (0.014, -0.07), (0.014, 0.07), (0, 0.07)], 14, "Spindle"))
    return upright(geometry.join("Crank", ring))


def pedal():
    block = [geometry.box("Pedal", (0.030, 0.085, 0.022), (s * 0.030, 0, 0), 0.005, 2) for s in (-1, 1)]
    return geometry.join("Pedal", block)
