# SPDX-License-Identifier: GPL-3.0-or-later
"""A VR headset: a visor with four eyes, a halo of padded band with a wheel at its back, two lenses where one looks in."""
import math

import numpy as np

from lib import extras, geometry, materials, motion, parts, shapes, surfaces
from lib.geometry import superellipse
from lib.glb import Part, save

N = 96


def section(width, height, power, y, brow=0.0, nose=0.0, wrap=0.0):
    """One station of the visor: a rounded box seen from the front, wrapped back towards the temples, cut out for the nose."""
    a = np.arange(N) * 2 * math.pi / N
    c, s = np.cos(a), np.sin(a)
    x = np.sign(c) * np.abs(c) ** (2 / power) * width / 2
    z = np.sign(s) * np.abs(s) ** (2 / power) * height / 2
    z = z + nose * np.exp(-(x / 0.026) ** 2) * np.clip(-s, 0, 1) ** 0.6 + brow * np.clip(s, 0, 1) * (1 - (x / (width / 2)) ** 2)
    return np.stack([x, y + wrap * (x / 0.09) ** 2, z], 1)


def lifted(rings):
    return np.array(rings) + [0, 0, CENTRE]


CENTRE = 0.066


def shell():
    """The main body, from the visor's rim back to where the face is."""
    rings = [section(0.160, 0.080, 3.4, -0.0560, 0.002, 0.004, 0.016), section(0.176, 0.092, 3.4, -0.0570, 0.003, 0.006, 0.018),
             section(0.1815, 0.0965, 3.4, -0.0545, 0.003, 0.007, 0.019),
             section(0.1840, 0.0985, 3.3, -0.0500, 0.003, 0.008, 0.020),
             section(0.1842, 0.0980, 3.2, -0.0350, 0.003, 0.011, 0.024),
             section(0.1800, 0.0950, 3.0, -0.0150, 0.003, 0.017, 0.030),
             section(0.1730, 0.0905, 2.9, -0.0030, 0.002, 0.023, 0.036), section(0.1700, 0.0885, 2.9, 0.0, 0.002, 0.024, 0.038),
             section(0.1640, 0.0830, 2.9, 0.0010, 0.002, 0.025, 0.037),
             section(0.1540, 0.0740, 2.9, -0.0060, 0.001, 0.025, 0.034),
             section(0.1500, 0.0700, 2.9, -0.0200, 0.001, 0.022, 0.026)]
    body = shapes.loft("Shell", lifted(rings), caps=(0,), sharp=50)
    buttons = []
    for x in (-0.014, 0.0, 0.014):
        key = shapes.extrude("Key", shapes.rectangle(0.0100 if x else 0.0060, 0.0044, 0.0021, 4), 0.0016, 0.0006, 2)
        buttons.append(shapes.facing(key, (x + 0.045, -0.030, CENTRE + 0.0498), (0.02, -0.02, 1), (0, 1, 0)))
    return geometry.join("Shell", [body] + buttons)


def visor():
    """Dark glass, one sweep from temple to temple."""
    rings = [section(0.1780, 0.0940, 3.4, -0.0562, 0.003, 0.006, 0.0185),
             section(0.1790, 0.0948, 3.4, -0.0580, 0.003, 0.006, 0.0185),
             section(0.1770, 0.0930, 3.4, -0.0610, 0.003, 0.006, 0.0180),
             section(0.1715, 0.0880, 3.35, -0.0636, 0.003, 0.0055, 0.0175)]
    for f in (0.90, 0.72, 0.50, 0.26, 0.02):
        rings.append(section(0.1715 * f, 0.0880 * f, 3.2, -0.0636 - 0.0040 * (1 - f ** 2), 0.003 * f, 0.0055 * f, 0.0165 * 1.0))
    return shapes.loft("Visor", lifted(rings), caps=(-1,), sharp=180)


def trim():
    """The bright line round the visor, the dot, and the rings round the cameras' eyes."""
    path = lifted([section(0.1812, 0.0962, 3.4, -0.0556, 0.003, 0.0065, 0.0188)])[0]
    pieces = [shapes.tube("Line", path, shapes.circle(0.0011, 8), (0, 1, 0), closed=True, sharp=180)]
    dot = shapes.facing(parts.rivet("Dot", 0.0022, 0.0008, 22), (0, -0.0676, CENTRE), (0, -1, 0))
    for x, z in EYES:
        ring = geometry.lathe("Ring", geometry.rounded([(0.0052, -0.0010, 0), (0.0070, -0.0010, 0), (0.0070, 0.0006, 0.0003),
                                                        (0.0060, 0.0009, 0.0003), (0.0052, 0.0002, 0), (0.0052, -0.0010, 0)],
                                                       2), 40)
        pieces.append(shapes.facing(geometry.finish(ring, 32), at_eye(x, z), way(x)))
    return geometry.join("Trim", pieces + [dot])


EYES = ((-0.068, 0.026), (0.068, 0.026), (-0.062, -0.024), (0.062, -0.024))


def way(x):
    return (0.36 * x / 0.068, -1, 0)


def at_eye(x, z):
    f = abs(x) / 0.0858
    return (x, -0.0640 - 0.0040 * (1 - f ** 2) + 0.0170 * (x / 0.09) ** 2 - 0.0002, CENTRE + z)


def eyes():
    out = []
    for x, z in EYES:
        bead = geometry.lathe("Eye", [(0.0053, -0.0004), (0.0052, 0.0004), (0.0040, 0.0010), (0.0022, 0.0014), (0.0, 0.0016)],
                              32)
        out.append(shapes.facing(geometry.finish(bead, 180, weighted=False), at_eye(x, z), way(x)))
    return geometry.join("Eyes", out)


def lenses():
    barrels, glasses = [], []
    for s in (-1, 1):
        tube = geometry.lathe("Barrel", geometry.rounded([(0.0205, -0.022, 0), (0.0265, -0.022, 0.001), (0.0262, 0.0, 0.0012),
                                                          (0.0232, 0.0030, 0.0010), (0.0214, 0.0020, 0.0006),
                                                          (0.0205, -0.0060, 0), (0.0205, -0.022, 0)], 3), 56)
        r = np.linspace(0, 0.0212, 9)
        lens = geometry.lathe("Lens", [(a, -0.0060 - 0.0012 * (1 - (a / 0.0212) ** 2)) for a in r]
                              + [(a, -0.0010 + 0.0052 * (1 - (a / 0.0212) ** 2)) for a in r[::-1]], 56)
        for obj, where in ((geometry.finish(tube, 30), barrels), (geometry.finish(lens, 45, weighted=False), glasses)):
            where.append(shapes.facing(obj, (s * 0.0320, -0.0090, CENTRE + 0.004), (0, 1, 0)))
    plate = shapes.loft("Plate", lifted([section(0.148, 0.068, 2.9, -0.0240, 0.001, 0.022, 0.024),
                                         section(0.148, 0.068, 2.9, -0.0220, 0.001, 0.022, 0.024),
                                         section(0.02, 0.01, 2.4, -0.0220, 0.0, 0.0, 0.0)]), caps=(0, -1), sharp=40)
    return geometry.join("Lens plate", [plate] + barrels), geometry.join("Lenses", glasses)


def gasket():
    """Foam against the face: a soft ring that follows brow, temples and nose."""
    path = lifted([section(0.1630, 0.0840, 2.85, 0.0075, 0.002, 0.0265, 0.044)])[0]
    base = superellipse(0.0165, 0.0230, 22, 2.6)
    return shapes.tube("Gasket", path, base, (0, 1, 0), closed=True, sharp=180)


HALO = [(-0.0885, -0.020, 0.0), (-0.0925, 0.030, 0.002), (-0.0880, 0.085, 0.006), (-0.0640, 0.142, 0.012),
        (-0.0300, 0.170, 0.014), (0.0, 0.176, 0.014), (0.0300, 0.170, 0.014), (0.0640, 0.142, 0.012), (0.0880, 0.085, 0.006),
        (0.0925, 0.030, 0.002), (0.0885, -0.020, 0.0)]


def halo():
    """Two stiff arms and the strap behind: one band, wide at the temples."""
    line = geometry.spline(HALO, 110) + [0, 0, CENTRE + 0.004]
    s = np.linspace(-1, 1, 110)
    tall = 0.020 + 0.012 * np.exp(-((np.abs(s) - 0.86) / 0.16) ** 2) + 0.014 * np.exp(-(s / 0.24) ** 2)
    d = np.gradient(line, axis=0)
    outwards = np.stack([d[:, 1], -d[:, 0], 0 * d[:, 0]], 1)
    outwards *= np.where((outwards * (line - [0, 0.07, CENTRE])).sum(1) < 0, -1, 1)[:, None]
    sections = np.array([superellipse(t, 0.0072, 22, 3.6, math.pi / 22) for t in tall])
    path, sections = geometry.domed(line, sections, 0.0030, 3)
    at, old = geometry.arc_length(path), geometry.arc_length(line)
    up = np.stack([np.interp(at, old, outwards[:, k]) for k in range(3)], 1)
    return shapes.tube("Halo", path, sections, up, sharp=60), line, outwards


def padding(line, outwards):
    """The cushion inside the band's back, and its seams."""
    cut = slice(30, 80)
    p, n = line[cut] - outwards[cut] / np.linalg.norm(outwards[cut], axis=1, keepdims=True) * 0.0075, outwards[cut]
    s = np.linspace(-1, 1, len(p))
    sections = np.array([superellipse(0.030 + 0.018 * math.exp(-(f / 0.45) ** 2), 0.013 * (1 - 0.15 * f ** 2), 22, 2.6,
                                      math.pi / 22) * [1, 1 - 0.10 * abs(math.cos(f * 15))] for f in s])
    p, sections = geometry.domed(p, sections, 0.005, 3)
    at = np.linspace(0, 1, len(n))
    up = np.stack([np.interp(np.linspace(0, 1, len(p)), at, n[:, k]) for k in range(3)], 1)
    return shapes.tube("Padding", p, sections, up, sharp=180)


def wheel():
    turned = parts.knurled("Wheel", geometry.rounded([(0.0, -0.001, 0), (0.0150, -0.001, 0), (0.0175, 0.0, 0.0005),
                                                      (0.0180, 0.0006, 0.0002), (0.0180, 0.0064, 0.0002),
                                                      (0.0172, 0.0076, 0.0006), (0.0120, 0.0080, 0.0008),
                                                      (0.0100, 0.0070, 0.0008), (0.0, 0.0068, 0)], 2),
                           30, 0.045, 0.0005, 0.0066, 120)
    return shapes.facing(turned, (0, 0.1800, CENTRE + 0.018), (0, 1, 0))


def top_strap():
    line = geometry.spline([(0.0, -0.020, 0.054), (0.0, 0.010, 0.092), (0.0, 0.060, 0.116), (0.0, 0.115, 0.104),
                            (0.0, 0.158, 0.062), (0.0, 0.1740, 0.026)], 60) + [0, 0, CENTRE]
    d = np.gradient(line, axis=0)
    up = np.cross(np.array([1.0, 0, 0]), d)
    band = shapes.bar("Strap", line, superellipse(0.0300, 0.0032, 18, 4.4, math.pi / 18), up, 0.0012, 2)
    seams = []
    unit = up / np.linalg.norm(up, axis=1, keepdims=True)
    unit = unit * np.sign(unit[30, 2])
    for s in (-1, 1):
        seams.append(parts.stitches("Seam", (line + unit * 0.0016 + [s * 0.0118, 0, 0])[3:-3], unit[3:-3], 0.0040, 0.0022,
                                    0.00040))
    tab = shapes.extrude("Tab", shapes.rectangle(0.034, 0.024, 0.006, 5), 0.0050, 0.0015, 3)
    return band, geometry.join("Seams", seams), shapes.facing(tab, line[22] + unit[22] * 0.0006, unit[22], (0, 1, 0))


def ears():
    """Speakers in the arms' roots, with the joints that let the band lift."""
    out = []
    for s in (-1, 1):
        joint = geometry.lathe("Joint", geometry.rounded([(0.0, -0.006, 0), (0.0190, -0.006, 0.002), (0.0190, 0.0022, 0.0012),
                                                          (0.0160, 0.0034, 0.0008), (0.0140, 0.0028, 0.0004), (0.0, 0.0030, 0)],
                                                         3), 48)
        out.append(shapes.facing(geometry.finish(joint, 30), (s * 0.0925, -0.006, CENTRE + 0.004), (s, 0, 0)))
        for k in range(7):
            a = 2 * math.pi * k / 6
            r = 0.0046 if k < 6 else 0
            out.append(shapes.facing(parts.rivet("Hole", 0.0009, 0.0003, 10),
                                     (s * 0.0955, -0.006 + r * math.cos(a), CENTRE + 0.004 + r * math.sin(a)), (s, 0, 0)))
    return geometry.join("Joints", out)


def build(folder):
    geometry.reset()
    moulded = surfaces.grain("Moulded", seed=89, rough=0.5, depth=0.4)
    _, weave, repeat = surfaces.cloth(["Face knit"], [("#3A3D44", "#2E3138", "#121317")], seed=35, yarns=30, metres=0.024,
                                      size=384)
    glass = materials.glass("Lens", "#F2F6FA", 1.55, 0.004, 0.05)
    variants = []
    for name, bn, shell_colour, visor_colour, metal, leather in (("Paper", "কাগজ", "#E6E1D6", "#0C0E12", "#D6B070", "#8C7B66"),
                                                                 ("Ink", "কালি", "#2E3138", "#08090B", "#C9C7C2", "#24252A"),
                                                                 ("Teal", "ময়ূরকণ্ঠী", "#3F7F79", "#0A1414", "#D6B070",
                                                                  "#2B2A28"),
                                                                ("Ember", "অঙ্গার", "#A8503A", "#140A08", "#D6B070",
                                                                 "#2E211C")):
        variants.append({"name": name, "bn": bn, "materials": {
            "shell": materials.pbr(f"{name} shell", shell_colour, 1.0, orm=moulded[0], normal=moulded[1], repeat=moulded[2]),
            "visor": materials.pbr(f"{name} visor", visor_colour, 0.10, extensions=materials.clearcoat(1.0, 0.03)),
                                                               "metal": materials.pbr(f"{name} metal", metal, 0.24, 1.0),
                                                               "glass": glass,
            "soft": materials.pbr(f"{name} padding", leather, 0.9, normal=weave, repeat=repeat,
                                  extensions=materials.sheen("#3A3833", 0.55))}})
    band, line, outwards = halo()
    strap, seams, tab = top_strap()
    plate, glasses = lenses()
    made = {"shell": shell(), "visor": visor(), "trim": trim(), "eyes": eyes(), "plate": plate, "glasses": glasses,
            "gasket": gasket(), "halo": band, "pad": padding(line, outwards), "wheel": wheel(), "strap": strap, "seams": seams,
            "tab": tab, "joints": ears()}
    low = shapes.lowest(made.values())
    for obj in made.values():
        geometry.moved(obj, (0, 0, -low))
    middle, back = np.array([0, -0.02, CENTRE - low]), np.array([0, 0.1800, CENTRE + 0.018 - low])
    pivot = np.array([0.0, -0.006, CENTRE + 0.004 - low])
    nylon, knit = ("Glass-filled nylon", "কাচতন্তু মেশানো নাইলন"), ("Knit over foam", "ফোমের ওপর বোনা কাপড়")
    turner = Part("wheel", "Fit wheel", "মাপের চাকা", made["wheel"], "metal", back,
                  ("Knurled aluminium", "খাঁজকাটা অ্যালুমিনিয়াম"), (0, 0, -1, 0.030, 3))
    arm = Part("halo", "Band", "বেড়", made["halo"], "shell", pivot, nylon, (0, 0, -1, 0.200, 2), [
        turner, Part("padding", "Back cushion", "পেছনের গদি", made["pad"], "soft", back, knit, (0, 0, 1, 0.040, 3),
                     price=55000)])
    joints = Part("joints", "Speakers", "স্পিকার", made["joints"], "metal", pivot, ("Aluminium", "অ্যালুমিনিয়াম"),
                  (0, 0, -1, 0.170, 2))
    over = Part("strap", "Top strap", "মাথার ফিতা", origin=pivot, made_of=("Woven strap", "বোনা ফিতা"),
                explode=(0, 0.86, -0.5, 0.140, 1), price=65000, layers=[(made["strap"], "soft"), (made["seams"], "metal"),
                                                                        (made["tab"], "shell")])
    face = Part("gasket", "Face cushion", "মুখের গদি", made["gasket"], "soft", middle, knit, (0, 0, -1, 0.130, 1), price=90000)
    front = Part("visor", "Visor", "সামনের কাচ", origin=middle, made_of=("Smoked polycarbonate", "ধোঁয়াটে পলিকার্বনেট"),
                 explode=(0, 0, 1, 0.070, 1), layers=[(made["visor"], "visor"), (made["eyes"], "glass"),
                                                      (made["trim"], "metal")])
    optics = Part("optics", "Lenses", "লেন্স", origin=middle, made_of=("Pancake lenses", "প্যানকেক লেন্স"),
                  explode=(0, 0, -1, 0.075, 2), layers=[(made["plate"], "visor"), (made["glasses"], "glass")])
    root = Part("headset", "VR headset", "ভিআর হেডসেট", price=5490000,
                children=[front, Part("shell", "Shell", "খোলস", made["shell"], "shell", middle, nylon, (0, 0, 1, 0.0, 0)),
                          optics, face, arm, joints, over], hotspots=[
        extras.hotspot((-0.068, -0.066, CENTRE + 0.026 - low), (-0.3, -1, 0.1),
                       ("Four cameras", "They see the room and your hands"), ("চারটি ক্যামেরা", "ঘর আর আপনার হাত দেখে"), front),
        extras.hotspot(back + [0, 0.008, 0], (0, 1, 0), ("Fit wheel", "One turn tightens the whole band"),
                       ("মাপের চাকা", "এক পাকে পুরো বেড় আঁটে"), turner),
        extras.hotspot((0.070, 0.045, CENTRE - low), (0.5, 1, 0), ("Face cushion", "Held by magnets, washable"),
                       ("মুখের গদি", "চুম্বকে আটকানো, ধোয়া যায়"), face)],
        animations=[motion.Animation("fit", "Tighten the band", "বেড় আঁটা",
                                     [motion.turn(turner, (0, 1, 0), motion.there(1.2, 160)),
                                      motion.slide(arm, (0, -1, 0), motion.there(1.2, 0.010))])])
    save(folder, root, variants)
