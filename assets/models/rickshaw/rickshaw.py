# SPDX-License-Identifier: GPL-3.0-or-later
"""A painted cycle rickshaw of Dhaka, in profile with its head to the left: spoked wheels, a carved body, a folding hood;
and the same with a box for parcels.

The hood is four gores of a fan on one pivot; each is a little wider than the one behind it, so that they fold into one another.
"""
import math

import numpy as np
from mathutils import Matrix

from lib import extras, geometry, materials, motion, painting, parts, shapes
from lib.atlas import Atlas
from lib.geometry import superellipse
from lib.glb import Part, save
from lib.painting import Canvas, curve

RADIUS, TRACK = 0.345, 0.455
REAR, FRONT, CRANK = np.array([0.62, 0, 0.345]), np.array([-0.88, 0, 0.345]), np.array([-0.27, 0, 0.29])
HEAD_LOW, HEAD_HIGH = np.array([-0.715, 0, 0.74]), np.array([-0.675, 0, 0.90])
PIVOT = np.array([0.64, 0, 1.00])
THETA = np.radians([46, 73, 100, 127, 150])
LONG, HALF, CORNER, ROOT = [0.815, 0.785, 0.745, 0.70, 0.655], [0.412, 0.408, 0.404, 0.400, 0.396], 0.15, 0.09

SHEET = Atlas(1.64, 1.64, {"side": (-0.81, 0.05, 0.07, 0.80), "back": (0.08, 0.06, 0.80, 0.80), "cushion": (-0.81, -0.50, -0.05, 0.02),
                           "front": (-0.04, -0.32, 0.72, 0.02), "floor": (-0.04, -0.50, 0.60, -0.34), "guard": (-0.81, -0.66, 0.81, -0.54),
                           "disc": (0.63, -0.51, 0.80, -0.34)})
SHEET.swatches(["frame", "body", "bamboo", "lining", "red", "gold", "green", "blue"], -0.81, -0.80, 0.12)
HOOD = Atlas(1.18, 1.18, {"side": (-0.585, -0.585, 0.585, 0.185), "top": (-0.585, 0.195, 0.585, 0.585)})


def tube(points, radius, sides=10):
    return shapes.tube("Tube", points, shapes.circle(radius, sides), sharp=60)


def turned(profile, segments=24, name="Turned", sharp=35):
    return geometry.finish(geometry.lathe(name, profile, segments), sharp, weighted=False)


def upright(obj):
    """What was drawn lying on its back, set up facing the viewer of the profile."""
    return shapes.placed(obj, (0, 0, 0), [("X", 90)])


def wheel():
    a = np.linspace(-math.pi, math.pi, 13)
    tyre = turned(np.stack([0.324 + 0.021 * np.cos(a), 0.0205 * np.sin(a)], 1), 56, "Tyre", 180)
    rim = turned([(0.297, -0.007), (0.312, -0.0165), (0.319, -0.0165), (0.319, 0.0165), (0.312, 0.0165), (0.297, 0.007), (0.297, -0.007)], 56, "Rim", 30)
    hub = turned(geometry.rounded([(0.0, -0.046, 0), (0.013, -0.046, 0.002), (0.013, -0.032, 0.001), (0.030, -0.030, 0.001), (0.030, -0.024, 0.001),
                                   (0.018, -0.020, 0.003), (0.016, 0.0, 0), (0.018, 0.020, 0.003), (0.030, 0.024, 0.001), (0.030, 0.030, 0.001),
                                   (0.013, 0.032, 0.001), (0.013, 0.046, 0.002), (0.0, 0.046, 0)], 2), 20, "Hub")
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
    path = geometry.resample(np.array(path + path[:1]), 160)[:-1]
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


OUTLINE = shapes.smooth([(0.20, 0.43, 0.02), (0.985, 0.43, 0.05), (1.035, 0.80, 0.3), (1.075, 1.13, 0.02), (1.02, 1.155, 0.03), (0.965, 1.035, 0.08), (0.80, 0.985, 0.10), (0.47, 0.985, 0.05),
                         (0.345, 1.01, 0.03), (0.315, 0.94, 0.04), (0.335, 0.86, 0.10), (0.28, 0.72, 0.10), (0.20, 0.62, 0.06)], 7)


def mudguards(paint, trim):
    for s in (-1, 1):
        angles = np.radians(np.linspace(-2, 186, 40))
        rows = [(REAR[0] - (0.388 + 0.014 * math.cos(b)) * math.cos(x), s * (TRACK + 0.058 * math.sin(b)), REAR[2] + (0.388 + 0.014 * math.cos(b)) * math.sin(x))
                for x in angles for b in np.linspace(-1.4, 1.4, 9)]
        uv = np.stack(np.meshgrid(np.linspace(0, 1, 9), np.linspace(0, 1, 40)), -1)[..., ::-1]
        guard = shapes.sheet("Mudguard", np.array(rows).reshape(40, 9, 3), 0.0025, uv=SHEET.to_sheet("guard", uv))
        paint.append(facing_out(guard, REAR + [0, s * TRACK, 0]))
        for x in (0.30, 0.94):
            trim.append(tube([(x, s * 0.37, 0.56 if x < 0.5 else 0.60), (x, s * 0.45, 0.57 if x < 0.5 else 0.575)], 0.007, 6))


def coachwork():
    paint, trim = [], []
    side = shapes.extrude("Side", OUTLINE, 0.020, 0.005, 2)
    upright(side)
    SHEET.printed(side, "side", (0.6375, 0, 0.7925))
    near = shapes.placed(side, (0, -0.372, 0))
    paint += [near, geometry.mirrored(near, "Far side", 1)]
    rim = np.stack([OUTLINE[:, 0], np.full(len(OUTLINE), -0.3835), OUTLINE[:, 1]], 1)
    edge = shapes.tube("Rim", geometry.resample(np.concatenate([rim, rim[:1]]), 121)[:-1], shapes.circle(0.0075, 8), closed=True, sharp=180)
    trim += [edge, geometry.mirrored(edge, "Far rim", 1)]
    back = np.array([[(x, y, z) for y in np.linspace(-0.366, 0.366, 5)] for x, z in geometry.spline([(0.985, 0.44), (1.012, 0.62), (1.035, 0.80), (1.058, 0.98), (1.068, 1.13)], 10)])
    board = facing_out(shapes.sheet("Back board", back, 0.016), (0, 0, 0.7))
    paint.append(SHEET.printed(board, "back", (1.0, 0, 0.785), (0, 1, 0), size=(0.74, 0.72)))
    front = np.array([[(x, y, z) for y in np.linspace(-0.366, 0.366, 5)] for x, z in ((0.285, 0.435), (0.305, 0.60), (0.31, 0.755))])
    panel = facing_out(shapes.sheet("Seat front", front, 0.014), (0.9, 0, 0.6))
    paint.append(SHEET.printed(panel, "front", (0.3, 0, 0.595), (0, -1, 0), size=(0.735, 0.325)))
    floor = np.array([[(x, y, z) for y in np.linspace(-0.355, 0.355, 5)] for x, z in geometry.spline([(-0.115, 0.575), (-0.075, 0.475), (-0.02, 0.433), (0.12, 0.430), (0.30, 0.430)], 12)])
    step = shapes.sheet("Foot board", floor, 0.014)
    paint.append(SHEET.printed(facing_out(step, (0.2, 0, -2)), "floor", (0.095, 0, 0.43), (0, -1, 0), (1, 0, 0), size=(0.74, 0.46)))
    bottom = geometry.box("Bottom", (0.74, 0.72, 0.018), (0.66, 0, 0.437), 0.004, 1)
    paint.append(SHEET.plain(bottom, "body"))
    for s in (-1, 1):
        trim.append(tube(geometry.spline([(-0.118, s * 0.358, 0.58), (-0.075, s * 0.362, 0.475), (-0.02, s * 0.364, 0.432), (0.2, s * 0.366, 0.428)], 14), 0.007, 7))
    mudguards(paint, trim)
    trim.append(tube([(1.07, -0.366, 1.14), (1.07, 0.366, 1.14)], 0.009, 8))
    trim.append(tube(geometry.spline([(1.01, -0.30, 0.47), (1.10, -0.30, 0.44), (1.13, -0.2, 0.435), (1.13, 0.2, 0.435), (1.10, 0.30, 0.44), (1.01, 0.30, 0.47)], 40), 0.010, 8))
    return [(geometry.join("Coachwork", paint), "paint"), (geometry.join("Trim", trim), "chrome")]


def cushions():
    profile = [(1, 0.0), (0.05, 0.0), (0.01, 0.006), (0.0, 0.02), (0.0, 0.050), (0.012, 0.066), (0.05, 0.078), (0.2, 0.088), (0.5, 0.092), (1, 0.093)]
    seat = shapes.pillow("Seat", shapes.rectangle(0.52, 0.725, 0.05, 5), profile, 180)
    SHEET.printed(seat, "cushion", (0, 0, 0), (0, -1, 0), (1, 0, 0), size=(0.76, 0.56))
    shapes.placed(seat, (0.565, 0, 0.752))
    rest = shapes.pillow("Backrest", shapes.rectangle(0.36, 0.715, 0.05, 5), profile, 180)
    SHEET.printed(rest, "cushion", (0, 0, 0), (0, -1, 0), (1, 0, 0), size=(0.76, 0.40))
    shapes.placed(rest, (1.035, 0, 1.0), [("Y", -83)])
    return seat, rest


def rib(theta, long, half, lift=0.0):
    """Points of a hoop, from its foot over the top to the other foot."""
    flat = geometry.rounded([(ROOT * 0.4, -half - lift, 0), (long + lift, -half - lift, CORNER), (long + lift, half + lift, CORNER), (ROOT * 0.4, half + lift, 0)], 8)
    return np.stack([-flat[:, 0] * math.cos(theta), flat[:, 1], flat[:, 0] * math.sin(theta)], 1)


def gore(k, columns=9):
    """The cloth between hoops k and k + 1, drawn about the pivot: two flat sides and the top, drawn in between the hoops."""
    f = np.linspace(0, 1, columns)
    theta = THETA[k] + (THETA[k + 1] - THETA[k]) * f
    long, half = LONG[k] + (LONG[k + 1] - LONG[k]) * f, HALF[k] + (HALF[k + 1] - HALF[k]) * f
    sag = 0.030 * np.sin(math.pi * f)
    out = []
    for inset, lining in ((0.0, False), (0.004, True)):
        for s in (-1, 1):
            grid = []
            for r in np.linspace(0, 1, 7):
                rho = ROOT + (long - CORNER - ROOT) * r
                grid.append(np.stack([-rho * np.cos(theta), s * (half - inset - sag * 0.5 * r), rho * np.sin(theta)], 1))
            out.append(cloth(np.array(grid), None, "side", s > 0, lining))
        top = []
        flat = []
        a = np.linspace(0, math.pi / 2, 7)
        for i in range(columns):
            corner = [(long[i] - CORNER + CORNER * math.sin(b), CORNER * (1 - math.cos(b))) for b in a]
            reach = half[i] - CORNER
            line = [(rho, -half[i] + y) for rho, y in corner] + [(long[i], y) for y in np.linspace(-reach, reach, 9)[1:-1]] + [(rho, half[i] - y) for rho, y in corner[::-1]]
            line = np.array(line)
            over = np.clip((line[:, 0] - (long[i] - CORNER)) / CORNER, 0, 1)
            line[:, 0] -= over * (sag[i] + inset)
            line[:, 1] *= 1 - (1 - over) * (sag[i] * 0.5 + inset) / half[i] - over * sag[i] * 0.5 / half[i]
            s = geometry.arc_length(line)
            flat.append(np.abs(s - s[-1] / 2) / 0.56)
            top.append(np.stack([-line[:, 0] * math.cos(theta[i]), line[:, 1], line[:, 0] * math.sin(theta[i])], 1))
        top = np.array(top)
        u = (theta - THETA[0]) / (THETA[4] - THETA[0])
        uv = np.stack([np.repeat(u[:, None], top.shape[1], 1), 1 - np.clip(np.array(flat), 0, 1)], -1)
        out.append(cloth(top, HOOD.to_sheet("top", uv), "top", True, lining))
    return geometry.join(f"Gore {k}", out)


def cloth(points, uv, place, flip, lining):
    if flip != lining:
        points = points[:, ::-1]
        uv = None if uv is None else uv[:, ::-1]
    if uv is None:
        uv = HOOD.to_sheet(place, np.stack([(points[..., 0] + 0.585) / 1.17, points[..., 2] / 0.77], -1))
    if lining:
        uv = np.full(uv.shape, 0.0) + HOOD.to_sheet("side", np.array([0.004, 0.004]))
    return geometry.finish(geometry.grid("Cloth", points, wrap_u=False, uv=uv), 180, weighted=False)


def hoop(k, tassels=False):
    pieces = [SHEET.plain(shapes.tube("Hoop", geometry.resample(rib(THETA[k], LONG[k] - 0.012, HALF[k] - 0.012), 44), shapes.circle(0.0105, 8), sharp=180), "bamboo"),
              SHEET.plain(shapes.tube("Braid", geometry.resample(rib(THETA[k], LONG[k], HALF[k], 0.002), 44), superellipse(0.020, 0.009, 8, 2.2), sharp=180), "gold")]
    if tassels:
        line = geometry.resample(rib(THETA[0], LONG[0], HALF[0], 0.004), 60)
        colours = ("red", "gold", "green", "gold")
        for i in range(3, 57):
            p = line[i]
            pieces.append(shapes.placed(tassel(colours[i % 4], 0.052, "gold" if i % 2 else "red"), p + [-0.006, 0, 0.0]))
    return geometry.join(f"Hoop {k}", pieces)


def curtain():
    """From the last hoop down to the back board, drawn where it stands less the pivot."""
    line = geometry.resample(rib(THETA[4], LONG[4], HALF[4]), 49)
    base = geometry.resample(np.array([(0.76, -0.385, 0.99), (0.97, -0.385, 1.035), (1.045, -0.380, 1.14), (1.075, -0.30, 1.15), (1.078, 0.30, 1.15), (1.045, 0.380, 1.14), (0.97, 0.385, 1.035),
                                       (0.76, 0.385, 0.99)]) - PIVOT, 49)
    rows = []
    for f in np.linspace(0, 1, 7):
        p = line * (1 - f) + base * f
        p[:, 0] -= 0.02 * math.sin(math.pi * f)
        rows.append(p)
    rows = np.array(rows)
    uv = HOOD.to_sheet("top", np.stack([0.72 + 0.25 * np.repeat(np.linspace(0, 1, 7)[:, None], 49, 1), np.repeat(1 - np.abs(np.linspace(-1, 1, 49))[None], 7, 0)], -1))
    outer = geometry.finish(geometry.grid("Curtain", rows[:, ::-1], wrap_u=False, uv=uv[:, ::-1]), 180, weighted=False)
    inner = geometry.finish(geometry.grid("Curtain lining", rows - [0.004, 0, 0], wrap_u=False, uv=np.full(uv.shape, 0.0) + HOOD.to_sheet("side", np.array([0.004, 0.004]))), 180, weighted=False)
    return geometry.join("Curtain", [outer, inner])


FLOWERS = {"white": ("#FFFFFF", "#F6C445", "#7A1238"), "rose": ("#FFE0EA", "#E0357A", "#5E0F2E"), "sun": ("#FFF0B0", "#F08A24", "#6B2208")}


def paint_hood(p):
    c = Canvas(1.18, 1.18, 1024, p["lining"])
    x0, y0, x1, y1 = HOOD.places["side"]
    with c.within(x0, y0 + 0.012, x1, y1), c.at((x0 + x1) / 2, y0):
        for k in range(4):
            a, b = THETA[k], THETA[k + 1]
            c.shape([(0, 0), (-1.2 * math.cos(a), 1.2 * math.sin(a)), (-1.2 * math.cos((a + b) / 2) * 1.1, 1.3 * math.sin((a + b) / 2)), (-1.2 * math.cos(b), 1.2 * math.sin(b))], p["hood"][k % 2],
                    p["deep"][k % 2], (0, -1))
        for k in range(4):  # scallops where the side meets the top, petals at the foot
            a, b = THETA[k], THETA[k + 1]
            m = (a + b) / 2
            rho = (LONG[k] + LONG[k + 1]) / 2 - CORNER
            for i in range(5):
                g = a + (b - a) * (i + 0.5) / 5
                with c.at(-rho * math.cos(g) * 0.985, rho * math.sin(g) * 0.985, 0.062, 90 - math.degrees(g)):
                    c.shape(painting.disc(0.52), p["edge"])
                    c.shape(painting.disc(0.40), p["accent"])
                    c.dot(0, 0, 0.16, "#FFFFFF")
            with c.at(-0.20 * math.cos(m), 0.20 * math.sin(m), 0.11, math.degrees(m) * -1 + 90):
                painting.rosette(c, 8, *FLOWERS["sun"])
            for side in (a, b):
                g = side + (m - side) * 0.16
                way = np.array([(-r * math.cos(g), r * math.sin(g)) for r in np.linspace(0.16, rho * 0.93, 20)])
                painting.vine(c, way, "#1E9A4E", "#B6F09C", "#0B4A25", FLOWERS["white" if k % 2 else "rose"], 0.035, 0.024)
        for k, (r, what, size) in enumerate(((0.46, "lotus", 0.24), (0.36, None, 0), (0.36, None, 0), (0.40, "lotus", 0.20))):
            m = (THETA[k] + THETA[k + 1]) / 2
            if what:
                with c.at(-r * math.cos(m), r * math.sin(m) - 0.04, size):
                    painting.lotus(c, *p["lotus"])
                with c.at(-(r + 0.13) * math.cos(m), (r + 0.13) * math.sin(m) + 0.04, 0.11, 0, k == 3):
                    painting.bird(c)
                with c.at(-0.30 * math.cos(m), 0.30 * math.sin(m), 0.075):
                    painting.rosette(c, 6, *FLOWERS["rose"])
        with c.at(0.02, 0.335, 0.36):
            painting.peacock(c, *p["peacock"])
    x0, y0, x1, y1 = HOOD.places["top"]
    with c.within(x0, y0, x1, y1):
        for k in range(4):
            f0, f1 = ((THETA[i] - THETA[0]) / (THETA[4] - THETA[0]) for i in (k, k + 1))
            a, b = x0 + (x1 - x0) * f0, x0 + (x1 - x0) * f1
            c.box(a, y0, b, y1, p["deep"][k % 2], p["hood"][k % 2])
            for edge in (a + 0.028, b - 0.028):
                painting.vine(c, np.array([(edge, y) for y in np.linspace(y0 + 0.03, y1, 20)]), "#1E9A4E", "#B6F09C", "#0B4A25", FLOWERS["white"], 0.036, 0.024)
            m = (a + b) / 2
            with c.at(m, y0 + 0.035, 0.9):
                painting.scallops(c, -(b - a) / 2, (b - a) / 2, 0.0, 0.026, p["accent"], p["edge"], "#FFFFFF")
            for y, s, kind in ((y0 + 0.125, 0.13, "lotus"), (y0 + 0.285, 0.105, "rosette"), (y1, 0.14, "rosette")):
                with c.at(m, y - (0.03 if kind == "lotus" else 0), s):
                    if kind == "lotus":
                        painting.lotus(c, *p["lotus"])
                    else:
                        painting.rosette(c, 10, *FLOWERS["sun"])
            c.line([(a, y0), (a, y1)], 0.008, p["edge"])
    return c.jpeg(f"{p['name']} hood", 80)


def paint_body(p):
    c = Canvas(1.64, 1.64, 1024, p["body"])
    ground, edge = p["body"], p["edge"]
    x0, y0, x1, y1 = SHEET.places["side"]
    with c.within(x0, y0, x1, y1), c.at((x0 + x1) / 2 - 0.6375, (y0 + y1) / 2 - 0.7925):
        c.box(0.1, 0.3, 1.2, 1.3, p["body_deep"], ground)
        for d, w, tint in ((-0.020, 0.010, edge), (-0.040, 0.004, "#FFFFFF"), (-0.052, 0.004, p["accent"])):
            c.line(shapes.offset(OUTLINE, d), w, tint, closed=True)
        with c.at(0.545, 0.800, 0.235):
            painting.peacock(c, *p["peacock"], fan=False)
        with c.at(0.40, 0.53, 0.20):
            painting.lotus(c, *p["lotus"])
        with c.at(0.90, 0.52, 0.16):
            painting.lotus(c, *p["lotus"])
        painting.vine(c, curve([(0.26, 0.50), (0.50, 0.485), (0.68, 0.52), (0.95, 0.485)], 40), "#1E9A4E", "#B6F09C", "#0B4A25", FLOWERS["sun"], 0.04, 0.03)
        painting.vine(c, curve([(0.98, 0.60), (1.005, 0.80), (1.01, 0.98)], 30), "#1E9A4E", "#B6F09C", "#0B4A25", FLOWERS["rose"], 0.04, 0.03)
        for x, z, s in ((0.415, 0.915, 0.075), (0.915, 0.90, 0.10), (0.80, 0.925, 0.06)):
            with c.at(x, z, s):
                painting.rosette(c, 10, *FLOWERS["sun"])
    x0, y0, x1, y1 = SHEET.places["back"]
    m = (x0 + x1) / 2, (y0 + y1) / 2
    with c.within(x0, y0, x1, y1):
        with c.at(*m):
            painting.river(c, x1 - x0, y1 - y0)
        painting.frame(c, x0, y0, x1, y1, 0.072, ground, edge)
    x0, y0, x1, y1 = SHEET.places["cushion"]
    with c.within(x0, y0, x1, y1):
        c.box(x0, y0, x1, y1, p["seat"][0], p["seat"][1])
        mx, my = (x0 + x1) / 2, (y0 + y1) / 2
        for w, tint in ((0.016, edge), (0.006, "#FFFFFF")):
            for inset in (0.05, 0.075):
                q = shapes.rectangle(x1 - x0 - 2 * inset, y1 - y0 - 2 * inset, 0.06, 6, (mx, my))
                c.line(q, w * (1 if inset < 0.06 else 0.4), tint, closed=True)
        for dx in (-0.22, 0, 0.22):
            with c.at(mx + dx, my - (0.05 if dx == 0 else 0), 0.22 if dx == 0 else 0.14):
                painting.lotus(c, *p["lotus"]) if dx == 0 else painting.rosette(c, 10, *FLOWERS["sun"])
    x0, y0, x1, y1 = SHEET.places["front"]
    with c.within(x0, y0, x1, y1):
        mx, my = (x0 + x1) / 2, (y0 + y1) / 2
        c.box(x0, y0, x1, y1, p["body_deep"], ground)
        painting.frame(c, x0, y0, x1, y1, 0.05, p["accent"], edge)
        with c.at(mx, my - 0.07, 0.24):
            painting.lotus(c, *p["lotus"])
        for s in (-1, 1):
            with c.at(mx + s * 0.21, my, 0.17, 0, s < 0):
                painting.bird(c)
    x0, y0, x1, y1 = SHEET.places["floor"]
    c.box(x0, y0, x1, y1, "#3B4048")
    with c.within(x0, y0, x1, y1):
        for k in range(26):
            for j in range(6):
                with c.at(x0 + 0.025 * (k + 0.5), y0 + 0.027 * (j + 0.5), 0.02, 45 if (k + j) % 2 else -45):
                    c.shape(painting.petal(1.0, 0.3) - [0, 0.5], "#6F7680")
    x0, y0, x1, y1 = SHEET.places["guard"]
    with c.within(x0, y0, x1, y1):
        c.box(x0, y0, x1, y1, p["guard"])
        for y, w in ((y0 + 0.014, 0.008), (y1 - 0.014, 0.008), (y0 + 0.028, 0.003), (y1 - 0.028, 0.003)):
            c.line([(x0, y), (x1, y)], w, edge)
        for k in range(27):
            with c.at(x0 + 0.06 * (k + 0.5), (y0 + y1) / 2, 0.052):
                painting.rosette(c, 8, *FLOWERS[("sun", "white", "rose")[k % 3]]) if k % 2 == 0 else c.dot(0, 0, 0.24, "#FFFFFF")
    x0, y0, x1, y1 = SHEET.places["disc"]
    with c.within(x0, y0, x1, y1), c.at((x0 + x1) / 2, (y0 + y1) / 2, 0.145):
        c.dot(0, 0, 0.9, p["accent"])
        painting.rosette(c, 12, *FLOWERS["sun"])
    SHEET.fill(c, {"frame": p["frame"], "body": ground, "bamboo": "#C79A55", "lining": p["lining"], "red": "#D81E3A", "gold": "#F2B632", "green": "#14A05A", "blue": "#1D5FD0"})
    return c.jpeg(f"{p['name']} paint", 82)


BOX = (0.13, 1.06, 0.382, 0.445, 1.175)  # front, back, half width, floor and eaves of the delivery box


def box_body():
    """A tin box on a frame: sides, front, roof; its two doors and its load are parts of their own."""
    front, back, half, low, high = BOX
    paint, trim = [], []
    for s in (-1, 1):
        wall = geometry.box("Wall", (back - front, 0.016, high - low), ((front + back) / 2, s * (half - 0.008), (low + high) / 2), 0.004, 2)
        paint.append(SHEET.printed(wall, "side", ((front + back) / 2, 0, (low + high) / 2), size=(back - front, high - low)))
    ahead = geometry.box("Front wall", (0.016, 2 * half, high - low), (front + 0.008, 0, (low + high) / 2), 0.004, 2)
    paint.append(SHEET.printed(ahead, "back", (0, 0, (low + high) / 2), (0, -1, 0), size=(2 * half, high - low)))
    roof = np.array([[(x, y, high + 0.050 * (1 - (y / 0.41) ** 2) - 0.004) for y in np.linspace(-0.41, 0.41, 17)] for x in np.linspace(front - 0.05, back + 0.045, 3)])
    paint.append(SHEET.plain(facing_out(shapes.sheet("Roof", roof, 0.012), (0.6, 0, -3)), "body"))
    paint.append(SHEET.plain(geometry.box("Floor", (back - front + 0.02, 2 * half, 0.022), ((front + back) / 2, 0, low - 0.008), 0.005, 1), "frame"))
    for x in (front, back):
        for s in (-1, 1):
            trim.append(tube([(x, s * half, low), (x, s * half, high + 0.004)], 0.010, 8))
        trim.append(tube([(x, -half, low), (x, half, low)], 0.010, 8))
    for s in (-1, 1):
        for z in (low, high):
            trim.append(tube([(front, s * half, z), (back, s * half, z)], 0.010, 8))
        roof_edge = [(front - 0.05, s * 0.41, high - 0.008), (back + 0.045, s * 0.41, high - 0.008)]
        trim.append(tube(roof_edge, 0.008, 8))
        for k in range(13):
            x = front - 0.02 + (back - front + 0.04) * k / 12
            paint.append(shapes.placed(tassel(("red", "gold", "green")[k % 3], 0.045), (x, s * 0.413, high - 0.014)))
        trim.append(tube(geometry.spline([(0.55, s * 0.34, high + 0.02), (0.55, s * 0.34, high + 0.085), (0.60, s * 0.34, high + 0.10), (0.95, s * 0.34, high + 0.10), (1.0, s * 0.34, high + 0.085), (1.0, s * 0.34, high + 0.02)], 40), 0.008, 8))
    for x in (0.60, 0.95):
        trim.append(tube([(x, -0.34, high + 0.10), (x, 0.34, high + 0.10)], 0.008, 8))
    mudguards(paint, trim)
    return [(geometry.join("Delivery box", paint), "paint"), (geometry.join("Box trim", trim), "chrome")]


def door(s):
    """Drawn about its hinge."""
    _, _, half, low, high = BOX
    wide, tall = half - 0.012, high - low - 0.02
    leaf = geometry.box("Door", (0.018, wide, tall), (0.0, -s * wide / 2, (low + high) / 2), 0.005, 2)
    SHEET.printed(leaf, "back", (0, -s * half, (low + high) / 2), (0, 1, 0), size=(2 * half, high - low))
    metal = [tube([(0.016, -s * (wide - 0.03), 0.72), (0.030, -s * (wide - 0.03), 0.74), (0.030, -s * (wide - 0.03), 0.86), (0.016, -s * (wide - 0.03), 0.88)], 0.006, 8)]
    for z in (0.55, 0.81, 1.07):
        metal.append(tube([(0.006, 0, z - 0.03), (0.006, 0, z + 0.03)], 0.011, 10))
        metal.append(geometry.finish(geometry.box("Strap", (0.004, 0.10, 0.022), (0.0105, -s * 0.05, z), 0.0015, 1)))
    return [(leaf, "paint"), (geometry.join("Ironwork", metal), "brass")]


def load():
    pieces = []
    for x, y, z, sx, sy, sz, turn in ((0.82, -0.17, 0.455, 0.34, 0.32, 0.26, 3), (0.85, 0.18, 0.455, 0.30, 0.30, 0.34, -4), (0.80, -0.16, 0.715, 0.28, 0.26, 0.20, 8), (0.86, 0.17, 0.795, 0.24, 0.22, 0.16, -7),
                                      (0.42, 0.0, 0.455, 0.36, 0.62, 0.42, 0)):
        box = SHEET.plain(geometry.box("Parcel", (sx, sy, sz), (0, 0, sz / 2), 0.006, 2), "bamboo")
        tape = SHEET.plain(geometry.box("Tape", (sx + 0.002, 0.045, sz + 0.002), (0, 0, sz / 2), 0.006, 2), "lining")
        for o in (box, tape):
            pieces.append(shapes.placed(o, (x, y, z), [("Z", turn)]))
    return geometry.join("Parcels", pieces)


def paint_delivery(p):
    c = Canvas(1.64, 1.64, 1024, p["body"])
    for place, picture in (("side", "river"), ("back", "lotus")):
        x0, y0, x1, y1 = SHEET.places[place]
        mx, my, w, h = (x0 + x1) / 2, (y0 + y1) / 2, x1 - x0, y1 - y0
        with c.within(x0, y0, x1, y1):
            c.box(x0, y0, x1, y1, p["body_deep"], p["body"])
            if picture == "river":
                with c.at(mx, my), c.within(x0 + 0.10, y0 + 0.10, x1 - 0.10, y1 - 0.10):
                    painting.river(c, w - 0.14, h - 0.14)
                painting.frame(c, x0 + 0.075, y0 + 0.075, x1 - 0.075, y1 - 0.075, 0.05, p["accent"], p["edge"])
                painting.frame(c, x0, y0, x1, y1, 0.075, p["body"], p["edge"], FLOWERS["white"])
            else:
                for s in (-1, 1):
                    a, b = sorted((mx + s * 0.012, mx + s * (w / 2 - 0.012)))
                    painting.frame(c, a, y0 + 0.012, b, y1 - 0.012, 0.05, p["accent"], p["edge"])
                    with c.at(mx + s * w / 4, my + 0.06, 0.24, 0, s > 0):
                        painting.sun(c)
                    with c.at(mx + s * w / 4, my - 0.22, 0.25):
                        painting.lotus(c, *p["lotus"])
                    with c.at(mx + s * w / 4, my + 0.235, 0.14, 0, s < 0):
                        painting.bird(c)
    x0, y0, x1, y1 = SHEET.places["guard"]
    with c.within(x0, y0, x1, y1):
        c.box(x0, y0, x1, y1, p["guard"])
        for y, w in ((y0 + 0.014, 0.008), (y1 - 0.014, 0.008)):
            c.line([(x0, y), (x1, y)], w, p["edge"])
        for k in range(0, 27, 2):
            with c.at(x0 + 0.06 * (k + 0.5), (y0 + y1) / 2, 0.052):
                painting.rosette(c, 8, *FLOWERS[("sun", "white", "rose")[k % 3]])
    x0, y0, x1, y1 = SHEET.places["disc"]
    with c.within(x0, y0, x1, y1), c.at((x0 + x1) / 2, (y0 + y1) / 2, 0.145):
        c.dot(0, 0, 0.9, p["accent"])
        painting.rosette(c, 12, *FLOWERS["sun"])
    SHEET.fill(c, {"frame": p["frame"], "body": p["body"], "bamboo": "#B98A55", "lining": "#8A5F33", "red": "#D81E3A", "gold": "#F2B632", "green": "#14A05A", "blue": "#1D5FD0"})
    return c.jpeg(f"{p['name']} delivery paint", 82)


def delivery(folder, looks, head_parts):
    variants = []
    for p, look in zip(PALETTES, looks):
        slots = {k: v for k, v in look["materials"].items() if k != "hood"}
        slots["paint"] = materials.pbr(f"{p['name']} delivery enamel", "#FFFFFF", 0.38, base=paint_delivery(p), extensions=materials.clearcoat(0.8, 0.10))
        variants.append({**look, "materials": slots})
    bikes, animations, head = head_parts
    back = BOX[1]
    doors = [Part(f"door-{n}", f"{en} door", f"{bn} পাল্লা", layers=door(s), place=(back + 0.008, s * (BOX[2] - 0.004), 0, 0), made_of=WORDS["tin"], explode=(0.3, 0, -s * 1.0, 0.20, 2))
             for n, en, bn, s in (("left", "Left", "বাঁ", 1), ("right", "Right", "ডান", -1))]
    swing = [motion.turn(d, (0, 0, 1), motion.there_and_back(4.0, s * 118, hold=0.35)) for d, s in zip(doors, (1, -1))]
    parcels = Part("parcels", "Parcels", "পার্সেল", load(), "paint", made_of=("Cardboard", "কার্ডবোর্ড"), explode=(1, 0.0, 0, 0.55, 3))
    body = Part("box", "Delivery box", "মালের বাক্স", layers=box_body(), made_of=WORDS["tin"], explode=(0, 1, 0, 0.22, 1), price=1450000, children=doors + [parcels])
    root = Part("rickshaw-delivery", "Delivery rickshaw", "ডেলিভারি রিকশা", children=bikes + [body], price=5250000, hotspots=[
        extras.hotspot((0.60, -0.39, 0.85), (0, -1, 0), ("Painted box", "Tin on teak, 250 litres, dry in the rain"), ("আঁকা বাক্স", "সেগুনে টিন, ২৫০ লিটার, বৃষ্টিতে শুকনো"), body),
        extras.hotspot((1.08, 0.0, 0.80), (1, 0, 0), ("Two doors", "Brass straps and a bolt"), ("দুই পাল্লা", "পিতলের কবজা ও ছিটকিনি"), doors[0]),
        extras.hotspot((-0.700, -0.110, 1.05), (-0.3, -0.4, 1), ("Brass bell", "Its ring is the street's own sound"), ("পিতলের ঘণ্টা", "টুং টাং, পথের নিজের সুর"), head)],
        animations=animations + [motion.Animation("open", "The doors open", "দরজা খোলা", swing)])
    save(folder, root, variants)


PALETTES = [
    {"name": "Dhaka", "bn": "ঢাকা", "hood": ("#1B4DB8", "#C81E3C"), "deep": ("#0B1E5C", "#6E0A22"), "edge": "#F6C445", "accent": "#0F8A55", "lining": "#D9A441", "body": "#C4162F", "body_deep": "#7A0A1E",
     "seat": ("#8E0E26", "#D02040"), "guard": "#12398F", "frame": "#0C7A45", "lotus": ("#FFE3EC", "#F0468A", "#6E0F3A"), "peacock": ("#1246B0", "#22B6E8", "#071B4D", "#F6C445")},
    {"name": "Padma", "bn": "পদ্মা", "hood": ("#0E8A63", "#F0A818"), "deep": ("#044032", "#B85A08"), "edge": "#FFE38A", "accent": "#C81E50", "lining": "#B8324A", "body": "#0A6C86", "body_deep": "#04364A",
     "seat": ("#0A5A4A", "#13A07C"), "guard": "#0A5E4A", "frame": "#C4162F", "lotus": ("#FFFFFF", "#FF7AA8", "#6E0F3A"), "peacock": ("#14308F", "#2AA8F0", "#071B4D", "#FFD660")},
    {"name": "Sundown", "bn": "গোধূলি", "hood": ("#5A1F96", "#E02A78"), "deep": ("#210A48", "#7A0A48"), "edge": "#FFD35A", "accent": "#F07818", "lining": "#1B8A86", "body": "#35106A", "body_deep": "#16052F",
     "seat": ("#4A0E5E", "#A0287E"), "guard": "#7A0F4E", "frame": "#E89A12", "lotus": ("#FFF2D0", "#FF8A3C", "#6E240F"), "peacock": ("#0E6BA8", "#39D2E0", "#06234A", "#FFD35A")}]


def wardrobe():
    chrome = materials.pbr("Chromed steel", "#D9DADC", 0.22, 1.0)
    brass = materials.pbr("Polished brass", "#DDB668", 0.24, 1.0)
    dark = materials.pbr("Rubber and rexine", "#1A1A1B", 0.62)
    return [{"name": p["name"], "bn": p["bn"], "price": 0 if k == 0 else 150000, "materials": {
        "hood": materials.pbr(f"{p['name']} rexine", "#FFFFFF", 0.42, base=paint_hood(p), extensions=materials.clearcoat(0.35, 0.25)),
        "paint": materials.pbr(f"{p['name']} enamel", "#FFFFFF", 0.38, base=paint_body(p), extensions=materials.clearcoat(0.8, 0.10)),
        "chrome": chrome, "brass": brass, "dark": dark}} for k, p in enumerate(PALETTES)]


def rolling(rolling_wheel, words):
    """Steering with its wheel, frame, crank and pedals, the two rear wheels, and their animations."""
    def one(name, en, bn, x, y, explode):
        return Part(name, en, bn, layers=rolling_wheel, place=(x, y, RADIUS, 0 if y < 0.01 else 180), made_of=words["wheel"], explode=explode, price=180000)

    front = one("wheel-front", "Front wheel", "সামনের চাকা", FRONT[0], 0, (-1, 0, 0, 0.22, 2))
    rear = [one("wheel-near", "Left wheel", "বাঁ চাকা", REAR[0], -TRACK, (0, 0, 1, 0.35, 2)), one("wheel-far", "Right wheel", "ডান চাকা", REAR[0], TRACK, (0, 0, -1, 0.35, 2))]
    # The steering node stands in the head; what it carries is drawn where it is.
    front.place = (*(FRONT - HEAD_LOW), 0)
    head = Part("steering", "Fork and handlebar", "হাতল ও ফর্ক", origin=HEAD_LOW, layers=steering(), made_of=words["steel"], explode=(-1, 0.15, 0, 0.30, 2), children=[front])
    block = pedal()
    pedals = [Part(f"pedal-{n}", f"{en} pedal", f"{bn} প্যাডেল", block, "dark", place=(s * 0.168, -s * 0.112, 0, 0), made_of=("Rubber blocks", "রাবার"))
              for n, en, bn, s in (("near", "Left", "বাঁ", 1), ("far", "Right", "ডান", -1))]
    arms = Part("crank", "Crank", "প্যাডেলের হাত", crank(), "chrome", place=(*CRANK, 0), made_of=words["steel"], explode=(0, 0, 1, 0.12, 3), children=pedals)
    body, fittings = frame()
    seat, fringe = saddle()
    bike = Part("frame", "Frame", "কাঠামো", made_of=words["steel"], explode=(0, 0, 0, 0.0, 0), layers=[(body, "paint"), (fittings, "chrome")], children=[
        Part("saddle", "Saddle", "চালকের আসন", origin=(-0.14, 0, 0.93), layers=[(seat, "dark"), (fringe, "paint")], made_of=("Leather on springs", "স্প্রিংয়ের ওপর চামড়া"), explode=(0, 1, 0, 0.14, 1), price=65000),
        Part("chain", "Chain", "চেইন", chain(), "dark", made_of=words["steel"], explode=(0, -1, 0, 0.10, 3)), arms])
    seconds = 2.4
    ride = motion.Animation("ride", "Riding", "চলা", [motion.spin(w, (0, 1, 0), s * 2, seconds) for w, s in ((front, -1), (rear[0], -1), (rear[1], 1))]
                            + [motion.spin(arms, (0, 1, 0), -1, seconds)] + [motion.spin(q, (0, 1, 0), 1, seconds) for q in pedals], loop=True)
    axis = HEAD_HIGH - HEAD_LOW
    keys = motion.eased(1.0, 0, 1.0, 0, 24) + [(t + 1.0, v) for t, v in motion.eased(1.6, 0, 1.6, 24, -24)][1:] + [(t + 2.6, v) for t, v in motion.eased(1.0, 0, 1.0, -24, 0)][1:]
    steer = motion.Animation("steer", "Steering", "মোড় নেওয়া", [motion.turn(head, axis, keys)], loop=True)
    return [bike, head] + rear, [ride, steer], head


WORDS = {"wheel": ("Steel rim, 36 spokes", "ইস্পাতের রিম, ৩৬ স্পোক"), "steel": ("Steel tube, enamelled", "এনামেল করা ইস্পাতের নল"), "tin": ("Tin over shegun teak, painted by hand", "সেগুন কাঠে টিন, হাতে আঁকা"),
         "hood": ("Rexine on bamboo hoops, appliqué", "বাঁশের কাঠামোয় রেক্সিন, নকশা বসানো")}


def build(folder):
    geometry.reset()
    variants = wardrobe()
    bikes, animations, head = rolling(wheel(), WORDS)
    seat, rest = cushions()
    gores, folds = [], []
    for k in range(4):
        part = Part(f"hood-{k + 1}", f"Hood gore {k + 1}", f"হুডের পাল্লা {'১২৩৪'[k]}", layers=[(gore(k), "hood"), (hoop(k, k == 0), "paint")], place=(*PIVOT, 0), made_of=WORDS["hood"],
                    explode=(-math.cos(THETA[k] * 0.5 + THETA[k + 1] * 0.5), math.sin((THETA[k] + THETA[k + 1]) / 2), 0, 0.10, 2))
        gores.append(part)
        by = math.degrees(THETA[3] - THETA[k]) + 14
        folds.append(motion.turn(part, (0, 1, 0), motion.there_and_back(5.0, by, hold=0.3)))
    back = Part("hood-back", "Hood back", "হুডের পেছন", layers=[(curtain(), "hood"), (hoop(4), "paint")], place=(*PIVOT, 0), made_of=WORDS["hood"])
    hood = Part("hood", "Folding hood", "ভাঁজ করা হুড", made_of=WORDS["hood"], explode=(0, 1, 0, 0.30, 1), price=850000, children=gores + [back])
    coach = coachwork()
    body = Part("body", "Coachwork", "গাড়ির গা", layers=coach, made_of=WORDS["tin"], explode=(0, 1, 0, 0.16, 1), children=[
        Part("seat", "Seat cushion", "বসার গদি", seat, "paint", made_of=("Coconut fibre under rexine", "নারকেল ছোবড়া ও রেক্সিন"), explode=(-0.4, 1, 0, 0.10, 2), price=120000),
        Part("backrest", "Backrest", "হেলান", rest, "paint", made_of=("Coconut fibre under rexine", "নারকেল ছোবড়া ও রেক্সিন"), explode=(-1, 0.5, 0, 0.14, 2), price=90000), hood])
    root = Part("rickshaw", "Painted cycle rickshaw", "আঁকা সাইকেল রিকশা", children=bikes + [body], price=4850000, hotspots=[
        extras.hotspot((0.62, -0.41, 1.36), (0, -1, 0.1), ("The hood", "Peacock and lotus, cut and sewn on rexine"), ("হুড", "ময়ূর ও পদ্ম, রেক্সিনে কেটে বসানো"), gores[2]),
        extras.hotspot((1.06, 0, 0.80), (1, 0, 0), ("The back board", "A river at evening, painted in enamel"), ("পেছনের পাত", "সন্ধ্যার নদী, এনামেল রঙে আঁকা"), body),
        extras.hotspot((-0.700, -0.110, 1.05), (-0.3, -0.4, 1), ("Brass bell", "Its ring is the street's own sound"), ("পিতলের ঘণ্টা", "টুং টাং, পথের নিজের সুর"), head),
        extras.hotspot((0.62, -0.50, 0.345), (0, -1, 0), ("Spoked wheel", "Beads run on the spokes as it turns"), ("স্পোকের চাকা", "ঘুরলে পুঁতি নাচে"), bikes[2])],
        animations=animations + [motion.Animation("hood", "The hood folds", "হুড ভাঁজ", folds)])
    save(folder, root, variants)
    delivery(folder, variants, rolling(wheel(), WORDS))
