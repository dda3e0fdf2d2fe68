# SPDX-License-Identifier: GPL-3.0-or-later
"""A smart speaker: cloth drawn over a barrel on a turned foot, a dished glass top with a ring of light, drivers within."""
import math

import numpy as np

from lib import extras, geometry, materials, motion, parts, shapes, surfaces
from lib.decals import Sheet
from lib.glb import Part, save

WALL = geometry.spline([(0.0520, 0.0205), (0.0595, 0.0330), (0.0640, 0.0600), (0.0642, 0.0900), (0.0600, 0.1250),
                        (0.0535, 0.1480), (0.0500, 0.1560)], 40)
TILE = 0.038


def sleeve():
    """The knitted cover, rolled in at both ends, with a seam down its back."""
    profile = np.concatenate([[(0.0470, 0.0190), (0.0492, 0.0186), (0.0510, 0.0192)], WALL,
                              [(0.0492, 0.1570), (0.0482, 0.1562), (0.0478, 0.1540)]])
    body = geometry.finish(geometry.lathe("Sleeve", profile, 96, tile=TILE), 180, weighted=False)
    seam = [parts.stitches("Seam", np.stack([np.full(40, d), WALL[:, 0] + 0.0001, WALL[:, 1]], 1)[2:-2], (0, 1, 0), 0.0042,
                           0.0024, 0.0005) for d in (-0.0016, 0.0016)]
    return body, geometry.join("Seam", seam)


def foot():
    profile = np.concatenate([geometry.rounded([(0.0, 0.0016, 0), (0.0380, 0.0016, 0.0005), (0.0390, 0.0, 0.0005),
                                                (0.0430, 0.0, 0.0020), (0.0468, 0.0060, 0)], 3)[:-1],
                              geometry.spline([(0.0468, 0.0060), (0.0500, 0.0120), (0.0520, 0.0170)], 8)[:-1],
                              geometry.rounded([(0.0520, 0.0170, 0), (0.0518, 0.0194, 0.0008), (0.0470, 0.0200, 0.0004),
                                                (0.0, 0.0200, 0)], 3)])
    return geometry.finish(geometry.lathe("Foot", profile, 80, tile=0.07), 32)


def ring():
    """A bright ring between cloth and glass, and the inlay above the foot."""
    top = geometry.lathe("Ring", geometry.rounded([(0.0450, 0.1545, 0), (0.0478, 0.1545, 0), (0.0484, 0.1580, 0.0005),
                                                   (0.0470, 0.1594, 0.0007), (0.0456, 0.1590, 0.0003), (0.0450, 0.1570, 0),
                                                   (0.0450, 0.1545, 0)], 3), 80)
    dot = shapes.facing(parts.rivet("Dot", 0.0026, 0.0010, 24), (0, -0.0627, 0.0400), (0, -1, -0.18))
    return geometry.join("Ring", [geometry.finish(top, 30), dot])


def lid():
    """Black glass, dished for the fingertip; its print is planned from above."""
    profile = geometry.rounded([(0.0, 0.1545, 0), (0.0452, 0.1545, 0.0003), (0.0454, 0.1582, 0.0005), (0.0436, 0.1586, 0.0004),
                                (0.0405, 0.1578, 0.0006), (0.0340, 0.1562, 0.003), (0.0160, 0.1552, 0.004), (0.0, 0.1550, 0)],
                               4)
    return shapes.plan_uv(geometry.finish(geometry.lathe("Lid", profile, 80), 30), 0.092, 0.092, upwards=(0, 1, 0))


def glow():
    """Light drawn out like a comet's tail, so that its turning can be seen."""
    a = np.linspace(0, math.radians(330), 90)
    path = np.stack([0.0421 * np.sin(a), 0.0421 * np.cos(a), np.full(90, 0.15845)], 1)
    thin = 0.00022 + 0.00075 * (1 - np.linspace(0, 1, 90)) ** 0.8
    return shapes.tube("Glow", path, np.array([shapes.circle(1.0, 8) * t for t in thin]), (0, 0, 1), sharp=180)


def woofer():
    frame = geometry.lathe("Basket", geometry.rounded([(0.0, 0.0920, 0), (0.0200, 0.0920, 0.002), (0.0220, 0.1060, 0.001),
                                                       (0.0330, 0.1180, 0.001), (0.0420, 0.1185, 0.0008),
                                                       (0.0420, 0.1215, 0.0008), (0.0392, 0.1215, 0)], 3), 64)
    return geometry.finish(frame, 30)


def cone():
    out = geometry.lathe("Cone", np.concatenate([[(0.0415, 0.1205)], [(0.0370 + 0.0040 * math.cos(t),
                                                                       0.1212 + 0.0040 * math.sin(t))
                                                                      for t in np.linspace(0, math.pi, 10)],
                                                 [(0.0320, 0.1205), (0.0200, 0.1140), (0.0135, 0.1110)],
                                                 [(0.0130 * math.cos(t), 0.1110 + 0.0056 * math.sin(t))
                                                  for t in np.linspace(0, math.pi / 2, 8)]]), 64)
    out["open"] = True
    return geometry.finish(out, 50, weighted=False)


def tweeters():
    pods, domes = [], []
    for k in range(3):
        a = 2 * math.pi * k / 3 - math.pi / 2
        way = np.array([math.cos(a), math.sin(a), 0])
        cup = geometry.lathe("Pod", geometry.rounded([(0.0, -0.012, 0), (0.0130, -0.012, 0.001), (0.0165, 0.0, 0.0008),
                                                      (0.0165, 0.0024, 0.0006), (0.0120, 0.0006, 0.0006), (0.0105, -0.0006, 0)],
                                                     2), 36)
        dome = geometry.lathe("Dome", [(0.0105 * math.cos(t), -0.0006 + 0.0048 * math.sin(t))
                                       for t in np.linspace(0, math.pi / 2, 8)], 32)
        for obj, where in ((cup, pods), (dome, domes)):
            where.append(shapes.facing(geometry.finish(obj, 35), way * 0.0500 + [0, 0, 0.0620], way))
    pods = geometry.join("Pods", pods)
    pods["open"] = True
    return pods, geometry.join("Domes", domes)


def chassis():
    tower = geometry.lathe("Tower", geometry.rounded([(0.0, 0.0205, 0), (0.0470, 0.0205, 0.002), (0.0500, 0.0330, 0.004),
                                                      (0.0390, 0.0400, 0.003), (0.0370, 0.0840, 0.004), (0.0450, 0.0900, 0.002),
                                                      (0.0450, 0.0915, 0.0005), (0.0, 0.0915, 0)], 3), 56)
    ribs = [shapes.placed(geometry.box("Rib", (0.0030, 0.0100, 0.0640), (0, 0.0452, 0.1235), 0.0008, 1), (0, 0, 0),
                          [("Z", 60 * k + 30)]) for k in range(6)]
    hoop = geometry.lathe("Hoop", geometry.rounded([(0.0440, 0.1490, 0), (0.0490, 0.1490, 0.0006), (0.0490, 0.1540, 0.0006),
                                                    (0.0440, 0.1540, 0.0006), (0.0440, 0.1490, 0)], 2), 56)
    return geometry.join("Chassis", [geometry.finish(tower, 32)] + ribs + [geometry.finish(hoop, 32)])


def board():
    pcb = shapes.extrude("Board", shapes.circle(0.0420, 56), 0.0016, 0.0003, 1, base=0.1440)
    bits = [geometry.box("Chip", (w, d, 0.0016), (x, y, 0.1462), 0.0003, 1) for x, y, w,
            d in ((0, 0, 0.012, 0.012), (0.018, 0.006, 0.008, 0.006), (-0.016, -0.010, 0.010, 0.007),
                  (-0.012, 0.018, 0.006, 0.006))]
    for k in range(24):
        a = 2 * math.pi * k / 24
        bits.append(shapes.placed(geometry.box("Light", (0.0026, 0.0018, 0.0009), (0, 0.0385, 0.1459), 0.0002, 1), (0, 0, 0),
                                  [("Z", math.degrees(a))]))
    return geometry.join("Board", [pcb] + bits)


def printed():
    sheet = Sheet(0.092, 0.092, 768, "#0B0C0E")
    ink = "#B9B4A8"
    for x, y in ((-0.018, 0.0), (0.018, 0.0)):
        sheet.paint(sheet.stroke([(x - 0.0034, y), (x + 0.0034, y)], 0.0009), ink)
    sheet.paint(sheet.stroke([(0.018, -0.0034), (0.018, 0.0034)], 0.0009), ink)
    for d in range(4):
        a = math.pi / 2 * d
        sheet.paint(sheet.disc(0.0007, (0.0042 * math.cos(a), 0.0042 * math.sin(a))), ink)
    sheet.paint(sheet.disc(0.0016), "#D9A856")
    for s in (-1, 1):
        sheet.paint(sheet.disc(0.0005, (s * 0.005, 0.030)), "#3A3A3C")
    sheet.paint(sheet.ring(0.0421, 0.0022), "#1C1D20")
    return sheet.jpeg("Touch print", 90)


def build(folder):
    geometry.reset()
    names = ["Oat knit", "Ink knit", "Madder knit", "Moss knit"]
    bases, weave, repeat = surfaces.cloth(names, [("#D9CFBC", "#C2B69F", "#857A66"), ("#4A505A", "#343941", "#15171B"),
                                                  ("#9C4A38", "#80392B", "#3F1B13"), ("#6C765A", "#535C43", "#262B1D")],
                                          seed=33, yarns=28, metres=TILE)
    wood_base, wood_orm, wood_normal, wood_repeat = surfaces.wood("Walnut", "#6A5040", "#3E2D22", "#1B120C", seed=8,
                                                                  metres=(0.07, 0.20), rings=7, size=320)
    walnut = materials.pbr("Walnut", base=wood_base, orm=wood_orm, normal=wood_normal, repeat=wood_repeat, normal_scale=0.6,
                           roughness=0.9)
    print_sheet = materials.pbr("Touch glass", base=printed(), roughness=0.12, extensions=materials.clearcoat(1.0, 0.04))
    variants = []
    for name, bn, base, metal, light in zip(("Oat", "Ink", "Madder", "Moss"), ("জই", "কালি", "মঞ্জিষ্ঠা", "শ্যাওলা"), bases,
                                            ("#D6B070", "#C9C7C2", "#D6B070", "#D6B070"),
                                            ("#FFD9A0", "#9FE6EE", "#FFC48A", "#D8F0B0")):
        variants.append({"name": name, "bn": bn, "materials": {
            "cloth": materials.pbr(f"{name} knit", base=base, normal=weave, repeat=repeat, roughness=0.92,
                                   extensions=materials.sheen("#38352E", 0.55)), "wood": walnut,
            "metal": materials.pbr(f"{name} metal", metal, 0.28, 1.0, extensions=materials.anisotropy(0.6)), "glass": print_sheet,
                                                               "glow": materials.glowing(f"{name} light", light, 6.0)}})
    cloth, seam = sleeve()
    pods, domes = tweeters()
    aluminium = ("Spun aluminium", "ঘূর্ণিত অ্যালুমিনিয়াম")
    light = Part("light", "Ring of light", "আলোর বলয়", glow(), "glow", (0, 0, 0.158), ("Twenty-four LEDs", "চব্বিশটি এলইডি"))
    top = Part("lid", "Touch glass", "ছোঁয়ার কাচ", lid(), "glass", (0, 0, 0.156), ("Toughened glass", "শক্ত কাচ"),
               (0, 1, 0, 0.150, 1), [light])
    diaphragm = Part("cone", "Woofer cone", "উফারের শঙ্কু", cone(), "metal", (0, 0, 0.115),
                     ("Anodised aluminium", "অ্যানোডাইজ করা অ্যালুমিনিয়াম"), (0, 1, 0, 0.020, 3))
    bass = Part("woofer", "Woofer", "উফার", woofer(), "glass", (0, 0, 0.105), ("Neodymium motor", "নিওডিমিয়াম চুম্বক"),
                (0, 1, 0, 0.075, 2), [diaphragm])
    jacket = Part("sleeve", "Knitted sleeve", "বোনা আবরণ", origin=(0, 0, 0.09),
                  made_of=("Recycled polyester knit", "পুনর্ব্যবহৃত বোনা কাপড়"), explode=(-1, 0, 0, 0.170, 1), price=90000,
                  layers=[(cloth, "cloth"), (seam, "cloth")])
    root = Part("speaker", "Smart speaker", "স্মার্ট স্পিকার", price=890000, children=[
        jacket, top, Part("ring", "Trim ring", "ধাতব বলয়", ring(), "metal", (0, 0, 0.156), aluminium, (0, 1, 0, 0.135, 1)),
        Part("board", "Microphones and board", "মাইক্রোফোন ও বোর্ড", board(), "glass", (0, 0, 0.145),
             ("Fibreglass", "ফাইবার গ্লাস"), (0, 1, 0, 0.112, 2)), bass,
        Part("tweeters", "Three tweeters", "তিনটি টুইটার", origin=(0, 0, 0.062), made_of=("Silk domes", "রেশমের গম্বুজ"),
             explode=(0, 1, 0, 0.040, 3), layers=[(pods, "glass"), (domes, "metal")]),
        Part("chassis", "Chassis", "কাঠামো", chassis(), "glass", (0, 0, 0.06), ("Glass-filled nylon", "কাচতন্তু মেশানো নাইলন"),
             (0, 1, 0, 0.030, 3)),
        Part("foot", "Walnut foot", "আখরোট কাঠের পায়া", foot(), "wood", (0, 0, 0.01), ("Oiled walnut", "তেল-মাজা আখরোট কাঠ"),
             (0, 1, 0, 0.0, 0))],
        hotspots=[extras.hotspot((0, 0, 0.156), (0, 0, 1), ("Touch glass", "Tap to stop, draw a circle for the volume"),
                                 ("ছোঁয়ার কাচ", "ছুঁলে থামে, বৃত্ত আঁকলে শব্দ বাড়ে"), top),
                  extras.hotspot((-0.045, -0.045, 0.09), (-0.7, -0.7, 0), ("Knitted sleeve", "Comes off and can be washed"),
                                 ("বোনা আবরণ", "খুলে ধোয়া যায়"), jacket),
                  extras.hotspot((0.02, -0.044, 0.010), (0.3, -1, 0), ("Walnut foot", "Turned from one block, oiled"),
                                 ("আখরোট পায়া", "এক খণ্ড কাঠে কোঁদা"), None)],
        animations=[motion.Animation("listen", "Listening", "শুনছে", [motion.spin(light, (0, 0, 1), -1, 2.0)], loop=True),
                    motion.Animation("bass", "Bass", "নিচু সুর",
                                     [motion.slide(diaphragm, (0, 0, 1),
                                                   [(k / 64, 0.0018 * math.sin(k / 8 * math.pi * 2)) for k in range(9)])],
                                     loop=True)])
    save(folder, root, variants)
