# SPDX-License-Identifier: GPL-3.0-or-later
"""The wishlist room's own pieces: a fringed rug, a window seat under a window, an arched shelf, a side table, a pendant."""
import math

import numpy as np
from mathutils import Matrix

from lib import finishes, geometry, materials, shapes, upholstery
from lib.decals import Sheet
from lib.joinery import CASING, CORNICE, RAIL, Kit, mitred, piece, rod, run, turned
from lib.noise import spectral


def rug_print(name, ground, band, figure, line):
    """Nakshi figures in a field of dots, in three borders: a quarter is drawn, and mirrored by the coordinates."""
    w, h = 2.0, 3.0
    s = Sheet(w, h, (512, 768), ground)
    x, y = np.abs(s.x) + 0 * s.y, np.abs(s.y) + 0 * s.x
    edge = np.minimum(w / 2 - x, h / 2 - y)
    s.paint(s.cover(np.abs(edge - 0.16) - 0.09), band)
    for at, thick in ((0.055, 0.006), (0.26, 0.005), (0.275, 0.003), (0.065, 0.002)):
        s.paint(s.cover(np.abs(edge - at) - thick), line)
    along = np.where(w / 2 - x < h / 2 - y, y, x)
    cell = (along % 0.125) - 0.0625
    diamond = np.abs(cell) / 0.045 + np.abs(edge - 0.16) / 0.05
    s.paint(s.cover((diamond - 1) * 0.03), figure)
    s.paint(s.cover((diamond - 0.45) * 0.03), line)
    inside = edge > 0.30
    u, v = (x % 0.2) - 0.1, (y % 0.2) - 0.1
    s.paint(s.cover(np.hypot(u, v) - 0.010) * inside, line, 0.7)
    r, a = np.hypot(x, y), np.arctan2(y, x)
    for radius, petals, colour in ((0.52, 12, band), (0.40, 12, figure), (0.26, 8, band), (0.15, 8, line)):
        s.paint(s.cover(r - radius * (0.86 + 0.14 * np.abs(np.cos(a * petals / 2)))), colour)
    r2 = np.hypot(x, y - 0.92)
    a2 = np.arctan2(y - 0.92, x)
    for radius, petals, colour in ((0.24, 8, band), (0.16, 8, figure), (0.07, 6, line)):
        s.paint(s.cover(r2 - radius * (0.82 + 0.18 * np.abs(np.cos(a2 * petals / 2)))), colour)
    grain = spectral((768, 512), 71, 0.5, 40, 300, stretch=(1, 4))
    rows = 0.03 * np.sin(np.arange(768)[:, None] * math.pi * 0.66)
    s.colour = np.clip(s.colour * (1 + 0.05 * grain + rows)[..., None], 0, 1)
    return materials.pbr(f"{name} pile", base=s.jpeg(f"{name} pile", 78), roughness=0.98,
                         extensions=materials.sheen("#3A342C", 0.7))


def rug(folder):
    geometry.reset()
    outline = shapes.rectangle(1.94, 2.74, 0.02, 3)
    body = shapes.plan_uv(shapes.extrude("Rug", outline, 0.014, 0.005, 2, bottom_bevel=0.001), 2.0, 2.8, upwards=(0, 1, 0))
    rng, kit = np.random.default_rng(72), Kit("Fringe", shift=False)
    for s in (-1, 1):
        for k in range(96):
            x = -0.955 + k * 0.0201
            long = 0.075 + rng.uniform(-0.012, 0.012)
            kit.box((0.007, long, 0.005), (x + rng.uniform(-0.003, 0.003), s * (1.365 + long / 2), 0.0035), 0.0,
                    turns=[("Z", rng.uniform(-9, 9))],
                    skip=("-z",))
    fringe = kit.object()
    fringe["open"] = True
    piece(folder, "rug", "Woven rug, 2 × 3 m", "বোনা গালিচা, ২ × ৩ মি", [(body, "pile"), (fringe, "fringe")],
          [(n, b, {"pile": rug_print(n, *c), "fringe": finishes.linen("Fringe", "#E6DCC6")})
           for n, b, c in (("Madder", "মঞ্জিষ্ঠা", ("#7E3A30", "#27354A", "#C58B4A", "#E6D9BF")),
                           ("Indigo", "নীল", ("#2C3C56", "#7C3B33", "#B9A274", "#E4DAC4")),
                           ("Oat", "জই", ("#CFC2A6", "#8B7C62", "#A4583E", "#F2EBDD")))])


def seat_variants():
    return [(n, b, {"wood": w, "trim": finishes.paint("Paper"), "wall": finishes.plaster(p),
                    "cloth": finishes.linen(f"{n} linen", c)})
            for n, b, w, p, c in (("Sage and oak", "ঋষি সবুজ ও ওক", finishes.timber("Oak"), "Sage", "#B9705A"),
                                  ("Bone and oak", "অস্থি ও ওক", finishes.timber("Oak"), "Bone", "#7C8C74"),
                                  ("Ink and walnut", "কালি ও আখরোট", finishes.timber("Walnut"), "Ink", "#C49A5A"))]


def window_seat(folder):
    """Two metres of wall with a deep window over a bench with drawers, a mattress and two cushions."""
    geometry.reset()
    x, z0, z1, high = 0.85, 0.62, 2.30, 3.5
    w = Kit("Wall", shift=False)
    for s in (-1, 1):
        w.box((1 - x, 0.2, high), (s * (1 + x) / 2, 0.1, high / 2), 0.0, grain=2)
    w.box((2 * x, 0.2, z0), (0, 0.1, z0 / 2), 0.0, grain=2)
    w.box((2 * x, 0.2, high - z1), (0, 0.1, (high + z1) / 2), 0.0, grain=2)
    t = Kit("Sash", 81)
    for s in (-1, 1):
        t.box((0.05, 0.12, z1 - z0), (s * (x - 0.025), 0.13, (z0 + z1) / 2), 0.003)
        t.box((0.045, 0.05, z1 - z0 - 0.06), (s * 0.0225, 0.14, (z0 + z1) / 2), 0.003)
        t.box((0.018, 0.03, z1 - z0 - 0.1), (s * x / 2, 0.14, (z0 + z1) / 2), 0.002)
        for k in range(1, 3):
            t.box((x - 0.09, 0.03, 0.018), (s * x / 2, 0.14, z0 + k * (z1 - z0) / 3), 0.002)
    for z in (z0 + 0.03, z1 - 0.03):
        t.box((2 * x, 0.10, 0.06), (0, 0.13, z), 0.003)
    casing = [(-a, b) for a, b in CASING]
    more = [mitred("Casing", [(-x, z0), (-x, z1), (x, z1), (x, z0)], casing), run("Rail", -1, 1, 2.8, RAIL),
            run("Cornice", -1, 1, 3.35, CORNICE)]
    b = Kit("Bench", 82)
    b.box((2.0, 0.56, 0.035), (0, -0.28, 0.4325), 0.006, grain=0)
    b.box((1.96, 0.50, 0.33), (0, -0.26, 0.25), 0.0, grain=0)
    b.box((1.94, 0.44, 0.085), (0, -0.25, 0.0425), 0.0, grain=0)
    for k in range(3):
        b.box((0.635, 0.020, 0.29), ((k - 1) * 0.65, -0.512, 0.25), 0.004, grain=0)
    b.box((1.86, 0.26, 0.03), (0, 0.02, z0 + 0.0), 0.006, grain=0)
    pulls = []
    for k in range(3):
        pulls.append(shapes.facing(turned("Pull", [(0, 0), (0.009, 0.0), (0.007, 0.012), (0.015, 0.018), (0.016, 0.024),
                                                   (0.010, 0.029), (0.0, 0.030)], 20), ((k - 1) * 0.65, -0.520, 0.30),
                                                   (0, -1, 0)))
    soft = []
    soft += upholstery.cushion("Mattress", 1.92, 0.52, 0.075, 0.010, 5, Matrix.Translation((0, -0.285, 0.495)), 44, 0.03)
    for k, (cx, turn, seed) in enumerate(((-0.70, 12, 8), (-0.34, -8, 9), (0.72, -14, 11))):
        size = 0.44 if k != 1 else 0.38
        place = (Matrix.Translation((cx, -0.10 - 0.03 * (k == 1),
                                     0.545 + size / 2)) @ Matrix.Rotation(math.radians(turn), 4, "Z")
                 @ Matrix.Rotation(math.radians(72), 4, "X"))
        cloth, cord = upholstery.cushion(f"Cushion {k}", size, size, 0.045, 0.055, seed, place, 32, 0.04)
        soft += [cloth, cord]
    piece(folder, "window-seat", "Window seat, 2 m", "জানালার আসন, ২ মি",
          [(w.object(), "wall"), (t.object(more), "trim"), (b.object(pulls), "wood"), (geometry.join("Cushions", soft),
                                                                                       "cloth")], seat_variants())


def arch_shelf(folder):
    """A standing shelf under an arch: a wooden shell 1.0 × 0.35 × 2.25 m, four boards, a brass lip on each."""
    geometry.reset()
    half, spring, thick, deep = 0.5, 1.75, 0.03, 0.35
    arc = np.array([(half * math.cos(a), spring + half * math.sin(a)) for a in np.linspace(0, math.pi, 33)])
    inner = np.array([((half - thick) * math.cos(a),
                       spring + (half - thick) * math.sin(a)) for a in np.linspace(math.pi, 0, 33)])
    outline = np.concatenate([[(half, 0.0)], arc, [(-half, 0.0)], [(-half + thick, 0.0)], inner, [(half - thick, 0.0)]])
    shell = shapes.placed(shapes.extrude("Shell", outline, deep, 0.003, 1), (0, deep / 2, 0), [("X", 90)])
    back_line = np.concatenate([[(half - 0.01, 0.02)], arc * [0.98, 1] - [0, 0.012], [(-half + 0.01, 0.02)]])
    back = shapes.placed(shapes.extrude("Back", back_line, 0.012, 0.001, 1), (0, deep / 2 - 0.004, 0), [("X", 90)])
    boards, lips, light = Kit("Boards", 91), Kit("Lips"), Kit("Light")
    for z in (0.09, 0.52, 0.95, 1.38, 1.78):
        wide = 2 * (half - thick) - 0.001
        boards.box((wide, deep - 0.03, 0.026), (0, 0.005, z), 0.002, grain=0)
        lips.box((wide, 0.004, 0.026), (0, -deep / 2 + 0.018, z), 0.001)
        if z > 0.2:
            light.box((wide - 0.1, 0.012, 0.005), (0, 0.13, z - 0.015), 0.001)
    boards.box((2 * (half - thick), 0.02, 0.078), (0, -deep / 2 + 0.05, 0.039), 0.002, grain=0)
    piece(folder, "shelf-arch", "Arched shelf", "খিলান তাক",
          [(boards.object([shell]), "wood"), (back, "back"), (lips.object(), "brass"), (light.object(), "light")],
          [(n, b, {"wood": finishes.timber(t), "back": finishes.paint(p, 0.5), "brass": finishes.metal(),
                   "light": finishes.glow("Shelf light", "#FFDDB0", 3.0)})
           for n, b, t, p in (("Oak and sage", "ওক ও ঋষি সবুজ", "Oak", "Sage"), ("Oak and clay", "ওক ও মাটি", "Oak", "Clay"),
                              ("Walnut and ink", "আখরোট ও কালি", "Walnut", "Ink"))])


def side_table(folder):
    geometry.reset()
    top = turned("Top", geometry.rounded([(0, 0.520, 0), (0.215, 0.520, 0.008), (0.245, 0.534, 0.004), (0.245, 0.545, 0.005),
                                          (0, 0.545, 0)], 3), 64)
    geometry.box_uv(top, grain=0)
    foot = turned("Foot", geometry.rounded([(0, 0.0, 0), (0.15, 0.0, 0.004), (0.15, 0.012, 0.006), (0.03, 0.024, 0.02),
                                            (0.014, 0.06, 0.02),
                                            (0.013, 0.48, 0.01), (0.04, 0.515, 0.01), (0.06, 0.521, 0), (0, 0.521, 0)], 4), 48)
    piece(folder, "side-table", "Side table", "পাশ টেবিল", [(top, "top"), (foot, "foot")],
          [(n, b, {"top": t, "foot": finishes.metal()}) for n, b, t in (("Oak", "ওক", finishes.timber("Oak")),
                                                                        ("Walnut", "আখরোট কাঠ", finishes.timber("Walnut")),
                                                                       ("Travertine", "ট্রাভার্টিন",
                                                                        finishes.stone("Travertine")))])


def pendant(folder):
    """A pleated shade on a cord; hangs from 3.5 m, its rim at 2.35 m."""
    geometry.reset()
    profile = geometry.spline([(0.06, 2.62), (0.14, 2.58), (0.24, 2.48), (0.28, 2.36)], 16)
    inner = profile[::-1] - [0.004, 0.0]
    shade = geometry.lathe("Shade", np.concatenate([profile[::-1], inner[::-1]]), 144, wobble=lambda a,
                           z: 1 + 0.022 * np.cos(a * 36))
    geometry.finish(shade, 60, False)
    shade["open"] = True
    metal = [rod("Cord", (0, 0, 2.62), (0, 0, 3.48), 0.004, 8),
             turned("Rose", geometry.rounded([(0, 3.46, 0), (0.05, 3.46, 0.01), (0.06, 3.5, 0), (0, 3.5, 0)], 2), 28),
             turned("Cap", geometry.rounded([(0, 2.56, 0), (0.03, 2.56, 0.004), (0.06, 2.622, 0.004), (0.02, 2.66, 0.006),
                                             (0, 2.66, 0)], 2), 28)]
    bulb = turned("Bulb", geometry.spline([(0.0, 2.395), (0.035, 2.42), (0.05, 2.47), (0.03, 2.52), (0.016, 2.56)], 14), 24)
    bulb["open"] = True
    piece(folder, "pendant", "Pleated pendant", "ঝোলানো বাতি", [(shade, "shade"), (geometry.join("Metal", metal), "metal"),
                                                                (bulb, "light")],
          [(n, b, {"shade": finishes.glow(f"{n} shade", c, 0.35), "metal": finishes.metal(),
                   "light": finishes.glow("Warm bulb", "#FFD093", 6.0)})
           for n, b, c in (("Linen", "লিনেন", "#F3DDB8"), ("Clay", "মাটি", "#D99A74"))])


def view(folder):
    """What a window shows: a sky from its haze upwards, 3 × 2.5 m from 0.3 m up, to stand half a metre behind the wall."""
    geometry.reset()
    out = []
    for name, bn, low, middle, high, strength in (("Morning", "সকাল", "#F6D9B0", "#DDE6E6", "#A9C6DC", 1.0),
                                                  ("Dusk", "সন্ধ্যা", "#E8A067", "#8A86A0", "#2E4468", 0.6)):
        s = Sheet(3.0, 2.5, (96, 80), high)
        t = (s.y + 1.25) / 2.5 + 0 * s.x
        s.paint(np.clip(1 - np.abs(t - 0.45) / 0.45, 0, 1), middle)
        s.paint(np.clip(1 - t / 0.42, 0, 1), low)
        cloud = spectral((80, 96), 91, 1.9, 1, 30, stretch=(3, 1))
        s.paint(np.clip(cloud - 0.7, 0, 1) * 0.35, "#FFFFFF")
        for k, (x, w, h) in enumerate(((-1.2, 0.5, 0.62), (-0.7, 0.4, 0.48), (-0.2, 0.55, 0.56), (0.35, 0.4, 0.42),
                                       (0.8, 0.5, 0.6), (1.3, 0.5, 0.5))):
            s.paint(s.box(w, 2 * h, 0.0, (x, -1.25)), "#8FA0A6" if name == "Morning" else "#3A3F58", 0.55 + 0.1 * (k % 3))
        out.append((name, bn, {"sky": materials.glowing(f"{name} sky", "#FFFFFF", strength, "#000000",
                                                        emissive=s.jpeg(f"{name} sky", 88))}))
    pane = geometry.mesh_object("Sky", [(-1.5, 0, 0.3), (1.5, 0, 0.3), (1.5, 0, 2.8), (-1.5, 0, 2.8)], [(0, 1, 2, 3)],
                                [(0, 0), (1, 0), (1, 1), (0, 1)])
    pane["open"] = True
    geometry.finish(pane, 180, False)
    piece(folder, "window-view", "View from a window", "জানালার দৃশ্য", [(pane, "sky")], out)


def build(folder):
    view(folder)
    rug(folder)
    window_seat(folder)
    arch_shelf(folder)
    side_table(folder)
    pendant(folder)
