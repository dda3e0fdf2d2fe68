# SPDX-License-Identifier: GPL-3.0-or-later
"""The sweet shop: roshogolla and rosmalai in glass, mishti doi in clay, chomchom, sandesh pressed in moulds, a honey cake."""
import math

import numpy as np
from lib import bottles, encode, extras, food, geometry, materials, motion, serving, shapes, tableware
from lib.food import Batch, Wave, blend, put, tint, turned
from lib.glb import Part, save
from lib.noise import blur, normal_map, smoothstep, spectral
from lib.serving import served

CHHANA = ("Chhana of cow's milk", "গরুর দুধের ছানা")
CLAY = ("Unglazed clay", "কাঁচা পোড়া মাটি")
STREWN = ("Slivered pistachio, saffron threads", "পেস্তাকুচি, জাফরানের আঁশ")


def crumb(seed=5, size=256):
    """The fine open grain of chhana."""
    pores = smoothstep(0.9, 2.0, spectral((size, size), seed, 0.5, 24, 110))
    relief = blur(-1.2 * pores + 0.25 * spectral((size, size), seed + 1, 0.8, 8, 80), 0.7)
    return encode.jpeg("Chhana", np.clip(1 - 0.10 * pores, 0, 1), 78), encode.jpeg("Chhana relief", normal_map(relief, 0.8), 80)


def soft(name, colour, rough, base, normal, coat=0.0):
    return materials.pbr(name, colour, rough, base=base, normal=normal, normal_scale=0.6, repeat=(34, 34), extensions=materials.clearcoat(coat, 0.10) if coat else None)


def glass_bowl(radius=0.078, height=0.066):
    """Pressed glass with a fluted foot."""
    profile = geometry.rounded([(0, 0.0045, 0), (0.030, 0.0040, 0.001), (0.033, 0, 0.0015), (0.038, 0.0008, 0.002), (0.0362, 0.0062, 0), (0.035, 0.010, 0.004), (0.050, 0.018, 0.010), (radius * 0.94, height * 0.55, 0.03), (radius - 0.0004, height - 0.0055, 0), (radius, height - 0.002, 0.001), (radius + 0.0006, height, 0.0012),
                                (radius - 0.0036, height, 0.0012), (radius - 0.0042, height - 0.0055, 0), (radius * 0.94 - 0.0044, height * 0.55, 0.03), (0.046, 0.0225, 0.010), (0, 0.0150, 0)], 5)

    def flutes(angle, z):
        held = smoothstep(0.012, 0.022, z) * (1 - smoothstep(height * 0.50, height * 0.66, z))
        return 1 + 0.012 * held * np.abs(np.cos(angle * 14))
    return bottles.edged(geometry.finish(geometry.lathe("Glass bowl", profile, 112, wobble=flutes), 50, weighted=False), [(height, 0.0028), (0.0, 0.0075)], "#AEBDB4")


GLASSES = [("Clear glass", "স্বচ্ছ কাচ", "#F4F9F6"), ("Rose glass", "গোলাপি কাচ", "#E8B4B8"), ("Sea glass", "সবুজাভ কাচ", "#A8D4C4")]


def in_glass(folder, root, slots):
    save(folder, root, [{"name": n, "bn": b, "materials": {**slots, "glass": materials.glass(n, c, 1.5, 0.0035, 0.02 if k else 0.08)}} for k, (n, b, c) in enumerate(GLASSES)], grid=16)


def roshogolla(folder):
    base, normal = crumb()
    balls, rng = Batch("Roshogolla"), np.random.default_rng(4)
    places = [(0.041 * math.cos(a), 0.041 * math.sin(a), 0.0375) for a in np.arange(6) * math.pi / 3 + 0.2]
    places += [(0.026 * math.cos(a), 0.026 * math.sin(a), 0.0655) for a in np.arange(3) * 2 * math.pi / 3 - 0.9]
    for k, (x, y, z) in enumerate(places):
        shape = food.bumped(food.ball(0.0205, "#FFFFFF", 20, 30, (1.03, 1, 0.95)), Wave(60 + k, 0.022), 0.00035)
        balls.add(food.coloured(shape, lambda v: blend("#E9E1CC", "#FBF8F0", 0.55 + 22 * v[:, 2])), (x, y, z), turned(("X", rng.uniform(-30, 30)), ("Z", rng.uniform(0, 360))), rng.uniform(0.95, 1.03), crown=True)
    syrup = Batch("Syrup").add(serving.surface(0.0705, 0.0480, lambda v: np.tile(tint("#FFFCF2"), (len(v), 1)), 0.0004, 3, 0.0003, 10, 56))
    syrup = syrup.object()
    syrup["unshaded"] = True  # light goes through it
    trim = strewn_on(places[6:], 0.0205, 16, rng)
    bowl = Part("bowl", "Glass bowl", "কাচের বাটি", glass_bowl(), "glass", made_of=("Pressed glass", "ছাঁচে ঢালা কাচ"), explode=(0, 0, 0, 0.0, 0))
    root = Part("roshogolla", "Roshogolla", "রসগোল্লা", price=23000, children=[
        bowl, Part("balls", "Roshogolla", "রসগোল্লা", balls.object(), "chhana", (0, 0, 0.05), CHHANA, (0, 1, 0, 0.06, 1)), Part("syrup", "Syrup", "শিরা", syrup, "syrup", (0, 0, 0.045), ("Thin sugar syrup", "পাতলা চিনির শিরা"), (0, 1, 0, 0.03, 1)),
        Part("trim", "Pistachio and saffron", "পেস্তা ও জাফরান", trim.object(), "trim", (0, 0, 0.085), STREWN, (0, 1, 0, 0.09, 2))], hotspots=[
            extras.hotspot((-0.012, -0.040, 0.074), (-0.2, -0.8, 0.8), ("White, not ivory", "It squeaks a little; that is correct"), ("ঘিয়ে নয়, সাদা", "একটু কচকচ করে; তেমনই হওয়ার কথা")),
            extras.hotspot((0.050, -0.040, 0.049), (0.4, -0.6, 1), ("Syrup", "Thin, so that the chhana drinks it"), ("শিরা", "পাতলা, যাতে ছানা শুষে নেয়")),
            extras.hotspot((-0.036, -0.064, 0.036), (-0.5, -0.8, 0), ("Glass", "Pressed in the mould"), ("কাচ", "ছাঁচে ঢালা"), bowl)])
    in_glass(folder, root, {"chhana": soft("Chhana", "#FFFFFF", 0.42, base, normal, 0.55), "syrup": syrupy("#FFF6DC"), "trim": materials.pbr("Pistachio", "#FFFFFF", 0.55)})


def syrupy(colour, amount=0.85):
    return materials.pbr("Syrup", colour, 0.04, extensions={"KHR_materials_transmission": {"transmissionFactor": amount}, "KHR_materials_ior": {"ior": 1.42}})


def strewn_on(places, radius, count, rng, colours=("#7FA03A", "#A3B852", "#C8320C", "#D8480E")):
    """Slivers of pistachio and threads of saffron on the crowns of balls."""
    out = Batch("Trim")
    for x, y, z in places:
        for k in range(count // len(places) + 1):
            a, f = rng.uniform(0, 6.28), rng.uniform(0, 0.75)
            n = np.array([math.sin(f) * math.cos(a), math.sin(f) * math.sin(a), math.cos(f)])
            at = np.array([x, y, z]) + n * (radius + 0.0002)
            tilt = turned(("Z", rng.uniform(0, 360)), ("Y", math.degrees(f)), ("Z", math.degrees(a)))
            if k % 3 == 2:
                out.add(food.strand(np.array([[-0.003, 0, 0], [0, 0.0008, 0.0004], [0.003, 0, 0]]), [0.0002, 0.0003, 0.0002], colours[2 + k % 2], 4), at, tilt)
            else:
                out.add(food.sliver(0.0052, 0.0022, colours[k % 2]), at, tilt)
    return out


def rosmalai(folder):
    base, normal = crumb(15)
    rng = np.random.default_rng(9)
    cloud = Wave(21, 0.02)
    milk = Batch("Milk").add(serving.surface(0.0722, 0.0560, lambda v: blend("#F3E2B8", "#FBF0D4", 0.5 + 0.35 * cloud(v)), 0.0008, 6, 0.0012, 14, 56))
    depth = geometry.rounded([(0, 0.0156, 0), (0.0455, 0.0230, 0.010), (0.0684, 0.0363, 0.03), (0.0722, 0.0545, 0), (0.0, 0.0546, 0)], 5)
    sides = Batch("Milk at the glass").add(food.turned_shape([(0.002, 0.0156), *depth[1:-1], (0.002, 0.0546)], ["#E6D3A6", *["#F4E6C4"] * (len(depth) - 2), "#F4E6C4"], 56)).object(70)
    sides["unshaded"] = True  # the glass that it stands in lets the light in
    balls, places = Batch("Pearls"), []
    for k in range(34):
        r, a = 0.060 * math.sqrt((k + 0.5) / 34), k * 2.399963
        x, y = r * math.cos(a) + rng.uniform(-0.002, 0.002), r * math.sin(a) + rng.uniform(-0.002, 0.002)
        z = 0.0560 + rng.uniform(-0.0008, 0.0030) + 0.006 * (1 - r / 0.06)
        shape = food.bumped(food.ball(0.0086, "#FFFFFF", 9, 14, (1.06, 1, 0.86)), Wave(80 + k, 0.012), 0.0003)
        balls.add(food.coloured(shape, lambda v: blend("#E2CB98", "#F8EED4", 0.6 + 45 * v[:, 2])), (x, y, z), turned(("Z", rng.uniform(0, 360))), rng.uniform(0.85, 1.1), crown=True)
        if k % 2 == 0:
            places.append((x, y, z - 0.0010))
    trim = strewn_on(places, 0.0086, 50, rng)
    bowl = Part("bowl", "Glass bowl", "কাচের বাটি", glass_bowl(), "glass", made_of=("Pressed glass", "ছাঁচে ঢালা কাচ"), explode=(0, 0, 0, 0.0, 0))
    root = Part("rosmalai", "Rosmalai", "রসমালাই", price=27000, children=[
        bowl, Part("milk", "Thickened milk", "ঘন দুধ", layers=[(milk.object(70), "milk"), (sides, "milk")], origin=(0, 0, 0.04), made_of=("Milk, reduced to a third", "তিন ভাগের এক ভাগ করা দুধ"), explode=(0, 1, 0, 0.05, 1)), Part("pearls", "Pearls of chhana", "ছানার মুক্তা", balls.object(), "chhana", (0, 0, 0.056), CHHANA, (0, 1, 0, 0.09, 2)),
        Part("trim", "Pistachio and saffron", "পেস্তা ও জাফরান", trim.object(), "trim", (0, 0, 0.06), STREWN, (0, 1, 0, 0.12, 3))], hotspots=[
            extras.hotspot((0.0, -0.030, 0.066), (0, -0.5, 1), ("Little pearls", "The size of a bead"), ("ছোট মুক্তা", "পুঁতির সমান")),
            extras.hotspot((-0.040, -0.050, 0.057), (-0.4, -0.6, 1), ("Milk", "Coloured by nothing except the boiling"), ("দুধ", "জ্বালেই যা রং")),
            extras.hotspot((-0.036, -0.064, 0.036), (-0.5, -0.8, 0), ("Served cold", "Scrape the bowl too"), ("ঠান্ডা খান", "বাটির গা-ও চেঁছে নিন"), bowl)])
    in_glass(folder, root, {"chhana": soft("Pearls", "#FFFFFF", 0.40, base, normal, 0.5), "milk": materials.glowing("Thick milk", "#4A412E", 1.0, "#FFFFFF", roughness=0.24, extensions=materials.clearcoat(0.7, 0.08)), "trim": materials.pbr("Pistachio", "#FFFFFF", 0.55)})


def doi(folder):
    cloud, fine, blister_ = Wave(3, 0.03), Wave(4, 0.006), Wave(7, 0.010)

    def skin(v):
        dark = np.clip(blister_(v * [1, 1, 0]) * 0.9 - 0.5, 0, 0.55)[:, None]
        c = blend("#B87A40", "#E2B67A", 0.50 + 0.3 * cloud(v) + 0.15 * fine(v))
        return c * (1 - dark) + tint("#9A5C26") * dark
    big, small = tableware.clay_pot(0.074, 0.098), tableware.clay_pot(0.040, 0.046, 0.004)
    curd = Batch("Doi").add(serving.surface(0.0655, 0.0900, skin, 0.0010, 5, 0.0034, 18, 60))
    cups = [Part("pot", "Clay pot", "মাটির হাঁড়ি", big, "clay", made_of=CLAY, explode=(0, 0, 0, 0.0, 0))]
    spots = ((-0.086, -0.070), (0.092, -0.048))
    for k, (x, y) in enumerate(spots):
        cups.append(Part(f"cup-{k + 1}", f"Clay cup {k + 1}", f"মাটির কাপ {'১২'[k]}", small, "clay", made_of=CLAY, place=(x, y, 0, 40 * k), explode=(-1 if k == 0 else 1, 0, 0.4, 0.03, 1)))
        curd.add(put(serving.surface(0.0342, 0.0408, skin, 0.0006, 8 + k, 0.0022, 12, 40), (x, y, 0)))
    leaf = Batch("Leaf")
    spoon = spoonful()
    root = Part("doi", "Mishti doi", "মিষ্টি দই", price=24000, children=[
        *cups, Part("doi-set", "Doi", "দই", curd.object(70), "doi", (0, 0, 0.09), ("Milk and date molasses", "দুধ ও খেজুর গুড়"), (0, 1, 0, 0.04, 1)), Part("spoon", "Wooden spoon", "কাঠের চামচ", spoon, "wood", (0.0, -0.1, 0.004), ("Mango wood", "আমকাঠ"), (0, 0.4, 1, 0.03, 2), price=3500)], hotspots=[
            extras.hotspot((0, -0.028, 0.093), (0, -0.5, 1), ("Browned skin", "Milk cooked until it smells of toffee"), ("বাদামি সর", "টফির ঘ্রাণ আসা পর্যন্ত জ্বাল")),
            extras.hotspot((-0.030, -0.068, 0.050), (-0.4, -0.9, 0), ("Clay that drinks", "It takes up the extra water. The pot is yours"), ("মাটি পানি টানে", "বাড়তি পানিটুকু শুষে নেয়। হাঁড়ি আপনার"), cups[0]),
            extras.hotspot((-0.086, -0.086, 0.044), (-0.2, -0.7, 0.8), ("Small cups", "Turn one upside down if you doubt us"), ("ছোট কাপ", "সন্দেহ হলে উল্টে দেখুন"))],
        animations=[])
    wood = tableware.timber()
    doi_ = materials.pbr("Doi", "#FFFFFF", 0.36, extensions=materials.clearcoat(0.35, 0.2))
    looks = [("Red clay", "লাল মাটি", "#B8714A", "#8A4628"), ("Pale clay", "ফিকে মাটি", "#CFA882", "#A67C58"), ("Smoked clay", "ধোঁয়ায় পোড়া", "#6E5A4E", "#3E322C")]
    save(folder, root, [{"name": n, "bn": b, "materials": {"clay": tableware.clay(n, light, dark), "doi": doi_, "wood": wood}} for n, b, light, dark in looks], grid=16)


def spoonful():
    """A flat wooden spoon lying in front."""
    t = np.linspace(0, 1, 22)
    half = np.interp(t, [0, 0.04, 0.16, 0.28, 0.36, 0.5, 0.9, 1.0], [0.004, 0.010, 0.0135, 0.011, 0.006, 0.0046, 0.0060, 0.0040])
    outline = np.concatenate([np.stack([(t - 0.5) * 0.105, half], 1), np.stack([(t - 0.5) * 0.105, -half], 1)[::-1]])
    obj = shapes.extrude("Spoon", outline[::-1], 0.0034, 0.0008, 2)
    geometry.box_uv(obj, grain=0)
    return shapes.placed(obj, (0.002, -0.105, 0.0002), [("Z", -14)])


def chomchom(folder):
    rng = np.random.default_rng(5)
    rolls, dust = Batch("Chomchom"), Batch("Mawa")
    base, normal = crumb(25)
    places = [(-0.034, -0.044, 0.0255, 66), (0.030, -0.047, 0.0255, 78), (-0.038, -0.006, 0.0255, 84), (0.036, -0.008, 0.0255, 70), (-0.028, 0.034, 0.0255, 74), (0.036, 0.034, 0.0255, 86), (-0.006, -0.026, 0.0560, 60), (0.004, 0.012, 0.0560, 100)]
    for k, (x, y, z, a) in enumerate(places):
        shape = food.ball(0.0170, "#FFFFFF", 19, 24, (1, 1, 1.75), 2.4)
        shape = food.bumped(food.bumped(shape, Wave(30 + k, 0.022), 0.0007), Wave(50 + k, 0.006), 0.00025)
        cloud = Wave(90 + k, 0.018)
        rolls.add(food.coloured(shape, lambda v: blend("#4A1C0A", "#9A5228", 0.55 + 0.30 * cloud(v))), (x, y, z), turned(("Y", 90), ("Z", 90 + a)))
        frame = turned(("Y", 90), ("Z", 90 + a))
        for j in range(180):
            u, w = rng.uniform(-0.92, 0.92), rng.normal(0, 0.85)
            r = 0.0170 * (1 - abs(u) ** 2.4) ** (1 / 2.4)
            n = np.array([-math.cos(w), math.sin(w), 0.0])
            p = frame @ (n * r * 1.0 + np.array([0, 0, u * 0.02975])) + [x, y, z]
            dust.add(food.ball(rng.uniform(0.0004, 0.0010), blend("#E8D2A6", "#FAF0D8", [rng.random()])[0], 2, 5, (1.2, 1, 0.8)), p, turned(("X", rng.uniform(0, 360)), ("Z", rng.uniform(0, 360))))
    for j in range(120):
        a, r = rng.uniform(0, 6.28), 0.074 * math.sqrt(rng.random())
        dust.add(food.ball(rng.uniform(0.0006, 0.0012), "#F2E2BC", 2, 5), (r * math.cos(a), r * math.sin(a), 0.0098 + 0.0045 * max(r - 0.075, 0) / 0.02))
    root = Part("chomchom", "Chomchom", "চমচম", price=25000, children=[
        *serving.plate(0.104), Part("rolls", "Chomchom", "চমচম", rolls.object(), "chhana", (0, 0, 0.02), ("Chhana, cooked in dark syrup", "ছানা, গাঢ় শিরায় জ্বাল"), (0, 1, 0, 0.05, 1)),
        Part("mawa", "Crumbled mawa", "মাওয়ার গুঁড়া", dust.object(), "dry", (0, 0, 0.03), ("Milk dried to crumbs", "শুকানো দুধের গুঁড়া"), (0, 1, 0, 0.10, 2))], hotspots=[
            extras.hotspot((-0.034, -0.062, 0.028), (0, -1, 0.5), ("Brick-brown", "The sugar is let go dark"), ("ইটের রং", "চিনি গাঢ় হতে দেওয়া")),
            extras.hotspot((-0.006, -0.032, 0.074), (-0.2, -0.6, 1), ("Mawa", "Rolled on while it is still wet"), ("মাওয়া", "ভেজা থাকতেই গড়িয়ে নেওয়া")),
            extras.hotspot((0.040, -0.062, 0.030), (0.5, -0.9, 0.3), ("Travels well", "Better than any wet sweet"), ("পথ সয়", "রসের মিষ্টির চেয়ে ভালো"))])
    served(folder, root, {"chhana": soft("Chomchom", "#FFFFFF", 0.44, base, normal, 0.45), "dry": materials.pbr("Mawa", "#FFFFFF", 0.8)})


def moulded(kind, size=0.021):
    """A sandesh as its mould left it: a lotus, a shell, a fish."""
    b = np.arange(64) * 2 * math.pi / 64
    if kind == "fish":
        b = np.concatenate([np.linspace(-0.52, 0.52, 27), np.linspace(0.60, 2 * math.pi - 0.60, 44)])  # closer where the tail is
    n = len(b)
    edge = size * (1 + {"lotus": 0.045 * np.abs(np.cos(4 * b)), "shell": 0.10 * np.cos(b - math.pi / 2) - 0.06 * np.cos(2 * b), "fish": 0 * b}[kind])
    if kind == "fish":
        off = np.abs(np.mod(b + math.pi, 2 * math.pi) - math.pi)  # from the tail's middle
        body = 1 / np.hypot(np.cos(b) / (0.86 - 0.10 * np.cos(b)), np.sin(b) / 0.50)
        edge = size * (body + (0.98 + 0.34 * np.clip(off / 0.34, 0, 1) - body) * (1 - smoothstep(0.33, 0.47, off)))

    def relief(x, y):
        r, a = np.hypot(x, y) / size, np.arctan2(y, x)
        if kind == "lotus":
            petals = np.abs(np.cos(4 * a)) ** 0.6 * np.clip(1 - np.abs(r - 0.62) / 0.34, 0, 1)
            inner = np.abs(np.cos(4 * a + math.pi / 2)) ** 0.6 * np.clip(1 - np.abs(r - 0.34) / 0.2, 0, 1)
            return 0.0022 * petals + 0.0018 * inner + 0.0020 * np.clip(1 - (r / 0.16) ** 2, 0, 1)
        if kind == "shell":
            a2 = np.arctan2(y + size * 0.95, x)
            return 0.0019 * np.abs(np.cos((a2 - math.pi / 2) * 11)) ** 0.7 * np.clip(1.05 - r, 0, 1) ** 0.4 + 0.001 * np.clip(1 - r, 0, 1)
        u, w = x / size, y / size
        row = np.round(w / 0.125)
        scales = np.abs(np.cos(math.pi * (u / 0.19 + 0.5 * np.mod(row, 2)))) * np.abs(np.cos(math.pi * (w / 0.125 - row)))
        flank = np.clip((0.98 - np.hypot((u - 0.04) / 0.52, w / 0.44)) / 0.2, 0, 1)
        gill = np.exp(-((np.hypot(u + 0.80, w) - 0.36) / 0.035) ** 2) * (np.abs(w) < 0.36)
        eye = np.exp(-((u + 0.60) ** 2 + (w - 0.12) ** 2) / 0.055 ** 2)
        rays = np.abs(np.cos(np.arctan2(w, u - 0.35) * 9)) * smoothstep(0.66, 0.80, u)
        return 0.0015 * scales * flank + 0.0013 * gill + 0.0020 * eye + 0.0012 * rays
    rings = []
    for f, z in ((0.5, 0.0), (0.97, 0.0), (1.0, 0.0016), (1.0, 0.0070), (0.975, 0.0088)):
        rings.append(np.stack([edge * f * np.cos(b), edge * f * np.sin(b), np.full(n, z)], 1))
    for f in np.linspace(0.94, 0.03, 17):
        x, y = edge * f * np.cos(b), edge * f * np.sin(b)
        rings.append(np.stack([x, y, 0.0084 + 0.0014 * (1 - f * f) + relief(x, y)], 1))
    cloud = Wave(5, 0.02)

    def colour(v):
        deep = np.clip((v[:, 2] - 0.0088 - relief(v[:, 0], v[:, 1]).mean()) / 0.0020, 0, 1)
        return blend("#A87444", "#DDB184", 0.30 + 0.55 * deep + 0.12 * cloud(v) + 0.15 * (v[:, 2] < 0.008))
    return food.coloured(food.skin(np.array(rings)), colour)


def tray():
    """A square box of woven palm leaf, its lid leaning behind."""
    b, rng = Batch("Palm leaf"), np.random.default_rng(6)
    wide, tall, strip = 0.176, 0.0255, 0.0088
    count = int(wide / strip)

    def band(path, up, half, colour):
        p = np.asarray(path, float)
        side = np.asarray(up, float)
        t = np.gradient(p, axis=0)
        out = np.cross(t, side)
        out /= np.linalg.norm(out, axis=1, keepdims=True)
        rings = np.stack([p - side * half - out * 0.0003, p + side * half - out * 0.0003, p + side * half + out * 0.0003, p - side * half + out * 0.0003], 1)
        b.add(food.skin(rings, colour))
    tones = lambda: blend("#B8944A", "#E2C684", [rng.random()])[0]
    t = np.linspace(-wide / 2, wide / 2, count * 2 + 1)
    b.add(food.ball(1.0, "#A8844A", 4, 24, (wide * 0.5, wide * 0.5, 0.0012), 9.0), (0, 0, 0.0014))
    for turn in range(4):
        m = turned(("Z", 90 * turn))
        for row in range(3):
            z = 0.0048 + strip * row
            wave = 0.0007 * np.cos(np.arange(len(t)) * math.pi / 2 + row * math.pi)
            line = np.stack([t, np.full(len(t), -wide / 2) - wave, np.full(len(t), z)], 1) @ m.T
            band(line, (0, 0, 1), strip * 0.46, tones())
        for k in range(count):
            x = -wide / 2 + strip * (k + 0.5)
            zz = np.linspace(0.001, tall + 0.004, 9)
            wave = -0.0007 * np.cos(np.arange(9) * math.pi / 2 * 1.0 + k * math.pi)
            line = np.stack([np.full(9, x), np.full(9, -wide / 2) - wave, zz], 1) @ m.T
            band(line, m @ np.array([1.0, 0, 0]), strip * 0.46, tones())
        rim = np.stack([np.linspace(-wide / 2 - 0.001, wide / 2 + 0.001, 20), np.full(20, -wide / 2), np.full(20, tall + 0.003)], 1) @ m.T
        b.add(food.strand(rim, 0.0024, "#C8A65E", 8))
    return b


def sandesh(folder):
    pieces, rng = Batch("Sandesh"), np.random.default_rng(3)
    kinds = ["lotus", "shell", "fish", "lotus", "fish", "lotus", "shell", "fish", "shell", "fish", "lotus", "shell"]
    for k, kind in enumerate(kinds):
        x, y = -0.054 + 0.054 * (k % 3), -0.060 + 0.0405 * (k // 3)
        pieces.add(moulded(kind, 0.0200 if kind != "fish" else 0.0215), (x + rng.uniform(-0.001, 0.001), y, 0.0205 + 0.002 * (k // 3)), turned(("X", rng.uniform(22, 28)), ("Z", rng.uniform(-9, 9) + (180 if kind == "shell" else 0))))
    bed = Batch("Leaf").add(put(tableware.banana_leaf(0.162, 0.158, 0.002, 8, 0.0120, 24, 19)))
    root = Part("sandesh", "Sandesh of date molasses", "নলেন গুড়ের সন্দেশ", price=48000, children=[
        Part("box", "Palm-leaf box", "তালপাতার বাক্স", tray().object(), "palm", made_of=("Woven palm leaf", "বোনা তালপাতা"), explode=(0, 0, 0, 0.0, 0)), Part("leaf", "Banana leaf", "কলাপাতা", bed.object(), "leaf", (0, 0, 0.012), ("Banana leaf", "কলাপাতা"), (0, 1, 0, 0.03, 1)),
        Part("sandesh-set", "Sandesh", "সন্দেশ", pieces.object(), "chhana", (0, 0, 0.024), ("Chhana and new molasses", "ছানা ও নতুন গুড়"), (0, 1, 0, 0.07, 2))], hotspots=[
            extras.hotspot((-0.054, -0.064, 0.036), (-0.2, -0.5, 1), ("Lotus", "Pressed into a wooden mould"), ("পদ্ম", "কাঠের ছাঁচে চাপা")),
            extras.hotspot((0.054, -0.064, 0.036), (0.2, -0.5, 1), ("Fish", "For weddings, and for no reason"), ("মাছ", "বিয়েতে, আর এমনিতেও")),
            extras.hotspot((0, -0.090, 0.020), (0, -1, 0), ("Palm-leaf box", "Woven in one afternoon"), ("তালপাতার বাক্স", "এক বিকেলে বোনা"))])
    base, normal = crumb(35)
    palm_looks = [("Palm leaf", "তালপাতা", "#FFFFFF"), ("Green palm", "সবুজ তালপাতা", "#B8D08A"), ("Dyed red", "লাল রঙের", "#D8785A")]
    leaf, chhana = materials.pbr("Leaf", "#FFFFFF", 0.40, extensions=materials.clearcoat(0.3, 0.2)), soft("Sandesh", "#FFFFFF", 0.60, base, normal)
    save(folder, root, [{"name": n, "bn": b, "materials": {"palm": materials.pbr(n, c, 0.62), "leaf": leaf, "chhana": chhana}} for n, b, c in palm_looks], grid=16)


def cake(folder):
    """Nine layers with a wedge taken out: the round drawn as slices of a profile, the cut faces on their own."""
    rng, radius, tall, base_z = np.random.default_rng(12), 0.082, 0.066, 0.0165
    open_from, open_to = math.radians(-128), math.radians(-84)  # the wedge looks to the first view
    crumbs, cream, sag = Wave(3, 0.004), Wave(4, 0.012), Wave(6, 0.045)
    layers = 9
    step = tall / layers

    def layered(v):
        f = (v[:, 2] - base_z + 0.0005 * cream(v) + 0.0009 * sag(v)) / step
        inside = f - np.floor(f)
        cake_ = blend("#8A4A18", "#C98A44", 0.5 + 0.30 * crumbs(v) + 0.2 * cream(v))
        white = (inside < 0.25 + 0.07 * np.sin(np.floor(f) * 2.3))[:, None]
        return np.where(white, blend("#EFE2C6", "#FBF5E6", 0.6 + 0.3 * crumbs(v)), cake_)

    def crumbed(v):
        return blend("#9A6228", "#D2A05A", 0.5 + 0.16 * crumbs(v) + 0.18 * cream(v))
    whole = Batch("Cake")
    a = np.linspace(open_to, open_from + 2 * math.pi, 120)
    profile = [(radius * 0.99, base_z), (radius, base_z + 0.002), *[(radius, base_z + z) for z in np.linspace(0.006, tall - 0.006, 12)], (radius - 0.001, base_z + tall - 0.003), (radius - 0.005, base_z + tall), *[(r, base_z + tall) for r in np.linspace(radius - 0.008, 0.001, 18)]]
    p = np.array(profile)
    points = np.stack([np.stack([r * np.cos(a), r * np.sin(a), np.full(len(a), z)], 1) for r, z in p])
    way = points * [1, 1, 0]
    way = np.where((points[..., 2] < base_z + tall - 0.0005)[..., None], way / np.maximum(np.linalg.norm(way, axis=-1, keepdims=True), 1e-9), [0, 0, 1.0])
    points = points + way * (0.0003 * crumbs(points.reshape(-1, 3)) + 0.0007 * cream(points.reshape(-1, 3))).reshape(points.shape[:2])[..., None]
    whole.add(strip_of(points, crumbed))
    for angle, flip in ((open_to, False), (open_from, True)):
        rr, zz = np.meshgrid(np.linspace(0.0, radius - 0.0008, 18), np.linspace(base_z, base_z + tall - 0.0003, 91))
        face = np.stack([rr * math.cos(angle), rr * math.sin(angle), zz], -1)
        n = np.array([-math.sin(angle), math.cos(angle), 0]) * (1 if flip else -1)
        f = (face[..., 2] - base_z) / step
        dent = 0.00045 * crumbs(face.reshape(-1, 3)).reshape(rr.shape) * (f - np.floor(f) > 0.26) - 0.0004 * (f - np.floor(f) < 0.26)
        face = face + n * dent[..., None]
        whole.add(strip_of(face[:, ::-1] if flip else face, layered))
    body = whole.object(50)
    body["open"] = True
    piece = Batch("Slice")  # the wedge that was taken lies on its side in front
    half = (open_to - open_from) / 2 * 0.94
    faces = []
    for angle, flip in ((half, True), (-half, False)):
        rr, zz = np.meshgrid(np.linspace(0.0, radius - 0.0008, 18), np.linspace(0, tall - 0.0003, 91))
        face = np.stack([rr * math.cos(angle), rr * math.sin(angle), zz + base_z], -1)
        faces.append(strip_of(face[:, ::-1] if flip else face, layered))
    a2 = np.linspace(-half, half, 22)
    pts = np.stack([np.stack([r * np.cos(a2), r * np.sin(a2), np.full(22, z)], 1) for r, z in p])
    faces.append(strip_of(pts, crumbed))
    under = np.stack([np.stack([r * np.cos(a2), r * np.sin(a2), np.full(22, base_z)], 1) for r in (0.0, radius * 0.99)])
    faces.append(strip_of(under, crumbed))
    for face in faces:
        v, f, c = face
        piece.add((v - [radius * 0.55, 0, base_z], f, c))
    slice_ = piece.object(50)
    slice_["open"] = True
    shapes.placed(slice_, (0.060, -0.128, 0.0005), [("Z", 132)])
    honey = Batch("Honey")
    flow = Wave(8, 0.05)
    b = np.arange(72) * 2 * math.pi / 72
    edge = 0.050 * (1 + 0.14 * flow(np.stack([0.06 * np.cos(b), 0.06 * np.sin(b), 0 * b], 1)))
    inside_wedge = np.clip((0.48 - np.abs(np.mod(b - (open_from + open_to) / 2 + math.pi, 2 * math.pi) - math.pi)) / 0.10, 0, 1)
    edge = edge * (1 - 0.93 * inside_wedge)
    rings = [np.stack([edge * f * np.cos(b), edge * f * np.sin(b), base_z + tall + z + (0.0006 * flow(np.stack([0.3 * f * np.cos(b), 0.3 * f * np.sin(b), 0 * b], 1)) if z > 0.0018 else 0 * b)], 1) for f, z in ((0.6, -0.001), (0.99, -0.001), (1.0, 0.0006), (0.97, 0.0016), (0.90, 0.0021), (0.6, 0.0024), (0.3, 0.0025), (0.03, 0.0025))]
    honey.add(food.skin(np.array(rings), "#FFFFFF"))
    for angle, long in ((-2.60, 0.030), (-2.95, 0.018), (-1.10, 0.034), (-0.72, 0.020), (0.3, 0.026), (1.2, 0.016), (2.2, 0.030)):
        path = [np.array([math.cos(angle) * r, math.sin(angle) * r, base_z + tall + z]) for r, z in ((0.046, 0.0010), (0.066, 0.0012), (radius - 0.004, 0.0008), (radius + 0.0006, -0.004), (radius + 0.0012, -long * 0.6), (radius + 0.0014, -long))]
        path = geometry.spline(path, 22)
        honey.add(food.strand(path, np.interp(np.linspace(0, 1, 22), [0, 0.35, 0.6, 0.88, 0.97, 1], [0.0042, 0.0036, 0.0026, 0.0032, 0.0030, 0.0008]), "#FFFFFF", 9, 0.75))
    glaze = honey.object()
    glaze["unshaded"] = True
    comb = Batch("Crumbs")
    for k in range(620):
        if k % 5 < 3:
            an, z = rng.uniform(open_to + 0.03, open_from + 6.25), rng.uniform(0.002, tall - 0.004)
            at = ((radius + 0.0004) * math.cos(an), (radius + 0.0004) * math.sin(an), base_z + z)
        elif k % 5 == 3:
            an, r = rng.uniform(0, 6.28), rng.uniform(0.084, 0.108)
            at = (r * math.cos(an), r * math.sin(an), 0.0164)
        else:
            an, r = rng.uniform(open_to, open_from + 6.28), rng.uniform(0.060, 0.079)
            at = (r * math.cos(an), r * math.sin(an), base_z + tall + 0.0006)
        comb.add(food.bumped(food.ball(rng.uniform(0.0005, 0.0015), blend("#7E4A1C", "#DCA863", [rng.random()])[0], 2, 5, (1.2, 1, 0.85)), Wave(k, 0.002), 0.0004), at)
    board = tableware.wooden_board(0.116, 0.0160)
    wedge = Part("slice", "Slice", "এক টুকরা", slice_, "cake", (0.03, -0.13, 0.0), ("Honey, flour, soured cream", "মধু, ময়দা, টক ক্রিম"), (0.3, 0, 1, 0.05, 2), price=8500)
    root = Part("cake", "Layered honey cake", "স্তরে স্তরে মধু কেক", price=82000, children=[
        Part("board", "Board", "কাঠের পাটা", board, "board", made_of=("Mango wood", "আমকাঠ"), explode=(0, 0, 0, 0.0, 0)), Part("cake-body", "Cake", "কেক", body, "cake", (0, 0, 0.02), ("Honey, flour, soured cream", "মধু, ময়দা, টক ক্রিম"), (0, 1, 0, 0.05, 1)),
        Part("honey", "Honey", "মধু", glaze, "honey", (0, 0, 0.083), ("Litchi honey", "লিচুর মধু"), (0, 1, 0, 0.10, 2)), Part("crumbs", "Crumbs", "গুঁড়া", comb.object(), "cake", (0, 0, 0.017), ("Honey cake, crumbled", "গুঁড়া করা মধু কেক"), (0, 1, 0, 0.02, 1)), wedge], hotspots=[
            extras.hotspot((-0.030, -0.040, 0.050), (-0.2, -1, 0.2), ("Nine layers", "With a night between them"), ("নয় স্তর", "মাঝখানে একটি রাত")),
            extras.hotspot((0.010, 0.010, 0.086), (0, -0.3, 1), ("Litchi honey", "Cooked until it darkens"), ("লিচুর মধু", "গাঢ় হওয়া পর্যন্ত জ্বাল")),
            extras.hotspot((0.036, -0.140, 0.068), (0.2, -0.6, 1), ("It cuts like turf", "One slice with tea is enough"), ("কাটে মাটির চাপড়ার মতো", "চায়ের সঙ্গে এক টুকরাই যথেষ্ট"), wedge)],
        animations=[motion.Animation("serve", "The slice slides out", "টুকরা বেরোয়", [motion.slide(wedge, (0.25, -1, 0), motion.there(1.1, 0.045))])])
    base, normal = crumb(45)
    crumb_ = soft("Cake", "#FFFFFF", 0.82, base, normal)
    wood = tableware.timber()
    looks = [("Litchi honey", "লিচুর মধু", "#F2B04A", "#281000"), ("Mustard honey", "সরিষার মধু", "#F8CC62", "#2C1800"), ("Dark honey", "গাঢ় মধু", "#C47A34", "#1C0800")]
    save(folder, root, [{"name": n, "bn": b, "materials": {"cake": crumb_, "board": wood, "honey": bottles.clear_liquid(n, c, g, 1.49, 0.006)}} for n, b, c, g in looks], grid=16)


def strip_of(points, colour):
    """An open surface over a grid of points, facing where its rows and columns turn."""
    rows, columns, _ = points.shape
    i = np.arange(rows - 1)[:, None] * columns + np.arange(columns - 1)[None]
    faces = np.stack([i, i + 1, i + columns + 1, i + columns], -1).reshape(-1, 4)
    v = points.reshape(-1, 3)
    return v, faces, colour(v)


def build(folder):
    geometry.reset()
    for make in (roshogolla, rosmalai, doi, chomchom, sandesh, cake):
        make(folder)
