# SPDX-License-Identifier: GPL-3.0-or-later
"""A mechanical wristwatch: small seconds at six, applied batons, Bengali numerals, its movement behind a glass back.

Drawn with the dial looking up (twelve towards +Y), then leaned back on its closed strap.
"""
import math

import bmesh
import numpy as np
from mathutils import Matrix

from lib import encode, extras, geometry, materials, motion, parts, shapes, surfaces
from lib.decals import Sheet
from lib.geometry import superellipse
from lib.glb import Part, save
from lib.noise import mix, smoothstep, spectral, srgb

LEAN = 62  # degrees from lying on its back
DIAL, SMALL = 0.0163, np.array([0.0, -0.0078])


def case():
    ring = geometry.lathe("Case", np.concatenate([
        geometry.rounded([(0.0150, -0.0036, 0), (0.0178, -0.0036, 0.0004), (0.0192, -0.0022, 0.0008), (0.0196, 0.0, 0.0010),
                          (0.0196, 0.0016, 0.0006),
                          (0.0190, 0.0024, 0.0004), (0.0172, 0.0026, 0.0002), (0.0170, 0.0010, 0.0002), (0.0164, 0.0006, 0),
                          (0.0164, -0.0030, 0),
                          (0.0150, -0.0036, 0)], 2)]), 80, tile=0.03)
    pieces = [geometry.finish(ring, 28)]
    side = shapes.smooth([(0.0138, -0.0030, 0.0002), (0.0165, -0.0034, 0.002), (0.0212, -0.0062, 0.0012),
                          (0.0240, -0.0058, 0.0012),
                          (0.0238, -0.0030, 0.0018), (0.0195, 0.0008, 0.0050), (0.0160, 0.0020, 0.003),
                          (0.0138, 0.0020, 0.0002)], 6)
    for sx in (-1, 1):
        for sy in (-1, 1):
            lug = shapes.extrude("Lug", side, 0.0029, 0.00065, 3)
            turn = Matrix(((0, 0, 1, 0.0103), (1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 0, 1)))
            shapes.transformed(lug, turn)
            flip = Matrix.Diagonal((sx, sy, 1, 1))
            shapes.transformed(lug, flip)
            if sx * sy < 0:
                lug.data.flip_normals()
            pieces.append(lug)
    for sy in (-1, 1):
        pieces.append(shapes.tube("Bar", [(-0.0104, sy * 0.0214, -0.0036), (0.0104, sy * 0.0214, -0.0036)],
                                  shapes.circle(0.0008, 10), (0, 0, 1)))
    return geometry.join("Case", pieces)


def bezel():
    profile = geometry.rounded([(0.0166, 0.0022, 0), (0.0188, 0.0022, 0.0002), (0.0189, 0.0030, 0.0004),
                                (0.0178, 0.0047, 0.0010),
                                (0.0170, 0.0049, 0.0003), (0.0166, 0.0046, 0.0002), (0.0166, 0.0022, 0)], 3)
    return geometry.finish(geometry.lathe("Bezel", profile, 80), 24)


def crown():
    profile = geometry.rounded([(0.0, -0.0012, 0), (0.0016, -0.0012, 0), (0.0016, 0.0004, 0), (0.0028, 0.0006, 0.0003),
                                (0.0030, 0.0012, 0.0002),
                                (0.0030, 0.0013, 0), (0.0030, 0.0034, 0), (0.0030, 0.0036, 0), (0.0028, 0.0040, 0.0003),
                                (0.0012, 0.0044, 0.0006),
                                (0.0, 0.0044, 0)], 3)
    head = parts.knurled("Crown", profile, 24, 0.075, 0.00125, 0.00345, 72)
    return shapes.facing(head, (0.0192, 0, -0.0004), (1, 0, 0))


def crystal():
    top = [(r, 0.0062 - 0.0012 * (r / 0.0164) ** 2) for r in np.linspace(0.0160, 0.0, 12)]
    profile = [(0.0, 0.0042), (0.0160, 0.0034), (0.01645, 0.0034), (0.0165, 0.0047), (0.0163, 0.0050)] + top
    return geometry.finish(geometry.lathe("Crystal", profile, 72), 30, weighted=False)


def dial():
    plate = geometry.lathe("Dial", geometry.rounded([(0.0, 0.0012, 0), (DIAL, 0.0012, 0), (DIAL, 0.0017, 0.0001),
                                                     (0.0154, 0.0019, 0.0001),
                                                     (0.0034, 0.00192, 0), (0.0, 0.00192, 0)], 2), 64)
    flange = geometry.lathe("Flange", [(0.0164, 0.0012), (0.0164, 0.0040), (0.0160, 0.0041), (0.0154, 0.0020),
                                       (0.0154, 0.0013)], 64)
    small = shapes.placed(geometry.lathe("Small dial", geometry.rounded([
        (0.0, 0.0014, 0), (0.0048, 0.0014, 0), (0.0048, 0.00206, 0.0001), (0.0044, 0.00208, 0.0001), (0.0041, 0.00194, 0.0001),
        (0.0, 0.00194, 0)], 2), 56), (*SMALL, 0.0))
    obj = geometry.join("Dial", [geometry.finish(o, 30) for o in (plate, flange, small)])
    return shapes.plan_uv(obj, 0.0360, 0.0360, upwards=(0, 1, 0))


def indices():
    """Faceted batons, doubled at twelve; none where a numeral or the small dial is."""
    pieces = []
    for hour in range(12):
        if hour in (0, 3, 6, 9):
            continue
        long = 0.0034
        pieces.append((baton(0.00062, long, 0.0006), math.radians(30 * hour), 0.0124))
    for hour in (0, 3, 6, 9):
        pieces.append((baton(0.0005, 0.0011 if hour != 6 else 0.0010, 0.0006), math.radians(30 * hour), 0.0146))
    out = []
    for obj, angle, radius in pieces:
        out.append(shapes.placed(obj, (radius * math.sin(angle), radius * math.cos(angle), 0.0018),
                                 [("Z", -math.degrees(angle))]))
    for k in range(60):  # minute dots on the chapter ring would be print; four pins hold the dial
        if k % 15 == 7:
            a = 2 * math.pi * k / 60
            out.append(shapes.placed(parts.rivet("Pin", 0.00022, 0.00018, 10),
                                     (0.0150 * math.sin(a), 0.0150 * math.cos(a), 0.0019)))
    return geometry.join("Indices", out)


def baton(half, length, height):
    h, e = length / 2, half * 0.9
    v = [(-half, -h, 0), (half, -h, 0), (half, h, 0), (-half, h, 0), (-half, -h, height * 0.4), (half, -h, height * 0.4),
         (half, h, height * 0.4), (-half, h, height * 0.4), (0, -h + e, height), (0, h - e, height)]
    f = [(0, 1, 5, 4), (1, 2, 6, 5), (2, 3, 7, 6), (3, 0, 4, 7), (4, 5, 8), (5, 6, 9, 8), (6, 7, 9), (7, 4, 8, 9), (3, 2, 1, 0)]
    obj = geometry.mesh_object("Baton", v, f, np.zeros((sum(map(len, f)), 2)))
    return geometry.finish(obj, 10, weighted=False)


def hand(name, length, half, tail, z, hub, thick=0.00018, waist=0.28):
    """A dauphine hand: two facets that meet in a ridge, a hub with a polished cap."""
    way = [(-tail, half * 0.34), (0.0, half * 0.62), (length * waist, half), (length * 0.985, half * 0.10),
           (length, half * 0.05)]
    v, f = [], []
    for y, w in way:
        v += [(-w, y, z), (0, y, z + thick * (0.5 + w / half * 1.3)), (w, y, z), (0, y, z - thick)]
    for k in range(len(way) - 1):
        a, b = 4 * k, 4 * k + 4
        f += [(a + 1, b + 1, b, a), (a + 2, b + 2, b + 1, a + 1), (a + 3, b + 3, b + 2, a + 2), (a, b, b + 3, a + 3)]
    f += [(0, 3, 2, 1), (4 * len(way) - 4, 4 * len(way) - 3, 4 * len(way) - 2, 4 * len(way) - 1)]
    blade = geometry.mesh_object(name, v, f, np.zeros((sum(map(len, f)), 2)))
    bm = bmesh.new()
    bm.from_mesh(blade.data)
    bmesh.ops.recalc_face_normals(bm, faces=bm.faces)
    bm.to_mesh(blade.data)
    bm.free()
    geometry.finish(blade, 8, weighted=False)
    cap = geometry.lathe("Hub", geometry.rounded([(0.0, z - thick, 0), (hub, z - thick, 0), (hub, z + thick * 1.8, thick * 0.8),
                                                  (0.0, z + thick * 2.0, 0)], 3), 28)
    return geometry.join(name, [blade, geometry.finish(cap, 35)])


def movement():
    """Plate, train and bridges; the gears lie behind the plate, seen from the back."""
    plate = shapes.extrude("Main plate", shapes.circle(0.0150, 72), 0.0016, 0.0003, 2,
                           [shapes.circle(0.0009, 12, (0.006, 0.008)), shapes.circle(
        0.0009, 12, (-0.008, 0.006)), shapes.circle(0.0052, 32, (0.0066, -0.0068))], base=-0.0006)
    wheels = []
    for x, y, teeth, module, z, spokes in ((-0.0055, 0.0060, 60, 0.00020, -0.0012, 0), (0.0, 0.0, 64, 0.000135, -0.0010, 5),
                                           (0.0050, 0.0042, 56, 0.000120, -0.0015, 4), (0.0, -0.0078, 60, 0.000100, -0.0011, 4),
                                           (-0.0052, -0.0046, 20, 0.000190, -0.0014, 4),
                                           (-0.0098, 0.0022, 30, 0.00018, -0.0020, 0)):
        wheel = parts.gear("Wheel", teeth, module, 0.00035, 0.00045, spokes)
        pin = geometry.lathe("Arbor", geometry.rounded([(0.0, -0.0012, 0), (0.0004, -0.0012, 0), (0.0005, 0.0011, 0),
                                                        (0.0, 0.0013, 0)], 2), 12)
        wheels.append(shapes.placed(geometry.join("Wheel", [wheel, geometry.finish(pin, 40)]), (x, y, z)))
    bridges = []
    for outline in (shapes.smooth([(-0.0135, 0.0, 0.002), (-0.0120, 0.0078, 0.003), (-0.0035, 0.0142, 0.003),
                                   (0.0015, 0.0135, 0.001), (0.0006, 0.0038, 0.003),
                                   (-0.0050, -0.0010, 0.002)][::-1], 5),
                    shapes.smooth([(0.0024, 0.0138, 0.002), (0.0115, 0.0078, 0.004), (0.0142, 0.0, 0.002),
                                   (0.0060, 0.0002, 0.002), (0.0016, 0.0045, 0.002)][::-1], 5),
                    shapes.smooth([(-0.0140, -0.0022, 0.001), (-0.0050, -0.0028, 0.003), (0.0012, -0.0052, 0.002),
                                   (0.0002, -0.0138, 0.001), (-0.0080, -0.0115, 0.003)], 5)):
        bridges.append(shapes.extrude("Bridge", outline, 0.0009, 0.00022, 2, base=-0.0030))
    cock = shapes.extrude("Cock", shapes.smooth([(0.0046, -0.0140, 0.001), (0.0086, -0.0122, 0.001), (0.0080, -0.0068, 0.0010),
                                                 (0.0066, -0.0056, 0.0010),
                                                 (0.0054, -0.0066, 0.001)], 5), 0.0006, 0.00018, 2, base=-0.0038)
    bridges.append(cock)
    fixings = []
    for x, y in ((-0.0118, 0.0020), (-0.0030, 0.0124), (0.0034, 0.0122), (0.0126, 0.0022), (-0.0120, -0.0040),
                 (-0.0016, -0.0120), (0.0062, -0.0122)):
        z = -0.0038 if y < -0.012 and x > 0.004 else -0.0030
        fixings.append(shapes.placed(parts.screw("Screw", 0.00075, 0.0002, "slot", count=20), (x, y, z),
                                     [("X", 180), ("Z", 40 + 900 * x)]))
    return plate, geometry.join("Train", wheels), geometry.join("Bridges", bridges), geometry.join("Fixings", fixings)


def balance():
    rim = [geometry.lathe("Rim", geometry.rounded([(0.0040, -0.0003, 0), (0.0046, -0.0003, 0.0001), (0.0046, 0.0003, 0.0001),
                                                   (0.0040, 0.0003, 0.0001),
                                                   (0.0040, -0.0003, 0)], 2), 48)]
    rim[0] = geometry.finish(rim[0], 35)
    for turn in (0, 90):
        rim.append(shapes.placed(geometry.box("Arm", (0.0084, 0.0005, 0.0003), (0, 0, 0), 0.0001, 1), (0, 0, 0), [("Z", turn)]))
    for k in range(8):
        a = (k + 0.5) * math.pi / 4
        weight = geometry.finish(geometry.lathe("Weight", geometry.rounded([(0.0, 0, 0), (0.00032, 0, 0),
                                                                            (0.00032, 0.0005, 0.0001), (0.0, 0.0005, 0)], 1),
                                                10), 40)
        rim.append(shapes.facing(weight, (0.0045 * math.cos(a), 0.0045 * math.sin(a), 0), (math.cos(a), math.sin(a), 0)))
    t = np.linspace(0, 1, 150)
    spring = np.stack([(0.0006 + 0.0024 * t) * np.cos(t * 44), (0.0006 + 0.0024 * t) * np.sin(t * 44), np.full(150, -0.0006)],
                      1)
    rim.append(shapes.tube("Hairspring", spring, superellipse(0.00006, 0.00022, 4, 4), (0, 0, 1)))
    return geometry.join("Balance", rim)


def rotor():
    a = np.linspace(math.radians(-8), math.radians(188), 48)
    b = a[::-1]
    points = [(0.0143 * math.cos(x), 0.0143 * math.sin(x)) for x in a] + [(0.0022 * math.cos(x), 0.0022 * math.sin(x))
                                                                          for x in b]
    windows = []
    for k in range(3):
        w = np.linspace(math.radians(12 + 56 * k), math.radians(56 + 56 * k), 12)
        windows.append(np.array([(0.0104 * math.cos(x), 0.0104 * math.sin(x)) for x in w]
                                + [(0.0046 * math.cos(x), 0.0046 * math.sin(x)) for x in w[::-1]]))
    body = shapes.extrude("Rotor", np.array(points), 0.0005, 0.00015, 2, windows, base=-0.0046)
    rim = np.array([(0.0143 * math.cos(x), 0.0143 * math.sin(x)) for x in a]
                   + [(0.0119 * math.cos(x), 0.0119 * math.sin(x)) for x in b])
    weight = shapes.extrude("Weight", rim, 0.0009, 0.0002, 2, base=-0.0049)
    hub = shapes.placed(geometry.finish(geometry.lathe("Hub",
                                                       geometry.rounded([(0.0, 0.0, 0), (0.0026, 0.0, 0.0003),
                                                                         (0.0026, 0.0010, 0.0003), (0.0, 0.0010, 0)], 2), 32),
                                        35),
                        (0, 0, -0.0051))
    return geometry.join("Rotor", [body, weight, hub])


def back():
    ring = geometry.lathe("Back", geometry.rounded([(0.0134, -0.0056, 0), (0.0172, -0.0052, 0.0005), (0.0180, -0.0038, 0.0003),
                                                    (0.0150, -0.0036, 0),
                                                    (0.0134, -0.0050, 0), (0.0134, -0.0056, 0)], 3), 72)
    pieces = [geometry.finish(ring, 28)]
    for k in range(6):
        a = math.radians(60 * k + 15)
        pieces.append(shapes.placed(parts.screw("Screw", 0.00085, 0.0003, "slot", count=20),
                                    (0.0156 * math.cos(a), 0.0156 * math.sin(a), -0.00532),
                                    [("X", 180), ("Z", 60 * k)]))
    window = geometry.lathe("Window", geometry.rounded([(0.0, -0.0058, 0), (0.0130, -0.0057, 0.0004), (0.0134, -0.0052, 0.0002),
                                                        (0.0, -0.0051, 0)][::1], 2), 56)
    return geometry.join("Back", pieces), geometry.finish(window, 30)


UPPER = geometry.spline([(0.0196, -0.0026), (0.0226, -0.0032), (0.0272, -0.0066), (0.0318, -0.0140), (0.0345, -0.0260),
                         (0.0310, -0.0400), (0.0200, -0.0505), (0.0060, -0.0545),
                         (0.0010, -0.0550)], 60)
LOWER = geometry.spline([(-0.0196, -0.0026), (-0.0226, -0.0032), (-0.0272, -0.0066), (-0.0318, -0.0140), (-0.0345, -0.0260),
                         (-0.0315, -0.0400), (-0.0205, -0.0520),
                         (-0.0060, -0.0575), (0.0080, -0.0572), (0.0190, -0.0540), (0.0262, -0.0494)], 84)


def band(name, flat, end_width, padded):
    """One half of the strap: padded at the case, thin at its end, its edges painted and stitched."""
    p = np.stack([np.zeros(len(flat)), flat[:, 0], flat[:, 1]], 1)
    s = geometry.arc_length(p)
    d = np.gradient(p, axis=0)
    d /= np.linalg.norm(d, axis=1, keepdims=True)
    n = np.cross(np.array([1.0, 0, 0]), d)
    n *= np.sign((n * (p - [0, 0, -0.028])).sum(1))[:, None].mean() or 1.0
    wide = np.interp(s, [0, 0.012, 0.055, s[-1]], [0.0198, 0.0196, end_width, end_width])
    thick = np.interp(s, [0, 0.004, 0.030, 0.060, s[-1]], [0.0046, 0.0044, 0.0030, 0.0023, 0.0021]) * padded
    if name == "Long strap":  # its point
        wide = wide * np.sqrt(np.clip(1 - np.clip((s - s[-1] + 0.010) / 0.0103, 0, 1) ** 2.6, 0.03, 1))
    sections = []
    for w, t in zip(wide, thick):
        o = superellipse(w, t, 32, 5.0, math.pi / 32)
        edge = np.exp(-((np.abs(o[:, 0]) - (w / 2 - 0.0019)) / 0.0006) ** 2) * 0.00030
        crown = 0.16 * t * (1 - (o[:, 0] / w * 2) ** 2)
        o[:, 1] += np.where(o[:, 1] > t * 0.3, crown - edge, 0)
        sections.append(o)
    path, sections = geometry.domed(p, np.array(sections), 0.0008, 2)
    at = geometry.arc_length(path)
    up = np.stack([np.interp(at, s, n[:, k]) for k in range(3)], 1)
    body = shapes.tube(name, path, sections, up, sharp=60)
    seams = []
    stop = len(p) - (3 if name == "Short strap" else 8)
    for side in (-1, 1):
        line = p[3:stop] + n[3:stop] * (thick[3:stop, None] / 2 + 0.00006)
        line[:, 0] = side * (wide[3:stop] / 2 - 0.0019)
        seams.append(parts.stitches("Seam", line, n[3:stop], 0.0023, 0.0012, 0.00026, slant=16 * side))
    return body, seams, (p, n, wide, thick)


def strap():
    short, seams, (p, n, wide, thick) = band("Short strap", UPPER, 0.0166, 1.0)
    long, more, (q, m, _, deep) = band("Long strap", LOWER, 0.0162, 1.0)
    loops = []
    for at in (48, 40):  # keeper loops round both
        k = len(p) - 60 + at
        middle, tangent = p[k] + n[k] * 0.0011, p[k] - p[k - 1]
        tangent = tangent / np.linalg.norm(tangent)
        side, upper = np.array([1.0, 0, 0]), n[k]
        outline = shapes.rectangle(0.0186, 0.0068, 0.0014, 4)
        path = middle + outline[:, :1] * side + outline[:, 1:] * upper
        loops.append(shapes.tube("Keeper", path, superellipse(0.0009, 0.0042, 12, 4), tangent, closed=True, sharp=60))
    holes = []
    for k in range(5):
        i = 56 + 4 * k
        if i < len(q) - 6:
            ring = geometry.lathe("Eyelet", [(0.0005, -0.0002), (0.0010, -0.0002), (0.0010, 0.0001), (0.0008, 0.00018),
                                             (0.0005, -0.0001), (0.0005, -0.0002)], 14)
            holes.append(shapes.facing(geometry.finish(ring, 60, weighted=False), q[i] + m[i] * deep[i] * 0.58, m[i],
                                       (1, 0, 0)))
    end, way, out = p[-1], p[-1] - p[-2], n[-1]
    way = way / np.linalg.norm(way)
    frame = shapes.rectangle(0.0210, 0.0105, 0.0030, 5)
    path = end + way * 0.0034 + frame[:, :1] * np.array([1.0, 0, 0]) + frame[:,
                                                                             1:] * way + out * (0.0026
                                                                                     * (1 - (frame[:, :1] / 0.0105) ** 2 * 0.3))
    buckle = [shapes.tube("Buckle", path, superellipse(0.0016, 0.0020, 12, 3.2), out, closed=True, sharp=60)]
    tongue = [end - way * 0.001 + out * 0.0018, end + way * 0.004 + out * 0.0040, end + way * 0.0092 + out * 0.0036]
    buckle.append(shapes.bar("Tongue", geometry.spline(tongue, 10), superellipse(0.0018, 0.0012, 10, 2.6), (1, 0, 0), 0.0005,
                             2))
    return (geometry.join("Short strap", [short]), geometry.join("Short seams", seams),
            geometry.join("Long strap", [long] + loops),
            geometry.join("Long seams", more), geometry.join("Buckle", buckle + holes))


def print_dial(name, ground, edge, ink, small, thread, metallic):
    """The sheet for the dial; its corner holds the strap's thread, so that both share one material."""
    sheet = Sheet(0.0360, 0.0360, 1024, ground)
    angle, radius = np.arctan2(sheet.y, sheet.x + 1e-9), np.hypot(sheet.x, sheet.y)
    ray = np.interp(angle, np.linspace(-math.pi, math.pi, 2048), spectral((1, 2048), 9, 0.35, 8, 900)[0])
    sheet.colour = mix(sheet.colour, srgb(edge), smoothstep(0.004, 0.0166, radius))
    if metallic:
        sheet.colour = sheet.colour * (1 + 0.045 * ray * (radius > 0.001))[..., None]
    groove = 0.5 + 0.5 * np.sin(np.hypot(sheet.x - SMALL[0], sheet.y - SMALL[1]) / 0.00016 * 2 * math.pi)
    inside = sheet.disc(0.0041, SMALL)
    sheet.paint(inside, small).paint(inside * groove, "#000000", 0.10)
    sheet.paint(sheet.marks(60, 0.0150, 0.0155, 0.00011, skip=5), ink).paint(sheet.marks(12, 0.0149, 0.0156, 0.00020), ink)
    sheet.paint(sheet.ring(0.01565, 0.00008), ink)
    sheet.paint(sheet.marks(60, 0.0036, 0.0040, 0.00007, skip=5, centre=SMALL),
                ink).paint(sheet.marks(12, 0.0034, 0.0040, 0.00012, centre=SMALL), ink)
    for words, x, y in (("১২", 0.0, 0.0119), ("৩", 0.0122, 0.0), ("৯", -0.0122, 0.0)):
        sheet.paint(sheet.text(words, 0.0052, (x, y), "bengali"), ink)
    for words, x, y in (("৬০", 0, 0.0027), ("৩০", 0, -0.0027)):
        sheet.paint(sheet.text(words, 0.0013, SMALL + [x, y], "bengali"), ink)
    sheet.paint(sheet.text("Vitrine", 0.0017, (0, 0.0072), "regular", spacing=1.1), ink)
    sheet.paint(sheet.text("automatic", 0.00085, (0, 0.0057), "light", spacing=1.25), ink)
    corner = (np.abs(sheet.x) > 0.0170) & (np.abs(sheet.y) > 0.0170)
    sheet.paint(corner.astype(float), thread)
    base = sheet.jpeg(f"{name} dial", 90)
    size = 512
    rough = 0.34 + 0.05 * (ray[::2, ::2] if metallic else 0.0) + np.zeros((size, size))
    shine = np.where(corner[::2, ::2], 0.0, 0.82 * metallic)
    orm = encode.orm(f"{name} dial finish", 1.0, np.where(corner[::2, ::2], 0.8, rough), shine, 80)
    return materials.pbr(f"{name} dial", base=base, orm=orm, roughness=1.0, metallic=1.0)


def wardrobe():
    orm, relief = surfaces.brushed("Brushed case", rough=0.26)
    hide, crease, repeat = surfaces.leather("Calf", seed=54, metres=0.022, across=34, rough=0.48)
    crystal = materials.glass("Sapphire", "#F4F7FA", 1.77, 0.0012, 0.02)

    def metal(name, colour):
        return materials.pbr(name, colour, 1.0, 1.0, orm=orm, normal=relief, repeat=(1 / 0.03, 1 / 0.03), normal_scale=0.5,
                             extensions=materials.anisotropy(0.5, 0.0))

    def look(name, bn, case_colour, trim, leather, dial_print, price=0):
        return {"name": name, "bn": bn, "price": price, "materials": {
            "case": metal(f"{name} case", case_colour), "trim": materials.pbr(f"{name} polished", trim, 0.16, 1.0),
                                                                      "glass": crystal,
            "strap": materials.pbr(f"{name} calf", leather, 1.0, orm=hide, normal=crease, repeat=repeat, normal_scale=0.6,
                                   occlusion=True),
            "dial": print_dial(name, *dial_print)}}

    return [look("Dusk", "গোধূলি", "#C9C8C5", "#DAB67A", "#6B4226", ("#22365A", "#0C1526", "#F3EBDA", "#1B2C4B", "#E8D9B8", 1)),
            look("Ivory", "হাতির দাঁত", "#DDBB8A", "#E2BD80", "#2A211C",
                 ("#F4EEDF", "#EDE4D0", "#33302B", "#EAE1CD", "#C9B48C", 0), 250000),
            look("Moss", "শ্যাওলা", "#CBCAC7", "#D9D8D4", "#3D3F31", ("#3F5A45", "#16241A", "#F0EBDC", "#314836", "#D8CFAF",
                                                                      1))]


def hotspot(place, position, normal, en, bn, part=None):
    p = place @ Matrix.Translation(position)
    return extras.hotspot(p.translation, place.to_3x3() @ Matrix.Translation(normal).translation, en, bn, part)


def build(folder):
    geometry.reset()
    variants = wardrobe()
    short, short_seam, long, long_seam, buckle = strap()
    plate, train, bridges, fixings = movement()
    cover, window = back()
    fixed = {"case": case(), "bezel": bezel(), "crown": crown(), "crystal": crystal(), "dial": dial(), "indices": indices(),
             "plate": plate,
             "train": train, "bridges": bridges, "fixings": fixings, "back": cover, "window": window, "short": short,
             "short_seam": short_seam, "long": long, "long_seam": long_seam,
             "buckle": buckle}
    lean = Matrix.Rotation(math.radians(LEAN), 4, "X")
    for obj in fixed.values():
        shapes.transformed(obj, lean)
    place = Matrix.Translation((0, 0, -shapes.lowest(fixed.values()))) @ lean
    for obj in fixed.values():
        shapes.transformed(obj, Matrix.Translation(place.translation))
    middle = place.translation
    n = (place.to_3x3() @ Matrix.Translation((0, 0, 1)).translation)
    out, inward = (0, round(n.z, 4), round(-n.y, 4)), (0, round(-n.z, 4), round(n.y, 4))

    def pose(x=0.0, y=0.0, z=0.0, degrees=0.0):
        return place @ Matrix.Translation((x, y, z)) @ Matrix.Rotation(math.radians(degrees), 4, "Z")

    steel, gold = ("316L steel", "৩১৬এল ইস্পাত"), ("Polished and faceted by hand", "হাতে কাটা ও পালিশ করা")
    rhodium = ("Rhodium-plated brass", "রোডিয়াম মাখা পিতল")
    calf = ("Calf leather, saddle-stitched", "বাছুরের চামড়া, জিন সেলাই")
    hour = Part("hour-hand", "Hour hand", "ঘণ্টার কাঁটা", hand("Hour", 0.0090, 0.00080, 0.0022, 0.00275, 0.00100), "trim",
                place=pose(degrees=-(300 + 4.5)),
                made_of=gold, explode=(*out, 0.0270, 2))
    minute = Part("minute-hand", "Minute hand", "মিনিটের কাঁটা", hand("Minute", 0.0136, 0.00066, 0.0026, 0.00325, 0.00085),
                  "trim",
                  place=pose(degrees=-54), made_of=gold, explode=(*out, 0.0330, 2))
    second = Part("seconds-hand", "Seconds hand", "সেকেন্ডের কাঁটা", hand("Second", 0.0036, 0.00020, 0.0012, 0.00225, 0.00042,
                                                                          0.0001, 0.1), "trim",
                  place=pose(*SMALL, 0, -210), made_of=gold, explode=(*out, 0.0210, 2))
    wheel = Part("balance", "Balance and hairspring", "ব্যালান্স চাকা ও চুলের স্প্রিং", balance(), "trim",
                 place=pose(0.0066, -0.0068, -0.0020),
                 made_of=("Glucydur, blued steel", "গ্লুসিডুর"), explode=(*inward, 0.0320, 4))
    swing = Part("rotor", "Winding rotor", "দম দেওয়ার রোটর", rotor(), "trim", place=pose(),
                 made_of=("Tungsten rim", "টাংস্টেন"), explode=(*inward, 0.0410, 4))
    o = middle
    crystal_part = Part("crystal", "Sapphire crystal", "নীলকান্ত কাচ", fixed["crystal"], "glass", o,
                        ("Domed sapphire", "উত্তল নীলকান্তমণি কাচ"),
                        (*out, 0.0620, 1))
    straps = [Part("strap-short", "Short strap", "ছোট ফিতা", origin=o, made_of=calf, explode=(0, 0.62, -0.78, 0.030, 3),
                   price=90000,
                   layers=[(fixed["short"], "strap"), (fixed["short_seam"], "dial")], children=[
                       Part("buckle", "Pin buckle", "বকলস", fixed["buckle"], "trim", o, steel)]),
              Part("strap-long", "Long strap", "লম্বা ফিতা", origin=o, made_of=calf, explode=(0, -0.25, -0.97, 0.030, 3),
                   price=90000,
                   layers=[(fixed["long"], "strap"), (fixed["long_seam"], "dial")])]
    body = Part("case", "Case", "কেস", fixed["case"], "case", o, steel, (*out, 0.0, 0), [
        Part("crown", "Crown", "দম দেওয়ার মাথা", fixed["crown"], "trim", o, steel, (1, 0, 0, 0.012, 3))])
    face = Part("dial", "Dial", "ডায়াল", origin=o, made_of=("Brass, sunray-brushed", "পিতল, রশ্মি-আঁচড়"),
                explode=(*out, 0.0130, 2),
                layers=[(fixed["dial"], "dial"), (fixed["indices"], "trim")])
    root = Part("wristwatch", "Automatic wristwatch", "স্বয়ংক্রিয় হাতঘড়ি", price=2450000, children=[
        body, Part("bezel", "Bezel", "বেজেল", fixed["bezel"], "trim", o, steel,
                   (*out, 0.0480, 1)), crystal_part, hour, minute, second, face,
        Part("movement", "Movement", "যন্ত্র", origin=o, made_of=("Rhodium-plated brass, steel, jewels", "রোডিয়াম মাখা পিতল, ইস্পাত, জুয়েল"), children=[
            Part("plate", "Main plate", "মূল পাত", fixed["plate"], "case", o, rhodium, (*inward, 0.0120, 3)),
            Part("train", "Wheel train", "চাকার সারি", fixed["train"], "trim", o, ("Gilt brass", "সোনালি পিতল"),
                 (*inward, 0.0190, 3)),
            Part("bridges", "Bridges", "সেতু", origin=o, made_of=rhodium, explode=(*inward, 0.0270, 3),
                 layers=[(fixed["bridges"], "case"), (fixed["fixings"], "trim")])]), wheel, swing,
        Part("back", "Case back", "পেছনের ঢাকনা", origin=o, made_of=steel, explode=(*inward, 0.0540, 4),
             layers=[(fixed["back"], "case"), (fixed["window"], "glass")])] + straps, hotspots=[
        hotspot(place, (0.008, 0.008, 0.006), (0, 0, 1), ("Domed sapphire", "Only diamond scratches it"),
                ("নীলকান্ত কাচ", "হীরা ছাড়া আঁচড় পড়ে না"), crystal_part),
        hotspot(place, (0.0235, 0, 0), (1, 0, 0.3), ("Crown", "Turn to wind, pull to set"),
                ("দম দেওয়ার মাথা", "ঘোরালে দম, টানলে সময় ঠিক"), None),
        hotspot(place, (0, -0.0078, 0.003), (0, 0, 1), ("Small seconds", "The fourth wheel carries this hand"),
                ("ছোট সেকেন্ড", "চতুর্থ চাকা এই কাঁটা ঘোরায়"), second),
        hotspot(place, (0, 0, -0.006), (0, 0, -1), ("Glass back", "The balance beats eight times a second"),
                ("কাচের পিঠ", "ব্যালান্স সেকেন্ডে আটবার দোলে"), None)],
        animations=[
            motion.Animation("run", "Running time", "চলন্ত সময়", [motion.spin(second, (0, 0, 1), -720, 43200.0),
                                                                  motion.spin(minute, (0, 0, 1), -12, 43200.0),
                                                                   motion.spin(hour, (0, 0, 1), -1, 43200.0)], loop=True),
            motion.Animation("beat", "The movement at work", "যন্ত্রের চলন", [
                motion.turn(wheel, (0, 0, 1), [(k / 32, 135 * math.sin(k / 4 * math.pi)) for k in range(9)])], loop=True),
            motion.Animation("wind", "The rotor winds", "রোটরে দম", [motion.turn(swing, (0, 0, 1), [
                (k * 0.1, 75 * math.sin(k * 0.1 / 3.0 * 2 * math.pi)) for k in range(31)])], loop=True)])
    save(folder, root, variants)
