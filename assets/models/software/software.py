# SPDX-License-Identifier: GPL-3.0-or-later
"""A boxed program: a printed carton with a tuck top, a disc in a sleeve and a card with its key."""
import math

import numpy as np
from mathutils import Matrix

from lib import cardboard, extras, geometry, materials, motion, painting, shapes
from lib.atlas import Atlas
from lib.glb import Part, save
from lib.labels import fitting
from lib.painting import Canvas, curve, petal
from lib.sequence import keyed

WIDE, TALL, DEEP, CARD = 0.150, 0.200, 0.036, 0.0007
ART = Atlas(0.44, 0.44, {"front": (-0.21, 0.005, -0.06, 0.205), "back": (-0.05, 0.005, 0.10, 0.205), "side": (0.11, 0.005, 0.146, 0.205), "top": (-0.21, -0.041, -0.06, -0.005), "sleeve": (-0.05, -0.175, 0.086, -0.039),
                         "key": (-0.21, -0.115, -0.124, -0.061), "disc": (0.095, -0.175, 0.215, -0.055)})
ART.swatches(["board", "white", "deep", "bright"], -0.21, -0.17, 0.03)


def carton():
    r = cardboard.rectangle
    walls = [(r(WIDE, TALL), "front", (0, -DEEP / 2, 0), (1, 0, 0), (0, -1, 0)), (r(WIDE, TALL), "back", (0, DEEP / 2, 0), (-1, 0, 0), (0, 1, 0)), (r(DEEP, TALL), "side", (-WIDE / 2, 0, 0), (0, -1, 0), (-1, 0, 0)),
             (r(DEEP, TALL), "side", (WIDE / 2, 0, 0), (0, 1, 0), (1, 0, 0)), (r(WIDE, DEEP), "deep", (0, DEEP / 2, 0), (1, 0, 0), (0, 0, -1))]
    return geometry.join("Carton", [cardboard.placed(cardboard.panel(ART, o, name, CARD), cardboard.hinge(at, along, out)) for o, name, at, along, out in walls])


def disc():
    """Polycarbonate over metal, printed on one side; lying, its print up."""
    outer, hole = shapes.circle(0.060, 96), shapes.circle(0.0075, 40)
    body = shapes.extrude("Disc", outer, 0.0012, 0.0002, 2, [hole], base=-0.0012)
    label = ART.printed(shapes.extrude("Print", shapes.circle(0.0585, 96), 0.00008, 0.0, 1, [shapes.circle(0.0170, 48)]), "disc", (0, 0, 0), upwards=(0, 1, 0), size=(0.120, 0.120))
    hub = geometry.finish(geometry.lathe("Hub", geometry.rounded([(0.0165, 0.0, 0), (0.0170, 0.0003, 0.0001), (0.0160, 0.0003, 0.0001), (0.0155, 0.0, 0)], 1), 56), 40)
    return [(geometry.join("Disc", [body, hub]), "metal"), (label, "card")]


def sleeve():
    """A square pocket with a thumb's notch, standing in XY, its front up."""
    side = 0.128
    notch = [(0.020 * math.cos(a), side - 0.020 * math.sin(a)) for a in np.linspace(0, math.pi, 20)]
    front = np.array([(-side / 2, 0), (side / 2, 0), (side / 2, side)] + notch + [(-side / 2, side)])
    a = cardboard.placed(cardboard.panel(ART, front, "sleeve", 0.0005, "white", size=(side, side), centre=(0, side / 2)), Matrix.Translation((0, 0, 0.0016)))
    b = cardboard.placed(cardboard.panel(ART, cardboard.rectangle(side, side), "white", 0.0005, "white"), Matrix.Translation((0, 0, -0.0016)))
    return geometry.join("Sleeve", [a, b])


def sign(c, kind, p):
    """What the program is for, drawn large: a ledger's leaf, an aperture, a wave."""
    if kind == "ledger":
        for k, (turn, tint) in enumerate(((-14, p["bright"]), (-5, p["light"]), (5, "#FFFDF4"))):
            with c.at(0, 0, 1, turn):
                c.shape(shapes.rectangle(0.74, 0.92, 0.05, 5, (0.015, -0.015)), p["deep"])
                c.shape(shapes.rectangle(0.72, 0.90, 0.05, 5), tint)
        with c.at(0, 0, 1, 5):
            for k in range(7):
                c.line([(-0.28, 0.30 - 0.10 * k), (0.28, 0.30 - 0.10 * k)], 0.012, p["light"])
            c.line([(0.10, 0.38), (0.10, -0.38)], 0.012, p["accent"])
            for k, long in enumerate((0.30, 0.22, 0.34, 0.26, 0.18)):
                c.line([(-0.26, 0.33 - 0.10 * k), (-0.26 + long, 0.33 - 0.10 * k)], 0.030, p["deep"])
                c.line([(0.15, 0.33 - 0.10 * k), (0.15 + 0.11, 0.33 - 0.10 * k)], 0.030, p["accent"])
        c.text("৳", 0.46, 0.30, -0.30, p["accent"], "bengali-bold")
    elif kind == "picture":
        c.dot(0, 0, 0.50, p["deep"])
        for k in range(8):
            with c.at(0, 0, 1, 45 * k):
                c.shape([(0.0, 0.20), (0.30, 0.37), (0.10, 0.465), (-0.16, 0.435), (-0.155, 0.155)], p["bright"], p["light"], (1, 0.6))
                c.line([(0.0, 0.20), (0.30, 0.37)], 0.014, p["deep"])
        c.dot(0, 0, 0.165, "#0B1020")
        c.dot(0.05, 0.06, 0.045, "#FFFFFF")
        c.ring(0, 0, 0.485, 0.030, p["accent"])
    elif kind == "letters":
        for y, tint in ((0.30, p["accent"]), (-0.17, p["light"]), (-0.42, p["light"])):
            c.line([(-0.62, y), (0.62, y)], 0.008, tint, amount=0.8)
        c.text("শা", 0.95, -0.02, -0.02, p["light"], "bengali-bold")
        for x, y in ((-0.50, 0.30), (0.50, 0.30), (-0.50, -0.17), (0.50, -0.17)):
            c.shape(shapes.rectangle(0.045, 0.045, 0.004, 2, (x, y)), p["accent"])
    elif kind == "invitation":
        for k in range(24):
            with c.at(0, 0, 1, 15 * k):
                c.shape(petal(0.56, 0.11, 0.25), p["accent"] if k % 2 else p["light"], amount=0.55)
        c.shape(shapes.rectangle(0.66, 0.50, 0.03, 5, (0, -0.02)), p["deep"])
        c.shape(shapes.rectangle(0.62, 0.46, 0.02, 5, (0, -0.02)), "#FFF6E6")
        c.line(shapes.rectangle(0.55, 0.39, 0.02, 5, (0, -0.02)), 0.010, p["accent"], closed=True)
        for x in (-0.24, 0.24):
            with c.at(x, 0.14, 0.13):
                painting.rosette(c, 8)
        for y, wide in ((0.02, 0.15), (-0.06, 0.19), (-0.14, 0.11)):
            c.line([(-wide, y), (wide, y)], 0.018, p["bright"])
    else:
        for k in range(25):
            x = -0.48 + 0.04 * k
            h = 0.06 + 0.40 * abs(math.sin(k * 0.55) * math.cos(k * 0.21 + 0.4))
            c.shape(shapes.rectangle(0.024, 2 * h, 0.0118, 4, (x, 0)), p["bright"] if k % 3 else p["accent"], p["light"], (0, 1))
        for r in (0.50, 0.56):
            c.ring(0, 0, r, 0.008, p["light"])


# What it is called in the shop, on the box, what is drawn, what it does, for whom.
LOOKS = [("Ledger", "খাতা", "খাতা", "ledger", "Ledger", "The shop's books, kept", "For one shop, for always", {"deep": "#073B42", "bright": "#12939A", "light": "#A6E3DC", "accent": "#F2A33A"}),
         ("Picture", "ছবি", "ছবি", "picture", "Picture", "Photographs, made right", "For one shop, for always", {"deep": "#4A1208", "bright": "#E8542A", "light": "#FFC48A", "accent": "#FFE3B0"}),
         ("Melody", "সুর", "সুর", "sound", "Melody", "Record, mix, release", "For one studio, for always", {"deep": "#1B0E45", "bright": "#6A3AD0", "light": "#C9B2FF", "accent": "#FF7AA8"}),
         ("Letters", "হরফ", "শালিক", "letters", "Shalik", "A Bengali type family", "Five weights, for always", {"deep": "#2A2018", "bright": "#C9952E", "light": "#F4DFA6", "accent": "#F6EFE0"}),
         ("Invitation", "নিমন্ত্রণ", "শুভ বিবাহ", "invitation", "Cards", "Twelve designs, yours to fill", "For one wedding, every guest", {"deep": "#5A0F22", "bright": "#B3203F", "light": "#F7C9B8", "accent": "#F0C25A"})]


def front_art(c, p, bengali, kind, english, line, terms, w, h):
    c.box(-w, -h, w, h, p["deep"])
    c.shape(curve([(-w * 1.3, -h * 0.50), (-w * 0.2, -h * 0.15), (w * 0.6, h * 0.30), (w * 1.3, h * 0.20), (w * 1.3, -h * 1.3), (-w * 1.3, -h * 1.3)], 90, True), p["bright"], p["deep"], (0.3, -1), 0.55)
    for k in range(9):
        a = np.linspace(0, 2 * math.pi, 120)
        r = w * (0.60 + 0.13 * k)
        c.line(np.stack([r * np.cos(a), h * 0.06 + r * np.sin(a)], 1)[:-1], 0.00035, p["light"], closed=True, amount=0.35 - 0.03 * k)
    with c.at(0, h * 0.06, w * 1.02):
        sign(c, kind, p)
    c.text(bengali, fitting(bengali, "bengali-bold", w * 1.05, w * 0.46), -w * 0.84, h * 0.76, "#FFFFFF", "bengali-bold", "LEFT")
    c.text(english, w * 0.17, w * 0.86, h * 0.80, p["light"], "light", "RIGHT")
    c.text(line, w * 0.118, -w * 0.84, -h * 0.74, "#FFFFFF", "regular", "LEFT")
    c.text(terms, w * 0.085, -w * 0.84, -h * 0.85, p["light"], "regular", "LEFT")
    c.shape(shapes.rectangle(w * 0.36, w * 0.20, w * 0.10, 6, (w * 0.68, -h * 0.80)), p["accent"])
    c.text("2026", w * 0.115, w * 0.68, -h * 0.80, p["deep"], "bold")


def artwork(look):
    name, _, bengali, kind, english, line, terms, p = look
    c = Canvas(0.44, 0.44, 1024, "#ECE7DC")
    x0, y0, x1, y1 = ART.places["front"]
    with c.within(x0, y0, x1, y1), c.at((x0 + x1) / 2, (y0 + y1) / 2):
        front_art(c, p, bengali, kind, english, line, terms, WIDE / 2, TALL / 2)
    x0, y0, x1, y1 = ART.places["back"]
    with c.within(x0, y0, x1, y1), c.at((x0 + x1) / 2, (y0 + y1) / 2):
        c.box(-0.1, -0.12, 0.1, 0.12, p["deep"])
        c.text(bengali, 0.022, -0.062, 0.080, "#FFFFFF", "bengali-bold", "LEFT")
        for k, (head, words) in enumerate((("Works offline", "and catches up when the line is back"), ("Two languages", "each composed in its own letters"), ("Yours", "no rent, no lock, your data leaves with you"))):
            y = 0.045 - 0.026 * k
            c.dot(-0.058, y, 0.0046, p["accent"])
            c.text(head, 0.0068, -0.048, y + 0.0032, "#FFFFFF", "bold", "LEFT")
            c.text(words, 0.0046, -0.048, y - 0.0056, p["light"], "regular", "LEFT")
        c.shape(shapes.rectangle(0.124, 0.056, 0.003, 4, (0, -0.052)), p["bright"], p["light"], (1, 1))
        with c.at(0, -0.052, 0.046):
            sign(c, kind, p)
    x0, y0, x1, y1 = ART.places["side"]
    with c.within(x0, y0, x1, y1), c.at((x0 + x1) / 2, (y0 + y1) / 2):
        c.box(-0.03, -0.12, 0.03, 0.12, p["bright"], p["deep"], (0, -1))
        c.text(bengali, fitting(bengali, "bengali-bold", 0.030, 0.0155), 0, 0.078, "#FFFFFF", "bengali-bold")
        with c.at(0, 0.0, 0.026):
            sign(c, kind, p)
        c.text("2026", 0.0068, 0, -0.084, "#FFFFFF", "bold")
    x0, y0, x1, y1 = ART.places["top"]
    with c.within(x0, y0, x1, y1), c.at((x0 + x1) / 2, (y0 + y1) / 2):
        c.box(-0.1, -0.03, 0.1, 0.03, p["deep"], p["bright"], (1, 0))
        c.text(bengali, 0.0165, -0.058, 0, "#FFFFFF", "bengali-bold", "LEFT")
        c.text(english, 0.0095, 0.060, 0, p["light"], "light", "RIGHT")
    x0, y0, x1, y1 = ART.places["sleeve"]
    with c.within(x0, y0, x1, y1), c.at((x0 + x1) / 2, (y0 + y1) / 2):
        c.box(-0.08, -0.08, 0.08, 0.08, p["bright"], p["deep"], (0.4, -1))
        for k in range(8):
            c.ring(0, 0.004, 0.018 + 0.0075 * k, 0.0005, p["light"])
        c.text(bengali, 0.020, 0, -0.050, "#FFFFFF", "bengali-bold")
    x0, y0, x1, y1 = ART.places["disc"]
    with c.within(x0, y0, x1, y1), c.at((x0 + x1) / 2, (y0 + y1) / 2):
        c.box(-0.08, -0.08, 0.08, 0.08, p["deep"])
        with c.at(0, 0, 1):
            for k in range(24):
                with c.at(0, 0, 1, 15 * k), c.at(0, 0.020):
                    c.shape(petal(0.036, 0.0088, 0.1), p["bright"], p["light"], (0, 1), 0.6)
        c.text(bengali, 0.017, 0, 0.040, "#FFFFFF", "bengali-bold")
        c.text(english, 0.0070, 0, -0.039, p["light"], "light")
        c.text("Keep from sun and dust", 0.0035, 0, -0.048, p["light"], "regular")
    x0, y0, x1, y1 = ART.places["key"]
    with c.within(x0, y0, x1, y1), c.at((x0 + x1) / 2, (y0 + y1) / 2):
        c.box(-0.05, -0.03, 0.05, 0.03, "#F7F4EC")
        c.box(-0.05, 0.013, 0.05, 0.03, p["bright"])
        c.text(english, 0.0065, -0.037, 0.020, "#FFFFFF", "bold", "LEFT")
        c.text("Your key", 0.0040, -0.037, 0.006, "#5A564C", "regular", "LEFT")
        c.text("K7PD-2M4X-QH9T-31VR", 0.0056, -0.037, -0.0035, p["deep"], "bold", "LEFT", spacing=1.05)
        c.box(-0.037, -0.020, 0.037, -0.013, p["accent"])
    ART.fill(c, {"board": "#D9D2C2", "white": "#F5F2EA", "deep": p["deep"], "bright": p["bright"]})
    return c.jpeg(f"{name} carton", 88)


def build(folder):
    geometry.reset()
    metal = materials.pbr("Disc metal", "#CFD2DA", 0.16, 1.0, extensions={**materials.clearcoat(1.0, 0.03), **materials.anisotropy(0.8)})
    variants = [{"name": k[0], "bn": k[1], "materials": {"card": materials.pbr(f"{k[0]} carton", roughness=0.40, base=artwork(k), extensions=materials.clearcoat(0.7, 0.12)), "metal": metal}} for k in LOOKS]
    r = cardboard.rectangle
    words = ("Folding board, varnished", "ভাঁজের বোর্ড, বার্নিশ করা")
    tongue = Part("tongue", "Tuck", "গোঁজা পাত", cardboard.panel(ART, r(WIDE, 0.020, 0.010, 0.006, 0.001), "white", CARD), "card", place=cardboard.fold(DEEP - 0.0018, -91), made_of=words)
    flap = Part("flap", "Top flap", "ওপরের পাত", cardboard.panel(ART, r(WIDE, DEEP - 0.0014, inset=0.0004), "top", CARD, turn=2), "card", place=cardboard.hinge((0, DEEP / 2, TALL), (-1, 0, 0), (0, 0, 1)), made_of=words, children=[tongue])
    dust = [Part(f"dust-{n}", f"{en} dust flap", f"{bn} ভাঁজ", cardboard.panel(ART, r(DEEP, 0.028, 0.005, 0.005, 0.0008), "bright", CARD), "card", place=cardboard.hinge((s * (WIDE / 2 - 0.0008), 0, TALL - 0.0010), (0, s, 0), (0, 0, 1)), made_of=words)
            for n, en, bn, s in (("left", "Left", "বাঁ", -1), ("right", "Right", "ডান", 1))]
    stand = Matrix.Rotation(math.radians(90), 4, "X")
    lean = math.radians(14)
    shiny = disc()
    # The disc lies in the sleeve as the sleeve lies in the box.
    inside = Part("disc", "Disc", "ডিস্ক", layers=shiny, place=Matrix.Translation((0, 0, 0.063)) @ stand, made_of=("Polycarbonate on aluminium", "অ্যালুমিনিয়ামে পলিকার্বনেট"), explode=(0, 1, 0, 0.075, 3))
    pocket = Part("sleeve", "Sleeve", "খাপ", cardboard.placed(sleeve(), stand), "card", place=(0, 0, 0.0015, 0), made_of=("Card", "কার্ড"), explode=(0, 1, 0, 0.215, 2), children=[inside])
    key = Part("key", "Key card", "চাবি কার্ড", cardboard.panel(ART, shapes.rectangle(0.0856, 0.054, 0.003, 5), "key", 0.0008, "white"), "card", made_of=("Card", "কার্ড"), explode=(0.3, 0.2, 1, 0.05, 1),
               place=Matrix.Translation((0.062, -DEEP / 2 - 0.0175, 0.0262)) @ Matrix.Rotation(math.radians(90) - lean * 2.2, 4, "X"))
    box = Part("carton", "Carton", "বাক্স", carton(), "card", made_of=words, explode=(0, 0, 0, 0.0, 0), children=[flap] + dust)
    total = 3.3
    anim = motion.Animation("open", "The box opens, the disc comes out", "বাক্স খোলে, ডিস্ক বেরোয়", [
        motion.turn(flap, (1, 0, 0), keyed(total, (0.0, 0.9, 125))), motion.turn(tongue, (1, 0, 0), keyed(total, (0.1, 0.8, 58))),
        motion.turn(dust[0], (1, 0, 0), keyed(total, (0.8, 1.4, 105))), motion.turn(dust[1], (1, 0, 0), keyed(total, (0.9, 1.5, 105))),
        motion.slide(pocket, (0, 0, 1), keyed(total, (1.4, 2.6, 0.110))), motion.slide(inside, (0, 0, 1), keyed(total, (2.4, 3.3, 0.055)))])
    root = Part("software", "Boxed program", "বাক্সে সফটওয়্যার", price=240000, children=[box, pocket, key], hotspots=[
        extras.hotspot((0, -DEEP / 2, 0.105), (0, -1, 0), ("What it does", "One program, for always"), ("কী কাজের", "এক প্রোগ্রাম, চিরদিনের"), box),
        extras.hotspot((0.062, -0.040, 0.030), (0, -0.9, 0.4), ("Your key", "Also sent to your telephone"), ("আপনার চাবি", "ফোনেও পাঠানো হয়"), key)], animations=[anim])
    save(folder, root, variants)
