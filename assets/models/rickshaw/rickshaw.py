# SPDX-License-Identifier: GPL-3.0-or-later
"""A painted cycle rickshaw of Dhaka, in profile with its head to the left: spoked wheels, a carved body, a folding hood;
and the same with a box for parcels.

The hood is four gores of a fan on one pivot; each is a little wider than the one behind it, so that they fold into one another.
"""
import math

import numpy as np

from lib import extras, geometry, materials, motion, shapes
from lib.geometry import superellipse
from lib.glb import Part, save
from rickshaw.art import paint_body, paint_delivery, paint_hood
from rickshaw.cycle import chain, crank, facing_out, frame, pedal, saddle, steering, tassel, wheel
from rickshaw.plan import BOX, CORNER, CRANK, FRONT, HALF, HEAD_HIGH, HEAD_LOW, HOOD, LONG, OUTLINE, PIVOT, RADIUS, REAR, ROOT, SHEET, THETA, TRACK, tube, upright


def mudguards(paint, trim):
    for s in (-1, 1):
        angles = np.radians(np.linspace(-2, 186, 40))
        rows = [(REAR[0] - (0.388 + 0.014 * math.cos(b)) * math.cos(x), s * (TRACK + 0.058 * math.sin(b)), REAR[2] + (0.388 + 0.014 * math.cos(b)) * math.sin(x))
                for x in angles for b in np.linspace(-1.4, 1.4, 9)]
        uv = np.stack(np.meshgrid(np.linspace(0, 1, 9), np.linspace(0, 1, 40)), -1)[..., ::-1]
        guard = shapes.sheet("Mudguard", np.array(rows).reshape(40, 9, 3), 0.0025, uv=SHEET.to_sheet("guard", uv))
        paint.append(facing_out(guard, REAR + [0, s * TRACK, 0]))
        for x in (0.30, 0.94):
            trim.append(tube([(x, s * 0.37, 0.56 if x < 0.5 else 0.60), (x, s * 0.45, 0.57 if x < 0.5 else 0.575)], 0.007, 6))


def coachwork():
    paint, trim = [], []
    side = shapes.extrude("Side", OUTLINE, 0.020, 0.005, 2)
    upright(side)
    SHEET.printed(side, "side", (0.6375, 0, 0.7925))
    near = shapes.placed(side, (0, -0.372, 0))
    paint += [near, geometry.mirrored(near, "Far side", 1)]
    rim = np.stack([OUTLINE[:, 0], np.full(len(OUTLINE), -0.3835), OUTLINE[:, 1]], 1)
    edge = shapes.tube("Rim", geometry.resample(np.concatenate([rim, rim[:1]]), 121)[:-1], shapes.circle(0.0075, 8), closed=True, sharp=180)
    trim += [edge, geometry.mirrored(edge, "Far rim", 1)]
    back = np.array([[(x, y, z) for y in np.linspace(-0.366, 0.366, 5)] for x, z in geometry.spline([(0.985, 0.44), (1.012, 0.62), (1.035, 0.80), (1.058, 0.98), (1.068, 1.13)], 10)])
    board = facing_out(shapes.sheet("Back board", back, 0.016), (0, 0, 0.7))
    paint.append(SHEET.printed(board, "back", (1.0, 0, 0.785), (0, 1, 0), size=(0.74, 0.72)))
    front = np.array([[(x, y, z) for y in np.linspace(-0.366, 0.366, 5)] for x, z in ((0.285, 0.435), (0.305, 0.60), (0.31, 0.755))])
    panel = facing_out(shapes.sheet("Seat front", front, 0.014), (0.9, 0, 0.6))
    paint.append(SHEET.printed(panel, "front", (0.3, 0, 0.595), (0, -1, 0), size=(0.735, 0.325)))
    floor = np.array([[(x, y, z) for y in np.linspace(-0.355, 0.355, 5)] for x, z in geometry.spline([(-0.115, 0.575), (-0.075, 0.475), (-0.02, 0.433), (0.12, 0.430), (0.30, 0.430)], 12)])
    step = shapes.sheet("Foot board", floor, 0.014)
    paint.append(SHEET.printed(facing_out(step, (0.2, 0, -2)), "floor", (0.095, 0, 0.43), (0, -1, 0), (1, 0, 0), size=(0.74, 0.46)))
    bottom = geometry.box("Bottom", (0.74, 0.72, 0.018), (0.66, 0, 0.437), 0.004, 1)
    paint.append(SHEET.plain(bottom, "body"))
    for s in (-1, 1):
        trim.append(tube(geometry.spline([(-0.118, s * 0.358, 0.58), (-0.075, s * 0.362, 0.475), (-0.02, s * 0.364, 0.432), (0.2, s * 0.366, 0.428)], 14), 0.007, 7))
    mudguards(paint, trim)
    trim.append(tube([(1.07, -0.366, 1.14), (1.07, 0.366, 1.14)], 0.009, 8))
    trim.append(tube(geometry.spline([(1.01, -0.30, 0.47), (1.10, -0.30, 0.44), (1.13, -0.2, 0.435), (1.13, 0.2, 0.435), (1.10, 0.30, 0.44), (1.01, 0.30, 0.47)], 40), 0.010, 8))
    return [(geometry.join("Coachwork", paint), "paint"), (geometry.join("Trim", trim), "chrome")]


def cushions():
    profile = [(1, 0.0), (0.05, 0.0), (0.01, 0.006), (0.0, 0.02), (0.0, 0.050), (0.012, 0.066), (0.05, 0.078), (0.2, 0.088), (0.5, 0.092), (1, 0.093)]
    seat = shapes.pillow("Seat", shapes.rectangle(0.52, 0.725, 0.05, 5), profile, 180)
    SHEET.printed(seat, "cushion", (0, 0, 0), (0, -1, 0), (1, 0, 0), size=(0.76, 0.56))
    shapes.placed(seat, (0.565, 0, 0.752))
    rest = shapes.pillow("Backrest", shapes.rectangle(0.36, 0.715, 0.05, 5), profile, 180)
    SHEET.printed(rest, "cushion", (0, 0, 0), (0, -1, 0), (1, 0, 0), size=(0.76, 0.40))
    shapes.placed(rest, (1.035, 0, 1.0), [("Y", -83)])
    return seat, rest


def rib(theta, long, half, lift=0.0):
    """Points of a hoop, from its foot over the top to the other foot."""
    flat = geometry.rounded([(ROOT * 0.4, -half - lift, 0), (long + lift, -half - lift, CORNER), (long + lift, half + lift, CORNER), (ROOT * 0.4, half + lift, 0)], 8)
    return np.stack([-flat[:, 0] * math.cos(theta), flat[:, 1], flat[:, 0] * math.sin(theta)], 1)


def gore(k, columns=9):
    """The cloth between hoops k and k + 1, drawn about the pivot: two flat sides and the top, drawn in between the hoops."""
    f = np.linspace(0, 1, columns)
    theta = THETA[k] + (THETA[k + 1] - THETA[k]) * f
    long, half = LONG[k] + (LONG[k + 1] - LONG[k]) * f, HALF[k] + (HALF[k + 1] - HALF[k]) * f
    sag = 0.030 * np.sin(math.pi * f)
    out = []
    for inset, lining in ((0.0, False), (0.004, True)):
        for s in (-1, 1):
            grid = []
            for r in np.linspace(0, 1, 7):
                rho = ROOT + (long - CORNER - ROOT) * r
                grid.append(np.stack([-rho * np.cos(theta), s * (half - inset - sag * 0.5 * r), rho * np.sin(theta)], 1))
            out.append(cloth(np.array(grid), None, "side", s > 0, lining))
        top = []
        flat = []
        a = np.linspace(0, math.pi / 2, 7)
        for i in range(columns):
            corner = [(long[i] - CORNER + CORNER * math.sin(b), CORNER * (1 - math.cos(b))) for b in a]
            reach = half[i] - CORNER
            line = [(rho, -half[i] + y) for rho, y in corner] + [(long[i], y) for y in np.linspace(-reach, reach, 9)[1:-1]] + [(rho, half[i] - y) for rho, y in corner[::-1]]
            line = np.array(line)
            over = np.clip((line[:, 0] - (long[i] - CORNER)) / CORNER, 0, 1)
            line[:, 0] -= over * (sag[i] + inset)
            line[:, 1] *= 1 - (1 - over) * (sag[i] * 0.5 + inset) / half[i] - over * sag[i] * 0.5 / half[i]
            s = geometry.arc_length(line)
            flat.append(np.abs(s - s[-1] / 2) / 0.56)
            top.append(np.stack([-line[:, 0] * math.cos(theta[i]), line[:, 1], line[:, 0] * math.sin(theta[i])], 1))
        top = np.array(top)
        u = (theta - THETA[0]) / (THETA[4] - THETA[0])
        uv = np.stack([np.repeat(u[:, None], top.shape[1], 1), 1 - np.clip(np.array(flat), 0, 1)], -1)
        out.append(cloth(top, HOOD.to_sheet("top", uv), "top", True, lining))
    return geometry.join(f"Gore {k}", out)


def cloth(points, uv, place, flip, lining):
    if flip != lining:
        points = points[:, ::-1]
        uv = None if uv is None else uv[:, ::-1]
    if uv is None:
        uv = HOOD.to_sheet(place, np.stack([(points[..., 0] + 0.585) / 1.17, points[..., 2] / 0.77], -1))
    if lining:
        uv = np.full(uv.shape, 0.0) + HOOD.to_sheet("side", np.array([0.004, 0.004]))
    return geometry.finish(geometry.grid("Cloth", points, wrap_u=False, uv=uv), 180, weighted=False)


def hoop(k, tassels=False):
    pieces = [SHEET.plain(shapes.tube("Hoop", geometry.resample(rib(THETA[k], LONG[k] - 0.012, HALF[k] - 0.012), 44), shapes.circle(0.0105, 8), sharp=180), "bamboo"),
              SHEET.plain(shapes.tube("Braid", geometry.resample(rib(THETA[k], LONG[k], HALF[k], 0.002), 44), superellipse(0.020, 0.009, 8, 2.2), sharp=180), "gold")]
    if tassels:
        line = geometry.resample(rib(THETA[0], LONG[0], HALF[0], 0.004), 60)
        colours = ("red", "gold", "green", "gold")
        for i in range(3, 57):
            p = line[i]
            pieces.append(shapes.placed(tassel(colours[i % 4], 0.052, "gold" if i % 2 else "red"), p + [-0.006, 0, 0.0]))
    return geometry.join(f"Hoop {k}", pieces)


def curtain():
    """From the last hoop down to the back board, drawn where it stands less the pivot."""
    line = geometry.resample(rib(THETA[4], LONG[4], HALF[4]), 49)
    base = geometry.resample(np.array([(0.76, -0.385, 0.99), (0.97, -0.385, 1.035), (1.045, -0.380, 1.14), (1.075, -0.30, 1.15), (1.078, 0.30, 1.15), (1.045, 0.380, 1.14), (0.97, 0.385, 1.035),
                                       (0.76, 0.385, 0.99)]) - PIVOT, 49)
    rows = []
    for f in np.linspace(0, 1, 7):
        p = line * (1 - f) + base * f
        p[:, 0] -= 0.02 * math.sin(math.pi * f)
        rows.append(p)
    rows = np.array(rows)
    uv = HOOD.to_sheet("top", np.stack([0.72 + 0.25 * np.repeat(np.linspace(0, 1, 7)[:, None], 49, 1), np.repeat(1 - np.abs(np.linspace(-1, 1, 49))[None], 7, 0)], -1))
    outer = geometry.finish(geometry.grid("Curtain", rows[:, ::-1], wrap_u=False, uv=uv[:, ::-1]), 180, weighted=False)
    inner = geometry.finish(geometry.grid("Curtain lining", rows - [0.004, 0, 0], wrap_u=False, uv=np.full(uv.shape, 0.0) + HOOD.to_sheet("side", np.array([0.004, 0.004]))), 180, weighted=False)
    return geometry.join("Curtain", [outer, inner])


def box_body():
    """A tin box on a frame: sides, front, roof; its two doors and its load are parts of their own."""
    front, back, half, low, high = BOX
    paint, trim = [], []
    for s in (-1, 1):
        wall = geometry.box("Wall", (back - front, 0.016, high - low), ((front + back) / 2, s * (half - 0.008), (low + high) / 2), 0.004, 2)
        paint.append(SHEET.printed(wall, "side", ((front + back) / 2, 0, (low + high) / 2), size=(back - front, high - low)))
    ahead = geometry.box("Front wall", (0.016, 2 * half, high - low), (front + 0.008, 0, (low + high) / 2), 0.004, 2)
    paint.append(SHEET.printed(ahead, "back", (0, 0, (low + high) / 2), (0, -1, 0), size=(2 * half, high - low)))
    roof = np.array([[(x, y, high + 0.050 * (1 - (y / 0.41) ** 2) - 0.004) for y in np.linspace(-0.41, 0.41, 17)] for x in np.linspace(front - 0.05, back + 0.045, 3)])
    paint.append(SHEET.plain(facing_out(shapes.sheet("Roof", roof, 0.012), (0.6, 0, -3)), "body"))
    paint.append(SHEET.plain(geometry.box("Floor", (back - front + 0.02, 2 * half, 0.022), ((front + back) / 2, 0, low - 0.008), 0.005, 1), "frame"))
    for x in (front, back):
        for s in (-1, 1):
            trim.append(tube([(x, s * half, low), (x, s * half, high + 0.004)], 0.010, 8))
        trim.append(tube([(x, -half, low), (x, half, low)], 0.010, 8))
    for s in (-1, 1):
        for z in (low, high):
            trim.append(tube([(front, s * half, z), (back, s * half, z)], 0.010, 8))
        roof_edge = [(front - 0.05, s * 0.41, high - 0.008), (back + 0.045, s * 0.41, high - 0.008)]
        trim.append(tube(roof_edge, 0.008, 8))
        for k in range(13):
            x = front - 0.02 + (back - front + 0.04) * k / 12
            paint.append(shapes.placed(tassel(("red", "gold", "green")[k % 3], 0.045), (x, s * 0.413, high - 0.014)))
        trim.append(tube(geometry.spline([(0.55, s * 0.34, high + 0.02), (0.55, s * 0.34, high + 0.085), (0.60, s * 0.34, high + 0.10), (0.95, s * 0.34, high + 0.10), (1.0, s * 0.34, high + 0.085), (1.0, s * 0.34, high + 0.02)], 40), 0.008, 8))
    for x in (0.60, 0.95):
        trim.append(tube([(x, -0.34, high + 0.10), (x, 0.34, high + 0.10)], 0.008, 8))
    mudguards(paint, trim)
    return [(geometry.join("Delivery box", paint), "paint"), (geometry.join("Box trim", trim), "chrome")]


def door(s):
    """Drawn about its hinge."""
    _, _, half, low, high = BOX
    wide, tall = half - 0.012, high - low - 0.02
    leaf = geometry.box("Door", (0.018, wide, tall), (0.0, -s * wide / 2, (low + high) / 2), 0.005, 2)
    SHEET.printed(leaf, "back", (0, -s * half, (low + high) / 2), (0, 1, 0), size=(2 * half, high - low))
    metal = [tube([(0.016, -s * (wide - 0.03), 0.72), (0.030, -s * (wide - 0.03), 0.74), (0.030, -s * (wide - 0.03), 0.86), (0.016, -s * (wide - 0.03), 0.88)], 0.006, 8)]
    for z in (0.55, 0.81, 1.07):
        metal.append(tube([(0.006, 0, z - 0.03), (0.006, 0, z + 0.03)], 0.011, 10))
        metal.append(geometry.finish(geometry.box("Strap", (0.004, 0.10, 0.022), (0.0105, -s * 0.05, z), 0.0015, 1)))
    return [(leaf, "paint"), (geometry.join("Ironwork", metal), "brass")]


def load():
    pieces = []
    for x, y, z, sx, sy, sz, turn in ((0.82, -0.17, 0.455, 0.34, 0.32, 0.26, 3), (0.85, 0.18, 0.455, 0.30, 0.30, 0.34, -4), (0.80, -0.16, 0.715, 0.28, 0.26, 0.20, 8), (0.86, 0.17, 0.795, 0.24, 0.22, 0.16, -7),
                                      (0.42, 0.0, 0.455, 0.36, 0.62, 0.42, 0)):
        box = SHEET.plain(geometry.box("Parcel", (sx, sy, sz), (0, 0, sz / 2), 0.006, 2), "bamboo")
        tape = SHEET.plain(geometry.box("Tape", (sx + 0.002, 0.045, sz + 0.002), (0, 0, sz / 2), 0.006, 2), "lining")
        for o in (box, tape):
            pieces.append(shapes.placed(o, (x, y, z), [("Z", turn)]))
    return geometry.join("Parcels", pieces)


def delivery(folder, looks, head_parts):
    variants = []
    for p, look in zip(PALETTES, looks):
        slots = {k: v for k, v in look["materials"].items() if k != "hood"}
        slots["paint"] = materials.pbr(f"{p['name']} delivery enamel", "#FFFFFF", 0.38, base=paint_delivery(p), extensions=materials.clearcoat(0.8, 0.10))
        variants.append({**look, "materials": slots})
    bikes, animations, head = head_parts
    back = BOX[1]
    doors = [Part(f"door-{n}", f"{en} door", f"{bn} পাল্লা", layers=door(s), place=(back + 0.008, s * (BOX[2] - 0.004), 0, 0), made_of=WORDS["tin"], explode=(0.3, 0, -s * 1.0, 0.20, 2))
             for n, en, bn, s in (("left", "Left", "বাঁ", 1), ("right", "Right", "ডান", -1))]
    swing = [motion.turn(d, (0, 0, 1), motion.there(1.3, s * 118)) for d, s in zip(doors, (1, -1))]
    parcels = Part("parcels", "Parcels", "পার্সেল", load(), "paint", made_of=("Cardboard", "কার্ডবোর্ড"), explode=(1, 0.0, 0, 0.55, 3))
    body = Part("box", "Delivery box", "মালের বাক্স", layers=box_body(), made_of=WORDS["tin"], explode=(0, 1, 0, 0.22, 1), price=1450000, children=doors + [parcels])
    root = Part("rickshaw-delivery", "Delivery rickshaw", "ডেলিভারি রিকশা", children=bikes + [body], price=5250000, hotspots=[
        extras.hotspot((0.60, -0.39, 0.85), (0, -1, 0), ("Painted box", "Tin on teak, 250 litres, dry in the rain"), ("আঁকা বাক্স", "সেগুনে টিন, ২৫০ লিটার, বৃষ্টিতে শুকনো"), body),
        extras.hotspot((1.08, 0.0, 0.80), (1, 0, 0), ("Two doors", "Brass straps and a bolt"), ("দুই পাল্লা", "পিতলের কবজা ও ছিটকিনি"), doors[0]),
        extras.hotspot((-0.700, -0.110, 1.05), (-0.3, -0.4, 1), ("Brass bell", "Its ring is the street's own sound"), ("পিতলের ঘণ্টা", "টুং টাং, পথের নিজের সুর"), head)],
        animations=animations + [motion.Animation("open", "The doors open", "দরজা খোলা", swing)])
    save(folder, root, variants)


PALETTES = [
    {"name": "Dhaka", "bn": "ঢাকা", "hood": ("#1B4DB8", "#C81E3C"), "deep": ("#0B1E5C", "#6E0A22"), "edge": "#F6C445", "accent": "#0F8A55", "lining": "#D9A441", "body": "#C4162F", "body_deep": "#7A0A1E",
     "seat": ("#8E0E26", "#D02040"), "guard": "#12398F", "frame": "#0C7A45", "lotus": ("#FFE3EC", "#F0468A", "#6E0F3A"), "peacock": ("#1246B0", "#22B6E8", "#071B4D", "#F6C445")},
    {"name": "Padma", "bn": "পদ্মা", "hood": ("#0E8A63", "#F0A818"), "deep": ("#044032", "#B85A08"), "edge": "#FFE38A", "accent": "#C81E50", "lining": "#B8324A", "body": "#0A6C86", "body_deep": "#04364A",
     "seat": ("#0A5A4A", "#13A07C"), "guard": "#0A5E4A", "frame": "#C4162F", "lotus": ("#FFFFFF", "#FF7AA8", "#6E0F3A"), "peacock": ("#14308F", "#2AA8F0", "#071B4D", "#FFD660")},
    {"name": "Sundown", "bn": "গোধূলি", "hood": ("#5A1F96", "#E02A78"), "deep": ("#210A48", "#7A0A48"), "edge": "#FFD35A", "accent": "#F07818", "lining": "#1B8A86", "body": "#35106A", "body_deep": "#16052F",
     "seat": ("#4A0E5E", "#A0287E"), "guard": "#7A0F4E", "frame": "#E89A12", "lotus": ("#FFF2D0", "#FF8A3C", "#6E240F"), "peacock": ("#0E6BA8", "#39D2E0", "#06234A", "#FFD35A")}]


def wardrobe():
    chrome = materials.pbr("Chromed steel", "#D9DADC", 0.22, 1.0)
    brass = materials.pbr("Polished brass", "#DDB668", 0.24, 1.0)
    dark = materials.pbr("Rubber and rexine", "#1A1A1B", 0.62)
    return [{"name": p["name"], "bn": p["bn"], "price": 0 if k == 0 else 150000, "materials": {
        "hood": materials.pbr(f"{p['name']} rexine", "#FFFFFF", 0.42, base=paint_hood(p), extensions=materials.clearcoat(0.35, 0.25)),
        "paint": materials.pbr(f"{p['name']} enamel", "#FFFFFF", 0.38, base=paint_body(p), extensions=materials.clearcoat(0.8, 0.10)),
        "chrome": chrome, "brass": brass, "dark": dark}} for k, p in enumerate(PALETTES)]


def rolling(rolling_wheel, words):
    """Steering with its wheel, frame, crank and pedals, the two rear wheels, and their animations."""
    def one(name, en, bn, x, y, explode):
        return Part(name, en, bn, layers=rolling_wheel, place=(x, y, RADIUS, 0 if y < 0.01 else 180), made_of=words["wheel"], explode=explode, price=180000)

    front = one("wheel-front", "Front wheel", "সামনের চাকা", FRONT[0], 0, (-1, 0, 0, 0.22, 2))
    rear = [one("wheel-near", "Left wheel", "বাঁ চাকা", REAR[0], -TRACK, (0, 0, 1, 0.35, 2)), one("wheel-far", "Right wheel", "ডান চাকা", REAR[0], TRACK, (0, 0, -1, 0.35, 2))]
    # The steering node stands in the head; what it carries is drawn where it is.
    front.place = (*(FRONT - HEAD_LOW), 0)
    head = Part("steering", "Fork and handlebar", "হাতল ও ফর্ক", origin=HEAD_LOW, layers=steering(), made_of=words["steel"], explode=(-1, 0.15, 0, 0.30, 2), children=[front])
    block = pedal()
    pedals = [Part(f"pedal-{n}", f"{en} pedal", f"{bn} প্যাডেল", block, "dark", place=(s * 0.168, -s * 0.112, 0, 0), made_of=("Rubber blocks", "রাবার"))
              for n, en, bn, s in (("near", "Left", "বাঁ", 1), ("far", "Right", "ডান", -1))]
    arms = Part("crank", "Crank", "প্যাডেলের হাত", crank(), "chrome", place=(*CRANK, 0), made_of=words["steel"], explode=(0, 0, 1, 0.12, 3), children=pedals)
    body, fittings = frame()
    seat, fringe = saddle()
    bike = Part("frame", "Frame", "কাঠামো", made_of=words["steel"], explode=(0, 0, 0, 0.0, 0), layers=[(body, "paint"), (fittings, "chrome")], children=[
        Part("saddle", "Saddle", "চালকের আসন", origin=(-0.14, 0, 0.93), layers=[(seat, "dark"), (fringe, "paint")], made_of=("Leather on springs", "স্প্রিংয়ের ওপর চামড়া"), explode=(0, 1, 0, 0.14, 1), price=65000),
        Part("chain", "Chain", "চেইন", chain(), "dark", made_of=words["steel"], explode=(0, -1, 0, 0.10, 3)), arms])
    seconds = 2.4
    ride = motion.Animation("ride", "Riding", "চলা", [motion.spin(w, (0, 1, 0), s * 2, seconds) for w, s in ((front, -1), (rear[0], -1), (rear[1], 1))]
                            + [motion.spin(arms, (0, 1, 0), -1, seconds)] + [motion.spin(q, (0, 1, 0), 1, seconds) for q in pedals], loop=True)
    axis = HEAD_HIGH - HEAD_LOW
    keys = motion.eased(1.0, 0, 1.0, 0, 24) + [(t + 1.0, v) for t, v in motion.eased(1.6, 0, 1.6, 24, -24)][1:] + [(t + 2.6, v) for t, v in motion.eased(1.0, 0, 1.0, -24, 0)][1:]
    steer = motion.Animation("steer", "Steering", "মোড় নেওয়া", [motion.turn(head, axis, keys)], loop=True)
    return [bike, head] + rear, [ride, steer], head


WORDS = {"wheel": ("Steel rim, 36 spokes", "ইস্পাতের রিম, ৩৬ স্পোক"), "steel": ("Steel tube, enamelled", "এনামেল করা ইস্পাতের নল"), "tin": ("Tin over shegun teak, painted by hand", "সেগুন কাঠে টিন, হাতে আঁকা"),
         "hood": ("Rexine on bamboo hoops, appliqué", "বাঁশের কাঠামোয় রেক্সিন, নকশা বসানো")}


def build(folder):
    geometry.reset()
    variants = wardrobe()
    bikes, animations, head = rolling(wheel(), WORDS)
    seat, rest = cushions()
    gores, folds = [], []
    for k in range(4):
        part = Part(f"hood-{k + 1}", f"Hood gore {k + 1}", f"হুডের পাল্লা {'১২৩৪'[k]}", layers=[(gore(k), "hood"), (hoop(k, k == 0), "paint")], place=(*PIVOT, 0), made_of=WORDS["hood"],
                    explode=(-math.cos(THETA[k] * 0.5 + THETA[k + 1] * 0.5), math.sin((THETA[k] + THETA[k + 1]) / 2), 0, 0.10, 2))
        gores.append(part)
        by = math.degrees(THETA[3] - THETA[k]) + 14
        folds.append(motion.turn(part, (0, 1, 0), motion.there(1.8, by)))
    back = Part("hood-back", "Hood back", "হুডের পেছন", layers=[(curtain(), "hood"), (hoop(4), "paint")], place=(*PIVOT, 0), made_of=WORDS["hood"])
    hood = Part("hood", "Folding hood", "ভাঁজ করা হুড", made_of=WORDS["hood"], explode=(0, 1, 0, 0.30, 1), price=850000, children=gores + [back])
    coach = coachwork()
    body = Part("body", "Coachwork", "গাড়ির গা", layers=coach, made_of=WORDS["tin"], explode=(0, 1, 0, 0.16, 1), children=[
        Part("seat", "Seat cushion", "বসার গদি", seat, "paint", made_of=("Coconut fibre under rexine", "নারকেল ছোবড়া ও রেক্সিন"), explode=(-0.4, 1, 0, 0.10, 2), price=120000),
        Part("backrest", "Backrest", "হেলান", rest, "paint", made_of=("Coconut fibre under rexine", "নারকেল ছোবড়া ও রেক্সিন"), explode=(-1, 0.5, 0, 0.14, 2), price=90000), hood])
    root = Part("rickshaw", "Painted cycle rickshaw", "আঁকা সাইকেল রিকশা", children=bikes + [body], price=5850000, hotspots=[
        extras.hotspot((0.62, -0.41, 1.36), (0, -1, 0.1), ("The hood", "Peacock and lotus, cut and sewn on rexine"), ("হুড", "ময়ূর ও পদ্ম, রেক্সিনে কেটে বসানো"), gores[2]),
        extras.hotspot((1.06, 0, 0.80), (1, 0, 0), ("The back board", "A river at evening, painted in enamel"), ("পেছনের পাত", "সন্ধ্যার নদী, এনামেল রঙে আঁকা"), body),
        extras.hotspot((-0.700, -0.110, 1.05), (-0.3, -0.4, 1), ("Brass bell", "Its ring is the street's own sound"), ("পিতলের ঘণ্টা", "টুং টাং, পথের নিজের সুর"), head),
        extras.hotspot((0.62, -0.50, 0.345), (0, -1, 0), ("Spoked wheel", "Beads run on the spokes as it turns"), ("স্পোকের চাকা", "ঘুরলে পুঁতি নাচে"), bikes[2])],
        animations=animations + [motion.Animation("hood", "The hood folds", "হুড ভাঁজ", folds)])
    save(folder, root, variants)
    delivery(folder, variants, rolling(wheel(), WORDS))
