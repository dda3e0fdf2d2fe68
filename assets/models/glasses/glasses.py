# SPDX-License-Identifier: GPL-3.0-or-later
"""Spectacles of one family: the same acetate front with tinted lenses as sunglasses, with clear ones to read by.

They stand on a table as they are worn, on the rims' lower edge and the tips of the temples.
"""
import math

import bmesh
import numpy as np
from mathutils import Matrix

from lib import encode, extras, geometry, materials, motion, parts, shapes
from lib.geometry import superellipse
from lib.glb import Part, save
from lib.noise import linear, mix, spectral, srgb
from lib.shade import TINT

THICK, BULGE = 0.0018, 0.0019  # metres: a lens, and how far its middle stands out, as base curve 6 makes it


def eye(width, height, upper, lower, taper, lift=0.0):
    """The right eye's opening about its middle, x outwards: flatter above than below, wider at the brow, which may rise."""
    a = np.arange(72) * 2 * math.pi / 72
    c, s = np.cos(a), np.sin(a)
    power = np.where(s > 0, upper, lower)
    x = np.sign(c) * np.abs(c) ** (2 / np.interp(s, [-1, 1], [lower, upper])) * width / 2
    y = np.sign(s) * np.abs(s) ** (2 / power) * height / 2
    outline = np.stack([x * (1 + taper * y / height * 2), y + lift * x * (0.5 + y / height)], 1)
    return geometry.resample(np.concatenate([outline, outline[:1]]), 73)[:-1]


PANTO, SQUARE = eye(0.0470, 0.0420, 2.45, 2.10, 0.055), eye(0.0530, 0.0410, 3.2, 2.45, 0.085, 0.075)


class Form:
    def __init__(self, name, eye, apart, depth, rim, brow, bridge):
        self.bridge, self.name, self.apart, self.depth, self.rim, self.brow = bridge, name, apart, depth, rim, brow
        self.eye = eye

    def bend(self, p):
        """The front follows the face: base curve across, a tilt of nine degrees."""
        x, y, z = p[:, 0], p[:, 1], p[:, 2]
        back = 2.6 * x ** 2 + 0.9 * y ** 2 * 0.6
        tilt = math.radians(7)
        return np.stack([x, z * -1 + back + math.sin(tilt) * -y, y * math.cos(tilt)], 1)


def outer_outline(form):
    """The rims' outer edge, swelling at the brow and out to the end pieces, the bridge arched between them."""
    a = np.radians(np.concatenate([np.arange(152, 40, -8), np.arange(40, 2, -4), np.arange(2, -166, -10)]))
    edge = np.concatenate([form.eye, form.eye[:1]])
    angle = np.unwrap(np.arctan2(form.eye[:, 1], form.eye[:, 0]))
    angle = np.concatenate([angle, [angle[0] + 2 * math.pi]])
    turn = angle[0] + (a - angle[0]) % (2 * math.pi)
    n, _ = shapes.outward(form.eye)
    n = np.concatenate([n, n[:1]])
    p, n = (np.stack([np.interp(turn, angle, q[:, k]) for k in (0, 1)], 1) for q in (edge, n))
    grow = form.rim * (1 + (form.brow - 1) * np.clip(np.sin(a), 0, 1))
    half = p + n * grow[:, None] + [form.apart, 0]
    half += np.exp(-((np.degrees(a) - 21) / 8.5) ** 2)[:, None] * [0.0052, 0.0012]  # the end piece
    top, low = half[0], half[-1]
    over = [(top[0] * 0.50, form.bridge + 0.0027 + max(top[1] - form.bridge - 0.0027, 0) * 0.10), (0.0, form.bridge + 0.0024)]
    under = [(low[0] * 0.62, form.bridge - 0.0036), (0.0, form.bridge - 0.0022)]
    right = np.concatenate([[over[1]], [over[0]], half, [under[0]], [under[1]]])
    left = (right * [-1, 1])[::-1][1:-1]
    return shapes.closed_spline(np.concatenate([right, left])[::-1], 260)


def front(form):
    outer = outer_outline(form)
    holes = [form.eye + [form.apart, 0], form.eye * [-1, 1] - [form.apart, 0]]
    plate = shapes.extrude("Front", outer, form.depth, 0.00125, 4, holes, base=-form.depth / 2)
    cut(plate)
    shapes.warp(plate, form.bend)
    pads = []
    for sign in (-1, 1):
        pad = geometry.spline([(0.0, 0.0052, 0), (0.0, 0.0005, 0.0005), (0.0, -0.0048, 0)], 14)
        wide = 0.0018 + 0.0018 * np.sin(np.linspace(0, math.pi, 14))
        piece = shapes.tube("Pad", pad, np.array([superellipse(w, w * 1.5, 14, 2.2) for w in wide]), (0, 0, 1), sharp=180)
        pads.append(shapes.placed(piece, (sign * 0.0100, 0.0034, -0.0030), [("Y", 0), ("X", 90), ("Y", sign * 18)]))
    return geometry.join("Front", [plate] + pads)


def cut(obj):
    """Long faces across a plate are cut, so that it can be bent."""
    geometry.apply(obj)
    bm = bmesh.new()
    bm.from_mesh(obj.data)
    for k in range(-7, 8):
        bmesh.ops.bisect_plane(bm, geom=bm.verts[:] + bm.edges[:] + bm.faces[:], plane_co=(k * 0.0101 + 0.0003, 0, 0),
                               plane_no=(1, 0, 0), dist=1e-6)
    bm.to_mesh(obj.data)
    bm.free()


def lens(form, sign):
    edge = shapes.offset(form.eye, 0.0004) * [sign, 1] + [sign * form.apart, 0]
    edge = edge if sign > 0 else edge[::-1]
    middle = edge.mean(0)
    rows = []
    inset = (1.0, 0.75, 0.5, 0.3, 0.14, 0.07, 0.035, 0.0)
    for f, z in [(f, -THICK / 2) for f in inset] + [(f, THICK / 2) for f in inset[::-1]]:
        rows.append(np.concatenate([middle + (edge - middle) * (1 - f),
                                    np.full((72, 1), z + BULGE * (1 - (1 - f) ** 2))], 1))
    rows = np.array(rows)
    flat = np.concatenate([rows, rows[:, :1]], 1)[..., :2]
    uv = np.stack([np.full(flat.shape[:2], 0.5), (flat[..., 1] + 0.024) / 0.048], -1)
    obj = geometry.grid("Lens", rows, uv=uv)
    # Seen through its edge a lens is deeper in colour: light comes to it through all of its width.
    co = np.array([v.co[:2] for v in obj.data.vertices])
    inward = np.array([np.min(np.linalg.norm(edge - p, axis=1)) for p in co])[:, None]
    near = np.clip(1 - inward / 0.0026, 0, 1) ** 1.5
    tint = np.concatenate([1 - near + near * np.array(linear("#8FA39B")), np.ones((len(co), 1))], 1)
    obj.data.color_attributes.new(TINT, "FLOAT_COLOR", "POINT").data.foreach_set("color", tint.astype(np.float32).reshape(-1))
    obj["unshaded"] = True
    shapes.warp(obj, form.bend)
    return geometry.finish(obj, 50, weighted=False)


def temple(form, sign):
    """From the hinge back along the head, down behind the ear: a bar cut from the sheet, its tip rounded."""
    far = form.apart + form.eye[:, 0].max() + form.rim + 0.0030
    top = form.eye[:, 1].max() - 0.0098
    y0 = 2.6 * far ** 2 - 0.0004
    line = [(far, y0, top), (far + 0.0010, y0 + 0.030, top + 0.0005), (far - 0.0010, y0 + 0.070, top),
            (far - 0.0040, y0 + 0.098, top - 0.0020),
            (far - 0.0066, y0 + 0.118, top - 0.0120), (far - 0.0086, y0 + 0.134, top - 0.0270),
            (far - 0.0098, y0 + 0.141, top - 0.0370)]
    path = geometry.spline(line, 56)
    s = np.linspace(0, 1, 56)
    tall = np.interp(s, [0, 0.06, 0.3, 0.62, 0.8, 0.94, 1], [0.0088, 0.0078, 0.0056, 0.0050, 0.0062, 0.0074, 0.0064])
    deep = np.interp(s, [0, 0.1, 0.5, 1], [0.0042, 0.0038, 0.0032, 0.0030])
    sections = np.array([superellipse(t, d, 20, 3.4, math.pi / 20) for t, d in zip(tall, deep)])
    path, sections = geometry.domed(path, sections, 0.0024, 4)
    obj = shapes.tube("Temple", path, sections, (1, 0, 0), sharp=50)
    wire = geometry.spline(line, 40)[4:34]
    core = shapes.bar("Core", wire, superellipse(0.0016, 0.0007, 8, 3), (1, 0, 0), 0.0004, 1)
    core = shapes.placed(core, (-0.0016, 0, 0))
    if sign < 0:
        return geometry.mirrored(obj, "Temple left"), geometry.mirrored(core, "Core left"), np.array([-far, y0, top])
    return obj, core, np.array([far, y0, top])


def hinge(form, sign):
    """Five barrels on a screw, two plates riveted through the acetate."""
    far = form.apart + form.eye[:, 0].max() + form.rim + 0.0030
    top = form.eye[:, 1].max() - 0.0098
    y0 = 2.6 * far ** 2 - 0.0004
    pin = np.array([far - 0.0026, y0 + 0.0006, top])
    pieces = []
    for k in range(5):
        ring = geometry.lathe("Barrel", geometry.rounded([(0.0, -0.00055, 0), (0.00125, -0.00055, 0.0001),
                                                          (0.00125, 0.00055, 0.0001), (0.0, 0.00055, 0)], 2), 20)
        pieces.append(shapes.placed(geometry.finish(ring, 40), (pin[0], pin[1], pin[2] + (k - 2) * 0.00122)))
    pieces.append(shapes.placed(parts.screw("Pin", 0.0010, 0.0004, "cross", "dome", 16), (pin[0], pin[1], pin[2] + 0.0031)))
    pieces.append(geometry.box("Plate", (0.0007, 0.0085, 0.0036), (far - 0.0024, y0 + 0.0050, top), 0.0003, 2))
    for k in (0, 1):  # the rivets' heads, seen on the front and on the temple
        head = parts.rivet("Rivet", 0.00085, 0.0004, 14)
        pieces.append(shapes.facing(head, (far + 0.00195, y0 + 0.0070, top + 0.0014 - 0.0028 * k), (1, 0, 0)))
    for dx in (-0.0016, 0.0016):
        p = form.bend(np.array([[far - 0.0042 + dx, top + 0.0006, form.depth / 2]]))[0]
        pieces.append(shapes.facing(parts.rivet("Rivet", 0.00085, 0.0004, 14), p, (0.35, -1, 0)))
    obj = geometry.join("Hinge", pieces)
    return (geometry.mirrored(obj, "Hinge left") if sign < 0 else obj), pin * [sign, 1, 1]


def acetate(name, light, dark, seed, amount=1.0, size=512):
    """Cellulose acetate: pools of colour pressed into one another; clear lacquer of its own polish on top."""
    cloud = spectral((size, size), seed, 1.9, 1.5, 30, stretch=(1.0, 1.7))
    fine = spectral((size, size), seed + 1, 1.5, 3, 60)
    tone = np.clip(0.5 + amount * (0.55 * np.tanh(cloud * 1.6) + 0.15 * fine), 0, 1)
    return encode.jpeg(name, mix(srgb(light), srgb(dark), tone), 86)


def lens_tint(name, top, bottom):
    t = np.linspace(0, 1, 64)[:, None] ** 1.3
    return encode.jpeg(name, np.repeat((srgb(top) * (1 - t) + srgb(bottom) * t)[:, None], 16, 1), 92)


def frame_material(name, light, dark, seed, amount):
    base = acetate(f"{name} acetate", light, dark, seed, amount)
    return materials.pbr(f"{name} acetate", roughness=0.32, base=base, repeat=(1 / 0.06, 1 / 0.06),
                         extensions=materials.clearcoat(1.0, 0.05))


def sun_lens(name, top, bottom, mirror):
    """Tinted, darker at its upper edge; the flash coating is a film that colours what it mirrors."""
    body = materials.glass(f"{name} lens", "#FFFFFF", 1.6, THICK, extensions={**materials.clearcoat(1.0, 0.02),
        "KHR_materials_iridescence": {"iridescenceFactor": mirror, "iridescenceIor": 1.9, "iridescenceThicknessMinimum": 100.0,
                                      "iridescenceThicknessMaximum": 320.0}})
    body.body["pbrMetallicRoughness"]["baseColorTexture"] = {"index": lens_tint(f"{name} tint", top, bottom)}
    return body


def clear_lens():
    return materials.glass("Clear lens", "#F6FAF8", 1.6, THICK, extensions=materials.clearcoat(0.5, 0.02))


def glasses(folder, form, en, bn, price, variants, lens_words, lens_part):
    root_parts, sides, turns = [], [], []
    whole = {"front": front(form)}
    for sign, key in ((1, "right"), (-1, "left")):
        whole[f"lens-{key}"] = lens(form, sign)
        whole[f"temple-{key}"], whole[f"core-{key}"], _ = temple(form, sign)
        whole[f"hinge-{key}"], _ = hinge(form, sign)
    # Down on the table: rims in front, temple tips behind.
    tips = min(v.co.z for v in whole["temple-right"].data.vertices)
    rims = min(v.co.z for v in whole["front"].data.vertices)
    reach = 0.130
    lean = Matrix.Rotation(-math.atan2(tips - rims, reach), 4, "X")
    for obj in whole.values():
        shapes.transformed(obj, lean)
    drop = Matrix.Translation((0, -0.045, -shapes.lowest(whole.values())))
    for obj in whole.values():
        shapes.transformed(obj, drop)
    place = drop @ lean
    sheet, metal = ("Cellulose acetate, tumbled for four days",
                    "সেলুলোজ অ্যাসিটেট, চার দিন পালিশ"), ("Nickel silver", "জার্মান সিলভার")
    middle = np.array((place @ Matrix.Translation((0, 0, 0))).translation)
    root_parts.append(Part("front", "Front", "সামনের কাঠামো", whole["front"], "frame", middle, sheet, (0, 0, 1, 0.0, 0)))
    lenses = []
    for sign, key, e, b in ((1, "right", "Right", "ডান"), (-1, "left", "Left", "বাঁ")):
        glass = Part(f"lens-{key}", f"{e} lens", f"{b} কাচ", whole[f"lens-{key}"], "lens", middle, lens_words,
                     (0, 0, 1, 0.030, 1), price=lens_part)
        _, pin = hinge_point(form, sign)
        pivot = np.array((place @ Matrix.Translation(pin)).translation)
        side = Part(f"temple-{key}", f"{e} temple", f"{b} ডাঁটি", origin=pivot, made_of=sheet,
                    explode=(sign, 0, -0.4, 0.030, 2), price=75000,
                    layers=[(whole[f"temple-{key}"], "frame"), (whole[f"core-{key}"], "metal")])
        root_parts += [glass, side, Part(f"hinge-{key}", f"{e} hinge", f"{b} কবজা", whole[f"hinge-{key}"], "metal", pivot,
                                         metal,
                                         (sign, 0, -0.4, 0.014, 2))]
        axis = place.to_3x3() @ Matrix.Translation((0, 0, 1)).translation
        turns.append(motion.turn(side, axis, motion.there(1.6, sign * (88 if sign > 0 else 92))))
        lenses.append(glass)

    def spot(position, normal, e, b, part=None):
        return extras.hotspot((place @ Matrix.Translation(position)).translation, normal, e, b, part)

    root = Part(form.name, en, bn, price=price, children=root_parts, hotspots=[
        spot((-form.apart, -0.003, -0.004), (0, -1, 0.1), *LENS_TEXT[form.name], lenses[1]),
        spot((form.apart * 2 - 0.004, 0.006, 0.010), (0.6, -0.7, 0.3), ("Five-barrel hinge",
                                                                        "Riveted through, with a screw that you can tighten"),
             ("পাঁচ নলের কবজা", "রিভেট আঁটা, স্ক্রু কষা যায়")),
        spot((-0.070, 0.060, 0.012), (-1, 0, 0.2), ("Acetate", "Each sheet is mottled in its own way"),
             ("অ্যাসিটেট", "প্রতিটি পাতের নকশা আলাদা"))],
        animations=[motion.Animation("fold", "Fold the temples", "ডাঁটি ভাঁজ করা", turns)])
    save(folder, root, variants)


def hinge_point(form, sign):
    far = form.apart + form.eye[:, 0].max() + form.rim + 0.0030
    return None, np.array([sign * (far - 0.0026), 2.6 * far ** 2 + 0.0002, form.eye[:, 1].max() - 0.0098])


LENS_TEXT = {"sunglasses": (("Gradient lens", "Dark above, light below; blocks ultraviolet"),
                            ("ক্রমশ হালকা কাচ", "ওপরে গাঢ়, নিচে হালকা; অতিবেগুনি আটকায়")),
             "spectacles": (("Clear lens", "Coated against glare; made to your prescription"),
                            ("স্বচ্ছ কাচ", "ঝলক কমায়; আপনার পাওয়ারে তৈরি"))}


def build(folder):
    metal = [materials.pbr(n, c, 0.2, 1.0) for n, c in (("Gilt nickel", "#D9B878"), ("Nickel silver", "#D2D0CB"))]
    looks = [("Tortoise", "কাছিম", ("#B5702C", "#1E100A", 81, 1.0), 0), ("Ink", "কালি", ("#15161A", "#0B0C0E", 82, 0.3), 1),
             ("Honey", "মধু", ("#DBA95C", "#A86A26", 83, 0.8), 0), ("Teal", "ময়ূরকণ্ঠী", ("#1E5E5C", "#0B2327", 84, 0.9), 0)]
    frames = {name: frame_material(name, *look) for name, _, look, _ in looks}
    tints = {"Tortoise": sun_lens("Brown", "#4A2E18", "#B98A58", 0.15), "Ink": sun_lens("Grey", "#1C1E22", "#5A5E66", 0.1),
             "Honey": sun_lens("Green", "#26382B", "#7C9A80", 0.2), "Teal": sun_lens("Blue", "#17293C", "#6D8CA8", 0.9)}
    clear = clear_lens()

    def variants(lens):
        return [{"name": name, "bn": bn, "materials": {"frame": frames[name], "metal": metal[m], "lens": lens(name)}} for name,
                bn, _, m in looks]

    geometry.reset()
    sun, read = Form("sunglasses", SQUARE, 0.0352, 0.0048, 0.0041, 1.50,
                     0.0085), Form("spectacles", PANTO, 0.0330, 0.0042, 0.0030, 1.25, 0.0075)
    glasses(folder, sun, "Sunglasses", "রোদচশমা", 420000, variants(lambda name: tints[name]), ("Tinted nylon", "রঙিন নাইলন"),
            95000)
    geometry.reset()
    glasses(folder, read, "Spectacles", "চশমা", 360000, variants(lambda name: clear),
            ("Coated polymer, index 1.6", "প্রলেপ দেওয়া পলিমার"), 120000)
