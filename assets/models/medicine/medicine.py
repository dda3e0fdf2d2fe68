# SPDX-License-Identifier: GPL-3.0-or-later
"""A carton of tablets (the names are invented) with a tuck end that opens, blister strips that slide out, and a leaflet."""
import math

import numpy as np
from mathutils import Matrix

from lib import cardboard, encode, extras, geometry, materials, motion, shapes
from lib.atlas import Atlas
from lib.glb import Part, save
from lib.noise import normal_map, spectral
from lib.painting import Canvas, curve, petal
from lib.sequence import keyed

LONG, TALL, DEEP, CARD = 0.118, 0.058, 0.027, 0.0006
STRIP = (0.109, 0.050)
ART = Atlas(0.26, 0.26, {"front": (-0.127, 0.060, -0.009, 0.118), "back": (0.003, 0.060, 0.121, 0.118), "top": (-0.127, 0.028, -0.009, 0.055), "bottom": (0.003, 0.028, 0.121, 0.055),
                         "end": (-0.127, -0.036, -0.100, 0.022), "flap": (-0.095, -0.036, -0.068, 0.022), "leaflet": (-0.060, -0.050, 0.060, 0.022)})
ART.swatches(["board", "white", "colour", "deep"], -0.127, -0.10, 0.03)
FOIL = Atlas(0.12, 0.12, {"print": (-0.0545, -0.025, 0.0545, 0.025)})
FOIL.swatches(["bare"], -0.058, 0.03, 0.024)


def carton():
    r = cardboard.rectangle
    walls = [(r(LONG, TALL), "front", (0, -DEEP / 2, 0), (1, 0, 0), (0, -1, 0)), (r(LONG, TALL), "back", (0, DEEP / 2, 0), (-1, 0, 0), (0, 1, 0)),
             (r(LONG, DEEP), "top", (0, -DEEP / 2, TALL), (1, 0, 0), (0, 0, 1)), (r(LONG, DEEP), "bottom", (0, DEEP / 2, 0), (1, 0, 0), (0, 0, -1)),
             (r(DEEP, TALL), "end", (-LONG / 2, 0, 0), (0, -1, 0), (-1, 0, 0))]
    return geometry.join("Carton", [cardboard.placed(cardboard.panel(ART, o, name, CARD), cardboard.hinge(at, along, out)) for o, name, at, along, out in walls])


def pocket(x, y, scale=1.0, lift=0.0, squash=1.0):
    """A caplet's hill over (x, y): outlines from its foot to its top."""
    rows = []
    for f, z in ((1.0, 0.0), (0.985, 0.0008), (0.965, 0.0022), (0.93, 0.0034), (0.85, 0.0043), (0.68, 0.0049), (0.40, 0.0051)):
        o = geometry.superellipse(0.0180 * scale, 0.0098 * scale, 36, 2.25) * f
        rows.append(np.column_stack([o + [x, y], np.full(36, lift + z * squash)]))
    return np.array(rows)


CELLS = [(x, y) for y in (-0.0118, 0.0118) for x in np.linspace(-0.0425, 0.0425, 5)]


def strip():
    """A blister drawn lying, pockets up: clear film, foil, caplets."""
    outline = shapes.rectangle(*STRIP, 0.004, 6)
    feet = [pocket(x, y)[0][:, :2] for x, y in CELLS]
    film = [shapes.extrude("Film", outline, 0.0003, 0.0001, 1, feet, 0.0002)]
    pills = []
    for x, y in CELLS:
        rows = pocket(x, y)
        film.append(geometry.finish(geometry.grid("Pocket", rows + [0, 0, 0.0004], u=np.linspace(0, 0.045, 37), v=np.arange(7) * 0.001, caps=(-1,)), 50, weighted=False))
        pills.append(caplet(x, y))
    foil = geometry.join("Foil", [FOIL.printed(shapes.extrude("Foil", outline, 0.0001, 0.0, 1), "print", (0, 0, 0), (-1, 0, 0), (0, 1, 0), size=STRIP),
                                  shapes.extrude("Foil front", outline, 0.0001, 0.00003, 1, base=0.0001, bottom_bevel=0.0)])
    bare_front(foil)
    return [(geometry.join("Caplets", pills), "pill"), (foil, "foil"), (geometry.join("Film", film), "film")]


def bare_front(obj):
    """The print is on the back: the front's coordinates stay within what is bare, at the scale of the relief."""
    x0, y0, x1, _ = FOIL.places["bare"]
    mesh = obj.data
    for polygon in mesh.polygons:
        if polygon.normal.z > 0.5:
            for loop in polygon.loop_indices:
                co = mesh.vertices[mesh.loops[loop].vertex_index].co
                f = np.array([co.x / STRIP[0] + 0.5, co.y / STRIP[0] + 0.5])
                mesh.uv_layers[0].data[loop].uv = np.array([x0, y0]) / 0.12 + 0.5 + f * (x1 - x0) / 0.12


def caplet(x, y):
    rows = []
    for f, z in ((0.70, 0.0004), (0.90, 0.0007), (1.0, 0.0014), (1.0, 0.0030), (0.93, 0.0036), (0.75, 0.0040), (0.45, 0.00425), (0.12, 0.0043)):
        o = geometry.superellipse(0.0160, 0.0078, 32, 2.2)
        o = o * [1 - (1 - f) * 0.5, f]
        line = np.column_stack([o + [x, y], np.full(32, z)])
        score = np.exp(-((line[:, 0] - x) / 0.00045) ** 2) * (0.0007 if z > 0.0035 else 0)
        line[:, 2] -= score
        rows.append(line)
    return geometry.finish(geometry.grid("Caplet", np.array(rows), u=np.linspace(0, 0.04, 33), v=np.arange(8) * 0.001, caps=(0, -1)), 50, weighted=False)


def leaflet():
    """Folded paper between strips and carton."""
    pieces = []
    for k in range(4):
        z = 0.0004 * k
        rows = np.array([[(px, py, z + 0.0003 * math.sin(px * 60 + k)) for px in np.linspace(-0.050, 0.050, 13)] for py in (-0.0245, -0.010, 0.010, 0.0245)])
        uv = np.stack(np.meshgrid(np.linspace(0, 1, 13), np.linspace(0, 1, 4)), -1)
        pieces.append(shapes.sheet("Leaf", rows, 0.00012, uv=ART.to_sheet("leaflet", uv)))
    return geometry.join("Leaflet", pieces)


LOOKS = [("Aramodine", "আরামোডিন", "20 mg", "২০", "30 caplets", {"deep": "#0B3F6B", "colour": "#1687B8", "light": "#7FD0E8", "accent": "#F2A33A"}, "#F4F2EC", 0),
         ("Kelorin", "কেলোরিন", "250 mg", "২৫০", "30 caplets", {"deep": "#8E2A12", "colour": "#E8642A", "light": "#F9C07A", "accent": "#2A6E8E"}, "#F4C24A", 4500),
         ("Silvenol", "সিলভেনল", "10 mg", "১০", "30 caplets", {"deep": "#0E4A34", "colour": "#2A9A66", "light": "#A8DDB0", "accent": "#D8483A"}, "#9CCFC0", 2500)]


def lattice(c, x, y, size, tint, seed):
    """A chain of rings such as chemists draw; of no real substance."""
    rng = np.random.default_rng(seed)
    px, py = x, y
    for k in range(4):
        h = np.stack([px + size * np.sin(np.arange(6) * math.pi / 3), py + size * np.cos(np.arange(6) * math.pi / 3)], 1)
        c.line(h, size * 0.13, tint, closed=True, amount=0.8)
        if k % 2:
            c.ring(px, py, size * 0.55, size * 0.10, tint)
        a = h[rng.integers(0, 6)]
        c.line([a, a + (a - [px, py]) * 0.8], size * 0.12, tint, amount=0.8)
        c.dot(*(a + (a - [px, py]) * 0.9), size * 0.22, tint)
        px, py = px + size * 1.732 * (1 if k % 2 else 0.5), py + (0 if k % 2 else size * 1.5 * (-1 if k else 1))


def face(c, place, p, name, bn, dose, dose_bn, count):
    x0, y0, x1, y1 = ART.places[place]
    with c.within(x0, y0, x1, y1), c.at((x0 + x1) / 2, (y0 + y1) / 2):
        w, h = (x1 - x0) / 2, (y1 - y0) / 2
        c.box(-w, -h, w, h, "#F7F8F6")
        wave = curve([(w * 0.18, -h * 1.2), (w * 0.40, -h * 0.4), (w * 0.36, h * 0.3), (w * 0.62, h * 1.2)], 40)
        for d, tint, to in ((0.0, p["light"], p["light"]), (0.0065, p["colour"], p["light"]), (0.016, p["deep"], p["colour"])):
            c.shape(np.concatenate([wave + [d, 0], [(w * 1.3, h * 1.3), (w * 1.3, -h * 1.3)]]), tint, to, (0, 1))
        lattice(c, w * 0.66, h * 0.10, h * 0.20, "#FFFFFF", 4)
        for k in range(7):
            with c.at(w * 0.80, -h * 0.52, 1, 360 * k / 7):
                c.shape(petal(h * 0.26, h * 0.13, 0.4), "#FFFFFF", amount=0.85)
        c.text(name, 0.0145, -w * 0.92, h * 0.44, p["deep"], "bold", "LEFT")
        c.text(bn, 0.0096, -w * 0.92, h * 0.06, p["colour"], "bengali-bold", "LEFT")
        pill = np.concatenate([shapes.rectangle(0.024, 0.0076, 0.0037, 6, (-w * 0.92 + 0.012, -h * 0.36))])
        c.shape(pill, p["accent"])
        c.text(dose, 0.0060, -w * 0.92 + 0.012, -h * 0.36, "#FFFFFF", "bold")
        c.text(dose_bn, 0.0062, -w * 0.92 + 0.0305, -h * 0.37, p["accent"], "bengali-bold")
        c.text(count, 0.0046, -w * 0.92, -h * 0.68, "#3A4046", "regular", "LEFT")
        c.text("By mouth. Keep dry, below 30 °C.", 0.0029, -w * 0.92, -h * 0.86, "#6A7076", "regular", "LEFT")


def wardrobe():
    size = 256
    y, x = np.meshgrid(np.arange(size) / size, np.arange(size) / size, indexing="ij")
    knurl = np.abs(np.sin(math.pi * 12 * (x + y))) * np.abs(np.sin(math.pi * 12 * (x - y)))
    relief = encode.jpeg("Foil relief", normal_map(knurl + 0.05 * spectral((size, size), 3, 0.8, 8, 100), 1.1), 82)
    film = materials.glass("Clear film", "#FFFFFF", 1.53, roughness=0.03)
    out = []
    for name, bn, dose, dose_bn, count, p, tint, price in LOOKS:
        c = Canvas(0.26, 0.26, 1024, "#E6E1D6")
        for place in ("front", "back"):
            face(c, place, p, name, bn, dose, dose_bn, count)
        for place in ("top", "bottom"):
            x0, y0, x1, y1 = ART.places[place]
            with c.within(x0, y0, x1, y1):
                c.box(x0, y0, x1, y1, p["colour"], p["deep"], (1, 0))
                c.text(name, 0.0105, x0 + 0.008, (y0 + y1) / 2, "#FFFFFF", "bold", "LEFT")
                c.text(dose, 0.0075, x1 - 0.010, (y0 + y1) / 2, p["light"], "bold", "RIGHT")
        for place in ("end", "flap"):
            x0, y0, x1, y1 = ART.places[place]
            mx = (x0 + x1) / 2
            with c.within(x0, y0, x1, y1):
                c.box(x0, y0, x1, y1, "#F7F8F6")
                c.box(x0, y1 - 0.016, x1, y1, p["deep"])
                c.box(x0, y1 - 0.018, x1, y1 - 0.016, p["accent"])
                c.text(name, 0.0046, mx, y1 - 0.0082, "#FFFFFF", "bold")
                for k, words in enumerate(("LOT 0417", "EXP 08 2028", dose)):
                    c.text(words, 0.0036, mx, y1 - 0.0245 - 0.0062 * k, "#2A2E33", "regular")
                rng = np.random.default_rng(9)
                at = x0 + 0.0045
                while at < x1 - 0.0050:  # bars
                    wide = 0.00025 * rng.integers(1, 4)
                    c.box(at, y0 + 0.0035, at + wide, y0 + 0.0125, "#15181B")
                    at += wide + 0.00025 * rng.integers(1, 4)
        x0, y0, x1, y1 = ART.places["leaflet"]
        with c.within(x0, y0, x1, y1):
            c.box(x0, y0, x1, y1, "#F4F3EF")
            c.text(name, 0.006, x0 + 0.006, y1 - 0.006, p["deep"], "bold", "LEFT")
            rng = np.random.default_rng(2)
            for column in range(3):
                for line in range(22):
                    a = x0 + 0.006 + 0.0365 * column
                    c.box(a, y1 - 0.0135 - 0.0025 * line, a + 0.033 * (1 if rng.random() > 0.25 else rng.uniform(0.3, 0.9)), y1 - 0.0125 - 0.0025 * line, "#9AA0A4")
        ART.fill(c, {"board": "#CFC8B8", "white": "#F7F8F6", "colour": p["colour"], "deep": p["deep"]})
        f = Canvas(0.12, 0.12, 512, "#D4D6D8")
        with f.within(-0.0545, -0.025, 0.0545, 0.025):
            for k in range(-4, 5):
                for j in range(-3, 4):
                    f.text(f"{name} {dose}", 0.0036, 0.034 * j + 0.012 * k, 0.0062 * k, p["deep"], "bold")
        out.append({"name": name, "bn": bn, "price": price, "materials": {
            "card": materials.pbr(f"{name} carton", roughness=0.42, base=c.jpeg(f"{name} carton", 86), extensions=materials.clearcoat(0.5, 0.15)), "film": film,
            "foil": foil(f"{name} foil", f.jpeg(f"{name} foil", 84), relief), "pill": materials.pbr(f"{name} caplets", tint, 0.42, extensions=materials.clearcoat(0.35, 0.2))}})
    return out


def foil(name, base, relief):
    made = materials.pbr(name, "#FFFFFF", 0.32, 0.92, base=base, normal=relief, normal_scale=0.5)
    made.body["normalTexture"]["extensions"] = {"KHR_texture_transform": {"scale": [36, 36]}}
    return made


def build(folder):
    geometry.reset()
    variants = wardrobe()
    r = cardboard.rectangle
    words, plastic = ("Folding board, varnished", "ভাঁজের বোর্ড, বার্নিশ করা"), ("Film and foil, sealed", "ফিল্ম ও ফয়েল, জোড়া")
    tongue = Part("tongue", "Tuck", "গোঁজা পাত", cardboard.panel(ART, r(TALL, 0.0135, 0.004, 0.004, 0.0008), "white", CARD), "card", place=cardboard.fold(DEEP - 0.0016, -91), made_of=words)
    flap = Part("flap", "End flap", "মুখের পাত", cardboard.panel(ART, r(TALL, DEEP - 0.0013, inset=0.0003), "flap", CARD, turn=1), "card",
                place=cardboard.hinge((LONG / 2, DEEP / 2, TALL / 2), (0, 0, 1), (1, 0, 0)), made_of=words, children=[tongue])
    dust = [Part(f"dust-{n}", f"{en} dust flap", f"{bn} ভাঁজ", cardboard.panel(ART, r(DEEP, 0.017, 0.003, 0.003, 0.0007), "white", CARD), "card", place=cardboard.hinge((LONG / 2 - 0.0009, 0, z), (0, s, 0), (1, 0, 0)), made_of=words)
            for n, en, bn, z, s in (("top", "Top", "ওপরের", TALL - 0.0008, -1), ("bottom", "Bottom", "নিচের", 0.0008, 1))]
    blister = strip()
    stand = Matrix.Rotation(math.radians(90), 4, "X")
    inside = [Part(f"strip-{k + 1}", f"Blister strip {k + 1}", f"পাতা {'১২'[k]}", layers=blister, place=Matrix.Translation((0.002, 0.0095 - 0.0085 * k, TALL / 2)) @ stand, made_of=plastic,
                   explode=(1, 0, 0, 0.135 + 0.02 * k, 2), price=9000) for k in range(2)]
    angle = math.radians(37)
    loose = Part("strip-loose", "Blister strip", "পাতা", layers=blister, made_of=plastic, explode=(0, 0.15, 1, 0.05, 1), price=9000,
                 place=Matrix.Translation((0.043, -DEEP / 2 - 0.0207, 0.0151)) @ Matrix.Rotation(angle, 4, "X"))
    paper = Part("leaflet", "Leaflet", "নির্দেশিকা", leaflet(), "card", place=Matrix.Translation((-0.001, -0.0060, TALL / 2)) @ stand, made_of=("Thin paper, folded", "ভাঁজ করা পাতলা কাগজ"), explode=(1, 0, 0, 0.185, 2))
    box = Part("carton", "Carton", "বাক্স", carton(), "card", made_of=words, explode=(0, 0, 0, 0.0, 0), children=[flap] + dust)
    total = 6.0
    opening = motion.Animation("open", "The end opens, a strip slides out", "মুখ খোলে, পাতা বেরোয়", [
        motion.turn(flap, (1, 0, 0), keyed(total, (0.0, 0.9, 118), (5.1, 6.0, 0))), motion.turn(tongue, (1, 0, 0), keyed(total, (0.1, 0.8, 62), (5.1, 5.8, 0))),
        motion.turn(dust[0], (1, 0, 0), keyed(total, (0.8, 1.4, 95), (4.5, 5.1, 0))), motion.turn(dust[1], (1, 0, 0), keyed(total, (0.9, 1.5, 70), (4.4, 5.0, 0))),
        motion.slide(inside[1], (1, 0, 0), keyed(total, (1.4, 2.5, 0.062), (3.4, 4.4, 0.0))), motion.slide(inside[0], (1, 0, 0), keyed(total, (1.7, 2.7, 0.022), (3.3, 4.2, 0.0)))])
    root = Part("medicine", "Carton of caplets", "ওষুধের বাক্স", price=27000, children=[box] + inside + [paper, loose], hotspots=[
        extras.hotspot((-0.030, -DEEP / 2, 0.042), (0, -1, 0), ("Dose", "Take as your doctor says"), ("মাত্রা", "ডাক্তার যেমন বলেন"), box),
        extras.hotspot((0.040, -0.045, 0.024), (0, -0.8, 0.6), ("Sealed strip", "Ten caplets, each in its own pocket"), ("সিল করা পাতা", "দশটি বড়ি, যার যার ঘরে"), loose),
        extras.hotspot((LONG / 2, 0, 0.040), (1, -0.2, 0), ("Tuck end", "Lot and date are printed here"), ("মুখের ভাঁজ", "লট ও মেয়াদ এখানে ছাপা"), flap)],
        animations=[opening])
    save(folder, root, variants)
