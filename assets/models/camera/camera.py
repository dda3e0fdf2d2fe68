# SPDX-License-Identifier: GPL-3.0-or-later
"""A mirrorless camera with a bright 35 mm lens: milled plates over leatherette, engraved dials, seven elements of glass.

The lens is drawn on its own axis (z towards the subject) and set on the body's mount; so is each element.
"""
import math

import numpy as np
from mathutils import Matrix, Vector

from lib import extras, geometry, materials, motion, optics, parts, shapes, surfaces
from lib.decals import Sheet, flat, glyphs, letters
from lib.geometry import superellipse
from lib.glb import Part, save
from lib.optics import deep

AXIS = Vector((0.0100, -0.0190, 0.0365))
MOUNT = Matrix.Translation(AXIS) @ Matrix.Rotation(math.pi / 2, 4, "X")
PLAN = shapes.smooth([(0.0655, 0.0170, 0.0120), (-0.0655, 0.0170, 0.0120), (-0.0668, -0.0160, 0.0090),
                      (-0.0655, -0.0330, 0.0095), (-0.0415, -0.0345, 0.0095), (-0.0350, -0.0190, 0.0070),
                      (0.0655, -0.0190, 0.0120)], 7)
SHEET = 0.100


def slab(name, low, high, inset=0.0, bevel=0.0012, bottom=None, holes=()):
    return shapes.extrude(name, shapes.offset(PLAN, -inset), high - low, bevel, 3, holes, low, bottom)


def top_plate():
    pieces = [slab("Top", 0.0560, 0.0710, 0.0, 0.0013, 0.0004)]
    prism = shapes.smooth([(-0.0290, 0.0, 0.003), (0.0290, 0.0, 0.003), (0.0215, 0.0130, 0.0020), (0.0155, 0.0205, 0.0024),
                           (-0.0155, 0.0205, 0.0024), (-0.0215, 0.0130, 0.0020)], 4)
    hump = shapes.extrude("Prism", prism, 0.0400, 0.0014, 4)
    pieces.append(shapes.facing(hump, (AXIS.x, 0.0190, 0.0680), (0, -1, 0)))
    return geometry.join("Top plate", pieces)


def marks():
    """What is cut into the top plate and filled with black: the name, the dials' index lines, the film plane."""
    top, out = 0.07103, []
    name = letters("VITRINE", 0.0056, spacing=1.12)
    out.append(shapes.facing(name, (AXIS.x, -0.02103, 0.0800), (0, -1, 0)))
    lines = [((-0.0350, -0.0117), 0.0006, 0.0026), ((-0.0545, 0.0148), 0.0006, 0.0022), ((0.0520, -0.0094), 0.0006, 0.0026),
             ((-0.0224, 0.0085), 0.0068, 0.00042)]
    bars = [[[(x - w, y - h), (x + w, y - h), (x + w, y + h)], [(x - w, y - h), (x + w, y + h), (x - w, y + h)]]
            for (x, y), w, h in (((p[0], p[1]), a / 2, b / 2) for p, a, b in lines)]
    edge = [shapes.circle(r, 28, (-0.0224, 0.0085)) for r in (0.0016, 0.0020)]
    ring = [t for k in range(28) for t in ([edge[0][k], edge[1][k], edge[1][(k + 1) % 28]],
                                           [edge[0][k], edge[1][(k + 1) % 28], edge[0][(k + 1) % 28]])]
    out.append(shapes.placed(flat("Lines", np.array(sum(bars, []) + [[tuple(p) for p in t] for t in ring])), (0, 0, top)))
    out.append(shapes.placed(letters("ISO", 0.0026, (0.0415, -0.0085)), (0, 0, top)))
    marked = geometry.join("Marks", out)
    marked["open"] = True
    return marked


def shoe():
    pieces = [geometry.box("Shoe", (0.0190, 0.0180, 0.0016), (AXIS.x, 0.004, 0.0888), 0.0004, 2)]
    for s in (-1, 1):
        pieces.append(geometry.box("Rail", (0.0026, 0.0180, 0.0012), (AXIS.x + s * 0.0083, 0.004, 0.0912), 0.0004, 2))
        pieces.append(geometry.box("Wall", (0.0010, 0.0180, 0.0026), (AXIS.x + s * 0.0091, 0.004, 0.0900), 0.0003, 1))
    for s in (-1, 1):  # strap lugs with their rings
        lug = shapes.facing(shapes.extrude("Lug", shapes.circle(0.0042, 24), 0.0026, 0.0006, 2), (s * 0.0655, 0.004, 0.0620),
                            (s, 0, 0))
        ring = np.stack([s * (0.0690 + 0.0 * np.arange(40)), 0.004 + 0.0062 * np.cos(np.arange(40) * math.pi / 20),
                         0.0575 + 0.0062 * np.sin(np.arange(40) * math.pi / 20)], 1)
        pieces += [lug, shapes.tube("Ring", ring, shapes.circle(0.0007, 8), (1, 0, 0), closed=True, sharp=180)]
    for x in (-0.052, 0.052):
        pieces.append(shapes.placed(parts.screw("Screw", 0.0014, 0.0003, "cross"), (x, 0.0, -0.0), [("X", 180)]))
    tripod = geometry.lathe("Tripod", [(0.0036, -0.0006), (0.0066, -0.0006), (0.0066, 0.0004), (0.0036, 0.0004),
                                       (0.0036, -0.0006)], 28)
    pieces.append(shapes.placed(geometry.finish(tripod, 30), (AXIS.x, 0, 0.0008)))
    return geometry.join("Fittings", pieces)


def dial(name, radius, height, teeth, centre):
    """Knurled sides, a printed top: (turned body, printed disc) about the dial's own foot."""
    body = parts.knurled(name, geometry.rounded([(0.0, -0.001, 0), (radius * 0.94, -0.001, 0), (radius * 0.94, 0.0006, 0),
                                                 (radius, 0.0010, 0.0002), (radius, 0.0011, 0), (radius, height - 0.0007, 0),
                                                 (radius, height - 0.0006, 0), (radius - 0.0007, height, 0.0003),
                                                 (radius - 0.0012, height, 0), (0.0, height - 0.0001, 0)], 2), teeth, 0.040,
                         0.00108, height - 0.00065,
                         teeth * 2)
    top = geometry.finish(geometry.lathe("Top", [(radius - 0.0012, height - 0.0002), (radius - 0.0013, height + 0.00012),
                                                 (0.0, height + 0.00012)], 48), 40)
    return body, shapes.plan_uv(top, SHEET, SHEET, (-centre[0], -centre[1], 0), upwards=(0, 1, 0))


def ring_uv(obj, z0, z1, v0, v1):
    """A band's texture: round it along u, its height between two heights of the sheet."""
    geometry.apply(obj)
    mesh = obj.data
    for polygon in mesh.polygons:
        angles = []
        for loop in polygon.loop_indices:
            co = mesh.vertices[mesh.loops[loop].vertex_index].co
            angles.append(math.atan2(co.x, co.y) / (2 * math.pi) + 0.5)
        wrap = max(angles) - min(angles) > 0.5
        for loop, a in zip(polygon.loop_indices, angles):
            co = mesh.vertices[mesh.loops[loop].vertex_index].co
            mesh.uv_layers[0].data[loop].uv = (a + 1 if wrap and a < 0.5 else a, v0 + (v1 - v0) * (co.z - z0) / (z1 - z0))
    return obj


def lens():
    """Barrel, rings and glass, z from the mount outwards."""
    mount = geometry.lathe("Mount", geometry.rounded([(0.0235, -0.0030, 0), (0.0265, -0.0030, 0.0004), (0.0265, 0.0, 0.0003),
                                                      (0.0312, 0.0, 0.0004), (0.0312, 0.0034, 0.0006), (0.0290, 0.0040, 0.0003),
                                                      (0.0235, 0.0040, 0),
                                                      (0.0235, -0.0030, 0)], 2), 80)
    rear = geometry.lathe("Barrel", geometry.rounded([(0.0236, 0.0030, 0), (0.0296, 0.0036, 0.0004), (0.0300, 0.0100, 0.0006),
                                                      (0.0306, 0.0108, 0.0003), (0.0300, 0.0112, 0), (0.0292, 0.0112, 0),
                                                      (0.0292, 0.0215, 0),
                                                      (0.0300, 0.0218, 0.0003), (0.0303, 0.0225, 0.0004),
                                                      (0.0303, 0.0290, 0.0004), (0.0292, 0.0296, 0.0003), (0.0290, 0.0450, 0),
                                                      (0.0292, 0.0470, 0.0004), (0.0300, 0.0476, 0.0004),
                                                      (0.0302, 0.0540, 0.0006), (0.0294, 0.0552, 0.0006),
                                                      (0.0272, 0.0552, 0.0003), (0.0270, 0.0500, 0.0003), (0.0262, 0.0494, 0),
                                                      (0.0236, 0.0430, 0), (0.0236, 0.0030, 0)], 2), 72)
    scale = geometry.lathe("Scale", [(0.0303, 0.0226), (0.03037, 0.0229), (0.03037, 0.0286), (0.0303, 0.0289)], 72)
    scale = ring_uv(geometry.finish(scale, 60), 0.0226, 0.0289, 0.02, 0.08)
    front = geometry.lathe("Name ring", [(0.0262, 0.0495), (0.0262, 0.0497), (0.0212, 0.0468), (0.0212, 0.0464)], 80)
    front = shapes.plan_uv(geometry.finish(front, 60), SHEET, SHEET, (-0.020, -0.020, 0), upwards=(0, 1, 0))
    front["open"] = True
    iris_ring = parts.knurled("Aperture ring", [(0.0293, 0.0114), (0.0300, 0.0114), (0.0310, 0.0118), (0.0311, 0.0119),
                                                (0.0311, 0.0160), (0.0310, 0.0161), (0.0304, 0.0165), (0.0304, 0.0210),
                                                (0.0300, 0.0213), (0.0293, 0.0213),
                                                (0.0293, 0.0114)], 72, 0.020, 0.01185, 0.01605, 144)
    numbers = ring_uv(geometry.finish(geometry.lathe("Numbers", [(0.03041, 0.0166), (0.03047, 0.0168), (0.03047, 0.0207),
                                                                 (0.03041, 0.0209)], 72), 60), 0.0166, 0.0209, 0.10, 0.15)
    focus = parts.knurled("Focus ring", [(0.0293, 0.0298), (0.0302, 0.0298), (0.0308, 0.0302), (0.0309, 0.0303),
                                         (0.0309, 0.0356), (0.0309, 0.0357), (0.0303, 0.0360), (0.0303, 0.0378),
                                         (0.0309, 0.0381), (0.0309, 0.0382), (0.0309, 0.0446),
                                         (0.0308, 0.0447), (0.0302, 0.0452), (0.0293, 0.0452), (0.0293, 0.0298)], 76, 0.022,
                          0.0302, 0.04465, 152)
    bead = shapes.facing(parts.rivet("Index", 0.0011, 0.0006, 16), (0, 0.0302, 0.0070), (0, 1, 0))
    return {"mount": geometry.finish(mount, 28), "barrel": deep(geometry.finish(rear, 28), 0.72, 0.0268), "scale": scale, "name": front,
            "ring": iris_ring, "numbers": numbers, "focus": focus, "bead": bead}


def element(radius, z, front, back, thick):
    """A lens of two sagittas, on the axis."""
    r = np.linspace(0, radius, 7)
    rise = lambda s: s * (1 - (r / radius) ** 2)
    profile = [(a, z - thick / 2 - b) for a, b in zip(r, rise(back))] + [(a, z + thick / 2 + b) for a,
                                                                         b in zip(r[::-1], rise(front)[::-1])]
    glass = geometry.finish(geometry.lathe("Element", profile, 48), 45, weighted=False)
    return shapes.plan_uv(glass, 2.1 * radius, 2.1 * radius, upwards=(0, 1, 0))


def cell(radius, z, height, grow=0.0016):
    """The black ring that holds an element."""
    return geometry.finish(geometry.lathe("Cell", geometry.rounded([(radius - 0.0002, z - height / 2, 0),
                                                                    (radius + grow, z - height / 2, 0.0003),
                                                                    (radius + grow, z + height / 2, 0.0003),
                                                                    (radius - 0.0006, z + height / 2, 0.0002),
                                                                    (radius - 0.0002, z - height / 2, 0)], 1), 44), 35)


def blade():
    outline = shapes.smooth([(0.0020, -0.0016, 0.0008), (0.0020, 0.0016, 0.0008), (-0.0070, 0.0050, 0.006),
                             (-0.0170, 0.0040, 0.002), (-0.0160, 0.0004, 0.001), (-0.0080, -0.0004, 0.006)], 3)
    return shapes.extrude("Blade", outline, 0.00012, 0.0, 1)


def body_parts():
    mid = slab("Leatherette", 0.0085, 0.0562, 0.0005, 0.0004)
    bottom = slab("Bottom", 0.0, 0.0088, 0.0, 0.0004, 0.0022)
    collar = geometry.lathe("Collar", geometry.rounded([(0.0240, -0.0006, 0), (0.0335, -0.0006, 0), (0.0342, 0.0010, 0.0006),
                                                        (0.0322, 0.0022, 0.0005), (0.0318, 0.0004, 0), (0.0240, 0.0004, 0),
                                                        (0.0240, -0.0006, 0)], 3), 80)
    collar = shapes.transformed(geometry.finish(collar, 28), Matrix.Translation((0, 0.0004, 0)) @ MOUNT)
    release = shapes.facing(parts.rivet("Release", 0.0050, 0.0034, 28), (AXIS.x + 0.0405, -0.0190, 0.0330), (0, -1, 0))
    lamp = shapes.facing(parts.rivet("Lamp", 0.0022, 0.0008, 20), (0.0480, -0.0190, 0.0620), (0, -1, 0))
    chamber = shapes.extrude("Chamber", shapes.circle(0.0242, 56), 0.0012, 0.0003, 1,
                             [shapes.rectangle(0.0380, 0.0262, 0.0010, 3)])
    curtain = [geometry.box("Curtain", (0.0400, 0.0064, 0.0006), (0, k * 0.0056 - 0.0112, 0.0004 + 0.00008 * k), 0.0002, 1)
               for k in range(5)]
    chamber = shapes.transformed(geometry.join("Chamber", [chamber] + curtain), Matrix.Translation((0, -0.0002, 0)) @ MOUNT)
    return mid, bottom, geometry.join("Collar", [collar, release, lamp]), deep(chamber, 0.95)


def back_panel():
    """Screen, eyepiece, wheel and buttons."""
    frame = shapes.facing(shapes.extrude("Frame", shapes.rectangle(0.0820, 0.0560, 0.003, 5, (-0.016, 0)), 0.0050, 0.0010, 3),
                          (0, 0.0165, 0.0310), (0, 1, 0))
    eye = []
    ring = np.concatenate([superellipse(0.0300, 0.0200, 40, 3.2), np.zeros((40, 1))], 1)
    eye.append(shapes.tube("Eyecup", ring, superellipse(0.0050, 0.0080, 12, 2.6), (0, 0, 1), closed=True, sharp=180))
    eye.append(shapes.extrude("Well", superellipse(0.0280, 0.0180, 40, 3.2), 0.001, 0.0002, 1))
    eye = shapes.facing(geometry.join("Eyepiece", eye), (AXIS.x, 0.0205, 0.0800), (0, 1, 0))
    wheel = parts.knurled("Wheel", geometry.rounded([(0.0045, -0.001, 0), (0.0098, -0.001, 0), (0.0098, 0.0016, 0.0004),
                                                     (0.0060, 0.0020, 0.0004), (0.0045, 0.0012, 0), (0.0045, -0.001, 0)], 2),
                          40, 0.02, 0.0, 0.0014, 120)
    keys = [shapes.facing(wheel, (-0.0450, 0.0170, 0.0270), (0, 1, 0))]
    for x, z, r in ((-0.0450, 0.0270, 0.0036), (-0.0520, 0.0440, 0.0030), (-0.0385, 0.0440, 0.0030), (-0.0520, 0.0105, 0.0028),
                    (-0.0385, 0.0105, 0.0028), (-0.0300, 0.0620, 0.0030)):
        keys.append(shapes.facing(parts.rivet("Button", r, 0.0018, 22), (x, 0.0170, z), (0, 1, 0)))
    thumb = shapes.facing(shapes.pillow("Thumb", shapes.rectangle(0.0150, 0.0200, 0.006, 5),
                                        [(0, -0.001), (0.02, 0.0030), (0.2, 0.0055), (0.6, 0.0064), (1, 0.0066)], 180),
                          (-0.0545, 0.0165, 0.0590), (0, 1, 0))
    screen = shapes.facing(shapes.extrude("Screen", shapes.rectangle(0.0740, 0.0490, 0.0015, 4, (-0.016, 0)), 0.0006, 0.0002, 1),
                           (0, 0.0213, 0.0310), (0, 1, 0))
    return geometry.join("Back", [frame, eye] + keys + [thumb]), screen


def sensor():
    base = geometry.box("Sensor board", (0.046, 0.0030, 0.034), (AXIS.x, -0.0020, AXIS.z), 0.0008, 2)
    frame = shapes.facing(shapes.extrude("Frame", shapes.rectangle(0.0420, 0.0300, 0.002, 4), 0.0020, 0.0004, 2,
                                         [shapes.rectangle(0.0362, 0.0242, 0.0006, 2)]), (AXIS.x, -0.0034, AXIS.z), (0, -1, 0))
    chip = shapes.facing(shapes.extrude("Chip", shapes.rectangle(0.0360, 0.0240, 0.0005, 2), 0.0010, 0.0002, 1),
                         (AXIS.x, -0.0034, AXIS.z), (0, -1, 0))
    return geometry.join("Sensor mount", [base, frame]), chip


def around(sheet, words, radius, size, centre, font="regular", start=0.0, step=None, tangent=True):
    """Letters set one by one round a circle, clockwise from `start` (radians from the top)."""
    angle = start
    for letter in words:
        a = angle
        at = np.array(centre) + radius * np.array([math.sin(a), math.cos(a)])
        if letter != " ":
            sheet.paint(sheet.text(letter, size, at, font, turn=-a if tangent else 0), "#EDE8DC")
        angle += (step or size * 0.74 / radius) * (0.55 if letter in "il./1:" and not step else 1.12
                                                   if letter in "mMVW" and not step else 1)


def printed():
    sheet = Sheet(SHEET, SHEET, 1024, "#15161A")
    around(sheet, "VITRINE  LENS  35mm  1:1.4", 0.0236, 0.0026, (0.020, 0.020), start=-1.15)
    sheet.paint(sheet.ring(0.0252, 0.0004, (0.020, 0.020)), "#C98F3C")
    for k, value in enumerate(("B", "1", "2", "4", "8", "15", "30", "60", "125", "250", "500", "1000", "4000", "A")):
        a = 2 * math.pi * k / 14
        at = np.array(DIALS["shutter"]) + 0.0066 * np.array([math.sin(a), math.cos(a)])
        sheet.paint(sheet.text(value, 0.0019 if len(value) < 3 else 0.0015, at, "bold", turn=-a),
                    "#E0B055" if value in "BA" else "#F2EEE4")
    for k, value in enumerate(("-3", "-2", "-1", "0", "+1", "+2", "+3", "C")):
        a = 2 * math.pi * (k - 3) / 11
        at = np.array(DIALS["bias"]) + 0.0051 * np.array([math.sin(a), math.cos(a)])
        sheet.paint(sheet.text(value, 0.0019, at, "bold", turn=-a), "#E0B055" if value in "0C" else "#F2EEE4")
    for k, value in enumerate(("100", "200", "400", "800", "1600", "A")):
        a = 2 * math.pi * k / 6
        at = np.array(DIALS["iso"]) + 0.0056 * np.array([math.sin(a), math.cos(a)])
        sheet.paint(sheet.text(value, 0.0017, at, "bold", turn=-a), "#E0B055" if value == "A" else "#F2EEE4")
    sheet.paint(sheet.text("ISO", 0.0022, DIALS["iso"], "bold"), "#8B8778")
    for k, value in enumerate(("A", "16", "11", "8", "5.6", "4", "2.8", "2",
                               "1.4")):  # round the barrel: the sheet's whole width is the way round
        x = (0.5 - 0.027 * (k - 4)) % 1.0
        sheet.paint(barrel_text(sheet, value, x, 0.125, 0.0030), "#E0B055" if value == "A" else "#F2EEE4")
    for k, value in enumerate(("∞", "5", "3", "2", "1.5", "1", "0.7")):
        sheet.paint(barrel_text(sheet, value, (0.5 + 0.035 * (k - 3)) % 1.0, 0.050, 0.0026), "#F2EEE4")
    return sheet.jpeg("Engraving", 90)


def barrel_text(sheet, value, u, v, size):
    """Letters on the barrel: there the sheet is drawn out to 0.19 m, so they are set narrow, and read from behind the
    camera, so they are set from right to left."""
    at = np.array([(u - 0.5) * SHEET, (v - 0.5) * SHEET])
    t = glyphs(value, "bold") * size
    low, high = t.reshape(-1, 2).min(0), t.reshape(-1, 2).max(0)
    return sheet.fill((t - (low + high) / 2) * [-0.53, 0.95] + at)


DIALS = {"shutter": (-0.030, 0.030), "bias": (-0.030, 0.010), "iso": (-0.030, -0.012)}


def wardrobe():
    skin = surfaces.leather("Leatherette", seed=58, metres=0.020, across=19, rough=0.46)
    satin = surfaces.grain("Satin plate", seed=83, metres=0.008, rough=0.30, metallic=1.0, depth=0.34, touched=0.0)
    paint = surfaces.grain("Black paint", seed=85, rough=0.40, depth=0.4)
    sheet = printed()
    engraving = materials.pbr("Engraving", base=sheet, roughness=0.42)
    # Two thirds are lost on the way in and out through six elements, of which the shop shows the first alone.
    glass = materials.glass("Coated glass", "#B2BAC6", 1.80, extensions={"KHR_materials_specular": {
        "specularFactor": 1.0, "specularColorFactor": [1.0, 1.0, 1.0], "specularColorTexture": {"index": optics.coating()}}})
    black = materials.pbr("Black paint", "#26272B", 1.0, orm=paint[0], normal=paint[1], repeat=paint[2])
    black.body["occlusionTexture"] = optics.depths()
    out = []
    for name, bn, plate, metallic, leather, price in (("Silver", "রুপালি", "#E6E4DF", 1.0, "#47484C", 0),
                                                      ("Black", "কালো", "#5C5E63", 1.0, "#424347", 0),
                                                      ("Tan", "বাদামি", "#E4DFD5", 1.0, "#74492F", 200000),
                                                      ("Moss", "শ্যাওলা", "#D8D5CB", 1.0, "#3F4A35", 200000)):
        out.append({"name": name, "bn": bn, "price": price, "materials": {
            "plate": materials.pbr(f"{name} plate", plate, 1.0, metallic, orm=satin[0], normal=satin[1], repeat=satin[2]),
            "leather": materials.pbr(f"{name} leatherette", leather, 1.0, orm=skin[0], normal=skin[1], repeat=skin[2],
                                     normal_scale=1.25, occlusion=True),
            "black": black, "print": engraving, "glass": glass}})
    return out


def build(folder):
    geometry.reset()
    variants = wardrobe()
    mid, bottom, collar, chamber = body_parts()
    back, screen = back_panel()
    holder, chip = sensor()
    l = lens()
    alloy, black, glass_words = ("Magnesium alloy", "ম্যাগনেসিয়াম সংকর"), ("Black-painted brass",
                                                                            "কালো রং করা পিতল"), ("Lanthanum glass, coated",
                                                                                    "প্রলেপ দেওয়া ল্যান্থানাম কাচ")
    children, out = [], (0, 0, 1)
    top = Part("top", "Top plate", "ওপরের পাত", origin=(0, 0, 0.056), made_of=alloy, explode=(0, 1, 0, 0.030, 2),
               layers=[(top_plate(), "plate"), (shoe(), "plate"), (marks(), "black")])
    dials, turns = [], []
    for key, en, bn, radius, height, teeth, x, y in (("shutter", "Shutter-speed dial", "শাটারের চাকতি", 0.0092, 0.0068, 64,
                                                      -0.0350, -0.0005), ("bias", "Exposure dial", "আলোর চাকতি", 0.0074, 0.0050,
                                                                          52, -0.0545, 0.0060),
                                                     ("iso", "Sensitivity dial", "সংবেদনের চাকতি", 0.0084, 0.0062, 58, 0.0520,
                                                      0.0010)):
        turned, face = dial(key, radius, height, teeth, DIALS[key])
        part = Part(f"dial-{key}", en, bn, place=Matrix.Translation((x, y, 0.0708)),
                    made_of=("Brass, engraved", "খোদাই করা পিতল"), explode=(0, 1, 0, 0.050, 1),
                    layers=[(turned, "plate"), (face, "print")])
        dials.append(part)
        turns.append(motion.turn(part, (0, 0, 1), motion.eased(1.6, 0, 1.2, 0, {"shutter": -77, "bias": 65, "iso": 120}[key])))
    button = geometry.lathe("Shutter button", geometry.rounded([(0.0, -0.001, 0), (0.0078, -0.001, 0), (0.0078, 0.0020, 0.0005),
                                                                (0.0066, 0.0024, 0.0003), (0.0050, 0.0022, 0.0002),
                                                                (0.0050, 0.0040, 0.0006), (0.0024, 0.0042, 0.0004),
                                                                (0.0016, 0.0034, 0.0003),
                                                                (0.0, 0.0030, 0)], 3), 40)
    lever = geometry.box("Lever", (0.0030, 0.0060, 0.0016), (0.0, -0.0088, 0.0008), 0.0006, 2)
    press = Part("shutter", "Shutter button", "শাটার বোতাম", geometry.join("Shutter button",
                                                                           [geometry.finish(button, 28), lever]), "plate",
                 place=Matrix.Translation((-0.0535, -0.0225, 0.0708)), made_of=alloy, explode=(0, 1, 0, 0.050, 1))
    for obj in l.values():
        shapes.transformed(obj, MOUNT)
    o = AXIS
    ring = Part("aperture-ring", "Aperture ring", "অ্যাপারচার রিং", origin=o, made_of=black, explode=(*out, 0.052, 2),
                layers=[(l["ring"], "black"), (l["numbers"], "print")])
    focus = Part("focus-ring", "Focus ring", "ফোকাস রিং", l["focus"], "black", o, black, (*out, 0.118, 2))
    barrel = Part("barrel", "Barrel", "লেন্সের নল", origin=o, made_of=black, explode=(*out, 0.086, 2),
                  layers=[(l["barrel"], "black"), (l["scale"], "print"), (l["name"], "print"), (l["bead"], "plate")])
    mount = Part("mount", "Bayonet", "বেয়নেট", l["mount"], "plate", o, ("Chromed brass", "ক্রোম করা পিতল"), (*out, 0.022, 2))
    elements, moving = [], []
    for k, (radius, z, front, back_, thick, away) in enumerate(((0.0208, 0.0455, 0.0042, -0.0015, 0.0030, 0.190),
                                                                (0.0190, 0.0385, 0.0034, -0.0022, 0.0028, 0.172),
                                                                (0.0160, 0.0325, -0.0022, 0.0012, 0.0026, 0.158),
                                                                (0.0150, 0.0205, -0.0016, -0.0026, 0.0026, 0.050),
                                                                (0.0165, 0.0150, 0.0014, 0.0030, 0.0030, 0.036),
                                                                (0.0180, 0.0085, 0.0026, 0.0010, 0.0032, 0.022))):
        part = Part(f"element-{k + 1}", f"Element {k + 1}", f"{'১২৩৪৫৬'[k]} নম্বর কাচ", origin=(0, 0, 0),
                    place=MOUNT @ Matrix.Translation((0, 0, z)), made_of=glass_words, explode=(*out, away, 3),
                    layers=[(element(radius, 0, front, back_, thick), "glass"), (deep(cell(radius, 0, thick + 0.002), 0.42 + 0.09 * k), "black")])
        elements.append(part)
        if k < 3:
            moving.append(motion.slide(part, (0, -1, 0), motion.there(1.6, 0.0032)))
    leaf, blades, steel = deep(blade(), 0.80), [], ("Blackened steel", "কালো ইস্পাত")
    for k in range(9):
        a = 360 / 9 * k
        pose = MOUNT @ Matrix.Rotation(math.radians(a), 4,
                                       "Z") @ Matrix.Translation((0.0185, 0,
                                                                  0.0265 + 0.00013 * k)) @ Matrix.Rotation(math.radians(90), 4,
                                                                          "Z")
        blades.append(Part(f"blade-{k + 1}", "Aperture blade", "অ্যাপারচারের পাত", leaf, "black", made_of=steel, place=pose))
    iris = Part("iris", "Nine-blade iris", "নয় পাতের আইরিস", children=blades, made_of=steel,
                explode=(*out, 0.138, 3))
    for part in blades:
        turns.append(motion.turn(part, (0, 0, 1), motion.there(1.6, 34)))
    body = Part("body", "Body", "মূল দেহ", origin=(0, 0, 0.03), made_of=alloy, explode=(0, 0, 0, 0.0, 0),
                layers=[(mid, "leather"), (collar, "plate"), (chamber, "black")])
    root = Part("camera", "Mirrorless camera", "মিররলেস ক্যামেরা", price=14500000, children=[
        body, top] + dials + [press, Part("bottom", "Base plate", "নিচের পাত", bottom, "plate", (0, 0, 0.004), alloy,
                                          (0, -1, 0, 0.0, 0)),
        Part("back", "Back and viewfinder", "পেছন ও ভিউফাইন্ডার", origin=(0, 0.018, 0.04), made_of=alloy,
             explode=(0, 0, -1, 0.060, 2), layers=[(back, "black"), (screen, "print")]),
        Part("sensor", "Sensor", "সেন্সর", origin=AXIS, made_of=("36 × 24 mm, 33 megapixels", "৩৬ × ২৪ মিমি"),
             explode=(0, 0, -1, 0.034, 3), layers=[(holder, "black"), (chip, "glass")]),
        Part("lens", "35 mm f/1.4 lens", "৩৫ মিমি লেন্স", children=[mount, ring, barrel, focus, iris] + elements,
             made_of=("Painted brass and coated glass", "রং করা পিতল ও প্রলেপ দেওয়া কাচ"), price=5200000)],
        hotspots=[
            extras.hotspot((0.010, -0.074, 0.050), (0, -1, 0.3), ("35 mm, f/1.4", "Six elements, nine rounded blades"),
                           ("৩৫ মিমি, এফ/১.৪", "ছয়টি কাচ, নয়টি বাঁকা পাত"), barrel),
            extras.hotspot((-0.035, 0.0, 0.078), (0, -0.2, 1), ("Engraved dials",
                                                                "Every setting can be seen with the power off"),
                           ("খোদাই চাকতি", "বন্ধ থাকলেও সব মাপ চোখে পড়ে"), dials[0]),
            extras.hotspot((-0.055, -0.034, 0.035), (-0.3, -1, 0), ("Grip", "Leatherette, cut to the hand"),
                           ("মুঠ", "হাতের মাপে কাটা আবরণ"), body)],
        animations=[motion.Animation("set", "Set the exposure", "আলোর মাপ ঠিক করা",
                                     turns + [motion.turn(ring, (0, -1, 0), motion.there(1.6, 60))]),
                    motion.Animation("focus", "Focus", "ফোকাস",
                                     moving + [motion.turn(focus, (0, -1, 0), motion.there(1.6, 95))])])
    save(folder, root, variants)
