# SPDX-License-Identifier: GPL-3.0-or-later
"""Winter's rice cakes: bhapa in a bamboo basket, rolled patishapta, and chunga cooked in bamboo; and the pepper stem that goes with beef."""
import math

import numpy as np

from lib import extras, food, geometry, materials, serving, tableware
from lib.food import Batch, Heap, Wave, blend, put, strewn, tint, turned
from lib.glb import Part, save
from lib.shade import rested

BAMBOO = ("Split bamboo", "চেরা বাঁশ")
CANES = [("Pale bamboo", "ফিকে বাঁশ", "#FFFFFF"), ("Smoked bamboo", "ধোঁয়া লাগা বাঁশ", "#B08A5E"), ("Green bamboo", "সবুজ বাঁশ", "#B4C884")]


def woven(radius, height, flare=1.12, rounds=7, stakes=36, seed=4):
    """A round basket: stakes bent up from the floor, bands woven between them, a wrapped rim."""
    b, rng = Batch("Basket"), np.random.default_rng(seed)
    n = stakes * 4
    a = np.arange(n) * 2 * math.pi / n

    def at(f):
        return radius * (0.90 + (flare - 0.90) * f ** 0.8)
    for k in range(rounds):
        f = (k + 0.6) / rounds
        wave = 0.0011 * np.cos(stakes / 2 * a + math.pi * k)
        r, half = at(f) + wave, height / rounds * 0.46
        outer = np.stack([np.stack([(r + d) * np.cos(a), (r + d) * np.sin(a), np.full(n, height * f + h)], 1) for d, h in ((-0.0004, -half), (0.0004, -half), (0.0006, 0), (0.0004, half), (-0.0004, half))], 1)
        tone = blend("#B98F50", "#E4C78C", [rng.random()])[0]
        quads = []
        m = 5
        i, j = np.meshgrid(np.arange(n), np.arange(m), indexing="ij")
        quads = np.stack([i * m + j, (i + 1) % n * m + j, (i + 1) % n * m + (j + 1) % m, i * m + (j + 1) % m], -1).reshape(-1, 4)
        b.add((outer.reshape(-1, 3), quads, np.broadcast_to(tone, (n * m, 3)) * (0.82 + 0.18 * np.cos(stakes / 2 * a + math.pi * k))[:, None].repeat(m, 0).reshape(-1, 1)))
    for s in range(stakes):
        angle = 2 * math.pi * s / stakes
        f = np.linspace(0, 1, 2 * rounds + 1)
        wave = -0.0011 * np.cos(math.pi * (s + (f * rounds - 0.6)))
        r = at(f) + wave
        path = np.concatenate([[[0.55 * radius, 0, 0.0014], [0.80 * radius, 0, 0.0010]], np.stack([r, 0 * r, np.maximum(height * f, 0.0012)], 1)])
        path = path @ turned(("Z", math.degrees(angle))).T
        b.add(food.strand(path, 0.0016, blend("#A88046", "#D9B878", [rng.random()])[0], 4, 1.0))
    t = np.linspace(0, 2 * math.pi, 140)
    for lift, size in ((0.0004, 0.0026), (0.0040, 0.0022)):
        rim = np.stack([at(1.0) * np.cos(t), at(1.0) * np.sin(t), np.full(140, height + lift)], 1)
        b.add(food.strand(rim, size, "#C09A5A", 7))
    for k in range(60):  # the rim's binding
        angle = 2 * math.pi * k / 60
        ring = np.stack([at(1.0) + 0.0034 * np.cos(np.linspace(-1.9, 1.9, 7)), 0.0016 * np.linspace(-1, 1, 7), height + 0.0022 + 0.0050 * np.sin(np.linspace(-1.9, 1.9, 7))], 1)
        b.add(food.strand(ring @ turned(("Z", math.degrees(angle))).T, 0.0007, "#8A6434", 4))
    b.add(food.turned_shape([(radius * 0.2, 0.0010), (radius * 0.92, 0.0010), (radius * 0.92, 0.0024), (radius * 0.2, 0.0026)], ["#B08A50"] * 4, 48))
    return b


def cane_looks(slots):
    return [{"name": n, "bn": b, "materials": {**slots, "cane": materials.pbr(n, c, 0.55)}} for n, b, c in CANES]


def steamed(seed):
    """A domed cake of loose rice flour, molasses showing through a seam, coconut on top."""
    rough, fine, seam = Wave(seed, 0.010), Wave(seed + 1, 0.0035), Wave(seed + 2, 0.02)
    profile = [(0.010, 0.0), (0.0265, 0.0), (0.0285, 0.0015), (0.0290, 0.005), (0.0280, 0.010), (0.0262, 0.0145), (0.0235, 0.0185), (0.0195, 0.0218), (0.0145, 0.0240), (0.0090, 0.0252), (0.0040, 0.0256)]
    fine_profile = geometry.resample(np.array(profile), 34)
    shape = food.turned_shape(fine_profile, "#FFFFFF", 52)
    shape = food.bumped(food.bumped(shape, rough, 0.0009), fine, 0.0008)

    def colour(v):
        gur = np.clip(1 - np.abs(v[:, 2] - 0.0085 - 0.0022 * seam(v)) / 0.0032, 0, 1) * np.clip(0.85 + 0.6 * rough(v), 0, 1)
        c = blend("#C9BEA4", "#F7F2E6", 0.50 + 0.36 * fine(v) + 0.16 * rough(v) + 8 * v[:, 2])
        c = c * (1 - gur[:, None]) + tint("#6E340E") * gur[:, None]
        top = np.clip((np.hypot(v[:, 0], v[:, 1]) < 0.008) * (v[:, 2] > 0.02) * (0.55 + 0.6 * rough(v)), 0, 1)[:, None]
        return c * (1 - top) + tint("#8A4616") * top
    return food.coloured(shape, colour)


def bhapa(folder):
    rng, cakes, coconut = np.random.default_rng(7), Batch("Bhapa"), Batch("Coconut")
    places = [(0.048 * math.cos(a), 0.048 * math.sin(a), 0.0290) for a in np.arange(5) * 2 * math.pi / 5 - 1.2] + [(0.0, -0.004, 0.0515)]
    for k, (x, y, z) in enumerate(places):
        cakes.add(steamed(30 + 5 * k), (x, y, z), turned(("X", rng.uniform(-7, 7)), ("Y", rng.uniform(-7, 7)), ("Z", rng.uniform(0, 360))))
        for j in range(46):
            a, r = rng.uniform(0, 6.28), 0.018 * math.sqrt(rng.random())
            h = 0.0262 - 8.0 * r * r
            t = np.array([[-0.0035, 0, 0], [0, 0.0004, 0.0006], [0.0035, 0, 0]]) * rng.uniform(0.7, 1.3)
            coconut.add(food.strand(t, [0.0002, 0.0004, 0.0002], "#FDFBF4", 4), (x + r * math.cos(a), y + r * math.sin(a), z + h + 0.0004), turned(("Y", rng.uniform(-25, 25)), ("Z", rng.uniform(0, 360))))
    for k in range(7):
        a, r = rng.uniform(0, 6.28), rng.uniform(0.05, 0.07)
        coconut.add(food.bumped(food.ball(rng.uniform(0.003, 0.0055), blend("#5A2808", "#8A4A16", [rng.random()])[0], 5, 8), Wave(k, 0.004), 0.0008), (-0.070 + 0.020 * math.cos(a), -0.104 + 0.012 * math.sin(a), 0.0026), turned(("X", rng.uniform(0, 360))))
    bed = Batch("Leaf").add(put(tableware.round_leaf(0.082), (0, 0, 0.013)))
    basket = Part("basket", "Bamboo basket", "বাঁশের ঝুড়ি", woven(0.086, 0.040, 1.14, 5).object(), "cane", made_of=BAMBOO, explode=(0, 0, 0, 0.0, 0))
    root = Part("bhapa", "Bhapa pitha", "ভাপা পিঠা", price=18000, children=[
        basket, Part("leaf", "Banana leaf", "কলাপাতা", bed.object(), "leaf", (0, 0, 0.01), ("Banana leaf", "কলাপাতা"), (0, 1, 0, 0.02, 1)), Part("pitha", "Bhapa pitha", "ভাপা পিঠা", cakes.object(), "flour", (0, 0, 0.02), ("Rice flour, steamed", "ভাপানো চালের গুঁড়া"), (0, 1, 0, 0.06, 2)),
        Part("coconut", "Coconut and molasses", "নারকেল ও গুড়", coconut.object(), "flour", (0, 0, 0.045), ("Grated coconut", "কোরানো নারকেল"), (0, 1, 0, 0.10, 3))], hotspots=[
            extras.hotspot((0.0, -0.020, 0.076), (0, -0.6, 1), ("Coconut", "Grated an hour before"), ("নারকেল", "এক ঘণ্টা আগে কোরানো")),
            extras.hotspot((-0.022, -0.072, 0.042), (-0.4, -1, 0.3), ("A seam of molasses", "It runs when you break it"), ("গুড়ের পুর", "ভাঙলেই গড়ায়")),
            extras.hotspot((0.0, -0.096, 0.024), (0, -1, 0), ("The basket", "Keeps the steam for half an hour"), ("ঝুড়ি", "আধঘণ্টা ভাপ ধরে রাখে"), basket)])
    save(folder, root, cane_looks({"leaf": materials.pbr("Leaf", "#FFFFFF", 0.40, extensions=materials.clearcoat(0.3, 0.2)), "flour": materials.pbr("Rice flour", "#FFFFFF", 0.9)}), grid=16)


def rolled(seed):
    """A crepe rolled about its filling, lying along x: (crepe, filling)."""
    wave, brown, fine = Wave(seed, 0.03), Wave(seed + 1, 0.011), Wave(seed + 2, 0.005)
    n, m = 44, 24
    t = np.linspace(0, 1, n)
    a = -1.9 + t * 2 * math.pi * 1.55
    r = 0.0072 + 0.0068 * t
    x = np.linspace(-0.058, 0.058, m)
    squash = np.array([1.35, 0.82])
    mid = np.stack([r * np.cos(a) * squash[0], r * np.sin(a) * squash[1]], 1)
    rings = []
    for k, xx in enumerate(x):
        end = 1 - 0.05 * (abs(xx) / 0.058) ** 6
        out = mid * end
        inn = out * (1 - 0.0014 / np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-6))
        loop = np.concatenate([out, inn[::-1]])
        edge = 0.0012 * wave(np.stack([loop[:, 0] * 3, loop[:, 1] * 3, np.full(len(loop), seed)], 1)) * (abs(xx) / 0.058) ** 3 * np.sign(xx)
        rings.append(np.stack([xx + edge, loop[:, 0], loop[:, 1]], 1))
    shape = food.skin(np.array(rings), "#FFFFFF")

    def colour(v):
        lace = np.clip(brown(v) * 0.8 + 0.35 * fine(v) - 0.15, 0, 1)
        return blend("#F0DDB2", "#B06E2A", lace * 0.95)
    v, f, c = food.coloured(shape, colour)
    v = v[:-2]  # the ends of a roll are open: its two fans go
    f = [f[0]]
    fill = food.coloured(food.bumped(food.ball(1.0, "#FFFFFF", 10, 26, (0.0585, 0.0086, 0.0058), 5.0), Wave(seed + 5, 0.006), 0.0007), lambda p: blend("#D8D0BC", "#FFFFFF", 0.6 + 0.35 * fine(p)))
    return (v, f, c[:-2]), fill


def patishapta(folder):
    rng, crepes, filling, rests = np.random.default_rng(8), Batch("Crepe"), Batch("Filling"), []
    for k, (x, y, z, a) in enumerate(((-0.004, -0.050, 0.0225, 4), (0.002, -0.017, 0.0225, -3), (-0.002, 0.016, 0.0225, 2), (0.002, 0.048, 0.0225, -4), (0.002, -0.033, 0.0445, -7), (-0.004, 0.002, 0.0445, 6))):
        crepe, fill = rolled(20 + 6 * k)
        turn = turned(("Z", 66 + a))
        spin = np.array([x, y]) @ np.array([[math.cos(math.radians(66)), math.sin(math.radians(66))], [-math.sin(math.radians(66)), math.cos(math.radians(66))]])
        under = np.clip((crepe[0][:, 2] + 0.0115) / 0.014, 0, 1) ** 0.7  # little light comes in below, where it rests
        crepes.add(crepe, (*spin, z), turn, shade=0.52 + 0.48 * under)
        along = turn @ [0.057, 0, 0]
        if z < 0.03:
            rests.append((spin - along[:2], spin + along[:2]))
        filling.add(fill, (*spin, z), turn)
    trim = Batch("Trim")
    for k in range(44):
        y, a0 = ((-0.033, 59), (0.002, 72))[k % 2]
        centre = turned(("Z", 66)) @ np.array([0.0, y, 0])
        p = turned(("Z", a0)) @ np.array([rng.uniform(-0.05, 0.05), rng.uniform(-0.005, 0.005), 0]) + centre
        trim.add(food.strand(np.array([[-0.003, 0, 0], [0, 0.0004, 0.0005], [0.003, 0, 0]]), [0.0003, 0.0005, 0.0003], "#FBF8F0" if k % 3 else "#7FA03A", 4), (p[0], p[1], 0.0562), turned(("Y", rng.uniform(-10, 10)), ("Z", rng.uniform(0, 360))))
    crepe_obj = crepes.object(80)
    crepe_obj["open"] = True
    plate = serving.plate(0.112, seen=True)
    rested(plate[0].layers[0][0], rests, 0.010, 0.022, 0.45)
    root = Part("patishapta", "Patishapta", "পাটিসাপটা", price=32000, children=[
        *plate, Part("crepes", "Crepes", "পাটি", crepe_obj, "crepe", (0, 0, 0.02), ("Rice flour and semolina", "চালের গুঁড়া ও সুজি"), (0, 1, 0, 0.05, 1)),
        Part("filling", "Filling", "পুর", filling.object(), "filling", (0, 0, 0.02), ("Kheersa or coconut", "ক্ষীরসা বা নারকেল"), (0, 1, 0, 0.11, 2)), Part("trim", "Coconut and pistachio", "নারকেল ও পেস্তা", trim.object(), "dry", (0, 0, 0.05), ("Grated coconut, slivered pistachio", "কোরানো নারকেল, পেস্তাকুচি"), (0, 1, 0, 0.14, 3))], hotspots=[
            extras.hotspot((-0.010, -0.020, 0.060), (-0.2, -0.4, 1), ("Soft at the fold", "Warm them in a dry pan"), ("ভাঁজে নরম", "শুকনো তাওয়ায় গরম করুন")),
            extras.hotspot((-0.028, -0.066, 0.026), (-0.4, -1, 0.2), ("The filling", "Milk thickened until it holds"), ("ক্ষীরসা", "জমে আসা পর্যন্ত জ্বাল দেওয়া দুধ")),
            extras.hotspot((0.050, -0.030, 0.026), (0.7, -0.7, 0.4), ("Six in a row", "Rolled like a letter"), ("পরপর ছয়টি", "চিঠির মতো মোড়া"))])
    speckle = tableware.glaze_speckle()
    slots = {"crepe": materials.pbr("Crepe", "#FFFFFF", 0.55), "dry": materials.pbr("Coconut", "#FFFFFF", 0.7)}
    looks = []
    for k, (name, bn, colour) in enumerate((("Milk kheersa", "দুধের ক্ষীরসা", "#F6E9CC"), ("Coconut and gur", "নারকেল-গুড়", "#9A5A24"), ("White coconut", "সাদা নারকেল", "#FBF9F4"))):
        _, _, c, e = tableware.GLAZES[(1, 0, 2)[k]]
        looks.append({"name": name, "bn": bn, "materials": {**slots, "ware": tableware.glazed(speckle, c, name), "edge": tableware.biscuit(e, name), "filling": materials.pbr(name, colour, 0.6)}})
    save(folder, root, looks, grid=16)


def bamboo(long, radius, seed, node_at=0.5, char=True):
    """A length of bamboo along x with its node, charred by the embers: (skin, the packed rice at both ends)."""
    t = np.linspace(0, 1, 40)
    r = radius * (1 + 0.055 * np.exp(-((t - node_at) / 0.012) ** 2) - 0.03 * np.exp(-((t - node_at - 0.022) / 0.010) ** 2))
    p = np.stack([(t - 0.5) * long, 0 * t, 0 * t], 1)
    b = np.arange(26) * 2 * math.pi / 26
    ring = np.stack([np.cos(b), np.sin(b)], 1)
    outer = [np.concatenate([np.full((26, 1), x), ring * rr], 1) for x, rr in zip(p[:, 0], r)]
    deep = 0.004
    rings = [np.concatenate([np.full((26, 1), -long / 2 + deep), ring * radius * 0.80], 1), np.concatenate([np.full((26, 1), -long / 2 + 0.0002), ring * radius * 0.82], 1)] + outer + [
        np.concatenate([np.full((26, 1), long / 2 - 0.0002), ring * radius * 0.82], 1), np.concatenate([np.full((26, 1), long / 2 - deep), ring * radius * 0.80], 1)]
    cloud, fine = Wave(seed, 0.05), Wave(seed + 1, 0.012)

    def colour(v):
        green = blend("#6E7A2A", "#A8A24E", 0.5 + 0.3 * cloud(v))
        burnt = np.clip(0.25 + 0.75 * cloud(v * [1, 1, 1] + 3) + 0.28 * fine(v) - 8 * v[:, 2], 0, 1)[:, None] if char else 0
        c = green * (1 - burnt) + tint("#1C140C") * burnt
        cut = (np.hypot(v[:, 1], v[:, 2]) < radius * 0.93)[:, None]
        return np.where(cut, tint("#D9C48E"), c)
    grains = Batch("x")
    rice = Heap(radius * 0.79, 0.0030, 0.0, seed=seed, lumps=0.1, power=3)
    strewn(grains, rice, 130, food.grain(0.0058, 0.0026), ["#F6EFDC", "#FBF7EA", "#EADDBE"], seed, 20, 0.1, 0.0024, 0.98)
    v = np.concatenate(grains.vertices)
    cap = (v, grains.faces, np.concatenate(grains.colours))
    plug = food.ball(1.0, "#E4D6B4", 4, 20, (radius * 0.79, radius * 0.79, 0.0012))
    return food.coloured(food.skin(np.array(rings)), colour), [plug, cap]


def chunga(folder):
    rng, canes, rice = np.random.default_rng(3), Batch("Bamboo"), Batch("Rice")
    for k, (x, y, z, a, at) in enumerate(((0.004, -0.040, 0.0195, 60, 0.36), (-0.002, 0.002, 0.0195, 64, 0.62), (0.004, 0.044, 0.0195, 57, 0.44), (-0.006, -0.018, 0.0525, 66, 0.55))):
        skin, plug = bamboo(0.240, 0.0190, 12 + 5 * k, at)
        turn = turned(("X", rng.uniform(0, 360) if k else 40), ("Z", a))
        spin = turned(("Z", 62)) @ np.array([x, y, 0])
        canes.add(skin, (spin[0], spin[1], z), turn)
        for sign in (-1, 1):
            for shape in plug:
                rice.add(shape, turned(("Z", a)) @ np.array([sign * 0.1172, 0, 0]) + [spin[0], spin[1], z], turned(("Y", 90 * sign), ("Z", a)))
    slices = Batch("Slices")
    for k in range(3):
        x, y = -0.112 + 0.030 * k, -0.086 - 0.016 * k
        slices.add(food.turned_shape([(0.004, 0), (0.0148, 0), (0.0150, 0.001), (0.0150, 0.015), (0.0146, 0.016), (0.004, 0.0164)], ["#C9BB98"] * 6, 26), (x, y, 0.0006), turned(("Z", 30 * k)))
        grains = Batch("g")
        strewn(grains, Heap(0.0148, 0.0012, 0.0, seed=k, lumps=0, power=6), 110, food.grain(0.0056, 0.0025), ["#F6EFDC", "#FBF7EA", "#EADDBE"], 60 + k, 14, 0.1, 0.0022, 1.0)
        for j in range(240):
            a, h = rng.uniform(0, 6.28), rng.uniform(0.0015, 0.0150)
            slices.add(food.grain(0.0056, 0.0025, ("#F6EFDC", "#FBF7EA", "#EADDBE")[j % 3]), (x + 0.0149 * math.cos(a), y + 0.0149 * math.sin(a), h), turned(("X", rng.uniform(0, 360)), ("Y", rng.uniform(-80, 80)), ("Z", 90 + math.degrees(a))), 1.0, rng.uniform(0.75, 1.0))
        slices.add((np.concatenate(grains.vertices), grains.faces, np.concatenate(grains.colours)), (x, y, 0.0162))
    root = Part("chunga", "Chunga pitha", "চুঙ্গা পিঠা", price=52000, children=[
        Part("bamboo", "Bamboo lengths", "বাঁশের চোঙা", canes.object(70), "cane", (0, 0, 0.02), ("Green dolu bamboo", "কাঁচা ডলু বাঁশ"), (0, 0, 0, 0.0, 0)), Part("rice", "Sticky rice", "বিরইন চাল", rice.object(), "rice", (0, 0, 0.02), ("Biroin rice", "বিরইন চাল"), (0, 1, 0, 0.07, 1)),
        Part("slices", "Slices", "কাটা টুকরা", slices.object(70), "rice", (-0.08, -0.1, 0), ("Biroin rice", "বিরইন চাল"), (-0.5, 0, 0.8, 0.04, 2))], hotspots=[
            extras.hotspot((-0.040, -0.080, 0.054), (-0.4, -0.9, 0.3), ("Biroin", "Sticky rice, packed by hand"), ("বিরইন", "হাতে ঠাসা আঠালো চাল")),
            extras.hotspot((0.010, -0.018, 0.072), (0, -0.4, 1), ("Charred", "By straw embers, until the outside blackens"), ("পোড়া গা", "খড়ের আগুনে, বাইরেটা কালো হওয়া পর্যন্ত")),
            extras.hotspot((-0.082, -0.104, 0.018), (-0.2, -0.7, 1), ("Peel and slice", "As you would a pencil"), ("ছিলে কাটুন", "পেনসিলের মতো"))])
    looks = [("Charred", "পোড়া", "#FFFFFF"), ("Dry bamboo", "শুকনো বাঁশ", "#E8C890"), ("Dark char", "ঘন পোড়া", "#8A7A66")]
    rice_ = materials.pbr("Sticky rice", "#FFFFFF", 0.42, extensions=materials.clearcoat(0.3, 0.2))
    save(folder, root, [{"name": n, "bn": b, "materials": {"cane": materials.pbr(n, c, 0.55), "rice": rice_}} for n, b, c in looks], grid=16)


def chui(folder):
    """Lengths of chui jhal tied with jute on their leaf."""
    rng, stems, cord = np.random.default_rng(6), Batch("Stems"), Batch("Cord")
    bark, knot_ = Wave(4, 0.02), Wave(5, 0.006)
    places = [(-0.030, 0.0165), (-0.010, 0.0175), (0.011, 0.0165), (0.031, 0.0160), (-0.020, 0.0370), (0.001, 0.0385), (0.021, 0.0370), (-0.009, 0.0570), (0.011, 0.0565)]
    for k, (y, z) in enumerate(places):
        long, radius = rng.uniform(0.150, 0.185), rng.uniform(0.0092, 0.0112)
        t = np.linspace(0, 1, 30)
        r = radius * (1 + 0.16 * np.exp(-((t - rng.uniform(0.25, 0.4)) / 0.035) ** 2) + 0.14 * np.exp(-((t - rng.uniform(0.65, 0.8)) / 0.035) ** 2))
        path = np.stack([(t - 0.5) * long, 0.003 * np.sin(t * 4 + k), 0.002 * np.sin(t * 5 + 2 * k)], 1)
        shape = food.strand(path, r, "#FFFFFF", 18)
        v, f, _ = shape
        v = v + (v - np.stack([v[:, 0], 0 * v[:, 0], 0 * v[:, 0]], 1)) * (0.05 * knot_(v * [0.3, 1, 1]))[:, None]
        end = np.abs(v[:, 0]) > long / 2 * 0.985
        inner = np.zeros(len(v), bool)
        inner[-2:] = True
        c = blend("#5A4A2A", "#9A8452", 0.5 + 0.30 * bark(v * [0.4, 1, 1]) + 0.22 * knot_(v * [0.3, 1, 1]))
        c[inner] = tint("#C8A468")
        c[end & ~inner] = tint("#8A7040")
        stems.add((v, f, c), (rng.uniform(-0.006, 0.006), y, z), turned(("X", rng.uniform(0, 360)), ("Z", rng.uniform(-3, 3))))
        for sign in (-1, 1):  # the cut, with its rays
            face = food.disc_slice(radius * 0.96, 0.0012, [0.10, 0.2, 0.42, 0.55, 0.72, 0.86, 1.0], ["#8A6A3A", "#D9BC82", "#E6CC96", "#CFAE70", "#E0C48A", "#B89254", "#6E5630"], 24, 12)
            stems.add(face, (sign * (long / 2 - 0.0002), y + path[0 if sign < 0 else -1, 1], z + path[0 if sign < 0 else -1, 2]), turned(("Y", 90 * sign)))
    for x in (-0.042, 0.040):
        for turn in range(3):
            a = np.linspace(0, 2 * math.pi, 46)
            outline = np.stack([0.046 * np.cos(a) * (1 - 0.28 * np.clip(np.sin(a), 0, 1)), 0.037 + 0.036 * np.sin(a)], 1)
            path = np.stack([np.full(46, x + 0.0032 * turn) + 0.0012 * np.sin(a * 3 + turn), outline[:, 0], np.maximum(outline[:, 1], 0.0045)], 1)
            cord.add(food.strand(path, 0.0015, blend("#9A7A46", "#C8A870", 0.5 + 0.5 * np.sin(a * 26)), 6))
        for s in (-1, 1):
            cord.add(food.strand(geometry.spline(np.array([[x, -0.010, 0.072], [x + s * 0.012, -0.022, 0.078], [x + s * 0.022, -0.030, 0.068], [x + s * 0.026, -0.034, 0.058]]), 16), 0.0014, "#B0905A", 6))
    leaf = Batch("Leaf").add(put(tableware.banana_leaf(0.250, 0.170, 0.008, 6, 0.0012, 36, 25)))
    turn = turned(("Z", 18))
    for b in (stems, cord, leaf):
        b.vertices = [v @ turn.T for v in b.vertices]
    root = Part("chuijhal", "Chui jhal", "চুইঝাল", price=35000, children=[
        Part("leaf", "Banana leaf", "কলাপাতা", leaf.object(), "leaf", made_of=("Banana leaf", "কলাপাতা"), explode=(0, 0, 0, 0.0, 0)), Part("stems", "Stems", "চুইয়ের ডাল", stems.object(70), "bark", (0, 0, 0.03), ("Climbing pepper's stem", "লতানো মরিচের ডাল"), (0, 1, 0, 0.03, 1)),
        Part("cord", "Jute cord", "পাটের দড়ি", cord.object(), "cord", (0, 0, 0.04), ("Jute", "পাট"), (0, 1, 0, 0.09, 2))], hotspots=[
            extras.hotspot((-0.088, -0.060, 0.030), (-0.9, -0.4, 0.2), ("The cut", "Pale inside, and it smells of pepper"), ("কাটা মুখ", "ভেতর ফিকে, ঘ্রাণ গোলমরিচের")),
            extras.hotspot((0.0, -0.012, 0.070), (0, -0.4, 1), ("Stem", "Split it and simmer it with meat"), ("ডাল", "চিরে মাংসের সঙ্গে জ্বাল দিন")),
            extras.hotspot((-0.050, -0.060, 0.040), (-0.3, -1, 0.3), ("Tied with jute", "Sent damp in its leaf"), ("পাটে বাঁধা", "পাতায় ভেজা মোড়া"))])
    leaf_, cord_ = materials.pbr("Leaf", "#FFFFFF", 0.40, extensions=materials.clearcoat(0.3, 0.2)), materials.pbr("Jute", "#FFFFFF", 0.9)
    looks = [("Fresh stem", "কাঁচা ডাল", "#FFFFFF"), ("Dried stem", "শুকনো ডাল", "#D8C0A0"), ("Old vine", "পুরোনো লতা", "#A88A6A")]
    save(folder, root, [{"name": n, "bn": b, "materials": {"bark": materials.pbr(n, c, 0.8), "leaf": leaf_, "cord": cord_}} for n, b, c in looks], grid=16)


def build(folder):
    geometry.reset()
    for make in (bhapa, patishapta, chunga, chui):
        make(folder)
