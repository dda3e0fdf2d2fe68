# SPDX-License-Identifier: GPL-3.0-or-later
"""A three-seat sofa: a teak frame with turned legs, boxed and piped cushions in khadi, two throw cushions."""
import math

import numpy as np
from mathutils import Matrix

from lib import extras, geometry, materials, parts, shapes, surfaces
from lib.geometry import superellipse
from lib.glb import Part, save
from lib.upholstery import cushion

WIDTH, SEAT, BACK = 2.06, 0.325, 0.36  # overall, the deck's height, and where the back begins


def stuffed(name, size, crown, seed, place, corner=0.055, count=66):
    return cushion(name, size[0], size[1], size[2], crown, seed, place, count, corner)


def leg(x, y, splay):
    profile = np.concatenate([geometry.rounded([(0.0, 0.0, 0), (0.0120, 0.0, 0.002), (0.0130, 0.0040, 0.001)], 3)[:-1],
                              geometry.spline([(0.0130, 0.0040), (0.0165, 0.0600), (0.0225, 0.1200), (0.0260, 0.1480),
                                               (0.0245, 0.1640)], 8)[:-1],
                              geometry.rounded([(0.0245, 0.1640, 0), (0.0275, 0.1660, 0.001), (0.0275, 0.1740, 0.001),
                                                (0.0225, 0.1760, 0.001), (0.0225, 0.1900, 0), (0.0, 0.1900, 0)], 2)])
    obj = geometry.finish(geometry.lathe("Leg", profile, 16), 35)
    shapes.warp(obj, lambda co: co + np.stack([splay[0] * (0.19 - co[:, 2]), splay[1] * (0.19 - co[:, 2]), 0 * co[:, 0]], 1))
    cap = geometry.finish(geometry.lathe("Cap", geometry.rounded([(0.0, -0.0002, 0), (0.0136, -0.0002, 0.001),
                                                                  (0.0150, 0.0220, 0.0008), (0.0140, 0.0225, 0.0003),
                                                                  (0.0, 0.0225, 0)], 2), 16), 35)
    shapes.warp(cap, lambda co: co + np.stack([splay[0] * (0.19 - co[:, 2]), splay[1] * (0.19 - co[:, 2]), 0 * co[:, 0]], 1))
    return geometry.moved(obj, (x, y, 0)), geometry.moved(cap, (x, y, 0.0002))


def bar(name, points, size, up=(0, 0, 1), dome=0.012, count=14, power=3.4):
    path = geometry.spline(points, 9)
    return shapes.bar(name, path, superellipse(*size, count, power, math.pi / count), up, dome, 3, 60)


def frame():
    """Rails, arms bowed like an oar, uprights, and slats under the seat."""
    half, pieces = WIDTH / 2, []
    for y in (-0.395, 0.350):
        pieces.append(bar("Rail", [(-half + 0.04, y, 0.215), (0, y, 0.212), (half - 0.04, y, 0.215)], (0.042, 0.075),
                          dome=0.004))
    for s in (-1, 1):
        x = s * (half - 0.045)
        pieces.append(bar("Side", [(x, -0.405, 0.215), (x, 0, 0.213), (x, 0.360, 0.215)], (0.042, 0.075), dome=0.004))
        pieces.append(bar("Post", [(x, -0.385, 0.235), (x * 1.002, -0.390, 0.40), (x * 1.004, -0.380, 0.575)], (0.040, 0.052),
                          (0, 1, 0), 0.006))
        pieces.append(bar("Post", [(x, 0.330, 0.235), (x, 0.348, 0.40), (x, 0.372, 0.575)], (0.040, 0.056), (0, 1, 0), 0.006))
        arm = geometry.spline([(x, -0.455, 0.588), (x * 1.006, -0.30, 0.602), (x * 1.008, -0.05, 0.598),
                               (x * 1.002, 0.22, 0.584), (x * 0.996, 0.415, 0.578)], 28)
        wide = np.interp(np.linspace(0, 1, 28), [0, 0.18, 0.45, 0.8, 1], [0.062, 0.092, 0.082, 0.062, 0.050])
        path, sections = geometry.domed(arm, np.array([superellipse(w, 0.034, 22, 3.0, math.pi / 22) for w in wide]), 0.016, 4)
        pieces.append(shapes.tube("Arm", path, sections, (0, 0, 1), sharp=60))
        for k in range(5):  # slats at the side
            y = -0.22 + 0.115 * k
            pieces.append(bar("Spindle", [(x, y, 0.245), (x + s * 0.004, y + 0.004, 0.42), (x * 1.003, y + 0.002, 0.585)],
                              (0.018, 0.018), (0, 1, 0), 0.002, 10, 2.2))
    top = [(-half + 0.06, 0.415, 0.735), (-0.5, 0.428, 0.757), (0, 0.432, 0.763), (0.5, 0.428, 0.757),
           (half - 0.06, 0.415, 0.735)]
    pieces.append(bar("Crest", top, (0.034, 0.062), (0, 0.24, 0.97), 0.014, 20, 2.8))
    for x in (-half + 0.075, -0.345, 0.345, half - 0.075):
        pieces.append(bar("Upright", [(x, 0.335, 0.230), (x, 0.365, 0.46), (x, 0.418, 0.735)], (0.030, 0.038), (0, 1, 0), 0.006,
                          14))
    for k in range(19):
        x = (k - 9) * 0.0985
        pieces.append(bar("Slat", [(x, 0.352, 0.245), (x, 0.376, 0.46), (x, 0.422, 0.730)], (0.016, 0.016), (0, 1, 0), 0.002, 8,
                          2.2))
    deck = geometry.box("Deck", (WIDTH - 0.14, 0.745, 0.022), (0, -0.0225, 0.2575), 0.006, 2)
    geometry.box_uv(deck, grain=0)
    return geometry.join("Frame", pieces + [geometry.finish(deck, 40)])


def legs():
    wood, caps = [], []
    for sx in (-1, 1):
        for y, sy in ((-0.385, -1), (0.340, 1)):
            a, b = leg(sx * (WIDTH / 2 - 0.055), y, (sx * 0.10, sy * 0.13))
            wood.append(a)
            caps.append(b)
    a, b = leg(0, -0.385, (0, -0.13))
    return geometry.join("Legs", wood + [a]), geometry.join("Caps", caps + [b])


def build(folder):
    geometry.reset()
    wood_base, wood_orm, wood_normal, wood_repeat = surfaces.wood("Teak", "#A87D52", "#6C4930", "#3A2618", seed=3)
    teak = materials.pbr("Oiled teak", base=wood_base, orm=wood_orm, normal=wood_normal, repeat=wood_repeat, normal_scale=0.7)
    names = ["Oat khadi", "Indigo khadi", "Moss khadi", "Madder khadi"]
    bases, weave, repeat = surfaces.cloth(names, [("#DDD2BC", "#CFC2A8", "#8E8068"), ("#46526B", "#56647F", "#1E2431"),
                                                  ("#6E765C", "#5C644C", "#2B3021"), ("#8E4536", "#9E5744", "#3F1C14")], seed=5,
                                          metres=0.085)
    variants = []
    looks = {"Oat": ("জই", "#B9A888", "#9A4A36", "#D9C9A6"), "Indigo": ("নীল", "#2B3447", "#D2A75C", "#E7D9BA"),
             "Moss": ("শ্যাওলা", "#464D38", "#D8CBA8", "#D8CBA8"), "Madder": ("মঞ্জিষ্ঠা", "#6A2A1E", "#D9B980", "#E9D3A8")}
    for name, base in zip(names, bases):
        key = name.split()[0]
        bn, cord, throw, thread = looks[key]
        variants.append({"name": key, "bn": bn, "materials": {
            "wood": teak, "fabric": materials.pbr(name, base=base, normal=weave, repeat=repeat, roughness=0.92,
                                                  normal_scale=0.8, extensions=materials.sheen("#403C34", 0.55)),
            "piping": materials.pbr(f"{key} piping", cord, 0.85, extensions=materials.sheen("#403C34", 0.6)),
            "throw": materials.pbr(f"{key} throw", throw, 0.9, normal=weave, repeat=repeat,
                                   extensions=materials.sheen("#4A4034", 0.55)),
                                                              "brass": variants[0]["materials"]["brass"] if variants
                                                              else materials.pbr("Brass caps", "#D6B070", 0.25, 1.0)}})
    teak_words, khadi = ("Solid teak, oiled", "তেল-মাজা নিরেট সেগুন কাঠ"), ("Hand-woven khadi cotton over foam",
                                                                            "ফোমের ওপর হাতে বোনা খাদি")
    children, recline = [], math.radians(14)
    wide = 0.628
    for k, (en, bn) in enumerate((("Left", "বাঁ"), ("Middle", "মাঝের"), ("Right", "ডান"))):
        x = (k - 1) * (wide + 0.006)
        place = Matrix.Translation((x, -0.055, SEAT + 0.018)) @ Matrix.Rotation(math.radians(-2.2), 4, "X")
        seat, cord = stuffed(f"Seat {k}", (wide, 0.700, 0.125), 0.040, 2 + k, place)
        children.append(Part(f"seat-{k + 1}", f"{en} seat cushion", f"{bn} বসার গদি", origin=(x, -0.055, SEAT), made_of=khadi,
                             explode=(0, 1, 0.25, 0.30, 2), price=850000, layers=[(seat, "fabric"), (cord, "piping")]))
        place = Matrix.Translation((x, 0.296, 0.590)) @ Matrix.Rotation(math.pi / 2 - recline, 4, "X")
        rest, cord = stuffed(f"Back {k}", (wide, 0.420, 0.115), 0.054, 12 + k, place)
        children.append(Part(f"back-{k + 1}", f"{en} back cushion", f"{bn} পিঠের গদি", origin=(x, 0.296, 0.59), made_of=khadi,
                             explode=(0, 0.8, 0.6, 0.36, 1), price=720000, layers=[(rest, "fabric"), (cord, "piping")]))
    for s, en, bn in ((-1, "Left", "বাঁ"), (1, "Right", "ডান")):
        place = Matrix.Translation((s * 0.770, 0.120, 0.585)) @ Matrix.Rotation(math.radians(-s * 14), 4,
                                                                                "Z") @ Matrix.Rotation(math.radians(90 - 26), 4,
                                                                                        "X") @ Matrix.Rotation(math.radians(s
                                                                                                * 4), 4, "Z")
        soft, cord = stuffed(f"Throw {en}", (0.42, 0.42, 0.052), 0.058, 22 + s, place, 0.030, 60)
        children.append(Part(f"throw-{en.lower()}", f"{en} throw cushion", f"{bn} ছোট কুশন", origin=(s * 0.77, 0.12, 0.585),
                             made_of=khadi, explode=(0, 0.9, 1, 0.42, 1), price=180000,
                             layers=[(soft, "throw"), (cord, "piping")]))
    wood_legs, caps = legs()
    body = Part("frame", "Teak frame", "সেগুনের কাঠামো", frame(), "wood", (0, 0, 0.3), teak_words, (0, 1, 0, 0.12, 3))
    root = Part("sofa", "Three-seat sofa", "তিন আসনের সোফা", price=8900000, children=[
        body, Part("legs", "Turned legs", "কোঁদা পায়া", origin=(0, 0, 0.1), made_of=teak_words, explode=(0, 1, 0, 0.0, 0),
                   layers=[(wood_legs, "wood"), (caps, "brass")])] + children, hotspots=[
        extras.hotspot((-1.0, -0.44, 0.61), (-0.3, -0.8, 1), ("Teak arms", "Shaped by spokeshave, wide enough for a cup"),
                       ("সেগুনের হাতল", "চায়ের কাপ রাখার মতো চওড়া"), body),
        extras.hotspot((0.0, -0.40, 0.40), (0, -1, 0.5), ("Loose cushions", "Turn them, wash them, change their colour"),
                       ("আলগা গদি", "উল্টানো, ধোয়া, রং বদলানো যায়"), children[2]),
        extras.hotspot((0.98, -0.41, 0.05), (0.3, -1, 0.2), ("Brass feet", "Caps that spare the floor"),
                       ("পিতলের পা", "মেঝেতে দাগ পড়ে না"), None)])
    save(folder, root, variants)
