# SPDX-License-Identifier: GPL-3.0-or-later
"""Winter's rice cakes: bhapa in a bamboo basket, rolled patishapta, and chunga cooked in bamboo; and the pepper stem that goes with beef."""
import math

import numpy as np

from lib import encode, extras, food, geometry, materials, serving, shapes, tableware
from lib.food import Batch, Heap, Wave, blend, put, strewn, tint, turned
from lib.glb import Part, save
from lib.noise import blur, cells, mix, normal_map, smoothstep, spectral, srgb
from lib.shade import TINT, rested

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
        path = np.concatenate([[[0.55 * radius, 0, 0.0020], [0.80 * radius, 0, 0.0017]], np.stack([r, 0 * r, np.maximum(height * f, 0.0017)], 1)])
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


def flour(size=256):
    """Rice flour, steamed: crumbs that hold by their corners."""
    near, far = cells(size, 34, 5)
    crumbs = blur(smoothstep(0.0, 0.5, far - near), 0.7) + 0.35 * spectral((size, size), 6, 0.7, 8, 90)
    return encode.jpeg("Flour", np.clip(0.95 + 0.035 * crumbs - 0.05, 0, 1), 72), encode.jpeg("Flour relief", normal_map(crumbs, 1.1), 74)


def steamed(seed):
    """A domed cake of loose rice flour: molasses melted through its crown and out of its seam, coconut pressed into the top."""
    rough, fine, seam, melt = Wave(seed, 0.012), Wave(seed + 1, 0.0040), Wave(seed + 2, 0.024, 8), Wave(seed + 3, 0.013)
    profile = [(0.010, 0.0), (0.0265, 0.0), (0.0284, 0.0012), (0.0290, 0.004), (0.0287, 0.008), (0.0276, 0.0125), (0.0254, 0.0168), (0.0220, 0.0205), (0.0175, 0.0232), (0.0120, 0.0248), (0.0060, 0.0255), (0.0020, 0.0256)]
    shape = food.turned_shape(geometry.resample(np.array(profile), 24), "#FFFFFF", 40)
    shape = food.bumped(food.bumped(shape, rough, 0.00035), fine, 0.00035)

    def colour(v):
        r = np.hypot(v[:, 0], v[:, 1])
        band = 1 - np.abs(v[:, 2] - 0.0092 - 0.0028 * seam(v)) / (0.0024 + 0.0016 * np.clip(melt(v), -0.8, 2))
        crown = (0.0125 + 0.0036 * melt(v * [1, 1, 0]) + 0.0012 * fine(v) - r) / 0.0030 * (v[:, 2] > 0.018)
        gur = np.clip(np.maximum(np.clip(band, 0, 1) * np.clip(0.55 + 0.9 * seam(v * 0.8 + 1), 0, 1), crown), 0, 0.92)[:, None]
        c = blend("#DDD3BC", "#FCF8EE", 0.62 + 0.20 * fine(v) + 0.10 * rough(v) + 6 * v[:, 2])
        c = c * (1 - np.minimum(gur * 2.4, 1)) + tint("#DFA75A") * np.minimum(gur * 2.4, 1)  # it soaks in at its edges
        core = np.clip(gur * 1.7 - 0.7, 0, 1)
        return c * (1 - core) + blend("#6A2C08", "#A85C18", 0.42 + 0.30 * fine(v) + 0.25 * melt(v)) * core
    return food.coloured(shape, colour)


def broken_gur(size, seed):
    """A lump struck off a cake of date molasses: flat breaks, a grain like fudge."""
    rng, grit, cloud = np.random.default_rng(seed), Wave(seed, 0.0022), Wave(seed + 1, size)
    v, f, _ = food.ball(size, "#FFFFFF", 18, 26, (1.25, 0.95, 0.80), 2.6)
    fresh = np.zeros(len(v))
    for k in range(9):
        n = rng.standard_normal(3)
        n /= np.linalg.norm(n)
        over = np.maximum(v @ n - size * rng.uniform(0.48, 0.78), 0)
        fresh = np.where(over > 0, k % 3, fresh)
        v = v - over[:, None] * n
    v = v + v / np.maximum(np.linalg.norm(v, axis=1, keepdims=True), 1e-9) * (0.00022 * grit(v))[:, None]
    return v - [0, 0, v[:, 2].min()], f, blend("#6E3410", "#B9762E", 0.30 + 0.16 * fresh + 0.16 * cloud(v) + 0.10 * grit(v))


def bhapa(folder):
    rng, cakes, coconut, gur = np.random.default_rng(7), Batch("Bhapa"), Batch("Coconut"), Batch("Gur")
    places = [(0.048 * math.cos(a), 0.048 * math.sin(a), 0.0290) for a in np.arange(5) * 2 * math.pi / 5 - 1.2] + [(0.0, -0.004, 0.0515)]
    for k, (x, y, z) in enumerate(places):
        tilt = turned(("X", rng.uniform(4, 13) if k < 5 else 7), ("Y", rng.uniform(-7, 7)), ("Z", rng.uniform(-50, 50)))
        cakes.add(steamed(30 + 5 * k), (x, y, z), tilt @ turned(("Z", rng.uniform(0, 360))), rng.uniform(0.96, 1.03), crown=True)
        for j in range(36):
            a, r = rng.uniform(0, 6.28), 0.0165 * rng.random() ** 0.62
            h = 0.0258 - 9.0 * r * r - 26000 * r ** 4
            t = np.array([[-0.0042, 0, -0.0003], [0, 0.0006, 0.0005], [0.0042, 0, -0.0002]]) * rng.uniform(0.6, 1.25)
            at = tilt @ np.array([r * math.cos(a), r * math.sin(a), h + 0.0003]) + [x, y, z]
            coconut.add(food.strand(t, [0.0003, 0.00060, 0.0003], "#FEFCF6", 4, 0.6), at, tilt @ turned(("Y", rng.uniform(-22, 22)), ("Z", rng.uniform(0, 360))))
    for k, (x, y, size) in enumerate(((-0.080, -0.112, 0.0100), (-0.060, -0.118, 0.0075), (-0.066, -0.101, 0.0062), (-0.088, -0.098, 0.0045), (-0.048, -0.108, 0.0036))):
        gur.add(broken_gur(size, 3 + k), (x, y, 0.0034), turned(("Z", 71 * k)))
    for k in range(16):
        a, r = rng.uniform(0, 6.28), rng.uniform(0.006, 0.026)
        gur.add(food.ball(rng.uniform(0.0005, 0.0011), "#9A5A20", 2, 5, (1.3, 1, 0.8)), (-0.068 + r * math.cos(a), -0.108 + 0.55 * r * math.sin(a), 0.0042))
    bed = Batch("Leaf").add(put(tableware.round_leaf(0.082), (0, 0, 0.013)))
    scrap = Batch("Scrap").add(put(tableware.banana_leaf(0.086, 0.054, 0.0022, 9, 0.0016, 16, 15), (-0.068, -0.108, 0), turned(("Z", -16))))
    basket = Part("basket", "Bamboo basket", "বাঁশের ঝুড়ি", woven(0.086, 0.040, 1.14, 5).object(), "cane", made_of=BAMBOO, explode=(0, 0, 0, 0.0, 0))
    root = Part("bhapa", "Bhapa pitha", "ভাপা পিঠা", price=18000, children=[
        basket, Part("leaf", "Banana leaf", "কলাপাতা", bed.object(), "leaf", (0, 0, 0.01), ("Banana leaf", "কলাপাতা"), (0, 1, 0, 0.02, 1)),
        Part("gur", "Date molasses", "খেজুর গুড়", layers=[(scrap.object(), "leaf"), (gur.object(35), "gur")], origin=(-0.068, -0.108, 0), made_of=("Date molasses on a piece of leaf", "এক টুকরা পাতায় খেজুর গুড়"), explode=(-0.5, 0, 0.8, 0.03, 1)), Part("pitha", "Bhapa pitha", "ভাপা পিঠা", cakes.object(), "flour", (0, 0, 0.02), ("Rice flour, steamed", "ভাপানো চালের গুঁড়া"), (0, 1, 0, 0.06, 2)),
        Part("coconut", "Coconut", "নারকেল", coconut.object(), "coconut", (0, 0, 0.045), ("Grated coconut", "কোরানো নারকেল"), (0, 1, 0, 0.10, 3))], hotspots=[
            extras.hotspot((0.0, -0.020, 0.076), (0, -0.6, 1), ("Coconut", "Grated an hour before"), ("নারকেল", "এক ঘণ্টা আগে কোরানো")),
            extras.hotspot((-0.022, -0.072, 0.042), (-0.4, -1, 0.3), ("A seam of molasses", "It runs when you break it"), ("গুড়ের পুর", "ভাঙলেই গড়ায়")),
            extras.hotspot((0.0, -0.096, 0.024), (0, -1, 0), ("The basket", "Keeps the steam for half an hour"), ("ঝুড়ি", "আধঘণ্টা ভাপ ধরে রাখে"), basket)])
    base, normal = flour()
    save(folder, root, cane_looks({"leaf": materials.pbr("Leaf", "#FFFFFF", 0.40, extensions=materials.clearcoat(0.3, 0.2)), "flour": materials.pbr("Rice flour", "#FFFFFF", 0.92, base=base, normal=normal, normal_scale=0.8, repeat=(30, 30)),
                                   "coconut": materials.pbr("Coconut", "#FFFFFF", 0.6), "gur": materials.pbr("Date molasses", "#FFFFFF", 0.48, extensions=materials.clearcoat(0.25, 0.30))}), grid=16)


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
        lace = np.clip(brown(v) * 0.75 + 0.35 * fine(v) + 0.06, 0, 1)
        return blend("#F1DDAE", "#A9641F", lace * 0.95)
    v, f, c = food.coloured(shape, colour)
    v = v[:-2]  # the ends of a roll are open: its two fans go
    f = [f[0]]
    fill = food.coloured(food.bumped(food.ball(1.0, "#FFFFFF", 10, 26, (0.0590, 0.0088, 0.0060), 2.9), Wave(seed + 5, 0.006), 0.0006), lambda p: blend("#D8D0BC", "#FFFFFF", 0.6 + 0.35 * fine(p)))
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


def charred(size=512):
    """A cane's skin unrolled, 0.12 m round (u) by 0.24 m (v): green that yellows with the heat, scorched brown round what has
    burnt black, and ash on the black."""
    shape = (size, size)
    fibre, cloud = spectral(shape, 71, 0.6, 4, 240, stretch=(14, 1)), spectral(shape, 72, 1.6, 1, 14, stretch=(1, 2))
    heat = 0.75 * spectral(shape, 73, 1.7, 1, 40, stretch=(0.8, 1.3)) + 0.22 * spectral(shape, 74, 0.9, 12, 200, stretch=(2, 1)) + 0.14 * fibre
    flake, ash = spectral(shape, 75, 0.8, 10, 160, stretch=(2.5, 1)), spectral(shape, 76, 0.7, 14, 200)
    colour = mix(srgb("#7C8434"), srgb("#B3A656"), smoothstep(-1.6, 1.6, cloud + 0.45 * fibre))
    colour = mix(colour, srgb("#B98A3C"), smoothstep(-0.35, 0.25, heat) * 0.75)
    colour = mix(colour, srgb("#6A3C16"), smoothstep(0.05, 0.42, heat))
    black = smoothstep(0.34, 0.52, heat + 0.10 * flake)
    colour = mix(colour, mix(srgb("#15110D"), srgb("#2E2722"), smoothstep(-1, 1.5, flake)), black)
    colour = mix(colour, srgb("#8E887E"), black * smoothstep(1.0, 2.0, ash + 0.5 * flake) * 0.65)
    rough = np.clip(0.42 + 0.42 * black + 0.05 * fibre, 0.1, 1)
    relief = 0.30 * fibre - black * (0.7 + 0.7 * smoothstep(0.2, 1.2, flake))
    return (encode.jpeg("Charred bamboo", np.clip(colour * (1 + 0.05 * fibre[..., None]), 0, 1), 76), encode.orm("Charred bamboo finish", 1.0, rough[::2, ::2], 0.0, 70),
            encode.jpeg("Charred bamboo relief", normal_map(blur(relief, 0.7)[::2, ::2], 0.8), 76))


def cane(long, radius, node, at, turns, shift):
    """A length of bamboo with a joint, open at both ends; `shift` moves its burns. Its colours darken the joint alone."""
    t = np.unique(np.concatenate([np.linspace(0, 1, 15), node + np.array([-0.030, -0.016, -0.008, 0.0, 0.008, 0.016, 0.026, 0.040])]))
    r = radius * (1 + 0.050 * np.exp(-((t - node) / 0.010) ** 2) - 0.045 * np.exp(-((t - node - 0.020) / 0.008) ** 2))
    r[[0, -1]] -= 0.0006
    obj = geometry.finish(geometry.lathe("Cane", np.stack([r, (t - 0.5) * long], 1), 30, u=(shift, shift + 1), v=shift * 1.7 + t), 60, weighted=False)
    co = np.empty(len(obj.data.vertices) * 3, np.float32)
    obj.data.vertices.foreach_get("co", co)
    f = co[2::3] / long + 0.5
    ring = 1 - 0.45 * np.exp(-((f - node - 0.018) / 0.006) ** 2) - 0.25 * np.exp(-((f - node + 0.012) / 0.005) ** 2)
    colours = np.concatenate([np.repeat(ring[:, None], 3, 1), np.ones((len(f), 1))], 1)
    obj.data.color_attributes.new(TINT, "FLOAT_COLOR", "POINT").data.foreach_set("color", colours.astype(np.float32).reshape(-1))
    return shapes.placed(obj, at, [("Y", 90), *turns])


BIROIN = ["#F8F2E2", "#FCF9EF", "#F0E6CC"]


def packed(radius, seed, count, base="#EDE3C8"):
    """Sticky rice as a knife or a cane's end leaves it, on z = 0: grains pressed into each other, hardly standing out."""
    grains = Batch("x")
    strewn(grains, Heap(radius, 0.0012, 0.0, seed=seed, lumps=0.25, power=6), count, food.grain(0.0056, 0.0027), BIROIN, seed, 9, 0.55, 0.0022, 0.97)
    plug = food.ball(1.0, base, 5, 26, (radius, radius, 0.0013), 3.0)
    return [plug, (np.concatenate(grains.vertices), grains.faces, np.concatenate(grains.colours))]


def rice_slice(radius, tall, seed):
    """What is left when the cane is peeled away: the rice in the cane's own inner skin, thin as paper, browned where it caught."""
    around, crease, toast = 40, Wave(seed, 0.006), Wave(seed + 1, 0.014)
    b = np.arange(around) * 2 * math.pi / around
    rings = []
    for z in (0.0, 0.0, 0.0008, *np.linspace(0.002, tall - 0.0015, 7), tall - 0.0004, tall):
        f = 0.5 if not rings else 0.965 if z in (0.0, tall) else 1.0
        flat = np.stack([radius * np.cos(b), radius * np.sin(b), np.full(around, z)], 1)
        out = f * (1 + 0.010 * crease(flat * [1, 1, 0.15]) + 0.006 * np.sin(9 * b + 3 * np.sin(2 * b)))
        rings.append(flat * np.stack([out, out, np.ones(around)], 1))

    def colour(v):
        brown = np.clip(toast(v) * 0.8 - 0.45, 0, 0.6)[:, None]
        c = blend("#DCCBA0", "#F3EAD2", 0.55 + 0.30 * crease(v * [1, 1, 0.15]))
        return c * (1 - brown) + tint("#B98A48") * brown
    return food.coloured(food.skin(np.array(rings)), colour)


def chunga(folder):
    rng, canes, cuts, rice = np.random.default_rng(3), [], Batch("Cuts"), Batch("Rice")
    long, radius = 0.240, 0.0190
    rim = food.turned_shape([(radius * 0.80, -0.0040), (radius * 0.81, 0.0), (radius * 0.90, 0.0003), (radius * 0.968, 0.0), (radius * 0.972, -0.0006), (radius * 0.85, -0.0040)], ["#BFA468", "#E6D6A4", "#DCC88E", "#C6AE6A", "#A08A48", "#A08A48"], 30)
    rim = (rim[0][:-2], rim[1][:1], rim[2][:-2])  # a ring: no ends
    for k, (x, y, z, a, at) in enumerate(((0.004, -0.040, 0.0200, 60, 0.36), (-0.002, 0.002, 0.0200, 64, 0.62), (0.004, 0.044, 0.0200, 57, 0.44), (-0.006, -0.018, 0.0535, 66, 0.55))):
        spin = turned(("Z", 62)) @ np.array([x, y, 0]) + [0, 0, z]
        canes.append(cane(long, radius, at, spin, [("X", rng.uniform(0, 360)), ("Z", a)], 0.31 * k))
        for sign in (-1, 1):
            turn, end = turned(("Y", 90 * sign), ("Z", a)), turned(("Z", a)) @ np.array([sign * long / 2, 0, 0]) + spin
            cuts.add(rim, end, turn)
            for shape in packed(radius * 0.80, 12 + 5 * k + sign, 120):
                rice.add(shape, end - turn @ np.array([0, 0, 0.0016]), turn)
    slices = Batch("Slices")
    for k, (x, y, tall, lean) in enumerate(((-0.118, -0.084, 0.0150, 0), (-0.086, -0.104, 0.0175, 0), (-0.054, -0.116, 0.0140, 0), (-0.090, -0.074, 0.0130, 26))):
        turn, at = turned(("X", lean), ("Z", 40 * k - 30)), np.array([x, y, 0.0042 + 0.0148 * math.sin(math.radians(lean))])
        slices.add(rice_slice(0.0150, tall, 40 + 3 * k), at, turn)
        for shape in packed(0.0144, 60 + k, 95):
            slices.add(shape, at + turn @ np.array([0, 0, tall - 0.0006]), turn)
    leaf = Batch("Leaf").add(put(tableware.banana_leaf(0.150, 0.092, 0.003, 12, 0.0016, 24, 19), (-0.088, -0.098, 0), turned(("Z", -28))))
    tubes = geometry.join("Canes", canes)
    ends = cuts.object(50)
    tubes["open"] = ends["open"] = True
    root = Part("chunga", "Chunga pitha", "চুঙ্গা পিঠা", price=52000, children=[
        Part("bamboo", "Bamboo lengths", "বাঁশের চোঙা", layers=[(tubes, "cane"), (ends, "rice")], origin=(0, 0, 0.02), made_of=("Green dolu bamboo", "কাঁচা ডলু বাঁশ"), explode=(0, 0, 0, 0.0, 0)), Part("rice", "Sticky rice", "বিরইন চাল", rice.object(), "rice", (0, 0, 0.02), ("Biroin rice", "বিরইন চাল"), (0, 1, 0, 0.07, 1)),
        Part("slices", "Slices", "কাটা টুকরা", slices.object(70), "rice", (-0.08, -0.1, 0), ("Biroin rice", "বিরইন চাল"), (-0.5, 0.5, 0.8, 0.04, 2)),
        Part("leaf", "Banana leaf", "কলাপাতা", leaf.object(), "leaf", (-0.08, -0.1, 0), ("Banana leaf", "কলাপাতা"), (-0.5, 0, 0.8, 0.03, 1))], hotspots=[
            extras.hotspot((-0.040, -0.080, 0.054), (-0.4, -0.9, 0.3), ("Biroin", "Sticky rice, packed by hand"), ("বিরইন", "হাতে ঠাসা আঠালো চাল")),
            extras.hotspot((0.010, -0.018, 0.072), (0, -0.4, 1), ("Charred", "By straw embers, until the outside blackens"), ("পোড়া গা", "খড়ের আগুনে, বাইরেটা কালো হওয়া পর্যন্ত")),
            extras.hotspot((-0.086, -0.108, 0.022), (-0.2, -0.7, 1), ("Peel and slice", "As you would a pencil"), ("ছিলে কাটুন", "পেনসিলের মতো"))])
    looks = [("Charred", "পোড়া", "#FFFFFF"), ("Dry bamboo", "শুকনো বাঁশ", "#E8C890"), ("Dark char", "ঘন পোড়া", "#8A7A66")]
    rice_, leaf_ = materials.pbr("Sticky rice", "#FFFFFF", 0.42, extensions=materials.clearcoat(0.3, 0.2)), materials.pbr("Leaf", "#FFFFFF", 0.40, extensions=materials.clearcoat(0.3, 0.2))
    base, orm, normal = charred()
    save(folder, root, [{"name": n, "bn": b, "materials": {"cane": materials.pbr(n, c, 1.0, base=base, orm=orm, normal=normal), "rice": rice_, "leaf": leaf_}} for n, b, c in looks], grid=16)


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
    leaf = Batch("Leaf").add(put(tableware.banana_leaf(0.250, 0.170, 0.008, 6, 0.0015, 36, 25)))
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
