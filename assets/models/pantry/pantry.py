# SPDX-License-Identifier: GPL-3.0-or-later
"""The pantry's shelf: pressed oils, ghee, spices behind glass, tea in a tin, honey in its comb."""
import math

import numpy as np

from lib import bottles, encode, extras, food, geometry, materials, motion, shapes, tableware
from lib.bottles import SHEET
from lib.food import Batch, Wave, blend, put, strewn, turned
from lib.glb import Part, save
from lib.labels import fitting
from lib.noise import blur, mix, normal_map, smoothstep, spectral, srgb
from lib.painting import Canvas, curve, petal
from pantry.honeycomb import comb

GLASS, PAPERY = ("Pressed glass", "ছাঁচে ঢালা কাচ"), ("Laid paper", "হাতে তৈরি কাগজ")



def clear():
    return materials.glass("Clear glass", "#F2F7F2", 1.5, 0.0028, 0.05)


def label(name, english, bengali, small, ground, ink, band, wide, tall, sign):
    """A grocer's label: a rule above and below, a drawn sign, the name in both languages."""
    c = Canvas(SHEET.width, SHEET.height, 640, ground)
    x0, y0, x1, y1 = SHEET.places["label"]
    kx, ky = (x1 - x0) / wide, (y1 - y0) / tall
    before = c.matrix
    with c.within(x0, y0, x1, y1):
        c.matrix = np.array([[kx, 0, (x0 + x1) / 2], [0, ky, (y0 + y1) / 2]])
        w, h = wide / 2, tall / 2
        c.box(-w, -h, w, h, ground)
        for s in (-1, 1):
            c.box(-w, s * h * 0.90 - tall * 0.016, w, s * h * 0.90 + tall * 0.016, band)
            c.box(-w, s * h * 0.82 - tall * 0.004, w, s * h * 0.82 + tall * 0.004, band)
        for k in range(-7, 8):
            if abs(k) > 2:
                with c.at(k * tall * 0.20, 0, tall * 0.11):
                    sign(c, ink, band, ground)
        half = min(wide * 0.26, tall * 0.62)
        c.shape(shapes.rectangle(half * 2, tall * 0.74, tall * 0.08, 6), ground)
        c.line(shapes.rectangle(half * 1.94, tall * 0.71, tall * 0.07, 6), tall * 0.008, band, closed=True)
        with c.at(0, tall * 0.225, tall * 0.17):
            sign(c, ink, band, ground)
        c.text(bengali, fitting(bengali, "bengali-bold", half * 1.65, tall * 0.20), 0, tall * 0.020, ink, "bengali-bold")
        c.text(english, fitting(english, "bold", half * 1.65, tall * 0.085), 0, -tall * 0.135, band, "bold")
        c.text(small, fitting(small, "regular", half * 1.5, tall * 0.052), 0, -tall * 0.255, ink, "regular")
        c.matrix = before
    x0, y0, x1, y1 = SHEET.places["lid"]
    with c.within(x0, y0, x1, y1), c.at((x0 + x1) / 2, (y0 + y1) / 2, (x1 - x0) / 2):
        c.box(-1, -1, 1, 1, band)
        c.ring(0, 0, 0.86, 0.03, ground)
        for k in range(12):
            with c.at(0, 0, 1, 30 * k), c.at(0, 0.62, 0.22):
                sign(c, ground, ground, band)
        with c.at(0, 0, 0.55):
            sign(c, ground, ground, band)
    return c


def mustard_sign(c, ink, band, ground):
    for k in range(4):
        with c.at(0, 0, 1, 45 + 90 * k):
            c.shape(petal(0.55, 0.50, 0.8), band)
            c.line([(0, 0.08), (0, 0.40)], 0.03, ink, amount=0.6)
    c.dot(0, 0, 0.13, ink)


def ear_sign(c, ink, band, ground):
    c.line(curve([(0, -0.55), (0.02, 0), (0.10, 0.5)], 20), 0.05, ink)
    for k in range(5):
        for s in (-1, 1):
            with c.at(0.02 + 0.015 * k, -0.25 + 0.16 * k, 1, s * -38):
                c.shape(petal(0.30, 0.13, 0.3), band)


def palm_sign(c, ink, band, ground):
    for a in (-100, -66, -32, 0, 32, 66, 100):
        with c.at(0, 0.05, 1, a):
            c.shape(petal(0.56, 0.13, 0.15), band)
    c.line(curve([(0.0, 0.05), (0.04, -0.25), (0.0, -0.60)], 16), 0.08, ink)
    for s in (-1, 1):
        c.dot(0.08 * s, 0.0, 0.085, ink)


def leaf_sign(c, ink, band, ground):
    for a, long in ((0, 0.75), (-52, 0.52), (52, 0.52)):
        with c.at(0, -0.35, 1, a):
            c.shape(petal(long, 0.26, 0.2), band)
            c.line([(0, 0.06), (0, long * 0.85)], 0.025, ink, amount=0.7)


def drop_sign(c, ink, band, ground):
    a = np.linspace(0.5, -math.pi - 0.5, 30)
    c.shape(np.concatenate([[(0, 0.62)], np.stack([0.36 * np.cos(a), -0.16 + 0.36 * np.sin(a)], 1)]), band)
    c.line(curve([(-0.20, -0.14), (-0.16, -0.30), (-0.02, -0.38)], 12), 0.05, ground)


def seed_sign(c, ink, band, ground):
    for k in range(5):
        with c.at(0, 0, 1, 72 * k):
            c.shape(petal(0.52, 0.22, 0.2), band if k % 2 else ink)
    c.dot(0, 0, 0.10, ink)


OIL = geometry.rounded([(0, 0.0040, 0), (0.0260, 0.0030, 0.002), (0.0300, 0, 0.002), (0.0370, 0.0040, 0.004), (0.0370, 0.0095, 0), (0.0370, 0.1150, 0.016), (0.0310, 0.1460, 0.020), (0.0150, 0.1780, 0.014), (0.0135, 0.1960, 0.002), (0.0155, 0.1972, 0.0008), (0.0155, 0.2000, 0.0008),
                        (0.0135, 0.2012, 0.0008), (0.0135, 0.2200, 0.0008)], 6)


def oil(folder):
    lid = bottles.cap("Cap", 0.0170, 0.2020, 0.2270, 54, 0.0020, 0.022)
    cap = Part("cap", "Cap", "ছিপি", lid, "cap", (0, 0, 0.214), ("Turned metal", "কুঁদানো ধাতু"), (0, 1, 0, 0.05, 1))
    a = np.linspace(0, 2 * math.pi, 64)
    cord = Batch("Cord")
    for k in range(4):
        cord.add(food.strand(np.stack([0.0152 * np.cos(a), 0.0152 * np.sin(a), 0.1835 + 0.0026 * k + 0 * a], 1), 0.0014, blend("#8A6A3A", "#C8A870", 0.5 + 0.5 * np.sin(a * 22)), 6))
    cord_obj = cord.object()
    glass = Part("bottle", "Bottle", "বোতল", bottles.edged(bottles.ends("Bottle", OIL, 0.0024, 0.0085, 0.1645, 72), [(0.0, 0.0080), (0.1985, 0.0025), (0.2200, 0.004)]), "glass", made_of=GLASS, explode=(0, 0, 0, 0.0, 0), children=[
        Part("label", "Label", "লেবেল", bottles.label(0.0370, 0.0240, 0.1000, 0.150), "paper", (0, -0.037, 0.06), PAPERY, (0, 0, 1, 0.04, 2))])
    root = Part("oil", "Bottle of oil", "তেলের বোতল", price=36000, children=[
        glass, Part("oil-inside", "Oil", "তেল", bottles.body("Oil", OIL, 0.0085, 0.1640, 72), "oil", (0, 0, 0.08), ("Pressed, not refined", "ঘানিতে ভাঙা, পরিশোধিত নয়"), (0, 0, 0, 0.0, 0)), cap,
        Part("cord", "Jute cord", "পাটের দড়ি", cord_obj, "cord", (0, 0, 0.187), ("Jute", "পাট"), (0, 1, 0, 0.025, 1))], hotspots=[
            extras.hotspot(*bottles.on_label(0.0373, 0.066), ("What it is pressed from", "One seed, named"), ("কীসের তেল", "এক বীজ, নামসহ"), glass),
            extras.hotspot((-0.014, -0.026, 0.140), (-0.4, -0.8, 0.3), ("Colour", "A little sediment is as it should be"), ("রং", "একটু তলানি থাকবেই")),
            extras.hotspot((0, -0.017, 0.214), (0, -1, 0.2), ("Cap", "Pours in a thin thread"), ("ছিপি", "সরু ধারায় পড়ে"), cap)],
        animations=[motion.Animation("open", "The cap comes off", "ছিপি খোলে", [motion.turn(cap, (0, 0, 1), motion.there(1.4, 500)),
                                                                               motion.slide(cap, (0, 0, 1), [(t, v * (0.008 + 0.040 * v)) for t, v in motion.there(1.4, 1.0)])])])
    jute, glass_ = materials.pbr("Jute cord", "#FFFFFF", 0.95), clear()
    looks = []
    for name, bn, english, bengali, tone, glow, ground, ink, band, sign, cap_colour in (
            ("Mustard oil", "সরিষার তেল", "MUSTARD OIL", "সরিষার তেল", "#DE9812", "#2A1400", "#FAF0D2", "#3A2A08", "#C8901A", mustard_sign, "#2A2622"), ("Rice-bran oil", "কুঁড়ার তেল", "RICE-BRAN OIL", "কুঁড়ার তেল", "#EFD27E", "#3A2C0A", "#F2F0E0", "#2A3A1A", "#5E8A3A", ear_sign, "#3E6A2A"),
            ("Coconut oil", "নারকেল তেল", "COCONUT OIL", "নারকেল তেল", "#F7F5EA", "#2E2D28", "#EFF5F4", "#123A44", "#2C8A94", palm_sign, "#E8E4DA")):
        looks.append({"name": name, "bn": bn, "materials": {"glass": glass_, "cord": jute, "cap": materials.pbr(f"{name} cap", cap_colour, 0.38, extensions=materials.clearcoat(0.4, 0.2)), "oil": bottles.clear_liquid(name, tone, glow, 1.47),
                                                            "paper": materials.pbr(f"{name} label", base=label(name, english, bengali, "Pressed in small lots", ground, ink, band, 0.150, 0.076, sign).jpeg(f"{name} label", 80), roughness=0.72)}})
    save(folder, root, looks)


JAR = geometry.rounded([(0, 0.0036, 0), (0.0290, 0.0030, 0.002), (0.0330, 0, 0.002), (0.0400, 0.0040, 0.005), (0.0400, 0.0095, 0), (0.0400, 0.0700, 0.008), (0.0345, 0.0820, 0.004), (0.0335, 0.0840, 0.0012), (0.0335, 0.0980, 0.0008)], 6)


def contents(kind, name):
    """What a jar shows through its glass, as a picture that tiles round it: (base, normal, repeat)."""
    size = 384
    shape = (size, size)
    rng = np.random.default_rng(len(kind) * 7)
    if kind == "powder":
        height = 0.22 * spectral(shape, 3, 1.1, 3, 40) + 0.75 * spectral(shape, 4, 0.4, 40, 190)  # fine, and settled in faint beds
        colour = mix(srgb("#C07A0A"), srgb("#E9A51A"), smoothstep(-2.0, 1.4, height))
        return encode.jpeg(name, colour, 76), encode.jpeg(f"{name} relief", normal_map(blur(height, 0.8), 0.5), 76), (8, 8)
    if kind == "ghee":
        height = 0.6 * spectral(shape, 5, 1.2, 4, 70)
        colour = mix(srgb("#E9B955"), srgb("#F5D88A"), smoothstep(-1.2, 1.4, height + 0.5 * spectral(shape, 6, 0.6, 30, 120)))
        return encode.jpeg(name, colour, 76), encode.jpeg(f"{name} relief", normal_map(blur(height, 1.0), 0.35), 76), (10, 10)
    tones = {"chilli": ["#7A0E0A", "#A0180E", "#8A1008", "#B8281A"], "seeds": ["#C8923A", "#1E1A18", "#8A6A3A", "#A8B06A", "#5A3A20"]}[kind]
    count, long, wide = {"chilli": (130, 0.42, 0.060), "seeds": (2600, 0.040, 0.020)}[kind]
    colour, height = np.broadcast_to(srgb(tones[-1]) * 0.35, (size, size, 3)).copy(), np.zeros(shape)
    y, x = np.meshgrid(np.arange(size) / size, np.arange(size) / size, indexing="ij")
    for k in range(count):
        cx, cy, a = rng.random(), rng.random(), rng.uniform(0, math.pi)
        bend = rng.uniform(-2.2, 2.2) if kind == "chilli" else 0
        i = k % len(tones)
        l, w = (long, wide) if kind == "chilli" else (long * (1.3, 0.8, 1.2, 1.1, 0.6)[i], wide * (0.9, 1.0, 0.7, 0.9, 0.9)[i])
        l *= rng.uniform(0.8, 1.15)
        reach = int(l * size * 0.62) + 2
        rows, columns = np.arange(int(cy * size) - reach, int(cy * size) + reach), np.arange(int(cx * size) - reach, int(cx * size) + reach)
        dy, dx = np.meshgrid(rows / size - cy, columns / size - cx, indexing="ij")
        u, v = dx * math.cos(a) + dy * math.sin(a), -dx * math.sin(a) + dy * math.cos(a)
        v = v - bend * u * u
        t = np.clip(u / l + 0.5, 0, 1)
        girth = w / 2 * (np.sin(math.pi * t) ** 0.6 * (1.25 - 0.6 * t) if kind == "chilli" else np.sin(math.pi * t) ** 0.5)
        round_ = np.clip(1 - (v / np.maximum(girth, 1e-6)) ** 2, 0, 1) * (np.abs(u) < l / 2)
        lift = np.sqrt(round_)
        window = np.ix_(rows % size, columns % size)
        new = lift > 0.02
        light = (0.35 + 0.65 * lift) * (0.92 + 0.16 * rng.random())
        if kind == "chilli":
            light = light * (0.86 + 0.14 * np.sin(u * 160 + v * 90 + k))
        colour[window] = np.where(new[..., None], srgb(tones[i])[None, None] * light[..., None] + 0.10 * (lift > 0.94)[..., None] * (kind == "chilli"), colour[window])
        height[window] = np.where(new, lift * w * 12, height[window])
    return encode.jpeg(name, np.clip(colour, 0, 1), 78), encode.jpeg(f"{name} relief", normal_map(blur(height, 0.8), 3.0 if kind == "chilli" else 4.0), 78), (5.5, 5.5) if kind == "chilli" else (9, 9)


def jar(folder, name, en, bn, price, made, looks_of, spots, level=0.0760):
    lid = bottles.cap("Lid", 0.0372, 0.0850, 0.1040, 80, 0.0022, 0.014)
    top = SHEET.printed(geometry.finish(geometry.lathe("Seal", [(0.0250, 0.10355), (0.0250, 0.1041), (0.0248, 0.1042), (0.0, 0.1042)], 48), 30), "lid", (0, 0, 0), upwards=(0, 1, 0), size=(0.051, 0.051))
    cap = Part("lid", "Lid", "ঢাকনা", origin=(0, 0, 0.095), layers=[(lid, "cap"), (top, "paper")], made_of=("Spun metal", "কুঁদানো ধাতু"), explode=(0, 1, 0, 0.05, 1))
    inside = bottles.fill(f"{name} contents", JAR, 0.0026, level, 72)
    glass = Part("jar", "Jar", "বয়াম", bottles.edged(bottles.shell("Jar", JAR, 0.0026, 84), [(0.0, 0.0095), (0.0835, 0.0030), (0.0980, 0.004)]), "glass", made_of=GLASS, explode=(0, 0, 0, 0.0, 0), children=[
        Part("label", "Label", "লেবেল", bottles.label(0.0400, 0.0130, 0.0530, 0.118), "paper", (0, -0.04, 0.033), PAPERY, (0, 0, 1, 0.035, 2))])
    content = Part("inside", en, bn, inside, "inside", (0, 0, 0.04), made, explode=(0, 0, 0, 0.0, 0))
    root = Part(name, en, bn, price=price, children=[glass, content, cap], hotspots=[
        extras.hotspot(*bottles.on_label(0.0403, 0.036), *spots[0], glass), extras.hotspot((-0.030, -0.026, 0.064), (-0.7, -0.6, 0.2), *spots[1]), extras.hotspot((0, -0.012, 0.105), (0, -0.3, 1), *spots[2], cap)],
        animations=[motion.Animation("open", "The lid comes off", "ঢাকনা খোলে", [motion.turn(cap, (0, 0, 1), motion.there(1.4, 320)),
                                                                                motion.slide(cap, (0, 0, 1), [(t, v * (0.008 + 0.036 * v)) for t, v in motion.there(1.4, 1.0)])])])
    glass_, looks = clear(), []
    for look, bn_, kind, english, small, ground, ink, band, sign, metal, rough in looks_of:
        base, normal, repeat = contents(kind, look)
        looks.append({"name": look, "bn": bn_, "materials": {
            "glass": glass_, "cap": materials.pbr(f"{look} lid", metal, rough, 1.0), "inside": materials.pbr(f"{look} inside", roughness=0.30 if kind == "ghee" else 0.85, base=base, normal=normal, repeat=repeat),
            "paper": materials.pbr(f"{look} label", base=label(look, english, bn_, small, ground, ink, band, 0.118, 0.040, sign).jpeg(f"{look} label", 80), roughness=0.74)}})
    save(folder, root, looks)


TIN = (0.092, 0.066, 0.128)  # width, depth, height


def tea(folder):
    w, d, h = TIN
    outline = shapes.rectangle(w, d, 0.008, 8)
    seam = shapes.rectangle(w + 0.0016, d + 0.0016, 0.0088, 8)
    body = shapes.extrude("Tin", outline, h - 0.016, 0.0012, 3, base=0.0008)
    foot = shapes.extrude("Foot", seam, 0.0034, 0.0012, 3)
    walls = tin_print(body, h)
    collar = shapes.extrude("Collar", shapes.rectangle(w - 0.0030, d - 0.0030, 0.0070, 8), 0.012, 0.0006, 2, base=h - 0.017)
    lid = geometry.join("Lid", [shapes.extrude("Lid", shapes.rectangle(w + 0.0006, d + 0.0006, 0.0083, 8), 0.020, 0.0030, 4, base=h - 0.0140, bottom_bevel=0.0006),
                                shapes.extrude("Bead", seam, 0.0026, 0.0012, 3, base=h - 0.0146), shapes.extrude("Step", shapes.rectangle(w - 0.012, d - 0.012, 0.006, 8), 0.0026, 0.0018, 3, base=h + 0.0052, bottom_bevel=0.0)])
    cap = Part("lid", "Lid", "ঢাকনা", lid, "lid", (0, 0, h - 0.004), ("Printed tinplate", "ছাপা টিন"), (0, 1, 0, 0.06, 1))
    leaves, rng = Batch("Tea"), np.random.default_rng(3)
    heap = food.Heap(0.030, 0.013, 0.0, seed=3, lumps=0.2, power=1.6)
    leaves.add(put(heap.body("#FFFFFF", 9, 32), (-0.030, -0.076, 0)), shade=0.45)
    pearls = Batch("p")
    strewn(pearls, heap, 420, food.bumped(food.ball(0.0013, "#FFFFFF", 2, 5, (1.5, 1, 0.9)), Wave(3, 0.002), 0.0003), ["#FFFFFF", "#D8D0C8", "#A89C90"], 9, 40, 0.1, 0.0020, 1.15)
    leaves.add((np.concatenate(pearls.vertices), pearls.faces, np.concatenate(pearls.colours)), (-0.030, -0.076, 0))
    for k in range(26):
        a, r = rng.uniform(0, 6.28), rng.uniform(0.028, 0.042)
        leaves.add(food.ball(0.0012, "#D8D0C8", 2, 5, (1.6, 1, 0.9)), (-0.030 + r * math.cos(a), -0.076 + r * math.sin(a), 0.0011), turned(("Z", rng.uniform(0, 360))))
    tin = Part("tin", "Tin", "টিন", layers=[(walls, "print"), (geometry.join("Foot", [foot, collar]), "lid")], made_of=("Printed tinplate", "ছাপা টিন"), explode=(0, 0, 0, 0.0, 0))
    root = Part("teatin", "Tin of tea", "চায়ের টিন", price=14000, children=[tin, cap, Part("tea", "Tea", "চা-পাতা", geometry.stand(leaves.object()), "tea", (-0.03, -0.076, 0), ("Tea", "চা-পাতা"), (-0.4, 0, 0.8, 0.03, 2))], hotspots=[
        extras.hotspot((0.0, -d / 2 - 0.0005, 0.075), (0, -1, 0), ("Which garden", "The flush and the month are on the foot"), ("কোন বাগান", "কোন মাসের পাতা, নিচে লেখা"), tin),
        extras.hotspot((0.0, -d / 2, h - 0.004), (0, -1, 0.3), ("Close lid", "Keeps the scent in and the damp out"), ("আঁটা ঢাকনা", "ঘ্রাণ থাকে, স্যাঁতসেঁতে ঢোকে না"), cap),
        extras.hotspot((-0.030, -0.082, 0.014), (-0.2, -0.7, 1), ("The leaf", "Look before you buy"), ("পাতা", "কেনার আগে দেখুন"))],
        animations=[motion.Animation("open", "The lid lifts", "ঢাকনা ওঠে", [motion.slide(cap, (0, 0, 1), motion.there(1.1, 0.055))])])
    looks = []
    for name, bn, english, bengali, small, ground, deep, gold, leaf, tone in (
            ("Milk tea", "দুধ-চা", "MILK TEA, CTC", "দুধ-চা", "Second flush", "#7A1C1E", "#4A0E12", "#E6BE6A", "#C8502A", "#3A2014"), ("Green tea", "সবুজ চা", "GREEN TEA", "সবুজ চা", "Two leaves and a bud", "#1E4E3A", "#0E2E22", "#D9C88A", "#7EB06A", "#5A6A34"),
            ("Black tea", "রং চা", "BLACK TEA", "রং চা", "Whole leaf", "#1C2440", "#0E1226", "#D8B46A", "#4A6AA8", "#1E1612")):
        metal = materials.pbr(f"{name} lid", gold, 0.30, 1.0)
        looks.append({"name": name, "bn": bn, "materials": {"print": materials.pbr(f"{name} tin", roughness=0.34, base=tin_art(english, bengali, small, ground, deep, gold, leaf).jpeg(f"{name} tin", 82), extensions=materials.clearcoat(0.6, 0.12)),
                                                            "lid": metal, "tea": materials.pbr(f"{name} leaf", tone, 0.8)}})
    save(folder, root, looks)


def tin_print(obj, tall):
    """Round the tin once: the front in the middle of the label's place."""
    w, d, _ = TIN
    x0, y0, x1, y1 = SHEET.places["label"]
    geometry.apply(obj)
    layer, round_ = obj.data.uv_layers[0].data, 2 * (w + d)
    for polygon in obj.data.polygons:
        n, middle = polygon.normal, polygon.center
        for loop in polygon.loop_indices:
            co = obj.data.vertices[obj.data.loops[loop].vertex_index].co
            if abs(n.z) > 0.8:
                layer[loop].uv = SHEET.to_sheet("label", np.array([0.5, 0.02]))
                continue
            ax, ay = middle.x / w, middle.y / d
            if ay < 0 and -ay >= abs(ax):
                s = co.x
            elif ax > 0 and ax >= abs(ay):
                s = w / 2 + d / 2 + co.y
            elif ay > 0 and ay >= abs(ax):
                s = w + d - co.x if co.x > 0 or middle.x > 0 else -w - d - co.x
            else:
                s = -w / 2 - d / 2 - co.y
            layer[loop].uv = SHEET.to_sheet("label", np.array([0.5 + s / round_, min(max(co.z / tall, 0.01), 0.99)]))
    return obj


def tin_art(english, bengali, small, ground, deep, gold, leaf):
    w, d, h = TIN
    c = Canvas(SHEET.width, SHEET.height, 896, ground)
    x0, y0, x1, y1 = SHEET.places["label"]
    round_ = 2 * (w + d)
    kx, ky = (x1 - x0) / round_, (y1 - y0) / h
    before = c.matrix
    with c.within(x0, y0, x1, y1):
        c.matrix = np.array([[kx, 0, (x0 + x1) / 2], [0, ky, y0]])
        c.box(-round_, 0, round_, h, ground, deep, (0, -1))
        rng = np.random.default_rng(5)
        for k in range(150):  # tea leaves strewn over the ground
            with c.at(rng.uniform(-round_ / 2, round_ / 2), rng.uniform(0.004, h), 0.020, rng.uniform(0, 360)):
                c.shape(petal(0.6, 0.22, 0.15), leaf, amount=0.22)
        for side in (-1, 0, 1, 2):
            cx = side * (w + d) / 2 if side in (-1, 1) else (0 if side == 0 else (w + d))
            half = (w if side in (0, 2) else d) * 0.40
            c.shape(shapes.rectangle(half * 2, h * 0.64, half * 0.9, 10, (cx, h * 0.47)), gold)
            c.shape(shapes.rectangle(half * 1.94, h * 0.625, half * 0.87, 10, (cx, h * 0.47)), deep)
            c.line(shapes.rectangle(half * 1.82, h * 0.59, half * 0.8, 10, (cx, h * 0.47)), 0.0005, gold, closed=True)
            for a, long in ((0, 0.034), (-46, 0.024), (46, 0.024)):
                with c.at(cx, h * 0.56, 1 if side in (0, 2) else 0.75, a):
                    c.shape(petal(long, long * 0.36, 0.2), leaf, gold, (0, 1))
                    c.line([(0, 0.002), (0, long * 0.85)], 0.0005, deep)
            if side in (0, 2):
                c.text(bengali, fitting(bengali, "bengali-bold", half * 1.45, 0.0190), cx, h * 0.445, gold, "bengali-bold")
                c.text(english, fitting(english, "bold", half * 1.40, 0.0080), cx, h * 0.320, "#FBF6E8", "bold", spacing=1.05)
                c.text(small, fitting(small, "regular", half * 1.2, 0.0048), cx, h * 0.255, gold, "regular")
        for y in (0.0045, h * 0.845):
            c.box(-round_, y, round_, y + 0.0010, gold)
        for k in range(46):
            with c.at(-round_ / 2 + round_ * (k + 0.5) / 46, h * 0.085, 0.0050):
                c.shape(petal(1.0, 0.5, 0.3), gold)
                c.dot(0, -0.25, 0.2, gold)
        c.matrix = before
    return c


def build(folder):
    geometry.reset()
    oil(folder)
    jar(folder, "spices", "Jar of spice", "মসলার বয়াম", 14000, ("Dried spice, ground or whole", "শুকনো মসলা, গুঁড়া বা আস্ত"), [
        ("Turmeric", "হলুদগুঁড়া", "powder", "TURMERIC", "Ground on a stone", "#FBF2D6", "#5A3406", "#C8821A", leaf_sign, "#D9B25E", 0.30), ("Red chilli", "শুকনা মরিচ", "chilli", "RED CHILLI", "Dried on tin roofs", "#F8EBE2", "#5A100A", "#B8281A", seed_sign, "#3A3634", 0.40),
        ("Panch phoron", "পাঁচফোড়ন", "seeds", "PANCH PHORON", "Five seeds, one crackle", "#F2F0E0", "#2E3A18", "#6E7A2A", seed_sign, "#C9CCD0", 0.30)], [
            (("What is in it", "And nothing else"), ("কী আছে", "আর কিছু নেই")), (("See it", "Glass, so that you can"), ("দেখে নিন", "তাই তো কাচ")), (("Lid", "Shut it; scent is what you paid for"), ("ঢাকনা", "বন্ধ রাখুন; দাম তো ঘ্রাণেরই"))])
    jar(folder, "ghee", "Jar of ghee", "ঘিয়ের বয়াম", 38000, ("Ghee of clotted cream", "দুধের সরের ঘি"), [
        ("Ghee", "ঘি", "ghee", "PABNA GHEE", "From cream, over firewood", "#FBF3DA", "#5A3A08", "#C8901A", drop_sign, "#D9B25E", 0.28), ("Ghee, blue label", "ঘি, নীল লেবেল", "ghee", "GHEE", "From cream", "#EEF3F6", "#12304A", "#2C6A9A", drop_sign, "#C9CCD0", 0.30),
        ("Ghee, red label", "ঘি, লাল লেবেল", "ghee", "GHEE", "From cream", "#F8ECE4", "#4A1210", "#A82C22", drop_sign, "#D98A62", 0.28)], [
            (("Ghee", "Made from cream, not from butter"), ("ঘি", "মাখন নয়, সর থেকে")), (("Grain", "It sets in grains, as your grandmother checked"), ("দানা", "দানা বাঁধে, দাদি যেমন দেখতেন")), (("Lid", "A dry spoon, always"), ("ঢাকনা", "চামচ সব সময় শুকনো"))], 0.0800)
    tea(folder)
    comb(folder)
