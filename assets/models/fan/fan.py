# SPDX-License-Identifier: GPL-3.0-or-later
"""A table fan of the old kind: a wire cage, four beaten blades, a turned motor on a neck that swings."""
import math

import numpy as np

from lib import extras, geometry, materials, motion, parts, shapes, surfaces
from lib.glb import Part, save

AXLE = np.array([0.0, -0.060, 0.265])  # the middle of the blades
NECK = np.array([0.0, 0.020, 0.150])
REACH = 0.158


def facing_front(obj):
    """From the fan's own axis (z towards the air's way) to the room."""
    return shapes.facing(obj, AXLE, (0, -1, 0))


def cage(front):
    """Wires from hub to rim, bellied, and the rings they are welded to."""
    wires = 54 if front else 36
    line = geometry.spline([(0.030, 0.0460), (0.085, 0.0430), (0.130, 0.0310), (0.152, 0.0150), (REACH, 0.002)] if front else
                           [(0.030, -0.0460), (0.085, -0.0450), (0.130, -0.0370), (0.153, -0.0200), (REACH, -0.002)], 12)
    r = line[:, 0]
    pieces = []
    for k in range(wires):
        a = 2 * math.pi * k / wires
        lean = (0.34 if front else -0.12) * (r - r[0]) / (r[-1] - r[0])  # two spirals would shimmer through each other
        path = np.stack([line[:, 0] * np.cos(a + lean), line[:, 0] * np.sin(a + lean), line[:, 1]], 1)
        pieces.append(shapes.tube("Wire", path, shapes.circle(0.00105, 6), caps=False, sharp=180))
    for at in ((3, 0.0014), (6, 0.0013), (11, 0.0034 if front else 0.0026)):
        k, thick = at
        ring = np.stack([line[k, 0] * np.cos(np.arange(84) * math.pi / 42), line[k, 0] * np.sin(np.arange(84) * math.pi / 42),
                         np.full(84, line[k, 1])], 1)
        pieces.append(shapes.tube("Ring", ring, shapes.circle(thick, 8), (0, 0, 1), closed=True, sharp=180))
    if not front:
        plate = geometry.lathe("Plate", geometry.rounded([(0.0, line[0, 1] - 0.003, 0), (0.034, line[0, 1] - 0.003, 0.001),
                                                          (0.034, line[0, 1] + 0.001, 0.001), (0.0, line[0, 1] + 0.001, 0)], 2),
                               40)
        pieces.append(geometry.finish(plate, 35))
        for k in range(3):  # clips that hold the halves together
            a = 2 * math.pi * k / 3 + 0.5
            clip = geometry.box("Clip", (0.0100, 0.0050, 0.0120), (0, 0, 0), 0.0012, 2)
            pieces.append(shapes.placed(clip, ((REACH + 0.001) * math.cos(a), (REACH + 0.001) * math.sin(a), 0),
                                        [("Z", math.degrees(a) - 90)]))
    return facing_front(geometry.join("Cage", pieces))


def badge():
    """The hub of the front cage: a dished medallion with a lotus of twelve petals."""
    disc = geometry.lathe("Badge", geometry.rounded([(0.0, 0.0440, 0), (0.0330, 0.0440, 0.001), (0.0345, 0.0470, 0.001),
                                                     (0.0330, 0.0492, 0.001), (0.0305, 0.0486, 0.0006), (0.0270, 0.0478, 0.002),
                                                     (0.0, 0.0478, 0)], 4), 64)
    pieces = [geometry.finish(disc, 32)]
    for k in range(12):
        a = 2 * math.pi * k / 12
        petal = shapes.pillow("Petal", shapes.closed_spline([(0.0105, 0), (0.0165, 0.0034), (0.0245, 0.0), (0.0165, -0.0034)],
                                                            20), [(0, -0.0004), (0.02, 0.0012), (0.25, 0.0026), (1, 0.0034)],
                              180)
        pieces.append(shapes.placed(petal, (0, 0, 0.0476), [("Z", math.degrees(a))]))
    pieces.append(shapes.placed(parts.rivet("Boss", 0.0085, 0.0040, 32), (0, 0, 0.0476)))
    return facing_front(geometry.join("Badge", pieces))


def blades():
    """Four paddles of beaten sheet, twisted, riveted to a spider."""
    pieces, rivets = [], []
    for k in range(4):
        base = math.pi / 2 * k
        u, v = np.meshgrid(np.linspace(-1, 1, 13), 1 - np.linspace(1, 0, 22) ** 1.7)  # rows lie closest where the tip rounds
        r = 0.024 + (0.143 - 0.024) * v
        wide = 0.026 + 0.066 * np.sin(np.clip(v / 0.70, 0, 1) * math.pi / 2) ** 1.4
        wide = wide * np.sqrt(np.clip(1 - np.clip((v - 0.60) / 0.405, 0, 1) ** 2.6, 0, 1))
        half = wide / 2 / r
        a = base + u * half + 0.30 * v ** 1.4
        pitch = 0.70 - 0.36 * v  # steep where the blade is slow
        camber = 0.085 * wide * (1 - u ** 2)
        z = u * wide / 2 * np.tan(pitch) + camber
        points = np.stack([r * np.cos(a), r * np.sin(a), z], -1)
        pieces.append(shapes.sheet("Blade", points, 0.0020))
        for d in (0.034, 0.046):
            rivets.append(shapes.placed(parts.rivet("Rivet", 0.0024, 0.0014, 14),
                                        (d * math.cos(base + 0.02), d * math.sin(base + 0.02), 0.0046)))
    hub = geometry.lathe("Hub", np.concatenate([geometry.rounded([(0.0, -0.014, 0), (0.0230, -0.014, 0.001),
                                                                  (0.0260, -0.006, 0.002), (0.0260, 0.006, 0.003),
                                                                  (0.0200, 0.0140, 0.004)], 4)[:-1],
                                                geometry.spline([(0.0200, 0.0140), (0.0130, 0.0205), (0.0, 0.0225)], 10)]), 48)
    return facing_front(geometry.join("Blades", pieces)), facing_front(geometry.join("Hub",
                                                                                     [geometry.finish(hub, 40)] + rivets))


def motor():
    """The housing, finned by turning, a cap at its back with the knob that sets it swinging."""
    fins = []
    for z in np.linspace(-0.108, -0.064, 6):
        fins += [(0.0520, z - 0.0030, 0.0008), (0.0520, z + 0.0004, 0.0008), (0.0495, z + 0.0012, 0.0004),
                 (0.0495, z + 0.0042, 0.0004)]
    profile = np.concatenate([geometry.spline([(0.0, -0.1400), (0.0180, -0.1385), (0.0360, -0.1310), (0.0470, -0.1190),
                                               (0.0500, -0.1125)], 18)[:-1],
                              geometry.rounded([(0.0500, -0.1125, 0)] + fins
                                               + [(0.0500, -0.0560, 0.002), (0.0420, -0.0480, 0.004), (0.0240, -0.0450, 0.002),
                                                  (0.0240, -0.0420, 0.001), (0.0, -0.0418, 0)], 1)])
    body = facing_front(geometry.finish(geometry.lathe("Motor", profile, 52, tile=0.05), 32))
    shaft = facing_front(geometry.finish(geometry.lathe("Shaft", [(0.0, -0.046), (0.0050, -0.046), (0.0050, 0.004),
                                                                  (0.0, 0.004)], 20), 40))
    knob = geometry.finish(geometry.lathe("Pull", geometry.rounded([(0.0, 0.0, 0), (0.0036, 0.0, 0.0004),
                                                                    (0.0036, 0.0120, 0.001), (0.0078, 0.0150, 0.003),
                                                                    (0.0078, 0.0200, 0.003), (0.0, 0.0215, 0)], 4), 28), 40)
    return body, geometry.join("Shaft", [shaft, shapes.facing(knob, AXLE + [0, 0.0950, 0.0505], (0, 0, 1))])


def neck():
    """The swinging joint under the motor, its fork and bolt."""
    yoke = geometry.lathe("Neck", geometry.rounded([(0.0, -0.004, 0), (0.0200, -0.004, 0.001), (0.0215, 0.0020, 0.002),
                                                    (0.0170, 0.0120, 0.006), (0.0140, 0.0300, 0.004), (0.0150, 0.0420, 0.002),
                                                    (0.0, 0.0430, 0)], 4), 40)
    pieces = [shapes.placed(geometry.finish(yoke, 35), NECK)]
    block = shapes.extrude("Block", shapes.smooth([(-0.020, 0, 0.004), (0.020, 0, 0.004), (0.016, 0.040, 0.006),
                                                   (-0.016, 0.040, 0.006)], 5), 0.0260, 0.0030, 3)
    pieces.append(shapes.facing(block, NECK + [0, 0.0130, 0.0340], (0, -1, 0)))
    nut = parts.knurled("Nut", geometry.rounded([(0.0, -0.004, 0), (0.0110, -0.004, 0), (0.0110, 0.0, 0), (0.0110, 0.0066, 0),
                                                 (0.0098, 0.0080, 0.0008), (0.0040, 0.0082, 0.0004), (0.0, 0.0078, 0)], 2), 18,
                        0.07, 0.0002, 0.0064, 54)
    pieces.append(shapes.facing(nut, NECK + [0.0190, 0.0, 0.0500], (1, 0, 0)))
    return geometry.join("Neck", pieces)


def base():
    """A stepped foot, the column, a row of piano keys."""
    foot = geometry.lathe("Foot", np.concatenate([geometry.rounded([(0.0, 0.0020, 0), (0.0980, 0.0020, 0.0005),
                                                                    (0.0990, 0.0, 0.0005), (0.1040, 0.0, 0.0010),
                                                                    (0.1050, 0.0120, 0.0040), (0.0980, 0.0180, 0.003),
                                                                    (0.0940, 0.0185, 0.001), (0.0930, 0.0210, 0.0010),
                                                                    (0.0880, 0.0250, 0)], 4)[:-1],
                                                  geometry.spline([(0.0880, 0.0250), (0.0700, 0.0370), (0.0420, 0.0500),
                                                                   (0.0280, 0.0700), (0.0215, 0.1050), (0.0200, 0.1380),
                                                                   (0.0205, 0.1440)], 26)[:-1],
                                                  geometry.rounded([(0.0205, 0.1440, 0), (0.0190, 0.1460, 0.001),
                                                                    (0.0, 0.1460, 0)], 2)]), 72, tile=0.05)
    pieces = [shapes.placed(geometry.finish(foot, 34), (0, NECK[1], 0))]
    trims = [geometry.finish(geometry.lathe("Band", geometry.rounded([(0.0195, 0.1330, 0), (0.0220, 0.1330, 0.0006),
                                                                      (0.0224, 0.1360, 0.0012), (0.0220, 0.1390, 0.0006),
                                                                      (0.0195, 0.1390, 0)], 3), 48), 35)]
    trims = [shapes.placed(o, (0, NECK[1], 0)) for o in trims]
    keys = []
    for k in range(4):
        key = shapes.extrude("Key", shapes.rectangle(0.0140, 0.0200, 0.003, 4), 0.0075, 0.0018, 2)
        x = (k - 1.5) * 0.0166
        keys.append(shapes.facing(key, (x, NECK[1] - 0.0740 + 0.12 * x * x * 20, 0.0290), (0, -0.62, 1), (0, 1, 0)))
    dot = shapes.facing(parts.rivet("Dot", 0.0030, 0.0012, 22), (0, NECK[1] - 0.0985, 0.0165), (0, -1, 0.6))
    return geometry.join("Base", pieces), geometry.join("Base trim", trims + keys + [dot])


def cable():
    line = geometry.spline([(0.0, 0.1200, 0.0070), (0.010, 0.150, 0.0034), (0.050, 0.175, 0.0032), (0.105, 0.165, 0.0032),
                            (0.140, 0.128, 0.0036), (0.150, 0.112, 0.0078)], 50)
    wire = shapes.tube("Cable", line, shapes.circle(0.0030, 8), (0, 0, 1), sharp=180)
    end, way = line[-1], (line[-1] - line[-3]) / np.linalg.norm(line[-1] - line[-3])
    sizes = [(0.0, 0.0075, 0.0075), (0.010, 0.0110, 0.0100), (0.016, 0.0230, 0.0150), (0.036, 0.0240, 0.0160), (0.042, 0.0200, 0.0130)]
    body = shapes.bar("Plug", [end + way * (s - 0.002) for s, _, _ in sizes],
                      np.array([geometry.superellipse(w, h, 20, 3.2) for _, w, h in sizes]), (0, 0, 1), 0.0012, 2, sharp=60)
    side = np.cross(way, (0, 0, 1))
    pins = [shapes.bar("Pin", [end + way * 0.038 + side * s * 0.0055, end + way * 0.058 + side * s * 0.0055],
                       shapes.circle(0.0022, 14), (0, 0, 1), 0.0010, 2) for s in (-1, 1)]
    lift = np.array([0, 0, 0.0080])  # the plug is thicker than the cable that lies on the table
    for obj in (body, *pins):
        shapes.placed(obj, lift - [0, 0, end[2]])
    return wire, body, geometry.join("Pins", pins)


def build(folder):
    geometry.reset()
    enamel = surfaces.grain("Stove enamel", seed=97, rough=0.30, depth=0.18, coarse=30, touched=0.0)
    beaten = surfaces.hammered("Beaten blades", seed=43, across=13, rough=0.26)
    variants = []
    for name, bn, paint, cage_, blade, brass in (("Jade", "জেড", "#8FB3A0", "#D8D6D0", "#EBC682", "#EBC682"),
                                                 ("Ink", "কালি", "#31363F", "#D2AE70", "#EBC682", "#EBC682"),
                                                 ("Ivory", "হাতির দাঁত", "#E9E0CB", "#CFCDC8", "#E0A583", "#E0A583"),
                                                ("Madder", "মঞ্জিষ্ঠা", "#97402F", "#D8D6D0", "#CFCDC8", "#EBC682")):
        variants.append({"name": name, "bn": bn, "materials": {
            "paint": materials.pbr(f"{name} enamel", paint, 1.0, orm=enamel[0], normal=enamel[1], repeat=enamel[2],
                                   extensions=materials.clearcoat(0.7, 0.12)),
                                                               "cage": materials.pbr(f"{name} wire", cage_, 0.20, 1.0),
            "blade": materials.pbr(f"{name} blades", blade, 0.85, 1.0, orm=beaten[0], normal=beaten[1],
                                   repeat=(1 / 0.09, 1 / 0.09), normal_scale=0.22),
                                                               "brass": materials.pbr(f"{name} trim", brass, 0.22, 1.0),
            "dark": materials.pbr("Cloth cable", "#3A322A", 0.9, extensions=materials.sheen("#3A342C", 0.5))}})
    paddles, hub = blades()
    housing, shaft = motor()
    steel, brass = ("Chromed wire", "ক্রোম করা তার"), ("Beaten brass", "পেটানো পিতল")
    spinner = Part("blades", "Blades", "পাখা", origin=AXLE, made_of=brass, explode=(0, 0, 1, 0.150, 2), price=85000,
                   layers=[(paddles, "blade"), (hub, "brass")])
    front = Part("cage-front", "Front cage", "সামনের খাঁচা", cage(True), "cage", AXLE, steel, (0, 0, 1, 0.260, 1),
                 [Part("badge", "Lotus badge", "পদ্ম ফলক", badge(), "brass", AXLE, ("Cast brass", "ঢালাই পিতল"),
                       (0, 0, 1, 0.035, 2))])
    head = Part("head", "Head", "মাথা", origin=NECK, made_of=("Enamelled aluminium, brass, chromed wire", "এনামেল করা অ্যালুমিনিয়াম, পিতল, ক্রোম করা তার"), children=[
        Part("motor", "Motor", "মোটর", origin=AXLE, made_of=("Cast aluminium, enamelled", "এনামেল করা অ্যালুমিনিয়াম"),
             explode=(0, 0, -1, 0.100, 2), layers=[(housing, "paint"), (shaft, "brass")]),
        Part("cage-back", "Back cage", "পেছনের খাঁচা", cage(False), "cage", AXLE, steel, (0, 0, 1, 0.045, 3)), spinner, front,
        Part("neck", "Neck", "ঘাড়", neck(), "brass", NECK, ("Cast brass", "ঢালাই পিতল"), (0, 0, 0, 0.0, 0))])
    body, trim = base()
    wire, plug, pins = cable()
    foot = Part("base", "Base", "পায়া", origin=(0, NECK[1], 0.02), made_of=("Cast iron, enamelled", "এনামেল করা লোহা"),
                explode=(0, -1, 0, 0.0, 0), layers=[(body, "paint"), (trim, "brass")], children=[
        Part("cable", "Cloth cable and plug", "কাপড়-মোড়া তার ও প্লাগ", origin=(0, 0.1, 0.005), made_of=("Braided cotton", "বোনা সুতি"),
             layers=[(wire, "dark"), (plug, "dark"), (pins, "brass")])])
    root = Part("fan", "Table fan", "টেবিল পাখা", price=980000, children=[foot, head], hotspots=[
        extras.hotspot(AXLE + [0.0, -0.052, 0.0], (0, -1, 0), ("Lotus badge",
                                                               "Cast in Dhamrai, where brass has been cast for centuries"),
                       ("পদ্ম ফলক", "ধামরাইয়ের ঢালাই পিতল"), front),
        extras.hotspot(AXLE + [0.08, -0.012, 0.07], (0, -1, 0.2), ("Beaten blades", "Balanced by hand; 1,200 turns a minute"),
                       ("পেটানো পাখা", "হাতে ভারসাম্য করা, মিনিটে ১,২০০ পাক"), spinner),
        extras.hotspot((0, NECK[1] - 0.082, 0.036), (0, -0.7, 1), ("Four keys", "Off, breeze, wind, gale"),
                       ("চার বোতাম", "বন্ধ, মৃদু, জোর, ঝড়"), foot)],
        animations=[motion.Animation("run", "Running", "চলছে", [motion.spin(spinner, (0, 1, 0), 3, 1.0)], loop=True),
                    motion.Animation("swing", "Swing", "ঘোরা", [motion.turn(head, (0, 0, 1),
                                                                            [(8 * k / 32, 38 * math.sin(2 * math.pi * k / 32))
                                                                             for k in range(33)])], loop=True)])
    save(folder, root, variants)
