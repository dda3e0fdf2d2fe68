# SPDX-License-Identifier: GPL-3.0-or-later
"""A mechanical keyboard of 67 keys and a knob: milled case, brass plate, caps printed in Latin and Bengali.

Keys are drawn on a level deck and then tilted with it; every cap has a cell of its own on one printed sheet.
"""
import math

import numpy as np
from mathutils import Matrix, Vector

from lib import extras, geometry, materials, motion, parts, shapes, surfaces
from lib.decals import Sheet
from lib.glb import Part, save
from lib.noise import spectral

UNIT = 0.01905
TILT = math.radians(6.0)
PROP = math.radians(8.0)  # what the fold-out feet add, about the front feet's edge
FRONT = -0.0500
STANDING = Matrix.Translation((0, FRONT, 0)) @ Matrix.Rotation(PROP, 4, "X") @ Matrix.Translation((0, -FRONT, 0))
DECK = 0.0235  # height of the deck's middle
BENGALI = dict(zip("1234567890QWERTYUIOPASDFGHJKLZXCVBNM",
                   "১২৩৪৫৬৭৮৯০ঙযডপটচজহগড়ঋউইআঅবকতদয়ওএরনসম".replace("ড়", "ঢ").replace("য়", "ঝ")))
ROWS = [[("Esc", 1)] + [(k, 1) for k in "1234567890-="] + [("Back", 2)],
        [("Tab", 1.5)] + [(k, 1) for k in "QWERTYUIOP[]"] + [("\\", 1.5), ("Del", 1)],
        [("Caps", 1.75)] + [(k, 1) for k in "ASDFGHJKL;'"] + [("Enter", 2.25), ("PgUp", 1)],
        [("Shift", 2.25)] + [(k, 1) for k in "ZXCVBNM,./"] + [("Shift", 1.75), ("▲", 1), ("PgDn", 1)],
        [("Ctrl", 1.25), ("Super", 1.25), ("Alt", 1.25), ("", 6.25), ("Alt", 1), ("Fn", 1), ("Ctrl", 1), ("◀", 1), ("▼", 1),
         ("▶", 1)]]
# Height at the middle and slope of the top, by row: the hand's arc.
SCULPT = [(0.0098, 9), (0.0086, 5), (0.0080, 0), (0.0084, -5), (0.0088, -7)]
NAMES = {"": "Space", "▲": "Up", "▼": "Down", "◀": "Left", "▶": "Right", "\\": "Backslash", "/": "Slash", ".": "Full stop",
         ",": "Comma", ";": "Semicolon", "'": "Apostrophe",
         "-": "Minus", "=": "Equals", "[": "Left bracket", "]": "Right bracket"}
SHEET_UNITS = (9, 9)


class Key:
    def __init__(self, legend, row, x, width, cell):
        self.legend, self.row, self.x, self.width, self.cell = legend, row, x, width, cell
        self.y = (2 - row) * UNIT
        if legend in ("Esc", "Enter"):
            self.kind = "accent"
        else:
            self.kind = "plain" if legend == "" or len(legend) == 1 and legend not in "▲▼◀▶" else "dark"


def layout():
    keys, order = [], []
    for r, row in enumerate(ROWS):
        x = -8.0
        for legend, width in row:
            order.append((legend, r, (x + width / 2) * UNIT, width))
            x += width
    cells, free = {}, [SHEET_UNITS[0]] * SHEET_UNITS[1]
    for index in sorted(range(len(order)), key=lambda i: -order[i][3]):  # widest first, into the first shelf with room
        width = order[index][3]
        shelf = next(k for k, room in enumerate(free) if room >= width)
        at = SHEET_UNITS[0] - free[shelf]
        free[shelf] -= width
        cells[index] = ((at + width / 2 - SHEET_UNITS[0] / 2) * UNIT, (SHEET_UNITS[1] / 2 - shelf - 0.5) * UNIT)
    for index, (legend, r, x, width) in enumerate(order):
        keys.append(Key(legend, r, x, width, cells[index]))
    return keys


def cap(key):
    """A cap: four drafted walls, rounded shoulders, a top hollowed for the fingertip (swollen on the space bar)."""
    tall, slope = SCULPT[key.row]
    w, d = key.width * UNIT - 0.00095, UNIT - 0.00095
    n = 24 if key.width < 3 else 32

    def ring(width, depth, corner):
        p = shapes.rectangle(width, depth, corner, 4)
        return geometry.resample(np.concatenate([p, p[:1]]), n + 1)[:-1]

    rows = []
    for f, inset, corner in ((0.0, 0.0, 0.0011), (0.55, 0.0013, 0.0016), (0.86, 0.0021, 0.0022), (0.95, 0.0026, 0.0024),
                             (1.0, 0.0034, 0.0024)):
        p = ring(w - 2 * inset, d - 2 * inset * 0.86, corner)
        p[:, 1] += 0.0010 * f
        z = f * (tall + (p[:, 1]) * math.tan(math.radians(slope)) * (1 if f > 0.5 else f * 2)) + 0 * p[:, 1]
        rows.append(np.concatenate([p, z[:, None]], 1))
    edge = rows[-1]
    hollow = 0.0007 if key.width < 6 else -0.0009
    middle = np.array([0, 0.0010])
    for s in (0.86, 0.62, 0.34, 0.0):
        p = middle + (edge[:, :2] - middle) * s
        cross = np.clip(1 - (p[:, 0] / (w / 2 - 0.003)) ** 2, 0,
                        1) if key.width < 6 else np.clip(1 - ((p[:, 1] - 0.001) / (d / 2 - 0.002)) ** 2, 0, 1)
        z = tall + p[:, 1] * math.tan(math.radians(slope)) - hollow * cross
        rows.append(np.concatenate([p, z[:, None]], 1))
    rows = np.array(rows)
    flat = np.concatenate([rows, rows[:, :1]], 1)[..., :2]
    uv = np.stack([(flat[..., 0] + key.cell[0]) / (SHEET_UNITS[0] * UNIT) + 0.5,
                   (flat[..., 1] + key.cell[1]) / (SHEET_UNITS[1] * UNIT) + 0.5], -1)
    obj = geometry.grid("Cap", rows, uv=uv)
    pieces = [geometry.finish(obj, 50, weighted=True)]
    if key.legend in "FJ" and key.legend:
        bump = geometry.box("Bump", (0.0042, 0.0006, 0.0004), (0, -0.0030, tall - 0.0007), 0.0002, 2)
        shapes.plan_uv(bump, SHEET_UNITS[0] * UNIT, SHEET_UNITS[1] * UNIT, (-key.cell[0], -key.cell[1] - 0.004, 0),
                       upwards=(0, 1, 0))
        pieces.append(bump)
    return geometry.join("Cap", pieces)


def printed(name, keys, colours):
    ground, dark, accent, ink, second, on_dark, on_accent = colours
    fills, inks = {"plain": ground, "dark": dark, "accent": accent}, {"plain": ink, "dark": on_dark, "accent": on_accent}
    sheet = Sheet(SHEET_UNITS[0] * UNIT, SHEET_UNITS[1] * UNIT, (1024, 1024), ground)
    sheet.pixel = sheet.width / 1024
    for key in keys:
        sheet.paint(sheet.box(key.width * UNIT, UNIT, 0.0, key.cell), fills[key.kind])
    for key in keys:
        x, y = key.cell[0], key.cell[1] + 0.0010
        half = key.width * UNIT / 2 - 0.0046
        colour = inks[key.kind]
        if key.legend in BENGALI:
            sheet.paint(sheet.text(key.legend, 0.0070, (x - 0.0026, y + 0.0022), "bold"), colour)
            sheet.paint(sheet.text(BENGALI[key.legend], 0.0076, (x + 0.0026, y - 0.0026), "bengali-bold"), second)
        elif key.legend and key.legend in "▲▼◀▶":
            turn = {"▲": 0, "▼": math.pi, "◀": math.pi / 2, "▶": -math.pi / 2}[key.legend]
            t = np.array([[(-0.0017, -0.0010), (0.0017, -0.0010), (0.0, 0.0014)]])
            c, s = math.cos(turn), math.sin(turn)
            sheet.paint(sheet.fill(t @ np.array([[c, s], [-s, c]]) + [x, y]), colour)
        elif len(key.legend) == 1:
            sheet.paint(sheet.text(key.legend, 0.0070, (x - 0.0026, y + 0.0020), "bold"), colour)
        elif key.legend:
            sheet.paint(sheet.text(key.legend, 0.0040, (x - half, y), "bold", "LEFT"), colour)
        else:
            sheet.paint(sheet.disc(0.0011, (x, y)), accent)
    tooth = spectral((1024, 1024), 77, 0.3, 60, 500)
    sheet.colour = np.clip(sheet.colour * (1 + 0.012 * tooth[..., None]), 0, 1)
    return sheet.jpeg(f"{name} caps", 88)


def switch():
    """A box of two halves with a cross for a stem."""
    low = shapes.extrude("Low", shapes.rectangle(0.0138, 0.0138, 0.0008, 1), 0.0050, 0.0, 1, base=-0.0085)
    lip = shapes.extrude("Lip", shapes.rectangle(0.0154, 0.0154, 0.0009, 1), 0.0010, 0.0, 1, base=-0.0036)
    rows = []
    for z, w, d in ((-0.0027, 0.0142, 0.0142), (0.0016, 0.0110, 0.0104), (0.0021, 0.0102, 0.0096), (0.0021, 0.0060, 0.0054),
                    (0.0012, 0.0058, 0.0052)):
        outline = shapes.rectangle(w, d, 0.0010, 1)
        rows.append(np.concatenate([outline, np.full((len(outline), 1), z)], 1))
    up = shapes.loft("Up", rows, caps=(-1,), sharp=35)
    stem = [shapes.extrude("Stem", shapes.rectangle(0.0040, 0.0012, 0.0002, 1), 0.0040, 0.0, 1, base=0.0008),
            shapes.extrude("Stem", shapes.rectangle(0.0012, 0.0040, 0.0002, 1), 0.0040, 0.0, 1, base=0.0008),
            shapes.extrude("Slide", shapes.rectangle(0.0056, 0.0048, 0.0004, 1), 0.0016, 0.0, 1, base=0.0006)]
    legs = [geometry.finish(geometry.lathe("Leg", [(0.0, -0.0112), (0.0007, -0.0110), (0.0007, -0.0084), (0.0, -0.0084)], 5),
                            40) for _ in range(2)]
    shapes.placed(legs[0], (-0.0038, 0.0025, 0))
    shapes.placed(legs[1], (0.0025, 0.0050, 0))
    return geometry.join("Switch", [low, lip, up]), geometry.join("Stem", stem + legs)


def frame_outline(grow=0.0):
    return shapes.rectangle(0.3290 + grow, 0.1230 + grow, 0.0100 + grow / 2, 8, (0, 0))


def case_top(tilt):
    hole = shapes.rectangle(16 * UNIT + 0.0012, 5 * UNIT + 0.0012, 0.0022, 4)
    top = shapes.extrude("Frame", frame_outline(), 0.0120, 0.0016, 4, [hole], base=-0.0065)
    return shapes.transformed(top, tilt)


def case_bottom(tilt):
    """From the frame's underside down to the table: a wedge, its foot drawn in, the port in its back."""
    outline = frame_outline(-0.0006)
    rows = []
    for f, inset in ((1.0, 0.030), (1.0, 0.006), (0.98, 0.0), (0.72, -0.0004), (0.35, 0.0016), (0.08, 0.0050), (0.0, 0.0068),
                     (0.0, 0.030)):
        p = shapes.offset(outline, -max(inset, 0)) if inset < 0.03 else outline * [0.80, 0.55]
        top = np.array([tilt @ Vector((x, y, -0.0070)) for x, y in p])
        low = np.array([[x * 0.99, y * 0.985 * math.cos(TILT), 0.0022] for x, y in p])
        rows.append(low + (top - low) * f)
    rows = np.array(rows[::-1])
    obj = shapes.loft("Bottom", rows, caps=(0, -1), sharp=38, weighted=True)
    port = shapes.extrude("Port", shapes.rectangle(0.0095, 0.0038, 0.0018, 5), 0.0010, 0.0003, 2,
                          [shapes.rectangle(0.0080, 0.0024, 0.0011, 5)])
    shapes.facing(port, (0, 0.0612, 0.0170), (0, 1, 0))
    screws = [shapes.placed(parts.screw("Screw", 0.0026, 0.0008, "hex"), (sx * 0.140, sy * 0.044, 0.0024), [("X", 180)])
              for sx in (-1, 1) for sy in (-1, 1)]
    return obj, geometry.join("Fittings", [port] + screws)


def feet():
    out = []
    for sx in (-1, 1):
        for sy in (-1, 1):
            out.append(shapes.placed(shapes.extrude("Foot", shapes.rectangle(0.026, 0.0090, 0.0042, 6), 0.0026, 0.0008, 2),
                                     (sx * 0.118, sy * 0.0455, 0.0)))
    return geometry.join("Feet", out)


def legs():
    """The two feet folded out at the back, drawn with the keyboard flat: they end where the table then is."""
    floor = lambda y: -(y - FRONT) * math.tan(PROP)
    side = shapes.smooth([(0.0440, 0.0042, 0.0010), (0.0470, floor(0.0470) + 0.0012, 0.0010), (0.0475, floor(0.0475), 0.0008),
                          (0.0535, floor(0.0535), 0.0008), (0.0545, floor(0.0545) + 0.0012, 0.0010), (0.0550, 0.0042, 0.0010)], 2)
    out = []
    for sx in (-1, 1):
        leg = shapes.extrude("Leg", side, 0.0300, 0.0008, 1, base=sx * 0.118 - 0.0150)
        out.append(shapes.transformed(leg, Matrix(((0, 0, 1, 0), (1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 0, 1)))))
    return geometry.join("Legs", out)


def plate(keys, tilt):
    holes = [shapes.rectangle(0.0140, 0.0140, 0.0004, 1, (k.x, k.y)) for k in keys]
    obj = shapes.extrude("Plate", shapes.rectangle(16 * UNIT + 0.0080, 5 * UNIT + 0.0060, 0.003, 4), 0.0015, 0.0003, 1, holes,
                         base=-0.0048)
    return shapes.transformed(obj, tilt)


def board(keys, tilt):
    pcb = shapes.extrude("Board", shapes.rectangle(16 * UNIT + 0.0060, 5 * UNIT + 0.0040, 0.003, 4), 0.0016, 0.0002, 1,
                         base=-0.0102)
    chips = [geometry.box("Chip", (0.0070, 0.0070, 0.0012), (0.010, 0.0095, -0.0108), 0.0002, 1),
             geometry.box("Chip", (0.0050, 0.0040, 0.0012), (-0.03, 0.0095, -0.0108), 0.0002, 1)]
    for k in keys:
        chips.append(geometry.box("Diode", (0.0026, 0.0013, 0.0008), (k.x + 0.004, k.y - 0.0075, -0.0083), 0.0001, 1))
    return shapes.transformed(geometry.join("Board", [pcb] + chips), tilt)


def knob():
    profile = geometry.rounded([(0.0, 0.0015, 0), (0.0086, 0.0015, 0.0003), (0.0086, 0.0026, 0.0002), (0.0081, 0.0030, 0.0002),
                                (0.0081, 0.0031, 0), (0.0081, 0.0118, 0), (0.0081, 0.0120, 0),
                                (0.0074, 0.0132, 0.0008), (0.0066, 0.0132, 0.0003), (0.0060, 0.0128, 0.0003), (0.0, 0.0126, 0)],
                               2)
    turned = parts.knurled("Knob", profile, 30, 0.030, 0.00315, 0.0117, 60)
    mark = geometry.box("Mark", (0.0008, 0.0030, 0.0004), (0, 0.0038, 0.0129), 0.0002, 1)
    return geometry.join("Knob", [turned, mark])


def build(folder):
    geometry.reset()
    keys = layout()
    tilt = Matrix.Translation((0, 0, DECK)) @ Matrix.Rotation(TILT, 4, "X")
    n = tilt.to_3x3() @ Vector((0, 0, 1))
    up, down = (0, round(n.z, 4), round(-n.y, 4)), (0, round(-n.z, 4), round(n.y, 4))
    satin = surfaces.grain("Anodised", seed=79, rough=0.38, metallic=1.0, depth=0.4, touched=0.0)
    looks = [("Oat", "জই", ("#E9E2D2", "#B9AB93", "#C98F3C", "#3B3833", "#8C5A1E", "#F6F0E2", "#2A1C08"), "#5C6068", "#D6B070",
              "#B7452F", "#1E2A26", 0),
             ("Ink", "কালি", ("#34383F", "#262A30", "#C98F3C", "#EDE6D6", "#E0B055", "#C9C2B2", "#21170A"), "#B9BBBE",
              "#D6B070", "#E8E2D2", "#1C1D20", 0),
             ("Teal", "ময়ূরকণ্ঠী", ("#EDE8DC", "#2E706B", "#D08A4A", "#2C3433", "#2E706B", "#F1EBDC", "#2A160A"), "#DAD3C5",
              "#C9C7C2", "#45938A", "#20312E", 60000)]
    variants = []
    for name, bn, sheet, case, brass, stem, pcb, price in looks:
        variants.append({"name": name, "bn": bn, "price": price, "materials": {
            "caps": materials.pbr(f"{name} caps", base=printed(name, keys, sheet), roughness=0.62),
            "case": materials.pbr(f"{name} case", case, 1.0, 1.0, orm=satin[0], normal=satin[1], repeat=satin[2]),
            "brass": materials.pbr(f"{name} brass", brass, 0.26, 1.0),
            "switch": materials.pbr(f"{name} switch", stem, 0.35, extensions=materials.clearcoat(0.5, 0.2)),
            "board": materials.pbr(f"{name} board", pcb, 0.55)}})
    box, stem = switch()
    dye, metal = ("PBT, dye-sublimated", "পিবিটি, রঙে ছাপা"), ("Milled aluminium, anodised", "খোদাই করা অ্যালুমিনিয়াম")
    caps, switches = [], []
    by_legend = {}
    for index, key in enumerate(keys):
        label = NAMES.get(key.legend, key.legend)
        part = Part(f"key-{index:02d}", f"{label} key", f"{BENGALI.get(key.legend, label)} বোতাম", cap(key), "caps",
                    place=tilt @ Matrix.Translation((key.x, key.y, 0.0030)),
                    made_of=dye, explode=(*up, round(0.072 + 0.004 * key.row, 4), 1))
        caps.append(part)
        by_legend.setdefault(key.legend, part)
        switches.append(Part(f"switch-{index:02d}", "Switch", "সুইচ", place=tilt @ Matrix.Translation((key.x, key.y, 0.0)),
                             made_of=("Nylon housing, steel spring", "নাইলনের খোল, ইস্পাতের স্প্রিং"), explode=(*up, 0.056, 2),
                             layers=[(box, "board"), (stem, "switch")]))
    dial = Part("knob", "Knob", "ঘোরানোর মাথা", knob(), "brass", place=tilt @ Matrix.Translation((7.5 * UNIT, 2 * UNIT, 0.0)),
                made_of=("Knurled brass", "খাঁজকাটা পিতল"),
                explode=(*up, 0.080, 1), price=45000)
    top = case_top(tilt)
    bottom, fittings = case_bottom(tilt)
    o = (0, 0, DECK)
    whole = Part("deck", "Keyboard on its feet", "পায়ার ওপর কিবোর্ড", place=STANDING, made_of=metal, children=[
        Part("keys", "Keycaps", "বোতাম", children=caps, made_of=dye, price=280000),
        Part("switches", "Switches", "সুইচ", children=switches, made_of=("Linear, 45 g", "সরল, ৪৫ গ্রাম")), dial,
        Part("frame", "Upper case", "ওপরের খোল", top, "case", o, metal, (*up, 0.036, 3)),
        Part("plate", "Brass plate", "পিতলের পাত", plate(keys, tilt), "brass", o, ("Brass, 1.5 mm", "পিতল, ১.৫ মিমি"),
             (*up, 0.024, 4)),
        Part("board", "Circuit board", "সার্কিট বোর্ড", board(keys, tilt), "board", o, ("Fibreglass", "ফাইবার গ্লাস"),
             (*up, 0.012, 4)),
        Part("bottom", "Lower case", "নিচের খোল", origin=o, made_of=metal, explode=(*down, 0.0, 0),
             layers=[(bottom, "case"), (fittings, "brass")], children=[
            Part("feet", "Feet", "পায়া", feet(), "board", o, ("Silicone", "সিলিকন")),
            Part("legs", "Fold-out feet", "ভাঁজ-পায়া", legs(), "case", o, metal)])])
    root = Part("keyboard", "Mechanical keyboard", "যান্ত্রিক কিবোর্ড", price=1150000, children=[whole], hotspots=[
            extras.hotspot((STANDING @ tilt @ Vector((7.5 * UNIT, 2 * UNIT, 0.013))), (0, -0.2, 1),
                           ("Knob", "Volume, brush size, whatever you say"), ("ঘোরানোর মাথা", "শব্দ, তুলি, যা চান"), dial),
            extras.hotspot((STANDING @ tilt @ Vector((-2.1 * UNIT, 0, 0.012))), (0, -0.3, 1),
                           ("Two scripts", "Bengali in the second colour, printed into the plastic"),
                           ("দুই লিপি", "বাংলা অক্ষর রঙে রঙে, প্লাস্টিকের ভেতরে ছাপা"), by_legend["F"]),
            extras.hotspot(STANDING @ Vector((-0.1645, -0.02, 0.0215)), (-1, 0, 0.2), ("Milled case",
                                                                 "Two halves with the plate hung between on gaskets"),
                           ("খোদাই করা খোল", "দুই খোলের মাঝে ঝোলানো পাত"), None)],
        animations=[motion.Animation("type", "Typing", "টাইপ", [
            motion.slide(by_legend[k], n, [(0.0, 0.0)] * (t > 0) + [(t, 0.0), (t + 0.07, -0.0034), (t + 0.13, -0.0034),
                                                                    (t + 0.22, 0.0)] + [(2.4, 0.0)])
            for k, t in zip(["V", "I", "T", "R", "N", "E", ""], (0.05, 0.34, 0.60, 0.92, 1.24, 1.50, 1.86))], loop=True),
            motion.Animation("turn", "Turn the knob", "মাথা ঘোরানো",
                             [motion.turn(dial, (0, 0, 1), motion.there(1.0, -120))])])
    save(folder, root, variants)
