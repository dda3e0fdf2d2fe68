# SPDX-License-Identifier: GPL-3.0-or-later
"""The warehouse: pallet racks in bays that share uprights, pallets, cartons in stacks, a shutter, ribbed walls, a marked
concrete floor and high-bay lights."""
import math

import numpy as np

from lib import finishes, geometry, shapes
from lib.joinery import Kit, piece, rod, turned

BAY, DEEP, HIGH = 2.5, 1.0, 4.0
BEAMS = (1.35, 2.65)


def only(side):
    """What to skip of a box of which one face is seen."""
    return tuple(s for s in ("-x", "+x", "-y", "+y", "-z", "+z") if s != side)


def rack_variants():
    return [(n, b, {"upright": finishes.enamel(f"{n} upright", u), "beam": finishes.enamel(f"{n} beam", c),
                    "deck": finishes.metal("Zinc", "#B9BCBE", 0.45),
                    "wood": finishes.timber("Ash")})
            for n, b, u, c in (("Ink and brass", "কালি ও পিতল", "#2B3442", "#C88A2C"), ("Blue and orange", "নীল ও কমলা",
                                                                                        "#27476B", "#C9602B"),
                               ("Green and grey", "সবুজ ও ধূসর", "#3C5A4C", "#8E9296"))]


def ladder(x, up):
    """An upright frame: two slotted posts, laced, on foot plates, with a guard in front."""
    for y in (-DEEP / 2 + 0.045, DEEP / 2 - 0.045):
        for s in (-1, 1):  # an open channel reads as folded steel
            up.box((0.006, 0.09, HIGH), (x + s * 0.042, y, HIGH / 2), 0.0, skip=("-z",))
        up.box((0.078, 0.006, HIGH), (x, y - math.copysign(0.042, -y), HIGH / 2), 0.0, skip=("-z",))
        up.box((0.13, 0.13, 0.010), (x, y, 0.005), 0.0, skip=("-z",))
    z, k = 0.20, 0
    while z + 0.55 < HIGH:
        run_y, rise = DEEP - 0.12, 0.55
        angle = math.degrees(math.atan2(rise, run_y)) * (1 if k % 2 == 0 else -1)
        up.box((0.03, math.hypot(run_y, rise), 0.03), (x, 0, z + rise / 2), 0.0, turns=[("X", angle)])
        if k % 3 == 0:
            up.box((0.03, run_y, 0.03), (x, 0, z), 0.0)
        z, k = z + rise, k + 1


def rack(folder):
    for name, en, bn, ends in (("rack-bay", "Rack bay, 2.5 m", "র‍্যাক, ২.৫ মি", 1), ("rack-end", "Rack end", "র‍্যাকের শেষ",
                                                                                      0)):
        geometry.reset()
        up, beam, deck = Kit("Uprights"), Kit("Beams"), Kit("Decks")
        ladder(0.0 if not ends else -BAY / 2, up)
        beam.box((0.16, 0.012, 0.42), (0.0 if not ends else -BAY / 2, -DEEP / 2 - 0.02, 0.21), 0.003)
        if ends:
            for z in BEAMS:
                for y in (-DEEP / 2 + 0.03, DEEP / 2 - 0.03):
                    beam.box((BAY - 0.10, 0.045, 0.11), (0, y, z), 0.006)
                    for s in (-1, 1):
                        beam.box((0.012, 0.055, 0.20), (s * (BAY / 2 - 0.052), y, z - 0.02), 0.0)
                for k in range(23):  # wire decks, folded over the beams
                    x = (k - 11) * 0.105
                    deck.box((0.006, DEEP - 0.02, 0.006), (x, 0, z + 0.059), 0.0, skip=("-z", "+y"))
                for k in range(7):
                    deck.box((BAY - 0.12, 0.006, 0.006), (0, (k - 3) * 0.145, z + 0.064), 0.0,
                             skip=("-z", "-x", "+x"))
        layers = [(up.object(), "upright"), (beam.object(), "beam")]
        piece(folder, name, en, bn, layers + ([(deck.object(), "deck")] if ends else []), rack_variants())


def pallet(folder):
    """The common 1.2 × 0.8 m pallet: five boards, nine blocks, three runners, nails."""
    geometry.reset()
    w, rng = Kit("Boards", 62), np.random.default_rng(63)
    for y, wide in ((-0.3275, 0.145), (-0.18, 0.10), (0, 0.145), (0.18, 0.10), (0.3275, 0.145)):
        w.box((1.2 - rng.uniform(0, 0.006), wide, 0.022), (rng.uniform(-0.003, 0.003), y, 0.133), 0.003,
              turns=[("Z", rng.uniform(-0.2, 0.2))])
    for x in (-0.5275, 0, 0.5275):
        w.box((0.145, 0.8, 0.022), (x, 0, 0.111), 0.0)
        for y in (-0.35, 0, 0.35):
            w.box((0.145, 0.10 if y else 0.145, 0.078), (x, y, 0.061), 0.0, grain=0, skip=("+z", "-z"))
    for y in (-0.35, 0, 0.35):
        w.box((1.2, 0.10 if y else 0.145, 0.022), (0, y, 0.011), 0.0)
    nails = Kit("Nails")
    for x in (-0.5275, 0, 0.5275):
        for y in (-0.36, -0.295, -0.18, -0.03, 0.03, 0.18, 0.295, 0.36):
            nails.box((0.008, 0.008, 0.002), (x + rng.uniform(-0.03, 0.03), y, 0.1445), 0.0,
                      skip=("-x", "+x", "-y", "+y", "-z"))
    iron = nails.object()
    iron["open"] = True
    piece(folder, "pallet", "Pallet", "প্যালেট", [(w.object(), "wood"), (iron, "iron")],
          [("Fresh", "নতুন", {"wood": finishes.timber("Ash"), "iron": finishes.metal("Zinc", "#B9BCBE", 0.45)}),
           ("Grey", "পুরনো", {"wood": materials_tint("Weathered", "#A9A49B"),
                              "iron": finishes.metal("Zinc", "#B9BCBE", 0.45)})])


def materials_tint(name, tint):
    finishes.TIMBER[name] = tint
    return finishes.timber(name)


def carton(board, tape, label, size, at, turn, rng, against=()):
    """A shut carton: flaps meet under a strip of tape, a label on one side. `against`: where others stand."""
    x, y, z = at
    w, d, h = size
    c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))

    def local(px, py, pz):
        return (x + px * c - py * s, y + px * s + py * c, z + pz)

    turns = [("Z", turn)]
    board.box((w, d, h - 0.004), local(0, 0, (h - 0.004) / 2), 0.004, grain=0, turns=turns,
              skip=[side for side in against if side[1] == "z"], against=against)
    if "+z" not in against:
        for k in (-1, 1):
            board.box((w - 0.006, d / 2 - 0.004, 0.004), local(0, k * (d / 4), h - 0.002), 0.0, grain=0, turns=turns,
                      skip=("-z",))
        tape.box((w + 0.001, 0.05, 0.0012), local(0, 0, h + 0.0002), 0.0, turns=turns, skip=only("+z"))
    for k in (-1, 1):
        if ("-x" if k < 0 else "+x") in against:
            continue
        tape.box((0.0012, 0.05, min(0.09, h * 0.4)), local(k * (w / 2 + 0.0002), 0, h - min(0.09, h * 0.4) / 2), 0.0,
                 turns=turns, skip=only("-x" if k < 0 else "+x"))
    along = rng.uniform(-0.2, 0.2) * w
    up = h * rng.uniform(0.35, 0.6)
    if "-y" in against:
        return
    label.box((min(0.11, w * 0.4), 0.001, min(0.08, h * 0.34)), local(along, -d / 2 - 0.0005, up), 0.0, turns=turns,
              skip=only("-y"))


def within(at):
    """The sides of a carton in the full stack that others, or the pallet, cover."""
    x, y, z = at
    return [side for side, is_covered in (("-x", x > -0.2), ("+x", x < 0.2), ("-y", y > 0), ("+y", y < 0), ("-z", True),
                                          ("+z", z < 0.5)) if is_covered]


def board_variants():
    return [(n, b, {"board": finishes.board(f"{n} board", t), "tape": finishes.enamel(f"{n} tape", c, 0.25),
                    "label": finishes.enamel("Label", "#DDD6C6", 0.6)})
            for n, b, t, c in (("Kraft", "ক্রাফট", "#FFFFFF", "#A9793F"), ("Shop", "দোকানের", "#FFFFFF", "#1F5F58"),
                               ("White", "সাদা", "#FFF6E6", "#C99A46"))]


def cartons(folder):
    stacks = {}
    rng = np.random.default_rng(66)
    full = [((0.395, 0.395, 0.30), ((i - 1) * 0.40, (j - 0.5) * 0.40, k * 0.302),
             0) for k in range(3) for i in range(3) for j in range(2)]
    stacks["carton-stack"] = ("Cartons on a pallet's plan", "প্যালেটভর্তি কার্টন", [(s, a, rng.uniform(-0.7, 0.7)) for s, a,
                                                                                    _ in full])
    mixed = [((0.58, 0.78, 0.42), (-0.30, 0, 0), 0.4), ((0.58, 0.38, 0.30), (0.30, -0.20, 0), -0.6),
             ((0.58, 0.38, 0.36), (0.30, 0.20, 0), 0.3),
             ((0.40, 0.40, 0.28), (-0.34, -0.15, 0.422), 3.0), ((0.44, 0.30, 0.22), (0.28, -0.20, 0.302), -4.0),
             ((0.36, 0.32, 0.20), (-0.32, 0.22, 0.422), -6.0)]
    stacks["carton-mixed"] = ("Mixed cartons", "নানা মাপের কার্টন", mixed)
    stacks["carton-large"] = ("Large carton", "বড় কার্টন", [((0.6, 0.4, 0.4), (0, 0, 0), 0)])
    stacks["carton-medium"] = ("Middle carton", "মাঝারি কার্টন", [((0.4, 0.3, 0.25), (0, 0, 0), 0)])
    stacks["carton-small"] = ("Small carton", "ছোট কার্টন", [((0.25, 0.2, 0.15), (0, 0, 0), 0)])
    for name, (en, bn, many) in stacks.items():
        geometry.reset()
        rng = np.random.default_rng(67)
        board, tape, label = Kit("Board", 68), Kit("Tape"), Kit("Label")
        for size, at, turn in many:
            carton(board, tape, label, size, at, turn, rng, within(at) if name == "carton-stack" else ())
        strips, papers = tape.object(), label.object()
        strips["open"] = papers["open"] = True
        piece(folder, name, en, bn, [(board.object(), "board"), (strips, "tape"), (papers, "label")], board_variants())


def shed(folder):
    """Ribbed steel on a concrete upstand, 5 m high, and the roller shutter that fits between."""
    def cladding(name, width, z0, z1, pitch=0.25, deep=0.035):
        x, outline = -width / 2, []
        for k in range(int(round(width / pitch))):
            base = x + k * pitch
            outline += [(base, 0), (base + 0.06, 0), (base + 0.085, -deep), (base + 0.165, -deep), (base + 0.19, 0)]
        outline.append((width / 2, 0))
        line = np.array(outline)
        points = np.stack([np.stack([line[:, 0], line[:, 1], np.full(len(line), z)], 1) for z in (z0, z1)])
        obj = geometry.grid(name, points, wrap_u=False, u=geometry.arc_length(line), v=(z0, z1))
        obj["open"] = True
        return geometry.finish(obj, 20, False)

    def wears():
        return [(n, b, {"steel": finishes.enamel(f"{n} sheet", c, 0.45), "base": finishes.concrete(),
                        "post": finishes.enamel("Post", "#2B3442"),
                        "mark": finishes.enamel("Safety yellow", "#D9A32B", 0.5)})
                for n, b, c in (("Bone", "অস্থি", "#DDD8CC"), ("Ink", "কালি", "#3A434F"), ("Sage", "ঋষি সবুজ", "#9AA58F"))]

    geometry.reset()
    sheet = cladding("Sheet", 2.5, 1.0, 5.0)
    base = Kit("Base", shift=False).box((2.5, 0.2, 1.0), (0, 0.08, 0.5), 0.0, skip=("+y", "-z"))
    base.box((2.5, 0.24, 0.03), (0, 0.07, 1.0), 0.0, skip=("+y",))
    post = Kit("Post").box((0.16, 0.010, 5.0), (-1.25, -0.04, 2.5), 0.0, skip=("+y", "-z"))
    piece(folder, "shed-wall", "Shed wall, 2.5 m", "গুদামের দেয়াল, ২.৫ মি", [(sheet, "steel"), (base.object(), "base"),
                                                                              (post.object(), "post")], wears())
    geometry.reset()
    wall = cladding("Sheet", 5.0, 4.0, 5.0)
    base = Kit("Base", shift=False)
    frame, mark = Kit("Frame"), Kit("Mark")
    for s in (-1, 1):
        base.box((0.75, 0.25, 4.0), (s * 2.125, 0.10, 2.0), 0.006)
        frame.box((0.09, 0.14, 3.55), (s * 1.70, -0.06, 1.775), 0.004)
        mark.box((0.14, 0.14, 1.1), (s * 1.95, -0.28, 0.55), 0.02)
    base.box((3.5, 0.25, 0.5), (0, 0.10, 3.75), 0.0)
    frame.box((3.7, 0.36, 0.40), (0, -0.14, 3.72), 0.02)
    slats = []
    section = [(0.0, 0.0), (0.010, 0.012), (0.014, 0.045), (0.010, 0.078), (0.0, 0.088)]
    line = [(0.02 + 0.088 * k + z, d) for k in range(40) for d, z in section[:-1]] + [(3.54, 0.0)]
    rows = np.array([[(x, -0.03 - d, z) for x in (-1.68, 1.68)] for z, d in line])
    slat = geometry.grid("Slats", rows, wrap_u=False, u=(0, 3.36), v=geometry.arc_length(np.array(line)))
    slat["open"] = True
    slats.append(geometry.finish(slat, 50, False))
    frame.box((3.36, 0.04, 0.10), (0, -0.04, 0.05), 0.004)
    steel = geometry.join("Sheet", [wall, *slats])
    steel["open"] = True
    piece(folder, "shed-shutter", "Roller shutter, 5 m", "গুটানো দরজা, ৫ মি",
          [(steel, "steel"), (base.object(), "base"), (frame.object(), "post"), (mark.object(), "mark")], wears())
    for name, en, bn, marked in (("floor-concrete", "Concrete floor, 2.5 × 2.5 m", "কংক্রিট মেঝে, ২.৫ × ২.৫ মি", False),
                                 ("floor-marked", "Concrete floor with a lane, 2.5 × 2.5 m",
                                  "দাগ-টানা কংক্রিট মেঝে, ২.৫ × ২.৫ মি", True)):
        geometry.reset()
        h = 1.25
        slab = geometry.mesh_object("Slab", [(-h, -h, 0), (h, -h, 0), (h, h, 0), (-h, h, 0)], [(0, 1, 2, 3)],
                                    [(0, 0), (2.5, 0), (2.5, 2.5), (0, 2.5)])
        geometry.finish(slab, 180, False)
        layers = [(slab, "base")]
        if marked:
            lines = Kit("Lane").box((2.5, 0.10, 0.002), (0, -1.10, 0.001), 0.0, skip=("-z",))
            lane = lines.object()
            lane["open"] = True
            layers.append((lane, "mark"))
        piece(folder, name, en, bn, layers, [("Grey", "ধূসর", {"base": finishes.concrete(),
                                                               "mark": finishes.enamel("Safety yellow", "#D9A32B", 0.5)}),
                                             ("Dark", "গাঢ়", {"base": finishes.concrete("Dark concrete", "#8C8C90"),
                                                              "mark": finishes.enamel("Safety yellow", "#D9A32B", 0.5)})])
    geometry.reset()
    bell = turned("Bell", geometry.rounded([(0.05, 4.62, 0), (0.07, 4.58, 0.01), (0.20, 4.42, 0.04), (0.24, 4.30, 0.003),
                                            (0.235, 4.296, 0.002),
                                            (0.19, 4.42, 0.04), (0.05, 4.56, 0.01), (0.0, 4.57, 0)][::-1], 1), 32)
    body = [turned("Driver", geometry.rounded([(0, 4.56, 0), (0.06, 4.56, 0.004), (0.06, 4.72, 0.02), (0.02, 4.75, 0.004),
                                               (0, 4.75, 0)], 1), 20),
            rod("Drop", (0, 0, 4.74), (0, 0, 5.0), 0.005, 8)]
    glow = turned("Lens", [(0.0, 4.335), (0.15, 4.335), (0.21, 4.345)][::-1], 24)
    glow["open"] = bell["open"] = True
    metal = geometry.join("Lamp", [bell, *body])
    metal["open"] = True
    piece(folder, "high-bay", "High-bay lamp", "গুদামের বাতি", [(metal, "metal"), (glow, "light")],
          [(n, b, {"metal": finishes.enamel(f"{n} enamel", c, 0.3), "light": finishes.glow("High-bay light", "#FFE6C4", 9.0)})
           for n, b, c in (("Ink", "কালি", "#2B3442"), ("Green", "সবুজ", "#2F4E42"))])


def trolley(folder):
    """A pallet truck: forks, a pump head on its wheel, a looped handle."""
    geometry.reset()
    body, dark, more, wheels = Kit("Truck"), Kit("Grips"), [], []
    for s in (-1, 1):
        body.box((0.16, 1.15, 0.055), (s * 0.19, -0.20, 0.0775), 0.010)
        wheels.append(rod("Roller", (s * 0.19 - 0.05, -0.66, 0.04), (s * 0.19 + 0.05, -0.66, 0.04), 0.04, 20))
    body.box((0.54, 0.10, 0.30), (0, 0.42, 0.22), 0.02)
    body.box((0.16, 0.16, 0.34), (0, 0.52, 0.27), 0.02)
    for s in (-1, 1):
        wheels.append(rod("Wheel", (s * 0.045 - 0.03, 0.55, 0.09), (s * 0.045 + 0.03, 0.55, 0.09), 0.09, 28))
    more.append(rod("Pole", (0, 0.55, 0.42), (0, 0.74, 1.10), 0.018, 14))
    loop = geometry.spline([(0, 0.74, 1.10), (0.10, 0.755, 1.14), (0.12, 0.775, 1.21), (0.06, 0.79, 1.27), (-0.06, 0.79, 1.27),
                            (-0.12, 0.775, 1.21),
                            (-0.10, 0.755, 1.14), (0, 0.74, 1.10)], 32)[:-1]
    more.append(shapes.tube("Loop", loop, 0.014, closed=True))
    dark.box((0.10, 0.034, 0.034), (0, 0.79, 1.27), 0.010, turns=[("X", 15)])
    piece(folder, "pallet-truck", "Pallet truck", "প্যালেট ট্রাক", [(body.object(more), "body"),
                                                                    (dark.object(wheels), "rubber")],
          [(n, b, {"body": finishes.enamel(f"{n} truck", c), "rubber": finishes.dark("Rubber")})
           for n, b, c in (("Orange", "কমলা", "#C8642C"), ("Teal", "নীলচে সবুজ", "#1F6E68"))])


def build(folder):
    rack(folder)
    pallet(folder)
    cartons(folder)
    shed(folder)
    trolley(folder)
