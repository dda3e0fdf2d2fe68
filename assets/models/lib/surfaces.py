# SPDX-License-Identifier: GPL-3.0-or-later
"""Tiled surfaces at true scale: wood, cloth, clay, metal, leather, knit, moulded plastic.

Each returns textures and how often they lie in a metre."""
import math

import numpy as np

from . import encode
from .noise import blur, cells, mix, normal_map, smoothstep, spectral, srgb


def wood(name, light, dark, pore, seed=1, size=512, metres=(0.16, 0.48), rings=9):
    """Straight-grown wood; the grain runs along v. Returns (base, orm, normal, repeat)."""
    shape = (size, size)
    x = np.arange(size)[None, :] / size
    drift = spectral(shape, seed, 2.0, 1, 9, stretch=(3.2, 1.0))  # rings wander slowly along the trunk
    phase = (x + 0.032 * drift) * rings
    saw = phase - np.floor(phase)
    # Early wood is pale, late wood darkens slowly and ends sharply.
    ring = smoothstep(0.0, 0.85, saw) * (1 - smoothstep(0.90, 1.0, saw))
    fibre = spectral(shape, seed + 1, 0.7, 12, 500, stretch=(26.0, 1.0))
    pores = smoothstep(1.25, 2.4, spectral(shape, seed + 2, 0.35, 25, 500, stretch=(14.0, 1.0)) + 0.45 * ring)
    figure = spectral(shape, seed + 3, 1.5, 1, 12, stretch=(1.0, 2.2))
    tone = np.clip(0.18 + 0.5 * ring + 0.13 * fibre + 0.1 * figure, 0, 1)
    colour = mix(srgb(light), srgb(dark), tone)
    colour = mix(colour, srgb(pore), pores * 0.6)
    base = encode.jpeg(name, colour, 84)
    rough = np.clip(0.46 + 0.05 * fibre + 0.16 * pores - 0.05 * ring, 0, 1)
    orm = encode.orm(f"{name} finish", 1.0, rough[::2, ::2], 0.0, 78)
    normal = encode.jpeg(f"{name} relief", normal_map(-0.8 * pores + 0.12 * fibre + 0.1 * ring, 0.5), 82)
    return base, orm, normal, (1 / metres[0], 1 / metres[1])


def weave_height(size, yarns, seed):
    """Height of a plain weave of hand-spun yarn (0…1), and which way the yarn on top runs (True: warp)."""
    y, x = np.meshgrid(np.arange(size) / size, np.arange(size) / size, indexing="ij")
    wander = 0.10 * spectral((size, size), seed, 1.8, 1, yarns / 2)
    wander2 = 0.10 * spectral((size, size), seed + 1, 1.8, 1, yarns / 2)
    u, v = x * yarns + wander, y * yarns + wander2
    thick = 1 + 0.13 * spectral((size, size), seed + 2, 1.0, 2, yarns, stretch=(5, 1))
    thin = 1 + 0.13 * spectral((size, size), seed + 3, 1.0, 2, yarns, stretch=(1, 5))
    iu, iv = np.floor(u).astype(int), np.floor(v).astype(int)
    warp = np.sqrt(np.clip(1 - ((u - iu - 0.5) * 2 / thick) ** 2, 0, 1))
    weft = np.sqrt(np.clip(1 - ((v - iv - 0.5) * 2 / thin) ** 2, 0, 1))
    over = np.sin(math.pi * (v - 0.0)) * np.where(iu % 2, 1, -1)
    under = np.sin(math.pi * (u - 0.0)) * np.where(iv % 2, 1, -1)
    a = warp * 0.6 + 0.4 * warp * over
    b = weft * 0.6 - 0.4 * weft * under * -1
    return np.maximum(a, b), a > b, iu, iv


def cloth(names, pairs, seed=5, size=512, yarns=36, metres=0.075):
    """Hand-woven cloth in several colours over one relief. `pairs`: (warp, weft, shadow) colours.

    Returns ([base …], normal, repeat).
    """
    height, warp, iu, iv = weave_height(size, yarns, seed)
    rng = np.random.default_rng(seed + 9)
    tone_u, tone_v = rng.standard_normal(yarns * 4), rng.standard_normal(yarns * 4)
    fibre = np.where(warp, spectral((size, size), seed + 6, 0.5, 30, 400, stretch=(3, 1)),
                     spectral((size, size), seed + 7, 0.5, 30, 400, stretch=(1, 3)))
    bases = []
    for name, (warp_colour, weft_colour, shadow) in zip(names, pairs):
        colour = np.where(warp[..., None], srgb(warp_colour), srgb(weft_colour))
        shift = np.where(warp, tone_u[iu % yarns], tone_v[iv % yarns]) * 0.022 + fibre * 0.03
        colour = colour * (1 + shift[..., None])
        colour = mix(srgb(shadow), colour, smoothstep(0.05, 0.75, height))
        bases.append(encode.jpeg(name, colour, 78))
    relief = blur(height, 0.6) + 0.05 * fibre
    normal = encode.jpeg("Weave relief", normal_map(relief, 2.2), 82)
    return bases, normal, (1 / metres, 1 / metres)


def clay(name, light, dark, seed=21, size=512, metres=0.12, grit=0.5, burnish=0.0):
    """Hand-burnished earthenware: cloudy firing, wiped streaks, grit; `burnish` is how much smoother it is where a pebble rubbed
    it. Returns (base, orm, normal, repeat)."""
    shape = (size, size)
    cloud = spectral(shape, seed, 1.35, 2, 60)
    grain = spectral(shape, seed + 1, 0.4, 40, 400)
    wiped = spectral(shape, seed + 2, 1.0, 4, 200, stretch=(9, 1))
    tone = np.clip(0.5 + 0.24 * cloud + 0.11 * grain + 0.035 * wiped, 0, 1)
    pits = smoothstep(1.7, 2.7, spectral(shape, seed + 3, 0.6, 30, 200))
    colour = mix(srgb(light), srgb(dark), tone)
    colour = mix(colour, srgb(dark) * 0.55, pits * 0.8)
    base = encode.jpeg(name, colour, 80)
    rubbed = smoothstep(-0.6, 1.2, wiped + 0.7 * cloud)
    rough = np.clip(0.86 + 0.05 * cloud + 0.05 * grain - burnish * rubbed, 0, 1)
    orm = encode.orm(f"{name} finish", 1.0, rough[::2, ::2], 0.0, 75)
    relief = 0.25 * grit * grain + 0.2 * wiped - 1.2 * pits + 0.3 * cloud
    return base, orm, encode.jpeg(f"{name} relief", normal_map(blur(relief, 0.8), 0.45), 80), (1 / metres, 1 / metres)


def brushed(name, seed=31, size=512, rough=0.3):
    """Metal brushed along u: fine scratches in the roughness and the relief. Returns (orm, normal)."""
    shape = (size, size)
    line = spectral(shape, seed, 0.35, 10, 500, stretch=(1.0, 40.0))
    broad = spectral(shape, seed + 1, 1.2, 2, 40, stretch=(1.0, 8.0))
    smear = spectral(shape, seed + 2, 1.8, 1, 8)
    value = np.clip(rough + 0.05 * line + 0.025 * broad + 0.02 * smear, 0.08, 1)
    return (encode.orm(f"{name} finish", 1.0, value, 1.0, 82),
            encode.jpeg(f"{name} relief", normal_map(0.12 * line, 0.55, 0.1), 80))


def hammered(name, seed=41, size=512, across=11, rough=0.3):
    """Metal beaten into shape: shallow overlapping dimples in loose rows. Returns (orm, normal)."""
    rng = np.random.default_rng(seed)
    y, x = np.meshgrid((np.arange(size) + 0.5) / size * across, (np.arange(size) + 0.5) / size * across, indexing="ij")
    nearest = np.full((size, size), 9.0)
    for row in range(across):
        for column in range(across):
            cy = row + 0.5 + rng.uniform(-0.28, 0.28)
            cx = column + 0.5 + 0.5 * (row % 2 if across % 2 == 0 else 0) + rng.uniform(-0.28, 0.28)
            weight = rng.uniform(0.85, 1.2)
            dy, dx = np.abs(y - cy), np.abs(x - cx)
            dy, dx = np.minimum(dy, across - dy), np.minimum(dx, across - dx)
            nearest = np.minimum(nearest, np.sqrt(dy * dy + dx * dx) * weight)
    dimple = blur(np.minimum(nearest, 0.95) ** 2, 2.0)
    scratch = spectral((size, size), seed + 1, 0.5, 20, 400)
    tarnish = spectral((size, size), seed + 2, 1.6, 1, 30)
    return (encode.orm(f"{name} finish", 1.0, np.clip(rough + 0.05 * tarnish + 0.03 * scratch, 0.08, 1), 1.0, 82),
            encode.jpeg(f"{name} relief", normal_map(dimple * 7 + 0.04 * scratch, 0.55), 84))


def leather(name, seed=51, size=512, metres=0.03, across=26, rough=0.5):
    """Pebbled leather or leatherette: pads between creases, some run together. Returns (orm, normal, repeat); the
    colour is the material's own."""
    near, far = cells(size, across, seed)
    large, _ = cells(size, max(across // 5, 2), seed + 1)
    crease = smoothstep(0.02, 0.34, far - near)
    pebble = crease * (1 - 0.35 * near ** 2) + 0.18 * spectral((size, size), seed + 2, 1.4, 2, 20) * crease
    fine = spectral((size, size), seed + 3, 0.6, 60, 400)
    worn = np.clip(rough + 0.10 * (1 - crease) + 0.025 * spectral((size, size), seed + 4, 1.6, 1, 12) - 0.03 * large, 0.1, 1)
    orm = encode.orm(f"{name} finish", 0.72 + 0.28 * crease, worn, 0.0, 78)
    relief = encode.jpeg(f"{name} relief", normal_map(blur(pebble, 1.1) + 0.02 * fine, 2.1), 80)
    return orm, relief, (1 / metres, 1 / metres)


def knit(names, pairs, seed=61, size=512, across=14, metres=0.028, open_work=0.5):
    """Engineered mesh: columns of loops with open eyes between. `pairs`: (yarn, depth) colours over one relief.

    Returns ([base …], normal, repeat).
    """
    y, x = np.meshgrid((np.arange(size) + 0.5) / size * across, (np.arange(size) + 0.5) / size * across, indexing="ij")
    wander = 0.05 * spectral((size, size), seed, 1.8, 1, across)
    u, v = x + wander, y * 1.0
    column = u - np.floor(u)
    leg = 0.5 + 0.24 * np.sin(2 * math.pi * v) * np.where(np.floor(u).astype(int) % 2, 1, -1)
    strand = np.clip(1 - ((column - leg) / 0.30) ** 2, 0, 1) ** 0.6
    cross = np.clip(1 - (((v + 0.25) % 0.5 - 0.25) / 0.13) ** 2, 0, 1) ** 0.6 * 0.75
    height = np.maximum(strand, cross)
    fibre = spectral((size, size), seed + 2, 0.5, 40, 400, stretch=(1, 3))
    bases = []
    for name, (yarn, depth) in zip(names, pairs):
        colour = mix(srgb(depth), srgb(yarn) * np.ones((size, size, 1)), smoothstep(0.15 * open_work, 0.9, height))
        bases.append(encode.jpeg(name, np.clip(colour * (1 + 0.05 * fibre[..., None]), 0, 1), 78))
    return bases, encode.jpeg("Knit relief", normal_map(blur(height, 1.2) + 0.03 * fibre, 3.0), 80), (1 / metres, 1 / metres)


def grain(name, seed=71, size=256, metres=0.02, rough=0.55, metallic=0.0, depth=0.5, coarse=60, touched=0.03):
    """Moulded plastic, blasted or anodised metal: a fine even tooth. `touched`: how far hands have changed its gloss, which
    on bright metal reads as stains. Returns (orm, normal, repeat)."""
    shape = (size, size)
    tooth = spectral(shape, seed, 0.25, coarse * 0.4, coarse * 2)
    worn = touched * spectral(shape, seed + 1, 1.8, 1, 6)
    orm = encode.orm(f"{name} finish", 1.0, np.clip(rough + 0.03 * tooth + worn, 0.05, 1), metallic, 80)
    return orm, encode.jpeg(f"{name} relief", normal_map(blur(tooth, 0.6), 0.22 * depth), 84), (1 / metres, 1 / metres)
