# SPDX-License-Identifier: GPL-3.0-or-later
"""What is stuffed, boxed and piped."""
import math

import numpy as np

from . import geometry
from .shade import shaded

TOP = np.array([0, 0.17, 0.33, 0.47, 0.59, 0.69, 0.775, 0.845, 0.90, 0.94, 0.97, 0.988, 1.0])
BELOW = np.array([0, 0.30, 0.58, 0.80, 0.94, 1.0])


def outline(width, depth, corner, count):
    """A rounded rectangle, anticlockwise from the middle of the right side; its points lie closer where it turns."""
    points = geometry.rounded([(width / 2, 0, 0), (width / 2, depth / 2, corner), (-width / 2, depth / 2, corner),
                               (-width / 2, -depth / 2, corner), (width / 2, -depth / 2, corner), (width / 2, 0, 0)], 10)
    fine = geometry.resample(points, 1601)
    way = np.diff(fine, axis=0)
    turn = np.abs(np.diff(np.unwrap(np.arctan2(way[:, 1], way[:, 0])), prepend=math.pi / 2))
    near = np.convolve(np.concatenate([turn] * 3), np.hanning(121) / np.hanning(121).sum(), "same")[1600:3200]
    s = np.concatenate([[0], np.cumsum(1 / 1600 + 0.75 * near / near.sum())])
    at = np.linspace(0, s[-1], count + 1)[:-1]
    return np.stack([np.interp(at, s, fine[:, k]) for k in (0, 1)], 1)


def outward(edge):
    normal = np.stack([np.roll(edge[:, 1], -1) - np.roll(edge[:, 1], 1), np.roll(edge[:, 0], 1) - np.roll(edge[:, 0], -1)], -1)
    return normal / np.linalg.norm(normal, axis=1, keepdims=True)


def cushion(name, width, depth, thickness, crown, seed, place, count=104, corner=0.055):
    """A boxed cushion: crowned panels, a border that swells, and a piped seam round both edges.

    The stuffing bows the sides out and lifts the seams in their middle; cloth gathers at the corners and puckers along the
    cord. It lies about the origin, is drawn with `count` points round and set by the Matrix `place`; gives cloth and piping."""
    rng = np.random.default_rng(seed)
    edge = outline(width, depth, corner, count)
    # How far each point is from the corners: 1 in the middle of a side, 0 at a corner.
    square = np.minimum(np.abs(edge[:, 0]) / (width / 2), np.abs(edge[:, 1]) / (depth / 2))
    middle = np.clip(1 - square ** 2, 0, 1)
    edge = edge + outward(edge) * (0.007 * middle - 0.003 * (1 - middle))[:, None]
    normal = outward(edge)
    around = geometry.arc_length(np.concatenate([edge, edge[:1]]))
    s = around[:-1] / around[-1] * 2 * math.pi
    bow = 0.055 * thickness * middle - 0.085 * thickness * (1 - middle) ** 2  # of the seams, away from the cushion's middle
    way = np.arctan2(edge[:, 1], edge[:, 0])
    oval = 1 / np.hypot(np.cos(way) / (width / 2), np.sin(way) / (depth / 2))
    waves = [(rng.uniform(5, 19), rng.uniform(5, 19), rng.uniform(0, 6.28), rng.uniform(0.0008, 0.0020)) for _ in range(8)]
    creases = [(sx * (width / 2 - 0.02), sy * (depth / 2 - 0.02), rng.uniform(0, 6.28)) for sx in (-1, 1) for sy in (-1, 1)]
    pull = sum(a * np.sin(k * s + rng.uniform(0, 6.28)) for k, a in ((7, 0.5), (11, 0.5), (17, 0.6), (23, 0.5)))

    def soft(x, y):
        out = sum(a * np.sin(fx * x + fy * y + p) for fx, fy, p, a in waves)
        for cx, cy, turn in creases:  # cloth gathers at its corners, and runs out from them in folds
            d, angle = np.hypot(x - cx, y - cy), np.arctan2(y - cy, x - cx)
            out = out + 0.0042 * np.cos(angle * 9 + turn) * np.exp(-((d - 0.085) / 0.055) ** 2)
        return out

    def panel(side):
        t = (TOP if side > 0 else BELOW)[:, None]
        # Square only where it is sewn: rings that stayed square would crease along the diagonals.
        reach = 1 + (1 - t ** 3) * 0.75 * (oval / np.linalg.norm(edge, axis=1) - 1)[None]
        x, y = edge[:, 0] * t * reach, edge[:, 1] * t * reach
        inset = (1 - t) * min(width, depth) / 2
        height = (crown if side > 0 else 0.010) * (1 - t ** 2.3) ** 0.80
        height = height + soft(x, y) * (1 - t ** 5) + 0.0017 * pull[None] * np.exp(-((inset - 0.020) / 0.016) ** 2)
        height = height - 0.0028 * np.exp(-(inset / 0.006) ** 2)  # the cord's groove
        points = np.stack([x, y, side * (thickness / 2 + height + bow[None] * t ** 4)], -1)
        uv = np.stack([x, y], -1)
        if side > 0:
            points, uv = points[::-1], uv[::-1]
        return geometry.grid(f"{name} panel", points, uv=np.concatenate([uv, uv[:, :1]], 1))

    def border():
        t = np.array([-1, -0.86, -0.5, 0, 0.5, 0.86, 1])[:, None]
        swell = (0.014 + 0.0022 * pull[None] * (0.6 + 0.4 * t)) * (1 - t ** 2) ** 0.8
        points = np.concatenate([edge[None] + swell[..., None] * normal[None], (t * (thickness / 2 + bow[None]))[..., None]], -1)
        return geometry.grid(f"{name} border", points, u=around, v=(t * thickness / 2)[:, 0])

    def piping(side):
        radius, sides = 0.0046, 6
        angle = np.arange(sides) * 2 * math.pi / sides
        out = 0.0022 + radius * np.cos(angle)[:, None]
        high = side * (thickness / 2 + bow)[None] + radius * np.sin(angle)[:, None]
        points = np.concatenate([edge[None] + out[..., None] * normal[None], high[..., None]], -1)
        return geometry.grid(f"{name} piping", points, wrap_v=True, u=around, v=np.arange(sides + 1) / sides * 2 * math.pi * radius)

    cloth = [panel(1), panel(-1), border()]
    cord = [piping(1), piping(-1)]
    for obj in cloth + cord:
        geometry.finish(obj, 180, weighted=False)
    cloth, cord = shaded(geometry.join(name, cloth)), geometry.join(f"{name} piping", cord)
    for obj in (cloth, cord):
        obj.data.transform(place)
    return cloth, cord
