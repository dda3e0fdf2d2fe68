# SPDX-License-Identifier: GPL-3.0-or-later
"""A shop front of joinery in modules: show window on a panelled stall riser, glazed door, fluted pier, sign band with its
cornice, striped awning; brick above, setts and kerb below, a lantern. Faces look to the street (front)."""
import math

import numpy as np

from lib import finishes, geometry, materials, shapes
from lib.decals import Sheet
from lib.joinery import BEAD, Kit, letters, mitred, piece, rod, run, turned

FRAME_TOP, SIGN_TOP = 2.75, 3.35
LOOKS = (("Red", "লাল", "#E9C9B4"), ("Red lit", "লাল, আলো জ্বলা", "#E9C9B4"), ("Buff", "হালকা", "#E8DCC0"),
         ("Painted", "রঙ করা", "#C8CDD2"))
COLOURS = (("Bottle", "বোতল সবুজ"), ("Ink", "কালি"), ("Oxblood", "গাঢ় লাল"), ("Bone", "অস্থি"))


def variants():
    return [(n, b, {"paint": finishes.paint(n), "brass": finishes.metal(), "glass": finishes.pane(), "dark": finishes.dark(),
                    "light": finishes.glow("Window light", "#FFD7A0", 4.0)}) for n, b in COLOURS]


def panel(x, z, w, h, y):
    """A raised panel in a bead."""
    a, b = w / 2, h / 2
    bead = mitred("Bead", [(x - a, z - b), (x - a, z + b), (x + a, z + b), (x + a, z - b)], BEAD, True, y)
    field = Kit("Field").box((w - 0.09, 0.014, h - 0.09), (x, y - 0.005, z), 0.006)
    return [bead, field.object()]


def window(width=2.0):
    p, g, b, light = Kit("Joinery", 3), Kit("Pane"), Kit("Brass"), Kit("Light")
    half = width / 2
    p.box((width, 0.10, 0.55), (0, 0.05, 0.325), 0.0)
    p.box((width, 0.12, 0.06), (0, 0.05, 0.03), 0.003)
    p.box((width, 0.17, 0.05), (0, 0.03, 0.625), 0.008)
    more = []
    for k in (-1, 1):
        more += panel(k * half / 2, 0.33, half - 0.12, 0.36, 0.0)
    transom = 2.2
    for s in (-1, 1):
        p.box((0.06, 0.08, FRAME_TOP - 0.65), (s * (half - 0.03), 0.05, (FRAME_TOP + 0.65) / 2), 0.004)
    p.box((width - 0.12, 0.08, 0.06), (0, 0.05, FRAME_TOP - 0.03), 0.004)
    p.box((width - 0.12, 0.09, 0.05), (0, 0.05, transom), 0.005)
    for k in range(-1, 2):
        p.box((0.03, 0.06, FRAME_TOP - transom - 0.08), (k * half / 2, 0.05, (FRAME_TOP + transom) / 2 - 0.005), 0.003)
    b.box((0.018, 0.03, transom - 0.68), (0, 0.04, (transom + 0.65) / 2), 0.003)
    for z in (0.656, transom - 0.031):
        b.box((width - 0.13, 0.016, 0.012), (0, 0.035, z), 0.002)
    for s in (-1, 1):
        b.box((0.012, 0.016, transom - 0.70), (s * (half - 0.067), 0.035, (transom + 0.65) / 2), 0.002)
        g.box((half - 0.075, 0.006, transom - 0.68), (s * (half / 2 - 0.03), 0.05, (transom + 0.65) / 2), 0.0)
    g.box((width - 0.12, 0.006, FRAME_TOP - transom - 0.08), (0, 0.05, (FRAME_TOP + transom) / 2), 0.0)
    light.box((width - 0.2, 0.02, 0.012), (0, 0.12, transom - 0.035), 0.002)
    return [(p.object(more), "paint"), (b.object(), "brass"), (g.object(), "glass"), (light.object(), "light")]


def bed():
    """What stands behind a window: a raised floor 0.9 m deep with a low upstand at its back."""
    p, b = Kit("Bed"), Kit("Line")
    p.box((2.0, 0.90, 0.04), (0, 0.60, 0.63), 0.0)
    p.box((2.0, 0.03, 0.60), (0, 1.035, 0.32), 0.0)
    p.box((2.0, 0.03, 0.10), (0, 1.035, 0.70), 0.004)
    b.box((2.0, 0.036, 0.012), (0, 1.035, 0.754), 0.002)
    return [(p.object(), "paint"), (b.object(), "brass")]


def door():
    """One metre: panelled below, glazed above, a fanlight, brass pull, kick plate and step."""
    p, g, b = Kit("Door", 7), Kit("Pane"), Kit("Brass")
    more = []
    for s in (-1, 1):
        p.box((0.06, 0.12, FRAME_TOP), (s * 0.47, 0.05, FRAME_TOP / 2), 0.004)
        p.box((0.105, 0.045, 2.10), (s * 0.385, 0.06, 1.10), 0.003)
    p.box((0.88, 0.12, 0.06), (0, 0.05, FRAME_TOP - 0.03), 0.004)
    p.box((0.88, 0.10, 0.06), (0, 0.05, 2.19), 0.005)
    for z, h in ((0.18, 0.26), (0.93, 0.12), (2.10, 0.11)):
        p.box((0.67, 0.045, h), (0, 0.06, z), 0.003)
    p.box((0.67, 0.02, 0.60), (0, 0.06, 0.60), 0.0)
    more += panel(0, 0.59, 0.60, 0.50, 0.052)
    g.box((0.67, 0.006, 1.08), (0, 0.06, 1.52), 0.0)
    g.box((0.88, 0.006, 0.48), (0, 0.06, 2.46), 0.0)
    b.box((0.64, 0.004, 0.20), (0, 0.0355, 0.165), 0.001)
    b.box((0.05, 0.008, 0.34), (0.385, 0.034, 1.16), 0.003)
    pull = [rod("Pull", (0.385, -0.02, 1.03), (0.385, -0.02, 1.29), 0.011, 14)]
    for z in (1.06, 1.26):
        pull.append(rod("Stud", (0.385, 0.034, z), (0.385, -0.02, z), 0.007, 10))
    flap = Kit("Flap").box((0.26, 0.006, 0.055), (0, 0.036, 0.93), 0.002)
    p.box((0.98, 0.40, 0.05), (0, -0.08, 0.025), 0.006)
    b.box((0.88, 0.03, 0.012), (0, -0.24, 0.052), 0.003)
    rays = []
    for k in range(1, 4):
        a = math.pi * k / 4
        rays.append(rod("Ray", (0.10 * math.cos(a), 0.055, 2.22 + 0.10 * math.sin(a)),
                        (0.46 * math.cos(a) * (0.95 if k != 2 else 1), 0.055, 2.22 + 0.46 * math.sin(a)), 0.006, 8))
    return [(p.object(more), "paint"), (b.object(pull + rays + [flap.object()]), "brass"), (g.object(), "glass")]


def pier():
    """Half a metre of pilaster with flutes and a scrolled bracket that carries the sign band."""
    p = Kit("Pier", 9)
    p.box((0.5, 0.14, SIGN_TOP), (0, 0.07, SIGN_TOP / 2), 0.0)
    p.box((0.42, 0.06, 0.50), (0, -0.02, 0.25), 0.006)
    p.box((0.38, 0.05, 0.05), (0, -0.015, 0.525), 0.010)
    p.box((0.34, 0.03, 2.10), (0, -0.01, 1.60), 0.003)
    for k in range(-2, 3):
        p.box((0.036, 0.014, 1.90), (k * 0.058, -0.028, 1.60), 0.006)
    for w, z, h, d in ((0.38, 2.67, 0.05, 0.05), (0.40, 2.74, 0.05, 0.07)):
        p.box((w, d, h), (0, -d / 2 + 0.01, z), 0.010)
    side = geometry.spline([(0.0, 2.76), (0.06, 2.80), (0.08, 2.90), (0.07, 3.02), (0.12, 3.12), (0.21, 3.18), (0.24, 3.26),
                            (0.22, 3.35)], 24)
    outline = np.concatenate([side, [(-0.02, 3.35), (-0.02, 2.76)]])
    scroll = shapes.extrude("Bracket", outline, 0.22, 0.006, 1)
    scroll = shapes.placed(scroll, (0.11, 0, 0), [("X", 90), ("Z", -90)])
    return [(p.object([scroll]), "paint")]


def sign(words=None):
    """Two metres of fascia between the frame's head and its own cornice; with or without the shop's name."""
    p, b = Kit("Fascia"), Kit("Line")
    p.box((2.0, 0.12, SIGN_TOP - FRAME_TOP), (0, 0.04, (SIGN_TOP + FRAME_TOP) / 2), 0.0)
    more = [run("Cornice", -1, 1, SIGN_TOP - 0.06, [(0, 0.0), (0, 0.02), (0.02, 0.03), (0.04, 0.06), (0.07, 0.12),
                                                    (0.085, 0.19),
                                                    (0.10, 0.20), (0.14, 0.20), (0.16, 0.17), (0.16, 0)], y=-0.02),
            run("Foot", -1, 1, FRAME_TOP - 0.005, [(0, 0), (0, 0.03), (0.02, 0.036), (0.04, 0.02), (0.05, 0)], y=-0.02)]
    for z in (FRAME_TOP + 0.10, SIGN_TOP - 0.12):
        b.box((2.0, 0.006, 0.008), (0, -0.022, z), 0.0, skip=("+y",))
    brass = [b.object()]
    if words:
        brass.append(letters(words, 0.30, (0, -0.020, (FRAME_TOP + SIGN_TOP) / 2 - 0.012), "light", 1.28))
    return [(p.object(more), "paint"), (geometry.join("Brass", brass), "brass")]


def awning(folder):
    """Two metres of canvas in stripes of 0.25 m, so that awnings join; a scalloped valance, brass arms and a roller box."""
    geometry.reset()
    top, out, drop = (3.30, -0.08), (2.55, -1.25), 0.22
    n = 65
    x = np.linspace(-1, 1, n)
    rows = []
    for t in np.linspace(0, 1, 9):
        z = top[0] + (out[0] - top[0]) * t - 0.035 * math.sin(math.pi * t)
        rows.append(np.stack([x, np.full(n, top[1] + (out[1] - top[1]) * t), np.full(n, z)], 1))
    scallop = 0.045 * np.abs(np.sin((x + 1) * 4 * math.pi))
    for f in (0.12, 0.5, 1.0):
        rows.append(np.stack([x, np.full(n, out[1] - 0.006 - 0.006 * f), out[0] - f * (drop - 0.05 + scallop)], 1))
    rows = np.array(rows)
    v = geometry.arc_length(rows[:, 0])
    cloth = shapes.sheet("Canvas", rows[::-1], 0.004, sharp=40, uv=np.stack(np.meshgrid((x + 1) / 0.5, v[::-1] / 0.5), -1))
    frame = [rod("Front bar", (-1, out[1] + 0.012, out[0] - 0.012), (1, out[1] + 0.012, out[0] - 0.012), 0.014, 12)]
    for s in (-1, 1):
        frame.append(rod("Arm", (s * 0.94, -0.04, 2.30), (s * 0.94, out[1] + 0.012, out[0] - 0.014), 0.011, 10))
        frame.append(rod("Foot", (s * 0.94, -0.03, 2.20), (s * 0.94, -0.03, 2.38), 0.014, 10))
    box = Kit("Box").box((2.0, 0.12, 0.12), (0, -0.05, 3.33), 0.02)
    out_variants = []
    for name, bn, a, b in (("Bottle", "বোতল সবুজ", "#35574B", "#EFE7D6"), ("Ink", "কালি", "#3A424F", "#EFE7D6"),
                              ("Oxblood", "গাঢ় লাল", "#7A332F", "#EFE7D6"), ("Oat", "জই", "#D9C7A4", "#F3ECDD")):
        s = Sheet(0.5, 0.5, 128, b)
        s.paint(s.cover(np.abs(s.x + 0 * s.y + 0.125) - 0.125), a)
        canvas = materials.pbr(f"{name} canvas", base=s.jpeg(f"{name} stripes", 88), roughness=0.95)
        out_variants.append((name, bn, {"canvas": canvas, "brass": finishes.metal(),
                                        "paint": finishes.paint(name if name != "Oat" else "Bone")}))
    piece(folder, "awning", "Awning, 2 m", "শামিয়ানা, ২ মি",
          [(cloth, "canvas"), (geometry.join("Arms", frame), "brass"), (box.object(), "paint")], out_variants)


def street(folder):
    geometry.reset()
    ground = geometry.mesh_object("Setts", [(-1, -1, 0), (1, -1, 0), (1, 1, 0), (-1, 1, 0)], [(0, 1, 2, 3)],
                                  [(0, 0), (2, 0), (2, 2), (0, 2)])
    geometry.finish(ground, 180, False)
    piece(folder, "street-setts", "Street of setts, 2 × 2 m", "পাথর-বাঁধানো রাস্তা, ২ × ২ মি", [(ground, "stone")],
          [("Grey", "ধূসর", {"stone": finishes.setts()}), ("Sand", "বালি", {"stone": finishes.setts("Sand setts", "#E8D3B4")})])
    geometry.reset()
    slabs, kerb = Kit("Slabs", 51), Kit("Kerb", 52)
    for i in range(4):
        for j in range(3):
            slabs.box((0.496, 0.496, 0.12), ((i - 1.5) * 0.5, (j - 1) * 0.5 + 0.10, 0.06), 0.004, grain=0, skip=("-z",))
    for k in range(2):
        kerb.box((0.994, 0.196, 0.125), (k - 0.5, -0.75, 0.0625), 0.015, grain=0, skip=("-z",))
    piece(folder, "street-pavement", "Pavement and kerb, 2 m", "ফুটপাত ও কিনারা, ২ মি", [(slabs.object(), "slab"),
                                                                                         (kerb.object(), "kerb")],
          [(n, b, {"slab": finishes.stone(n), "kerb": finishes.stone("Basalt")})
           for n, b in (("Limestone", "চুনাপাথর"), ("Travertine", "ট্রাভার্টিন"))])
    for name, en, bn, window_in in (("facade-brick", "Upper wall of brick, 2 m", "ইটের উপরের দেয়াল, ২ মি", False),
                                    ("facade-window", "Upper wall with window, 2 m", "জানালাসহ উপরের দেয়াল, ২ মি", True)):
        geometry.reset()
        lit, unlit = finishes.glow("Evening window", "#F2B36E", 0.6), finishes.enamel("Window at dusk", "#1A2028", 0.06)
        high, w = 2.65, Kit("Brick", shift=False)
        trim, glass = [], None
        if window_in:
            x, z0, z1 = 0.5, 0.75, 2.25
            for s in (-1, 1):
                w.box((1 - x, 0.2, high), (s * (1 + x) / 2, 0.1, high / 2), 0.0, grain=2)
            w.box((2 * x, 0.2, z0), (0, 0.1, z0 / 2), 0.0, grain=2)
            w.box((2 * x, 0.2, high - z1), (0, 0.1, (high + z1) / 2), 0.0, grain=2)
            t = Kit("Sash")
            t.box((1.16, 0.20, 0.07), (0, 0.04, z0 - 0.02), 0.008)
            t.box((1.20, 0.10, 0.18), (0, 0.02, z1 + 0.07), 0.008)
            t.box((0.20, 0.14, 0.22), (0, 0.01, z1 + 0.08), 0.010)
            for s in (-1, 1):
                t.box((0.06, 0.08, z1 - z0), (s * (x - 0.03), 0.12, (z0 + z1) / 2), 0.004)
            t.box((0.022, 0.04, z1 - z0 - 0.1), (0, 0.12, (z0 + z1) / 2), 0.003)
            for z in (z0 + 0.03, (z0 + z1) / 2, z1 - 0.03):
                t.box((2 * x - 0.12, 0.06, 0.05), (0, 0.12, z), 0.004)
            trim = [(t.object(), "trim")]
            glass = Kit("Pane").box((2 * x - 0.1, 0.006, z1 - z0 - 0.06), (0, 0.13, (z0 + z1) / 2), 0.0)
            trim.append((glass.object(), "lit"))
        else:
            w.box((2.0, 0.2, high), (0, 0.1, high / 2), 0.0, grain=2)
        piece(folder, name, en, bn, [(w.object(), "brick"), *trim],
              [(n, b, {"brick": finishes.brick(f"{n} brick", tint), "trim": finishes.stone("Limestone"),
                       "lit": lit if n.endswith("lit") else unlit}) for n, b, tint in LOOKS])
    geometry.reset()
    arm = [rod("Plate", (0, 0, 0.0), (0, -0.012, 0.0), 0.05, 20)]
    path = geometry.spline([(0, -0.01, 0.0), (0, -0.12, 0.09), (0, -0.26, 0.11), (0, -0.34, 0.04), (0, -0.345, -0.01)], 24)
    arm.append(shapes.tube("Neck", path, 0.010))
    shade = turned("Shade", geometry.rounded([(0.018, -0.01, 0), (0.026, -0.03, 0.004), (0.05, -0.06, 0.02),
                                              (0.135, -0.135, 0.004),
                                              (0.138, -0.15, 0.002), (0.130, -0.148, 0), (0.048, -0.07, 0.01),
                                              (0.0, -0.055, 0)][::-1], 3), 40)
    bulb = turned("Bulb", geometry.spline([(0.0, -0.150), (0.024, -0.138), (0.034, -0.110), (0.020, -0.078), (0.014, -0.066)],
                                          14), 20)
    bulb["open"] = True
    arm.append(shapes.placed(shade, (0, -0.345, 0)))
    bulb = shapes.placed(bulb, (0, -0.345, 0))
    bulb["open"] = True
    joined = geometry.join("Lamp", arm)
    joined["open"] = True
    piece(folder, "lamp-gooseneck", "Gooseneck lamp", "হাঁস-গলা বাতি", [(joined, "metal"), (bulb, "light")],
          [(n, b, {"metal": m, "light": finishes.glow("Warm bulb", "#FFD093", 9.0)})
           for n, b, m in (("Brass", "পিতল", finishes.metal()), ("Black", "কালো",
                                                                 finishes.enamel("Black enamel", "#1B1D20", 0.25)))])


def build(folder):
    for name, en, bn, form in (("front-window", "Show window, 2 m", "দোকানের জানালা, ২ মি", window),
                               ("front-bed", "Window bed, 2 m", "জানালার পাটাতন, ২ মি", bed),
                               ("front-door", "Shop door, 1 m", "দোকানের দরজা, ১ মি", door),
                               ("front-pier", "Pilaster, 0.5 m", "পিলার, ০.৫ মি", pier),
                               ("front-sign", "Sign band, 2 m", "সাইনবোর্ড, ২ মি", sign),
                               ("front-sign-name", "Sign band with the name, 2 m", "নামসহ সাইনবোর্ড, ২ মি",
                                lambda: sign("VITRINE"))):
        geometry.reset()
        piece(folder, name, en, bn, form(), variants())
    awning(folder)
    street(folder)
