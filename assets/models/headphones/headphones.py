# SPDX-License-Identifier: GPL-3.0-or-later
"""Over-ear headphones: oval cups in forks of metal, cushions of leatherette, a headband wrapped and stitched."""
import math

import numpy as np
from mathutils import Matrix

from lib import extras, geometry, materials, motion, parts, shapes, surfaces
from lib.geometry import superellipse
from lib.glb import Part, save

# A cup is drawn lying down: z away from the head, y up, x to the back; then it is set in its fork.
OVAL = superellipse(0.0740, 0.0920, 64, 2.25)
TILT = math.radians(5)
CENTRE = np.array([0.0665, 0.0, 0.0472])
SWIVEL = np.array([0.0886, 0.0, 0.1100])


def set_in_place(obj):
    """The right ear's place; the left is its mirror image."""
    turn = Matrix(((0, 0, 1), (1, 0, 0), (0, 1, 0))).to_4x4()
    geometry.apply(obj)
    obj.data.transform(Matrix.Translation(CENTRE) @ Matrix.Rotation(TILT, 4, "Y") @ turn)
    return obj


def cushion():
    """A ring stuffed with foam: plump outside, its skin drawn into fine creases where it turns inwards."""
    path = np.concatenate([shapes.offset(OVAL, -0.0115), np.full((64, 1), -0.0115)], 1)
    path = geometry.resample(np.concatenate([path, path[:1]]), 121)[:-1]
    count = 22
    a = np.arange(count) * 2 * math.pi / count
    base = superellipse(0.0225, 0.0215, count, 2.35)
    sections = np.repeat(base[None], len(path), 0)
    t = np.arange(len(path)) * 2 * math.pi / len(path)
    for k in range(count):
        inner = max(-math.cos(a[k]), 0) ** 1.5
        crease = 0.00042 * np.sin(t * 31 + 1.3 * np.sin(t * 3)) * inner + 0.00022 * np.sin(t * 9 + k)
        way = base[k] / np.linalg.norm(base[k])
        sections[:, k] += crease[:, None] * way
        seam = math.exp(-((a[k] - 5.15) / 0.13) ** 2)  # where skin and side panel are sewn together
        sections[:, k] -= 0.0011 * seam * way
    return shapes.tube("Cushion", path, sections, (0, 0, 1), closed=True, sharp=180)


def cushion_seam():
    path = np.concatenate([shapes.offset(OVAL, -0.0061), np.full((64, 1), -0.0209)], 1)
    n = np.concatenate([shapes.outward(OVAL)[0] * 0.42, np.full((64, 1), -0.9)], 1)
    return parts.stitches("Cushion seam", path, n, 0.0034, 0.0016, 0.00034, closed=True)


def baffle():
    """The plate that carries the driver, and the cloth over it."""
    return shapes.pillow("Baffle", OVAL, [(1, -0.0012), (0.345, -0.0016), (0.345, -0.0022), (0.33, -0.0028), (0.03, -0.0028),
                                          (0.015, -0.0022), (0.015, -0.0002), (0.03, 0.0006), (1, 0.0006)], 30)


def ear_cloth():
    return shapes.pillow("Ear cloth", OVAL, [(1, -0.0034), (0.36, -0.0034), (0.34, -0.0026), (0.36, -0.0018), (1, -0.0014)], 30)


def driver():
    frame = geometry.lathe("Driver", geometry.rounded([(0.0, 0.0098, 0), (0.0120, 0.0098, 0.001), (0.0130, 0.0060, 0.001),
                                                       (0.0185, 0.0048, 0.001), (0.0195, 0.0008, 0.0006),
                                                       (0.0, 0.0008, 0)][::-1], 2), 44)
    return geometry.finish(frame, 30)


def magnet():
    rings = [geometry.lathe("Magnet", geometry.rounded([(0.0, 0.0090, 0), (0.0098, 0.0090, 0), (0.0102, 0.0125, 0.0006),
                                                        (0.0045, 0.0128, 0.0006), (0.004, 0.0112, 0.0005), (0.0, 0.0112, 0)],
                                                       2), 32)]
    for k in range(3):
        a = k * 2 * math.pi / 3 + 0.5
        screw = parts.screw("Screw", 0.0016, 0.0008, "cross", count=16)
        rings.append(shapes.placed(screw, (0.0162 * math.cos(a), 0.0162 * math.sin(a), 0.0052)))
    return geometry.join("Magnet", [geometry.finish(r, 35) for r in rings])


SHELL = [(1, 0.0010), (0.25, 0.0010), (0.02, 0.0010), (0.004, 0.0016), (0.0, 0.0028), (0.0, 0.0078), (0.012, 0.0086),
         (0.012, 0.0096),
         (0.0, 0.0104), (0.004, 0.0140), (0.020, 0.0178), (0.050, 0.0212), (0.095, 0.0238), (0.150, 0.0254), (0.190, 0.0260),
         (0.204, 0.0258), (0.212, 0.0250), (0.214, 0.0236), (0.30, 0.0234), (1, 0.0234)]


def shell():
    body = shapes.pillow("Shell", OVAL, SHELL, 32)
    keys = []
    for k, angle in enumerate((-0.62, -0.36, -0.10)):  # three keys under the thumb, at the back
        p = np.array([0.0370 * math.cos(angle), 0.0460 * math.sin(angle)])
        n = np.array([math.cos(angle) / 0.037, math.sin(angle) / 0.046])
        n /= np.linalg.norm(n)
        key = shapes.extrude("Key", shapes.rectangle(0.0044, 0.0088 if k != 1 else 0.0104, 0.0021, 5), 0.0014, 0.0006, 3)
        keys.append(shapes.facing(key, (*(p - n * 0.0005), 0.0146), (*n, 0.16), (0, 1, 0)))
    return geometry.join("Shell", [body] + keys)


def face():
    """A spun plate in the shell's rim, dished, with a bright chamfer and a dot of brass in its middle."""
    inner = OVAL * 0.784
    plate = shapes.pillow("Face", inner, [(1, 0.0232), (0.02, 0.0232), (0.0, 0.0240), (0.002, 0.0250), (0.016, 0.0257),
                                          (0.034, 0.0254),
                                          (0.040, 0.0249),
                                          (0.050, 0.0248), (0.15, 0.0256), (0.35, 0.0266), (0.65, 0.0273), (1, 0.0275)], 26)
    dot = parts.rivet("Dot", 0.0023, 0.0011, 24)
    return geometry.join("Face", [plate, shapes.placed(dot, (0, 0, 0.0274))])


def trim():
    """The bright line between shell and cushion, and the bosses in which the fork turns."""
    path = np.concatenate([OVAL, np.full((64, 1), 0.0091)], 1)
    pieces = [shapes.tube("Trim", path, superellipse(0.0012, 0.0013, 6, 2), (0, 0, 1), closed=True, sharp=180)]
    for sign in (-1, 1):
        boss = geometry.finish(geometry.lathe("Boss", geometry.rounded([(0.0062, -0.003, 0), (0.0062, 0.0012, 0.0006),
                                                                        (0.0050, 0.0018, 0.0004),
                                                                        (0.0, 0.0018, 0)], 3), 32), 35)
        pieces.append(shapes.facing(boss, (sign * 0.0364, 0, 0.0148), (sign, 0, 0)))
    return geometry.join("Trim", pieces)


def fork():
    """A flat bar bent round the cup from hinge to hinge, thickened to a stem at its crown."""
    a = np.linspace(0, math.pi, 45)
    rx, ry = 0.0412, 0.0520
    path = np.stack([rx * np.cos(a), ry * np.sin(a) ** 0.92, 0.0150 + 0.0015 * np.sin(a)], 1)
    wide = 0.0088 + 0.0034 * np.sin(a) ** 6 + 0.0012 * np.cos(a) ** 8
    sections = np.array([superellipse(0.0034, w, 16, 4.0, math.pi / 16) for w in wide])
    path, sections = geometry.domed(path, sections, 0.0042, 5)
    pieces = [shapes.tube("Fork", path, sections, (0, 0, 1), sharp=50)]
    for sign in (-1, 1):
        screw = shapes.facing(parts.screw("Hinge", 0.0030, 0.0011, "star", "dome", 24), (sign * 0.0428, 0.0005, 0.0150),
                              (sign, 0, 0))
        pieces.append(screw)
    stem = geometry.lathe("Stem", geometry.rounded([(0.0, -0.001, 0), (0.0062, -0.001, 0), (0.0062, 0.0025, 0.001),
                                                    (0.0044, 0.0060, 0.002),
                                                    (0.0042, 0.0120, 0.0006), (0.0, 0.0120, 0)], 4), 28)
    pieces.append(shapes.facing(geometry.finish(stem, 35), (0, 0.0520, 0.0165), (0, 1, 0)))
    return geometry.join("Fork", pieces)


BAND = geometry.spline([(-0.0889, 0.1360), (-0.0840, 0.1610), (-0.0690, 0.1810), (-0.0410, 0.1935), (0.0, 0.1980),
                        (0.0410, 0.1935),
                        (0.0690, 0.1810), (0.0840, 0.1610), (0.0889, 0.1360)], 97)


def on_band(lift, first=0, last=97, side=0.0):
    """Points of the band's middle line, lifted along its outward normal, and those normals."""
    d = np.gradient(BAND, axis=0)
    d /= np.linalg.norm(d, axis=1, keepdims=True)
    n = np.stack([-d[:, 1], np.zeros(97), d[:, 0]], 1)
    p = np.stack([BAND[:, 0], np.full(97, side), BAND[:, 1]], 1) + n * lift
    return p[first:last], n[first:last]


def band():
    p, n = on_band(0)
    t = np.linspace(-1, 1, 97)
    wide = 0.0365 - 0.0110 * np.abs(t) ** 2.4
    sections = []
    for w in wide:
        s = superellipse(w, 0.0074, 28, 3.6, math.pi / 28)
        s[:, 1] += np.where(s[:, 1] > 0, 0.0011 * (1 - (s[:, 0] / w * 2) ** 2), 0)
        for edge in (-1, 1):  # the seam draws the skin in
            s[:, 1] -= np.where(s[:, 1] > 0, 0.0007 * np.exp(-((s[:, 0] - edge * (w / 2 - 0.0042)) / 0.0011) ** 2), 0)
        sections.append(s)
    return shapes.tube("Band", p[::2], np.array(sections)[::2], n[::2], sharp=70)


def band_seams():
    seams = []
    t = np.linspace(-1, 1, 97)
    for side in (-1, 1):
        p, n = on_band(0.0041, 4, 93)
        p[:, 1] = side * ((0.0365 - 0.0110 * np.abs(t) ** 2.4) / 2 - 0.0042)[4:93]
        seams.append(parts.stitches("Seam", p, n, 0.0036, 0.0018, 0.00042, slant=14 * side))
    return geometry.join("Band seams", seams)


def pad():
    """The cushion under the band: channels sewn across it, foam swelling between."""
    path, n = on_band(0)
    path, n = path[14:83], n[14:83]
    s = np.linspace(0, 1, 157)
    old = np.linspace(0, 1, len(path))
    path, n = (np.stack([np.interp(s, old, q[:, k]) for k in range(3)], 1) for q in (path, n))
    channel = np.abs(np.sin(s * math.pi * 13)) ** 0.42
    ends = np.clip(np.minimum(s, 1 - s) / 0.035, 0.0, 1) ** 0.5
    sections = []
    for k in range(len(s)):
        deep = (0.0058 + 0.0042 * math.sin(math.pi * s[k])) * (0.62 + 0.38 * channel[k]) * ends[k] + 0.0004
        sec = superellipse(0.0340 * (0.965 + 0.035 * channel[k]) * (0.85 + 0.15 * ends[k]), 2 * deep, 20, 2.7, math.pi / 20)
        sec[:, 1] = np.where(sec[:, 1] > 0, sec[:, 1] * 0.2, sec[:, 1]) - 0.0030
        sections.append(sec)
    return shapes.tube("Pad", path, np.array(sections), n, sharp=180)


def arm():
    """The slide of the right side: a blade that runs into the band, its end cap, the joint of the stem."""
    blade = geometry.spline([(0.0886, 0, 0.1160), (0.0892, 0, 0.1260), (0.0886, 0, 0.1400), (0.0872, 0, 0.1480)], 16)
    pieces = [shapes.bar("Blade", blade, superellipse(0.0036, 0.0100, 20, 4.5, math.pi / 20), (0, 1, 0), 0.0012)]
    for k in range(5):  # the clicks of the slide
        notch = shapes.extrude("Notch", shapes.rectangle(0.0058, 0.0007, 0.0003, 2), 0.0003, 0.0001, 1)
        pieces.append(shapes.facing(notch, (0.0909, 0, 0.1222 + 0.0020 * k), (1, 0, 0)))
    p, n = on_band(0)
    t = np.linspace(-1, 1, 97)
    cap_path, cap_n = p[88:], n[88:]
    sections = []
    for k in range(88, 97):
        w = 0.0365 - 0.0110 * abs(t[k]) ** 2.4 + 0.0016
        sections.append(superellipse(w, 0.0098, 28, 3.8, math.pi / 28))
    tail = cap_path[-1] + np.array([0.0006, 0, -0.0060])
    cap_path = np.concatenate([cap_path, [tail]])
    cap_n = np.concatenate([cap_n, cap_n[-1:]])
    sections.append(superellipse(0.0180, 0.0084, 28, 3.0, math.pi / 28))
    cap_path, cap_sections = geometry.domed(cap_path, np.array(sections), 0.0012, 3)
    pieces.append(shapes.tube("Cap", cap_path, cap_sections, (0.98, 0, 0.18), sharp=40))
    joint = geometry.lathe("Joint", geometry.rounded([(0.0, 0.0, 0), (0.0056, 0.0, 0.0012), (0.0060, 0.0060, 0.0006),
                                                      (0.0052, 0.0068, 0.0004),
                                                      (0.0052, 0.0078, 0.0004), (0.0058, 0.0086, 0.0006),
                                                      (0.0048, 0.0150, 0.0016),
                                                      (0.0, 0.0156, 0)], 4), 32)
    pieces.append(shapes.placed(geometry.finish(joint, 35), (0.0886, 0, 0.1080)))
    return geometry.join("Arm", pieces)


def wardrobe():
    skin = surfaces.leather("Leatherette", rough=0.52)
    orm, relief, repeat = skin
    moulded = surfaces.grain("Moulded shell", rough=0.46, depth=0.35)
    spun = surfaces.brushed("Spun metal", rough=0.28)
    (mesh,), mesh_relief, mesh_repeat = surfaces.knit(["Ear cloth"], [("#34363B", "#08080A")], metres=0.012, size=256,
                                                      across=10)
    cloth = materials.pbr("Ear cloth", base=mesh, normal=mesh_relief, repeat=mesh_repeat, roughness=0.9)

    def look(name, bn, leather, shell, coat, metal, thread, price=0):
        return {"name": name, "bn": bn, "price": price, "materials": {
            "leather": materials.pbr(f"{name} leatherette", leather, 1.0, orm=orm, normal=relief, repeat=repeat,
                                     normal_scale=0.7,
                                     occlusion=True),
            "shell": materials.pbr(f"{name} shell", shell, 1.0, orm=moulded[0], normal=moulded[1], repeat=moulded[2],
                                   extensions=materials.clearcoat(coat, 0.22) if coat else None),
            "metal": materials.pbr(f"{name} metal", metal, 1.0, 1.0, orm=spun[0], normal=spun[1], repeat=(1 / 0.05, 1 / 0.05),
                                   normal_scale=0.6, extensions=materials.anisotropy(0.5)),
            "thread": materials.pbr(f"{name} thread", thread, 0.75), "cloth": cloth}}

    return [look("Ink", "কালি", "#2C2D32", "#272A2F", 0.0, "#CDB184", "#B89B68"),
            look("Sand", "বালি", "#B89F80", "#E4DCCD", 0.0, "#D6D3CE", "#F1E7D4"),
            look("Madder", "মঞ্জিষ্ঠা", "#6B2A22", "#2A1513", 1.0, "#C58F70", "#E3B98F", 150000)]


def build(folder):
    geometry.reset()
    variants = wardrobe()
    drawn = {"cushion": cushion(), "seam": cushion_seam(), "baffle": baffle(), "cloth": ear_cloth(), "driver": driver(),
             "magnet": magnet(), "shell": shell(), "face": face(), "trim": trim(), "fork": fork()}
    drawn = {key: set_in_place(obj) for key, obj in drawn.items()}
    drawn["arm"] = arm()
    soft = ("Protein leatherette over memory foam", "মেমোরি ফোমের ওপর কৃত্রিম চামড়া")
    metal, plastic = ("Spun aluminium", "ঘূর্ণিত অ্যালুমিনিয়াম"), ("Glass-filled nylon", "কাচতন্তু মেশানো নাইলন")
    groups, swivels, cushions = [], [], {}
    for sign, side, en, bn in ((1, "right", "Right", "ডান"), (-1, "left", "Left", "বাঁ")):
        d = drawn if sign > 0 else {k: geometry.mirrored(o, f"{o.name} left") for k, o in drawn.items()}
        c, s = CENTRE * [sign, 1, 1], SWIVEL * [sign, 1, 1]
        cushions[side] = Part(f"cushion-{side}", f"{en} cushion", f"{bn} কুশন", origin=c, made_of=soft, price=65000,
                              explode=(-sign, 0, 0, 0.030, 1), layers=[(d["cushion"], "leather"), (d["seam"], "thread")])
        cup = Part(f"cup-{side}", f"{en} cup", f"{bn} কাপ", origin=c, made_of=("Nylon, aluminium, leatherette", "নাইলন, অ্যালুমিনিয়াম, কৃত্রিম চামড়া"), children=[
            cushions[side],
            Part(f"baffle-{side}", f"{en} baffle", f"{bn} পর্দা", origin=c, made_of=plastic, explode=(-sign, 0, 0, 0.012, 2),
                 layers=[(d["baffle"], "shell"), (d["cloth"], "cloth")]),
            Part(f"driver-{side}", "40 mm driver", "৪০ মিমি ড্রাইভার", origin=c, explode=(sign, 0, 0, 0.030, 3),
                 made_of=("Neodymium, Mylar", "নিওডিমিয়াম, মাইলার"), layers=[(d["driver"], "cloth"), (d["magnet"], "metal")]),
            Part(f"shell-{side}", f"{en} shell", f"{bn} খোলস", origin=c, made_of=plastic, explode=(sign, 0, 0, 0.070, 2),
                 layers=[(d["shell"], "shell")], children=[
                     Part(f"face-{side}", f"{en} face plate", f"{bn} মুখপাত", d["face"], "metal", c, metal,
                          (sign, 0, 0, 0.028, 3)),
                     Part(f"trim-{side}", f"{en} trim", f"{bn} পাড়", d["trim"], "metal", c, metal)])])
        swivel = Part(f"swivel-{side}", f"{en} fork and cup", f"{bn} কাঁটা ও কাপ", origin=s, made_of=("Aluminium fork, nylon cup", "অ্যালুমিনিয়ামের কাঁটা, নাইলনের কাপ"), children=[
            Part(f"fork-{side}", f"{en} fork", f"{bn} কাঁটা", d["fork"], "metal", s, metal, (0, 0, 0, 0.0, 0)), cup])
        swivels.append(motion.turn(swivel, (0, 0, 1), motion.there(1.6, -sign * 82)))
        groups += [Part(f"arm-{side}", f"{en} slide", f"{bn} স্লাইড", d["arm"], "metal", s, metal, (0, 1, 0, 0.025, 2)), swivel]
    over = Part("headband", "Headband", "মাথার বন্ধনী", origin=(0, 0, 0.17), made_of=soft, explode=(0, 1, 0, 0.055, 1),
                layers=[(band(), "leather"), (band_seams(), "thread")], children=[
                    Part("pad", "Head cushion", "মাথার গদি", pad(), "leather", (0, 0, 0.17), soft, (0, -1, 0, 0.02, 2),
                         price=45000)])
    face_out = CENTRE + [0.026, 0, 0]
    root = Part("headphones", "Over-ear headphones", "কানঢাকা হেডফোন", children=[over] + groups, price=1290000, hotspots=[
        extras.hotspot(face_out * [-1, 1, 1], (-1, 0, 0), ("Spun face plate", "One piece of aluminium, turned and dished"),
                       ("ঘূর্ণিত মুখপাত", "এক টুকরো অ্যালুমিনিয়াম থেকে কাটা")),
        extras.hotspot((0.060, -0.030, 0.045), (-0.3, -1, 0), ("Memory foam", "Cushions lift off and can be replaced"),
                       ("মেমোরি ফোম", "কুশন খুলে বদলানো যায়"), cushions["right"]),
        extras.hotspot((0, 0, 0.2025), (0, -0.3, 1), ("Stitched by hand", "A saddler's seam, four stitches to the inch"),
                       ("হাতে সেলাই", "জিন সেলাইয়ের ফোঁড়ে বাঁধা")),
        extras.hotspot((0.087, 0, 0.128), (1, -0.4, 0), ("Eleven steps", "The slide clicks and stays"),
                       ("এগারো ধাপ", "স্লাইড টেনে মাপ ঠিক করুন"))],
        animations=[motion.Animation("fold", "Fold flat", "ভাঁজ করা", swivels)])
    save(folder, root, variants)
