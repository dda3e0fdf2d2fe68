# SPDX-License-Identifier: GPL-3.0-or-later
"""What is stuffed, boxed and piped."""
import math

import numpy as np

from . import geometry


def outline(width, depth, corner, count):
    """A rounded rectangle, anticlockwise from the middle of the right side, evenly spaced."""
    points = geometry.rounded([(width / 2, 0, 0), (width / 2, depth / 2, corner), (-width / 2, depth / 2, corner),
                               (-width / 2, -depth / 2, corner), (width / 2, -depth / 2, corner), (width / 2, 0, 0)], 10)
    return geometry.resample(points, count + 1)[:-1]


def cushion(name, width, depth, thickness, crown, seed, place, count=88, corner=0.055):
    """A boxed cushion: crowned panels, a border that swells, and a piped seam round both edges.

    It lies about the origin, is drawn with `count` points round and set by the Matrix `place`; gives cloth and piping."""
    rng = np.random.default_rng(seed)
    edge = outline(width, depth, corner, count)
    waves = [(rng.uniform(4, 15), rng.uniform(4, 15), rng.uniform(0, 6.28), rng.uniform(0.0008, 0.0022)) for _ in range(7)]
    creases = [(sx * (width / 2 - 0.02), sy * (depth / 2 - 0.02)) for sx in (-1, 1) for sy in (-1, 1)]

    def soft(x, y):
        out = sum(a * np.sin(fx * x + fy * y + p) for fx, fy, p, a in waves)
        for cx, cy in creases:  # cloth pulls towards its corners
            d = np.hypot(x - cx, y - cy)
            angle = np.arctan2(y - cy, x - cx)
            out = out + 0.0030 * np.cos(angle * 11 + seed) * np.exp(-((d - 0.075) / 0.05) ** 2)
        return out

    def panel(side):
        inner = np.linspace(0, 0.9, 12) if side > 0 else np.linspace(0, 0.88, 6)
        t = np.concatenate([inner, [0.94, 0.97, 0.985, 1.0]])[:, None]
        x, y = edge[:, 0] * t, edge[:, 1] * t
        height = (crown if side > 0 else 0.008) * (1 - t ** 2.6) ** 0.9 - 0.0022 * np.exp(-((1 - t) * width / 2 / 0.007) ** 2)
        height = height + soft(x, y) * (1 - t ** 6)
        points = np.stack([x, y, side * (thickness / 2 + height)], -1)
        uv = np.stack([x, y], -1)
        if side > 0:
            points, uv = points[::-1], uv[::-1]
        uv = np.concatenate([uv, uv[:, :1]], 1)
        return geometry.grid(f"{name} panel", points, uv=uv)

    def border():
        t = np.linspace(-1, 1, 9)[:, None]
        normal = np.stack([np.roll(edge[:, 1], -1) - np.roll(edge[:, 1], 1),
                           np.roll(edge[:, 0], 1) - np.roll(edge[:, 0], -1)], -1)
        normal /= np.linalg.norm(normal, axis=1, keepdims=True)
        swell = 0.013 * (1 - t ** 2) + 0.0014 * np.sin(np.arange(count) * 2 * math.pi / count * 23 + seed) * (1 - t ** 2)
        points = np.stack([edge[None, :, 0] + swell * normal[None, :, 0], edge[None, :, 1] + swell * normal[None, :, 1],
                           np.repeat(t * thickness / 2, count, 1)], -1)
        around = geometry.arc_length(np.concatenate([edge, edge[:1]]))
        return geometry.grid(f"{name} border", points, u=around, v=(t * thickness / 2)[:, 0])

    def piping(side):
        radius, around = 0.0046, 6
        angle = np.arange(around) * 2 * math.pi / around
        normal = np.stack([np.roll(edge[:, 1], -1) - np.roll(edge[:, 1], 1),
                           np.roll(edge[:, 0], 1) - np.roll(edge[:, 0], -1)], -1)
        normal /= np.linalg.norm(normal, axis=1, keepdims=True)
        out = 0.0022 + radius * np.cos(angle)[:, None]
        points = np.stack([edge[None, :, 0] + out * normal[None, :, 0], edge[None, :, 1] + out * normal[None, :, 1],
                           np.repeat(side * thickness / 2 + radius * np.sin(angle)[:, None], count, 1)], -1)
        along = geometry.arc_length(np.concatenate([edge, edge[:1]]))
        v = np.arange(around + 1) / around * 2 * math.pi * radius
        obj = geometry.grid(f"{name} piping", points, wrap_v=True, u=along, v=v)
        return obj

    cloth = [panel(1), panel(-1), border()]
    cord = [piping(1), piping(-1)]
    for obj in cloth + cord:
        geometry.finish(obj, 180, weighted=False)
    cloth, cord = geometry.join(name, cloth), geometry.join(f"{name} piping", cord)
    for obj in (cloth, cord):
        obj.data.transform(place)
    return cloth, cord
