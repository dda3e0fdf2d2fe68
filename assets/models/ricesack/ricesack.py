# SPDX-License-Identifier: GPL-3.0-or-later
"""A sack of rice, 25 kg: woven plastic tape, printed, its mouth gathered and tied; a brass bowl of the rice before it."""
import math

import numpy as np
from mathutils import Matrix, Vector

from lib import encode, extras, geometry, materials, painting, shapes
from lib.glb import Part, save
from lib.noise import blur, mix, normal_map, smoothstep, spectral, srgb
from lib.painting import Canvas, curve, petal

AROUND, GIRTH, LONG = 168, 0.58, 0.80  # columns; metres of cloth from side seam to side seam, and from bottom to mouth
# Height, width, depth, roundness of the section.
STATIONS = np.array([(0.000, 0.300, 0.150, 2.6), (0.004, 0.365, 0.205, 2.7), (0.020, 0.412, 0.250, 2.7), (0.060, 0.440, 0.278, 2.6), (0.150, 0.452, 0.292, 2.5), (0.260, 0.450, 0.290, 2.45), (0.360, 0.438, 0.276, 2.4),
                     (0.440, 0.405, 0.246, 2.35), (0.500, 0.335, 0.200, 2.2), (0.545, 0.225, 0.145, 2.1), (0.575, 0.125, 0.096, 2.0), (0.592, 0.082, 0.074, 2.0), (0.606, 0.080, 0.073, 2.0), (0.625, 0.108, 0.092, 2.0),
                     (0.655, 0.180, 0.140, 2.0), (0.690, 0.240, 0.182, 2.1), (0.712, 0.262, 0.200, 2.1)])


def rings(inner=False):
    count = 60
    path = geometry.spline(STATIONS, 600)
    arc = geometry.arc_length(path[:, :2] * [1, 0.5])
    z, w, d, p = (np.interp(np.linspace(0, arc[-1], count), arc, path[:, k]) for k in range(4))
    if inner:
        keep = z > 0.600
        z, w, d, p = z[keep][::-1], w[keep][::-1] * 0.985 - 0.004, d[keep][::-1] * 0.985 - 0.004, p[keep][::-1]
    a = math.pi + np.arange(AROUND) * 2 * math.pi / AROUND
    out = []
    for zi, wi, di, pi in zip(z, w, d, p):
        c, sn = np.cos(a), np.sin(a)
        e = 2 / pi
        x, y = np.sign(c) * np.abs(c) ** e * wi / 2, np.sign(sn) * np.abs(sn) ** e * di / 2
        gather = smoothstep(0.40, 0.60, zi)
        wander = 0.30 * np.sin(3 * a + 1) + 0.22 * np.sin(5 * a + 2.4)
        pleat = np.cos(15 * a + 2.2 * wander + 4 * max(zi - 0.60, 0)) + 0.5 * np.cos(26 * a + 3 * wander + 1.0)
        amount = 0.004 + 0.115 * gather ** 1.4 + 0.05 * smoothstep(0.61, 0.70, zi)
        flare = 1 + amount * pleat * (1 if zi > 0.40 else smoothstep(0.30, 0.40, zi))
        low = np.exp(-((zi - 0.09) / 0.055) ** 2)
        rumple = (0.0050 * low * np.sin(zi * 150 + 2.0 * np.sin(2 * a) + 1.5 * np.sin(3 * a + 1)) + 0.0052 * np.sin(4 * a + 9 * zi + 0.7) * np.sin(zi * 13 + 1) * (1 - gather)
                  + 0.0032 * np.sin(9 * a - 16 * zi) * (1 - gather) + 0.0022 * np.sin(16 * a + 31 * zi + 2 * np.sin(a)) * (1 - gather))
        hem = 0.010 * np.cos(15 * a + 2.2 * wander + 2.0) * smoothstep(0.65, 0.712, zi)
        lean = 0.016 * (zi / 0.6) ** 2
        r = np.hypot(x, y)
        f = flare * (1 + rumple / np.maximum(r, 0.05))
        lift = 0.006 * np.sin(2 * a + 0.4) * smoothstep(0.3, 0.5, zi)
        out.append(np.stack([x * f + lean, y * f, np.maximum(zi + hem + lift, 0)], 1))
    return np.array(out), z


def sack():
    outer, z = rings()
    v = geometry.arc_length(outer.mean(1) * [0, 0, 1] + np.stack([np.hypot(*outer[:, 0, :2].T), np.zeros(len(z)), np.zeros(len(z))], 1))
    v = v / v[-1]
    inner, _ = rings(True)
    grid = np.concatenate([outer, inner])
    vv = np.concatenate([v, np.linspace(0.998, 0.90, len(inner))])
    belly = outer[np.argmin(np.abs(z - 0.26))]
    u = geometry.arc_length(np.concatenate([belly, belly[:1]]))
    u = np.concatenate([u[:AROUND // 2] / u[AROUND // 2], 1 + (u[AROUND // 2:] - u[AROUND // 2]) / (u[-1] - u[AROUND // 2])])
    obj = geometry.grid("Sack", grid, u=u, v=vv, caps=(0, -1))
    return geometry.finish(obj, 80, weighted=False)


def on_sack(x, z):
    """A point of the front, and its normal roughly."""
    outer, heights = rings()
    row = outer[np.argmin(np.abs(heights - z))]
    front = row[row[:, 1] < 0]
    return front[np.argmin(np.abs(front[:, 0] - x))]


def tie():
    """Five turns of jute cord about the neck, a knot and two ends."""
    t = np.linspace(0, 1, 260)
    a = t * 5 * 2 * math.pi - 1.9
    r = 0.0425 + 0.0022 * np.sin(t * 31)
    pieces = [cord(np.stack([r * np.cos(a) + 0.0155, r * 0.92 * np.sin(a), 0.590 + 0.021 * t + 0.0015 * np.sin(t * 50)], 1))]
    knot = np.array([0.005, -0.043, 0.600])
    for line in ([(-0.004, 0, 0.004), (0.004, -0.008, 0.006), (0.009, -0.006, -0.002), (0.0, -0.010, -0.006), (-0.008, -0.006, 0.0), (0, -0.007, 0.007), (0.004, 0, 0.002)],
                 [(0.004, -0.004, -0.003), (0.014, -0.014, -0.020), (0.020, -0.030, -0.060), (0.016, -0.052, -0.105), (0.024, -0.066, -0.140)],
                 [(-0.004, -0.004, -0.003), (-0.016, -0.012, -0.018), (-0.034, -0.024, -0.048), (-0.040, -0.042, -0.082)]):
        pieces.append(cord(geometry.spline(np.array(line) + knot, 60)))
    return geometry.join("Tie", pieces)


def cord(path):
    a = np.arange(8) * math.pi / 4
    sections = np.array([np.stack([np.cos(a), np.sin(a)], 1) * (0.0029 * (1 + 0.17 * np.cos(3 * (a - k * 0.55))))[:, None] for k in range(len(path))])
    return shapes.tube("Cord", path, sections, sharp=180)


BOWL = np.array([0.150, -0.275, 0.0])


def bowl():
    profile = np.concatenate([geometry.rounded([(0.0, 0.006, 0), (0.032, 0.006, 0.002), (0.034, 0.0, 0.0015), (0.040, 0.0, 0.0015), (0.041, 0.010, 0.002)], 3)[:-1],
                              geometry.spline([(0.041, 0.010), (0.072, 0.026), (0.086, 0.050), (0.090, 0.072)], 18)[:-1],
                              geometry.rounded([(0.090, 0.072, 0), (0.0945, 0.0745, 0.001), (0.0945, 0.0775, 0.0012), (0.090, 0.0780, 0.001), (0.0870, 0.0745, 0)], 3)[:-1],
                              geometry.spline([(0.0870, 0.0745), (0.084, 0.052), (0.070, 0.030), (0.040, 0.014), (0.0, 0.012)], 16)])
    obj = geometry.finish(geometry.lathe("Bowl", profile, 72, tile=0.05), 40)
    return shapes.placed(obj, BOWL)


def heap():
    r = np.linspace(0.0865, 0.0, 16)
    rows = []
    a = np.arange(64) * 2 * math.pi / 64
    for ri in r:
        f = 1 - ri / 0.0865
        z = 0.071 + 0.038 * (1 - (1 - f) ** 1.7) + 0.0022 * np.sin(3 * a + 7 * f) * f * (1 - f) * 3
        rows.append(np.stack([ri * np.cos(a), ri * np.sin(a), z], 1))
    rows = np.array(rows)
    obj = geometry.grid("Heap", rows, uv=np.concatenate([rows, rows[:, :1]], 1)[..., :2])
    return shapes.placed(geometry.finish(obj, 180, weighted=False), BOWL)


def grains():
    """Grains that lie about: on the heap, by the bowl, before the sack."""
    rng = np.random.default_rng(12)
    vertices, faces = [], []
    profile = [(0.0, -0.0034), (0.00075, -0.0025), (0.00105, 0.0), (0.00085, 0.0022), (0.0, 0.0033)]
    for k in range(230):
        if k < 120:
            r, a = 0.080 * math.sqrt(rng.uniform()), rng.uniform(0, 2 * math.pi)
            f = 1 - r / 0.0865
            p = BOWL + [r * math.cos(a), r * math.sin(a), 0.0722 + 0.038 * (1 - (1 - f) ** 1.7)]
        else:
            r, a = 0.085 + 0.085 * rng.uniform() ** 1.8, rng.uniform(math.pi * 0.75, math.pi * 2.1)
            p = BOWL + [r * math.cos(a), r * math.sin(a), 0.0010]
        tilt = 0.45 if k < 120 else 0.06
        way = Vector((rng.normal(), rng.normal(), rng.normal() * tilt)).normalized()
        turn = Matrix.Translation(p) @ way.to_track_quat("Z", "Y").to_matrix().to_4x4()
        size = rng.uniform(0.88, 1.12)
        ring = []
        for radius, z in profile:
            if radius == 0:
                ring.append([len(vertices)])
                vertices.append(turn @ Vector((0, 0, z * size)))
            else:
                ring.append(list(range(len(vertices), len(vertices) + 5)))
                for j in range(5):
                    b = 2 * math.pi * j / 5
                    vertices.append(turn @ Vector((radius * 1.15 * math.cos(b), radius * 0.85 * math.sin(b), z * size)))
        for low, high in zip(ring[:-1], ring[1:]):
            for j in range(5):
                i = (j + 1) % 5
                if len(low) == 1:
                    faces.append((low[0], high[i], high[j]))
                elif len(high) == 1:
                    faces.append((low[j], low[i], high[0]))
                else:
                    faces.append((low[j], low[i], high[i], high[j]))
    uv = np.random.default_rng(4).uniform(0, 0.02, (sum(len(f) for f in faces), 2))
    obj = geometry.mesh_object("Grains", [tuple(v) for v in vertices], faces, uv)
    return geometry.finish(obj, 180, weighted=False)


def rice_surface(size=512, metres=0.05):
    """Grains heaped at random: the colours and the relief of a handful that repeats."""
    rng = np.random.default_rng(77)
    height, tone = np.zeros((size, size)), np.zeros((size, size))
    pixel = metres / size
    for _ in range(1500):
        cy, cx, a = rng.uniform(0, size), rng.uniform(0, size), rng.uniform(0, math.pi)
        long, wide, base = 0.0033 / pixel * rng.uniform(0.85, 1.1), 0.0010 / pixel * rng.uniform(0.9, 1.1), rng.uniform(0, 0.8)
        reach = int(long) + 2
        y, x = np.arange(int(cy) - reach, int(cy) + reach + 1), np.arange(int(cx) - reach, int(cx) + reach + 1)
        dy, dx = np.meshgrid(y - cy, x - cx, indexing="ij")
        u, v = (dx * math.cos(a) + dy * math.sin(a)) / long, (-dx * math.sin(a) + dy * math.cos(a)) / wide
        d = 1 - u * u - v * v
        h = np.where(d > 0, base + np.sqrt(np.maximum(d, 0)), 0)
        window = np.ix_(y % size, x % size)
        old = height[window]
        height[window] = np.maximum(old, h)
        tone[window] = np.where(h > old, rng.normal(), tone[window])
    return height, tone


def ear_of_rice(c, tint, dark):
    """A ripe ear, bowing to the right; about one unit high."""
    stem = curve([(-0.10, -0.5), (-0.06, -0.1), (0.02, 0.25), (0.22, 0.40), (0.40, 0.26)], 60)
    c.line(stem, np.linspace(0.022, 0.010, 60), dark)
    for k in range(22):
        i = 24 + int(k * 1.6)
        p, d = stem[i], stem[i] - stem[i - 2]
        turn = math.degrees(math.atan2(d[1], d[0])) - 90
        with c.at(*p, 1, turn + (38 if k % 2 else -38)):
            c.shape(petal(0.112, 0.054, 0.3), dark)
            c.shape(petal(0.102, 0.040, 0.3), tint)
    for a, long in ((24, 0.55), (-38, 0.48)):
        with c.at(-0.09, -0.42, 1, a):
            c.shape(petal(long, 0.055, 0.05), dark)


GRAIN = ("Milled rice", "ছাঁটা চাল")
LOOKS = [("Nazirshail", "নাজিরশাইল", {"ink": "#14623A", "second": "#D8322A", "gold": "#E8A820"}, "#F2EBDD"),
         ("Katari", "কাটারি", {"ink": "#123C8C", "second": "#E8871E", "gold": "#F2C230"}, "#F4EEE0"),
         ("Kalijira", "কালিজিরা", {"ink": "#7A1430", "second": "#1E6E5A", "gold": "#D9A02A"}, "#EFE6D2"),
         ("Miniket", "মিনিকেট", {"ink": "#0E5C73", "second": "#E0662A", "gold": "#F0C04A"}, "#F3EEDF"),
         ("Swarna", "স্বর্ণা", {"ink": "#6A3A10", "second": "#2E7A4A", "gold": "#E9B93C"}, "#EADCB8"),
         ("Chinigura", "চিনিগুঁড়া", {"ink": "#3A2A74", "second": "#D2417A", "gold": "#F0C86A"}, "#F6F1E4"),
         ("Banglamati", "বাংলামতি", {"ink": "#0F4A32", "second": "#C8962A", "gold": "#F2D27A"}, "#F1E7CC"),
         ("Red aush", "লাল আউশ", {"ink": "#8C2418", "second": "#2C5A3A", "gold": "#E6A04A"}, "#B0644A"),
         ("Biroin", "বিরইন", {"ink": "#22586A", "second": "#8A4FA0", "gold": "#E8C870"}, "#FBF7EC")]


def artwork(p, bengali, english):
    c = Canvas(GIRTH, LONG, 640, "#F3F0E8")
    ink, second, gold = p["ink"], p["second"], p["gold"]
    for s in (-1, 1):  # stripes up both sides
        for x, w, tint in ((0.262, 0.026, ink), (0.238, 0.008, second), (0.226, 0.004, ink)):
            c.box(s * x - w / 2, -0.4, s * x + w / 2, 0.4, tint)
    with c.at(0, -0.055):
        c.dot(0, 0.0, 0.182, ink)
        c.dot(0, 0.0, 0.176, "#F6F3EA")
        c.dot(0, 0.0, 0.169, second)
        c.dot(0, 0.0, 0.163, gold, "#FBE7A8", (0, 1))
        with c.at(0, 0.048, 0.17):
            painting.sun(c, "#FFF3C0", "#F08A24", "#F6B23A", 24)
        field = curve([(-0.163, -0.02), (-0.09, 0.012), (0.0, -0.004), (0.09, 0.016), (0.163, -0.02)], 40)
        a = np.linspace(-0.12, -math.pi + 0.12, 40)
        c.shape(np.concatenate([field, np.stack([0.162 * np.cos(a), 0.162 * np.sin(a)], 1)]), "#1E7A3C", "#8CC04A", (0, 1))
        for k in range(5):
            y = -0.035 - 0.024 * k
            half = math.sqrt(max(0.155 ** 2 - y * y, 0))
            c.line(curve([(-half, y), (0, y + 0.008), (half, y)], 20), 0.0022, "#14532D", amount=0.5)
        for s in (-1, 1):
            with c.at(s * 0.098, 0.022, 0.26, 6 * s, s < 0):
                ear_of_rice(c, "#F6CE5A", "#7A4A0C")
            with c.at(s * 0.050, -0.005, 0.22, 2 * s, s < 0):
                ear_of_rice(c, "#FBE08A", "#8A5A12")
        ribbon = np.concatenate([curve([(-0.212, -0.142), (0.0, -0.158), (0.212, -0.142)], 30), curve([(0.212, -0.082), (0.0, -0.098), (-0.212, -0.082)], 30)])
        c.shape(ribbon.mean(0) + (ribbon - ribbon.mean(0)) * [1.03, 1.16], "#F6F3EA")
        c.shape(ribbon, second)
        c.text(bengali, 0.050, 0, -0.127, "#FFFFFF", "bengali-bold")
        c.text(english, 0.026, 0, -0.188, ink, "bold", spacing=1.15)
    c.text("চাল", 0.150, 0, 0.176, ink, "bengali-bold")
    with c.at(-0.145, 0.185, 0.085, 8, True):
        ear_of_rice(c, gold, second)
    with c.at(0.145, 0.185, 0.085, -8):
        ear_of_rice(c, gold, second)
    c.box(-0.20, 0.262, 0.20, 0.268, second)
    c.box(-0.17, -0.322, 0.17, -0.272, ink)
    c.text("বাংলাদেশের চাল", 0.038, 0, -0.296, "#FFFFFF", "bengali-bold")
    return c


def wardrobe():
    size, tapes = 256, 16
    y, x = np.meshgrid((np.arange(size) + 0.5) / size * tapes, (np.arange(size) + 0.5) / size * tapes, indexing="ij")
    over = (np.floor(x) + np.floor(y)) % 2 == 0
    u, v = x - np.floor(x), y - np.floor(y)
    flat = np.where(over, 1 - np.abs((u - 0.5) * 2) ** 8, 1 - np.abs((v - 0.5) * 2) ** 8)
    crown = np.where(over, np.sin(math.pi * v), np.sin(math.pi * u))
    tape = flat * (0.55 + 0.45 * crown ** 0.5)
    relief = encode.jpeg("Tape relief", normal_map(blur(tape, 0.8) + 0.03 * spectral((size, size), 3, 0.5, 10, 100), 1.2), 80)
    height, tone = rice_surface()
    rice_relief = encode.jpeg("Rice relief", normal_map(blur(height, 0.8), 3.2), 82)
    scale = [GIRTH / 0.04, LONG / 0.04]
    base = encode.jpeg("Rice", np.clip(0.5 + (0.47 + 0.03 * tone) * smoothstep(0.0, 1.5, height), 0, 1), 78)
    brass = materials.pbr("Brass", "#D2AC66", 0.30, 1.0)
    rope = materials.pbr("Jute cord", "#A08355", 0.95)
    out = []
    for name, bn, p, grain in LOOKS:
        c = artwork(p, bn, f"{name.upper()} RICE")
        rows, columns = c.colour.shape[:2]
        ty, tx = np.meshgrid(np.arange(rows) / rows * scale[1] * tapes, np.arange(columns) / columns * scale[0] * tapes, indexing="ij")
        weave = 1 - 0.05 * (((np.floor(tx) + np.floor(ty)) % 2) == 0)
        worn = np.clip(1 - 0.35 * smoothstep(1.2, 2.6, spectral((rows, columns), 9, 0.9, 6, 200)), 0, 1)
        colour = mix(srgb("#EEEBE2"), c.colour, worn) * weave[..., None] * (1 + 0.012 * spectral((rows, columns), 5, 1.2, 2, 60)[..., None])
        dirt = smoothstep(0.90, 1.0, np.arange(rows)[:, None] / rows) * 0.20 * (1 + 0.3 * spectral((rows, columns), 6, 1.2, 3, 60))
        colour = mix(colour, srgb("#8A7350"), np.clip(dirt, 0, 0.5))
        cloth = materials.pbr(f"{name} sack", base=encode.jpeg(f"{name} sack", np.clip(colour, 0, 1), 68), normal=relief, roughness=0.46, normal_scale=0.6, extensions=materials.sheen("#3A3A38", 0.4))
        cloth.body["normalTexture"]["extensions"] = {"KHR_texture_transform": {"scale": scale}}
        out.append({"name": name, "bn": bn, "materials": {
            "sack": cloth, "rope": rope, "brass": brass, "rice": materials.pbr(f"{name} rice", grain, base=base, normal=rice_relief, repeat=(20, 20), roughness=0.62),
            "grain": materials.pbr(f"{name} grain", grain, 0.5)}})
    return out


def build(folder):
    geometry.reset()
    variants = wardrobe()
    front = on_sack(0.02, 0.28)
    neck = Part("tie", "Jute tie", "পাটের বাঁধন", tie(), "rope", (0.0155, 0, 0.600), ("Twisted jute", "পাকানো পাট"), (0, 1, 0.15, 0.16, 1))
    body = Part("sack", "Sack", "বস্তা", sack(), "sack", made_of=("Woven polypropylene tape", "বোনা পলিপ্রপিলিন ফিতা"), explode=(0, 0, 0, 0.0, 0))
    dish = Part("bowl", "Brass bowl", "পিতলের বাটি", bowl(), "brass", BOWL, ("Spun brass", "কুঁদানো পিতল"), (0.5, 0, 0.85, 0.12, 2), children=[
        Part("rice", "Rice", "চাল", heap(), "rice", BOWL, GRAIN, (0, 1, 0, 0.10, 2))], price=95000)
    root = Part("ricesack", "Sack of rice", "চালের বস্তা", price=236000, hotspots=[
        extras.hotspot(front, (0, -1, 0.05), ("Named after the grain", "One variety, one harvest"), ("চালের নাম", "এক জাত, এক মৌসুম"), body),
        extras.hotspot((0.015, -0.050, 0.602), (0, -1, 0.2), ("Tied by hand", "Five turns and a knot"), ("হাতে বাঁধা", "পাঁচ পাক আর এক গিঁট"), neck),
        extras.hotspot(BOWL + [0, -0.01, 0.112], (0, -0.4, 1), ("The grain", "Look before you buy"), ("দানা", "কেনার আগে দেখুন"), dish)], children=[
            body, neck, dish, Part("grains", "A few grains", "কয়েকটি দানা", grains(), "grain", BOWL, GRAIN, explode=(0, 0, 0, 0.0, 0))])
    save(folder, root, variants)
