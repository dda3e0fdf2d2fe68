# SPDX-License-Identifier: GPL-3.0-or-later
"""A jamdani sari over a turned stand: its end in front, motifs laid in by hand between the threads.

The cloth's coordinates are metres of cloth: u across its 1.15 m, v from the hem of its end. Body, borders and end are
woven as three repeats, drawn thread by thread on a loom's grid, so that curves are stepped as a weaver steps them.
"""
import math

import numpy as np

from lib import encode, extras, geometry, materials, shapes, surfaces
from lib.glb import Part, save
from lib.noise import blur, mix, normal_map, spectral, srgb
from lib.painting import Canvas, curve, petal

WIDE, BORDER, END = 1.15, 0.09, 0.50
RAIL, DROP, BACK, ROD = 1.44, 1.20, 0.98, 0.026
LOOM = ("#000000", "#FF0000", "#00FF00", "#0000FF")  # ground, gold, first colour, second colour


def loom(width, height, thread, draw):
    """Numbers 0…3 for each crossing of threads."""
    c = Canvas(width, height, int(round(width / thread)), LOOM[0])
    draw(c)
    distance = np.stack([np.abs(c.colour - srgb(k)).sum(-1) for k in LOOM])
    return distance.argmin(0)


def sprig(c, turn=0.0):
    """A flowering twig, nine centimetres when drawn at 1.5."""
    with c.at(0, 0, 1, turn):
        c.line(curve([(-0.010, -0.030), (0.0, -0.008), (-0.002, 0.010)], 12), 0.0022, LOOM[1])
        for x, y, a, s in ((-0.006, -0.020, 62, 0.016), (-0.003, -0.012, -58, 0.017), (0.0, -0.002, 60, 0.013), (-0.001, -0.002, -48, 0.012)):
            with c.at(x, y, 1, a):
                c.shape(petal(s, s * 0.5, 0.2), LOOM[1])
        for k in range(6):
            with c.at(-0.002, 0.019, 1, 60 * k):
                c.shape(petal(0.0125, 0.0088, 0.8), LOOM[2])
        c.dot(-0.002, 0.019, 0.0034, LOOM[1])


def body(c):
    for x, y, a in ((-0.05, 0.05, 12), (0.05, -0.05, -12)):
        with c.at(x, y, 1.5):
            sprig(c, a)
    for x, y in ((0.05, 0.05), (-0.05, -0.05)):
        for k in range(4):
            with c.at(x, y, 1, 45 + 90 * k):
                c.shape(petal(0.015, 0.0095, 0.6), LOOM[3])
        c.dot(x, y, 0.0032, LOOM[1])
    for x in (-0.1, 0, 0.1):
        for y in (-0.1, 0, 0.1):
            c.dot(x, y, 0.0028, LOOM[1])


def border(c):
    """0.09 × 0.2: the selvedge to the left, a creeper between ruled lines, spires towards the body."""
    for x, w, tint in ((-0.0425, 0.005, 1), (-0.0345, 0.003, 2), (0.0175, 0.003, 2), (0.0225, 0.003, 1)):
        c.box(x - w / 2, -0.1, x + w / 2, 0.1, LOOM[tint])
    y = np.linspace(-0.11, 0.11, 60)
    c.line(np.stack([-0.0085 + 0.0105 * np.sin(y * 2 * math.pi / 0.1), y], 1), 0.0025, LOOM[1])
    for k in range(-2, 3):
        for side, at in ((1, 0.025), (-1, -0.025)):
            cy = 0.1 * k + at
            with c.at(-0.0085 - side * 0.0060, cy, 1, 0):
                for j in range(6):
                    with c.at(0, 0, 1, 60 * j):
                        c.shape(petal(0.0102, 0.0070, 0.8), LOOM[2 if side > 0 else 3])
                c.dot(0, 0, 0.003, LOOM[1])
            for a in (20, -20):
                with c.at(-0.0085 + side * 0.0095, cy, 1, side * 90 + 180 + a * 3.2):
                    c.shape(petal(0.012, 0.0055, 0.2), LOOM[1])
    for k in range(-6, 6):
        m = (k + 0.5) * 0.02
        c.shape([(0.024, m - 0.0085), (0.042, m), (0.024, m + 0.0085)], LOOM[1])
        c.shape([(0.024, m - 0.004), (0.033, m), (0.024, m + 0.004)], LOOM[2])


def end(c):
    """0.165 × 0.5, hem below: ruled bands, peacocks' tears, a lotus in a diamond, spires into the body."""
    def bands(*rows):
        for at, w, tint in rows:
            c.box(-0.1, at - 0.25, 0.1, at - 0.25 + w, LOOM[tint])

    bands((0.012, 0.014, 1), (0.030, 0.004, 2), (0.038, 0.004, 1), (0.088, 0.004, 1), (0.096, 0.004, 2), (0.104, 0.008, 1), (0.272, 0.008, 1), (0.284, 0.004, 2), (0.292, 0.004, 1),
          (0.350, 0.004, 1), (0.358, 0.004, 2), (0.366, 0.010, 1))
    for k in range(-3, 4):
        x = k * 0.0275
        with c.at(x, 0.065 - 0.25, 1, 0):
            for j in range(8):
                with c.at(0, 0, 1, 45 * j):
                    c.shape(petal(0.0120, 0.0066, 0.7), LOOM[2 if k % 2 else 3])
            c.dot(0, 0, 0.0035, LOOM[1])
        c.dot(x + 0.01375, 0.065 - 0.25, 0.0028, LOOM[1])
        with c.at(x, 0.323 - 0.25):
            for s in (-1, 1):
                with c.at(0, -0.014, 1, s * 34):
                    c.shape(petal(0.026, 0.010, 0.2), LOOM[1])
            with c.at(0, -0.016):
                c.shape(petal(0.036, 0.014, 0.3), LOOM[2])
                c.shape(petal(0.024, 0.006, 0.3), LOOM[1])
    for x in (-0.165, -0.0825, 0, 0.0825, 0.165):  # two tears to a repeat, leaning to one another
        lean = 1 if abs(x) in (0.0, 0.165) else -1
        with c.at(x, 0.192 - 0.25, 1, 0, lean < 0):
            tear = curve([(0.0, -0.062), (-0.030, -0.040), (-0.036, -0.006), (-0.016, 0.026), (0.010, 0.048), (0.026, 0.066), (0.030, 0.044), (0.034, 0.0), (0.026, -0.042)], 80, True)
            m = np.array([0.0, -0.012])
            for s, tint in ((1.0, 1), (0.88, 0), (0.76, 2), (0.62, 0)):
                c.shape(m + (tear - m) * s, LOOM[tint])
            with c.at(-0.002, -0.024):
                for j in range(8):
                    with c.at(0, 0, 1, 45 * j):
                        c.shape(petal(0.0175, 0.0095, 0.7), LOOM[3 if j % 2 else 1])
                c.dot(0, 0, 0.005, LOOM[2])
            c.line(curve([(-0.002, -0.006), (0.004, 0.012), (0.012, 0.028)], 12), 0.003, LOOM[1])
            for a, y in ((50, 0.004), (-60, 0.006), (40, 0.016)):
                with c.at(0.004, y, 1, a):
                    c.shape(petal(0.014, 0.006, 0.2), LOOM[1])
        with c.at(x + 0.04125, 0.192 - 0.25 + (0.045 if lean > 0 else -0.042)):
            for j in range(6):
                with c.at(0, 0, 1, 60 * j):
                    c.shape(petal(0.011, 0.0075, 0.8), LOOM[3])
            c.dot(0, 0, 0.003, LOOM[1])
    for k in range(-4, 5):
        x = k * 0.0275
        for s, tint in ((1.0, 1), (0.62, 2), (0.30, 1)):
            c.shape([(x - 0.0118 * s, 0.378 - 0.25), (x, 0.378 - 0.25 + 0.075 * s), (x + 0.0118 * s, 0.378 - 0.25)], LOOM[tint])
        c.dot(x, 0.465 - 0.25, 0.0035, LOOM[1])


def woven(name, threads, tints, fine, seed):
    """The colours of a repeat: muslin with slubs where nothing is laid in, full thread where something is."""
    index = np.repeat(np.repeat(threads, fine, 0), fine, 1)
    shape = index.shape
    slub = spectral(shape, seed, 0.8, 8, 300, stretch=(1, 14)) + spectral(shape, seed + 1, 0.8, 8, 300, stretch=(14, 1))
    colour = srgb(tints[0]) * (1 + 0.045 * slub[..., None])
    row = (np.arange(shape[0]) % fine + 0.5) / fine
    thread = 0.86 + 0.14 * np.sin(math.pi * row)[:, None] if fine > 1 else np.ones((shape[0], 1))
    lay = spectral(shape, seed + 2, 0.5, 20, 400, stretch=(1, 5))
    for k in (1, 2, 3):
        tint = srgb(tints[k]) * (thread * (1 + 0.05 * lay))[..., None]
        colour = np.where((index == k)[..., None], tint, colour)
    soft = blur((index > 0).astype(float), 1.2)
    edge = np.clip((soft - 0.1) * 2, 0, 1) * (index == 0)
    return encode.jpeg(name, np.clip(mix(colour, colour * 0.72, edge), 0, 1), 80)


def finish_of(name, threads, fine):
    """Zari is metal; the rest is cotton."""
    gold = np.repeat(np.repeat((threads == 1).astype(float), fine, 0), fine, 1)
    gold = np.clip(blur(gold, 0.6), 0, 1)
    return encode.orm(name, 1.0, 0.86 - 0.44 * gold, 0.85 * gold, 78)


FRONT_ROWS = np.concatenate([np.linspace(0, END, 26), np.linspace(END, DROP, 30)[1:]])
OVER = DROP + np.linspace(0, math.pi * ROD, 9)[1:]
BACK_ROWS = OVER[-1] + np.linspace(0, BACK, 26)[1:]
ROWS = np.concatenate([FRONT_ROWS, OVER, BACK_ROWS])


def folds(s, v, back):
    """Offset of the cloth at s (0…1 across) from its plane, and sideways; soft above, deep below."""
    hang = np.clip((DROP - v) / DROP, 0, 1) if not back else np.clip((v - OVER[-1]) / BACK, 0, 1)
    warp = s + 0.035 * np.sin(s * 9.0 + 0.6) + 0.018 * np.sin(s * 21 + 2.0)
    drift = 0.20 * hang * np.sin(s * 5 + (1.7 if back else 0.2))
    phase = 2 * math.pi * (6.5 * warp + drift) + (2.1 if back else 0.0)
    deep = (0.0055 + 0.042 * hang ** 0.8) * (0.72 + 0.28 * np.sin(s * 7.5 + 1.0))
    wave = np.sin(phase) + 0.22 * np.sin(2 * phase + 0.9 + 2 * hang)
    return deep * (1.15 + wave) + 0.008 * hang, 0.40 * deep * np.sin(2 * phase) * hang + 0.012 * hang * (s - 0.5)


def cloth_point(s, v):
    back = v > OVER[-1] + 1e-9
    half = 0.36 + 0.015 * np.clip((DROP - v) / DROP, 0, 1)
    x = (s * 2 - 1) * half
    if v <= DROP or back:
        out, side = folds(s, v, back)
        lean = 0.03 * (DROP - v if not back else v - OVER[-1])
        sink = 0.012 * np.sin(s * 4.2 + 0.5) + 0.045 * (s - 0.5)  # the hem is not quite level
        below = (DROP - v) if not back else (v - OVER[-1])
        z = RAIL - below * (0.985 + (sink if not back else -sink * 0.6))
        return np.stack([x + side, (1 if back else -1) * (ROD + out + lean), z], -1)
    a = (v - DROP) / ROD
    out0, _ = folds(s, DROP, False)
    out1, _ = folds(s, OVER[-1] + 1e-6, True)
    f = a / math.pi
    r = ROD + out0 * (1 - f) + out1 * f
    return np.stack([x, -r * np.cos(a), RAIL + (ROD + 0.3 * (r - ROD)) * np.sin(a)], -1)


def across():
    """Values of s at even metres of cloth, as it hangs at two thirds of its drop."""
    s = np.linspace(0, 1, 4001)
    w = geometry.arc_length(cloth_point(s, 0.45))
    return s, w / w[-1] * WIDE


def cloth():
    s, w = across()
    columns = np.concatenate([np.linspace(0, BORDER, 9), np.linspace(BORDER, WIDE - BORDER, 131)[1:], np.linspace(WIDE - BORDER, WIDE, 9)[1:]])
    at = np.interp(columns, w, s)
    points = np.stack([cloth_point(at, v) for v in ROWS])
    pieces = {}
    n = len(columns)

    def piece(name, c0, c1, r0, r1, u):
        grid = points[r0:r1 + 1, c0:c1 + 1]
        uv = np.stack(np.meshgrid(u, ROWS[r0:r1 + 1]), -1)
        return geometry.grid(name, grid, wrap_u=False, uv=uv)

    last, hem = len(ROWS) - 1, 25
    pieces["border"] = [piece("Border", 0, 8, 0, last, columns[:9]), piece("Far border", n - 9, n - 1, 0, last, (WIDE - columns[n - 9:]))]
    pieces["end"] = [piece("End", 8, n - 9, 0, hem, columns[8:n - 8] - BORDER)]
    pieces["body"] = [piece("Body", 8, n - 9, hem, last, columns[8:n - 8])]
    # One smooth surface: normals come from the whole, not from the pieces.
    du, dv = np.gradient(points, axis=1), np.gradient(points, axis=0)
    normal = np.cross(du, dv)
    normal /= np.linalg.norm(normal, axis=-1, keepdims=True)
    flat, normals = points.reshape(-1, 3), normal.reshape(-1, 3)
    out = {}
    for key, group in pieces.items():
        obj = geometry.join(f"Sari {key}", [geometry.finish(o, 180, weighted=False) for o in group])
        nearest_normals(obj, flat, normals)
        out[key] = obj
    return out, points


def nearest_normals(obj, flat, normals):
    """Sets each vertex's normal to that of the same point in the whole cloth."""
    table = {tuple(np.round(p, 5)): n for p, n in zip(flat, normals)}
    mesh = obj.data
    given = [table.get(tuple(np.round(v.co, 5)), tuple(v.normal)) for v in mesh.vertices]
    mesh.normals_split_custom_set_from_vertices([tuple(map(float, n)) for n in given])


def fringe(points):
    """Knotted threads along the hem."""
    pieces = []
    hem = geometry.resample(points[0], 64)
    for k, p in enumerate(hem):
        sway = 0.004 * math.sin(k * 2.4)
        line = np.array([p + [0, 0, 0.004], p + [0, 0, -0.012], p + [sway, -0.002, -0.04], p + [sway * 1.5, 0.001, -0.062]])
        pieces.append(shapes.tube("Thread", line, np.array([0.0016, 0.0030, 0.0026, 0.0034])[:, None, None] * shapes.circle(1.0, 5)[None], sharp=180))
    return geometry.join("Fringe", pieces)


def turned(profile, segments=36, sharp=35):
    return geometry.finish(geometry.lathe("Turned", profile, segments), sharp)


def post(x):
    profile = geometry.rounded([(0.0, 0.055, 0), (0.024, 0.055, 0.003), (0.024, 0.20, 0.004), (0.017, 0.215, 0.004), (0.027, 0.235, 0.010), (0.017, 0.255, 0.004), (0.015, 0.30, 0.03),
                                (0.0215, 0.62, 0.25), (0.0150, 0.98, 0.06), (0.0150, 1.02, 0.004), (0.027, 1.04, 0.010), (0.016, 1.06, 0.004), (0.023, 1.085, 0.004), (0.023, 1.36, 0.003), (0.028, 1.375, 0.003),
                                (0.028, 1.41, 0.003), (0.0, 1.41, 0)], 6)
    return shapes.placed(turned(profile), (x, 0, 0))


def stand():
    wood = []
    for x in (-0.46, 0.46):
        wood.append(post(x))
        foot = shapes.smooth([(-0.20, 0.0, 0.006), (-0.14, 0.0, 0.01), (-0.10, 0.022, 0.03), (0.10, 0.022, 0.03), (0.14, 0.0, 0.01), (0.20, 0.0, 0.006), (0.205, 0.022, 0.02), (0.10, 0.058, 0.05), (0.03, 0.075, 0.02),
                              (-0.03, 0.075, 0.02), (-0.10, 0.058, 0.05), (-0.205, 0.022, 0.02)], 6)
        plate = shapes.extrude("Foot", foot, 0.044, 0.005, 3)
        wood.append(shapes.placed(plate, (x - 0.022, 0, 0), [("X", 90), ("Z", 90)]))
    for y in (-0.03, 0.03):
        wood.append(shapes.bar("Stretcher", [(-0.45, y, 0.155), (0.45, y, 0.155)], geometry.superellipse(0.020, 0.030, 16, 4), (0, 0, 1), 0.002))
    for o in wood:
        geometry.box_uv(geometry.apply(o), grain=2)
    return geometry.join("Stand", [geometry.finish(o, 35) for o in wood])


def rail():
    brass = [shapes.tube("Rail", [(-0.52, 0, RAIL), (0.52, 0, RAIL)], shapes.circle(ROD - 0.004, 24), sharp=50)]
    finial = [(0.0, -0.006), (0.0225, -0.006), (0.0245, 0.0), (0.0225, 0.006), (0.013, 0.010), (0.011, 0.018), (0.020, 0.030), (0.0255, 0.045), (0.021, 0.062), (0.010, 0.076), (0.006, 0.082), (0.008, 0.088), (0.0, 0.096)]
    for s in (-1, 1):
        f = turned(geometry.spline(finial, 44), 28, 50)
        brass.append(shapes.facing(f, (s * 0.52, 0, RAIL), (s, 0, 0)))
        collar = turned(geometry.rounded([(0.0215, -0.030, 0), (0.030, -0.030, 0.003), (0.030, 0.030, 0.003), (0.0215, 0.030, 0)], 3), 30)
        brass.append(shapes.facing(collar, (s * 0.46, 0, RAIL), (1, 0, 0)))
    return geometry.join("Rail", brass)


LOOKS = [("Midnight", "নিশি", ("#1A2747", "#D8B15C", "#F3EBDD", "#C8455A"), "#3A4E86", 0), ("Ivory", "শঙ্খ", ("#EFE6D3", "#B98A35", "#B3202F", "#1F6B54"), "#F6EEDF", 0),
         ("Lotus", "পদ্মরাঙা", ("#86173A", "#E2B95E", "#F7D9CF", "#E8853C"), "#B04466", 250000)]


def wardrobe():
    drawn = {"body": (loom(0.2, 0.2, 0.001, body), 4), "border": (loom(0.09, 0.2, 0.001, border), 4), "end": (loom(0.165, 0.5, 0.001, end), 2)}
    repeats = {"body": (5, 5), "border": (1 / BORDER, 5), "end": (1 / 0.165, 2)}
    finishes = {k: finish_of(f"Zari {k}", t, f) for k, (t, f) in drawn.items()}
    height, _, _, _ = surfaces.weave_height(256, 32, 9)
    muslin = encode.jpeg("Muslin relief", normal_map(blur(height, 0.6), 1.2), 80)
    wood_base, wood_orm, wood_normal, wood_repeat = surfaces.wood("Rosewood", "#5A3423", "#2C160E", "#160A06", seed=14, metres=(0.07, 0.24), rings=8)
    rosewood = materials.pbr("Rosewood", base=wood_base, orm=wood_orm, normal=wood_normal, repeat=wood_repeat, normal_scale=0.5, roughness=0.8, extensions=materials.clearcoat(0.5, 0.18))
    brass = materials.pbr("Brass", "#D6B06A", 0.26, 1.0)
    variants = []
    for name, bn, tints, glow, price in LOOKS:
        slots = {"wood": rosewood, "brass": brass}
        for k, (threads, fine) in drawn.items():
            made = materials.pbr(f"{name} {k}", base=woven(f"{name} {k}", threads, tints, fine, 40 + 3 * len(k)), orm=finishes[k], normal=muslin, repeat=repeats[k], metallic=1.0, roughness=1.0, normal_scale=0.35,
                                 extensions=materials.sheen(glow, 0.42))
            made.body["normalTexture"]["extensions"] = {"KHR_texture_transform": {"scale": [50, 50]}}
            made.body["doubleSided"] = True
            slots[k] = made
        variants.append({"name": name, "bn": bn, "price": price, "materials": slots})
    return variants


def build(folder):
    geometry.reset()
    variants = wardrobe()
    pieces, points = cloth()
    thread = fringe(points)
    cotton, teak = ("Muslin cotton and zari, woven by hand", "হাতে বোনা মসলিন সুতি ও জরি"), ("Rosewood, turned", "কুঁদে গড়া শিশু কাঠ")
    sari = Part("sari-cloth", "Jamdani sari", "জামদানি শাড়ি", origin=(0, 0, RAIL), made_of=cotton, explode=(0, 0.35, 1, 0.45, 1), price=2850000,
                layers=[(pieces["body"], "body"), (pieces["border"], "border"), (pieces["end"], "end"), (thread, "border")])
    root = Part("sari", "Jamdani sari on a stand", "আলনায় জামদানি শাড়ি", price=2850000, hotspots=[
        extras.hotspot(cloth_point(np.array(0.42), 0.20) + [0, -0.01, 0], (0, -1, 0.05), ("The end", "Tears and lotus, laid in thread by thread"), ("আঁচল", "কলকা ও পদ্ম, সুতা ধরে ধরে তোলা"), sari),
        extras.hotspot(cloth_point(np.array(0.55), 0.85) + [0, -0.01, 0], (0, -1, 0.05), ("Sprigs", "No two weavers step a curve alike"), ("বুটি", "দুই তাঁতির বাঁক এক হয় না"), sari),
        extras.hotspot((0.54, 0, RAIL + 0.02), (0.6, -0.5, 0.6), ("Brass rail", "Lifts off to take the sari down"), ("পিতলের দণ্ড", "তুলে শাড়ি নামানো যায়"), None)], children=[
            Part("stand", "Stand", "আলনা", stand(), "wood", made_of=teak, explode=(0, 0, 0, 0.0, 0), price=350000),
            Part("rail", "Rail", "দণ্ড", rail(), "brass", (0, 0, RAIL), ("Brass tube", "পিতলের নল"), (0, 1, 0, 0.16, 2)), sari])
    save(folder, root, variants)
