# SPDX-License-Identifier: GPL-3.0-or-later
"""The arena: a podium of three steps, a round stage with a ring of light, curved tiers, columns of light, banners, a laurel."""
import math

import numpy as np

from lib import finishes, geometry, materials, shapes
from lib.decals import Sheet
from lib.joinery import Kit, disc, letters, piece, rod, turned


def wears():
    return [(n, b, {"body": body, "top": top, "edge": finishes.metal(), "light": finishes.glow(f"{n} arena light", c, 4.0)})
            for n, b, body, top, c in (("Ink", "কালি", finishes.lacquer("Ink"), finishes.stone("Basalt"), "#FFD9A6"),
                                       ("Bone", "অস্থি", finishes.lacquer("Bone"), finishes.stone("Travertine"), "#FFD9A6"),
                                       ("Bottle", "বোতল সবুজ", finishes.lacquer("Bottle"), finishes.stone("Jade stone"),
                                        "#A6F0E6"))]


def podium(folder):
    """Three metres wide: first in the middle at 0.75 m, second to its right at 0.5, third to its left at 0.3."""
    geometry.reset()
    body, top, edge, light, numbers = Kit("Body"), Kit("Tops", 4), Kit("Edges"), Kit("Light"), []
    for x, high, figure in ((0.0, 0.75, "1"), (-1.0, 0.50, "2"), (1.0, 0.30, "3")):
        body.box((0.996, 0.98, high - 0.075), (x, 0, 0.03 + (high - 0.075) / 2), 0.006)
        body.box((0.94, 0.92, 0.04), (x, 0, 0.02), 0.0)
        top.box((0.996, 0.99, 0.04), (x, 0, high - 0.02), 0.005, grain=0)
        edge.box((0.98, 0.972, 0.008), (x, 0, high - 0.043), 0.001)
        light.box((0.92, 0.012, 0.012), (x, -0.465, 0.034), 0.002)
        obj = letters(figure, min(0.34, high * 0.62), (x, -0.492, (high - 0.04) / 2 + 0.012))
        numbers.append(obj)
        edge.box((0.80, 0.004, 0.006), (x, -0.4915, 0.055), 0.001)
    piece(folder, "podium", "Podium, three steps", "তিন ধাপের বিজয়মঞ্চ", [(body.object(), "body"), (top.object(), "top"),
                                                                           (edge.object(numbers), "edge"),
                                                                           (light.object(), "light")],
          wears())


def ring(name, radius, z, thick, count=128):
    a = np.arange(count) * 2 * math.pi / count
    path = np.stack([radius * np.cos(a), radius * np.sin(a), np.full(count, z)], 1)
    return shapes.tube(name, path, shapes.circle(thick, 6), closed=True, sharp=180)


def stage(folder):
    """A round stage 6 m across in two rises, brass inlaid, a line of light under each nosing."""
    geometry.reset()
    top = turned("Top", geometry.rounded([(0, 0.30, 0), (2.55, 0.30, 0.01), (2.55, 0.262, 0.006), (0, 0.262, 0)][::-1], 2), 128)
    geometry.box_uv(top, grain=0)
    body = turned("Body", geometry.rounded([(0, 0.0, 0), (2.97, 0.0, 0.004), (3.0, 0.12, 0.004), (3.0, 0.15, 0.008),
                                            (2.53, 0.15, 0.004), (2.50, 0.262, 0.003),
                                            (0, 0.262, 0)], 2), 128)
    inlay = []
    for radius in (0.9, 1.75, 2.4):
        inlay.append(turned("Inlay", [(radius - 0.012, 0.2995), (radius + 0.012, 0.2995), (radius + 0.012, 0.3012),
                                      (radius - 0.012, 0.3012),
                                      (radius - 0.012, 0.2995)], 96))
    star = Kit("Star")
    for k in range(16):
        a = 2 * math.pi * k / 16
        inner, outer = (0.9, 1.75) if k % 2 else (1.1, 1.55)
        star.box((outer - inner, 0.010, 0.0012), ((inner + outer) / 2 * math.cos(a), (inner + outer) / 2 * math.sin(a), 0.3006),
                 0.0, turns=[("Z", math.degrees(a))],
                 skip=("-z",))
    edge = geometry.join("Edge", [star.object(), *inlay])
    edge["open"] = True
    light = geometry.join("Light", [ring("Upper", 2.522, 0.252, 0.008), ring("Lower", 2.988, 0.060, 0.008)])
    piece(folder, "stage-round", "Round stage, 6 m", "গোল মঞ্চ, ৬ মি", [(body, "body"), (top, "top"), (edge, "edge"),
                                                                        (light, "light")], wears())


def tier(folder):
    """Three curved steps over 30 degrees, 4.5 to 7.5 m from the middle of the arena; twelve close the ring. The origin is the
    arena's middle, and the tier lies behind it."""
    geometry.reset()
    body, top, edge, light = [], [], [], []
    for k in range(3):
        r0, r1, z = 4.5 + k, 5.5 + k, 0.45 * (k + 1)
        angle = np.linspace(math.radians(75), math.radians(105), 13)

        def arc(a, b, low, high, ease, name):
            section = [(a, low), (b, low), (b, high), (a, high)]
            if ease:
                section = [(a, low), (b, low), (b, high), (a + ease, high), (a + ease * 0.3, high - ease * 0.3),
                           (a, high - ease)]
            section = np.array(section)
            rows = np.array([[(r * math.cos(t), r * math.sin(t), h) for r, h in section] for t in angle])
            return geometry.finish(shapes.loft(name, rows), 32)

        body.append(arc(r0 + 0.03, r1 + 0.03 if k < 2 else r1, 0.0, z - 0.05, 0, "Riser"))
        top.append(arc(r0, r1 + (0.03 if k < 2 else 0.0), z - 0.05, z, 0.008, "Tread"))
        edge.append(arc(r0 + 0.02, r0 + 0.05, z - 0.001, z + 0.0015, 0, "Nosing"))
        light.append(arc(r0 + 0.012, r0 + 0.026, z - 0.062, z - 0.052, 0, "Line"))
    for obj in top + body:
        geometry.box_uv(obj)
    piece(folder, "arena-tier", "Arena tier, 30 degrees", "গ্যালারির ধাপ, ৩০ ডিগ্রি",
          [(geometry.join("Risers", body), "body"), (geometry.join("Treads", top), "top"),
           (geometry.join("Nosings", edge), "edge"),
           (geometry.join("Lines", light), "light")], wears())


def column(folder):
    """A fluted column 5 m high whose flutes are lit from the base."""
    geometry.reset()
    profile = [(0.30, 0.28), (0.285, 0.5), (0.27, 2.5), (0.245, 4.5)]
    fine = geometry.spline(profile, 10)
    shaft = geometry.lathe("Shaft", np.concatenate([[(0, 0.28)], fine, [(0, 4.5)]]), 120,
                           wobble=lambda a, z: 1 - 0.055 * np.clip(np.cos(a * 20), -0.2, 1))
    geometry.finish(shaft, 40)
    base = turned("Base", geometry.rounded([(0, 0.12, 0), (0.40, 0.12, 0.03), (0.40, 0.19, 0.03), (0.34, 0.20, 0.01),
                                            (0.33, 0.24, 0.01), (0.35, 0.25, 0.012),
                                            (0.35, 0.28, 0.012), (0, 0.28, 0)], 2), 40)
    cap = turned("Cap", geometry.rounded([(0, 4.5, 0), (0.27, 4.5, 0.012), (0.27, 4.53, 0.012), (0.255, 4.56, 0.01),
                                          (0.36, 4.70, 0.05), (0.40, 4.76, 0.01), (0, 4.76, 0)], 2), 40)
    block = Kit("Block").box((0.86, 0.86, 0.12), (0, 0, 0.06), 0.008).box((0.86, 0.86, 0.10), (0, 0, 4.81), 0.008)
    brass = turned("Band", geometry.rounded([(0.25, 4.44, 0), (0.258, 4.44, 0.003), (0.258, 4.47, 0.003), (0.25, 4.47, 0)], 1),
                   64)
    brass["open"] = True
    piece(folder, "arena-column", "Arena column", "স্তম্ভ", [(block.object([shaft, base, cap]), "top"), (brass, "edge"),
                                                             (ring("Light", 0.335, 0.285, 0.008, 64), "light")],
          wears())


def banner(folder):
    """A hanging cloth 0.9 × 3 m with the shop's sign, weighted at its foot; hangs at 4.5 m from a mast."""
    geometry.reset()
    x = np.linspace(-0.45, 0.45, 21)
    zs = np.concatenate([np.linspace(4.5, 1.9, 14), [1.75]])
    rows = []
    for k, z in enumerate(zs):
        fall = (4.5 - z) / 2.75
        wave = 0.030 * fall * np.sin(x * 9 + 0.5) + 0.012 * np.sin(z * 2.3)
        swallow = (0.0 if k < len(zs) - 1 else 1.0) * (0.30 * np.abs(x) / 0.45 - 0.15) * -1
        rows.append(np.stack([x, wave - 0.02, z + swallow], 1))
    rows = np.array(rows)
    cloth = shapes.sheet("Cloth", rows[::-1], 0.004, 60)
    shapes.plan_uv(cloth, 0.9, 3.0, (0, 0, 3.05))
    pole = [rod("Pole", (-0.52, -0.02, 4.5), (0.52, -0.02, 4.5), 0.016, 14)]
    for s in (-1, 1):
        ball = turned("Finial", [(0.03 * math.sin(a), 0.03 - 0.03 * math.cos(a)) for a in np.linspace(0, math.pi, 10)], 20)
        pole.append(shapes.facing(ball, (s * 0.52, -0.02, 4.5), (s, 0, 0)))
        pole.append(rod("Line", (s * 0.40, -0.02, 4.5), (0, 0.05, 4.80), 0.003, 6))
    pole.append(rod("Mast", (0, 0.06, 0.02), (0, 0.06, 4.85), 0.018, 12))
    pole.append(shapes.placed(turned("Foot", disc(0.22, 0.0, 0.03, 0.008), 40), (0, 0.06, 0)))
    out = []
    for name, bn, ground, mark in (("Ink", "কালি", "#232B38", "#E0B055"), ("Teal", "নীলচে সবুজ", "#155E58", "#F0E3C4"),
                                   ("Oxblood", "গাঢ় লাল", "#6B2A28", "#E8C98A")):
        sheet = Sheet(0.9, 3.0, (256, 853), ground)
        sheet.paint(sheet.box(0.80, 2.9, 0.0, line=0.008), mark)
        sheet.paint(sheet.box(0.76, 2.86, 0.0, line=0.003), mark)
        for k in range(24):  # a laurel about the trophy's cup
            for side in (-1, 1):
                a = math.radians(-80 + k * 6.2)
                p = np.array([side * 0.26 * math.cos(a), 0.35 + 0.26 * math.sin(a)])
                t = np.array([-side * math.sin(a),
                              math.cos(a)]) + (0.55 if k % 2 else -0.55) * np.array([side * math.cos(a), math.sin(a)])
                sheet.paint(sheet.stroke([p, p + t / np.linalg.norm(t) * 0.055], 0.016), mark)
        sheet.paint(sheet.text("1", 0.34, (0, 0.36), "bold"), mark)
        for k in range(3):
            sheet.paint(sheet.box(0.30 - 0.08 * k, 0.010, 0.0, (0, -0.25 - 0.06 * k)), mark)
        out.append((name, bn, {"cloth": materials.pbr(f"{name} banner", base=sheet.jpeg(f"{name} banner", 86), roughness=0.9,
                                                      extensions=materials.sheen("#2E2B26", 0.6)), "metal": finishes.metal()}))
    piece(folder, "banner", "Banner", "ব্যানার", [(cloth, "cloth"), (geometry.join("Pole", pole), "metal")], out)


def build(folder):
    podium(folder)
    stage(folder)
    tier(folder)
    column(folder)
    banner(folder)
    geometry.reset()
    slab = Kit("Slabs", 12)
    for i in range(2):
        for j in range(2):
            slab.box((0.996, 0.996, 0.03), (i - 0.5, j - 0.5, -0.015), 0.003, grain=0, skip=("-z",))
    piece(folder, "floor-stone", "Stone floor, 2 × 2 m", "পাথরের মেঝে, ২ × ২ মি", [(slab.object(), "stone")],
          [(n, b, {"stone": finishes.stone(n)}) for n, b in (("Basalt", "ব্যাসল্ট"), ("Travertine", "ট্রাভার্টিন"),
                                                             ("Jade stone", "জেড পাথর"), ("Limestone", "চুনাপাথর"))])
