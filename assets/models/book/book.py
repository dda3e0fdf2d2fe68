# SPDX-License-Identifier: GPL-3.0-or-later
"""A case-bound book that stands and opens: cloth spine, painted boards with foil, sewn pages, headbands, a ribbon."""
import math

import numpy as np

from book.covers import ARCH, PAINTED
from lib import encode, extras, geometry, materials, motion, painting, shapes
from lib.atlas import Atlas
from lib.glb import Part, save
from lib.labels import fitting
from lib.noise import blur, mix, normal_map, spectral, srgb
from lib.painting import Canvas

WIDE, TALL, THICK, BOARD, OVER = 0.142, 0.214, 0.027, 0.0030, 0.0032
JOINT = -WIDE / 2
SHEET = Atlas(0.34, 0.46, {"front": (-0.164, 0.004, -0.018, 0.222), "back": (0.010, 0.004, 0.156, 0.222), "spine": (-0.164, -0.222, -0.120, -0.004), "paper": (-0.100, -0.222, 0.044, -0.008)})
SHEET.swatches(["cloth", "inside"], 0.06, -0.10, 0.05)


def board(place, sign):
    """A board about its joint: along +X, standing; its printed side to −Y (front) or +Y (back)."""
    wide = WIDE + OVER - 0.007
    outline = np.array([(0.007, 0.0), (0.007 + wide, 0.0), (0.007 + wide, TALL), (0.007, TALL)])
    outline = shapes.smooth([(x, y, 0.0012) for x, y in outline], 3)
    plate = shapes.extrude("Board", outline, BOARD, 0.0007, 3)
    SHEET.printed(plate, place, ((WIDE + OVER) / 2, TALL / 2, 0), (1 if sign < 0 else -1, 0, 0), (0, 1, 0), size=(WIDE + OVER, TALL))
    mesh = plate.data
    inside = SHEET.to_sheet("inside", np.array([0.5, 0.5]))
    for polygon in mesh.polygons:
        if polygon.normal.z < -0.9:
            for loop in polygon.loop_indices:
                mesh.uv_layers[0].data[loop].uv = inside
    if sign < 0:
        return shapes.placed(plate, (0, 0, 0), [("X", 90)])
    co = np.empty(len(mesh.vertices) * 3)
    mesh.vertices.foreach_get("co", co)
    mesh.vertices.foreach_set("co", (co.reshape(-1, 3) * [1, 1, -1]).reshape(-1))
    mesh.flip_normals()
    mesh.update()
    return shapes.placed(plate, (0, 0, 0), [("X", 90)])


def spine():
    """Rounded cloth from joint to joint, with the grooves in which the boards turn."""
    half = THICK / 2 + BOARD
    across = [(0.0080, -half + 0.0002), (0.0050, -half + 0.0010), (0.0022, -half + 0.0014), (-0.0010, -half + 0.0002), (-0.0050, -half * 0.80), (-0.0078, -half * 0.42), (-0.0088, 0.0)]
    line = geometry.spline(across + [(x, -y) for x, y in across[-2::-1]], 46)
    rows = np.array([[(JOINT + x, y, z) for x, y in line] for z in (0.0, 0.001, TALL * 0.12, TALL * 0.125, TALL * 0.13, TALL * 0.5, TALL * 0.87, TALL * 0.875, TALL * 0.88, TALL - 0.001, TALL)])
    for k in (3, 7):  # raised bands
        centre = np.array([JOINT + 0.006, 0.0])
        rows[k, :, :2] += 0.0014 * (rows[k, :, :2] - centre) / np.linalg.norm(rows[k, :, :2] - centre, axis=1, keepdims=True) * np.sin(np.linspace(0, math.pi, 46))[:, None] ** 0.5
    uv = np.stack(np.meshgrid(np.linspace(1.0, 0.0, 46), rows[:, 0, 2] / TALL), -1)  # who looks at the spine has the front board at the right
    n = np.cross(rows[1, 20] - rows[0, 20], rows[0, 21] - rows[0, 20])
    if n[0] > 0:
        rows, uv = rows[:, ::-1], uv[:, ::-1]
    return shapes.sheet("Spine", rows, 0.0009, uv=SHEET.to_sheet("spine", uv))


def pages(first, last):
    """Sheets between two depths (y), rounded at the back, hollow at the fore edge."""
    y = np.linspace(first, last, 13)
    f = y / (THICK / 2)
    back, fore = JOINT - 0.0050 * (1 - f ** 2) + 0.0024, JOINT + WIDE - 0.0046 * (1 - f ** 2)
    outline = np.concatenate([np.stack([fore, y], 1), np.stack([back, y], 1)[::-1]])
    block = shapes.extrude("Pages", outline, TALL - 2 * OVER, 0.0003, 1, base=OVER)
    mesh = block.data
    layer = mesh.uv_layers[0].data
    for polygon in mesh.polygons:
        for loop in polygon.loop_indices:
            co = mesh.vertices[mesh.loops[loop].vertex_index].co
            layer[loop].uv = (0.5, 0.5) if abs(polygon.normal.y) > 0.9 else (co.y / 0.03 + 0.5, (co.z if abs(polygon.normal.z) < 0.5 else co.x) / 0.03)
    return block


def leaf(seed):
    """One page about its joint, a little bowed."""
    u = np.linspace(0, 1, 15)
    rows = np.array([[(0.004 + (WIDE - 0.006) * a, -0.0012 * math.sin(math.pi * a) * (1 + 0.3 * seed), z) for a in u] for z in (OVER, TALL / 2, TALL - OVER)])
    uv = SHEET.to_sheet("paper", np.stack(np.meshgrid(u, [0, 0.5, 1]), -1))
    return shapes.sheet("Leaf", rows, 0.00018, uv=uv)


def trimmings():
    """Headbands at both ends, and the ribbon."""
    bands, half = [], THICK / 2 - 0.001
    for z in (OVER * 0.9, TALL - OVER * 0.9):
        line = geometry.spline([(JOINT + 0.0018, -half, z), (JOINT - 0.0020, -half * 0.5, z), (JOINT - 0.0030, 0, z), (JOINT - 0.0020, half * 0.5, z), (JOINT + 0.0018, half, z)], 34)
        a = np.arange(8) * math.pi / 4
        sections = np.array([np.stack([np.cos(a), np.sin(a)], 1) * (0.0014 if k % 2 else 0.0011) for k in range(34)])
        bands.append(shapes.tube("Headband", line, sections, sharp=180))
    path = geometry.spline([(JOINT + 0.004, 0.004, TALL - 0.004), (JOINT + 0.0045, 0.0045, TALL * 0.5), (JOINT + 0.010, 0.0040, 0.010), (JOINT + 0.030, -0.004, 0.0028), (JOINT + 0.046, -0.020, 0.0016), (JOINT + 0.055, -0.042, 0.0012)], 50)
    path = path[16:]
    ribbon = shapes.tube("Ribbon", path, shapes.rectangle(0.0060, 0.0005, 0.0001, 1), (0.3, -0.3, 0.9), sharp=40)
    return geometry.join("Trimmings", bands + [ribbon])


# A cover for each book that the shop sells; their titles are those of the catalogue.
LOOKS = [("The river", "নদী সরে যায়", "The River Moves", "river", "#7A1F2B", "#E6C27A", "#B3202F"), ("Forty bhortas", "চল্লিশ ভর্তা", "Forty Bhortas", "bhortas", "#2E3B16", "#E9C35A", "#C8451F"),
         ("Running stitch", "রানফোঁড়ে আঁকা", "Drawing with Running Stitch", "stitches", "#0C2038", "#E8D3A0", "#D8503A"), ("Accounts", "দোকানির হিসাব", "The Shopkeeper’s Accounts", "accounts", "#A8141C", "#F2D08A", "#F6EBD0"),
         ("Rhymes", "রিকশায় বসে ছড়া", "Rhymes for a Rickshaw Ride", "rhymes", "#0B6A78", "#FFD968", "#E8402F"), ("Online shop", "অনলাইনে দোকান খোলা", "Open a Shop Online", "shopfront", "#3A2560", "#EFC268", "#2E8C86")]


def artwork(name, bengali, english, kind, ground, gold):
    c = Canvas(0.34, 0.46, 756, ground)
    foil = Canvas(0.34, 0.46, 756, "#000000")
    x0, y0, x1, y1 = SHEET.places["front"]
    m, w, h = ((x0 + x1) / 2, (y0 + y1) / 2), (x1 - x0) / 2, (y1 - y0) / 2
    with c.within(x0, y0, x1, y1), c.at(*m):
        c.box(-w, -h, w, h, ground)
        PAINTED[kind](c)
    with foil.within(x0, y0, x1, y1), foil.at(*m):
        for inset, line in ((0.0060, 0.0009), (0.0082, 0.0003)):
            foil.line(shapes.rectangle(2 * (w - inset), 2 * (h - inset), 0.0015, 3), line, "#FFFFFF", closed=True)
        for sx in (-1, 1):
            for sy in (-1, 1):
                with foil.at(sx * (w - 0.015), sy * (h - 0.015), 0.012, 45 * (1 if sx * sy > 0 else -1)):
                    painting.outline_lotus(foil, 0.05, "#FFFFFF")
        if kind == "river":
            foil.line(ARCH, 0.0014, "#FFFFFF", closed=True)
        foil.text(bengali, fitting(bengali, "bengali-bold", 0.112, 0.0230), 0, 0.0740, "#FFFFFF", "bengali-bold")
        foil.text(english, fitting(english, "light", 0.100, 0.0090, 1.15), 0, -0.0890, "#FFFFFF", "light", spacing=1.15)
    x0, y0, x1, y1 = SHEET.places["back"]
    with foil.within(x0, y0, x1, y1), foil.at((x0 + x1) / 2, (y0 + y1) / 2):
        foil.line(shapes.rectangle(2 * (w - 0.006), 2 * (h - 0.006), 0.0015, 3), 0.0009, "#FFFFFF", closed=True)
        with foil.at(0, -0.01, 0.040):
            painting.outline_lotus(foil, 0.03, "#FFFFFF")
    x0, y0, x1, y1 = SHEET.places["spine"]
    with foil.within(x0, y0, x1, y1), foil.at((x0 + x1) / 2, (y0 + y1) / 2):
        foil.text(bengali, fitting(bengali, "bengali-bold", 0.036, 0.0165), 0, 0.055, "#FFFFFF", "bengali-bold")
        with foil.at(0, -0.005, 0.018):
            painting.outline_lotus(foil, 0.045, "#FFFFFF")
        for y in (0.083, 0.079, -0.079, -0.083, 0.030, -0.030):
            foil.line([(-0.020, y), (0.020, y)], 0.0008, "#FFFFFF")
    x0, y0, x1, y1 = SHEET.places["paper"]
    with c.within(x0, y0, x1, y1), c.at((x0 + x1) / 2, (y0 + y1) / 2):
        c.box(-0.1, -0.2, 0.1, 0.2, "#F3ECDC")
        rng = np.random.default_rng(8)
        for k in range(26):
            long = 0.100 if rng.random() > 0.18 else rng.uniform(0.03, 0.09)
            c.line([(-0.050, 0.080 - 0.0062 * k), (-0.050 + long, 0.080 - 0.0062 * k)], 0.0017, "#8E877A")
    SHEET.fill(c, {"cloth": ground, "inside": "#E9DEC6"})
    mask = foil.colour[..., 0]
    cloth = spectral((c.rows, c.columns), 3, 0.5, 60, 400) * 0.014
    colour = np.clip(mix(c.colour * (1 + cloth)[..., None], srgb(gold), mask), 0, 1)
    return (encode.jpeg(name, colour, 86), encode.orm(f"{name} finish", 1.0, np.clip(0.62 - 0.36 * mask, 0, 1), mask, 82),
            encode.jpeg(f"{name} relief", normal_map(-blur(mask, 1.0) * 1.4 + 8 * cloth, 0.6), 60))


def build(folder):
    geometry.reset()
    size = 256
    line = spectral((size, size), 4, 0.3, 40, 128, stretch=(60, 1))
    edge = encode.jpeg("Page edges", np.clip(srgb("#EBE2CE") * (1 + 0.07 * line + 0.02 * spectral((size, size), 5, 1.2, 2, 20))[..., None], 0, 1), 84)
    variants = []
    for name, bn, english, kind, ground, gold, ribbon in LOOKS:
        base, orm, relief = artwork(name, bn, english, kind, ground, gold)
        variants.append({"name": name, "bn": bn, "materials": {
            "case": materials.pbr(f"{name} case", roughness=1.0, metallic=1.0, base=base, orm=orm, normal=relief), "pages": materials.pbr("Page edges", roughness=0.9, base=edge),
            "leaf": materials.pbr(f"{name} leaf", roughness=0.88, base=base), "trim": materials.pbr(f"{name} ribbon", ribbon, 0.55, extensions=materials.sheen(ribbon, 0.4))}})
    for v in variants[1:]:
        v["materials"]["pages"] = variants[0]["materials"]["pages"]
    cloth, paper = ("Printed cloth over board, foil", "বোর্ডে ছাপা কাপড়, ফয়েল"), ("Cream paper, sewn", "ঘিয়ে কাগজ, সেলাই করা")
    front = Part("cover", "Front board", "সামনের মলাট", board("front", -1), "case", place=(JOINT, -THICK / 2, 0, 0), made_of=cloth, explode=(0, 0, 1, 0.09, 1))
    back = Part("back", "Back board", "পেছনের মলাট", board("back", 1), "case", place=(JOINT, THICK / 2, 0, 0), made_of=cloth, explode=(0, 0, -1, 0.06, 1))
    block = Part("pages", "Pages", "পাতা", pages(-THICK / 2 + 0.0016, THICK / 2), "pages", made_of=paper, explode=(0, 0, 0, 0.0, 0))
    leaves = [Part(f"leaf-{k + 1}", f"Leaf {k + 1}", f"পাতা {'১২৩'[k]}", leaf(k), "leaf", place=(JOINT, -THICK / 2 + 0.0004 + 0.0004 * k, 0, 0), made_of=paper, explode=(0, 0, 1, 0.05 - 0.012 * k, 2)) for k in range(3)]
    each, later = 1.7, 0.35
    turns = []
    for k, (p, to) in enumerate(((front, -138), (leaves[0], -118), (leaves[1], -96), (leaves[2], -70))):
        turns.append(motion.turn(p, (0, 0, 1), motion.eased(each + 3 * later, k * later, each + k * later, 0, to)))
    root = Part("book", "Case-bound book", "বাঁধাই বই", price=32000, children=[
        block, front, back, Part("spine", "Spine", "পুট", spine(), "case", made_of=cloth, explode=(-1, 0, 0, 0.05, 1)), Part("trimmings", "Headbands and ribbon", "মাথাপট্টি ও ফিতা", trimmings(), "trim", made_of=("Silk", "রেশম"), explode=(-0.3, 1, 0, 0.05, 2))] + leaves,
        hotspots=[extras.hotspot((0, -THICK / 2 - BOARD, 0.180), (0, -1, 0), ("Foil title", "Stamped warm into the cloth"), ("ফয়েল নাম", "গরম ছাপে কাপড়ে বসানো"), front),
                  extras.hotspot((JOINT - 0.009, 0, 0.11), (-1, -0.3, 0), ("Rounded spine", "Sewn in sections, opens flat"), ("গোল পুট", "ফর্মা ধরে সেলাই, সমান খোলে"), None)],
        animations=[motion.Animation("open", "The book opens", "বই খোলে", turns)])
    save(folder, root, variants)
