# SPDX-License-Identifier: GPL-3.0-or-later
"""What comes in a bowl or on a leaf: beef with shatkora, haleem, chotpoti, and hilsa in mustard."""
import math

import numpy as np
from mathutils import Matrix

from lib import citrus, extras, food, geometry, materials, serving, tableware
from lib.food import Batch, Heap, Wave, blend, strewn, tint, turned
from lib.glb import Part
from lib.serving import GLAZED, Dish, herbs, on
from lib.shade import rested


def gravy():
    return {"gravy": materials.pbr("Gravy", "#FFFFFF", 0.20, extensions=materials.clearcoat(0.9, 0.06))}


def oily(low, high, oil, seed, size=0.03):
    cloud, drop = Wave(seed, size), Wave(seed + 1, size * 0.4)

    def colour(v):
        c = blend(low, high, 0.5 + 0.4 * cloud(v))
        t = np.clip(drop(v * [1, 1, 0]) * 1.4 - 1.0, 0, 0.8)[:, None]
        return c * (1 - t) + tint(oil) * t
    return colour


def shatkora(folder):
    d = Dish(Heap(0.072, 0.060, 0.042, seed=5, lumps=0.1, power=1.8))
    heap, rng = d.heap, np.random.default_rng(7)
    sauce = Batch("Gravy")
    sauce.add(serving.surface(0.0785, 0.0475, oily("#3E1206", "#7A2A0C", "#C0560E", 3), 0.0010, 4))
    for k, (x, y, z) in enumerate(((-0.036, -0.028, 0.050), (0.006, -0.044, 0.050), (0.040, -0.018, 0.050), (-0.044, 0.014, 0.049), (0.0, 0.006, 0.056), (0.030, 0.030, 0.050), (-0.010, 0.046, 0.050), (-0.014, -0.016, 0.062))):
        d.wet.add(food.meat(rng.uniform(0.0165, 0.021), 60 + 9 * k, ("#260B04", "#7E3E1A"), 24, 16), (x, y, z), turned(("X", rng.uniform(-30, 30)), ("Y", rng.uniform(-25, 25)), ("Z", rng.uniform(0, 360))))
    for k, (x, y, z, a, tip) in enumerate(((-0.018, -0.054, 0.0600, -26, 22), (0.040, -0.044, 0.0610, 34, -14), (0.014, -0.002, 0.0760, 20, 2), (-0.054, -0.014, 0.0600, -56, 26), (0.050, 0.014, 0.0600, 76, 20))):
        d.wet.add(citrus.shatkora(20 + 4 * k), (x, y, z), turned(("Y", (6, -8, 12, -5, 4)[k]), ("X", tip), ("Z", a)), (0.80, 0.74, 0.78, 0.70, 0.72)[k])
    for x, y, z, a in ((0.020, -0.030, 0.068, 24), (-0.034, 0.006, 0.066, -64)):
        for part in food.chilli(0.050):
            d.wet.add(part, (x, y, z), turned(("Y", 8), ("Z", a)))
    bay = food.leaf(0.070, 0.026, "#4E4A1C", 0.2, 0.8, 9)
    d.dry.add(bay, (-0.050, 0.016, 0.066), turned(("Y", 10), ("Z", 20)))
    for x, y, z in ((-0.016, -0.020, 0.077), (0.006, -0.046, 0.066), (-0.040, -0.030, 0.064)):
        for part in food.coriander(rng):
            d.dry.add(part, (x, y, z), turned(("Y", rng.uniform(-40, 0)), ("Z", rng.uniform(0, 360))))
    d.save(folder, "shatkora", "Beef with shatkora", "সাতকরা গোশত", 46000, sauce.object(), ("Thin, dark gravy", "পাতলা গাঢ় ঝোল"), (("Gravy", "ঝোল"), ("Beef and shatkora", "গরু ও সাতকরা")),
           ("Beef on the bone", "হাড়সুদ্ধ গরু"), ("Bay and coriander", "তেজপাতা ও ধনেপাতা"), ("Dried bay leaf, fresh coriander", "শুকনো তেজপাতা, টাটকা ধনেপাতা"), [
               extras.hotspot((-0.012, -0.066, 0.066), (-0.1, -1, 0.5), ("Shatkora", "Bitter first, then almost sweet"), ("সাতকরা", "প্রথমে তেতো, পরে প্রায় মিষ্টি")),
               extras.hotspot((-0.014, -0.026, 0.076), (0, -0.6, 1), ("Beef", "Cooked until the fibres part"), ("গরুর মাংস", "আঁশ ছাড়া পর্যন্ত জ্বাল")),
               extras.hotspot((0, -0.080, 0.030), (0, -1, 0), ("The bowl", "Stoneware that holds its heat"), ("বাটি", "গরম ধরে রাখে"))],
           vessel=serving.bowl(), slot="gravy", looks=gravy())


def haleem(folder):
    d = Dish(Heap(0.0785, 0.025, 0.037, seed=9, lumps=0.10, power=2.2, rim=0.011))
    heap, rng = d.heap, np.random.default_rng(17)
    cloud, grit, oil = Wave(3, 0.02), Wave(4, 0.004), Wave(8, 0.024)
    b = np.arange(72) * 2 * math.pi / 72
    rings = [np.stack([0.05 * np.cos(b), 0.05 * np.sin(b), np.full(72, 0.036)], 1)]
    for f in np.linspace(1, 0.02, 34):
        xy = np.stack([0.0785 * f * np.cos(b), 0.0785 * f * np.sin(b)], 1)
        turn = np.mod(np.arctan2(xy[:, 1], xy[:, 0]) / (2 * math.pi) + f * 2.1, 1)  # the spoon went round
        furrow = 0.0022 * np.abs(np.sin(math.pi * turn)) * min(f * 3, 1)
        flat = np.concatenate([xy, np.zeros((72, 1))], 1)
        rings.append(np.concatenate([xy, (heap.height(xy) * 1.0 - 0.004 + furrow + 0.0006 * grit(flat))[:, None]], 1))

    def colour(v):
        t = np.clip(oil(v * [1, 1, 0]) * 1.5 - 1.1, 0, 0.75)[:, None]
        return blend("#7E4A14", "#C08836", 0.5 + 0.22 * cloud(v) + 0.20 * grit(v)) * (1 - t) + tint("#9A3A08") * t
    base = Batch("Haleem").add(food.coloured(food.skin(np.array(rings)), colour))
    for k in range(5):
        x, y = rng.uniform(-0.035, 0.035, 2)
        d.wet.add(food.meat(rng.uniform(0.008, 0.011), 80 + 5 * k, ("#3A1608", "#8A4A22"), 18, 12), on(heap, x, y - 0.012, -0.002), turned(("Z", rng.uniform(0, 360))))
    d.wet.add(citrus.lime_wedge(0.018), on(heap, 0.042, -0.036, 0.012), turned(("X", 30), ("Z", 44)))
    for k in range(44):  # ginger, cut fine
        a, r = rng.uniform(0, 6.28), 0.020 * math.sqrt(rng.random())
        x, y = -0.010 + r * math.cos(a), -0.026 + r * math.sin(a)
        t = np.linspace(-1, 1, 4)[:, None]
        line = np.concatenate([t * 0.010, 0.002 * t ** 2, 0.0015 * (1 - t ** 2)], 1)
        d.dry.add(food.strand(line, [0.0004, 0.0007, 0.0007, 0.0004], blend("#E9CE7A", "#F6E6AE", [rng.random()])[0], 4), on(heap, x, y, 0.001 + rng.uniform(0, 0.005)), turned(("Y", rng.uniform(-25, 25)), ("Z", rng.uniform(0, 360))))
    for k in range(46):
        a, r = rng.uniform(0, 6.28), 0.026 * math.sqrt(rng.random())
        x, y = 0.014 + r * math.cos(a), 0.010 + r * math.sin(a)
        d.dry.add(food.fried_onion(rng), on(heap, x, y, 0.001 + 0.008 * (1 - r / 0.026) * rng.random()), turned(("X", rng.uniform(-40, 40)), ("Y", rng.uniform(-30, 30)), ("Z", rng.uniform(0, 360))))
    herbs(d.dry, heap, [(-0.042, -0.010), (-0.036, 0.014), (-0.030, -0.040), (0.018, -0.040), (0.030, -0.014), (-0.014, 0.020), (0.0, -0.052)], 4)
    for k in range(12):
        a, r = rng.uniform(0, 6.28), 0.055 * math.sqrt(rng.random())
        d.wet.add(food.disc_slice(0.0034, 0.0011, [0.3, 0.6, 0.85, 1.0], ["#D8E6A0", "#C8DC8A", "#4E8A22", "#2E6B16"], 12), on(heap, r * math.cos(a), r * math.sin(a), -0.002), turned(("X", rng.uniform(-20, 20))))
    d.save(folder, "haleem", "Shahi haleem", "শাহি হালিম", 27000, base.object(), ("Four pulses, wheat, mutton shank", "চার ডাল, গম, খাসির নলি"), (("Haleem", "হালিম"), ("Meat, lemon, chilli", "মাংস, লেবু, মরিচ")),
           ("Mutton shank", "খাসির নলি"), ("Ginger, onion, coriander", "আদা, বেরেস্তা, ধনেপাতা"), ("Raw ginger, fried onion, fresh leaf", "কাঁচা আদা, ভাজা পেঁয়াজ, টাটকা পাতা"), [
               extras.hotspot(on(heap, -0.010, -0.030, 0.006), (0, -0.8, 1), ("Ginger", "In threads, at the last moment"), ("আদাকুচি", "একেবারে শেষে")),
               extras.hotspot(on(heap, 0.014, 0.0, 0.010), (0, -0.4, 1), ("Beresta", "Comes on the lid, not in the bowl"), ("বেরেস্তা", "আসে ঢাকনায়, বাটিতে নয়")),
               extras.hotspot(on(heap, 0.042, -0.040, 0.022), (0.4, -1, 0.5), ("Lemon", "It wakes the whole bowl"), ("লেবু", "পুরো বাটি জেগে ওঠে"))],
           vessel=serving.bowl(), slot="gravy", looks={"gravy": materials.pbr("Haleem", "#FFFFFF", 0.34, extensions=materials.clearcoat(0.5, 0.14))})


def shell(rng):
    """A broken piece of a puffed shell."""
    a, b = np.meshgrid(np.linspace(-0.5, 0.5, 5), np.linspace(-0.5, 0.5, 5), indexing="ij")
    r = 0.020
    edge = 1 + rng.uniform(-0.25, 0.25, a.shape) * (np.maximum(np.abs(a), np.abs(b)) > 0.45)
    x, y = a * edge * 1.1, b * edge * 1.1
    top = np.stack([r * np.sin(x), r * np.sin(y), r * (np.cos(x) * np.cos(y) - 0.9)], -1)
    rings = np.concatenate([top, (top * [0.97, 0.97, 1] - [0, 0, 0.0011])[:, ::-1]], 1)
    tone = np.tile(blend("#A86A1E", "#E6B45A", rng.uniform(0.2, 1, rings.shape[0] * rings.shape[1])), (1, 1))
    return food.skin(rings, np.concatenate([tone, tone[:1], tone[-1:]]))


def chotpoti(folder):
    d = Dish(Heap(0.0765, 0.036, 0.038, seed=14, lumps=0.12, power=2.0, rim=0.010))
    heap, rng = d.heap, np.random.default_rng(27)
    base = Batch("Peas")
    base.add(heap.body("#7A5A26", 12, 40))
    strewn(base, heap, 460, food.pea(0.0050, "#FFFFFF", 3, 0.05, 4, 8), ["#D9BC74", "#CDA85A", "#E6CF94", "#B98E44"], 51, 30, 0.35, 0.0090, 0.93)
    for x, y, a, tip in ((-0.020, -0.040, -20, 28), (0.014, -0.042, 16, 30), (0.042, -0.018, 55, 30), (-0.046, -0.012, -60, 30)):
        d.wet.add(egg_slice(), on(heap, x, y, 0.007), turned(("X", tip), ("Z", a)))
    for k in range(9):
        x, y = rng.uniform(-0.040, 0.040, 2)
        d.dry.add(shell(rng), on(heap, x, y + 0.008, 0.012), turned(("X", rng.uniform(-35, 35)), ("Y", rng.uniform(-35, 35)), ("Z", rng.uniform(0, 360))))
    for k in range(16):  # rings of red onion
        a, r = rng.uniform(0, 6.28), 0.050 * math.sqrt(rng.random())
        t = np.linspace(0, rng.uniform(2.6, 4.6), 12)
        R = rng.uniform(0.006, 0.011)
        line = np.stack([R * np.cos(t), R * np.sin(t), 0.0012 * np.sin(2 * t)], 1)
        d.wet.add(food.strand(line, 0.0009, blend("#B85A8A", "#F2D6E4", np.clip(rng.uniform(0, 1, 12), 0, 1)), 5, 1.8), on(heap, r * math.cos(a), r * math.sin(a), 0.006), turned(("X", rng.uniform(-25, 25)), ("Y", rng.uniform(-25, 25)), ("Z", rng.uniform(0, 360))))
    for k in range(14):
        a, r = rng.uniform(0, 6.28), 0.055 * math.sqrt(rng.random())
        d.wet.add(food.disc_slice(0.0036, 0.0011, [0.3, 0.6, 0.85, 1.0], ["#D8E6A0", "#C8DC8A", "#4E8A22", "#2E6B16"], 12), on(heap, r * math.cos(a), r * math.sin(a), 0.007), turned(("X", rng.uniform(-20, 20))))
    herbs(d.dry, heap, [(x, y) for x, y in rng.uniform(-0.045, 0.045, (12, 2))], 9)
    cup = tableware.bowl(0.030, 0.028, 0.017, 0.003)
    cup.data.transform(Matrix.Translation((-0.112, -0.076, 0)))
    tamarind = Batch("Tamarind").add(food.put(serving.surface(0.0268, 0.0225, oily("#1E0A04", "#46200C", "#7A3A14", 13, 0.012), 0.0003, 6, 0.0004, 8, 36), (-0.112, -0.076, 0)))
    d.save(folder, "chotpoti", "Chotpoti", "চটপটি", 28000, base.object(), ("White peas, simmered", "ডাবলি, জ্বাল দেওয়া"), (("Peas", "ডাবলি"), ("Egg, onion, chilli", "ডিম, পেঁয়াজ, মরিচ")),
           ("Fresh", "টাটকা"), ("Crushed shells and coriander", "ভাঙা খোল ও ধনেপাতা"), ("Fried semolina, fresh leaf", "ভাজা সুজি, টাটকা পাতা"), [
               extras.hotspot(on(heap, -0.010, -0.030, 0.016), (0, -0.8, 1), ("Crisp shells", "They travel apart and go on last"), ("মচমচে খোল", "আলাদা আসে, শেষে পড়ে")),
               extras.hotspot((-0.112, -0.090, 0.026), (-0.2, -1, 0.6), ("Tamarind", "Sour, sweet and a little smoked"), ("তেঁতুলের টক", "টক, মিষ্টি, একটু পোড়া ঘ্রাণ")),
               extras.hotspot((0, -0.080, 0.030), (0, -1, 0), ("Peas", "Soaked overnight, stirred, never mashed"), ("ডাবলি", "রাতভর ভেজা, নাড়া, ভর্তা নয়"))],
           vessel=serving.bowl() + [Part("cup", "Little bowl", "ছোট বাটি", cup, "ware", made_of=GLAZED, explode=(-0.7, 0, 0.7, 0.05, 1))],
           more=[Part("tamarind", "Tamarind water", "টক", tamarind.object(), "gravy", made_of=("Tamarind pulp in water", "পানিতে গোলা তেঁতুল"), explode=(-0.7, 0.4, 0.7, 0.07, 2))], looks=gravy())


def egg_slice():
    shape = food.disc_slice(0.0185, 0.0042, [0.1, 0.3, 0.5, 0.56, 0.8, 0.96, 1.0], ["#F5B62C", "#F2AE22", "#E8A01C", "#F3EBD2", "#FBF8F0", "#FAF6EC", "#F3EEE0"], 32)
    return shape[0] * [1.12, 1, 1], shape[1], shape[2]


def mustard(speck, cloud):
    """Ground seed in its own oil, not quite smooth."""
    def colour(v):
        husk = np.clip(speck(v) * 1.3 - 1.35, 0, 0.75)[:, None]
        c = blend("#B9790A", "#E6B22C", 0.52 + 0.26 * cloud(v) + 0.16 * speck(v))
        return c * (1 - husk) + tint("#5A3206") * husk
    return colour


def steak(seed, sauce):
    """A cross-cut of hilsa lying on z = 0: back to +y, the belly's two flaps to −y, silver round the edge; the gravy that was
    spooned over it lies on the cut and runs down one side."""
    around = 60
    a = np.linspace(0, 2 * math.pi, around + 1)[:-1]
    x, y = 0.031 * np.cos(a) * (1 - 0.10 * np.sin(a)), 0.047 * np.sin(a)
    notch = np.exp(-((a - 1.5 * math.pi) / 0.20) ** 2)
    outline = np.stack([x, y + 0.034 * notch], 1)
    heart = np.array([0, 0.010])
    wave, cloud, spread = Wave(seed, 0.012), Wave(seed + 1, 0.02), Wave(seed + 2, 0.030, 8)
    fractions = [0.05, 0.12, 0.20, 0.28, 0.36, 0.44, 0.52, 0.60, 0.68, 0.76, 0.83, 0.89, 0.94, 0.98]

    def coat(v):
        """0…1: how much gravy lies there; over the middle, and down the side to the front."""
        r = np.hypot(v[:, 0] / 0.031, (v[:, 1] - 0.006) / 0.047)
        run = np.exp(-((v[:, 0] - 0.012) / 0.011) ** 2) * (v[:, 1] < 0)
        return np.clip((0.70 + 0.24 * spread(v * [1, 1, 0]) + 0.75 * run - r) / 0.09, 0, 1) * np.clip((v[:, 2] - 0.001) / 0.006 + run, 0, 1)
    rings = []
    for f, z in [(0.4, 0.0), (0.8, 0.0)] + [(0.985, 0.0006), (1.0, 0.003), (1.012, 0.007), (1.012, 0.012), (1.0, 0.016), (0.99, 0.0174)] + [(f, 0.018) for f in fractions[::-1]]:
        flat = np.concatenate([heart + (outline - heart) * f, np.full((around, 1), z)], 1)
        thick = coat(flat)
        flat[:, 2] += (z > 0.0179) * (0.0006 * wave(flat) * (1 - thick) + 0.0017 * thick + 0.0003 * cloud(flat))
        flat[:, :2] += (flat[:, :2] - heart) / np.linalg.norm(flat[:, :2] - heart, axis=1, keepdims=True) * (0.0011 * thick * (0.002 < z < 0.0179))[:, None]
        rings.append(flat)

    def colour(v):
        d = np.stack([(v[:, 0]) / 0.031, (v[:, 1] - 0.010) / 0.047], 1)
        r = np.hypot(d[:, 0], d[:, 1])
        flake = np.sin(r * 30 + 3.4 * np.abs(d[:, 0]) + 0.9 * cloud(v)) * np.clip(r * 4, 0, 1)
        flesh = blend("#C8985A", "#F1E2BC", 0.60 + 0.22 * flake + 0.14 * cloud(v))
        dark = np.exp(-((np.abs(d[:, 0]) - 0.74) / 0.14) ** 2 - ((d[:, 1]) / 0.24) ** 2)[:, None] * 0.75
        flesh = flesh * (1 - dark) + tint("#7A4228") * dark
        fried = np.clip((r - 0.80) / 0.16 + 0.3 * wave(v), 0, 0.7)[:, None]
        flesh = flesh * (1 - fried) + tint("#B0702A") * fried
        flesh = np.where((r < 0.11)[:, None], tint("#EFE6D2"), flesh)
        back = blend("#C6CCCB", "#44586A", (v[:, 1] - 0.010) / 0.022 + 0.12 * wave(v)) * (0.90 + 0.10 * np.sin(v[:, :1] * 1500) * np.sin(v[:, 1:2] * 1400 + v[:, 2:] * 1300))
        out = np.where((np.abs(v[:, 2] - 0.009) < 0.0078)[:, None], back, flesh)  # the cut is uneven by less than this leaves
        covered = np.clip(coat(np.minimum(v, [1, 1, 0.018])) * 1.4, 0, 1)[:, None]
        return out * (1 - covered) + sauce(v) * covered
    return food.coloured(food.skin(np.array(rings)), colour)


FISH = [((-0.044, 0.006), (-0.028, -0.030)), ((0.029, -0.027), (0.039, 0.008))]  # how the two cuts lie, in plan


def pool(sauce, around=84):
    """The gravy round the fish: thick enough to keep an edge, with a seam of raw oil that has parted from it."""
    a = np.arange(around) * 2 * math.pi / around
    edge, swirl, oil = Wave(51, 0.055, 10), Wave(52, 0.020), Wave(53, 0.034)
    wide = 1 + 0.10 * edge(np.stack([0.085 * np.cos(a), 0.085 * np.sin(a), 0 * a], 1))
    rings = []
    for f, up in ((0.5, -0.001), (0.99, -0.0006), (1.0, 0.0006), (0.992, 0.0018), (0.976, 0.0027), (0.952, 0.0034), *((f, 0.0) for f in np.linspace(0.915, 0.03, 17))):
        flat = np.stack([0.086 * wide * f * np.cos(a), 0.064 * wide * f * np.sin(a) - 0.010, 0 * a], 1)
        leaf = 0.0126 + 0.0150 * np.clip((np.hypot(flat[:, 0], flat[:, 1]) - 0.072) / 0.050, 0, 1.2) ** 1.3
        z = leaf + up if up else np.maximum(0.0178 + 0.0020 * (1 - f) + 0.0006 * swirl(flat), leaf + 0.0034)
        rings.append(flat + np.stack([0 * a, 0 * a, z], 1))

    def colour(v):
        r = np.hypot(v[:, 0] / 0.086, (v[:, 1] + 0.010) / 0.064)
        seam = np.clip((r - 0.92 + 0.10 * oil(v * [1, 1, 0])) / 0.06, 0, 0.85)[:, None]
        bead = np.clip(oil(v * [1.7, 1.7, 0]) * 1.5 - 1.5, 0, 0.7)[:, None]
        c = sauce(v)
        c = c * (1 - seam) + tint("#C46A04") * seam
        return c * (1 - bead) + tint("#D08A0A") * bead
    return food.coloured(food.skin(np.array(rings)), colour)


def ilish(folder):
    d = Dish(Heap(0.082, 0.0200, 0.0170, seed=19, lumps=0.0, power=1.6, squash=(1.1, 0.86)))
    rng, sauce = np.random.default_rng(37), mustard(Wave(41, 0.0032), Wave(42, 0.02))
    base = Batch("Mustard").add(pool(sauce))
    for x, y, z, a, tip, seed in ((-0.036, -0.014, 0.0175, 24, 13, 3), (0.036, -0.012, 0.0195, -16, 19, 8)):
        d.wet.add(steak(seed, sauce), (x, y, z), turned(("X", tip), ("Z", a)), 1.05)
    for x, y, z, a, turn in ((-0.004, -0.046, 0.0225, 64, 6), (0.003, 0.020, 0.030, 34, 12), (-0.062, 0.022, 0.026, -30, 6), (0.070, -0.040, 0.026, 58, 4)):
        for part in food.chilli(0.056, "#3E7A1A"):
            d.wet.add(part, (x, y, z), turned(("Y", turn), ("Z", a)))
    rice = Heap(0.046, 0.040, 0.0135, seed=23, lumps=0.06, power=3.0, rim=0.004)  # turned out of a bowl, a few grains fallen off
    at = np.array([0.016, 0.066, 0.0])
    d.dry.add(rice.body("#F6F1E4", 10, 36), at)
    grains = Batch("Rice")
    strewn(grains, rice, 840, food.grain(0.0084, 0.0030), ["#F9F6EC", "#FCFAF3", "#F4EEDF"], 61, 13, 0.3, 0.0028, 1.0)
    for k in range(34):
        r, a = 0.046 + 0.016 * rng.random() ** 2, rng.uniform(-2.9, 0.4)
        grains.add(food.grain(0.0086, 0.0029, "#F9F6EC"), (r * math.cos(a), r * math.sin(a), 0.0158 + 0.07 * (r - 0.046)), turned(("X", rng.uniform(0, 360)), ("Y", rng.uniform(-8, 8)), ("Z", rng.uniform(0, 360))), 1.0, 0.92)
    d.dry.add((np.concatenate(grains.vertices), grains.faces, np.concatenate(grains.colours)), at)
    for k in range(30):  # black mustard left whole
        a, r = rng.uniform(0, 6.28), 0.88 * math.sqrt(rng.random())
        d.wet.add(food.ball(0.0009, "#2A1606", 3, 6), (0.086 * r * math.cos(a), 0.064 * r * math.sin(a) - 0.010, 0.0182 + 0.002 * (1 - r)))
    leaf = Batch("Leaf").add(tableware.round_leaf(0.119)).object()
    sauce_ = rested(base.object(), FISH, 0.026, 0.042, 0.55, below=0.034)
    rested(leaf, FISH, 0.030, 0.050, 0.65)
    rested(leaf, [((0.015, 0.066), (0.017, 0.066))], 0.046, 0.060, 0.6)
    d.save(folder, "ilish", "Hilsa in mustard", "সর্ষে ইলিশ", 72000, sauce_, ("Ground mustard, raw oil", "সর্ষেবাটা, কাঁচা তেল"), (("Mustard gravy", "সর্ষের ঝোল"), ("Hilsa and green chillies", "ইলিশ ও কাঁচা মরিচ")),
           ("Padma hilsa", "পদ্মার ইলিশ"), ("Plain rice", "সাদা ভাত"), ("Boiled rice, lightly salted", "অল্প লবণে সেদ্ধ চাল"), [
               extras.hotspot((-0.040, -0.030, 0.036), (-0.2, -0.8, 1), ("Hilsa", "Nine minutes, no more. Mind the bones"), ("ইলিশ", "মোটে নয় মিনিট। কাঁটা বেছে খান")),
               extras.hotspot((0.0, -0.070, 0.021), (0, -1, 0.6), ("Mustard", "Ground with green chilli"), ("সর্ষে", "কাঁচা মরিচের সঙ্গে বাটা")),
               extras.hotspot((-0.116, -0.020, 0.028), (-0.6, -0.6, 0.8), ("Banana leaf", "Washed, dried and passed over a flame"), ("কলাপাতা", "ধুয়ে মুছে আঁচে সেঁকা"))],
           vessel=serving.plate() + [Part("leaf", "Banana leaf", "কলাপাতা", leaf, "dry", made_of=("Banana leaf", "কলাপাতা"), explode=(0, 1, 0, 0.02, 1))],
           slot="gravy", looks=gravy())


def build(folder):
    geometry.reset()
    for make in (shatkora, haleem, chotpoti, ilish):
        make(folder)
