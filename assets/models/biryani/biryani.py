# SPDX-License-Identifier: GPL-3.0-or-later
"""Rice dishes: a deg of kacchi, and plates of morog polao, akhni and khichuri. Two thousand grains lie on each."""
import math

import numpy as np
from mathutils import Matrix

from lib import citrus, extras, food, geometry, motion, tableware
from lib.food import Batch, Heap, Wave, blend, strewn, turned
from lib.glb import Part, save
from lib.serving import FRIED, Dish, herbs, on, onions, patches, stuffs

BEEF = ("Beef, braised", "কষানো গরুর মাংস")


def kacchi(folder):
    heap = Heap(0.0790, 0.064, 0.092, seed=4, lumps=0.10, power=2.0, rim=0.010)
    rice = Batch("Rice")
    rice.add(heap.body("#A8741E", 12, 40))
    strewn(rice, heap, 1560, food.grain(0.0125, 0.0027), ["#F7EFD8", "#FBF5E4", "#F3E3B4", "#E8A92A"], 11, 17, 0.15, 0.0027, 1.0, [0.36, 0.36, 0.28], patches(5, 0.060, -0.15))
    rice = rice.object()
    top = Batch("Meat")
    for (x, y, turn, size, seed) in ((-0.026, -0.040, 20, 0.0235, 3), (0.030, 0.004, -50, 0.021, 9), (0.000, 0.036, 80, 0.022, 14)):
        top.add(food.meat(size, seed, ("#3A1608", "#94562A")), on(heap, x, y, 0.001), turned(("X", 14), ("Y", -12), ("Z", turn)))
    bone = food.turned_shape([(0.0055, -0.022), (0.0068, -0.021), (0.0064, -0.012), (0.0058, 0.012), (0.0068, 0.021), (0.0066, 0.023), (0.0034, 0.0232), (0.003, 0.018)], ["#E9DCC0", "#EFE4CA", "#DCC8A0", "#B08A5A", "#EFE4CA", "#F2E9D4", "#C99A7A", "#7A2E1E"], 14)
    top.add(bone, on(heap, -0.030, -0.046, 0.013), turned(("X", 80), ("Z", 58)))
    potato = food.bumped(food.ball(0.024, "#FFFFFF", 12, 20, (1.25, 0.95, 0.9)), Wave(8, 0.03), 0.0012)
    cloud = Wave(31, 0.025)
    top.add(food.coloured(potato, lambda v: blend("#B06410", "#EDB848", 0.5 + 0.42 * cloud(v) + 6 * v[:, 2])), on(heap, 0.012, -0.050, 0.002), turned(("Y", 14), ("Z", 24)))
    top.add(food.egg_half(0.0185), on(heap, 0.052, -0.030, 0.011), turned(("Y", 26), ("X", 30), ("Z", 10)))
    for x, y, a in ((-0.052, 0.006, 40), (0.022, 0.018, -75)):
        for part in food.chilli(0.052):
            top.add(part, on(heap, x, y, 0.005), turned(("Y", 8), ("Z", a)))
    trim = onions(heap, 52, 7, 0.74)
    rng = np.random.default_rng(3)
    for x, y, z in ((-0.030, -0.044, 0.018), (-0.022, -0.036, 0.019), (-0.034, -0.036, 0.017), (-0.016, -0.046, 0.016)):
        trim.add(food.fried_onion(rng), on(heap, x, y, z), turned(("X", 20), ("Z", rng.uniform(0, 360))))
    for k in range(18):
        x, y = rng.uniform(-0.055, 0.055, 2)
        trim.add(food.sliver(0.011, 0.0048, "#F2DFB4" if k % 3 else "#7A9A3A"), on(heap, x, y, 0.0042), turned(("X", rng.uniform(-40, 40)), ("Y", rng.uniform(-30, 30)), ("Z", rng.uniform(0, 360))))
    for k in range(34):  # saffron
        x, y = rng.uniform(-0.06, 0.06, 2)
        a = rng.uniform(0, 2 * math.pi)
        line = np.array([[0, 0, 0], [0.004, 0.001, 0.0015], [0.008, -0.001, 0.0012]])
        trim.add(food.strand(line, [0.0003, 0.0004, 0.0005], "#C8280A", 4), on(heap, x, y, 0.0035), turned(("Z", math.degrees(a))))
    herbs(trim, heap, [(-0.008, -0.024), (0.028, 0.000), (-0.034, 0.022)], 5)
    pot = tableware.handi()
    lid = tableware.handi_lid()
    leaning = Matrix.Translation((0.150, -0.030, 0.0978)) @ Matrix.Rotation(math.radians(-62), 4, "Y")
    leaning = Matrix.Translation((0.1345, -0.020, 0.0955)) @ Matrix.Rotation(math.radians(-8), 4, "Z") @ Matrix.Rotation(math.radians(73), 4, "Y") @ Matrix.Translation((0, 0, -0.008))
    cover = Part("lid", "Lid", "ঢাকনা", lid, "metal", (0, 0, 0), ("Beaten metal", "পেটানো ধাতু"), (1, 0.3, 0, 0.06, 2), place=leaning)
    cup, drink = borhani()
    root = Part("biryani", "Deg of kacchi biryani", "কাচ্চির হাঁড়ি", price=42000, children=[
        Part("pot", "Deg", "হাঁড়ি", pot, "metal", made_of=("Beaten metal, tinned", "কলাই করা পেটানো ধাতু"), explode=(0, 0, 0, 0.0, 0)),
        Part("rice", "Rice", "চাল", rice, "dry", (0, 0, 0.1), ("Long grain, saffron", "লম্বা চাল, জাফরান"), (0, 1, 0, 0.05, 1)),
        Part("meat", "Meat, potato, egg", "মাংস, আলু, ডিম", top.object(75), "wet", (0, 0, 0.15), ("Mutton on the bone", "হাড়সুদ্ধ খাসি"), (0, 1, 0, 0.10, 2)),
        Part("trim", "Fried onion and nuts", "বেরেস্তা ও বাদাম", trim.object(), "dry", (0, 0, 0.16), FRIED, (0, 1, 0, 0.15, 3)), cover,
        Part("cup", "Clay cup", "মাটির কাপ", cup, "clay", made_of=("Fired clay", "পোড়া মাটি"), explode=(-0.6, 0, 0.8, 0.05, 2)),
        Part("borhani", "Borhani", "বোরহানি", drink, "wet", made_of=("Curd, mint, spices", "দই, পুদিনা, মসলা"), explode=(-0.6, 0.3, 0.8, 0.06, 2))], hotspots=[
            extras.hotspot(on(heap, 0.0, -0.02, 0.01), (0, -0.5, 1), ("Saffron rice", "Each grain apart"), ("জাফরানি চাল", "দানায় দানা আলাদা")),
            extras.hotspot(on(heap, -0.026, -0.045, 0.02), (-0.3, -1, 0.6), ("Mutton", "Three hours under a sealed lid"), ("খাসির মাংস", "আঁটা ঢাকনার নিচে তিন ঘণ্টা")),
            extras.hotspot((0, -0.109, 0.056), (0, -1, 0), ("The deg", "Its round bottom keeps the heat even"), ("হাঁড়ি", "গোল তলায় আঁচ সমান"))],
        animations=[motion.Animation("cover", "The lid goes on", "ঢাকনা বসে", lid_goes_on(cover, leaning))])
    hammer = tableware.beaten()
    clay = tableware.clay()
    save(folder, root, [{"name": n, "bn": b, "price": 0, "materials": {**stuffs(), "metal": tableware.metal(n, c, r, hammer), "clay": clay}} for n, b, c, r in tableware.METALS], grid=16)


def lid_goes_on(cover, rest):
    """From leaning beside the pot to lying on its heap."""
    start = rest.translation
    high, end = Matrix.Translation((0.02, 0.0, 0.28)).translation, Matrix.Translation((0, 0, 0.158)).translation
    times = np.linspace(0, 1, 13)
    bow = [start * (1 - t) ** 2 + high * 2.2 * t * (1 - t) * 0.9 + end * t ** 2 for t in times]
    way = [0.9 * t * t * (3 - 2 * t) for t in times]
    slide = motion.Channel(cover, "slide", 1.6 * times, [np.array(p - start) for p in bow])
    return [slide, motion.turn(cover, (0, 1, 0), [(1.6 * t, -73 * w / 0.9) for t, w in zip(times, way)])]


def borhani():
    """A clay cup of green, salted curd."""
    cup = tableware.lathe("Cup", [(0, 0.002, 0), (0.019, 0, 0.002), (0.021, 0.002, 0.002), (0.0275, 0.050, 0.01), (0.030, 0.058, 0.002), (0.0295, 0.0605, 0.001), (0.0270, 0.0600, 0.0015), (0.0250, 0.050, 0.01), (0.018, 0.006, 0.004), (0, 0.005, 0)], 48)
    cup.data.transform(Matrix.Translation((-0.118, -0.098, 0)))
    b = Batch("Borhani")
    b.add(food.turned_shape([(0.018, 0.030), (0.0252, 0.0525), (0.0240, 0.0534), (0.012, 0.0530), (0.004, 0.0532)], ["#A9BE7C"] * 2 + ["#C6D69A", "#CBDAA2", "#D0DEAA"], 36), (-0.118, -0.098, 0))
    rng = np.random.default_rng(8)
    for k in range(14):
        a, r = rng.uniform(0, 6.28), 0.019 * math.sqrt(rng.random())
        b.add(food.ball(0.0006, "#3A3A1A", 3, 5), (-0.118 + r * math.cos(a), -0.098 + r * math.sin(a), 0.0532))
    b.add(food.leaf(0.016, 0.009, "#3F7A22", 0.3, 0.4), (-0.124, -0.100, 0.0545), turned(("Y", -14), ("Z", 20)))
    b.add(food.leaf(0.013, 0.008, "#4C8A2A", 0.3, 0.4), (-0.119, -0.099, 0.0548), turned(("Y", -20), ("Z", 95)))
    return cup, b.object(60)


def polao(folder):
    d = Dish(Heap(0.092, 0.046, 0.0105, seed=8, lumps=0.12, power=1.9, squash=(1.05, 0.95), rim=0.006)).garnish(42, 5, 0.86)
    heap, rng = d.heap, np.random.default_rng(4)
    rice = Batch("Rice")
    rice.add(heap.body("#E6D9B4", 12, 40))
    strewn(rice, heap, 2050, food.grain(0.0096, 0.0032), ["#F8F1DE", "#FBF6E8", "#F4E6BE"], 21, 17, 0.2, 0.0028, 1.0)
    d.wet.add(food.drumstick(2), on(heap, -0.002, -0.036, 0.0085), turned(("X", -20), ("Y", -9), ("Z", 196)))
    d.wet.add(food.egg_half(0.0185), on(heap, 0.052, -0.036, 0.005), turned(("Y", 16), ("X", 32), ("Z", 20)))
    d.wet.add(food.egg_half(0.0185), on(heap, 0.058, 0.010, 0.004), turned(("Y", 24), ("X", 12), ("Z", 80)))
    for x, y, a, z in ((-0.050, -0.050, 64, 0.006), (0.018, 0.020, -20, 0.008), (0.022, -0.062, 12, 0.005)):
        for part in food.chilli(0.056):
            d.wet.add(part, on(heap, x, y, z), turned(("Y", 6), ("Z", a)))
    for k in range(16):
        x, y = rng.uniform(-0.06, 0.06, 2)
        d.dry.add(food.sliver(0.011, 0.0048, "#F0DDB0"), on(heap, x, y, 0.004), turned(("X", rng.uniform(-40, 40)), ("Z", rng.uniform(0, 360))))
    for k in range(9):  # raisins
        x, y = rng.uniform(-0.06, 0.06, 2)
        d.wet.add(food.bumped(food.ball(0.0042, "#5A2A10", 5, 8, (1.4, 1, 0.8)), Wave(k, 0.004), 0.0006), on(heap, x, y, 0.002), turned(("Z", rng.uniform(0, 360))))
    herbs(d.dry, heap, [(-0.040, -0.010), (0.040, -0.010), (0.0, 0.03)], 6)
    d.save(folder, "polao", "Morog polao", "মোরগ পোলাও", 31000, rice.object(), ("Chinigura, cooked in stock", "চিনিগুঁড়া, ঝোলে রাঁধা"), (("Polao", "পোলাও"), ("Chicken, egg, chillies", "মোরগ, ডিম, মরিচ")),
           ("Local cockerel", "দেশি মোরগ"), ("Fried onion and almonds", "বেরেস্তা ও বাদাম"), ("Onion and almonds, fried brown", "ভাজা পেঁয়াজ ও কাঠবাদাম"), [
               extras.hotspot(on(heap, 0.010, -0.042, 0.033), (-0.1, -0.7, 1), ("A whole leg", "Browned before it meets the rice"), ("আস্ত রান", "ভাতে দেওয়ার আগে ভেজে নেওয়া")),
               extras.hotspot(on(heap, 0.052, -0.036, 0.018), (0.3, -0.8, 0.8), ("The egg", "It hides underneath; we show it here"), ("ডিম", "থাকে নিচে; এখানে দেখানো হলো")),
               extras.hotspot(on(heap, 0.0, 0.0, 0.004), (0, -0.4, 1), ("Chinigura", "Small grains that smell before they are seen"), ("চিনিগুঁড়া", "দেখার আগেই ঘ্রাণ পাওয়া যায়"))])


def akhni(folder):
    d = Dish(Heap(0.094, 0.046, 0.0105, seed=12, lumps=0.16, power=2.0, squash=(1.04, 0.96), rim=0.006)).garnish(78, 9, 0.84)
    heap, rng = d.heap, np.random.default_rng(14)
    rice = Batch("Rice")
    rice.add(heap.body("#7A4A1E", 12, 40))
    strewn(rice, heap, 1800, food.grain(0.0100, 0.0030), ["#D9B47A", "#C89A5A", "#E6CC9A", "#A8702E"], 31, 18, 0.15, 0.0027, 1.0, [0.4, 0.35, 0.25], patches(15, 0.05, 0.1))
    for k, (x, y) in enumerate(((-0.050, -0.036), (-0.016, -0.052), (0.018, -0.040), (-0.030, -0.008), (0.010, -0.010), (0.036, 0.004), (-0.010, 0.026), (-0.056, 0.010), (0.026, 0.040))):
        d.wet.add(food.meat(rng.uniform(0.0125, 0.0155), 40 + 7 * k, ("#2E1206", "#94582C"), 20, 13), on(heap, x, y, 0.003), turned(("X", rng.uniform(-25, 25)), ("Y", rng.uniform(-25, 25)), ("Z", rng.uniform(0, 360))))
    d.wet.add(citrus.lime_slice(), (0.062, -0.036, 0.0335), turned(("X", 50), ("Y", 4), ("Z", 48)))
    d.wet.add(citrus.lime_wedge(0.020), (0.060, -0.078, 0.0320), turned(("X", 34), ("Z", 32)))
    for k in range(4):
        d.wet.add(food.cucumber_slice(), (-0.081 + 0.0135 * k, -0.034 - 0.0135 * k, 0.0225 + 0.0008 * k), turned(("X", (30, 38, 34, 43)[k]), ("Y", (0, 4, -3, 2)[k]), ("Z", -56 + 11 * k)))
    for x, y, a in ((-0.004, -0.070, 8), (0.050, -0.010, 60)):
        for part in food.chilli(0.050):
            d.wet.add(part, on(heap, x, y, 0.006), turned(("Z", a)))
    herbs(d.dry, heap, [(-0.034, -0.024), (0.020, -0.022), (-0.002, 0.010), (0.044, -0.030)], 3)
    d.save(folder, "akhni", "Beef akhni", "গরুর আখনি", 27000, rice.object(), ("Kalijira, in spiced broth", "কালিজিরা, মসলার ঝোলে"), (("Akhni rice", "আখনির ভাত"), ("Beef, lemon, cucumber", "গরু, লেবু, শসা")),
           BEEF, ("Fried onion", "বেরেস্তা"), FRIED, [
               extras.hotspot(on(heap, -0.016, -0.052, 0.014), (0, -1, 0.6), ("Small cubes", "One in every spoonful"), ("ছোট টুকরা", "চামচে চামচে একটা")),
               extras.hotspot((0.066, -0.052, 0.042), (0.3, -1, 0.3), ("Lemon", "Squeeze it over at the end"), ("লেবু", "শেষে চিপে দিন")),
               extras.hotspot(on(heap, 0.0, 0.01, 0.006), (0, -0.4, 1), ("Beresta", "Onions fried slowly until brown"), ("বেরেস্তা", "ধীরে ভাজা বাদামি পেঁয়াজ"))])


def khichuri(folder):
    d = Dish(Heap(0.092, 0.042, 0.0105, seed=17, lumps=0.14, power=2.0, squash=(1.05, 0.95), rim=0.006)).garnish(16, 3, 0.7)
    heap, rng = d.heap, np.random.default_rng(24)
    rice = Batch("Rice")
    rice.add(heap.body("#9A6410", 12, 40))
    strewn(rice, heap, 1750, food.grain(0.0090, 0.0032), ["#EDBE4A", "#E5AE36", "#F3D27A"], 41, 19, 0.15, 0.0029, 1.0)
    strewn(rice, heap, 260, food.ball(0.0021, "#FFFFFF", 3, 6, (1, 1, 0.55)), ["#D98E1E", "#C67A14", "#E8A83A"], 43, 20, -0.2, 0.003, 0.98)
    d.wet.add(food.fried_egg(), on(heap, 0.002, -0.016, -0.002), turned(("X", 20), ("Z", 10)), (0.98, 0.98, 1.25))
    for x, y, a, tip in ((-0.062, -0.046, -40, 44), (-0.080, -0.014, -62, 46)):
        d.wet.add(aubergine(7 if tip == 44 else 12), (x, y, 0.030), turned(("X", tip), ("Z", a)))
    for k in range(7):
        a, r = rng.uniform(0, 6.28), 0.011 * math.sqrt(rng.random())
        d.wet.add(food.bumped(food.ball(rng.uniform(0.005, 0.0075), blend("#6A1A06", "#A8480E", [rng.random()])[0], 6, 10, (1.2, 0.9, 0.8)), Wave(70 + k, 0.006), 0.0010), (0.070 + r * math.cos(a), -0.056 + r * math.sin(a), 0.0175 + rng.uniform(0, 0.004)), turned(("Z", rng.uniform(0, 360))))
    for x, y, a in ((0.050, -0.018, 50), (0.058, 0.012, 74)):
        for part in food.chilli(0.054, "#8C1608" if a == 74 else "#2E6B16"):
            d.wet.add(part, on(heap, x, y, 0.006), turned(("Y", 10), ("Z", a)))
    herbs(d.dry, heap, [(-0.030, 0.016), (0.034, -0.040), (-0.016, -0.058)], 8)
    d.save(folder, "khichuri", "Bhuna khichuri with egg", "ডিম-ভুনা খিচুড়ি", 23000, rice.object(), ("Roast mung and short rice", "ভাজা মুগ ও খাটো চাল"), (("Khichuri", "খিচুড়ি"), ("Egg, aubergine, pickle", "ডিম, বেগুন, আচার")),
           ("Fried in mustard oil", "সরিষার তেলে ভাজা"), ("Herbs and onion", "ধনেপাতা ও বেরেস্তা"), ("Fresh coriander, fried onion", "টাটকা ধনেপাতা, ভাজা পেঁয়াজ"), [
               extras.hotspot(on(heap, 0.002, -0.024, 0.014), (0, -0.6, 1), ("Fried hard at the edge", "And soft in the middle if you ask"), ("ধারে কড়া ভাজা", "বললে মাঝখানটা নরম")),
               extras.hotspot((-0.070, -0.060, 0.040), (-0.5, -1, 0.4), ("Aubergine", "Rounds, salted before the pan"), ("বেগুনভাজা", "লবণ মেখে ভাজা চাকা")),
               extras.hotspot((0.070, -0.062, 0.026), (0.4, -1, 0.5), ("Mango pickle", "A spoonful is a good deal"), ("আমের আচার", "এক চামচই যথেষ্ট"))])


def aubergine(seed):
    """A fried round: dark skin, gold face."""
    cloud, fine = Wave(seed, 0.016), Wave(seed + 1, 0.005)
    shape = food.disc_slice(0.026, 0.0095, [0.08, 0.2, 0.32, 0.44, 0.56, 0.68, 0.78, 0.88, 0.96, 1.0], ["#B8762A"] * 8 + ["#5A2A10", "#1E0A18"], 36)
    v, f, c = shape
    face = (np.hypot(v[:, 0], v[:, 1]) < 0.0245)[:, None]
    gold = blend("#5E2A0A", "#D79A3E", 0.62 + 0.26 * cloud(v) + 0.16 * fine(v))
    v = v + np.stack([0 * v[:, 0], 0 * v[:, 0], 0.0006 * fine(v)], 1)
    return v, f, np.where(face, gold, c)


def build(folder):
    geometry.reset()
    for make in (kacchi, polao, akhni, khichuri):
        make(folder)
