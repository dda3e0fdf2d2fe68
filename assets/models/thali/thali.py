# SPDX-License-Identifier: GPL-3.0-or-later
"""A vegetarian thali: rice in the middle, six small bowls round it in the order in which they are eaten."""
import math

import numpy as np

from lib import citrus, extras, food, geometry, materials, serving, tableware
from lib.food import Batch, Heap, Wave, blend, put, strewn, turned
from lib.glb import Part, save
from lib.serving import stuffs

RADIUS = 0.0345


def top(colour, seed, crown=0.0030, wave=0.0008):
    return serving.surface(RADIUS * 0.93, 0.0262, colour, wave, seed, crown, 11, 40)


def cloudy(low, high, seed, size=0.012):
    wave = Wave(seed, size)
    return lambda v: blend(low, high, 0.5 + 0.4 * wave(v))


def chunk(size, colours, seed, shape=(1, 1, 1), power=5.0):
    cloud = Wave(seed, size)
    return food.coloured(food.bumped(food.ball(size, "#FFFFFF", 8, 14, shape, power), Wave(seed + 1, size), size * 0.07), lambda v: blend(*colours, 0.5 + 0.4 * cloud(v)))


def bowls(wet, dry, gravy, rng):
    """What is in the six, each about its own middle: lists of (batch, shape, place, turn)."""
    def scatter(count, reach=0.024):
        for k in range(count):
            r, a = reach * math.sqrt((k + 0.5) / count), k * 2.399963 + 0.4
            yield r * math.cos(a), r * math.sin(a), 0.0272 + 0.0045 * (1 - r / reach)

    def spun(tilt=30):
        return turned(("X", rng.uniform(-tilt, tilt)), ("Y", rng.uniform(-tilt, tilt)), ("Z", rng.uniform(0, 360)))
    shukto = [(gravy, top(cloudy("#C9B88A", "#E6DAB4", 3), 3), None, None)]
    for k, (x, y, z) in enumerate(scatter(11)):
        what = [chunk(0.0060, ("#D9C48A", "#F0E2B8"), k, (2.4, 0.8, 0.8)), chunk(0.0060, ("#5E7A2A", "#8AA84A"), k, (2.2, 0.8, 0.7)), chunk(0.0058, ("#C87A2A", "#E8A04A"), k, (1.9, 0.9, 0.9))][k % 3]
        shukto.append((wet, what, (x, y, z), spun(22)))
    labra = [(gravy, top(cloudy("#9A5A18", "#C8862E", 5), 5, 0.006), None, None)]
    for k, (x, y, z) in enumerate(scatter(13)):
        what = [chunk(0.0072, ("#D07A1E", "#EBA03A"), k), chunk(0.0068, ("#4A2450", "#8A6A4A"), k, (1.2, 1, 0.7)), chunk(0.0062, ("#3E6A1E", "#7A9A3A"), k, (1.7, 0.8, 0.8)), chunk(0.0066, ("#E2C88A", "#F2E0B0"), k)][k % 4]
        labra.append((wet, what, (x, y, z + 0.002), spun()))
    dalna = [(gravy, top(cloudy("#8A2E0C", "#C0561A", 7), 7), None, None)]
    for k, (x, y, z) in enumerate(scatter(8, 0.022)):
        dalna.append((wet, chunk(0.0080, ("#D9A45A", "#F6E6C4"), k, (1, 1, 0.85), 7.0), (x, y, z), spun(18)))
    dal = [(gravy, top(cloudy("#C98E1A", "#EBBE4A", 9), 9, 0.0025), None, None)]
    for k, (x, y, z) in enumerate(scatter(12)):
        dal.append((dry, food.sliver(0.0075, 0.0034, "#F8F2E2"), (x, y, z - 0.0002), spun(18)))
    dal.append((wet, food.chilli(0.030, "#7A1408")[0], (0.002, -0.004, 0.0318), turned(("Z", 30))))
    chutney = [(gravy, top(cloudy("#8A1408", "#CC3A16", 11), 11, 0.004), None, None)]
    for k, (x, y, z) in enumerate(scatter(10)):
        chutney.append((wet, chunk(0.0058, ("#A01C0A", "#DC4A20"), k, (1.3, 1, 0.6), 2.6) if k % 3 else chunk(0.0038, ("#4A1E0A", "#7A3A16"), k, (1.5, 1, 0.8), 2.2), (x, y, z - 0.001), spun(20)))
    payesh = [(gravy, top(cloudy("#E6D2A6", "#F6EACC", 13), 13, 0.003), None, None)]
    for k, (x, y, z) in enumerate(scatter(46, 0.028)):
        payesh.append((dry, food.grain(0.0056, 0.0021, "#FBF6E8"), (x, y, z - 0.0018), spun(16)))
    for k, (x, y, z) in enumerate(scatter(5, 0.016)):
        payesh.append((wet, chunk(0.0034, ("#4A200C", "#7E4018"), k, (1.4, 1, 0.8), 2.2), (x, y, z), spun(20)))
    return [shukto, labra, dalna, dal, chutney, payesh]


NAMES = [("Shukto", "শুক্তো", "Bitter, to begin", "শুরুতে তেতো"), ("Labra", "লাবড়া", "Whatever the market had", "বাজারে যা ছিল"), ("Chhanar dalna", "ছানার ডালনা", "Curd cheese in a red gravy", "লাল ঝোলে ছানা"),
         ("Dal with coconut", "নারকেল দেওয়া ডাল", "Roasted first", "আগে ভাজা"), ("Tomato chutney", "টমেটোর চাটনি", "Sweet, sour, and raisins", "টক-মিষ্টি, কিশমিশ"), ("Payesh", "পায়েস", "To end with", "শেষে মিষ্টি")]


def build(folder):
    geometry.reset()
    rng = np.random.default_rng(12)
    wet, dry, gravy = Batch("Wet"), Batch("Dry"), Batch("Gravy")
    angles = [math.radians(a) for a in (196, 158, 112, 68, 22, -16)]
    places = [(0.112 * math.cos(a), 0.112 * math.sin(a)) for a in angles]
    contents = bowls(wet, dry, gravy, rng)
    for (x, y), content in zip(places, contents):
        for batch, shape, at, turn in content:
            at = (0, 0, 0) if at is None else at
            batch.add(shape, (at[0] + x, at[1] + y, at[2] + 0.0022), turn)
    heap = Heap(0.060, 0.046, 0.0024, seed=6, lumps=0.10, power=1.9)
    rice = Batch("Rice")
    rice.add(put(heap.body("#E6DEC8", 10, 36), (0, -0.052, 0)))
    grains = Batch("Grains")
    strewn(grains, heap, 900, food.grain(0.0088, 0.0030), ["#F8F3E6", "#FBF8F0", "#EFE8D6"], 61, 17, 0.2, 0.0028, 1.0)
    rice.add((np.concatenate(grains.vertices), grains.faces, np.concatenate(grains.colours)), (0, -0.052, 0))
    wet.add(citrus.lime_wedge(0.018), (0.076, -0.098, 0.018), turned(("X", -14), ("Z", 40)))
    for part in food.chilli(0.052):
        wet.add(part, (-0.074, -0.096, 0.0075), turned(("Z", -42)))
    for k in range(2):
        a = (-0.082 + 0.030 * k, -0.072 - 0.030 * k)
        wet.add(food.disc_slice(0.013, 0.0030, [0.2, 0.5, 0.8, 0.94, 1.0], ["#C8502A", "#D9602E", "#C84A22", "#B83E1C", "#9A2E14"], 24), (*a, 0.0035), turned(("X", 4)))
    for b in (dry,):
        for x, y in ((0.004, -0.070), (-0.016, -0.044)):
            for part in food.coriander(rng):
                b.add(part, (x, y, 0.0024 + float(heap.height(np.array([x, y + 0.052]))) + 0.003), turned(("Y", rng.uniform(-40, 0)), ("Z", rng.uniform(0, 360))))
    plate = Part("thali", "Thali", "থালা", tableware.thali(), "metal", made_of=("Spun metal", "কুঁদানো ধাতু"), explode=(0, 0, 0, 0.0, 0))
    katori = tableware.katori(RADIUS, 0.0280)
    small = [Part(f"katori-{k + 1}", NAMES[k][0], NAMES[k][1], katori, "metal", place=(x, y, 0.0022, 0), made_of=("Spun metal", "কুঁদানো ধাতু"), explode=(0, 1, 0, 0.03, 1)) for k, (x, y) in enumerate(places)]
    root = Part("niramish", "Niramish thali", "নিরামিষ থালি", price=26000, children=[
        plate, *small, Part("gravies", "Six dishes", "ছয় পদ", gravy.object(), "gravy", (0, 0, 0.02), ("Seasonal vegetables", "মৌসুমি সবজি"), (0, 1, 0, 0.07, 2)), Part("pieces", "Vegetables and chhana", "সবজি ও ছানা", wet.object(75), "wet", (0, 0, 0.03), ("Seasonal vegetables", "মৌসুমি সবজি"), (0, 1, 0, 0.11, 3)),
        Part("rice", "Rice", "ভাত", geometry.stand(rice.object()), "dry", (0, 0, 0.01), ("Plain rice", "সাদা ভাত"), (0, 1, 0, 0.05, 2)), Part("trim", "Herbs and coconut", "ধনেপাতা ও নারকেল", dry.object(), "dry", (0, 0, 0.03), ("Coriander, grated coconut", "ধনেপাতা, কোরানো নারকেল"), (0, 1, 0, 0.14, 4))], hotspots=[
            extras.hotspot((x, y - 0.012, 0.034), (0, -0.4, 1), (NAMES[k][0], NAMES[k][2]), (NAMES[k][1], NAMES[k][3]), small[k]) for k, (x, y) in enumerate(places)])
    slots = {**stuffs(), "gravy": materials.pbr("Gravy", "#FFFFFF", 0.22, extensions=materials.clearcoat(0.8, 0.07))}
    looks = [tableware.METALS[2], tableware.METALS[1], tableware.METALS[0]]
    save(folder, root, [{"name": n, "bn": b, "materials": {**slots, "metal": tableware.metal(n, c, r)}} for n, b, c, r in looks], grid=16)
