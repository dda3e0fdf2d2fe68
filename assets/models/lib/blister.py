# SPDX-License-Identifier: GPL-3.0-or-later
"""Medicine as it is sold: a carton with a tuck end that opens, blister strips that slide out, a leaflet. What is printed and what
lies in the pockets is the caller's."""
import math

import numpy as np
from mathutils import Matrix

from . import cardboard, encode, extras, geometry, materials, motion, shapes
from .atlas import Atlas
from .glb import Part, save
from .noise import blur, normal_map, smoothstep, spectral
from .sequence import keyed

LONG, TALL, DEEP, CARD = 0.118, 0.058, 0.027, 0.0006
STRIP = (0.109, 0.050)
# The back is printed as the front, the bottom as the top, and the flap as the end.
ART = Atlas(0.16, 0.16, {"front": (-0.079, 0.021, 0.039, 0.079), "top": (-0.079, -0.0075, 0.039, 0.0195), "end": (0.043, 0.021, 0.070, 0.079), "leaflet": (-0.079, -0.079, 0.041, -0.009)})
ART.places |= {"back": ART.places["front"], "bottom": ART.places["top"], "flap": ART.places["end"]}
ART.swatches(["board", "white", "colour", "deep"], 0.043, -0.020, 0.009)
FOIL = Atlas(0.12, 0.12, {"print": (-0.0545, -0.025, 0.0545, 0.025)})
FOIL.swatches(["bare"], -0.058, 0.03, 0.024)


def carton():
    r = cardboard.rectangle
    walls = [(r(LONG, TALL), "front", (0, -DEEP / 2, 0), (1, 0, 0), (0, -1, 0)), (r(LONG, TALL), "back", (0, DEEP / 2, 0), (-1, 0, 0), (0, 1, 0)),
             (r(LONG, DEEP), "top", (0, -DEEP / 2, TALL), (1, 0, 0), (0, 0, 1)), (r(LONG, DEEP), "bottom", (0, DEEP / 2, 0), (1, 0, 0), (0, 0, -1)),
             (r(DEEP, TALL), "end", (-LONG / 2, 0, 0), (0, -1, 0), (-1, 0, 0))]
    return geometry.join("Carton", [cardboard.placed(cardboard.panel(ART, o, name, CARD), cardboard.hinge(at, along, out)) for o, name, at, along, out in walls])


def ellipse(wide, tall, power=2.25):
    return geometry.superellipse(wide, tall, 36, power)


def pocket(outline, x, y, height=0.0051):
    """A hill of clear film over (x, y): outlines from its foot to its top."""
    rows = []
    for f, z in ((1.0, 0.0), (0.985, 0.157), (0.965, 0.431), (0.93, 0.667), (0.85, 0.843), (0.68, 0.961), (0.40, 1.0)):
        rows.append(np.column_stack([outline * f + [x, y], np.full(len(outline), z * height)]))
    return np.array(rows)


def strip(cells, outline, pill, height=0.0051):
    """A blister drawn lying, pockets up: clear film, foil, and in each of `cells` (x, y) a `pill(x, y)` of [(object, slot)]."""
    sheet = shapes.rectangle(*STRIP, 0.004, 6)
    film = [shapes.extrude("Film", sheet, 0.0003, 0.0001, 1, [pocket(outline, x, y)[0][:, :2] for x, y in cells], 0.0002)]
    pills = {}
    for x, y in cells:
        rows = pocket(outline, x, y, height)
        film.append(geometry.finish(geometry.grid("Pocket", rows + [0, 0, 0.0004], u=np.linspace(0, 0.045, len(outline) + 1), v=np.arange(7) * 0.001, caps=(-1,)), 50, weighted=False))
        for obj, slot in pill(x, y):
            pills.setdefault(slot, []).append(obj)
    foil_ = geometry.join("Foil", [FOIL.printed(shapes.extrude("Foil", sheet, 0.0001, 0.0, 1), "print", (0, 0, 0), (-1, 0, 0), (0, 1, 0), size=STRIP),
                                   shapes.extrude("Foil front", sheet, 0.0001, 0.00003, 1, base=0.0001, bottom_bevel=0.0)])
    bare_front(foil_)
    return [(geometry.join(f"Pills {slot}", objects), slot) for slot, objects in pills.items()] + [(foil_, "foil"), (geometry.join("Film", film), "film")]


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


def solid(name, rows, sharp=50):
    """A pill of outlines from below to above."""
    return geometry.finish(geometry.grid(name, np.array(rows), u=np.linspace(0, 0.04, rows[0].shape[0] + 1), v=np.arange(len(rows)) * 0.001, caps=(0, -1)), sharp, weighted=False)


def caplet(x, y):
    """Long, scored across."""
    rows = []
    for f, z in ((0.70, 0.0004), (0.90, 0.0007), (1.0, 0.0014), (1.0, 0.0030), (0.93, 0.0036), (0.75, 0.0040), (0.45, 0.00425), (0.12, 0.0043)):
        o = geometry.superellipse(0.0160, 0.0078, 32, 2.2)
        o = o * [1 - (1 - f) * 0.5, f]
        line = np.column_stack([o + [x, y], np.full(32, z)])
        score = np.exp(-((line[:, 0] - x) / 0.00045) ** 2) * (0.0007 if z > 0.0035 else 0)
        line[:, 2] -= score
        rows.append(line)
    return [(solid("Caplet", rows), "pill")]


def tablet(x, y, radius=0.0052, scored=True):
    """Round, its edge broken, scored across."""
    rows = []
    a = np.arange(30) * 2 * math.pi / 30
    for f, z in ((0.80, 0.0006), (0.95, 0.0008), (1.0, 0.0013), (1.0, 0.0029), (0.95, 0.0034), (0.80, 0.0038), (0.50, 0.00402), (0.12, 0.0041)):
        line = np.column_stack([radius * f * np.cos(a) + x, radius * f * np.sin(a) + y, np.full(30, z)])
        if scored and z > 0.0033:
            line[:, 2] -= np.exp(-((line[:, 0] - x) / 0.0005) ** 2) * 0.0006
        rows.append(line)
    return [(solid("Tablet", rows, 40), "pill")]


def capsule(x, y):
    """Two shells along y, the cap over the body."""
    def half(name, ends, slot):
        rows = []
        a = np.arange(20) * 2 * math.pi / 20
        for along, r in ends:
            rows.append(np.column_stack([x + r * np.cos(a), np.full(20, y + along), 0.0035 + r * np.sin(a)]))
        return solid(name, rows[::-1], 50), slot
    dome = [(math.sin(t) * 0.0031, math.cos(t) * 0.0031) for t in np.linspace(0, math.pi / 2 * 0.94, 7)]
    cap = [(0.0002, 0.0028), (0.0000, 0.0031), (0.0003, 0.0033)] + [(0.0053 + d, r * 1.065) for d, r in dome]
    body = [(-0.0055 - d, r) for d, r in dome[::-1]] + [(-0.0002, 0.0031), (0.0010, 0.0031)]
    return [half("Cap", cap, "pill"), half("Body", body, "body")]


def leaflet():
    """Folded paper between strips and carton."""
    pieces = []
    for k in range(4):
        z = 0.0004 * k
        rows = np.array([[(px, py, z + 0.0003 * math.sin(px * 60 + k)) for px in np.linspace(-0.050, 0.050, 13)] for py in (-0.0245, -0.010, 0.010, 0.0245)])
        uv = np.stack(np.meshgrid(np.linspace(0, 1, 13), np.linspace(0, 1, 4)), -1)
        pieces.append(shapes.sheet("Leaf", rows, 0.00012, uv=ART.to_sheet("leaflet", uv)))
    return geometry.join("Leaflet", pieces)


def foil(name, base, emboss):
    made = materials.pbr(name, "#FFFFFF", 1.0, 1.0, base=base, orm=emboss[0], normal=emboss[1], occlusion=True)
    for info in (made.body["normalTexture"], made.body["occlusionTexture"], made.body["pbrMetallicRoughness"]["metallicRoughnessTexture"]):
        info["extensions"] = {"KHR_texture_transform": {"scale": [36, 36]}}
    return made


def stuffs():
    """What is the same in every box: the film, and what the sealing roll pressed into the foil: diamonds whose four sides
    each show another part of the room."""
    size, across = 256, 9
    y, x = np.meshgrid(np.arange(size) / size, np.arange(size) / size, indexing="ij")
    rise = [np.abs((across * d) % 1 - 0.5) * 2 for d in (x + y, x - y)]
    groove = np.minimum(*rise)
    worn = spectral((size, size), 3, 0.8, 4, 60)
    relief = normal_map(blur((rise[0] + rise[1]) * size / across / 2 + 0.5 * worn, 1.1), 0.16)
    orm = encode.orm("Foil finish", 1 - 0.40 * (1 - smoothstep(0.0, 0.30, groove)), np.clip(0.25 + 0.02 * worn + 0.18 * (1 - smoothstep(0.0, 0.3, groove)), 0, 1), 0.96, 80)
    return materials.glass("Clear film", "#F4F8FA", 1.75, 0.0003, 0.010, 0.02), (orm, encode.jpeg("Foil relief", relief, 82))


def pack(folder, name, en, bn, price, each, blister, variants, spots):
    """Writes a box with its strips, `each` of which costs so much alone. `spots`: what its three hotspots say (the carton, the strip, the tuck end), [(en, bn)]."""
    r = cardboard.rectangle
    words, plastic = ("Folding board, varnished", "ভাঁজের বোর্ড, বার্নিশ করা"), ("Film and foil, sealed", "ফিল্ম ও ফয়েল, জোড়া")
    tongue = Part("tongue", "Tuck", "গোঁজা পাত", cardboard.panel(ART, r(TALL, 0.0135, 0.004, 0.004, 0.0008), "white", CARD), "card", place=cardboard.fold(DEEP - 0.0016, -91), made_of=words)
    flap = Part("flap", "End flap", "মুখের পাত", cardboard.panel(ART, r(TALL, DEEP - 0.0013, inset=0.0003), "flap", CARD, turn=1), "card",
                place=cardboard.hinge((LONG / 2, DEEP / 2, TALL / 2), (0, 0, 1), (1, 0, 0)), made_of=words, children=[tongue])
    dust = [Part(f"dust-{n}", f"{en} dust flap", f"{bn} ভাঁজ", cardboard.panel(ART, r(DEEP, 0.017, 0.003, 0.003, 0.0007), "white", CARD), "card", place=cardboard.hinge((LONG / 2 - 0.0009, 0, z), (0, s, 0), (1, 0, 0)), made_of=words)
            for n, en, bn, z, s in (("top", "Top", "ওপরের", TALL - 0.0008, -1), ("bottom", "Bottom", "নিচের", 0.0008, 1))]
    stand = Matrix.Rotation(math.radians(90), 4, "X")
    inside = [Part(f"strip-{k + 1}", f"Blister strip {k + 1}", f"পাতা {'১২'[k]}", layers=blister, place=Matrix.Translation((0.002, 0.0095 - 0.0085 * k, TALL / 2)) @ stand, made_of=plastic,
                   explode=(1, 0, 0, 0.135 + 0.02 * k, 2), price=each) for k in range(2)]
    angle = math.radians(37)
    loose = Part("strip-loose", "Blister strip", "পাতা", layers=blister, made_of=plastic, explode=(0, 0.15, 1, 0.05, 1), price=each,
                 place=Matrix.Translation((0.043, -DEEP / 2 - 0.0207, 0.0151)) @ Matrix.Rotation(angle, 4, "X"))
    paper = Part("leaflet", "Leaflet", "নির্দেশিকা", leaflet(), "card", place=Matrix.Translation((-0.001, -0.0060, TALL / 2)) @ stand, made_of=("Thin paper, folded", "ভাঁজ করা পাতলা কাগজ"), explode=(1, 0, 0, 0.185, 2))
    box = Part("carton", "Carton", "বাক্স", carton(), "card", made_of=words, explode=(0, 0, 0, 0.0, 0), children=[flap] + dust)
    total = 2.7
    opening = motion.Animation("open", "The end opens, a strip slides out", "মুখ খোলে, পাতা বেরোয়", [
        motion.turn(flap, (1, 0, 0), keyed(total, (0.0, 0.9, 118))), motion.turn(tongue, (1, 0, 0), keyed(total, (0.1, 0.8, 62))),
        motion.turn(dust[0], (1, 0, 0), keyed(total, (0.8, 1.4, 95))), motion.turn(dust[1], (1, 0, 0), keyed(total, (0.9, 1.5, 70))),
        motion.slide(inside[1], (1, 0, 0), keyed(total, (1.4, 2.5, 0.062))), motion.slide(inside[0], (1, 0, 0), keyed(total, (1.7, 2.7, 0.022)))])
    front, pockets, end = spots
    root = Part(name, en, bn, price=price, children=[box] + inside + [paper, loose], hotspots=[
        extras.hotspot((-0.030, -DEEP / 2, 0.042), (0, -1, 0), *front, box), extras.hotspot((0.040, -0.045, 0.024), (0, -0.8, 0.6), *pockets, loose),
        extras.hotspot((LONG / 2, 0, 0.040), (1, -0.2, 0), *end, flap)], animations=[opening])
    save(folder, root, variants)
