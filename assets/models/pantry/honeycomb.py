# SPDX-License-Identifier: GPL-3.0-or-later
"""Honey in its comb: a slab cut from the frame. Wax between cells that no bee builds quite alike, some sealed, most open and
full; where the knife went, the two layers of cells back to back, and honey running out of them.

Honey is opaque here, painted as light leaves it: pale where it is thin or the wax glows through, deep where one looks into it.
"""
import math

import numpy as np
from lib import extras, food, geometry, materials, shapes, tableware
from lib.food import Batch, Wave, blend, turned
from lib.glb import Part, save
from lib.noise import smoothstep

WIDE, DEEP, LOW, HIGH = 0.104, 0.074, 0.0030, 0.0300  # of the slab; its underside and its top
PITCH = 0.0056
HONEY = ("#8A3A02", "#DE9210", "#FFD668")  # deep, as poured, where light comes through
_warp, _lift = Wave(5, 0.026), Wave(7, 0.050)


def honey_tone(light):
    """0…1 from the depth of it to a film of it."""
    light = np.clip(light, 0, 1)
    return np.where((light < 0.5)[:, None], blend(HONEY[0], HONEY[1], light * 2), blend(HONEY[1], HONEY[2], light * 2 - 1))


def built(p):
    """A point of the drawn comb where the bees put it: rows that wander, a top that rolls."""
    flat = p * [1, 1, 0]
    edge = np.clip(np.minimum(WIDE / 2 - np.abs(p[:, 0]), DEEP / 2 - np.abs(p[:, 1])) / 0.008, 0, 1)
    out = p.copy()
    out[:, 0] += 0.0007 * _warp(flat) * edge
    out[:, 1] += 0.0007 * _warp(flat + 3) * edge
    out[:, 2] += 0.0009 * _lift(flat) * np.clip((p[:, 2] - LOW) / (HIGH - LOW), 0, 1)
    return out


def strip(rings):
    """An open skin through rings (k, n, 3): (vertices, faces)."""
    k, n, _ = rings.shape
    i, j = np.meshgrid(np.arange(k - 1), np.arange(n), indexing="ij")
    return rings.reshape(-1, 3), np.stack([i * n + j, i * n + (j + 1) % n, (i + 1) * n + (j + 1) % n, (i + 1) * n + j], -1).reshape(-1, 4)


def cells(wax, honey):
    """The top: every cell's wall with a rolled edge, then honey with its meniscus or a lid of new wax."""
    rng, patch, tone, crumple = np.random.default_rng(4), Wave(9, 0.060, 7), Wave(11, 0.030), Wave(12, 0.0024)
    a = np.arange(6) * math.pi / 3 + math.pi / 6
    corner = np.stack([np.cos(a), np.sin(a)], 1) * PITCH / math.sqrt(3)
    twelve = np.stack([corner, (corner + np.roll(corner, -1, 0)) / 2], 1).reshape(-1, 2)
    rows, columns = int(DEEP / (PITCH * 0.866)) + 2, int(WIDE / PITCH) + 3

    def ring(shape, f, x, y, z, inset=0.0):
        p = np.concatenate([shape * f + [x, y], np.full((len(shape), 1), z)], 1)
        w, d = WIDE / 2 - inset, DEEP / 2 - inset
        p[:, 0], p[:, 1] = np.clip(p[:, 0], -w, w), np.clip(p[:, 1], -d, d)
        return built(p)
    for r in range(rows):
        for c in range(columns):
            x, y = (c - (columns - 1) / 2 + 0.5 * (r % 2) - 0.25) * PITCH, (r - (rows - 1) / 2) * PITCH * 0.866
            if abs(x) > WIDE / 2 + PITCH * 0.48 or abs(y) > DEEP / 2 + PITCH * 0.56:
                continue
            here = np.array([x, y, 0.0])
            sealed = 1 - math.hypot((x - 0.018) / 0.040, (y - 0.010) / 0.030) + 0.35 * patch(here) + 0.08 * rng.standard_normal() > 0
            worn, level = 0.5 + 0.4 * tone(here), HIGH - rng.uniform(0.0010, 0.0030) * (0.5 if rng.random() < 0.4 else 1)
            if sealed:
                sunk = rng.uniform(-0.0002, 0.0005)
                v, f = strip(np.stack([ring(twelve, 1.0, x, y, HIGH - 0.0004), ring(twelve, 0.86, x, y, HIGH + 0.0002), ring(twelve, 0.52, x, y, HIGH + 0.0006 - sunk), ring(twelve, 0.02, x, y, HIGH + 0.00055 - sunk)]))
                v = v + [0, 0, 1] * (0.00022 * crumple(v))[:, None]
                damp = np.repeat([0.05, 0.28, 0.0, 0.0], 12)
                wax.add((v, f, blend("#D9A458", "#FBEBC4", 0.62 + 0.25 * (worn - 0.5) + 0.16 * crumple(v) - damp + 0.12 * rng.standard_normal())))
                continue
            v, f = strip(np.stack([ring(corner, 1.0, x, y, HIGH), ring(corner, 0.93, x, y, HIGH + 0.00018, 0.0004), ring(corner, 0.87, x, y, HIGH - 0.0002, 0.0008), ring(corner, 0.84, x, y, level - 0.0008, 0.0010)]))
            wax.add((v, f, blend("#C88A2A", "#FBE3A2", np.repeat([0.72, 0.90, 0.66, 0.16], 6) + 0.3 * (worn - 0.5))))
            v, f = strip(np.stack([ring(twelve, 0.86, x, y, level + 0.00055, 0.0012), ring(twelve, 0.70, x, y, level + 0.00010, 0.0014), ring(twelve, 0.36, x, y, level - 0.00018, 0.0016), ring(twelve, 0.01, x, y, level - 0.00025, 0.0018)]))
            deep = (HIGH - level) / 0.003
            far = (v[:, 1] - y) / PITCH * 0.55 + (v[:, 0] - x) / PITCH * 0.25  # light enters at the upper left and leaves through the far wall
            honey.add((v, f, honey_tone(np.repeat([0.96, 0.62, 0.42, 0.38], 12) - 0.16 * deep - far + 0.10 * rng.standard_normal())))


def cut(honey, start, end, seed):
    """One side of the slab: cells laid open from the top to the midrib and from there down, honey standing in them."""
    rng, wobble, smear, depth = np.random.default_rng(seed), Wave(seed, 0.020), Wave(seed + 1, 0.012), Wave(seed + 2, 0.0075)
    start, end = np.asarray(start, float), np.asarray(end, float)
    long, n = np.linalg.norm(end - start), np.array([(end - start)[1], -(end - start)[0]]) / np.linalg.norm(end - start)
    count = round(long / PITCH)
    within = np.array([0, 0.070, 0.125, 0.31, 0.5, 0.69, 0.875, 0.930])  # of a cell's width; walls are thin, so columns stand at their edges
    for layer, rise in (("lower", [0, 0.05, 0.09, 0.22, 0.36, 0.43, 0.47, 0.5]), ("upper", [0.5, 0.53, 0.57, 0.66, 0.80, 0.90, 0.945, 0.975, 1])):
        column = np.append((np.arange(-1, count + 1)[:, None] + within).reshape(-1), count + 1)
        z, u = np.meshgrid(rise, column, indexing="ij")
        flat = np.stack([u * PITCH + 7 * seed, 0 * u, z * 0.027], -1).reshape(-1, 3)
        s = np.clip((u + (0 if layer == "upper" else 0.5) + 0.10 * wobble(flat).reshape(u.shape)) / count, 0, 1)
        wall = (np.abs(u - np.round(u)) < 0.1).astype(float)
        rind = np.maximum(wall, (np.abs(z - 0.5) < 0.04) | (z > 0.96) | (z < 0.06))
        wet = smoothstep(0.4, 1.3, smear(flat).reshape(u.shape))  # smeared over walls where the knife dragged
        draw = np.sin(np.floor(u) * 12.9898 + seed + len(layer)) * 0.5 + 0.5  # each cell its own
        hollow = (1 - rind) * (0.0006 + 0.0003 * (draw > 0.72) * np.clip((z - 0.62) / 0.3, 0, 1)) * np.clip((0.95 - z) / 0.08, 0, 1) - 0.0002 * wet * (np.abs(z - 0.5) > 0.02)
        plan = start + s[..., None] * (end - start) - hollow[..., None] * n
        p = built(np.concatenate([plan, (LOW + (HIGH - LOW) * z)[..., None]], -1).reshape(-1, 3))
        i = (np.arange(len(rise) - 1)[:, None] * u.shape[1] + np.arange(u.shape[1] - 1)[None]).reshape(-1)
        middle = np.clip(1 - np.abs(u - np.floor(u) - 0.5) / 0.38, 0, 1)
        glow = honey_tone((0.72 - 0.36 * middle + 0.20 * (draw - 0.5) + 0.10 * depth(flat).reshape(u.shape) + 0.18 * (z - 0.5)).reshape(-1))
        mask = (rind * (1 - 0.80 * wet)).reshape(-1)[:, None]
        bare = blend("#CE9A42", "#FBE4AC", (0.62 + 0.20 * z + 0.10 * wobble(flat * 3).reshape(u.shape)).reshape(-1))
        honey.add((p, np.stack([i, i + 1, i + u.shape[1] + 1, i + u.shape[1]], -1), glow * (1 - mask) + bare * mask))
    for k in range(int(long / 0.020)):  # what has run out of it
        x = (k + rng.uniform(0.1, 0.9)) / int(long / 0.020)
        foot, top, size = rng.uniform(0.0075, 0.017) if k % 3 == 1 else 0.0054, rng.uniform(HIGH - 0.013, HIGH - 0.002), rng.uniform(0.0008, 0.0014)
        at = np.append(start + (end - start) * x, 0)
        t = np.linspace(0, 1, 14)
        line = at + np.stack([0.0010 * np.sin(2.4 * t + k) * n[1] - 0.0002 * n[0], -0.0010 * np.sin(2.4 * t + k) * n[0] - 0.0002 * n[1], top + (foot - top) * t], 1)
        bead = size * np.interp(t, [0, 0.10, 0.5, 0.84, 0.95, 1], [0.1, 0.7, 0.85, 1.25, 1.15, 0.3] if k % 3 == 1 else [0.1, 0.7, 0.85, 1.0, 1.25, 1.7])
        honey.add(food.strand(line, bead, honey_tone(0.50 + 0.22 * t), 10))


def pool(honey):
    """What has run to the tin's corners: a film in the middle of the way, deeper against wax and wall."""
    outline, flow = shapes.rectangle(WIDE + 0.0232, DEEP + 0.0232, 0.0125, 10), Wave(31, 0.030)
    rings, light = [], []
    for f, z, l in ((1.0, 0.0064, 0.80), (0.985, 0.0056, 0.62), (0.955, 0.0052, 0.52), (0.92, 0.0051, 0.46), (0.87, 0.0052, 0.36), (0.80, 0.0056, 0.20), (0.70, 0.0050, 0.1)):
        p = np.concatenate([outline * f, np.full((len(outline), 1), z)], 1)
        rings.append(p), light.append(l + 0.10 * flow(p))
    v, f = strip(np.array(rings))
    honey.add((v, f, honey_tone(np.concatenate(light))))


def knife():
    t = np.linspace(0, 1, 24)
    half = np.interp(t, [0, 0.03, 0.10, 0.40, 0.46, 0.55, 0.95, 1.0], [0.001, 0.005, 0.0082, 0.0092, 0.0056, 0.0060, 0.0066, 0.0040])
    outline = np.concatenate([np.stack([(t - 0.5) * 0.150, half], 1), np.stack([(t - 0.5) * 0.150, -half], 1)[::-1]])
    obj = shapes.extrude("Knife", outline[::-1], 0.0040, 0.0010, 2)
    geometry.box_uv(obj, grain=0)
    return shapes.placed(obj, (-0.014, -0.080, 0.0003), [("Z", 7)])


def comb(folder):
    w, d, h = 0.118, 0.088, 0.0150
    outer = shapes.rectangle(w + 0.012, d + 0.012, 0.014, 8)
    tin = shapes.extrude("Tin", outer, h, 0.0014, 3, [shapes.rectangle(w + 0.0096, d + 0.0096, 0.0128, 8)], base=0.0)
    floor = shapes.extrude("Floor", shapes.rectangle(w + 0.010, d + 0.010, 0.013, 8), 0.0020, 0.0004, 1, base=0.0006)
    bead = shapes.tube("Bead", np.concatenate([outer, np.full((len(outer), 1), h - 0.0006)], 1), shapes.circle(0.0016, 10), closed=True)
    wax, filled = Batch("Wax"), Batch("Honey in the cells")
    cells(wax, filled)
    x, y = WIDE / 2, DEEP / 2
    for k, (start, end) in enumerate((((-x, -y), (x, -y)), ((x, -y), (x, y)), ((x, y), (-x, y)), ((-x, y), (-x, -y)))):
        cut(filled, start, end, 21 + 6 * k)
    askew = turned(("Z", -4))  # put in by hand
    for batch in (wax, filled):
        batch.vertices = [v @ askew.T for v in batch.vertices]
    pool(filled)
    slab, honey = wax.object(60), filled.object(75)
    slab["open"] = honey["open"] = True
    root = Part("comb", "Hill honey in the comb", "চাকসুদ্ধ পাহাড়ি মধু", price=115000, children=[
        Part("tin", "Tin", "টিনের কৌটা", geometry.join("Tin", [tin, floor, bead]), "tin", made_of=("Tinplate", "টিন"), explode=(0, 0, 0, 0.0, 0)), Part("wax", "Comb", "চাক", slab, "wax", (0, 0, 0.02), ("Beeswax", "মৌমোম"), (0, 1, 0, 0.06, 1)),
        Part("honey", "Honey", "মধু", honey, "honey", (0, 0, 0.02), ("Raw hill honey", "কাঁচা পাহাড়ি মধু"), (0, 1, 0, 0.03, 1)), Part("knife", "Wooden knife", "কাঠের ছুরি", knife(), "wood", (-0.01, -0.08, 0), ("Mango wood", "আমকাঠ"), (0, 0.3, 1, 0.03, 2))], hotspots=[
            extras.hotspot((0.0, -0.016, 0.031), (0, -0.4, 1), ("Cells", "Chew the wax, or eat it; both are done"), ("খোপ", "মোম চিবিয়ে ফেলুন, বা খান; দুটোই চলে")),
            extras.hotspot((-0.036, -0.035, 0.022), (-0.2, -1, 0.4), ("Cut square", "One comb in three is taken"), ("চৌকো কাটা", "তিনটি চাকের একটি নেওয়া হয়")),
            extras.hotspot((-0.014, -0.084, 0.005), (0, -0.7, 1), ("Wooden knife", "It comes in the tin"), ("কাঠের ছুরি", "কৌটার সঙ্গেই"))])
    wood, looks = tableware.timber(), []
    for name, bn, tone, pale, metal in (("Hill honey", "পাহাড়ি মধু", "#FAE0B4", "#FFFFFF", "#C9CCD0"), ("Spring comb", "বসন্তের চাক", "#FFF4DC", "#FFF8E6", "#D9B25E"), ("Dark comb", "গাঢ় চাক", "#B0703E", "#D2B088", "#C9CCD0")):
        looks.append({"name": name, "bn": bn, "materials": {
            "tin": materials.pbr(f"{name} tin", metal, 0.30, 1.0), "wax": materials.pbr(f"{name} wax", pale, 0.52, extensions=materials.clearcoat(0.15, 0.3)), "wood": wood,
            "honey": materials.pbr(f"{name} honey", tone, 0.14, extensions=materials.clearcoat(1.0, 0.03))}})
    save(folder, root, looks, grid=16)
