# SPDX-License-Identifier: GPL-3.0-or-later
"""A jute bag: gusseted, piped, lined with cotton, its front block-printed, webbing handles sewn on with crossed squares."""
import math

import numpy as np

from lib import encode, extras, geometry, materials, painting, parts, shapes, surfaces
from lib.geometry import superellipse
from lib.glb import Part, save
from lib.noise import blur, mix, normal_map, smoothstep, spectral, srgb
from lib.painting import Canvas, curve, petal

WIDE, TALL, DEEP = 0.380, 0.345, 0.150
YARNS, TILE = 34, 0.075


def half_width(b):
    return WIDE / 2 * (1 - 0.045 * b)


def half_depth(b):
    return DEEP / 2 * (1 - 0.30 * b ** 1.6)


def face(a, b, side, lift=0.0):
    """The front (side −1) or back at a (−1 … 1 across) and b (0 … 1 up)."""
    a, b = np.asarray(a, float), np.asarray(b, float)
    inner = np.clip(1 - a ** 2, 0, 1)
    bulge = 0.017 * np.sin(math.pi * np.clip(b * 0.92 + 0.05, 0, 1)) * inner ** 0.8
    rumple = (0.0030 * np.sin(a * 6.2 + b * 5 + side) * b + 0.0022 * np.sin(a * 3.1 - b * 9) + 0.0016 * np.sin(a * 11 + b * 13 + 2 * side)) * np.minimum(inner * 3, 1)
    slump = -0.006 * b ** 2 * (np.cos(a * math.pi) * 0.5 + 0.5) + 0.004 * np.sin(a * 4 + side) * b ** 3
    return np.stack([a * half_width(b), side * (half_depth(b) + bulge + rumple + lift), 0.004 + b * TALL + slump], -1)


def gusset(a, b, side):
    """A side (±1 right or left) at a (−1 front … 1 back); it folds in towards the mouth."""
    a, b = np.asarray(a, float), np.asarray(b, float)
    fold = 0.036 * b ** 1.5 * (1 - np.abs(a)) - 0.010 * np.sin(math.pi * b) * (1 - a ** 2)
    edge = face(np.full_like(a + b, float(side)), b + 0 * a, -1.0)
    return np.stack([side * (half_width(b) - fold) + 0 * a, a * half_depth(b), edge[..., 2] - 0.004 * b ** 2 * (1 - np.abs(a))], -1)


def skin(name, points, u, v, out):
    """A grid looking along `out`, which is any direction that it should."""
    uv = np.stack(np.meshgrid(u, v), -1)
    n = np.cross(points[1:, :-1] - points[:-1, :-1], points[:-1, 1:] - points[:-1, :-1]).sum((0, 1))
    if n @ np.asarray(out, float) > 0:
        points, uv = points[:, ::-1], uv[:, ::-1]
    return geometry.finish(geometry.grid(name, points, wrap_u=False, uv=uv), 180, weighted=False)


def shell():
    a, b = np.linspace(-1, 1, 37), np.linspace(0, 1, 31)
    A, B = np.meshgrid(a, b)
    g = np.linspace(-1, 1, 15)
    G, H = np.meshgrid(g, b)
    front = skin("Front", face(A, B, -1), (a + 1) / 2, b, (0, -1, 0))
    jute = [skin("Back", face(A, B, 1), a * WIDE / 2, b * TALL, (0, 1, 0))]
    lining = []
    for s in (-1, 1):
        jute.append(skin("Gusset", gusset(G, H, s), g * DEEP / 2, b * TALL, (s, 0, 0)))
        inside = gusset(G, H, s) - [s * 0.0035, 0, 0]
        lining.append(skin("Gusset lining", inside, g * DEEP / 2, b * TALL, (-s, 0, 0)))
        lining.append(skin("Lining", face(A, B, s, -0.0035), a * WIDE / 2, b * TALL, (0, -s, 0)))
    x, y = np.meshgrid(np.linspace(-1, 1, 15) * half_width(0), np.linspace(-1, 1, 9) * half_depth(0))
    low = np.stack([x, y, np.full_like(x, 0.0035)], -1)
    jute.append(skin("Bottom", low, x[0], y[:, 0], (0, 0, -1)))
    lining.append(skin("Bottom lining", low + [0, 0, 0.004], x[0], y[:, 0], (0, 0, 1)))
    return front, geometry.join("Jute", jute), geometry.join("Lining", lining)


def mouth():
    """The hem: jute turned over the edge, and round its rim."""
    loop = np.concatenate([face(np.linspace(-1, 1, 40)[:-1], np.ones(39), -1), gusset(np.linspace(-1, 1, 18)[:-1], np.ones(17), 1), face(np.linspace(1, -1, 40)[:-1], np.ones(39), 1),
                           gusset(np.linspace(1, -1, 18)[:-1], np.ones(17), -1)])
    return shapes.tube("Hem", loop, superellipse(0.0062, 0.0085, 10, 3), (0, 0, 1), closed=True, sharp=180)


def piping():
    out = []
    for side in (-1, 1):
        b = np.linspace(0, 1, 26)
        left, right = face(np.full(26, -1.0), b, side), face(np.full(26, 1.0), b, side)
        low = face(np.linspace(-1, 1, 30), np.zeros(30), side)
        path = np.concatenate([left[::-1][:-1], low, right[1:]])
        path = geometry.resample(path, 150) + [0, side * 0.0008, 0]
        for _ in range(2):
            path[1:-1] = 0.25 * path[:-2] + 0.5 * path[1:-1] + 0.25 * path[2:]
        a = np.arange(7) * 2 * math.pi / 7
        sections = np.array([np.stack([np.cos(a), np.sin(a)], 1) * (0.0030 * (1 + 0.13 * np.cos(2 * (a - k * 1.1))))[:, None] for k in range(150)])
        path[:, 2] = np.maximum(path[:, 2], 0.0034)
        out.append(shapes.tube("Piping", path, sections, sharp=180))
    return geometry.join("Piping", out)


FOOT, APART, RISE, WEB = 0.56, 0.42, 0.205, 0.032


def handle(side):
    """A web from the front up over the hand and down again."""
    b = np.linspace(FOOT, 0.985, 9)
    left, right = face(np.full(9, -APART), b, side, 0.0032), face(np.full(9, APART), b, side, 0.0032)
    top = (left[-1] + right[-1]) / 2
    x = left[-1][0]
    lean = side * 0.012
    arch = geometry.spline([left[-2], left[-1], (x * 0.99, top[1] + lean * 0.5, top[2] + RISE * 0.38), (x * 0.80, top[1] + lean, top[2] + RISE * 0.76), (x * 0.36, top[1] + lean, top[2] + RISE * 0.98),
                            (-x * 0.36, top[1] + lean, top[2] + RISE * 0.98), (-x * 0.80, top[1] + lean, top[2] + RISE * 0.76), (-x * 0.99, top[1] + lean * 0.5, top[2] + RISE * 0.38), right[-1], right[-2]], 56)
    path = np.concatenate([left[:-2], arch, right[::-1][2:]])
    path = geometry.resample(path, 84)
    s = np.linspace(0, 1, 84)
    up = np.tile([0, float(side), 0], (84, 1))
    roll = 0.35 * np.sin(math.pi * np.clip((s - 0.30) / 0.40, 0, 1)) ** 2
    section = superellipse(WEB, 0.0036, 18, 5, math.pi / 18)
    sections = []
    for k in range(84):
        q = section.copy()
        q[:, 0] *= 1 - 0.18 * roll[k]
        q[:, 1] += 1.6 * roll[k] * (q[:, 0] ** 2 - (WEB / 4) ** 2) / WEB
        sections.append(q)
    return shapes.bar("Handle", path, np.array(sections), up, 0.001, 2, 60)


def crosses(side):
    """A square with a cross in it, sewn at each foot of a handle."""
    out = []
    normal = (0, float(side), 0)
    for s in (-1, 1):
        da = WEB * 0.36 / half_width(0.75)
        db = 0.024 / TALL
        for b0 in (FOOT + 0.035, FOOT + 0.24):
            m = s * APART
            corners = [(m - da, b0), (m + da, b0), (m + da, b0 + 2 * db), (m - da, b0 + 2 * db)]
            lines = [np.array(corners + corners[:1]), np.array([corners[0], corners[2]]), np.array([corners[1], corners[3]])]
            for line in lines:
                q = geometry.resample(line, 24)
                out.append(parts.stitches("Cross", face(q[:, 0], q[:, 1], side, 0.0064), normal, 0.0032, 0.0014, 0.00050))
    return geometry.join("Crosses", out)


def seams():
    out = []
    for side in (-1, 1):
        for b in (0.945, 0.915):
            a = np.linspace(-0.975, 0.975, 120)
            out.append(parts.stitches("Hem seam", face(a, np.full(120, b), side, 0.0010), (0, float(side), 0), 0.0046, 0.0024, 0.00052))
    return geometry.join("Seams", out)


def tassel():
    """Cotton threads and wooden beads on a cord round the handle's foot."""
    anchor = face(APART, 0.985, -1, 0.008) + [0.010, -0.003, 0.002]
    out = []
    cord = geometry.spline([anchor + [-0.022, 0.002, 0.004], anchor + [-0.010, -0.005, 0.003], anchor, anchor + [0.002, -0.002, -0.020], anchor + [0.001, -0.002, -0.040]], 30)
    out.append(shapes.tube("Cord", cord, shapes.circle(0.0016, 7), sharp=180))
    low = cord[-1]
    head = geometry.lathe("Head", geometry.spline([(0.0, 0.012), (0.0055, 0.010), (0.0085, 0.002), (0.0062, -0.006), (0.0070, -0.009), (0.0090, -0.012), (0.0, -0.012)][::-1], 22), 18)
    out.append(shapes.placed(geometry.finish(head, 60, weighted=False), low + [0, 0, -0.010]))
    rng = np.random.default_rng(5)
    for _ in range(30):
        a, r = rng.uniform(0, 2 * math.pi), 0.0075 * math.sqrt(rng.uniform(0, 1))
        p = low + [r * math.cos(a) * 0.8, r * math.sin(a) * 0.8, -0.020]
        q = p + [0.006 * math.cos(a) * r / 0.0075, 0.006 * math.sin(a) * r / 0.0075, -0.058 - 0.004 * rng.uniform()]
        out.append(shapes.tube("Thread", geometry.spline([p, (p * 0.6 + q * 0.4) + [0.002 * math.cos(a), 0.002 * math.sin(a), 0], q], 6), shapes.circle(0.00115, 4), sharp=180))
    for z, r in ((-0.012, 0.0062), (-0.026, 0.0072)):
        bead = geometry.lathe("Bead", [(0.0, -r * 0.86), (r * 0.62, -r * 0.72), (r, 0.0), (r * 0.62, r * 0.72), (0.0, r * 0.86)], 14)
        out.append(shapes.placed(geometry.finish(bead, 180, weighted=False), anchor + [0.0015, -0.002, z]))
    return geometry.join("Tassel", out)


def block(c, kind, ink):
    """What the wooden block prints, in one colour."""
    paper = "#FFFFFF"
    if kind == "lotus":
        for count, inner, outer, wide in ((16, 0.052, 0.096, 0.032), (12, 0.026, 0.070, 0.030), (8, 0.006, 0.044, 0.026)):
            for k in range(count):
                with c.at(0, 0, 1, 360 * (k + 0.5 * (count == 12)) / count), c.at(0, inner):
                    c.shape(petal(outer - inner + 0.003, wide + 0.005, 0.4), paper)
                    c.shape(petal(outer - inner, wide, 0.4), ink)
                    c.shape(petal((outer - inner) * 0.62, wide * 0.52, 0.4), paper)
                    c.line([(0, 0.004), (0, (outer - inner) * 0.5)], 0.0022, ink)
        c.dot(0, 0, 0.016, ink)
        c.dot(0, 0, 0.009, paper)
        c.ring(0, 0, 0.106, 0.0035, ink)
        for k in range(40):
            with c.at(0, 0, 1, 9 * k), c.at(0, 0.1145):
                c.dot(0, 0, 0.0032, ink)
    elif kind == "peacock":
        for count, radius, spread in ((17, 0.132, 104), (13, 0.098, 98), (9, 0.066, 88)):
            for k in range(count):
                with c.at(0, -0.052, 1, -spread + 2 * spread * k / (count - 1)):
                    c.line([(0, 0.02), (0, radius - 0.02)], 0.0026, ink)
                    with c.at(0, radius - 0.014):
                        c.shape(petal(0.036, 0.025, 0.9) - [0, 0.016], ink)
                        c.shape(petal(0.025, 0.016, 0.9) - [0, 0.012], paper)
                        c.dot(0, 0, 0.0050, ink)
        body = curve([(0.022, -0.070), (0.006, -0.038), (-0.008, -0.014), (-0.008, 0.010), (-0.020, 0.024), (-0.036, 0.016), (-0.034, -0.010), (-0.040, -0.040), (-0.030, -0.076), (0.0, -0.088)], 70, True)
        m = body.mean(0)
        c.shape(m + (body - m) * 1.16, paper)
        c.shape(body, ink)
        c.shape([(-0.030, 0.016), (-0.052, 0.006), (-0.034, 0.004)], ink)
        c.dot(-0.024, 0.011, 0.0040, paper)
        c.shape(m + (curve([(-0.020, -0.044), (0.004, -0.040), (0.016, -0.066), (-0.006, -0.076), (-0.022, -0.066)], 40, True) - m), paper)
        c.shape(m + (curve([(-0.016, -0.048), (0.002, -0.045), (0.011, -0.064), (-0.005, -0.071), (-0.017, -0.064)], 40, True) - m), ink)
        for k in range(3):
            c.line([(-0.020, 0.026), (-0.020 + 0.016 * math.cos(math.radians(60 + 32 * k)), 0.026 + 0.020 * math.sin(math.radians(60 + 32 * k)))], 0.002, ink)
    else:
        with c.at(0.0, 0.012, 0.20):
            for k in range(28):
                with c.at(0, 0, 1, 360 * k / 28):
                    c.shape(petal(0.56 if k % 2 else 0.47, 0.07, 0.1), ink)
            c.dot(0, 0, 0.33, paper)
            c.dot(0, 0, 0.29, ink)
        c.box(-0.14, -0.13, 0.14, -0.030, paper)
        for k in range(6):
            y = -0.040 - 0.013 * k
            x = np.linspace(-0.118 + 0.008 * k, 0.118 - 0.008 * k, 60)
            c.line(np.stack([x, y + 0.0032 * np.sin(x * 130 + k)], 1), 0.0042, ink)
        with c.at(-0.005, -0.036, 0.17):
            painting.boat(c, ink, paper, paper, ink)
    for k in range(2):  # a border above and below
        with c.at(0, 0.132 * (1 if k else -1), 1, 0):
            for j in range(-8, 9):
                with c.at(j * 0.0185, 0, 0.015):
                    for q in range(4):
                        with c.at(0, 0, 1, 90 * q + 45):
                            c.shape(petal(0.52, 0.34, 0.5), ink)
                if j < 8:
                    c.dot(j * 0.0185 + 0.00925, 0, 0.0020, ink)
            for y in (-0.0125, 0.0125):
                c.line([(-0.158, y), (0.158, y)], 0.0026, ink)


def woven(warp, weft, shadow, size, seed=5):
    """Jute seen from near: hairy, uneven yarns. Returns the colours and the height."""
    height, over, iu, iv = surfaces.weave_height(size, YARNS, seed)
    rng = np.random.default_rng(seed + 9)
    tone_u, tone_v = rng.standard_normal(YARNS * 4), rng.standard_normal(YARNS * 4)
    fibre = np.where(over, spectral((size, size), seed + 6, 0.4, 30, 400, stretch=(4, 1)), spectral((size, size), seed + 7, 0.4, 30, 400, stretch=(1, 4)))
    shift = np.where(over, tone_u[iu % YARNS], tone_v[iv % YARNS]) * 0.050 + fibre * 0.055
    colour = np.where(over[..., None], srgb(warp), srgb(weft)) * (1 + shift[..., None])
    return np.clip(mix(srgb(shadow), colour, smoothstep(0.02, 0.70, height)), 0, 1), height, fibre


LOOKS = [("Natural", "প্রাকৃতিক", "peacock", ("#B59C76", "#A88F69", "#544430"), "#1E2F57", "#D9CDB4", "#5E3024", "#E9DCC0", 0),
         ("Indigo", "নীল", "lotus", ("#2F3D59", "#3A4A68", "#131A2A"), "#F0E6CE", "#DCD2BC", "#7A5638", "#F0E2C0", 3000),
         ("Madder", "মঞ্জিষ্ঠা", "boat", ("#7A3A30", "#87473A", "#361714"), "#F4D9A2", "#E3D2AE", "#3A2A20", "#F2DDB0", 3000)]


def wardrobe():
    size, relief, out = 512, None, []
    for name, bn, kind, (warp, weft, shadow), ink, cotton, strap, thread, price in LOOKS:
        tile, height, fibre = woven(warp, weft, shadow, size)
        if relief is None:
            relief = encode.jpeg("Jute relief", normal_map(blur(height, 0.6) + 0.05 * fibre, 2.6), 80)
            cotton_height, _, _, _ = surfaces.weave_height(256, 32, 15)
            web = encode.jpeg("Web relief", normal_map(blur(cotton_height, 0.6), 1.6), 78)
        pixels = 1024
        rows = int(round(pixels * TALL / WIDE))
        c = Canvas(WIDE, TALL, pixels, "#FFFFFF")
        with c.at(0, -0.022, 1.0):
            block(c, kind, "#000000")
        stamp = 1 - c.colour[..., 0]
        y = (TALL / TILE * size - (np.arange(rows) + 0.5) / rows * TALL / TILE * size) % size
        x = ((np.arange(pixels) + 0.5) / pixels * WIDE / TILE * size) % size
        iy, ix = (size - 1 - y).astype(int) % size, x.astype(int) % size
        ground, high = tile[np.ix_(iy, ix)], height[np.ix_(iy, ix)]
        patchy = np.clip(0.90 + 0.10 * spectral((rows, pixels), 4, 1.2, 3, 80), 0, 1)
        held = stamp * smoothstep(0.10, 0.55, high + 0.12 * spectral((rows, pixels), 6, 0.5, 60, 500)) * patchy
        printed = mix(ground, srgb(ink) * (0.78 + 0.30 * high[..., None]), np.clip(held * 0.95, 0, 1))
        base = encode.jpeg(f"{name} jute", tile, 76)
        front = materials.pbr(f"{name} print", base=encode.jpeg(f"{name} print", printed, 66), normal=relief, roughness=0.92, normal_scale=0.9, extensions=materials.sheen(weft, 0.7))
        front.body["normalTexture"]["extensions"] = {"KHR_texture_transform": {"scale": [WIDE / TILE, TALL / TILE]}}
        out.append({"name": name, "bn": bn, "price": price, "materials": {
            "jute": materials.pbr(f"{name} jute", base=base, normal=relief, repeat=(1 / TILE, 1 / TILE), roughness=0.92, normal_scale=0.9, extensions=materials.sheen(weft, 0.7)), "front": front,
            "lining": materials.pbr(f"{name} lining", cotton, 0.9, normal=web, repeat=(40, 40), normal_scale=0.4), "strap": materials.pbr(f"{name} web", strap, 0.85, normal=web, repeat=(90, 90), normal_scale=0.7,
                                                                                                                                              extensions=materials.sheen(strap, 0.5)),
            "thread": materials.pbr(f"{name} thread", thread, 0.75)}})
    return out


def build(folder):
    geometry.reset()
    variants = wardrobe()
    front, jute, lining = shell()
    jute = geometry.join("Jute", [jute, mouth()])
    words, cotton = ("Woven jute, 14 ounces", "বোনা পাট, ১৪ আউন্স"), ("Cotton webbing", "সুতি ফিতা")
    handles = []
    for side, n, en, bn in ((-1, "front", "Front", "সামনের"), (1, "back", "Back", "পেছনের")):
        handles.append(Part(f"handle-{n}", f"{en} handle", f"{bn} হাতল", origin=(0, side * half_depth(1.0), TALL), made_of=cotton, explode=(0, 0.7, -side * 0.7, 0.10, 1),
                            layers=[(handle(side), "strap"), (crosses(side), "thread")]))
    body = Part("bag", "Bag", "থলে", made_of=words, explode=(0, 0, 0, 0.0, 0), layers=[(jute, "jute"), (front, "front"), (piping(), "strap"), (seams(), "thread")], children=[
        Part("lining", "Lining", "আস্তর", lining, "lining", made_of=("Cotton", "সুতি"), explode=(0, 1, 0, 0.42, 2), hollow=True)])
    charm = Part("tassel", "Tassel", "ঝুমকা", tassel(), "thread", face(APART, 0.985, -1, 0.008), ("Cotton and beads", "সুতা ও পুঁতি"), (0.5, 0, 1, 0.08, 3), price=6000)
    root = Part("jutebag", "Jute bag", "পাটের থলে", price=58000, children=[body] + handles + [charm], hotspots=[
        extras.hotspot(face(0.0, 0.45, -1, 0.004), (0, -1, 0), ("Block print", "One block, one colour, pressed by hand"), ("ব্লক ছাপ", "এক ব্লক, এক রং, হাতে চাপা"), body),
        extras.hotspot(face(-APART, 0.66, -1, 0.006), (0, -1, 0), ("Crossed square", "Holds fifteen kilograms"), ("কাটা চৌকো সেলাই", "পনেরো কেজি ধরে"), handles[0]),
        extras.hotspot(gusset(-0.4, 0.5, -1), (-1, -0.2, 0), ("Gusset", "Opens to fifteen centimetres"), ("পাশের ভাঁজ", "পনেরো সেন্টিমিটার খোলে"), body)])
    save(folder, root, variants)
