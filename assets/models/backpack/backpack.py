# SPDX-License-Identifier: GPL-3.0-or-later
"""A canvas rucksack: gathered mouth under a bound lid, leather straps with pin buckles, a zipped pocket, padded shoulders."""
import math

import numpy as np

from lib import extras, geometry, materials, motion, parts, shapes, surfaces
from lib.geometry import superellipse
from lib.glb import Part, save

AROUND = 96
WIDTH, DEPTH, MOUTH = 0.285, 0.150, 0.392
HINGE = np.array([0.0, 0.066, 0.385])


def belly(z):
    """How far the front stands out at a height, and the half width there."""
    f = np.clip(z / MOUTH, 0, 1)
    front = 0.072 + 0.018 * np.sin(math.pi * f ** 0.8) - 0.010 * f
    half = WIDTH / 2 * (0.955 + 0.05 * np.sin(math.pi * np.clip(f, 0, 1)) - 0.045 * f)
    return front, half


def wall(angle, z, grow=0.0):
    """A point of the bag's side: angle 0 to the right, −90° the front, +90° the flat back."""
    front, half = belly(z)
    c, s = np.cos(angle), np.sin(angle)
    x = np.sign(c) * np.abs(c) ** 0.46 * (half + grow)
    y = np.sign(s) * np.abs(s) ** 0.46 * np.where(s < 0, front + grow, 0.062 + grow)
    soft = (0.0030 * np.sin(z * 23 + 2.2 * np.sin(angle * 2)) * np.sin(angle * 3 + 0.6) + 0.0022 * np.sin(z * 61 + angle * 4)
            + 0.0016 * np.sin(z * 97 - angle * 7)) * np.where(s < 0.55, 1.0, 0.15) * np.clip(z / 0.05, 0, 1)
    return np.stack(np.broadcast_arrays(x * (1 + soft * 5), y * (1 + soft * 7), z), -1)


def body():
    a = np.arange(AROUND) * 2 * math.pi / AROUND
    rows = []
    for z, inset in ((0.004, 0.9), (0.004, 0.35), (0.0025, 0.06), (0.005, 0.018), (0.011, 0.004)):
        p = wall(a, np.full(AROUND, 0.012))
        rows.append(np.stack([p[:, 0] * (1 - inset), p[:, 1] * (1 - inset), np.full(AROUND, z)], 1))
    for z in np.linspace(0.020, 0.360, 26):
        rows.append(wall(a, np.full(AROUND, z)))
    for f in np.linspace(0, 1, 11)[1:]:  # the mouth, drawn together in pleats
        p = wall(a, np.full(AROUND, 0.360))
        shrink = 1 - 0.86 * f ** 1.4
        pleat = 1 + 0.16 * math.sin(math.pi * min(f * 1.1, 1)) ** 0.8 * np.cos(a * 17 + 0.7 * np.sin(3 * a)) * f
        z = 0.360 + 0.036 * math.sin(f * math.pi / 2) - 0.016 * max(f - 0.75, 0) * 4 + 0.004 * np.cos(a * 17) * f
        rows.append(np.stack([p[:, 0] * shrink * pleat, p[:, 1] * shrink * pleat, z], 1))
    rows = np.array(rows)
    middle = rows[len(rows) // 2]
    return geometry.finish(geometry.grid("Body", rows, u=geometry.arc_length(np.concatenate([middle, middle[:1]])),
                                         v=geometry.arc_length(rows[:, 72]), caps=(-1,)), 180, weighted=False)


def drawcord():
    a = np.arange(120) * 2 * math.pi / 120
    p = wall(a, np.full(120, 0.360))
    path = np.stack([p[:, 0] * 0.42, p[:, 1] * 0.42, 0.3965 + 0.003 * np.cos(a * 17)], 1)
    pieces = [shapes.tube("Cord", path, shapes.circle(0.0022, 8), (0, 0, 1), closed=True, sharp=180)]
    return geometry.join("Cord", pieces)


def base():
    """The leather boot: a wall that hugs the canvas, its upper edge stitched."""
    a = np.arange(AROUND) * 2 * math.pi / AROUND
    rows = []
    for z, inset in ((0.0, 0.95), (0.0, 0.30), (0.0, 0.055), (0.0026, 0.012), (0.010, -0.006)):
        p = wall(a, np.full(AROUND, 0.012))
        rows.append(np.stack([p[:, 0] * (1 - inset), p[:, 1] * (1 - inset), np.full(AROUND, z)], 1))
    top = 0.070 + 0.014 * np.abs(np.cos(a)) ** 3
    for f in (0.25, 0.5, 0.75, 0.97, 1.0):
        rows.append(wall(a, 0.012 + (top - 0.012) * f, 0.0022))
    rows.append(wall(a, top + 0.0008, 0.0012))
    rows.append(wall(a, top, -0.002))
    rows = np.array(rows)
    obj = geometry.grid("Base", rows, u=geometry.arc_length(np.concatenate([rows[6], rows[6][:1]])),
                        v=geometry.arc_length(rows[:, 72]))
    dense = np.arange(400) * 2 * math.pi / 400
    height = 0.070 + 0.014 * np.abs(np.cos(dense)) ** 3 - 0.005
    seam, out = wall(dense, height, 0.0026), wall(dense, height, 0.006)
    return geometry.finish(obj, 60, weighted=False), [parts.stitches("Seam", seam, out - seam, 0.0052, 0.0028, 0.00058,
                                                                     closed=True)]


def lid_half(v):
    return 0.138 * np.sqrt(np.clip(1 - np.clip((v - 0.80) / 0.213, 0, 1) ** 2.8, 0, 1))


def lid_point(u, v):
    """u across in −1 … 1, v from the hinge over the top and down the front in 0 … 1."""
    line = LID_LINE
    y, z = (np.interp(v, np.linspace(0, 1, len(line)), line[:, k]) for k in (0, 1))
    x = u * lid_half(v)
    over = np.clip(1 - np.abs(v - 0.36) / 0.40, 0, 1)
    droop = 0.030 * np.abs(u) ** 4.0 * over
    wave = 0.0016 * np.sin(x * 42 + 1) * np.sin(v * 9) + 0.0012 * np.sin(x * 75 + v * 16)
    d = np.gradient(line, axis=0)
    n = np.stack([-d[:, 1], d[:, 0]], 1)
    n /= np.linalg.norm(n, axis=1, keepdims=True)
    ny, nz = (np.interp(v, np.linspace(0, 1, len(line)), n[:, k]) for k in (0, 1))
    curve = 0.016 * u ** 2 * np.clip((v - 0.45) / 0.25, 0, 1)  # the lower part wraps round the belly
    return np.stack([x, y + wave * ny + curve, z - droop + wave * nz], -1)


LID_LINE = geometry.spline([(0.068, 0.372), (0.066, 0.400), (0.030, 0.4165), (-0.030, 0.4150), (-0.074, 0.3960),
                            (-0.0955, 0.352), (-0.1035, 0.300), (-0.1075, 0.2480)], 80)


def lid():
    u, v = np.meshgrid(np.sin(np.linspace(-1, 1, 29) * math.pi / 2) * 0.35 + np.linspace(-1, 1, 29) * 0.65,
                       np.concatenate([np.linspace(0, 0.8, 26), np.linspace(0.82, 1.0, 14)]))
    p = lid_point(u, v)
    obj = shapes.sheet("Lid", p if np.cross(p[5, 6] - p[5, 5], p[6, 5] - p[5, 5])[2] > 0 else p[:, ::-1], 0.0030)
    edge = np.concatenate([np.stack([np.full(60, -1.0), np.linspace(0.02, 0.995, 60)], 1),
                           np.stack([np.linspace(-0.93, 0.93, 24), np.full(24, 0.999)], 1),
                           np.stack([np.full(60, 1.0), np.linspace(0.995, 0.02, 60)], 1)])
    path = lid_point(edge[:, 0], edge[:, 1])
    path = geometry.resample(path, 120)
    binding = shapes.tube("Binding", path, shapes.circle(0.0030, 9), sharp=180)
    inner = geometry.resample(np.concatenate([np.stack([np.full(60, -0.955), np.linspace(0.03, 0.965, 60)], 1),
                                              np.stack([np.linspace(-0.88, 0.88, 24), np.full(24, 0.966)], 1),
                                              np.stack([np.full(60, 0.955), np.linspace(0.965, 0.03, 60)], 1)]), 400)
    line, e = lid_point(inner[:, 0], inner[:, 1]), 0.004
    n = np.cross(lid_point(inner[:, 0] + e, inner[:, 1]) - line, lid_point(inner[:, 0], inner[:, 1] + e) - line)
    n = np.where(((n * (line - [0, 0, 0.30])).sum(1) < 0)[:, None], -n, n)
    n /= np.linalg.norm(n, axis=1, keepdims=True)
    return obj, binding, parts.stitches("Lid seam", line + n * 0.0003, n, 0.0050, 0.0028, 0.00055)


def strap_line(x):
    """Where a closing strap lies: on the lid, over its edge, on the pocket."""
    on_lid = [lid_point(np.array(x / lid_half(v)), np.array(v)) + [0, -0.0026, 0.001] for v in (0.56, 0.66, 0.78, 0.88, 0.955)]
    return np.array(on_lid + [np.array([x, -0.1195, 0.232]), np.array([x, -0.1265, 0.205]), np.array([x, -0.1300, 0.165]),
                              np.array([x, -0.1300, 0.128]), np.array([x, -0.1290, 0.108])])


def closing():
    straps, seams, metal, keepers = [], [], [], []
    for x in (-0.068, 0.068):
        path = geometry.spline(strap_line(x), 60)
        straps.append(shapes.tube("Strap", *tongue_end(path), (0, -1, 0.35), sharp=60))
        for side in (-1, 1):
            line = path[1:40] + [side * 0.0085, -0.0018, 0.0003]
            seams.append(parts.stitches("Seam", line, (0, -1, 0.25), 0.0046, 0.0026, 0.00050))
        frame = shapes.rectangle(0.0330, 0.0270, 0.006, 5)
        at = np.array([x, -0.1255, 0.2150])
        ring = np.stack([at[0] + frame[:, 0], at[1] - 0.0022 - 0.0016 * np.cos(frame[:, 1] * 90), at[2] + frame[:, 1]], 1)
        metal.append(shapes.tube("Buckle", ring, superellipse(0.0030, 0.0034, 12, 2.8), (0, -1, 0), closed=True, sharp=60))
        metal.append(shapes.bar("Tongue", geometry.spline([at + [0, -0.0020, 0.0125], at + [0, -0.0050, 0.0],
                                                           at + [0, -0.0048, -0.0135]], 10),
                                superellipse(0.0028, 0.0022, 10, 2.4), (1, 0, 0), 0.0008, 2))
        loop = shapes.rectangle(0.0262, 0.0074, 0.0022, 4)
        for z in (0.186,):
            k = np.array([x, -0.1280, z])
            ring = np.stack([k[0] + loop[:, 0], k[1] + loop[:, 1], np.full(len(loop), z)], 1)
            keepers.append(shapes.tube("Keeper", ring, superellipse(0.0017, 0.0085, 12, 4), (0, 0, 1), closed=True, sharp=60))
        for k in range(4):
            eye = geometry.lathe("Eyelet", [(0.0013, -0.0004), (0.0027, -0.0004), (0.0027, 0.0003), (0.0021, 0.0006),
                                            (0.0013, 0.0001), (0.0013, -0.0004)], 18)
            i = 43 + 3 * k
            metal.append(shapes.facing(geometry.finish(eye, 60, weighted=False), path[i] + [0, -0.0016, 0], (0, -1, 0.05)))
        metal.append(shapes.facing(parts.rivet("Rivet", 0.0042, 0.0018, 24),
                                   lid_point(np.array(x / 0.138), np.array(0.575)) + [0, -0.0045, 0.0024], (0, -0.75, 0.66)))
    return geometry.join("Closing straps", straps + keepers), seams, geometry.join("Buckles", metal)


def tongue_end(path):
    """Sections of a strap with a rounded point at its lower end."""
    s = geometry.arc_length(path)
    sections = []
    for d in s[-1] - s:
        w = 0.0225 * math.sqrt(max(1 - max(1 - d / 0.015, 0) ** 2.4, 0.02))
        sections.append(superellipse(w, 0.0030, 18, 4.5, math.pi / 18))
    return path, np.array(sections)


def pocket():
    """The front pocket: a bellows of canvas with a zip along its upper edge."""
    outline = shapes.rectangle(0.205, 0.150, 0.030, 8)
    outline = geometry.resample(np.concatenate([outline, outline[:1]]), 97)[:-1]
    rows = [(0.0, -0.014), (-0.012, 0.0), (-0.022, 0.010), (-0.022, 0.018), (-0.012, 0.0245), (0.01, 0.0285), (0.07, 0.0315),
            (0.18, 0.0335), (0.4, 0.0350), (0.7, 0.0356), (1.0, 0.0358)]
    pieces = [shapes.pillow("Pocket", outline, rows, 180, "plan")]
    bulge = lambda co: co + np.stack([0 * co[:, 0], 0 * co[:, 0], 0.0015 * np.sin(co[:, 0] * 55 + 1) * np.sin(co[:, 1] * 47)
                                      * (co[:, 2] > 0.02)], 1)
    shapes.warp(pieces[0], bulge)
    rim = np.concatenate([shapes.offset(outline, -0.0015), np.full((96, 1), 0.0272)], 1)
    piping = shapes.tube("Piping", rim, shapes.circle(0.0020, 8), (0, 0, 1), closed=True, sharp=180)
    place = lambda o: shapes.facing(o, (0, -0.0925, 0.142), (0, -1, -0.02))
    zip_line = np.stack([np.linspace(-0.080, 0.080, 120), np.full(120, 0.0590),
                         0.0338 - 0.0008 * np.cos(np.linspace(-3, 3, 120))], 1)
    teeth = [parts.stitches("Teeth", zip_line + [0, d, 0.0004], (0, 0, 1), 0.0013, 0.0012, 0.0009) for d in (-0.0008, 0.0008)]
    tape = shapes.bar("Tape", zip_line[::6], superellipse(0.0125, 0.0016, 12, 4), (0, 0, 1), 0.0008, 2)
    slider = geometry.box("Slider", (0.0095, 0.0070, 0.0036), (-0.070, 0.0590, 0.0362), 0.0012, 3)
    pull = shapes.extrude("Pull", shapes.smooth([(-0.0050, 0.0, 0.002), (0.0050, 0.0, 0.002), (0.0062, -0.030, 0.004),
                                                 (-0.0062, -0.030, 0.004)][::-1], 4), 0.0026, 0.0008, 2)
    shapes.placed(pull, (-0.070, 0.0585, 0.0378), [("X", -4), ("Z", 7)])
    return place(pieces[0]), place(geometry.join("Pocket leather", [piping,
                                                                    pull])), place(geometry.join("Zip",
                                                                            teeth + [slider])), place(tape)


def side_pockets():
    out = []
    for sign in (-1, 1):
        outline = geometry.resample(np.concatenate([o := shapes.rectangle(0.096, 0.130, 0.018, 6), o[:1]]), 73)[:-1]
        obj = shapes.pillow("Side pocket", outline, [(0.0, -0.010), (-0.02, 0.002), (-0.02, 0.008), (0.01, 0.0135),
                                                     (0.12, 0.0165), (0.4, 0.0185), (1, 0.0190)], 180, "plan")
        shapes.warp(obj, lambda co: co + np.stack([0 * co[:, 0], 0 * co[:, 0],
                                                   0.0014 * np.sin(co[:, 0] * 130) * np.clip(co[:, 1] / 0.065, 0, 1)
                                                   * (co[:, 2] > 0)], 1))
        out.append(shapes.facing(obj, (sign * 0.1445, -0.008, 0.135), (sign, 0, 0.02)))
    return geometry.join("Side pockets", out)


def harness():
    """Padded shoulder straps, their webbing and ladder buckles, the back pad and the grab handle."""
    pads, webs, metal = [], [], []
    for sign in (-1, 1):
        line = geometry.spline([(sign * 0.046, 0.066, 0.372), (sign * 0.052, 0.098, 0.400), (sign * 0.062, 0.135, 0.360),
                                (sign * 0.082, 0.145, 0.280), (sign * 0.104, 0.128, 0.190),
                                (sign * 0.112, 0.108, 0.135)], 48)
        s = np.linspace(0, 1, 48)
        sections = np.array([superellipse(w, t, 22, 3.0, math.pi / 22) for w,
                             t in zip(np.interp(s, [0, 0.15, 0.5, 0.9, 1], [0.050, 0.060, 0.064, 0.050, 0.038]),
                                                                                        np.interp(s, [0, 0.15, 0.9, 1],
                                                                                                [0.006, 0.0150, 0.0140,
                                                                                                        0.008]))])
        d = np.gradient(line, axis=0)
        path, sections = geometry.domed(line, sections, 0.005, 3)
        at, old = geometry.arc_length(path), geometry.arc_length(line)
        up = np.stack([np.interp(at, old, np.cross(d, [1.0, 0, 0])[:, k]) for k in range(3)], 1)
        pads.append(shapes.tube("Shoulder", path, sections, up, sharp=180))
        web = geometry.spline([(sign * 0.111, 0.110, 0.142), (sign * 0.116, 0.095, 0.100), (sign * 0.118, 0.080, 0.060),
                               (sign * 0.116, 0.066, 0.030)], 22)
        webs.append(shapes.tube("Web", web, superellipse(0.0250, 0.0018, 14, 4.5, math.pi / 14), (0, 0.7, 0.3), sharp=60))
        frame = shapes.rectangle(0.0340, 0.0220, 0.004, 4)
        ring = np.stack([sign * 0.1120 + frame[:, 0], 0.1085 + frame[:, 1] * 0.42, 0.132 + frame[:, 1] * 0.9], 1)
        metal.append(shapes.tube("Ladder", ring, superellipse(0.0030, 0.0030, 10, 2.4), (0, 0.9, -0.42), closed=True, sharp=60))
    grab = geometry.spline([(-0.034, 0.068, 0.382), (-0.032, 0.078, 0.410), (-0.016, 0.083, 0.428), (0.016, 0.083, 0.428),
                            (0.032, 0.078, 0.410), (0.034, 0.068, 0.382)], 36)
    handle = shapes.tube("Handle", grab, superellipse(0.0210, 0.0060, 18, 2.6), (0, 1, 0.2), sharp=180)
    outline = geometry.resample(np.concatenate([o := shapes.rectangle(0.225, 0.330, 0.040, 8), o[:1]]), 97)[:-1]
    pad = shapes.pillow("Back pad", outline, [(0.0, -0.006), (-0.006, 0.0), (0.0, 0.006), (0.05, 0.0105), (0.16, 0.0120),
                                              (0.4, 0.0122), (0.6, 0.0095), (0.68, 0.0060), (0.76, 0.0095), (1, 0.0115)], 180,
                        "plan")
    pads.append(shapes.facing(pad, (0, 0.0600, 0.195), (0, 1, 0)))
    return geometry.join("Pads", pads), geometry.join("Webbing", webs), geometry.join("Handle",
                                                                                      [handle]), geometry.join("Ladders", metal)


def wardrobe():
    names = ["Oat canvas", "Moss canvas", "Ink canvas", "Madder canvas"]
    pairs = [("#CDBE9F", "#BFAE8C", "#7C6B4E"), ("#5B6247", "#4C533B", "#22261A"), ("#3E444D", "#343940", "#15181C"),
             ("#8A4232", "#7C392B", "#3A1811")]
    bases, weave, repeat = surfaces.cloth(names, pairs, seed=15, yarns=34, metres=0.042)
    hide, crease, grain = surfaces.leather("Saddle leather", seed=57, metres=0.05, across=30, rough=0.46)
    looks = {"Oat": ("জই", "#8A542B", "#D8B26C", "#F2E6CB", "#6B5B45"),
             "Moss": ("শ্যাওলা", "#5A3620", "#CDA45F", "#D9CDA8", "#2B2F24"),
             "Ink": ("কালি", "#2E2A28", "#C9C7C2", "#C9B58C", "#15181F"),
             "Madder": ("মঞ্জিষ্ঠা", "#2C1C16", "#D2AC68", "#E9D3A8", "#3B1D18")}
    out = []
    for name, base in zip(names, bases):
        key = name.split()[0]
        bn, leather, metal, thread, pad = looks[key]
        out.append({"name": key, "bn": bn, "materials": {
            "canvas": materials.pbr(name, base=base, normal=weave, repeat=repeat, roughness=0.9, normal_scale=0.9,
                                    extensions=materials.sheen("#35322A", 0.6)),
            "leather": materials.pbr(f"{key} leather", leather, 1.0, orm=hide, normal=crease, repeat=grain, normal_scale=0.55,
                                     occlusion=True),
            "metal": materials.pbr(f"{key} buckles", metal, 0.28, 1.0), "thread": materials.pbr(f"{key} thread", thread, 0.7),
            "pad": materials.pbr(f"{key} webbing", pad, 0.88, normal=weave, repeat=(60, 60),
                                 extensions=materials.sheen("#2C2A26", 0.6))}})
    return out


def build(folder):
    geometry.reset()
    variants = wardrobe()
    boot, seams = base()
    top, binding, lid_seam = lid()
    straps, strap_seams, buckles = closing()
    front, front_leather, teeth, tape = pocket()
    pads, webs, handle, ladders = harness()
    canvas = ("Waxed cotton canvas, 18 oz", "মোম মাখা মোটা ক্যানভাস")
    leather = ("Vegetable-tanned leather", "উদ্ভিজ্জ রসে পাকা চামড়া")
    cover = Part("lid", "Lid", "ঢাকনা", origin=HINGE, made_of=canvas, explode=(0, 0.8, 0.6, 0.16, 1),
                 layers=[(top, "canvas"), (binding, "leather"), (lid_seam, "thread")], children=[
                     Part("straps", "Closing straps", "বাঁধার ফিতা", origin=HINGE, made_of=leather,
                          explode=(0, -0.2, 1, 0.07, 2), price=60000,
                          layers=[(straps, "leather"), (geometry.join("Strap seams", strap_seams), "thread"),
                                  (buckles, "metal")])])
    bag = Part("body", "Body", "থলে", origin=(0, 0, 0.2), made_of=canvas, explode=(0, 1, 0, 0.0, 0),
               layers=[(body(), "canvas"), (drawcord(), "pad")])
    pouch = Part("pocket", "Front pocket", "সামনের পকেট", origin=(0, -0.09, 0.142), made_of=canvas, explode=(0, 0, 1, 0.09, 2),
                 layers=[(front, "canvas"), (front_leather, "leather"), (teeth, "metal"), (tape, "pad")])
    carry = Part("harness", "Shoulder straps and back pad", "কাঁধের ফিতা ও পিঠের গদি", origin=(0, 0.06, 0.2),
                 made_of=("Padded cotton", "তুলা ভরা গদি"), explode=(0, 0, -1, 0.14, 3),
                 layers=[(pads, "canvas"), (webs, "pad"), (ladders, "metal")], children=[
                     Part("handle", "Grab handle", "হাতল", handle, "leather", (0, 0.06, 0.2), leather, (0, 1, 0, 0.04, 4))])
    root = Part("backpack", "Canvas rucksack", "ক্যানভাসের পিঠব্যাগ", price=680000, children=[
        bag, Part("base", "Leather base", "চামড়ার তলা", origin=(0, 0, 0.02), made_of=leather, explode=(0, -1, 0, 0.0, 0),
                  layers=[(boot, "leather"), (seams[0], "thread")]),
        Part("sides", "Side pockets", "পাশের পকেট", side_pockets(), "canvas", (0, 0, 0.13), canvas,
             (0, 0, 0, 0.0, 0)), pouch, carry, cover],
        hotspots=[
            extras.hotspot((-0.068, -0.131, 0.215), (0, -1, 0.1), ("Pin buckles",
                                                                   "Cast in solid brass, they outlive the strap"),
                           ("পিতলের বকলস", "নিরেট পিতলে ঢালাই"), cover),
            extras.hotspot((0.05, -0.128, 0.20), (0, -1, 0.2), ("Zipped pocket", "Takes a phone, keys and a book"),
                           ("চেইন-পকেট", "ফোন, চাবি আর একটি বই ধরে"), pouch),
            extras.hotspot((0.10, -0.078, 0.04), (0.3, -1, 0), ("Leather base", "Stands by itself and stays dry"),
                           ("চামড়ার তলা", "নিজেই দাঁড়ায়, ভেজে না"), None)],
        animations=[motion.Animation("open", "Open the lid", "ঢাকনা খোলা",
                                     [motion.turn(cover, (1, 0, 0), motion.there(1.6, -118))])])
    save(folder, root, variants)
