# SPDX-License-Identifier: GPL-3.0-or-later
"""A nakshi kantha over a bamboo rack: old saris quilted together, the picture and the ground between it run in stitches.

Half the quilt is one sheet of 0.96 m: what is drawn on it is filled with rows of stitches, and around it the ground is
stitched in rows that echo the outlines, as the quilters do; the rows are the relief.
"""
import math

import numpy as np

from lib import encode, extras, geometry, materials, painting, shapes, surfaces
from lib.glb import Part, save
from lib.noise import blur, mix, normal_map, smoothstep, spectral, srgb
from lib.painting import Canvas, curve, petal

SIDE, PIXELS = 0.96, 1024
HALF_X, TOP, BAR, LEG = 0.56, 1.045, 0.019, 0.022
FRONT_LOW, FRONT_HIGH = np.array([0.0, -0.36, 0.0]), np.array([0.0, 0.062, 1.13])


def tree(c, p):
    """A corner's tear with a tree in it, growing along +y."""
    tear = curve([(0.0, 0.0), (-0.060, 0.035), (-0.078, 0.095), (-0.050, 0.150), (0.0, 0.185), (0.052, 0.235), (0.078, 0.200), (0.060, 0.165), (0.070, 0.095), (0.052, 0.035)], 90, True)
    m = np.array([0.0, 0.10])
    for s, tint in ((1.0, p["red"]), (0.88, p["ground"]), (0.80, p["blue"]), (0.71, p["ground"])):
        c.shape(m + (tear - m) * s, tint)
    c.line([(0, 0.035), (0, 0.15)], 0.006, p["green"])
    for y, s in ((0.055, 0.036), (0.080, 0.036), (0.105, 0.032), (0.128, 0.024)):
        for side in (-1, 1):
            with c.at(0, y, 1, side * 55):
                c.shape(petal(s, s * 0.5, 0.2), p["green"])
    with c.at(0, 0.152, 0.042):
        painting.rosette(c, 8, p["gold"], p["red"], p["dark"])


def fish(c, p):
    body = curve([(-0.5, 0.0), (-0.2, 0.19), (0.18, 0.13), (0.36, 0.02), (0.36, -0.02), (0.18, -0.13), (-0.2, -0.19)], 60, True)
    c.shape(body, p["dark"])
    c.shape(body * 0.90, p["blue"])
    c.shape([(0.30, 0.0), (0.56, 0.20), (0.48, 0.0), (0.56, -0.20)], p["red"])
    for k in range(3):
        x = -0.12 + 0.14 * k
        c.line(curve([(x, 0.13), (x + 0.06, 0.0), (x, -0.13)], 12), 0.035, p["gold"])
    c.dot(-0.34, 0.04, 0.045, p["ground"])
    c.dot(-0.34, 0.04, 0.022, p["dark"])


def elephant(c, p):
    """Walking left, a howdah cloth on its back; about one unit."""
    body = curve([(-0.30, 0.20), (-0.22, 0.33), (0.05, 0.38), (0.34, 0.30), (0.44, 0.10), (0.44, -0.30), (0.30, -0.30), (0.28, -0.06), (0.02, -0.06), (0.0, -0.30), (-0.14, -0.30), (-0.18, -0.02), (-0.30, 0.0),
                  (-0.36, -0.12), (-0.40, -0.26), (-0.50, -0.24), (-0.47, -0.05), (-0.48, 0.12), (-0.42, 0.24)], 120, True)
    m = body.mean(0)
    c.shape(m + (body - m) * 1.05, p["dark"])
    c.shape(body, p["blue"])
    with c.at(-0.25, 0.16, 1, 160):
        c.shape(petal(0.26, 0.22, 0.9), p["gold"])
    c.shape([(-0.08, 0.36), (0.20, 0.36), (0.24, 0.04), (-0.10, 0.04)], p["red"])
    for x in (-0.02, 0.07, 0.16):
        c.dot(x, 0.20, 0.035, p["gold"])
    c.line([(-0.10, 0.06), (0.24, 0.06)], 0.03, p["gold"])
    c.line(curve([(-0.44, 0.0), (-0.56, -0.04), (-0.62, 0.04)], 10), [0.05] * 4 + [0.04] * 3 + [0.02] * 3, p["ground"])
    c.dot(-0.37, 0.16, 0.02, p["ground"])
    c.line(curve([(0.44, 0.14), (0.52, 0.0), (0.50, -0.10)], 8), 0.02, p["dark"])


def picture(p):
    c = Canvas(SIDE, SIDE, PIXELS, p["ground"])
    e = SIDE / 2
    for inset, wide, tint in ((0.010, 0.014, p["red"]), (0.026, 0.005, p["dark"]), (0.105, 0.005, p["dark"]), (0.114, 0.007, p["red"])):
        q = [(-e + inset, -e + inset), (e - inset, -e + inset), (e - inset, e - inset), (-e + inset, e - inset)]
        c.line(q, wide, tint, closed=True)
    for k in range(4):  # a creeper round the edge, spires inside it
        with c.at(0, 0, 1, 90 * k):
            x = np.linspace(-e + 0.066, e - 0.066, 90)
            way = np.stack([x, -e + 0.066 + 0.016 * np.sin((x + e - 0.066) / (SIDE - 0.132) * 2 * math.pi * 5)], 1)
            painting.vine(c, way, p["green"], p["green"], p["dark"], (p["gold"], p["red"], p["dark"]), 0.028, 0.028)
            for j in range(22):
                m = -e + 0.13 + (SIDE - 0.26) * (j + 0.5) / 22
                c.shape([(m - 0.014, -e + 0.120), (m, -e + 0.146), (m + 0.014, -e + 0.120)], p["blue"] if j % 2 else p["red"])
            with c.at(-e + 0.066, -e + 0.066, 0.062):
                painting.rosette(c, 8, p["gold"], p["red"], p["dark"])
            with c.at(0, 0, 1, 45), c.at(0, 0.225):
                tree(c, p)
    c.dot(0, 0, 0.196, p["red"])
    c.dot(0, 0, 0.186, p["ground"])
    for count, inner, outer, wide, tints in ((16, 0.10, 0.172, 0.046, ("blue", "green")), (12, 0.06, 0.135, 0.050, ("red", "gold")), (8, 0.02, 0.095, 0.048, ("gold", "red"))):
        for j in range(count):
            with c.at(0, 0, 1, 360 * j / count), c.at(0, inner):
                c.shape(petal(outer - inner + 0.004, wide + 0.006, 0.5), p["dark"])
                c.shape(petal(outer - inner, wide, 0.5), p[tints[j % 2]])
                c.shape(petal((outer - inner) * 0.5, wide * 0.35, 0.5), p["ground"])
    c.dot(0, 0, 0.034, p["dark"])
    c.dot(0, 0, 0.029, p["gold"])
    c.dot(0, 0, 0.012, p["red"])
    for s in (-1, 1):
        with c.at(s * 0.262, -0.005, 0.145, 0, s > 0):
            elephant(c, p)
    with c.at(0, -0.300, 0.155):
        painting.boat(c, p["dark"], p["red"], p["gold"], p["dark"])
    for s in (-1, 1):
        with c.at(s * 0.055, 0.265, 0.085, 12, s > 0):
            fish(c, p)
        with c.at(s * 0.085, -0.245, 0.05, 8, s > 0):
            painting.bird(c, p["blue"], p["blue"], p["dark"])
        for x, y, t in ((0.145, 0.285, "red"), (0.135, -0.315, "gold"), (0.332, 0.105, "gold"), (0.332, -0.115, "gold")):
            with c.at(s * x, y, 0.034):
                painting.rosette(c, 6, p["gold"], p[t], p["dark"])
    return c.colour


def reach(mask, limit=46):
    """Distance in pixels to the nearest marked one, up to a limit; the sheet repeats."""
    far = float(limit)
    row = np.where(mask, 0.0, far)
    for k in range(1, limit):
        hit = np.roll(mask, k, 1) | np.roll(mask, -k, 1)
        row = np.where(hit & (row > k), k, row)
    out = row ** 2
    for k in range(1, limit):
        out = np.minimum(out, np.minimum(np.roll(row, k, 0), np.roll(row, -k, 0)) ** 2 + k * k)
    return np.sqrt(np.minimum(out, far ** 2))


class Stitching:
    """The rows of stitches of one picture: where thread lies (0…1), and the height of the quilt."""

    def __init__(self, colour, ground):
        difference = np.abs(colour - srgb(ground)).sum(-1)
        drawn = difference > 0.12
        self.drawn = smoothstep(0.05, 0.25, difference)
        size = colour.shape[0]
        y, x = np.meshgrid(np.arange(size), np.arange(size), indexing="ij")
        wander = 1.3 * spectral((size, size), 5, 1.8, 2, 30)
        away = reach(drawn)
        soft = blur(away, 2.0)
        gy, gx = np.gradient(soft)
        norm = np.maximum(np.hypot(gx, gy), 1e-3)
        ways = np.where((norm < 0.3), 1.0, gx / norm), np.where(norm < 0.3, 0.0, gy / norm)
        along = -ways[1] * x + ways[0] * y
        echo = self.rows(soft + 0.4 * wander, along + 3 * wander, 6.2, 7.4)
        kind = (colour * [3, 5, 7]).sum(-1)
        angle = np.where(kind > 8.0, 0.5, np.where(kind > 5.0, 2.2, np.where(kind > 3.2, 1.2, 2.9)))
        across, down = np.cos(angle) * x + np.sin(angle) * y, -np.sin(angle) * x + np.cos(angle) * y
        inner = self.rows(across + 0.5 * wander, down + wander, 3.3, 6.0)
        self.ground_thread, self.fill_thread = echo * (1 - self.drawn), inner * self.drawn
        puff = np.abs(np.sin(math.pi * (soft + 0.4 * wander) / 6.2))
        edge = np.exp(-(away / 2.2) ** 2) * (1 - self.drawn)
        self.shade = np.clip(0.55 + 0.45 * puff, 0, 1) * (1 - self.drawn) + self.drawn * (0.72 + 0.28 * np.clip(inner, 0, 1))
        weave = spectral((size, size), 6, 0.3, 120, 500)
        self.height = (1.5 * puff ** 0.7 * (1 - self.drawn) + 1.0 * echo * (1 - self.drawn) + 1.5 * inner * self.drawn - 0.7 * edge + 0.10 * weave + 0.5 * wander)

    @staticmethod
    def rows(across, along, pitch, long):
        row = np.floor(across / pitch)
        inside = np.clip(1 - np.abs((across / pitch - row - 0.5) * 2.4), 0, 1)
        dash = (along / long + 0.5 * (row % 2)) % 1.0
        return inside ** 0.6 * smoothstep(0.0, 0.12, dash) * (1 - smoothstep(0.62, 0.74, dash))


PALETTES = [("Shell", "শঙ্খ", 0, {"ground": "#E9DFC8", "red": "#A8231F", "blue": "#23376B", "green": "#2F6B3C", "gold": "#C88A22", "dark": "#2A1A18"}),
            ("Indigo", "নীল", 0, {"ground": "#24345C", "red": "#D8542F", "blue": "#9FC3D8", "green": "#6FB08A", "gold": "#E9C257", "dark": "#F1E8D6"}),
            ("Madder", "মঞ্জিষ্ঠা", 80000, {"ground": "#7E241F", "red": "#F0C9A0", "blue": "#F3E4C8", "green": "#D9A94A", "gold": "#E8813A", "dark": "#2B0D10"})]


def wardrobe():
    variants, relief = [], None
    base, orm, normal, repeat = surfaces.wood("Bamboo", "#C9A463", "#A67F3F", "#7C5A28", seed=33, size=256, metres=(0.10, 0.50), rings=3)
    bamboo = materials.pbr("Bamboo", base=base, orm=orm, normal=normal, repeat=repeat, normal_scale=0.3, roughness=0.72, extensions=materials.clearcoat(0.25, 0.3))
    rope = materials.pbr("Jute cord", "#9C7A48", 0.95)
    for name, bn, price, p in PALETTES:
        colour = picture(p)
        s = Stitching(colour, p["ground"])
        if relief is None:
            relief = encode.jpeg("Kantha relief", normal_map(blur(s.height, 0.7), 0.55), 70)
        slub = spectral(colour.shape[:2], 8, 0.7, 10, 400, stretch=(1, 10)) + spectral(colour.shape[:2], 9, 0.7, 10, 400, stretch=(10, 1))
        cloth = srgb(p["ground"]) * (1 + 0.025 * slub[..., None])
        thread = colour * (0.90 + 0.14 * s.fill_thread[..., None])
        out = mix(cloth, thread, np.clip(s.drawn * (0.60 + 0.45 * s.fill_thread), 0, 1))
        bright = srgb(p["dark"] if name == "Indigo" else "#FFF6E2" if name == "Shell" else p["red"])
        out = mix(out, bright, s.ground_thread * (0.55 if name == "Shell" else 0.42))
        out = out * (0.80 + 0.20 * s.shade[..., None])
        quilt = materials.pbr(f"{name} kantha", base=encode.jpeg(f"{name} kantha", np.clip(out, 0, 1), 66), normal=relief, repeat=(1 / SIDE, 1 / SIDE), roughness=0.88, normal_scale=1.0,
                              extensions=materials.sheen(p["ground"] if name != "Shell" else "#8C8474", 0.5))
        variants.append({"name": name, "bn": bn, "price": price, "materials": {"quilt": quilt, "bamboo": bamboo, "rope": rope}})
    return variants


def on_quilt(x, v, back=False):
    """A point of the cloth's outer face; v metres from the top of the bar down either side."""
    slope = np.array([FRONT_LOW[1] - FRONT_HIGH[1], FRONT_LOW[2] - FRONT_HIGH[2]])
    slope /= np.linalg.norm(slope)
    arc = 0.9  # radians over the bar to where the slope begins
    r = BAR + 0.012
    side = -1 if not back else 1
    start = r * arc
    a = min(v / r, arc)
    y, z = -r * math.sin(a), TOP + r * math.cos(a) - r
    ny, nz = -math.sin(a), math.cos(a)
    if v > start:
        far = v - start
        f = smoothstep(0, 0.16, far)
        ny, nz = ny * (1 - f) + slope[1] * f, nz * (1 - f) - slope[0] * f
        settle = 0.14 * (1 - np.exp(-far / 0.14))  # leaves the bar steeply, then lies on the slope
        y += slope[0] * (far - settle) + settle * -0.18
        z += slope[1] * (far - settle) - settle * 0.985
    hang = np.clip(v / SIDE, 0, 1)
    sign = 1.0 if not back else -0.6
    out = 0.009 * hang * np.sin(x * 9.5 + 0.8 * sign) + 0.008 * hang ** 2 * np.sin(x * 17 + 2 + v * 2) + 0.004 * np.sin(v * 11 + x * 4) * hang - 0.004 * np.exp(-((v - 0.72) / 0.08) ** 2)
    flare = 1 + 0.012 * hang * np.sin(v * 6 + sign)
    return np.array([x * flare + 0.006 * hang * np.sin(v * 5), side * -(y + ny * out), z + nz * out + 0.010 * hang * np.sin(x * 5 + 1)])


def quilt():
    xs = np.linspace(-SIDE / 2, SIDE / 2, 61)
    front = np.linspace(SIDE, 0, 60)
    back = np.linspace(0, SIDE * 0.94, 52)[1:]
    rows = [np.array([on_quilt(x, v) for x in xs]) for v in front] + [np.array([on_quilt(x, v, True) for x in xs]) for v in back]
    v = np.concatenate([SIDE - front, SIDE + back]) + 1  # the writer turns v about 1, the sheet repeats from its hem
    uv = np.stack(np.meshgrid(xs + SIDE / 2, v), -1)
    return shapes.sheet("Kantha", np.array(rows), 0.010, 60, uv)


def pole(start, end, radius, seed):
    """Bamboo: a little thicker at each joint, not quite straight."""
    start, end = np.asarray(start, float), np.asarray(end, float)
    length = np.linalg.norm(end - start)
    rng = np.random.default_rng(seed)
    profile = [(0.0, 0.0), (radius * 0.86, 0.0), (radius * 0.98, 0.003)]
    at = 0.05 + 0.1 * rng.random()
    while at < length - 0.04:
        profile += [(radius * 0.97, at - 0.014), (radius * 1.05, at - 0.004), (radius * 1.12, at - 0.0012), (radius * 0.99, at), (radius * 1.10, at + 0.0016), (radius * 1.0, at + 0.007), (radius * 0.965, at + 0.03)]
        at += 0.20 + 0.05 * rng.random()
    profile += [(radius * 0.98, length - 0.003), (radius * 0.86, length), (radius * 0.70, length - 0.001), (radius * 0.66, length - 0.03), (0.0, length - 0.03)]
    obj = geometry.finish(geometry.lathe("Pole", profile, 18), 50, weighted=False)
    bend = rng.uniform(-0.006, 0.006, 2)
    shapes.warp(obj, lambda co: co + np.outer(np.sin(np.clip(co[:, 2] / length, 0, 1) * math.pi), [bend[0], bend[1], 0]))
    geometry.finish(obj, 50, weighted=False)
    return shapes.facing(obj, start, end - start, (0, 1, 0.01))


def lashing(point, axis, radius, wide, seed):
    """Turns of cord round a joint."""
    t = np.linspace(0, 1, 110)
    a = t * 6 * 2 * math.pi + seed
    r = radius + 0.0018 * np.sin(t * 40 + seed)
    line = np.stack([r * np.cos(a), r * np.sin(a) * 0.86, (t - 0.5) * wide], 1)
    obj = shapes.tube("Cord", line, shapes.circle(0.0030, 6), sharp=180)
    return shapes.facing(obj, point, axis)


def rack():
    poles, cords = [], []
    for s in (-1, 1):
        for k, (low, high) in enumerate((((s * HALF_X, -0.36, 0), (s * HALF_X, 0.062, 1.13)), ((s * (HALF_X + 0.044), 0.36, 0), (s * (HALF_X + 0.044), -0.062, 1.13)))):
            poles.append(pole(low, high, LEG, 10 + k + 3 * s))
        m = s * (HALF_X + 0.022)
        cords.append(lashing((m, 0, 0.962), (0, -0.1, 1), 0.046, 0.040, s))
        cords.append(lashing((m, 0, 0.965), (1, 0.7, 0), 0.036, 0.020, s + 1))
    for y, t, seed in ((-1, 0.25, 31), (1, 0.25, 35)):
        p = FRONT_LOW + (FRONT_HIGH - FRONT_LOW) * t
        at = np.array([0, y * (-p[1] - 0.038), p[2]])
        poles.append(pole(at - [HALF_X + 0.10, 0, 0], at + [HALF_X + 0.10, 0, 0], 0.0165, seed))
        for s in (-1, 1):
            cords.append(lashing(at + [s * (HALF_X + (0.044 if y > 0 else 0)), y * 0.018, 0], (1, 0, 0.5), 0.034, 0.026, seed + s))
    return geometry.join("Rack", poles), geometry.join("Cords", cords)


def build(folder):
    geometry.reset()
    variants = wardrobe()
    frame, cords = rack()
    bar = pole((-HALF_X - 0.14, 0, TOP - BAR - 0.004), (HALF_X + 0.14, 0, TOP - BAR - 0.004), BAR, 21)
    low = shapes.lowest([frame])
    cloth = quilt()
    for o in (frame, cords, bar, cloth):
        geometry.moved(o, (0, 0, -low))
    cotton, cane = ("Three layers of old cotton saris", "পুরোনো সুতি শাড়ির তিন স্তর"), ("Borak bamboo, lashed with jute", "বরাক বাঁশ, পাটের দড়িতে বাঁধা")
    kantha = Part("quilt", "Nakshi kantha", "নকশি কাঁথা", cloth, "quilt", (0, 0, TOP), cotton, (0, 0.4, 1, 0.45, 1), price=1450000)
    root = Part("kantha", "Nakshi kantha on a rack", "আলনায় নকশি কাঁথা", price=1450000, hotspots=[
        extras.hotspot(on_quilt(0.0, 0.48) + [0, -0.012, 0.0], (0, -0.92, 0.36), ("The lotus", "Stitched first, in the middle"), ("পদ্ম", "মাঝখান থেকে শুরু, প্রথম ফোঁড়"), kantha),
        extras.hotspot(on_quilt(-0.262, 0.49) + [0, -0.012, 0.0], (0, -0.92, 0.36), ("Elephant", "Each maker tells her own tale"), ("হাতি", "যে সেলাই করে, গল্প তার"), kantha),
        extras.hotspot((HALF_X + 0.022, -0.04, 0.95), (0.6, -0.8, 0.2), ("Lashed bamboo", "No nail, no screw"), ("বাঁধা বাঁশ", "পেরেক নেই, স্ক্রু নেই"), None)], children=[
            Part("rack", "Rack", "আলনা", layers=[(frame, "bamboo"), (cords, "rope")], made_of=cane, explode=(0, 0, 0, 0.0, 0), price=185000),
            Part("bar", "Top bar", "ওপরের দণ্ড", bar, "bamboo", (0, 0, TOP), cane, (0, 1, 0, 0.12, 2)), kantha])
    save(folder, root, variants)
