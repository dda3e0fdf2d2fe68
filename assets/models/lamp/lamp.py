# SPDX-License-Identifier: GPL-3.0-or-later
"""An articulated desk lamp: two pairs of rods held by springs, a spun shade, a heavy foot. Lit or not is a variant.

It is drawn in profile, the head reaching left over the work, and then turned a little towards the eye, so that the shop's
first view looks under the shade.
"""
import math

import numpy as np
from mathutils import Matrix, Vector

from lib import extras, geometry, materials, motion, parts, shapes, surfaces
from lib.glb import Part, save
from lib.shade import shaded

FOOT = np.array([0.105, 0.0, 0.0])
SHOULDER = FOOT + [0.0, 0, 0.064]
ELBOW = SHOULDER + [0.120, 0, 0.285]
WRIST = ELBOW + [-0.330, 0, 0.080]
TOWARDS = Matrix.Rotation(math.radians(28), 4, "Z")
TILT = math.radians(-36)  # of the head from straight down, outwards


def foot():
    disc = geometry.lathe("Foot", geometry.rounded([(0.0, 0.0030, 0), (0.0780, 0.0030, 0.0005), (0.0800, 0.0022, 0.0006),
                                                    (0.0840, 0.0050, 0.0020), (0.0840, 0.0150, 0.0045), (0.0700, 0.0195, 0.010),
                                                    (0.0260, 0.0240, 0.006), (0.0220, 0.0270, 0.003), (0.0, 0.0270, 0)], 5), 96)
    felt = geometry.lathe("Felt", geometry.rounded([(0.0, 0.0, 0), (0.0790, 0.0, 0.0005), (0.0790, 0.0036, 0.0004),
                                                    (0.0, 0.0036, 0)], 2), 64)
    return shapes.placed(geometry.finish(disc, 35), FOOT), shapes.placed(geometry.finish(felt, 40), FOOT)


def column():
    post = geometry.lathe("Post", geometry.rounded([(0.0, 0.0260, 0), (0.0150, 0.0260, 0.0005), (0.0160, 0.0290, 0.001),
                                                    (0.0120, 0.0330, 0.002), (0.0110, 0.0480, 0.001), (0.0125, 0.0500, 0.0006),
                                                    (0.0125, 0.0540, 0.0006), (0.0, 0.0545, 0)], 4), 48)
    pieces = [shapes.placed(geometry.finish(post, 32), FOOT)]
    for s in (-1, 1):  # cheeks that hold the arm
        cheek = shapes.extrude("Cheek", shapes.smooth([(-0.0110, -0.014, 0.002), (0.0110, -0.014, 0.002),
                                                       (0.0130, 0.004, 0.012), (0.0, 0.0160, 0.012), (-0.0130, 0.004, 0.012)],
                                                      6), 0.0032, 0.0008, 3)
        pieces.append(shapes.facing(cheek, SHOULDER + [0, s * 0.0130 - (0.0016 if s > 0 else -0.0016), 0.0], (0, s, 0)))
    pieces += pivot(SHOULDER, 0.0175)
    return geometry.join("Column", pieces)


def pivot(at, half, radius=0.0070):
    """A bolt through a joint with a turned nut at either side."""
    out = []
    for s in (-1, 1):
        nut = parts.knurled("Nut", geometry.rounded([(0.0, -0.002, 0), (radius, -0.002, 0), (radius, 0.0002, 0),
                                                     (radius, 0.0046, 0), (radius - 0.0010, 0.0056, 0.0006),
                                                     (radius * 0.5, 0.0058, 0.0004), (radius * 0.42, 0.0050, 0.0003),
                                                     (0.0, 0.0050, 0)], 2),
                            20, 0.05, 0.0001, 0.0047, 40)
        out.append(shapes.facing(nut, at + [0, s * (half - 0.004), 0], (0, s, 0)))
    out.append(shapes.facing(geometry.finish(geometry.lathe("Bolt", [(0.0, -half), (0.0030, -half), (0.0030, half),
                                                                     (0.0, half)], 16), 40), at, (0, 1, 0)))
    return out


def rods(a, b, gap=0.0085, lift=0.0, name="Rod"):
    """Two parallel rods from joint to joint with turned ferrules."""
    out = []
    d = (b - a) / np.linalg.norm(b - a)
    for s in (-1, 1):
        o = np.array([0, s * gap, 0])
        out.append(shapes.bar(name, np.linspace(a + d * 0.004 + o, b - d * 0.004 + o, 6), shapes.circle(0.0034, 12), (0, 1, 0),
                              0.0012, 3))
        for end, sign in ((a, 1), (b, -1)):
            ferrule = geometry.lathe("Ferrule", geometry.rounded([(0.0034, 0.0, 0), (0.0050, 0.0, 0.0006),
                                                                  (0.0050, 0.0080, 0.0004), (0.0046, 0.0084, 0.0002),
                                                                  (0.0046, 0.0110, 0.0004), (0.0034, 0.0124, 0)], 2), 24)
            out.append(shapes.facing(geometry.finish(ferrule, 32), end + d * sign * 0.012 + o, d * sign))
            eye = geometry.lathe("Eye", geometry.rounded([(0.0030, -0.0030, 0), (0.0068, -0.0030, 0.0006),
                                                          (0.0068, 0.0030, 0.0006), (0.0030, 0.0030, 0), (0.0030, -0.0030, 0)],
                                                         2), 28)
            out.append(shapes.facing(geometry.finish(eye, 32), end + o, (0, 1, 0)))
            out.append(shapes.bar("Neck", [end + o + d * sign * 0.005, end + o + d * sign * 0.014], shapes.circle(0.0036, 14),
                                  (0, 1, 0), 0.0004, 1))
    bridge = shapes.bar("Bridge", [a + (b - a) * 0.62 + [0, -gap, 0], a + (b - a) * 0.62 + [0, gap, 0]],
                        shapes.circle(0.0026, 12), (0, 0, 1), 0.0004, 1)
    return out + [bridge]


def springs(a, b, start, end, away):
    """Springs beside the rods, hooked to pegs."""
    out, d = [], (b - a) / np.linalg.norm(b - a)
    n = np.cross(d, [0, 1, 0])
    for s in (-1, 1):
        p, q = a + (b - a) * start + n * away + [0, s * 0.0150, 0], a + (b - a) * end + n * away + [0, s * 0.0150, 0]
        length = np.linalg.norm(q - p)
        wire = parts.coil("Spring", 0.0044, 18, length * 0.80, 0.00070, 8)
        out.append(shapes.facing(wire, p + (q - p) * 0.10, q - p))
        for x, y in ((p, p + (q - p) * 0.12), (q, q - (q - p) * 0.12)):
            out.append(shapes.tube("Hook", np.linspace(x, y, 3), shapes.circle(0.0007, 7), (0, 1, 0), sharp=180))
            out.append(shapes.bar("Peg", [x - [0, s * 0.0070, 0], x + [0, s * 0.0024, 0]], shapes.circle(0.0018, 12), (0, 0, 1),
                                  0.0005, 2))
    return out


def elbow():
    pieces = []
    for s in (-1, 1):
        plate = shapes.extrude("Plate", shapes.smooth([(-0.0200, -0.0090, 0.006), (0.0100, -0.0140, 0.008),
                                                       (0.0140, 0.0060, 0.010), (-0.0020, 0.0150, 0.008),
                                                       (-0.0240, 0.0060, 0.007)], 6), 0.0026, 0.0007, 3,
                               [shapes.circle(0.0032, 20, (-0.0120, -0.0008))])
        pieces.append(shapes.facing(plate, ELBOW + [0, s * 0.0122 - (0.0013 if s > 0 else -0.0013), 0], (0, s, 0)))
    return geometry.join("Elbow", pieces + pivot(ELBOW, 0.0165))


def shade_profile():
    outer = np.concatenate([geometry.rounded([(0.0, 0.0400, 0), (0.0160, 0.0400, 0.003), (0.0225, 0.0330, 0.004),
                                              (0.0235, 0.0060, 0)], 4)[:-1],
                            geometry.spline([(0.0235, 0.0060), (0.0270, -0.0020), (0.0400, -0.0180), (0.0580, -0.0430),
                                             (0.0720, -0.0700)], 26)])
    lip = [(0.0735, -0.0716), (0.0735, -0.0735), (0.0718, -0.0740), (0.0706, -0.0726)]
    inner = geometry.spline([(0.0700, -0.0700), (0.0560, -0.0420), (0.0380, -0.0165), (0.0255, -0.0010), (0.0215, 0.0060)], 22)
    return outer, np.array(lip), inner


def head():
    """The shade's outside and its white inside, apart, since they wear different paint; slits for the heat."""
    outer, lip, inner = shade_profile()
    place = lambda o: shapes.placed(o, WRIST + [-0.0, 0, 0.0], [("Y", -math.degrees(TILT))])
    slide = np.array([0.0, -0.052])
    outside = geometry.finish(geometry.lathe("Shade", (np.concatenate([outer, lip]) + slide)[::-1], 96, tile=0.05), 32)
    within = geometry.lathe("Reflector", (np.concatenate([lip[-1:], inner, [(0.0215, 0.0300), (0.0, 0.0310)]]) + slide)[::-1],
                            80)
    within = geometry.finish(within, 60, weighted=False)
    within["open"] = True
    slots = []
    for k in range(10):
        slot = shapes.extrude("Slot", shapes.rectangle(0.0026, 0.0160, 0.0013, 4), 0.0006, 0.0002, 1)
        a = 2 * math.pi * (k + 0.5) / 10
        slots.append(shapes.facing(slot, (0.0229 * math.cos(a), 0.0229 * math.sin(a), 0.0190 - 0.052),
                                   (math.cos(a), math.sin(a), 0.04)))
    key = [geometry.finish(geometry.lathe("Switch", geometry.rounded([(0.0, 0.039, 0), (0.0060, 0.039, 0.0004),
                                                                      (0.0060, 0.0420, 0.0004), (0.0044, 0.0424, 0.0003),
                                                                      (0.0044, 0.0455, 0.0008), (0.0, 0.0458, 0)], 3)
                                          + [0, -0.052], 28), 32)]
    yoke = []
    for s in (-1, 1):
        yoke.append(geometry.box("Yoke", (0.0080, 0.0030, 0.0260), (0.0, s * 0.0128, -0.0105 + 0.0), 0.0010, 2))
    cup = geometry.finish(geometry.lathe("Collar", geometry.rounded([(0.0, -0.0160, 0), (0.0150, -0.0160, 0.001),
                                                                     (0.0150, -0.0130, 0.001), (0.0, -0.0128, 0)], 3), 36), 35)
    metal = geometry.join("Head metal", key + yoke + [cup])
    bulb = geometry.lathe("Bulb", geometry.spline([(0.0, -0.0560), (0.0140, -0.0530), (0.0220, -0.0430), (0.0245, -0.0310),
                                                   (0.0200, -0.0170), (0.0130, -0.0060), (0.0115, 0.0060), (0.0110, 0.0150)],
                                                  22) + slide, 48)
    bulb = geometry.finish(bulb, 180, weighted=False)
    return [place(o) for o in (outside, within, geometry.join("Slots", slots), metal,
                               bulb)] + [geometry.join("Wrist", pivot(WRIST, 0.0170, 0.0062))]


def cable():
    """Cloth cable down the arm and out behind the foot."""
    up = geometry.spline([WRIST + [0.012, 0, -0.006], WRIST + [0.06, 0, -0.010], (WRIST + ELBOW) / 2 + [0, 0, -0.016],
                          ELBOW + [-0.03, 0, -0.016], ELBOW + [0.010, 0, -0.022], (ELBOW + SHOULDER) / 2 + [0.014, 0, -0.004],
                          SHOULDER + [0.030, 0, 0.030], SHOULDER + [0.024, 0, -0.010],
                          FOOT + [0.030, 0, 0.0245], FOOT + [0.070, 0.006, 0.0190], FOOT + [0.088, 0.012, 0.0060],
                          FOOT + [0.120, 0.030, 0.0029], FOOT + [0.150, 0.070, 0.0029]], 150)
    # In three, each going with the arm that it lies on.
    cuts = [0, int(np.argmin(np.linalg.norm(up - ELBOW, axis=1))) + 3, int(np.argmin(np.linalg.norm(up - SHOULDER, axis=1)))
            - 3, 149]
    return [shapes.tube("Cable", up[a:b + 1], shapes.circle(0.0025, 10), (0, 1, 0.01), sharp=180) for a,
            b in zip(cuts, cuts[1:])]


def turned(point):
    return np.array(TOWARDS @ Vector(point))


def build(folder):
    geometry.reset()
    satin = surfaces.grain("Powder coat", seed=95, rough=0.48, depth=0.7, coarse=50)
    brushed = surfaces.brushed("Turned metal", rough=0.24)
    white = materials.pbr("White enamel", "#F1EDE3", 0.35)
    lit_inside = materials.glowing("Lit enamel", "#FFCF8E", 1.4, "#F1EDE3", roughness=0.35)
    on, off = materials.glowing("Bulb, lit", "#FFD9A0", 9.0, "#FFF1DA"), materials.pbr("Bulb, off", "#EDEAE2", 0.18,
                                                                                       extensions=materials.clearcoat(1.0,
                                                                                               0.05))
    variants = []
    for name, bn, paint, metal, lit in (("Ink", "কালি", "#343840", "#D6B070", False),
                                        ("Ink, lit", "কালি, জ্বলা", "#343840", "#D6B070", True),
                                        ("Paper", "কাগজ", "#E7E0D2", "#D6B070", False),
                                        ("Paper, lit", "কাগজ, জ্বলা", "#E7E0D2", "#D6B070", True),
                                        ("Madder", "মঞ্জিষ্ঠা", "#9A4030", "#C9C7C2", False),
                                        ("Madder, lit", "মঞ্জিষ্ঠা, জ্বলা", "#9A4030", "#C9C7C2", True)):
        known = next((v["materials"] for v in variants if v["name"] == name.split(",")[0]), None)
        variants.append({"name": name, "bn": bn, "materials": {
            "paint": known["paint"] if known else materials.pbr(f"{name} powder coat", paint, 1.0, orm=satin[0],
                                                                normal=satin[1], repeat=satin[2]),
            "metal": known["metal"] if known else materials.pbr(f"{name} metal", metal, 1.0, 1.0, orm=brushed[0],
                                                                normal=brushed[1], repeat=(20, 20), normal_scale=0.5,
                                                                extensions=materials.anisotropy(0.5)),
            "inside": lit_inside if lit else white, "bulb": on if lit else off,
                                                               "dark": known["dark"] if known
                                                               else materials.pbr("Felt and cable", "#2A2622", 0.9,
                                                                                  extensions=materials.sheen("#3A342C", 0.5))}})
    disc, felt = foot()
    outside, within, slots, metal, bulb, wrist = head()
    along_upper, along_lower, tail = cable()
    upper_rods, upper_springs = geometry.join("Upper rods", rods(ELBOW,
                                                                 WRIST)), geometry.join("Upper springs",
                                                                                        springs(ELBOW, WRIST, 0.10, 0.52,
                                                                                                0.006))
    lower_rods, lower_springs = geometry.join("Lower rods", rods(SHOULDER,
                                                                 ELBOW)), geometry.join("Lower springs",
                                                                                        springs(SHOULDER, ELBOW, 0.12, 0.50,
                                                                                                -0.008))
    post, joint, axle = column(), elbow(), turned((0, 1, 0))
    for obj in (disc, felt, outside, within, slots, metal, bulb, wrist, along_upper, along_lower, tail, upper_rods,
                upper_springs, lower_rods, lower_springs, post, joint):
        shapes.transformed(obj, TOWARDS)
    steel, paint_words = ("Turned brass", "কোঁদা পিতল"), ("Powder-coated steel", "গুঁড়ো রং করা ইস্পাত")
    lamp_bulb = Part("bulb", "Bulb", "বাতি", bulb, "bulb", turned(WRIST), ("LED, 7 W, 2,700 K", "এলইডি, ৭ ওয়াট"),
                     (-0.52, -0.81, 0.28, 0.110, 1), price=35000)
    shade = Part("head", "Head", "মাথা", origin=turned(WRIST), made_of=("Spun aluminium", "ঘূর্ণিত অ্যালুমিনিয়াম"),
                 explode=(-0.88, 0.1, 0.47, 0.060, 1), layers=[(outside, "paint"), (shaded(within), "inside"), (slots, "dark"),
                                                               (metal, "metal"), (wrist, "metal")], children=[lamp_bulb])
    upper = Part("upper-arm", "Upper arm", "ওপরের বাহু", origin=turned(ELBOW), made_of=paint_words, explode=(0, 1, 0, 0.050, 2),
                 layers=[(upper_rods, "paint"), (upper_springs, "metal"), (along_upper, "dark")],
                 children=[shade])
    lower = Part("lower-arm", "Lower arm", "নিচের বাহু", origin=turned(SHOULDER), made_of=paint_words,
                 explode=(0, 1, 0, 0.070, 3), layers=[(lower_rods, "paint"), (lower_springs, "metal"), (along_lower, "dark")],
                 children=[Part("elbow", "Elbow", "কনুই", joint, "metal", turned(ELBOW), steel, (0, 0, 0, 0.0, 0)), upper])
    # Bending, the lamp bows to its work: the head stays level while the arms fold.
    moves = [motion.turn(lower, axle, motion.there(2.0, -14)),
             motion.turn(upper, axle, motion.there(2.0, -16)),
             motion.turn(shade, axle, motion.there(2.0, 30))]
    root = Part("lamp", "Desk lamp", "টেবিল বাতি", price=590000, children=[
        Part("foot", "Foot", "পায়া", origin=turned(FOOT), made_of=("Cast iron", "ঢালাই লোহা"), explode=(0, -1, 0, 0.0, 0),
             layers=[(disc, "paint"), (felt, "dark")]),
        Part("column", "Column", "থাম", post, "metal", turned(SHOULDER), steel, (0, 1, 0, 0.035, 3)), lower,
        Part("cable", "Cloth cable", "কাপড়-মোড়া তার", tail, "dark", turned(SHOULDER), ("Braided cotton", "বোনা সুতি"),
             (0.47, 0, -0.88, 0.080, 4), price=20000)],
        hotspots=[extras.hotspot(turned(ELBOW + [0, -0.018, 0]), turned((0, -1, 0.2)),
                                 ("Balanced joints", "Stays where you leave it"),
                                 ("ভারসাম্যের গাঁট", "যেখানে রাখবেন, সেখানেই থাকে"), lower),
                  extras.hotspot(turned(WRIST + [-0.02, -0.05, -0.10]), turned((0, -1, 0.1)),
                                 ("Spun shade", "White inside, so the light is all used"),
                                 ("ঘূর্ণিত ঢাকনা", "ভেতর সাদা, আলো নষ্ট হয় না"), shade),
                  extras.hotspot(turned(FOOT + [-0.04, -0.06, 0.018]), (0, -0.6, 1),
                                 ("Cast-iron foot", "2.1 kg, with felt below"), ("ঢালাই লোহার পায়া", "২.১ কেজি, নিচে ফেল্ট"),
                                 None)],
        animations=[motion.Animation("bend", "Bend the arms", "বাহু নোয়ানো", moves)])
    save(folder, root, variants)
