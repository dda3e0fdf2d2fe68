# SPDX-License-Identifier: GPL-3.0-or-later
"""A phone on its walnut stand: glass on both sides of a metal band, and what lies between them in layers.

Drawn upright about its middle, z towards the eye; then leaned back into the stand.
"""
import math

import numpy as np
from mathutils import Matrix, Vector

from lib import extras, geometry, materials, motion, parts, shapes, surfaces
from lib.decals import Sheet
from lib.glb import Part, save
from lib.noise import mix, smoothstep, spectral, srgb

W, H, D = 0.0715, 0.1480, 0.0080
OUTLINE = shapes.rectangle(W, H, 0.0125, 10)
LEAN = Matrix.Translation((0, 0.004, 0.0905)) @ Matrix.Rotation(math.radians(74), 4, "X")


def band():
    ring = shapes.extrude("Band", OUTLINE, D - 0.0016, 0.0012, 4, [shapes.offset(OUTLINE, -0.0022)], -(D - 0.0016) / 2)
    pieces = [ring]
    for x, y, length, side in ((W / 2, 0.030, 0.0170, 1), (-W / 2, 0.036, 0.0100, -1), (-W / 2, 0.020, 0.0100, -1),
                               (-W / 2, 0.052, 0.0060, -1)):
        pieces.append(shapes.facing(shapes.extrude("Key", shapes.rectangle(0.0026, length, 0.0012, 4), 0.0009, 0.0004, 2),
                                    (x - side * 0.0003, y, 0), (side, 0, 0), (0, 1, 0)))
    for x in (-0.0065, 0.0065):
        pieces.append(shapes.facing(parts.screw("Screw", 0.0009, 0.0002, "star", count=18), (x, -H / 2 - 0.00005, 0),
                                    (0, -1, 0)))
    return geometry.join("Band", pieces)


def black(obj):
    """Wears the print of the insides where that is plain and dark: a spot of the battery."""
    far = 1e3
    return shapes.plan_uv(obj, far, far, (-0.009 / W * far, -0.020 / H * far, 0), upwards=(0, 1, 0))


def lines():
    """Antenna breaks, the port and the openings of speaker and microphone, dark against the metal."""
    pieces = []
    for x, y, turn in ((W / 2, 0.055, 0), (-W / 2, -0.055, 0), (W / 2, -0.055, 0), (0.022, H / 2, 90), (-0.022, -H / 2, 90)):
        pieces.append(shapes.placed(geometry.box("Break", (0.0014, 0.0011, D - 0.0020), (0, 0, 0), 0.0003, 1),
                                    (x - math.copysign(0.0006, x) * (turn == 0), y - math.copysign(0.0006, y) * (turn == 90),
                                     0), [("Z", turn)]))
    port = shapes.extrude("Port", shapes.rectangle(0.0088, 0.0030, 0.0015, 5), 0.0003, 0.0001, 1)
    pieces.append(shapes.facing(port, (0, -H / 2 - 0.00002, 0), (0, -1, 0), (0, 0, 1)))
    for s in (-1, 1):
        for k in range(6):
            pieces.append(shapes.facing(shapes.extrude("Hole", shapes.circle(0.0007, 12), 0.0003, 0.0001, 1),
                                        (s * (0.0125 + 0.0024 * k), -H / 2 - 0.00002, 0), (0, -1, 0), (0, 0, 1)))
    return black(geometry.join("Lines", pieces))


def display():
    glass = shapes.extrude("Display", shapes.offset(OUTLINE, -0.0006), 0.0013, 0.0007, 4, base=D / 2 - 0.0012,
                           bottom_bevel=0.0002)
    return shapes.plan_uv(glass, W, H, upwards=(0, 1, 0))


def back():
    plate = shapes.extrude("Back", shapes.offset(OUTLINE, -0.0006), 0.0013, 0.0002, 3, base=-D / 2 - 0.0001,
                           bottom_bevel=0.0007)
    bump = shapes.extrude("Bump", shapes.rectangle(0.0340, 0.0360, 0.0095, 8, (0.0152, 0.0512)), 0.0020, 0.0002, 3,
                          base=-D / 2 - 0.0018, bottom_bevel=0.0009)
    return geometry.join("Back", [plate, bump])


EYES = ((0.0235, 0.0595), (0.0235, 0.0425), (0.0078, 0.0510))


def eyes():
    rings, glasses, dark = [], [], []
    for x, y in EYES:
        ring = geometry.lathe("Ring", geometry.rounded([(0.0052, -0.0006, 0), (0.0068, -0.0006, 0), (0.0070, 0.0008, 0.0003),
                                                        (0.0062, 0.0014, 0.0004), (0.0056, 0.0012, 0.0002), (0.0052, 0.0002, 0),
                                                        (0.0052, -0.0006, 0)], 3), 48)
        well = geometry.lathe("Well", [(0.0054, -0.0004), (0.0054, 0.0004), (0.0046, 0.0000), (0.0030, -0.0002),
                                       (0.0028, -0.0014), (0.0, -0.0014)], 36)
        bead = geometry.lathe("Bead", [(0.0029, -0.0013), (0.0028, -0.0004), (0.0018, 0.0003), (0.0, 0.0006)], 28)
        inner = geometry.lathe("Iris", geometry.rounded([(0.0029, -0.0010, 0), (0.0036, -0.0010, 0), (0.0035, -0.0004, 0.0002),
                                                         (0.0029, -0.0003, 0), (0.0029, -0.0010, 0)], 2), 36)
        for obj, where in ((ring, rings), (well, dark), (inner, rings), (bead, glasses)):
            where.append(shapes.facing(geometry.finish(obj, 32), (x, y, -D / 2 - 0.0018), (0, 0, -1), (0, 1, 0)))
    flash = shapes.facing(parts.rivet("Flash", 0.0024, 0.0006, 24), (0.0078, 0.0635, -D / 2 - 0.0018), (0, 0, -1), (0, 1, 0))
    dot = shapes.facing(parts.rivet("Dot", 0.0022, 0.0004, 24), (0, -0.030, -D / 2 - 0.0001), (0, 0, -1), (0, 1, 0))
    well = geometry.join("Wells", dark)
    well["open"] = True
    return geometry.join("Rings", rings + [dot, flash]), geometry.join("Lenses", glasses), black(well)


def inside():
    """Battery, board under its shields, the coil: planned from in front onto one printed sheet."""
    plan = lambda o: shapes.plan_uv(o, W, H, upwards=(0, 1, 0))
    battery = shapes.extrude("Battery", shapes.rectangle(0.0400, 0.0820, 0.0030, 5, (-0.0090, -0.0160)), 0.0038, 0.0006, 3,
                             base=-0.0019)
    board = shapes.extrude("Board", shapes.smooth([(-0.0320, 0.0690, 0.003), (-0.0320, 0.0300, 0.002), (0.0135, 0.0300, 0.002),
                                                   (0.0135, -0.0600, 0.002), (0.0320, -0.0600, 0.002), (0.0320, 0.0340, 0.002),
                                                   (0.0020, 0.0340, 0.002), (0.0020, 0.0690, 0.002)], 3),
                           0.0009, 0.0002, 1, base=-0.0010)
    bits = []
    for x, y, w, h, t in ((-0.0150, 0.0520, 0.0240, 0.0220, 0.0016), (0.0228, 0.0100, 0.0150, 0.0300, 0.0014),
                          (0.0228, -0.0280, 0.0130, 0.0200, 0.0016), (-0.0090, 0.0345, 0.0200, 0.0060, 0.0014),
                          (0.0228, -0.0500, 0.0120, 0.0100, 0.0012)):
        bits.append(geometry.box("Shield", (w, h, t), (x, y, t / 2), 0.0004, 2))
    coil_path = [np.stack([r * np.cos(np.arange(64) * math.pi / 32) - 0.004, r * np.sin(np.arange(64) * math.pi / 32) - 0.012,
                           np.full(64, -0.0026)], 1) for r in np.arange(0.0105, 0.0215, 0.0009)]
    coil = [shapes.tube("Coil", p, shapes.circle(0.00040, 5), (0, 0, 1), closed=True, sharp=180) for p in coil_path]
    speaker = [geometry.box("Speaker", (0.0280, 0.0110, 0.0042), (-0.0120, -0.0650, 0), 0.0010, 2),
               geometry.box("Motor", (0.0160, 0.0100, 0.0040), (0.0180, -0.0660, 0), 0.0010, 2)]
    modules = [geometry.box("Camera", (0.0140, 0.0140, 0.0050), (x, y, -0.0008), 0.0012, 2) for x, y in EYES]
    return plan(battery), geometry.join("Board", [plan(board)]), geometry.join("Shields",
                                                                               bits + modules), geometry.join("Coil",
                                                                                       coil), geometry.join("Speaker", speaker)


TRAY = (-W / 2, -0.0180)


def tray():
    """The card's drawer in the left edge: its face flush with the band, a rim round the card, the hole for a pin."""
    x, y = TRAY
    face = shapes.facing(shapes.extrude("Face", shapes.rectangle(0.0022, 0.0165, 0.0011, 5), 0.0016, 0.0003, 2),
                         (x + 0.0014, y, 0), (-1, 0, 0), (0, 1, 0))
    rim = shapes.extrude("Rim", shapes.rectangle(0.0142, 0.0125, 0.0010, 3, (x + 0.0085, y)), 0.0011, 0.0002, 1,
                         [shapes.rectangle(0.0124, 0.0089, 0.0006, 2, (x + 0.0082, y))], base=-0.00055)
    card = shapes.extrude("Card", shapes.rectangle(0.0121, 0.0086, 0.0006, 2, (x + 0.0082, y)), 0.0007, 0.0001, 1, base=-0.00035)
    pin = shapes.facing(shapes.extrude("Pin hole", shapes.circle(0.0005, 12), 0.0001, 0.0, 1), (x - 0.00021, y - 0.0058, 0),
                        (-1, 0, 0), (0, 1, 0))
    return geometry.join("Tray", [face, rim]), black(geometry.join("Card", [card, pin]))


def stand():
    """A block of walnut with a slot, a brass rail along its lip."""
    side = shapes.smooth([(-0.030, 0.0, 0.004), (0.040, 0.0, 0.004), (0.036, 0.0100, 0.005), (0.0150, 0.0300, 0.006),
                          (0.0090, 0.0265, 0.003), (0.0028, 0.0165, 0.0015), (-0.0105, 0.0128, 0.0015),
                          (-0.0135, 0.0200, 0.0015), (-0.0240, 0.0200, 0.006), (-0.0310, 0.0080, 0.006)], 6)
    block = shapes.extrude("Block", side, 0.0900, 0.0022, 4, base=-0.045)
    shapes.transformed(block, Matrix(((0, 0, 1, 0), (1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 0, 1))))
    geometry.box_uv(block, grain=0)
    rail = shapes.bar("Rail", [(-0.0425, -0.0145, 0.0205), (0.0425, -0.0145, 0.0205)], shapes.circle(0.0016, 14), (0, 0, 1),
                      0.0008, 3)
    return geometry.finish(block, 35), rail


def wallpaper(name, top, middle, low, petal, ink="#FFF6E6"):
    """Dusk over a still river, an alpona lotus in lines, the hour in Bengali."""
    sheet = Sheet(W, H, (496, 1024), "#000000")
    t = np.clip(0.5 - sheet.y / H, 0, 1) * np.ones_like(sheet.x)
    sky = mix(mix(np.broadcast_to(srgb(top), (1024, 496, 3)), srgb(middle), smoothstep(0.05, 0.62, t)), srgb(low),
              smoothstep(0.60, 0.98, t))
    sheet.colour = np.clip(sky * (1 + 0.015 * spectral((1024, 496), 91, 1.8, 1, 20)[..., None]), 0, 1)
    centre = np.array([0.0, -0.016])
    sheet.paint(sheet.disc(0.0125, centre + [0, 0.0]), petal, 0.9)
    for count, inner, outer, wide in ((10, 0.0140, 0.0250, 0.0050), (14, 0.0225, 0.0335, 0.0052)):
        for k in range(count):
            a = 2 * math.pi * k / count
            s = np.linspace(-1, 1, 13)
            r = inner + (outer - inner) * (1 - s ** 2)
            side = wide * np.sin(s * math.pi / 2) * (1 - 0.45 * (1 - s ** 2))
            p = np.stack([r * math.sin(a) + side * math.cos(a), r * math.cos(a) - side * math.sin(a)], 1) + centre
            sheet.paint(sheet.stroke(list(p), 0.00042), petal, 0.85)
    for k in range(40):
        a = 2 * math.pi * k / 40
        sheet.paint(sheet.disc(0.0005, centre + 0.0365 * np.array([math.sin(a), math.cos(a)]) * [1, 1]
                               if abs(0.0365 * math.sin(a)) < 0.034 else (9, 9)), petal, 0.8)
    sheet.paint(sheet.text("১০:০৯", 0.0165, (0, 0.0465), "bengali"), ink)
    sheet.paint(sheet.text("১৪ ০৭", 0.0040, (0, 0.0335), "bengali"), ink, 0.8)
    sheet.paint(sheet.box(0.0250, 0.0010, 0.0005, (0, -0.0690)), "#FFFFFF", 0.85)
    outside = 1 - sheet.box(W - 0.0052, H - 0.0052, 0.0108)
    sheet.paint(outside, "#000000")
    sheet.paint(sheet.disc(0.0019, (0, 0.0655)), "#000000").paint(sheet.disc(0.0008, (0.0002, 0.0657)), "#141A2A")
    return sheet.jpeg(f"{name} screen", 88)


def innards():
    sheet = Sheet(W, H, (512, 1024), "#16382C")
    rng = np.random.default_rng(93)
    for _ in range(260):
        x, y = rng.uniform(-W / 2, W / 2), rng.uniform(-H / 2, H / 2)
        dx, dy = (rng.uniform(0.002, 0.010), 0) if rng.random() < 0.5 else (0, rng.uniform(0.002, 0.012))
        sheet.paint(sheet.box(abs(dx) + 0.00025, abs(dy) + 0.00025, 0.0001, (x, y)),
                    "#2C6A4E" if rng.random() < 0.7 else "#C9A24E", 0.8)
    cell = sheet.box(0.0410, 0.0830, 0.003, (-0.0090, -0.0160))
    sheet.paint(cell, "#1A1B1E")
    for words, y, size in (("Vitrine", 0.010, 0.0060), ("Li-ion 3.87 V", -0.004, 0.0030), ("4,410 mAh", -0.012, 0.0040),
                           ("৪৪১০", -0.024, 0.0050)):
        sheet.paint(sheet.text(words, size, (-0.0090, y - 0.010), "bengali" if words[0] == "৪" else "regular"), "#CFC9BB")
    return sheet.jpeg("Inside", 86)


def turned_round(handset):
    """Out of its slot, half round, down again, and after a while on round to its face."""
    along, lift, turn = LEAN.to_3x3() @ Vector((0, 1, 0)), [], []
    for k in range(2):
        start = 4.4 * k + 0.4
        lift += motion.eased(0, start, start + 0.7, 0.0, 0.034) + motion.eased(0, start + 2.1, start + 2.8, 0.034, 0.0)
        turn += motion.eased(0, start + 0.5, start + 2.3, 180.0 * k, 180.0 * (k + 1), 16)
    rest = lambda keys, end: [(0.0, 0.0)] + [p for p in keys if p[0] > 0] + [(8.8, end)]
    return [motion.slide(handset, along, rest(lift, 0.0)), motion.turn(handset, along, rest(turn, 360.0))]


def build(folder):
    geometry.reset()
    satin = surfaces.grain("Satin band", seed=87, rough=0.30, metallic=1.0, depth=0.25)
    wood_base, wood_orm, wood_normal, _ = surfaces.wood("Walnut", "#6A5040", "#3E2D22", "#1B120C", seed=8, metres=(0.07, 0.20),
                                                        rings=7, size=384)
    walnut = materials.pbr("Walnut", base=wood_base, orm=wood_orm, normal=wood_normal, repeat=(1 / 0.07, 1 / 0.20),
                           normal_scale=0.6, roughness=0.9)
    inner = materials.pbr("Inside", base=innards(), roughness=0.45)
    variants = []
    for name, bn, metal, glass, sky in (("Dusk", "গোধূলি", "#7C8796", "#2C3A52", ("#131C33", "#6A4A6B", "#E39A5C", "#FFE3B0")),
                                        ("Paper", "কাগজ", "#D8C8AA", "#EFE8DA",
                                         ("#CFE0E0", "#F0E2C8", "#DFAE78", "#7A3F26", "#3A2A20")),
                                        ("Teal", "ময়ূরকণ্ঠী", "#A9B4B0", "#1F5C58",
                                         ("#08211F", "#1E6E68", "#B8D6A0", "#EAF6D8")),
                                        ("Madder", "মঞ্জিষ্ঠা", "#C99A82", "#7C2F26",
                                         ("#2A0F14", "#8E3A2F", "#F0B27A", "#FFE0BE"))):
        picture = wallpaper(name, *sky)
        screen = materials.glowing(f"{name} screen", "#FFFFFF", 1.15, "#050506", emissive=picture, roughness=0.06)
        variants.append({"name": name, "bn": bn, "materials": {
            "metal": materials.pbr(f"{name} band", metal, 1.0, 1.0, orm=satin[0], normal=satin[1], repeat=satin[2]),
                                                               "back": materials.pbr(f"{name} back", glass, 0.34,
                                                                                     extensions=materials.clearcoat(0.8, 0.16)),
            "screen": screen, "inside": inner, "wood": walnut}})
    ring, lens, wells = eyes()
    cell, board, shields, coil, speaker = inside()
    block, rail = stand()
    drawer, card = tray()
    made = {"drawer": drawer, "card": card, "band": band(), "lines": lines(), "display": display(), "back": back(), "ring": ring, "lens": lens, "wells": wells,
            "cell": cell, "board": board, "shields": shields, "coil": coil, "speaker": speaker}
    for obj in made.values():
        shapes.transformed(obj, LEAN)
    n = LEAN.to_3x3() @ Vector((0, 0, 1))
    out, inward, o = (0, round(n.z, 4), round(-n.y, 4)), (0, round(-n.z, 4), round(n.y, 4)), LEAN.translation
    at = lambda *p: LEAN @ Vector(p)
    screen = Part("display", "Display", "পর্দা", made["display"], "screen", o,
                  ("Ceramic glass over OLED", "সিরামিক কাচ, ওএলইডি"), (*out, 0.060, 1), price=1400000)
    camera = Part("camera", "Cameras", "ক্যামেরা", origin=o, made_of=("Sapphire covers", "নীলকান্ত কাচের ঢাকনা"),
                  explode=(*inward, 0.022, 2), layers=[(made["ring"], "metal"), (made["lens"], "screen"),
                                                       (made["wells"], "inside")])
    slot = Part("tray", "SIM tray", "সিমের ট্রে", origin=o, made_of=("Recycled titanium", "পুনর্ব্যবহৃত টাইটানিয়াম"),
                explode=(-1, 0, 0, 0.022, 1), layers=[(made["drawer"], "metal"), (made["card"], "inside")])
    handset = Part("handset", "Handset", "ফোনটি", origin=o, made_of=("Glass and titanium", "কাচ ও টাইটানিয়াম"), children=[
        screen, slot, Part("band", "Band", "ধাতব বেড়", origin=o, made_of=("Recycled titanium", "পুনর্ব্যবহৃত টাইটানিয়াম"),
                     explode=(*out, 0.0, 0), layers=[(made["band"], "metal"), (made["lines"], "inside")]),
        Part("board", "Logic board", "মূল বোর্ড", origin=o, made_of=("Ten-layer board", "দশ স্তরের বোর্ড"),
             explode=(*out, 0.038, 2), layers=[(made["board"], "inside"), (made["shields"], "metal")]),
        Part("battery", "Battery", "ব্যাটারি", made["cell"], "inside", o, ("Lithium-ion, 17 Wh", "লিথিয়াম-আয়ন"),
             (*out, 0.020, 3), price=350000),
        Part("speaker", "Speaker and motor", "স্পিকার ও মোটর", made["speaker"], "metal", o, ("Aluminium", "অ্যালুমিনিয়াম"),
             (*out, 0.020, 3)),
        Part("coil", "Charging coil", "চার্জের কয়েল", made["coil"], "metal", o, ("Copper litz", "তামার তার"),
             (*inward, 0.018, 3)),
        Part("back", "Back glass", "পেছনের কাচ", made["back"], "back", o, ("Frosted glass", "ঘষা কাচ"), (*inward, 0.044, 2),
             [camera], price=520000)])
    root = Part("phone", "Phone", "মুঠোফোন", price=6490000, children=[
        handset, Part("stand", "Walnut stand", "আখরোট কাঠের স্ট্যান্ড", origin=(0, 0, 0.01),
             made_of=("Oiled walnut, brass rail", "তেল-মাজা আখরোট কাঠ, পিতলের কিনার"), explode=(0, -1, 0, 0.0, 0), price=140000,
             layers=[(block, "wood"), (rail, "metal")])],
        hotspots=[extras.hotspot(at(0, 0.02, D / 2), n, ("Display", "6.1 inches, bright enough for noon"),
                                 ("পর্দা", "৬.১ ইঞ্চি, ভরদুপুরেও স্পষ্ট"), screen),
                  extras.hotspot(at(W / 2, 0.03, 0), (1, -0.2, 0), ("Titanium band", "Brushed, then blasted"),
                                 ("টাইটানিয়াম বেড়", "হালকা অথচ শক্ত"), None),
                  extras.hotspot((0.035, -0.024, 0.015), (0.2, -1, 0.4), ("Walnut stand", "Sold with it, or by itself"),
                                 ("কাঠের স্ট্যান্ড", "সঙ্গে, কিংবা আলাদা"), None)],
        animations=[motion.Animation("turn", "Turn it round", "ঘুরিয়ে দেখা", turned_round(handset), loop=True),
                    motion.Animation("sim", "Slide out the SIM tray", "সিমের ট্রে খোলা",
                                     [motion.slide(slot, (-1, 0, 0), motion.there(1.1, 0.0150))])])
    save(folder, root, variants)
