# SPDX-License-Identifier: GPL-3.0-or-later
"""Gallery walls 3.5 m high on a half-metre grid: skirting, picture rail and cornice run through every joint; a doorway, a
corner post, floors, a frame, a bench and a lighting track. A wall's face is its grid line, its body behind."""
import numpy as np

from lib import finishes, geometry, materials, shapes
from lib.decals import Sheet
from lib.joinery import CASING, CORNICE, RAIL, SKIRTING, Kit, mitred, piece, rod, run, turned

HEIGHT, THICK, RAIL_AT = 3.5, 0.2, 2.8


def wall_variants():
    out = []
    for name, bn, field, trim in (("Bone", "অস্থি", "Bone", "Paper"), ("Ink", "কালি", "Ink", "Ink"),
                                  ("Sage", "ঋষি সবুজ", "Sage", "Paper"),
                                  ("Clay", "মাটি", "Clay", "Paper"), ("Bottle", "বোতল সবুজ", "Bottle", "Bottle")):
        out.append((name, bn, {"wall": finishes.plaster(field), "trim": finishes.trim(trim), "brass": finishes.metal()}))
    return out


def mouldings(x0, x1, low=True):
    out = [run("Rail", x0, x1, RAIL_AT, RAIL), run("Cornice", x0, x1, HEIGHT - 0.15, CORNICE)]
    return out + ([run("Skirting", x0, x1, 0.0, SKIRTING)] if low else [])


def wall(width):
    w = Kit("Wall", shift=False).box((width, THICK, HEIGHT), (0, THICK / 2, HEIGHT / 2), 0.0, grain=2)
    return w.object(), geometry.join("Trim", mouldings(-width / 2, width / 2)), None


def doorway():
    """Two metres of wall with an opening of 1.1 × 2.25 m, cased on both sides, a brass sill."""
    w, half, tall = Kit("Wall", shift=False), 0.55, 2.25
    for s in (-1, 1):
        w.box((1 - half, THICK, HEIGHT), (s * (1 + half) / 2, THICK / 2, HEIGHT / 2), 0.0, grain=2)
    w.box((2 * half, THICK, HEIGHT - tall), (0, THICK / 2, (HEIGHT + tall) / 2), 0.0, grain=2)
    path = [(-half, 0), (-half, tall), (half, tall), (half, 0)]
    casing = [(-a, b) for a, b in CASING]
    trim = [mitred("Casing", path, casing), mitred("Casing", path, [(a, -b) for a, b in casing], y=THICK)]
    lining = Kit("Lining")
    for s in (-1, 1):
        lining.box((0.02, THICK, tall), (s * (half - 0.01), THICK / 2, tall / 2), 0.001)
    lining.box((2 * half, THICK, 0.02), (0, THICK / 2, tall - 0.01), 0.001)
    for s in (-1, 1):
        low, high = (-1, -half - 0.1) if s < 0 else (half + 0.1, 1)
        trim.append(run("Skirting", low, high, 0.0, SKIRTING))
    sill = Kit("Sill").box((2 * half - 0.04, THICK, 0.008), (0, THICK / 2, 0.004), 0.002)
    return w.object(), geometry.join("Trim", [lining.object(), *trim, *mouldings(-1, 1, low=False)]), sill.object()


def niche():
    """A metre of wall with an arched niche for one thing, lit from its crown."""
    half, low, spring, deep = 0.32, 0.9, 1.75, 0.16
    arc = [(half * np.cos(a), spring + half * np.sin(a)) for a in np.linspace(0, np.pi, 25)]
    opening = [(half, low), *arc, (-half, low)]
    outline = [(-0.5, 0), (0.5, 0), (0.5, HEIGHT), (-0.5, HEIGHT)]
    face = shapes.extrude("Wall", outline, 0.004, 0.0, 1, [opening], caps=(False, True))
    face["open"] = True
    face = shapes.placed(face, (0, 0.004, 0), [("X", 90)])
    ring = np.array(opening)
    rows = [np.stack([ring[:, 0], np.full(len(ring), y), ring[:, 1]], 1) for y in (0.0, deep)]
    around = geometry.arc_length(np.concatenate([ring, ring[:1]]))
    reveal = geometry.grid("Reveal", np.array(rows), u=around, v=(0, deep), caps=(-1,))
    geometry.finish(reveal, 35)
    middle = np.array([0, deep / 2, 1.5])
    geometry.apply(reveal)
    p = reveal.data.polygons
    inwards = sum(q.area * float(np.dot(q.normal, middle - np.array(q.center))) for q in p)
    if inwards < 0:
        reveal.data.flip_normals()
    back = Kit("Back", shift=False).box((1, THICK - deep - 0.002, HEIGHT), (0, (THICK + deep) / 2 + 0.001, HEIGHT / 2), 0.0,
                                        grain=2,
                                        skip=("-y",))
    for s in (-1, 1):
        back.box((0.01, deep, HEIGHT), (s * 0.495, deep / 2 + 0.002, HEIGHT / 2), 0.0, grain=2, skip=("-y",))
    body = geometry.join("Wall", [face, reveal, back.object()])
    body["open"] = True
    bead = [(-a, b) for a, b in ((0, 0), (0, 0.016), (0.010, 0.022), (0.040, 0.022), (0.052, 0.012), (0.052, 0))]
    edge = mitred("Bead", [(-half, low), *[(x, z) for x, z in arc[::-1]], (half, low)], bead, sharp=50)
    sill = Kit("Sill").box((2 * half + 0.16, deep + 0.05, 0.035), (0, deep / 2 - 0.03, low - 0.0175), 0.006)
    return body, geometry.join("Trim", [sill.object(), edge, *mouldings(-0.5, 0.5)]), None


def corner():
    """A post that ends a run or turns an outer corner: fluted, a quarter of a metre each way."""
    w = Kit("Wall", shift=False).box((0.3, 0.3, HEIGHT - 0.3), (0, 0, HEIGHT / 2 + 0.02), 0.006, grain=2)
    t = Kit("Trim")
    t.box((0.36, 0.36, 0.22), (0, 0, 0.11), 0.006)
    t.box((0.335, 0.335, 0.04), (0, 0, 0.24), 0.012)
    for k, (grow, z, high) in enumerate(((0.02, 2.83, 0.05), (0.03, 3.28, 0.04), (0.07, 3.35, 0.06), (0.13, 3.45, 0.10))):
        t.box((0.3 + grow, 0.3 + grow, high), (0, 0, z), 0.008)
    for axis in range(4):
        for k in range(-2, 3):
            a = axis * 90
            x, y = k * 0.05, -0.152
            c, s = (1, 0, -1, 0)[axis], (0, 1, 0, -1)[axis]
            t.box((0.022, 0.008, 2.3), (x * c - y * s, x * s + y * c, 1.5), 0.004, turns=[("Z", a)])
    return w.object(), t.object(), None


def floors(folder):
    geometry.reset()
    # Blocks of 0.1 × 0.5 m; the pattern repeats each metre, so that tiles join. Blocks that cross the rim are cut there.
    rng = np.random.default_rng(32)
    vertices, faces, uv = [], [], []
    width, length = 0.1, 0.5
    for i in range(-40, 41):
        for j in range(-9, 10):
            for turn in (0, 1):
                x = i * width + j * length
                y = i * width - j * length
                a = (x, y, x + length, y + width) if turn == 0 else (x, y + width, x + width, y + width + length)
                x0, y0, x1, y1 = max(a[0], -1), max(a[1], -1), min(a[2], 1), min(a[3], 1)
                if x1 - x0 < 1e-6 or y1 - y0 < 1e-6:
                    continue
                g, start, off = 0.0006, len(vertices), rng.random(2) * 4
                ring = [(x0 + g, y0 + g), (x1 - g, y0 + g), (x1 - g, y1 - g), (x0 + g, y1 - g)]
                vertices += [(px, py, 0.0) for px, py in ring]
                faces.append([start, start + 1, start + 2, start + 3])
                uv += [(py + off[0], px + off[1]) if turn == 0 else (px + off[0], py + off[1]) for px, py in ring]
    blocks = geometry.mesh_object("Blocks", vertices, faces, uv)
    geometry.finish(blocks, 180, False)
    under = geometry.mesh_object("Under", [(-1, -1, -0.002), (1, -1, -0.002), (1, 1, -0.002), (-1, 1, -0.002)], [(0, 1, 2, 3)],
                                 [(0, 0)] * 4)
    piece(folder, "floor-herringbone", "Herringbone floor, 2 × 2 m", "হেরিংবোন মেঝে, ২ × ২ মি",
          [(blocks, "wood"), (under, "gap")],
          [(n, b, {"wood": finishes.timber(n), "gap": finishes.dark()})
           for n, b in (("Oak", "ওক"), ("Walnut", "আখরোট কাঠ"), ("Ebony", "আবলুস"))])


def print_of(name, ground, sun, vessel, line):
    """A flat print in two inks: a vessel under a sun, its shoulder drawn by one line."""
    sheet = Sheet(1.0, 1.0, 256, ground)
    sheet.paint(sheet.disc(0.17, (0.16, 0.20)), sun)
    z = sheet.y
    half = 0.05 + 0.21 * np.sqrt(np.clip(1 - ((z + 0.20) / 0.24) ** 2, 0, 1)) * (z < 0.03) + 0.02 * (z > 0.14)
    body = sheet.cover(np.abs(sheet.x + 0.08) - np.where((z > -0.40) & (z < 0.19), half, -1.0))
    sheet.paint(body, vessel)
    for k in range(3):
        sheet.paint(sheet.stroke([(-0.08 - 0.2, -0.16 - 0.05 * k), (-0.08 + 0.2, -0.16 - 0.05 * k)], 0.008) * body, line)
    sheet.paint(sheet.stroke([(-0.5, -0.40), (0.5, -0.40)], 0.008), line)
    return materials.pbr(name, base=sheet.jpeg(name, 84), roughness=0.8)


def frames(folder):
    for name, en, bn, w, h in (("frame-wide", "Wide frame", "চওড়া ফ্রেম", 1.2, 0.8), ("frame-tall", "Tall frame",
                                                                                       "লম্বা ফ্রেম", 0.6, 0.8)):
        geometry.reset()
        x, z = w / 2, h / 2
        path = [(-x, -z), (-x, z), (x, z), (x, -z)]
        profile = [(0, 0), (0, 0.020), (-0.006, 0.030), (-0.018, 0.034), (-0.034, 0.030), (-0.040, 0.020), (-0.044, 0.016),
                   (-0.044, 0)]
        frame = mitred("Frame", path, profile, closed=True)
        mount = Kit("Mount").box((w - 0.01, 0.006, h - 0.01), (0, -0.008, 0), 0.0)
        paper = Kit("Sheet").box((w * 0.66, 0.003, h * 0.7), (0, -0.0125, 0.0), 0.0008).object()
        shapes.plan_uv(paper, w * 0.66 * max(1, h * 0.7 / (w * 0.66)), h * 0.7 * max(1, w * 0.66 / (h * 0.7)))
        rods = [rod("Hanger", (s * x * 0.6, -0.012, z), (s * x * 0.6, -0.012, z + 0.25), 0.0016, 8) for s in (-1, 1)]
        piece(folder, name, en, bn, [(frame, "frame"), (mount.object(), "mount"), (paper, "sheet"),
                                     (geometry.join("Hangers", rods), "brass")],
              [(n, b, {"frame": m, "mount": finishes.plaster("Paper"), "sheet": print_of(f"{n} print", *c),
                       "brass": finishes.metal()})
               for n, b, m, c in (("Brass", "পিতল", finishes.metal(),
                                 ("#E9E0CC", "#C98B3A", "#24504C", "#E9E0CC")), ("Walnut", "আখরোট কাঠ",
                                                                                 finishes.timber("Walnut"),
                                                                                 ("#E6DAC4", "#B5522F", "#3A2A24", "#E6DAC4")),
                                  ("Ebony", "আবলুস", finishes.timber("Ebony"),
                                 ("#DAD3C2", "#D9B25A", "#1F2C42", "#D9B25A")), ("Oak", "ওক", finishes.timber("Oak"),
                                                                                 ("#24364F", "#E0B055", "#C8573A",
                                                                                  "#F0E6D2")))])


def bench(folder):
    geometry.reset()
    seat = Kit("Seat", 41)
    for k in range(7):
        seat.box((1.46, 0.052, 0.038), (0, (k - 3) * 0.060, 0.431), 0.005, grain=0)
    legs = Kit("Legs")
    for s in (-1, 1):
        legs.box((0.05, 0.40, 0.012), (s * 0.52, 0, 0.405), 0.002)
        for y in (-0.17, 0.17):
            legs.box((0.05, 0.014, 0.40), (s * 0.52, y, 0.20), 0.002)
        legs.box((0.05, 0.354, 0.012), (s * 0.52, 0, 0.006), 0.002)
    piece(folder, "bench", "Slatted bench", "ফালি কাঠের বেঞ্চ", [(seat.object(), "wood"), (legs.object(), "metal")],
          [(n, b, {"wood": finishes.timber(n), "metal": m})
           for n, b, m in (("Oak", "ওক", finishes.enamel("Black steel", "#1B1D20")), ("Walnut", "আখরোট কাঠ",
                                                                                      finishes.metal()))])


def track(folder):
    geometry.reset()
    rail = Kit("Track").box((2.0, 0.034, 0.03), (0, 0, HEIGHT - 0.215), 0.002)
    heads, lamps = [], []
    for x in (-0.75, -0.25, 0.25, 0.75):
        rail.box((0.10, 0.030, 0.02), (x, 0, HEIGHT - 0.239), 0.003)
        heads.append(rod("Stem", (x, 0, HEIGHT - 0.245), (x, 0, HEIGHT - 0.30), 0.006, 10))
        can = turned("Can", geometry.rounded([(0.0, 0.0, 0), (0.022, 0.0, 0.006), (0.034, 0.05, 0.004), (0.036, 0.15, 0.001),
                                              (0.031, 0.15, 0.001), (0.029, 0.13, 0), (0.0, 0.13, 0)], 2), 24)
        lens = turned("Lens", [(0.0, 0.1315), (0.029, 0.1315), (0.030, 0.128)][::-1], 20)
        lens["open"] = True
        for obj, where in ((can, heads), (lens, lamps)):
            where.append(shapes.placed(obj, (x, 0.0, HEIGHT - 0.30), [("X", 180), ("X", 38)]))
    for x in (-0.6, 0.6):
        heads.append(rod("Drop", (x, 0, HEIGHT - 0.2), (x, 0, HEIGHT), 0.003, 8))
    glow = geometry.join("Lenses", lamps)
    glow["open"] = True
    piece(folder, "light-track", "Lighting track, 2 m", "আলোর রেল, ২ মি", [(rail.object(heads), "body"), (glow, "light")],
          [(n, b, {"body": m, "light": finishes.glow("Spot light", "#FFE3BC", 9.0)})
           for n, b, m in (("Ink", "কালি", finishes.enamel("Black steel", "#1B1D20")), ("Brass", "পিতল", finishes.metal()))])


def build(folder):
    for name, en, bn, form in (("wall-1", "Wall, 1 m", "দেয়াল, ১ মি", lambda: wall(1.0)),
                               ("wall-2", "Wall, 2 m", "দেয়াল, ২ মি", lambda: wall(2.0)),
                               ("wall-half", "Wall, 0.5 m", "দেয়াল, ০.৫ মি", lambda: wall(0.5)),
                               ("wall-door", "Wall with doorway, 2 m", "দরজাসহ দেয়াল, ২ মি", doorway),
                               ("wall-niche", "Wall with niche, 1 m", "কুলুঙ্গিসহ দেয়াল, ১ মি", niche),
                               ("wall-post", "Corner post", "কোণের স্তম্ভ", corner)):
        geometry.reset()
        body, trim, brass = form()
        piece(folder, name, en, bn, [(body, "wall"), (trim, "trim")] + ([(brass, "brass")] if brass else []), wall_variants())
    floors(folder)
    frames(folder)
    bench(folder)
    track(folder)
