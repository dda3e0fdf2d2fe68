# SPDX-License-Identifier: GPL-3.0-or-later
"""A stoneware mug, thrown and glazed by hand: turned foot left bare, a pulled strap handle, three glazes."""
import math

import numpy as np

from lib import encode, extras, geometry, materials
from lib.glb import Part, save
from lib.noise import blur, mix, normal_map, smoothstep, speckles, spectral, srgb
from lib.shade import shaded

# The lower part of the texture is the handle's, the rest the body's, at the same number of pixels a metre.
HANDLE_V = 0.19


class Form:
    """What differs between the mug and its taller and smaller sisters: a profile and where the handle sits."""

    def __init__(self, name, outside, inside, handle, rings=(0.016, 0.084)):
        self.name, self.rings = name, rings
        foot = geometry.rounded([(0.0, 0.0042, 0), (0.0215, 0.0036, 0.001), (0.0232, 0.0, 0.0007), (0.0282, 0.0, 0.0011),
                                 (0.0297, 0.0030, 0.0012), (0.0290, 0.0062, 0.0012), (0.0315, 0.0092, 0)], 3)
        outer = geometry.spline([(0.0315, 0.0092)] + outside, 58)
        inner = geometry.spline(inside + [(0.0, inside[-1][1] - 0.0006)], 34)
        lip = geometry.spline([outer[-2], outer[-1], (outer[-1] + inner[0]) / 2 + [0, 0.0021], inner[0], inner[1]], 60)
        lip = lip[(np.linalg.norm(lip - outer[-2], axis=1) > 0.0013)
                  & (np.linalg.norm(lip - inner[1], axis=1) > 0.0013)]
        lip = geometry.resample(lip, 10)
        self.profile = np.concatenate([foot[:-1], outer[:-1], lip, inner[1:]])
        self.foot_top = geometry.arc_length(foot)[-1]
        self.lip_at = geometry.arc_length(self.profile)[len(foot) - 1 + len(outer) - 1 + 5]
        self.length = geometry.arc_length(self.profile)[-1]
        self.outer, self.handle = outer, handle

    def wall(self, z):
        return np.interp(z, self.outer[:, 1], self.outer[:, 0])


def body(form):
    profile = form.profile.copy()
    # The marks of the fingers: a slow spiral, felt more than seen.
    z = profile[:, 1]
    mark = np.sin(z / 0.0083 * 2 * math.pi) + 0.9 * np.sin(z / 0.0131 * 2 * math.pi + 1.1) + 0.6 * np.sin(z / 0.0047)
    low, high = form.rings
    held = smoothstep(low, low + 0.012, z) * (1 - smoothstep(high - 0.012, high, z))
    profile[:, 0] += 0.00008 * mark * held * (profile[:, 0] > 0.02)
    s = geometry.arc_length(profile)
    v = HANDLE_V + (1 - HANDLE_V) * s / s[-1]

    def wobble(angle, height):
        return 1 + 0.0028 * np.sin(2 * angle + 0.7 + height * 9) + 0.0012 * np.sin(3 * angle + height * 40)

    return geometry.finish(geometry.lathe("Body", profile, 88, u=(0, 1), v=v, wobble=wobble), 50)


def handle(form):
    """A strap pulled from a lump of clay: wide at the root, thinning, its ends smeared onto the wall."""
    path = geometry.spline(form.handle, 44)
    length = geometry.arc_length(path)
    t = np.gradient(path, axis=0)
    t /= np.linalg.norm(t, axis=1, keepdims=True)
    outward = np.stack([-t[:, 1], t[:, 0]], 1)  # in the plane of the path, away from the mug
    around, fillet = 28, 0.0075
    angle = np.arange(around) * 2 * math.pi / around
    rings = np.zeros((len(path), around, 3))
    for i, (x, z) in enumerate(path):
        f = length[i] / length[-1]
        section = geometry.superellipse(0.0086 - 0.0022 * f, 0.0205 - 0.0055 * math.sin(math.pi * min(f * 1.15, 1)), around, 2.5)
        groove = np.where(np.cos(angle) > 0, np.exp(-(section[:, 1] / 0.0045) ** 2), 0) * 0.0011
        section[:, 0] -= groove * math.sin(math.pi * np.clip(f, 0.04, 0.96))
        away = min(length[i], length[-1] - length[i])
        if away < fillet:  # a quarter round between strap and wall
            flare = fillet - math.sqrt(fillet ** 2 - (fillet - away) ** 2)
            radial = section / np.linalg.norm(section, axis=1, keepdims=True)
            section = section + radial * flare * np.array([0.62, 0.85])
        rings[i, :, 0] = x + section[:, 0] * outward[i, 0]
        rings[i, :, 1] = section[:, 1]
        rings[i, :, 2] = z + section[:, 0] * outward[i, 1]
    for end in (range(0, 9), range(len(path) - 1, len(path) - 10, -1)):  # the ends lie on the round wall itself
        for i in end:
            away = min(length[i], length[-1] - length[i])
            seat = np.sqrt(np.maximum(form.wall(rings[i, :, 2]) ** 2 - rings[i, :, 1] ** 2, 0)) - 0.0003 + away
            rings[i, :, 0] = seat + (rings[i, :, 0] - seat) * smoothstep(0, fillet * 1.3, away)
    per_metre = 1 / (2 * math.pi * 0.043)
    u = 0.02 + length * per_metre
    v = np.linspace(0.02, HANDLE_V - 0.02, around + 1)
    uv = np.stack([np.repeat(u[:, None], around + 1, 1), np.repeat(v[None], len(path), 0)], -1)
    obj = geometry.grid("Handle", rings[:, ::-1], uv=uv)
    return geometry.finish(obj, 180)


def maps(form, size):
    """What all glazes share: where the clay is bare, where the glaze thins or gathers, where iron spots it."""
    rows = columns = size
    v = 1 - (np.arange(rows) + 0.5) / rows
    s = (v - HANDLE_V) / (1 - HANDLE_V) * form.length
    s = np.repeat(s[:, None], columns, 1)
    on_body = (v >= HANDLE_V)[:, None]
    wave = blur(spectral((size, size), 11, 1.9, 1, 14), 2)
    line = form.foot_top + 0.0016 + 0.0009 * wave[size // 2][None, :]  # the glaze's lower edge, a slow wave
    glazed = np.where(on_body, smoothstep(-0.00035, 0.00035, s - line), 1.0)
    edge = np.where(on_body, np.exp(-((s - line - 0.0010) / 0.0009) ** 2), 0)  # where it gathers in a roll
    lip = np.where(on_body, np.exp(-((s - form.lip_at) / 0.0021) ** 2), 0)
    lip = np.clip(lip * (1.1 + 0.35 * spectral((size, size), 12, 1.4, 3, 60)), 0, 1)
    pool = np.where(on_body, smoothstep(form.length - 0.034, form.length - 0.004, s), 0)
    rings = np.where(on_body, np.sin(s / 0.0083 * 2 * math.pi), 0) * 0.5
    cloud = spectral((size, size), 13, 1.7, 1.5, 40)
    grain = spectral((size, size), 14, 0.6, 30, 400)
    iron = speckles((size, size), 15, 620, size / 1024 * 1.5, 0.5)
    bleed = np.clip(blur(iron, size / 1024 * 2.4) * 1.8, 0, 1)
    fine = speckles((size, size), 16, 4200, size / 1024 * 0.75, 0.35)
    return dict(glazed=glazed, edge=edge, lip=lip, pool=pool, rings=rings, cloud=cloud, grain=grain, iron=iron,
                bleed=bleed, fine=fine)


def glaze(name, m, base, deep, thin, spot, clay, iron=1.0, fine=0.5, cloud=0.5):
    tone = np.clip(0.5 + 0.22 * cloud * m["cloud"] + 0.05 * m["rings"] + 0.75 * m["edge"] + 0.55 * m["pool"], 0, 1)
    colour = mix(srgb(base), srgb(deep), smoothstep(0.3, 1.1, tone))
    colour = mix(colour, srgb(thin), np.clip(m["lip"] * 1.15, 0, 1) * 0.92)
    colour = mix(colour, srgb(spot), np.clip(m["bleed"] * 0.28 * iron, 0, 1))
    colour = mix(colour, srgb(spot), np.clip(m["iron"] * 0.85 * iron, 0, 1))
    colour = mix(colour, srgb(spot), np.clip(m["fine"] * fine, 0, 1))
    bare = mix(srgb(clay), srgb("#8A6240"), smoothstep(-0.6, 2.2, m["cloud"] + 0.6 * m["grain"]))
    bare = mix(bare, srgb("#5B3A24"), m["iron"] * 0.6)
    colour = mix(bare, colour, m["glazed"]) + 0.008 * m["grain"][..., None]
    return encode.jpeg(name, colour, 84)


def glazes(form, size=1024):
    m = maps(form, size)
    small = maps(form, 512)
    rough = ((1 - small["glazed"]) * (0.86 + 0.04 * small["grain"])
             + small["glazed"] * (0.40 + 0.05 * small["cloud"] + 0.22 * small["lip"] + 0.2 * small["iron"]))
    orm = encode.orm("Glaze and clay", 1.0, np.clip(rough, 0.05, 1), 0.0)
    height = (small["glazed"] * (1.2 + 0.5 * small["edge"] + 0.16 * small["cloud"] - 0.25 * small["iron"])
              + (1 - small["glazed"]) * 0.16 * small["grain"])
    normal = encode.jpeg("Glaze relief", normal_map(blur(height, 0.7), 0.55), 90)
    looks = [
        ("Oat", "যবের রং", dict(base="#DCD0B8", deep="#C4B08C", thin="#A9744A", spot="#5E3D26", clay="#B98F66"), 1.0),
        ("Indigo", "নীল", dict(base="#38455F", deep="#1A2336", thin="#8C5B3C", spot="#0D1730", clay="#A97E58", iron=0.7,
                               fine=0.35, cloud=1.1), 0.7),
        ("Celadon", "সেলাডন সবুজ", dict(base="#B4CAB3", deep="#7FA593", thin="#CFC6A4", spot="#5C6A55", clay="#BC9670",
                                        iron=0.45, fine=0.25, cloud=0.9), 0.64),
    ]
    return [(name, bn, materials.pbr(f"{name} glaze", roughness=roughness, base=glaze(f"{name} glaze", m, **look), orm=orm,
                                     normal=normal, extensions=None if name == "Oat" else materials.clearcoat(0.35, 0.12)))
            for name, bn, look, roughness in looks]


def scaled(points, radius, height, foot=0.0):
    return [(r * radius, foot + (z - foot) * height) for r, z in points]


OUTSIDE = [(0.0372, 0.0132), (0.0422, 0.0240), (0.0438, 0.0400), (0.0428, 0.0600), (0.0413, 0.0780), (0.0412, 0.0880),
           (0.0418, 0.0925)]
INSIDE = [(0.0384, 0.0926), (0.0376, 0.0860), (0.0382, 0.0700), (0.0398, 0.0480), (0.0398, 0.0330), (0.0360, 0.0180),
          (0.0240, 0.0098), (0.0100, 0.0078)]
HANDLE = [(0.0418, 0.0735), (0.0500, 0.0752), (0.0625, 0.0742), (0.0712, 0.0660), (0.0728, 0.0540), (0.0672, 0.0400),
          (0.0570, 0.0295), (0.0500, 0.0262), (0.0428, 0.0255)]
STANDARD = Form("mug", OUTSIDE, INSIDE, HANDLE)
TALL = Form("mug-tall", scaled(OUTSIDE, 0.925, 1.36, 0.0132), scaled(INSIDE, 0.922, 1.36, 0.0078),
            [(x - 0.0035, 0.0255 + (z - 0.0255) * 1.24 + 0.012) for x, z in HANDLE], (0.016, 0.114))
CUP = Form("cup", [(0.0352, 0.0140), (0.0370, 0.0240), (0.0372, 0.0380), (0.0372, 0.0520), (0.0384, 0.0640), (0.0392, 0.0690)],
           [(0.0360, 0.0691), (0.0350, 0.0640), (0.0336, 0.0520), (0.0334, 0.0380), (0.0322, 0.0240), (0.0270, 0.0140),
            (0.0150, 0.0095), (0.0070, 0.0080)], None, (0.018, 0.060))
STONEWARE = ("Stoneware clay, glazed", "প্রলেপ দেওয়া স্টোনওয়্যার")


# What is pointed at: (title, text) in English, in Bengali.
LIP = (("The lip", "Here the glaze breaks and the clay shows through"), ("কিনারা", "প্রলেপ এখানে পাতলা, মাটির রং ফুটে ওঠে"))
FOOT = (("Bare foot", "The glaze stops short, so that you can feel the clay"),
        ("খোলা তলা", "প্রলেপ একটু ওপরে থেমেছে, মাটিটুকু ছুঁয়ে দেখা যায়"))
RINGS = (("Throwing rings", "Left by the potter's fingers"), ("আঙুলের রেখা", "চাকে কুমোরের আঙুলে পড়া"))
TWO_FINGERS = (("Strap handle", "Takes two fingers and a thumb"), ("চ্যাপ্টা হাতল", "আরামে ধরে দুই আঙুল আর বুড়ো আঙুল"))
THREE_FINGERS = (("Strap handle", "Pulled longer: three fingers fit"), ("চ্যাপ্টা হাতল", "টেনে লম্বা করা, তিন আঙুল ধরে"))
PALM = (("No handle", "It warms the palm that holds it"), ("হাতল নেই", "তালুতে ধরলে চায়ের ওম পাওয়া যায়"))
ONE_FIRING = (("One firing", "The same glaze, yet no two lips alike"), ("একই ভাটির জোড়া", "প্রলেপ এক, তবু কিনারা দুটি হুবহু এক নয়"))


def parts(form, cup, strap):
    out = [Part("body", "Cup", "পেয়ালা", cup, "glaze", made_of=STONEWARE, explode=(0, 1, 0, 0.0, 0))]
    if strap is not None:
        out.append(Part("handle", "Handle", "হাতল", strap, "glaze", origin=(form.handle[0][0], 0, form.handle[0][1]),
                        made_of=STONEWARE, explode=(1, 0, 0, 0.05, 1)))
    return out


class Pointer:
    """Hotspots on a mug, or on one of several: `group` is the part that the mug stands in. Degrees are to the left of the
    product's front."""

    def __init__(self, form, parts, group=None):
        self.form, self.parts, self.group = form, parts, group

    def spot(self, part, near, words):
        at, normal = extras.touching(part.layers[0][0], near)
        if self.group:
            pose = self.group.pose()
            at, normal = pose @ at, pose.to_3x3() @ normal
        return extras.hotspot(at, normal, *words, self.group or part)

    def on_cup(self, degrees, radius, z, words):
        a = math.radians(degrees + (self.group.place[3] if self.group else 0))
        return self.spot(self.parts[0], (-radius * math.sin(a), -radius * math.cos(a), z), words)

    def lip(self, degrees=20):
        radius, top = self.form.outer[-1]
        return self.on_cup(degrees, radius - 0.0008, top + 0.0040, LIP)

    def wall(self, degrees, share, words):
        z = self.form.outer[-1, 1] * share
        return self.on_cup(degrees, self.form.wall(z) + 0.0010, z, words)

    def foot(self, degrees=8):
        return self.on_cup(degrees, 0.0330, 0.0045, FOOT)

    def handle(self, words):
        x, z = geometry.spline(self.form.handle, 3)[1]
        return self.spot(self.parts[1], (x, -0.0150, z), words)


def build(folder):
    for form, en, bn, price, more, held in (
            (STANDARD, "Stoneware mug", "স্টোনওয়্যার মগ", 85000, {"Indigo": 4000, "Celadon": 7000}, TWO_FINGERS),
            (TALL, "Tall stoneware mug", "লম্বা মগ", 98000, {"Indigo": 4000, "Celadon": 8000}, THREE_FINGERS),
            (CUP, "Tea cup", "চায়ের পেয়ালা", 168000, {}, None)):
        geometry.reset()
        looks = glazes(form)
        cup, strap = shaded(body(form)), shaded(handle(form)) if form.handle else None
        pieces = parts(form, cup, strap)
        at = Pointer(form, pieces)
        spots = [at.lip(), at.wall(42, 0.52, RINGS if held else PALM), at.foot()] + ([at.handle(held)] if held else [])
        save(folder, Part(form.name, en, bn, children=pieces, price=price, hotspots=spots), worn(looks, more))
        if form is STANDARD:
            one, two = parts(form, cup, strap), parts(form, cup, strap)
            first = Part("first", "First mug", "প্রথম মগ", children=one, place=(0.022, -0.034, 0, 12), made_of=STONEWARE,
                         explode=(1, 0, 0, 0.05, 1), price=price)
            second = Part("second", "Second mug", "দ্বিতীয় মগ", children=two, place=(-0.030, 0.050, 0, 140), made_of=STONEWARE,
                          explode=(-1, 0, 0, 0.05, 1), price=price)
            at = Pointer(form, one, first)
            save(folder, Part("mug-pair", "Pair of mugs", "এক জোড়া মগ", children=[first, second], price=159000, hotspots=[
                at.lip(), at.foot(), at.handle(held), Pointer(form, two, second).wall(50, 0.66, ONE_FIRING)]),
                worn(looks, {"Indigo": 6000, "Celadon": 13000}))


def worn(looks, more):
    """The variants, and what some of them add to the price."""
    return [{"name": name, "bn": bn, "materials": {"glaze": material}, **({"price": more[name]} if name in more else {})}
            for name, bn, material in looks]
