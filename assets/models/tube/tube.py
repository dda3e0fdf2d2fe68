# SPDX-License-Identifier: GPL-3.0-or-later
"""A tube of gel standing on its cap, and sachets of salts in their dispenser."""
import math

import numpy as np
from mathutils import Matrix

from lib import bottles, cardboard, extras, geometry, materials, motion, shapes
from lib.atlas import Atlas
from lib.glb import Part, save
from lib.labels import PALETTES, PAPER, bars, fitting, frieze
from lib.painting import Canvas

SHEET = Atlas(0.26, 0.26, {"front": (-0.128, -0.006, -0.004, 0.128), "back": (0.004, -0.006, 0.128, 0.128), "wall": (-0.130, -0.090, 0.130, -0.016)})
SHEET.swatches(["board", "deep", "foil", "white"], -0.128, -0.126, 0.03)
LOOKS = [("Diclofenac gel", "ডাইক্লোফেনাক জেল", "Diclofenac", "ডাইক্লোফেনাক জেল", "1 %", "night", "waves"), ("Plain, coral", "নামহীন, প্রবাল", "", "", "gel", "coral", "rings"), ("Plain, teal", "নামহীন, ফিরোজা", "", "", "gel", "teal", "leaf")]
SALTS = [("Oral rehydration salts", "খাবার স্যালাইন", "Oral rehydration salts", "খাবার স্যালাইন", "500 ml", "coral", "drops"), ("Plain, sea", "নামহীন, নীল", "", "", "1 sachet", "sea", "waves"), ("Plain, moss", "নামহীন, সবুজ", "", "", "1 sachet", "moss", "leaf")]
CAP, LONG, R = 0.019, 0.122, 0.0175


def body():
    """Round at the shoulder, flat at the crimp; drawn standing on its cap. Front half and back half are printed apart."""
    rows, uvs = [], []
    n = 56
    a = np.arange(n) * 2 * math.pi / n + math.pi / n
    for t in np.concatenate([[-0.055, -0.035, -0.012], np.linspace(0, 1, 26)]):
        if t < 0:
            r = np.interp(t, [-0.055, -0.035, -0.012], [0.0085, 0.0120, R * 0.985])
            rows.append(np.stack([r * np.cos(a), r * np.sin(a), np.full(n, CAP - 0.0005 + (t + 0.055) * LONG * 0.9)], 1))
            continue
        f = t ** 1.5
        wide, deep = R + (math.pi / 2 * R * 0.97 - R) * f, R * (1 - f) + 0.0009 * f
        dent = 0.0010 * math.sin(t * 5.5) * t * (1 - t)
        rows.append(np.stack([wide * np.cos(a), (deep + dent) * np.sin(a), np.full(n, CAP + 0.0058 + LONG * 0.92 * t)], 1))
    points = np.array(rows)
    obj = geometry.grid("Tube", points, u=np.zeros(n + 1), v=np.zeros(len(rows)), caps=(0,))
    low, high = CAP, CAP + 0.0058 + LONG * 0.92
    layer = obj.data.uv_layers[0].data
    for polygon in obj.data.polygons:
        place = "front" if polygon.center.y < 0 else "back"
        for loop in polygon.loop_indices:
            co = obj.data.vertices[obj.data.loops[loop].vertex_index].co
            t = (co.z - low) / (high - low)
            half = math.asin(max(min(co.x / max(np.interp(t, [0, 1], [R, math.pi / 2 * R]), 1e-6), 1), -1)) / (math.pi / 2) * 0.5
            layer[loop].uv = SHEET.to_sheet(place, np.array([0.5 + (half if place == "front" else -half), np.clip(t, 0.003, 0.997)]))
    tube = geometry.finish(obj, 60, weighted=False)
    wide, top = math.pi / 2 * R * 0.97, CAP + 0.0058 + LONG * 0.92
    ribs = []
    for k in range(13):  # the crimp's pleats
        z = top - 0.0006 + 0.0009 * k
        ribs.append([(x, y, z) for x, y in shapes.rectangle(2 * wide, 0.0020 + 0.0007 * (k % 2), 0.0007, 3)])
    crimp = shapes.loft("Crimp", ribs, sharp=30)
    return geometry.join("Tube", [tube, SHEET.plain(crimp, "deep")])


def tube_art(look):
    name, _, words, bengali, dose, p, kind = look
    deep, colour, light, accent = PALETTES[p]
    c = Canvas(0.26, 0.26, 768, PAPER)
    for place in ("front", "back"):
        x0, y0, x1, y1 = SHEET.places[place]
        w = x1 - x0
        sx = w / 0.054  # the place is wider than half the tube is round: letters are drawn stretched
        with c.within(x0, y0, x1, y1):
            c.box(x0, y0, x1, y1, PAPER)
            mx = (x0 + x1) / 2
            before = c.matrix
            with c.within(x0, y1 - 0.050, x1, y1):
                c.matrix = np.array([[sx, 0, mx], [0, 1, y1 - 0.025]])
                frieze(c, kind, 0.054, 0.050, deep, colour, light, accent)
            c.matrix = np.array([[sx, 0, mx], [0, 1, 0]])
            c.box(-0.03, y1 - 0.0530, 0.03, y1 - 0.050, accent)
            c.box(-0.03, y0, 0.03, y0 + 0.010, deep)
            if words and place == "front":
                c.text(words, fitting(words, "bold", 0.031, 0.0088), 0, y1 - 0.066, deep, "bold")
                for k, part in enumerate(bengali.split(" ")):
                    c.text(part, fitting(part, "bengali-bold", 0.029, 0.0084), 0, y1 - 0.0765 - 0.0085 * k, colour, "bengali-bold")
            elif place == "front":
                for k, tint in enumerate((colour, light, accent)):
                    c.dot((k - 1) * 0.010, y1 - 0.070, 0.0038, tint)
            if place == "front":
                c.shape(shapes.rectangle(0.016, 0.0086, 0.0042, 6, (0, y1 - 0.0975)), accent)
                c.text(dose, 0.0062, 0, y1 - 0.0976, "#FFFFFF", "bold")
                c.text("For the skin only. 50 g", 0.0031, 0, y1 - 0.109, "#5A6066", "regular")
            else:
                for k in range(12):
                    c.box(-0.017, y1 - 0.060 - 0.0030 * k, 0.017 * (1 if k % 4 != 3 else 0.2), y1 - 0.0588 - 0.0030 * k, "#9AA0A4")
                bars(c, -0.010, y0 + 0.016, 0.010, y0 + 0.030, np.random.default_rng(3))
            c.matrix = before
    SHEET.fill(c, {"board": "#CFC8B8", "deep": deep, "foil": "#C9CDD2", "white": PAPER})
    return c.jpeg(f"{name} tube", 80)


def gel(folder):
    lid = bottles.cap("Cap", 0.0150, 0.0, CAP, 44, 0.0018, 0.030, 0.0012)
    lid = shapes.placed(lid, (0, 0, CAP), [("X", 180)])
    cap = Part("cap", "Cap", "ছিপি", lid, "cap", made_of=("Moulded plastic", "ছাঁচের প্লাস্টিক"), explode=(0, 0, 0, 0.0, 0), place=Matrix.Translation((0, 0, 0)))
    nozzle = geometry.finish(geometry.lathe("Nozzle", [(0.0, 0.0060), (0.0030, 0.0060), (0.0046, 0.0070), (0.0046, 0.0190), (0.0085, 0.0200), (0.0, 0.0205)], 32), 40)
    turn = Matrix.Rotation(math.radians(-16), 4, "Z")
    tube = Part("tube", "Tube", "টিউব", layers=[(body(), "tube"), (nozzle, "cap")], made_of=("Laminate, varnished", "ল্যামিনেট, বার্নিশ করা"), explode=(0, 1, 0, 0.04, 1), place=turn)
    root = Part("gel", "Tube of gel", "জেলের টিউব", price=16000, children=[tube, cap], hotspots=[
        extras.hotspot((-0.006, -0.014, 0.060), (-0.3, -1, 0), ("Strength", "Ten milligrams in a gram"), ("মাত্রা", "প্রতি গ্রামে দশ মিলিগ্রাম"), tube),
        extras.hotspot((-0.010, -0.0090, 0.010), (-0.6, -0.8, 0), ("Stand it on its cap", "The gel is where you need it"), ("ছিপির ওপর দাঁড়ায়", "জেল মুখের কাছেই থাকে"), cap),
        extras.hotspot((0, -0.002, 0.140), (0, -1, 0.3), ("Crimp", "The lot and the date are pressed in"), ("মোড়ানো প্রান্ত", "লট ও মেয়াদ চাপা দেওয়া"), tube)],
        animations=[motion.Animation("open", "The tube lifts off its cap", "টিউব ছিপি থেকে ওঠে", [motion.slide(tube, (0, 0, 1), motion.there(1.2, 0.032))])])
    looks = []
    for look in LOOKS:
        looks.append({"name": look[0], "bn": look[1], "materials": {"tube": materials.pbr(f"{look[0]} tube", roughness=0.34, base=tube_art(look), extensions=materials.clearcoat(0.6, 0.10)),
                                                                    "cap": materials.pbr(f"{look[0]} cap", PALETTES[look[5]][1], 0.40)}})
    save(folder, root, looks)


WIDE, TALL = 0.072, 0.098
BOX, LOW = (0.084, 0.046, 0.074), 0.046  # the dispenser, and how high its front is
for _side, (_at, _along, _high) in {"wall-front": (0, BOX[0], LOW), "wall-right": (BOX[0], BOX[1], BOX[2]), "wall-back": (BOX[0] + BOX[1], BOX[0], BOX[2]), "wall-left": (2 * BOX[0] + BOX[1], BOX[1], BOX[2])}.items():
    _x, _y = SHEET.places["wall"][0] + _at, SHEET.places["wall"][1]
    SHEET.places[_side] = (_x, _y, _x + _along, _y + _high)


def sachet(seed):
    """A pillow of foil, sealed round, its ends cut to teeth; drawn standing, its face to the front."""
    n, m = 33, 41
    u, v = np.linspace(-1, 1, n), np.linspace(-1, 1, m)
    uu, vv = np.meshgrid(u, v)
    rng = np.random.default_rng(seed)
    p = rng.uniform(0, 6, 6)
    full = np.clip(1 - np.abs(uu / 0.90) ** 3.2, 0, 1) ** 0.5 * np.clip(1 - np.abs(vv / 0.86) ** 3.2, 0, 1) ** 0.5
    sag = 1 - 0.30 * vv
    crease = 0.10 * np.sin(3 * uu + 4 * vv + p[0]) + 0.07 * np.sin(7 * uu - 3 * vv + p[1]) + 0.05 * np.sin(9 * vv + 5 * uu + p[2])
    depth = 0.0062 * full * sag * (1 + crease)
    edge = 0.0005 * np.sin(uu * 3 + p[3]) * (1 - full)
    teeth = np.where(np.abs(vv) > 0.999, 0.0010 * (np.arange(n) % 2)[None], 0)
    x, z = uu * WIDE / 2, TALL / 2 + vv * (TALL / 2 - teeth)
    # Pressed seals: fine ribs across both ends.
    rib = np.where((np.abs(vv) > 0.88) & (np.arange(m)[:, None] % 2 == 0), 0.00022, 0)
    halves = []
    for sign, place in ((-1, "front"), (1, "back")):
        y = sign * (depth + rib + 0.00012) + edge
        points = np.stack([x, y, z], -1)
        uv = SHEET.to_sheet(place, np.stack([0.5 + uu * 0.5 * -sign, 0.5 + vv * 0.5], -1))
        if sign > 0:
            points, uv = points[:, ::-1], uv[:, ::-1]
        halves.append(geometry.finish(geometry.grid(place, points, wrap_u=False, uv=uv), 60, weighted=False))
    out = geometry.join("Sachet", halves)
    out["open"] = True
    return out


def salts_art(look):
    name, _, words, bengali, dose, p, kind = look
    deep, colour, light, accent = PALETTES[p]
    c = Canvas(0.26, 0.26, 768, PAPER)
    for place in ("front", "back"):
        x0, y0, x1, y1 = SHEET.places[place]
        before = c.matrix
        kx, ky = (x1 - x0) / WIDE, (y1 - y0) / TALL
        with c.within(x0, y0, x1, y1):
            c.matrix = np.array([[kx, 0, (x0 + x1) / 2], [0, ky, (y0 + y1) / 2]])
            c.box(-WIDE, -TALL, WIDE, TALL, PAPER)
            c.box(-WIDE, TALL * 0.44, WIDE, TALL, deep)
            c.box(-WIDE, -TALL, WIDE, -TALL * 0.44, deep)
            m = c.matrix
            with c.within(x0, y0 + (TALL * 0.06) * ky, x1, y0 + TALL * 0.40 * ky):
                c.matrix = np.array([[kx, 0, (x0 + x1) / 2], [0, ky, (y0 + y1) / 2 - TALL * 0.27 * ky]])
                frieze(c, kind, WIDE, TALL * 0.34, deep, colour, light, accent)
            c.matrix = m
            c.box(-WIDE, -TALL * 0.10, WIDE, -TALL * 0.083, accent)
            if place == "front":
                if words:
                    first, rest = words.split(" ", 1)
                    c.text(first, 0.0100, 0, TALL * 0.355, deep, "bold")
                    c.text(rest, fitting(rest, "bold", 0.056, 0.0072), 0, TALL * 0.255, deep, "bold")
                    c.text(bengali, fitting(bengali, "bengali-bold", 0.052, 0.0090), 0, TALL * 0.150, colour, "bengali-bold")
                else:
                    for k, tint in enumerate((colour, light, accent)):
                        c.dot((k - 1) * 0.014, TALL * 0.28, 0.0056, tint)
                c.shape(shapes.rectangle(0.0036 * len(dose) + 0.008, 0.0082, 0.0040, 6, (0, TALL * 0.025)), accent)
                c.text(dose, 0.0058, 0, TALL * 0.024, "#FFFFFF", "bold")
            else:
                for k in range(8):
                    c.box(-0.028, TALL * 0.38 - 0.0036 * k, 0.028 * (1 if k % 5 != 4 else -0.2), TALL * 0.38 + 0.0013 - 0.0036 * k, "#9AA0A4")
                bars(c, -0.014, -TALL * 0.055, 0.014, TALL * 0.045, np.random.default_rng(3))
            c.matrix = before
    x0, y0, x1, y1 = SHEET.places["wall"]  # one print round all four sides, at true scale
    with c.within(x0, y0, x1, y1):
        with c.at((x0 + x1) / 2, y0 + LOW / 2):
            frieze(c, kind, x1 - x0, LOW, deep, colour, light, accent)
        c.box(x0, y0 + LOW, x1, y1, deep)
        c.box(x0, y0 + LOW - 0.0016, x1, y0 + LOW, accent)
        for middle in (BOX[0] / 2, BOX[0] * 1.5 + BOX[1]) if words else ():
            with c.at(x0 + middle, y0 + LOW / 2):
                c.shape(shapes.rectangle(0.062, 0.026, 0.006, 6), PAPER)
                c.text(bengali, fitting(bengali, "bengali-bold", 0.052, 0.0098), 0, 0.0040, deep, "bengali-bold")
                c.text(words, fitting(words, "bold", 0.052, 0.0052), 0, -0.0072, colour, "bold")
    SHEET.fill(c, {"board": "#CFC8B8", "deep": deep, "foil": "#C9CDD2", "white": PAPER})
    return c.jpeg(f"{name} sachet", 80)


def dispenser():
    """An open box, its front cut low."""
    (wide, deep, tall), thick = BOX, 0.0007
    side = np.array([(-deep / 2, 0), (deep / 2, 0), (deep / 2, tall), (-deep * 0.1, tall), (-deep / 2, LOW)])
    edge = [1 + 0.9 * thick / wide, 1]  # front and back reach over the edges of the sides, so that the fold shows no board
    panels = []
    for outline, place, at, along, out in ((cardboard.rectangle(wide, LOW) * edge, "wall-front", (0, -deep / 2, 0), (1, 0, 0), (0, -1, 0)), (cardboard.rectangle(wide, tall) * edge, "wall-back", (0, deep / 2, 0), (-1, 0, 0), (0, 1, 0)),
                                           (side, "wall-right", (wide / 2, 0, 0), (0, 1, 0), (1, 0, 0)), (side * [-1, 1], "wall-left", (-wide / 2, 0, 0), (0, -1, 0), (-1, 0, 0)),
                                           (cardboard.rectangle(wide, deep), "board", (0, deep / 2, 0.0003), (1, 0, 0), (0, 0, -1))):
        panels.append(cardboard.placed(cardboard.panel(SHEET, outline, place, thick), cardboard.hinge(at, along, out)))
    return geometry.join("Dispenser", panels)


def salts(folder):
    box = Part("dispenser", "Dispenser", "বাক্স", dispenser(), "card", made_of=("Folding board", "ভাঁজের বোর্ড"), explode=(0, 0, 0, 0.0, 0))
    first = sachet(3)
    rows = [Part(f"sachet-{k + 1}", f"Sachet {k + 1}", f"প্যাকেট {'১২৩'[k]}", first, "foil", place=Matrix.Translation((0.002 * (k - 1), 0.014 - 0.0135 * k, 0.0022 + 0.002 * k)) @ Matrix.Rotation(math.radians(2 - 2.4 * k), 4, "X") @ Matrix.Rotation(math.radians((-2, 1.4, -1)[k]), 4, "Y"),
                 made_of=("Foil laminate", "ফয়েল ল্যামিনেট"), explode=(0, 1, 0, 0.05 + 0.03 * (2 - k), 1), price=600) for k in range(3)]
    leaning = Part("sachet-front", "Sachet", "প্যাকেট", first, "foil", made_of=("Foil laminate", "ফয়েল ল্যামিনেট"), explode=(0.3, 0, 0.8, 0.04, 2), price=600,
                   place=Matrix.Translation((0.050, -0.0560, 0.0040)) @ Matrix.Rotation(math.radians(-14), 4, "Z") @ Matrix.Rotation(math.radians(-34), 4, "X"))
    root = Part("sachets", "Sachets of salts", "স্যালাইনের প্যাকেট", price=6000, children=[box, *rows, leaning], hotspots=[
        extras.hotspot((0.046, -0.036, 0.060), (0, -0.9, 0.5), ("One sachet", "Half a litre of safe water, exactly"), ("এক প্যাকেট", "ঠিক আধা লিটার নিরাপদ পানি"), leaning),
        extras.hotspot((0, -0.0235, 0.024), (0, -1, 0), ("The box", "Keep it where everybody can find it"), ("বাক্স", "রাখুন সবার নাগালে"), box),
        extras.hotspot((0.0, 0.0, 0.098), (0, -0.4, 1), ("Sealed edge", "Tear at the teeth"), ("সিল করা ধার", "দাঁতের জায়গায় ছিঁড়ুন"), rows[1])],
        animations=[motion.Animation("take", "A sachet is taken", "একটি প্যাকেট ওঠে", [motion.slide(rows[2], (0, 0, 1), motion.there(1.1, 0.055))])])
    looks = []
    for look in SALTS:
        art = salts_art(look)
        looks.append({"name": look[0], "bn": look[1], "materials": {"foil": materials.pbr(f"{look[0]} foil", roughness=0.30, base=art, extensions=materials.clearcoat(0.8, 0.14)), "card": materials.pbr(f"{look[0]} board", roughness=0.55, base=art)}})
    save(folder, root, looks)


def build(folder):
    geometry.reset()
    for make in (gel, salts):
        make(folder)
