# SPDX-License-Identifier: GPL-3.0-or-later
"""A covered cup in three ranks, lotus petals round its bowl, and a certificate plaque on an easel."""
import math

import numpy as np
from mathutils import Matrix

from lib import engraving, extras, geometry, materials, motion, painting, parts, shapes, surfaces
from lib.atlas import Atlas
from lib.geometry import superellipse
from lib.glb import Part, save
from lib.painting import Canvas, petal

BASE = 0.092  # the plinth's height
BOWL = geometry.spline([(0.0125, 0.0860), (0.0180, 0.0905), (0.0330, 0.0990), (0.0500, 0.1160), (0.0600, 0.1400), (0.0640, 0.1680), (0.0665, 0.1960), (0.0725, 0.2180)], 60)
SHEET = Atlas(0.12, 0.12, {"plate": (-0.055, 0.004, 0.055, 0.056)})


def turned(profile, segments=72, sharp=32, name="Turned"):
    return geometry.finish(geometry.lathe(name, profile, segments), sharp)


def cup():
    foot = np.concatenate([geometry.rounded([(0.0, 0.0, 0), (0.0520, 0.0, 0.001), (0.0535, 0.0030, 0.001), (0.0520, 0.0060, 0.001), (0.0490, 0.0075, 0.001), (0.0495, 0.0110, 0.002)], 3)[:-1],
                           geometry.spline([(0.0495, 0.0110), (0.0400, 0.0180), (0.0220, 0.0300), (0.0120, 0.0460), (0.0105, 0.0560)], 22)[:-1],
                           geometry.spline([(0.0105, 0.0560), (0.0130, 0.0580), (0.0195, 0.0650), (0.0200, 0.0700), (0.0150, 0.0765), (0.0100, 0.0790)], 20)[:-1],
                           geometry.spline([(0.0100, 0.0790), (0.0098, 0.0820), (0.0150, 0.0835), (0.0150, 0.0850), (0.0125, 0.0860)], 10)[:-1]])
    lip = geometry.rounded([(0.0725, 0.2180, 0), (0.0775, 0.2195, 0.0012), (0.0780, 0.2225, 0.0012), (0.0735, 0.2232, 0.0012), (0.0700, 0.2190, 0)], 3)[:-1]
    inside = geometry.spline([(0.0700, 0.2190), (0.0640, 0.1950), (0.0612, 0.1650), (0.0560, 0.1350), (0.0400, 0.1080), (0.0, 0.0960)], 20)
    profile = np.concatenate([foot, BOWL[:-1], lip, inside])
    for z, d in ((0.1700, 0.0009), (0.1735, 0.0009), (0.2070, 0.0007)):
        profile[:, 0] += d * np.exp(-((profile[:, 1] - z) / 0.0010) ** 2) * (profile[:, 0] > 0.0625) * (np.arange(len(profile)) < len(foot) + len(BOWL))
    return turned(profile, 60)


def on_bowl(angle, z, lift):
    r = np.interp(z, BOWL[:, 1], BOWL[:, 0])
    slope = (np.interp(z + 0.001, BOWL[:, 1], BOWL[:, 0]) - np.interp(z - 0.001, BOWL[:, 1], BOWL[:, 0])) / 0.002
    n = np.array([1.0, -slope]) / math.hypot(1, slope)
    r, z = r + n[0] * lift, z + n[1] * lift
    return np.array([r * math.sin(angle), -r * math.cos(angle), z])


def petals():
    """Two rows about the bowl's foot; the outer ones curl away at their tips."""
    pieces = []
    for count, low, high, lift, turn, curl in ((14, 0.0935, 0.1600, 0.0006, 0.5, 0.004), (14, 0.0925, 0.1360, 0.0016, 0.0, 0.0065)):
        for k in range(count):
            middle = 2 * math.pi * (k + turn) / count
            rows, columns = 12, 9
            grid, uv = np.zeros((rows, columns, 3)), np.zeros((rows, columns, 2))
            for i in range(rows):
                f = i / (rows - 1)
                z = low + (high - low) * f
                r = np.interp(z, BOWL[:, 1], BOWL[:, 0])
                half = math.pi / count * 1.06 * math.sin(math.pi * min(0.20 + 0.80 * f, 1) ** 1.15) ** 0.55 * (1 if f < 1 else 0) + 1e-4
                for j in range(columns):
                    g = j / (columns - 1) * 2 - 1
                    body = 0.0026 * math.cos(g * math.pi / 2) ** 0.7 * (0.5 + 0.5 * math.sin(math.pi * min(f + 0.1, 1)))
                    vein = -0.0007 * math.exp(-(g / 0.10) ** 2)
                    edge = 0.0009 * math.exp(-((abs(g) - 0.86) / 0.10) ** 2)
                    away = curl * f ** 4
                    base = -0.0012 if (i == 0 or abs(g) > 0.99) and f < 0.85 else 0.0
                    grid[i, j] = on_bowl(middle + half * g, z, lift + away + (base if base else body + vein + edge))
                    uv[i, j] = (half * g * r, z)
            pieces.append(shapes.sheet("Petal", grid, 0.0011, 60, uv) if curl > 0.005 else geometry.finish(geometry.grid("Petal", grid, wrap_u=False, uv=uv), 180, weighted=False))
    return geometry.join("Petals", pieces)


def handle(side):
    """A swan's neck: springs from the bowl's foot, rises in an S, and ends in a scroll above the lip."""
    a = np.linspace(0, 1, 26)
    scroll = [(0.1075 + 0.0145 * (1 - 0.72 * t) * math.cos(3.5 - t * 8.4), 0.2200 + 0.0145 * (1 - 0.72 * t) * math.sin(3.5 - t * 8.4)) for t in a]
    flat = geometry.spline([(0.0470, 0.1190), (0.0640, 0.1130), (0.0860, 0.1220), (0.1000, 0.1440), (0.1000, 0.1700), (0.0920, 0.1900), (0.0905, 0.2040)] + [tuple(q) for q in scroll[2::3]], 88)
    path = np.stack([side * flat[:, 0], np.zeros(88), flat[:, 1]], 1)
    t = np.linspace(0, 1, 88)
    thick = np.interp(t, [0, 0.06, 0.2, 0.5, 0.75, 1], [0.0105, 0.0068, 0.0058, 0.0064, 0.0046, 0.0024])
    sections = np.array([superellipse(2 * r * 1.15, 2 * r * 0.86, 13, 2.3) for r in thick])
    out = [shapes.tube("Handle", path, sections, (0, 1, 0), sharp=180)]
    ball = [(0.0, -0.0052), (0.0036, -0.0038), (0.0052, 0.0), (0.0036, 0.0038), (0.0, 0.0052)]
    out.append(shapes.placed(turned(geometry.spline(ball, 15), 18, 180), tuple(path[-1])))
    leaf = []
    for f in np.linspace(0, 1, 12):  # a leaf that clasps the neck
        k = int(18 + 24 * f)
        d = path[k + 1] - path[k - 1]
        d /= np.linalg.norm(d)
        n = np.cross(d, [0, side * 1.0, 0])
        half = 0.0105 * math.sin(math.pi * min(0.12 + f * 0.88, 1)) ** 0.7 + 0.0002
        leaf.append([path[k] + n * (thick[k] * 1.02 + 0.0006 + 0.006 * f ** 3 - 0.35 * half * abs(g) ** 2) + np.array([0, 1.0, 0]) * half * g for g in np.linspace(-1, 1, 9)])
    leaf = np.array(leaf)
    obj = shapes.sheet("Leaf", leaf if side > 0 else leaf[:, ::-1], 0.0011)
    out.append(obj)
    return geometry.join(f"Handle {side}", out)


def lid():
    profile = np.concatenate([geometry.rounded([(0.0, 0.2215, 0), (0.0690, 0.2215, 0.001), (0.0695, 0.2236, 0.0004), (0.0765, 0.2238, 0.0010), (0.0770, 0.2262, 0.0010), (0.0720, 0.2275, 0.001)], 3)[:-1],
                              geometry.spline([(0.0720, 0.2275), (0.0640, 0.2370), (0.0450, 0.2490), (0.0240, 0.2550), (0.0120, 0.2580)], 26)[:-1],
                              geometry.rounded([(0.0120, 0.2580, 0), (0.0095, 0.2600, 0.001), (0.0095, 0.2630, 0.001), (0.0140, 0.2650, 0.001), (0.0140, 0.2675, 0.001), (0.0090, 0.2695, 0.001), (0.0, 0.2700, 0)], 3)])
    out = [turned(profile, 60)]
    for row, (count, r0, long, lean, z0) in enumerate(((8, 0.0050, 0.036, 22, 0.2680), (8, 0.0070, 0.028, 46, 0.2680), (8, 0.0080, 0.020, 70, 0.2678))):
        for k in range(count):  # the bud
            rows = np.array([[(math.sin(math.pi * min(0.10 + 0.90 * f, 1)) ** 0.7 * long * 0.26 * g, -0.0034 * math.sin(math.pi * f) * (1 - g * g) - 0.0012 * (1 - g * g), f * long) for g in np.linspace(-1, 1, 6)] for f in np.linspace(0, 1, 8)])
            leaf = shapes.sheet("Bud", rows, 0.0007)
            curl = math.radians(lean)
            shapes.warp(leaf, lambda co: np.stack([co[:, 0], co[:, 1] * 1.0 - (co[:, 2] / long) ** 1.4 * long * math.sin(curl) * 0.62 + (row == 0) * (co[:, 2] / long) ** 3 * 0.006, co[:, 2] * (1 - 0.45 * math.sin(curl) * (co[:, 2] / long))], 1))
            out.append(shapes.placed(geometry.finish(leaf, 60, weighted=False), (0, 0, 0), [("Z", 0)]))
            shapes.placed(out[-1], (0, -r0, 0))
            shapes.placed(out[-1], (0, 0, z0), [("Z", 360 * (k + 0.5 * (row % 2)) / count)])
    core = turned(geometry.spline([(0.0070, 0.2680), (0.0085, 0.2780), (0.0070, 0.2900), (0.0028, 0.3010), (0.0, 0.3035)], 18), 24, 180)
    return geometry.join("Lid", out + [core])


def plinth():
    profile = geometry.rounded([(0.0, 0.0, 0), (0.0860, 0.0, 0.002), (0.0870, 0.0100, 0.004), (0.0800, 0.0150, 0.004), (0.0720, 0.0240, 0.008), (0.0700, 0.0740, 0.003), (0.0760, 0.0800, 0.004), (0.0760, 0.0880, 0.002),
                                (0.0700, BASE, 0.002), (0.0, BASE, 0)], 5)
    wood = geometry.lathe("Plinth", profile, 72, tile=0.05)
    rings = [shapes.placed(turned([(0.0702, -0.0012), (0.0722, -0.0008), (0.0722, 0.0008), (0.0702, 0.0012)], 72), (0, 0, z)) for z in (0.0290, 0.0700)]
    return geometry.finish(wood, 32), geometry.join("Rings", rings)


def curved_plate():
    half = 0.68
    a = np.linspace(-half, half, 33)
    rows = []
    for z in np.linspace(0.0325, 0.0665, 5):
        rows.append([(0.0724 * math.sin(x), -0.0724 * math.cos(x), z) for x in a])
    uv = np.stack(np.meshgrid(np.linspace(0.03, 0.97, 33), np.linspace(0.15, 0.85, 5)), -1)
    obj = shapes.sheet("Plate", np.array(rows), 0.0014, uv=SHEET.to_sheet("plate", uv))
    pins = []
    for s in (-1, 1):
        pin = parts.rivet("Pin", 0.0017, 0.0010, 14)
        a = s * (half - 0.05)
        pins.append(shapes.facing(pin, (0.0724 * math.sin(a), -0.0724 * math.cos(a), 0.0495), (math.sin(a), -math.cos(a), 0)))
    return obj, geometry.join("Pins", pins)


RANKS = [("Gold", "স্বর্ণ", "#F3CF80", "১", "FIRST", 140000), ("Silver", "রৌপ্য", "#EDEEF0", "২", "SECOND", 60000), ("Bronze", "ব্রোঞ্জ", "#CE9568", "৩", "THIRD", 0)]


def engraved(name, tint, digit, words):
    cut = Canvas(0.12, 0.12, 512, "#000000")
    x0, y0, x1, y1 = SHEET.places["plate"]
    m = (x0 + x1) / 2, (y0 + y1) / 2
    with cut.at(*m):
        cut.line(shapes.rectangle(0.096, 0.031, 0.002, 3), 0.0005, "#FFFFFF", closed=True)
        cut.text(digit, 0.030, -0.031, -0.0015, "#FFFFFF", "bengali-bold")
        cut.text(words, 0.0100, 0.012, 0.0062, "#FFFFFF", "bold", spacing=1.3)
        cut.text("Shop of the year 2026", 0.0058, 0.012, -0.0062, "#FFFFFF", "regular")
    metal = engraving.Brushed(f"{name} plate", cut.colour[..., 0], 21)
    return metal.material(f"{name} plate", tint)


def trophy(folder):
    geometry.reset()
    base, orm, normal, repeat = surfaces.wood("Rosewood", "#57301F", "#2A140D", "#160A06", seed=14, size=256, metres=(0.05, 0.16), rings=6)
    wood = materials.pbr("Rosewood", base=base, orm=orm, normal=normal, repeat=repeat, normal_scale=0.4, roughness=0.7, extensions=materials.clearcoat(0.8, 0.08))
    variants = [{"name": n, "bn": bn, "price": p, "materials": {
        "metal": materials.pbr(f"Polished {n.lower()}", tint, 0.11, 1.0), "satin": materials.pbr(f"Satin {n.lower()}", tint, 0.30, 1.0, extensions=materials.anisotropy(0.5, math.pi / 2)), "wood": wood, "plate": engraved(n, tint, d, w)}} for n, bn, tint, d, w, p in RANKS]
    up = (0, 0, BASE)
    objects = [cup(), petals(), handle(1), handle(-1), lid()]
    for o in objects:
        geometry.moved(geometry.apply(o), up)
    block, rings = plinth()
    plate, pins = curved_plate()
    metal, nut = ("Cast, chased and plated", "ঢালাই, খোদাই ও প্রলেপ"), ("Rosewood, French-polished", "শিশু কাঠ, পালিশ করা")
    cover = Part("lid", "Lid", "ঢাকনা", objects[4], "metal", (0, 0, BASE + 0.22), metal, (0, 1, 0, 0.07, 2))
    bowl = Part("cup", "Cup", "পেয়ালা", made_of=metal, explode=(0, 1, 0, 0.06, 1), layers=[(objects[0], "metal"), (objects[1], "satin")], origin=up, children=[
        Part("handle-right", "Right handle", "ডান হাতল", objects[2], "metal", (0.06, 0, BASE + 0.15), metal, (1, 0, 0, 0.05, 3)),
        Part("handle-left", "Left handle", "বাঁ হাতল", objects[3], "metal", (-0.06, 0, BASE + 0.15), metal, (-1, 0, 0, 0.05, 3)), cover])
    root = Part("trophy", "Lotus cup", "পদ্ম কাপ", price=340000, children=[
        Part("plinth", "Plinth", "বেদি", layers=[(block, "wood"), (rings, "metal")], made_of=nut, explode=(0, 0, 0, 0.0, 0), children=[
            Part("plate", "Name plate", "নামফলক", origin=(0, -0.07, 0.05), layers=[(plate, "plate"), (pins, "metal")], made_of=("Engraved plate", "খোদাই করা পাত"), explode=(0, 0, 1, 0.05, 2), price=15000)]), bowl], hotspots=[
        extras.hotspot((0, -0.058, BASE + 0.125), (0, -1, 0.1), ("Lotus petals", "Raised from within, chased by hand"), ("পদ্মের পাপড়ি", "ভেতর থেকে তোলা, হাতে খোদাই"), bowl),
        extras.hotspot((0, -0.0725, 0.05), (0, -1, 0), ("Rank", "Your winner's name goes here"), ("স্থান", "বিজয়ীর নাম এখানে"), None)],
        animations=[motion.Animation("lid", "The lid lifts", "ঢাকনা ওঠে", [motion.slide(cover, (0, 0, 1), motion.there(1.1, 0.06)), motion.turn(cover, (0, 0, 1), motion.there(1.1, 90))])])
    save(folder, root, variants)


BOARD = (0.236, 0.302, 0.018)
FACE = Atlas(0.22, 0.28, {"face": (-0.093, -0.126, 0.093, 0.126)})
TILT = 14


PLATE = (0.186, 0.252, 0.004, 0.0065)  # width, height, corner, how far its middle stands out


def on_plate(x, y):
    return (x, y, 0.0021 + float(engraving.bow(x, y, PLATE[0], PLATE[1], PLATE[3])))


def certificate():
    """What is cut into the plate and filled: engine-turned border, lotus, words."""
    cut = Canvas(0.22, 0.28, 804, "#000000")
    with cut.at(0, 0):
        for inset, w in ((0.0088, 0.0005), (0.0185, 0.0005)):
            cut.line(shapes.rectangle(0.186 - 2 * inset, 0.252 - 2 * inset, 0.001, 2), w, "#FFFFFF", closed=True)
        for side in range(4):
            long = 0.186 if side % 2 == 0 else 0.252
            far = (0.252 if side % 2 == 0 else 0.186) / 2 - 0.0135
            with cut.at(0, 0, 1, 90 * side):
                x = np.linspace(-long / 2 + 0.0135, long / 2 - 0.0135, 400)
                n = round((long - 0.027) / 0.013)
                for phase in (0, math.pi):
                    for amount in (0.0040, 0.0026):
                        cut.line(np.stack([x, far + amount * np.sin((x - x[0]) / (x[-1] - x[0]) * 2 * math.pi * n / 2 + phase)], 1), 0.00045, "#FFFFFF")
        painting.guilloche(cut, 0, 0.066, 0.036, 14, 8, 0.00030, "#FFFFFF", 0.42)
        cut.dot(0, 0.066, 0.0190, "#000000")
        with cut.at(0, 0.0585, 0.030):
            painting.outline_lotus(cut, 0.028, "#FFFFFF")
        cut.text("Certificate", 0.0230, 0, 0.0130, "#FFFFFF", "light")
        cut.text("of craft", 0.0100, 0, -0.0035, "#FFFFFF", "light")
        cut.text("সনদ", 0.0150, 0, -0.0245, "#FFFFFF", "bengali-bold")
        for k, words in enumerate(("given to the maker whose hand", "shows in everything she sells")):
            cut.text(words, 0.0066, 0, -0.0450 - 0.0092 * k, "#FFFFFF", "regular")
        for x, words in ((-0.040, "Date"), (0.040, "Signed")):
            cut.line([(x - 0.026, -0.0865), (x + 0.026, -0.0865)], 0.0004, "#FFFFFF")
            cut.text(words, 0.0048, x, -0.0920, "#FFFFFF", "regular")
    return engraving.Brushed("Plaque", cut.colour[..., 0])


def medal():
    """A round seal in relief with two ribbons, low on the plate."""
    rim = parts.knurled("Seal", geometry.rounded([(0.0, 0.0, 0), (0.0170, 0.0, 0), (0.0170, 0.0022, 0.0006), (0.0150, 0.0030, 0.0005), (0.0136, 0.0022, 0.0004), (0.0, 0.0022, 0)], 3), 32, 0.07, -0.001, 0.0023, 128)
    pieces = [rim]
    for row, (count, long, wide, z) in enumerate(((10, 0.0112, 0.0050, 0.0020), (8, 0.0076, 0.0044, 0.0026))):
        for k in range(count):
            o = petal(long, wide, 0.4)
            leaf = shapes.extrude("Leaf", shapes.offset(o[::-1], 0)[::-1], 0.0010, 0.0004, 2)
            pieces.append(shapes.placed(leaf, (0, 0, z), [("Z", 360 * (k + 0.5 * row) / count)]))
    pieces.append(shapes.placed(parts.rivet("Heart", 0.0026, 0.0016, 20), (0, 0, 0.0034)))
    return geometry.join("Medal", pieces), geometry.join("Ribbons", [tail(-1), tail(1)])


def tail(side):
    """One end of the ribbon: gathered under the seal, it swells over the plate in soft folds and is cut to a swallow's tail."""
    rows, columns, long = 22, 11, 0.043
    points, uv = np.zeros((rows, columns, 3)), np.zeros((rows, columns, 2))
    for i, f in enumerate(np.linspace(0, 1, rows)):
        for j, g in enumerate(np.linspace(-1, 1, columns)):
            reach = long * f - 0.0058 * f ** 6 * (1 - abs(g))
            half = 0.0040 + 0.0026 * min(f * 2.2, 1) ** 0.7
            free = min(max((f - 0.26) / 0.22, 0), 1) ** 2  # flat as long as the seal holds it down
            fold = 0.0011 * math.cos(g * 2.6 * math.pi / 2 + side * 0.5) * (1 - 0.45 * f)
            wave = 0.0024 * math.sin(math.pi * min(f * 1.02, 1)) + 0.0013 * math.sin(f * 7.4 + side * 0.9) * f + 0.0006 * g * math.sin(f * 5 + side)
            points[i, j] = (half * g, -reach, 0.0005 + free * (0.0010 + fold + wave))
            uv[i, j] = (half * g, reach)
    ribbon = shapes.sheet("Ribbon", points[:, ::-1], 0.0004, 180, uv[:, ::-1])
    return shapes.placed(ribbon, (side * 0.0036, -0.004, 0.0004), [("Z", side * 16)])


def plaque(folder):
    geometry.reset()
    lean = Matrix.Translation((0, -0.010, 0.0310)) @ Matrix.Rotation(math.radians(90 - TILT), 4, "X")
    w, h, d = BOARD
    up = Matrix.Translation((0, h / 2, 0))
    board = shapes.extrude("Board", shapes.smooth([(-w / 2, -h / 2, 0.004), (w / 2, -h / 2, 0.004), (w / 2, h / 2 - 0.02, 0.004), (w / 2 - 0.02, h / 2, 0.004), (-w / 2 + 0.02, h / 2, 0.004), (-w / 2, h / 2 - 0.02, 0.004)][::1], 4), d, 0.005, 4, base=-d)
    geometry.box_uv(board, grain=1)
    plate = FACE.printed(engraving.plate("Plate", *PLATE), "face", (0, 0, 0), upwards=(0, 1, 0), size=PLATE[:2])
    screws = geometry.join("Screws", [shapes.placed(parts.rivet("Screw", 0.0026, 0.0018, 20), on_plate(sx * 0.0795, sy * 0.1125)) for sx in (-1, 1) for sy in (-1, 1)])
    seal, ribbons = medal()
    for o in (seal, ribbons):
        shapes.placed(o, np.array(on_plate(0, -0.086)) - [0, 0, 0.0002])
    flat = {"board": board, "plate": plate, "screws": screws, "seal": seal, "ribbons": ribbons}
    for o in flat.values():
        geometry.apply(o)
        o.data.transform(lean @ up)
    rods = []
    for s in (-1, 1):
        feet = geometry.spline([(s * 0.075, -0.062, 0.0045), (s * 0.075, -0.050, 0.0050), (s * 0.072, -0.020, 0.020), (s * 0.060, 0.020, 0.060), (s * 0.026, 0.070, 0.200), (s * 0.006, 0.093, 0.290)], 40)
        rods.append(shapes.bar("Leg", feet, shapes.circle(0.0036, 12), None, 0.002, 3))
        hook = geometry.spline([(s * 0.068, -0.004, 0.0300), (s * 0.070, -0.022, 0.0270), (s * 0.071, -0.034, 0.0300), (s * 0.071, -0.036, 0.0400)], 20)
        rods.append(shapes.bar("Hook", hook, shapes.circle(0.0032, 10), None, 0.002, 3))
        ball = turned(geometry.spline([(0.0, -0.005), (0.0035, -0.0036), (0.005, 0.0), (0.0035, 0.0036), (0.0, 0.005)], 13), 16, 180)
        rods.append(shapes.placed(ball, (s * 0.071, -0.036, 0.0430)))
    rods.append(shapes.tube("Bar", [(-0.071, -0.012, 0.0265), (0.071, -0.012, 0.0265)], shapes.circle(0.0030, 10)))
    rods.append(shapes.bar("Back leg", geometry.spline([(0, 0.093, 0.288), (0, 0.120, 0.200), (0, 0.150, 0.060), (0, 0.160, 0.0045)], 20), shapes.circle(0.0034, 12), None, 0.002, 3))
    rods.append(shapes.placed(turned(geometry.spline([(0.0, -0.004), (0.006, -0.001), (0.008, 0.006), (0.004, 0.014), (0.0, 0.017)], 14), 18, 180), (0, 0.094, 0.290)))
    easel = geometry.join("Easel", rods)
    looks, cut = [], certificate()
    for name, bn, wood, tint, ribbon, seed, price in (("Walnut and brass", "আখরোট ও পিতল", ("#5E4331", "#33241A", "#1B120C"), "#FCD08C", "#8E1B2E", 8, 0), ("Ebony and silver", "আবলুস ও রুপা", ("#2A2523", "#161312", "#0A0808"), "#E8E9EB", "#1E3A6E", 9, 40000),
                                                     ("Teak and copper", "সেগুন ও তামা", ("#9A6A3C", "#6E4522", "#3A220F"), "#EDAF8E", "#0F6E66", 10, 20000)):
        base, orm, normal, repeat = surfaces.wood(name, *wood, seed=seed, size=256, metres=(0.08, 0.26), rings=8)
        looks.append({"name": name, "bn": bn, "price": price, "materials": {
            "wood": materials.pbr(f"{name} board", base=base, orm=orm, normal=normal, repeat=repeat, normal_scale=0.4, roughness=0.8, extensions=materials.clearcoat(0.5, 0.15)), "plate": cut.material(f"{name} plaque", tint),
            "metal": materials.pbr(f"{name} fittings", tint, 0.2, 1.0), "ribbon": materials.pbr(f"{name} ribbon", ribbon, 0.6, extensions=materials.sheen(ribbon, 0.4))}})
    n = (0, math.sin(math.radians(TILT)), math.cos(math.radians(TILT)))
    face = Part("plate", "Plate", "ফলক", layers=[(flat["plate"], "plate"), (flat["screws"], "metal")], made_of=("Brushed metal, engraved", "আঁচড়ানো ধাতু, খোদাই"), explode=(*n, 0.05, 2), children=[
        Part("seal", "Seal", "সিল", layers=[(flat["seal"], "metal"), (flat["ribbons"], "ribbon")], made_of=("Struck metal and ribbon", "ছাপ মারা ধাতু ও ফিতা"), explode=(*n, 0.03, 3))])
    wooden = Part("board", "Board", "তক্তা", flat["board"], "wood", made_of=("Solid wood, oiled", "নিরেট কাঠ, তেল-মাজা"), explode=(*n, 0.09, 1), children=[face])
    middle = (lean @ Matrix.Translation((0, h / 2 + 0.066, 0.002 + PLATE[3] * 0.9))).translation
    root = Part("plaque", "Certificate plaque", "সনদ ফলক", price=320000, children=[Part("easel", "Easel", "ঈজেল", easel, "metal", made_of=("Brass rod", "পিতলের দণ্ড"), explode=(0, 0, 0, 0.0, 0), price=45000), wooden], hotspots=[
        extras.hotspot(tuple(middle), (0, -math.cos(math.radians(TILT)), math.sin(math.radians(TILT))), ("Engine-turned lotus", "Cut into the metal, not printed"), ("খোদাই পদ্ম", "ছাপা নয়, ধাতুতে কাটা"), face)])
    save(folder, root, looks)


def build(folder):
    trophy(folder)
    plaque(folder)
