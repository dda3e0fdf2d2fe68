# SPDX-License-Identifier: GPL-3.0-or-later
"""Limes as they are cut, with their juice cells, pith and rind; and the thick rind of shatkora. Shapes as food.py has them."""
import math

import numpy as np

from .food import Wave, blend, skin, tint

RIND, PITH = ("#4C7A14", "#8AA62A"), "#EDEFD0"
PULP = ("#AFC24A", "#E9EFB2")


def cells(out, across, seed):
    """0…1 over a cut face: juice cells lie along the way out to the rind, drops drawn long."""
    wave = Wave(seed, 0.0021, 20)
    return np.clip(0.5 + 0.42 * wave(np.stack([0.24 * np.asarray(out), np.asarray(across), 0 * np.asarray(out)], -1)), 0, 1)


def fruit(depth, juice, green):
    """Colours by how far out (0…1) a point of the cut is: core, pulp, pith, rind."""
    tone = blend(*PULP, juice)
    edge = np.clip((depth - 0.80) / 0.05, 0, 1)[:, None]
    tone = tone * (1 - edge) + tint(PITH) * edge
    rind = np.clip((depth - 0.925) / 0.03, 0, 1)[:, None]
    return tone * (1 - rind) + blend(*RIND, green) * rind


def lime_slice(radius=0.021, thick=0.0045, lobes=9, seed=11, around=63):
    """A round lying on z = 0: segments between pale membranes, cells that swell out of the cut."""
    a = np.arange(around) * 2 * math.pi / around
    rows, tones, green = [], [], Wave(seed + 1, 0.012)
    top = [1.0, 0.955, 0.90, 0.84, 0.76, 0.66, 0.54, 0.42, 0.30, 0.19, 0.10, 0.04]
    for f, z, cut in [(0.3, 0, 0), (0.97, 0, 0), (1.02, 0.35, 1), (1.02, 0.70, 1)] + [(f, 1, 2) for f in top]:
        flat = np.stack([radius * f * np.cos(a), radius * f * np.sin(a), 0 * a], 1)
        lobe = np.abs(np.mod(a * lobes / (2 * math.pi) + 0.5, 1) - 0.5) * 2 * math.pi / lobes * f  # to the nearest membrane, in radii
        juice = cells(radius * f + 0 * a, radius * f * a, seed)
        wall = np.clip(1 - (lobe - 0.022) / 0.05, 0, 1) if 0.1 < f < 0.83 else np.full(around, float(f <= 0.1))
        tone = fruit(np.full(around, f), juice, 0.5 + 0.4 * green(flat)) * (1 - wall[:, None]) + tint(PITH) * wall[:, None]
        if cut < 2:
            tone = blend(*RIND, 0.5 + 0.4 * green(flat)) if cut else np.tile(tint(PULP[0]), (around, 1))
        swell = 0.0006 * (1 - wall) * (0.4 + 0.8 * juice) if cut == 2 and f < 0.8 else 0 * a
        rows.append(flat + np.stack([0 * a, 0 * a, thick * z + swell], 1))
        tones.append(tone)
    return skin(np.array(rows), np.concatenate([*tones, tones[0][:1], tones[-1][:1]]))


def lime_wedge(radius=0.022, seed=5, half=0.80):
    """A piece cut lengthwise, along x, its peel down: two wet faces that meet in the core's edge."""
    faces, arc = np.array([0.05, 0.18, 0.32, 0.46, 0.60, 0.72, 0.82, 0.90, 0.945]), np.linspace(-half, half, 11)
    rows, tones, green, dent = [], [], Wave(seed + 1, 0.010), Wave(seed + 2, 0.0042)
    for s in np.sin(np.linspace(-1.40, 1.40, 19)):
        h = radius * math.sqrt(1 - s * s)
        points, colours = [], []
        for sign in (-1, 1):
            fs = faces if sign < 0 else faces[::-1]
            depth = np.sqrt((fs * h / radius) ** 2 + s * s)
            juice = cells(depth * radius, np.arctan2(s * radius * 1.35, fs * h + 0.004) * 0.016 * (1 + fs), seed + sign)
            way = np.array([sign * math.sin(half), -math.cos(half)])
            swell = 0.0007 * juice * (depth < 0.80)
            p = (fs * h)[:, None] * way + swell[:, None] * np.array([sign * math.cos(half), math.sin(half)])
            colour = fruit(depth, juice, 0.5 + 0 * fs)
            core = np.clip(1 - fs / 0.12, 0, 1)[:, None] * 0.8
            points.append(p), colours.append(colour * (1 - core) + tint(PITH) * core)
            if sign < 0:
                at = np.stack([np.full(11, s * radius * 1.35), h * np.sin(arc), -h * np.cos(arc)], 1)
                points.append(at[:, 1:] * (1 - 0.010 * np.clip(dent(at), 0, 2))[:, None])
                colours.append(blend(*RIND, 0.5 + 0.34 * green(at) + 0.10 * dent(at)))
        flat = np.concatenate([[[0.0, 0.0]], *points])
        rows.append(np.concatenate([np.full((len(flat), 1), s * radius * 1.35), flat], 1))
        tones.append(np.concatenate([[tint(PITH)], *colours]))
    return skin(np.array(rows), np.concatenate([*tones, [tint(RIND[0])], [tint(RIND[0])]]))


def shatkora(seed, big=0.040, thick=0.0125):
    """A wedge of its rind without the pulp, cooked: pitted olive skin, and pith a finger thick that has drunk the gravy."""
    wide, pits, cloud, soak = 0.36, Wave(seed, 0.0050), Wave(seed + 1, 0.020), Wave(seed + 2, 0.010)
    rows, tones = [], []
    for u in np.linspace(-1, 1, 22):
        w, along = wide * (1 - 0.82 * abs(u) ** 3), 0.55 * u
        a = np.concatenate([np.linspace(-w, w, 13), np.full(4, w), np.linspace(w, -w, 9), np.full(4, -w)])
        f = np.concatenate([np.ones(13), [0.93, 0.80, 0.55, 0.25], np.zeros(9), [0.25, 0.55, 0.80, 0.93]])
        skinned, thin = f > 0.99, thick * (0.70 + 0.30 * (1 - u * u))
        r = big - thin * (1 - f)
        p = np.stack([r * math.sin(along) + 0 * a, r * math.cos(along) * np.sin(a), r * math.cos(along) * np.cos(a)], 1)
        p = p * (1 - 0.016 * np.clip(pits(p), 0, 1.5) * skinned + 0.012 * soak(p) * ~skinned)[:, None]
        olive = blend("#5A6412", "#A79A30", 0.48 + 0.28 * cloud(p) - 0.22 * np.clip(pits(p), 0, 1))
        pith = blend("#9A6424", "#E8D48E", 0.26 + 0.66 * f + 0.26 * soak(p))
        zest = np.clip((f - 0.80) / 0.13, 0, 1)[:, None]
        rows.append(p - [0, 0, big * 0.80])
        tones.append(np.where(skinned[:, None], olive, pith * (1 - zest) + tint("#B8A63E") * zest))
    return skin(np.array(rows), np.concatenate([*tones, tones[0][:1], tones[-1][:1]]))
