# SPDX-License-Identifier: GPL-3.0-or-later
"""The packing room: a bench with paper roll, tape and scale, roller conveyor, a pegboard with its tools, open cartons."""
import math

import numpy as np

from lib import finishes, geometry, materials, shapes
from lib.decals import Sheet
from lib.joinery import Kit, piece, rod, turned


def wears():
    return [(n, b, {"wood": finishes.timber(w), "steel": finishes.enamel(f"{n} steel", c), "paper": finishes.board(),
                    "dark": finishes.enamel("Mat", m, 0.8)})
            for n, b, w, c, m in (("Oak and ink", "ওক ও কালি", "Oak", "#34373D", "#2C5A50"),
                                  ("Walnut and sage", "আখরোট ও সবুজ", "Walnut", "#7E8D77", "#2B3442"),
                                  ("Oak and bone", "ওক ও অস্থি", "Oak", "#D8D2C4", "#2C5A50"))]


def tube_of(name, a, b, outer, inner, count=32):
    """A hollow roll between two points."""
    length = float(np.linalg.norm(np.subtract(b, a)))
    roll = turned(name, geometry.rounded([(inner, 0, 0), (outer, 0, 0.003), (outer, length, 0.003), (inner, length, 0),
                                          (inner, 0, 0)], 1), count)
    return shapes.facing(roll, a, np.subtract(b, a))


def table(folder):
    geometry.reset()
    wood, steel, paper, dark = Kit("Top", 3), Kit("Frame"), Kit("Paper"), Kit("Mat")
    for k in range(7):  # edge-glued staves
        wood.box((2.0, 0.1425, 0.045), (0, (k - 3) * 0.1428, 0.8775), 0.0015, grain=0)
    for s in (-1, 1):
        for y in (-0.42, 0.42):
            steel.box((0.06, 0.06, 0.855), (s * 0.90, y, 0.4275), 0.004)
            steel.box((0.08, 0.08, 0.012), (s * 0.90, y, 0.006), 0.003)
        steel.box((0.04, 0.78, 0.06), (s * 0.90, 0, 0.815), 0.003)
        steel.box((0.04, 0.78, 0.04), (s * 0.90, 0, 0.22), 0.003)
        steel.box((0.04, 0.04, 0.95), (s * 0.96, 0.46, 1.375), 0.003)
    for y in (-0.42, 0.42):
        steel.box((1.74, 0.04, 0.06), (0, y, 0.815), 0.003)
    for k in range(6):
        wood.box((1.84, 0.125, 0.02), (0, (k - 2.5) * 0.13, 0.25), 0.002, grain=0)
    wood.box((1.96, 0.28, 0.03), (0, 0.36, 1.52), 0.004, grain=0)
    wood.box((1.96, 0.28, 0.03), (0, 0.36, 1.82), 0.004, grain=0)
    for x in (-0.94, -0.31, 0.31, 0.94):
        wood.box((0.02, 0.27, 0.27), (x, 0.36, 1.67), 0.002, grain=2)
    dark.box((0.90, 0.60, 0.004), (-0.10, -0.10, 0.902), 0.001)
    # The roll of paper on its bar, the end pulled down over the table.
    bar = [rod("Bar", (-0.94, 0.36, 1.20), (0.94, 0.36, 1.20), 0.010, 12)]
    rolls = [tube_of("Roll", (-0.45, 0.36, 1.20), (0.45, 0.36, 1.20), 0.11, 0.03)]
    sheet = np.array([[(x, 0.247, 1.20) for x in np.linspace(-0.44, 0.44, 2)], [(x, 0.245,
                                                                                 1.02) for x in np.linspace(-0.44, 0.44, 2)],
                      [(x, 0.22, 0.94) for x in np.linspace(-0.44, 0.44, 2)], [(x, 0.14,
                                                                                0.9065) for x in np.linspace(-0.44, 0.44, 2)],
                      [(x, -0.02, 0.9055) for x in np.linspace(-0.44, 0.44, 2)]])
    rolls.append(shapes.sheet("Sheet", sheet, 0.0012, 60))
    for k, (x, w, h, t) in enumerate(((-0.80, 0.20, 0.16, 0), (-0.56, 0.20, 0.11, 4), (-0.12, 0.28, 0.20, -3),
                                      (0.16, 0.18, 0.13, 2))):
        paper.box((w, 0.2, h), (x, 0.36, 1.535 + h / 2), 0.003, grain=0, turns=[("Z", t)])
    for k in range(9):  # flat blanks, filed on edge
        paper.box((0.008, 0.24, 0.22), (0.44 + k * 0.013, 0.36, 1.645), 0.0008, turns=[("Y", 3.0)])
    for k in range(14):
        paper.box((0.72, 0.50, 0.007), (-0.45, 0.0, 0.265 + k * 0.0075), 0.0008, grain=0, turns=[("Z", (k * 37 % 5 - 2) * 0.5)])
    # Tape on a weighted dispenser, a scale with its plate.
    dark.box((0.10, 0.22, 0.05), (0.55, -0.18, 0.925), 0.008)
    dark.box((0.06, 0.03, 0.09), (0.55, -0.10, 0.975), 0.006)
    rolls.append(tube_of("Tape", (0.525, -0.10, 0.995), (0.575, -0.10, 0.995), 0.055, 0.036, 28))
    steel.box((0.30, 0.30, 0.05), (0.80, -0.12, 0.927), 0.012)
    steel.box((0.28, 0.28, 0.008), (0.80, -0.12, 0.958), 0.003)
    dark.box((0.12, 0.012, 0.035), (0.80, -0.272, 0.927), 0.003)
    piece(folder, "packing-table", "Packing table, 2 × 1 m", "প্যাকিং টেবিল, ২ × ১ মি",
          [(wood.object(), "wood"), (steel.object(bar), "steel"), (paper.object(rolls), "paper"), (dark.object(), "dark")],
          wears())


def conveyor(folder):
    for name, en, bn, long in (("conveyor-1", "Roller conveyor, 1 m", "রোলার কনভেয়ার, ১ মি", 1.0),
                               ("conveyor-2", "Roller conveyor, 2 m", "রোলার কনভেয়ার, ২ মি", 2.0)):
        geometry.reset()
        frame, rollers = Kit("Frame"), []
        for s in (-1, 1):
            frame.box((long, 0.03, 0.12), (0, s * 0.285, 0.80), 0.003)
            frame.box((long, 0.06, 0.012), (0, s * 0.27, 0.745), 0.002)
        for x in np.arange(-long / 2 + 0.25, long / 2, 0.5) if long > 1 else (-0.25, 0.25):
            if long > 1 and abs(x) < 0.5:
                continue
            for s in (-1, 1):
                frame.box((0.05, 0.03, 0.74), (x, s * 0.27, 0.37), 0.003)
                frame.box((0.09, 0.09, 0.012), (x, s * 0.27, 0.006), 0.003)
            frame.box((0.03, 0.52, 0.03), (x, 0, 0.25), 0.003)
        for k in range(int(long / 0.1)):
            x = -long / 2 + 0.05 + 0.1 * k
            rollers.append(rod("Roller", (x, -0.268, 0.835), (x, 0.268, 0.835), 0.030, 16, 0.003))
        piece(folder, name, en, bn, [(frame.object(), "frame"), (geometry.join("Rollers", rollers), "roller")],
              [(n, b, {"frame": finishes.enamel(f"{n} frame", c), "roller": finishes.metal("Zinc", "#B9BCBE", 0.4)})
               for n, b, c in (("Ink", "কালি", "#34373D"), ("Brass", "পিতল", "#C88A2C"), ("Sage", "ঋষি সবুজ", "#7E8D77"))])


def pegboard(folder):
    """A metre of board with its holes, hooks and tools: hangs at 1 m."""
    geometry.reset()
    s = Sheet(0.1, 0.1, 128, "#C9A877")
    for i in range(4):
        for j in range(4):
            s.paint(s.disc(0.0032, ((i - 1.5) * 0.025, (j - 1.5) * 0.025)), "#3A2C1C")
    panel = Kit("Board", shift=False).box((0.98, 0.012, 0.98), (0, -0.03, 1.49), 0.003, grain=2).object()
    batten = Kit("Battens").box((0.98, 0.024, 0.05), (0, -0.012, 1.90), 0.002).box((0.98, 0.024, 0.05), (0, -0.012, 1.08),
                                                                                   0.002)
    for a in (-1, 1):
        batten.box((0.02, 0.03, 0.98), (a * 0.485, -0.036, 1.49), 0.003).box((0.95, 0.03, 0.02), (0, -0.036, 1.49 + a * 0.48),
                                                                             0.003)
    steel, colour, loops = Kit("Tools"), Kit("Handles"), []

    def hook(x, z):
        loops.append(rod("Hook", (x, -0.036, z), (x, -0.085, z + 0.004), 0.0025, 8))

    for x in (-0.36, -0.24, -0.12):
        hook(x, 1.80)
        loops.append(tube_of("Tape", (x, -0.045, 1.765), (x, -0.080, 1.765), 0.052, 0.036, 24))
    hook(0.10, 1.82)
    colour.box((0.03, 0.022, 0.16), (0.10, -0.055, 1.73), 0.008)
    steel.box((0.016, 0.006, 0.12), (0.10, -0.055, 1.59), 0.002)
    for k, turn in enumerate((-7, 7)):
        steel.box((0.02, 0.004, 0.20), (0.27 + (k - 0.5) * 0.012, -0.05 - 0.004 * k, 1.66), 0.001, turns=[("Y", turn)])
        ring = np.array([(0.25 + 0.045 * k + 0.020 * math.cos(a), -0.052,
                          1.80 + 0.030 * math.sin(a)) for a in np.linspace(0, 2 * math.pi, 21)[:-1]])
        loops.append(shapes.tube("Bow", ring, 0.005, closed=True))
    steel.box((0.6, 0.003, 0.04), (-0.05, -0.040, 1.42), 0.001)
    for x in (-0.38, -0.27, -0.16):
        colour.box((0.085, 0.07, 0.10), (x, -0.075, 1.20), 0.006)
    steel.box((0.40, 0.09, 0.01), (0.24, -0.085, 1.16), 0.002)
    for x, h in ((0.10, 0.14), (0.19, 0.17), (0.28, 0.12), (0.37, 0.15)):
        loops.append(turned("Can", geometry.rounded([(0, 0, 0), (0.034, 0, 0.004), (0.034, h, 0.004), (0.012, h + 0.008, 0.003),
                                                     (0.012, h + 0.03, 0.002),
                                                     (0, h + 0.03, 0)], 2), 20))
        shapes.placed(loops[-1], (x, -0.085, 1.166))
    wood = geometry.join("Battens", [batten.object()])
    piece(folder, "pegboard", "Pegboard with tools", "যন্ত্রপাতির বোর্ড", [(panel, "board"), (wood, "wood"),
                                                                           (steel.object(loops), "steel"),
                                                                           (colour.object(), "colour")],
          [(n, b, {"board": materials.pbr(f"{n} pegboard", t, 0.7, base=s.jpeg("Pegboard", 84), repeat=(10, 10)),
                   "wood": finishes.timber("Oak"),
                   "steel": finishes.metal("Zinc", "#B9BCBE", 0.35), "colour": finishes.enamel(f"{n} handles", c)})
           for n, b, t, c in (("Oak", "ওক", "#FFFFFF", "#B5522F"), ("Ink", "কালি", "#5A6470", "#C99A46"))])


def open_carton(folder):
    geometry.reset()
    w, d, h, t = 0.40, 0.30, 0.25, 0.004
    board = Kit("Board", 41)
    board.box((w, d, t), (0, 0, t / 2), 0.001, grain=0)
    for s in (-1, 1):
        board.box((w, t, h), (0, s * (d / 2 - t / 2), h / 2), 0.001, grain=0)
        board.box((t, d - 2 * t, h), (s * (w / 2 - t / 2), 0, h / 2), 0.001, grain=1)
        a = math.radians(38)
        board.box((w, 0.148, t), (0, s * (d / 2 + 0.074 * math.cos(a)), h + 0.074 * math.sin(a)), 0.001, grain=0,
                  turns=[("X", s * 38)])
        b = math.radians(-52)
        board.box((0.148, d - 0.01, t), (s * (w / 2 + 0.074 * math.cos(b)), 0, h + 0.074 * math.sin(b)), 0.001, grain=1,
                  turns=[("Y", s * 52)])
    rng, paper = np.random.default_rng(42), []
    for k in range(6):  # crumpled paper: balls whose skin is folded at random
        base = np.array([rng.uniform(-0.11, 0.11), rng.uniform(-0.07, 0.07), 0.13 + rng.uniform(0, 0.03)])
        u, v = np.linspace(0, math.pi, 9), np.arange(12) * 2 * math.pi / 12
        r = 0.075 * (1 + rng.uniform(-0.22, 0.22, (9, 12)))
        r[0], r[-1] = r[0, 0], r[-1, 0]
        ball = np.stack([r * np.sin(u)[:, None] * np.cos(v), r * np.sin(u)[:, None] * np.sin(v),
                         np.broadcast_to(r * np.cos(u)[:, None], r.shape)], -1)
        obj = geometry.grid("Ball", ball[::-1] + base, u=np.linspace(0, 0.4, 13), v=u * 0.075)
        paper.append(geometry.finish(obj, 18, False))
    piece(folder, "carton-open", "Open carton", "খোলা কার্টন", [(board.object(), "board"),
                                                                (geometry.join("Paper", paper), "paper")],
          [(n, b, {"board": finishes.board(f"{n} board", t), "paper": finishes.enamel(f"{n} paper", c, 0.85)})
           for n, b, t, c in (("Kraft", "ক্রাফট", "#FFFFFF", "#D9CDB6"), ("White", "সাদা", "#FFF6E6", "#9FB8AE"))])


def build(folder):
    table(folder)
    conveyor(folder)
    pegboard(folder)
    open_carton(folder)
