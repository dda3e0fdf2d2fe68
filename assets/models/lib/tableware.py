# SPDX-License-Identifier: GPL-3.0-or-later
"""What food stands in: plates, bowls, pots and their lids, clay, leaves, baskets; and their glazes and metals."""
import math

import numpy as np

from . import encode, food, geometry, materials, surfaces
from .noise import mix, normal_map, smoothstep, speckles, spectral, srgb
from .shade import shaded

GLAZES = [("Ivory", "আইভরি", "#F1EADA", "#7E583A"), ("Indigo", "নীল", "#2E3F66", "#9A744A"), ("Celadon", "সেলাডন", "#A9C2AC", "#8C6A48")]
METALS = [("Copper", "তামা", "#D98A62", 0.26), ("Brass", "পিতল", "#D9B25E", 0.26), ("Steel", "স্টিল", "#C9CCD0", 0.24)]


def lathe(name, profile, segments=72, sharp=35, steps=4):
    """Corners (radius, height, fillet) turned; from the middle of the underside round the rim to the middle within."""
    return shaded(geometry.finish(geometry.lathe(name, geometry.rounded(profile, steps), segments), sharp, weighted=False))


def plate(radius=0.130, rim=0.020, seen=False):
    """Its foot stands under two thirds of it. `seen`: its floor is not covered, so that it takes the shade of what rests on it."""
    k = radius / 0.130
    floor = [(0.078 * k * (1 - f), 0.0095 - 0.0010 * f, 0) for f in np.linspace(0, 1, 16)[1:-1]] if seen else []
    return lathe("Plate", [(0, 0.004, 0), (0.075 * k, 0.004, 0.001), (0.077 * k, 0, 0.0012), (0.084 * k, 0, 0.0015), (0.087 * k, 0.005, 0.003), (0.104 * k, rim * 0.5, 0.03),
                           (radius - 0.001, rim, 0.0008), (radius, rim + 0.0022, 0.0011), (radius - 0.003, rim + 0.0028, 0.0011), (0.100 * k, rim * 0.5 + 0.0045, 0.03), (0.078 * k, 0.0095, 0.012), *floor, (0, 0.0085, 0)], 80)


def bowl(radius=0.080, height=0.060, foot=0.036, wall=0.004):
    return lathe("Bowl", [(0, 0.004, 0), (foot - 0.006, 0.004, 0.001), (foot - 0.004, 0, 0.0012), (foot, 0, 0.0015), (foot + 0.002, 0.006, 0.003), (radius * 0.86, height * 0.42, 0.05),
                          (radius - 0.0005, height - 0.002, 0.002), (radius - 0.0005, height, 0.0018), (radius - wall, height, 0.0018), (radius - wall, height - 0.002, 0.002),
                          (radius * 0.86 - wall, height * 0.42, 0.045), (foot, 0.0095, 0.02), (0, 0.0085, 0)], 64, steps=3)


def glaze_speckle():
    """Iron spots and clouds of a stoneware glaze; white, so that a material can tint it."""
    size = 256
    cloud = spectral((size, size), 4, 1.6, 1, 20)
    spots = speckles((size, size), 8, 110, 1.1, 0.5)
    colour = mix(mix(srgb("#F4F2EE"), srgb("#FFFFFF"), smoothstep(-1.5, 1.5, cloud)), srgb("#8A6A4C"), spots * 0.75)
    return encode.jpeg("Glaze", colour, 80)


def glazed(speckle, colour, name):
    return materials.pbr(f"{name} glaze", colour, 0.22, base=speckle, repeat=(9, 9), extensions=materials.clearcoat(0.8, 0.06))


def biscuit(colour, name):
    return materials.pbr(f"{name} biscuit", colour, 0.85)


def rim_band(radius, height, wide=0.0020):
    """Where the glaze stops: a ring of bare clay on a rim's outer edge."""
    return lathe("Rim", [(radius - 0.0034, height - wide, 0), (radius + 0.0003, height - wide, 0.0002), (radius + 0.0004, height, 0.0014), (radius - 0.0036, height + 0.0004, 0.0012), (radius - 0.0036, height - 0.001, 0)], 80)


def braised(size=256):
    """What is cooked is nowhere even: gloss, tone and relief of wet food, over the vertices' colours."""
    shape = (size, size)
    cloud, fibre, pores = spectral(shape, 61, 1.2, 3, 40), spectral(shape, 62, 0.7, 12, 120, stretch=(1, 3)), spectral(shape, 63, 0.4, 30, 128)
    tone = np.clip(0.93 + 0.05 * cloud + 0.035 * fibre, 0, 1)
    gloss = np.clip(0.46 + 0.14 * cloud + 0.07 * pores, 0.1, 1)
    return {"base": encode.jpeg("Braised", tone, 78), "orm": encode.orm("Braised finish", 1.0, gloss, 0.0, 76),
            "normal": encode.jpeg("Braised relief", normal_map(0.5 * fibre + 0.35 * cloud + 0.2 * pores, 0.45), 80), "repeat": (28, 28)}


def metal(name, colour, rough, beaten=None):
    if beaten is None:
        return materials.pbr(name, colour, rough, 1.0)
    orm, normal = beaten
    return materials.pbr(f"{name}, beaten", colour, 1.0, 1.0, orm=orm, normal=normal, normal_scale=0.55, repeat=(9, 9))


def beaten(size=256):
    return surfaces.hammered("Beaten", size=size, across=9, rough=0.27)


def clay(name="Fired clay", light="#B5714C", dark="#8C4A2C", size=256):
    base, orm, normal, repeat = surfaces.clay(name, light, dark, size=size, grit=0.7)
    return materials.pbr(name, base=base, normal=normal, repeat=repeat, roughness=0.92, normal_scale=0.7)


def handi(belly=0.110, height=0.118, neck=0.086, rim=0.100):
    """A deg: round below, drawn in, its rim turned out."""
    outer = geometry.spline([(0.0, 0.0), (0.045, 0.0008), (0.085, 0.012), (belly - 0.002, 0.038), (belly, 0.056), (belly - 0.006, 0.076), (neck + 0.006, height - 0.020), (neck, height - 0.010)], 30)
    lip = geometry.rounded([(neck, height - 0.010, 0), (neck + 0.001, height - 0.006, 0.003), (rim, height - 0.0006, 0.002), (rim + 0.0003, height + 0.0012, 0.0008), (rim - 0.002, height + 0.0016, 0.0008), (neck - 0.002, height - 0.0046, 0.003), (neck - 0.003, height - 0.012, 0)], 3)
    inner = geometry.spline([(neck - 0.003, height - 0.012), (neck + 0.002, height - 0.024), (belly - 0.010, 0.070), (belly - 0.004, 0.050), (0.080, 0.016), (0.0, 0.004)], 14)
    return geometry.stand(shaded(geometry.finish(geometry.lathe("Handi", np.concatenate([outer[:-1], lip[:-1], inner]), 72), 40, weighted=False)))


def handi_lid(radius=0.097):
    """A shallow dish of a lid with a turned knob."""
    k = radius / 0.097
    return lathe("Lid", [(0, 0.0085, 0), (0.062 * k, 0.0025, 0.03), (0.084 * k, 0.0, 0.004), (0.086 * k, 0.006, 0.002), (0.096 * k, 0.0072, 0.001), (0.097 * k, 0.0086, 0.0008), (0.095 * k, 0.0098, 0.0008), (0.082 * k, 0.0105, 0.006),
                         (0.062 * k, 0.0165, 0.03), (0.016, 0.0235, 0.004), (0.0075, 0.0255, 0.003), (0.0065, 0.031, 0.003), (0.0135, 0.037, 0.003), (0.0145, 0.041, 0.004), (0.010, 0.0455, 0.004), (0, 0.0465, 0)], 64, 40, 3)


def clay_pot(radius=0.062, height=0.085, wobble=0.006):
    """Thrown in a moment and never glazed: ribs of the fingers, a thick lip."""
    z = np.linspace(0.004, height - 0.014, 26)
    f = z / height
    r = radius * (0.70 + 0.34 * np.sin(np.clip(f * 2.55 + 0.12, 0, math.pi)) ** 0.8) + 0.0007 * np.sin(z * 2 * math.pi / 0.0075)
    outer = np.concatenate([[(0, 0.002), (radius * 0.60, 0.0005), (radius * 0.68, 0.0015)], np.stack([r, z], 1)])
    top = r[-1]
    lip = geometry.rounded([(top, z[-1], 0), (top - 0.002, height - 0.010, 0.003), (top + 0.006, height - 0.003, 0.003), (top + 0.005, height, 0.002), (top - 0.001, height, 0.002), (top - 0.008, height - 0.010, 0.004), (top - 0.006, z[-1] - 0.004, 0)], 3)
    inner = np.array([(top - 0.005, z[-1] - 0.006), (radius * 0.92, height * 0.5), (radius * 0.62, 0.010), (0, 0.008)])
    wave = food.Wave(3, 0.09)

    def uneven(angle, height_):
        return 1 + wobble * wave(np.stack(np.broadcast_arrays(0.05 * np.cos(angle), 0.05 * np.sin(angle), height_), -1))
    return shaded(geometry.finish(geometry.lathe("Clay pot", np.concatenate([outer, lip[1:], inner]), 72, wobble=uneven), 45, weighted=False))


def thali(radius=0.165, rim=0.020):
    return lathe("Thali", [(0, 0.0006, 0), (radius - 0.012, 0, 0.004), (radius - 0.004, rim - 0.002, 0.002), (radius, rim, 0.0008), (radius + 0.0012, rim + 0.0014, 0.0009), (radius - 0.0006, rim + 0.0024, 0.0010), (radius - 0.0054, rim - 0.002, 0.002),
                           (radius - 0.0132, 0.0022, 0.003), (0, 0.0024, 0)], 108)


def katori(radius=0.036, height=0.030):
    return lathe("Katori", [(0, 0.0006, 0), (radius * 0.66, 0, 0.004), (radius * 0.93, height * 0.5, 0.02), (radius - 0.001, height - 0.001, 0.001), (radius + 0.0008, height, 0.0007), (radius - 0.0008, height + 0.0010, 0.0007), (radius - 0.003, height - 0.001, 0.001),
                            (radius * 0.87, height * 0.5, 0.02), (radius * 0.62, 0.0016, 0.004), (0, 0.0016, 0)], 44, steps=2)


def banana_leaf(long=0.34, wide=0.22, wave=0.006, seed=3, lift=0.0015, rows=34, columns=25, turn=0.0):
    """A cut length of leaf along x: its rib, its veins, its torn edge. A Batch's shape in its own colours."""
    noise, ripple = food.Wave(seed, 0.16), food.Wave(seed + 1, 0.05)
    u, v = np.linspace(-1, 1, rows), np.linspace(-1, 1, columns)
    uu, vv = np.meshgrid(u, v, indexing="ij")
    half = wide / 2 * (1 - 0.10 * uu ** 2 + 0.03 * ripple(np.stack([uu * 0.2, np.sign(vv), 0 * uu], -1)))
    x, y = uu * long / 2, vv * half
    flat = np.stack([x, y, 0 * x], -1)
    z = lift + wave * np.clip(noise(flat) + 0.8, 0, 3) * np.abs(vv) ** 2 + 0.0035 * np.exp(-(vv / 0.05) ** 2) + 0.0005 * np.sin(x * 2 * math.pi / 0.0085 + np.abs(vv) * 2.5) * (np.abs(vv) > 0.08)
    top = np.stack([x, y, z], -1)
    under = top - [0, 0, 0.0008]
    rings = np.concatenate([top, under[:, ::-1]], 1)
    vein = 0.5 + 0.5 * np.sin(x * 2 * math.pi / 0.0085 + np.abs(vv) * 2.5)
    tone = food.blend("#2F6B1C", "#5A9A30", np.clip(0.35 * vein + 0.30 * noise(flat) + 0.35 - 0.15 * np.abs(vv), 0, 1))
    rib = np.exp(-(vv / 0.045) ** 2)[..., None]
    tone = tone * (1 - rib) + food.tint("#B9CC7A") * rib
    both = np.concatenate([tone, tone[:, ::-1] * 0.7], 1).reshape(-1, 3)
    shape = food.skin(rings, np.concatenate([both, both[:1], both[-1:]]))
    return food.put(shape, turn=food.turned(("Z", turn)))


def round_leaf(radius, seed=5):
    """Banana leaf cut round for a plate, and lying in it: its rib along x."""
    noise, b = food.Wave(seed, 0.10), np.arange(72) * 2 * math.pi / 72
    edge = radius * (1 + 0.012 * food.Wave(seed + 2, 0.03)(np.stack([0.1 * np.cos(b), 0.1 * np.sin(b), 0 * b], 1)))
    rings = []
    for f, down in [(f, 0.0006) for f in np.linspace(0.1, 1, 10)] + [(f, 0.0) for f in np.linspace(1, 0.02, 22)]:
        x, y = edge * f * np.cos(b), edge * f * np.sin(b)
        r = np.hypot(x, y)
        z = 0.0112 + 0.0150 * np.clip((r - 0.072) / 0.050, 0, 1.2) ** 1.3 + 0.0022 * (noise(np.stack([x, y, 0 * x], 1)) + 1) * np.clip(r / 0.1, 0, 1) ** 3
        z = z + 0.0016 * np.exp(-(y / 0.004) ** 2) + 0.00035 * np.sin((x + 0.35 * np.abs(y)) * 2 * math.pi / 0.0080)
        rings.append(np.stack([x, y, z - down], 1))

    def colour(v):
        vein = 0.5 + 0.5 * np.sin((v[:, 0] + 0.35 * np.abs(v[:, 1])) * 2 * math.pi / 0.0080)
        c = food.blend("#2C6A1A", "#5C9C32", 0.30 * vein + 0.35 + 0.25 * noise(v * [1, 1, 0]))
        rib = np.exp(-(v[:, 1] / 0.0040) ** 2)[:, None]
        return c * (1 - rib) + food.tint("#B4C878") * rib
    return food.coloured(food.skin(np.array(rings)), colour)


def wooden_board(radius=0.15, thick=0.016):
    obj = lathe("Board", [(0, 0, 0), (radius - 0.004, 0, 0.002), (radius, 0.004, 0.003), (radius, thick - 0.004, 0.004), (radius - 0.004, thick, 0.003), (0, thick, 0)], 84, 40)
    geometry.box_uv(obj, grain=1)
    return obj


def timber(size=256):
    base, orm, normal, repeat = surfaces.wood("Mango wood", "#A9774A", "#6E4526", "#3A2214", seed=23, size=size, metres=(0.10, 0.30), rings=9)
    return materials.pbr("Mango wood", base=base, orm=orm, normal=normal, repeat=repeat, normal_scale=0.4, roughness=0.95)
